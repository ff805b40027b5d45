//! Readers' comments: where they begin, the article is over.
//!
//! Comments carry their age ("1 month ago", "vor 2 Stunden"), which prose does not do line by line. So do the entries of
//! a live report; those begin at its top, and comments below an article.

use super::super::kinds;
use super::line::{Line, Plain, Shape};
use super::{ClutterKind, Phrases, Verdicts, phrases};

/// Bytes of article that must stand before a comment section: "Comments" above it all is a link, not a section.
const ARTICLE_BEFORE_COMMENTS: usize = 500;
/// How far below a line "12 Comments" (lines) something else must speak for a comment section.
const COMMENTS_WITHIN: usize = 12;
/// So many stamps are those of comments, or of links to other articles.
const FEWEST_STAMPS: usize = 2;
const MANY_STAMPS: usize = 5;
/// Words of a stamp: "Reply to Anna 2 months ago at 07:52 am".
const LONGEST_STAMP: usize = 8;
/// Lines that lead over to the comments: heading, form, sorting.
const MOST_LABELS: usize = 8;

/// Comments are so many times longer than their article at most.
const MOST_COMMENTS: usize = 5;

const AGO: &[&str] = &["ago", "назад", "тому"];
const BEFORE_AGE: &[&str] = &["vor ", "il y a "];

pub(super) fn judge(lines: &[Line], plain: &Plain, phrases: Phrases, verdicts: &mut Verdicts) {
    let said = if phrases == Phrases::Used { by_words(lines, verdicts) } else { None };
    if let Some(start) = said.or_else(|| by_stamps(lines, plain)) {
        for verdict in &mut verdicts[start..] {
            // What looked like titles in a box are names of readers.
            *verdict = verdict.filter(|kind| *kind != ClutterKind::Box).or(Some(ClutterKind::Comments));
        }
    }
}

fn by_words(lines: &[Line], verdicts: &Verdicts) -> Option<usize> {
    let mut article = 0;
    for (index, line) in lines.iter().enumerate() {
        let opens = || {
            phrases::opens_comments(line.plain())
                || phrases::is_comment_count(line.plain()) && has_comments(&lines[index + 1..])
        };
        if article >= ARTICLE_BEFORE_COMMENTS && line.plain.is_some() && opens() {
            // A link "Leave a comment" stands above articles, too.
            if prose(&lines[..index]) * MOST_COMMENTS < prose(&lines[index..]) {
                return None;
            }
            return Some(index);
        }
        article += if verdicts[index].is_some() { 0 } else { line.text.len() };
    }
    None
}

/// Bytes of prose.
fn prose(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.shape == Shape::Prose).map(|line| line.text.len()).sum()
}

fn has_comments(lines: &[Line]) -> bool {
    let of_comments = |line: &Line| {
        is_age(line)
            || line.plain() == "reply"
            || line.plain().starts_with("log in to ")
            || phrases::opens_comments(line.plain())
    };
    lines.iter().take(COMMENTS_WITHIN).any(of_comments)
}

/// From the labels above the first of several stamps, if enough of the prose stands above it. Many stamps need less.
fn by_stamps(lines: &[Line], plain: &Plain) -> Option<usize> {
    // Most articles have neither, which is seen faster in all lines at once.
    let ages = plain.says(AGO) || plain.says(BEFORE_AGE);
    let is_stamp = |line: &Line| ages && is_age(line) || is_moment(line);
    let mut stamps = (0..lines.len()).filter(|index| is_stamp(&lines[*index]));
    let first = stamps.next()?;
    let count = stamps.count() + 1;
    let (above, below) = (prose(&lines[..first]), prose(&lines[first..]));
    let most = if count >= MANY_STAMPS { above * MOST_COMMENTS } else { above };
    if count < FEWEST_STAMPS || above < ARTICLE_BEFORE_COMMENTS || most < below {
        return None;
    }
    let labels = lines[..first].iter().rev().take(MOST_LABELS).take_while(|line| line.is_fragment()).count();
    Some(first - labels)
}

/// "1 month ago", "vor 2 Stunden", "2 часа назад", "2 days ago at 07:52 am"
fn is_age(line: &Line) -> bool {
    let says_ago = || line.plain().split(' ').any(|word| AGO.contains(&word));
    let says = || says_ago() || BEFORE_AGE.iter().any(|words| line.plain().starts_with(words));
    let counts = || line.words <= 3 || line.text.contains(|letter: char| letter.is_ascii_digit());
    is_stamp_long(line) && counts() && says()
}

/// "November 19, 2019 at 5:10 pm": a day with its hour, as prose names them in sentences only.
fn is_moment(line: &Line) -> bool {
    let is_hour = |word: &str| {
        let mut parts = word.trim_matches(',').split(':').map(str::parse::<u8>);
        matches!((parts.next(), parts.next()), (Some(Ok(0..24)), Some(Ok(0..60))))
    };
    let hour = || line.text.contains(':') && line.text.split(char::is_whitespace).any(is_hour);
    is_stamp_long(line) && hour() && kinds::is_dated(line.text)
}

fn is_stamp_long(line: &Line) -> bool {
    line.is_fragment() && line.words <= LONGEST_STAMP
}
