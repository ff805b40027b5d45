//! What stands before a line's text: the mark of a list's item, or of a note.
//!
//! Whether the line is an item is settled elsewhere: a number may as well begin a sentence.

/// Bytes of the longest mark of a note: three raised digits.
const MARK_BYTES: usize = 9;

/// What stands before an item of a list.
pub(super) struct Marker {
    /// Bytes, with the space after it.
    pub length: usize,
    pub is_dash: bool,
    /// A picture that says nothing, unlike a number.
    pub is_bullet: bool,
}

pub(super) fn marker(text: &str) -> Option<Marker> {
    let (first, rest) = text.split_once(' ')?;
    let length = text.len() - rest.trim_start().len();
    let mut letters = first.chars();
    let (one, two) = (letters.next()?, letters.next());
    let is_bullet = two.is_none() && "•●○◦▪■□‣∙·➢✓❖♦".contains(one);
    let is_dash = two.is_none() && "-–—*".contains(one);
    let number = first.trim_start_matches('(').strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = first.ends_with(')') && number.chars().count() == 1 && number.chars().all(char::is_alphabetic);
    (is_bullet || is_dash || is_number || is_letter).then_some(Marker { length, is_dash, is_bullet })
}

/// The text after the mark of a note, which stands close before it in some files.
pub(super) fn without_mark(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|letter: char| "¹²³⁴⁵⁶⁷⁸⁹⁰*†‡".contains(letter) || letter.is_ascii_digit());
    let apart = rest.starts_with([' ', '.', ')']) || rest.starts_with(char::is_uppercase);
    ((1..=MARK_BYTES).contains(&(text.len() - rest.len())) && apart).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_bullets_are_marks_and_words_are_not() {
        for text in ["• a treaty", "1. a treaty", "(2) a treaty", "b) a treaty", "– a treaty"] {
            assert!(marker(text).is_some(), "{text}");
        }
        for text in ["2021. A treaty", "Mr. Smith", "a treaty", "•"] {
            assert!(marker(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_note_is_known_by_its_mark_with_or_without_a_space() {
        assert_eq!(without_mark("1The house"), Some("The house"));
        assert_eq!(without_mark("¹² The house"), Some(" The house"));
        assert_eq!(without_mark("14days of talks"), None);
        assert_eq!(without_mark("The house"), None);
    }
}
