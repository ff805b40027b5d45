//! What is on the screen, by places in the opened collection.

use super::notes::NotesView;
use super::place::{PassageRef, Reveal};
use crate::model::{ArticleIx, ArticleOrder, Scope, SideIx, Span, TopicIx, ViewKind};
use std::collections::BTreeSet;

#[derive(Clone, Debug, Default)]
pub struct ViewState {
    pub kind: ViewKind,
    pub article: Option<ArticleIx>,
    pub topic: Option<TopicIx>,
    pub passage: Option<PassageRef>,
    pub scope: Scope,
    pub order: ArticleOrder,
    /// The passage list shows what was rejected.
    pub rejected: bool,
    /// Articles of which the copies and versions are listed too.
    pub open_stories: BTreeSet<ArticleIx>,
    /// Only articles that hold all these words are listed.
    pub filter: String,
    /// Topics whose sub-topics are folded away.
    pub folded: BTreeSet<TopicIx>,
    /// Topics whose highlights are switched off.
    pub hidden: BTreeSet<TopicIx>,
    /// Words that the reader has selected in the article on the screen.
    pub selected: Option<Span>,
    /// Where the selection began, if the keyboard made it: the end that stays.
    pub selection_began: Option<usize>,
    /// The list of notes stands in the place of the passages.
    pub notes: Option<NotesView>,
    /// Marked places in edited articles are listed in the place of the passages.
    pub changed: bool,
    /// Which passages are listed.
    pub only: Only,
    /// The articles of [`Only::These`], by path, and what they have in common: an outlet or a day.
    pub these: (BTreeSet<String>, String),
    /// Counts up with every request, so that the reading view sees a new one.
    pub reveal_serial: u64,
    /// What the reading view is to bring on the screen.
    pub reveal: Option<Reveal>,
}

/// Which of a topic's passages are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    #[default]
    All,
    /// Those with a star.
    Starred,
    /// The reader's own.
    Own,
    /// Those that were not on the screen yet.
    Unread,
    /// Those that no other article of the round says.
    Alone,
    /// Those that a side says, or that no side is named for.
    Whose(Whose),
    /// Those of some articles: [`ViewState::these`].
    These,
}

/// Whose words a passage has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    Side(SideIx),
    /// The article tells it itself, or names somebody of no side.
    Nobody,
}

impl ViewState {
    pub fn ask_reveal(&mut self, reveal: Reveal) {
        self.reveal_serial += 1;
        self.reveal = Some(reveal);
    }
}
