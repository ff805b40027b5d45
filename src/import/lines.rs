//! Small questions about a line of text that several readers ask: where it ends, whether it ends a sentence.
//!
//! Nothing here knows of articles.

use std::ops::Range;

/// Bytes.
const LONGEST_CHARACTER: usize = 4;

/// `range` without the white space (no-break spaces too) at both ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let start = range.start + inner.len() - inner.trim_start().len();
    start..start + inner.trim().len()
}

/// The text on one line, white space as single spaces.
pub(super) fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    push_joined(&mut joined, text);
    joined
}

/// Adds the text on one line to another.
pub(super) fn push_joined(line: &mut String, text: &str) {
    if is_joined(text) {
        return line.push_str(text);
    }
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
}

/// Whether there is no white space but single spaces between words.
fn is_joined(text: &str) -> bool {
    let odd = |pair: (&u8, &u8)| is_control_space(*pair.0) | ((*pair.0 == b' ') & (*pair.1 == b' '));
    let (bytes, next) = (text.as_bytes(), text.as_bytes().get(1..).unwrap_or_default());
    let is_odd = || bytes.iter().zip(next).fold(false, |any, pair| any | odd(pair));
    !text.starts_with(' ') && !text.ends_with(char::is_whitespace) && !has_wide_space(text) && !is_odd()
}

/// Whether white space outside of ASCII stands in the text: no-break spaces, the wide ones of typesetters.
pub(super) fn has_wide_space(text: &str) -> bool {
    // In UTF-8 all of them begin with one of four bytes.
    let is_wide = |at: usize| text[at..].starts_with(char::is_whitespace);
    let bytes = text.as_bytes();
    memchr::memchr_iter(0xE2, bytes).any(is_wide) || memchr::memchr3_iter(0xC2, 0xE1, 0xE3, bytes).any(is_wide)
}

/// White space of ASCII.
pub(super) fn is_space(byte: u8) -> bool {
    (byte == b' ') | is_control_space(byte)
}

/// Tabs, line and page ends.
fn is_control_space(byte: u8) -> bool {
    byte.wrapping_sub(b'\t') <= b'\r' - b'\t'
}

/// Whether the line ends as a sentence ends, or is broken off as speech is in transcripts.
pub(super) fn ends_sentence(line: &str) -> bool {
    let closes = |character| matches!(character, '"' | '\'' | '»' | '”' | '’' | '“' | ')' | ']' | '*' | '_' | ' ');
    let bare = line.trim_end_matches(closes);
    bare.ends_with(['.', '!', '?', '…', ',', ';', ':', '—', '–', '-', '。'])
}

/// Whether a line end between these two texts stands in the middle of a sentence.
pub(super) fn is_mid_sentence(before: &str, after: &str) -> bool {
    !ends_sentence(before.trim_end()) && after.trim_start().starts_with(char::is_lowercase)
}

/// The line without a bullet before it.
pub(super) fn without_bullet(line: &str) -> &str {
    let is_bullet = |character| matches!(character, '•' | '·' | '*' | '-' | '–' | '—' | '▪' | '►' | '|');
    line.trim_start_matches(|character: char| character.is_whitespace() || is_bullet(character))
}

/// Those of `known`, which are in small letters, that the line begins with in any letters.
pub(super) fn beginnings<'k>(line: &str, known: &[&'k str]) -> impl Iterator<Item = &'k str> {
    let letters = line.chars().flat_map(char::to_lowercase);
    let first = letters.clone().next();
    let begins = move |words: &&str| {
        let follow = || words.chars().zip(letters.clone()).filter(|(known, letter)| known == letter).count();
        words.chars().next() == first && follow() == words.chars().count()
    };
    known.iter().copied().filter(begins)
}

/// Whether any digit stands in the text: no date and no time is without.
pub(super) fn has_digit(text: &str) -> bool {
    // Not `any`: without a way out in the middle, many bytes are looked at in one step.
    text.bytes().fold(false, |has, byte| has | byte.is_ascii_digit())
}

/// Words that hold a letter.
pub(super) fn words(line: &str) -> usize {
    line.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
}

/// Length in characters, counted no further than `limit`: lines may be 50 MB long.
pub(super) fn length_up_to(line: &str, limit: usize) -> usize {
    // So many bytes hold at least as many characters, and all of them are counted faster than one by one.
    let head = &line[..line.floor_char_boundary(limit * LONGEST_CHARACTER)];
    head.chars().count().min(limit)
}

/// Whether the line has at most `limit` characters.
pub(super) fn is_short(line: &str, limit: usize) -> bool {
    line.len() <= limit || line.len() <= limit * LONGEST_CHARACTER && line.chars().count() <= limit
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_break_spaces_are_trimmed_too() {
        let text = "\u{a0} Kyiv\u{a0}\n";
        assert_eq!(&text[trimmed(text, 0..text.len())], "Kyiv");
        assert!(trimmed("\u{a0}\t", 0..3).is_empty());
    }

    #[test]
    fn quotes_and_brackets_after_a_full_stop_do_not_hide_it() {
        assert!(ends_sentence("“We need guarantees.”"));
        assert!(ends_sentence("(Reporting by X.)"));
        assert!(!ends_sentence("Putin happy with “results”"));
    }

    proptest! {
        #[test]
        fn what_is_counted_in_many_bytes_at_once_is_what_is_counted_one_by_one(
            line in "([ab.]|[ \t\n]|[\u{a0}\u{85}\u{2003}\u{3000}]|[«“’éя的𝄞]){0,40}",
            limit in 0..20_usize,
        ) {
            prop_assert_eq!(joined(&line), line.split_whitespace().collect::<Vec<_>>().join(" "));
            prop_assert_eq!(length_up_to(&line, limit), line.chars().take(limit).count());
            prop_assert_eq!(is_short(&line, limit), line.chars().count() <= limit);
            prop_assert_eq!(has_wide_space(&line), line.chars().any(|letter| !letter.is_ascii() && letter.is_whitespace()));
        }
    }
}
