//! The columns of the Compare view: which articles stand side by side, which can be added, and the sides.

use super::{CompareColumn, FEW_ARTICLES, FIRST_COLUMNS, MOST_COLUMNS};
use crate::analysis::across::{Across, Standing};
use crate::analysis::rounds::RoundIx;
use crate::app::{State, Whose};
use crate::model::{ArticleIx, Date};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

impl State {
    pub(super) fn all_articles(&self) -> impl Iterator<Item = ArticleIx> + use<> {
        (0..self.library.articles.len()).map(ArticleIx::new)
    }

    /// Articles that could be put beside those that are compared, and have `filter` in headline, outlet or date: first
    /// those of the round, then those with most to say.
    pub fn articles_to_add(&self, filter: &str) -> Vec<ArticleIx> {
        let filter = filter.trim().to_lowercase();
        let fits = |ix: &ArticleIx| {
            self.library.article(*ix).is_some_and(|article| {
                let date = article.date.map(Date::short).unwrap_or_default();
                let words = format!("{} {} {date}", article.headline, article.source_name());
                filter.is_empty() || words.to_lowercase().contains(&filter)
            })
        };
        let offered = |ix: &ArticleIx| {
            let place = self.compare.articles.binary_search_by_key(ix, |(own, _)| *own).ok();
            place.map(|place| self.compare.articles[place].1)
        };
        let is_shown = |ix: &ArticleIx| offered(ix) == Some(true);
        let mut articles: Vec<ArticleIx> =
            self.all_articles().filter(|ix| self.passages_compared(*ix) > 0 && !is_shown(ix)).filter(fits).collect();
        articles.sort_by_cached_key(|ix| (offered(ix).is_none(), Reverse(self.passages_compared(*ix)), *ix));
        articles
    }

    /// Passages of an article on the topic that is compared.
    pub fn passages_compared(&self, ix: ArticleIx) -> u32 {
        let count = |topic| self.library.counts.topic(topic).by_article.get(ix.index()).copied().unwrap_or(0);
        self.compare.topic.map_or(0, count)
    }

    /// The articles that stand side by side: those chosen, those of a statement, or those with most to say.
    pub(super) fn articles_to_compare(&self, found: &Across) -> Vec<ArticleIx> {
        let chosen: Vec<ArticleIx> = self.compare.chosen.iter().filter_map(|path| self.library.find(path)).collect();
        let mut shown = if chosen.is_empty() { self.wanted_articles() } else { chosen };
        if shown.is_empty() {
            shown = self.first_columns(found);
        }
        let date = |ix: &ArticleIx| self.library.article(*ix).and_then(|article| article.date);
        shown.sort_by_key(|ix| (date(ix).is_none(), date(ix), *ix));
        shown
    }

    /// Those of the round that share most with others; of one language, for nothing is compared across two.
    fn first_columns(&self, found: &Across) -> Vec<ArticleIx> {
        let is_told = |ix: ArticleIx, sentence: &u32| matches!(found.standing(ix, *sentence), Standing::Told { .. });
        let shared = |ix: ArticleIx| self.sentences_on_topic(ix).iter().filter(|one| is_told(ix, one)).count();
        let mut articles = self.articles_of_round(found);
        articles.sort_by_cached_key(|ix| (Reverse(shared(*ix)), Reverse(self.passages_compared(*ix)), *ix));
        let language = |ix: &ArticleIx| found.articles[ix.index()].language;
        if let Some(first) = articles.first().map(language) {
            articles.sort_by_key(|ix| language(ix) != first);
        }
        articles.truncate(FIRST_COLUMNS);
        articles
    }

    fn wanted_articles(&self) -> Vec<ArticleIx> {
        let paths = self.compare.wanted.as_ref().map(|wanted| wanted.articles.as_slice()).unwrap_or_default();
        paths.iter().filter_map(|path| self.library.find(path)).take(MOST_COLUMNS).collect()
    }

    /// The articles of the round that is compared: that of the open article, or the one with most to say.
    pub(super) fn articles_of_round(&self, found: &Across) -> Vec<ArticleIx> {
        let with_topic = |ix: &ArticleIx| self.passages_compared(*ix) > 0;
        let wanted = self.wanted_articles().first().copied().or(self.view.article);
        let here = wanted.and_then(|ix| found.rounds.of(ix));
        let spoken = |round: RoundIx| found.rounds.get(round).articles.iter().filter(|ix| with_topic(ix)).count();
        let all = (0..found.rounds.list.len() as u32).map(RoundIx);
        let round = here
            .filter(|round| spoken(*round) > 1)
            .or_else(|| all.max_by_key(|round| (spoken(*round), Reverse(*round))));
        let of_round: Vec<ArticleIx> = match round.filter(|round| spoken(*round) > 1) {
            Some(round) => found.rounds.get(round).articles.clone(),
            None => self.all_articles().collect(),
        };
        of_round.into_iter().filter(with_topic).collect()
    }

    /// Articles offered: those of the round, or all if they are few, and those that stand there already.
    pub(super) fn candidates(&self, found: &Across, shown: &[ArticleIx]) -> Vec<(ArticleIx, bool)> {
        let mut offered: BTreeSet<ArticleIx> = match self.compare.speaking {
            ..=FEW_ARTICLES => self.all_articles().filter(|ix| self.passages_compared(*ix) > 0).collect(),
            _ => self.articles_of_round(found).into_iter().collect(),
        };
        offered.extend(shown);
        offered.into_iter().map(|ix| (ix, shown.contains(&ix))).collect()
    }

    pub(super) fn article_column(&self, ix: ArticleIx) -> CompareColumn {
        let article = self.library.article(ix);
        let name = article.map(|article| article.source_name().to_owned()).unwrap_or_default();
        let date =
            article.and_then(|article| article.date).map(|date| format!("{} · ", date.short())).unwrap_or_default();
        let count = self.passages_compared(ix);
        let under = format!("{date}{count} passage{}", if count == 1 { "" } else { "s" });
        CompareColumn { name, under, article: Some(ix), whose: None }
    }

    pub(super) fn side_columns_to_compare(&self, found: &Across) -> Vec<CompareColumn> {
        let mut counts: BTreeMap<Whose, usize> = BTreeMap::new();
        for ix in self.articles_of_round(found) {
            for sentence in self.sentences_on_topic(ix) {
                *counts.entry(self.whose(ix, sentence)).or_default() += 1;
            }
        }
        let column = |(whose, count): (Whose, usize)| {
            let under = format!("{count} passage{}", if count == 1 { "" } else { "s" });
            CompareColumn { name: self.whose_name(whose).to_owned(), under, article: None, whose: Some(whose) }
        };
        counts.into_iter().map(column).take(MOST_COLUMNS).collect()
    }
}
