//! The reader's own work: all that edits change, and all that must not be lost.

mod replace;

pub use replace::NewPlace;

use super::{
    About, Anchor, Bookmark, Correction, Decision, Findings, Fingerprint, Mark, Note, OwnPassage, Star, TopicFile,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The reader's own work in one session. Every list is sorted and holds nothing twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The topic tree, if the reader opened or changed one; else the collection's or the default.
    pub topics: Option<Arc<TopicFile>>,
    pub bookmarks: Vec<Bookmark>,
    /// At most one on each passage.
    pub decisions: Vec<Decision>,
    pub passages: Vec<OwnPassage>,
    pub stars: Vec<Star>,
    pub notes: Vec<Note>,
    /// What the reader says of whole articles, by path: read, or still to be read, whatever was on the screen.
    pub read: BTreeMap<String, bool>,
    /// By article path; none is empty.
    pub corrections: BTreeMap<String, Correction>,
    /// What the reader says of what the program finds across articles.
    pub findings: Findings,
}

/// A place in an article that the reader has marked in some way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedPlace<'a> {
    /// Article path.
    pub article: &'a str,
    pub anchor: &'a Anchor,
    /// Of the text in which it was marked, where that is known.
    pub fingerprint: Option<Fingerprint>,
}

impl Marks {
    /// Every place in an article that the reader has marked; one that bears several marks comes several times.
    pub fn places(&self) -> impl Iterator<Item = MarkedPlace<'_>> {
        let place = |article, anchor, fingerprint| MarkedPlace { article, anchor, fingerprint };
        let bookmarks = self.bookmarks.iter().map(move |mark| place(&*mark.article, &mark.anchor, mark.fingerprint));
        let decisions =
            self.decisions.iter().map(move |mark| place(&*mark.article, &mark.anchor, Some(mark.fingerprint)));
        let passages =
            self.passages.iter().map(move |mark| place(&*mark.article, &mark.anchor, Some(mark.fingerprint)));
        let stars = self.stars.iter().map(move |mark| place(&*mark.article, &mark.anchor, Some(mark.fingerprint)));
        let notes = self.notes.iter().filter_map(move |note| match &note.about {
            About::Words { article, anchor, fingerprint, .. } => Some(place(article, anchor, Some(*fingerprint))),
            _ => None,
        });
        let verdicts = self.corrections.iter().flat_map(move |(article, correction)| {
            correction.verdicts.iter().map(move |verdict| place(article, &verdict.anchor, verdict.fingerprint))
        });
        bookmarks
            .chain(decisions)
            .chain(passages)
            .chain(stars)
            .chain(notes)
            .chain(verdicts)
            .chain(self.findings.places())
    }

    /// Puts a mark in; `false` if it is there already.
    pub(super) fn add(&mut self, mark: Mark) -> bool {
        match mark {
            Mark::Bookmark(mark) => insert(&mut self.bookmarks, mark),
            Mark::Passage(mark) => insert(&mut self.passages, mark),
            Mark::Star(mark) => insert(&mut self.stars, mark),
            Mark::Note(mark) => insert(&mut self.notes, mark),
            Mark::Finding(finding) => self.findings.add(finding),
        }
    }

    /// Takes a mark out; `false` if it is not there.
    pub(super) fn remove(&mut self, mark: &Mark) -> bool {
        match mark {
            Mark::Bookmark(mark) => remove(&mut self.bookmarks, mark),
            Mark::Passage(mark) => remove(&mut self.passages, mark),
            Mark::Star(mark) => remove(&mut self.stars, mark),
            Mark::Note(mark) => remove(&mut self.notes, mark),
            Mark::Finding(finding) => self.findings.remove(finding),
        }
    }

    /// Puts every list in order and takes out what is there twice: a file that was edited by hand may have them
    /// in any order.
    pub fn put_in_order(&mut self) {
        sort(&mut self.bookmarks);
        sort(&mut self.decisions);
        self.decisions.dedup_by(|later, earlier| later.same_passage(earlier));
        sort(&mut self.passages);
        self.passages.dedup_by_key(|passage| passage.id);
        sort(&mut self.stars);
        sort(&mut self.notes);
        self.notes.dedup_by_key(|note| note.id);
        self.findings.put_in_order();
        self.corrections.retain(|_, correction| !correction.is_empty());
    }
}

fn insert<T: Ord>(list: &mut Vec<T>, mark: T) -> bool {
    match list.binary_search(&mark) {
        Ok(_) => false,
        Err(place) => {
            list.insert(place, mark);
            true
        }
    }
}

fn remove<T: Ord>(list: &mut Vec<T>, mark: &T) -> bool {
    let place = list.binary_search(mark).ok();
    place.map(|place| list.remove(place)).is_some()
}

fn sort<T: Ord>(list: &mut Vec<T>) {
    list.sort();
    list.dedup();
}
