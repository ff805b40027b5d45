//! How a whole archive is opened, beside a plain search for the same words.
//!
//! `cargo bench --bench archive` makes a folder of 38,000 articles (270 MB) and opens it as the window does, then
//! takes the steps one by one. `READOUT_ARCHIVE=FOLDER` names another folder; if there is none of that name, the
//! made one is put there and stays. If ripgrep is on the path, it searches the same files for every word that the
//! topic tree looks for (`readout topics --words`), with two threads. Files are in the system's cache, the program's
//! own cache in a folder of its own.

#[path = "support/newsroom.rs"]
mod newsroom;
mod support;

use readout::analysis::{Linker, words_of};
use readout::model::{Article, Source};
use readout::store::{self, Found, Reader, topics};
use readout::work::{Corrections, Jobs, Linked, Opening, Report};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};
use support::megabytes;

/// The search is run this often; the fastest counts, because the others were disturbed.
const SEARCHES: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    support::print_machine();
    let temporary = tempfile::tempdir()?;
    let folder = std::env::var_os("READOUT_ARCHIVE").map_or_else(|| temporary.path().join("archive"), PathBuf::from);
    if !folder.exists() {
        println!("making {} articles in {} ...", newsroom::ARTICLES, folder.display());
        newsroom::write(&folder)?;
    }
    let words = temporary.path().join("words.txt");
    fs::write(&words, words_of(&topics::default()?.tree).join("\n"))?;
    // Also brings the files into the system's cache.
    let search = (0..SEARCHES).filter_map(|_| search(&words, &folder)).reduce(Spent::less);
    println!("first time, with a cache being written:");
    let cache = temporary.path().join("cache");
    let opening = open(&folder, &cache);
    println!("again, from the cache:");
    open(&folder, &cache);
    println!("step by step, without a cache:");
    steps(&folder)?;
    if let Some(search) = search {
        search.print("rg -j2 -icFf WORDS", None);
        println!("{:<34} {}", "opening takes, of that", opening.times(&search));
    }
    Ok(())
}

/// Opens the folder as the window does, keeps all that it would keep, and prints times and memory.
fn open(folder: &Path, cache: &Path) -> Spent {
    let mut jobs = Jobs::default();
    let (wake, woken) = channel();
    jobs.set_waker(Arc::new(move || _ = wake.send(())));
    let (before, watch) = (peak_memory(), Stopwatch::start());
    let (mut first, mut all): (Option<f64>, Vec<Linked>) = (None, Vec::new());
    jobs.open(Opening {
        source: Source::Folder(folder.to_owned()),
        session_topics: None,
        current: None,
        corrections: Corrections::new(),
        cache: Some(cache.to_owned()),
    });
    while jobs.is_busy() && woken.recv().is_ok() {
        while let Some(report) = jobs.poll() {
            if let Report::Articles { linked, .. } = report {
                first.get_or_insert_with(|| watch.spent().clock);
                all.extend(linked);
            }
        }
    }
    let spent = watch.spent();
    let text: usize = all.iter().map(|linked| linked.article.text.len()).sum();
    let passages: usize = all.iter().map(|linked| linked.passages.len()).sum();
    jobs.wait(Duration::from_secs(60)); // The cache is written after the opening; nobody waits for it.
    println!("{} articles, {:.1} MB of text, {passages} passages", all.len(), megabytes(text));
    println!("{:<34} {:>8.2} s", "first articles", first.unwrap_or(spent.clock));
    spent.print("open: list, read, link, all cores", Some(text));
    if let (Some(before), Some(peak)) = (before, peak_memory()) {
        let of_text = |bytes: usize| bytes as f64 / text as f64;
        println!(
            "{:<34} {:>8.0} MB, {:.2} times the text ({:.0} MB before)",
            "peak memory",
            megabytes(peak),
            of_text(peak),
            megabytes(before)
        );
    }
    spent
}

/// The same in steps, each for itself.
fn steps(folder: &Path) -> Result<(), Box<dyn Error>> {
    let started = Stopwatch::start();
    let found = store::list_articles(&[folder.to_owned()]).found;
    started.spent().print("list", None);
    let started = Stopwatch::start();
    let read = || {
        let mut reader = Reader::new(None);
        move |file: &Found| reader.read(file).ok()
    };
    let articles: Vec<Article> = on_all_cores(&found, read).into_iter().flatten().collect();
    let text = articles.iter().map(|article| article.text.len()).sum();
    started.spent().print("read, all cores", Some(text));
    let tree = topics::default()?.tree;
    let linker = Linker::new(&tree);
    let started = Stopwatch::start();
    let link = || {
        let mut worker = linker.worker();
        move |article: &Article| worker.link(article).len()
    };
    let passages: usize = on_all_cores(&articles, link).into_iter().sum();
    started.spent().print("link, all cores", Some(text));
    println!("{:<34} {passages:>8}", "passages");
    Ok(())
}

/// Does `work` on all items, each core with its own.
fn on_all_cores<T: Sync, R: Send, W: FnMut(&T) -> R>(items: &[T], worker: impl Fn() -> W + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, |threads| threads.get());
    let next = AtomicUsize::new(0);
    let run = || {
        let mut work = worker();
        let mut done = Vec::new();
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(work(item));
        }
        done
    };
    thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    })
}

/// What ripgrep takes to count the lines with any of the words; `None` if it is not on the path.
fn search(words: &Path, folder: &Path) -> Option<Spent> {
    let watch = Stopwatch::start();
    let mut command = Command::new("rg");
    command.args(["--no-config", "-j2", "-icFf"]).arg(words).arg(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().ok()?;
    Some(watch.spent())
}

/// Seconds by the clock and of the processors: on a machine with other work to do, only the second say much.
#[derive(Clone, Copy)]
struct Spent {
    clock: f64,
    /// `None` where the system is not asked for it.
    processors: Option<f64>,
}

struct Stopwatch {
    start: Instant,
    processors: Option<f64>,
}

impl Stopwatch {
    fn start() -> Self {
        Self { start: Instant::now(), processors: processor_seconds() }
    }

    fn spent(&self) -> Spent {
        let processors = processor_seconds().zip(self.processors).map(|(now, then)| now - then);
        Spent { clock: self.start.elapsed().as_secs_f64(), processors }
    }
}

impl Spent {
    fn less(self, other: Self) -> Self {
        let least = |a: f64, b: f64| a.min(b);
        let processors = self.processors.zip(other.processors).map(|(a, b)| least(a, b));
        Self { clock: least(self.clock, other.clock), processors }
    }

    fn print(&self, step: &str, bytes: Option<usize>) {
        let mut line = format!("{step:<34} {:>8.2} s", self.clock);
        if let Some(processors) = self.processors {
            line += &format!(", of the processors {processors:.2} s");
        }
        if let Some((bytes, processors)) = bytes.zip(self.processors) {
            line += &format!(", {:.2} s for 100 MB", processors / megabytes(bytes) * 100.0);
        }
        println!("{line}");
    }

    fn times(&self, other: &Self) -> String {
        let clock = format!("{:.2} times by the clock", self.clock / other.clock);
        match self.processors.zip(other.processors) {
            Some((this, other)) => format!("{clock}, {:.2} times of the processors", this / other),
            None => clock,
        }
    }
}

/// User and system time of this process and of those it has waited for; Linux only.
fn processor_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = fields.get(11..15)?.iter().map(|field| field.parse::<f64>().unwrap_or_default()).sum::<f64>();
    // Linux counts hundredths of a second for programs, whatever it does inside.
    Some(ticks / 100.0)
}

/// The most memory (bytes) that this process has had; Linux only.
fn peak_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<usize>().ok()? * 1024)
}
