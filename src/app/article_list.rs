//! The list of articles as the reader sees it: sorted, filtered, grouped by day, copies and versions under one row.
//!
//! Made anew when articles, order or filter change, not once a frame: it may have forty thousand rows.

use super::library::Library;
use super::view::ViewState;
use crate::analysis::duplicates::Member;
use crate::model::{Article, ArticleIx, ArticleOrder, Date, TopicIx};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a day; `None` for articles without a date.
    Day {
        date: Option<Date>,
        articles: usize,
    },
    Article(ArticleIx),
    /// A copy or another version of the article above it.
    Member {
        lead: ArticleIx,
        member: Member,
    },
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
    /// By the article that stays: how many copies and versions are under it.
    folded: BTreeMap<ArticleIx, usize>,
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

    /// How many copies and versions stand under an article, of those that the filter lets through.
    pub fn folded(&self, lead: ArticleIx) -> usize {
        self.folded.get(&lead).copied().unwrap_or(0)
    }

    /// Lists the articles of `library` as `view` wants them.
    pub(super) fn list(&mut self, library: &Library, view: &ViewState) {
        let ViewState { order, topic, filter, open_stories, .. } = view;
        let (order, topic) = (*order, *topic);
        self.revision += 1;
        let mut articles: Vec<u32> = (0..library.articles.len() as u32).collect();
        sort(library, order, topic, &mut articles);
        self.ranks.resize(articles.len(), 0);
        for (rank, article) in articles.iter().enumerate() {
            self.ranks[*article as usize] = rank as u32;
        }
        self.keep_matching(library, filter, &mut articles);
        self.shown = articles.len();
        let members = self.fold_stories(library, &mut articles);
        self.rows.clear();
        self.places.clear();
        self.places.resize(library.articles.len(), None);
        let date = |index: &u32| library.articles[*index as usize].date;
        for day in articles.chunk_by(|a, b| order != ArticleOrder::Date || date(a) == date(b)) {
            if order == ArticleOrder::Date {
                self.rows.push(Row::Day { date: date(&day[0]), articles: day.len() });
            }
            for &index in day {
                let lead = ArticleIx(index);
                let place = Some(self.rows.len() as u32);
                self.places[index as usize] = place;
                self.rows.push(Row::Article(lead));
                for member in members.get(&lead).into_iter().flatten() {
                    self.places[member.article.index()] = place;
                    if open_stories.contains(&lead) {
                        self.places[member.article.index()] = Some(self.rows.len() as u32);
                        self.rows.push(Row::Member { lead, member: *member });
                    }
                }
            }
        }
    }

    /// Takes copies and versions out of `articles`, which are sorted, and gives them back by the one that stays: the
    /// story's lead or, where the filter hides that, the first one.
    fn fold_stories(&mut self, library: &Library, articles: &mut Vec<u32>) -> BTreeMap<ArticleIx, Vec<Member>> {
        let mut members: BTreeMap<ArticleIx, Vec<Member>> = BTreeMap::new();
        let mut stays: BTreeMap<ArticleIx, ArticleIx> = BTreeMap::new();
        let listed: Vec<bool> = {
            let mut listed = vec![false; library.articles.len()];
            articles.iter().for_each(|index| listed[*index as usize] = true);
            listed
        };
        articles.retain(|index| {
            let article = ArticleIx(*index);
            let Some(story) = library.story(article) else { return true };
            let lead = if listed[story.lead.index()] { story.lead } else { article };
            *stays.entry(story.lead).or_insert(lead) == article
        });
        for (lead, stays) in stays {
            let Some(story) = library.story(lead) else { continue };
            let others = story.others.iter().filter(|member| listed[member.article.index()]);
            members.insert(stays, others.filter(|member| member.article != stays).copied().collect());
        }
        self.folded = members.iter().map(|(lead, members)| (*lead, members.len())).collect();
        members
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
            Self::Member { member, .. } => Some(member.article),
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
