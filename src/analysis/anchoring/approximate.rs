//! Where a text holds something like a pattern: bit-parallel edit distance (Myers 1999, in blocks after Hyyrö 2003).
//!
//! Plain words of 64 rows, all blocks at every letter: a quote has a few hundred letters, so that cutting off hopeless
//! blocks would save little. Leaves out what to make of a hit.

use rustc_hash::FxHashMap;
use std::ops::Range;

const ROWS: usize = 64;
/// Letters of the text times blocks of the pattern that one search may take: some milliseconds. A sentence is searched
/// for in a book, a whole article in one page.
const MOST_STEPS: usize = 3_000_000;

/// A part of a text that differs from the pattern in `errors` letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub range: Range<usize>,
    pub errors: usize,
}

/// Letters to change, add and remove to make one text of the other.
pub(super) fn distance(one: &[char], other: &[char]) -> usize {
    let (shorter, longer) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if shorter.is_empty() {
        return longer.len();
    }
    let mut column = Column::new(shorter);
    for letter in longer {
        column.step(*letter, 1);
    }
    column.errors
}

/// The best `most` places that differ in at most `most_errors` letters and are half a pattern apart, best first, then
/// in the order of the text. None if the search would take more than [`MOST_STEPS`].
pub(super) fn search(pattern: &[char], text: &[char], most_errors: usize, most: usize) -> Vec<Hit> {
    if pattern.is_empty() || pattern.len().div_ceil(ROWS) * text.len() > MOST_STEPS {
        return Vec::new();
    }
    let apart = (pattern.len() / 2).max(1);
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut column = Column::new(pattern);
    for (at, letter) in text.iter().enumerate() {
        column.step(*letter, 0);
        if column.errors > most_errors {
            continue;
        }
        match ends.last_mut() {
            Some(last) if at + 1 - last.0 < apart => {
                if column.errors < last.1 {
                    *last = (at + 1, column.errors);
                }
            }
            _ => ends.push((at + 1, column.errors)),
        }
    }
    ends.sort_by_key(|(end, errors)| (*errors, *end));
    ends.truncate(most);
    let backwards: Vec<char> = pattern.iter().rev().copied().collect();
    ends.into_iter().map(|(end, errors)| Hit { range: start_of(&backwards, text, end, errors)..end, errors }).collect()
}

/// The least errors of any place in `text`.
pub(super) fn least_errors(pattern: &[char], text: &[char]) -> usize {
    if pattern.is_empty() {
        return 0;
    }
    let mut column = Column::new(pattern);
    let mut least = pattern.len();
    for letter in text {
        column.step(*letter, 0);
        least = least.min(column.errors);
    }
    least
}

/// Where the place that ends at `end` with so many errors starts: the pattern is read backwards from there.
fn start_of(backwards: &[char], text: &[char], end: usize, errors: usize) -> usize {
    let first = end.saturating_sub(backwards.len() + errors);
    let mut column = Column::new(backwards);
    let (mut best, mut start) = (backwards.len(), end);
    for at in (first..end).rev() {
        column.step(text[at], 1);
        if column.errors < best {
            (best, start) = (column.errors, at);
        }
    }
    start
}

/// One column of the table of distances: of all starts of the pattern, to the text up to here.
struct Column {
    /// By letter, then block: the rows that have it.
    rows: FxHashMap<char, Vec<u64>>,
    none: Vec<u64>,
    /// Rows that are one more, and one less, than the row above.
    more: Vec<u64>,
    less: Vec<u64>,
    /// Of the last row, in the last block.
    last: u64,
    /// Of the whole pattern.
    errors: usize,
}

impl Column {
    fn new(pattern: &[char]) -> Self {
        let blocks = pattern.len().div_ceil(ROWS);
        let mut rows: FxHashMap<char, Vec<u64>> = FxHashMap::default();
        for (row, letter) in pattern.iter().enumerate() {
            rows.entry(*letter).or_insert_with(|| vec![0; blocks])[row / ROWS] |= 1 << (row % ROWS);
        }
        let last = 1 << ((pattern.len() - 1) % ROWS);
        Self { rows, none: vec![0; blocks], more: vec![!0; blocks], less: vec![0; blocks], last, errors: pattern.len() }
    }

    /// Goes on by one letter of the text. `above` is what the row above the first grows by: 0 lets a place start
    /// anywhere, 1 keeps it at the start of the text.
    fn step(&mut self, letter: char, above: i8) {
        let rows = self.rows.get(&letter).unwrap_or(&self.none);
        let blocks = rows.len();
        let mut carry = above;
        for (block, equal) in rows.iter().enumerate() {
            let (more, less) = (self.more[block], self.less[block]);
            let (up, down) = (u64::from(carry > 0), u64::from(carry < 0));
            let diagonal = equal | less;
            let equal = equal | down;
            let across = (((equal & more).wrapping_add(more)) ^ more) | equal;
            let (grows, falls) = (less | !(across | more), more & across);
            let end = if block + 1 == blocks { self.last } else { 1 << (ROWS - 1) };
            carry = i8::from(grows & end != 0) - i8::from(falls & end != 0);
            let (grows, falls) = (grows << 1 | up, falls << 1 | down);
            self.more[block] = falls | !(diagonal | grows);
            self.less[block] = grows & diagonal;
        }
        self.errors = self.errors.saturating_add_signed(isize::from(carry));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    /// The table of distances, written out. A place may start anywhere if `free`.
    fn table(pattern: &[char], text: &[char], free: bool) -> Vec<usize> {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut ends = vec![pattern.len()];
        for (at, letter) in text.iter().enumerate() {
            let mut next = vec![if free { 0 } else { at + 1 }];
            for (row, other) in pattern.iter().enumerate() {
                let same = column[row] + usize::from(letter != other);
                next.push(same.min(column[row + 1] + 1).min(next[row] + 1));
            }
            ends.push(next[pattern.len()]);
            column = next;
        }
        ends
    }

    #[test]
    fn a_quote_with_errors_is_found_where_it_stands() {
        let text = letters("He said that all sanctons would be lifted. No more.");
        let hits = search(&letters("sanctions would be lifted"), &text, 5, 3);
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].errors, 1);
        assert_eq!(text[hits[0].range.clone()].iter().collect::<String>(), "sanctons would be lifted");
        assert_eq!(search(&letters("ransomware"), &text, 3, 3), []);
        assert_eq!(search(&[], &text, 3, 3), []);
    }

    proptest! {
        #[test]
        fn distances_are_those_of_the_table(one in "[a-c]{0,150}", other in "[a-c]{0,150}") {
            let (one, other) = (letters(&one), letters(&other));
            prop_assert_eq!(distance(&one, &other), table(&one, &other, false)[other.len()]);
            if !one.is_empty() {
                prop_assert_eq!(Some(least_errors(&one, &other)), table(&one, &other, true).into_iter().min());
            }
        }

        #[test]
        fn a_hit_has_the_errors_that_it_says(pattern in "[a-c]{1,90}", text in "[a-c]{0,200}", most in 0..40_usize) {
            let (pattern, text) = (letters(&pattern), letters(&text));
            for hit in search(&pattern, &text, most, 3) {
                prop_assert!(hit.errors <= most);
                prop_assert_eq!(distance(&pattern, &text[hit.range.clone()]), hit.errors);
            }
        }
    }
}
