//! Passages of the reader's own: marking words with a topic, giving passages other bounds or another topic, stars.
//!
//! A rule's passage cannot be changed, only rejected: where the reader gives it other bounds or another topic, it is
//! rejected and one of the reader's own stands in its place. Notes and stars go with it.

use super::command::Command;
use super::place::PassageRef;
use super::state::State;
use crate::model::{About, Anchor, Article, ArticleIx, Edit, Mark, MarkId, Origin, Passage, Span, Star, TopicIx};

/// Topics that the menu at a selection names first.
const RECENT: usize = 5;

impl State {
    /// Marks the words at hand with a topic: the selection, or the words of the selected passage.
    pub(super) fn mark(&mut self, topic: TopicIx) {
        let Some((ix, span)) = self.words_to_mark() else { return self.notices.done("Select some words first") };
        let (Some(article), true) = (self.library.article(ix), topic.index() < self.library.tree().len()) else {
            return;
        };
        let same = |passage: &&Passage| passage.span == span && passage.topic == topic;
        let there = self.library.passages(ix).iter().position(|passage| same(&passage));
        if let Some(index) = there {
            let which = PassageRef { article: ix, index: index as u32 };
            self.decide(which, Some(true));
            return self.select_marked(which);
        }
        let id = self.library.tree().topic(topic).id.clone();
        let own = self.own_passage(article, span, id);
        let mark = own.id;
        self.apply(Command::Edit(Edit::Add(Mark::Passage(own))));
        self.used(topic);
        if let Some(which) = self.find_mark(mark) {
            self.select_marked(which);
        }
    }

    /// What is being marked is selected now, and its words are no longer.
    fn select_marked(&mut self, which: PassageRef) {
        self.view.selected = None;
        self.view.passage = Some(which);
    }

    /// Marks with the selected topic, else with the one that was used last; asks where there is neither.
    pub(super) fn mark_at_once(&mut self) {
        match self.topic_to_mark() {
            Some(topic) => self.mark(topic),
            None => self.pick_topic(super::Picking::Mark),
        }
    }

    /// The topic that marking at once takes.
    pub fn topic_to_mark(&self) -> Option<TopicIx> {
        let last = self.recent_topics.first().and_then(|id| self.library.tree().find(id));
        self.view.topic.or(last)
    }

    /// Marks with the topic that has this number in the tree, from 1.
    pub(super) fn mark_with_number(&mut self, number: usize) {
        let topic = self.numbered_topics().nth(number.saturating_sub(1));
        match topic {
            Some(topic) => self.mark(topic),
            None => self.notices.done(format!("There is no topic number {number}")),
        }
    }

    /// The topics that number keys stand for: those of the top level, in the order of the tree.
    pub fn numbered_topics(&self) -> impl Iterator<Item = TopicIx> + '_ {
        self.library.tree().iter().filter(|(_, topic)| topic.depth == 0).map(|(ix, _)| ix).take(9)
    }

    /// Topics that were marked with, latest first.
    pub fn recent_topics(&self) -> impl Iterator<Item = TopicIx> + '_ {
        self.recent_topics.iter().filter_map(|id| self.library.tree().find(id))
    }

    pub(super) fn used(&mut self, topic: TopicIx) {
        let id = self.library.tree().topic(topic).id.clone();
        self.recent_topics.retain(|known| *known != id);
        self.recent_topics.insert(0, id);
        self.recent_topics.truncate(RECENT);
    }

    fn words_to_mark(&self) -> Option<(ArticleIx, Span)> {
        let ix = self.view.article?;
        let selected = self.view.selected.and_then(|span| trimmed(self.library.article(ix)?, span));
        let passage = || Some((self.view.passage?.article, self.passage(self.view.passage?)?.span));
        selected.map(|span| (ix, span)).or_else(passage)
    }

    /// Where a passage of the reader's own stands in the list of its article.
    pub(super) fn find_mark(&self, id: MarkId) -> Option<PassageRef> {
        let own = self.marks.passages.iter().find(|own| own.id == id)?;
        let article = self.library.find(&own.article)?;
        let is_it = |passage: &Passage| passage.origin == Origin::Reader(id);
        let index = self.library.passages(article).iter().position(is_it)?;
        Some(PassageRef { article, index: index as u32 })
    }

    /// Gives a passage another topic.
    pub(super) fn move_passage(&mut self, which: PassageRef, topic: TopicIx) {
        let Some(passage) = self.passage(which).filter(|passage| passage.topic != topic) else { return };
        let (span, entry) = (passage.span, self.library.tree().topic(topic));
        let name = format!("move passage to {}", entry.name);
        self.put_in_place(which, span, entry.id.clone(), name);
        self.used(topic);
    }

    /// Gives a passage other bounds.
    pub(super) fn resize_passage(&mut self, which: PassageRef, span: Span) {
        let (Some(passage), Some(article)) = (self.passage(which), self.library.article(which.article)) else { return };
        let Some(span) = trimmed(article, span).filter(|span| *span != passage.span) else { return };
        let topic = self.library.tree().topic(passage.topic).id.clone();
        self.put_in_place(which, span, topic, "resize passage".to_owned());
    }

    /// Puts a passage of the reader's own in the place of one.
    fn put_in_place(&mut self, which: PassageRef, span: Span, topic: String, name: String) {
        let (Some(passage), Some(article)) = (self.passage(which), self.library.article(which.article)) else { return };
        let old_topic = self.library.tree().topic(passage.topic).id.clone();
        let mut own = self.own_passage(article, span, topic.clone());
        let (old_anchor, goes) = match passage.origin {
            Origin::Reader(id) => {
                let Some(old) = self.marks.passages.iter().find(|own| own.id == id).cloned() else { return };
                own.id = id;
                (old.anchor.clone(), Edit::Remove(Mark::Passage(old)))
            }
            Origin::Rule => {
                let decision = self.decision(article, passage.span, old_topic.clone());
                (decision.anchor.clone(), Edit::Decide(decision, Some(false)))
            }
        };
        let mark = own.id;
        let mut edits = vec![goes];
        edits.extend(self.follow(&article.path, &old_anchor, &old_topic, &own));
        edits.push(Edit::Add(Mark::Passage(own)));
        self.apply(Command::Edit(Edit::Together(name.into(), edits)));
        if let Some(which) = self.find_mark(mark) {
            self.select_marked(which);
        }
    }

    /// Takes the stars and notes of a passage along to the one that stands in its place.
    fn follow(&self, article: &str, anchor: &Anchor, topic: &str, to: &crate::model::OwnPassage) -> Vec<Edit> {
        let mut edits = Vec::new();
        let stars = self.marks.stars.iter();
        for star in stars.filter(|star| (&*star.article, &star.anchor, &*star.topic) == (article, anchor, topic)) {
            let (anchor, topic, fingerprint) = (to.anchor.clone(), to.topic.clone(), to.fingerprint);
            let moved = Star { anchor, topic, fingerprint, ..star.clone() };
            edits.extend([Edit::Remove(Mark::Star(star.clone())), Edit::Add(Mark::Star(moved))]);
        }
        for note in self.notes_on(article, anchor, Some(topic)) {
            let mut moved = note.clone();
            moved.about = About::Words {
                article: article.to_owned(),
                anchor: to.anchor.clone(),
                topic: Some(to.topic.clone()),
                fingerprint: to.fingerprint,
            };
            edits.extend([Edit::Remove(Mark::Note(note.clone())), Edit::Add(Mark::Note(moved))]);
        }
        edits
    }

    /// The star of a passage, if it has one.
    pub fn star_of(&self, which: PassageRef) -> Option<&Star> {
        if self.marks.stars.is_empty() {
            return None; // As for nearly every card of nearly every list.
        }
        let (passage, article) = (self.passage(which)?, self.library.article(which.article)?);
        let topic = self.library.tree().topic(passage.topic);
        let is_it = |star: &&Star| {
            star.article == article.path
                && topic.is_called(&star.topic)
                && self.place_of_mark(article, &star.anchor, Some(star.fingerprint)) == Some(passage.span)
        };
        self.marks.stars.iter().find(is_it)
    }

    /// Gives a passage a star, or takes it away.
    pub(super) fn turn_star(&mut self, which: PassageRef) {
        let edit = match self.star_of(which) {
            Some(star) => Edit::Remove(Mark::Star(star.clone())),
            None => {
                let (Some(passage), Some(article)) = (self.passage(which), self.library.article(which.article)) else {
                    return;
                };
                let topic = self.library.tree().topic(passage.topic).id.clone();
                let decision = self.decision(article, passage.span, topic);
                let crate::model::Decision { article, anchor, topic, fingerprint, by, .. } = decision;
                Edit::Add(Mark::Star(Star { article, anchor, topic, fingerprint, by }))
            }
        };
        self.apply(Command::Edit(edit));
    }

    pub(super) fn turn_star_of_selected(&mut self) {
        match self.view.passage {
            Some(which) => self.turn_star(which),
            None => self.notices.done("Select a passage first"),
        }
    }

    /// Keeps or rejects every passage of the list that a rule found and the reader has not decided, as one step.
    pub(super) fn decide_all_shown(&mut self, kept: bool) {
        let undecided: Vec<PassageRef> = self.undecided().collect();
        let edits: Vec<Edit> = undecided
            .iter()
            .filter_map(|which| {
                let (passage, article) = (self.passage(*which)?, self.library.article(which.article)?);
                let topic = self.library.tree().topic(passage.topic).id.clone();
                Some(Edit::Decide(self.decision(article, passage.span, topic), Some(kept)))
            })
            .collect();
        let count = super::notices::count(edits.len(), "passage");
        let does = if kept { "keep" } else { "reject" };
        if edits.is_empty() {
            return self.notices.done("There is nothing undecided in the list");
        }
        self.apply(Command::Edit(Edit::Together(format!("{does} {count}").into(), edits)));
        self.notices.done(format!("{} {count}. Ctrl+Z takes that back", if kept { "Kept" } else { "Rejected" }));
    }

    /// Passages of the list that a rule found and the reader has said nothing of.
    pub fn undecided(&self) -> impl Iterator<Item = PassageRef> + '_ {
        let entries = (0..self.listing.len()).filter_map(|index| self.listing.get(index));
        entries
            .filter(|which| self.passage(*which).is_some_and(|passage| passage.origin == Origin::Rule && !passage.kept))
    }
}

/// Without white space at its ends.
pub(super) fn trimmed(article: &Article, span: Span) -> Option<Span> {
    let words = article.text.get(span.range())?;
    let start = span.start as usize + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    (start < end).then(|| Span::new(start, end))
}
