//! The names of what the program keeps beside a session file.
//!
//! All are hidden, since a session may stand in a folder of articles, and they are the program's own business: what
//! a reader opens, copies and sends is the one `.ron` file. A link is followed, so that two names of one session
//! lead to the same neighbours.

use super::disk;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// How the name of a journal ends.
const JOURNAL: &str = ".journal";

/// A session file and its neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    session: PathBuf,
}

impl Beside {
    /// The neighbours of the session at `path`, which need not be there.
    pub fn of(path: &Path) -> Self {
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let session = whole.canonicalize().unwrap_or_else(|_| match (whole.parent(), whole.file_name()) {
            (Some(folder), Some(name)) => folder.canonicalize().unwrap_or_else(|_| folder.to_owned()).join(name),
            _ => whole,
        });
        Self { session }
    }

    /// The session itself: absolute, with all links followed.
    pub fn session(&self) -> &Path {
        &self.session
    }

    /// `.talks.ron.journal`: what has changed since the session was saved.
    pub fn journal(&self) -> PathBuf {
        self.named(JOURNAL)
    }

    /// `.talks.ron.saved`: how much of the journal is in which content of the session.
    pub fn saved(&self) -> PathBuf {
        self.named(".saved")
    }

    /// `.talks.ron.lock`: locked by the window that may write.
    pub fn lock(&self) -> PathBuf {
        self.named(".lock")
    }

    /// `.talks.ron.who`: which window that is.
    pub fn who(&self) -> PathBuf {
        self.named(".who")
    }

    /// `.talks.ron.versions`: a folder of earlier contents.
    pub fn versions(&self) -> PathBuf {
        self.named(".versions")
    }

    /// Takes away what killed processes have left while they replaced the session or one of its neighbours.
    pub fn sweep(&self) {
        let mut start = self.session.file_name().unwrap_or_default().to_owned();
        start.push(".");
        disk::sweep(disk::folder_of(&self.session), start.as_encoded_bytes());
    }

    fn named(&self, ending: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(self.session.file_name().unwrap_or_default());
        name.push(ending);
        self.session.with_file_name(name)
    }

    /// The session that this file is the journal of; `None` if it is none by its name.
    pub fn session_of(journal: &Path) -> Option<PathBuf> {
        let name = journal.file_name()?.to_str()?;
        let session = name.strip_prefix('.')?.strip_suffix(JOURNAL)?;
        (!session.is_empty()).then(|| journal.with_file_name(session))
    }
}
