//! Articles of one day and the same people are put together; those that do not say the day find their place after.

use super::reading::{MonthDay, REPORT_DAYS, Reading};
use super::resemblance::Resemblance;
use crate::analysis::duplicates::day_number;
use crate::model::{Article, Date};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A round is named by, and told apart by, those who are named most.
pub(super) const PARTIES: usize = 2;
/// Of those that an article names, the first are compared: the parties, and who tells of it.
const NAMED: usize = 3;

/// Articles of one round while it is made.
pub(super) struct Group {
    pub day: Option<Date>,
    pub month_day: Option<MonthDay>,
    /// The most named, at most [`NAMED`].
    pub people: Vec<String>,
    pub articles: Vec<usize>,
    /// By person: how many articles name them among their first, and the sum of their places there.
    counts: BTreeMap<String, (usize, usize)>,
}

/// Groups of the articles that say their day. Talks of the same people on two days in a row are one round.
pub(super) fn by_day(articles: &[Arc<Article>], readings: &[Reading]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut sorted: Vec<usize> = (0..readings.len()).filter(|article| covers_a_day(&readings[*article])).collect();
    sorted.sort_by_key(|article| (readings[*article].day, *article));
    for article in sorted {
        let reading = &readings[article];
        let fits = |group: &&mut Group| group.day == reading.day && same_people(articles, readings, group, article);
        match groups.iter_mut().rev().take_while(|group| group.day == reading.day).find(fits) {
            Some(group) => group.add(article, reading),
            None => groups.push(Group::new(reading.day, None, article, reading)),
        }
    }
    join_days(groups)
}

/// Talks are between people.
fn covers_a_day(reading: &Reading) -> bool {
    reading.day.is_some() && !reading.people.is_empty()
}

/// Joins the smaller of two groups of the same people on days in a row to the larger one. In the order of days.
fn join_days(mut groups: Vec<Group>) -> Vec<Group> {
    let days_between = |one: &Group, other: &Group| {
        one.day.zip(other.day).map_or(i64::MAX, |(one, other)| day_number(other) - day_number(one))
    };
    let mut at = 0;
    while at < groups.len() {
        let here = &groups[at];
        let near = groups[at + 1..].iter().take_while(|other| days_between(here, other) <= 1);
        let next = near.enumerate().find(|(_, other)| days_between(here, other) == 1 && here.has_parties_of(other));
        if let Some(next) = next.map(|(after, _)| at + 1 + after) {
            let next = groups.remove(next);
            groups[at].join(next);
        }
        at += 1;
    }
    groups
}

/// Whether an article and a group may cover one round: of those that each names most, two are the same.
///
/// Names in two scripts cannot be compared; then the day has to do.
fn same_people(articles: &[Arc<Article>], readings: &[Reading], group: &Group, article: usize) -> bool {
    let people = &readings[article].people;
    let other = group.articles[0];
    if people.len() < PARTIES || group.people.len() < PARTIES || articles[article].language != articles[other].language
    {
        return true;
    }
    let theirs = &group.people;
    let here = people.iter().take(NAMED);
    here.filter(|person| theirs.iter().take(NAMED).any(|other| other == *person)).count() >= PARTIES
}

/// Places the articles that report on talks without saying on which day.
pub(super) fn place_others(articles: &[Arc<Article>], readings: &[Reading], groups: &mut Vec<Group>) {
    let known: Vec<Vec<usize>> = groups.iter().map(|group| group.articles.clone()).collect();
    let resemblance = Resemblance::new(articles, readings, &known);
    for (article, reading) in readings.iter().enumerate() {
        if !reading.reports || reading.people.is_empty() || reading.day.is_some() {
            continue;
        }
        let published = articles[article].date;
        let candidates: Vec<usize> =
            (0..known.len()).filter(|group| may_cover(articles, readings, &groups[*group], article)).collect();
        let place = match published {
            Some(_) => candidates.into_iter().max_by_key(|group| (groups[*group].day, Reverse(*group))),
            None => resemblance.nearest(article, &candidates, reading.month_day.is_some()),
        };
        let same_day = |group: &Group| group.month_day.is_some() && group.month_day == reading.month_day;
        let new = match (place, published) {
            (Some(group), _) => {
                groups[group].add(article, reading);
                continue;
            }
            (None, Some(day)) if reading.is_readout => Group::new(Some(day), None, article, reading),
            (None, None) if reading.month_day.is_some() => match groups.iter_mut().find(|group| same_day(group)) {
                Some(group) => {
                    group.add(article, reading);
                    continue;
                }
                None => Group::new(None, reading.month_day, article, reading),
            },
            (None, _) => continue,
        };
        groups.push(new);
    }
}

fn may_cover(articles: &[Arc<Article>], readings: &[Reading], group: &Group, article: usize) -> bool {
    let reading = &readings[article];
    let Some(day) = group.day else { return false };
    let in_time = match (articles[article].date, reading.month_day) {
        (Some(published), _) => (0..=REPORT_DAYS).contains(&(day_number(published) - day_number(day))),
        (None, Some(MonthDay { month, day: of_month })) => (day.month, day.day) == (month, of_month),
        (None, None) => true,
    };
    in_time
        && reading.people.len() >= PARTIES
        && group.people.len() >= PARTIES
        && same_people(articles, readings, group, article)
}

impl Group {
    /// Whether the two that both name most are the same.
    fn has_parties_of(&self, other: &Self) -> bool {
        let [here, there] = [self, other].map(|group| group.people.get(..PARTIES).unwrap_or_default());
        !here.is_empty() && !there.is_empty() && here.iter().all(|person| there.contains(person))
    }

    /// The day is that of the more articles.
    fn join(&mut self, other: Self) {
        if other.articles.len() > self.articles.len() {
            self.day = other.day;
        }
        self.articles.extend(other.articles);
        self.articles.sort_unstable();
    }

    fn new(day: Option<Date>, month_day: Option<MonthDay>, article: usize, reading: &Reading) -> Self {
        let mut group = Self { day, month_day, people: Vec::new(), articles: Vec::new(), counts: BTreeMap::new() };
        group.add(article, reading);
        group
    }

    fn add(&mut self, article: usize, reading: &Reading) {
        self.articles.insert(self.articles.partition_point(|other| *other < article), article);
        for (place, person) in reading.people.iter().take(NAMED).enumerate() {
            let (count, places) = self.counts.entry(person.clone()).or_default();
            *count += 1;
            *places += place;
        }
        let mut people: Vec<(&String, &(usize, usize))> = self.counts.iter().collect();
        people.sort_by_key(|(person, (count, places))| (Reverse(*count), *places, *person));
        self.people = people.into_iter().take(NAMED).map(|(person, _)| person.clone()).collect();
    }
}
