//! What one article says about the talks that it covers: the day, and whom it names.

use super::people::People;
use super::signs::{Sign, Signs};
use crate::analysis::duplicates::day_number;
use crate::model::{Article, Date, ParagraphKind, Span};
use crate::text::words;
use std::collections::BTreeMap;

/// Sentences of the text that say what an article is about, besides its headline. A briefing begins with greetings.
const LEAD: usize = 12;
/// The headline and the sentences in which a readout says who talked with whom.
const OPENING: usize = 3;
/// Sentences in which a day is looked for: the length of a long report. A transcript goes on to other things.
const READ: usize = 60;
/// Words between a day and the talks on it.
const NEAR: usize = 8;
/// Words from the sign of what is still to come to the talks, and from the talks to the sign.
const AHEAD_BEFORE: usize = 4;
const AHEAD_AFTER: usize = 2;
/// A report is of talks of the days before it.
pub(super) const REPORT_DAYS: i64 = 4;
/// What a day in the headline or the lead counts; elsewhere only those of the lead's people count who are named there.
const IN_LEAD: u32 = 3;
const ENOUGH: u32 = 2;

/// A day as it is written: the year may be left to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MonthDay {
    pub month: u8,
    pub day: u8,
}

#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Of the talks.
    pub day: Option<Date>,
    /// The same where the article's own date is not known.
    pub month_day: Option<MonthDay>,
    /// Whether it begins with talks that are over.
    pub reports: bool,
    /// The same in its headline, with whom they were right after it: a readout.
    pub is_readout: bool,
    /// Whom the lead names, the most named first: keys of [`People`].
    pub people: Vec<String>,
}

/// A sentence as signs.
struct Line {
    signs: Vec<Sign>,
    spans: Vec<Span>,
    is_headline: bool,
    /// Then "today" is that of who is quoted.
    has_quotation: bool,
}

impl Reading {
    pub fn of(article: &Article, signs: &mut Signs, people: &People) -> Self {
        let lines = lines(article, signs);
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
        let named = people.named(article, lead().map(|line| (line.spans.as_slice(), line.talks().next().is_some())));
        let mut reading = Self {
            reports: over > ahead && !announces,
            is_readout: headline.is_some_and(|line| talks_of(line, false)),
            people: named,
            ..Self::default()
        };
        let names = |line: &Line| people.count(article, &line.spans, &reading.people) >= 2;
        reading.is_readout &= lines.iter().take(OPENING).skip(1).any(|line| talks_of(line, false) && names(line));
        if reading.reports {
            reading.find_day(article, &lines, people);
        }
        reading
    }

    fn find_day(&mut self, article: &Article, lines: &[Line], people: &People) {
        let mut days: BTreeMap<Date, u32> = BTreeMap::new();
        let mut month_days: BTreeMap<MonthDay, u32> = BTreeMap::new();
        for (number, line) in lines.iter().enumerate() {
            let named = people.count(article, &line.spans, &self.people[..self.people.len().min(2)]);
            let votes = named + if number <= LEAD { IN_LEAD } else { 0 };
            for (at, day) in line.days() {
                if !line.talks().any(|talk| talk.abs_diff(at) <= NEAR && !line.is_ahead(talk)) {
                    continue;
                }
                match (article.date, day) {
                    (Some(published), day) => {
                        if let Some(day) = day.before(published) {
                            *days.entry(day).or_default() += votes;
                        }
                    }
                    (None, Day::Of(month_day, _)) => *month_days.entry(month_day).or_default() += votes,
                    (None, _) => {}
                }
            }
        }
        // Of days with as many votes the later: the report is of what happened last.
        let best = |votes: &u32| *votes >= ENOUGH;
        self.day =
            days.into_iter().filter(|(_, votes)| best(votes)).max_by_key(|(day, votes)| (*votes, *day)).map(first);
        let month_day = month_days.into_iter().filter(|(_, votes)| best(votes));
        self.month_day = month_day.max_by_key(|(day, votes)| (*votes, *day)).map(first);
    }
}

fn first<A, B>((first, _): (A, B)) -> A {
    first
}

fn lines(article: &Article, signs: &mut Signs) -> Vec<Line> {
    let kind = |paragraph: u32| article.paragraphs[paragraph as usize].kind;
    let is_read = |paragraph: u32| kind(paragraph).is_linked() && kind(paragraph) != ParagraphKind::Heading;
    let sentences = article.sentences.iter().filter(|sentence| is_read(sentence.paragraph)).take(READ);
    let mut lines: Vec<Line> = Vec::new();
    for sentence in sentences {
        let mut spans = Vec::new();
        let text = sentence.span.text(&article.text);
        words::words(text, sentence.span.start as usize, article.language, &mut spans);
        let signs = spans.iter().map(|span| signs.of(article.language, span.text(&article.text))).collect();
        let is_headline = lines.is_empty() && kind(sentence.paragraph) == ParagraphKind::Headline;
        lines.push(Line { signs, spans, is_headline, has_quotation: text.contains(['“', '”', '"', '«', '„']) });
    }
    lines
}

impl Line {
    /// Where talks are named.
    fn talks(&self) -> impl Iterator<Item = usize> + '_ {
        let is_press = move |at: usize| {
            let before = if self.is_headline { &self.signs[..] } else { &self.signs[at.saturating_sub(1)..at] };
            before.contains(&Sign::Press)
        };
        let talk = move |(at, sign): (usize, &Sign)| (*sign == Sign::Talk && !is_press(at)).then_some(at);
        self.signs.iter().enumerate().filter_map(talk)
    }

    /// Whether what stands at `at` is still to come.
    fn is_ahead(&self, at: usize) -> bool {
        let near = at.saturating_sub(AHEAD_BEFORE)..(at + AHEAD_AFTER + 1).min(self.signs.len());
        self.signs[near].contains(&Sign::Ahead)
    }

    /// The days that are named.
    fn days(&self) -> impl Iterator<Item = (usize, Day)> + '_ {
        self.signs.iter().enumerate().filter_map(|(at, sign)| {
            let day = match sign {
                Sign::Weekday(weekday) => Day::Last(*weekday),
                Sign::Today if !self.has_quotation => Day::Back(0),
                Sign::Yesterday if !self.has_quotation => Day::Back(1),
                Sign::Month(month) => self.day_of(*month, at)?,
                _ => return None,
            };
            Some((at, day))
        })
    }

    /// "7 December 2021", "December 7, 2021": the number beside the month, and the year if it is written.
    fn day_of(&self, month: u8, at: usize) -> Option<Day> {
        let number = |at: usize| match self.signs.get(at) {
            Some(Sign::Number(number)) => Some(*number),
            _ => None,
        };
        let day = |number: u16| u8::try_from(number).ok().filter(|day| (1..=31).contains(day));
        let year = |number: u16| i16::try_from(number).ok().filter(|year| (1_000..2_200).contains(year));
        let (day, after) = match at.checked_sub(1).and_then(number).and_then(day) {
            Some(day) => (day, at + 1),
            None => (number(at + 1).and_then(day)?, at + 2),
        };
        Some(Day::Of(MonthDay { month, day }, number(after).and_then(year)))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    /// So many days before the article.
    Back(i64),
    /// The last one of that name, Monday is 0.
    Last(u8),
    /// With the year, where it is written.
    Of(MonthDay, Option<i16>),
}

impl Day {
    /// The day, if it is one that an article published then reports of.
    fn before(self, published: Date) -> Option<Date> {
        let back = match self {
            Self::Back(days) => days,
            Self::Last(weekday) => (i64::from(weekday_of(published)) - i64::from(weekday)).rem_euclid(7),
            Self::Of(MonthDay { month, day }, year) => {
                let years = year.map_or(vec![published.year, published.year - 1], |year| vec![year]);
                let dates = years.into_iter().filter_map(|year| Date::new(year, month, day));
                dates.map(|date| day_number(published) - day_number(date)).find(|days| *days >= 0)?
            }
        };
        (0..=REPORT_DAYS).contains(&back).then(|| day_before(published, back)).flatten()
    }
}

/// Monday is 0. 1 March of the year 0 was a Wednesday.
fn weekday_of(date: Date) -> u8 {
    (day_number(date) + 1).rem_euclid(7) as u8
}

fn day_before(date: Date, days: i64) -> Option<Date> {
    let mut date = date;
    for _ in 0..days {
        date = match (date.day, date.month) {
            (1, 1) => Date::new(date.year - 1, 12, 31),
            (1, month) => (28..=31).rev().find_map(|day| Date::new(date.year, month - 1, day)),
            (day, month) => Date::new(date.year, month, day - 1),
        }?;
    }
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u8, day: u8) -> Date {
        Date::new(2021, month, day).unwrap()
    }

    #[test]
    fn the_days_of_the_week_fall_where_the_calendar_has_them() {
        assert_eq!(weekday_of(day(12, 7)), 1, "a Tuesday");
        assert_eq!(weekday_of(Date::new(2000, 1, 1).unwrap()), 5, "a Saturday");
        assert_eq!(Day::Last(1).before(day(12, 8)), Some(day(12, 7)));
        assert_eq!(Day::Last(3).before(day(12, 31)), Some(day(12, 30)));
        assert_eq!(Day::Last(1).before(day(12, 7)), Some(day(12, 7)));
    }

    #[test]
    fn a_day_long_before_an_article_is_not_what_it_reports_of() {
        let of = |month, day, year| Day::Of(MonthDay { month, day }, year);
        assert_eq!(of(12, 7, None).before(day(12, 31)), None);
        assert_eq!(of(12, 30, None).before(Date::new(2022, 1, 2).unwrap()), Some(day(12, 30)));
        assert_eq!(of(12, 30, Some(2020)).before(day(12, 31)), None);
        assert_eq!(Day::Back(1).before(Date::new(2022, 1, 1).unwrap()), Some(day(12, 31)));
    }
}
