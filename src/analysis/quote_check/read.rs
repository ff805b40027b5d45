//! The quotations of all articles, each different wording once, and the words of an article to look for them in.

use super::meet::Placed;
use super::vocabulary::{Token, Vocabulary};
use crate::analysis::attribute::Attributed;
use crate::analysis::duplicates::day_number;
use crate::model::{Article, Language, Span};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A quotation has so many words; fewer are a manner of speaking.
const FEWEST_WORDS: usize = 3;
/// Bytes that tell who says it, between two dashes inside the marks.
const LONGEST_INSET: usize = 120;
/// Days between a quotation and another article that rewords it.
const REWORDED_WITHIN: u64 = 14;
/// Words of a name or title: "The Old Harbour", each with a capital.
const TITLE_WORDS: usize = 5;

/// A quotation of an article.
pub(super) struct Quote {
    pub article: usize,
    pub span: Span,
    pub sentence: u32,
    /// Its wording, into the list of all different ones.
    pub wording: usize,
}

/// All quotations with their different wordings.
#[derive(Default)]
pub(super) struct Quotes {
    pub list: Vec<Quote>,
    pub wordings: Vec<Wording>,
}

/// The words of one or more quotations.
pub(super) struct Wording {
    pub language: Language,
    pub tokens: Vec<Token>,
    /// The articles that quote it, ascending.
    pub articles: Vec<usize>,
    /// The days of these, where they are known.
    pub days: Vec<Option<i64>>,
}

impl Wording {
    /// Whether an article of that day can have reworded it: much later the same words are said anew.
    pub fn is_near(&self, day: Option<i64>) -> bool {
        let near = |own: &Option<i64>| own.zip(day).is_none_or(|(own, day)| own.abs_diff(day) <= REWORDED_WITHIN);
        self.days.iter().any(near)
    }

    pub fn is_elsewhere(&self, article: usize) -> bool {
        self.articles != [article]
    }
}

/// All quotations of all articles.
pub(super) fn read_quotes(articles: &[Arc<Article>], said: &[Arc<Attributed>], vocabulary: &mut Vocabulary) -> Quotes {
    let mut quotes = Quotes::default();
    let mut known: FxHashMap<(Language, Vec<(u32, bool)>), usize> = FxHashMap::default();
    let mut spans = Vec::new();
    for (ix, (article, said)) in articles.iter().zip(said).enumerate() {
        for found in &said.quotations {
            let mut tokens = Vec::new();
            parts(article, found.span)
                .into_iter()
                .for_each(|part| vocabulary.read(article, part, &mut spans, &mut tokens));
            if tokens.len() < FEWEST_WORDS || is_title(article, &tokens) {
                continue;
            }
            let words = tokens.iter().map(|token| (token.exact, token.after_gap)).collect();
            let wording = *known.entry((article.language, words)).or_insert_with(|| {
                let language = article.language;
                quotes.wordings.push(Wording { language, tokens, articles: Vec::new(), days: Vec::new() });
                quotes.wordings.len() - 1
            });
            let Wording { articles, days, .. } = &mut quotes.wordings[wording];
            if articles.last() != Some(&ix) {
                articles.push(ix);
                days.push(article.date.map(day_number));
            }
            let sentence = found.sentences.start as u32;
            quotes.list.push(Quote { article: ix, span: found.span, sentence, wording });
        }
    }
    quotes
}

/// Words with a capital each, and small ones between: what is named, not what is said.
fn is_title(article: &Article, tokens: &[Token]) -> bool {
    let word = |token: &Token| token.span.text(&article.text).starts_with(|letter: char| !letter.is_lowercase());
    let small = |token: &Token| token.concept == 0 || word(token);
    tokens.len() <= TITLE_WORDS
        && tokens.iter().all(small)
        && tokens.iter().filter(|token| word(token)).count() >= 2
        && tokens.last().is_some_and(word)
}

/// A quotation without the words inside its marks that tell who says it: «…, — said the mayor, — …».
fn parts(article: &Article, span: Span) -> Vec<Span> {
    let text = span.text(&article.text);
    let dash = |from: usize| {
        let mut dashes = text[from..].char_indices().filter(|(_, letter)| matches!(letter, '—' | '–'));
        dashes.find_map(|(at, letter)| {
            let ends = text[..from + at].trim_end().ends_with([',', '.', '!', '?', '…']);
            ends.then_some((from + at, from + at + letter.len_utf8()))
        })
    };
    let Some((first, after)) = dash(0) else { return vec![span] };
    match dash(after) {
        Some((last, next)) if last - after <= LONGEST_INSET => {
            let [first, next] = [first, next].map(|at| span.start + at as u32);
            vec![Span { end: first, ..span }, Span { start: next, ..span }]
        }
        _ => vec![span],
    }
}

/// All words of an article, and its sentences as ranges of them.
pub(super) fn read_text(
    article: &Article,
    said: &Attributed,
    vocabulary: &mut Vocabulary,
    text: &mut Vec<Placed>,
) -> Vec<(usize, usize)> {
    let (mut spans, mut tokens) = (Vec::new(), Vec::new());
    let mut sentences = Vec::with_capacity(article.sentences.len());
    text.clear();
    let mut next = 0;
    for sentence in &article.sentences {
        if !article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
            continue;
        }
        tokens.clear();
        vocabulary.read(article, sentence.span, &mut spans, &mut tokens);
        let start = text.len();
        for token in &tokens {
            while said.quotations.get(next).is_some_and(|quotation| quotation.span.end <= token.span.start) {
                next += 1;
            }
            let inside = said.quotations.get(next).is_some_and(|quotation| quotation.span.start <= token.span.start);
            text.push(Placed { token: *token, quotation: if inside { next as u32 + 1 } else { 0 } });
        }
        sentences.push((start, text.len()));
    }
    sentences
}
