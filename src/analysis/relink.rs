//! What a change of the topic tree leaves as it was: only what can differ is linked anew.
//!
//! Rules lean on evidence of their own top-level topic alone, so each of these stands for itself. One that is the same
//! keeps its passages. One of which few rules changed is linked anew in those sentences that can differ, as [`Touch`]
//! tells; elsewhere its passages stay, and only the numbers of their rules change. The others are linked anew in every
//! sentence.

mod rules;
mod worker;

use super::link::Touch;
use crate::model::{Passage, Rule, TopicIx, TopicTree};
use rules::{SameRules, in_both};
pub use worker::{RelinkWorker, Relinker};

/// Of so many rules of a top-level topic one may be tried before it is linked anew in every article: to try more takes
/// longer than it spares.
const MOST_TRIED: usize = 2;

/// How to get from the passages of one tree to those of another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relink {
    /// By topic of the old tree; `None` if its passages are made anew or have no rules any more.
    moved: Vec<Option<Moved>>,
    /// Top-level topics of the new tree that are linked anew in every article.
    tops: Vec<TopicIx>,
    /// Those that are linked anew where a change bears on sentences.
    edited: Vec<TopicIx>,
    changes: Vec<RuleChange>,
}

/// What became of a topic.
#[derive(Clone, Debug, PartialEq)]
struct Moved {
    to: TopicIx,
    edited: bool,
    /// By number of a rule: the one that it has now. Empty if all are the same.
    rules: Vec<u16>,
}

/// A rule that came, went or was written anew.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RuleChange {
    /// Of the new tree; `None` if the topic itself came or went.
    pub topic: Option<TopicIx>,
    pub before: Option<Rule>,
    pub after: Option<Rule>,
}

/// What is found anew in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewLinks {
    /// Sentences that were linked anew by those topics, too, of which only some rules changed; in order.
    pub touched: Vec<u32>,
    /// Sorted by place, then topic.
    pub passages: Vec<Passage>,
}

/// The change of one top-level topic.
#[derive(Default)]
struct TopChange {
    /// Old topics with what became of them.
    moved: Vec<(usize, Moved)>,
    changes: Vec<RuleChange>,
}

impl Relink {
    pub fn between(old: &TopicTree, new: &TopicTree) -> Self {
        let mut relink = Self { moved: vec![None; old.len()], ..Self::default() };
        let mut same = SameRules::default();
        for (top, topic) in new.iter().filter(|(_, topic)| topic.depth == 0) {
            let before = old.iter().find(|(_, before)| before.depth == 0 && before.id == topic.id);
            let change = before.map(|(before, _)| TopChange::between(old, before, new, top, &mut same));
            match change.filter(|change| change.is_small(new, top)) {
                Some(TopChange { moved, changes }) => {
                    if !changes.is_empty() {
                        relink.edited.push(top);
                    }
                    moved.into_iter().for_each(|(from, moved)| relink.moved[from] = Some(moved));
                    relink.changes.extend(changes);
                }
                None => relink.tops.push(top),
            }
        }
        relink
    }

    /// Everything anew.
    pub fn all(new: &TopicTree) -> Self {
        let tops = new.iter().filter(|(_, topic)| topic.depth == 0).map(|(top, _)| top).collect();
        Self { tops, ..Self::default() }
    }

    /// Top-level topics of the new tree that are linked anew in every article.
    pub fn tops(&self) -> &[TopicIx] {
        &self.tops
    }

    /// Top-level topics of the new tree that are linked anew in those sentences that [`Self::touch`] tells.
    pub fn edited(&self) -> &[TopicIx] {
        &self.edited
    }

    /// What tells which sentences the changed rules bear on; `None` if there are none of those.
    pub fn touch(&self, new: &TopicTree) -> Option<Touch> {
        (!self.changes.is_empty()).then(|| Touch::new(new, &self.changes))
    }

    /// Leads the passages of one article over to the new tree, and puts what was found anew in its place.
    pub fn carry(&self, passages: &mut Vec<Passage>, found: NewLinks) {
        passages.retain_mut(|passage| match self.moved.get(passage.topic.index()) {
            Some(Some(moved)) if !moved.edited || found.touched.binary_search(&passage.sentence).is_err() => {
                moved.lead(passage);
                true
            }
            _ => false,
        });
        passages.extend(found.passages);
        // Topics may stand in another order now.
        let place = |passage: &Passage| (passage.sentence, passage.topic);
        if !passages.is_sorted_by_key(place) {
            passages.sort_by_key(place);
        }
    }
}

impl Moved {
    fn lead(&self, passage: &mut Passage) {
        passage.topic = self.to;
        for reason in &mut passage.reasons {
            reason.rule = self.rules.get(usize::from(reason.rule)).copied().unwrap_or(reason.rule);
        }
    }
}

impl TopChange {
    fn between(old: &TopicTree, before: TopicIx, new: &TopicTree, top: TopicIx, same: &mut SameRules) -> Self {
        let mut change = Self::default();
        let mut gone: Vec<bool> = vec![true; old.len()];
        let mut come: Vec<bool> = vec![true; new.len()];
        for (from, to) in same_topics(old, before, new, top) {
            (gone[from], come[to]) = (false, false);
            change.compare(old.topic(TopicIx::new(from)).rules.as_slice(), new, (from, to), same);
        }
        for from in old.subtree(before).filter(|from| gone[*from]) {
            let rules = old.topic(TopicIx::new(from)).rules.iter().cloned();
            change.changes.extend(rules.map(|rule| RuleChange { topic: None, before: Some(rule), after: None }));
        }
        for to in new.subtree(top).filter(|to| come[*to]) {
            let rules = new.topic(TopicIx::new(to)).rules.iter().cloned();
            change.changes.extend(rules.map(|rule| RuleChange { topic: None, before: None, after: Some(rule) }));
        }
        let edited = !change.changes.is_empty();
        change.moved.iter_mut().for_each(|(_, moved)| moved.edited = edited);
        change
    }

    /// Compares the rules of a topic that is in both trees.
    fn compare(&mut self, old: &[Rule], new: &TopicTree, (from, to): (usize, usize), same: &mut SameRules) {
        let to = TopicIx::new(to);
        let rules = same.pairs(old, &new.topic(to).rules);
        self.changes.extend(rules.changes(old, &new.topic(to).rules).map(|(before, after)| RuleChange {
            topic: Some(to),
            before: before.cloned(),
            after: after.cloned(),
        }));
        self.moved.push((from, Moved { to, edited: false, rules: rules.numbers(old.len()) }));
    }

    /// Whether it is worth while to ask which sentences it bears on.
    fn is_small(&self, new: &TopicTree, top: TopicIx) -> bool {
        let all: usize = new.subtree(top).map(|topic| new.topic(TopicIx::new(topic)).rules.len()).sum();
        let versions = |change: &RuleChange| usize::from(change.before.is_some()) + usize::from(change.after.is_some());
        self.changes.iter().map(versions).sum::<usize>() <= (all / MOST_TRIED).max(2)
    }
}

/// The topics below two top-level topics, and these, that are in both, in the same order and below the same ones.
fn same_topics(old: &TopicTree, before: TopicIx, new: &TopicTree, top: TopicIx) -> Vec<(usize, usize)> {
    let (olds, news): (Vec<usize>, Vec<usize>) = (old.subtree(before).collect(), new.subtree(top).collect());
    let path = |tree: &TopicTree, topic: usize| {
        let up = |topic: &TopicIx| tree.topic(*topic).parent;
        std::iter::successors(Some(TopicIx::new(topic)), up)
            .map(|topic| tree.topic(topic).id.clone())
            .collect::<Vec<_>>()
    };
    let paths = |tree, topics: &[usize]| topics.iter().map(|topic| path(tree, *topic)).collect::<Vec<Vec<String>>>();
    let (old_paths, new_paths) = (paths(old, &olds), paths(new, &news));
    let pairs = in_both(olds.len(), news.len(), |from, to| old_paths[from] == new_paths[to]);
    pairs.into_iter().map(|(from, to)| (olds[from], news[to])).collect()
}

#[cfg(test)]
mod tests;
