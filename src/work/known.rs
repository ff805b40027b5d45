//! The words of the open collection as numbers, kept for the next rules that are tried or changed.

use super::collection::Job;
use super::in_order::in_order;
use crate::analysis::{StreamPart, WordStreams};
use crate::model::Article;
use std::sync::{Arc, Mutex, PoisonError};

/// Articles whose words are put together at once.
const BATCH: usize = 128;
/// The words of articles that are no longer there are dropped when they are so many times as many as the articles.
const MOST_OLD: usize = 2;

/// What is kept between jobs.
pub type Kept = Arc<Mutex<Arc<WordStreams>>>;

/// The words of these articles; those that are not known yet are read. Not of all if it was stopped.
pub fn known_words(kept: &Kept, articles: &[Arc<Article>], job: &Job) -> Arc<WordStreams> {
    let known = lock(kept).clone();
    let new: Vec<&Article> = articles.iter().map(|article| &**article).filter(|article| !known.has(article)).collect();
    if new.is_empty() {
        return known;
    }
    let is_old = known.len() + new.len() > articles.len() * MOST_OLD;
    let mut words = if is_old { WordStreams::default() } else { (*known).clone() };
    drop(known);
    let unread: Vec<&Article> = if is_old { articles.iter().map(|article| &**article).collect() } else { new };
    let mut next = unread.into_iter();
    let mut batch = move || -> Option<Vec<&Article>> {
        let batch: Vec<&Article> = next.by_ref().take(BATCH).collect();
        (!batch.is_empty()).then_some(batch)
    };
    let read = |(): &mut (), articles: Vec<&Article>| {
        let mut part = StreamPart::default();
        articles.into_iter().for_each(|article| part.add(article));
        part
    };
    in_order(&mut batch, || (), read, || job.is_cancelled(), |part| words.append(part));
    let words = Arc::new(words);
    *lock(kept) = words.clone();
    words
}

fn lock(kept: &Kept) -> std::sync::MutexGuard<'_, Arc<WordStreams>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
