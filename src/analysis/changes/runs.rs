//! What changed inside a sentence, word by word.

use super::Run;
use crate::model::Span;
use std::ops::Range;

/// Bytes of a word that may stay in place by chance: between two changes it is shown as changed with them.
const SMALL_WORD: usize = 3;

/// The words that an old and a new part of the texts have in common.
pub(super) struct Pairs<'a> {
    pairs: &'a [(usize, usize)],
    old: Range<usize>,
    new: Range<usize>,
}

impl<'a> Pairs<'a> {
    /// Of all pairs those inside both parts.
    pub fn within(all: &'a [(usize, usize)], old: Range<usize>, new: Range<usize>) -> Self {
        let start = all.partition_point(|(o, n)| *o < old.start || *n < new.start);
        let end = all.partition_point(|(o, n)| *o < old.end && *n < new.end);
        Self { pairs: &all[start..end.max(start)], old, new }
    }

    /// Whether no word of either part is without the other.
    pub fn are_all(&self) -> bool {
        self.pairs.len() == self.old.len() && self.pairs.len() == self.new.len()
    }

    /// Kept, added, removed and replaced words. `old` and `new` are the spans of all words of the texts.
    pub fn runs(&self, old: &[Span], new: &[Span]) -> Vec<Run> {
        let mut runs = Vec::new();
        let (mut old_at, mut new_at) = (self.old.start, self.new.start);
        for same in self.stretches(old) {
            let (first, last) = (same[0], same[same.len() - 1]);
            runs.extend(changed(span_of(old, old_at..first.0), span_of(new, new_at..first.1)));
            (old_at, new_at) = (last.0 + 1, last.1 + 1);
            let spans = (span_of(old, first.0..old_at), span_of(new, first.1..new_at));
            runs.extend(spans.0.zip(spans.1).map(|(old, new)| Run::Kept { old, new }));
        }
        runs.extend(changed(span_of(old, old_at..self.old.end), span_of(new, new_at..self.new.end)));
        runs
    }

    /// Pairs that follow each other in both texts, without lone small words.
    fn stretches(&self, old: &[Span]) -> Vec<&'a [(usize, usize)]> {
        let follows = |a: &(usize, usize), b: &(usize, usize)| a.0 + 1 == b.0 && a.1 + 1 == b.1;
        let at_edge = |pair: &(usize, usize)| {
            *pair == (self.old.start, self.new.start) || (pair.0 + 1, pair.1 + 1) == (self.old.end, self.new.end)
        };
        let says = |same: &&[(usize, usize)]| same.len() > 1 || at_edge(&same[0]) || old[same[0].0].len() > SMALL_WORD;
        self.pairs.chunk_by(follows).filter(says).collect()
    }
}

fn changed(old: Option<Span>, new: Option<Span>) -> Option<Run> {
    match (old, new) {
        (Some(old), Some(new)) => Some(Run::Replaced { old, new, words: Vec::new() }),
        (Some(old), None) => Some(Run::Removed(old)),
        (None, Some(new)) => Some(Run::Added(new)),
        (None, None) => None,
    }
}

/// From the first of these words to the last.
fn span_of(words: &[Span], range: Range<usize>) -> Option<Span> {
    let range = words.get(range)?;
    Some(Span { start: range.first()?.start, end: range.last()?.end })
}
