//! What is known of a topic's sentences: the reader's word, or a rule's.

use crate::model::ArticleIx;
use std::collections::BTreeMap;

/// A sentence of a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub article: ArticleIx,
    /// Index into [`crate::model::Article::sentences`].
    pub sentence: u32,
}

/// The later ones outweigh those before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lesson {
    /// A rule linked it, and the reader has not spoken.
    Linked,
    /// The reader marked it or kept the rule's passage.
    Kept,
    /// The reader does not want it.
    Rejected,
}

/// One lesson a sentence, sorted by place: in whatever order they come, they teach the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lessons {
    by_place: BTreeMap<Place, Lesson>,
}

impl Lessons {
    /// Adds one. Of two on one sentence the stronger holds.
    pub fn add(&mut self, place: Place, lesson: Lesson) {
        let known = self.by_place.entry(place).or_insert(lesson);
        *known = lesson.max(*known);
    }

    pub fn get(&self, place: Place) -> Option<Lesson> {
        self.by_place.get(&place).copied()
    }

    pub fn iter(&self) -> impl Iterator<Item = (Place, Lesson)> {
        self.by_place.iter().map(|(place, lesson)| (*place, *lesson))
    }

    /// The sentences of this lesson, by place.
    pub fn of(&self, wanted: Lesson) -> impl Iterator<Item = Place> {
        self.iter().filter(move |(_, lesson)| *lesson == wanted).map(|(place, _)| place)
    }
}

impl FromIterator<(Place, Lesson)> for Lessons {
    fn from_iter<I: IntoIterator<Item = (Place, Lesson)>>(all: I) -> Self {
        let mut lessons = Self::default();
        all.into_iter().for_each(|(place, lesson)| lessons.add(place, lesson));
        lessons
    }
}
