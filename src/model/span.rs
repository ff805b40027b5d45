//! Half-open ranges of bytes in an article, and their translation to code points at the border.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A half-open range of bytes in an article's text.
///
/// `u32` because a collection may hold millions of spans; no article is larger than 4 GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// A span of `text`; `None` if it is out of bounds or cuts a character.
    ///
    /// A wrong offset must not pass silently: a highlight that falls inside a Cyrillic letter
    /// would vanish from the screen with nothing to show why.
    pub fn of(text: &str, range: Range<usize>) -> Option<Self> {
        text.get(range.clone())?;
        Some(Self::new(range.start, range.end))
    }

    /// A span whose bounds are known to be right because they were cut from the text.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Self { start: start as u32, end: end as u32 }
    }

    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, byte: usize) -> bool {
        self.range().contains(&byte)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The part of `self` inside `other`.
    pub fn clip(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }

    /// The words of this span in `text`.
    pub fn text(self, text: &str) -> &str {
        &text[self.range()]
    }
}

/// Bytes between two entries of the table in [`CodePoints`].
const STRIDE: usize = 256;

/// Translates between bytes and Unicode code points of one text.
///
/// A table of the count at every 256th byte: both directions then look at 256 bytes at most.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points that start before byte `i * STRIDE`.
    before: Vec<u32>,
}

impl<'a> CodePoints<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for block in text.as_bytes().chunks(STRIDE) {
            before.push(count);
            count += count_starts(block);
        }
        before.push(count);
        Self { text, before }
    }

    /// Code points before `byte`.
    pub fn from_byte(&self, byte: usize) -> usize {
        let block = (byte / STRIDE).min(self.before.len() - 1);
        let start = (block * STRIDE).min(byte);
        self.before[block] as usize + count_starts(&self.text.as_bytes()[start..byte]) as usize
    }

    /// The byte where code point `point` starts; `None` past the end of the text.
    pub fn to_byte(&self, point: usize) -> Option<usize> {
        let block = self.before.partition_point(|&count| count as usize <= point) - 1;
        let mut left = point - self.before[block] as usize;
        let start = (block * STRIDE).min(self.text.len());
        for (offset, byte) in self.text.as_bytes()[start..].iter().enumerate() {
            if is_start(*byte) {
                if left == 0 {
                    return Some(start + offset);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(self.text.len())
    }

    /// A span as half-open code points, the unit of everything that leaves the program.
    pub fn of(&self, span: Span) -> (usize, usize) {
        (self.from_byte(span.start as usize), self.from_byte(span.end as usize))
    }
}

fn is_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

fn count_starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| is_start(**byte)).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_span_inside_a_character_is_refused() {
        assert!(Span::of("Київ", 1..4).is_none());
        assert_eq!(Span::of("Київ", 2..4), Some(Span { start: 2, end: 4 }));
    }

    proptest! {
        #[test]
        fn code_points_go_there_and_back(text in "[a-zжії€𝕏 ]{0,900}") {
            let points = CodePoints::new(&text);
            for (point, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.from_byte(byte), point);
                prop_assert_eq!(points.to_byte(point), Some(byte));
            }
            prop_assert_eq!(points.from_byte(text.len()), text.chars().count());
            prop_assert_eq!(points.to_byte(text.chars().count()), Some(text.len()));
            prop_assert_eq!(points.to_byte(text.chars().count() + 1), None);
        }
    }
}
