//! Opening folders, sessions and topic trees, and the questions that come with it.

use super::action::Action;
use super::command::{Answer, Command, Dialog, FileRequest, Leaving};
use super::library::Library;
use super::saving::{self, SessionFile};
use super::seen::Read;
use super::state::{Progress, Screen, State};
use super::view::ViewState;
use crate::model::{Marks, Session, Source, TopicFile};
use crate::store::{FolderState, Loaded, places};
use crate::work::{Opening, Purpose};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A dialog that ends sooner than this was never on the screen: nobody cancels so fast.
pub const NO_DIALOG: Duration = Duration::from_millis(250);

/// The warning under a typed path; to go on all the same replaces the file.
const REPLACES: &str = "There is such a file already; saving replaces it";

impl State {
    /// Opens what lies at a path that was dropped, typed or given at the start.
    pub(super) fn open_path(&mut self, path: PathBuf) {
        let is_ron = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
        if is_ron && path.file_name().is_some_and(|name| name == crate::store::topics::FILE_NAME) {
            self.jobs.read_topics(path);
        } else if path.is_dir() || is_ron {
            self.ask_then_open(path);
        } else if let (true, Some(folder)) = (path.is_file(), path.parent()) {
            self.ask_then_open(folder.to_owned()); // A file on its own opens among its neighbours.
        } else {
            self.notices.problem(format!("{}: there is no such folder or file", path.display()));
        }
    }

    /// Opens a folder or a session, after asking about unsaved work.
    pub(super) fn ask_then_open(&mut self, path: PathBuf) {
        if self.is_unsaved() {
            self.dialog = Some(Dialog::Unsaved { then: Leaving::Open(path) });
        } else {
            self.open_now(path);
        }
    }

    fn open_now(&mut self, path: PathBuf) {
        if path.is_dir() {
            self.open_folder(&path);
        } else {
            self.jobs.read_session(path);
        }
    }

    pub(super) fn ask_then_open_sample(&mut self) {
        if self.is_unsaved() {
            self.dialog = Some(Dialog::Unsaved { then: Leaving::Sample });
        } else {
            self.start(Source::Sample, None);
        }
    }

    fn open_folder(&mut self, folder: &Path) {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        self.settings.remember_folder(&folder);
        self.save_settings();
        self.start(Source::Folder(folder), None);
    }

    /// Begins a new reading of `source`, with nothing of the one before but the tree to fall back on.
    pub(super) fn start(&mut self, source: Source, session: Option<Box<Session>>) {
        let current = self.library.topics().cloned();
        let topics: Option<TopicFile> = session.as_ref().and_then(|session| session.marks.topics.as_deref().cloned());
        self.library = Library::of(source.clone(), None);
        self.article_list = super::ArticleList::default();
        self.looking = false;
        self.stems = None;
        self.across = super::LookAcross::default();
        self.coverage = super::Coverage::default();
        self.compare = super::Compare::default();
        self.suggestions = None;
        self.view = ViewState { reveal_serial: self.view.reveal_serial, ..ViewState::default() };
        self.listing = super::Listing::default();
        self.marks = Marks::default();
        self.history = super::History::default();
        self.find = super::Find::default();
        self.jumps.clear();
        self.reading.clear();
        self.reading_elsewhere.clear();
        self.relink_when_read = false;
        self.pending = None;
        self.bookmark_spans.clear();
        self.texts.clear();
        self.carried_over = super::anchoring::CarriedOver::default();
        self.close_journal();
        self.file = SessionFile::default();
        self.generation += 1;
        self.screen = Screen::Reading;
        self.dialog = None;
        self.progress = Some(Progress { done: 0, total: 0, since: Instant::now() });
        if let Some(session) = &session {
            self.marks.clone_from(&session.marks);
        }
        self.corrected.clone_from(&self.marks.corrections);
        self.restoring = session;
        let (corrections, cache) = (self.marks.corrections.clone(), self.cache.clone());
        self.jobs.open(Opening { source, session_topics: topics, current, corrections, cache });
    }

    /// A session was read: opens its collection, or asks about it first.
    pub(super) fn session_read(&mut self, path: PathBuf, loaded: Box<Loaded>) {
        let folder = match &loaded.session.source {
            Source::Sample => return self.restore(path, loaded),
            Source::Folder(folder) => folder.clone(),
        };
        let trusted = |real: &Path| self.settings.is_trusted(real);
        let dialog = match &loaded.folder {
            FolderState::Sample => return self.restore(path, loaded),
            FolderState::Here { real } if trusted(real) => return self.restore(path, loaded),
            FolderState::Gone => Dialog::FolderGone { session: path.clone(), folder },
            FolderState::Here { real } => Dialog::TrustFolder { session: path.clone(), folder: real.clone() },
            FolderState::Remote => Dialog::TrustFolder { session: path.clone(), folder },
        };
        self.pending = Some((path, loaded));
        self.dialog = Some(dialog);
    }

    fn restore(&mut self, path: PathBuf, loaded: Box<Loaded>) {
        let Loaded { session, texts, content, .. } = *loaded;
        if let Source::Folder(folder) = &session.source {
            self.settings.remember_folder(folder);
        }
        self.settings.remember_session(&path);
        self.save_settings();
        self.start(session.source.clone(), Some(Box::new(session)));
        self.texts = texts;
        self.file.opened(path.clone(), content);
        self.keep_session(&path, content);
    }

    /// The reader answered the question that stands.
    pub(super) fn answer(&mut self, answer: Answer) {
        let Some(dialog) = self.dialog.take() else { return };
        match (dialog, answer) {
            (Dialog::Unsaved { then }, Answer::Save) => {
                self.file.then = Some(then);
                self.save();
            }
            (Dialog::Unsaved { then }, Answer::Discard) => self.leave_for(then),
            (Dialog::Recover, Answer::Recover) => self.recover(),
            (Dialog::Recover, Answer::Discard) => self.discard_unsaved(),
            (Dialog::Recover, _) => self.set_unsaved_aside(),
            (Dialog::InUse { .. }, Answer::Copy) => self.open_as_copy(),
            (Dialog::InUse { .. }, _) => {}
            (Dialog::ChangedElsewhere { session }, Answer::Save) => {
                self.file.replaces = true;
                self.save_to(session);
            }
            (Dialog::ChangedElsewhere { .. }, Answer::Copy) => self.ask_file(Action::SaveAs),
            // What was to come after the save does not come after a later one.
            (Dialog::ChangedElsewhere { .. }, _) => self.file.then = None,
            (Dialog::LastGood { session, version, .. }, Answer::Recover) => self.open_version(session, &version),
            (Dialog::Versions { session, .. }, Answer::OpenVersion(version)) => self.open_version(session, &version),
            (Dialog::TrustFolder { folder, .. }, Answer::Trust) => {
                if let Some((path, mut loaded)) = self.pending.take() {
                    loaded.session.source = Source::Folder(folder);
                    self.restore(path, loaded);
                }
            }
            (Dialog::FolderGone { .. }, Answer::Locate) => self.request_file(Purpose::OpenFolder),
            (Dialog::TypePath { purpose, no_service, .. }, Answer::Typing(path)) => {
                self.dialog = Some(Dialog::TypePath { purpose, path, no_service, problem: None });
            }
            (Dialog::TypePath { purpose, path, no_service, problem }, Answer::Typed) => {
                let warned = problem.is_some_and(|problem| problem == REPLACES);
                self.typed(purpose, path, no_service, warned);
            }
            (Dialog::Topic(before), Answer::FillingTopic(form)) => self.fill_topic(&before, form),
            (Dialog::Merge(_), Answer::Merging(form)) => self.dialog = Some(Dialog::Merge(form)),
            (Dialog::Merge(form), Answer::Filled) => self.merge_now(*form),
            (Dialog::Topic(form), Answer::Filled) => self.save_topic(form),
            (Dialog::Details { article, .. }, Answer::Filling(form)) => {
                self.dialog = Some(Dialog::Details { article, form });
            }
            (Dialog::Details { article, form }, Answer::Filled) => self.correct_details(article, &form),
            (Dialog::Details { article, .. }, Answer::AsRead) => self.details_as_read(article),
            (Dialog::Paste { text, .. }, Answer::Typing(name)) => {
                self.dialog = Some(Dialog::Paste { text, name, problem: None });
            }
            (Dialog::ReaderName { .. }, Answer::Typing(name)) => self.dialog = Some(Dialog::ReaderName { name }),
            (Dialog::ReaderName { name }, Answer::Typed) => {
                name.trim().clone_into(&mut self.settings.reader);
                self.save_settings();
            }
            (Dialog::Paste { text, name, .. }, Answer::Typed) => self.keep_pasted(text, name),
            _ => self.pending = None,
        }
    }

    /// Does what the reader was about to do when the question about unsaved work came. Work that was given up
    /// stays until the other reading is really there: a session may turn out not to open.
    pub(super) fn leave_for(&mut self, then: Leaving) {
        match then {
            Leaving::Quit => {
                self.close_journal();
                self.leave = true;
            }
            Leaving::Open(path) => self.open_now(path),
            Leaving::Sample => self.start(Source::Sample, None),
        }
    }

    /// Asks the desktop for a file or folder.
    pub(super) fn ask_file(&mut self, action: Action) {
        self.request_file(match action {
            Action::OpenSession => Purpose::OpenSession,
            Action::OpenTopics => Purpose::OpenTopics,
            Action::SaveAs => Purpose::SaveSession,
            Action::SaveTopics => Purpose::SaveTopics,
            Action::CompareTopics => Purpose::CompareTopics,
            Action::MergeSession => Purpose::MergeSession,
            _ => Purpose::OpenFolder,
        });
    }

    fn request_file(&mut self, purpose: Purpose) {
        let parent = |path: &PathBuf| path.parent().map(Path::to_owned);
        let (folder, name) = match purpose {
            Purpose::SaveTopics => {
                let folder = places::sessions_folder();
                (folder, Some("topics-of-mine.ron".to_owned()))
            }
            Purpose::OpenFolder | Purpose::OpenTopics | Purpose::CompareTopics => {
                (self.settings.recent_folders.first().and_then(parent), None)
            }
            Purpose::OpenSession | Purpose::MergeSession => (places::sessions_folder(), None),
            Purpose::SaveSession => {
                let path = self.file.path.clone().or_else(|| places::suggest_session_name(&self.library.source));
                let name = path.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into());
                (path.as_ref().and_then(parent), name)
            }
        };
        // A folder that is not there yet would send the dialog anywhere.
        let folder = folder.filter(|folder| folder.is_dir());
        self.file_request = Some(FileRequest { purpose, folder, name });
    }

    /// A path field, for desktops without a dialog service and people who have the path at hand.
    pub(super) fn type_path(&mut self, no_service: bool) {
        self.type_path_for(Purpose::OpenFolder, no_service);
    }

    pub(super) fn type_path_for(&mut self, purpose: Purpose, no_service: bool) {
        let path = match purpose {
            Purpose::SaveSession => places::suggest_session_name(&self.library.source),
            _ => self.settings.recent_folders.first().cloned(),
        };
        let path = path.map(|path| path.display().to_string()).unwrap_or_default();
        self.dialog = Some(Dialog::TypePath { purpose, path, no_service, problem: None });
    }

    fn typed(&mut self, purpose: Purpose, path: String, no_service: bool, warned: bool) {
        let typed = path.trim().trim_matches('"');
        let full = match (typed.strip_prefix("~/"), std::env::home_dir()) {
            (Some(below), Some(home)) => home.join(below),
            _ => PathBuf::from(typed),
        };
        let target = saving::with_ending(full.clone());
        let problem = match purpose {
            Purpose::SaveTopics if target.exists() && !warned => REPLACES,
            Purpose::SaveSession if target.exists() && self.file.path.as_ref() != Some(&target) && !warned => REPLACES,
            Purpose::SaveSession | Purpose::SaveTopics => "",
            _ if !full.exists() => "There is no such folder or file",
            _ => "",
        };
        if problem.is_empty() {
            self.picked(purpose, full);
        } else {
            self.dialog = Some(Dialog::TypePath { purpose, path, no_service, problem: Some(problem.to_owned()) });
        }
    }

    /// The reader chose a path for `purpose`.
    pub(super) fn picked(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::OpenFolder => match self.pending.take() {
                Some((session, mut loaded)) if path.is_dir() => {
                    loaded.session.source = Source::Folder(path);
                    self.restore(session, loaded);
                }
                _ => self.open_path(path),
            },
            Purpose::OpenSession => self.apply(Command::OpenSession(path)),
            Purpose::OpenTopics => self.jobs.read_topics(path),
            Purpose::SaveSession => self.save_to(path),
            Purpose::SaveTopics => self.save_topics(saving::with_ending(path)),
            Purpose::CompareTopics => self.compare_topics(path),
            Purpose::MergeSession => self.jobs.read_merge(path),
        }
    }

    /// Puts on the screen what the opened session wants there, once its articles are here.
    pub(super) fn restore_view(&mut self) {
        let Some(session) = self.restoring.take() else { return };
        let Session { reading, view, .. } = *session;
        let tree = self.library.tree();
        self.view.topic = view.topic.as_deref().and_then(|id| tree.find(id));
        self.view.folded = view.folded.iter().filter_map(|id| tree.find(id)).collect();
        self.view.hidden = view.hidden.iter().filter_map(|id| tree.find(id)).collect();
        self.view.kind = view.kind;
        self.view.scope = view.scope;
        self.view.order = view.order;
        for (path, position) in reading {
            match self.library.find(&path).and_then(|ix| Some((ix, self.library.article(ix)?))) {
                Some((ix, article)) => _ = self.reading.insert(ix, Read::of_session(article, &position)),
                None => _ = self.reading_elsewhere.insert(path, position),
            }
        }
        if let Some(ix) = view.article.as_deref().and_then(|path| self.library.find(path)) {
            self.view.article = None;
            self.show_article(ix);
            let reading = self.reading_of(ix);
            self.view.ask_reveal(super::Reveal::Reading(reading));
        }
        self.list_articles();
        self.list();
        self.view.passage = view.passage.and_then(|(path, anchor)| {
            let article = self.library.find(&path)?;
            let span = anchor.find(self.library.article(article)?)?;
            let wanted = |passage: &crate::model::Passage| {
                passage.span == span && self.view.topic.is_none_or(|topic| tree_holds(self, passage.topic, topic))
            };
            let index = self.library.passages(article).iter().position(wanted)?;
            Some(super::PassageRef { article, index: index as u32 })
        });
        self.find_bookmarks();
    }
}

fn tree_holds(state: &State, topic: crate::model::TopicIx, within: crate::model::TopicIx) -> bool {
    state.library.tree().is_within(topic, within)
}
