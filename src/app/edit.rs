//! The undoable part of what a reader does, and its inverse.

use crate::model::{Bookmark, Correction, TopicFile};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What edits change: the reader's own work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// Sorted by article and place.
    pub bookmarks: Vec<Bookmark>,
    /// The topic tree, if the reader opened one.
    pub topics: Option<Arc<TopicFile>>,
    /// By article path; none is empty.
    pub corrections: BTreeMap<String, Correction>,
}

/// One step that can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    AddBookmark(Bookmark),
    RemoveBookmark(Bookmark),
    /// Another topic tree, or the collection's own.
    SetTopics(Option<Arc<TopicFile>>),
    /// All corrections of one article, in the place of those before.
    Correct {
        article: String,
        correction: Correction,
    },
}

impl Edit {
    /// Changes `marks` and gives back the edit that undoes it; `None` if there was nothing to change.
    pub fn apply(self, marks: &mut Marks) -> Option<Self> {
        match self {
            Self::AddBookmark(bookmark) => {
                let place = marks.bookmarks.binary_search(&bookmark).err()?;
                marks.bookmarks.insert(place, bookmark.clone());
                Some(Self::RemoveBookmark(bookmark))
            }
            Self::RemoveBookmark(bookmark) => {
                let place = marks.bookmarks.binary_search(&bookmark).ok()?;
                Some(Self::AddBookmark(marks.bookmarks.remove(place)))
            }
            Self::SetTopics(topics) => {
                let before = std::mem::replace(&mut marks.topics, topics);
                (before != marks.topics).then_some(Self::SetTopics(before))
            }
            Self::Correct { article, correction } => {
                let before = marks.corrections.remove(&article).unwrap_or_default();
                let changed = before != correction;
                if !correction.is_empty() {
                    marks.corrections.insert(article.clone(), correction);
                }
                changed.then_some(Self::Correct { article, correction: before })
            }
        }
    }

    /// What it does, as the menu names it after "Undo".
    pub fn name(&self) -> &'static str {
        match self {
            Self::AddBookmark(_) => "add bookmark",
            Self::RemoveBookmark(_) => "remove bookmark",
            Self::SetTopics(_) => "change topic tree",
            Self::Correct { .. } => "correct article",
        }
    }
}
