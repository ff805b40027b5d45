//! What talks are about: a tree of topics with colours and rules.

use super::{Color, Rule};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A topic's place in its tree, in pre-order: a topic comes right before its sub-topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TopicIx(pub u16);

impl TopicIx {
    pub fn new(index: usize) -> Self {
        Self(index as u16)
    }

    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// A path when it was made (`ukraine/sanctions`), opaque afterwards.
    pub id: String,
    pub name: String,
    pub color: Color,
    /// Scope: what belongs here and what does not.
    pub note: String,
    pub rules: Vec<Rule>,
    /// Ids of topics that were merged into this one.
    pub aliases: Vec<String>,
    pub parent: Option<TopicIx>,
    /// 0 for a top-level topic.
    pub depth: u8,
    /// One past the last topic of this sub-tree.
    pub(super) end: u16,
}

/// All topics in force, in pre-order. Made from a [`super::TopicFile`], which has checked it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicTree {
    pub(super) topics: Vec<Topic>,
}

impl Topic {
    /// Whether it has this id, or had it once.
    pub fn is_called(&self, id: &str) -> bool {
        self.id == id || self.aliases.iter().any(|alias| alias == id)
    }
}

impl TopicTree {
    pub fn len(&self) -> usize {
        self.topics.len()
    }

    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }

    pub fn topic(&self, ix: TopicIx) -> &Topic {
        &self.topics[ix.index()]
    }

    /// Every topic, parents before their children.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (TopicIx, &Topic)> {
        self.topics.iter().enumerate().map(|(index, topic)| (TopicIx::new(index), topic))
    }

    /// The topic with this id, or the one that it was merged into.
    pub fn find(&self, id: &str) -> Option<TopicIx> {
        let by_id = self.topics.iter().position(|topic| topic.id == id);
        by_id
            .or_else(|| self.topics.iter().position(|topic| topic.aliases.iter().any(|alias| alias == id)))
            .map(TopicIx::new)
    }

    /// `ix` and all topics below it.
    pub fn subtree(&self, ix: TopicIx) -> Range<usize> {
        ix.index()..usize::from(self.topic(ix).end)
    }

    /// Whether `ix` is `ancestor` or stands below it.
    pub fn is_within(&self, ix: TopicIx, ancestor: TopicIx) -> bool {
        self.subtree(ancestor).contains(&ix.index())
    }

    pub fn has_children(&self, ix: TopicIx) -> bool {
        self.subtree(ix).len() > 1
    }

    /// The top-level topic above `ix` (or `ix` itself).
    pub fn top(&self, ix: TopicIx) -> TopicIx {
        let mut top = ix;
        while let Some(parent) = self.topic(top).parent {
            top = parent;
        }
        top
    }

    /// "Ukraine › Sanctions": the names down to this topic.
    pub fn full_name(&self, ix: TopicIx) -> String {
        let topic = self.topic(ix);
        match topic.parent {
            Some(parent) => format!("{} › {}", self.full_name(parent), topic.name),
            None => topic.name.clone(),
        }
    }
}
