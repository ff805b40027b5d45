//! Rounds: which talks the articles of a collection cover.
//!
//! An article that begins with talks that are over covers those of the day that it names near them, a preview those to
//! come; "only here" and "leaves it out" are said among the articles of one round. Two talks on one day are told apart
//! by the people, whatever the language. An article that does not say the day goes to talks shortly before it with the
//! same people; one without a date to those that fit best by people, days, length, place and words. A background piece
//! and an article on something else have no round. The reader's word goes before all of it. Leaves out: talks among
//! people who are given no title anywhere.

mod fit;
mod groups;
mod line;
pub(in crate::analysis) mod names;
mod people;
mod places;
mod reading;
mod resemblance;
mod signs;

use self::groups::Group;
use self::line::MonthDay;
use self::people::People;
use self::reading::Reading;
use self::signs::Signs;
use crate::analysis::figures::FigureReader;
use crate::model::{Article, ArticleIx, Date, Language};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A round's place in [`Rounds::list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoundIx(pub u32);

impl RoundIx {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The talks that some articles cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The day, `2021-12-07`; of more than one round on that day the smaller ones with a person, `2021-12-07 draghi`.
    /// Where no article tells the year `12-07`, where none tells the day the people.
    /// The same as long as the articles are, and what a reader's correction names.
    pub key: String,
    /// "7 Dec 2021: Putin, Biden".
    pub name: String,
    pub date: Option<Date>,
    /// Ascending.
    pub articles: Vec<ArticleIx>,
}

/// The rounds of a collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rounds {
    /// From old to new; those without a day last.
    pub list: Vec<Round>,
    /// By article.
    of: Vec<Option<RoundIx>>,
    /// Names of people, in the spelling of [`people::key`].
    people: BTreeSet<String>,
}

impl Rounds {
    /// Finds them. `corrections`: the key of its round by article path, as the reader put it right; an empty key is
    /// none. A key that no round has makes one.
    pub fn find(articles: &[Arc<Article>], corrections: &BTreeMap<String, String>) -> Self {
        let (mut signs, mut people) = (Signs::default(), People::default());
        articles.iter().for_each(|article| people.read(article, &mut signs));
        let mut figures = FigureReader::default();
        let read = |article: &Arc<Article>| Reading::of(article, &mut signs, &mut people, &mut figures);
        let readings: Vec<Reading> = articles.iter().map(read).collect();
        let mut groups = groups::by_day(&readings);
        groups::place_others(articles, &readings, &mut groups);
        groups.sort_by_key(|group| {
            (group.day.is_none(), group.day, group.month_day(), Reverse(group.articles.len()), group.articles[0])
        });
        let rounds = groups.into_iter().fold(Vec::new(), |mut rounds, group| {
            rounds.push(round(group, &rounds, &people));
            rounds
        });
        Self { people: people.into_parts(), ..Self::corrected(rounds, articles, corrections) }
    }

    /// The round of an article, if it covers any talks.
    pub fn of(&self, article: ArticleIx) -> Option<RoundIx> {
        self.of.get(article.index()).copied().flatten()
    }

    /// Whether a word is part of the name of somebody who is given a title in the collection.
    pub(in crate::analysis) fn names(&self, language: Language, word: &str) -> bool {
        word.starts_with(char::is_uppercase) && self.people.contains(&people::key(language, word))
    }

    pub fn get(&self, ix: RoundIx) -> &Round {
        &self.list[ix.index()]
    }

    fn corrected(mut rounds: Vec<Round>, articles: &[Arc<Article>], corrections: &BTreeMap<String, String>) -> Self {
        for (number, article) in articles.iter().enumerate() {
            let Some(key) = corrections.get(&article.path) else { continue };
            let ix = ArticleIx::new(number);
            rounds.iter_mut().for_each(|round| round.articles.retain(|other| *other != ix));
            if key.is_empty() {
                continue;
            }
            match rounds.iter_mut().find(|round| round.key == *key) {
                Some(round) => round.articles.push(ix),
                None => rounds.push(new_round(key, ix)),
            }
        }
        rounds.retain(|round| !round.articles.is_empty());
        rounds.iter_mut().for_each(|round| round.articles.sort_unstable());
        rounds.sort_by(|a, b| (a.date.is_none(), a.date, &a.key).cmp(&(b.date.is_none(), b.date, &b.key)));
        let mut of = vec![None; articles.len()];
        for (round, number) in rounds.iter().zip(0..) {
            round.articles.iter().for_each(|article| of[article.index()] = Some(RoundIx(number)));
        }
        Self { list: rounds, of, people: BTreeSet::new() }
    }
}

/// A round that the reader made.
fn new_round(key: &str, article: ArticleIx) -> Round {
    let date: Option<Date> = key.split(' ').next().and_then(|day| day.parse().ok());
    let name = date.map_or_else(|| key.to_owned(), Date::short);
    Round { key: key.to_owned(), name, date, articles: vec![article] }
}

fn round(group: Group, before: &[Round], people: &People) -> Round {
    let names: Vec<&str> = group.people.iter().take(groups::PARTIES).filter_map(|key| people.name(key)).collect();
    let lower = |name: &&str| name.to_lowercase();
    let day = match (group.day, group.month_day()) {
        (Some(day), _) => day.to_string(),
        (None, Some(MonthDay { month, day })) => format!("{month:02}-{day:02}"),
        (None, None) => names.iter().map(lower).collect::<Vec<String>>().join(" "),
    };
    let is_taken = |key: &str| before.iter().any(|round| round.key == key);
    let mut key = day.clone();
    let mut others = names.iter().map(lower);
    while is_taken(&key) {
        key = match others.next() {
            Some(name) => format!("{day} {name}"),
            None => format!("{key} +"),
        };
    }
    let when = group.day.map(Date::short).or_else(|| group.month_day().map(|_| day));
    let name = match when {
        Some(when) if names.is_empty() => when,
        Some(when) => format!("{when}: {}", names.join(", ")),
        None => names.join(", "),
    };
    Round { key, name, date: group.day, articles: group.articles.into_iter().map(ArticleIx::new).collect() }
}

#[cfg(test)]
mod tests;
