//! Saving a session so that at any instant either its old or its new content is there, and the journal is known to
//! be in it or not.
//!
//! First a mark is put beside the journal that says how many of its edits the new content holds; then the session is
//! replaced; then the journal is removed, or begun anew with what was done meanwhile. The long part needs no journal
//! and may run on another thread while edits go on.

use super::record::{self, SavedMark};
use super::recover::read_marks;
use super::{Journal, remove_journal, set_aside};
use crate::model::{Session, Source};
use crate::store::beside::Beside;
use crate::store::digest::Digest;
use crate::store::disk::{self, FileError, read_file, write_file};
use crate::store::session_file::{self, MAX_BYTES, MarkedText};
use crate::store::versions::{self, Counts};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A save that was begun: what the journal held when the session was taken.
#[derive(Clone, Debug)]
pub struct Saving {
    journal: Beside,
    target: Beside,
    id: String,
    base: Option<Digest>,
    edits: usize,
    /// Bytes of the journal's lines.
    lines: usize,
}

/// A session that is on the disk.
#[derive(Debug)]
pub struct Saved {
    pub content: Digest,
    /// Why it is not among the versions. No reason to call it unsaved.
    pub not_kept: Option<FileError>,
    source: Source,
    saving: Saving,
}

/// Why a session was not saved. What is on the disk is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    #[error(transparent)]
    File(#[from] FileError),
    /// To be asked about: saving again with `replace` puts the new content in its place, and what was there is kept
    /// among the versions.
    #[error("{} was changed by another program since it was opened", path.display())]
    ChangedElsewhere { path: PathBuf },
}

impl Journal {
    /// Begins to save to `target`; the session to save is the one of this very moment.
    pub fn begin_save(&self, target: &Path) -> Saving {
        Saving {
            journal: self.beside.clone(),
            target: Beside::of(target),
            id: self.header.id.clone(),
            base: self.header.base,
            edits: self.edits,
            lines: self.lines.len(),
        }
    }

    /// Ends the saving: from now on the journal is of the saved session, and holds what was done since it was begun.
    /// After a save under another name it stands beside that one. Of another journal's save nothing comes.
    ///
    /// # Errors
    /// If the journal cannot be put in order. Nothing is lost by it: the next edit tries again.
    pub fn saved(&mut self, saved: &Saved) -> Result<(), FileError> {
        if self.header.id != saved.saving.id {
            return Ok(());
        }
        let before = self.beside.clone();
        let new = Self::begin(saved.saving.target.clone(), &saved.source, Some(saved.content))?;
        let rest = self.lines.split_off(saved.saving.lines);
        let edits = self.edits - saved.saving.edits;
        *self = Self { lines: new.lines + &rest, edits, ..new };
        if !rest.is_empty() {
            let path = self.path();
            write_file(&path, self.lines.as_bytes())?;
            self.file = Some(disk::append_to(&path).map_err(|error| FileError::io(&path, &error))?);
            self.written = self.lines.len();
            if before == self.beside {
                return Ok(());
            }
        }
        let removed = if before == self.beside { disk::remove(&before.journal()) } else { remove_journal(&before) };
        removed.map_err(|error| FileError::io(&before.journal(), &error))
    }
}

impl Saving {
    /// The session's file: absolute, with links followed.
    pub fn target(&self) -> &Path {
        self.target.session()
    }

    /// Writes the session; when it answers, the session is on the disk. May run on another thread. `replace` is the
    /// reader's word that a file which somebody else has changed may go.
    ///
    /// # Errors
    /// If it is not saved; then the file is as it was.
    pub fn run(&self, session: &Session, texts: &[MarkedText], replace: bool) -> Result<Saved, SaveError> {
        let path = self.target.session();
        let bytes = session_file::to_ron(path, session, texts)?.into_bytes();
        let content = Digest::of(&bytes);
        if let Some(folder) = path.parent() {
            disk::make_folder(folder).map_err(|error| FileError::io(folder, &error))?;
        }
        let there = self.there(replace)?;
        let marked = self.mark(content, there.as_deref().map(Digest::of));
        // Under another name nothing depends on it but that the old journal is not offered once more.
        if !self.is_elsewhere() {
            marked?;
        }
        if let Some(there) = there {
            self.keep_replaced(&there, content);
        }
        if self.is_elsewhere() {
            set_aside(&self.target.journal())?;
        }
        write_file(path, &bytes)?;
        let not_kept = versions::keep(path, &bytes, Some(Counts::of(&session.marks))).err();
        Ok(Saved { content, not_kept, source: session.source.clone(), saving: self.clone() })
    }

    fn is_elsewhere(&self) -> bool {
        self.journal != self.target
    }

    /// What the file holds now; `None` if it is gone.
    fn there(&self, replace: bool) -> Result<Option<Vec<u8>>, SaveError> {
        let path = self.target.session();
        let there = match read_file(path, MAX_BYTES) {
            Ok(there) => there,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(FileError::new(path, disk::reason(&error)).into()),
        };
        let content = Digest::of(&there);
        // A save may have come to its end and have been told as failed.
        let own = |mark: &SavedMark| mark.journal == self.id && mark.content == content;
        let is_known = self.is_elsewhere() || self.base == Some(content);
        if is_known || replace || read_marks(&self.journal.saved()).iter().any(own) {
            Ok(Some(there))
        } else {
            Err(SaveError::ChangedElsewhere { path: path.to_owned() })
        }
    }

    /// Says that `content` holds the journal's edits. What was said of the content that is `there` stays true.
    fn mark(&self, content: Digest, there: Option<Digest>) -> Result<(), FileError> {
        let path = self.journal.saved();
        let elsewhere = self.is_elsewhere().then(|| self.target.session().to_string_lossy().into_owned());
        let new = SavedMark { journal: self.id.clone(), edits: self.edits, elsewhere, content };
        let mut marks = read_marks(&path);
        marks.retain(|mark| Some(mark.content) == there && *mark != new);
        marks.push(new);
        let lines: Result<String, String> = marks.iter().map(record::line).collect();
        write_file(&path, lines.map_err(|reason| FileError::new(&path, reason))?.as_bytes())
    }

    /// Keeps what somebody else has written, or what is from before versions were kept. A full disk does not stop the
    /// save.
    fn keep_replaced(&self, there: &[u8], content: Digest) {
        let path = self.target.session();
        let old = Digest::of(there);
        if old == content || versions::has(path, old) {
            return;
        }
        let counts = session_file::read(path, there.to_vec()).ok();
        let counts = counts.map(|loaded| Counts::of(&loaded.session.marks));
        let _ = versions::keep(path, there, counts);
    }
}
