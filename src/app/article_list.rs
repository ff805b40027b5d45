//! The list of articles as the reader sees it: sorted, filtered, grouped by day.
//!
//! Made anew when articles, order or filter change, not once a frame: it may have forty thousand rows.

use super::library::Library;
use crate::model::{Article, ArticleIx, ArticleOrder, Date, TopicIx};
use std::cmp::Reverse;

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a day; `None` for articles without a date.
    Day {
        date: Option<Date>,
        articles: usize,
    },
    Article(ArticleIx),
}

/// The rows, and how they came about.
#[derive(Clone, Debug, Default)]
pub struct ArticleList {
    rows: Vec<Row>,
    /// By article: its row, if it has one.
    places: Vec<Option<u32>>,
    /// By article: its place in the order, whether the filter lets it through or not.
    ranks: Vec<u32>,
    /// Articles among the rows.
    shown: usize,
    /// By article: what the filter looks through, in small letters. Filled when there first is a filter.
    haystacks: Vec<Box<str>>,
    /// Counts up with every change.
    pub revision: u64,
}

impl ArticleList {
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many articles the filter lets through.
    pub fn shown(&self) -> usize {
        self.shown
    }

    /// By article: its place in the order.
    pub fn ranks(&self) -> &[u32] {
        &self.ranks
    }

    /// The row of an article.
    pub fn place(&self, article: ArticleIx) -> Option<usize> {
        self.places.get(article.index()).copied().flatten().map(|place| place as usize)
    }

    /// The uppermost article.
    pub fn first(&self) -> Option<ArticleIx> {
        self.rows.iter().find_map(Row::article)
    }

    /// The article below or above `article` in the list; the first one if it is not in the list.
    pub fn step(&self, article: ArticleIx, forward: bool) -> Option<ArticleIx> {
        let Some(place) = self.place(article) else { return self.first() };
        if forward {
            self.rows[place + 1..].iter().find_map(Row::article)
        } else {
            self.rows[..place].iter().rev().find_map(Row::article)
        }
    }

    /// Articles are not what they were: what was noted of them is wrong now.
    pub(super) fn forget(&mut self) {
        self.haystacks.clear();
    }

    /// Lists the articles of `library` that hold all words of `filter`.
    pub(super) fn list(&mut self, library: &Library, order: ArticleOrder, topic: Option<TopicIx>, filter: &str) {
        self.revision += 1;
        let mut articles: Vec<u32> = (0..library.articles.len() as u32).collect();
        sort(library, order, topic, &mut articles);
        self.ranks.resize(articles.len(), 0);
        for (rank, article) in articles.iter().enumerate() {
            self.ranks[*article as usize] = rank as u32;
        }
        self.keep_matching(library, filter, &mut articles);
        self.shown = articles.len();
        self.rows.clear();
        self.places.clear();
        self.places.resize(library.articles.len(), None);
        let date = |index: &u32| library.articles[*index as usize].date;
        for day in articles.chunk_by(|a, b| order != ArticleOrder::Date || date(a) == date(b)) {
            if order == ArticleOrder::Date {
                self.rows.push(Row::Day { date: date(&day[0]), articles: day.len() });
            }
            for &index in day {
                self.places[index as usize] = Some(self.rows.len() as u32);
                self.rows.push(Row::Article(ArticleIx(index)));
            }
        }
    }

    fn keep_matching(&mut self, library: &Library, filter: &str, articles: &mut Vec<u32>) {
        let filter = filter.to_lowercase();
        let words: Vec<&str> = filter.split_whitespace().collect();
        if words.is_empty() {
            return;
        }
        let new = library.articles.get(self.haystacks.len()..).unwrap_or_default();
        self.haystacks.extend(new.iter().map(|article| haystack(article)));
        articles.retain(|index| {
            let haystack = &self.haystacks[*index as usize];
            words.iter().all(|word| haystack.contains(word))
        });
    }
}

impl Row {
    fn article(&self) -> Option<ArticleIx> {
        match self {
            Self::Article(article) => Some(*article),
            Self::Day { .. } => None,
        }
    }
}

/// What a filter looks through: what the list shows of an article, and its author and path.
fn haystack(article: &Article) -> Box<str> {
    let Article { headline, author, path, .. } = article;
    let date = article.date.map(|date| format!("{date} {}", date.short())).unwrap_or_default();
    let author = author.as_deref().unwrap_or_default();
    format!("{headline}\n{}\n{author}\n{path}\n{date}", article.source_name()).to_lowercase().into()
}

/// Sorts places of articles. They come in the order of the paths, and those that are equal stay so.
fn sort(library: &Library, order: ArticleOrder, topic: Option<TopicIx>, articles: &mut [u32]) {
    let article = |index: &u32| library.articles[*index as usize].as_ref();
    match order {
        ArticleOrder::File => {}
        ArticleOrder::Date => {
            articles.sort_by_cached_key(|index| {
                let Article { date, time, .. } = article(index);
                (date.is_none(), *date, time.map(|time| time.minute))
            });
        }
        ArticleOrder::Outlet => articles.sort_by_cached_key(|index| {
            let article = article(index);
            (article.source_name().to_lowercase(), article.date.is_none(), article.date)
        }),
        ArticleOrder::Headline => articles.sort_by_cached_key(|index| article(index).headline.to_lowercase()),
        ArticleOrder::Passages => articles.sort_by_cached_key(|index| {
            let of_topic = |topic| library.counts.topic(topic).by_article.get(*index as usize).copied().unwrap_or(0);
            let all = || library.links[*index as usize].chunk_by(|a, b| a.sentence == b.sentence).count() as u32;
            Reverse(topic.map_or_else(all, of_topic))
        }),
    }
}
