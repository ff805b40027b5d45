//! Joins two lines into one text: words broken with a hyphen are mended, hyphens that belong to a word stay.
//!
//! Whether a hyphen belongs to a word is asked of the file's own words first. Left out: dictionaries.

use rustc_hash::FxHashSet;

/// First parts of words that are written with a hyphen before a small letter.
const FIRST_PARTS: &[&str] = &[
    "all",
    "anti",
    "cease",
    "co",
    "counter",
    "cross",
    "ex",
    "far",
    "five",
    "four",
    "full",
    "half",
    "hard",
    "high",
    "ill",
    "large",
    "long",
    "low",
    "mid",
    "multi",
    "non",
    "one",
    "open",
    "post",
    "pro",
    "self",
    "semi",
    "short",
    "small",
    "so",
    "soft",
    "then",
    "three",
    "two",
    "well",
    "вице",
    "генерал",
    "по",
    "премьер",
    "северо",
    "экс",
    "юго",
];
/// Last parts that are written after a hyphen.
const LAST_PARTS: &[&str] = &["то", "либо", "нибудь", "таки", "based", "led", "backed", "wide", "term"];
/// Words after a hyphen that stands for a part left out: "Nord- und Ostsee".
const AND: &[&str] = &["and", "or", "und", "oder", "bis", "sowie", "и", "или", "to"];

/// The words of a file, in small letters.
#[derive(Default)]
pub(super) struct Vocabulary(FxHashSet<String>);

impl Vocabulary {
    /// Takes up the words of a line but its last, which may be broken, and its first, which may be the rest of one.
    pub fn learn(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        for word in words.iter().skip(1).rev().skip(1) {
            let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            self.0.insert(bare.to_lowercase());
        }
    }

    /// Adds `line` to `text`.
    pub fn join(&self, text: &mut String, line: &str) {
        let next: String = line.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '-').collect();
        let before = text.trim_end_matches('\u{ad}');
        if before.len() < text.len() {
            text.truncate(before.len());
        } else if let Some(before) = broken(text) {
            if AND.contains(&next.as_str()) {
                text.push(' ');
            } else if !self.keeps_hyphen(before, &next) {
                text.pop();
            }
        } else if !text.is_empty() && !is_tight(text) {
            text.push(' ');
        }
        text.push_str(line);
    }

    fn keeps_hyphen(&self, before: &str, next: &str) -> bool {
        if !next.starts_with(char::is_lowercase) || !before.ends_with(char::is_lowercase) {
            return true;
        }
        let (before, next) = (before.to_lowercase(), next.to_lowercase());
        if self.0.contains(&format!("{before}-{next}")) {
            return true;
        }
        if self.0.contains(&format!("{before}{next}")) {
            return false;
        }
        FIRST_PARTS.contains(&before.as_str()) || LAST_PARTS.contains(&next.as_str())
    }
}

/// The last word, if it ends with a hyphen.
fn broken(text: &str) -> Option<&str> {
    let before = text.strip_suffix('-')?;
    let start = before.rfind(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let word =
        start.map_or(before, |start| before[start..].trim_start_matches(|letter: char| !letter.is_alphanumeric()));
    (!word.is_empty()).then_some(word)
}

/// Whether the text ends with a dash right after a word, or in an address: no space comes after it.
fn is_tight(text: &str) -> bool {
    let mut back = text.chars().rev();
    let last = back.next();
    matches!(last, Some('–' | '—' | '/')) && back.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> String {
        let mut vocabulary = Vocabulary::default();
        lines.iter().for_each(|line| vocabulary.learn(line));
        let mut text = String::new();
        lines.iter().for_each(|line| vocabulary.join(&mut text, line));
        text
    }

    #[test]
    fn broken_words_are_mended_and_hyphens_of_names_stay() {
        for (lines, expected) in [
            (&["the nego-", "tiations go on"][..], "the negotiations go on"),
            (&["nego\u{ad}", "tiations"], "negotiations"),
            (&["the Russia-", "NATO talks"], "the Russia-NATO talks"),
            (&["a US-", "Russia call"], "a US-Russia call"),
            (&["the 2021-", "born talks"], "the 2021-born talks"),
            (&["a well-", "known fact"], "a well-known fact"),
            (&["die Nord-", "und Ostsee"], "die Nord- und Ostsee"),
            (&["die Außen-", "minister kamen"], "die Außenminister kamen"),
            (&["перего-", "воры"], "переговоры"),
            (&["что-", "то"], "что-то"),
            (&["he said –", "and left"], "he said – and left"),
            (&["Moscow–", "Kyiv"], "Moscow–Kyiv"),
        ] {
            assert_eq!(joined(lines), expected);
        }
    }

    #[test]
    fn the_file_itself_says_how_a_word_is_written() {
        assert_eq!(joined(&["a trade-off is a trade-", "off here"]), "a trade-off is a trade-off here");
        assert_eq!(joined(&["they cooperate now, co-", "operate then"]), "they cooperate now, cooperate then");
    }
}
