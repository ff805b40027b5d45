//! Who says it: of every sentence the outermost attribution, its speaker and side, and of every quotation whose it is.
//!
//! An article is cut into units once ([`units`]); then clauses of saying are looked for in each sentence
//! ([`clauses`]), their sources resolved ([`who`], [`memory`]) and quotations given to theirs. What is found depends
//! on the article and the speakers file alone. Leaves out: what people think or plan, and who is told.

mod accounts;
mod carrying;
mod clauses;
mod document;
#[cfg(test)]
mod example;
mod guesses;
mod languages;
mod lexicon;
mod lookup;
mod marks;
mod memory;
mod nouns;
mod persons;
mod quotation;
mod quotes;
mod reading;
mod roles;
mod sources;
mod table;
#[cfg(test)]
mod tests;
mod units;
mod verbs;
mod who;
mod whose;

use crate::model::{Article, Language, SideIx, Span, Speakers};
use lexicon::Lexicon;
use reading::Reading;
use std::ops::Range;
use std::sync::OnceLock;

/// Finds who says what. Made once from a speakers file, then shared.
pub struct Attributor {
    speakers: Speakers,
    /// By [`Language`], each made for its first article.
    lexicons: [OnceLock<Lexicon>; Language::ALL.len()],
}

/// Who says a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// `None` where the article does not tell it.
    pub side: Option<SideIx>,
    /// As the screen shows it: "Putin", "Kremlin", "a US official".
    pub speaker: String,
    /// First the words that name the source here, then the cue, then, if those are a pronoun or the like, the words
    /// before that name it. They may lie in other sentences.
    pub reason: Vec<Span>,
    pub how: How,
}

/// What shows who says a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// A verb: "Psaki said that".
    Said,
    /// "According to Ushakov".
    AccordingTo,
    /// Quotation marks, and a verb or the like beside them.
    Quoted,
    /// The sentence before: a quotation or an account that goes on, "he added".
    CarriedOn,
    /// The name before a turn of a transcript.
    Turn,
    /// The article is the speaker's own word.
    WholeArticle,
}

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// All that is said along with it: the whole clause if only some of its words are quoted.
    pub content: Span,
    /// Into [`Article::sentences`].
    pub sentences: Range<usize>,
    /// The sentence whose attribution is that of the quotation.
    pub attribution: Option<usize>,
    /// The words beside it that show whose it is: first those that name the source, then the cue. Empty if nothing does.
    pub reason: Vec<Span>,
}

/// What [`Attributor::read`] finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributed {
    /// One entry for each of [`Article::sentences`].
    pub sentences: Vec<Option<Attribution>>,
    /// In the order of the text.
    pub quotations: Vec<Quotation>,
}

impl Attributor {
    pub fn new(speakers: &Speakers) -> Self {
        Self { speakers: speakers.clone(), lexicons: Default::default() }
    }

    pub fn speakers(&self) -> &Speakers {
        &self.speakers
    }

    /// Who says each sentence: one entry for each of [`Article::sentences`].
    pub fn attribute(&self, article: &Article) -> Vec<Option<Attribution>> {
        self.read(article).sentences
    }

    /// All direct quotations.
    pub fn quotations(&self, article: &Article) -> Vec<Quotation> {
        self.read(article).quotations
    }

    /// Both at once.
    pub fn read(&self, article: &Article) -> Attributed {
        let lexicon = &self.lexicons[article.language as usize];
        let lexicon = lexicon.get_or_init(|| Lexicon::new(article.language, &self.speakers));
        Reading::of(article, lexicon, &self.speakers)
    }
}
