//! Which forms of a word are one word, by language.
//!
//! Stemmers are Snowball's. They cut some Russian nouns in two ways ("план", "плана"), so nouns and names
//! of the Slavic languages are also matched as a root with a case ending; that needs no dictionary.
//! All functions take folded words and are called once per different word.

use crate::model::Language;
use snowball_stemmers_rs::{Algorithm, Stemmer};

/// A root shorter than this, in letters, has no endings: too many other words begin so.
const SHORTEST_ROOT: usize = 3;

/// Case and number endings of nouns and adjectives.
const RUSSIAN: &str = "а я у ю о е и ы й ь ью ом ем им ым ой ей ою ею ая яя ое ее ую юю ые ие ых их ого его ому ему \
                       ыми ими ам ям ами ями ах ях ов ев ий ый";
const UKRAINIAN: &str = "а я у ю о е є и і ї й ь ю ом ем єм им їм ою ею єю ів їв ові еві єві ам ям ами ями ах ях ий ій \
                         ої ого ому ими их а у е ю і єї ію";
/// Endings that the first form has, longest first; what is left is the root.
const FIRST_FORMS: &str = "ий ый ой ій ая яя ое ее а я о е є и ы і ї й ь";

/// The part that the forms of a word have in common; the word itself in a language without a stemmer.
pub fn stem(language: Language, word: &str) -> String {
    let algorithm = match language {
        Language::English => Algorithm::English,
        Language::Russian => Algorithm::Russian,
        Language::Ukrainian => Algorithm::Ukrainian,
        Language::German => Algorithm::German,
        Language::French => Algorithm::French,
        Language::Other => return word.to_owned(),
    };
    Stemmer::create(algorithm).stem(word).into_owned()
}

fn endings(language: Language) -> Option<&'static str> {
    match language {
        Language::Russian => Some(RUSSIAN),
        Language::Ukrainian => Some(UKRAINIAN),
        _ => None,
    }
}

/// The root of a noun, adjective or name given in its first form; `None` where the language has no case endings
/// or the root would be too short.
pub fn root(language: Language, word: &str) -> Option<&str> {
    endings(language)?;
    let cut = FIRST_FORMS.split(' ').find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    (cut.chars().count() >= SHORTEST_ROOT).then_some(cut)
}

/// All roots that a word of a text may have: itself, and itself without each ending that it has.
pub fn roots(language: Language, word: &str) -> Vec<&str> {
    let Some(endings) = endings(language) else { return Vec::new() };
    let mut roots = vec![word];
    roots.extend(endings.split_ascii_whitespace().filter_map(|ending| word.strip_suffix(ending)));
    roots.retain(|root| root.chars().count() >= SHORTEST_ROOT);
    roots.sort_unstable();
    roots.dedup();
    roots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(language: Language, first_form: &str, form: &str) -> bool {
        let root = root(language, first_form).expect("a Slavic word");
        roots(language, form).contains(&root)
    }

    #[test]
    fn russian_names_are_found_in_all_cases() {
        for form in ["иран", "ирана", "ирану", "ираном", "иране"] {
            assert!(same(Language::Russian, "иран", form), "{form}");
        }
        for form in ["зеленского", "зеленскому", "зеленским", "зеленский"] {
            assert!(same(Language::Russian, "зеленский", form), "{form}");
        }
        assert!(same(Language::Russian, "женева", "женеве"));
        assert!(!same(Language::Russian, "иран", "иранский"));
        assert!(same(Language::Ukrainian, "україна", "україною"));
    }

    #[test]
    fn short_words_have_no_endings() {
        assert_eq!(root(Language::Russian, "си"), None);
        assert_eq!(root(Language::English, "iran"), None);
    }

    #[test]
    fn english_forms_share_a_stem() {
        let stem = |word| stem(Language::English, word);
        assert_eq!(stem("sanctions"), stem("sanction"));
        assert_ne!(stem("russia"), stem("russian"));
    }
}
