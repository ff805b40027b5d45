//! What the reader has done since the session was saved, written down as it happens.
//!
//! The journal is a hidden file beside the session; for a reading that was never saved it stands in a folder of the
//! user's, beside the name that the session would have there. It is begun with the first edit and removed once
//! everything is in the session, so one that is there when a session is opened is what a crash has left.
//!
//! What is promised: when [`Journal::append`] has answered, the edit outlives the process; when [`Flusher::flush`] has
//! answered, it outlives a power cut. When [`Saving::run`] has answered, so does the session as saved. In between, at
//! any instant, the session is the old or the new one, and [`recover`] tells which edits are not in it: before a
//! session is replaced, a mark beside it says how many edits of which journal the new content holds.
//!
//! Left out: how the screen looked, and where the reader was.

mod record;
mod recover;
mod saving;
#[cfg(test)]
mod tests;

pub use recover::{Recovered, Warning, is_there, recover, unsaved, unsaved_path};
pub use saving::{SaveError, Saved, Saving};

use super::beside::Beside;
use super::digest::Digest;
use super::disk::{self, FileError, write_file};
use super::moment::Moment;
use super::session_file::CollectionEntry;
use crate::model::{Edit, Source};
use record::Header;
use std::fs::{self, File};
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

/// The journal of an open session. Only for the window that holds its lock.
#[derive(Debug)]
pub struct Journal {
    beside: Beside,
    header: Header,
    /// What the file holds, or should hold: the header's line and one for each edit.
    lines: String,
    /// How many of the lines' bytes were written.
    written: usize,
    /// How many of the lines are edits.
    edits: usize,
    /// `None` until there is something to write.
    file: Option<File>,
    /// Whether the file's name may not be on the disk yet.
    is_new: bool,
}

impl Journal {
    /// A journal for the session at `session`, which was read with this content, or with `None` was never saved.
    /// Nothing is written yet; but a journal that is there and was not resumed is set aside.
    ///
    /// # Errors
    /// If the collection's name cannot stand in a file, or the old journal cannot be set aside.
    pub fn new(session: &Path, source: &Source, content: Option<Digest>) -> Result<Self, FileError> {
        let journal = Self::begin(Beside::of(session), source, content)?;
        set_aside(&journal.path())?;
        Ok(journal)
    }

    fn begin(beside: Beside, source: &Source, content: Option<Digest>) -> Result<Self, FileError> {
        let session = beside.session();
        let collection =
            CollectionEntry::describe(source, session).map_err(|reason| FileError::new(session, reason))?;
        let header = Header { format: record::FORMAT, id: new_id(), base: content, collection, since: Moment::now() };
        let lines = record::line(&header).map_err(|reason| FileError::new(session, reason))?;
        Ok(Self { beside, header, lines, written: 0, edits: 0, file: None, is_new: false })
    }

    /// The session's own file, absolute, with links followed.
    pub fn session(&self) -> &Path {
        self.beside.session()
    }

    /// How many edits there are that the session's file does not have.
    pub fn len(&self) -> usize {
        self.edits
    }

    pub fn is_empty(&self) -> bool {
        self.edits == 0
    }

    /// Writes down that `edit` was applied, under the name of what the reader did: for undo and redo too.
    ///
    /// # Errors
    /// If the disk does not take it. It is kept and written with the next one, or by [`Self::catch_up`].
    pub fn append(&mut self, name: &str, edit: &Edit) -> Result<(), FileError> {
        let line = record::line(&(name, edit)).map_err(|reason| FileError::new(&self.path(), reason))?;
        self.lines.push_str(&line);
        self.edits += 1;
        self.catch_up()
    }

    /// Writes what could not be written before.
    ///
    /// # Errors
    /// If the disk still does not take it.
    pub fn catch_up(&mut self) -> Result<(), FileError> {
        if self.edits == 0 {
            return Ok(());
        }
        let path = self.path();
        self.write(&path).map_err(|error| FileError::io(&path, &error))
    }

    /// What waits until all that was appended so far is on the disk: some milliseconds, or seconds on a slow disk, so
    /// it may be given to another thread. `None` if there is nothing to wait for.
    ///
    /// # Errors
    /// If something could not be written.
    pub fn flusher(&mut self) -> Result<Option<Flusher>, FileError> {
        self.catch_up()?;
        let Some(file) = &self.file else { return Ok(None) };
        let path = self.path();
        let file = file.try_clone().map_err(|error| FileError::io(&path, &error))?;
        Ok(Some(Flusher { file, path, is_new: self.is_new }))
    }

    /// Ends the journal of a reading that is saved, or that the reader does not want to save.
    ///
    /// # Errors
    /// If it cannot be removed: then the next start offers what is in it.
    pub fn close(self) -> Result<(), FileError> {
        let path = self.path();
        drop(self.file);
        remove_journal(&self.beside).map_err(|error| FileError::io(&path, &error))
    }

    fn path(&self) -> PathBuf {
        self.beside.journal()
    }

    fn write(&mut self, path: &Path) -> io::Result<()> {
        // Somebody may have removed the file or written over it: what should be in it is all here.
        let on_disk = fs::metadata(path).map(|metadata| metadata.len());
        if self.file.is_some() && on_disk.ok() != Some(self.written as u64) {
            self.file = None;
        }
        if self.file.is_none() {
            self.start_file(path)?;
        }
        let Some(file) = &mut self.file else { return Ok(()) };
        while self.written < self.lines.len() {
            self.written += disk::write_some(file, path, &self.lines.as_bytes()[self.written..])?;
        }
        Ok(())
    }

    /// Opens a new file; one that is there already is replaced in one piece, since what it holds may be wanted still.
    fn start_file(&mut self, path: &Path) -> io::Result<()> {
        match disk::create_new(path) {
            Ok(file) => (self.file, self.written, self.is_new) = (Some(file), 0, true),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                write_file(path, self.lines.as_bytes()).map_err(io::Error::other)?;
                (self.file, self.written, self.is_new) = (Some(disk::append_to(path)?), self.lines.len(), false);
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// Waits until the journal is on the disk. Belongs to the state in which it was made; for what is appended later there
/// is the next one.
#[derive(Debug)]
pub struct Flusher {
    file: File,
    path: PathBuf,
    is_new: bool,
}

impl Flusher {
    /// # Errors
    /// If the disk has not taken it all; nothing is promised then.
    pub fn flush(self) -> Result<(), FileError> {
        let flush = || {
            disk::sync(&self.file, &self.path)?;
            if self.is_new { disk::sync_folder(&self.path) } else { Ok(()) }
        };
        flush().map_err(|error| FileError::io(&self.path, &error))
    }
}

/// The order matters: a journal that came back after a power cut without its mark would seem to build on a content
/// that is no more.
fn remove_journal(beside: &Beside) -> io::Result<()> {
    let (journal, saved) = (beside.journal(), beside.saved());
    if journal.exists() || saved.exists() {
        disk::remove(&journal)?;
        disk::sync_folder(&journal)?;
        disk::remove(&saved)?;
    }
    Ok(())
}

/// Gives a journal that nobody reads now a name of its own, and tells it; `None` if there is none.
fn set_aside(journal: &Path) -> Result<Option<PathBuf>, FileError> {
    if !journal.exists() {
        return Ok(None);
    }
    let named = |number: u32| {
        let mut name = journal.as_os_str().to_owned();
        name.push(format!("-{number}"));
        PathBuf::from(name)
    };
    let aside = (1..).map(named).find(|path| !path.exists()).expect("a folder does not hold four billion journals");
    let moved = disk::rename(journal, &aside).and_then(|()| disk::sync_folder(&aside));
    moved.map(|()| Some(aside)).map_err(|error| FileError::io(journal, &error))
}

/// Random, so that two windows never choose the same.
fn new_id() -> String {
    format!("{:016x}", RandomState::new().hash_one(std::process::id()))
}
