//! Day and time of publication, from the lines about the article, its dateline, its headline, the file's name.
//!
//! A date in the prose ("talks on 7 December 2021") is never taken for the day of publication, and what a line says of
//! the last change only where nothing is said of publication.

use super::super::draft::{Block, Draft};
use super::super::lines;
use super::time::times;
use crate::model::{ClockTime, Date, ParagraphKind};
use crate::text::find_dates;
use std::ops::Range;

/// A dateline ("GENEVA, June 16, 2021 (Reuters) -") is over by here (bytes).
const DATELINE: usize = 120;
/// Characters of a longest line about the article that is looked at for a time.
const LONGEST_LINE: usize = 400;

/// How far from the headline (blocks) a page says when it was published.
const BESIDE: usize = 6;

/// What is said before the day of the last change, and before that of publication, in small letters.
const CHANGES: &[&str] = &[
    "updated",
    "update:",
    "modified",
    "edited",
    "corrected",
    "обновлен",
    "обновлён",
    "изменен",
    "изменён",
    "оновлен",
    "змінен",
    "aktualisiert",
    "geändert",
    "mis à jour",
    "modifié",
    "actualisé",
];
const PUBLICATIONS: &[&str] = &[
    "publish",
    "posted",
    "issued",
    "created",
    "опубликован",
    "публикац",
    "опублікован",
    "публікац",
    "veröffentlicht",
    "publiziert",
    "erstellt",
    "publié",
];

/// A day that a text gives, with the time that stands beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::import) struct Moment {
    pub date: Date,
    pub time: Option<ClockTime>,
    /// Whether it is when the text was last changed.
    pub changed: bool,
}

/// The first full date of a line: written out in any way that is known, or ISO 8601 with a time.
pub(in crate::import) fn date_in(line: &str) -> Option<(Range<usize>, Date)> {
    if !lines::has_digit(line) {
        return None;
    }
    let iso = iso_date(line).filter(|(range, _)| range.start == 0 && line[range.end..].starts_with('T'));
    let iso = iso.map(|(_, date)| (0..line.find(char::is_whitespace).unwrap_or(line.len()), date));
    iso.or_else(|| find_dates(line).into_iter().next())
}

/// The first `2021-12-07` in a text, also with other marks between.
pub(in crate::import) fn iso_date(text: &str) -> Option<(Range<usize>, Date)> {
    let bytes = text.as_bytes();
    let number = |range: Range<usize>| {
        let digits = text.get(range).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse::<i16>().ok()
    };
    let digit_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit() && (*at == 0 || !digit_at(at - 1)));
    starts.into_iter().find_map(|at| {
        let marked =
            bytes.get(at + 4).is_some_and(|mark| b"-_./".contains(mark)) && bytes.get(at + 4) == bytes.get(at + 7);
        let (month, day) = if marked { (at + 5, at + 8) } else { (at + 4, at + 6) };
        let date = Date::new(number(at..at + 4)?, number(month..month + 2)? as u8, number(day..day + 2)? as u8)?;
        (!digit_at(day + 2) && (1900..2100).contains(&date.year)).then_some((at..day + 2, date))
    })
}

/// Day and time of a value that a machine wrote: "2021-12-07T14:05:00+03:00", "Tue, 07 Dec 2021 14:05:00 GMT".
pub(in crate::import) fn stamp(value: &str) -> Option<Moment> {
    let (_, date) = iso_date(value).or_else(|| date_in(value))?;
    let time = times(value).first().map(|(_, time)| *time);
    Some(Moment { date, time, changed: false })
}

/// Of several stamps, best first, the first day; and the first time that any of them gives for that day.
pub(in crate::import) fn first_stamp(stamps: impl IntoIterator<Item = Moment>) -> (Option<Date>, Option<ClockTime>) {
    let mut stamps = stamps.into_iter();
    let Some(first) = stamps.next() else { return (None, None) };
    let others: Vec<ClockTime> =
        stamps.filter(|stamp| stamp.date == first.date).filter_map(|stamp| stamp.time).collect();
    let time = first.time.or(others.first().copied());
    // The same minute may be given again, then with its zone.
    let zoned =
        others.iter().find(|other| other.offset.is_some() && Some(other.minute) == time.map(|time| time.minute));
    (Some(first.date), time.filter(|time| time.offset.is_some()).or(zoned.copied()).or(time))
}

pub(super) fn in_name(path: &str) -> Option<Date> {
    path.rsplit('/')
        .find_map(|name| iso_date(name).or_else(|| find_dates(name).into_iter().next()))
        .map(|(_, date)| date)
}

/// When the article was published, by its own text.
pub(super) fn of_lines(draft: &Draft) -> Option<Moment> {
    let of_kind = |kind: ParagraphKind| draft.blocks.iter().filter(move |block| block.kind == kind);
    let text = |block: &Block| &draft.text[block.range.clone()];
    let in_dateline = || of_kind(ParagraphKind::Body).take(2).find_map(|block| of_line(dateline(text(block))?));
    let in_headline = || of_kind(ParagraphKind::Headline).find_map(|block| of_line(text(block)));
    of_meta_lines(draft).or_else(in_dateline).or_else(in_headline).or_else(|| beside_headline(draft))
}

/// "publiziert am 30. Juli 2018" in what a page shows around its headline.
fn beside_headline(draft: &Draft) -> Option<Moment> {
    let headline = draft.blocks.iter().position(|block| block.kind == ParagraphKind::Headline)?;
    let near = headline.saturating_sub(BESIDE)..(headline + BESIDE + 1).min(draft.blocks.len());
    let clutter = near.filter(|index| draft.blocks[*index].kind == ParagraphKind::Clutter);
    let clutter = clutter.map(|index| draft.block_text(index)).filter(|line| line.len() <= LONGEST_LINE);
    let says = |line: &&str| PUBLICATIONS.iter().any(|word| line.to_lowercase().contains(word));
    clutter.filter(says).find_map(|line| moments(line).into_iter().find(|moment| !moment.changed))
}

fn of_meta_lines(draft: &Draft) -> Option<Moment> {
    let is_meta = |index: &usize| draft.blocks.get(*index).is_some_and(|block| block.kind == ParagraphKind::Meta);
    let meta = (0..draft.blocks.len()).filter(is_meta);
    let found: Vec<(usize, Moment)> = meta
        .flat_map(|index| moments(draft.block_text(index)).into_iter().map(move |moment| (index, moment)))
        .collect();
    let published = found.iter().find(|(_, moment)| !moment.changed);
    let (index, moment) = *published.or(found.first())?;
    // "14:05 MSK" on a line of its own belongs to a date right above or below it.
    let beside = [index + 1, index.wrapping_sub(1)].into_iter().filter(is_meta).map(|index| draft.block_text(index));
    let mut beside = beside.filter(|line| line.len() <= LONGEST_LINE && date_in(line).is_none());
    let time = moment.time.or_else(|| beside.find_map(|line| Some(times(line).first()?.1)));
    Some(Moment { time, ..moment })
}

/// What a line says of publication, else of the last change.
fn of_line(line: &str) -> Option<Moment> {
    let found = moments(line);
    found.iter().find(|moment| !moment.changed).or(found.first()).copied()
}

/// Every full date of a line with its time: the nearest that is said of the same thing, publication or change.
fn moments(line: &str) -> Vec<Moment> {
    if !lines::has_digit(line) {
        return Vec::new();
    }
    let mut dates = find_dates(line);
    if dates.is_empty() {
        dates.extend(date_in(line));
    }
    let short = line.len() <= LONGEST_LINE;
    let times = if short { times(line) } else { Vec::new() };
    let changed = |at: usize| short && says_change(&line[..at]);
    let moment = |index: usize| {
        let (range, date): &(Range<usize>, Date) = &dates[index];
        let from = index.checked_sub(1).map_or(0, |before| dates[before].0.end);
        let to = dates.get(index + 1).map_or(line.len(), |(next, _)| next.start);
        let near = times.iter().filter(|(time, _)| time.start >= from && time.start < to);
        let distance = |time: &Range<usize>| time.start.abs_diff(range.end).min(time.end.abs_diff(range.start));
        let other = |time: &Range<usize>| changed(time.start) != changed(range.start);
        let time = near.min_by_key(|(time, _)| (other(time), distance(time))).map(|(_, time)| *time);
        Moment { date: *date, time, changed: changed(range.start) }
    };
    (0..dates.len()).map(moment).collect()
}

/// Whether what stands after these words is said of the last change.
fn says_change(before: &str) -> bool {
    let lower = before.to_lowercase();
    let last = |words: &[&str]| words.iter().filter_map(|word| lower.rfind(word)).max();
    last(CHANGES) > last(PUBLICATIONS)
}

/// "MOSCOW, December 7, 2021 (Reuters)", "МОСКВА, 7 декабря. /ТАСС/": what an agency puts before its story.
pub(super) fn dateline(text: &str) -> Option<&str> {
    let start = &text[..text.floor_char_boundary(DATELINE.min(text.len()))];
    let place = start.split([',', ' ', '/', '.']).next()?;
    let shouted = place.chars().all(char::is_uppercase) && place.chars().count() > 2;
    if !shouted {
        return None;
    }
    let dash = [" - ", " – ", " — ", "--"].iter().filter_map(|dash| start.find(dash)).min();
    let end = start.find("/. ").map(|slash| slash + 1).or(dash)?;
    Some(start[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::super::super::article;
    use super::*;

    const BODY: &str = "Putin told Biden that the talks, which took two hours, had been frank and businesslike, the Kremlin said, \
        after which the two of them agreed to talk again.";

    fn read(path: &str, text: &str) -> (Option<String>, Option<String>) {
        let article = article(path, text.as_bytes()).unwrap();
        (article.date.map(|date| date.to_string()), article.time.map(|time| time.to_string()))
    }

    #[test]
    fn a_date_in_the_prose_is_not_the_day_of_publication() {
        let text = format!("Talks end\n\nThe talks were held on 7 December 2021, and they took two hours. {BODY}");
        assert_eq!(read("a.txt", &text), (None, None));
        assert_eq!(read("x/kremlin_2021-12-09_67.txt", &text).0.as_deref(), Some("2021-12-09"));
    }

    #[test]
    fn dates_in_file_names_are_whole_numbers() {
        let date = |name: &str| in_name(name).map(|date| date.to_string());
        assert_eq!(date("20211207-call.txt").as_deref(), Some("2021-12-07"));
        assert_eq!(date("2021_12_07.txt").as_deref(), Some("2021-12-07"));
        assert_eq!(date("call-120211207.txt"), None);
        assert_eq!(date("2021-13-07.txt"), None);
    }

    #[test]
    fn the_time_stands_beside_the_date_or_on_the_next_line() {
        for (lines, time) in [
            ("December 7, 2021 10:31 GMT", Some("10:31+00:00")),
            ("10:31 GMT, December 7, 2021", Some("10:31+00:00")),
            ("7 декабря 2021, 18:40 МСК", Some("18:40+03:00")),
            ("December 7, 2021\n\n14:05 MSK", Some("14:05+03:00")),
            ("2021-12-07T17:10:00Z", Some("17:10+00:00")),
            ("December 7, 2021\n\nUpdated 10:31 a.m. EST", Some("10:31-05:00")),
            ("December 7, 2021", None),
        ] {
            let read = read("a.txt", &format!("Talks end\n\n{lines}\n\n{BODY}"));
            assert_eq!((read.0.as_deref(), read.1.as_deref()), (Some("2021-12-07"), time), "{lines}");
        }
    }

    #[test]
    fn publication_goes_before_the_last_change() {
        for line in [
            "Published 10:31 GMT, 7 December 2021 | Updated 09:00 GMT, 8 December 2021",
            "Updated December 8, 2021 09:00 GMT; published December 7, 2021 10:31 GMT",
            "Updated 8 December 2021, 09:00 GMT\n\nPublished 7 December 2021, 10:31 GMT",
            "Опубликовано 07.12.2021 10:31 GMT, обновлено в 09:00",
        ] {
            let read = read("a.txt", &format!("Talks end\n\n{line}\n\n{BODY}"));
            assert_eq!(read, (Some("2021-12-07".into()), Some("10:31+00:00".into())), "{line}");
        }
        let only = read("a.txt", &format!("Talks end\n\nUpdated 8 December 2021, 09:00 GMT\n\n{BODY}"));
        assert_eq!(only, (Some("2021-12-08".into()), Some("09:00+00:00".into())));
    }

    #[test]
    fn a_time_without_its_day_is_not_the_time_of_publication() {
        let text = format!("Call on Russia\n\nVia Teleconference\n\n6:00 P.M. EST\n\n{BODY}");
        assert_eq!(read("2021-12-09.txt", &text), (Some("2021-12-09".into()), None));
    }

    #[test]
    fn stamps_lend_a_time_only_to_their_own_day() {
        let stamps =
            |values: [&str; 2]| first_stamp(values.into_iter().filter_map(stamp)).1.map(|time| time.to_string());
        assert_eq!(stamps(["2021-12-07", "2021-12-07T14:05:00Z"]).as_deref(), Some("14:05+00:00"));
        assert_eq!(stamps(["2021-12-07", "2021-12-08T14:05:00Z"]), None);
        assert_eq!(stamps(["2021-12-07T14:05:00", "2021-12-07T14:05:00Z"]).as_deref(), Some("14:05+00:00"));
    }
}
