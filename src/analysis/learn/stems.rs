//! The stem of a word as it stands in a text, for learning.
//!
//! Stems of all languages are one set: a name that is written alike in two languages speaks for a topic in both.

use super::stop_words::is_stop_word;
use crate::model::{Language, Span};
use crate::text::{stems, words};

/// A shorter word, in letters, is an initial or a remainder.
const SHORTEST_WORD: usize = 2;
/// In a language without a stemmer the forms of a word mostly share so many letters at their beginning.
const LETTERS_OF_UNKNOWN: usize = 6;

/// A stem of a [`super::StemTable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct StemId(pub u32);

impl StemId {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// `None` for a word that says nothing about a topic: a stop word, a number, an initial.
pub(super) fn stem_of(language: Language, word: &str) -> Option<String> {
    let folded = words::fold(&words::clean(word));
    let letters = folded.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters < SHORTEST_WORD || is_stop_word(language, &folded) {
        return None;
    }
    Some(match language {
        Language::Other => folded.chars().take(LETTERS_OF_UNKNOWN).collect(),
        _ => stems::stem(language, &folded),
    })
}

/// The words of a part of a text that have a stem, each with it.
pub(super) fn stemmed_words(language: Language, text: &str, part: Span) -> Vec<(Span, String)> {
    let mut spans = Vec::new();
    words::words(part.text(text), part.start as usize, language, &mut spans);
    spans.into_iter().filter_map(|span| Some((span, stem_of(language, span.text(text))?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem_and_empty_words_have_none() {
        let stems = |language, text: &str| -> Vec<String> {
            stemmed_words(language, text, Span::new(0, text.len())).into_iter().map(|(_, stem)| stem).collect()
        };
        assert_eq!(stems(Language::English, "The 30 sanctions, a SANCTION"), ["sanction", "sanction"]);
        assert_eq!(stems(Language::Russian, "санкции, о санкциях"), ["санкц", "санкц"]);
        assert_eq!(stems(Language::Other, "sankcjami sankcjom 2021"), ["sankcj", "sankcj"]);
    }
}
