//! Where a place starts and ends: at a word, and where the old one was whole sentences, at a sentence.

use crate::model::{Article, Span};

/// Which edges of a place in its old text were edges of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edges {
    pub opens: bool,
    pub closes: bool,
}

impl Edges {
    pub fn of(before: &str, quote: &str, after: &str) -> Self {
        Self { opens: opens(before, quote), closes: closes(quote, after) }
    }
}

fn opens(before: &str, quote: &str) -> bool {
    let said = before.trim_end();
    let starts = quote.trim_start_matches(|sign: char| !sign.is_alphanumeric()).chars().next();
    if said.is_empty() || before[said.len()..].contains("\n\n") {
        return true;
    }
    let parted = said.len() < before.len() || quote.starts_with(char::is_whitespace);
    let stands_after_end = before[said.len()..].contains('\n') || ends(said);
    parted && stands_after_end && starts.is_some_and(|letter| !letter.is_lowercase())
}

fn closes(quote: &str, after: &str) -> bool {
    let rest = after.trim_start();
    let gap = &after[..after.len() - rest.len()];
    if rest.is_empty() || gap.contains("\n\n") {
        return true;
    }
    let goes_on = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric()).starts_with(char::is_lowercase);
    let parted = !gap.is_empty() || quote.ends_with(char::is_whitespace);
    parted && !goes_on && (gap.contains('\n') || ends(quote.trim_end()))
}

/// Whether a text ends with a stop, quotation marks and brackets set aside.
fn ends(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '“', '»', '\'', '’', ')', ']']).ends_with(['.', '!', '?', '…', ':'])
}

/// The sentence that holds `byte`.
pub(super) fn sentence_at(article: &Article, byte: u32) -> Option<Span> {
    let index = article.sentences.partition_point(|sentence| sentence.span.end <= byte);
    article.sentences.get(index).map(|sentence| sentence.span).filter(|span| span.start <= byte)
}

/// `span` without blanks at its ends and with its first and last word whole.
pub(super) fn whole_words(text: &str, span: Span) -> Span {
    let inside = span.text(text);
    let start = span.start as usize + (inside.len() - inside.trim_start().len());
    let end = (span.end as usize - (inside.len() - inside.trim_end().len())).max(start);
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '\'' || letter == '’';
    let opens_in_word = text[start..end].starts_with(char::is_alphanumeric);
    let closes_in_word = text[start..end].ends_with(char::is_alphanumeric);
    let before = text[..start].chars().rev().take_while(|letter| opens_in_word && is_word(*letter));
    let after = text[end..].chars().take_while(|letter| closes_in_word && is_word(*letter));
    let start = start - before.map(char::len_utf8).sum::<usize>();
    Span::new(start, end + after.map(char::len_utf8).sum::<usize>())
}

/// `span` with the signs before and after it that the quote has at its ends.
pub(super) fn with_signs(text: &str, span: Span, quote: &str) -> Span {
    let is_sign = |letter: &char| !letter.is_alphanumeric() && !letter.is_whitespace();
    let opening = quote.chars().take_while(is_sign).count();
    let closing = quote.chars().rev().take_while(is_sign).count();
    let before: usize =
        text[..span.start as usize].chars().rev().take_while(is_sign).take(opening).map(char::len_utf8).sum();
    let after: usize = text[span.end as usize..].chars().take_while(is_sign).take(closing).map(char::len_utf8).sum();
    Span { start: span.start - before as u32, end: span.end + after as u32 }
}

/// `span` with its edges at those of sentences where the old place had them there and `most` bytes do not lie between.
pub(super) fn on_sentences(article: &Article, span: Span, edges: Edges, most: u32) -> Span {
    let mut found = span;
    if edges.opens
        && let Some(sentence) = sentence_at(article, span.start)
        && span.start - sentence.start <= most
    {
        found.start = sentence.start;
    }
    if edges.closes
        && let Some(sentence) = sentence_at(article, span.end.saturating_sub(1))
        && sentence.end.saturating_sub(span.end) <= most
    {
        found.end = sentence.end.max(span.end);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_sentences_are_told_from_parts_of_them() {
        let of = |text: &str, quote: &str| {
            let at = text.find(quote).unwrap();
            let edges = Edges::of(&text[..at], quote, &text[at + quote.len()..]);
            (edges.opens, edges.closes)
        };
        let text = "Talks end\n\nThey met. “We agreed,” he said. Nothing\nmore was said in\nGeneva.";
        assert_eq!(of(text, "They met."), (true, true));
        assert_eq!(of(text, "“We agreed,” he said."), (true, true));
        assert_eq!(of(text, "“We agreed,”"), (true, false));
        assert_eq!(of(text, "more was said in\nGeneva."), (false, true));
        assert_eq!(of(text, "Talks end"), (true, true));
        assert_eq!(of(text, "met. “We"), (false, false));
    }

    #[test]
    fn words_are_whole_and_signs_come_along() {
        let text = "He said: «We agreed», and left.";
        let cut = Span::new(text.find("e agr").unwrap(), text.find("eed»").unwrap());
        assert_eq!(whole_words(text, cut).text(text), "We agreed");
        assert_eq!(with_signs(text, whole_words(text, cut), "“We agree,”").text(text), "«We agreed»,");
    }
}
