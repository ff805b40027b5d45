//! How far the reader is in each article: where it stands on the screen, and which of its paragraphs were there.

use super::command::Command;
use super::place::Reading;
use super::state::State;
use crate::model::{Article, ArticleIx, CodePoints, Edit, ParagraphKind, Passage, ReadingPosition};
use std::ops::Range;

/// Stretches of paragraphs, in order and apart from each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(Vec<Range<usize>>);

impl Seen {
    /// Adds a stretch; whether there was something new in it.
    pub fn add(&mut self, new: Range<usize>) -> bool {
        if new.is_empty() || self.0.iter().any(|known| known.start <= new.start && new.end <= known.end) {
            return false;
        }
        let touches = |known: &Range<usize>| known.start <= new.end && new.start <= known.end;
        let (joined, mut apart): (Vec<_>, Vec<_>) = std::mem::take(&mut self.0).into_iter().partition(touches);
        let start = joined.iter().map(|known| known.start).fold(new.start, usize::min);
        let end = joined.iter().map(|known| known.end).fold(new.end, usize::max);
        let place = apart.partition_point(|known| known.start < start);
        apart.insert(place, start..end);
        self.0 = apart;
        true
    }

    pub fn contains(&self, paragraph: usize) -> bool {
        let place = self.0.partition_point(|known| known.end <= paragraph);
        self.0.get(place).is_some_and(|known| known.start <= paragraph)
    }

    /// The share of an article's paragraphs that was on the screen, in per cent. Clutter does not count.
    pub fn percent(&self, article: &Article) -> usize {
        let counts = |index: &usize| article.paragraphs[*index].kind != ParagraphKind::Clutter;
        let body = (0..article.paragraphs.len()).filter(counts);
        let seen = body.clone().filter(|index| self.contains(*index)).count();
        (seen * 100).checked_div(body.count()).unwrap_or(0)
    }
}

/// What is known of the reading of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    pub at: Reading,
    pub seen: Seen,
}

impl Read {
    pub(super) fn to_session(&self, article: &Article) -> ReadingPosition {
        let points = CodePoints::new(&article.text);
        let start = |paragraph: usize| {
            let span = article.paragraphs.get(paragraph).map(|paragraph| paragraph.span);
            points.from_byte(span.map_or(article.text.len(), |span| span.start as usize))
        };
        ReadingPosition {
            at: start(self.at.paragraph),
            scrolled: (self.at.scrolled.clamp(0.0, 1.0) * 1000.0).round() as u16,
            furthest: 0,
            seen: self.seen.0.iter().map(|range| (start(range.start), start(range.end))).collect(),
        }
    }

    /// Past the end of a text that has become shorter, it is the end.
    pub(super) fn of_session(article: &Article, position: &ReadingPosition) -> Self {
        let points = CodePoints::new(&article.text);
        let paragraph = |point| {
            let byte = points.to_byte(point).unwrap_or(article.text.len());
            article.paragraph_at(byte)
        };
        let last = article.paragraphs.len();
        let at = Reading {
            paragraph: paragraph(position.at).unwrap_or(last.saturating_sub(1)),
            scrolled: f32::from(position.scrolled.min(1000)) / 1000.0,
        };
        let mut seen = Seen::default();
        // The first sessions only knew how far one had come.
        let old = (position.furthest > 0).then_some((0, position.furthest));
        for (start, end) in position.seen.iter().copied().chain(old) {
            seen.add(paragraph(start).unwrap_or(last)..paragraph(end).unwrap_or(last));
        }
        Self { at, seen }
    }
}

impl State {
    /// Where the reader is in an article.
    pub fn reading_of(&self, article: ArticleIx) -> Reading {
        self.reading.get(&article).map(|read| read.at).unwrap_or_default()
    }

    /// How much of an article the reader has read, in per cent: what was on the screen, or what was said of it.
    pub fn percent_read(&self, ix: ArticleIx) -> usize {
        let Some(article) = self.library.article(ix) else { return 0 };
        match self.marks.read.get(&article.path) {
            Some(true) => 100,
            Some(false) => 0,
            None => self.reading.get(&ix).map_or(0, |read| read.seen.percent(article)),
        }
    }

    /// Whether a passage is still to be read.
    pub fn is_left(&self, ix: ArticleIx, passage: &Passage) -> bool {
        let said = self.library.article(ix).and_then(|article| self.marks.read.get(&article.path));
        let seen = || self.reading.get(&ix).is_some_and(|read| read.seen.contains(passage.paragraph as usize));
        !said.copied().unwrap_or_else(seen)
    }

    pub(super) fn read_to(&mut self, article: ArticleIx, at: Reading, shown: Range<usize>) {
        let known = self.reading.entry(article).or_default();
        known.at = at;
        if known.seen.add(shown) {
            self.count_left(article);
        }
    }

    /// Says that the article on the screen is read, or is still to be read.
    pub(super) fn turn_read(&mut self) {
        let Some(ix) = self.view.article else { return self.notices.done("Open an article first") };
        self.set_read(ix, self.percent_read(ix) < 100);
    }

    pub(super) fn set_read(&mut self, ix: ArticleIx, read: bool) {
        let Some(article) = self.library.article(ix) else { return };
        let edit = Edit::SetRead { article: article.path.clone(), read: Some(read) };
        self.apply(Command::Edit(edit));
        self.notices.done(if read { "Marked as read" } else { "Marked as unread" });
    }

    /// Counts the passages of the list that are still to be read.
    pub(super) fn count_all_left(&mut self) {
        let left = self.listing.groups.iter().map(|group| (group.article, self.left_of(group)));
        let left = left.filter(|(_, left)| *left > 0).collect();
        self.listing.left = left;
    }

    fn count_left(&mut self, article: ArticleIx) {
        let group = self.listing.groups.iter().find(|group| group.article == article);
        match group.map_or(0, |group| self.left_of(group)) {
            0 => _ = self.listing.left.remove(&article),
            left => _ = self.listing.left.insert(article, left),
        }
    }

    fn left_of(&self, group: &crate::analysis::Group) -> usize {
        let passages = self.library.passages(group.article);
        let is_left = |passage: &Passage| self.is_left(group.article, passage);
        group.entries.iter().filter_map(|entry| passages.get(entry.passage as usize)).filter(|one| is_left(one)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn what_was_seen_is_all_that_was_added(ranges in prop::collection::vec((0..30_usize, 0..9_usize), 0..12)) {
            let (mut seen, mut expected) = (Seen::default(), BTreeSet::new());
            for (start, length) in ranges {
                let before = expected.len();
                expected.extend(start..start + length);
                prop_assert_eq!(seen.add(start..start + length), expected.len() > before);
            }
            let found: BTreeSet<usize> = (0..50).filter(|paragraph| seen.contains(*paragraph)).collect();
            prop_assert_eq!(found, expected);
            prop_assert!(seen.0.windows(2).all(|pair| pair[0].end < pair[1].start), "{:?}", seen.0);
        }
    }
}
