//! Reading and linking the articles of a collection on all cores, in order.

use super::in_order::in_order;
use super::report::{Corrections, Linked, Report};
use crate::analysis::duplicates::{Facts, Sketch, find_stories};
use crate::analysis::learn::{self, Lessons, Model, StemTable, TableBuilder};
use crate::analysis::{LinkWorker, Linker, Preview, Relink, RuleTrial, TrialWorker, replace_passages};
use crate::import;
use crate::model::{Article, ArticleIx, Passage, Source, TopicFile, TopicIx, TopicTree};
use crate::store::{self, Cache, Entry, FileError, Found, Reader, Skip, Skipped, Topics, TopicsError};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// Articles that a thread takes at once: few, so that the first ones are on the screen soon.
const BATCH: usize = 8;
/// Files that may be found ahead of the reading: enough that no reader waits, few enough to hold.
const FOUND_AHEAD: usize = 4096;
/// Sentences offered at once that look like a topic's passages.
const SUGGESTIONS: usize = 12;
/// Words shown that speak for or against a topic.
const LEARNT_WORDS: usize = 8;
/// Articles whose stems are put together at once.
const TABLE_BATCH: usize = 256;
/// Passages shown of what changed rules would add and take away: a handful.
const EXAMPLES: usize = 8;
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
struct Readers<'a> {
    linker: &'a Linker,
    corrections: &'a Corrections,
    cache: &'a Cache,
}

/// One thread's part.
struct Hand<'a> {
    readers: &'a Readers<'a>,
    worker: LinkWorker<'a>,
    reader: Reader,
}

impl<'a> Readers<'a> {
    fn hire(&'a self) -> Hand<'a> {
        Hand { readers: self, worker: self.linker.worker(), reader: Reader::of_this_program() }
    }
}

impl Hand<'_> {
    /// Takes an article out of the cache, or reads and links it and puts it there; then corrects it.
    fn read(&mut self, file: &Found) -> Result<Linked, Skipped> {
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
    let (sender, receiver) = sync_channel(FOUND_AHEAD);
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
fn link_one(worker: &mut LinkWorker<'_>, as_read: Arc<Article>, corrections: &Corrections) -> Linked {
    let Some(correction) = corrections.get(&as_read.path) else {
        let passages = worker.link(&as_read);
        let sketch = Sketch::of(&as_read);
        return Linked::new(as_read, passages, sketch);
    };
    let corrected = Arc::new(import::corrected(&as_read, correction));
    let (passages, sketch) = (worker.link(&corrected), Sketch::of(&corrected));
    Linked { as_read: Some(as_read), ..Linked::new(corrected, passages, sketch) }
}

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

/// Finds copies and versions among the articles of a collection.
pub fn stories(articles: &[Arc<Article>], sketches: &[Arc<Sketch>], generation: u64, job: &Job) {
    let facts: Vec<Facts> = articles.iter().zip(sketches).map(|(article, sketch)| Facts::of(article, sketch)).collect();
    let mut stories = find_stories(&facts);
    stories.retain(|story| !story.others.is_empty());
    (job.report)(Report::Stories { generation, stories });
}

/// Learns from `lessons` and looks for more like them; makes the table of the articles if there is none yet.
pub fn suggest(articles: &[Arc<Article>], table: Option<Arc<StemTable>>, lessons: &Lessons, asked: u64, job: &Job) {
    let table = match table {
        Some(table) => table,
        None => match stem_table(articles, job) {
            Some(table) => Arc::new(table),
            None => return,
        },
    };
    let model = Model::train(&table, lessons);
    let (suggestions, words) = match &model {
        Some(model) => (
            learn::suggest(model, &table, lessons, articles, SUGGESTIONS),
            learn::top_words(model, &table, lessons, articles, LEARNT_WORDS),
        ),
        None => (Vec::new(), [Vec::new(), Vec::new()]),
    };
    (job.report)(Report::Suggested { asked, table, suggestions, words });
}

/// The stems of all sentences; `None` if it was stopped.
fn stem_table(articles: &[Arc<Article>], job: &Job) -> Option<StemTable> {
    let mut table: Option<StemTable> = None;
    let mut next = articles.chunks(TABLE_BATCH);
    let build = |(): &mut (), articles: &[Arc<Article>]| {
        let mut builder = TableBuilder::default();
        articles.iter().for_each(|article| builder.add(article));
        builder.finish()
    };
    let append = |part| match &mut table {
        Some(table) => table.append(part),
        None => table = Some(part),
    };
    in_order(|| next.next(), || (), build, || job.is_cancelled(), append);
    (!job.is_cancelled()).then(|| table.unwrap_or_else(|| TableBuilder::default().finish()))
}

/// Tries changed rules of one top-level topic on all articles.
pub fn preview(
    articles: &[Arc<Article>],
    before: &TopicTree,
    after: &TopicTree,
    topic: TopicIx,
    job: &Job,
) -> Option<Preview> {
    let trial = RuleTrial::new(before, after, topic);
    let top = before.find(&after.topic(after.top(topic)).id);
    let linker = top.map(|top| Linker::of_top(before, top));
    let mut preview = Preview::new(EXAMPLES);
    let mut next = articles.iter().enumerate();
    let hire = || (linker.as_ref().map(Linker::worker), trial.worker());
    let compare = |(worker, trial): &mut (Option<LinkWorker>, TrialWorker),
                   (index, article): (usize, &Arc<Article>)| {
        let passages = worker.as_mut().map(|worker| worker.link(article)).unwrap_or_default();
        (ArticleIx::new(index), trial.compare(article, &passages))
    };
    in_order(|| next.next(), hire, compare, || job.is_cancelled(), |(ix, change)| preview.add(ix, &change));
    (!job.is_cancelled()).then_some(preview)
}

/// Links all articles under another tree: those top-level topics that `relink` names.
pub fn relink(articles: &[Arc<Article>], topics: Arc<Topics>, relink: Relink, job: &Job) {
    let tree = &topics.tree;
    let linkers: Vec<Linker> = relink.tops().iter().map(|top| Linker::of_top(tree, *top)).collect();
    let mut linked = Vec::with_capacity(articles.len());
    let mut next = articles.chunks(BATCH);
    let hire = || linkers.iter().map(Linker::worker).collect::<Vec<LinkWorker>>();
    let link = |workers: &mut Vec<LinkWorker<'_>>, articles: &[Arc<Article>]| {
        let all = |article: &Arc<Article>| {
            let mut passages = Vec::new();
            for (worker, top) in workers.iter_mut().zip(relink.tops()) {
                replace_passages(&mut passages, tree, *top, worker.link(article));
            }
            passages
        };
        articles.iter().map(all).collect::<Vec<Vec<Passage>>>()
    };
    in_order(|| next.next(), hire, link, || job.is_cancelled(), |batch| linked.extend(batch));
    if linked.len() == articles.len() {
        (job.report)(Report::Relinked { topics, relink, linked });
    }
}
