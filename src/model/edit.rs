//! The undoable part of what a reader does, and its inverse.
//!
//! Edits are data: the history keeps them, and the journal beside a session writes them down as they happen.

use super::{Correction, Decision, Mark, Marks, TopicFile};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// What an edit does, as the menu names it after "Undo".
pub type EditName = Cow<'static, str>;

/// One step that can be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    Add(Mark),
    Remove(Mark),
    /// Another topic tree, or the collection's own.
    SetTopics(Option<Arc<TopicFile>>, EditName),
    /// What the reader says of a passage; with `None` nothing any more. Whether it was kept is in the second part.
    Decide(Decision, Option<bool>),
    /// All corrections of one article, in the place of those before.
    Correct {
        article: String,
        correction: Correction,
    },
    /// Whether an article counts as read; with `None` as far as it was on the screen.
    SetRead {
        article: String,
        read: Option<bool>,
    },
    /// Several as one step, under a name of its own.
    Together(EditName, Vec<Edit>),
}

impl Edit {
    /// Changes `marks` and gives back the edit that undoes it; `None` if there was nothing to change.
    pub fn apply(self, marks: &mut Marks) -> Option<Self> {
        match self {
            Self::Add(mark) => marks.add(mark.clone()).then_some(Self::Remove(mark)),
            Self::Remove(mark) => marks.remove(&mark).then_some(Self::Add(mark)),
            Self::SetTopics(topics, name) => {
                let before = std::mem::replace(&mut marks.topics, topics);
                (before != marks.topics).then_some(Self::SetTopics(before, name))
            }
            Self::Decide(decision, verdict) => decide(marks, decision, verdict),
            Self::Correct { article, correction } => {
                let before = marks.corrections.remove(&article).unwrap_or_default();
                let changed = before != correction;
                if !correction.is_empty() {
                    marks.corrections.insert(article.clone(), correction);
                }
                changed.then_some(Self::Correct { article, correction: before })
            }
            Self::SetRead { article, read } => {
                let before = match read {
                    Some(read) => marks.read.insert(article.clone(), read),
                    None => marks.read.remove(&article),
                };
                (before != read).then_some(Self::SetRead { article, read: before })
            }
            Self::Together(name, edits) => {
                let mut inverses: Vec<Self> = edits.into_iter().filter_map(|edit| edit.apply(marks)).collect();
                inverses.reverse();
                (!inverses.is_empty()).then_some(Self::Together(name, inverses))
            }
        }
    }

    /// What it does, as the menu names it after "Undo".
    pub fn name(&self) -> EditName {
        EditName::Borrowed(match self {
            Self::SetTopics(_, name) | Self::Together(name, _) => return name.clone(),
            Self::Add(Mark::Finding(finding)) => return finding.name(true),
            Self::Remove(Mark::Finding(finding)) => return finding.name(false),
            Self::Add(Mark::Bookmark(_)) => "add bookmark",
            Self::Add(Mark::Passage(_)) => "mark passage",
            Self::Add(Mark::Star(_)) => "star passage",
            Self::Add(Mark::Note(_)) => "write note",
            Self::Remove(Mark::Bookmark(_)) => "remove bookmark",
            Self::Remove(Mark::Passage(_)) => "remove passage",
            Self::Remove(Mark::Star(_)) => "take star away",
            Self::Remove(Mark::Note(_)) => "delete note",
            Self::Decide(_, Some(true)) => "keep passage",
            Self::Decide(_, Some(false)) => "reject passage",
            Self::Decide(_, None) => "take decision back",
            Self::Correct { .. } => "correct article",
            Self::SetRead { read: Some(true), .. } => "mark as read",
            Self::SetRead { .. } => "mark as unread",
        })
    }
}

/// Puts a decision in the place of the one on the same passage. The inverse brings that one back as it was.
fn decide(marks: &mut Marks, decision: Decision, verdict: Option<bool>) -> Option<Edit> {
    let place = marks.decisions.iter().position(|known| known.same_passage(&decision));
    let before = place.map(|place| marks.decisions.remove(place));
    let after = verdict.map(|kept| Decision { kept, ..decision.clone() });
    if let Some(after) = &after {
        let place = marks.decisions.binary_search(after).unwrap_or_else(|place| place);
        marks.decisions.insert(place, after.clone());
    }
    let changed = before != after;
    let inverse = match before {
        Some(before) => Edit::Decide(before.clone(), Some(before.kept)),
        None => Edit::Decide(decision, None),
    };
    changed.then_some(inverse)
}
