//! Everything there is, and the one door through which it changes.

use super::across::LookAcross;
use super::anchoring::CarriedOver;
use super::article_list::ArticleList;
use super::command::{Dialog, FileRequest};
use super::compare::Compare;
use super::coverage::Coverage;
use super::find::Find;
use super::history::History;
use super::jumps::Jumps;
use super::keeping::{Keeper, Unsaved};
use super::learning::Suggestions;
use super::library::Library;
use super::listing::Listing;
use super::notes::Writing;
use super::notices::Notices;
use super::picker::Picker;
use super::place::PassageRef;
use super::saving::SessionFile;
use super::seen::Read;
use super::view::{Only, ViewState};
use crate::analysis::learn::StemTable;
use crate::model::{ArticleIx, Edit, MarkId, Marks, ReadingPosition, Session, Span};
use crate::store::{MarkedText, Settings};
use crate::work::{Corrections, Jobs};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Which of the two screens is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Screen {
    /// Recent folders and sessions.
    #[default]
    Start,
    Reading,
}

/// The list of all commands, while it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    pub query: String,
}

/// How far the reading of a folder is.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    pub done: usize,
    /// 0 while the files are being counted.
    pub total: usize,
    pub since: Instant,
}

/// The whole state of one window.
#[derive(Default)]
pub struct State {
    pub settings: Settings,
    pub screen: Screen,
    pub library: Library,
    pub view: ViewState,
    pub listing: Listing,
    pub article_list: ArticleList,
    pub marks: Marks,
    pub history: History,
    pub jumps: Jumps,
    pub find: Find,
    pub file: SessionFile,
    /// While the passage list shows what looks like a topic's passages.
    pub suggestions: Option<Suggestions>,
    pub progress: Option<Progress>,
    pub dialog: Option<Dialog>,
    pub palette: Option<Palette>,
    pub notices: Notices,
    /// Counts up when the articles or their links change, so that views know when to measure anew.
    pub generation: u64,
    /// Counts up when the find field is to take the keyboard.
    pub find_focus: u64,
    /// Counts up when the filter of the article list is to take the keyboard.
    pub filter_focus: u64,
    /// The reader wants to leave and nothing stands against it.
    pub leave: bool,
    /// Words that the window is to put on the clipboard.
    pub(super) clipboard: Option<String>,
    /// The menu in which a topic is picked, while it is open.
    pub picker: Option<Picker>,
    /// The note that is being written.
    pub writing: Option<Writing>,
    /// Topics that were marked with, by id, latest first.
    pub(super) recent_topics: Vec<String>,
    /// A file dialog that the window is to open.
    pub(super) file_request: Option<FileRequest>,
    /// A file that the desktop is to open.
    pub(super) open_request: Option<PathBuf>,
    pub(super) reading: BTreeMap<ArticleIx, Read>,
    /// Of articles that the opened session knows and the folder does not have now.
    pub(super) reading_elsewhere: BTreeMap<String, ReadingPosition>,
    /// Another tree was chosen while articles were still being read.
    pub(super) relink_when_read: bool,
    pub keeper: Keeper,
    /// What a crash has left, while the reader decides.
    pub unsaved: Option<Unsaved>,
    /// Where readings that were never saved keep their journals; with none they keep none.
    pub unsaved_folder: Option<PathBuf>,
    pub(super) carried_over: CarriedOver,
    /// Bookmarks that were found again, by article.
    pub(super) bookmark_spans: BTreeMap<ArticleIx, Vec<(usize, Span)>>,
    /// Notes on words that were found again, by article.
    pub(super) note_spans: BTreeMap<ArticleIx, Vec<(MarkId, Span)>>,
    /// A session whose collection is being read: what it wants on the screen.
    pub(super) restoring: Option<Box<Session>>,
    /// The session that waits for the answer to a question about its folder.
    pub(super) pending: Option<(PathBuf, Box<crate::store::Loaded>)>,
    /// Marked texts of the opened session, as they were read.
    pub(super) texts: Vec<MarkedText>,
    /// The corrections that the articles of the library stand under.
    pub(super) corrected: Corrections,
    /// Counts up whenever copies and versions are looked for; only the newest answer counts.
    pub(super) stories_asked: u64,
    /// Where what was read of folders is kept for the next time.
    pub cache: Option<PathBuf>,
    /// The reader asked whether the folder has changed.
    pub(super) looking: bool,
    pub(super) config: Option<PathBuf>,
    /// The stems of the articles, once they were needed; of this generation of the articles.
    pub(super) stems: Option<Arc<StemTable>>,
    /// Counts up whenever suggestions are asked for; only the newest answer counts.
    pub(super) suggestions_asked: u64,
    /// The topic that was just changed or made, by id, until the tree that has it is in force.
    pub(super) edited_topic: Option<String>,
    /// The passage that was marked with it.
    pub(super) edited_mark: Option<MarkId>,
    /// Counts up whenever changed rules are tried; only the newest answer counts.
    pub(super) previews_asked: u64,
    /// When the rules in the open form are to be tried.
    pub(super) preview_due: Option<Instant>,
    /// What it took to make the lists the last time.
    pub(super) listing_took: Duration,
    /// When the list of passages is to take in the articles that have come.
    pub(super) listing_due: Option<Instant>,
    pub across: LookAcross,
    pub coverage: Coverage,
    pub compare: Compare,
    pub jobs: Jobs,
}

impl State {
    /// A state with settings of the reader's own; `config` is the folder where they are kept, if they are.
    pub fn new(settings: Settings, config: Option<PathBuf>) -> Self {
        Self { settings, config, ..Self::default() }
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        if self.is_read_only() {
            return;
        }
        let (topics, recorded) = (self.marks.topics.clone(), edit.clone());
        if self.history.apply(edit, &mut self.marks) {
            self.record(&recorded.name(), &recorded);
            self.marks_changed(&topics);
        }
    }

    /// An edit that goes on with the last one: both are one step.
    pub(super) fn edit_on(&mut self, edit: Edit) {
        if self.is_read_only() {
            return;
        }
        let (topics, recorded) = (self.marks.topics.clone(), edit.clone());
        if self.history.apply_on(edit, &mut self.marks) {
            self.record(&recorded.name(), &recorded);
            self.marks_changed(&topics);
        }
    }

    pub(super) fn undo(&mut self) {
        self.end_note();
        let topics = self.marks.topics.clone();
        match self.history.undo(&mut self.marks) {
            Some((name, edit)) => {
                self.record(&format!("undo {name}"), &edit);
                self.notices.done(format!("Undone: {name}"));
            }
            None => self.notices.done("Nothing to undo"),
        }
        self.marks_changed(&topics);
    }

    pub(super) fn redo(&mut self) {
        self.end_note();
        let topics = self.marks.topics.clone();
        match self.history.redo(&mut self.marks) {
            Some((name, edit)) => {
                self.record(&name, &edit);
                self.notices.done(format!("Done again: {name}"));
            }
            None => self.notices.done("Nothing to redo"),
        }
        self.marks_changed(&topics);
    }

    /// Whether the session is only open to be read; then that is told.
    fn is_read_only(&mut self) -> bool {
        let why = self.keeper.read_only.clone();
        if let Some(why) = &why {
            self.notices.done(format!("{why}. Save it under another name to change it"));
        }
        why.is_some()
    }

    pub(super) fn marks_changed(&mut self, topics_before: &Option<std::sync::Arc<crate::model::TopicFile>>) {
        self.topics_of_marks(topics_before);
        self.findings_changed();
        self.settle_corrections();
        self.carry_marks();
        self.settle_decisions();
        if self.suggestions.is_some() {
            self.suggest(true); // Every word of the reader's teaches something.
        }
        self.find_bookmarks();
        match self.view.only {
            Only::All => self.count_all_left(),
            _ => self.list(), // It lists by what the reader says.
        }
    }

    /// Links by the tree that the marks bring, if it is another one.
    pub(super) fn topics_of_marks(&mut self, before: &Option<std::sync::Arc<crate::model::TopicFile>>) {
        if self.marks.topics != *before {
            self.relink();
        }
    }

    pub(super) fn zoom(&mut self, by: f32) {
        self.settings.zoom = ((self.settings.zoom + by) * 10.0).round().clamp(5.0, 30.0) / 10.0;
    }

    pub(super) fn text_size(&mut self, by: f32) {
        self.settings.text_size = (self.settings.text_size + by).clamp(12.0, 36.0);
    }

    pub(super) fn reset_sizes(&mut self) {
        self.settings.zoom = 1.0;
        self.settings.text_size = Settings::default().text_size;
    }

    /// Bookmarks of one article, by their place in [`Marks::bookmarks`], in the order of the text.
    pub fn bookmarks_in(&self, article: ArticleIx) -> &[(usize, Span)] {
        self.bookmark_spans.get(&article).map_or(&[], Vec::as_slice)
    }

    /// Notes on words of one article, in the order of the text.
    pub fn notes_in(&self, article: ArticleIx) -> &[(MarkId, Span)] {
        self.note_spans.get(&article).map_or(&[], Vec::as_slice)
    }

    /// The selected passage, if it is still there.
    pub fn passage(&self, passage: PassageRef) -> Option<&crate::model::Passage> {
        self.library.passages(passage.article).get(passage.index as usize)
    }

    /// Words that the window is to put on the clipboard, once.
    pub fn take_clipboard(&mut self) -> Option<String> {
        self.clipboard.take()
    }

    /// A file dialog that the window is to open, once.
    pub fn take_file_request(&mut self) -> Option<FileRequest> {
        self.file_request.take()
    }

    /// Keeps the settings; told once if that is not possible.
    pub fn save_settings(&mut self) {
        if let Some(config) = &self.config
            && let Err(error) = self.settings.save(config)
        {
            self.notices.problem(format!("The settings could not be saved: {error}"));
        }
    }
}
