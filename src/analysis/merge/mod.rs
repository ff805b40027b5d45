//! Bringing another reader's session into ours: what is new comes as one step, what differs is told with both sides.
//!
//! Nothing of ours is changed or lost by merging; a difference is settled by the reader, one at a time. A mark with the
//! same id is the same mark, so a session that was sent there and back doubles nothing, and merging twice is merging
//! once. Leaves out what a reader has read and where, which is nobody else's, and marks that were taken out: a session
//! does not remember them. Places are compared as they are written: where the two sessions were made on different
//! texts of an article, lead their anchors over first.

mod compare;
mod corrections;
mod difference;
mod findings;
mod passages;
mod wording;

pub use corrections::Field;
pub use difference::{Difference, Matter};
pub use wording::Side;

use crate::model::{Anchor, Edit, EditName, Marks};
use std::collections::BTreeMap;
use std::fmt;

/// What merging a session into ours would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// All of theirs that does not differ, as one step; changes nothing if there is nothing to bring.
    pub edit: Edit,
    /// Where ours stays until the reader says otherwise: decisions, passages, notes, corrections, then the topic tree.
    pub differing: Vec<Difference>,
    /// What `edit` brings.
    pub brought: Counts,
    /// What both have.
    pub same: Counts,
}

/// Marks by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub decisions: usize,
    /// The readers' own.
    pub passages: usize,
    pub stars: usize,
    pub notes: usize,
    pub bookmarks: usize,
    /// Every corrected detail and every verdict on a paragraph.
    pub corrections: usize,
}

impl Counts {
    pub fn total(self) -> usize {
        let Self { decisions, passages, stars, notes, bookmarks, corrections } = self;
        decisions + passages + stars + notes + bookmarks + corrections
    }
}

/// "3 decisions, 1 note": kinds without marks are left out; "nothing" if there is none at all.
impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = [
            (self.decisions, "decision"),
            (self.passages, "passage"),
            (self.stars, "star"),
            (self.notes, "note"),
            (self.bookmarks, "bookmark"),
            (self.corrections, "correction"),
        ];
        let some = kinds.iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> =
            some.map(|(count, kind)| format!("{count} {kind}{}", if *count == 1 { "" } else { "s" })).collect();
        f.write_str(if parts.is_empty() { "nothing" } else { "" })?;
        f.write_str(&parts.join(", "))
    }
}

/// What comparing the marks of one kind gave.
#[derive(Default)]
struct Compared {
    edits: Vec<Edit>,
    differing: Vec<Matter>,
    brought: usize,
    same: usize,
}

impl Compared {
    fn bring(&mut self, edit: Edit) {
        self.edits.push(edit);
        self.brought += 1;
    }
}

/// Compares `theirs` with `ours`. Marks of theirs that bear no name get `their_name`.
pub fn merge(ours: &Marks, theirs: &Marks, their_name: &str) -> Merge {
    let theirs = &signed(theirs, their_name);
    let decisions = compare::decisions(ours, theirs);
    let passages = passages::compare(ours, theirs);
    let stars = compare::stars(&ours.stars, &theirs.stars);
    let notes = compare::notes(&ours.notes, &theirs.notes);
    let bookmarks = compare::bookmarks(&ours.bookmarks, &theirs.bookmarks);
    let mut corrections = corrections::compare(&ours.corrections, &theirs.corrections);
    findings::compare(&ours.findings, &theirs.findings, &mut corrections);
    let counts = |count: fn(&Compared) -> usize| Counts {
        decisions: count(&decisions),
        passages: count(&passages),
        stars: count(&stars),
        notes: count(&notes),
        bookmarks: count(&bookmarks),
        corrections: count(&corrections),
    };
    let (brought, same) = (counts(|kind| kind.brought), counts(|kind| kind.same));
    let (mut edits, mut differing) = (Vec::new(), Vec::new());
    for kind in [decisions, passages, stars, notes, bookmarks, corrections] {
        edits.extend(kind.edits);
        differing.extend(kind.differing);
    }
    differing.extend(compare::trees(ours, theirs));
    let session_of = if their_name.is_empty() { "the other reader" } else { their_name };
    let differing = differing.into_iter().map(|matter| Difference { session_of: session_of.to_owned(), matter });
    let name = EditName::Owned(format!("merge the session of {session_of}"));
    Merge { differing: differing.collect(), edit: Edit::Together(name, edits), brought, same }
}

/// `marks` with `name` on every mark that bears none.
fn signed(marks: &Marks, name: &str) -> Marks {
    let mut marks = marks.clone();
    let decisions = marks.decisions.iter_mut().map(|mark| &mut mark.by);
    let passages = marks.passages.iter_mut().map(|mark| &mut mark.by);
    let stars = marks.stars.iter_mut().map(|mark| &mut mark.by);
    let notes = marks.notes.iter_mut().map(|mark| &mut mark.by);
    let bookmarks = marks.bookmarks.iter_mut().map(|mark| &mut mark.by);
    let names = decisions.chain(passages).chain(stars).chain(notes).chain(bookmarks);
    names.filter(|by| by.is_empty()).for_each(|by| name.clone_into(by));
    findings::sign(&mut marks.findings, name);
    marks
}

/// Where a mark stands: article, position and words. What stands around them does not make it another place.
type Place<'a> = (&'a str, usize, usize, &'a str);

fn place<'a>(article: &'a str, anchor: &'a Anchor) -> Place<'a> {
    (article, anchor.start, anchor.end, &anchor.exact)
}

/// The marks of a list by what tells them apart. Of several with one key the last counts.
fn by_key<'a, T, K: Ord>(marks: &'a [T], key: impl Fn(&'a T) -> K) -> BTreeMap<K, &'a T> {
    marks.iter().map(|mark| (key(mark), mark)).collect()
}

#[cfg(test)]
mod tests;
