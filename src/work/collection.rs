//! Reading and linking the articles of a collection on all cores, in order.

use super::in_order::in_order;
use super::report::{Corrections, Linked, Report};
use crate::analysis::duplicates::Sketch;
use crate::analysis::{LinkWorker, Linker};
use crate::import;
use crate::model::{Article, Source, TopicFile};
use crate::store::{self, Cache, Entry, FileError, Found, Reader, Skip, Skipped, Topics, TopicsError};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Articles that a thread takes at once: few, so that the first ones are on the screen soon.
const BATCH: usize = 8;
/// While articles come by the thousand the window is told of them this often.
const PAUSE: Duration = Duration::from_millis(30);

/// What a collection job needs of its window.
pub struct Job {
    pub cancel: Arc<AtomicBool>,
    pub report: Box<dyn Fn(Report) + Send + Sync>,
}

impl Job {
    pub fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }
}

/// What is to be opened.
pub struct Opening {
    pub source: Source,
    pub session_topics: Option<TopicFile>,
    /// Taken where the tree that should be in force has a mistake.
    pub current: Option<Arc<Topics>>,
    pub corrections: Corrections,
    /// Where what was read is kept for the next time; `None` keeps nothing.
    pub cache: Option<PathBuf>,
}

/// Reads and links the articles of a collection.
pub fn open(opening: &Opening, job: &Job) {
    let (topics, problem) = choose_topics(opening);
    let Some(topics) = topics else { return };
    (job.report)(Report::Topics { topics: topics.clone(), problem });
    let linker = Linker::new(&topics.tree);
    match &opening.source {
        Source::Sample => open_sample(&linker, &opening.corrections, job),
        Source::Folder(folder) => {
            let cache = match &opening.cache {
                Some(root) => Cache::open(root, folder, &topics),
                None => Cache::off(&topics),
            };
            open_folder(folder, &linker, &opening.corrections, cache, job);
        }
    }
}

fn choose_topics(opening: &Opening) -> (Option<Arc<Topics>>, Option<TopicsError>) {
    let folder = match &opening.source {
        Source::Sample => None,
        Source::Folder(folder) => Some(folder.as_path()),
    };
    match store::topics::in_force(None, opening.session_topics.as_ref(), folder) {
        Ok(topics) => (Some(Arc::new(topics)), None),
        Err(problem) => {
            let fallback = opening.current.clone().or_else(|| store::topics::default().ok().map(Arc::new));
            (fallback, Some(problem))
        }
    }
}

fn open_sample(linker: &Linker, corrections: &Corrections, job: &Job) {
    let collection = store::sample_collection();
    let mut worker = linker.worker();
    let articles = collection.articles.into_iter().map(Arc::new);
    let linked: Vec<Linked> = articles.map(|article| link_one(&mut worker, article, corrections)).collect();
    let total = linked.len();
    (job.report)(Report::Articles { linked, skipped: Vec::new(), done: total, total });
    (job.report)(Report::Opened { skipped: collection.skipped, files: None });
}

/// What all threads share that read a collection.
pub(super) struct Readers<'a> {
    pub linker: &'a Linker,
    pub corrections: &'a Corrections,
    pub cache: &'a Cache,
}

/// One thread's part.
pub(super) struct Hand<'a> {
    readers: &'a Readers<'a>,
    worker: LinkWorker<'a>,
    reader: Reader,
}

impl<'a> Readers<'a> {
    pub fn hire(&'a self) -> Hand<'a> {
        Hand { readers: self, worker: self.linker.worker(), reader: Reader::of_this_program() }
    }
}

impl Hand<'_> {
    /// Takes an article out of the cache, or reads and links it and puts it there; then corrects it.
    pub fn read(&mut self, file: &Found) -> Result<Linked, Skipped> {
        let Readers { corrections, cache, .. } = self.readers;
        let opened = self.reader.read_cached(file, cache)?;
        let known = opened.extra.as_deref().and_then(Sketch::from_bytes);
        let sketch = known.unwrap_or_else(|| Sketch::of(&opened.article));
        let passages = opened.passages.unwrap_or_else(|| {
            let passages = self.worker.link(&opened.article);
            cache.keep(file, opened.ticket, &opened.article, &passages, &sketch.to_bytes());
            passages
        });
        let article = Arc::new(opened.article);
        Ok(match corrections.contains_key(&article.path) {
            true => link_one(&mut self.worker, article, corrections),
            false => Linked::new(article, passages, sketch),
        })
    }
}

/// What the search for files has come to, while the reading goes on beside it.
#[derive(Default)]
struct Search {
    files: Vec<Found>,
    skipped: Vec<Skipped>,
    failed: Option<FileError>,
}

fn open_folder(folder: &Path, linker: &Linker, corrections: &Corrections, cache: Cache, job: &Job) {
    // Without a bound: how many there are is known long before they are read.
    let (sender, receiver) = channel();
    let (seen, complete) = (AtomicUsize::new(0), AtomicBool::new(false));
    let mut search = Search::default();
    thread::scope(|scope| {
        scope.spawn(|| {
            let sender = sender; // Gone with this thread, which ends the reading.
            search.failed = find(folder, job, &mut search.files, &mut search.skipped, |found| {
                seen.fetch_add(1, Ordering::Relaxed);
                sender.send(found).is_ok()
            });
            complete.store(true, Ordering::Relaxed);
        });
        let total = || if complete.load(Ordering::Relaxed) { seen.load(Ordering::Relaxed) } else { 0 };
        let readers = Readers { linker, corrections, cache: &cache };
        read_and_link(receiver, &readers, job, total);
    });
    let Search { files, mut skipped, failed } = search;
    if let Some(FileError { path, reason }) = failed {
        skipped.push(Skipped { path: path.display().to_string(), reason: Skip::Failed(reason) });
    }
    let complete = !job.is_cancelled();
    (job.report)(Report::Opened { skipped, files: complete.then(|| files.clone()) });
    if complete {
        cache.finish(&files); // After the report, as nobody waits for it.
    }
}

/// Tells `tell` of every file that can be read, in order, until it is enough.
fn find(
    folder: &Path,
    job: &Job,
    files: &mut Vec<Found>,
    skipped: &mut Vec<Skipped>,
    tell: impl Fn(Found) -> bool,
) -> Option<FileError> {
    let mut visit = |entry| {
        match entry {
            Entry::Found(found) => {
                files.push(found.clone());
                if !tell(found) {
                    return ControlFlow::Break(());
                }
            }
            Entry::Skipped(file) => skipped.push(file),
        }
        if job.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    store::scan(folder, &mut visit).err()
}

fn read_and_link(found: Receiver<Found>, readers: &Readers, job: &Job, total: impl Fn() -> usize) {
    let batch = move || {
        let first = found.recv().ok()?;
        Some(std::iter::once(first).chain(found.try_iter().take(BATCH - 1)).collect::<Vec<Found>>())
    };
    let read = |hand: &mut Hand, batch: Vec<Found>| batch.iter().map(|file| hand.read(file)).collect::<Vec<_>>();
    let (mut linked, mut skipped, mut done) = (Vec::new(), Vec::new(), 0);
    let mut told: Option<Instant> = None;
    let tell = |linked: &mut Vec<Linked>, skipped: &mut Vec<Skipped>, done: usize| {
        let (linked, skipped) = (std::mem::take(linked), std::mem::take(skipped));
        (job.report)(Report::Articles { linked, skipped, done, total: total() });
    };
    let stop = || job.is_cancelled();
    in_order(
        batch,
        || readers.hire(),
        read,
        stop,
        |results| {
            done += results.len();
            for result in results {
                match result {
                    Ok(one) => linked.push(one),
                    Err(file) => skipped.push(file),
                }
            }
            if told.is_none_or(|told| told.elapsed() >= PAUSE) {
                told = Some(Instant::now());
                tell(&mut linked, &mut skipped, done);
            }
        },
    );
    tell(&mut linked, &mut skipped, done);
}

/// Links an article as the reader wants to have it.
pub(super) fn link_one(worker: &mut LinkWorker<'_>, as_read: Arc<Article>, corrections: &Corrections) -> Linked {
    let Some(correction) = corrections.get(&as_read.path) else {
        let passages = worker.link(&as_read);
        let sketch = Sketch::of(&as_read);
        return Linked::new(as_read, passages, sketch);
    };
    let corrected = Arc::new(import::corrected(&as_read, correction));
    let (passages, sketch) = (worker.link(&corrected), Sketch::of(&corrected));
    Linked { as_read: Some(as_read), ..Linked::new(corrected, passages, sketch) }
}
