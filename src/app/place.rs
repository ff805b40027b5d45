//! Places in the collection: a passage, a spot to go back to, a spot to show.

use crate::analysis::Listed;
use crate::model::{ArticleIx, Span, TopicIx, ViewKind};

/// A passage of the collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PassageRef {
    pub article: ArticleIx,
    /// Index among the passages of its article.
    pub index: u32,
}

impl From<Listed> for PassageRef {
    fn from(Listed { article, passage }: Listed) -> Self {
        Self { article, index: passage }
    }
}

/// How far the reader is in one article.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Reading {
    /// The first visible paragraph.
    pub paragraph: usize,
    /// How much of it is scrolled out of sight, 0 to 1.
    pub scrolled: f32,
}

/// Where the reader was before a jump.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// What was on the screen; the rest is of the reading view.
    pub kind: ViewKind,
    pub article: ArticleIx,
    pub reading: Reading,
    pub topic: Option<TopicIx>,
    pub passage: Option<PassageRef>,
}

/// A request to the reading view: bring this on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reveal {
    /// Bring these words into view and light them for a moment.
    Span(Span),
    /// Bring these words into view and do no more: the reader is selecting them.
    Still(Span),
    /// Scroll to where the reader was.
    Reading(Reading),
}
