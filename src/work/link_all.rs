//! Reading and linking many articles on all cores, in order.

use super::report::{Linked, Report};
use crate::analysis::{LinkWorker, Linker};
use crate::model::{Article, Passage, Source, TopicFile};
use crate::store::{self, Found, Skipped, Topics, TopicsError};
use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

/// Articles that a thread takes at once: few, so that the first ones are on the screen soon.
const BATCH: usize = 8;

/// What a collection job needs of its window.
pub struct Job {
    pub cancel: Arc<AtomicBool>,
    pub report: Box<dyn Fn(Report) + Send + Sync>,
}

impl Job {
    fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }
}

/// Reads and links the articles of `source`. If the tree that should be in force has a mistake, goes on with
/// `current`, or with the default one.
pub fn open(source: &Source, session: Option<&TopicFile>, current: Option<Arc<Topics>>, job: &Job) {
    let (topics, problem) = choose_topics(source, session, current);
    let Some(topics) = topics else { return };
    (job.report)(Report::Topics { topics: topics.clone(), problem });
    let linker = Linker::new(&topics.tree);
    let skipped = match source {
        Source::Sample => {
            let collection = store::sample_collection();
            let mut worker = linker.worker();
            let linked: Vec<Linked> =
                collection.articles.into_iter().map(|article| link_one(&mut worker, article)).collect();
            let total = linked.len();
            (job.report)(Report::Articles { linked, skipped: Vec::new(), done: total, total });
            collection.skipped
        }
        Source::Folder(folder) => {
            let listing = store::list_articles(std::slice::from_ref(folder));
            read_and_link(&listing.found, &linker, job);
            listing.skipped
        }
    };
    (job.report)(Report::Opened { skipped });
}

fn choose_topics(
    source: &Source,
    session: Option<&TopicFile>,
    current: Option<Arc<Topics>>,
) -> (Option<Arc<Topics>>, Option<TopicsError>) {
    let folder = match source {
        Source::Sample => None,
        Source::Folder(folder) => Some(folder.as_path()),
    };
    match store::topics::in_force(None, session, folder) {
        Ok(topics) => (Some(Arc::new(topics)), None),
        Err(problem) => {
            let fallback = current.or_else(|| store::topics::default().ok().map(Arc::new));
            (fallback, Some(problem))
        }
    }
}

fn read_and_link(found: &[Found], linker: &Linker, job: &Job) {
    let mut done = 0;
    let read = |worker: &mut LinkWorker<'_>, batch: usize| {
        let files = &found[batch * BATCH..found.len().min((batch + 1) * BATCH)];
        files.iter().map(|file| store::read_article(file).map(|article| link_one(worker, article))).collect()
    };
    in_order(found.len().div_ceil(BATCH), linker, job, read, |results: Vec<Result<Linked, Skipped>>| {
        done += results.len();
        let (linked, skipped): (Vec<_>, Vec<_>) = results.into_iter().partition(Result::is_ok);
        let linked = linked.into_iter().flatten().collect();
        let skipped = skipped.into_iter().filter_map(Result::err).collect();
        (job.report)(Report::Articles { linked, skipped, done, total: found.len() });
    });
}

/// Links all articles under another tree.
pub fn relink(articles: &[Arc<Article>], topics: Arc<Topics>, job: &Job) {
    let linker = Linker::new(&topics.tree);
    let mut linked = Vec::with_capacity(articles.len());
    let link = |worker: &mut LinkWorker<'_>, batch: usize| {
        let articles = &articles[batch * BATCH..articles.len().min((batch + 1) * BATCH)];
        articles.iter().map(|article| worker.link(article)).collect::<Vec<Vec<Passage>>>()
    };
    in_order(articles.len().div_ceil(BATCH), &linker, job, link, |batch| linked.extend(batch));
    if linked.len() == articles.len() {
        (job.report)(Report::Relinked { topics, linked });
    }
}

fn link_one(worker: &mut LinkWorker<'_>, article: Article) -> Linked {
    let passages = worker.link(&article);
    (Arc::new(article), passages)
}

/// Works through `batches` on all cores and hands on the results in order. Stops early when cancelled.
fn in_order<T: Send>(
    batches: usize,
    linker: &Linker,
    job: &Job,
    work: impl Fn(&mut LinkWorker<'_>, usize) -> T + Sync,
    mut hand_on: impl FnMut(T),
) {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(batches.max(1));
    let next = AtomicUsize::new(0);
    let (sender, receiver) = sync_channel(threads * 4);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                let mut worker = linker.worker();
                while !job.is_cancelled() {
                    let batch = next.fetch_add(1, Ordering::Relaxed);
                    if batch >= batches || sender.send((batch, work(&mut worker, batch))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut due = 0;
        for (batch, result) in receiver {
            waiting.insert(batch, result);
            while let Some(result) = waiting.remove(&due) {
                hand_on(result);
                due += 1;
            }
        }
    });
}
