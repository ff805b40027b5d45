//! What boilerplate says: lines that hold the stock phrases of [`lists`](super::lists).
//!
//! They can be switched off, to measure what structure finds alone.

use super::super::{kinds, lines};
use super::ClutterKind::{self, Box, Caption, Comments, Newsletter, Share};
use super::line::{Line, Plain};
use super::lists::{
    ASKS, BEGINNINGS, BOXES, COMMENT_SECTIONS, CREDIT_ENDINGS, LONGEST_LABEL, OFFERS, SHARE_WORDS, WHOLE_LINES,
};
use super::{Verdicts, set};

/// Captions are short (characters).
const LONGEST_CAPTION: usize = 60;

pub(super) fn judge(lines: &[Line], plain: &Plain, verdicts: &mut Verdicts) {
    // Most articles offer nothing, which is seen faster in all lines at once.
    let offers = plain.says(OFFERS);
    for (line, verdict) in lines.iter().zip(verdicts.iter_mut()) {
        *verdict = line.plain.and_then(|line| kind_of(line, offers));
    }
    for index in 1..lines.len() {
        if verdicts[index].is_some() && is_box(lines[index].plain()) && !lines::ends_sentence(lines[index].text) {
            mark_box(lines, index, verdicts);
        }
    }
    mark_captions(lines, verdicts);
}

/// `offers`: whether any line of the text may be of a newsletter.
fn kind_of(line: &str, offers: bool) -> Option<ClutterKind> {
    let bare = line.trim_end_matches([':', '.']);
    let label = bare.len() <= LONGEST_LABEL;
    let whole = || WHOLE_LINES.iter().find(|(_, lines)| label && lines.contains(&bare));
    let begins = || BEGINNINGS.iter().find(|(_, beginnings)| beginnings.iter().any(|words| line.starts_with(words)));
    match () {
        () if label && BOXES.contains(&bare) => Some(Box),
        () if label && COMMENT_SECTIONS.contains(&bare) => Some(Comments),
        () if is_share_bar(line) => Some(Share),
        () if offers && is_newsletter(line) => Some(Newsletter),
        () if is_credited(bare) => Some(Caption),
        () => whole().or_else(begins).map(|(kind, _)| *kind),
    }
}

fn is_share_bar(line: &str) -> bool {
    line.starts_with("share") && line.trim_end_matches(':').split(' ').all(|word| SHARE_WORDS.contains(&word))
}

/// "Putin at his desk (Photo: X / Reuters)"
fn is_credited(bare: &str) -> bool {
    let end = bare.trim_end_matches(')');
    end.contains('/') && CREDIT_ENDINGS.iter().any(|ending| end.ends_with(ending))
}

fn is_newsletter(line: &str) -> bool {
    let says = |list: &[&str]| list.iter().any(|words| line.contains(words));
    says(ASKS) && says(OFFERS) && !line.contains(['"', '“', '«'])
}

fn is_box(line: &str) -> bool {
    BOXES.contains(&line.trim_end_matches(':')) || line.starts_with("read more about ")
}

/// Whether the line heads readers' comments.
pub(super) fn opens_comments(line: &str) -> bool {
    COMMENT_SECTIONS.contains(&line)
}

/// "3 comments", "comments (12)"
pub(super) fn is_comment_count(line: &str) -> bool {
    let mut words = line.split([' ', '(', ')', ':']).filter(|word| !word.is_empty());
    let known = |word: &str| ["comment", "comments"].contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit());
    words.all(known) && line.contains("comment")
}

/// The titles under a box's heading: lines that end no sentence. The last one stays if the article goes on right
/// after it, because then it may be a heading of the article.
fn mark_box(lines: &[Line], heading: usize, verdicts: &mut Verdicts) {
    let is_title =
        |line: &&Line| line.plain.is_some() && !lines::ends_sentence(line.text) && !kinds::is_meta_line(line.text);
    let mut end = heading + 1;
    end += lines[end..].iter().take_while(is_title).count();
    let goes_on = end < lines.len() && verdicts[end].is_none() && lines::ends_sentence(lines[end].text);
    if goes_on && end > heading + 1 {
        end -= 1;
    }
    set(verdicts, heading..end, Box);
}

/// A short line above a photo credit is its caption, if the article is over by then.
fn mark_captions(lines: &[Line], verdicts: &mut Verdicts) {
    let is_prose = |index: usize| verdicts[index].is_none() && lines::ends_sentence(lines[index].text);
    let Some(last) = (0..lines.len()).rev().find(|index| is_prose(*index)) else { return };
    for index in last + 2..lines.len() {
        if verdicts[index] == Some(Caption) && lines::is_short(lines[index - 1].text, LONGEST_CAPTION) {
            set(verdicts, index - 1..index, Caption);
        }
    }
}
