//! Checking one rule while it is being written: what is wrong, and which of its words to mark.

use super::{Mistake, TopicFile, TreeError, resolve_sets};
use crate::model::rule::{Rule, RuleError, WordSets};
use std::ops::Range;

/// A mistake in a rule, as an editor marks it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct RuleMistake {
    /// Bytes of the rule's text. Empty, at its end, where something is missing there.
    pub range: Range<usize>,
    pub message: String,
}

impl TopicFile {
    /// The word sets that its rules may use.
    ///
    /// # Errors
    /// If a set has a mistake. The message names the set.
    pub fn word_sets(&self) -> Result<WordSets, TreeError> {
        resolve_sets(&self.sets).map_err(Mistake::without_file)
    }
}

/// Reads a rule; `sets` are those that it may use ([`TopicFile::word_sets`]).
pub fn check_rule(text: &str, sets: &WordSets) -> Result<Rule, RuleMistake> {
    Rule::parse(text, sets).map_err(|RuleError { at, message }| RuleMistake { range: sign_at(text, at), message })
}

/// The bytes of the word or sign whose first character is the one with this number.
fn sign_at(text: &str, at: usize) -> Range<usize> {
    let in_word = |letter: char| letter.is_alphanumeric() || "-'’_".contains(letter);
    let start = text.char_indices().nth(at).map_or(text.len(), |(start, _)| start);
    let mut letters = text[start..].chars();
    let Some(first) = letters.next() else { return start..start };
    let mut end = start + first.len_utf8();
    // `@russia`, `=US` and `~2` are marked whole.
    if in_word(first) || "@=~".contains(first) {
        end += letters.take_while(|letter| in_word(*letter)).map(char::len_utf8).sum::<usize>();
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> &str {
        &text[check_rule(text, &WordSets::new()).expect_err("a mistake").range]
    }

    #[test]
    fn a_mistake_is_marked_at_its_word() {
        assert_eq!(marked("Киев and @nobody"), "@nobody");
        assert_eq!(marked("é | b and=c"), "and");
        assert_eq!(marked("a near 900 b"), "900");
        assert_eq!(marked("a; b"), ";");
        assert_eq!(marked("xx: word"), "xx");
    }

    #[test]
    fn what_is_missing_at_the_end_is_marked_there() {
        let mistake = check_rule("(Вена", &WordSets::new()).expect_err("a mistake");
        assert_eq!((mistake.range, mistake.message.as_str()), (9..9, "expected `)`, found the end"));
    }

    #[test]
    fn the_sets_of_a_file_are_those_that_its_rules_may_use() {
        let mut file = TopicFile::default();
        file.sets.insert("kyiv".to_owned(), vec!["Kyiv | Kiev".to_owned()]);
        let sets = file.word_sets().expect("sound sets");
        assert!(check_rule("@kyiv and talks", &sets).is_ok());
        file.sets.insert("bad".to_owned(), vec!["a |".to_owned()]);
        assert!(file.word_sets().expect_err("a mistake").message.contains("\"bad\""));
    }
}
