//! A sentence as the signs that a report on talks is told by, and the days that it names.

use super::people::People;
use super::signs::{Sign, Signs};
use crate::analysis::duplicates::day_number;
use crate::model::{Article, Date, ParagraphKind, Span};
use crate::text::words;
use std::rc::Rc;

/// Sentences that are read: the length of a long report. A transcript goes on to other things.
const READ: usize = 60;
/// Words from the sign of what is still to come to the talks, and from the talks to the sign.
const AHEAD_BEFORE: usize = 4;
const AHEAD_AFTER: usize = 2;
/// A report is of talks of the days before it, a preview of those of the days after it.
pub(super) const REPORT_DAYS: i64 = 4;
const PREVIEW_DAYS: i64 = 7;

/// A day as it is written: the year may be left to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MonthDay {
    pub month: u8,
    pub day: u8,
}

pub(super) struct Line {
    pub signs: Vec<Sign>,
    pub spans: Vec<Span>,
    /// Who is named, each as often as named.
    pub people: Vec<Rc<str>>,
    /// Index into [`Article::sentences`].
    pub sentence: usize,
    pub is_headline: bool,
    /// Then "today" is that of who is quoted.
    has_quotation: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// So many days before the article; "tomorrow" is one after it.
    Back(i64),
    /// The last or the next one of that name, Monday is 0.
    Named(u8),
    /// With the year, where it is written.
    Of(MonthDay, Option<i16>),
}

pub(super) fn lines(article: &Article, signs: &mut Signs, people: &mut People) -> Vec<Line> {
    let kind = |paragraph: u32| article.paragraphs[paragraph as usize].kind;
    let is_read = |paragraph: u32| kind(paragraph).is_linked() && kind(paragraph) != ParagraphKind::Heading;
    let sentences = article.sentences.iter().enumerate().filter(|(_, sentence)| is_read(sentence.paragraph));
    let mut lines: Vec<Line> = Vec::new();
    for (number, sentence) in sentences.take(READ) {
        let mut spans = Vec::new();
        let text = sentence.span.text(&article.text);
        words::words(text, sentence.span.start as usize, article.language, &mut spans);
        lines.push(Line {
            signs: spans.iter().map(|span| signs.of(article.language, span.text(&article.text))).collect(),
            people: people.of_words(article, &spans),
            spans,
            sentence: number,
            is_headline: lines.is_empty() && kind(sentence.paragraph) == ParagraphKind::Headline,
            has_quotation: text.contains(['“', '”', '"', '«', '„']),
        });
    }
    lines
}

impl Line {
    /// Where talks are named.
    pub fn talks(&self) -> impl Iterator<Item = usize> + '_ {
        let is_press = move |at: usize| {
            let before = if self.is_headline { &self.signs[..] } else { &self.signs[at.saturating_sub(1)..at] };
            before.contains(&Sign::Press)
        };
        let talk = move |(at, sign): (usize, &Sign)| (*sign == Sign::Talk && !is_press(at)).then_some(at);
        self.signs.iter().enumerate().filter_map(talk)
    }

    /// Whether what stands at `at` is still to come.
    pub fn is_ahead(&self, at: usize) -> bool {
        let near = at.saturating_sub(AHEAD_BEFORE)..(at + AHEAD_AFTER + 1).min(self.signs.len());
        self.signs[near].iter().any(|sign| matches!(sign, Sign::Ahead | Sign::Tomorrow))
    }

    /// The days that are named.
    pub fn days(&self) -> impl Iterator<Item = (usize, Day)> + '_ {
        self.signs.iter().enumerate().filter_map(|(at, sign)| {
            let day = match sign {
                Sign::Weekday(weekday) => Day::Named(*weekday),
                Sign::Today if !self.has_quotation => Day::Back(0),
                Sign::Yesterday if !self.has_quotation => Day::Back(1),
                Sign::Tomorrow if !self.has_quotation => Day::Back(-1),
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

impl Day {
    /// The day, if it is one that an article published then reports of.
    pub fn before(self, published: Date) -> Option<Date> {
        let back = match self {
            Self::Back(days) => days,
            Self::Named(weekday) => (i64::from(weekday_of(published)) - i64::from(weekday)).rem_euclid(7),
            Self::Of(of, year) => {
                let dates = of.dates(year, [published.year, published.year - 1]);
                dates.into_iter().map(|date| day_number(published) - day_number(date)).find(|days| *days >= 0)?
            }
        };
        (0..=REPORT_DAYS).contains(&back).then(|| day_before(published, back)).flatten()
    }

    /// The day, if it is one that an article published then looks forward to.
    pub fn after(self, published: Date) -> Option<Date> {
        let ahead = match self {
            Self::Back(days) => -days,
            Self::Named(weekday) => (i64::from(weekday) - i64::from(weekday_of(published))).rem_euclid(7),
            Self::Of(of, year) => {
                let dates = of.dates(year, [published.year, published.year + 1]);
                dates.into_iter().map(|date| day_number(date) - day_number(published)).find(|days| *days >= 0)?
            }
        };
        (0..=PREVIEW_DAYS).contains(&ahead).then(|| day_after(published, ahead)).flatten()
    }
}

impl MonthDay {
    fn dates(self, year: Option<i16>, or: [i16; 2]) -> Vec<Date> {
        let years = year.map_or(or.to_vec(), |year| vec![year]);
        years.into_iter().filter_map(|year| Date::new(year, self.month, self.day)).collect()
    }

    pub fn of(date: Date) -> Self {
        Self { month: date.month, day: date.day }
    }
}

/// Monday is 0. 1 March of the year 0 was a Wednesday.
pub(super) fn weekday_of(date: Date) -> u8 {
    (day_number(date) + 1).rem_euclid(7) as u8
}

fn day_before(date: Date, days: i64) -> Option<Date> {
    (0..days).try_fold(date, |date, _| match (date.day, date.month) {
        (1, 1) => Date::new(date.year - 1, 12, 31),
        (1, month) => (28..=31).rev().find_map(|day| Date::new(date.year, month - 1, day)),
        (day, month) => Date::new(date.year, month, day - 1),
    })
}

fn day_after(date: Date, days: i64) -> Option<Date> {
    (0..days).try_fold(date, |date, _| {
        let next = Date::new(date.year, date.month, date.day + 1);
        next.or_else(|| Date::new(date.year, date.month + 1, 1)).or_else(|| Date::new(date.year + 1, 1, 1))
    })
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
        assert_eq!(Day::Named(1).before(day(12, 8)), Some(day(12, 7)));
        assert_eq!(Day::Named(3).before(day(12, 31)), Some(day(12, 30)));
        assert_eq!(Day::Named(1).before(day(12, 7)), Some(day(12, 7)));
        assert_eq!(Day::Named(0).after(day(12, 31)), Date::new(2022, 1, 3));
    }

    #[test]
    fn a_day_long_before_an_article_is_not_what_it_reports_of() {
        let of = |month, day, year| Day::Of(MonthDay { month, day }, year);
        assert_eq!(of(12, 7, None).before(day(12, 31)), None);
        assert_eq!(of(12, 30, None).before(Date::new(2022, 1, 2).unwrap()), Some(day(12, 30)));
        assert_eq!(of(12, 30, Some(2020)).before(day(12, 31)), None);
        assert_eq!(of(1, 2, None).after(day(12, 31)), Date::new(2022, 1, 2));
        assert_eq!(Day::Back(1).before(Date::new(2022, 1, 1).unwrap()), Some(day(12, 31)));
        assert_eq!(Day::Back(-1).after(day(12, 31)), Date::new(2022, 1, 1));
    }
}
