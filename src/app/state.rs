//! Everything there is, and the one door through which it changes.

use super::action::Action;
use super::article_list::ArticleList;
use super::command::{Command, Dialog, FileRequest};
use super::find::Find;
use super::history::History;
use super::jumps::Jumps;
use super::learning::Suggestions;
use super::library::Library;
use super::listing::Listing;
use super::notices::Notices;
use super::place::{PassageRef, Reading};
use super::saving::SessionFile;
use super::topic_form::NewTopic;
use super::view::ViewState;
use crate::analysis::learn::StemTable;
use crate::model::{ArticleIx, Edit, Marks, ReadingPosition, Scope, Session, Span};
use crate::store::{MarkedText, Settings, Theme};
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
    /// A file dialog that the window is to open.
    pub(super) file_request: Option<FileRequest>,
    /// A file that the desktop is to open.
    pub(super) open_request: Option<PathBuf>,
    pub(super) reading: BTreeMap<ArticleIx, Reading>,
    /// Of articles that the opened session knows and the folder does not have now.
    pub(super) reading_elsewhere: BTreeMap<String, ReadingPosition>,
    /// Another tree was chosen while articles were still being read.
    pub(super) relink_when_read: bool,
    /// Bookmarks that were found again, by article.
    pub(super) bookmark_spans: BTreeMap<ArticleIx, Vec<(usize, Span)>>,
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
    /// Counts up whenever changed rules are tried; only the newest answer counts.
    pub(super) previews_asked: u64,
    /// When the rules in the open form are to be tried.
    pub(super) preview_due: Option<Instant>,
    /// What it took to make the lists the last time.
    pub(super) listing_took: Duration,
    /// When the list of passages is to take in the articles that have come.
    pub(super) listing_due: Option<Instant>,
    pub jobs: Jobs,
}

impl State {
    /// A state with settings of the reader's own; `config` is the folder where they are kept, if they are.
    pub fn new(settings: Settings, config: Option<PathBuf>) -> Self {
        Self { settings, config, ..Self::default() }
    }

    /// Does what a person asked for. The one door.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Do(action) => self.act(action),
            Command::Edit(edit) => self.edit(edit),
            Command::OpenPath(path) => self.open_path(path),
            Command::OpenFolder(path) => self.ask_then_open(path),
            Command::OpenSession(path) => self.ask_then_open(path),
            Command::OpenTopics(path) => self.jobs.read_topics(path),
            Command::SaveTo(path) => self.save_to(path),
            Command::SelectArticle(article) => self.select_article(article),
            Command::SelectTopic(topic) => self.select_topic(topic),
            Command::SelectPassage { passage, topic } => self.select_passage(passage, topic),
            Command::SelectText(span) => self.view.selected = span,
            Command::Decide { passage, kept } => self.decide(passage, kept),
            Command::EditTopics(edit) => self.edit_topics(&edit),
            Command::ShowTopic(topic) => self.show_topic(topic),
            Command::NewTopic(new) => self.new_topic(new),
            Command::ShowWords { article, span } => self.show_words(article, span),
            Command::ShowRejected(shown) => {
                self.suggestions = None;
                self.view.rejected = shown;
            }
            Command::TakeBack(decision) => self.edit(Edit::Decide(decision, None)),
            Command::Suggest(open) => self.suggest(open),
            Command::Take { number, taken } => self.take_suggestion(number, taken),
            Command::AddRule(rule) => self.add_rule(&rule),
            Command::FoldStory { lead, open } => {
                set_member(&mut self.view.open_stories, lead, open);
                self.list_articles();
            }
            Command::SetScope(scope) => self.set_scope(scope),
            Command::SetOrder(order) => self.set_order(order),
            Command::FilterArticles(filter) => self.filter_articles(filter),
            Command::Fold { topic, folded } => set_member(&mut self.view.folded, topic, folded),
            Command::Hide { topic, hidden } => set_member(&mut self.view.hidden, topic, hidden),
            Command::ReadTo { article, reading } => self.read_to(article, reading),
            Command::ShowChanges { old, new } => self.show_changes(old, new),
            Command::ShowDetails(article) => self.show_details(article),
            Command::RuleOn { article, paragraphs, clutter } => self.rule_on(article, paragraphs, clutter),
            Command::OpenOriginal(article) => self.open_original(article),
            Command::Paste(text) => self.paste(text),
            Command::GoToBookmark(index) => self.go_to_bookmark(index),
            Command::FindText(query) => self.find_text(&query),
            Command::CopyText(text) => self.clipboard = Some(text),
            Command::SetTheme(theme) => self.settings.theme = theme,
            Command::SetPalette(query) => self.palette = query.map(|query| Palette { query }),
            Command::Answer(answer) => self.answer(answer),
            Command::Dismiss(id) => self.notices.dismiss(id),
            Command::CloseRequested => self.close_requested(),
        }
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::OpenFolder | Action::OpenSession | Action::OpenTopics | Action::SaveAs => self.ask_file(action),
            Action::SaveTopics | Action::CompareTopics => self.ask_file(action),
            Action::TypePath => self.type_path(false),
            Action::OpenSample => self.ask_then_open_sample(),
            Action::ShowStart => self.screen = Screen::Start,
            Action::Save => self.save(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::NextPassage => self.step_passage(true),
            Action::PreviousPassage => self.step_passage(false),
            Action::NewTopic => self.new_topic(NewTopic::Empty { parent: None }),
            Action::TopicOfSelection => self.new_topic(NewTopic::Selection),
            Action::TopicOfSearch => self.new_topic(NewTopic::Search),
            Action::EditTopic => self.show_selected_topic(),
            Action::DeleteTopic => self.delete_selected_topic(),
            Action::MoreLikeThese => self.suggest(self.suggestions.is_none()),
            Action::KeepPassage => self.decide_selected(true),
            Action::RejectPassage => self.decide_selected(false),
            Action::LookForChanges => self.look_for_changes(),
            Action::FilterArticles => self.filter_focus += 1,
            Action::NextArticle => self.step_article(true),
            Action::PreviousArticle => self.step_article(false),
            Action::ClearTopic => self.select_topic(None),
            Action::ToggleScope => self.set_scope(match self.view.scope {
                Scope::AllArticles => Scope::ThisArticle,
                Scope::ThisArticle => Scope::AllArticles,
            }),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            Action::Find => self.find_focus += 1,
            Action::FindNext => self.step_hit(true),
            Action::FindPrevious => self.step_hit(false),
            Action::CloseFind => self.find = Find::default(),
            Action::CopyPassage => self.copy_passage(),
            Action::ToggleBookmark => self.toggle_bookmark(),
            Action::DefaultTopics => self.edit(Edit::SetTopics(None, "leave topic tree".into())),
            Action::ShowSkipped => self.dialog = Some(Dialog::Skipped),
            Action::FollowSystemTheme => self.settings.theme = Theme::System,
            Action::ZoomIn => self.zoom(0.1),
            Action::ZoomOut => self.zoom(-0.1),
            Action::ZoomReset => self.reset_sizes(),
            Action::LargerText => self.text_size(1.0),
            Action::SmallerText => self.text_size(-1.0),
            // Only reading: articles half linked by one tree and half by another would be of no use.
            Action::CancelWork if self.progress.is_some() => self.jobs.cancel(),
            Action::CancelWork => {}
            Action::Palette => self.palette = Some(Palette::default()),
            Action::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            Action::Quit => self.close_requested(),
            Action::ArticleDetails => self.of_open_article(State::show_details),
            Action::OpenOriginal => self.of_open_article(State::open_original),
            Action::CopyAddress => self.of_open_article(State::copy_address),
            Action::TurnVerdict => self.turn_verdict_at_hand(),
            // The window alone knows the system's theme and the clipboard; it turns these into other commands.
            Action::SwitchTheme | Action::Paste => {}
        }
    }

    fn edit(&mut self, edit: Edit) {
        let topics = self.marks.topics.clone();
        if self.history.apply(edit, &mut self.marks) {
            self.marks_changed(&topics);
        }
    }

    fn undo(&mut self) {
        let topics = self.marks.topics.clone();
        match self.history.undo(&mut self.marks) {
            Some(name) => self.notices.done(format!("Undone: {name}")),
            None => self.notices.done("Nothing to undo"),
        }
        self.marks_changed(&topics);
    }

    fn redo(&mut self) {
        let topics = self.marks.topics.clone();
        match self.history.redo(&mut self.marks) {
            Some(name) => self.notices.done(format!("Done again: {name}")),
            None => self.notices.done("Nothing to redo"),
        }
        self.marks_changed(&topics);
    }

    fn marks_changed(&mut self, topics_before: &Option<std::sync::Arc<crate::model::TopicFile>>) {
        if self.marks.topics != *topics_before {
            self.relink();
        }
        self.settle_corrections();
        self.settle_decisions();
        if self.suggestions.is_some() {
            self.suggest(true); // Every word of the reader's teaches something.
        }
        self.find_bookmarks();
    }

    fn zoom(&mut self, by: f32) {
        self.settings.zoom = ((self.settings.zoom + by) * 10.0).round().clamp(5.0, 30.0) / 10.0;
    }

    fn text_size(&mut self, by: f32) {
        self.settings.text_size = (self.settings.text_size + by).clamp(12.0, 36.0);
    }

    fn reset_sizes(&mut self) {
        self.settings.zoom = 1.0;
        self.settings.text_size = Settings::default().text_size;
    }

    /// Bookmarks of one article, by their place in [`Marks::bookmarks`], in the order of the text.
    pub fn bookmarks_in(&self, article: ArticleIx) -> &[(usize, Span)] {
        self.bookmark_spans.get(&article).map_or(&[], Vec::as_slice)
    }

    /// How far the reader is in an article.
    pub fn reading_of(&self, article: ArticleIx) -> Reading {
        self.reading.get(&article).copied().unwrap_or_default()
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

fn set_member<T: Ord>(set: &mut std::collections::BTreeSet<T>, member: T, inside: bool) {
    if inside {
        set.insert(member);
    } else {
        set.remove(&member);
    }
}
