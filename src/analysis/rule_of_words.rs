//! A first rule for a new topic, from words that the reader has selected or searched for.
//!
//! Few words become a phrase; of many, those that say something must be in one sentence. The reader sees what it
//! finds before it is applied, and may change it: nothing is guessed here beyond the look of the words.

use crate::model::{Language, Rule, WordSets};
use crate::text::{is_common, words};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Words next to each other that other articles may have as well. More are the wording of one.
const LONGEST_PHRASE: usize = 5;
/// Words of a longer text that the rule asks for.
const MOST_WORDS: usize = 4;

/// A rule that links the sentence that `text` was taken from, for articles in its language; `None` if it has no
/// words. `opens_sentence`: whether the text begins where a sentence does, so that its capital tells nothing.
pub fn rule_of_words(text: &str, language: Language, opens_sentence: bool) -> Option<String> {
    let mut spans = Vec::new();
    words::words(text, 0, language, &mut spans);
    let mut found: Vec<String> = spans.iter().map(|span| words::clean(span.text(text))).collect();
    found.retain(|word| !word.is_empty());
    // A line in capitals tells no names either.
    let shouted = found.len() > 1 && !found.iter().any(|word| word.chars().any(char::is_lowercase));
    let written: Vec<String> = found
        .iter()
        .enumerate()
        .map(|(number, word)| {
            let plain = shouted || language == Language::German || (number == 0 && opens_sentence);
            written(word, shouted, plain)
        })
        .collect();
    let rule = if written.len() <= LONGEST_PHRASE { written.join(" ") } else { telling(written).join(" and ") };
    let label = if language == Language::Other { String::new() } else { format!("{}: ", language.code()) };
    let rule = format!("{label}{rule}");
    Rule::parse(&rule, &WordSets::new()).is_ok().then_some(rule)
}

/// The words that tell most of what a text is about, each once, in its order: names and numbers before other words,
/// long ones before short ones.
fn telling(words: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut ranked: Vec<(bool, Reverse<usize>, usize, String)> = Vec::new();
    for (number, word) in words.into_iter().enumerate() {
        let letters = word.chars().count();
        let folded = words::fold(&word);
        if letters > 1 && !is_common(&folded) && seen.insert(folded) {
            ranked.push((word.starts_with(char::is_lowercase), Reverse(letters), number, word));
        }
    }
    ranked.sort();
    ranked.truncate(MOST_WORDS);
    ranked.sort_by_key(|(.., number, _)| *number);
    ranked.into_iter().map(|(.., word)| word).collect()
}

/// A word as a rule has it: `sanction`, `Vienna`, `=US`. `plain`: its capital tells nothing.
fn written(word: &str, shouted: bool, plain: bool) -> String {
    let is_short_form = word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase);
    if is_short_form && !shouted {
        return format!("={word}");
    }
    let word = if plain { word.to_lowercase() } else { word.to_owned() };
    // Words such as `near` mean something else in a rule.
    if Rule::parse(&word, &WordSets::new()).is_ok() { word } else { format!("={word}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rule(text: &str, language: Language) -> String {
        rule_of_words(text, language, false).expect("a rule")
    }

    #[test]
    fn a_few_words_are_a_phrase() {
        assert_eq!(rule("“sanctions” against Nord Stream", Language::English), "en: sanctions against Nord Stream");
        assert_eq!(rule("the U.S. and near allies", Language::English), "en: the =US =and =near allies");
        assert_eq!(rule("красные линии", Language::Russian), "ru: красные линии");
        assert_eq!(rule("build-up", Language::Other), "build up");
    }

    #[test]
    fn a_capital_counts_only_where_it_tells_a_name() {
        assert_eq!(rule_of_words("Sanctions of NATO", Language::English, true).unwrap(), "en: sanctions of =NATO");
        assert_eq!(rule("TALKS IN GENEVA", Language::English), "en: talks in geneva");
        assert_eq!(rule("die neuen Sanktionen", Language::German), "de: die neuen sanktionen");
    }

    #[test]
    fn of_a_long_text_the_telling_words_are_asked_for() {
        let found = rule("the two sides will meet again in Geneva on January 10, in Geneva", Language::English);
        assert_eq!(found, "en: sides and Geneva and January and 10");
    }

    #[test]
    fn no_words_make_no_rule() {
        assert_eq!(rule_of_words("… — !", Language::English, false), None);
    }

    proptest! {
        #[test]
        fn whatever_is_selected_the_rule_is_sound(text in "(\\PC{0,3}|and|near|except|after|unless|weak|ru|:| |[aЯ'’.\u{301}-]){0,12}") {
            for language in Language::ALL {
                if let Some(rule) = rule_of_words(&text, language, true) {
                    prop_assert!(Rule::parse(&rule, &WordSets::new()).is_ok());
                }
            }
            let has_letters = text.chars().any(|letter| letter.is_ascii_lowercase());
            let few = text.split(|letter: char| !letter.is_alphanumeric()).count() <= LONGEST_PHRASE;
            prop_assert!(!(has_letters && few) || rule_of_words(&text, Language::Russian, false).is_some(), "{text}");
        }
    }
}
