//! Statements: what several articles say, however each words it.
//!
//! Sentences are read into concepts ([`wording`]), each wording once ([`units`]); those of different articles that
//! share rare ones are compared ([`candidates`], [`compare`]), and groups are made of what says the same ([`group`]).
//! Shared agency wording is one telling, however many print it: articles of one story count once. What no group has is
//! said there alone. The same for the same input. Leaves out: statements across languages, for names and figures alone
//! join too much that is not the same; paraphrase that shares no word, kindred word, name or figure.

mod align;
mod candidates;
mod compare;
mod conflict;
mod corpus;
mod evidence;
mod families;
mod group;
pub(in crate::analysis) mod kindred;
mod lexicon;
mod likeness;
mod maker;
mod order;
mod particulars;
mod readers;
mod shared;
mod sides;
mod surroundings;
mod units;
mod weights;
mod wording;

pub use self::align::{Alignment, align};
pub use self::corpus::{Corpus, Finder, Found, Piece};
pub use self::likeness::Rewordings;
pub use self::readers::ReaderPairs;
pub use crate::analysis::learn::Place;

use crate::analysis::duplicates::Story;
use crate::analysis::rounds::Rounds;
use crate::model::{Article, ArticleIx, Fingerprint, Passage, Span, TopicIx};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A statement's place in [`Statements::list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementIx(pub u32);

impl StatementIx {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One thing that articles of at least two stories say.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// A hash of the earliest member: for display and output.
    pub id: u64,
    /// In the order of the collection.
    pub members: Vec<Member>,
    /// Those that at least half of the members are linked to, else all that any is; ascending.
    pub topics: Vec<TopicIx>,
    /// Stories that say it. An agency's wording is one telling, in however many articles it stands.
    pub tellings: usize,
    /// Whether members differ in a figure, or one denies what another says.
    pub conflict: bool,
}

impl Statement {
    /// Articles that say it, each once; ascending.
    pub fn articles(&self) -> Vec<ArticleIx> {
        let mut articles: Vec<ArticleIx> = self.members.iter().map(|member| member.article).collect();
        articles.dedup();
        articles
    }
}

/// A sentence that says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub article: ArticleIx,
    /// Index into [`Article::sentences`].
    pub sentence: u32,
    /// How much speaks for its saying the same as the others: 500 is a doubt, 1000 is none. 1000 where the reader said so.
    /// Of a small sample of news from 800 on nearly nine of ten were judged right; less than 500 is not shown.
    pub strength: u16,
    /// The words that another member has too, in order.
    pub shared: Vec<Span>,
    /// The words that no other member has, in order.
    pub different: Vec<Span>,
}

/// What a collection says more than once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statements {
    /// In the order of their first members.
    pub list: Vec<Statement>,
    by_place: FxHashMap<Place, Vec<StatementIx>>,
    /// Sentences that another article on the same talks may say too.
    near: FxHashSet<Place>,
}

impl Statements {
    /// Finds them on this thread; [`Corpus`] is for several. `links` by article, as
    /// [`crate::analysis::LinkWorker::link`] gives them; `None` if it was cancelled.
    pub fn find(
        articles: &[Arc<Article>],
        links: &[Arc<Vec<Passage>>],
        stories: &[Story],
        rounds: &Rounds,
        pairs: &ReaderPairs,
        is_cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let corpus = Corpus::read(articles, links, rounds, pairs, is_cancelled)?;
        let mut finder = corpus.finder();
        let wanted = corpus.pieces().take_while(|_| !is_cancelled());
        let found: Vec<Found> = wanted.map(|piece| finder.find(piece)).collect();
        corpus.statements(&found, stories)
    }

    pub fn get(&self, ix: StatementIx) -> &Statement {
        &self.list[ix.index()]
    }

    /// The statements that a sentence takes part in; none: it is said here only.
    pub fn of(&self, article: ArticleIx, sentence: u32) -> &[StatementIx] {
        self.by_place.get(&Place { article, sentence }).map_or(&[], Vec::as_slice)
    }

    /// Whether another article on the same talks may say it too, be it in a statement or in other words.
    pub fn is_near(&self, article: ArticleIx, sentence: u32) -> bool {
        self.near.contains(&Place { article, sentence })
    }

    fn index(list: Vec<Statement>) -> Self {
        let mut by_place: FxHashMap<Place, Vec<StatementIx>> = FxHashMap::default();
        for (number, statement) in (0..).zip(&list) {
            for place in places(statement) {
                by_place.entry(place).or_default().push(StatementIx(number));
            }
        }
        Self { list, by_place, near: FxHashSet::default() }
    }
}

fn places(statement: &Statement) -> impl Iterator<Item = Place> + '_ {
    statement.members.iter().map(|member| Place { article: member.article, sentence: member.sentence })
}

/// Gives each statement its id: of two with the same earliest member the second is told by all of its members.
fn name(articles: &[Arc<Article>], list: &mut [Statement]) {
    let text = |place: &Place| {
        let article = &articles[place.article.index()];
        let words = article.sentences[place.sentence as usize].span.text(&article.text);
        format!("{}\n{words}", article.path)
    };
    let published = |place: &Place| {
        let article = &articles[place.article.index()];
        (article.date.is_none(), article.date, *place)
    };
    let mut taken = BTreeSet::new();
    for statement in list {
        let earliest = places(statement).min_by_key(published).map(|place| text(&place)).unwrap_or_default();
        statement.id = Fingerprint::of(&earliest).0;
        if !taken.insert(statement.id) {
            let all: Vec<String> = places(statement).map(|place| text(&place)).collect();
            statement.id = Fingerprint::of(&all.join("\n")).0;
            taken.insert(statement.id);
        }
    }
}

#[cfg(test)]
mod tests;
