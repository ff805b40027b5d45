//! Why a cell of the table is empty: what was looked for, and what comes closest.

use super::Cell;
use crate::analysis::nearest::{Miss, nearest_miss, words_tried};
use crate::app::State;
use crate::model::{ArticleIx, Language, TopicIx};

/// Articles of a column that are looked through for what comes closest.
const MOST_LOOKED_THROUGH: usize = 40;

/// What the reader is told of an empty cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedCell {
    pub topic: TopicIx,
    pub column: usize,
    pub cell: Cell,
    /// The only article of the column, where it is one.
    pub article: Option<ArticleIx>,
    /// Whether others on the same talks are known to speak of it.
    pub spoken_of: bool,
    pub language: Option<Language>,
    /// Words that were looked for.
    pub words: Vec<String>,
    /// What comes closest, and in which article.
    pub miss: Option<(ArticleIx, Miss)>,
    /// The reader said so of an earlier text of the article.
    pub was_left_out: bool,
}

impl State {
    /// Finds out why a cell is empty.
    pub(in crate::app) fn ask_cell(&mut self, cell: Option<(TopicIx, usize)>) {
        self.coverage.asked = cell.and_then(|(topic, column)| {
            let cell = self.coverage.cell(topic, column);
            let articles = &self.coverage.columns.get(column)?.articles;
            let article = (articles.len() == 1).then(|| articles[0]);
            let tree = self.library.tree();
            let miss = |ix: &ArticleIx| Some((*ix, nearest_miss(tree, topic, self.library.article(*ix)?)?));
            let misses = articles.iter().take(MOST_LOOKED_THROUGH).filter_map(miss);
            let best = misses.max_by_key(|(ix, miss)| (miss.found.len(), std::cmp::Reverse(*ix)));
            let language = articles.first().and_then(|ix| Some(self.library.article(*ix)?.language));
            let words = language.map(|language| words_tried(tree, topic, language)).unwrap_or_default();
            let id = &tree.topic(topic).id;
            let said = |ix| {
                self.library.article(ix).is_some_and(|article| {
                    self.marks.findings.left_out.iter().any(|one| one.article == article.path && one.topic == *id)
                })
            };
            let was_left_out = cell != Cell::LeftOut && article.is_some_and(said);
            let round = article.and_then(|ix| self.across.found()?.rounds.of(ix));
            let spoken_of = cell == Cell::Nothing && round.is_some();
            Some(AskedCell { topic, column, cell, article, spoken_of, language, words, miss: best, was_left_out })
        });
    }
}
