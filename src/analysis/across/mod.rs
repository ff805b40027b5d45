//! What is found across articles, put together: rounds, statements, who says what, quotations and figures compared.
//!
//! Of each sentence it tells the [`Standing`]: said in how many articles, only here, said before. All of it holds among
//! articles of one round and one language. The parts are found by the modules named for them. Leaves out
//! how the reader is told.

mod alone;
mod told;

pub use told::{Told, fitness};

use super::attribute::{Attributed, Attribution};
use super::duplicates::Story;
use super::figures::Differing;
use super::quote_check::CheckedQuote;
use super::rounds::{RoundIx, Rounds};
use super::statements::{Statement, StatementIx, Statements};
use crate::model::{Article, ArticleIx, Date, ParagraphKind, Passage, Speakers, TopicIx};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::sync::Arc;

/// Shorter sentences say too little for "only here".
const FEWEST_WORDS: usize = 6;

/// What is found across articles.
#[derive(Debug, Default)]
pub struct Across {
    /// Those that it was found in, in the order of the collection.
    pub articles: Vec<Arc<Article>>,
    pub speakers: Arc<Speakers>,
    pub rounds: Rounds,
    pub statements: Statements,
    /// By article.
    pub said: Vec<Arc<Attributed>>,
    /// By article: how many others of its round are in its language.
    pub peers: Vec<u32>,
    /// By article: the first one of its story; itself where it has none.
    leads: Vec<ArticleIx>,
    /// What is linked to a topic and said in one article alone, the most telling first.
    pub alone: Vec<Alone>,
    /// The sentences of these.
    alone_places: FxHashSet<(ArticleIx, u32)>,
    /// What several articles of a round say, those first that most say.
    pub told: Vec<Told>,
    /// By article and sentence.
    pub quotes: Vec<CheckedQuote>,
    pub differing: Vec<Differing>,
}

/// What was found, part by part.
pub struct Parts<'a> {
    pub articles: Vec<Arc<Article>>,
    /// By article.
    pub links: &'a [Arc<Vec<Passage>>],
    pub stories: &'a [Story],
    pub speakers: Arc<Speakers>,
    pub rounds: Rounds,
    pub statements: Statements,
    /// By article.
    pub said: Vec<Arc<Attributed>>,
    /// By article and sentence.
    pub quotes: Vec<CheckedQuote>,
    pub differing: Vec<Differing>,
}

/// A linked sentence that no other article of its round says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alone {
    pub article: ArticleIx,
    pub sentence: u32,
    /// The first of the most specific topics.
    pub topic: TopicIx,
    /// Names and numbers that stand in no other article.
    pub weight: u32,
}

/// How a sentence stands among the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing can be said: there is nothing to compare with, or it is too short.
    Unknown,
    /// No other article of the round says it.
    Only,
    /// None is found to say it, but something in one comes near.
    Perhaps,
    /// So many articles of the round say it, this one included; articles of one story are one telling.
    Told { statement: StatementIx, articles: usize, tellings: usize },
    /// Only articles of other rounds say it: of an earlier one of that date, or else of a later one; where no dates
    /// tell, neither.
    Elsewhere { statement: StatementIx, before: Option<bool>, date: Option<Date> },
}

impl Across {
    /// Puts the parts together.
    pub fn new(parts: Parts<'_>) -> Self {
        let Parts { articles, links, stories, speakers, rounds, statements, said, quotes, differing } = parts;
        let (peers, leads) = (peers(&articles, &rounds), leads(articles.len(), stories));
        let mut across =
            Self { articles, speakers, rounds, statements, said, peers, leads, quotes, differing, ..Self::default() };
        across.told = told::find(&across);
        across.alone = alone::find(&across, links);
        across.alone_places = across.alone.iter().map(|alone| (alone.article, alone.sentence)).collect();
        across
    }

    pub fn attribution(&self, article: ArticleIx, sentence: u32) -> Option<&Attribution> {
        self.said.get(article.index())?.sentences.get(sentence as usize)?.as_ref()
    }

    /// The statement with this id.
    pub fn statement(&self, ix: StatementIx) -> Option<&Statement> {
        self.statements.list.get(ix.index())
    }

    pub fn standing(&self, article: ArticleIx, sentence: u32) -> Standing {
        let statements = self.statements.of(article, sentence);
        let round = self.rounds.of(article);
        let told = statements.iter().map(|ix| (self.articles_of(*ix, round), *ix));
        match told.max_by_key(|(articles, ix)| (articles.len(), Reverse(*ix))) {
            Some((_, statement)) => self.standing_in(statement, article),
            None if !self.can_be_alone(article, sentence) => Standing::Unknown,
            None if self.statements.is_near(article, sentence) => Standing::Perhaps,
            None => Standing::Only,
        }
    }

    /// How a statement stands, seen from an article that says it.
    pub fn standing_in(&self, statement: StatementIx, article: ArticleIx) -> Standing {
        let articles = self.articles_of(statement, self.rounds.of(article));
        if articles.len() < 2 {
            return self.elsewhere(statement, article);
        }
        Standing::Told { statement, articles: articles.len(), tellings: self.tellings(&articles) }
    }

    /// Stories among these articles: an agency's wording is one telling, in however many it stands.
    fn tellings(&self, articles: &[ArticleIx]) -> usize {
        let mut leads: Vec<ArticleIx> = articles.iter().map(|ix| self.leads[ix.index()]).collect();
        leads.sort_unstable();
        leads.dedup();
        leads.len()
    }

    /// The articles of one round that say it; ascending.
    pub fn articles_of(&self, statement: StatementIx, round: Option<RoundIx>) -> Vec<ArticleIx> {
        let mut articles = self.statements.get(statement).articles();
        articles.retain(|article| self.rounds.of(*article) == round);
        articles
    }

    /// The quotations that begin in a sentence.
    pub fn quotes_of(&self, article: ArticleIx, sentence: u32) -> &[CheckedQuote] {
        let start = self.quotes.partition_point(|quote| (quote.article, quote.sentence) < (article, sentence));
        let rest = &self.quotes[start..];
        &rest[..rest.partition_point(|quote| (quote.article, quote.sentence) == (article, sentence))]
    }

    fn elsewhere(&self, statement: StatementIx, here: ArticleIx) -> Standing {
        let day = |article: ArticleIx| {
            let round = self.rounds.of(article).and_then(|round| self.rounds.get(round).date);
            round.or_else(|| self.articles.get(article.index())?.date)
        };
        let own = day(here);
        let articles = self.statements.get(statement).articles();
        let others: Vec<Date> = articles.into_iter().filter(|other| *other != here).filter_map(day).collect();
        let earlier = others.iter().copied().min().filter(|other| own.is_some_and(|own| *other < own));
        let later = || others.iter().copied().filter(|other| own.is_some_and(|own| *other > own)).min();
        match (earlier, later()) {
            (Some(date), _) => Standing::Elsewhere { statement, before: Some(true), date: Some(date) },
            (None, Some(date)) => Standing::Elsewhere { statement, before: Some(false), date: Some(date) },
            (None, None) => Standing::Elsewhere { statement, before: None, date: None },
        }
    }

    /// Whether there is anything that the sentence could stand in too.
    fn can_be_alone(&self, article: ArticleIx, sentence: u32) -> bool {
        if self.peers.get(article.index()).is_none_or(|peers| *peers == 0) {
            return false;
        }
        let Some(text) = self.articles.get(article.index()) else { return false };
        let Some(sentence) = text.sentences.get(sentence as usize) else { return false };
        let kind = text.paragraphs[sentence.paragraph as usize].kind;
        let is_body = matches!(kind, ParagraphKind::Body | ParagraphKind::Quote | ParagraphKind::ListItem);
        is_body && sentence.span.text(&text.text).split_whitespace().nth(FEWEST_WORDS - 1).is_some()
    }

    /// Whether a linked sentence is said in one article alone.
    pub fn is_alone(&self, article: ArticleIx, sentence: u32) -> bool {
        self.alone_places.contains(&(article, sentence))
    }
}

fn leads(articles: usize, stories: &[Story]) -> Vec<ArticleIx> {
    let mut leads: Vec<ArticleIx> = (0..articles).map(ArticleIx::new).collect();
    for story in stories {
        story.others.iter().for_each(|other| leads[other.article.index()] = story.lead);
    }
    leads
}

fn peers(articles: &[Arc<Article>], rounds: &Rounds) -> Vec<u32> {
    let key = |ix: usize| Some((rounds.of(ArticleIx::new(ix))?, articles[ix].language));
    let mut counts: FxHashMap<_, u32> = FxHashMap::default();
    (0..articles.len()).filter_map(key).for_each(|key| *counts.entry(key).or_default() += 1);
    (0..articles.len()).map(|ix| key(ix).map_or(0, |key| counts[&key] - 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::statements::ReaderPairs;
    use super::*;

    fn article(path: &str, text: &str) -> Arc<Article> {
        Arc::new(Article::of_lines(path, text))
    }

    fn found(rounds: &[(&str, &str)]) -> Across {
        let articles = [
            article(
                "a",
                "Moscow proposed to lift all restrictions on the work of the embassies in both countries.\n\
                          The package would cut Russian banks off from SWIFT within a single week.",
            ),
            article("b", "The Russian side proposed to lift all restrictions on the work of the embassies."),
        ];
        let rounds = rounds.iter().map(|(path, key)| ((*path).to_owned(), (*key).to_owned())).collect();
        let rounds = Rounds::find(&articles, &rounds);
        let links = [Arc::default(), Arc::default()];
        let pairs = ReaderPairs::default();
        let statements = Statements::find(&articles, &links, &[], &rounds, &pairs, &|| false).expect("nobody cancels");
        Across::new(Parts {
            articles: articles.to_vec(),
            links: &links,
            stories: &[],
            speakers: Arc::default(),
            rounds,
            statements,
            said: vec![Arc::default(); 2],
            quotes: Vec::new(),
            differing: Vec::new(),
        })
    }

    #[test]
    fn within_a_round_it_is_told_how_many_say_it_and_who_is_alone() {
        let across = found(&[("a", "2021-12-07"), ("b", "2021-12-07")]);
        assert!(matches!(across.standing(ArticleIx(0), 0), Standing::Told { articles: 2, tellings: 2, .. }));
        assert_eq!(across.standing(ArticleIx(0), 1), Standing::Only);
        assert_eq!(across.standing(ArticleIx(0), 7), Standing::Unknown);
    }

    #[test]
    fn across_rounds_nobody_is_alone_and_what_was_said_before_is_said_again() {
        let across = found(&[("a", "2021-12-07"), ("b", "2021-12-30")]);
        let date = Date::new(2021, 12, 7);
        let standing = across.standing(ArticleIx(1), 0);
        assert!(
            matches!(standing, Standing::Elsewhere { before: Some(true), date: of, .. } if of == date),
            "{standing:?}"
        );
        assert!(matches!(across.standing(ArticleIx(0), 0), Standing::Elsewhere { before: Some(false), .. }));
        assert_eq!(across.standing(ArticleIx(0), 1), Standing::Unknown, "there is nothing to compare with");
    }
}
