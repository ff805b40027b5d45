//! The columns of the table: articles, outlets, sides or days, in order, those of one round together.

use super::{Column, ColumnGroup, ColumnOrder, CoverageBy};
use crate::app::{State, Whose};
use crate::model::{Article, ArticleIx, Date, SideIx, TopicIx};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// In a table with no more columns than these the empty ones stay: who is silent is what one looks for.
const FEW: usize = 12;

impl State {
    /// The columns, their rounds, and how many columns are left out because nothing was found in them.
    pub(super) fn columns(&self) -> (Vec<Column>, Vec<ColumnGroup>, usize) {
        let mut columns = match self.coverage.choice.by {
            CoverageBy::Articles => self.article_columns(),
            CoverageBy::Outlets => self.outlet_columns(),
            CoverageBy::Days => self.day_columns(),
            CoverageBy::Sides => return (self.side_columns(), Vec::new(), 0),
        };
        let all = columns.len();
        if all > FEW && !self.coverage.choice.with_empty {
            columns.retain(|column| column.articles.iter().any(|ix| !self.library.passages(*ix).is_empty()));
        }
        let hidden = all - columns.len();
        let order = self.coverage.choice.order;
        columns.sort_by_cached_key(|column| {
            let date = (column.date.is_none(), column.date);
            let group = column.group.unwrap_or(usize::MAX);
            let name = column.name.to_lowercase();
            let first = column.articles.first().copied();
            match order {
                ColumnOrder::Date => (group, 0, date, name, first),
                ColumnOrder::Outlet => (group, 0, (false, None), name, first),
                ColumnOrder::Weight => (group, u32::MAX - column.total, date, name, first),
            }
        });
        let groups = self.column_groups(&columns);
        (columns, groups, hidden)
    }

    fn article_columns(&self) -> Vec<Column> {
        let years: BTreeSet<i16> =
            self.library.articles.iter().filter_map(|article| Some(article.date?.year)).collect();
        let rounds = self.across.found().map(|found| &found.rounds).filter(|rounds| rounds.list.len() > 1);
        let column = |(index, article): (usize, &Arc<Article>)| {
            let ix = ArticleIx::new(index);
            let under = article.date.map(|date| short(date, years.len() > 1)).unwrap_or_default();
            let group = rounds.map(|rounds| rounds.of(ix).map_or(rounds.list.len(), |round| round.index()));
            Column {
                name: article.source_name().to_owned(),
                under,
                help: article.headline.clone(),
                articles: vec![ix],
                whose: None,
                group,
                date: article.date,
                total: self.weight_of(ix),
            }
        };
        self.library.articles.iter().enumerate().map(column).collect()
    }

    /// Passages of an article: of the selected topic, or of all.
    fn weight_of(&self, ix: ArticleIx) -> u32 {
        let count = |topic: TopicIx| self.library.counts.topic(topic).by_article.get(ix.index()).copied().unwrap_or(0);
        match self.view.topic {
            Some(topic) => count(topic),
            None => {
                let tops = self.library.tree().iter().filter(|(_, topic)| topic.parent.is_none());
                tops.map(|(topic, _)| count(topic)).sum()
            }
        }
    }

    fn outlet_columns(&self) -> Vec<Column> {
        let mut outlets: BTreeMap<&str, Vec<ArticleIx>> = BTreeMap::new();
        for (index, article) in self.library.articles.iter().enumerate() {
            outlets.entry(article.source_name()).or_default().push(ArticleIx::new(index));
        }
        outlets.into_iter().map(|(name, articles)| self.column_of_many(name.to_owned(), articles)).collect()
    }

    fn day_columns(&self) -> Vec<Column> {
        let mut days: BTreeMap<(bool, Option<Date>), Vec<ArticleIx>> = BTreeMap::new();
        for (index, article) in self.library.articles.iter().enumerate() {
            days.entry((article.date.is_none(), article.date)).or_default().push(ArticleIx::new(index));
        }
        let name = |date: Option<Date>| date.map_or_else(|| "No date".to_owned(), Date::short);
        days.into_iter().map(|((_, date), articles)| self.column_of_many(name(date), articles)).collect()
    }

    fn column_of_many(&self, name: String, articles: Vec<ArticleIx>) -> Column {
        let headlines: Vec<&str> =
            articles.iter().filter_map(|ix| Some(self.library.article(*ix)?.headline.as_str())).take(8).collect();
        let date = articles.iter().filter_map(|ix| self.library.article(*ix)?.date).min();
        let under = match articles.len() {
            1 => "1 article".to_owned(),
            count => format!("{count} articles"),
        };
        let total = articles.iter().map(|ix| self.weight_of(*ix)).sum();
        Column { name, under, help: headlines.join("\n"), articles, date, total, ..Column::default() }
    }

    fn side_columns(&self) -> Vec<Column> {
        let Some(found) = self.across.found() else { return Vec::new() };
        let sides = (0..found.speakers.sides.len()).map(|number| Whose::Side(SideIx(number as u8)));
        let column =
            |whose| Column { name: self.whose_name(whose).to_owned(), whose: Some(whose), ..Column::default() };
        sides.chain([Whose::Nobody]).map(column).collect()
    }

    fn column_groups(&self, columns: &[Column]) -> Vec<ColumnGroup> {
        let Some(found) = self.across.found() else { return Vec::new() };
        let mut groups = Vec::new();
        let mut start = 0;
        for group in columns.chunk_by(|a, b| a.group == b.group) {
            let Some(number) = group[0].group else { return Vec::new() };
            let name = found.rounds.list.get(number).map_or("No round", |round| &round.name).to_owned();
            groups.push(ColumnGroup { name, columns: start..start + group.len() });
            start += group.len();
        }
        groups
    }
}

/// "8 Dec", with the year where there are several.
fn short(date: Date, with_year: bool) -> String {
    let words = date.short();
    if with_year { words } else { words.rsplit_once(' ').map_or(words.clone(), |(day, _)| day.to_owned()) }
}
