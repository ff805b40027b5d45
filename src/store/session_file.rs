//! A reading session as a file: RON, to be read, compared, edited by hand and sent to a colleague.
//!
//! Written in one piece or not at all. Read with distrust, since it may come from a stranger: bounded in
//! size and depth, its version before anything else, no unknown fields, and no path that leads out of the
//! collection folder. Whether a folder that it names may be opened is for the caller to ask the reader.

mod folder;
#[cfg(test)]
mod tests;
mod texts;

pub use folder::FolderState;
pub use texts::{MarkedText, marked_texts};

use super::disk::{self, FileError, read_file, write_file};
use super::path_name::is_inner;
use crate::model::{
    About, Anchor, Bookmark, Correction, Decision, Findings, Marks, Note, OwnPassage, ReadingPosition, Session, Star,
    TopicFile, View,
};
use folder::CollectionEntry;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The version of the format that this program writes, and the newest one that it reads.
pub const FORMAT: u32 = 1;

/// The largest session that is read or written: the texts of some hundred marked articles come to a tenth.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The file, field by field in the order in which it is written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionFile {
    format: u32,
    /// Who wrote it, for people; nothing depends on it.
    #[serde(default)]
    program: String,
    collection: CollectionEntry,
    #[serde(default)]
    topics: Option<Arc<TopicFile>>,
    #[serde(default)]
    bookmarks: Vec<Bookmark>,
    #[serde(default)]
    decisions: Vec<Decision>,
    #[serde(default)]
    passages: Vec<OwnPassage>,
    #[serde(default)]
    stars: Vec<Star>,
    #[serde(default)]
    notes: Vec<Note>,
    #[serde(default)]
    read: BTreeMap<String, bool>,
    #[serde(default)]
    corrections: BTreeMap<String, Correction>,
    #[serde(default, skip_serializing_if = "Findings::is_empty")]
    findings: Findings,
    #[serde(default)]
    reading: BTreeMap<String, ReadingPosition>,
    #[serde(default)]
    view: View,
    #[serde(default)]
    texts: Vec<MarkedText>,
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
pub fn load(path: &Path) -> Result<Loaded, SessionError> {
    let bytes = read_file(path, MAX_BYTES).map_err(|error| FileError::new(path, disk::reason(&error)))?;
    let text =
        String::from_utf8(bytes).map_err(|_| FileError::new(path, "not a session: the file is not text in UTF-8"))?;
    let file = parse(path, &text)?;
    check(path, &file)?;
    let (source, folder) = file.collection.resolve(path);
    let SessionFile { topics, bookmarks, decisions, passages, stars, notes, read, corrections, findings, .. } = file;
    let mut marks = Marks { topics, bookmarks, decisions, passages, stars, notes, read, corrections, findings };
    texts::date_marks(&mut marks, &file.texts);
    marks.put_in_order();
    let session = Session { source, marks, reading: file.reading, view: file.view };
    Ok(Loaded { session, folder, texts: file.texts })
}

/// Writes a session to `path`, all or nothing; `texts` are those of [`marked_texts`].
/// The folder of `path` is made if it is not there.
pub fn save(path: &Path, session: &Session, texts: &[MarkedText]) -> Result<(), FileError> {
    let text = to_ron(path, session, texts)?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| FileError::io(folder, &error))?;
    }
    write_file(path, text.as_bytes())
}

fn to_ron(path: &Path, session: &Session, texts: &[MarkedText]) -> Result<String, FileError> {
    let collection = CollectionEntry::describe(&session.source, path).map_err(|reason| FileError::new(path, reason))?;
    let Session { marks, reading, view, .. } = session.clone();
    let Marks { topics, bookmarks, decisions, passages, stars, notes, read, corrections, findings } = marks;
    let program = concat!("readout ", env!("CARGO_PKG_VERSION")).to_owned();
    let file = SessionFile {
        format: FORMAT,
        program,
        collection,
        topics,
        bookmarks,
        decisions,
        passages,
        stars,
        notes,
        read,
        corrections,
        findings,
        reading,
        view,
        texts: texts.to_vec(),
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

fn parse(path: &Path, text: &str) -> Result<SessionFile, SessionError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = &with_own_line_ends(text);
    let syntax = |error: ron::error::SpannedError| {
        let (line, column) = (error.span.start.line, error.span.start.col);
        SessionError::Syntax { path: path.to_owned(), line, column, message: error.code.to_string() }
    };
    let header: Header = ron::from_str(text).map_err(syntax)?;
    match header.format {
        1..=FORMAT => ron::from_str(text).map_err(syntax),
        0 => Err(SessionError::Wrong { path: path.to_owned(), message: "there is no session format 0".to_owned() }),
        format => Err(SessionError::Newer { path: path.to_owned(), format }),
    }
}

/// Undoes what mail and version control do to line ends. A file as it was written has lines of its own
/// that end in `\n` alone; if none does, all were converted, those inside the stored texts too.
fn with_own_line_ends(text: &str) -> std::borrow::Cow<'_, str> {
    let lines = text.bytes().filter(|byte| *byte == b'\n').count();
    match text.matches("\r\n").count() {
        converted if converted == lines && lines > 0 => text.replace("\r\n", "\n").into(),
        _ => text.into(),
    }
}

fn check(path: &Path, file: &SessionFile) -> Result<(), SessionError> {
    let wrong = |message: String| SessionError::Wrong { path: path.to_owned(), message };
    let viewed = file.view.article.iter().chain(file.view.passage.iter().map(|(article, _)| article));
    let listed = file.read.keys().chain(file.reading.keys()).chain(file.corrections.keys()).chain(viewed);
    let noted = file.notes.iter().filter_map(|note| note.about.article());
    let stored = file.texts.iter().map(|text| text.path.as_str());
    let listed = listed.map(String::as_str).chain(file.findings.articles());
    let mut articles = places(file).map(|(article, _)| article).chain(listed).chain(noted).chain(stored);
    if let Some(article) = articles.find(|article| !is_inner(article)) {
        return Err(SessionError::LeadsOut { path: path.to_owned(), article: article.to_owned() });
    }
    if let Some(text) = file.texts.iter().find(|text| !text.is_intact()) {
        return Err(wrong(format!(
            "the stored text of {} was changed by hand; its fingerprint does not fit",
            text.path
        )));
    }
    let backwards = |anchor: &&Anchor| anchor.start > anchor.end;
    let viewed = file.view.passage.iter().map(|(_, anchor)| anchor);
    if let Some(anchor) = places(file).map(|(_, anchor)| anchor).chain(viewed).find(backwards) {
        return Err(wrong(format!("an anchor ends at {} before it starts at {}", anchor.end, anchor.start)));
    }
    if file.notes.iter().any(|note| note.text.trim().is_empty()) {
        return Err(wrong("there is a note without words".to_owned()));
    }
    Ok(())
}

/// Every marked place: article and anchor.
fn places(file: &SessionFile) -> impl Iterator<Item = (&str, &Anchor)> {
    let bookmarks = file.bookmarks.iter().map(|mark| (&*mark.article, &mark.anchor));
    let decisions = file.decisions.iter().map(|mark| (&*mark.article, &mark.anchor));
    let passages = file.passages.iter().map(|mark| (&*mark.article, &mark.anchor));
    let stars = file.stars.iter().map(|mark| (&*mark.article, &mark.anchor));
    let notes = file.notes.iter().filter_map(|note| match &note.about {
        About::Words { article, anchor, .. } => Some((&**article, anchor)),
        _ => None,
    });
    let verdicts = file
        .corrections
        .iter()
        .flat_map(|(article, correction)| correction.verdicts.iter().map(move |verdict| (&**article, &verdict.anchor)));
    let says = file.findings.says.iter().map(|mark| (&*mark.article, &mark.anchor));
    bookmarks.chain(decisions).chain(passages).chain(stars).chain(notes).chain(verdicts).chain(says)
}
