//! Undo and redo: one step a gesture, across a whole session.

use crate::model::{Edit, EditName, Marks};

/// A step, by the name of what the reader did, and the edit that takes it the other way.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    name: EditName,
    inverse: Edit,
}

#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// Counts every change, also undo and redo: tells whether there is something to save.
    revision: u64,
}

impl History {
    /// Does `edit` as one step. Whether it changed anything.
    pub fn apply(&mut self, edit: Edit, marks: &mut Marks) -> bool {
        let name = edit.name();
        let Some(inverse) = edit.apply(marks) else { return false };
        self.undo.push(Step { name, inverse });
        self.redo.clear();
        self.revision += 1;
        true
    }

    /// Does `edit` as a part of the last step: it goes on with what that one began.
    pub fn apply_on(&mut self, edit: Edit, marks: &mut Marks) -> bool {
        let Some(last) = self.undo.pop() else { return self.apply(edit, marks) };
        let Some(inverse) = edit.apply(marks) else {
            self.undo.push(last);
            return false;
        };
        let inverse = Edit::Together(last.name.clone(), vec![inverse, last.inverse]);
        self.undo.push(Step { name: last.name, inverse });
        self.redo.clear();
        self.revision += 1;
        true
    }

    /// Takes the last step back; its name, and the edit that did so.
    pub fn undo(&mut self, marks: &mut Marks) -> Option<(EditName, Edit)> {
        let Step { name, inverse } = self.undo.pop()?;
        self.redo.push(Step { name: name.clone(), inverse: inverse.clone().apply(marks)? });
        self.revision += 1;
        Some((name, inverse))
    }

    /// Does the last step that was taken back again.
    pub fn redo(&mut self, marks: &mut Marks) -> Option<(EditName, Edit)> {
        let Step { name, inverse } = self.redo.pop()?;
        self.undo.push(Step { name: name.clone(), inverse: inverse.clone().apply(marks)? });
        self.revision += 1;
        Some((name, inverse))
    }

    /// What undo would take back.
    pub fn next_undo(&self) -> Option<EditName> {
        self.undo.last().map(|step| step.name.clone())
    }

    pub fn next_redo(&self) -> Option<EditName> {
        self.redo.last().map(|step| step.name.clone())
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        About, Anchor, Bookmark, Correction, Decision, Finding, Fingerprint, Mark, MarkId, Note, OwnPassage, RoundOf,
        Star, TopicFile,
    };
    use proptest::prelude::*;
    use std::sync::Arc;

    fn bookmark(at: usize) -> Bookmark {
        let anchor =
            Anchor { start: at, end: at + 1, exact: "a".to_owned(), prefix: String::new(), suffix: String::new() };
        Bookmark { article: "a.txt".to_owned(), anchor, fingerprint: None, by: String::new() }
    }

    fn decision(at: usize) -> Decision {
        let Bookmark { article, anchor, by, .. } = bookmark(at);
        Decision { article, anchor, topic: "a".to_owned(), kept: false, fingerprint: Fingerprint(1), by }
    }

    fn own(at: usize) -> OwnPassage {
        let Bookmark { article, anchor, by, .. } = bookmark(at);
        OwnPassage { article, anchor, topic: "a".to_owned(), id: MarkId(at as u64), fingerprint: Fingerprint(1), by }
    }

    fn star(at: usize) -> Mark {
        let OwnPassage { article, anchor, topic, fingerprint, by, .. } = own(at);
        Mark::Star(Star { article, anchor, topic, fingerprint, by })
    }

    fn note(at: usize, text: String) -> Mark {
        let about = if at == 0 { About::Session } else { About::Article(at.to_string()) };
        Mark::Note(Note { about, id: MarkId(at as u64), text, by: String::new() })
    }

    fn round(at: usize) -> Mark {
        let (article, round) = ("a".to_owned(), at.to_string());
        Mark::Finding(Finding::Round(RoundOf { article, round, by: String::new() }))
    }

    fn edit() -> impl Strategy<Value = Edit> {
        prop_oneof![
            (0_usize..5).prop_map(|at| Edit::Add(Mark::Bookmark(bookmark(at)))),
            (0_usize..5).prop_map(|at| Edit::Remove(Mark::Bookmark(bookmark(at)))),
            (0_usize..3, prop::option::of(any::<bool>())).prop_map(|(at, kept)| Edit::Decide(decision(at), kept)),
            (0_usize..3).prop_map(|at| Edit::Add(Mark::Passage(own(at)))),
            (0_usize..3).prop_map(|at| Edit::Remove(Mark::Passage(own(at)))),
            (0_usize..3).prop_map(|at| Edit::Add(star(at))),
            (0_usize..3).prop_map(|at| Edit::Remove(star(at))),
            (0_usize..3, "[ab]").prop_map(|(at, text)| Edit::Add(note(at, text))),
            (0_usize..3, "[ab]").prop_map(|(at, text)| Edit::Remove(note(at, text))),
            (0_usize..2).prop_map(|at| Edit::Add(round(at))),
            (0_usize..2).prop_map(|at| Edit::Remove(round(at))),
            (0_usize..2, prop::option::of(any::<bool>()))
                .prop_map(|(at, read)| Edit::SetRead { article: at.to_string(), read }),
            (0_usize..3).prop_map(|at| {
                Edit::Together(
                    "both".into(),
                    vec![Edit::Add(Mark::Passage(own(at))), Edit::Decide(decision(at), Some(true))],
                )
            }),
            (0_usize..2, prop::option::of("[ab]")).prop_map(|(at, outlet)| Edit::Correct {
                article: at.to_string(),
                correction: Correction { outlet, ..Correction::default() },
            }),
            any::<bool>().prop_map(|some| {
                let tree = some.then(|| Arc::new(TopicFile::default()));
                Edit::SetTopics(tree, "change tree".into())
            }),
        ]
    }

    proptest! {
        #[test]
        fn as_many_undos_as_edits_give_the_first_state_and_redos_the_last(edits in prop::collection::vec(edit(), 0..30)) {
            let (mut marks, mut history) = (Marks::default(), History::default());
            let steps = edits.into_iter().filter(|edit| history.apply(edit.clone(), &mut marks)).count();
            let last = marks.clone();
            for _ in 0..steps {
                prop_assert!(history.undo(&mut marks).is_some());
            }
            prop_assert_eq!(&marks, &Marks::default());
            prop_assert!(history.undo(&mut marks).is_none());
            for _ in 0..steps {
                prop_assert!(history.redo(&mut marks).is_some());
            }
            prop_assert_eq!(marks, last);
        }
    }
}
