//! One topic in two to six articles, or as the sides tell it: statements as rows, made when something they show changed.
//!
//! In a row stands what says the same; what nobody else says has a row of its own. Shared words are those that another
//! card of the row has too, so the tint is always about what is on the screen. A gap says why it is one. Leaves out the
//! drawing.

mod claim;
mod columns;
mod rows;

use super::state::State;
use super::view::Whose;
use crate::analysis::across::Standing;
use crate::analysis::statements::StatementIx;
use crate::model::{ArticleIx, Span, TopicIx};
use std::cmp::Reverse;

/// Columns that can be read side by side.
pub const MOST_COLUMNS: usize = 6;
/// Columns shown until the reader chooses.
const FIRST_COLUMNS: usize = 3;
/// Articles that are offered at once; where more speak of the topic the others are looked for in a list.
pub const FEW_ARTICLES: usize = 8;

/// What the columns are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CompareBy {
    #[default]
    Articles,
    Sides,
}

#[derive(Default)]
pub struct Compare {
    pub by: CompareBy,
    /// The topic that is compared.
    pub topic: Option<TopicIx>,
    pub columns: Vec<CompareColumn>,
    /// Articles that can stand side by side, and whether they do: those of the round, or all if they are few.
    pub articles: Vec<(ArticleIx, bool)>,
    /// Articles of all rounds that speak of the topic.
    pub speaking: usize,
    pub rows: Vec<CompareRow>,
    /// Rows that were not made: the topic is too wide.
    pub more_rows: usize,
    /// The row that is to be brought into view; counts up with every request.
    pub focus: Option<(StatementIx, u64)>,
    /// What was asked for, until there is another topic.
    wanted: Option<Wanted>,
    /// Counts requests.
    requests: u64,
    /// Paths of the articles that the reader chose; none: what fits best.
    chosen: Vec<String>,
    /// Counts up whenever the rows are made anew.
    pub revision: u64,
    key: Option<Key>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareColumn {
    pub name: String,
    /// "8 Dec · 2 passages".
    pub under: String,
    pub article: Option<ArticleIx>,
    /// Where columns are sides.
    pub whose: Option<Whose>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareRow {
    /// What they say, in the words of one of them.
    pub headline: String,
    pub statement: Option<StatementIx>,
    pub standing: Standing,
    /// Whether cards of it give figures of one thing that do not agree.
    pub differ: bool,
    /// By column.
    pub cells: Vec<CompareCell>,
    /// By column: sentences that say it too and have no card.
    pub hidden: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareCell {
    Cards(Vec<CompareCard>),
    Gap(Gap),
}

/// Why nothing stands here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    Nothing,
    /// What stands beside it is too short, or there is nothing in its language on these talks.
    NotCompared,
    /// The article is on other talks.
    OtherRound,
    /// Nothing is compared across languages.
    OtherLanguage,
    /// No rules for the language.
    NotSearched,
}

/// A sentence of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareCard {
    pub article: ArticleIx,
    pub sentence: u32,
    pub span: Span,
    /// Words that another card of the row has too.
    pub shared: Vec<Span>,
    /// Words that no other card has; empty where it stands alone.
    pub different: Vec<Span>,
}

/// A statement that is to be seen.
#[derive(Clone)]
struct Wanted {
    /// [`crate::analysis::statements::Statement::id`]: places in lists change with every look across the articles.
    statement: u64,
    topic: Option<TopicIx>,
    /// Paths of articles that say it.
    articles: Vec<String>,
}

#[derive(Clone, PartialEq)]
struct Key {
    by: CompareBy,
    generation: u64,
    across: u64,
    topic: Option<TopicIx>,
    chosen: Vec<String>,
    requests: u64,
}

impl CompareRow {
    /// Columns with something in them.
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.cards().is_empty()).count()
    }
}

impl CompareCell {
    pub fn cards(&self) -> &[CompareCard] {
        match self {
            Self::Cards(cards) => cards,
            Self::Gap(_) => &[],
        }
    }
}

impl Compare {
    /// Wants a statement on the screen, with articles that say it.
    pub(super) fn want(&mut self, statement: u64, topic: Option<TopicIx>, articles: Vec<String>) {
        self.requests += 1;
        self.wanted = Some(Wanted { statement, topic, articles });
        self.by = CompareBy::Articles;
        self.chosen.clear();
    }
}

impl State {
    /// Makes the rows anew if something they show has changed. Once a frame, while they are on the screen.
    pub fn refresh_compare(&mut self) {
        let key = Key {
            by: self.compare.by,
            generation: self.generation,
            across: self.across.revision,
            topic: self.view.topic,
            chosen: self.compare.chosen.clone(),
            requests: self.compare.requests,
        };
        if self.compare.key.as_ref() == Some(&key) {
            return;
        }
        if self.compare.wanted.as_ref().is_some_and(|wanted| wanted.topic != key.topic) {
            self.compare.wanted = None; // Another topic: what fits it best.
        }
        self.compare.key = Some(key);
        self.compare.revision += 1;
        self.compare.topic = self.view.topic.or_else(|| self.most_spoken_of());
        let Some(found) = self.across.found().cloned() else {
            (self.compare.columns, self.compare.rows, self.compare.articles) = Default::default();
            return;
        };
        let wanted = self.compare.wanted.as_ref();
        let place = wanted.and_then(|wanted| found.statements.list.iter().position(|one| one.id == wanted.statement));
        self.compare.focus = place.map(|place| (StatementIx(place as u32), self.compare.requests));
        let shown = self.articles_to_compare(&found);
        self.compare.speaking = self.all_articles().filter(|ix| self.passages_compared(*ix) > 0).count();
        self.compare.articles = self.candidates(&found, &shown);
        self.compare.columns = match self.compare.by {
            CompareBy::Articles => shown.iter().map(|ix| self.article_column(*ix)).collect(),
            CompareBy::Sides => self.side_columns_to_compare(&found),
        };
        (self.compare.rows, self.compare.more_rows) = self.rows(&found, &shown);
    }

    fn most_spoken_of(&self) -> Option<TopicIx> {
        let tops = self.library.tree().iter().filter(|(_, topic)| topic.parent.is_none());
        tops.map(|(ix, _)| ix).max_by_key(|ix| (self.library.counts.topic(*ix).sentences, Reverse(*ix)))
    }

    /// Sentences of an article that are linked to the topic; ascending.
    fn sentences_on_topic(&self, ix: ArticleIx) -> Vec<u32> {
        let Some(topic) = self.compare.topic else { return Vec::new() };
        let tree = self.library.tree();
        let on_topic = self.library.passages(ix).iter().filter(|passage| tree.is_within(passage.topic, topic));
        let mut sentences: Vec<u32> = on_topic.map(|passage| passage.sentence).collect();
        sentences.dedup();
        sentences
    }

    pub(super) fn compare_article(&mut self, ix: ArticleIx, shown: bool) {
        let mut articles: Vec<ArticleIx> =
            self.compare.articles.iter().filter(|(_, shown)| *shown).map(|(ix, _)| *ix).collect();
        match shown {
            true if articles.len() >= MOST_COLUMNS => {
                return self.notices.done("Six articles fit side by side; take one away first");
            }
            true => articles.push(ix),
            false if articles.len() <= 2 => return self.notices.done("Two articles at least are compared"),
            false => articles.retain(|other| *other != ix),
        }
        let path = |ix: ArticleIx| Some(self.library.article(ix)?.path.clone());
        self.compare.chosen = articles.into_iter().filter_map(path).collect();
    }
}
