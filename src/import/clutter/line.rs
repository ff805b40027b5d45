//! A line with what its looks say: how many words, whether it ends as a sentence does.

use super::super::draft::Draft;
use super::super::lines;
use crate::model::{Article, ParagraphKind};

/// No rule asks for the words of a longer line (characters).
const LONGEST_LINE: usize = 200;
/// Words counted: no rule asks for more.
const MOST_WORDS: usize = 60;
/// A line that ends as a sentence does is prose from this many words on; below it is a short turn of speech, or a label.
const FEWEST_OF_PROSE: usize = 9;
/// So many words are prose even without a full stop.
const PROSE_ANYWAY: usize = 36;
/// Characters to a word where a script has no spaces.
const CHARACTERS_TO_WORD: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Reads as sentences.
    Prose,
    /// A few words that end as a sentence ends, or are broken off as speech is.
    Sentence,
    /// A few words that end no sentence: a title, a label, a link, a name.
    Fragment,
    /// One of a list: a bullet, a number, a row of a table.
    Item,
}

#[derive(Debug)]
pub(super) struct Line<'a> {
    pub text: &'a str,
    /// The text in small letters on one line, without bullet; `None` for long ones.
    pub plain: Option<String>,
    /// At most [`MOST_WORDS`].
    pub words: usize,
    pub shape: Shape,
    /// Whether a blank line stands above it.
    pub apart: bool,
    /// Whether the file marks it as its headline.
    pub is_headline: bool,
}

impl<'a> Line<'a> {
    pub fn of_block(draft: &'a Draft, index: usize) -> Self {
        let line = Self::new(draft.block_text(index), draft.is_apart(index));
        line.with_kind(draft.blocks[index].kind)
    }

    pub fn of_paragraph(article: &'a Article, index: usize) -> Self {
        let paragraph = article.paragraphs[index];
        let above = index.checked_sub(1).map_or(0, |above| article.paragraphs[above].span.range().end);
        let between = &article.text[above..paragraph.span.range().start];
        let apart = between.bytes().filter(|byte| *byte == b'\n').count() != 1;
        Self::new(paragraph.span.text(&article.text), apart).with_kind(paragraph.kind)
    }

    pub fn new(text: &'a str, apart: bool) -> Self {
        let short = lines::is_short(text, LONGEST_LINE);
        let plain = short.then(|| lines::joined(lines::without_bullet(text)).to_lowercase());
        let words = words(text);
        Self { text, plain, words, shape: shape(text, words), apart, is_headline: false }
    }

    /// What the file's own markup says.
    fn with_kind(mut self, kind: ParagraphKind) -> Self {
        if kind == ParagraphKind::ListItem && self.is_fragment() {
            self.shape = Shape::Item;
        }
        self.is_headline = kind == ParagraphKind::Headline;
        self
    }

    pub fn is_fragment(&self) -> bool {
        self.shape == Shape::Fragment
    }

    pub fn plain(&self) -> &str {
        self.plain.as_deref().unwrap_or_default()
    }
}

fn words(text: &str) -> usize {
    let spaced = text.split_whitespace().take(MOST_WORDS).count();
    let unspaced = || lines::length_up_to(text, MOST_WORDS * CHARACTERS_TO_WORD) / CHARACTERS_TO_WORD;
    if spaced < MOST_WORDS && has_no_spaces(text) { spaced.max(unspaced()) } else { spaced }
}

/// Whether the line is written in Chinese, Japanese or another script without spaces.
fn has_no_spaces(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic()).take(12).peekable();
    letters.peek().is_some() && letters.filter(|letter| *letter >= '\u{0E00}').count() >= 4
}

fn shape(text: &str, words: usize) -> Shape {
    // "Clinton leads in Indiana. [ARG]"
    let inner =
        text.strip_suffix(']').and_then(|text| text.rsplit_once('[')).map_or(text, |(before, _)| before.trim_end());
    let ends = lines::ends_sentence(text) || !inner.is_empty() && lines::ends_sentence(inner);
    match () {
        () if ends && words >= FEWEST_OF_PROSE || words >= PROSE_ANYWAY => Shape::Prose,
        () if ends => Shape::Sentence,
        () if is_item(text) => Shape::Item,
        () => Shape::Fragment,
    }
}

/// "• …", "3. …", "(a) …", "left | right"
fn is_item(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let bullet = text.starts_with(['•', '·', '▪', '►', '-', '*', '–', '—']);
    let number = first.len() <= 4 && first.ends_with(['.', ')']) && first.chars().any(char::is_alphanumeric);
    bullet || number && text.len() > first.len() || text.contains(" | ") && text.len() > 40
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_told_by_its_end_and_its_length() {
        for (text, shape) in [
            ("Putin told Biden that the talks had been frank and businesslike.", Shape::Prose),
            ("Q: Yes.", Shape::Sentence),
            ("Clinton leads Sanders by some points in Indiana. [ARG]", Shape::Prose),
            ("Q    But do you —", Shape::Sentence),
            ("World news", Shape::Fragment),
            ("What the leaders said in Geneva", Shape::Fragment),
            ("• missions and visas", Shape::Item),
            ("-Clinton leads in Indiana", Shape::Item),
            ("3. Missions and visas", Shape::Item),
            (
                "两国元首就双边关系和乌克兰局势进行了两个小时的视频会谈，双方同意继续就战略稳定问题展开对话，并指示各自代表就此开始磋商。",
                Shape::Prose,
            ),
        ] {
            assert_eq!(Line::new(text, true).shape, shape, "{text}");
        }
    }
}
