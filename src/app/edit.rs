//! The undoable part of what a reader does, and its inverse.

use crate::model::{Bookmark, Correction, Decision, OwnPassage, TopicFile};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What edits change: the reader's own work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// Sorted by article and place.
    pub bookmarks: Vec<Bookmark>,
    /// Sorted; no passage twice.
    pub decisions: Vec<Decision>,
    /// The reader's own; sorted.
    pub passages: Vec<OwnPassage>,
    /// The topic tree, if the reader opened one.
    pub topics: Option<Arc<TopicFile>>,
    /// By article path; none is empty.
    pub corrections: BTreeMap<String, Correction>,
}

/// What an edit does, as the menu names it after "Undo".
pub type Name = Cow<'static, str>;

/// One step that can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    AddBookmark(Bookmark),
    RemoveBookmark(Bookmark),
    /// Another topic tree, or the collection's own.
    SetTopics(Option<Arc<TopicFile>>, Name),
    /// What the reader says of a passage; with `None` nothing any more. Whether it was kept is in the second part.
    Decide(Decision, Option<bool>),
    AddPassage(OwnPassage),
    RemovePassage(OwnPassage),
    /// Several as one step, under a name of its own.
    Together(Name, Vec<Edit>),
    /// All corrections of one article, in the place of those before.
    Correct {
        article: String,
        correction: Correction,
    },
}

impl Marks {
    /// Takes the decision on this passage away; what it was.
    fn take_decision(&mut self, wanted: &Decision) -> Option<bool> {
        let same = |known: &Decision| {
            (&known.article, &known.anchor, &known.topic) == (&wanted.article, &wanted.anchor, &wanted.topic)
        };
        let place = self.decisions.iter().position(same)?;
        Some(self.decisions.remove(place).kept)
    }
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
            Self::SetTopics(topics, name) => {
                let before = std::mem::replace(&mut marks.topics, topics);
                (before != marks.topics).then_some(Self::SetTopics(before, name))
            }
            Self::Decide(decision, verdict) => {
                let before = marks.take_decision(&decision);
                if let Some(kept) = verdict {
                    let decision = Decision { kept, ..decision.clone() };
                    let place = marks.decisions.binary_search(&decision).unwrap_or_else(|place| place);
                    marks.decisions.insert(place, decision);
                }
                (before != verdict).then_some(Self::Decide(decision, before))
            }
            Self::AddPassage(passage) => {
                let place = marks.passages.binary_search(&passage).err()?;
                marks.passages.insert(place, passage.clone());
                Some(Self::RemovePassage(passage))
            }
            Self::RemovePassage(passage) => {
                let place = marks.passages.binary_search(&passage).ok()?;
                Some(Self::AddPassage(marks.passages.remove(place)))
            }
            Self::Together(name, edits) => {
                let mut inverses: Vec<Self> = edits.into_iter().filter_map(|edit| edit.apply(marks)).collect();
                inverses.reverse();
                (!inverses.is_empty()).then_some(Self::Together(name, inverses))
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
    pub fn name(&self) -> Name {
        Name::Borrowed(match self {
            Self::AddBookmark(_) => "add bookmark",
            Self::RemoveBookmark(_) => "remove bookmark",
            Self::SetTopics(_, name) => return name.clone(),
            Self::Decide(_, Some(true)) => "keep passage",
            Self::Decide(_, Some(false)) => "reject passage",
            Self::Decide(_, None) => "take decision back",
            Self::AddPassage(_) => "add passage",
            Self::RemovePassage(_) => "remove passage",
            Self::Together(name, _) => return name.clone(),
            Self::Correct { .. } => "correct article",
        })
    }
}
