//! Small questions about a line of text that several readers ask: where it ends, whether it ends a sentence.
//!
//! Nothing here knows of articles.

use std::ops::Range;

/// `range` without the white space (no-break spaces too) at both ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let start = range.start + inner.len() - inner.trim_start().len();
    start..start + inner.trim().len()
}

/// The text on one line, white space as single spaces.
pub(super) fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the line ends as a sentence ends, or is broken off as speech is in transcripts.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(|character: char| "\"'»”’“)]*_ ".contains(character));
    bare.ends_with(['.', '!', '?', '…', ',', ';', ':', '—', '–', '-', '。'])
}

/// Whether a line end between these two texts stands in the middle of a sentence.
pub(super) fn is_mid_sentence(before: &str, after: &str) -> bool {
    !ends_sentence(before.trim_end()) && after.trim_start().starts_with(char::is_lowercase)
}

/// The line without a bullet before it.
pub(super) fn without_bullet(line: &str) -> &str {
    line.trim_start_matches(|character: char| character.is_whitespace() || "•·*-–—▪►|".contains(character))
}

/// Words that hold a letter.
pub(super) fn words(line: &str) -> usize {
    line.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
}

/// Length in characters, counted no further than `limit`: lines may be 50 MB long.
pub(super) fn length_up_to(line: &str, limit: usize) -> usize {
    line.chars().take(limit).count()
}

pub(super) fn is_short(line: &str, limit: usize) -> bool {
    line.len() <= limit * 4 && length_up_to(line, limit + 1) <= limit
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
