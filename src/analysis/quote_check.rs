//! Every direct quotation against the other articles: the same words elsewhere, cut, reworded, or nowhere else.
//!
//! The words of all quotations are known by their runs of three; every article is gone through once, and where such a
//! run stands it is followed as far as it goes. So the work grows with the length of the texts. Leaves out: quotations
//! of one or two words, which say little, and the same words in another language.

use crate::analysis::attribute::{Attributed, How};
use crate::model::{Article, ArticleIx, Language, Span};
use crate::text::words;
use rustc_hash::{FxHashMap, FxHasher};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::Hasher;
use std::sync::Arc;

/// Words of a run.
const RUN: usize = 3;
/// A quotation of which another article has less than this, in hundredths of its words, stands nowhere there.
const LEAST_SHARED: usize = 45;
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

/// A quotation's words.
struct Quote {
    article: usize,
    span: Span,
    sentence: u32,
    words: Vec<u64>,
}

/// What of a quotation was met in one article.
#[derive(Clone, Copy, Default)]
struct Met {
    /// Words met in all, and in the longest run.
    words: usize,
    longest: usize,
    /// Where the longest run stands.
    span: Span,
    /// From here on the words were not counted yet.
    fresh: usize,
    first: u32,
    last: u32,
}

/// Checks all quotations; `said` has one entry for each article.
pub fn check_quotes(articles: &[Arc<Article>], said: &[Arc<Attributed>]) -> Vec<CheckedQuote> {
    let quotes: Vec<Quote> =
        articles.iter().zip(said).enumerate().flat_map(|(ix, (article, said))| of_article(ix, article, said)).collect();
    let mut runs: FxHashMap<(Language, u64), Vec<(u32, u32)>> = FxHashMap::default();
    for (quote, number) in quotes.iter().zip(0..) {
        let language = articles[quote.article].language;
        for (run, at) in quote.words.windows(RUN).zip(0..) {
            runs.entry((language, hash(run))).or_default().push((number, at));
        }
    }
    let official: Vec<bool> = said.iter().map(|said| is_official(said)).collect();
    let mut others: Vec<Vec<Elsewhere>> = vec![Vec::new(); quotes.len()];
    for (ix, article) in articles.iter().enumerate() {
        for (number, met) in meet(ix, article, &quotes, &runs) {
            let length = quotes[number].words.len();
            let fate = match met {
                Met { longest, .. } if longest == length => Fate::SameWords,
                // One run of it and no more of the rest: cut. More of it around: reworded.
                Met { longest, words, .. } if words <= longest + 1 => Fate::Cut,
                _ => Fate::Reworded,
            };
            let span = if fate == Fate::Reworded { Span { start: met.first, end: met.last } } else { met.span };
            others[number].push(Elsewhere { article: ArticleIx::new(ix), span, fate, official: official[ix] });
        }
    }
    let checked = |(quote, mut others): (Quote, Vec<Elsewhere>)| {
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
    let mut all: Vec<CheckedQuote> = quotes.into_iter().zip(others).map(checked).collect();
    all.sort_by_key(|quote| (quote.article, quote.sentence, quote.span));
    all
}

/// Whether an article is its speaker's own word.
pub fn is_official(said: &Attributed) -> bool {
    let own = said.sentences.iter().flatten().filter(|one| matches!(one.how, How::WholeArticle | How::Turn));
    own.count() * 2 > said.sentences.len()
}

fn of_article(ix: usize, article: &Article, said: &Attributed) -> Vec<Quote> {
    let quote = |span: Span, sentence: usize| {
        let words = folded(article, span).into_iter().map(|(_, word)| word).collect::<Vec<u64>>();
        (words.len() >= RUN).then_some(Quote { article: ix, span, sentence: sentence as u32, words })
    };
    said.quotations.iter().filter_map(|found| quote(found.span, found.sentences.start)).collect()
}

/// The quotations of other articles that stand in this one, with how much of each.
fn meet(
    ix: usize,
    article: &Article,
    quotes: &[Quote],
    runs: &FxHashMap<(Language, u64), Vec<(u32, u32)>>,
) -> Vec<(usize, Met)> {
    let words = folded(article, Span::new(0, article.text.len()));
    let mut met: BTreeMap<u32, Met> = BTreeMap::new();
    for at in 0..words.len().saturating_sub(RUN - 1) {
        let run: Vec<u64> = words[at..at + RUN].iter().map(|(_, word)| *word).collect();
        let Some(known) = runs.get(&(article.language, hash(&run))) else { continue };
        for (number, start) in known {
            let quote = &quotes[*number as usize];
            if quote.article == ix {
                continue;
            }
            let rest = quote.words[*start as usize..].iter().zip(&words[at..]);
            let length = rest.take_while(|(own, (_, here))| *own == here).count();
            if length < RUN {
                continue; // Another run with this hash.
            }
            let span = Span { start: words[at].0.start, end: words[at + length - 1].0.end };
            let met = met.entry(*number).or_insert(Met { first: span.start, ..Met::default() });
            if at >= met.fresh {
                met.words += length;
                met.fresh = at + length;
                // Far apart the same words are another sentence's.
                if span.start.saturating_sub(met.last) > 400 {
                    met.first = span.start;
                }
                met.last = span.end;
            }
            if length > met.longest {
                (met.longest, met.span) = (length, span);
            }
        }
    }
    let enough = |(number, met): &(usize, Met)| {
        let length = quotes[*number].words.len();
        met.words.min(length) * 100 >= length * LEAST_SHARED
    };
    met.into_iter().map(|(number, met)| (number as usize, met)).filter(enough).collect()
}

/// The words in `span`, each with its place, as hashes of their folded form.
fn folded(article: &Article, span: Span) -> Vec<(Span, u64)> {
    let mut spans = Vec::new();
    words::words(span.text(&article.text), span.start as usize, article.language, &mut spans);
    let word = |span: Span| {
        let mut hasher = FxHasher::default();
        hasher.write(words::fold(&words::clean(span.text(&article.text))).as_bytes());
        (span, hasher.finish())
    };
    spans.into_iter().map(word).collect()
}

fn hash(run: &[u64]) -> u64 {
    let mut hasher = FxHasher::default();
    run.iter().for_each(|word| hasher.write_u64(*word));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribute::Quotation;
    use crate::model::{Fingerprint, Format, Paragraph, ParagraphKind, Sentence};

    fn article(path: &str, text: &str) -> (Arc<Article>, Arc<Attributed>) {
        let span = Span::new(0, text.len());
        let article = Article {
            path: path.to_owned(),
            format: Format::Txt,
            headline: String::new(),
            outlet: None,
            author: None,
            date: None,
            time: None,
            address: None,
            language: Language::English,
            fingerprint: Fingerprint::of(text),
            text: text.to_owned(),
            paragraphs: vec![Paragraph { span, kind: ParagraphKind::Body }],
            sentences: vec![Sentence { span, paragraph: 0 }],
            warnings: Vec::new(),
        };
        let mut said = Attributed { sentences: vec![None], quotations: Vec::new() };
        if let (Some(start), Some(end)) = (text.find('“'), text.find('”')) {
            let span = Span::new(start, end + '”'.len_utf8());
            said.quotations.push(Quotation {
                span,
                content: span,
                sentences: 0..1,
                attribution: None,
                reason: Vec::new(),
            });
        }
        (Arc::new(article), Arc::new(said))
    }

    fn fate(quoting: &str, other: &str) -> Fate {
        let (articles, said): (Vec<_>, Vec<_>) = [article("a", quoting), article("b", other)].into_iter().unzip();
        let checked = check_quotes(&articles, &said);
        checked.iter().find(|quote| quote.article == ArticleIx(0)).expect("a quotation").fate
    }

    const QUOTED: &str =
        "He said: “We will respond with strong economic and other measures in the event of escalation.”";

    #[test]
    fn the_same_words_are_found_with_and_without_marks() {
        let plain =
            "The US will act: we will respond with strong economic and other measures in the event of escalation.";
        assert_eq!(fate(QUOTED, plain), Fate::SameWords);
        assert_eq!(fate(QUOTED, QUOTED), Fate::SameWords);
    }

    #[test]
    fn a_part_is_cut_and_a_part_with_others_between_is_reworded() {
        assert_eq!(fate(QUOTED, "They “respond with strong economic and other measures” then."), Fate::Cut);
        let reworded = "They will respond with strong economic steps and, he said, in the event of escalation do more.";
        assert_eq!(fate(QUOTED, reworded), Fate::Reworded);
    }

    #[test]
    fn what_nobody_else_has_is_said_so_and_two_words_are_not_looked_for() {
        assert_eq!(fate(QUOTED, "Snow fell all day in the event."), Fate::NowhereElse);
        let (articles, said): (Vec<_>, Vec<_>) = [article("a", "His “red lines” again.")].into_iter().unzip();
        assert_eq!(check_quotes(&articles, &said), []);
    }
}
