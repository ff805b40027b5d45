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
    /// One word of each family that says what is done with words: propose, warn, agree.
    pub acts: &'static str,
    /// Days of the week and months.
    pub days: &'static str,
    /// What stands for something that was named before.
    pub pronouns: &'static str,
    /// What is said in a transcript to keep it going: "questions", "thank".
    pub stage: &'static str,
    /// Those who speak to each other: "I", "you".
    pub speakers: &'static str,
    /// Words of any text: in more than one sentence of 100, of 300, of 1,000 (of 400 where the treebank is small).
    /// Counted in the treebanks UD English-GUM and Ukrainian-IU, GSD and PUD of the others, and in the news of PolNeAR;
    /// the commonest form of each stem, without names, joining words and numbers.
    pub common: [&'static str; 3],
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

const OTHER: Background = Background {
    stop: "",
    negations: "",
    numbers: "",
    parties: &[],
    families: "",
    frame: "",
    acts: "",
    days: "",
    pronouns: "",
    stage: "",
    speakers: "",
    common: [""; 3],
};
