//! Who covers what: the table of topics by articles, outlets, sides or days, made when something it shows has changed.
//!
//! An empty cell is "searched, not found" until the reader confirms that the article leaves the topic out. Leaving out
//! is said within a round: where no article of the round speaks of a topic, none leaves it out. Leaves out the drawing.

mod asked;
mod columns;

pub use asked::AskedCell;

use super::state::State;
use super::view::Whose;
use crate::model::{ArticleIx, Date, Language, LeftOut, TopicIx};
use std::collections::{BTreeMap, BTreeSet};

/// What a column of the table is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CoverageBy {
    #[default]
    Articles,
    Outlets,
    Sides,
    Days,
}

/// How the columns are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnOrder {
    #[default]
    Date,
    Outlet,
    /// Those with most passages first; of the selected topic, if there is one.
    Weight,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoverageChoice {
    pub by: CoverageBy,
    pub order: ColumnOrder,
    /// Whether columns in which nothing was found at all stay in a table that has many.
    pub with_empty: bool,
}

/// The table.
#[derive(Default)]
pub struct Coverage {
    pub choice: CoverageChoice,
    pub columns: Vec<Column>,
    /// The columns of one round; none where there is only one round, or columns are no articles.
    pub groups: Vec<ColumnGroup>,
    /// By topic, then by column.
    cells: Vec<Cell>,
    /// The signs of empty cells that there are.
    signs: Vec<Cell>,
    /// Columns that are left out because nothing was found in them.
    pub hidden: usize,
    /// The largest number in the table.
    pub most: u32,
    pub said: super::said::SaidLists,
    /// The empty cell that the reader asked about.
    pub asked: Option<AskedCell>,
    key: Option<Key>,
}

/// A column and how it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    /// Below the name: the day.
    pub under: String,
    /// For the pointer: the headline.
    pub help: String,
    /// In the order of the collection.
    pub articles: Vec<ArticleIx>,
    /// Where columns are sides.
    pub whose: Option<Whose>,
    group: Option<usize>,
    date: Option<Date>,
    total: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnGroup {
    pub name: String,
    pub columns: std::ops::Range<usize>,
}

/// What stands where a topic and a column meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// So many sentences.
    Count(u32),
    /// Searched, nothing found.
    #[default]
    Nothing,
    /// The same, and no article of its round speaks of it: nothing is left out.
    NotOfItsRound,
    /// The reader looked: the article leaves it out.
    LeftOut,
    /// No rules for the language.
    NotSearched,
}

#[derive(Clone, PartialEq)]
struct Key {
    choice: CoverageChoice,
    generation: u64,
    across: u64,
    topic: Option<TopicIx>,
    left_out: usize,
}

impl Key {
    /// Whether the table is the same: of the topic only the lists below it are, unless it gives the order.
    fn has_table_of(&self, new: &Self) -> bool {
        let is_topics = new.choice.order == ColumnOrder::Weight;
        let of_topic = if is_topics { self.topic } else { new.topic };
        *new == Self { topic: of_topic, ..self.clone() }
    }
}

impl Coverage {
    /// Whether a sign stands somewhere in the table.
    pub fn has(&self, cell: Cell) -> bool {
        self.signs.contains(&cell)
    }

    pub fn cell(&self, topic: TopicIx, column: usize) -> Cell {
        self.cells.get(topic.index() * self.columns.len() + column).copied().unwrap_or_default()
    }
}

impl State {
    /// Makes the table anew if something it shows has changed. Once a frame, while it is on the screen.
    pub fn refresh_coverage(&mut self) {
        let key = Key {
            choice: self.coverage.choice,
            generation: self.generation,
            across: self.across.revision,
            topic: self.view.topic,
            left_out: self.marks.findings.left_out.len(),
        };
        if self.coverage.key.as_ref() == Some(&key) {
            return;
        }
        let asked = self.coverage.asked.take().and_then(|asked| {
            let column = self.coverage.columns.get(asked.column)?;
            Some((asked.topic, column.articles.clone(), column.whose))
        });
        let old = self.coverage.key.replace(key.clone());
        let same_articles = old.as_ref().is_some_and(|old| old.generation == key.generation);
        if !old.is_some_and(|old| old.has_table_of(&key)) {
            let (columns, groups, hidden) = self.columns();
            self.fill(&columns);
            (self.coverage.columns, self.coverage.groups, self.coverage.hidden) = (columns, groups, hidden);
        }
        self.coverage.said = self.said_lists();
        if same_articles && let Some((topic, articles, whose)) = asked {
            let mut columns = self.coverage.columns.iter();
            let column = columns.position(|column| (&column.articles, column.whose) == (&articles, whose));
            self.ask_cell(column.map(|column| (topic, column)));
        }
    }

    fn fill(&mut self, columns: &[Column]) {
        let topics = self.library.tree().len();
        let mut cells = vec![Cell::Nothing; topics * columns.len()];
        let by_side = self.coverage.choice.by == CoverageBy::Sides;
        let sides = if by_side { self.count_sides(columns.len()) } else { Vec::new() };
        let in_rounds = self.counts_of_rounds();
        let left_out = self.left_out();
        let searched: BTreeMap<Language, bool> = self
            .library
            .articles
            .iter()
            .map(|article| article.language)
            .collect::<BTreeSet<Language>>()
            .into_iter()
            .map(|language| (language, self.library.searches(language)))
            .collect();
        let is_searched = |ix: &ArticleIx| {
            self.library.article(*ix).is_some_and(|article| searched.get(&article.language) == Some(&true))
        };
        let open: Vec<bool> =
            columns.iter().map(|column| column.whose.is_some() || column.articles.iter().any(is_searched)).collect();
        for topic in (0..topics).map(TopicIx::new) {
            let by_article = &self.library.counts.topic(topic).by_article;
            for (number, column) in columns.iter().enumerate() {
                let place = topic.index() * columns.len() + number;
                let count = match column.whose {
                    Some(_) => sides[place],
                    None => column.articles.iter().map(|ix| by_article.get(ix.index()).copied().unwrap_or(0)).sum(),
                };
                cells[place] = match (count, &column.articles[..]) {
                    (1.., _) => Cell::Count(count),
                    _ if !open[number] => Cell::NotSearched,
                    (_, [ix]) if column.whose.is_none() => self.empty_cell(topic, *ix, &in_rounds, &left_out),
                    _ => Cell::Nothing,
                };
            }
        }
        let count = |cell: &Cell| if let Cell::Count(count) = cell { *count } else { 0 };
        self.coverage.most = cells.iter().map(count).max().unwrap_or(0);
        let signs = [Cell::Nothing, Cell::LeftOut, Cell::NotOfItsRound, Cell::NotSearched];
        self.coverage.signs = signs.into_iter().filter(|sign| cells.contains(sign)).collect();
        self.coverage.cells = cells;
    }

    /// Topics that the reader said are left out, with the articles as they are now.
    fn left_out(&self) -> BTreeSet<(TopicIx, ArticleIx)> {
        let now = |one: &LeftOut| {
            let ix = self.library.find(&one.article)?;
            let is_same = self.library.article(ix).is_some_and(|article| article.fingerprint == one.fingerprint);
            let topic = self.library.tree().find(&one.topic)?;
            is_same.then_some((topic, ix))
        };
        self.marks.findings.left_out.iter().filter_map(now).collect()
    }

    fn empty_cell(
        &self,
        topic: TopicIx,
        ix: ArticleIx,
        in_rounds: &[Vec<u32>],
        left_out: &BTreeSet<(TopicIx, ArticleIx)>,
    ) -> Cell {
        if left_out.contains(&(topic, ix)) {
            return Cell::LeftOut;
        }
        let Some(found) = self.across.found().filter(|found| !found.rounds.list.is_empty()) else {
            return Cell::Nothing;
        };
        match found.rounds.of(ix) {
            Some(round) if in_rounds[round.index()][topic.index()] == 0 => Cell::NotOfItsRound,
            _ => Cell::Nothing,
        }
    }

    /// By round and topic: sentences.
    fn counts_of_rounds(&self) -> Vec<Vec<u32>> {
        let Some(found) = self.across.found() else { return Vec::new() };
        let topics = self.library.tree().len();
        let count = |articles: &[ArticleIx], topic: usize| -> u32 {
            let by_article = &self.library.counts.topic(TopicIx::new(topic)).by_article;
            articles.iter().map(|ix| by_article.get(ix.index()).copied().unwrap_or(0)).sum()
        };
        let rounds = found.rounds.list.iter();
        rounds.map(|round| (0..topics).map(|topic| count(&round.articles, topic)).collect()).collect()
    }

    /// By topic and side, nobody's last: distinct sentences, those of sub-topics included once.
    fn count_sides(&self, sides: usize) -> Vec<u32> {
        let tree = self.library.tree();
        let mut counts = vec![0; tree.len() * sides];
        if sides == 0 {
            return counts; // It is not known yet who says what.
        }
        for (index, passages) in self.library.links.iter().enumerate() {
            for of_sentence in passages.chunk_by(|a, b| a.sentence == b.sentence) {
                let column = match self.whose(ArticleIx::new(index), of_sentence[0].sentence) {
                    Whose::Side(side) => side.index(),
                    Whose::Nobody => sides - 1,
                };
                let mut topics = BTreeSet::new();
                for passage in of_sentence {
                    let up = |topic: &TopicIx| tree.topic(*topic).parent;
                    topics.extend(std::iter::successors(Some(passage.topic), up));
                }
                topics.iter().for_each(|topic| counts[topic.index() * sides + column] += 1);
            }
        }
        counts
    }
}
