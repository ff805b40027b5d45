//! What most articles say and what one says alone, as lists under the coverage table: of the selected topic, or of all.

use super::state::State;
use crate::analysis::across::{Across, Told};
use crate::analysis::quote_check::Fate;
use crate::analysis::rounds::RoundIx;
use crate::analysis::statements::Statement;
use crate::model::{ArticleIx, Span, TopicIx};
use std::cmp::Reverse;

/// Lines made for one list: nobody reads further without choosing a topic.
const MOST_LINES: usize = 200;

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
    /// All of them, and those that are cut or reworded elsewhere; those not listed too.
    pub quotes_in_all: (usize, usize),
    /// Places in [`Across::differing`].
    pub differing: Vec<usize>,
    /// All of them.
    pub differing_in_all: usize,
}

/// A statement of one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidByMost {
    pub told: Told,
    /// The most specific one within the topic that is selected.
    pub topic: TopicIx,
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
        let by_most = self.said_by_most(found);
        let size =
            |round: Option<RoundIx>| round.map_or(found.articles.len(), |round| found.rounds.get(round).articles.len());
        let widest =
            by_most.iter().map(|line| &line.told).max_by_key(|told| (told.articles.len(), Reverse(told.article)));
        let widest = widest.map(|told| (told.articles.len(), size(found.rounds.of(told.article))));
        let is_shown = |topic: TopicIx| self.is_selected(topic);
        let alone =
            || found.alone.iter().filter(|alone| self.alone_topic(alone.article, alone.sentence).is_some_and(is_shown));
        let line = |alone: &crate::analysis::across::Alone| {
            let span = found.articles[alone.article.index()].sentences[alone.sentence as usize].span;
            let topic = self.alone_topic(alone.article, alone.sentence).unwrap_or(alone.topic);
            SaidAlone { article: alone.article, span, topic }
        };
        let (mut quotes, mut differing) = (self.quotes_shown(found), self.differing_shown(found));
        let changed = |number: &&usize| matches!(found.quotes[**number].fate, Fate::Cut | Fate::Reworded);
        let quotes_in_all = (quotes.len(), quotes.iter().filter(changed).count());
        let differing_in_all = differing.len();
        quotes.truncate(MOST_LINES);
        differing.truncate(MOST_LINES);
        SaidLists {
            by_most,
            widest,
            alone: alone().take(MOST_LINES).map(line).collect(),
            alone_in_all: alone().count(),
            quotes,
            quotes_in_all,
            differing,
            differing_in_all,
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
        // Of another topic, or of none, is nothing that was asked about.
        let line = |told: &Told| {
            let topics = found.statements.get(told.statement).topics.iter().copied();
            let topic = topics
                .filter(|topic| self.is_selected(*topic))
                .max_by_key(|topic| (self.library.tree().topic(*topic).depth, Reverse(*topic)))?;
            Some(SaidByMost { told: told.clone(), topic })
        };
        found.told.iter().filter_map(line).take(MOST_LINES).collect()
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
        quotes.into_iter().map(|(number, _)| number).collect()
    }

    fn differing_shown(&self, found: &Across) -> Vec<usize> {
        let of_topic = |statement: &Statement| {
            self.view.topic.is_none() || statement.topics.iter().any(|topic| self.is_selected(*topic))
        };
        let shown = found.differing.iter().enumerate();
        shown.filter(|(_, one)| of_topic(found.statements.get(one.statement))).map(|(number, _)| number).collect()
    }
}
