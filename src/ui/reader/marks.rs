//! Everything that is marked in the article of this frame, and the colours in which it is drawn.

use super::pieces::{Emphasis, Strength, visible_topics};
use crate::app::State;
use crate::model::{ArticleIx, Passage, Span, TopicIx, TopicTree};
use crate::ui::theme::{self, Tokens};
use egui::Color32;

pub struct Marks<'a> {
    pub article: ArticleIx,
    pub tree: &'a TopicTree,
    pub tokens: &'static Tokens,
    pub passages: &'a [Passage],
    /// By index of topic.
    pub visible: Vec<bool>,
    pub emphasis: Emphasis,
    /// What the reader has selected.
    pub selected: Option<Span>,
    pub query: &'a str,
    pub hits: &'a [Span],
    pub current_hit: Option<Span>,
    pub bookmarks: &'a [(usize, Span)],
    /// Words that are lit for a moment, and how much of that is left, 1 to 0.
    pub flash: Option<(Span, f32)>,
    /// How much of the article is read, where its header is on the page.
    pub percent_read: usize,
}

/// How much of the colour is left of what belongs to another topic than the selected one.
const PALE: f32 = 0.4;

impl<'a> Marks<'a> {
    pub fn new(state: &'a State, article: ArticleIx, tokens: &'static Tokens, flash: Option<(Span, f32)>) -> Self {
        let tree = state.library.tree();
        let passage = state.view.passage.filter(|passage| passage.article == article);
        let topic = state.view.topic.filter(|topic| topic.index() < tree.len());
        let hits = state.find.hits();
        Self {
            article,
            tree,
            tokens,
            passages: state.library.passages(article),
            visible: visible_topics(tree, &state.view.hidden),
            emphasis: Emphasis {
                topics: topic.map(|topic| tree.subtree(topic)),
                passage: passage.map(|passage| passage.index as usize),
            },
            selected: state.view.selected.filter(|span| !span.is_empty()),
            query: state.find.query(),
            hits,
            current_hit: state.find.current().and_then(|current| hits.get(current)).copied(),
            bookmarks: state.bookmarks_in(article),
            flash,
            percent_read: 0,
        }
    }

    /// The full colour of a topic: its lines and stripes.
    pub fn color(&self, topic: TopicIx) -> Color32 {
        self.tokens.topic(self.tree.topic(topic).color)
    }

    /// The same, stepping back where another topic is selected.
    pub fn line_color(&self, topic: TopicIx) -> Color32 {
        if self.steps_back(topic) { self.pale_color(topic) } else { self.color(topic) }
    }

    pub fn pale_color(&self, topic: TopicIx) -> Color32 {
        theme::mix(self.tokens.page, self.color(topic), PALE)
    }

    pub fn fill(&self, topic: TopicIx, strength: Strength) -> Color32 {
        let color = self.tree.topic(topic).color;
        match strength {
            Strength::Pale => theme::mix(self.tokens.page, self.tokens.tint(color), PALE),
            Strength::Normal => self.tokens.tint(color),
            Strength::Strong => self.tokens.strong_tint(color),
        }
    }

    /// Whether a topic is selected that this one does not belong to.
    pub fn steps_back(&self, topic: TopicIx) -> bool {
        self.emphasis.topics.as_ref().is_some_and(|topics| !topics.contains(&topic.index()))
    }

    /// The hits that touch `span`.
    pub fn hits_in(&self, span: Span) -> &'a [Span] {
        let first = self.hits.partition_point(|hit| hit.end <= span.start);
        let count = self.hits[first..].partition_point(|hit| hit.start < span.end);
        &self.hits[first..first + count]
    }
}
