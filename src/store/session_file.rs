//! A reading session as a file: RON, to be read, compared, edited by hand and sent to a colleague.
//!
//! Written in one piece or not at all. Read with distrust, since it may come from a stranger: bounded in
//! size and depth, its version before anything else, no unknown fields, and no path that leads out of the
//! collection folder. Whether a folder that it names may be opened is for the caller to ask the reader.

pub(super) mod check;
mod folder;
#[cfg(test)]
mod tests;
mod texts;

pub use folder::FolderState;
pub use texts::{MarkedText, marked_texts};

use super::digest::Digest;
use super::disk::{self, FileError, read_file, write_file};
use crate::model::{
    Bookmark, Correction, Decision, Findings, Marks, Note, OwnPassage, ReadingPosition, Session, Star, TopicFile, View,
};
pub(super) use folder::CollectionEntry;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The version of the format that this program writes, and the newest one that it reads.
pub const FORMAT: u32 = 1;

/// The largest session that is read or written: the texts of some hundred marked articles come to a tenth.
pub(super) const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The file, field by field in the order in which it is written: read into parts of its own, written from the session's.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionFile<'a> {
    format: u32,
    /// Who wrote it, for people; nothing depends on it.
    #[serde(default)]
    program: String,
    collection: CollectionEntry,
    #[serde(default)]
    topics: Option<Arc<TopicFile>>,
    #[serde(default)]
    bookmarks: Cow<'a, [Bookmark]>,
    #[serde(default)]
    decisions: Cow<'a, [Decision]>,
    #[serde(default)]
    passages: Cow<'a, [OwnPassage]>,
    #[serde(default)]
    stars: Cow<'a, [Star]>,
    #[serde(default)]
    notes: Cow<'a, [Note]>,
    #[serde(default)]
    read: Cow<'a, BTreeMap<String, bool>>,
    #[serde(default)]
    corrections: Cow<'a, BTreeMap<String, Correction>>,
    #[serde(default, skip_serializing_if = "no_findings")]
    findings: Cow<'a, Findings>,
    #[serde(default)]
    reading: Cow<'a, BTreeMap<String, ReadingPosition>>,
    #[serde(default)]
    view: Cow<'a, View>,
    #[serde(default)]
    texts: Cow<'a, [MarkedText]>,
}

/// Sessions without any need not tell of it.
fn no_findings(findings: &Findings) -> bool {
    findings.is_empty()
}

/// All that every version of the file has.
#[derive(Deserialize)]
struct Header {
    format: u32,
}

/// A session as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    pub session: Session,
    /// Whether the collection folder can be opened, and whom to ask first.
    pub folder: FolderState,
    /// The marked articles as they were read then. To be handed on to [`marked_texts`].
    pub texts: Vec<MarkedText>,
    /// Of the whole file, to tell later whether it is still this one.
    pub content: Digest,
}

/// Why a session cannot be opened. Displayed with the file's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error("{} was written by a newer Readout (format {format}; this program reads up to {FORMAT})", path.display())]
    Newer { path: PathBuf, format: u32 },
    /// Lines and columns count from 1.
    #[error("{}, line {line}, column {column}: {message}", path.display())]
    Syntax { path: PathBuf, line: usize, column: usize, message: String },
    #[error("{}: the article path {article:?} leads out of the collection folder", path.display())]
    LeadsOut { path: PathBuf, article: String },
    #[error("{}: {message}", path.display())]
    Wrong { path: PathBuf, message: String },
}

/// Reads the session at `path`. Looks whether its collection folder is there, but not into it.
///
/// # Errors
/// If it cannot be read or is not sound. [`super::versions::last_good`] has what may be opened instead.
pub fn load(path: &Path) -> Result<Loaded, SessionError> {
    let bytes = read_file(path, MAX_BYTES).map_err(|error| FileError::new(path, disk::reason(&error)))?;
    read(path, bytes)
}

/// Reads `bytes` as a session that stands at `path`.
pub(super) fn read(path: &Path, bytes: Vec<u8>) -> Result<Loaded, SessionError> {
    let content = Digest::of(&bytes);
    let text =
        String::from_utf8(bytes).map_err(|_| FileError::new(path, "not a session: the file is not text in UTF-8"))?;
    let file = parse(path, &text)?;
    let (source, folder) = file.collection.resolve(path);
    let mut marks = Marks {
        topics: file.topics,
        bookmarks: file.bookmarks.into_owned(),
        decisions: file.decisions.into_owned(),
        passages: file.passages.into_owned(),
        stars: file.stars.into_owned(),
        notes: file.notes.into_owned(),
        read: file.read.into_owned(),
        corrections: file.corrections.into_owned(),
        findings: file.findings.into_owned(),
    };
    texts::date_marks(&mut marks, &file.texts);
    let session = Session { source, marks, reading: file.reading.into_owned(), view: file.view.into_owned() };
    check::session(&session, &file.texts).map_err(|fault| fault.of(path))?;
    let mut loaded = Loaded { session, folder, texts: file.texts.into_owned(), content };
    loaded.session.marks.put_in_order();
    Ok(loaded)
}

/// Writes a session to `path`, all or nothing; `texts` are those of [`marked_texts`].
/// The folder of `path` is made if it is not there.
pub fn save(path: &Path, session: &Session, texts: &[MarkedText]) -> Result<(), FileError> {
    let text = to_ron(path, session, texts)?;
    if let Some(folder) = path.parent() {
        disk::make_folder(folder).map_err(|error| FileError::io(folder, &error))?;
    }
    write_file(path, text.as_bytes())
}

/// The session as the file at `path` has it.
pub(super) fn to_ron(path: &Path, session: &Session, texts: &[MarkedText]) -> Result<String, FileError> {
    let collection = CollectionEntry::describe(&session.source, path).map_err(|reason| FileError::new(path, reason))?;
    let marks = &session.marks;
    let file = SessionFile {
        format: FORMAT,
        program: concat!("readout ", env!("CARGO_PKG_VERSION")).to_owned(),
        collection,
        topics: marks.topics.clone(),
        bookmarks: Cow::Borrowed(&marks.bookmarks),
        decisions: Cow::Borrowed(&marks.decisions),
        passages: Cow::Borrowed(&marks.passages),
        stars: Cow::Borrowed(&marks.stars),
        notes: Cow::Borrowed(&marks.notes),
        read: Cow::Borrowed(&marks.read),
        corrections: Cow::Borrowed(&marks.corrections),
        findings: Cow::Borrowed(&marks.findings),
        reading: Cow::Borrowed(&session.reading),
        view: Cow::Borrowed(&session.view),
        texts: Cow::Borrowed(texts),
    };
    // Strings stay as they are, so that a text is stored as lines of text that people and diff can read.
    let pretty = PrettyConfig::new().extensions(Extensions::IMPLICIT_SOME).escape_strings(false).new_line("\n");
    let mut text =
        ron::ser::to_string_pretty(&file, pretty).map_err(|error| FileError::new(path, error.to_string()))?;
    text.push('\n');
    if text.len() as u64 > MAX_BYTES {
        let size = disk::size(text.len() as u64);
        return Err(FileError::new(
            path,
            format!("the session has {size}, and one of more than 64 MB could not be opened again"),
        ));
    }
    Ok(text)
}

fn parse(path: &Path, text: &str) -> Result<SessionFile<'static>, SessionError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = &with_own_line_ends(text);
    let syntax = |error: ron::error::SpannedError| {
        let (line, column) = (error.span.start.line, error.span.start.col);
        SessionError::Syntax { path: path.to_owned(), line, column, message: error.code.to_string() }
    };
    let wrong = |message: &str| SessionError::Wrong { path: path.to_owned(), message: message.to_owned() };
    let newer = |format| SessionError::Newer { path: path.to_owned(), format };
    match ron::from_str::<SessionFile>(text) {
        Ok(file) if file.format == 0 => Err(wrong("there is no session format 0")),
        Ok(file) if file.format > FORMAT => Err(newer(file.format)),
        Ok(file) => Ok(file),
        // What a newer program has written need not make sense to this one: then its number is the reason.
        Err(error) => match ron::from_str::<Header>(text) {
            Ok(header) if header.format > FORMAT => Err(newer(header.format)),
            _ => Err(syntax(error)),
        },
    }
}

/// Undoes what mail and version control do to line ends. A file as it was written has lines of its own
/// that end in `\n` alone; if none does, all were converted, those inside the stored texts too.
fn with_own_line_ends(text: &str) -> Cow<'_, str> {
    let lines = text.bytes().filter(|byte| *byte == b'\n').count();
    match text.matches("\r\n").count() {
        converted if converted == lines && lines > 0 => text.replace("\r\n", "\n").into(),
        _ => text.into(),
    }
}
