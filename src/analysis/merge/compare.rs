//! The marks of both readers, kind by kind: what is the same, what is new, what differs.

use super::{Compared, Matter, Place, by_key, place};
use crate::analysis::tree_difference;
use crate::model::{About, Bookmark, Decision, Edit, Mark, Marks, Note, OwnPassage, Star};
use std::collections::BTreeSet;

/// A place as a passage of a topic.
pub(super) type OnTopic<'a> = (Place<'a>, &'a str);

pub(super) fn of_decision(decision: &Decision) -> OnTopic<'_> {
    (place(&decision.article, &decision.anchor), &decision.topic)
}

pub(super) fn of_passage(own: &OwnPassage) -> OnTopic<'_> {
    (place(&own.article, &own.anchor), &own.topic)
}

fn of_star(star: &Star) -> OnTopic<'_> {
    (place(&star.article, &star.anchor), &star.topic)
}

fn of_bookmark(bookmark: &Bookmark) -> Place<'_> {
    place(&bookmark.article, &bookmark.anchor)
}

/// The passages that a reader has rejected.
pub(super) fn rejections(decisions: &[Decision]) -> impl Iterator<Item = &Decision> {
    decisions.iter().filter(|decision| !decision.kept)
}

pub(super) fn decisions(ours: &Marks, theirs: &Marks) -> Compared {
    let known = by_key(&ours.decisions, of_decision);
    let our_passages = by_key(&ours.passages, of_passage);
    let their_passages: BTreeSet<OnTopic> = theirs.passages.iter().map(of_passage).collect();
    let mut compared = Compared::default();
    for (key, decision) in by_key(&theirs.decisions, of_decision) {
        match (known.get(&key), our_passages.get(&key)) {
            (Some(same), _) if same.kept == decision.kept => compared.same += 1,
            (Some(&other), _) => {
                compared.differing.push(Matter::Decision { ours: other.clone(), theirs: decision.clone() });
            }
            (None, Some(&own)) if !decision.kept && !their_passages.contains(&key) => {
                compared.differing.push(Matter::RejectedByThem { ours: own.clone(), theirs: decision.clone() });
            }
            _ => compared.bring(Edit::Decide(decision.clone(), Some(decision.kept))),
        }
    }
    compared
}

/// A star is the same whoever set it: there is one on each passage.
pub(super) fn stars(ours: &[Star], theirs: &[Star]) -> Compared {
    let known: BTreeSet<OnTopic> = ours.iter().map(of_star).collect();
    let mut compared = Compared::default();
    for (key, star) in by_key(theirs, of_star) {
        match known.contains(&key) {
            true => compared.same += 1,
            false => compared.bring(Edit::Add(Mark::Star(star.clone()))),
        }
    }
    compared
}

/// A bookmark is the same whoever set it: there is one at each place.
pub(super) fn bookmarks(ours: &[Bookmark], theirs: &[Bookmark]) -> Compared {
    let known: BTreeSet<Place> = ours.iter().map(of_bookmark).collect();
    let mut compared = Compared::default();
    for (key, bookmark) in by_key(theirs, of_bookmark) {
        match known.contains(&key) {
            true => compared.same += 1,
            false => compared.bring(Edit::Add(Mark::Bookmark(bookmark.clone()))),
        }
    }
    compared
}

pub(super) fn notes(ours: &[Note], theirs: &[Note]) -> Compared {
    let known = by_key(ours, |note| note.id);
    let mut compared = Compared::default();
    for (id, note) in by_key(theirs, |note| note.id) {
        match known.get(&id) {
            Some(same) if same.text == note.text && is_on_the_same(&same.about, &note.about) => compared.same += 1,
            Some(&other) => compared.differing.push(Matter::Note { ours: other.clone(), theirs: note.clone() }),
            None => compared.bring(Edit::Add(Mark::Note(note.clone()))),
        }
    }
    compared
}

pub(super) fn is_on_the_same(a: &About, b: &About) -> bool {
    match (a, b) {
        (
            About::Words { article, anchor, topic, .. },
            About::Words { article: path, anchor: words, topic: other, .. },
        ) => place(article, anchor) == place(path, words) && topic == other,
        _ => a == b,
    }
}

/// Trees are only told. Theirs says nothing if they never changed it.
pub(super) fn trees(ours: &Marks, theirs: &Marks) -> Option<Matter> {
    let theirs = theirs.topics.as_ref()?;
    let differs = ours.topics.as_ref().is_none_or(|ours| !tree_difference(ours, theirs).is_empty());
    differs.then(|| Matter::Trees { ours: ours.topics.clone(), theirs: theirs.clone() })
}
