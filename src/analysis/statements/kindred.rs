//! What words stand for in reports on talks: families of words that are used for one another, the parties under their
//! many names, numbers written out, and the frame that every report has.
//!
//! In a folder of five articles the counts of the folder say little, so this small background says it: "lift", "cancel"
//! and "scrap" a restriction are one thing to do, Washington is the United States, "the president told reporters" is no
//! content. General words of such reports, not of any one event. A word in two families is of the first. Leaves out
//! everything that needs a sentence to be understood. Data by language is in [`super::families`].

use super::families::background;
use crate::model::Language;
use crate::text::{stems, words};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What one word of a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Kind {
    /// Joins other words, says nothing.
    Stop,
    /// Joins other words and turns their meaning round: "not", "never".
    Negation,
    Number(u32),
    /// A state or its government, by a name of ours.
    Party(&'static str),
    /// Of a family, by its place in the list of its language.
    Family(u16),
    /// "said", "press secretary": the report, not what is reported.
    Frame,
    Plain,
}

struct Lists {
    stop: FxHashSet<&'static str>,
    negations: FxHashSet<&'static str>,
    numbers: FxHashMap<&'static str, u32>,
    parties: FxHashMap<String, &'static str>,
    phrases: FxHashMap<(String, String), &'static str>,
    families: FxHashMap<String, u16>,
    frame: FxHashSet<String>,
    /// By stem: how common in any text, 0 most.
    common: FxHashMap<String, u8>,
    /// The same by family: its commonest word's.
    common_families: FxHashMap<u16, u8>,
    acts: FxHashSet<u16>,
    days: FxHashSet<String>,
    pronouns: FxHashSet<&'static str>,
    stage: FxHashSet<String>,
    speakers: FxHashSet<&'static str>,
}

impl Lists {
    fn of(language: Language) -> Self {
        let data = background(language);
        let stem = |word: &str| stems::stem(language, word);
        let mut families = FxHashMap::default();
        for (number, family) in (0..).zip(data.families.lines()) {
            for word in family.split_whitespace() {
                families.entry(stem(word)).or_insert(number);
            }
        }
        let mut numbers = FxHashMap::default();
        for (number, forms) in (2..).zip(data.numbers.split(',')) {
            numbers.extend(forms.split_whitespace().map(|form| (form, number)));
        }
        let mut parties = FxHashMap::default();
        let mut phrases = FxHashMap::default();
        for (party, names) in data.parties {
            for name in names.split(',').map(str::trim) {
                match name.split_once(' ') {
                    Some((first, second)) => phrases.insert((stem(first), stem(second)), *party),
                    None => parties.insert(stem(name), *party),
                };
            }
        }
        let mut common = FxHashMap::default();
        for (tier, words) in (0..).zip(data.common) {
            for word in words.split_whitespace() {
                common.entry(stem(word)).or_insert(tier);
            }
        }
        let mut common_families = FxHashMap::default();
        for (word, family) in &families {
            if let Some(tier) = common.get(word) {
                let own = common_families.entry(*family).or_insert(*tier);
                *own = (*own).min(*tier);
            }
        }
        Self {
            common,
            common_families,
            acts: data.acts.split_whitespace().filter_map(|word| families.get(&stem(word)).copied()).collect(),
            days: data.days.split_whitespace().map(stem).collect(),
            pronouns: data.pronouns.split_whitespace().collect(),
            stage: data.stage.split_whitespace().map(stem).collect(),
            speakers: data.speakers.split_whitespace().collect(),
            stop: data.stop.split_whitespace().collect(),
            negations: data.negations.split_whitespace().collect(),
            numbers,
            parties,
            phrases,
            families,
            frame: data.frame.split_whitespace().map(stem).collect(),
        }
    }
}

fn lists(language: Language) -> &'static Lists {
    static LISTS: LazyLock<[Lists; Language::ALL.len()]> = LazyLock::new(|| Language::ALL.map(Lists::of));
    &LISTS[language as usize]
}

/// What a folded word is, given its stem.
pub(in crate::analysis) fn kind_of(language: Language, folded: &str, stem: &str) -> Kind {
    let lists = lists(language);
    if let Some(number) = lists.numbers.get(folded) {
        Kind::Number(*number)
    } else if let Some(number) = number_of(folded) {
        Kind::Number(number)
    } else if lists.negations.contains(folded) || (language == Language::English && folded.ends_with("n't")) {
        Kind::Negation
    } else if let Some(party) = lists.parties.get(stem) {
        Kind::Party(party)
    } else if lists.stop.contains(folded) || folded.chars().nth(1).is_none() {
        Kind::Stop
    } else if let Some(family) = lists.families.get(stem) {
        Kind::Family(*family)
    } else if lists.frame.contains(stem) {
        Kind::Frame
    } else {
        Kind::Plain
    }
}

/// What else is known of a word.
#[derive(Clone, Copy)]
pub(super) struct Traits {
    /// How common it is in any text, 0 most.
    pub common: Option<u8>,
    pub is_day: bool,
    /// Whether it says what is done with words: propose, warn, agree.
    pub is_act: bool,
    /// Whether it stands for something named before: "they", "such".
    pub stands_for: bool,
    /// Whether it keeps a transcript going: "questions", "thank".
    pub is_stage: bool,
    /// Whether it is one of those who speak to each other: "I", "you".
    pub is_speaker: bool,
}

pub(super) fn traits_of(language: Language, folded: &str, stem: &str, kind: &Kind) -> Traits {
    let lists = lists(language);
    let common = match kind {
        Kind::Family(family) => lists.common_families.get(family),
        Kind::Plain => lists.common.get(stem),
        _ => None,
    };
    Traits {
        common: common.copied(),
        is_day: *kind == Kind::Plain && lists.days.contains(stem),
        is_act: matches!(kind, Kind::Family(family) if lists.acts.contains(family)),
        stands_for: lists.pronouns.contains(folded),
        is_stage: lists.stage.contains(stem),
        is_speaker: lists.speakers.contains(folded),
    }
}

/// The party that two words name together: "United States", "White House".
pub(super) fn phrase_of(language: Language, first: &str, second: &str) -> Option<&'static str> {
    let phrases = &lists(language).phrases;
    // Two strings have to be made for the question, so it is asked of words that begin a phrase only.
    if phrases.is_empty() { None } else { phrases.get(&(first.to_owned(), second.to_owned())).copied() }
}

/// Digits at the beginning: "10", "10th", "100,000". A number too large for us is a plain word.
fn number_of(folded: &str) -> Option<u32> {
    let end = folded.find(|sign: char| !sign.is_ascii_digit() && !matches!(sign, ',' | '\u{a0}' | '\u{202f}'));
    let (number, rest) = folded.split_at(end.unwrap_or(folded.len()));
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let ordinal = rest.chars().count() <= 2 && rest.chars().all(char::is_alphabetic);
    if ordinal { digits.parse().ok() } else { None }
}

/// Whether a stem begins a phrase.
pub(super) fn opens_phrase(language: Language, stem: &str) -> bool {
    lists(language).phrases.keys().any(|(first, _)| first == stem)
}

/// Whether a word is of the first family of its language: talks, calls, meetings.
pub(in crate::analysis) fn is_talk(language: Language, word: &str) -> bool {
    let folded = words::fold(&words::clean(word));
    lists(language).families.get(&stems::stem(language, &folded)) == Some(&0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(language: Language, word: &str) -> Kind {
        let folded = words::fold(&words::clean(word));
        kind_of(language, &folded, &stems::stem(language, &folded))
    }

    #[test]
    fn words_that_do_one_thing_are_of_one_family_in_their_own_language() {
        let same = |language, one, other| kind(language, one) == kind(language, other);
        assert!(same(Language::English, "lifted", "cancelling"));
        assert!(!same(Language::English, "lifted", "restrictions"));
        assert!(same(Language::Russian, "снять", "отменить"));
        assert_eq!(kind(Language::German, "lifted"), Kind::Plain);
    }

    #[test]
    fn parties_go_by_their_capitals_and_adjectives() {
        assert_eq!(kind(Language::English, "Washington"), kind(Language::English, "American"));
        assert_eq!(kind(Language::English, "Kiev"), kind(Language::English, "Kyiv"));
        assert_ne!(kind(Language::English, "Moscow"), kind(Language::English, "Kyiv"));
        assert_eq!(phrase_of(Language::English, "unit", "state"), Some("us"));
        assert!(opens_phrase(Language::English, "unit") && !opens_phrase(Language::English, "state"));
    }

    #[test]
    fn numbers_are_read_as_figures_and_as_words() {
        for word in ["5", "five", "fifth", "5th"] {
            assert_eq!(kind(Language::English, word), Kind::Number(5), "{word}");
        }
        assert_eq!(kind(Language::Russian, "два"), kind(Language::Russian, "двух"));
        assert_eq!(kind(Language::English, "not"), Kind::Negation);
        assert_eq!(kind(Language::English, "isn't"), Kind::Negation);
    }

    #[test]
    fn every_list_has_its_words_once() {
        for language in Language::ALL {
            let families = background(language).families;
            let mut seen = FxHashSet::default();
            for word in families.split_whitespace() {
                assert!(seen.insert(word), "{word} twice in {language:?}");
                assert_eq!(words::fold(word), word);
            }
        }
    }
}
