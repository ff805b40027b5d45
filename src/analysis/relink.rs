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
        passages.sort_by_key(|passage| (passage.sentence, passage.topic));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Linker, replace_passages};
    use crate::import;
    use crate::model::{TopicEdit, TopicFile};

    const TREE: &str = r##"(topics: [
        (id: "money", name: "Money", color: "#0072B2", rules: ["sanction"], children: [
            (id: "money/banks", name: "Banks", color: "#0072B2", rules: ["bank"]),
        ]),
        (id: "talks", name: "Talks", color: "#D55E00", rules: ["weak: talk", "negotiation"]),
        (id: "weather", name: "Weather", color: "#009E73", rules: ["snow"]),
    ])"##;
    const TEXT: &str = "Sanctions and negotiations\n\nThe talks were on sanctions against banks. It snowed while the \
        negotiations went on. The banks were closed.\n";

    #[test]
    fn after_any_edit_the_passages_are_those_of_a_whole_new_linking() {
        let article = import::article("a.txt", TEXT.as_bytes()).unwrap();
        let file = TopicFile::parse(TREE).unwrap();
        let id = |id: &str| id.to_owned();
        for edit in [
            TopicEdit::SetRules { topic: id("money/banks"), rules: vec!["closed".to_owned()] },
            TopicEdit::Move { topic: id("weather"), parent: None, position: 0 },
            TopicEdit::Move { topic: id("talks"), parent: Some(id("money")), position: 0 },
            TopicEdit::Merge { from: id("weather"), into: id("money") },
            TopicEdit::Delete { topic: id("money") },
            TopicEdit::Rename { topic: id("money"), name: id("Cash") },
            TopicEdit::Add { parent: None, name: id("Evening"), rules: vec!["went".to_owned()] },
        ] {
            let old = file.clone().into_tree().unwrap();
            let new = edit.apply(&file).unwrap().file.into_tree().unwrap();
            let relink = Relink::between(&old, &new);
            let mut passages = Linker::new(&old).worker().link(&article);
            relink.carry(&mut passages);
            for top in relink.tops() {
                let found = Linker::of_top(&new, *top).worker().link(&article);
                replace_passages(&mut passages, &new, *top, found);
            }
            assert_eq!(passages, Linker::new(&new).worker().link(&article), "{edit:?}");
            assert!(relink.tops().len() < 3, "{edit:?} leaves most topics alone");
        }
    }
}
