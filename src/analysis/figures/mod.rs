//! Figures that differ: numbers, durations, days and sums that articles give of one thing, and that do not agree.
//! "50 minutes" and "about an hour"; 100,000 and 175,000 troops.
//!
//! [`FigureReader`] reads the figures of a sentence, [`differing`] sets those of one thing side by side: of one statement,
//! and of a round how long the talks were and how many troops there are, in whatever language. Approximations agree
//! with what they may stand for: "some 100,000" with 94,000, "two hours" with a minute more; two articles differ where
//! they give figures of one thing and have none that agree. Leaves out: other things that two languages name, money in
//! two currencies, and who of them is right.

mod number;
mod numbers;
mod read;
mod subjects;
mod words;

pub use read::{Figure, FigureReader, Measure};

use crate::analysis::rounds::{RoundIx, Rounds};
use crate::analysis::statements::{StatementIx, Statements};
use crate::model::{Article, ArticleIx, Language, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A figure so many times as large as another is of something else.
const LARGEST_RATIO: u64 = 3;

/// The number, in thousandths, that a folded word writes out, if it does: "fifty".
pub(in crate::analysis) fn written_out(language: Language, folded: &str) -> Option<u64> {
    match numbers::part(language, folded) {
        Some(numbers::Part::Plus(value)) => Some(value),
        _ => None,
    }
}

/// Figures of one thing that do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// A statement that has one of them.
    pub statement: StatementIx,
    pub measure: Measure,
    /// By value, from small to large; then by article and place. Of at least two articles.
    pub given: Vec<Given>,
}

/// A figure where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub article: ArticleIx,
    /// Index into [`Article::sentences`].
    pub sentence: u32,
    /// The figure with what it counts: "about an hour".
    pub span: Span,
    /// In the unit of its measure.
    pub value: u64,
}

/// A figure with its place, while figures are compared.
#[derive(Clone, Debug)]
struct Placed {
    article: ArticleIx,
    sentence: u32,
    figure: Figure,
}

/// All figures that differ, by statement and measure: those that a whole round gives of its talks, then those that
/// members of one statement and one round give.
pub fn differing(articles: &[Arc<Article>], statements: &Statements, rounds: &Rounds) -> Vec<Differing> {
    let mut reader = FigureReader::default();
    let mut found = subjects::of_rounds(articles, statements, rounds, &mut reader);
    let known: Vec<(ArticleIx, Span)> =
        found.iter().flat_map(|one| one.given.iter().map(|given| (given.article, given.span))).collect();
    for (statement, number) in statements.list.iter().zip(0..) {
        let mut by_measure: BTreeMap<(RoundIx, Measure), Vec<Placed>> = BTreeMap::new();
        for member in &statement.members {
            let (article, sentence) = (member.article, member.sentence);
            let Some(round) = rounds.of(article) else { continue };
            for figure in reader.figures(&articles[article.index()], sentence as usize) {
                let placed = by_measure.entry((round, figure.measure.clone())).or_default();
                placed.push(Placed { article, sentence, figure });
            }
        }
        for ((_, measure), placed) in by_measure {
            let given = disagreeing(&placed);
            if !given.is_empty() && !given.iter().all(|given| known.contains(&(given.article, given.span))) {
                found.push(Differing { statement: StatementIx(number), measure, given });
            }
        }
    }
    found.sort_by(|a, b| (a.statement, &a.measure).cmp(&(b.statement, &b.measure)));
    found
}

/// The figures of articles that disagree with another article: both give some of one thing, and none that agree.
fn disagreeing(placed: &[Placed]) -> Vec<Given> {
    let mut by_article: BTreeMap<ArticleIx, Vec<&Placed>> = BTreeMap::new();
    placed.iter().for_each(|one| by_article.entry(one.article).or_default().push(one));
    let lists: Vec<Vec<&Placed>> = by_article.into_values().collect();
    let mut told = vec![false; lists.len()];
    for (number, one) in lists.iter().enumerate() {
        for (other_number, other) in lists.iter().enumerate().skip(number + 1) {
            let pairs = || one.iter().flat_map(|one| other.iter().map(move |other| (&one.figure, &other.figure)));
            let comparable = || pairs().filter(|(one, other)| are_comparable(one, other));
            if comparable().next().is_some() && !comparable().any(|(one, other)| agree(one, other)) {
                (told[number], told[other_number]) = (true, true);
            }
        }
    }
    // Who agrees with one of them is told beside it.
    let is_told = |list: &[&Placed]| {
        let others = || lists.iter().zip(&told).filter(|(_, told)| **told).flat_map(|(list, _)| list);
        list.iter().any(|one| others().any(|other| are_comparable(&one.figure, &other.figure)))
    };
    let shown = lists.iter().filter(|list| told.contains(&true) && is_told(list)).flatten();
    let mut given: Vec<Given> = shown
        .map(|one| Given {
            article: one.article,
            sentence: one.sentence,
            span: one.figure.span,
            value: one.figure.value,
        })
        .collect();
    given.sort_by_key(|given| (given.value, given.article, given.span));
    given
}

/// Whether two figures can be of one thing: of the same party, and not many times as large.
fn are_comparable(one: &Figure, other: &Figure) -> bool {
    let same_party = one.party.is_none() || other.party.is_none() || one.party == other.party;
    let (small, large) = (one.value.min(other.value), one.value.max(other.value));
    let is_count = matches!(one.measure, Measure::Count(_)) && large >= 10_000 * 1_000;
    let foreign = [one, other].iter().any(|figure| matches!(figure.party, Some("us" | "nato" | "eu")));
    let own = one.party != other.party && foreign && is_count;
    let has_size = is_count || one.measure == Measure::Duration;
    one.measure == other.measure && same_party && !own && (!has_size || large <= small * LARGEST_RATIO)
}

/// Whether one of two figures may stand for the other.
fn agree(one: &Figure, other: &Figure) -> bool {
    let may_be = |one: &Figure, other: &Figure| one.open.0 <= other.up_to && other.value <= one.open.1;
    may_be(one, other) || may_be(other, one)
}

#[cfg(test)]
mod tests;
