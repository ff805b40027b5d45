//! What a crash has left: the edits of a journal that are not in its session.

use super::record::{self, AnyHeader, Entry, Header, SavedMark};
use super::{Journal, remove_journal, set_aside};
use crate::model::Source;
use crate::store::beside::Beside;
use crate::store::digest::Digest;
use crate::store::disk::{self, FileError, read_file};
use crate::store::moment::Moment;
use crate::store::session_file::{CollectionEntry, FolderState, MAX_BYTES, check};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Some sixty times that all of ten thousand passages are decided; what is longer is not read, and not touched.
const MAX_JOURNAL_BYTES: u64 = 256 * 1024 * 1024;

/// What was not saved. It stays on the disk until it is resumed, discarded or set aside.
#[derive(Debug)]
pub struct Recovered {
    /// In the order in which they were applied, each by the name of what the reader did.
    pub edits: Vec<Entry>,
    /// Why the edits may not fit, or are not all there. To be shown before they are applied.
    pub warnings: Vec<Warning>,
    /// The collection, for a reading that was never saved.
    pub source: Source,
    pub folder: FolderState,
    /// When the journal was begun.
    pub since: Moment,
    beside: Beside,
    content: Option<Digest>,
}

/// What a reader should know before taking up recovered edits. Displayed as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Warning {
    #[error("the session was changed by another program after these changes were made; some may not fit any more")]
    Changed,
    #[error("the session that these changes were made in is gone; they stand alone")]
    Gone,
    #[error("the record of the changes is damaged; what comes after these could not be read and is kept aside")]
    Damaged,
    #[error("the changes were recorded by a newer Readout (format {0}) and can only be read by it")]
    Newer(u32),
    #[error("the record of the changes cannot be read: {0}")]
    Unreadable(FileError),
}

/// What the journal beside the session at `session` holds beyond it. `content` is what was loaded of the session
/// ([`crate::store::Loaded::content`], also of a version), `None` if there is none. Only for who holds the lock: a
/// journal that is all saved is removed.
pub fn recover(session: &Path, content: Option<Digest>) -> Option<Recovered> {
    let beside = Beside::of(session);
    let bytes = match read_file(&beside.journal(), MAX_JOURNAL_BYTES) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let _ = remove_journal(&beside);
            return None;
        }
        Err(error) => {
            let warning = Warning::Unreadable(FileError::new(&beside.journal(), disk::reason(&error)));
            return Some(Recovered::nothing(beside, content, warning));
        }
    };
    let (records, after) = record::sound_records(&bytes);
    let header = match records.first().map(|record| read_header(record)) {
        Some(Ok(header)) => header,
        Some(Err(warning)) => return Some(Recovered::nothing(beside, content, warning)),
        // Begun and not written: nothing was promised of it.
        None if is_torn(&bytes) => {
            let _ = remove_journal(&beside);
            return None;
        }
        None => return Some(Recovered::nothing(beside, content, Warning::Damaged)),
    };
    let mut edits: Vec<Entry> = records[1..].iter().map_while(|record| read_entry(record)).collect();
    let mut warnings = Vec::new();
    if edits.len() + 1 < records.len() || !is_torn(&bytes[bytes.len() - after..]) {
        warnings.push(Warning::Damaged);
    }
    match saved_edits(&beside, &header, content, edits.len()) {
        Some(saved) => drop(edits.drain(..saved.min(edits.len()))),
        None => warnings.push(if content.is_none() { Warning::Gone } else { Warning::Changed }),
    }
    if edits.is_empty() && !warnings.contains(&Warning::Damaged) {
        let _ = remove_journal(&beside);
        return None;
    }
    let (source, folder) = header.collection.resolve(beside.session());
    Some(Recovered { edits, warnings, source, folder, since: header.since, beside, content })
}

/// Whether these bytes at the end of a journal are what is left of one write that was cut short.
fn is_torn(bytes: &[u8]) -> bool {
    !bytes.contains(&b'\n')
}

fn read_header(record: &str) -> Result<Header, Warning> {
    match ron::from_str::<AnyHeader>(record) {
        Ok(any) if any.format > record::FORMAT => Err(Warning::Newer(any.format)),
        _ => ron::from_str(record).map_err(|_| Warning::Damaged),
    }
}

fn read_entry(record: &str) -> Option<Entry> {
    let entry: Entry = ron::from_str(record).ok()?;
    check::edit(&entry.1).is_ok().then_some(entry)
}

/// How many of the journal's edits are in the session that holds `content`; `None` if this content is neither the one
/// that the journal builds on nor one that was saved from it.
fn saved_edits(beside: &Beside, header: &Header, content: Option<Digest>, edits: usize) -> Option<usize> {
    let marks = read_marks(&beside.saved());
    let mut marks = marks.iter().filter(|mark| mark.journal == header.id);
    let here = marks.clone().filter(|mark| mark.elsewhere.is_none() && Some(mark.content) == content);
    let elsewhere = |mark: &SavedMark| {
        let session = mark.elsewhere.as_deref().filter(|_| mark.edits >= edits);
        session.is_some_and(|session| content_of(Path::new(session)) == Some(mark.content))
    };
    let base = (header.base == content).then_some(0);
    here.map(|mark| mark.edits).max().or_else(|| marks.any(elsewhere).then_some(edits)).or(base)
}

pub(super) fn read_marks(path: &Path) -> Vec<SavedMark> {
    let bytes = read_file(path, MAX_BYTES).unwrap_or_default();
    record::sound_records(&bytes).0.iter().map_while(|record| ron::from_str(record).ok()).collect()
}

/// Never of a file on another computer: looking opens a connection.
fn content_of(session: &Path) -> Option<Digest> {
    let remote = session.as_os_str().as_encoded_bytes();
    let remote = remote.starts_with(b"//") || remote.starts_with(b"\\\\");
    let bytes = (!remote).then(|| read_file(session, MAX_BYTES).ok())?;
    bytes.map(|bytes| Digest::of(&bytes))
}

impl Recovered {
    fn nothing(beside: Beside, content: Option<Digest>, warning: Warning) -> Self {
        let (source, folder) = CollectionEntry::Sample.resolve(beside.session());
        let (edits, warnings) = (Vec::new(), vec![warning]);
        Self { edits, warnings, source, folder, since: Moment::now(), beside, content }
    }

    /// Goes on with these edits, which the caller applies: they are in the new journal as what is not saved yet. What
    /// could not be read of the old one is set aside.
    ///
    /// # Errors
    /// If the old journal cannot be set aside. What keeps the new one from being written is told at the next edit.
    pub fn resume(&self, source: &Source) -> Result<Journal, FileError> {
        let mut journal = Journal::begin(self.beside.clone(), source, self.content)?;
        for entry in &self.edits {
            let line = record::line(entry).map_err(|reason| FileError::new(&journal.path(), reason))?;
            journal.lines.push_str(&line);
            journal.edits += 1;
        }
        if self.warnings.iter().any(|warning| !matches!(warning, Warning::Changed | Warning::Gone)) {
            set_aside(&journal.path())?;
        }
        let _ = journal.catch_up();
        Ok(journal)
    }

    /// Forgets the edits, at the reader's word.
    ///
    /// # Errors
    /// If the journal cannot be removed.
    pub fn discard(self) -> Result<(), FileError> {
        let journal = self.beside.journal();
        remove_journal(&self.beside).map_err(|error| FileError::io(&journal, &error))
    }

    /// Lets the session be opened without the edits, and keeps them in a file that is not offered again. Tells which.
    ///
    /// # Errors
    /// If the journal cannot be renamed.
    pub fn set_aside(self) -> Result<Option<PathBuf>, FileError> {
        set_aside(&self.beside.journal())
    }
}

/// Whether a journal stands beside the session at `session`: a crash has left it, or a window has it open.
pub fn is_there(session: &Path) -> bool {
    Beside::of(session).journal().exists()
}

/// The readings in `folder` that were never saved and have a journal, each by the name that its session would have.
pub fn unsaved(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut sessions: Vec<PathBuf> = files.filter_map(|file| Beside::session_of(&file.path())).collect();
    sessions.sort();
    sessions
}

/// A name in `folder` for a new reading, to lock and to begin a journal beside. The folder is made, for its owner only.
///
/// # Errors
/// If the folder cannot be made.
pub fn unsaved_path(folder: &Path) -> Result<PathBuf, FileError> {
    make_private(folder).map_err(|error| FileError::io(folder, &error))?;
    let (time, process) = (Moment::now().in_file_name(), std::process::id());
    let named = |number: u32| folder.join(format!("reading-{time}-{process}-{number}.ron"));
    let is_free = |path: &PathBuf| {
        let beside = Beside::of(path);
        ![path.clone(), beside.journal(), beside.lock()].iter().any(|path| path.exists())
    };
    Ok((1..).map(named).find(is_free).expect("a folder does not hold four billion readings"))
}

fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}
