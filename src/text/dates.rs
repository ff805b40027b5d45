//! Calendar dates written out in a text: "7 December 2021", "Dec. 7, 2021", "08.12.2021", "2021-12-07".
//!
//! Only full dates, with day, month and year: what an article's own date is read from. Month names of the five
//! languages. Left out: dates that need another date to be understood ("Tuesday", "next month", "7 December").
//! "03/04/2021" means one day in London and another in Washington, and is no date here; "13/04/2021" is one.

mod months;

use std::ops::Range;

pub use self::months::month;
use crate::model::Date;

/// Four digits outside these years are a number of something else.
const YEARS: Range<i16> = 1000..2200;

/// The most tokens a date has: "7", "th", "of", "December", "2021".
const LONGEST: usize = 5;

/// The most bytes between two tokens of a date: a comma and two spaces.
const WIDEST_GAP: usize = 3;

/// Endings of ordinal numbers, and words between day and month.
const ORDINALS: [&str; 6] = ["st", "nd", "rd", "th", "er", "го"];
const LINKS: [&str; 2] = ["of", "de"];

/// Full calendar dates written out in a text, in order, with their byte ranges.
///
/// The range of "2021-12-08T17:10:00Z" holds the time of day as well; the date is the one written, in its own zone.
pub fn find_dates(text: &str) -> Vec<(Range<usize>, Date)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let tokens = tokens(text, start);
        match date_at(text, &tokens) {
            Some((end, date)) => {
                found.push((start..end, date));
                at = end;
            }
            None => at = tokens.first().map_or(start + 1, |token| token.range.end),
        }
    }
    found
}

/// The next place where a date may begin: a number, or the capital of an English month.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|&b| b.is_ascii_digit() || b"JFMASOND".contains(&b))?;
        if !text[..at].ends_with(char::is_alphanumeric) {
            return Some(at);
        }
        at += 1;
    }
}

/// A run of digits or a run of letters.
struct Token<'a> {
    text: &'a str,
    range: Range<usize>,
}

impl Token<'_> {
    fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// A number of one or two digits, as days and months have.
    fn small(&self) -> Option<u8> {
        if self.text.len() <= 2 { self.text.parse().ok() } else { None }
    }

    fn year(&self) -> Option<i16> {
        let year = if self.text.len() == 4 { self.text.parse().ok()? } else { return None };
        YEARS.contains(&year).then_some(year)
    }
}

/// The tokens from `start` on that stand close enough together to be one date.
fn tokens(text: &str, start: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(LONGEST);
    let mut at = start;
    while tokens.len() < LONGEST {
        let rest = &text[at..];
        let digits = rest.starts_with(|c: char| c.is_ascii_digit());
        let part = |c: char| if digits { c.is_ascii_digit() } else { c.is_alphabetic() };
        let end = at + rest.find(|c| !part(c)).unwrap_or(rest.len());
        if end == at {
            break;
        }
        tokens.push(Token { text: &text[at..end], range: at..end });
        let gap = text[end..].find(|c: char| !" .,/-\n\u{a0}".contains(c)).unwrap_or(0);
        if gap > WIDEST_GAP {
            break;
        }
        at = end + gap;
    }
    tokens
}

/// The date that the tokens begin with, and where it ends.
fn date_at(text: &str, tokens: &[Token]) -> Option<(usize, Date)> {
    match tokens {
        [a, b, c, ..] if a.is_number() && b.is_number() => numeric(text, a, b, c),
        [day, ..] if day.is_number() => day_first(text, tokens),
        [name, day, rest @ ..] => month_first(text, name, day, rest),
        _ => None,
    }
}

/// "7 December 2021", "7th of December, 2021", "7. Dezember 2021", "1er décembre 2021", "7 грудня 2021".
fn day_first(text: &str, tokens: &[Token]) -> Option<(usize, Date)> {
    let (day, rest) = tokens.split_first()?;
    let rest = skip(skip(rest, &ORDINALS), &LINKS);
    let [name, year, ..] = rest else { return None };
    // "on 7 December. 2021 began": a full stop belongs to a short name only.
    let full_stop = gap(text, name, year).contains('.') && name.text.chars().count() > 4;
    let date = Date::new(year.year()?, month(name.text)?, day.small()?)?;
    (!full_stop).then_some((year.range.end, date))
}

/// "December 7, 2021", "Dec. 7th 2021".
fn month_first(text: &str, name: &Token, day: &Token, rest: &[Token]) -> Option<(usize, Date)> {
    let year = skip(rest, &ORDINALS).first()?;
    // The numbers first: capitals are everywhere, and a month's name takes longer to look up.
    let (number, day_number) = (year.year()?, day.small()?);
    let date = Date::new(number, month(name.text)?, day_number)?;
    (!text[day.range.end..year.range.start].contains(['.', '/'])).then_some((year.range.end, date))
}

fn skip<'t, 'a>(tokens: &'t [Token<'a>], words: &[&str]) -> &'t [Token<'a>] {
    match tokens {
        [first, rest @ ..] if words.contains(&first.text) => rest,
        _ => tokens,
    }
}

/// "2021-12-07" with or without a time of day, "08.12.2021", "12/31/2021".
fn numeric(text: &str, a: &Token, b: &Token, c: &Token) -> Option<(usize, Date)> {
    let sign = gap(text, a, b);
    let single = ["-", ".", "/"].contains(&sign) && sign == gap(text, b, c);
    if !single || goes_on(&text[c.range.end..], sign) || comes_from(&text[..a.range.start], sign) {
        return None;
    }
    let date = match (a.year(), c.year()) {
        (Some(year), None) => Date::new(year, b.small()?, c.small()?),
        (None, Some(year)) if sign == "/" => unambiguous(year, a.small()?, b.small()?),
        (None, Some(year)) => Date::new(year, b.small()?, a.small()?),
        _ => None,
    }?;
    Some((c.range.end + time_of_day(&text[c.range.end..]), date))
}

/// Day and month in either order, if only one order makes a date.
fn unambiguous(year: i16, a: u8, b: u8) -> Option<Date> {
    let (day_first, month_first) = (Date::new(year, b, a), Date::new(year, a, b));
    if day_first == month_first { day_first } else { day_first.xor(month_first) }
}

/// More digits follow: a version or an address, not a date.
fn goes_on(after: &str, sign: &str) -> bool {
    after.strip_prefix(sign).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn comes_from(before: &str, sign: &str) -> bool {
    before.strip_suffix(sign).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
}

/// The length of "T17:10:00.000+03:00" at the start of `rest`; 0 if there is none.
fn time_of_day(rest: &str) -> usize {
    let Some(time) = rest.strip_prefix('T').filter(|time| time.starts_with(|c: char| c.is_ascii_digit())) else {
        return 0;
    };
    let len = time.find(|c: char| !c.is_ascii_digit() && !":.+-Z".contains(c)).unwrap_or(time.len());
    1 + time[..len].trim_end_matches(['.', ':', '-', '+']).len()
}

fn gap<'a>(text: &'a str, before: &Token, after: &Token) -> &'a str {
    &text[before.range.end..after.range.start]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<(&str, String)> {
        find_dates(text).into_iter().map(|(range, date)| (&text[range], date.to_string())).collect()
    }

    #[test]
    fn a_date_is_read_in_every_way_it_is_written() {
        for (written, date) in [
            ("7 December 2021", "2021-12-07"),
            ("December 7, 2021", "2021-12-07"),
            ("Dec. 7, 2021", "2021-12-07"),
            ("7th of December, 2021", "2021-12-07"),
            ("08.12.2021", "2021-12-08"),
            ("2021-12-07", "2021-12-07"),
            ("2021-12-08T17:10:00Z", "2021-12-08"),
            ("2021-12-08T17:10:00.000+03:00", "2021-12-08"),
            ("7 декабря 2021", "2021-12-07"),
            ("7 грудня 2021", "2021-12-07"),
            ("7. Dezember 2021", "2021-12-07"),
            ("7 décembre 2021", "2021-12-07"),
            ("1er février 2022", "2022-02-01"),
            ("12/31/2021", "2021-12-31"),
            ("31/12/2021", "2021-12-31"),
            ("07-Dec-2021", "2021-12-07"),
        ] {
            let text = format!("Published on {written}. More (100) follows.");
            assert_eq!(read(&text), [(written, date.to_owned())], "{text}");
        }
    }

    #[test]
    fn dates_that_could_be_two_days_or_none_are_left_alone() {
        for text in [
            "03/04/2021",
            "31.02.2021",
            "7 December",
            "December 2021",
            "on 7 December. 2021 began",
            "version 1.12.08.2021",
            "08.12.2021.4",
            "Article 7, December 20211",
            "+7 495 2021-12-99",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn several_dates_come_in_order() {
        let text = "Updated 08.12.2021 10:31; first put out on December 7, 2021, of talks on 30 December 2021.";
        let days: Vec<String> = read(text).into_iter().map(|(_, date)| date).collect();
        assert_eq!(days, ["2021-12-08", "2021-12-07", "2021-12-30"]);
    }

    proptest! {
        #[test]
        fn any_day_is_found_again_however_it_is_written(year in 1900_i16..2100, month in 1_u8..=12, day in 1_u8..=28) {
            let date = Date::new(year, month, day).unwrap();
            let spelled = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December"][usize::from(month) - 1];
            for text in [date.to_string(), date.short(), format!("{spelled} {day}, {year}"), format!("{day:02}.{month:02}.{year}")] {
                prop_assert_eq!(find_dates(&text), vec![(0..text.len(), date)]);
            }
        }

        #[test]
        fn any_text_can_be_read(text in "([0-9./,-]|2021|[\\n .,]|Dec|мая|[А-яé½٣T:Z]){0,40}") {
            for (range, _) in find_dates(&text) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
