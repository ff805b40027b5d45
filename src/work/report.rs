//! What background jobs tell the window.

use crate::model::{Article, Passage};
use crate::store::{FileError, Loaded, SessionError, Skipped, Topics, TopicsError};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// An article with its passages.
pub type Linked = (Arc<Article>, Vec<Passage>);

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
    },
    /// All articles linked anew, under another tree.
    Relinked {
        topics: Arc<Topics>,
        linked: Vec<Vec<Passage>>,
    },
    SessionRead {
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
        result: Result<(), FileError>,
    },
    Picked(Picked),
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
}
