//! Plain text: line ends made `\n`, nothing else changed; lines become paragraphs.
//!
//! A line end ends a paragraph, unless the file is hard-wrapped: then its lines were filled up to a margin, each
//! breaks because the next word would not have fitted, and blank lines end paragraphs.

use super::draft::Draft;
use super::lines;
use crate::model::ParagraphKind;
use std::ops::Range;

/// Margins (characters) that people wrap at: 40 for mail quoted in mail, 100 for wide editors.
const MARGINS: Range<usize> = 40..101;
/// Fewer line breaks inside paragraphs than this prove nothing.
const FEWEST_BREAKS: usize = 4;
/// The share of those breaks that the margin must explain. A list or a poem is far below, wrapped prose far above.
const BREAKS_AT_MARGIN: f64 = 0.8;
/// Editors count tabs and wide letters differently: a line this near to the margin (characters) counts as full.
const SLACK: usize = 4;
/// Lines looked at; the rest of a long file is wrapped like its beginning.
const LINES_LOOKED_AT: usize = 5_000;

pub(super) fn draft(text: String) -> Draft {
    let mut draft = Draft { text: with_plain_line_ends(text), ..Draft::default() };
    let lines = lines_of(&draft.text);
    let ranges = match margin(&draft.text, &lines) {
        Some(margin) => unwrapped(&draft.text, &lines, margin),
        None => lines,
    };
    draft.blocks.reserve(ranges.len());
    for range in ranges {
        draft.push(range, ParagraphKind::Body);
    }
    draft
}

/// Makes `\r\n` and lone `\r` a `\n`.
pub(super) fn with_plain_line_ends(text: String) -> String {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Every line without its line end, also blank ones.
fn lines_of(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    ends.map(|end| std::mem::replace(&mut start, end + 1)..end).collect()
}

/// Where the file's lines were wrapped (characters from the left); `None` if they were not.
fn margin(text: &str, lines: &[Range<usize>]) -> Option<usize> {
    let looked_at = &lines[..lines.len().min(LINES_LOOKED_AT)];
    let lengths = looked_at.iter().map(|line| length(text[line.clone()].trim_end()));
    let mut lengths: Vec<usize> = lengths.filter(|length| *length > 0).collect();
    lengths.sort_unstable();
    // A few lines may stick out: an address, a table.
    let margin = *lengths.get(lengths.len().saturating_sub(1) * 97 / 100)?;
    if !MARGINS.contains(&margin) {
        return None;
    }
    let inner = looked_at.windows(2).filter(|pair| !is_blank(text, &pair[0]) && !is_blank(text, &pair[1]));
    let full =
        inner.clone().filter(|pair| is_full(text, &pair[0], &pair[1], margin) || goes_on(text, &pair[1])).count();
    let breaks = inner.count();
    (breaks >= FEWEST_BREAKS && full as f64 >= breaks as f64 * BREAKS_AT_MARGIN).then_some(margin)
}

/// Characters of a line, counted until it is longer than any margin.
fn length(line: &str) -> usize {
    const MOST: usize = MARGINS.end * 2;
    let head = &line.as_bytes()[..line.len().min(MOST)];
    if head.is_ascii() { head.len() } else { lines::length_up_to(line, MOST) }
}

fn is_blank(text: &str, line: &Range<usize>) -> bool {
    text[line.clone()].trim().is_empty()
}

/// Whether a line starts in the middle of a sentence.
fn goes_on(text: &str, line: &Range<usize>) -> bool {
    text[line.clone()].trim_start().starts_with(char::is_lowercase)
}

/// Whether the first word of `next` would not have fitted on `line`.
fn is_full(text: &str, line: &Range<usize>, next: &Range<usize>, margin: usize) -> bool {
    let word = text[next.clone()].split_whitespace().next().unwrap_or_default();
    length(text[line.clone()].trim_end()) + 1 + length(word) + SLACK > margin
}

/// Paragraphs of a hard-wrapped file: lines up to a blank one; also up to a line that ends far from the margin
/// before one that starts like a paragraph (header lines, lists, indented paragraphs).
fn unwrapped(text: &str, lines: &[Range<usize>], margin: usize) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for line in lines {
        if is_blank(text, line) {
            open = None;
            continue;
        }
        match (&open, paragraphs.last_mut()) {
            (Some(before), Some(paragraph)) if !starts_paragraph(text, before, line, margin) => {
                paragraph.end = line.end
            }
            _ => paragraphs.push(line.clone()),
        }
        open = Some(line.clone());
    }
    paragraphs
}

fn starts_paragraph(text: &str, before: &Range<usize>, line: &Range<usize>, margin: usize) -> bool {
    let indent = |line: &Range<usize>| text[line.clone()].len() - text[line.clone()].trim_start().len();
    let first = text[line.clone()].trim_start();
    let item =
        first.starts_with(['•', '·', '▪']) || ["- ", "* ", "– ", "— "].iter().any(|bullet| first.starts_with(bullet));
    let short = lines::length_up_to(text[before.clone()].trim(), margin) * 3 < margin * 2;
    let fresh = first.chars().next().is_some_and(|letter| !letter.is_lowercase());
    (item || indent(line) > indent(before) + 1 || short) && fresh && !is_full(text, before, line, margin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        let draft = draft(text.to_owned());
        (0..draft.blocks.len()).map(|index| draft.block_text(index).to_owned()).collect()
    }

    #[test]
    fn a_line_end_ends_a_paragraph() {
        assert_eq!(
            paragraphs("One.\nTwo.\r\nThree.\rFour.\n\n\u{a0}\nFive."),
            ["One.", "Two.", "Three.", "Four.", "Five."]
        );
    }

    #[test]
    fn in_a_hard_wrapped_file_blank_lines_end_paragraphs() {
        let text = "Background call on Russia\n\nVia Teleconference\n6:00 P.M. EST\n\nMODERATOR:  Thank you.  Good evening, everyone, \
            and thanks for joining.\nA reminder that today’s call will be on background, attributed to a\n“senior administration official.”  \
            The contents will be embargoed until\nthe conclusion of the call.\n\nOur speaker today is a senior administration official.  They’ll \
            have a\nfew remarks at the top, and then we’re happy to take some questions.\nOver to you.\n";
        let paragraphs = paragraphs(text);
        assert_eq!(paragraphs.len(), 5, "{paragraphs:#?}");
        assert_eq!(paragraphs[1], "Via Teleconference");
        assert!(paragraphs[3].ends_with("the conclusion of the call."));
        assert!(paragraphs[4].ends_with("Over to you."));
    }

    #[test]
    fn short_lines_that_were_not_filled_up_stay_apart() {
        let list = "Those on the call were, in the order in which they had joined it:\nPresident Radev\nPrime Minister Babis\nPresident \
            Karis\nPresident Ader\nPresident Levits\nPresident Nauseda\n";
        assert_eq!(paragraphs(list).len(), 7);
    }
}
