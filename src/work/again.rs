//! Articles of the open collection that are read or linked again: edited files, corrected articles, another tree.

use super::collection::{Hand, Job, Readers, link_one};
use super::in_order::in_order;
use super::known::{Kept, known_words};
use super::report::{Corrections, Report};
use crate::analysis::{Linker, NewLinks, Relink, RelinkWorker, Relinker};
use crate::model::Article;
use crate::store::{Cache, Found, Topics};
use std::sync::Arc;

/// Articles that a thread takes at once.
const BATCH: usize = 8;

/// Reads some files of the collection again.
pub fn read_again(files: &[Found], topics: Arc<Topics>, corrections: &Corrections, job: &Job) {
    let (linker, cache) = (Linker::new(&topics.tree), Cache::off(&topics));
    let readers = Readers { linker: &linker, corrections, cache: &cache };
    let (mut linked, mut skipped) = (Vec::new(), Vec::new());
    let mut next = files.iter();
    let read = |hand: &mut Hand, file: &Found| hand.read(file);
    in_order(
        || next.next(),
        || readers.hire(),
        read,
        || job.is_cancelled(),
        |result| match result {
            Ok(one) => linked.push(one),
            Err(file) => skipped.push(file),
        },
    );
    (job.report)(Report::Updated { topics, linked, skipped });
}

/// Links some articles again after they were corrected; `articles` are as they were read.
pub fn correct(articles: Vec<Arc<Article>>, topics: Arc<Topics>, corrections: &Corrections, job: &Job) {
    let linker = Linker::new(&topics.tree);
    let mut worker = linker.worker();
    let linked = articles.into_iter().map(|article| link_one(&mut worker, article, corrections)).collect();
    (job.report)(Report::Updated { topics, linked, skipped: Vec::new() });
}

/// Links articles under another tree: what `relink` says can differ.
pub fn relink(articles: Vec<Arc<Article>>, kept: &Kept, topics: Arc<Topics>, relink: Relink, job: &Job) {
    let words = known_words(kept, &articles, job);
    let relinker = Relinker::new(&relink, &topics.tree);
    let mut linked = Vec::with_capacity(articles.len());
    let mut next = articles.chunks(BATCH);
    let link = |worker: &mut RelinkWorker, articles: &[Arc<Article>]| {
        articles.iter().map(|article| worker.link(article, &words)).collect::<Vec<NewLinks>>()
    };
    in_order(|| next.next(), || relinker.worker(), link, || job.is_cancelled(), |batch| linked.extend(batch));
    if linked.len() == articles.len() {
        drop(relinker);
        (job.report)(Report::Relinked { topics, relink, articles, linked });
    }
}
