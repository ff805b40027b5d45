//! Blocks become paragraphs and sentences.
//!
//! A paragraph of 50 MB (a file without line ends) is cut into pieces at sentence ends, because the reader view
//! lays a paragraph out as a whole.

use super::draft::Draft;
use crate::model::{Language, Paragraph, ParagraphKind, Sentence, Span};
use crate::text::sentences;
use std::ops::Range;

/// Bytes of a paragraph at most: laid out in a millisecond or two, and longer than any that a person wrote.
const LONGEST_PARAGRAPH: usize = 20_000;

pub(super) fn cut(draft: &Draft, language: Language) -> (Vec<Paragraph>, Vec<Sentence>) {
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(draft.blocks.len());
    let mut found: Vec<Sentence> = Vec::new();
    for block in &draft.blocks {
        let mut open: Option<usize> = None;
        for sentence in sentences_of(&draft.text, block.range.clone(), block.kind, language) {
            let fits = open.is_some_and(|start| sentence.end - start <= LONGEST_PARAGRAPH);
            let span = Span::new(sentence.start, sentence.end);
            match paragraphs.last_mut() {
                Some(paragraph) if fits => paragraph.span.end = span.end,
                _ => {
                    open = Some(sentence.start);
                    paragraphs.push(Paragraph { span, kind: block.kind });
                }
            }
            found.push(Sentence { span, paragraph: (paragraphs.len() - 1) as u32 });
        }
    }
    (paragraphs, found)
}

/// Sentences of one block, trimmed; together they reach from its first character to its last.
pub(super) fn sentences_of(
    text: &str,
    block: Range<usize>,
    kind: ParagraphKind,
    language: Language,
) -> Vec<Range<usize>> {
    let inner = &text[block.clone()];
    let whole = 0..inner.len();
    let ranges = if kind == ParagraphKind::Meta { vec![whole] } else { sentences(inner, language) };
    let mut pieces: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        cut_long(inner, super::lines::trimmed(inner, range), &mut pieces);
    }
    pieces.retain(|piece| !piece.is_empty());
    match (pieces.first_mut(), block.is_empty()) {
        (None, false) => cut_long(inner, 0..inner.len(), &mut pieces),
        (Some(first), _) => first.start = 0,
        (None, true) => {}
    }
    if let Some(last) = pieces.last_mut() {
        last.end = inner.len();
    }
    pieces.into_iter().map(|piece| block.start + piece.start..block.start + piece.end).collect()
}

/// Cuts a sentence that is longer than a paragraph may be, at white space if there is some.
fn cut_long(text: &str, range: Range<usize>, pieces: &mut Vec<Range<usize>>) {
    let mut rest = range;
    while rest.len() > LONGEST_PARAGRAPH {
        let limit = text.floor_char_boundary(rest.start + LONGEST_PARAGRAPH);
        let window = &text[rest.start..limit];
        let end = rest.start + window.rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(window.len());
        pieces.push(super::lines::trimmed(text, rest.start..end));
        rest = super::lines::trimmed(text, end..rest.end);
    }
    pieces.push(rest);
}

#[cfg(test)]
mod tests {
    use super::super::{article, check};
    use super::*;

    #[test]
    fn a_very_long_line_is_cut_into_pieces_at_sentence_ends() {
        let text = "The leaders agreed that talks will go on. ".repeat(10_000);
        let article = article("a.txt", text.as_bytes()).unwrap();
        check(&article);
        assert!(article.paragraphs.len() >= text.len() / LONGEST_PARAGRAPH);
        for paragraph in &article.paragraphs {
            assert!(paragraph.span.len() <= LONGEST_PARAGRAPH);
            assert!(paragraph.span.text(&article.text).ends_with('.'));
        }
    }

    #[test]
    fn a_line_without_any_sentence_end_is_cut_between_words_or_letters() {
        for text in ["слово ".repeat(30_000), "я".repeat(90_001)] {
            let article = article("a.txt", text.as_bytes()).unwrap();
            check(&article);
            assert!(article.paragraphs.iter().all(|paragraph| paragraph.span.len() <= LONGEST_PARAGRAPH));
            let length: usize = article.sentences.iter().map(|sentence| sentence.span.len()).sum();
            assert!(length * 10 >= text.trim().len() * 9, "only white space is left out");
        }
    }
}
