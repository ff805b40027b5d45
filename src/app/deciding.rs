//! The reader keeps and rejects passages.

use super::command::Command;
use super::place::PassageRef;
use super::state::State;
use crate::analysis::Said;
use crate::model::{Anchor, Article, Decision, Edit, Mark, Origin, OwnPassage, Span};
use std::collections::{BTreeMap, BTreeSet};

impl State {
    pub(super) fn decide_selected(&mut self, kept: bool) {
        match self.view.passage {
            Some(passage) => self.decide(passage, Some(kept)),
            None => self.notices.done("Select a passage first"),
        }
    }

    /// Keeps or rejects a passage, or takes that back. After a rejection the next one is selected, so that a reader
    /// can go through a list.
    pub(super) fn decide(&mut self, which: PassageRef, kept: Option<bool>) {
        let (Some(passage), Some(article)) = (self.passage(which), self.library.article(which.article)) else { return };
        let topic = self.library.tree().topic(passage.topic).id.clone();
        let edit = match passage.origin {
            Origin::Reader(id) if kept != Some(true) => {
                let own = self.marks.passages.iter().find(|own| own.id == id).cloned();
                own.map(|own| Edit::Remove(Mark::Passage(own)))
            }
            Origin::Reader(_) => None,
            Origin::Rule => Some(Edit::Decide(self.decision(article, passage.span, topic), kept)),
        };
        let Some(edit) = edit else { return };
        let goes = kept == Some(false) || matches!(edit, Edit::Remove(_));
        let next = goes.then(|| self.listing.get(self.listing.position(which) + 1)).flatten();
        let next = next.and_then(|next| Some((next.article, self.passage(next)?.clone())));
        self.apply(Command::Edit(edit));
        if goes {
            self.notices.done("Rejected: it does not come back. Ctrl+Z takes that back");
        }
        let found = next.and_then(|(article, wanted)| {
            let same = |passage: &crate::model::Passage| (passage.span, passage.topic) == (wanted.span, wanted.topic);
            let index = self.library.passages(article).iter().position(same)?;
            Some(PassageRef { article, index: index as u32 })
        });
        if let Some(next) = found {
            self.select_passage(next, None);
        }
    }

    /// Leads what the reader said over to the passages that are there now.
    pub(super) fn settle_decisions(&mut self) {
        let mut said: BTreeMap<&str, Said> = BTreeMap::new();
        let place = |path: &str, anchor: &Anchor, made| {
            let article = self.library.article(self.library.find(path)?)?;
            self.place_of_mark(article, anchor, Some(made))
        };
        for decision in &self.marks.decisions {
            if let Some(span) = place(&decision.article, &decision.anchor, decision.fingerprint) {
                said.entry(&decision.article).or_default().decisions.push((decision, span));
            }
        }
        for own in &self.marks.passages {
            if let Some(span) = place(&own.article, &own.anchor, own.fingerprint) {
                said.entry(&own.article).or_default().own.push((own, span));
            }
        }
        let before: BTreeSet<String> = self.library.said_of().cloned().collect();
        let paths: BTreeSet<&str> = before.iter().map(String::as_str).chain(said.keys().copied()).collect();
        let selected = self.view.passage.and_then(|which| Some((which.article, self.passage(which)?.clone())));
        let mut changed = false;
        for path in paths {
            if let Some(ix) = self.library.find(path) {
                changed |= self.library.set_said(ix, said.get(path).unwrap_or(&Said::default()));
            }
        }
        if !changed {
            return;
        }
        self.view.passage = selected.and_then(|(article, wanted)| {
            let same = |passage: &crate::model::Passage| (passage.span, passage.topic) == (wanted.span, wanted.topic);
            let index = self.library.passages(article).iter().position(same)?;
            Some(PassageRef { article, index: index as u32 })
        });
        self.jumps.forget_passages();
        self.generation += 1;
        self.list();
    }

    /// Passages of a topic or of all that the reader has rejected in the articles that are open, for looking at them
    /// again.
    pub fn rejected(&self) -> impl Iterator<Item = &Decision> {
        let tree = self.library.tree();
        let topic = self.view.topic;
        self.marks.decisions.iter().filter(move |decision| {
            let inside = |ix| topic.is_none_or(|topic| tree.is_within(ix, topic));
            !decision.kept && tree.find(&decision.topic).is_some_and(inside)
        })
    }

    /// Where a rejected passage stands, if it is still there.
    pub fn place_of_decision(&self, decision: &Decision) -> Option<(crate::model::ArticleIx, crate::model::Span)> {
        let ix = self.library.find(&decision.article)?;
        let article = self.library.article(ix)?;
        Some((ix, self.place_of_mark(article, &decision.anchor, Some(decision.fingerprint))?))
    }

    /// What the reader decides of words, as a rejection until it is said otherwise.
    pub(super) fn decision(&self, article: &Article, span: Span, topic: String) -> Decision {
        let anchor = Anchor::describe(&article.text, span);
        let (path, fingerprint) = (article.path.clone(), article.fingerprint);
        Decision { article: path, anchor, topic, kept: false, fingerprint, by: self.settings.reader.clone() }
    }

    /// A passage of the reader's own, new.
    pub(super) fn own_passage(&self, article: &Article, span: Span, topic: String) -> OwnPassage {
        let anchor = Anchor::describe(&article.text, span);
        let (path, fingerprint) = (article.path.clone(), article.fingerprint);
        let (id, by) = (super::random::mark_id(), self.settings.reader.clone());
        OwnPassage { article: path, anchor, topic, id, fingerprint, by }
    }
}
