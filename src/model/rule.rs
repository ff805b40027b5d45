//! A rule of a topic: the words and patterns that link a sentence to it.
//!
//! The language is for people who write, not for programmers; `assets/topics/talks.ron` teaches it
//! with examples. Here are its nouns; [`parse`] reads it, `analysis` runs it. A rule never looks
//! at bytes: it is made of words, and words are matched in all their forms.
//!
//! ```text
//! rule    = [("weak" | "carry" | "point") ":"] [language ":"] find ["after" find] ["amid" find] ["unless" find]
//!                                                          one that carries may do without the first `find`
//! find    = near { "and" near }  |  near { "|" near }      both at one level need brackets
//! near    = phrase { "near" [words] phrase }               any order, at most that many words between
//! phrase  = item { ["~" words] item }                      in this order, next to each other or with a gap
//! item    = unit [ "except" unit ]                         but not as a part of that
//! unit    = word | word* | =word | Name | @set | "(" find ")"
//! ```

mod parse;
mod signs;

use super::Language;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Word sets by name, as rules use them (`@kyiv`).
pub type WordSets = BTreeMap<String, Arc<Find>>;

/// One rule as the topic file has it, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// As written.
    pub text: String,
    /// The articles it is for; `None` for all languages.
    pub language: Option<Language>,
    pub leans: Leans,
    /// What must be in the sentence; all of nothing, where a rule that carries asks nothing of it.
    pub find: Find,
    /// What must be in a sentence shortly before, or in the section's heading.
    pub after: Option<Find>,
    /// What the article must be about: what a sentence of its opening has, or many of the others.
    pub amid: Option<Find>,
    /// What must not be in the sentence.
    pub unless: Option<Find>,
}

/// What a rule needs beside its own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leans {
    /// Nothing: it is firm.
    No,
    /// `weak:` other evidence of the same top-level topic, in the sentence or shortly before.
    Weak,
    /// `carry:` the sentence right before, in the same paragraph, is linked to the rule's topic.
    Carry,
    /// `point:` the same, and a paragraph may begin in between.
    Point,
}

/// What is looked for in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Find {
    Word(Word),
    /// A named word set; its text stands in the topic file once.
    Set(String, Arc<Find>),
    /// Holds only in articles of this language.
    Only(Language, Box<Find>),
    /// One of these.
    Any(Vec<Find>),
    /// All of these in one sentence.
    All(Vec<Find>),
    /// In this order; each but the first with the number of words that may stand before it.
    Phrase(Vec<(u8, Find)>),
    /// In any order with at most this many words between.
    Near(u8, Box<Find>, Box<Find>),
    /// The first, where it is no part of the second.
    Except(Box<Find>, Box<Find>),
}

/// One word of a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    /// As written, without the sign before or after it.
    pub text: String,
    pub form: Form,
}

/// Which words of a text are meant by a word of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// `sanction`: all its forms.
    Stem,
    /// `Vienna`: a name; with a capital, with its case endings, never cut to a stem.
    Name,
    /// `cyber*`: all words that begin so.
    Prefix,
    /// `=US`: this form; a capital here is a capital in the text.
    Exact,
}

/// A mistake in a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// Character of the rule's text where it went wrong.
    pub at: usize,
    pub message: String,
}

impl Rule {
    /// Reads a rule; `sets` are those that it may use.
    pub fn parse(text: &str, sets: &WordSets) -> Result<Self, RuleError> {
        parse::rule(text, sets)
    }
}

impl Find {
    /// Reads one line of a word set, which may open with a language and may use the sets before it.
    pub fn parse_set_line(text: &str, sets: &WordSets) -> Result<Self, RuleError> {
        parse::set_line(text, sets)
    }
}
