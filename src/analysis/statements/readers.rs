//! The reader's word on statements, found again in the articles.

use super::Place;
use super::group::{Ties, key};
use super::units::Units;
use crate::model::{Article, ArticleIx, StatementPair, StatementPlace};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Pairs of sentences that the reader put together or kept apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderPairs {
    /// In order; each with whether they say the same.
    pairs: Vec<(Place, Place, bool)>,
    /// Pairs of which a sentence was not found.
    pub lost: usize,
}

impl ReaderPairs {
    /// Finds the sentences of `pairs` in the articles as they are now. Of two that contradict each other the later
    /// one holds.
    pub fn find(pairs: &[StatementPair], articles: &[Arc<Article>]) -> Self {
        let by_path: FxHashMap<&str, usize> =
            articles.iter().enumerate().map(|(ix, article)| (article.path.as_str(), ix)).collect();
        let place = |place: &StatementPlace| {
            let ix = *by_path.get(place.article.as_str())?;
            let span = place.anchor.find(&articles[ix])?;
            let after = articles[ix].sentences.partition_point(|sentence| sentence.span.end <= span.start);
            let found = articles[ix].sentences.get(after).is_some_and(|sentence| sentence.span.overlaps(span));
            found.then(|| Place { article: ArticleIx::new(ix), sentence: after as u32 })
        };
        let mut found: Vec<(Place, Place, bool)> = Vec::new();
        let mut lost = 0;
        for pair in pairs {
            match (place(&pair.a), place(&pair.b)) {
                (Some(a), Some(b)) => {
                    let (a, b) = (a.min(b), a.max(b));
                    found.retain(|(one, other, _)| (*one, *other) != (a, b));
                    found.push((a, b, pair.same));
                }
                _ => lost += 1,
            }
        }
        found.sort_unstable();
        Self { pairs: found, lost }
    }

    /// All sentences that are spoken of.
    pub(super) fn places(&self) -> FxHashSet<Place> {
        self.pairs.iter().flat_map(|(one, other, _)| [*one, *other]).collect()
    }

    pub(super) fn ties(&self, units: &Units<'_>) -> Ties {
        let mut ties = Ties::default();
        for (one, other, same) in &self.pairs {
            let (Some(one), Some(other)) = (units.at(*one), units.at(*other)) else { continue };
            if *same {
                ties.same.push(key(one, other));
            } else {
                ties.apart.insert(key(one, other));
            }
        }
        ties
    }
}
