//! Where a place of an old text is in the new one, by the words that both have.
//!
//! Of the whole text, clutter too: a reader may have marked it.

use super::align::align;
use crate::analysis::duplicates::normal;
use crate::model::Span;

/// The words that two texts have in common. Made once, asked for any number of places.
#[derive(Clone, Debug)]
pub struct PlaceMap {
    /// Of one word each, in the old text and in the new one, ascending in both.
    words: Vec<(Span, Span)>,
}

/// Where a span went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// In the new text: from the first word that is left of the span to the last, with the signs at its ends that are
    /// left too.
    pub span: Span,
    /// How many of its words are left,
    pub kept: usize,
    /// how many it had,
    pub of: usize,
    /// and how many it has now.
    pub now: usize,
}

impl PlaceMap {
    pub fn new(old: &str, new: &str) -> Self {
        let (old, new) = (Words::of(old), Words::of(new));
        let pairs = align(&old.hashes, &new.hashes);
        Self { words: pairs.into_iter().map(|(o, n)| (old.spans[o], new.spans[n])).collect() }
    }

    /// Of one word each, in the old text and in the new one, ascending in both.
    pub fn words(&self) -> &[(Span, Span)] {
        &self.words
    }

    /// Where `span` of `old` went in `new`, the texts that the map was made of; none if none of its words is left.
    pub fn find(&self, old: &str, new: &str, span: Span) -> Option<Moved> {
        let start = self.words.partition_point(|(word, _)| word.end <= span.start);
        let end = self.words.partition_point(|(word, _)| word.start < span.end);
        let kept = self.words.get(start..end)?;
        let ((old_first, new_first), (old_last, new_last)) = (*kept.first()?, *kept.last()?);
        let before = same_end(
            old.get(span.start as usize..old_first.start as usize).unwrap_or(""),
            &new[..new_first.start as usize],
        );
        let after =
            same_start(old.get(old_last.end as usize..span.end as usize).unwrap_or(""), &new[new_last.end as usize..]);
        let found = Span { start: new_first.start - before, end: new_last.end + after };
        let of = count(span.text(old));
        Some(Moved { span: found, kept: kept.len(), of, now: count(found.text(new)) })
    }
}

fn count(text: &str) -> usize {
    let mut words = 0;
    normal::words(text, |_| words += 1);
    words
}

/// Bytes of the characters at the start that are the same.
fn same_start(one: &str, other: &str) -> u32 {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    same.map(|(letter, _)| letter.len_utf8() as u32).sum()
}

fn same_end(one: &str, other: &str) -> u32 {
    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b);
    same.map(|(letter, _)| letter.len_utf8() as u32).sum()
}

struct Words {
    hashes: Vec<u64>,
    spans: Vec<Span>,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self { hashes: Vec::new(), spans: Vec::new() };
        normal::words(text, |word| {
            words.hashes.push(word.hash);
            words.spans.push(word.span);
        });
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn find<'a>(old: &str, new: &'a str, words: &str) -> Option<&'a str> {
        let start = old.find(words).unwrap();
        let map = PlaceMap::new(old, new);
        map.find(old, new, Span::new(start, start + words.len())).map(|moved| moved.span.text(new))
    }

    #[test]
    fn a_place_is_found_where_its_words_went() {
        let old = "He spoke of sanctions. “No deal,” she said. Later they left Geneva.";
        let new = "Updated. He spoke at length of sanctions. «No new deal», she said! They left Geneva.";
        assert_eq!(find(old, new, "sanctions."), Some("sanctions."));
        assert_eq!(find(old, new, "“No deal,”"), Some("No new deal"));
        assert_eq!(find(old, new, "they left Geneva."), Some("They left Geneva."));
        assert_eq!(find(old, "Something else was written.", "sanctions"), None);
    }

    #[test]
    fn the_words_that_are_left_are_counted() {
        let (old, new) = ("one two three four", "one two 3 four five");
        let moved = PlaceMap::new(old, new).find(old, new, Span::new(4, 18)).unwrap();
        assert_eq!((moved.kept, moved.of, moved.now), (2, 3, 3));
        assert_eq!(moved.span.text(new), "two 3 four");
    }

    proptest! {
        #[test]
        fn in_an_unchanged_text_every_word_stays(text in "[a-c€ .]{1,60}", a in 0..60_usize, b in 0..60_usize) {
            let Some(span) = Span::of(&text, a.min(b)..a.max(b)) else { return Ok(()) };
            let found = PlaceMap::new(&text, &text).find(&text, &text, span);
            if let Some(moved) = found {
                prop_assert!(moved.kept >= moved.of);
                prop_assert!(moved.span.start <= span.start.max(moved.span.start) && moved.span.end >= span.end);
            } else {
                prop_assert_eq!(count(span.text(&text)), 0);
            }
        }
    }
}
