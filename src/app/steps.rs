//! Moving through the collection: topics, passages, articles, hits, back and forward.

use super::place::{PassageRef, Place, Reveal};
use super::quote;
use super::state::{Screen, State};
use super::view::Only;
use crate::analysis::{Group, list_passages};
use crate::model::{ArticleIx, ArticleOrder, Origin, Passage, Scope, Span, TopicIx, ViewKind};
use std::time::Instant;

impl State {
    pub(super) fn select_article(&mut self, article: ArticleIx) {
        if self.library.article(article).is_none() {
            return;
        }
        self.screen = Screen::Reading;
        let is_here = self.view.article == Some(article);
        if !is_here || self.view.kind != ViewKind::Read {
            self.leave_place();
        }
        self.view.kind = ViewKind::Read;
        if !is_here {
            self.show_article(article);
            let reading = self.reading_of(article);
            self.view.ask_reveal(Reveal::Reading(reading));
        }
    }

    pub(super) fn select_topic(&mut self, topic: Option<TopicIx>) {
        if self.view.topic != topic {
            self.suggestions = None;
            self.view.rejected = false;
        }
        self.view.topic = topic;
        if let Some(topic) = topic {
            // A topic is selected to be seen.
            let tree = self.library.tree();
            self.view.hidden.retain(|hidden| !tree.is_within(topic, *hidden));
        }
        if self.view.order == ArticleOrder::Passages {
            self.list_articles();
        }
        self.list();
        self.view.passage = self.view.passage.filter(|passage| self.listing.contains(*passage));
    }

    pub(super) fn select_passage(&mut self, passage: PassageRef, topic: Option<TopicIx>) {
        let Some(span) = self.passage(passage).map(|passage| passage.span) else { return };
        if let Some(topic) = topic
            && self.view.topic != Some(topic)
        {
            self.select_topic(Some(topic));
        }
        if self.view.passage != Some(passage) || self.view.kind != ViewKind::Read {
            self.leave_place();
        }
        self.show_passage(passage, span);
    }

    pub(super) fn show_passage(&mut self, passage: PassageRef, span: Span) {
        self.screen = Screen::Reading;
        self.view.kind = ViewKind::Read;
        self.show_article(passage.article);
        self.view.passage = Some(passage);
        self.view.ask_reveal(Reveal::Span(span));
    }

    /// Brings words on the screen that are no passage.
    pub(super) fn show_words(&mut self, article: ArticleIx, span: Span) {
        if self.library.article(article).is_some() {
            self.leave_place();
            self.screen = Screen::Reading;
            self.view.kind = ViewKind::Read;
            self.show_article(article);
            self.view.ask_reveal(Reveal::Span(span));
        }
    }

    pub(super) fn step_passage(&mut self, forward: bool) {
        let here = self.view.passage.filter(|passage| self.listing.contains(*passage));
        let index = match here {
            Some(passage) if forward => self.listing.position(passage) + 1,
            Some(passage) => match self.listing.position(passage).checked_sub(1) {
                Some(index) => index,
                None => return,
            },
            None => self.listing.position(self.first_on_screen()).min(self.listing.len().saturating_sub(1)),
        };
        match self.listing.get(index) {
            Some(passage) => self.select_passage(passage, None),
            None if self.listing.is_empty() => self.notices.done("There are no passages to go through"),
            None => self.notices.done("That was the last passage"),
        }
    }

    pub(super) fn step_article(&mut self, forward: bool) {
        let Some(article) = self.view.article else { return };
        if let Some(next) = self.article_list.step(article, forward) {
            self.select_article(next);
        }
    }

    pub(super) fn set_order(&mut self, order: ArticleOrder) {
        self.view.order = order;
        self.list_articles();
        self.list();
    }

    pub(super) fn filter_articles(&mut self, filter: String) {
        self.view.filter = filter;
        self.list_articles();
    }

    /// Makes the list of articles anew.
    pub(super) fn list_articles(&mut self) {
        let started = Instant::now();
        self.article_list.list(&self.library, &self.view);
        self.listing_took = started.elapsed();
    }

    pub(super) fn set_scope(&mut self, scope: Scope) {
        self.view.scope = scope;
        self.list();
    }

    pub(super) fn go_back(&mut self) {
        if let Some(here) = self.place()
            && let Some(place) = self.jumps.back(here)
        {
            self.go_to(place);
        }
    }

    pub(super) fn go_forward(&mut self) {
        if let Some(here) = self.place()
            && let Some(place) = self.jumps.forward(here)
        {
            self.go_to(place);
        }
    }

    fn go_to(&mut self, place: Place) {
        let Place { kind, article, reading, topic, passage } = place;
        self.screen = Screen::Reading;
        self.view.kind = kind;
        self.view.topic = topic;
        self.show_article(article);
        if self.view.order == ArticleOrder::Passages {
            self.list_articles();
        }
        self.list();
        self.view.passage = passage;
        self.view.ask_reveal(Reveal::Reading(reading));
    }

    /// Notes where the reader is, before a jump.
    pub(super) fn leave_place(&mut self) {
        if let Some(place) = self.place() {
            self.jumps.leave(place);
        }
    }

    fn place(&self) -> Option<Place> {
        let article = self.view.article?;
        let reading = self.reading_of(article);
        Some(Place { kind: self.view.kind, article, reading, topic: self.view.topic, passage: self.view.passage })
    }

    /// Puts an article on the screen; what is marked in the one before is let go.
    pub(super) fn show_article(&mut self, article: ArticleIx) {
        if self.view.article == Some(article) {
            return;
        }
        self.view.article = Some(article);
        self.view.selected = None;
        self.view.passage = self.view.passage.filter(|passage| passage.article == article);
        if self.view.scope == Scope::ThisArticle {
            self.list();
        }
        let query = self.find.query().to_owned();
        if !query.is_empty() {
            self.find.search(&query, self.library.article(article).map(AsRef::as_ref), 0);
        }
    }

    /// Leaves in the list only what the reader wants to see of it.
    fn filter_listed(&self, groups: &mut Vec<Group>) {
        if self.view.only == Only::All {
            return;
        }
        if self.view.only == Only::These {
            let path = |group: &Group| self.library.article(group.article).map(|article| article.path.as_str());
            return groups.retain(|group| path(group).is_some_and(|path| self.view.these.0.contains(path)));
        }
        for group in &mut *groups {
            let passages = self.library.passages(group.article);
            group.entries.retain(|entry| match (self.view.only, passages.get(entry.passage as usize)) {
                (_, None) => false,
                (Only::All | Only::These, _) => true,
                (Only::Starred, _) => self.star_of(PassageRef::from(*entry)).is_some(),
                (Only::Own, Some(passage)) => matches!(passage.origin, Origin::Reader(_)),
                (Only::Alone, Some(passage)) => self.is_alone(group.article, passage),
                (Only::Whose(whose), Some(passage)) => self.whose(group.article, passage.sentence) == whose,
                (Only::Unread, Some(passage)) => self.is_left(group.article, passage),
            });
        }
        groups.retain(|group| !group.entries.is_empty());
    }

    /// Makes the list of passages anew.
    pub(super) fn list(&mut self) {
        let only = self.view.article.filter(|_| self.view.scope == Scope::ThisArticle);
        let mut groups = list_passages(self.library.tree(), &self.library.links, self.view.topic, only);
        let (alone, sides) = self.count_across(&groups);
        self.filter_listed(&mut groups);
        self.listing = super::Listing::new(groups, self.article_list.ranks());
        (self.listing.alone, self.listing.sides) = (alone, sides);
        self.count_all_left();
    }

    /// The passage where `J` starts when none is selected: the first one below the top of the screen.
    fn first_on_screen(&self) -> PassageRef {
        let article = self.view.article.unwrap_or(ArticleIx(0));
        let top = self.top_of_screen(article);
        let index = self.library.passages(article).partition_point(|passage| (passage.span.end as usize) <= top);
        PassageRef { article, index: index as u32 }
    }

    /// The first byte of the first paragraph on the screen.
    pub(super) fn top_of_screen(&self, article: ArticleIx) -> usize {
        let paragraph = self.reading_of(article).paragraph;
        let paragraphs = self.library.article(article).map(|article| article.paragraphs.as_slice()).unwrap_or_default();
        paragraphs.get(paragraph).map_or(0, |paragraph| paragraph.span.start as usize)
    }

    pub(super) fn find_text(&mut self, query: &str) {
        let article = self.view.article.unwrap_or(ArticleIx(0));
        let from = self.find.here().map_or_else(|| self.top_of_screen(article), |hit| hit.start as usize);
        self.find.search(query, self.library.article(article).map(AsRef::as_ref), from);
        if let Some(hit) = self.find.here() {
            self.view.ask_reveal(Reveal::Span(hit));
        }
    }

    pub(super) fn step_hit(&mut self, forward: bool) {
        let hit = if forward { self.find.next_hit() } else { self.find.previous_hit() };
        if let Some(hit) = hit {
            self.leave_place();
            self.view.ask_reveal(Reveal::Span(hit));
        }
    }

    pub(super) fn copy_passage(&mut self) {
        let selected = self.view.selected.zip(self.view.article);
        let passage = self.view.passage.and_then(|passage| Some((self.passage(passage)?.span, passage.article)));
        let copied = selected
            .or(passage)
            .and_then(|(span, article)| Some(quote::with_reference(self.library.article(article)?, span)));
        match copied {
            Some(text) => {
                self.clipboard = Some(text);
                self.notices.done("Copied with its reference");
            }
            None => self.notices.done("Select a passage or some words first"),
        }
    }

    /// The words that commands work on: the selection, else the selected passage, else the paragraph at the top.
    pub(super) fn words_at_hand(&self) -> Option<(ArticleIx, Span)> {
        let article = self.view.article?;
        let passage = self.view.passage.filter(|passage| passage.article == article);
        let passage = passage.and_then(|passage| self.passage(passage)).map(|Passage { span, .. }| *span);
        let top = || {
            let paragraphs = &self.library.article(article)?.paragraphs;
            paragraphs.get(self.reading_of(article).paragraph).map(|paragraph| paragraph.span)
        };
        Some((article, self.view.selected.or(passage).or_else(top)?))
    }
}
