//! What most articles say and what one says alone, as lists under the coverage table: of the selected topic, or of all.

use super::state::State;
use crate::analysis::across::Across;
use crate::analysis::quote_check::Fate;
use crate::analysis::rounds::RoundIx;
use crate::analysis::statements::{Member, Statement, StatementIx};
use crate::model::{ArticleIx, Span, TopicIx};
use std::cmp::Reverse;

/// Lines made for one list: nobody reads further without choosing a topic.
const MOST_LINES: usize = 200;
/// A shorter sentence, in bytes, says too little to stand for its statement.
const SHORTEST: usize = 45;

#[derive(Clone, Debug, Default)]
pub struct SaidLists {
    pub by_most: Vec<SaidByMost>,
    /// The most articles that say one thing, and how many there are of their round.
    pub widest: Option<(usize, usize)>,
    pub alone: Vec<SaidAlone>,
    /// All of them, those not listed too.
    pub alone_in_all: usize,
    /// Places in [`Across::quotes`], those first that other articles changed.
    pub quotes: Vec<usize>,
    /// Places in [`Across::differing`].
    pub differing: Vec<usize>,
}

/// A statement of one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidByMost {
    pub statement: StatementIx,
    /// Where the words stand that stand for it.
    pub article: ArticleIx,
    pub span: Span,
    pub topic: Option<TopicIx>,
    /// Of the round.
    pub articles: Vec<ArticleIx>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidAlone {
    pub article: ArticleIx,
    pub span: Span,
    pub topic: TopicIx,
}

impl State {
    pub(super) fn said_lists(&self) -> SaidLists {
        let Some(found) = self.across.found() else { return SaidLists::default() };
        let mut by_most = self.said_by_most(found);
        let size =
            |round: Option<RoundIx>| round.map_or(found.articles.len(), |round| found.rounds.get(round).articles.len());
        let widest = by_most.first().map(|first| (first.articles.len(), size(found.rounds.of(first.article))));
        by_most.truncate(MOST_LINES);
        let is_shown = |topic: TopicIx| self.is_selected(topic);
        let alone =
            || found.alone.iter().filter(|alone| self.alone_topic(alone.article, alone.sentence).is_some_and(is_shown));
        let line = |alone: &crate::analysis::across::Alone| {
            let span = found.articles[alone.article.index()].sentences[alone.sentence as usize].span;
            let topic = self.alone_topic(alone.article, alone.sentence).unwrap_or(alone.topic);
            SaidAlone { article: alone.article, span, topic }
        };
        let (quotes, differing) = (self.quotes_shown(found), self.differing_shown(found));
        SaidLists {
            by_most,
            widest,
            alone: alone().take(MOST_LINES).map(line).collect(),
            alone_in_all: alone().count(),
            quotes,
            differing,
        }
    }

    fn is_selected(&self, topic: TopicIx) -> bool {
        self.view.topic.is_none_or(|selected| self.library.tree().is_within(topic, selected))
    }

    /// The topic of a sentence that is within the selected one; the most specific.
    fn alone_topic(&self, article: ArticleIx, sentence: u32) -> Option<TopicIx> {
        let passages = self.library.passages(article);
        let start = passages.partition_point(|passage| passage.sentence < sentence);
        let of_sentence = passages[start..].iter().take_while(|passage| passage.sentence == sentence);
        let shown = of_sentence.map(|passage| passage.topic).filter(|topic| self.is_selected(*topic));
        shown.max_by_key(|topic| (self.library.tree().topic(*topic).depth, Reverse(*topic)))
    }

    fn said_by_most(&self, found: &Across) -> Vec<SaidByMost> {
        let mut lines = Vec::new();
        for (statement, number) in found.statements.list.iter().zip(0..) {
            let topic = statement.topics.iter().copied().filter(|topic| self.is_selected(*topic));
            let topic = topic.max_by_key(|topic| (self.library.tree().topic(*topic).depth, Reverse(*topic)));
            if topic.is_none() {
                continue; // Of another topic, or of none: nothing that was asked about.
            }
            let statement_ix = StatementIx(number);
            let mut rounds: Vec<Option<RoundIx>> =
                statement.members.iter().map(|member| found.rounds.of(member.article)).collect();
            rounds.sort_unstable();
            rounds.dedup();
            for round in rounds {
                let articles = found.articles_of(statement_ix, round);
                if articles.len() < 2 {
                    continue;
                }
                let Some((article, span)) = speaks_for(found, statement, round) else { continue };
                lines.push(SaidByMost { statement: statement_ix, article, span, topic, articles });
            }
        }
        lines.sort_by_key(|line| {
            let statement = found.statements.get(line.statement);
            (
                Reverse(line.articles.len().min(statement.tellings)),
                Reverse(line.articles.len()),
                line.article,
                line.span,
            )
        });
        lines
    }

    fn quotes_shown(&self, found: &Across) -> Vec<usize> {
        let rank = |fate: Fate| match fate {
            Fate::Reworded => 0,
            Fate::Cut => 1,
            Fate::SameWords => 2,
            Fate::NowhereElse => 3,
        };
        let of_topic = |quote: &&(usize, &crate::analysis::quote_check::CheckedQuote)| {
            self.view.topic.is_none() || self.alone_topic(quote.1.article, quote.1.sentence).is_some()
        };
        let mut quotes: Vec<(usize, &_)> = found.quotes.iter().enumerate().filter(|quote| of_topic(&quote)).collect();
        quotes.sort_by_key(|(_, quote)| (rank(quote.fate), quote.article, quote.span));
        quotes.into_iter().map(|(number, _)| number).take(MOST_LINES).collect()
    }

    fn differing_shown(&self, found: &Across) -> Vec<usize> {
        let of_topic = |statement: &Statement| {
            self.view.topic.is_none() || statement.topics.iter().any(|topic| self.is_selected(*topic))
        };
        let shown = found.differing.iter().enumerate();
        shown
            .filter(|(_, one)| of_topic(found.statements.get(one.statement)))
            .map(|(number, _)| number)
            .take(MOST_LINES)
            .collect()
    }
}

/// The member of a round that stands for a statement: a short one that is surely meant, but no scrap.
pub(super) fn speaks_for(found: &Across, statement: &Statement, round: Option<RoundIx>) -> Option<(ArticleIx, Span)> {
    let span = |member: &Member| found.articles[member.article.index()].sentences[member.sentence as usize].span;
    let of_round = statement.members.iter().filter(|member| found.rounds.of(member.article) == round);
    let best =
        of_round.min_by_key(|member| (fitness(span(member).len(), member.strength), member.article, member.sentence));
    best.map(|member| (member.article, span(member)))
}

/// How well a sentence of so many bytes can stand for its statement; less is better.
pub(super) fn fitness(bytes: usize, strength: u16) -> (bool, usize) {
    (bytes < SHORTEST, bytes * 1_000 / usize::from(strength.max(1)))
}
