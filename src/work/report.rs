//! What background jobs tell the window.

use super::carry::CarriedMarks;
use crate::analysis::across::Across;
use crate::analysis::changes::Changes;
use crate::analysis::duplicates::{Sketch, Story};
use crate::analysis::learn::{LearntWord, StemTable, Suggestion};
use crate::analysis::{NewLinks, Preview, Relink, searched_sentences};
use crate::model::{Article, Correction, Passage, Session};
use crate::store::journal::{SaveError, Saved, Saving};
use crate::store::speakers::SpeakersFault;
use crate::store::{FileError, Found, Loaded, MarkedText, SessionError, Skipped, Topics, TopicsError};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The reader's corrections, by article path.
pub type Corrections = BTreeMap<String, Correction>;

/// An article with what was found in it.
#[derive(Clone, Debug)]
pub struct Linked {
    /// As the reader sees it.
    pub article: Arc<Article>,
    /// As it was read, if the reader has corrected it.
    pub as_read: Option<Arc<Article>>,
    /// Sorted by place.
    pub passages: Arc<Vec<Passage>>,
    /// Sentences that rules looked at.
    pub searched: u32,
    /// Tells copies and versions of the article.
    pub sketch: Arc<Sketch>,
}

impl Linked {
    pub fn new(article: Arc<Article>, passages: Vec<Passage>, sketch: Sketch) -> Self {
        let searched = searched_sentences(&article);
        Self { article, as_read: None, passages: Arc::new(passages), searched, sketch: Arc::new(sketch) }
    }
}

/// One message of a job.
#[derive(Debug)]
pub enum Report {
    /// The tree that the collection is linked with; and what was wrong with the one it should have been.
    Topics {
        topics: Arc<Topics>,
        problem: Option<TopicsError>,
    },
    /// The next articles of the collection, in order.
    Articles {
        linked: Vec<Linked>,
        skipped: Vec<Skipped>,
        done: usize,
        total: usize,
    },
    /// The collection is complete; `skipped` are the files that were not even tried.
    Opened {
        skipped: Vec<Skipped>,
        /// The folder as it was seen, if it was read to its end.
        files: Option<Vec<Found>>,
    },
    /// The folder is not what it was.
    FolderChanged(FolderChange),
    /// Articles read or linked again, by this tree. Those that are not among the collection's yet belong to it now.
    Updated {
        topics: Arc<Topics>,
        linked: Vec<Linked>,
        skipped: Vec<Skipped>,
    },
    /// Which articles are copies or versions of each other, of the collection as it was when this was asked.
    Stories {
        generation: u64,
        stories: Vec<Story>,
    },
    Compared(Comparison),
    /// What is said across articles, of the question with this number; and what was wrong with the folder's speakers.
    Across {
        asked: u64,
        across: Arc<Across>,
        fault: Option<SpeakersFault>,
    },
    /// More that looks like a topic's passages; of the question with this number.
    Suggested {
        asked: u64,
        table: Arc<StemTable>,
        suggestions: Vec<Suggestion>,
        /// Words that speak for the topic, and words that speak against it.
        words: [Vec<LearntWord>; 2],
    },
    /// What changed rules would add and take away; of the question with this number.
    Preview {
        asked: u64,
        preview: Preview,
    },
    /// What is found anew under another tree, by article; `relink` leads over what stays.
    Relinked {
        topics: Arc<Topics>,
        relink: Relink,
        /// Those that were linked.
        articles: Vec<Arc<Article>>,
        /// By article.
        linked: Vec<NewLinks>,
    },
    SessionRead {
        path: PathBuf,
        result: Result<Box<Loaded>, SessionError>,
    },
    /// Another reader's session.
    MergeRead {
        path: PathBuf,
        result: Result<Box<Loaded>, SessionError>,
    },
    TopicsRead {
        path: PathBuf,
        result: Result<Box<Topics>, TopicsError>,
    },
    /// The session as it was at `revision` is on the disk, or is not.
    Saved {
        path: PathBuf,
        revision: u64,
        result: Result<Saved, SaveError>,
    },
    /// Marks that were carried over to articles that have changed.
    MarksCarried(Vec<CarriedMarks>),
    /// The journal could not be flushed.
    JournalFailed(FileError),
    Picked(Picked),
}

/// Two articles and what is between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub old: Arc<Article>,
    pub new: Arc<Article>,
    pub changes: Arc<Changes>,
}

/// A session to be saved.
#[derive(Debug)]
pub struct SaveTask {
    pub path: PathBuf,
    pub saving: Saving,
    pub session: Session,
    pub texts: Vec<MarkedText>,
    /// Whether a file that somebody else has changed may be replaced.
    pub replace: bool,
    /// Of the history.
    pub revision: u64,
}

/// What happened to a collection folder since it was last looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FolderChange {
    /// New files, and files with other contents.
    pub changed: Vec<Found>,
    /// Paths of files that are gone.
    pub removed: Vec<String>,
    /// All files that cannot be read as articles now.
    pub skipped: Vec<Skipped>,
}

/// What came out of a file dialog.
#[derive(Debug)]
pub struct Picked {
    pub purpose: Purpose,
    /// `None` if it was cancelled, or never shown because no dialog service answered.
    pub path: Option<PathBuf>,
    /// How long it was open.
    pub shown: Duration,
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    OpenFolder,
    OpenSession,
    OpenTopics,
    SaveSession,
    SaveTopics,
    CompareTopics,
    MergeSession,
}
