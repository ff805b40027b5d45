//! One child process and the thread that watches its time.
//!
//! Reading from a pipe cannot be given up halfway, so a second thread kills the child when its time is over; the pipe
//! then ends by itself.

use super::frames::{read_reply, write_request};
use super::{ARGUMENT, HELLO};
use crate::model::Article;
use std::io::{self, BufReader, BufWriter, Read};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Tells a program that it is a child already.
pub(super) const CHILD_VARIABLE: &str = "READOUT_CHILD";

/// How long a child may take to say [`HELLO`]: a hundred times what it takes on an idle machine.
const TIME_TO_START: Duration = Duration::from_secs(10);

/// As much as is read of a dead child's last words (bytes).
const LAST_WORDS: u64 = 64 * 1024;

/// Articles go through the pipe in pieces of this size (bytes).
const BUFFER: usize = 64 * 1024;

/// What Rust says when there is no memory.
const NO_MEMORY: &str = "memory allocation of";

/// How a child came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Late,
    Memory,
    /// Crashed, or said what no child says.
    Broken,
}

/// A child that waits for a file. Dropping it ends it.
pub(super) struct Process {
    requests: BufWriter<ChildStdin>,
    replies: BufReader<ChildStdout>,
    errors: ChildStderr,
    /// Whether it has read no file yet.
    pub is_new: bool,
    memory: u64,
    watched: Arc<Watched>,
}

struct Watched {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    child: Child,
    deadline: Option<Instant>,
    was_late: bool,
    is_over: bool,
}

impl Process {
    /// Starts `program` as a child; `None` if that does not work or if it is something else than this program.
    pub fn start(program: &Path, memory: u64) -> Option<Self> {
        let mut command = Command::new(program);
        command.arg(ARGUMENT).arg(memory.to_string()).env(CHILD_VARIABLE, "1");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        without_window(&mut command);
        let mut child = command.spawn().ok()?;
        let (requests, replies, errors) = (child.stdin.take()?, child.stdout.take()?, child.stderr.take()?);
        let state = State { child, deadline: None, was_late: false, is_over: false };
        let watched = Arc::new(Watched { state: Mutex::new(state), changed: Condvar::new() });
        let mut process = Self {
            requests: BufWriter::with_capacity(BUFFER, requests),
            replies: BufReader::with_capacity(BUFFER, replies),
            errors,
            is_new: true,
            memory,
            watched: watched.clone(),
        };
        thread::Builder::new().name("watch-child".to_owned()).spawn(move || watched.watch()).ok()?;
        process.greet().ok().filter(|hello| hello == HELLO.as_bytes())?;
        Some(process)
    }

    fn greet(&mut self) -> io::Result<Vec<u8>> {
        self.watched.set_deadline(Some(TIME_TO_START));
        let mut hello = vec![0; HELLO.len()];
        self.replies.read_exact(&mut hello)?;
        self.watched.set_deadline(None);
        Ok(hello)
    }

    /// Has a file read. After an `Err` this child is of no use any more.
    pub fn read(&mut self, path: &str, bytes: &[u8], time: Duration) -> Result<Result<Article, String>, End> {
        self.watched.set_deadline(Some(time));
        let written = write_request(&mut self.requests, path, bytes);
        let reply = written.and_then(|()| read_reply(&mut self.replies, self.memory));
        self.watched.set_deadline(None);
        self.is_new = false;
        // An article of another path is a reply to another request.
        let fits = |reply: &Result<Article, String>| reply.as_ref().map_or(true, |article| article.path == path);
        reply.ok().filter(fits).ok_or_else(|| self.end())
    }

    /// Why there was no reply.
    fn end(&mut self) -> End {
        if self.watched.stop() {
            return End::Late;
        }
        let mut words = Vec::new();
        // Whatever can be read of them will do.
        let _ = (&mut self.errors).take(LAST_WORDS).read_to_end(&mut words);
        if String::from_utf8_lossy(&words).contains(NO_MEMORY) { End::Memory } else { End::Broken }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.watched.stop();
    }
}

impl Watched {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_deadline(&self, time: Option<Duration>) {
        let mut state = self.state();
        state.deadline = time.map(|time| Instant::now() + time);
        if time.is_some() {
            state.was_late = false; // It may have been killed right after its last reply; this file is not to blame.
            self.changed.notify_one();
        }
    }

    /// Kills the child when its time is over.
    fn watch(&self) {
        let mut state = self.state();
        while !state.is_over {
            let Some(deadline) = state.deadline else {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                state.was_late = true;
                let _ = state.child.kill(); // Fails only if it has ended.
                return;
            }
            state = self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Ends child and watching, and leaves no dead process behind. Whether the child was late.
    fn stop(&self) -> bool {
        let mut state = self.state();
        state.is_over = true;
        self.changed.notify_one();
        // Both fail only if it has ended and was waited for.
        let _ = state.child.kill();
        let _ = state.child.wait();
        state.was_late
    }
}

/// On Windows a program without a console of its own would flash one.
#[cfg(windows)]
fn without_window(command: &mut Command) {
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    std::os::windows::process::CommandExt::creation_flags(command, CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_window(_command: &mut Command) {}
