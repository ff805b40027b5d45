//! A line with what its looks say: how many words, whether it ends as a sentence does.
//!
//! Every line of every article passes here, so nothing is allocated for one of them alone.

use super::super::draft::Draft;
use super::super::lines;
use crate::model::{Article, ParagraphKind};
use std::ops::Range;

/// No rule asks for the words of a longer line (characters).
const LONGEST_LINE: usize = 200;
/// Words counted: no rule asks for more.
const MOST_WORDS: usize = 60;
/// In so many bytes at the start of a line, so many words almost always stand.
const HEAD: usize = 768;
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

/// The short lines of a text as phrases are compared with them: in small letters, each on one line, without bullet.
#[derive(Debug)]
pub(super) struct Plain {
    /// One below the other.
    text: String,
    /// `None` for long lines.
    ranges: Vec<Option<Range<usize>>>,
}

impl Plain {
    pub fn new<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Self {
        let is_short = |line: &&str| lines::is_short(line, LONGEST_LINE);
        let room = lines.clone().filter(is_short).map(|line| line.len() + 1).sum();
        let mut plain = Self { text: String::with_capacity(room), ranges: Vec::with_capacity(lines.size_hint().0) };
        for line in lines {
            let range = is_short(&line).then(|| plain.push(line));
            plain.ranges.push(range);
        }
        plain
    }

    fn push(&mut self, line: &str) -> Range<usize> {
        let start = self.text.len();
        let line = lines::without_bullet(line);
        if line.is_ascii() {
            lines::push_joined(&mut self.text, line);
            self.text[start..].make_ascii_lowercase();
        } else {
            lines::push_joined(&mut self.text, &line.to_lowercase());
        }
        let end = self.text.len();
        self.text.push('\n');
        start..end
    }

    fn line(&self, index: usize) -> Option<&str> {
        self.ranges[index].clone().map(|range| &self.text[range])
    }

    /// Whether any line says any of these.
    pub fn says(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| memchr::memmem::find(self.text.as_bytes(), phrase.as_bytes()).is_some())
    }
}

#[derive(Debug)]
pub(super) struct Line<'a> {
    pub text: &'a str,
    /// As in [`Plain`]; `None` for long ones.
    pub plain: Option<&'a str>,
    /// At most [`MOST_WORDS`].
    pub words: usize,
    pub shape: Shape,
    /// Whether a blank line stands above it.
    pub apart: bool,
    /// Whether the file marks it as its headline.
    pub is_headline: bool,
}

impl<'a> Line<'a> {
    pub fn of_block(draft: &'a Draft, plain: &'a Plain, index: usize) -> Self {
        let line = Self::new(draft.block_text(index), plain.line(index), draft.is_apart(index));
        line.with_kind(draft.blocks[index].kind)
    }

    pub fn of_paragraph(article: &'a Article, plain: &'a Plain, index: usize) -> Self {
        let paragraph = article.paragraphs[index];
        let above = index.checked_sub(1).map_or(0, |above| article.paragraphs[above].span.range().end);
        let between = &article.text[above..paragraph.span.range().start];
        let apart = between.bytes().filter(|byte| *byte == b'\n').count() != 1;
        Self::new(paragraph.span.text(&article.text), plain.line(index), apart).with_kind(paragraph.kind)
    }

    fn new(text: &'a str, plain: Option<&'a str>, apart: bool) -> Self {
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

    pub fn plain(&self) -> &'a str {
        self.plain.unwrap_or_default()
    }
}

fn words(text: &str) -> usize {
    let spaced = spaced_words(text);
    let unspaced = || lines::length_up_to(text, MOST_WORDS * CHARACTERS_TO_WORD) / CHARACTERS_TO_WORD;
    if spaced < MOST_WORDS && has_no_spaces(text) { spaced.max(unspaced()) } else { spaced }
}

/// Words between white space, at most [`MOST_WORDS`].
fn spaced_words(text: &str) -> usize {
    let head = &text[..text.floor_char_boundary(HEAD)];
    match (!lines::has_wide_space(head)).then(|| ascii_spaced_words(head.as_bytes())) {
        Some(count) if count >= MOST_WORDS || head.len() == text.len() => count.min(MOST_WORDS),
        _ => text.split_whitespace().take(MOST_WORDS).count(),
    }
}

/// Words between white space of ASCII.
fn ascii_spaced_words(bytes: &[u8]) -> usize {
    // Without branches, and in runs so short that a byte holds the sum: so many bytes are looked at in one step.
    const RUN: usize = 128;
    let begins = |(before, byte): (&u8, &u8)| u8::from(lines::is_space(*before) & !lines::is_space(*byte));
    let Some((first, rest)) = bytes.split_first() else { return 0 };
    let runs = bytes.chunks(RUN).zip(rest.chunks(RUN));
    let later: usize = runs.map(|(before, run)| usize::from(before.iter().zip(run).map(begins).sum::<u8>())).sum();
    usize::from(!lines::is_space(*first)) + later
}

/// Whether the line is written in Chinese, Japanese or another script without spaces.
fn has_no_spaces(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic()).take(12).peekable();
    letters.peek().is_some() && letters.filter(|letter| *letter >= '\u{0E00}').count() >= 4
}

fn shape(text: &str, words: usize) -> Shape {
    // "Clinton leads in Indiana. [ARG]"
    let noted = || text.strip_suffix(']').and_then(|text| text.rsplit_once('[')).map(|(before, _)| before.trim_end());
    let ends = lines::ends_sentence(text) || noted().is_some_and(lines::ends_sentence);
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
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_counted_the_same_in_many_bytes_at_once(
            line in "([ab]{1,30}|[ \t\n]{1,3}|[\u{a0}\u{2003}]|[“éя的]){0,150}",
        ) {
            prop_assert_eq!(spaced_words(&line), line.split_whitespace().take(MOST_WORDS).count());
        }
    }

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
            assert_eq!(Line::new(text, None, true).shape, shape, "{text}");
        }
    }
}
