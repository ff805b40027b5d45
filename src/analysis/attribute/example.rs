//! Articles for tests.

use crate::model::{Article, Fingerprint, Format, Language, Paragraph, ParagraphKind, Sentence, Span};
use crate::text::{detect_language, sentences};

/// An article of a text: the first line is its headline, every other line a paragraph.
pub(super) fn article(text: &str) -> Article {
    article_in(detect_language(text), text)
}

pub(super) fn article_in(language: Language, text: &str) -> Article {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut cut: Vec<Sentence> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, trimmed) = (at + line.len() - line.trim_start().len(), line.trim());
        at += line.len();
        if trimmed.is_empty() {
            continue;
        }
        let kind = if paragraphs.is_empty() { ParagraphKind::Headline } else { ParagraphKind::Body };
        let paragraph = paragraphs.len() as u32;
        paragraphs.push(Paragraph { span: Span::new(start, start + trimmed.len()), kind });
        let place = |range: std::ops::Range<usize>| Span::new(start + range.start, start + range.end);
        let spans = sentences(trimmed, language).into_iter().map(place);
        cut.extend(spans.map(|span| Sentence { span, paragraph }));
    }
    Article {
        path: "a.txt".to_owned(),
        format: Format::Txt,
        headline: text.lines().next().unwrap_or_default().to_owned(),
        outlet: None,
        author: None,
        date: "2021-12-08".parse().ok(),
        time: None,
        address: None,
        language,
        text: text.to_owned(),
        paragraphs,
        sentences: cut,
        fingerprint: Fingerprint::of(text),
        warnings: Vec::new(),
    }
}
