//! What a reader can change in a topic tree.
//!
//! An edit makes a new [`TopicFile`] of the one before and leaves that as it was: undoing is going back to it. Ids
//! stay with their topics wherever they go, so decisions and bookmarks find them; those of topics that were merged
//! away stay as aliases, and word sets are never touched. A sound tree stays sound, and a mistake changes nothing.

mod change;
mod new_topic;

pub use new_topic::PALETTE;

use super::{Color, RuleMistake, TopicFile};

/// One change. Topics go by their ids.
#[derive(Clone, Debug, PartialEq)]
pub enum TopicEdit {
    /// A new topic, the last below `parent`, or the last of the top level.
    Add {
        parent: Option<String>,
        name: String,
        rules: Vec<String>,
    },
    Rename {
        topic: String,
        name: String,
    },
    Recolour {
        topic: String,
        color: Color,
    },
    SetNote {
        topic: String,
        note: String,
    },
    /// All rules of the topic, as written.
    SetRules {
        topic: String,
        rules: Vec<String>,
    },
    /// With all topics below it. `position` is among those below `parent` once the topic has left its old place;
    /// beyond the last it is the last.
    Move {
        topic: String,
        parent: Option<String>,
        position: usize,
    },
    /// `into` gets the rules that it does not have, the sub-topics and the note of `from`.
    Merge {
        from: String,
        into: String,
    },
    /// Some of the rules, by their numbers from 0, go into a new sub-topic, the last of the topic.
    Split {
        topic: String,
        rules: Vec<usize>,
        name: String,
    },
    /// With all topics below it. Decisions on its passages stay in the session: they are in force again once this is
    /// undone, or once a topic of the same name is added at the same place, which then gets the same id.
    Delete {
        topic: String,
    },
}

/// What an edit made.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    pub file: TopicFile,
    /// The topic to look at now: the changed or new one; after a deletion its neighbour or the one above.
    pub topic: Option<String>,
}

/// Why a change cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TopicEditError {
    #[error("there is no topic {0:?} in this tree")]
    NoTopic(String),
    #[error("a topic needs a name")]
    NoName,
    #[error("the name is too long: {found} characters, at most {most}")]
    LongName { found: usize, most: usize },
    #[error("the note is too long: {found} characters, at most {most}")]
    LongNote { found: usize, most: usize },
    #[error("{0:?} cannot stand below itself")]
    BelowItself(String),
    #[error("{0:?} cannot be merged into itself")]
    IntoItself(String),
    #[error("{from:?} cannot be merged into {into:?}, which stands below it; merge {into:?} into {from:?} instead")]
    IntoOwnSubTopic { from: String, into: String },
    #[error("choose the rules that go into the new topic")]
    NoRules,
    #[error("there is no rule {0} in this topic")]
    NoRule(usize),
    /// `rule` counts from 0, the message from 1.
    #[error("rule {}: {mistake}", rule + 1)]
    Rule { rule: usize, mistake: RuleMistake },
    /// The tree has a mistake that no edit has made.
    #[error("{0}")]
    Sets(String),
    #[error("topics can stand below topics {most} levels deep, no deeper")]
    TooDeep { most: usize },
    #[error("a tree can have {most} topics, no more")]
    TooManyTopics { most: usize },
    #[error("a topic can have {most} rules, no more")]
    TooManyRules { most: usize },
}

impl TopicEdit {
    /// The tree with this change.
    ///
    /// # Errors
    /// If the change cannot be made. If only nothing would change, it is the same tree.
    pub fn apply(&self, file: &TopicFile) -> Result<Edited, TopicEditError> {
        change::apply(self, file)
    }

    /// What it does, as the menu names it after "Undo": "merge Sanctions into Ukraine". `before` is the tree that it
    /// is applied to.
    pub fn name(&self, before: &TopicFile) -> String {
        let name = |id: &str| before.find(id).map_or_else(|| id.to_owned(), |entry| entry.name.clone());
        match self {
            Self::Add { name, .. } => format!("add topic {}", name.trim()),
            Self::Rename { topic, name: new } => format!("rename {} to {}", name(topic), new.trim()),
            Self::Recolour { topic, .. } => format!("change colour of {}", name(topic)),
            Self::SetNote { topic, .. } => format!("change note of {}", name(topic)),
            Self::SetRules { topic, .. } => format!("change rules of {}", name(topic)),
            Self::Move { topic, .. } => format!("move {}", name(topic)),
            Self::Merge { from, into } => format!("merge {} into {}", name(from), name(into)),
            Self::Split { topic, name: new, .. } => format!("split {} off {}", new.trim(), name(topic)),
            Self::Delete { topic } => format!("delete topic {}", name(topic)),
        }
    }
}

#[cfg(test)]
mod tests;
