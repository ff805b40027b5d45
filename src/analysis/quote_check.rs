//! Every direct quotation against the other articles: the same words elsewhere, cut, reworded, or nowhere else.
//!
//! All quotations are known by pairs of what they say ([`index`]); every article is gone through once, and only where
//! such a pair stands the words are laid side by side ([`meet`]). So the work grows with the length of the texts. Leaves
//! out: quotations of one or two words, which say little, titles, and the same words in another language.

mod index;
mod meet;
mod read;
mod vocabulary;

use self::index::Index;
use self::meet::{Met, Placed, meet};
use self::read::{Quote, Quotes, read_quotes, read_text};
use self::vocabulary::Vocabulary;
use crate::analysis::attribute::{Attributed, How};
use crate::analysis::duplicates::day_number;
use crate::model::{Article, ArticleIx, Span};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Articles told of for one quotation.
const MOST_OTHERS: usize = 12;

/// What became of a quotation in the other articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Word by word.
    SameWords,
    /// A part of it, word by word.
    Cut,
    /// Most of its words, with others between.
    Reworded,
    NowhereElse,
}

/// A quotation that was looked for in the other articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedQuote {
    pub article: ArticleIx,
    /// With its marks.
    pub span: Span,
    /// The sentence that it begins in, into [`Article::sentences`].
    pub sentence: u32,
    /// The worst that any other article that has it did to it; `NowhereElse` if none has it.
    pub fate: Fate,
    /// From the fullest to the least; by article.
    pub others: Vec<Elsewhere>,
}

/// Where another article has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    pub article: ArticleIx,
    pub span: Span,
    pub fate: Fate,
    /// Whether that article is a speaker's own word: a readout, a transcript, a statement.
    pub official: bool,
}

/// Checks all quotations; `said` has one entry for each article.
pub fn check_quotes(articles: &[Arc<Article>], said: &[Arc<Attributed>]) -> Vec<CheckedQuote> {
    let mut vocabulary = Vocabulary::default();
    let quotes = read_quotes(articles, said, &mut vocabulary);
    let index = Index::new(&quotes.wordings);
    let mut met: Vec<Vec<(usize, Met)>> = vec![Vec::new(); quotes.wordings.len()];
    let mut text = Vec::new();
    for (ix, (article, said)) in articles.iter().zip(said).enumerate() {
        let sentences = read_text(article, said, &mut vocabulary, &mut text);
        for (wording, found) in in_article(ix, article, &quotes, &index, &text, &sentences) {
            met[wording].push((ix, found));
        }
    }
    let official: Vec<bool> = said.iter().map(|said| is_official(said)).collect();
    let checked = |quote: &Quote| {
        let elsewhere = met[quote.wording].iter().filter(|(ix, _)| *ix != quote.article);
        let mut others: Vec<Elsewhere> = elsewhere
            .map(|(ix, met)| Elsewhere {
                article: ArticleIx::new(*ix),
                span: met.span,
                fate: met.fate,
                official: official[*ix],
            })
            .collect();
        others.sort_by_key(|other| (other.fate, Reverse(other.official), other.article));
        let fate = others.iter().map(|other| other.fate).max().unwrap_or(Fate::NowhereElse);
        others.truncate(MOST_OTHERS);
        CheckedQuote {
            article: ArticleIx::new(quote.article),
            span: quote.span,
            sentence: quote.sentence,
            fate,
            others,
        }
    };
    let mut all: Vec<CheckedQuote> = quotes.list.iter().map(checked).collect();
    all.sort_by_key(|quote| (quote.article, quote.sentence, quote.span));
    all
}

/// The best that an article has of each wording.
fn in_article(
    ix: usize,
    article: &Article,
    quotes: &Quotes,
    index: &Index,
    text: &[Placed],
    sentences: &[(usize, usize)],
) -> BTreeMap<usize, Met> {
    let mut best: BTreeMap<usize, Met> = BTreeMap::new();
    let day = article.date.map(day_number);
    for sentence in sentences {
        let is_near = |wording: usize| quotes.wordings[wording].is_near(day);
        let candidates = index.candidates(article.language, &text[sentence.0..sentence.1], is_near);
        for (wording, has_run) in candidates {
            if !quotes.wordings[wording].is_elsewhere(ix) {
                continue;
            }
            let Some(met) = meet(&quotes.wordings[wording].tokens, text, *sentence, has_run) else { continue };
            if met.fate == Fate::Reworded && !is_near(wording) {
                continue;
            }
            let rank = |met: &Met| (Reverse(met.fate), met.words);
            if best.get(&wording).is_none_or(|known| rank(known) < rank(&met)) {
                best.insert(wording, met);
            }
        }
    }
    best
}

/// Whether an article is its speaker's own word.
pub fn is_official(said: &Attributed) -> bool {
    let own = said.sentences.iter().flatten().filter(|one| matches!(one.how, How::WholeArticle | How::Turn));
    own.count() * 2 > said.sentences.len()
}

#[cfg(test)]
mod tests;
