//! Linked sentences that no other article of their round says, the most telling first.
//!
//! A sentence is the more telling the more names and numbers it has that stand in no other article at all.

use super::{Across, Alone, Standing};
use crate::model::{Article, ArticleIx, Fingerprint, Passage};
use crate::text::words;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// All of them; `links` by article.
pub(super) fn find(across: &Across, links: &[Arc<Vec<Passage>>]) -> Vec<Alone> {
    let mut alone = Vec::new();
    for (ix, passages) in links.iter().enumerate() {
        let article = ArticleIx::new(ix);
        for of_sentence in passages.chunk_by(|a, b| a.sentence == b.sentence) {
            let (sentence, topic) = (of_sentence[0].sentence, of_sentence[0].topic);
            if across.standing(article, sentence) == Standing::Only {
                alone.push(Alone { article, sentence, topic, weight: 0 });
            }
        }
    }
    weigh(&mut alone, &across.articles);
    alone.sort_by_key(|alone| (Reverse(alone.weight), alone.article, alone.sentence));
    alone
}

fn weigh(alone: &mut [Alone], articles: &[Arc<Article>]) {
    let telling = |one: &Alone| telling_words(&articles[one.article.index()], one.sentence as usize);
    let wanted: FxHashSet<u64> = alone.iter().flat_map(telling).collect();
    let owners = owners(articles, &wanted);
    for one in alone {
        let own = telling(one).into_iter().filter(|word| owners.get(word) == Some(&Some(one.article)));
        one.weight = own.collect::<BTreeSet<u64>>().len() as u32;
    }
}

/// Names and numbers: the article that alone has it, or `None` where several have it.
fn owners(articles: &[Arc<Article>], wanted: &FxHashSet<u64>) -> FxHashMap<u64, Option<ArticleIx>> {
    let mut owners: FxHashMap<u64, Option<ArticleIx>> = FxHashMap::default();
    for (number, article) in articles.iter().enumerate() {
        let ix = ArticleIx::new(number);
        for word in (0..article.sentences.len()).flat_map(|sentence| telling_words(article, sentence)) {
            if wanted.contains(&word) {
                let owner = owners.entry(word).or_insert(Some(ix));
                if *owner != Some(ix) {
                    *owner = None;
                }
            }
        }
    }
    owners
}

/// The names and numbers of a sentence, hashed. Its first word has a capital whatever it is.
fn telling_words(article: &Article, sentence: usize) -> Vec<u64> {
    let span = article.sentences[sentence].span;
    let mut spans = Vec::new();
    words::words(span.text(&article.text), span.start as usize, article.language, &mut spans);
    let telling = |(number, word): (usize, &str)| {
        let first = word.chars().next()?;
        let tells = first.is_ascii_digit() || (number > 0 && first.is_uppercase());
        tells.then(|| Fingerprint::of(&words::fold(&words::clean(word))).0)
    };
    spans.iter().map(|span| span.text(&article.text)).enumerate().filter_map(telling).collect()
}
