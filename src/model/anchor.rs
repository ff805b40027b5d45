//! How a saved place finds itself again: position, quote, context.

use super::{Article, CodePoints, Span};
use serde::{Deserialize, Serialize};

/// Code points of context kept on either side of the quote.
const CONTEXT: usize = 32;

/// A place in an article's text in the terms of the W3C Web Annotation model: a TextPositionSelector
/// (`start`, `end`, in code points) and a TextQuoteSelector (`exact`, `prefix`, `suffix`).
/// <https://www.w3.org/TR/annotation-model/#selectors>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    pub start: usize,
    pub end: usize,
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

impl Anchor {
    /// Describes `span` of `text`.
    pub fn describe(text: &str, span: Span) -> Self {
        let points = CodePoints::new(text);
        let (start, end) = points.of(span);
        let context = |from: usize, to: usize| {
            let byte = |point| points.to_byte(point).unwrap_or(text.len());
            text[byte(from)..byte(to)].to_owned()
        };
        Self {
            start,
            end,
            exact: span.text(text).to_owned(),
            prefix: context(start.saturating_sub(CONTEXT), start),
            suffix: context(end, end + CONTEXT),
        }
    }

    /// Finds the place again: at its position if the quote still stands there, else where quote and
    /// context stand exactly once. `None` rather than a lookalike.
    pub fn find(&self, article: &Article) -> Option<Span> {
        let text = &article.text;
        let points = CodePoints::new(text);
        if let (Some(start), Some(end)) = (points.to_byte(self.start), points.to_byte(self.end))
            && let Some(span) = Span::of(text, start..end)
            && span.text(text) == self.exact
        {
            return Some(span);
        }
        let with_context = format!("{}{}{}", self.prefix, self.exact, self.suffix);
        let unique = |needle: &str, offset: usize| {
            let first = text.find(needle).filter(|_| !needle.is_empty())?;
            let start = first + offset;
            (text.rfind(needle) == Some(first)).then(|| Span::new(start, start + self.exact.len()))
        };
        unique(&with_context, self.prefix.len()).or_else(|| unique(&self.exact, 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fingerprint, Format, Language};
    use proptest::prelude::*;

    fn article(text: &str) -> Article {
        Article {
            path: "a.txt".to_owned(),
            format: Format::Txt,
            headline: String::new(),
            outlet: None,
            author: None,
            date: None,
            time: None,
            address: None,
            language: Language::Other,
            text: text.to_owned(),
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            fingerprint: Fingerprint::of(text),
            warnings: Vec::new(),
        }
    }

    fn anchor(text: &str, words: &str) -> Anchor {
        let start = text.find(words).unwrap();
        Anchor::describe(text, Span::new(start, start + words.len()))
    }

    #[test]
    fn a_place_is_found_again_after_text_was_put_before_it() {
        let text = "Переговоры шли два часа. Sanctions were named.";
        let moved = format!("Исправлено. {text}");
        let span = anchor(text, "Sanctions").find(&article(&moved)).unwrap();
        assert_eq!(span.text(&moved), "Sanctions");
    }

    #[test]
    fn of_two_equal_quotes_the_one_with_its_context_is_taken_and_else_none() {
        let text = "He said no. Later she said no.";
        let moved = format!("New. {text}");
        let second = Anchor::describe(text, Span::new(27, 29));
        assert_eq!(second.find(&article(&moved)), Some(Span::new(32, 34)));
        assert_eq!(second.find(&article("They said no and no again.")), None);
        assert_eq!(second.find(&article("")), None);
    }

    proptest! {
        #[test]
        fn an_unchanged_text_gives_back_the_same_place(text in "[aк€𝕏 \n]{0,80}", a in 0..81_usize, b in 0..81_usize) {
            let points = CodePoints::new(&text);
            let (Some(a), Some(b)) = (points.to_byte(a), points.to_byte(b)) else { return Ok(()) };
            let span = Span::new(a.min(b), a.max(b));
            prop_assert_eq!(Anchor::describe(&text, span).find(&article(&text)), Some(span));
        }
    }
}
