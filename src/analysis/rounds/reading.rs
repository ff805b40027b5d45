//! What one article says about the talks that it covers: the day, whom it names, where and how long they were.

use super::line::{Day, Line, MonthDay, lines};
use super::people::{People, most_named};
use super::signs::{Sign, Signs};
use crate::analysis::figures::{FigureReader, Measure};
use crate::model::{Article, Date};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Sentences of the text that say what an article is about, besides its headline. A briefing begins with greetings.
const LEAD: usize = 12;
/// The headline and the sentences in which a readout says who talked with whom, and a preview what is to come.
const OPENING: usize = 4;
/// Sentences that say when the talks were and how long; those of the next talks stand further down.
const WHEN_IN: usize = 5;
/// Words between a day and the talks on it.
const NEAR: usize = 8;
const NEAR_IN_OPENING: usize = 16;
/// Words of a first sentence that may be its dateline: "WASHINGTON, Dec 7 (Agency)".
const DATELINE: usize = 5;
/// Seconds that talks take: five minutes to a day.
const LENGTHS: std::ops::Range<u64> = 300..86_400;
/// What a day in the headline or the lead counts; elsewhere only those of the lead's people count who are named there.
const IN_LEAD: u32 = 3;
const ENOUGH: u32 = 2;

#[derive(Debug, Default)]
pub(super) struct Reading {
    /// When it was published, as far as it says so itself.
    pub published: Option<Date>,
    /// The same without a year, as its first words say it.
    pub dateline: Option<MonthDay>,
    /// Of the talks.
    pub day: Option<Date>,
    /// The same where the article's own date is not known; ascending.
    pub month_days: Vec<MonthDay>,
    /// Of the week, near talks; ascending.
    pub weekdays: Vec<u8>,
    /// Whether it begins with talks that are over.
    pub reports: bool,
    /// Whether it begins with talks that are still to come.
    pub previews: bool,
    /// Whether its headline or first sentences have them.
    pub opens: bool,
    /// It reports, and has talks in its headline and whom they were with right after it: a readout.
    pub is_readout: bool,
    /// Whom the lead names, the most named first: keys of [`People`].
    pub people: Vec<Rc<str>>,
    /// Of the talks, in seconds; ascending.
    pub lengths: Vec<u64>,
    /// By sound, ascending.
    pub places: Vec<String>,
}

impl Reading {
    pub fn of(article: &Article, signs: &mut Signs, people: &mut People, figures: &mut FigureReader) -> Self {
        let lines = lines(article, signs, people);
        let lead = || lines.iter().take(LEAD + 1);
        let [mut over, mut ahead] = [0, 0];
        for line in lead() {
            for at in line.talks() {
                *if line.is_ahead(at) { &mut ahead } else { &mut over } += 1;
            }
        }
        let headline = lines.first().filter(|line| line.is_headline);
        let talks_of = |line: &Line, ahead| line.talks().any(|at| line.is_ahead(at) == ahead);
        let announces = headline.is_some_and(|line| talks_of(line, true));
        let dateline = lines.iter().take(2).find_map(|line| dateline(article, line));
        let mut reading = Self {
            published: article.date.or(dateline.and_then(|(_, date)| date)),
            dateline: dateline.map(|(day, _)| day),
            lengths: lengths(article, &lines, figures),
            places: super::places::of(article, lead().take(OPENING)),
            ..Self::default()
        };
        let says_length = headline.is_some_and(|line| lengths(article, std::slice::from_ref(line), figures).len() == 1);
        reading.reports = !announces && (over > ahead || (ahead == 0 && says_length));
        reading.previews = !reading.reports && ahead > 0;
        let of_round = |line: &Line| talks_of(line, reading.previews);
        reading.people = most_named(lead().map(|line| (line.people.as_slice(), of_round(line))));
        let who = |line: &Line| of_round(line) && line.people.iter().collect::<BTreeSet<_>>().len() >= 2;
        reading.opens = lines.iter().take(OPENING).any(of_round) || says_length || lead().any(who);
        let names = |line: &Line| line.people.iter().collect::<BTreeSet<_>>().len() >= 2;
        reading.is_readout = reading.reports
            && headline.is_some_and(|line| talks_of(line, false))
            && lines.iter().take(OPENING).skip(1).any(|line| talks_of(line, false) && names(line));
        if reading.reports || reading.previews {
            reading.find_day(&lines);
        }
        reading
    }

    /// Of days with as many votes the later: the report is of what happened last. A preview is of what comes first.
    fn find_day(&mut self, lines: &[Line]) {
        let mut days: BTreeMap<Date, u32> = BTreeMap::new();
        let mut month_days: BTreeMap<MonthDay, u32> = BTreeMap::new();
        let first_two = &self.people[..self.people.len().min(2)];
        let is_own_day = |number: usize, at: usize, day: Day| {
            // "Today" in a preview is the day of the preview.
            let is_own = number < 2 && at <= DATELINE && matches!(day, Day::Of(of, _) if self.dateline == Some(of));
            is_own || (self.previews && day == Day::Back(0))
        };
        for (number, line) in lines.iter().enumerate() {
            let named = first_two.iter().filter(|person| line.people.contains(person)).count() as u32;
            let votes = named + if number <= LEAD { IN_LEAD } else { 0 };
            for (at, day) in line.days().filter(|(at, day)| !is_own_day(number, *at, *day)) {
                let near = if number < OPENING { NEAR_IN_OPENING } else { NEAR };
                if !line.talks().any(|talk| talk.abs_diff(at) <= near && line.is_ahead(talk) == self.previews) {
                    continue;
                }
                let of_days =
                    self.published.and_then(|date| if self.previews { day.after(date) } else { day.before(date) });
                if let Some(day) = of_days {
                    *days.entry(day).or_default() += votes;
                }
                match day {
                    Day::Of(month_day, _) if number <= WHEN_IN => *month_days.entry(month_day).or_default() += votes,
                    Day::Named(weekday) if number <= WHEN_IN => self.weekdays.push(weekday),
                    _ => {}
                }
            }
        }
        let best = days.iter().filter(|(_, votes)| **votes >= ENOUGH);
        self.day = if self.previews {
            best.max_by_key(|(day, votes)| (**votes, Reverse(**day))).map(|(day, _)| *day)
        } else {
            best.max_by_key(|(day, votes)| (**votes, **day)).map(|(day, _)| *day)
        };
        self.month_days = month_days.into_iter().filter(|(_, votes)| *votes >= ENOUGH).map(|(day, _)| day).collect();
        self.weekdays.sort_unstable();
        self.weekdays.dedup();
    }

    /// Whether it can have a round.
    pub fn covers(&self) -> bool {
        (self.reports || self.previews) && self.opens && !self.people.is_empty()
    }
}

/// The day that a first sentence begins with.
fn dateline(article: &Article, line: &Line) -> Option<(MonthDay, Option<Date>)> {
    let is_place = line.spans.first().is_some_and(|span| {
        let word = span.text(&article.text);
        word.chars().nth(2).is_some() && !word.chars().any(char::is_lowercase)
    });
    let found = line.days().find(|(at, day)| *at <= DATELINE && matches!(day, Day::Of(..)))?;
    let (Day::Of(day, year), true) = (found.1, is_place) else { return None };
    Some((day, year.and_then(|year| Date::new(year, day.month, day.day))))
}

/// How long the talks were: in the headline or in the first sentences that speak of talks.
fn lengths(article: &Article, lines: &[Line], reader: &mut FigureReader) -> Vec<u64> {
    let of_talks = |line: &&Line| line.is_headline || line.signs.contains(&Sign::Talk);
    let mut lengths = Vec::new();
    for line in lines.iter().take(WHEN_IN).filter(of_talks) {
        let figures = reader.figures(article, line.sentence).into_iter();
        let durations = figures.filter(|figure| figure.measure == Measure::Duration);
        lengths.extend(durations.map(|figure| figure.value).filter(|value| LENGTHS.contains(value)));
    }
    lengths.sort_unstable();
    lengths.dedup();
    lengths
}
