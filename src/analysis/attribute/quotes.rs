//! Where a text quotes: runs between quotation marks, over sentences and, where a paragraph opens with the mark
//! again, over paragraphs.
//!
//! Newspapers forget marks and turn them the wrong way round, so a mark that does not fit closes what is open rather
//! than swallowing the rest of the text.

use crate::model::{Article, Paragraph, ParagraphKind, Span};
use std::ops::Range;

/// What stands between two quotation marks, the marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    pub span: Span,
    /// Index into [`Article::paragraphs`].
    pub paragraph: usize,
    /// Whether the quotation before it goes on here: that has no closing mark.
    pub goes_on: bool,
    /// Whether it was closed by a mark.
    pub closed: bool,
}

/// What a mark can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
    Either,
}

/// All quotations of an article, in order. One inside another is a part of it.
pub(super) fn quotes(article: &Article) -> Vec<Quote> {
    let mut found: Vec<Quote> = Vec::new();
    for (index, paragraph) in article.paragraphs.iter().enumerate() {
        if paragraph.kind == ParagraphKind::Clutter {
            continue;
        }
        let before = found.last().copied().filter(|quote| !quote.closed && quote.paragraph + 1 == index);
        let first = found.len();
        in_paragraph(&article.text, paragraph, index, before.is_some(), &mut found);
        if let Some(quote) = found.get_mut(first).filter(|_| before.is_some()) {
            quote.goes_on = quote.span.start == paragraph.span.start;
        }
    }
    found
}

fn in_paragraph(text: &str, paragraph: &Paragraph, index: usize, mut open_before: bool, found: &mut Vec<Quote>) {
    let range = paragraph.span.range();
    let mut open: Option<usize> = None;
    let mut depth = 0_usize;
    let mut quote = |start, end, closed| {
        found.push(Quote { span: Span::new(start, end), paragraph: index, goes_on: false, closed })
    };
    for (at, letter) in marks(text, range.clone()) {
        let end = at + letter.len_utf8();
        let Some(mark) = mark(text, at, letter) else { continue };
        match (open, mark) {
            (None, Mark::Opens | Mark::Either) => (open, depth) = (Some(at), 0),
            // The paragraph goes on with what the one before left open.
            (None, Mark::Closes) if open_before => quote(range.start, end, true),
            (None, Mark::Closes) => {}
            (Some(start), Mark::Either | Mark::Closes) if depth == 0 || mark == Mark::Either => {
                quote(start, end, true);
                open = None;
            }
            (Some(_), Mark::Either | Mark::Closes) => depth -= 1,
            (Some(start), Mark::Opens) if letter == '"' => {
                // The closing mark before was forgotten: it belongs where the sentence ended.
                quote(start, forgotten(text, start, at), false);
                open = Some(at);
            }
            (Some(start), Mark::Opens) if turned_round(text, at, range.end) => {
                quote(start, end, true);
                open = None;
            }
            (Some(_), Mark::Opens) => depth += 1,
        }
        open_before = false;
    }
    if let Some(start) = open {
        quote(start, range.end, false);
    }
}

/// All quotation marks of a range, each with its place. Looks for their first bytes, which are rare.
fn marks(text: &str, range: Range<usize>) -> impl Iterator<Item = (usize, char)> {
    let is_mark = |letter: &char| matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '‟');
    let places = memchr::memchr3_iter(b'"', 0xE2, 0xC2, &text.as_bytes()[range.clone()]);
    places.filter_map(move |offset| {
        let at = range.start + offset;
        Some((at, text[at..].chars().next().filter(is_mark)?))
    })
}

/// `None` if it is no quotation mark here but an inch or such.
fn mark(text: &str, at: usize, letter: char) -> Option<Mark> {
    let before = text[..at].chars().next_back();
    let after = text[at + letter.len_utf8()..].chars().next();
    let open_before = before.is_none_or(|letter| letter.is_whitespace() || "([{—–-/".contains(letter));
    let open_after = after.is_some_and(|letter| !letter.is_whitespace() && !",.;:!?)]".contains(letter));
    match letter {
        '«' | '„' | '‟' => Some(Mark::Opens),
        '»' | '”' => Some(if open_before && open_after && letter == '»' { Mark::Either } else { Mark::Closes }),
        // English opens with it, German closes.
        '“' if !open_before && !open_after => Some(Mark::Closes),
        '“' => Some(Mark::Opens),
        _ if before.is_some_and(|letter| letter.is_ascii_digit()) && after == Some(' ') => Some(Mark::Closes),
        _ if open_before && open_after => Some(Mark::Opens),
        _ if open_before => Some(Mark::Either),
        _ => Some(Mark::Closes),
    }
}

/// Whether an opening mark stands where a closing one should: after a comma, and nothing closes behind it.
fn turned_round(text: &str, at: usize, end: usize) -> bool {
    let before = text[..at].trim_end();
    before.ends_with([',', '.', '!', '?']) && !text[at..end].contains(['”', '»'])
}

/// Where a quotation without a closing mark ends: with the last sentence before `next`, or right there.
fn forgotten(text: &str, start: usize, next: usize) -> usize {
    let end = text[start..next].rfind(['.', '!', '?']).map_or(next, |stop| start + stop + 1);
    text[start..end].trim_end().len() + start
}

#[cfg(test)]
mod tests {
    use super::super::example::article;
    use super::*;

    fn quoted(text: &str) -> Vec<String> {
        let example = article(&format!("Headline\n\n{text}\n"));
        quotes(&example).iter().map(|quote| quote.span.text(&example.text).to_owned()).collect()
    }

    #[test]
    fn quotations_are_found_with_the_marks_of_every_language() {
        for text in ["He said: “No way.” Then left.", "He said: \"No way.\" Then left.", "Он: «No way.» И ушел."]
        {
            assert_eq!(quoted(text).len(), 1, "{text}");
            assert!(quoted(text)[0].contains("No way."), "{text}");
        }
        assert_eq!(quoted("Er sagte: „Nein, danke.“ Dann ging er."), ["„Nein, danke.“"]);
        assert_eq!(quoted("« Nous irons », a prévenu M. Sullivan."), ["« Nous irons »"]);
    }

    #[test]
    fn a_forgotten_mark_does_not_swallow_what_follows() {
        let text = "The Kremlin spoke of \"frank talks. According to him it was \"a normal talk,\" with jokes.";
        assert_eq!(quoted(text), ["\"frank talks.", "\"a normal talk,\""]);
    }

    #[test]
    fn a_mark_turned_round_closes() {
        assert_eq!(quoted("“He made it clear, “the White House said."), ["“He made it clear, “"]);
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_paragraph() {
        let text = "Headline\n\n“We began well, he said.\n\n“And we ended well.” He left.\n";
        let example = article(text);
        let goes_on: Vec<bool> = quotes(&example).iter().map(|quote| quote.goes_on).collect();
        assert_eq!(goes_on, [false, true]);
    }
}
