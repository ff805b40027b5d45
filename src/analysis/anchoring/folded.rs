//! A text as it is compared: in lower case, white space as one blank, quotation marks and dashes as one kind each.
//!
//! What print may change is no change of a quote. Every letter knows the bytes that it came from.

use super::approximate::distance;
use crate::model::Span;
use std::ops::Range;

/// What likeness is counted in: 1000 is the same.
pub(super) const SAME: usize = 1_000;
/// Letters up to which likeness is measured letter by letter; longer ones are compared by this much at either end.
const MEASURED: usize = 8_000;

#[derive(Debug, Default)]
pub(super) struct Folded {
    pub letters: Vec<char>,
    /// Of each letter; the white space after it belongs to the next.
    spans: Vec<Span>,
}

impl Folded {
    pub fn of(text: &str) -> Self {
        let mut folded = Self { letters: Vec::with_capacity(text.len()), spans: Vec::with_capacity(text.len()) };
        for (at, letter) in text.char_indices() {
            let Some(letter_folded) = fold(letter) else { continue };
            if letter_folded == ' ' && folded.letters.last().is_none_or(|last| *last == ' ') {
                continue;
            }
            folded.letters.push(letter_folded);
            folded.spans.push(Span::new(at, at + letter.len_utf8()));
        }
        folded
    }

    /// The bytes of these letters.
    pub fn span(&self, range: &Range<usize>) -> Span {
        match self.spans.get(range.clone()) {
            Some([first, .., last]) => Span { start: first.start, end: last.end },
            Some([one]) => *one,
            _ => Span::default(),
        }
    }

    /// The letters of these bytes.
    pub fn range(&self, span: Span) -> Range<usize> {
        let start = self.spans.partition_point(|letter| letter.end <= span.start);
        start..self.spans.partition_point(|letter| letter.start < span.end).max(start)
    }

    /// Where exactly these letters stand, at most `most` times.
    pub fn find_all(&self, pattern: &[char], most: usize) -> Vec<Range<usize>> {
        let Some(first) = pattern.first() else { return Vec::new() };
        let starts = self.letters.iter().enumerate().filter(|(_, letter)| *letter == first);
        let found = starts.filter(|(at, _)| self.letters[*at..].starts_with(pattern));
        found.take(most).map(|(at, _)| at..at + pattern.len()).collect()
    }
}

/// A quote as it is searched for, without blanks at its ends.
pub(super) fn folded(text: &str) -> Vec<char> {
    Folded::of(text.trim()).letters
}

/// How like two texts are, in thousandths.
pub(super) fn likeness(one: &[char], other: &[char]) -> usize {
    let longer = one.len().max(other.len());
    if longer == 0 {
        return SAME;
    }
    if longer <= MEASURED {
        return SAME - SAME * distance(one, other) / longer;
    }
    let half = MEASURED / 2;
    let ends = |text: &[char]| {
        let end = text.len().saturating_sub(half);
        (text[..half.min(text.len())].to_vec(), text[end..].to_vec())
    };
    let (one_ends, other_ends) = (ends(one), ends(other));
    let length = SAME * one.len().min(other.len()) / longer;
    length.min((likeness(&one_ends.0, &other_ends.0) + likeness(&one_ends.1, &other_ends.1)) / 2)
}

fn fold(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' | '0'..='9' => letter,
        'A'..='Z' => letter.to_ascii_lowercase(),
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '´' | 'ʼ' | '`' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        'ё' | 'Ё' => 'е',
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{301}' => return None,
        _ if letter.is_whitespace() => ' ',
        _ => letter.to_lowercase().next().unwrap_or(letter),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_print_changes_is_folded_away() {
        assert_eq!(folded(" “It’s – over”,\n\n he said "), folded("\"IT'S — over\", he  said"));
        assert_ne!(folded("Iran"), folded("Iraq"));
    }

    #[test]
    fn letters_know_their_bytes() {
        let text = "«Да»,\n  сказал он.";
        let folded = Folded::of(text);
        let found = folded.find_all(&super::folded("сказал"), 9);
        assert_eq!(found.len(), 1);
        let span = folded.span(&found[0]);
        assert_eq!(span.text(text), "сказал");
        assert_eq!(folded.range(span), found[0]);
    }

    #[test]
    fn likeness_is_the_share_of_letters_that_stay() {
        let of = |one: &str, other: &str| likeness(&folded(one), &folded(other));
        assert_eq!(of("Geneva", "geneva"), SAME);
        assert_eq!(of("abcd", "abxd"), 750);
        assert_eq!(of("", "abc"), 0);
        let long = "All talks are long. ".repeat(900);
        assert_eq!(of(&long, &long), SAME);
        assert!(of(&long, "All talks are long.") < 10);
    }
}
