//! Saving the session, knowing whether there is something to save, and leaving.

use super::command::{Dialog, Leaving};
use super::state::State;
use crate::model::{Anchor, Session, Source, View};
use crate::store::journal::{SaveError, Saved};
use crate::store::{self, Digest, MarkedText, places};
use crate::work::SaveTask;
use std::path::PathBuf;

/// The file that the session is kept in.
#[derive(Debug, Default)]
pub struct SessionFile {
    /// `None` until it is saved for the first time.
    pub path: Option<PathBuf>,
    /// The revision of the history that is on the disk.
    pub saved_revision: u64,
    /// Whether it was saved or opened at all.
    pub exists: bool,
    /// Of the file as it was read or written.
    pub content: Option<Digest>,
    /// What stands in the file may be replaced although it is not what was opened.
    pub replaces: bool,
    pub saving: bool,
    /// What the reader wants to do when it is saved.
    pub then: Option<Leaving>,
}

impl SessionFile {
    pub(super) fn opened(&mut self, path: PathBuf, content: Digest) {
        *self = Self { path: Some(path), exists: true, content: Some(content), ..Self::default() };
    }

    /// The name that the status bar shows.
    pub fn name(&self) -> Option<String> {
        Some(self.path.as_ref()?.file_name()?.to_string_lossy().into_owned())
    }
}

impl State {
    /// Whether the reader's own work is not on the disk. Where one has scrolled to is no work.
    pub fn is_unsaved(&self) -> bool {
        self.history.revision() != self.file.saved_revision
    }

    pub(super) fn save(&mut self) {
        match self.file.path.clone().or_else(|| places::suggest_session_name(&self.library.source)) {
            Some(path) => self.save_to(path),
            None => self.ask_file(super::Action::SaveAs),
        }
    }

    pub(super) fn save_to(&mut self, path: PathBuf) {
        self.end_note();
        if self.restoring.is_some() {
            // What the session wants on the screen is not there yet and would be missing from the file.
            return self.notices.done("The session is still being opened; save it when its articles are there");
        }
        let path = with_ending(path);
        let path = std::path::absolute(&path).unwrap_or(path);
        let session = self.session();
        let texts: Vec<MarkedText> =
            store::marked_texts(&session.marks, self.library.articles.iter().map(AsRef::as_ref), &self.texts);
        let Some(saving) = self.begin_save(&path) else { return self.file.then = None };
        // A name that the reader chose may have been somebody else's: that was asked when it was chosen.
        let replace = self.file.replaces || self.file.path.as_ref() != Some(&path);
        self.file.saving = true;
        let (revision, texts) = (self.history.revision(), texts);
        self.jobs.save_session(SaveTask { path, saving, session, texts, replace, revision });
    }

    pub(super) fn saved(&mut self, path: PathBuf, revision: u64, result: Result<Saved, SaveError>) {
        self.file.saving = false;
        let then = self.file.then.take();
        match result {
            Ok(saved) => {
                self.notices.done(format!("Saved {}", path.display()));
                self.save_kept(&saved);
                self.settings.remember_session(&path);
                self.save_settings();
                self.file.path = Some(path);
                (self.file.exists, self.file.replaces) = (true, false);
                self.file.saved_revision = revision;
                if let Some(then) = then
                    && !self.is_unsaved()
                {
                    self.leave_for(then);
                }
            }
            Err(SaveError::ChangedElsewhere { path }) => {
                self.file.then = then;
                self.dialog = Some(Dialog::ChangedElsewhere { session: path });
            }
            Err(error) => self.notices.problem(format!("The session was not saved. {error}")),
        }
    }

    pub(super) fn close_requested(&mut self) {
        self.end_note();
        if self.is_unsaved() {
            self.dialog = Some(Dialog::Unsaved { then: Leaving::Quit });
        } else {
            self.close_journal();
            self.leave = true;
        }
    }

    /// What the reader did, as a session keeps it.
    pub fn session(&self) -> Session {
        let tree = self.library.tree();
        let path = |ix| self.library.article(ix).map(|article| article.path.clone());
        let id = |ix: &crate::model::TopicIx| tree.topic(*ix).id.clone();
        let reading = self.reading.iter().filter_map(|(ix, reading)| {
            let article = self.library.article(*ix)?;
            Some((article.path.clone(), reading.to_session(article)))
        });
        let elsewhere = self.reading_elsewhere.iter().map(|(path, position)| (path.clone(), position.clone()));
        let passage = self.view.passage.and_then(|passage| {
            let article = self.library.article(passage.article)?;
            Some((article.path.clone(), Anchor::describe(&article.text, self.passage(passage)?.span)))
        });
        let view = View {
            kind: self.view.kind,
            article: self.view.article.and_then(path),
            topic: self.view.topic.as_ref().map(id),
            passage,
            scope: self.view.scope,
            folded: self.view.folded.iter().map(id).collect(),
            hidden: self.view.hidden.iter().map(id).collect(),
            order: self.view.order,
        };
        Session { source: self.source(), marks: self.marks.clone(), reading: elsewhere.chain(reading).collect(), view }
    }

    fn source(&self) -> Source {
        self.library.source.clone()
    }
}

/// The name of a session file ends in `.ron`.
pub(super) fn with_ending(mut path: PathBuf) -> PathBuf {
    if path.extension().is_none_or(|extension| !extension.eq_ignore_ascii_case("ron")) {
        path.as_mut_os_string().push(".ron");
    }
    path
}
