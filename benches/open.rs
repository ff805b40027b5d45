//! How long it takes to open a folder, as the window does it: until the first articles can be read, and until all
//! are linked.
//!
//! `cargo bench --bench open` makes a folder of 1,000 articles of 5 kB and opens it; with `READOUT_BENCH_FOLDER` it
//! opens that folder too. Files are in the system's cache, as they are after the first run.

mod support;

use readout::app::{Command, State};
use readout::store::Settings;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use support::megabytes;

const ARTICLES: usize = 1_000;
/// The median of these is printed.
const RUNS: usize = 5;

/// One opening.
struct Opening {
    articles: usize,
    passages: usize,
    /// Bytes of text.
    bytes: usize,
    first: Duration,
    all: Duration,
}

fn main() -> Result<(), Box<dyn Error>> {
    support::print_machine();
    println!(
        "{:<16} {:>8} {:>7} {:>9} {:>14} {:>14} {:>6}",
        "folder", "articles", "MB", "passages", "first articles", "all linked", "MB/s"
    );
    let folder = tempfile::tempdir()?;
    for number in 0..ARTICLES {
        let (name, text) = support::article(number);
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder.path()))?;
        fs::write(path, text)?;
    }
    measure("generated", folder.path());
    if let Some(folder) = std::env::var_os("READOUT_BENCH_FOLDER") {
        let name = Path::new(&folder).file_name().unwrap_or_default().to_string_lossy().into_owned();
        measure(&name, Path::new(&folder));
    }
    Ok(())
}

fn measure(name: &str, folder: &Path) {
    let mut runs: Vec<Opening> = (0..RUNS).map(|_| open(folder)).collect();
    runs.sort_by_key(|run| run.all);
    let Opening { articles, passages, bytes, first, all } = runs.swap_remove(RUNS / 2);
    let speed = megabytes(bytes) / all.as_secs_f64();
    let milliseconds = |time: Duration| format!("{:.0} ms", time.as_secs_f64() * 1e3);
    println!(
        "{name:<16} {articles:>8} {:>7.1} {passages:>9} {:>14} {:>14} {speed:>6.0}",
        megabytes(bytes),
        milliseconds(first),
        milliseconds(all)
    );
}

fn open(folder: &Path) -> Opening {
    let mut state = State::new(Settings::default(), None);
    let (wake, woken) = channel();
    state.jobs.set_waker(Arc::new(move || _ = wake.send(())));
    let start = Instant::now();
    let mut first = None;
    state.apply(Command::OpenFolder(folder.to_owned()));
    while state.progress.is_some() && woken.recv().is_ok() {
        state.take_reports();
        if first.is_none() && !state.library.articles.is_empty() {
            first = Some(start.elapsed());
        }
    }
    let all = start.elapsed();
    Opening {
        articles: state.library.articles.len(),
        passages: state.library.links.iter().map(|links| links.len()).sum(),
        bytes: state.library.articles.iter().map(|article| article.text.len()).sum(),
        first: first.unwrap_or(all),
        all,
    }
}
