//! Figures that differ: numbers, durations and dates that sentences of one statement give of one thing, and that do
//! not agree from article to article. "50 minutes" and "about an hour"; 100,000 and 175,000 troops.
//!
//! [`figures_of`] reads the figures of a sentence, [`differing`] sets those of a statement side by side. Two articles
//! differ where they give figures of one thing and have none in common. Leaves out: figures of things that two
//! languages name, money in two currencies, and who of them is right.

mod read;

pub use read::{Figure, Measure, figures_of};

use crate::analysis::rounds::{RoundIx, Rounds};
use crate::analysis::statements::{StatementIx, Statements};
use crate::model::{Article, ArticleIx, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Figures of one thing that do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
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

/// All figures that differ among members of one statement and one round, by statement and measure.
pub fn differing(articles: &[Arc<Article>], statements: &Statements, rounds: &Rounds) -> Vec<Differing> {
    let mut found = Vec::new();
    for (statement, number) in statements.list.iter().zip(0..) {
        let mut by_measure: BTreeMap<(Option<RoundIx>, Measure), Vec<Given>> = BTreeMap::new();
        for member in &statement.members {
            let (article, sentence) = (member.article, member.sentence);
            let text = &articles[article.index()];
            for Figure { span, measure, value } in figures_of(text, sentence as usize) {
                by_measure.entry((rounds.of(article), measure)).or_default().push(Given {
                    article,
                    sentence,
                    span,
                    value,
                });
            }
        }
        for ((_, measure), mut given) in by_measure {
            if disagree(&given) {
                given.sort_by_key(|given| (given.value, given.article, given.span));
                found.push(Differing { statement: StatementIx(number), measure, given });
            }
        }
    }
    found
}

/// Whether two articles give figures and have none in common.
fn disagree(given: &[Given]) -> bool {
    let mut by_article: BTreeMap<ArticleIx, Vec<u64>> = BTreeMap::new();
    given.iter().for_each(|given| by_article.entry(given.article).or_default().push(given.value));
    let lists: Vec<&Vec<u64>> = by_article.values().collect();
    let apart = |one: &Vec<u64>, other: &Vec<u64>| !one.iter().any(|value| other.contains(value));
    lists.iter().enumerate().any(|(number, one)| lists[number + 1..].iter().any(|other| apart(one, other)))
}

#[cfg(test)]
mod tests;
