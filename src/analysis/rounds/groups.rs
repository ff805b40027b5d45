//! Articles of one day and the same people are put together; those that do not say the day find their place after.

use super::fit;
use super::line::{MonthDay, REPORT_DAYS};
use super::reading::Reading;
use super::resemblance::Resemblance;
use crate::analysis::duplicates::day_number;
use crate::model::{Article, Date};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// A round is named by, and told apart by, those who are named most.
pub(super) const PARTIES: usize = 2;
/// Of those that an article names, the first are compared: the parties, and who tells of it.
const NAMED: usize = 3;

/// Articles of one round while it is made.
#[derive(Default)]
pub(super) struct Group {
    pub day: Option<Date>,
    /// The most named, at most [`NAMED`].
    pub people: Vec<Rc<str>>,
    pub articles: Vec<usize>,
    /// How many of these are no previews.
    reports: usize,
    /// What its articles say of the talks; ascending.
    pub lengths: Vec<u64>,
    pub places: Vec<String>,
    pub weekdays: Vec<u8>,
    /// How often each is said, where the year is not known.
    days: BTreeMap<MonthDay, u32>,
    /// By person: how many articles name them among their first, and the sum of their places there.
    counts: BTreeMap<Rc<str>, (usize, usize)>,
}

/// Groups of the articles that say their day. Talks of the same people on two days in a row are one round.
pub(super) fn by_day(readings: &[Reading]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // Talks are between people.
    let says_day = |article: &usize| {
        let reading = &readings[*article];
        reading.day.is_some() && reading.covers() && reading.people.len() >= PARTIES
    };
    let mut sorted: Vec<usize> = (0..readings.len()).filter(says_day).collect();
    sorted.sort_by_key(|article| (readings[*article].day, readings[*article].previews, *article));
    for article in sorted {
        let reading = &readings[article];
        let fits = |group: &&mut Group| same_people(readings, group, article);
        match groups.iter_mut().rev().take_while(|group| group.day == reading.day).find(fits) {
            Some(group) => group.add(article, reading),
            None => groups.push(Group::new(reading.day, article, reading)),
        }
    }
    join_days(groups)
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
fn same_people(readings: &[Reading], group: &Group, article: usize) -> bool {
    let people = &readings[article].people;
    if people.len() < PARTIES || group.people.len() < PARTIES {
        return true;
    }
    let here = people.iter().take(NAMED);
    here.filter(|person| group.people.iter().take(NAMED).any(|other| other == *person)).count() >= PARTIES
}

/// Places the articles that report on talks without saying on which day.
pub(super) fn place_others(articles: &[Arc<Article>], readings: &[Reading], groups: &mut Vec<Group>) {
    place_dated(readings, groups);
    let asked: Vec<usize> = (0..readings.len()).filter(|article| is_undated(&readings[*article])).collect();
    let compared = groups.iter().flat_map(|group| group.articles.iter().copied()).chain(asked.iter().copied());
    let resemblance = Resemblance::new(articles, &asked, compared.collect());
    let mut rest = asked;
    // What was placed tells more of its round: those that nothing fitted are asked again.
    loop {
        let before = rest.len();
        rest.retain(|article| !place(articles, readings, groups, &resemblance, *article));
        if rest.is_empty() || rest.len() == before {
            break;
        }
    }
    let first_new = groups.len();
    for article in rest {
        let reading = &readings[article];
        if !place_from(articles, readings, groups, &resemblance, article, first_new) && may_begin(reading) {
            groups.push(Group::new(None, article, reading));
        }
    }
}

fn is_undated(reading: &Reading) -> bool {
    reading.covers() && reading.day.is_none() && reading.published.is_none()
}

/// Whether an article alone tells of talks clearly enough: who, and how long or on which day.
fn may_begin(reading: &Reading) -> bool {
    let says_when = !reading.month_days.is_empty() || (reading.dateline.is_some() && !reading.weekdays.is_empty());
    reading.people.len() >= PARTIES && (says_when || !reading.lengths.is_empty())
}

fn place_dated(readings: &[Reading], groups: &mut Vec<Group>) {
    let known: Vec<usize> = (0..groups.len()).collect();
    for (article, reading) in readings.iter().enumerate() {
        let Some(published) = reading.published.filter(|_| reading.reports && reading.covers()) else { continue };
        if reading.day.is_some() {
            continue;
        }
        let in_time = |day: Date| (0..=REPORT_DAYS).contains(&(day_number(published) - day_number(day)));
        let may_cover = |group: &&usize| {
            let group = &groups[**group];
            let known = reading.people.len() >= PARTIES && group.people.len() >= PARTIES;
            group.day.is_some_and(in_time) && known && same_people(readings, group, article)
        };
        match known.iter().filter(may_cover).max_by_key(|group| (groups[**group].day, Reverse(**group))) {
            Some(group) => groups[*group].add(article, reading),
            None if reading.is_readout => groups.push(Group::new(Some(published), article, reading)),
            None => {}
        }
    }
}

fn place(
    articles: &[Arc<Article>],
    readings: &[Reading],
    groups: &mut [Group],
    resemblance: &Resemblance,
    article: usize,
) -> bool {
    place_from(articles, readings, groups, resemblance, article, 0)
}

/// Adds an article to the group from `first` on that it fits best, if it fits one clearly.
fn place_from(
    articles: &[Arc<Article>],
    readings: &[Reading],
    groups: &mut [Group],
    resemblance: &Resemblance,
    article: usize,
    first: usize,
) -> bool {
    let reading = &readings[article];
    let mut ranked: Vec<(i32, u64, usize)> = Vec::new();
    for (number, group) in groups.iter().enumerate().skip(first) {
        let language = articles[article].language;
        let peers = group.articles.iter().copied().filter(|other| articles[*other].language == language);
        let shared = resemblance.with(article, peers);
        if let Some(points) = fit::points(reading, group, shared) {
            ranked.push((points, shared, number));
        }
    }
    ranked.sort_unstable_by_key(|(points, shared, group)| (Reverse(*points), Reverse(*shared), *group));
    let Some((best, shared, group)) = ranked.first().copied() else { return false };
    let is_clear = ranked.get(1).is_none_or(|(next, other, _)| best > *next || shared * 100 > other * fit::AHEAD);
    if best < fit::ENOUGH || !is_clear {
        return false;
    }
    groups[group].add(article, reading);
    true
}

impl Group {
    /// Whether the two that both name most are the same.
    fn has_parties_of(&self, other: &Self) -> bool {
        let [here, there] = [self, other].map(|group| group.people.get(..PARTIES).unwrap_or_default());
        !here.is_empty() && !there.is_empty() && here.iter().all(|person| there.contains(person))
    }

    /// The day is that of the more reports.
    fn join(&mut self, other: Self) {
        if (other.reports, other.articles.len()) > (self.reports, self.articles.len()) {
            self.day = other.day;
        }
        self.reports += other.reports;
        self.articles.extend(other.articles);
        self.articles.sort_unstable();
        self.lengths.extend(other.lengths);
        self.places.extend(other.places);
    }

    fn new(day: Option<Date>, article: usize, reading: &Reading) -> Self {
        let mut group = Self { day, ..Self::default() };
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
        let mut people: Vec<(&Rc<str>, &(usize, usize))> = self.counts.iter().collect();
        people.sort_by_key(|(person, (count, places))| (Reverse(*count), *places, *person));
        self.people = people.into_iter().take(NAMED).map(|(person, _)| person.clone()).collect();
        self.reports += usize::from(reading.reports);
        self.lengths.extend(&reading.lengths);
        self.places.extend(reading.places.iter().cloned());
        self.weekdays.extend(&reading.weekdays);
        for day in reading.month_days.iter().chain(&reading.dateline.filter(|_| reading.month_days.is_empty())) {
            *self.days.entry(*day).or_default() += 1;
        }
    }

    /// The day without a year that most of its articles say; the earlier one of two.
    pub fn month_day(&self) -> Option<MonthDay> {
        let said = self.days.iter().max_by_key(|(day, count)| (**count, Reverse(**day)));
        self.day.map(MonthDay::of).or(said.map(|(day, _)| *day))
    }

    /// The days that it may be of.
    pub fn month_days(&self) -> Vec<MonthDay> {
        self.day.map_or_else(|| self.days.keys().copied().collect(), |day| vec![MonthDay::of(day)])
    }
}
