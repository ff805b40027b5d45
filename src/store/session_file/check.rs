//! What must hold of everything that was read from a file, whoever wrote it.

use super::{MarkedText, SessionError};
use crate::model::{Anchor, Edit, Mark, Marks, Session};
use crate::store::path_name::is_inner;
use std::path::Path;

/// What is wrong with a session or an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The path of an article that is not inside the collection.
    LeadsOut(String),
    /// In words.
    Wrong(String),
}

impl Fault {
    pub fn of(self, path: &Path) -> SessionError {
        let path = path.to_owned();
        match self {
            Self::LeadsOut(article) => SessionError::LeadsOut { path, article },
            Self::Wrong(message) => SessionError::Wrong { path, message },
        }
    }
}

/// Checks all that a session file holds.
pub fn session(session: &Session, texts: &[MarkedText]) -> Result<(), Fault> {
    let viewed = session.view.passage.iter();
    let articles =
        session.reading.keys().chain(&session.view.article).chain(viewed.clone().map(|(article, _)| article));
    articles.chain(texts.iter().map(|text| &text.path)).try_for_each(|article| inside(article))?;
    viewed.map(|(_, anchor)| anchor).try_for_each(forwards)?;
    if let Some(text) = texts.iter().find(|text| !text.is_intact()) {
        let path = &text.path;
        return Err(Fault::Wrong(format!(
            "the stored text of {path} was changed by hand; its fingerprint does not fit"
        )));
    }
    marks(&session.marks)
}

/// Checks what an edit would bring into a session.
pub fn edit(edit: &Edit) -> Result<(), Fault> {
    let mut brought = Marks::default();
    match edit {
        Edit::Together(_, edits) => return edits.iter().try_for_each(self::edit),
        Edit::Add(mark) | Edit::Remove(mark) => match mark.clone() {
            Mark::Bookmark(mark) => brought.bookmarks.push(mark),
            Mark::Passage(mark) => brought.passages.push(mark),
            Mark::Star(mark) => brought.stars.push(mark),
            Mark::Note(mark) => brought.notes.push(mark),
            Mark::Finding(finding) => _ = brought.findings.add(finding),
        },
        Edit::Decide(decision, _) => brought.decisions.push(decision.clone()),
        Edit::Correct { article, correction } => {
            brought.corrections.insert(article.clone(), correction.clone());
        }
        Edit::SetRead { article, .. } => {
            brought.read.insert(article.clone(), true);
        }
        Edit::SetTopics(..) => {}
    }
    marks(&brought)
}

fn marks(marks: &Marks) -> Result<(), Fault> {
    marks.places().try_for_each(|place| inside(place.article).and_then(|()| forwards(place.anchor)))?;
    let noted = marks.notes.iter().filter_map(|note| note.about.article());
    let listed = marks.read.keys().chain(marks.corrections.keys()).map(String::as_str);
    noted.chain(listed).chain(marks.findings.articles()).try_for_each(inside)?;
    if marks.notes.iter().any(|note| note.text.trim().is_empty()) {
        return Err(Fault::Wrong("there is a note without words".to_owned()));
    }
    Ok(())
}

fn inside(article: &str) -> Result<(), Fault> {
    if is_inner(article) { Ok(()) } else { Err(Fault::LeadsOut(article.to_owned())) }
}

fn forwards(anchor: &Anchor) -> Result<(), Fault> {
    if anchor.start <= anchor.end {
        return Ok(());
    }
    Err(Fault::Wrong(format!("an anchor ends at {} before it starts at {}", anchor.end, anchor.start)))
}
