//! Everything a person can do, as data.

use super::action::Action;
use super::anchoring::ChangedPlace;
use super::correcting::Details;
use super::doing::Doing;
use super::merging::MergeForm;
use super::notes::NotesView;
use super::picker::{Pick, Picking};
use super::place::{PassageRef, Reading};
use super::topic_form::{NewTopic, TopicForm};
use super::view::Only;
use crate::analysis::Difference;
use crate::model::{About, ArticleIx, ArticleOrder, Decision, Edit, MarkId, Scope, Span, TopicEdit, TopicIx, ViewKind};
use crate::store::{Theme, Version};
use crate::work::{Comparison, Purpose};
use std::ops::Range;
use std::path::PathBuf;

/// One thing that a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Something that has a name and perhaps a key: see [`super::ACTIONS`].
    Do(Action),
    Edit(Edit),
    /// Something in the views across articles.
    Across(Doing),
    /// Opens a folder, a session or a topic tree, whichever it is.
    OpenPath(PathBuf),
    OpenFolder(PathBuf),
    OpenSession(PathBuf),
    OpenTopics(PathBuf),
    SaveTo(PathBuf),
    SelectArticle(ArticleIx),
    /// Lists a topic's passages; `None` lists those of all topics.
    SelectTopic(Option<TopicIx>),
    /// Shows a passage in its article. `topic` is selected too where the click was on a highlight.
    SelectPassage {
        passage: PassageRef,
        topic: Option<TopicIx>,
    },
    SelectText(Option<Span>),
    SetScope(Scope),
    SetOrder(ArticleOrder),
    /// Keeps or rejects a rule's passage, or takes that back. Rejecting a passage of the reader's own removes it.
    Decide {
        passage: PassageRef,
        kept: Option<bool>,
    },
    /// Brings words of an article on the screen.
    ShowWords {
        article: ArticleIx,
        span: Span,
    },
    /// Marks the words at hand with a topic.
    MarkWith(TopicIx),
    /// The same by the number that the topic has in the tree, from 1.
    MarkWithNumber(usize),
    /// The menu in which a topic is picked.
    PickTopic(Option<Picking>),
    FilterTopics(String),
    Pick(Pick),
    /// Gives a passage other bounds.
    Resize {
        passage: PassageRef,
        span: Span,
    },
    /// Gives a passage a star, or takes it away.
    TurnStar(PassageRef),
    ListOnly(Only),
    /// What the middle of the window shows.
    ShowView(ViewKind),
    /// Takes the marks at a changed place to these words for good.
    Attach {
        place: Box<ChangedPlace>,
        span: Span,
    },
    AttachToSelection(Box<ChangedPlace>),
    AttachAllSure,
    /// Takes the marks at a changed place away.
    LetGo(Box<ChangedPlace>),
    /// What changed in an article since it was marked there.
    ShowEdits(Box<ChangedPlace>),
    /// Lists marked places in articles that were edited since, or the passages again.
    ShowChanged(bool),
    WriteNote(About),
    EditNote(MarkId),
    /// Selects the passage of a note, or shows it in the list of notes.
    ShowNote(MarkId),
    TypeNote(String),
    EndNote,
    DeleteNote(MarkId),
    /// The list of notes in the place of the passages, or these again.
    ShowNotes(Option<NotesView>),
    /// Lists what was rejected, or the passages again.
    ShowRejected(bool),
    /// Takes a rejection back.
    TakeBack(Decision),
    /// Shows sentences that look like the selected topic's passages, or the passages again.
    Suggest(bool),
    /// Takes one of these as a passage of the topic, or rejects it.
    Take {
        number: usize,
        taken: bool,
    },
    /// The form on the selected topic, with one more rule.
    AddRule(String),
    /// Changes the topic tree.
    EditTopics(TopicEdit),
    /// The form on a topic.
    ShowTopic(TopicIx),
    /// The form on a topic that is not there yet.
    NewTopic(NewTopic),
    /// Shows or hides the copies and versions of an article.
    FoldStory {
        lead: ArticleIx,
        open: bool,
    },
    /// Lists only articles that hold all these words.
    FilterArticles(String),
    Fold {
        topic: TopicIx,
        folded: bool,
    },
    Hide {
        topic: TopicIx,
        hidden: bool,
    },
    /// What changed from one article to another.
    ShowChanges {
        old: ArticleIx,
        new: ArticleIx,
    },
    /// The form on an article's details.
    ShowDetails(ArticleIx),
    /// Paragraphs that stand together are clutter, or belong to the article after all.
    RuleOn {
        article: ArticleIx,
        paragraphs: Range<usize>,
        clutter: bool,
    },
    /// The article's file, in the program that the desktop has for it.
    OpenOriginal(ArticleIx),
    /// A text from the clipboard is to become an article.
    Paste(String),
    /// The reading view has scrolled.
    ReadTo {
        article: ArticleIx,
        reading: Reading,
        /// Paragraphs that are on the screen.
        shown: Range<usize>,
    },
    /// Says that an article is read, or is still to be read.
    SetRead {
        article: ArticleIx,
        read: bool,
    },
    GoToBookmark(usize),
    FindText(String),
    CopyText(String),
    SetTheme(Theme),
    SetPalette(Option<String>),
    Answer(Answer),
    Dismiss(u64),
    CloseRequested,
}

/// Commands of one frame, applied when drawing is over.
#[derive(Debug, Default)]
pub struct Commands(Vec<Command>);

impl Commands {
    pub fn push(&mut self, command: Command) {
        self.0.push(command);
    }

    pub fn extend(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.0.extend(commands);
    }

    pub fn act(&mut self, action: Action) {
        self.push(Command::Do(action));
    }

    pub fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }
}

/// A question that stands before everything else.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Unsaved work, and the reader is about to do this.
    Unsaved {
        then: Leaving,
    },
    /// A session names a folder that the reader has not opened before.
    TrustFolder {
        session: PathBuf,
        folder: PathBuf,
    },
    /// A session's folder is gone.
    FolderGone {
        session: PathBuf,
        folder: PathBuf,
    },
    /// No dialog service answers, or the reader wants to type a path.
    TypePath {
        purpose: Purpose,
        path: String,
        no_service: bool,
        problem: Option<String>,
    },
    /// What is known of an article, by its path, to be put right.
    Details {
        article: String,
        form: Details,
    },
    /// A pasted text, and the file that it is to become.
    Paste {
        text: String,
        name: String,
        problem: Option<String>,
    },
    /// What changed from one article to another.
    Changes(Comparison),
    /// A topic, to be changed.
    Topic(Box<TopicForm>),
    /// Two trees beside each other.
    TreeDifference {
        other: PathBuf,
        differences: Vec<Difference>,
    },
    /// A crash has left changes that are not saved: [`super::State::unsaved`].
    Recover,
    /// The session is open in another window.
    InUse {
        session: PathBuf,
        who: String,
    },
    /// The session's file is not what was opened.
    ChangedElsewhere {
        session: PathBuf,
    },
    /// The session cannot be opened, but an earlier version can.
    LastGood {
        session: PathBuf,
        message: String,
        version: Version,
    },
    /// What the session can go back to.
    Versions {
        session: PathBuf,
        list: Vec<Version>,
    },
    /// The name that marks bear.
    ReaderName {
        name: String,
    },
    /// What another reader's session would bring.
    Merge(Box<MergeForm>),
    /// Files that could not be read, with the reasons.
    Skipped,
    Shortcuts,
}

/// What the reader was about to do when the question came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaving {
    Quit,
    Open(PathBuf),
    Sample,
}

/// The reader's answer to a [`Dialog`].
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Cancel,
    Save,
    Discard,
    Trust,
    /// Take up what a crash has left, or the version that is offered.
    Recover,
    /// Go on with a copy.
    Copy,
    OpenVersion(Version),
    /// Ask the desktop for a folder that takes the place of the one that is gone.
    Locate,
    /// The path or name field holds this now.
    Typing(String),
    /// The path or name field is to be taken as it is.
    Typed,
    /// The form on an article holds this now.
    Filling(Details),
    /// The form on a topic holds this now.
    FillingTopic(Box<TopicForm>),
    /// The form on a merge holds this now.
    Merging(Box<MergeForm>),
    /// The form is to be taken as it is.
    Filled,
    /// The form is to hold what the file itself says.
    AsRead,
}

/// A file dialog that the window is to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRequest {
    pub purpose: Purpose,
    /// Where it starts.
    pub folder: Option<PathBuf>,
    /// The file name that it proposes.
    pub name: Option<String>,
}
