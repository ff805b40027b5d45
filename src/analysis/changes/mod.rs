//! What changed between two versions of an article, for showing it, and where a place of the old one is in the new.
//!
//! The words of both are aligned first; sentences that share enough of them are the old and the new form of one
//! sentence, and are shown word by word. A few common words that two unrelated sentences share join nothing. Print
//! (capitals, quotation marks, white space) is no change. Leaves out: lines about the article and clutter, and moved
//! sentences, which were removed and added.

mod align;
mod place_map;
mod runs;

pub use place_map::PlaceMap;

use self::align::align;
use self::runs::Pairs;
use crate::analysis::duplicates::normal;
use crate::model::{Article, Span};
use std::ops::Range;

/// Share of the shorter sentence that is in the longer one, in per cent, for both to be one sentence. In letters, so
/// that the small words that any two sentences share count little.
const SAME_SENTENCE: usize = 50;
/// The same of the longer: "he said" is not the old form of every sentence that contains it.
const SAME_LONGER_SENTENCE: usize = 25;

/// What became of the old text, in the order of the new one.
///
/// Every word of the old text is in one of kept, removed and replaced, every word of the new one in one of kept,
/// added and replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Of whole sentences, neighbours of one paragraph joined.
    pub runs: Vec<Run>,
}

/// Spans are of the old text or of the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    Kept {
        old: Span,
        new: Span,
    },
    Added(Span),
    Removed(Span),
    /// The old and the new form of one sentence or of a few: `words` says what changed in them. There, spans are of
    /// whole words, and a replaced one has no words of its own.
    Replaced {
        old: Span,
        new: Span,
        words: Vec<Run>,
    },
}

impl Changes {
    /// Whether the words are the same.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| matches!(run, Run::Kept { .. }))
    }
}

/// What changed from `old` to `new`. Takes time in proportion to their length, 20 MB some seconds.
pub fn changes(old: &Article, new: &Article) -> Changes {
    let (old, new) = (Words::of(old), Words::of(new));
    let pairs = align(&old.hashes, &new.hashes);
    let mut runs = Vec::new();
    let (mut old_at, mut new_at) = (0, 0);
    for Block { old: old_sentences, new: new_sentences } in same_sentences(&old, &new, &pairs) {
        runs.extend(old.joined(old_at..old_sentences.start).into_iter().map(Run::Removed));
        runs.extend(new.joined(new_at..new_sentences.start).into_iter().map(Run::Added));
        (old_at, new_at) = (old_sentences.end, new_sentences.end);
        let pairs = Pairs::within(&pairs, old.words_of(&old_sentences), new.words_of(&new_sentences));
        let spans = (old.span(&old_sentences), new.span(&new_sentences));
        if !pairs.are_all() {
            let words = pairs.runs(&old.spans, &new.spans);
            runs.push(Run::Replaced { old: spans.0, new: spans.1, words });
            continue;
        }
        let neighbours = old.joins(old_sentences.start) && new.joins(new_sentences.start);
        match runs.last_mut() {
            Some(Run::Kept { old, new }) if neighbours => (old.end, new.end) = (spans.0.end, spans.1.end),
            _ => runs.push(Run::Kept { old: spans.0, new: spans.1 }),
        }
    }
    runs.extend(old.joined(old_at..old.sentences.len()).into_iter().map(Run::Removed));
    runs.extend(new.joined(new_at..new.sentences.len()).into_iter().map(Run::Added));
    Changes { runs }
}

/// The words of an article that belong to it, by sentence.
struct Words {
    hashes: Vec<u64>,
    spans: Vec<Span>,
    /// Those that have words.
    sentences: Vec<Sentence>,
}

struct Sentence {
    span: Span,
    paragraph: u32,
    /// Into the words.
    words: Range<usize>,
}

impl Words {
    fn of(article: &Article) -> Self {
        let mut words = Self { hashes: Vec::new(), spans: Vec::new(), sentences: Vec::new() };
        for sentence in &article.sentences {
            if !article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
                continue;
            }
            let (first, start) = (words.hashes.len(), sentence.span.start);
            normal::words(sentence.span.text(&article.text), |word| {
                words.hashes.push(word.hash);
                words.spans.push(Span { start: start + word.span.start, end: start + word.span.end });
            });
            let found = first..words.hashes.len();
            if !found.is_empty() {
                words.sentences.push(Sentence { span: sentence.span, paragraph: sentence.paragraph, words: found });
            }
        }
        words
    }

    /// The span of these sentences; at least one.
    fn span(&self, sentences: &Range<usize>) -> Span {
        Span { start: self.sentences[sentences.start].span.start, end: self.sentences[sentences.end - 1].span.end }
    }

    fn words_of(&self, sentences: &Range<usize>) -> Range<usize> {
        self.sentences[sentences.start].words.start..self.sentences[sentences.end - 1].words.end
    }

    /// Bytes of the words of a sentence.
    fn letters(&self, sentence: usize) -> usize {
        self.spans[self.sentences[sentence].words.clone()].iter().map(|span| span.len()).sum()
    }

    /// Whether a sentence goes on with the paragraph of the one before.
    fn joins(&self, sentence: usize) -> bool {
        sentence > 0 && self.sentences[sentence - 1].paragraph == self.sentences[sentence].paragraph
    }

    /// The spans of these sentences, one a paragraph.
    fn joined(&self, sentences: Range<usize>) -> Vec<Span> {
        let same = |a: &Sentence, b: &Sentence| a.paragraph == b.paragraph;
        let spans = self.sentences[sentences].chunk_by(same);
        spans.map(|same| Span { start: same[0].span.start, end: same[same.len() - 1].span.end }).collect()
    }
}

/// Sentences of the old text that became these of the new one. Mostly one of each; more where one was split.
struct Block {
    old: Range<usize>,
    new: Range<usize>,
}

fn same_sentences(old: &Words, new: &Words, pairs: &[(usize, usize)]) -> Vec<Block> {
    let sentence_of = |words: &Words, word: usize| words.sentences.partition_point(|found| found.words.end <= word);
    let mut blocks: Vec<Block> = Vec::new();
    let place = |(o, n): &(usize, usize)| (sentence_of(old, *o), sentence_of(new, *n));
    for same in pairs.chunk_by(|a, b| place(a) == place(b)) {
        let (o, n) = place(&same[0]);
        let common: usize = same.iter().map(|(o, _)| old.spans[*o].len()).sum();
        let letters = (old.letters(o), new.letters(n));
        let (shorter, longer) = (letters.0.min(letters.1), letters.0.max(letters.1));
        if common * 100 < shorter * SAME_SENTENCE || common * 100 < longer * SAME_LONGER_SENTENCE {
            continue;
        }
        match blocks.last_mut() {
            Some(last) if o < last.old.end || n < last.new.end => (last.old.end, last.new.end) = (o + 1, n + 1),
            _ => blocks.push(Block { old: o..o + 1, new: n..n + 1 }),
        }
    }
    blocks
}

#[cfg(test)]
mod tests;
