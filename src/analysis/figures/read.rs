//! The figures of a sentence: each with what it measures, so that two of one thing can be set side by side.

use super::number::{Number, Word, WordReader, number};
use super::words::{self as data, HOUR, Hedge};
use crate::analysis::rounds::names::sound;
use crate::analysis::statements::kindred::{Kind, kind_of};
use crate::model::{Article, Language, Span};
use crate::text::dates::{find_dates, month};
use crate::text::stems;

/// Words between a number and what it counts: "100,000 Russian troops", "175,000 Russian military personnel".
const REACH: usize = 3;
/// Words between a day and the place of what happens then: "in Geneva on 9 January".
const PLACE_REACH: usize = 6;
/// Four digits between these are a year where nothing is counted.
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2100;
/// Before a place.
const IN: &str = "in at à au en в во у im";

/// What a figure is of. Two figures can differ only if theirs is the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// In seconds.
    Duration,
    /// Month and day, as 100 times the one and the other; with the place that is named beside it, by its sound.
    Day(String),
    /// In hundredths of a per cent.
    Percent,
    /// Of this currency, in thousandths.
    Money(&'static str),
    /// So many of what this word or family of words names; the value in thousandths.
    Count(String),
}

/// A figure of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// With what it counts: "100,000 troops".
    pub span: Span,
    pub measure: Measure,
    pub value: u64,
    /// The end of a range: "70,000 to 100,000"; else the value.
    pub up_to: u64,
    /// What the words leave open: "about", "more than", and whole hours.
    pub open: (u64, u64),
    /// Whose they are: "8,500 U.S. troops".
    pub party: Option<&'static str>,
}

/// Reads the figures of sentences.
#[derive(Default)]
pub struct FigureReader {
    words: WordReader,
}

impl FigureReader {
    /// The figures of a sentence, in order.
    pub fn figures(&mut self, article: &Article, sentence: usize) -> Vec<Figure> {
        let span = article.sentences[sentence].span;
        let words = self.words.read(article, span);
        if words.is_empty() { Vec::new() } else { figures(article, span, &words) }
    }
}

fn figures(article: &Article, span: Span, words: &[Word]) -> Vec<Figure> {
    let mut figures = full_dates(article, span);
    let dates: Vec<Span> = figures.iter().map(|figure| figure.span).collect();
    let mut at = 0;
    while at < words.len() {
        let in_date = dates.iter().any(|date| date.clip(words[at].span).is_some());
        let found = if in_date { None } else { day(words, at).or_else(|| counted(article, words, at)) };
        match found {
            Some((figure, next)) => {
                figures.push(figure);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    figures.sort_by_key(|figure| figure.span);
    name_places(article, words, &mut figures);
    figures
}

/// Dates with their year: "2022-01-10".
fn full_dates(article: &Article, span: Span) -> Vec<Figure> {
    let found = find_dates(span.text(&article.text)).into_iter();
    let figure = |(range, date): (std::ops::Range<usize>, crate::model::Date)| {
        let start = span.start as usize;
        let value = u64::from(date.month) * 100 + u64::from(date.day);
        let end = article.text[..start + range.end].trim_end_matches(char::is_numeric).len();
        // The year says nothing more: "January 10" of "January 10, 2022".
        let short = article.text[start + range.start..end].trim_end_matches([' ', ',']);
        let is_words = short.chars().any(char::is_alphabetic);
        let end = if is_words { start + range.start + short.len() } else { start + range.end };
        exact(Span::new(start + range.start, end), Measure::Day(String::new()), value)
    };
    found.map(figure).collect()
}

fn exact(span: Span, measure: Measure, value: u64) -> Figure {
    Figure { span, measure, value, up_to: value, open: (value, value), party: None }
}

/// "January 10", "10 января", "9 et 10 janvier", and the place after it.
fn day(words: &[Word], at: usize) -> Option<(Figure, usize)> {
    let small = |at: usize| words.get(at)?.day;
    // "May" and "Mar" are words too: a month stands beside a day.
    let month = |at: usize| words.get(at).and_then(|word| month(&word.folded)).map(u64::from);
    let is_link =
        |at: usize| words.get(at).is_some_and(|word| data::is_one_of(&word.folded, "of and et и und та to au по"));
    let (first, last, month, next) = match (small(at), month(at)) {
        (Some(day), _) => {
            let second = if small(at + 1).is_some() { at + 1 } else { at + 2 };
            let is_range = small(second).is_some() && (second == at + 1 || is_link(at + 1));
            let last = if is_range { second } else { at };
            let link = usize::from(is_link(last + 1) && &*words[last + 1].folded == "of");
            (day, small(last)?, month(last + 1 + link)?, last + 2 + link)
        }
        (None, Some(month)) => {
            let day = small(at + 1)?;
            let second = small(at + 2).filter(|second| *second > day && words[at + 2].after_hyphen);
            (day, second.unwrap_or(day), month, at + 2 + usize::from(second.is_some()))
        }
        _ => return None,
    };
    let span = Span { start: words[at].span.start, end: words[next - 1].span.end };
    // The year after it counts nothing.
    let year = words.get(next).and_then(|word| word.value).is_some_and(|value| YEARS.contains(&(value / 1_000)));
    let (low, high) = (month * 100 + first.min(last), month * 100 + first.max(last));
    let figure = Figure { up_to: high, open: (low, high), ..exact(span, Measure::Day(String::new()), low) };
    Some((figure, next + usize::from(year)))
}

/// Gives each day the place that stands nearest to it, if one does.
fn name_places(article: &Article, words: &[Word], figures: &mut [Figure]) {
    let place = |at: usize| {
        let word = words[at].span.text(&article.text);
        let after_in = at > 0 && data::is_one_of(&words[at - 1].folded, IN);
        (after_in && word.starts_with(char::is_uppercase) && month(&words[at].folded).is_none()).then_some(at)
    };
    let mut places = (0..words.len()).filter_map(place).peekable();
    if places.peek().is_none() {
        return;
    }
    let places: Vec<usize> = places.collect();
    for figure in figures.iter_mut().filter(|figure| matches!(figure.measure, Measure::Day(_))) {
        let at = words.partition_point(|word| word.span.start < figure.span.start);
        let nearest =
            places.iter().filter(|place| place.abs_diff(at) <= PLACE_REACH).min_by_key(|place| place.abs_diff(at));
        if let Some(place) = nearest {
            figure.measure = Measure::Day(sound(&words[*place].folded));
        }
    }
}

/// A number with what it counts, and the place after it.
fn counted(article: &Article, words: &[Word], at: usize) -> Option<(Figure, usize)> {
    let number = number(article, words, at)?;
    let Number { value, up_to, next, .. } = number;
    let start = words[at].span.start;
    let after = |next: usize| words.get(next).map(|word| &*word.folded);
    let end = words[next - 1].span.end;
    let rest = article.text[end as usize..].trim_start();
    let figure = |end, measure, times: u64, over: u64| {
        let [value, up_to] = [value, up_to].map(|value| value.saturating_mul(times) / over);
        let open = open(number.hedge, value, up_to);
        Figure { span: Span { start, end }, measure, value, up_to, open, party: None }
    };
    if rest.starts_with('%') {
        return Some((figure(end, Measure::Percent, 1, 10), next));
    }
    let percent = |at| after(at).is_some_and(|word| data::is_one_of(word, data::PERCENT));
    let two = after(next).is_some_and(|word| matches!(word, "per" | "pour"))
        && after(next + 1).is_some_and(|word| word == "cent");
    if percent(next) || two {
        let last = next + usize::from(two);
        return Some((figure(words[last].span.end, Measure::Percent, 1, 10), last + 1));
    }
    let sign = data::money_sign(&article.text[..start as usize]);
    let of = usize::from(after(next).is_some_and(|word| matches!(word, "de" | "of" | "d")));
    if let Some(currency) = sign.or_else(|| after(next + of).and_then(data::money)) {
        let end = if sign.is_some() { end } else { words[next + of].span.end };
        return Some((figure(end, Measure::Money(currency), 1, 1), next + usize::from(sign.is_none()) + of));
    }
    if let Some(seconds) = after(next).and_then(|word| data::unit(article.language, word)) {
        return Some(duration(article, words, at, &number, seconds));
    }
    let bare = data::is_one_of(&words[at].folded, data::ONES) || (next == at + 1 && YEARS.contains(&(value / 1_000)));
    // "A man" counts nothing, 2021 alone is a year, 23:35 an hour, "Resolution 1701" a name.
    if bare || is_clock(article, words, at, next) || is_name(article, words, at) {
        return None;
    }
    let (thing, end, party) = thing(article, words, next, value / 1_000)?;
    Some((Figure { party, ..figure(end, Measure::Count(thing), 1, 1) }, next))
}

/// A number of hours and what follows it: "and a half", "and one minute".
fn duration(article: &Article, words: &[Word], at: usize, number: &Number, seconds: u64) -> (Figure, usize) {
    let is = |at: usize, list: &str| words.get(at).is_some_and(|word| data::is_one_of(&word.folded, list));
    let mut next = number.next + 1;
    let [mut value, mut up_to] = [number.value, number.up_to].map(|value| value.saturating_mul(seconds) / 1_000);
    let mut unit = seconds;
    if is(next, data::AND) {
        let one = usize::from(is(next + 1, data::ONES));
        if is(next + 1 + one, data::HALVES) || is(next + 1, "половиной половиною") {
            (value, up_to, next) = (value + seconds / 2, up_to + seconds / 2, next + 2 + one);
        } else if is(next + 1, "three trois") && is(next + 2, "quarters quarts") {
            (value, up_to, next) = (value + seconds * 3 / 4, up_to + seconds * 3 / 4, next + 3);
        } else if let Some(more) = super::number::number(article, words, next + 1)
            && let Some(smaller) = words.get(more.next).and_then(|word| data::unit(article.language, &word.folded))
            && smaller < seconds
        {
            let more_seconds = more.value * smaller / 1_000;
            (value, up_to, next, unit) = (value + more_seconds, up_to + more_seconds, more.next + 1, smaller);
        }
    }
    let span = Span { start: words[at].span.start, end: words[next - 1].span.end };
    let mut open = open(number.hedge, value, up_to);
    // Who counts in hours rounds to the quarter.
    if unit >= HOUR {
        open = (open.0.min(value.saturating_sub(unit / 8)), open.1.max(up_to + unit / 8));
    }
    (Figure { up_to, open, ..exact(span, Measure::Duration, value) }, next)
}

/// What the words before a number leave open.
fn open(hedge: Option<Hedge>, value: u64, up_to: u64) -> (u64, u64) {
    match hedge {
        None => (value, up_to),
        Some(Hedge::About) => (value - value / 10, up_to + up_to / 10),
        Some(Hedge::More) => (value, up_to + up_to / 4),
        Some(Hedge::Less) => (value - value / 10, up_to),
    }
}

fn is_clock(article: &Article, words: &[Word], at: usize, next: usize) -> bool {
    let end = words[next - 1].span.end as usize;
    let (before, after) = (&article.text[..words[at].span.start as usize], &article.text[end..]);
    let half = words.get(next).is_some_and(|word| matches!(&*word.folded, "pm" | "am" | "p.m" | "a.m"));
    before.ends_with(':') || after.starts_with(':') || half
}

/// Whether a number belongs to the name before it.
fn is_name(article: &Article, words: &[Word], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &words[before]) else { return false };
    let word = before.span.text(&article.text);
    let joined = article.text[before.span.end as usize..words[at].span.start as usize].chars().count() <= 1;
    let is_party = matches!(kind_of(article.language, &before.folded, &before.folded), Kind::Party(_) | Kind::Stop);
    joined
        && word.starts_with(char::is_uppercase)
        && data::hedge(&before.folded).is_none()
        && !is_party
        && words[at].span.text(&article.text).starts_with(|letter: char| letter.is_ascii_digit())
}

/// What is counted from here on: the last noun of the words that follow without a break, by our name for it, its
/// family or its stem in its language; and whose they are.
fn thing(article: &Article, words: &[Word], next: usize, count: u64) -> Option<(String, u32, Option<&'static str>)> {
    let (mut found, mut party) = (None, None);
    for (number, word) in words[next.min(words.len())..].iter().take(REACH).enumerate() {
        let before = words[next + number - 1].span.end as usize;
        let gap = &article.text[before..word.span.start as usize];
        // "175 тыс. солдат".
        let gap = gap.strip_prefix('.').filter(|_| number == 0 && words[next - 1].is_short).unwrap_or(gap);
        if word.value.is_some() || gap.chars().any(|sign| !sign.is_whitespace() && sign != '-') {
            break;
        }
        if let Some(name) = data::thing(&word.folded, count) {
            found = Some((name.to_owned(), word.span.end));
            break;
        }
        let stem = stems::stem(article.language, &word.folded);
        match kind_of(article.language, &word.folded, &stem) {
            Kind::Family(family) => {
                found = Some((of_language(article.language, &format!("#{family}")), word.span.end));
                break; // "Talks": what is counted, whatever follows.
            }
            Kind::Plain => found = Some((of_language(article.language, &stem), word.span.end)),
            Kind::Party(of) => party = Some(of),
            Kind::Frame => {}
            Kind::Stop | Kind::Negation | Kind::Number(_) => break,
        }
    }
    found.map(|(name, end)| (name, end, party))
}

fn of_language(language: Language, name: &str) -> String {
    format!("{} {name}", language.code())
}
