//! A sentence as it is compared: its words as numbers, what they stand for, and where they stand.
//!
//! [`super::lexicon`] gives out the numbers. A number and the word after it make one more concept ("2 hours",
//! "7 December"): figures agree or differ about something.

use super::particulars::Particulars;
use crate::model::{Article, Span};
use crate::text::words;

/// Of one sentence; what is longer is a list or a table.
const MOST_WORDS: usize = 150;
/// What a word stands for, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ConceptId(pub u32);

/// What kind of concept it is: decides how much it can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Plain,
    /// A word of any text, by how rare it is there: an index into [`super::weights::MOST_OF_COMMON`].
    Common(u8),
    /// What is mostly written with a capital.
    Name,
    /// A day of the week or a month.
    Day,
    Party,
    Person,
    Frame,
    Number,
    /// A number with what it counts, which is given.
    Figure(ConceptId),
}

/// A word, or two that name one party, or a number with what it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Of the article.
    pub span: Span,
    pub concept: ConceptId,
    /// Of the word as it is written; equal for forms of one word.
    pub stem: u32,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Wording {
    /// Words with content, in order.
    pub tokens: Vec<Token>,
    /// The different concepts with the stem of their first word, in the order of concepts.
    pub concepts: Vec<(ConceptId, u32)>,
    /// The stems of all words, in order: joining ones too.
    pub stems: Vec<u32>,
    /// The different ones of them, in order of their numbers.
    pub different: Vec<u32>,
    pub negations: u32,
    /// States and people, in order.
    pub parties: Vec<ConceptId>,
    /// Concepts that rules matched, in order.
    pub matched: Vec<ConceptId>,
    /// Second words of names, in order: "Sullivan" of "John Sullivan".
    pub following: Vec<ConceptId>,
    pub particulars: Particulars,
    /// Whether it begins with a word that stands for one before it: "They", "such a step".
    pub leans: bool,
    /// Whether a word of it keeps a transcript going, and whether one names those who speak.
    pub has_stage: bool,
    pub has_speaker: bool,
}

impl Wording {
    pub fn has(&self, concept: ConceptId) -> bool {
        self.concepts.binary_search_by_key(&concept, |(own, _)| *own).is_ok()
    }
}

/// The words of a part of an article, one for each of [`Wording::stems`].
pub(super) fn words_of(article: &Article, part: Span) -> Vec<Span> {
    let mut spans = Vec::new();
    cut(article, part, &mut spans);
    spans
}

pub(super) fn cut(article: &Article, part: Span, spans: &mut Vec<Span>) {
    spans.clear();
    words::words(part.text(&article.text), part.start as usize, article.language, spans);
    join_figures(&article.text, spans);
    spans.truncate(MOST_WORDS);
}

/// Makes "100,000" and "3.5", which are cut as two words, one again.
fn join_figures(text: &str, spans: &mut Vec<Span>) {
    let digits = |span: Span| span.text(text).bytes().all(|byte| byte.is_ascii_digit());
    spans.dedup_by(|next, before| {
        let between = &text[before.end as usize..next.start as usize];
        let joins = matches!(between, "," | "." | "\u{a0}" | "\u{202f}");
        let figure = joins && digits(*next) && before.text(text).starts_with(|first: char| first.is_ascii_digit());
        if figure {
            before.end = next.end;
        }
        figure
    });
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::super::tests::article;
    use super::*;
    use crate::model::Language;

    fn read(lexicon: &mut Lexicon, text: &str) -> Wording {
        let article = article("a.txt", text);
        lexicon.read(&article, Span::new(0, text.len()), &[])
    }

    #[test]
    fn a_number_and_what_it_counts_are_one_concept_more() {
        let mut lexicon = Lexicon::default();
        let one = read(&mut lexicon, "The two-hour call.");
        let other = read(&mut lexicon, "It lasted two hours.");
        let figure = one.tokens.iter().find(|token| matches!(lexicon.content(token.concept), Content::Figure(_)));
        assert!(other.has(figure.unwrap().concept));
        assert!(!read(&mut lexicon, "It lasted 50 minutes, two of them silent hours.").has(figure.unwrap().concept));
    }

    #[test]
    fn large_numbers_are_one_word() {
        let mut spans = Vec::new();
        let text = "Some 100,000 troops, 2,000 3.5";
        words::words(text, 0, Language::English, &mut spans);
        join_figures(text, &mut spans);
        let words: Vec<&str> = spans.into_iter().map(|span| span.text(text)).collect();
        assert_eq!(words, ["Some", "100,000", "troops", "2,000", "3.5"]);
    }

    #[test]
    fn a_party_is_one_concept_by_all_its_names() {
        let mut lexicon = Lexicon::default();
        let one = read(&mut lexicon, "The United States warned Moscow");
        let other = read(&mut lexicon, "Washington threatened Russia");
        assert_eq!(one.concepts.len(), 3);
        let concepts = |wording: &Wording| wording.concepts.iter().map(|(concept, _)| *concept).collect::<Vec<_>>();
        assert_eq!(concepts(&one), concepts(&other));
    }
}
