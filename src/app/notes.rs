//! Notes: writing them in place, and the list of all of them.
//!
//! What is being written is kept every few seconds, so that a crash costs no more than the last words; however often,
//! it is one step to undo.

use super::place::PassageRef;
use super::state::State;
use crate::model::{About, Anchor, Article, ArticleIx, Edit, Fingerprint, Mark, MarkId, Note, Passage, Span};
use std::time::{Duration, Instant};

/// A pause in typing after which what was written is kept.
const PAUSE: Duration = Duration::from_millis(1500);

/// A note that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    pub about: About,
    pub id: MarkId,
    pub text: String,
    /// What of it is kept.
    kept: String,
    /// The revision of the history with what was kept in this writing: as long as nothing else was done, the next
    /// words are the same step.
    kept_at: Option<u64>,
    /// When what was typed is to be kept.
    due: Option<Instant>,
}

/// What the list of notes shows: notes on this kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum NoteKind {
    #[default]
    All,
    Passages,
    Articles,
    Topics,
    Session,
}

impl NoteKind {
    pub const ALL: [(Self, &str); 5] = [
        (Self::All, "All"),
        (Self::Passages, "Passages"),
        (Self::Articles, "Articles"),
        (Self::Topics, "Topics"),
        (Self::Session, "Session"),
    ];

    fn holds(self, about: &About) -> bool {
        match self {
            Self::All => true,
            Self::Passages => matches!(about, About::Words { .. }),
            Self::Articles => matches!(about, About::Article(_)),
            Self::Topics => matches!(about, About::Topic(_)),
            Self::Session => *about == About::Session,
        }
    }
}

/// The list of notes, while it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotesView {
    pub query: String,
    pub kind: NoteKind,
    /// Only notes in or on the article on the screen.
    pub here: bool,
    /// Only notes on the selected topic, or on passages of it.
    pub on_topic: bool,
}

impl State {
    /// Writes a note on the words at hand: the selection, the selected passage, or the article.
    pub(super) fn write_note(&mut self) {
        let selected = self.view.selected.zip(self.view.article);
        let about = match (selected, self.view.passage) {
            (Some((span, ix)), _) => {
                let words = self.library.article(ix).and_then(|article| super::marking::trimmed(article, span));
                words.and_then(|span| Some(about_words(self.library.article(ix)?, span, None)))
            }
            (None, Some(which)) => self.about_passage(which),
            (None, None) => {
                self.view.article.and_then(|ix| Some(About::Article(self.library.article(ix)?.path.clone())))
            }
        };
        match about {
            Some(about) => self.write(about),
            None => self.notices.done("Open an article first"),
        }
    }

    /// What a note on a passage is on.
    pub fn about_passage(&self, which: PassageRef) -> Option<About> {
        let (passage, article) = (self.passage(which)?, self.library.article(which.article)?);
        let topic = self.library.tree().topic(passage.topic).id.clone();
        Some(about_words(article, passage.span, Some(topic)))
    }

    /// Begins a note, or goes on with the one that is there.
    pub(super) fn write(&mut self, about: About) {
        self.end_note();
        let in_card = matches!(&about, About::Words { topic: Some(_), .. } | About::Topic(_));
        if !in_card {
            self.view.notes.get_or_insert_default();
        }
        let id = super::random::mark_id();
        self.writing = Some(Writing { about, id, text: String::new(), kept: String::new(), kept_at: None, due: None });
    }

    pub(super) fn write_on_article(&mut self) {
        match self.view.article.and_then(|ix| self.library.article(ix)) {
            Some(article) => self.write(About::Article(article.path.clone())),
            None => self.notices.done("Open an article first"),
        }
    }

    pub(super) fn write_on_topic(&mut self) {
        match self.view.topic {
            Some(topic) => self.write(About::Topic(self.library.tree().topic(topic).id.clone())),
            None => self.notices.done("Select a topic first"),
        }
    }

    /// The list of notes, or the passages again.
    pub(super) fn turn_notes(&mut self) {
        self.view.notes = if self.view.notes.is_none() { Some(NotesView::default()) } else { None };
    }

    pub(super) fn edit_note(&mut self, id: MarkId) {
        self.end_note();
        if let Some(Note { about, text, .. }) = self.marks.notes.iter().find(|note| note.id == id).cloned() {
            self.writing = Some(Writing { about, id, kept: text.clone(), text, kept_at: None, due: None });
        }
    }

    /// Selects the passage that bears the note; shows the note in the list where it is on no passage.
    pub(super) fn show_note(&mut self, id: MarkId) {
        let Some(about) = self.marks.notes.iter().find(|note| note.id == id).map(|note| note.about.clone()) else {
            return;
        };
        let tree = self.library.tree();
        let passage = self.place_of_about(&about).zip(about.topic()).and_then(|((ix, span), topic)| {
            let is_it = |one: &Passage| Some(one.span) == span && tree.topic(one.topic).is_called(topic);
            let index = self.library.passages(ix).iter().position(is_it)?;
            Some((PassageRef { article: ix, index: index as u32 }, tree.find(topic)))
        });
        match passage {
            Some((which, topic)) => {
                self.view.notes = None;
                self.select_passage(which, topic);
            }
            None => self.view.notes = Some(NotesView::default()),
        }
    }

    pub(super) fn note_typed(&mut self, text: String) {
        if let Some(writing) = &mut self.writing {
            writing.text = text;
            writing.due = Some(Instant::now() + PAUSE);
        }
    }

    /// Keeps what was typed after a pause.
    pub(super) fn keep_typed(&mut self, now: Instant) {
        if self.writing.as_ref().and_then(|writing| writing.due).is_some_and(|due| due <= now) {
            self.keep_note();
        }
    }

    /// When what was typed is to be kept, so that the window wakes up for it.
    pub fn note_due(&self) -> Option<Instant> {
        self.writing.as_ref()?.due
    }

    /// Ends the writing; what was written is kept, and a note without words is deleted.
    pub(super) fn end_note(&mut self) {
        self.keep_note();
        self.writing = None;
    }

    pub(super) fn delete_note(&mut self, id: MarkId) {
        self.writing = None;
        if let Some(note) = self.marks.notes.iter().find(|note| note.id == id).cloned() {
            self.edit(Edit::Remove(Mark::Note(note)));
        }
    }

    fn keep_note(&mut self) {
        let Some(writing) = &mut self.writing else { return };
        writing.due = None;
        let text = writing.text.trim().to_owned();
        if text == writing.kept {
            return;
        }
        writing.kept.clone_from(&text);
        let goes_on = writing.kept_at == Some(self.history.revision());
        let (id, about) = (writing.id, writing.about.clone());
        let old = self.marks.notes.iter().find(|note| note.id == id).cloned();
        let by = old.as_ref().map_or_else(|| self.settings.reader.clone(), |old| old.by.clone());
        let new = (!text.is_empty()).then_some(Note { about, id, text, by });
        let edit = match (old, new) {
            (Some(old), Some(new)) => {
                let edits = vec![Edit::Remove(Mark::Note(old)), Edit::Add(Mark::Note(new))];
                Edit::Together("change note".into(), edits)
            }
            (Some(old), None) => Edit::Remove(Mark::Note(old)),
            (None, Some(new)) => Edit::Add(Mark::Note(new)),
            (None, None) => return,
        };
        if goes_on {
            self.edit_on(edit)
        } else {
            self.edit(edit)
        }
        let revision = self.history.revision();
        if let Some(writing) = &mut self.writing {
            writing.kept_at = Some(revision);
        }
    }

    /// Notes on these very words.
    pub fn notes_on(&self, article: &str, anchor: &Anchor, topic: Option<&str>) -> Vec<&Note> {
        let is_on = |note: &&Note| match &note.about {
            About::Words { article: path, anchor: words, topic: of, .. } => {
                path == article && words == anchor && of.as_deref() == topic
            }
            _ => false,
        };
        self.marks.notes.iter().filter(is_on).collect()
    }

    /// Notes on a passage, wherever its words stand now.
    pub fn notes_of(&self, which: PassageRef) -> Vec<&Note> {
        if self.marks.notes.is_empty() {
            return Vec::new(); // As for nearly every card of nearly every list.
        }
        let (Some(passage), Some(article)) = (self.passage(which), self.library.article(which.article)) else {
            return Vec::new();
        };
        let topic = self.library.tree().topic(passage.topic);
        let is_on = |note: &&Note| match &note.about {
            About::Words { article: path, anchor, topic: Some(of), fingerprint } => {
                *path == article.path
                    && topic.is_called(of)
                    && self.place_of_mark(article, anchor, Some(*fingerprint)) == Some(passage.span)
            }
            _ => false,
        };
        self.marks.notes.iter().filter(is_on).collect()
    }

    /// Where the words of a note stand now, and their article.
    pub fn place_of_about(&self, about: &About) -> Option<(ArticleIx, Option<Span>)> {
        let ix = self.library.find(about.article()?)?;
        let article = self.library.article(ix)?;
        match about {
            About::Words { anchor, fingerprint, .. } => {
                Some((ix, self.place_of_mark(article, anchor, Some(*fingerprint))))
            }
            _ => Some((ix, None)),
        }
    }

    /// The notes that the list shows: of the session, on topics, then by article and place.
    pub fn listed_notes(&self) -> Vec<&Note> {
        let Some(view) = &self.view.notes else { return Vec::new() };
        let query = view.query.to_lowercase();
        let here = self.view.article.filter(|_| view.here).and_then(|ix| self.library.article(ix));
        let tree = self.library.tree();
        let only = self.view.topic.filter(|_| view.on_topic);
        let in_topic =
            |topic, id: Option<&str>| id.and_then(|id| tree.find(id)).is_some_and(|ix| tree.is_within(ix, topic));
        let passes = |note: &&Note| {
            view.kind.holds(&note.about)
                && here.is_none_or(|article| note.about.article() == Some(&*article.path))
                && only.is_none_or(|topic| in_topic(topic, note.about.topic()))
                && query.split_whitespace().all(|word| words_of(note).contains(word))
        };
        let mut notes: Vec<&Note> = self.marks.notes.iter().filter(passes).collect();
        notes.sort_by(|a, b| a.about.cmp(&b.about).then(a.id.cmp(&b.id)));
        notes
    }

    /// The listed notes as Markdown, each with its words and where they stand.
    pub(super) fn copy_notes(&mut self) {
        let notes = self.listed_notes();
        if notes.is_empty() {
            return self.notices.done("There are no notes to copy");
        }
        let text: Vec<String> = notes.iter().map(|note| self.note_as_markdown(note)).collect();
        let count = super::notices::count(text.len(), "note");
        self.clipboard = Some(text.join("\n"));
        self.notices.done(format!("Copied {count} as Markdown"));
    }

    fn note_as_markdown(&self, note: &Note) -> String {
        let tree = self.library.tree();
        let topic = note.about.topic().map(|id| tree.find(id).map_or(id.to_owned(), |ix| tree.full_name(ix)));
        let article = note.about.article().map(|path| match self.library.find(path) {
            Some(ix) => self.library.article(ix).map_or_else(String::new, |article| super::quote::reference(article)),
            None => path.to_owned(),
        });
        let heading: Vec<String> = topic.into_iter().chain(article).collect();
        let heading = if heading.is_empty() { "The session".to_owned() } else { heading.join(" — ") };
        let mut text = format!("### {heading}\n\n");
        if let About::Words { anchor, .. } = &note.about {
            for line in anchor.exact.lines() {
                text += &format!("> {line}\n");
            }
            text.push('\n');
        }
        text + &note.text + "\n"
    }
}

fn words_of(note: &Note) -> String {
    let quote = match &note.about {
        About::Words { anchor, .. } => anchor.exact.as_str(),
        _ => "",
    };
    format!("{}\n{quote}\n{}", note.text, note.by).to_lowercase()
}

fn about_words(article: &Article, span: Span, topic: Option<String>) -> About {
    let (anchor, fingerprint): (Anchor, Fingerprint) = (Anchor::describe(&article.text, span), article.fingerprint);
    About::Words { article: article.path.clone(), anchor, topic, fingerprint }
}
