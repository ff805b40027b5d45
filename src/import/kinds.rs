//! Which lines are the headline, headings, and lines about the article (date, byline, source).
//!
//! Formats with markup say most of this themselves; for plain text the shape of a line and its place must do. Lines
//! about the article are looked for only above its first and below its last long paragraph.

use super::clutter::Phrases;
use super::draft::Draft;
use super::lines;
use super::metadata;
use crate::model::{Format, ParagraphKind};
use std::ops::Range;

/// Characters of the longest headline, and of the longest line about the article.
const LONGEST_HEADLINE: usize = 200;
const LONGEST_META: usize = 160;
/// Characters of the longest heading in plain text, where nothing but its shape speaks for it.
const LONGEST_HEADING: usize = 80;
/// A paragraph of the article itself is at least this long (characters) and ends as a sentence does.
const SHORTEST_PROSE: usize = 120;
/// A line with a date and more other words than this is a sentence or a headline, not a date line.
const WORDS_BESIDE_DATE: usize = 8;
/// Words of a line that only names a place ("En Route Geneva, Switzerland") next to a line of date or time.
const WORDS_OF_PLACE: usize = 7;
/// Blocks at either end that may be lines about the article where there is no long paragraph.
const ENDS_OF_SHORT_TEXT: usize = 4;

/// Characters of the longest note in brackets about the article.
const LONGEST_NOTE: usize = 400;
/// What such a note speaks of, in small letters.
const NOTE_WORDS: &[&str] = &["article", "editing by", "reporting by", "story", "this text", "writing by"];

/// Beginnings of lines about the article, in small letters.
const META_BEGINNINGS: &[&str] = &[
    "about the author",
    "about this text",
    "author:",
    "based on materials",
    "date:",
    "edited by ",
    "last updated",
    "posted on ",
    "published ",
    "published:",
    "reporting by ",
    "source:",
    "sources:",
    "story by ",
    "translated by ",
    "translated from ",
    "translation by ",
    "updated ",
    "updated:",
    "with material from ",
    "written by ",
    "автор:",
    "дата:",
    "источник:",
    "опубликовано",
    "перевод:",
    "по материалам ",
    "джерело:",
];

/// Settles the kinds of blocks that are still plain.
pub(super) fn mark(draft: &mut Draft, format: Format, phrases: Phrases) {
    let states = matches!(format, Format::Html | Format::Mhtml | Format::Epub | Format::Eml);
    let stated = states && draft.facts.headline.is_some();
    if !stated && !draft.blocks.iter().any(|block| block.kind == ParagraphKind::Headline) {
        mark_headline(draft, phrases);
    }
    let (head, tail) = ends(draft);
    for index in head.clone().chain(tail) {
        if is_plain(draft, index) && is_meta(draft.block_text(index), phrases) {
            draft.blocks[index].kind = ParagraphKind::Meta;
        }
    }
    mark_places(draft, head);
    if format == Format::Txt {
        mark_headings(draft);
    }
}

fn is_plain(draft: &Draft, index: usize) -> bool {
    matches!(draft.blocks[index].kind, ParagraphKind::Body | ParagraphKind::ListItem | ParagraphKind::Heading)
}

fn is_prose(draft: &Draft, index: usize) -> bool {
    let text = draft.block_text(index);
    is_plain(draft, index)
        && !lines::is_short(text, SHORTEST_PROSE)
        && lines::ends_sentence(text)
        && !is_bracketed(text)
}

/// The blocks above the first and below the last paragraph of prose.
fn ends(draft: &Draft) -> (Range<usize>, Range<usize>) {
    let count = draft.blocks.len();
    let first = (0..count).find(|index| is_prose(draft, *index)).unwrap_or(count.min(ENDS_OF_SHORT_TEXT));
    let last = (0..count).rev().find(|index| is_prose(draft, *index));
    let tail = last.map_or(count.saturating_sub(ENDS_OF_SHORT_TEXT).max(first), |last| last + 1);
    (0..first, tail..count)
}

/// The first line that is neither clutter nor about the article, if it is shaped like a headline. A word or two above
/// such a line name the site or its section.
fn mark_headline(draft: &mut Draft, phrases: Phrases) {
    let is_real = |index: &usize| is_plain(draft, *index) && !is_meta(draft.block_text(*index), phrases);
    let mut real = (0..draft.blocks.len()).filter(is_real);
    let (Some(first), Some(second)) = (real.next(), real.next()) else { return };
    let (above, below) = (draft.block_text(first), draft.block_text(second));
    let is_label = lines::words(above) <= 2 && lines::words(below) > 2 && !lines::ends_sentence(below);
    if is_label && is_headline(below) && real.next().is_some() {
        draft.blocks[first].kind = ParagraphKind::Meta;
        draft.blocks[second].kind = ParagraphKind::Headline;
    } else if is_headline(above) {
        draft.blocks[first].kind = ParagraphKind::Headline;
    }
}

fn is_headline(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '»', '’', '\'', ')']);
    let stops = bare.ends_with(['.', ',', ';', ':']) && !bare.ends_with("...");
    lines::is_short(text, LONGEST_HEADLINE) && lines::words(text) > 0 && !stops
}

/// Whether a line says who wrote the article, when, or where it was taken from.
pub(super) fn is_meta_line(text: &str) -> bool {
    is_meta(text, Phrases::Used)
}

/// The same with or without the list of beginnings.
pub(super) fn is_meta(text: &str, phrases: Phrases) -> bool {
    if !lines::is_short(text, LONGEST_META) && !is_bracketed(text) {
        return false;
    }
    let begins = || lines::beginnings(lines::without_bullet(text), META_BEGINNINGS).next().is_some();
    phrases == Phrases::Used && begins()
        || is_byline(text)
        || is_time_line(text)
        || is_date_line(text)
        || is_bracketed(text)
}

/// Whether a line says when, and nothing else.
pub(super) fn is_dated(text: &str) -> bool {
    lines::is_short(text, LONGEST_META) && lines::has_digit(text) && (is_time_line(text) || is_date_line(text))
}

/// "By our diplomatic staff | The Ledger"
fn is_byline(text: &str) -> bool {
    let names = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY "));
    names.is_some_and(|names| lines::words(names) <= WORDS_BESIDE_DATE && !lines::ends_sentence(names))
}

/// "3:58 P.M. CEST"
fn is_time_line(text: &str) -> bool {
    let Some((hour, rest)) = text.split_once(':') else { return false };
    let zone = rest.get(2..).unwrap_or_default();
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    hour.len() <= 2
        && all_digits(hour)
        && rest.get(..2).is_some_and(all_digits)
        && zone.chars().count() <= 12
        && lines::words(zone) <= 3
}

/// "4 min. 31.12.2021 From our online archive"
fn is_date_line(text: &str) -> bool {
    let Some((range, _)) = metadata::date_in(text) else { return false };
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let words = lines::words(before) + lines::words(after);
    let quiet = !text.ends_with(['.', '!', '?', ':']) || after.trim_end_matches('.').ends_with(['m', 'г']);
    words <= WORDS_BESIDE_DATE
        && quiet
        && (words <= 2 || before.is_empty() || before.contains(['|', '.', '·', ':', ',']) || after.is_empty())
}

/// "(Via Teleconference)", "[Photo: X]", "(Reporting by X.)": a note about the article. Whole sentences in round
/// brackets are the article's own unless they speak of it.
fn is_bracketed(text: &str) -> bool {
    let inside = |open: char, close: char| text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let is_note = |inner: &str| {
        !inner.is_empty() && lines::is_short(inner, LONGEST_NOTE) && !inner.contains(['(', ')', '[', ']'])
    };
    let speaks_of_itself = |inner: &str| {
        let lower = inner.to_lowercase();
        NOTE_WORDS.iter().any(|word| lower.contains(word))
    };
    match (inside('(', ')'), inside('[', ']')) {
        (Some(inner), _) => is_note(inner) && (!lines::ends_sentence(inner) || speaks_of_itself(inner)),
        (None, Some(inner)) => is_note(inner),
        (None, None) => false,
    }
}

/// Short lines next to a line of date or time, above the text: "Via Teleconference", "Sochi", the outlet's name.
fn mark_places(draft: &mut Draft, head: Range<usize>) {
    let is_place = |draft: &Draft, index: usize| {
        let text = draft.block_text(index);
        draft.blocks[index].kind == ParagraphKind::Body
            && lines::is_short(text, LONGEST_HEADING)
            && lines::words(text) <= WORDS_OF_PLACE
            && !lines::ends_sentence(text)
    };
    let is_meta = |draft: &Draft, index: usize| draft.blocks[index].kind == ParagraphKind::Meta;
    for index in head.clone().rev().skip(1) {
        if is_place(draft, index) && is_meta(draft, index + 1) {
            draft.blocks[index].kind = ParagraphKind::Meta;
        }
    }
    for index in head.skip(1) {
        let few = lines::words(draft.block_text(index)) <= 3;
        if few && is_place(draft, index) && is_meta(draft, index - 1) {
            draft.blocks[index].kind = ParagraphKind::Meta;
        }
    }
}

/// A short line that ends no sentence, apart from its neighbours, with prose below it.
fn mark_headings(draft: &mut Draft) {
    let is_body = |draft: &Draft, index: usize| draft.blocks[index].kind == ParagraphKind::Body;
    for index in 1..draft.blocks.len().saturating_sub(1) {
        let (text, below) = (draft.block_text(index), draft.block_text(index + 1));
        let prose_below =
            || is_body(draft, index + 1) && lines::ends_sentence(below) && !lines::is_short(below, LONGEST_HEADING);
        let apart = || draft.is_apart(index) == draft.is_apart(index + 1);
        // A question right after a question, or an answer with its speaker's letter, is an interview.
        let alone = draft.blocks[index - 1].kind != ParagraphKind::Heading;
        if is_body(draft, index) && alone && is_heading(text) && prose_below() && apart() {
            draft.blocks[index].kind = ParagraphKind::Heading;
        }
    }
}

/// Whether a line has the shape of a heading.
fn is_heading(text: &str) -> bool {
    let question = || text.ends_with('?') && !text.contains(['.', '!', '"', '“']) && lines::words(text) <= 6;
    lines::is_short(text, LONGEST_HEADING)
        && (!lines::ends_sentence(text) || question())
        && text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
        && !text.contains([':', '|', '\n'])
        && text.split_whitespace().any(|word| word.chars().count() > 2)
}

#[cfg(test)]
mod tests {
    use super::super::{article, shown};
    use super::ParagraphKind::{Body, Heading, Headline, Meta};
    use super::*;

    const BODY: &str = "Putin told Biden that the talks, which took two hours, had been frank and businesslike, and so on and on, \
        the Kremlin said late on Tuesday.";

    fn kinds(text: &str) -> Vec<ParagraphKind> {
        shown(&article("a.txt", text.as_bytes()).unwrap()).into_iter().map(|(kind, _)| kind).collect()
    }

    #[test]
    fn a_headline_stands_above_date_and_text() {
        let text = format!("Two hours on the line. What the leaders said\n\n08 December 2021\n\n{BODY}\n");
        assert_eq!(kinds(&text), [Headline, Meta, Body]);
        assert_eq!(kinds(&format!("World\n\nTwo hours on the line\n\n{BODY}")), [Meta, Headline, Body]);
        assert_eq!(kinds(&format!("Итоги\n\n{BODY}")), [Headline, Body]);
    }

    #[test]
    fn a_short_line_above_prose_is_a_heading_and_broken_speech_is_not() {
        let text = format!(
            "Talks end\n\n{BODY}\n\nBilateral relations\n\n{BODY}\n\nQ    But do you —\n\n{BODY}\n\nWhat did they discuss?\n\n{BODY}"
        );
        assert_eq!(kinds(&text), [Headline, Body, Heading, Body, Body, Body, Heading, Body]);
    }

    #[test]
    fn lines_of_source_and_time_are_about_the_article() {
        let text = format!(
            "Call on Russia\n\nVia Teleconference\n\n6:00 P.M. EST\n\n{BODY}\n\nStory by Olga K\n\nSource: RBC\n\n6:19 P.M. EST"
        );
        assert_eq!(kinds(&text), [Headline, Meta, Meta, Body, Meta, Meta, Meta]);
    }

    #[test]
    fn a_sentence_with_a_date_is_not_a_date_line() {
        for line in [
            "The next round is due on 10 January 2022.",
            "Talks on 10 January 2022 will be held by Ryabkov and Sherman in Geneva",
        ] {
            assert!(!is_meta_line(line), "{line}");
        }
    }
}
