//! The old and the new text of an article word by word: which words stayed, and whose a place in the new text is.
//!
//! A place whose words stood elsewhere in the old text too is that other place and no candidate: this is what keeps a
//! mark from moving to a lookalike.

use crate::analysis::changes::PlaceMap;
use crate::analysis::duplicates::normal;
use crate::model::Span;
use std::ops::Range;

/// Words on either side of a place that say whether it stands where it stood.
const AROUND: usize = 12;
/// Words that may have come between a place and what was around it.
const SLACK: usize = 30;
/// A part that stands further away from the rest than it did, by so many words, does not belong to it if it is small.
const FAR: usize = 12;
/// Per cent of the letters of all parts; below it a part is small.
const SMALL_PART: usize = 25;
/// Per cent.
pub(super) const ALL: usize = 100;

pub(super) struct Versions {
    old: Words,
    new: Words,
}

struct Words {
    spans: Vec<Span>,
    /// By word, the same word of the other text.
    other: Vec<Option<usize>>,
}

/// Where the words of an old place are.
#[derive(Clone, Debug)]
pub(super) struct Followed {
    /// Words of the new text.
    pub words: Range<usize>,
    /// Per cent of the letters of the old place that are in words that stayed.
    pub kept: usize,
    /// Whether some of its words stayed further away than the rest and were left out.
    pub scattered: bool,
    /// Old words at the start of the place that are not there any more, and at its end.
    pub lost: (usize, usize),
    /// Per cent of the words before the place that still stand before it, and of those after it; none where the old
    /// text had none.
    pub before: Option<usize>,
    pub after: Option<usize>,
}

impl Versions {
    pub fn new(old: &str, new: &str) -> Self {
        let map = PlaceMap::new(old, new);
        let mut versions = Self { old: Words::of(old), new: Words::of(new) };
        for (old, new) in map.words() {
            if let (Some(o), Some(n)) = (versions.old.at(*old), versions.new.at(*new)) {
                versions.old.other[o] = Some(n);
                versions.new.other[n] = Some(o);
            }
        }
        versions
    }

    /// Where most of the words of `place` in the old text went; none if none of them is left.
    pub fn follow(&self, place: Span) -> Option<Followed> {
        let old = self.old.within(place);
        let stayed: Vec<(usize, usize)> = old.clone().filter_map(|word| Some((word, self.old.other[word]?))).collect();
        let all = stayed.len();
        let stayed = self.main_part(&stayed);
        let (first, last) = (*stayed.first()?, *stayed.last()?);
        let letters: usize = old.clone().map(|word| self.old.spans[word].len()).sum();
        let before = old.start.saturating_sub(AROUND)..old.start;
        let after = old.end..(old.end + AROUND).min(self.old.spans.len());
        let near_before = first.1.saturating_sub(AROUND + SLACK)..first.1;
        let near_after = last.1 + 1..last.1 + 1 + AROUND + SLACK;
        // An end of the text is a neighbour that stays.
        let at_start = old.start == 0 && first.1 == 0;
        let at_end = old.end == self.old.spans.len() && last.1 + 1 == self.new.spans.len();
        Some(Followed {
            words: first.1..last.1 + 1,
            kept: self.letters(stayed) * ALL / letters.max(1),
            scattered: stayed.len() < all,
            lost: (first.0 - old.start, old.end - 1 - last.0),
            before: if at_start { Some(ALL) } else { self.share_in(before, &near_before) },
            after: if at_end { Some(ALL) } else { self.share_in(after, &near_after) },
        })
    }

    /// Bytes of the old words of these pairs.
    fn letters(&self, pairs: &[(usize, usize)]) -> usize {
        pairs.iter().map(|(old, _)| self.old.spans[*old].len()).sum()
    }

    /// The words that are now between the neighbours of `place`, if both stayed and not much more is there than was.
    pub fn gap(&self, place: Span) -> Option<Range<usize>> {
        let old = self.old.within(place);
        let first = match old.start.checked_sub(1) {
            Some(before) => self.old.other[before]? + 1,
            None => 0,
        };
        let last = self.old.other.get(old.end).map_or(Some(self.new.spans.len()), |after| *after)?;
        (first < last && last - first <= 2 * old.len() + 1).then_some(first..last)
    }

    /// Without small parts that went far away: single words that are there by chance.
    fn main_part<'a>(&self, mut stayed: &'a [(usize, usize)]) -> &'a [(usize, usize)] {
        let is_far = |pair: &[(usize, usize)]| pair[1].1 - pair[0].1 > pair[1].0 - pair[0].0 + FAR;
        let letters = |part: &[(usize, usize)]| self.letters(part);
        while let Some(cut) = stayed.windows(2).position(is_far) {
            let (head, tail) = stayed.split_at(cut + 1);
            if letters(head) * ALL < letters(stayed) * SMALL_PART {
                stayed = tail;
                continue;
            }
            // From behind, for the last cut.
            let Some(cut) = stayed.windows(2).rposition(is_far) else { break };
            let (head, tail) = stayed.split_at(cut + 1);
            if letters(tail) * ALL >= letters(stayed) * SMALL_PART {
                break;
            }
            stayed = head;
        }
        stayed
    }

    fn share_in(&self, old: Range<usize>, new: &Range<usize>) -> Option<usize> {
        let all = old.len();
        let there = old.filter(|word| self.old.other[*word].is_some_and(|new_word| new.contains(&new_word))).count();
        (all > 0).then(|| there * ALL / all)
    }

    /// Per cent of the words of a place in the new text that stood in the old one, outside `place`.
    pub fn of_others(&self, new: Span, place: Span) -> usize {
        let words = self.new.within(new);
        let all = words.len().max(1);
        words.filter(|word| self.is_of_others(*word, place)).count() * ALL / all
    }

    fn is_of_others(&self, word: usize, place: Span) -> bool {
        self.new.other[word].is_some_and(|old| !self.old.spans[old].overlaps(place))
    }

    /// The words of `within` before `words` that came with the change: that belong to nothing else of the old text.
    pub fn fresh_before(&self, words: &Range<usize>, place: Span, within: Span) -> usize {
        let before = (0..words.start).rev().take_while(|word| self.new.spans[*word].start >= within.start);
        before.take_while(|word| !self.is_of_others(*word, place)).count()
    }

    /// The same after them.
    pub fn fresh_after(&self, words: &Range<usize>, place: Span, within: Span) -> usize {
        let after = (words.end..self.new.spans.len()).take_while(|word| self.new.spans[*word].end <= within.end);
        after.take_while(|word| !self.is_of_others(*word, place)).count()
    }

    /// Words from the start of `within` to these words, and from these words to its end.
    pub fn rest_of(&self, words: &Range<usize>, within: Span) -> (usize, usize) {
        let all = self.new.within(within);
        (words.start.saturating_sub(all.start), all.end.saturating_sub(words.end))
    }

    /// From the first of these words of the new text to the last.
    pub fn span(&self, words: &Range<usize>) -> Span {
        Span { start: self.new.spans[words.start].start, end: self.new.spans[words.end - 1].end }
    }

    /// Words of the old text in `place`.
    pub fn count(&self, place: Span) -> usize {
        self.old.within(place).len()
    }
}

impl Words {
    fn of(text: &str) -> Self {
        let mut spans = Vec::new();
        normal::words(text, |word| spans.push(word.span));
        let other = vec![None; spans.len()];
        Self { spans, other }
    }

    fn at(&self, span: Span) -> Option<usize> {
        self.spans.binary_search(&span).ok()
    }

    fn within(&self, span: Span) -> Range<usize> {
        let start = self.spans.partition_point(|word| word.end <= span.start);
        start..self.spans.partition_point(|word| word.start < span.end).max(start)
    }
}
