//! The words behind [`super::kindred`], by language. Data only: a language is a file here.
//!
//! One family a line, words in their first form where the stemmer brings the others to it. The first family of every
//! language is that of talks. English and Russian have the most; what a language lacks counts as different words.

mod english;
mod french;
mod german;
mod russian;
mod ukrainian;

use crate::model::Language;

/// What is known of one language.
pub(super) struct Background {
    /// Joining words, beyond those of [`Self::frame`].
    pub stop: &'static str,
    pub negations: &'static str,
    /// From two on, with commas between the numbers and blanks between the forms of one.
    pub numbers: &'static str,
    /// Our name for a party, and the names it goes by; two words where one is not enough.
    pub parties: &'static [(&'static str, &'static str)],
    /// One a line.
    pub families: &'static str,
    pub frame: &'static str,
}

pub(super) fn background(language: Language) -> &'static Background {
    match language {
        Language::English => &english::ENGLISH,
        Language::Russian => &russian::RUSSIAN,
        Language::Ukrainian => &ukrainian::UKRAINIAN,
        Language::German => &german::GERMAN,
        Language::French => &french::FRENCH,
        Language::Other => &OTHER,
    }
}

const OTHER: Background = Background { stop: "", negations: "", numbers: "", parties: &[], families: "", frame: "" };
