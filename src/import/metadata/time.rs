//! Times of day: "14:05 MSK", "10:31 a.m. EST", "18.40 Uhr", "18h40", "2021-12-07T14:05:00+03:00".
//!
//! A zone whose letters mean one offset only is read; of others ("IST", "CST", "local time") the time alone is kept.
//! Midnight is no time: it is what programs write where they only have a day.

use crate::model::ClockTime;
use std::ops::Range;

/// Zones by their letters, with their minutes east of UTC. Left out: letters that two parts of the world use.
const ZONES: &[(&str, i16)] = &[
    ("Z", 0),
    ("GMT", 0),
    ("UTC", 0),
    ("WET", 0),
    ("WEST", 60),
    ("CET", 60),
    ("MEZ", 60),
    ("CEST", 120),
    ("MESZ", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("МСК", 180),
    ("TRT", 180),
    ("HKT", 480),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
    ("EDT", -240),
    ("EST", -300),
    ("MDT", -360),
    ("PDT", -420),
    ("PST", -480),
];
/// Zones that are named in words, in small letters.
const NAMED_ZONES: &[(&str, i16)] =
    &[("moscow time", 180), ("по московскому времени", 180), ("по москве", 180), ("за московським часом", 180)];
/// Midday, as twelve-hour clocks write it, in small letters and without full stops.
const HALVES: [(&str, u16); 2] = [("am", 0), ("pm", 12)];

/// All times of day in a line, in order, with the bytes that they stand in.
pub(super) fn times(line: &str) -> Vec<(Range<usize>, ClockTime)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = line.get(at..).and_then(|rest| rest.find(|letter: char| letter.is_ascii_digit())) {
        let start = at + start;
        let digits = line[start..].bytes().take_while(u8::is_ascii_digit).count();
        let read = may_begin(&line[..start]).then(|| time_at(line, start)).flatten();
        at = read.as_ref().map_or(start + digits, |(end, _)| *end);
        found.extend(read.filter(|(_, time)| time.minute > 0).map(|(end, time)| (start..end, time)));
    }
    found
}

/// Whether a time may stand after this: not in the middle of a number, an offset, a word.
fn may_begin(before: &str) -> bool {
    let iso =
        before.strip_suffix(['T', 't']).is_some_and(|date| date.ends_with(|letter: char| letter.is_ascii_digit()));
    iso || !before.ends_with(|letter: char| letter.is_alphanumeric() || ":.+-/".contains(letter))
}

/// The time that begins here, and where it ends with its zone.
fn time_at(line: &str, start: usize) -> Option<(usize, ClockTime)> {
    let (hour, rest) = number(&line[start..], 1..=2)?;
    let (minute, mark, rest) = minutes(rest)?;
    let (seconds, rest) = after_seconds(rest, mark);
    let (half, rest) = half_of_day(rest);
    let spoken = rest.trim_start().strip_prefix("Uhr");
    let rest = spoken.unwrap_or(rest);
    let exact = seconds || line[..start].ends_with(['T', 't']);
    let zone = zone(rest, exact);
    let told = half.is_some() || spoken.is_some() || zone.is_some();
    // "7.12" may be a day or a version, "10" anything.
    if (mark.is_none() && half.is_none()) || (mark == Some('.') && !told) {
        return None;
    }
    let hour = match half {
        Some(half) => (1..=12).contains(&hour).then_some(hour % 12 + half)?,
        None => hour,
    };
    let (offset, rest) = zone.unwrap_or((None, rest));
    Some((line.len() - rest.len(), ClockTime::new(hour, minute, offset)?))
}

/// The number that a text begins with, and what follows it. No more digits may follow.
fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<(u16, &str)> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    digits.contains(&count).then(|| Some((text[..count].parse().ok()?, &text[count..])))?
}

/// Minutes with the mark before them; none stand in "10 a.m." and "18 h".
fn minutes(rest: &str) -> Option<(u16, Option<char>, &str)> {
    let french = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).strip_prefix(['h', 'H']);
    if let Some(after) = french {
        let digits = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        return number(digits, 2..=2).map(|(minute, rest)| (minute, Some('h'), rest));
    }
    let mark = rest.chars().next().filter(|mark| matches!(mark, ':' | '.'));
    match mark.and_then(|mark| Some((mark, number(&rest[1..], 2..=2)?))) {
        Some((mark, (minute, rest))) => Some((minute, Some(mark), rest)),
        None => Some((0, None, rest)),
    }
}

/// Passes over ":50" and ":50.000"; whether they were there.
fn after_seconds(rest: &str, mark: Option<char>) -> (bool, &str) {
    let seconds = rest.strip_prefix(':').filter(|_| mark == Some(':')).and_then(|rest| number(rest, 2..=2));
    let Some((_, rest)) = seconds else { return (false, rest) };
    let fraction = rest.strip_prefix(['.', ',']).and_then(|rest| number(rest, 1..=9));
    (true, fraction.map_or(rest, |(_, rest)| rest))
}

/// "a.m.", " PM": hours to add.
fn half_of_day(rest: &str) -> (Option<u16>, &str) {
    let letters = rest.trim_start();
    let end = letters.find(|letter: char| !letter.is_ascii_alphabetic() && letter != '.').unwrap_or(letters.len());
    let word = letters[..end].replace('.', "").to_ascii_lowercase();
    match HALVES.iter().find(|(half, _)| *half == word) {
        Some((_, hours)) => (Some(*hours), &letters[end..]),
        None => (None, rest),
    }
}

/// The offset of the zone named next, if its letters mean one only. `exact` is a time as machines write it, after
/// which a minus is an offset and no second time.
fn zone(rest: &str, exact: bool) -> Option<(Option<i16>, &str)> {
    let spaced = rest.trim_start();
    let name = spaced.strip_prefix('(').unwrap_or(spaced);
    if name.starts_with('+') || (name.starts_with('-') && (exact || spaced.len() < rest.len())) {
        let (offset, rest) = offset(name)?;
        return Some((Some(offset), rest));
    }
    let small: String = name.chars().take(40).collect::<String>().to_lowercase();
    if let Some((words, minutes)) = NAMED_ZONES.iter().find(|(words, _)| small.starts_with(words)) {
        let end = name.char_indices().nth(words.chars().count()).map_or(name.len(), |(at, _)| at);
        return Some((Some(*minutes), &name[end..]));
    }
    let end = name.find(|letter: char| !letter.is_alphabetic()).unwrap_or(name.len());
    let (word, after) = name.split_at(end);
    // In small letters only the Russian one is no other word.
    let same = |letters: &str| word == letters || (letters == "МСК" && word.to_uppercase() == letters);
    let (_, minutes) = ZONES.iter().find(|(letters, _)| same(letters))?;
    match offset(after.trim_start()).filter(|_| matches!(word, "GMT" | "UTC")) {
        Some((offset, rest)) => Some((Some(offset), rest)),
        None => Some((Some(*minutes), after)),
    }
}

/// "+03:00", "-0500", "+3"
fn offset(text: &str) -> Option<(i16, &str)> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits = text.strip_prefix(['+', '-'])?;
    if let Some((joined, rest)) = number(digits, 4..=4) {
        return Some((sign * (joined / 100 * 60 + joined % 100) as i16, rest));
    }
    let (hours, rest) = number(digits, 1..=2)?;
    let minutes = rest.strip_prefix(':').and_then(|rest| number(rest, 2..=2));
    let (minutes, rest) = minutes.unwrap_or((0, rest));
    Some((sign * (hours * 60 + minutes) as i16, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(line: &str) -> Vec<String> {
        times(line).into_iter().map(|(_, time)| time.to_string()).collect()
    }

    #[test]
    fn a_time_is_read_in_every_way_it_is_written() {
        for (line, time) in [
            ("December 7, 2021 10:31 GMT", "10:31+00:00"),
            ("14:05 MSK", "14:05+03:00"),
            ("7 декабря 2021, 18:40", "18:40"),
            ("18:40 МСК", "18:40+03:00"),
            ("18:40 (мск)", "18:40+03:00"),
            ("в 9.05 по московскому времени", "09:05+03:00"),
            ("Updated 10:31 a.m. EST", "10:31-05:00"),
            ("3:58 P.M. CEST", "15:58+02:00"),
            ("12:05am", "00:05"),
            ("7 December, 6 pm", "18:00"),
            ("6.15pm", "18:15"),
            ("7. Dezember 2021 um 18.40 Uhr", "18:40"),
            ("18:40 Uhr MEZ", "18:40+01:00"),
            ("le 7 décembre 2021 à 18h40", "18:40"),
            ("à 18 h 05", "18:05"),
            ("2021-12-08T17:10:00Z", "17:10+00:00"),
            ("2021-12-08T17:10:00.000+03:00", "17:10+03:00"),
            ("2021-12-09 18:01:50-05:00", "18:01-05:00"),
            ("Tue, 07 Dec 2021 14:05:00 +0300", "14:05+03:00"),
            ("2021-12-07T14:05-05", "14:05-05:00"),
            ("10:31 UTC+3", "10:31+03:00"),
            ("10:31 GMT -03:30", "10:31-03:30"),
            ("08.12.2021 10:31", "10:31"),
        ] {
            assert_eq!(read(line), [time], "{line}");
        }
    }

    #[test]
    fn zones_that_could_be_two_are_left_open() {
        for zone in ["IST", "BST", "CST", "local time", "ET", "est"] {
            assert_eq!(read(&format!("7 December 2021, 10:31 {zone}")), ["10:31"], "{zone}");
        }
        assert_eq!(read("from 10:31-11:00"), ["10:31"], "a second time is no offset");
    }

    #[test]
    fn other_numbers_and_midnight_are_no_times() {
        for line in [
            "08.12.2021",
            "7.12",
            "version 1:2",
            "2021-12-07T00:00:00Z",
            "10:61",
            "25:00",
            "14 pm",
            "4 min.",
            "18 hours",
        ] {
            assert_eq!(read(line), Vec::<String>::new(), "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_line_can_be_read(line in "([0-9:.hTZ+-]|[ apm]|GMT|МСК|Uhr|é|\u{a0}|\\(){0,40}") {
            let mut end = 0;
            for (range, _) in times(&line) {
                prop_assert!(range.start >= end && line.get(range.clone()).is_some());
                end = range.end;
            }
        }

        #[test]
        fn any_time_is_found_again(minute in 1_u16..1440, offset in prop::option::of(-840_i16..840)) {
            let time = ClockTime { minute, offset };
            let found: Vec<ClockTime> = times(&format!("2021-12-07T{time}")).into_iter().map(|(_, time)| time).collect();
            prop_assert_eq!(found, [time]);
        }
    }
}
