//! The jobs of one window.

use super::across::{self, AcrossTask};
use super::again;
use super::carry::{self, CarryTask};
use super::collection::{self, Job, Opening};
use super::known::Kept;
use super::questions;
use super::report::{Comparison, Corrections, Picked, Purpose, Report, SaveTask};
use super::watch;
use crate::analysis::Relink;
use crate::analysis::changes::changes;
use crate::analysis::duplicates::Sketch;
use crate::analysis::learn::{Lessons, StemTable};
use crate::model::{Article, TopicIx, TopicTree};
use crate::store::journal::Flusher;
use crate::store::{self, Found, Topics};
use std::future::Future;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Asks the window to look for reports.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// Starts jobs and collects what they report.
pub struct Jobs {
    sender: Sender<(u64, Report)>,
    receiver: Receiver<(u64, Report)>,
    waker: Arc<Mutex<Option<Waker>>>,
    /// Numbers of jobs that were given out.
    last: u64,
    /// The number of the newest opening: of its job, and of those beside it. Reports of older ones are dropped.
    opening: u64,
    opening_ended: Arc<AtomicBool>,
    /// The number of the newest job that goes over the whole collection.
    collection: u64,
    /// Whether that job still runs.
    busy: bool,
    cancel: Arc<AtomicBool>,
    /// Ends the newest learning.
    lesson: Arc<AtomicBool>,
    /// Ends the newest trial of rules.
    trial: Arc<AtomicBool>,
    /// The words of the collection.
    kept: Kept,
    /// Ends the newest look across articles.
    across: Arc<AtomicBool>,
    /// Rings for the one who watches the collection folder; gone when nobody does.
    bell: Option<Sender<()>>,
    /// Jobs that run now, for tests and for the end of the program.
    running: Arc<(Mutex<usize>, Condvar)>,
}

/// Reports that belong to no collection job.
const ANY: u64 = 0;

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            waker: Arc::default(),
            last: ANY,
            opening: ANY,
            opening_ended: Arc::default(),
            collection: ANY,
            busy: false,
            cancel: Arc::default(),
            lesson: Arc::default(),
            trial: Arc::default(),
            kept: Kept::default(),
            across: Arc::default(),
            bell: None,
            running: Arc::default(),
        }
    }
}

impl Jobs {
    /// Who is to be woken when there is a report. Jobs may start before there is a window.
    pub fn set_waker(&mut self, waker: Waker) {
        *lock(&self.waker) = Some(waker);
    }

    /// Reads and links a collection. Ends the one that was being read, and the watch over its folder.
    pub fn open(&mut self, opening: Opening) {
        self.bell = None;
        self.across.store(true, Ordering::Relaxed);
        self.opening_ended.store(true, Ordering::Relaxed);
        self.opening_ended = Arc::default();
        let job = self.start_collection();
        self.opening = self.collection;
        self.spawn("open", move || collection::open(&opening, &job));
    }

    /// Watches the folder of the collection that is open; `known` are its files as they were read.
    pub fn watch(&mut self, folder: PathBuf, known: Vec<Found>) {
        let (bell, ear) = channel();
        self.bell = Some(bell);
        let job = self.join_collection();
        // Not counted as running: it has no end.
        let watch = move || watch::watch(&folder, known, &ear, &job);
        let _ = thread::Builder::new().name("watch".to_owned()).spawn(watch);
    }

    /// Finds copies and versions among the articles of the collection.
    pub fn find_stories(&mut self, articles: Vec<Arc<Article>>, sketches: Vec<Arc<Sketch>>, generation: u64) {
        let job = self.join_collection();
        self.spawn("stories", move || questions::stories(&articles, &sketches, generation, &job));
    }

    /// Tries changed rules of one topic, of the tree `after`, on all articles. Ends the trial before.
    pub fn preview(
        &mut self,
        articles: Vec<Arc<Article>>,
        before: Arc<Topics>,
        after: TopicTree,
        topic: TopicIx,
        asked: u64,
    ) {
        self.trial.store(true, Ordering::Relaxed);
        self.trial = Arc::default();
        let job = Job { cancel: self.trial.clone(), report: Box::new(self.reporter(self.opening)) };
        let kept = self.kept.clone();
        self.spawn("preview", move || {
            if let Some(preview) = questions::preview(&articles, &kept, &before.tree, &after, topic, &job) {
                (job.report)(Report::Preview { asked, preview });
            }
        });
    }

    /// Learns a topic from its lessons and looks for more like them. `table` is that of the articles, if there is one.
    pub fn suggest(
        &mut self,
        articles: Vec<Arc<Article>>,
        table: Option<Arc<StemTable>>,
        lessons: Lessons,
        asked: u64,
    ) {
        self.lesson.store(true, Ordering::Relaxed);
        self.lesson = Arc::default();
        let job = Job { cancel: self.lesson.clone(), report: Box::new(self.reporter(self.opening)) };
        self.spawn("suggest", move || questions::suggest(&articles, table, &lessons, asked, &job));
    }

    /// Finds what is said across articles. Ends the look before.
    pub fn look_across(&mut self, task: AcrossTask, asked: u64) {
        self.across.store(true, Ordering::Relaxed);
        self.across = Arc::default();
        let job = Job { cancel: self.across.clone(), report: Box::new(self.reporter(self.opening)) };
        self.spawn("across", move || across::look_across(task, asked, &job));
    }

    /// Finds what changed between two articles: of long ones that takes a moment.
    pub fn compare(&mut self, old: Arc<Article>, new: Arc<Article>) {
        let report = self.reporter(self.opening);
        self.spawn("compare", move || {
            let changes = Arc::new(changes(&old, &new));
            report(Report::Compared(Comparison { old, new, changes }));
        });
    }

    /// Carries marks over to articles that have changed since they were made.
    pub fn carry(&mut self, tasks: Vec<CarryTask>) {
        let report = self.reporter(self.opening);
        self.spawn("carry", move || carry::carry_all(tasks, &report));
    }

    /// Has the folder looked at now. Whether anybody watches it.
    pub fn look_now(&self) -> bool {
        self.bell.as_ref().is_some_and(|bell| bell.send(()).is_ok())
    }

    /// Reads files of the collection that were added or edited.
    pub fn read_again(&mut self, files: Vec<Found>, topics: Arc<Topics>, corrections: Corrections) {
        let job = self.join_collection();
        self.spawn("read-again", move || again::read_again(&files, topics, &corrections, &job));
    }

    /// Corrects articles and links them again; `articles` are as they were read.
    pub fn correct(&mut self, articles: Vec<Arc<Article>>, topics: Arc<Topics>, corrections: Corrections) {
        let job = self.join_collection();
        self.spawn("correct", move || again::correct(articles, topics, &corrections, &job));
    }

    /// Links all articles under another tree, by the top-level topics that `relink` names.
    pub fn relink(&mut self, articles: Vec<Arc<Article>>, topics: Arc<Topics>, relink: Relink) {
        let job = self.start_collection();
        let kept = self.kept.clone();
        self.spawn("relink", move || again::relink(articles, &kept, topics, relink, &job));
    }

    /// Ends the reading or linking; what has come so far stays.
    pub fn cancel(&mut self) {
        self.across.store(true, Ordering::Relaxed);
        self.cancel.store(true, Ordering::Relaxed);
    }

    /// Whether a collection is being read or linked.
    pub fn is_busy(&self) -> bool {
        self.busy
    }

    pub fn read_session(&mut self, path: PathBuf) {
        let report = self.reporter(ANY);
        self.spawn("read-session", move || {
            let result = store::session_file::load(&path).map(Box::new);
            // Both end in `.ron`: a topic tree is opened for what it is.
            match result.is_err().then(|| store::topics::open(&path)) {
                Some(Ok(topics)) => report(Report::TopicsRead { path, result: Ok(Box::new(topics)) }),
                _ => report(Report::SessionRead { path, result }),
            }
        });
    }

    /// Reads another reader's session, to be merged.
    pub fn read_merge(&mut self, path: PathBuf) {
        let report = self.reporter(self.opening);
        self.spawn("read-merge", move || {
            let result = store::session_file::load(&path).map(Box::new);
            report(Report::MergeRead { path, result });
        });
    }

    pub fn read_topics(&mut self, path: PathBuf) {
        let report = self.reporter(ANY);
        self.spawn("read-topics", move || {
            let result = store::topics::open(&path).map(Box::new);
            report(Report::TopicsRead { path, result });
        });
    }

    pub fn save_session(&mut self, task: SaveTask) {
        let report = self.reporter(ANY);
        self.spawn("save-session", move || {
            let SaveTask { path, saving, session, texts, replace, revision } = task;
            let result = saving.run(&session, &texts, replace);
            report(Report::Saved { path, revision, result });
        });
    }

    /// Waits until the journal is on the disk.
    pub fn flush_journal(&mut self, flusher: Flusher) {
        let report = self.reporter(ANY);
        self.spawn("flush-journal", move || {
            if let Err(error) = flusher.flush() {
                report(Report::JournalFailed(error));
            }
        });
    }

    /// Waits for a file dialog, however long it stays open.
    pub fn wait_for_dialog(
        &mut self,
        purpose: Purpose,
        dialog: impl Future<Output = Option<PathBuf>> + Send + 'static,
    ) {
        let report = self.reporter(ANY);
        let started = Instant::now();
        // Not counted as running: a dialog whose service died stays open for ever and must not hold up the end.
        let wait = move || {
            report(Report::Picked(Picked { purpose, path: pollster::block_on(dialog), shown: started.elapsed() }))
        };
        // Without a thread there is no dialog; the reader sees that none opened.
        let _ = thread::Builder::new().name("dialog".to_owned()).spawn(wait);
    }

    /// The next report, if there is one.
    pub fn poll(&mut self) -> Option<Report> {
        while let Ok((job, report)) = self.receiver.try_recv() {
            if ![ANY, self.opening, self.collection].contains(&job) {
                continue;
            }
            if matches!(report, Report::Opened { .. } | Report::Relinked { .. }) {
                self.busy = false;
            }
            return Some(report);
        }
        None
    }

    /// Waits until no job runs, at most for `limit`. Whether that was so.
    pub fn wait(&self, limit: Duration) -> bool {
        let (running, ended) = &*self.running;
        let waited = ended.wait_timeout_while(lock(running), limit, |running| *running > 0);
        waited.is_ok_and(|(_, timeout)| !timeout.timed_out())
    }

    fn start_collection(&mut self) -> Job {
        self.cancel.store(true, Ordering::Relaxed);
        self.cancel = Arc::default();
        self.last += 1;
        self.collection = self.last;
        self.busy = true;
        Job { cancel: self.cancel.clone(), report: Box::new(self.reporter(self.collection)) }
    }

    /// A job beside the reading of the collection. Its reports count until another one is opened.
    fn join_collection(&self) -> Job {
        Job { cancel: self.opening_ended.clone(), report: Box::new(self.reporter(self.opening)) }
    }

    fn reporter(&self, job: u64) -> impl Fn(Report) + Send + Sync + 'static {
        let (sender, waker) = (self.sender.clone(), self.waker.clone());
        move |report| {
            // Nobody listens when the window is gone; then nothing is lost.
            let _ = sender.send((job, report));
            if let Some(wake) = &*lock(&waker) {
                wake();
            }
        }
    }

    fn spawn(&self, name: &str, work: impl FnOnce() + Send + 'static) {
        let running = self.running.clone();
        *lock(&running.0) += 1;
        let guarded = move || {
            let _end = End(running);
            work();
        };
        let spawned = thread::Builder::new().name(name.to_owned()).spawn(guarded);
        spawned.expect("a system that cannot start a thread cannot run a window");
    }
}

/// Counts a job down, also if it panics.
struct End(Arc<(Mutex<usize>, Condvar)>);

impl Drop for End {
    fn drop(&mut self) {
        *lock(&self.0.0) -= 1;
        self.0.1.notify_all();
    }
}

/// A panic while the lock was held leaves these values whole, so they may be used.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
