//! Outlet and date, from what the file says of itself, its lines about the article, and last the file's name.
//!
//! A date in the prose ("talks on 7 December 2021") is never taken for the day of publication. Where no outlet is
//! named, none is invented.

use super::draft::{Block, Draft};
use super::lines;
use crate::model::{Date, ParagraphKind};
use crate::text::find_dates;
use std::ops::Range;

/// An outlet's name is at most this long (words; characters).
const WORDS_OF_OUTLET: usize = 6;
const LONGEST_OUTLET: usize = 60;
/// A dateline ("GENEVA, June 16, 2021 (Reuters) -") is over by here (bytes).
const DATELINE: usize = 120;

const WEEKDAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// What is said before an outlet's name, in small letters. Shared by Latin and Cyrillic texts.
const OUTLET_FOLLOWS: &[&str] = &[
    "source:",
    "источник:",
    "джерело:",
    "based on materials from ",
    "translated from ",
    "по материалам ",
    "published by ",
];
/// Legal forms, which nobody says when he names an outlet.
const LEGAL_FORMS: &[&str] =
    &["L.P.", "LP", "Inc.", "Inc", "Ltd.", "Ltd", "LLC", "GmbH", "plc", "AG", "Corp.", "Limited"];

/// Fills what the format's reader has not found.
pub(super) fn find(draft: &mut Draft, path: &str) {
    let outlet = draft.facts.outlet.take().or_else(|| outlet(draft)).or_else(|| draft.facts.host.clone());
    draft.facts.outlet = outlet;
    let date = draft.facts.date.or_else(|| date(draft)).or_else(|| date_in_name(path));
    draft.facts.date = date.or(draft.facts.created);
}

/// The first full date of a line: written out in any way that is known, or ISO 8601 with a time.
pub(super) fn date_in(line: &str) -> Option<(Range<usize>, Date)> {
    let iso = iso_date(line).filter(|(range, _)| range.start == 0 && line[range.end..].starts_with('T'));
    let iso = iso.map(|(_, date)| (0..line.find(char::is_whitespace).unwrap_or(line.len()), date));
    iso.or_else(|| find_dates(line).into_iter().next())
}

/// The first `2021-12-07` in a text, also with other marks between.
pub(super) fn iso_date(text: &str) -> Option<(Range<usize>, Date)> {
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

fn date_in_name(path: &str) -> Option<Date> {
    path.rsplit('/')
        .find_map(|name| iso_date(name).or_else(|| find_dates(name).into_iter().next()))
        .map(|(_, date)| date)
}

fn date(draft: &Draft) -> Option<Date> {
    let of_kind = |kind: ParagraphKind| draft.blocks.iter().filter(move |block| block.kind == kind);
    let text = |block: &Block| &draft.text[block.range.clone()];
    let in_lines = of_kind(ParagraphKind::Meta).find_map(|block| date_in(text(block)));
    let in_dateline = || of_kind(ParagraphKind::Body).take(2).find_map(|block| date_in(dateline(text(block))?));
    let in_headline = || of_kind(ParagraphKind::Headline).find_map(|block| date_in(text(block)));
    in_lines.or_else(in_dateline).or_else(in_headline).map(|(_, date)| date)
}

/// "MOSCOW, December 7, 2021 (Reuters)", "МОСКВА, 7 декабря. /ТАСС/": what an agency puts before its story.
fn dateline(text: &str) -> Option<&str> {
    let start = &text[..text.floor_char_boundary(DATELINE.min(text.len()))];
    let dash = [" - ", " – ", " — ", "--"].iter().filter_map(|dash| start.find(dash)).min();
    let end = start.find("/. ").map(|slash| slash + 1).or(dash)?;
    let place = start.split([',', ' ', '/', '.']).next()?;
    let shouted = place.chars().count() > 2 && place.chars().all(char::is_uppercase);
    shouted.then(|| start[..end].trim_end())
}

fn outlet(draft: &Draft) -> Option<String> {
    let text = |block: &Block| draft.text[block.range.clone()].to_owned();
    let meta: Vec<String> = draft.blocks.iter().filter(|block| block.kind == ParagraphKind::Meta).map(text).collect();
    let first_body = draft.blocks.iter().find(|block| block.kind == ParagraphKind::Body).map(text);
    let clutter = draft.blocks.iter().filter(|block| block.kind == ParagraphKind::Clutter);
    let mut copyright = clutter.map(text).filter(|line| line.len() < 4 * LONGEST_OUTLET);
    let mut found = meta.iter().find_map(|line| beside_bar(line));
    found = found.or_else(|| meta.iter().find_map(|line| before_date(line)));
    found = found.or_else(|| above_date(draft));
    found = found.or_else(|| meta.iter().find_map(|line| after_words(line)));
    found = found.or_else(|| first_body.as_deref().and_then(agency));
    found.or_else(|| copyright.find_map(|line| holder(&line)))
}

/// A name that can be shown: short, no sentence, no date, no address.
fn name(text: &str) -> Option<String> {
    let text = text.split(['(', '[']).next().unwrap_or(text);
    let text = lines::joined(text.trim_matches(|mark: char| mark.is_whitespace() || ",;:.|·-–—".contains(mark)));
    let sound =
        lines::words(&text) > 0 && lines::words(&text) <= WORDS_OF_OUTLET && lines::is_short(&text, LONGEST_OUTLET);
    let lower = text.to_lowercase();
    let other = lower.starts_with("by ") || lower.contains("://") || lower.contains('@') || date_in(&text).is_some();
    let weekday = WEEKDAYS.iter().any(|day| lower.starts_with(day) && lower.ends_with("day"));
    (sound && !other && !weekday).then_some(text)
}

/// "December 7, 2021 | Harbour Wire", "By our staff | The Ledger"
fn beside_bar(line: &str) -> Option<String> {
    let line = line.contains('|').then_some(line)?;
    line.split('|').find_map(name)
}

/// "Ru-Main, 08.12.2021", below an article. (Above one, a word before a date is a place.)
fn before_date(line: &str) -> Option<String> {
    let (range, _) = date_in(line)?;
    let before = line[..range.start].strip_suffix(", ")?;
    let after = line[range.end..].trim().is_empty();
    let shouted = before.chars().all(|letter| !letter.is_lowercase());
    (after && !shouted && lines::words(before) <= 3).then(|| name(before))?
}

/// A line of its own between headline and date line.
fn above_date(draft: &Draft) -> Option<String> {
    let date_line =
        |block: &Block| block.kind == ParagraphKind::Meta && date_in(&draft.text[block.range.clone()]).is_some();
    let at = draft.blocks.iter().position(date_line)?;
    let [.., headline, line] = &draft.blocks[..at] else { return None };
    let text = &draft.text[line.range.clone()];
    let stands_between = headline.kind == ParagraphKind::Headline && line.kind == ParagraphKind::Meta;
    (stands_between && !text.contains([':', ','])).then(|| name(text))?
}

/// "Source: RBC", "Based on materials from TASS"
fn after_words(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let said = OUTLET_FOLLOWS.iter().find(|words| lower.starts_with(**words))?;
    // Lower-casing keeps the number of characters of these words, not always that of the whole line.
    let after = line.char_indices().nth(said.chars().count()).map(|(at, _)| &line[at..])?;
    let translation = said.starts_with("translated") && (after.starts_with("the ") || after.contains(" by "));
    (!translation).then(|| name(after))?
}

/// "(Harbour Wire)" or "/ТАСС/" at the end of a dateline
fn agency(text: &str) -> Option<String> {
    let line = dateline(text)?;
    let bracketed = || line.strip_suffix(')')?.rsplit_once('(');
    let slashed = || line.strip_suffix('/')?.rsplit_once('/');
    name(bracketed().or_else(slashed)?.1)
}

/// "©2021 Bloomberg L.P. All rights reserved."
fn holder(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    if !(lower.starts_with('©') || lower.starts_with("copyright") || lower.starts_with("(c) 20")) {
        return None;
    }
    let owner = line.split_once('©').map_or(line, |(_, owner)| owner);
    let words = owner.split_whitespace().map(|word| word.trim_matches(','));
    let is_year =
        |word: &str| word.bytes().all(|byte| byte.is_ascii_digit() || b"-.,".contains(&byte) || !byte.is_ascii());
    let words =
        words.skip_while(|word| is_year(word) || ["copyright", "(c)", "by"].contains(&word.to_lowercase().as_str()));
    let words: Vec<&str> = words.take_while(|word| *word != "All" && !LEGAL_FORMS.contains(word)).collect();
    name(&words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::article;
    use super::*;

    const BODY: &str = "Putin told Biden that the talks, which took two hours, had been frank and businesslike, the Kremlin said, \
        after which the two of them agreed to talk again.";

    fn read(path: &str, text: &str) -> (Option<String>, Option<String>) {
        let article = article(path, text.as_bytes()).unwrap();
        (article.outlet, article.date.map(|date| date.to_string()))
    }

    #[test]
    fn lines_about_the_article_name_its_outlet() {
        for (line, outlet) in [
            ("Source: Meduza", "Meduza"),
            ("Based on materials from TASS", "TASS"),
            ("Translated from RBC.RU", "RBC.RU"),
            ("©2021 Bloomberg L.P.", "Bloomberg"),
            ("© 2021 The Continental Ledger. All rights reserved.", "The Continental Ledger"),
            ("Ru-Main, 08.12.2021", "Ru-Main"),
            ("Источник: ТАСС", "ТАСС"),
        ] {
            assert_eq!(read("a.txt", &format!("Talks end\n\n{BODY}\n\n{line}")).0.as_deref(), Some(outlet), "{line}");
        }
    }

    #[test]
    fn a_line_above_the_text_names_outlet_and_date() {
        for line in [
            "December 7, 2021 | Harbour Wire",
            "Harbour Wire | Tuesday, December 7, 2021",
            "Harbour Wire\n\nPosted on December 7, 2021",
        ] {
            let read = read("a.txt", &format!("Talks end\n\n{line}\n\n{BODY}"));
            assert_eq!(read, (Some("Harbour Wire".into()), Some("2021-12-07".into())), "{line}");
        }
    }

    #[test]
    fn a_dateline_names_agency_and_date() {
        let russian = read("a.txt", &format!("Итоги\n\nМОСКВА, 7 декабря 2021. /ТАСС/. {BODY}"));
        assert_eq!(russian, (Some("ТАСС".into()), Some("2021-12-07".into())));
        let read = read("a.txt", &format!("Talks end\n\nMOSCOW, December 7, 2021 (Harbour Wire) - {BODY}"));
        assert_eq!(read, (Some("Harbour Wire".into()), Some("2021-12-07".into())));
    }

    #[test]
    fn a_date_in_the_prose_is_not_the_day_of_publication() {
        let text = format!("Talks end\n\nThe talks were held on 7 December 2021, and they took two hours. {BODY}");
        assert_eq!(read("a.txt", &text), (None, None));
        assert_eq!(read("x/kremlin_2021-12-09_67.txt", &text).1.as_deref(), Some("2021-12-09"));
    }

    #[test]
    fn dates_in_file_names_are_whole_numbers() {
        let date = |name: &str| date_in_name(name).map(|date| date.to_string());
        assert_eq!(date("20211207-call.txt").as_deref(), Some("2021-12-07"));
        assert_eq!(date("2021_12_07.txt").as_deref(), Some("2021-12-07"));
        assert_eq!(date("call-120211207.txt"), None);
        assert_eq!(date("2021-13-07.txt"), None);
    }
}
