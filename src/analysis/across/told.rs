//! Statements as one round tells them, those first that most articles say, each with the sentence that stands for it.

use super::Across;
use crate::analysis::rounds::RoundIx;
use crate::analysis::statements::{Member, Statement, StatementIx};
use crate::model::{ArticleIx, Span};
use std::cmp::Reverse;

/// A shorter sentence, in bytes, says too little to stand for its statement.
const SHORTEST: usize = 45;

/// A statement that several articles of one round say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub statement: StatementIx,
    /// Where the words stand that stand for it.
    pub article: ArticleIx,
    pub span: Span,
    /// Of the round, ascending.
    pub articles: Vec<ArticleIx>,
    /// Stories among them.
    pub tellings: usize,
}

pub(super) fn find(across: &Across) -> Vec<Told> {
    let mut told = Vec::new();
    for (statement, number) in across.statements.list.iter().zip(0..) {
        let ix = StatementIx(number);
        let mut rounds: Vec<Option<RoundIx>> =
            statement.members.iter().map(|member| across.rounds.of(member.article)).collect();
        rounds.sort_unstable();
        rounds.dedup();
        for round in rounds {
            let articles = across.articles_of(ix, round);
            if articles.len() < 2 {
                continue;
            }
            if let Some((article, span)) = speaks_for(across, statement, round) {
                told.push(Told { statement: ix, article, span, tellings: across.tellings(&articles), articles });
            }
        }
    }
    told.sort_by_key(|one| (Reverse(one.tellings), Reverse(one.articles.len()), one.article, one.span, one.statement));
    told
}

/// The member of a round that stands for a statement: a short one that is surely meant, but no scrap.
fn speaks_for(across: &Across, statement: &Statement, round: Option<RoundIx>) -> Option<(ArticleIx, Span)> {
    let span = |member: &Member| across.articles[member.article.index()].sentences[member.sentence as usize].span;
    let of_round = statement.members.iter().filter(|member| across.rounds.of(member.article) == round);
    let best =
        of_round.min_by_key(|member| (fitness(span(member).len(), member.strength), member.article, member.sentence));
    best.map(|member| (member.article, span(member)))
}

/// How well a sentence of so many bytes can stand for its statement; less is better.
pub fn fitness(bytes: usize, strength: u16) -> (bool, usize) {
    (bytes < SHORTEST, bytes * 1_000 / usize::from(strength.max(1)))
}
