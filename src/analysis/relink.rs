//! What a change of the topic tree leaves as it was: only the other topics are linked anew.
//!
//! Rules lean on evidence of their own top-level topic alone, so each of these can be linked by itself, and one whose
//! rules and sub-topics are the same has the same passages under another tree.

use crate::model::{Passage, TopicIx, TopicTree};

/// How to get from the passages of one tree to those of another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relink {
    /// By topic of the old tree: where it stands in the new one; `None` if its passages are made anew.
    moved: Vec<Option<TopicIx>>,
    /// Top-level topics of the new tree that are linked anew.
    tops: Vec<TopicIx>,
}

impl Relink {
    pub fn between(old: &TopicTree, new: &TopicTree) -> Self {
        let mut relink = Self { moved: vec![None; old.len()], tops: Vec::new() };
        for (top, topic) in new.iter().filter(|(_, topic)| topic.depth == 0) {
            match old.find(&topic.id).filter(|before| is_same(old, *before, new, top)) {
                Some(before) => {
                    for (from, to) in old.subtree(before).zip(new.subtree(top)) {
                        relink.moved[from] = Some(TopicIx::new(to));
                    }
                }
                None => relink.tops.push(top),
            }
        }
        relink
    }

    /// Everything anew.
    pub fn all(new: &TopicTree) -> Self {
        let tops = new.iter().filter(|(_, topic)| topic.depth == 0).map(|(top, _)| top).collect();
        Self { moved: Vec::new(), tops }
    }

    /// Top-level topics of the new tree that are linked anew.
    pub fn tops(&self) -> &[TopicIx] {
        &self.tops
    }

    /// Leads the passages of one article over: those of topics that are linked anew go.
    pub fn carry(&self, passages: &mut Vec<Passage>) {
        passages.retain_mut(|passage| match self.moved.get(passage.topic.index()).copied().flatten() {
            Some(moved) => {
                passage.topic = moved;
                true
            }
            None => false,
        });
        // Topics may stand in another order now.
        let place = |passage: &Passage| (passage.sentence, passage.topic);
        if !passages.is_sorted_by_key(place) {
            passages.sort_by_key(place);
        }
    }
}

/// Whether two top-level topics have the same topics below them in the same order, with the same rules.
fn is_same(old: &TopicTree, before: TopicIx, new: &TopicTree, after: TopicIx) -> bool {
    let (before, after) = (old.subtree(before), new.subtree(after));
    before.len() == after.len()
        && before.zip(after).all(|(before, after)| {
            let (before, after) = (old.topic(TopicIx::new(before)), new.topic(TopicIx::new(after)));
            (&before.id, before.depth, &before.rules) == (&after.id, after.depth, &after.rules)
        })
}
