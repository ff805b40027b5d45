//! Files become articles, the risky ones in a child process of this same program.
//!
//! A PDF, an office file, a mail or an archive may be made to hang its reader, to fill the memory or to break it. So
//! each reading thread has a child that gets such files through a pipe, one by one, and gives back articles; it can be
//! killed, and then the file is named with the reason and the next file gets a new child. Plain text and web pages are
//! read in place. Memory is limited on Unix; on Windows only time is, beside the importers' own bounds. Where no child
//! can be started (the program was moved away by an update) everything is read in place: better than nothing to read.

mod frames;
mod process;
mod serve;
#[cfg(test)]
mod tests;

pub use serve::main;

use super::cache::{Cache, ContentKey, Ticket};
use super::disk::{self, read_file};
use super::scan::{Found, Skip, Skipped, extension};
use crate::import;
use crate::model::{Article, Passage};
use process::{End, Process};
use std::any::Any;
use std::panic;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The first argument of a child process; for the program itself, not for people.
pub const ARGUMENT: &str = "--read-articles";

/// The first thing that a child says: who else is started by mistake says something else.
pub const HELLO: &str = concat!("readout ", env!("CARGO_PKG_VERSION"), " reads articles\n");

/// The largest file that is read: a hundred times the longest transcript, and little enough for any
/// machine to hold several at once.
const MAX_ARTICLE_BYTES: u64 = 64 * 1024 * 1024;

/// What breaks nothing but itself: these are read in place, as most articles are such files.
const PLAIN: [&str; 5] = [".txt", ".md", ".markdown", ".html", ".htm"];

/// What one risky file may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For any file; large ones have more: see [`Self::MORE_PER_MEGABYTE`].
    pub time: Duration,
    /// Bytes of the child's address space.
    pub memory: u64,
}

impl Default for Limits {
    /// The slowest sound files take a second; a reader waits this long for a folder with one bad file.
    /// The memory is twice what the importers allow themselves to unpack.
    fn default() -> Self {
        Self { time: Duration::from_secs(20), memory: 1 << 30 }
    }
}

impl Limits {
    /// A thousand pages of PDF are a few megabytes, and a slow disk or a busy machine slows the pipe.
    pub const MORE_PER_MEGABYTE: Duration = Duration::from_secs(1);

    fn time_for(self, bytes: usize) -> Duration {
        let megabytes = u32::try_from(bytes >> 20).unwrap_or(u32::MAX);
        self.time + Self::MORE_PER_MEGABYTE * megabytes
    }
}

/// Reads articles, one at a time; every thread has its own.
pub struct Reader {
    /// `None`: everything is read in place.
    program: Option<PathBuf>,
    limits: Limits,
    child: Option<Process>,
}

/// An article from its file or from the cache.
#[derive(Debug, PartialEq)]
pub struct Opened {
    pub article: Article,
    /// From the cache, if they were found under this topic tree.
    pub passages: Option<Vec<Passage>>,
    /// What else was kept with the article; `None` if it was not in the cache.
    pub extra: Option<Vec<u8>>,
    /// For [`Cache::keep`].
    pub ticket: Ticket,
}

impl Reader {
    /// Starts `program` for risky files; without one everything is read in place.
    pub fn new(program: Option<PathBuf>) -> Self {
        Self { program, limits: Limits::default(), child: None }
    }

    /// Starts this very program for risky files.
    pub fn of_this_program() -> Self {
        // A child must not start children, whatever program this turns out to be.
        let is_child = std::env::var_os(process::CHILD_VARIABLE).is_some();
        Self::new(if is_child { None } else { this_program() })
    }

    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Reads one file that was found.
    pub fn read(&mut self, found: &Found) -> Result<Article, Skipped> {
        let bytes = read_bytes(found)?;
        self.read_bytes(found, &bytes)
    }

    /// Takes one file that was found from the cache or, if it is new or has changed, reads it.
    pub fn read_cached(&mut self, found: &Found, cache: &Cache) -> Result<Opened, Skipped> {
        let mut cached = cache.get(found);
        let mut key = None;
        let mut bytes = Vec::new();
        if cached.is_none() {
            bytes = read_bytes(found)?;
            key = Some(ContentKey::of(&found.path, &bytes));
            cached = key.and_then(|key| cache.get_content(found, key));
        }
        match (cached, key) {
            (Some(cached), _) => Ok(Opened {
                article: cached.article,
                passages: cached.passages,
                extra: Some(cached.extra),
                ticket: cached.ticket,
            }),
            (None, key) => {
                let article = self.read_bytes(found, &bytes)?;
                let ticket = Ticket::new(key.expect("it was made when nothing was in the cache"));
                Ok(Opened { article, passages: None, extra: None, ticket })
            }
        }
    }

    fn read_bytes(&mut self, found: &Found, bytes: &[u8]) -> Result<Article, Skipped> {
        let path = &found.path;
        let read = if is_risky(path) { self.read_in_child(path, bytes) } else { import_guarded(path, bytes) };
        read.map_err(|reason| failed(found, reason))
    }

    fn read_in_child(&mut self, path: &str, bytes: &[u8]) -> Result<Article, String> {
        let time = self.limits.time_for(bytes.len());
        loop {
            let Some(child) = self.child() else { return import_guarded(path, bytes) };
            let is_new = child.is_new;
            let end = match child.read(path, bytes, time) {
                Ok(answer) => return answer,
                Err(end) => end,
            };
            self.child = None;
            // What an earlier file has left behind may be to blame, or somebody who kills idle processes.
            if is_new || end == End::Late {
                return Err(self.reason(end, time));
            }
        }
    }

    /// The child that waits for a file, or a new one.
    fn child(&mut self) -> Option<&mut Process> {
        if self.child.is_none() {
            self.child = self.program.as_deref().and_then(|program| Process::start(program, self.limits.memory));
        }
        if self.child.is_none() {
            self.program = None; // Not tried again for each of thousands of files.
        }
        self.child.as_mut()
    }

    fn reason(&self, end: End, time: Duration) -> String {
        match end {
            End::Late => format!("it took longer than {} s to read and was stopped", time.as_secs()),
            End::Memory => format!("it needed more than {} of memory and was stopped", disk::size(self.limits.memory)),
            End::Broken => "it broke the reader, which was stopped".to_owned(),
        }
    }
}

/// The program that runs now.
fn this_program() -> Option<PathBuf> {
    // On Linux by a name that stays good after an update has replaced the file.
    let running = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() { Some(running.to_owned()) } else { std::env::current_exe().ok() }
}

fn is_risky(path: &str) -> bool {
    !PLAIN.contains(&extension(Path::new(path)).as_str())
}

fn read_bytes(found: &Found) -> Result<Vec<u8>, Skipped> {
    read_file(&found.full, MAX_ARTICLE_BYTES).map_err(|error| failed(found, disk::reason(&error)))
}

fn failed(found: &Found, reason: String) -> Skipped {
    Skipped { path: found.path.clone(), reason: Skip::Failed(reason) }
}

/// A file that breaks the program's own code must not end the program: the rest goes on.
pub(super) fn import_guarded(path: &str, bytes: &[u8]) -> Result<Article, String> {
    let read = panic::catch_unwind(|| import::article(path, bytes).map_err(|error| format!("it {error}")));
    read.unwrap_or_else(|panic| Err(format!("a mistake in Readout: {}", panic_words(&*panic))))
}

fn panic_words(panic: &(dyn Any + Send)) -> &str {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no further words")
}
