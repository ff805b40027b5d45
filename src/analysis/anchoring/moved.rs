//! Places that went to another article: a story was split, or two were joined.
//!
//! Candidates only: what stands in another article is never taken without being asked for. Articles are sifted by runs
//! of words first, so that thousands of them are one pass.

use super::by_quote::{Wanted, places};
use super::folded::Folded;
use super::{MOST_CANDIDATES, candidates};
use crate::analysis::duplicates::normal::{self, mix};
use crate::model::{Anchor, Article, Span};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Words of a run that two texts have in common by more than chance.
const RUN: usize = 4;

/// A place in one of the articles that were handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovedTo {
    /// Into the articles.
    pub article: usize,
    pub span: Span,
}

/// Up to three places in `articles` for each anchor, best first. Places of fewer than four words are not searched for.
pub fn find_moved(articles: &[&Article], anchors: &[&Anchor]) -> Vec<Vec<MovedTo>> {
    let mut wanted_runs: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (number, anchor) in anchors.iter().enumerate() {
        runs(&anchor.exact, |run| wanted_runs.entry(run).or_default().push(number));
    }
    // By anchor: articles with most of its runs.
    let mut likely: Vec<Vec<(Reverse<usize>, usize)>> = vec![Vec::new(); anchors.len()];
    for (index, article) in articles.iter().enumerate() {
        let mut common: FxHashMap<usize, usize> = FxHashMap::default();
        runs(&article.text, |run| {
            wanted_runs.get(&run).into_iter().flatten().for_each(|anchor| *common.entry(*anchor).or_default() += 1);
        });
        for (anchor, count) in common {
            likely[anchor].push((Reverse(count), index));
            likely[anchor].sort_unstable();
            likely[anchor].truncate(MOST_CANDIDATES);
        }
    }
    let mut texts: FxHashMap<usize, Folded> = FxHashMap::default();
    let of_anchor = |(anchor, likely): (&&Anchor, Vec<(Reverse<usize>, usize)>)| {
        let wanted = Wanted::of(anchor);
        let mut found = Vec::new();
        for (_, article) in likely {
            let text = texts.entry(article).or_insert_with(|| Folded::of(&articles[article].text));
            let places = places(articles[article], text, &wanted);
            let spans = candidates(None, places.iter().map(|place| place.span));
            found.extend(spans.into_iter().map(|span| MovedTo { article, span }));
        }
        found.truncate(MOST_CANDIDATES);
        found
    };
    anchors.iter().zip(likely).map(of_anchor).collect()
}

fn runs(text: &str, mut each: impl FnMut(u64)) {
    let mut hashes = [0; RUN];
    let mut words = 0;
    normal::words(text, |word| {
        hashes.rotate_left(1);
        hashes[RUN - 1] = word.hash;
        words += 1;
        if words >= RUN {
            each(hashes.iter().fold(0, |run, hash| mix(run ^ hash)));
        }
    });
}
