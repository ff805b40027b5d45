//! Matches the parts of rules in one sentence.
//!
//! Works on the words that belong to a class, never on the text. Every part is matched at most once in a
//! sentence, and keeps a bounded number of matches, so that no rule can take long. All matches of a sentence stand
//! in one list, and what a part made of others found is a stretch of it: nothing is allocated.

use super::super::compile::{Node, NodeId, Program};
use super::super::vocabulary::ClassId;
use super::present::Present;
use std::ops::Range;

/// Matches that one part keeps in one sentence. Real sentences have a handful.
const MOST_MATCHES: usize = 48;
/// Words that a match keeps to show as its reason.
const MOST_WORDS: usize = 48;

/// A place in a sentence where a part of a rule matches.
#[derive(Clone, Copy, Debug)]
struct Match {
    /// Numbers of words in the sentence.
    first: u32,
    last: u32,
    /// Into [`Evaluator::words`]: which words matched.
    from: u32,
    to: u32,
}

impl Match {
    fn words(self) -> Range<usize> {
        self.from as usize..self.to as usize
    }
}

/// Stretches of [`Evaluator::matches`].
type Found = Range<u32>;

/// Scratch space for matching, made once per worker.
pub(super) struct Evaluator {
    pub present: Present,
    /// By node: the number of the sentence that it was last matched in, and what it found.
    known: Vec<(u64, Found)>,
    sentence: u64,
    matches: Vec<Match>,
    words: Vec<u32>,
    /// What the parts of those nodes found that are being matched, one after the other.
    parts: Vec<Found>,
}

impl Evaluator {
    pub fn new(program: &Program) -> Self {
        Self {
            present: Present::new(program),
            known: vec![(0, 0..0); program.nodes.len()],
            sentence: 0,
            matches: Vec::new(),
            words: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Forgets the sentence before.
    pub fn start(&mut self) {
        self.present.start();
        self.sentence += 1;
        self.matches.clear();
        self.words.clear();
    }

    /// Puts into `words` the numbers of the words by which `node` matches in the sentence, in order; none if it does not.
    pub fn find(&mut self, program: &Program, node: NodeId, words: &mut Vec<u32>) {
        words.clear();
        for at in self.evaluate(program, node) {
            words.extend_from_slice(&self.words[self.matches[at as usize].words()]);
        }
        words.sort_unstable();
        words.dedup();
    }

    pub fn matches(&mut self, program: &Program, node: NodeId) -> bool {
        !self.evaluate(program, node).is_empty()
    }

    fn evaluate(&mut self, program: &Program, id: NodeId) -> Found {
        let (sentence, found) = &self.known[id.0 as usize];
        if *sentence == self.sentence {
            return found.clone();
        }
        let is_word = matches!(program.nodes[id.0 as usize], Node::Class(_));
        let may_match = is_word || self.present.meets(program, id);
        let found = if may_match { self.evaluate_anew(program, id) } else { 0..0 };
        self.known[id.0 as usize] = (self.sentence, found.clone());
        found
    }

    fn evaluate_anew(&mut self, program: &Program, id: NodeId) -> Found {
        match &program.nodes[id.0 as usize] {
            Node::Class(class) => self.class(*class),
            Node::Any(parts) => self.any(program, parts),
            Node::All(parts) => self.all(program, parts),
            Node::Phrase(parts) => self.phrase(program, parts),
            Node::Near(words, left, right) => {
                let left = self.evaluate(program, *left);
                let right = if left.is_empty() { 0..0 } else { self.evaluate(program, *right) };
                let start = self.matches.len();
                self.join(left, right, |left, right| between(left, right).is_some_and(|gap| gap <= u32::from(*words)));
                self.settle(start)
            }
            Node::Except(inner, but) => {
                let inner = self.evaluate(program, *inner);
                let but = if inner.is_empty() { 0..0 } else { self.evaluate(program, *but) };
                self.except(inner, but)
            }
        }
    }

    fn class(&mut self, class: ClassId) -> Found {
        let start = self.matches.len() as u32;
        for word in self.present.words(class).take(MOST_MATCHES) {
            let from = self.words.len() as u32;
            self.words.push(word);
            self.matches.push(Match { first: word, last: word, from, to: from + 1 });
        }
        start..self.matches.len() as u32
    }

    fn any(&mut self, program: &Program, parts: &[NodeId]) -> Found {
        let base = self.parts.len();
        for part in parts {
            let found = self.evaluate(program, *part);
            self.parts.extend((!found.is_empty()).then_some(found));
        }
        let found = match &self.parts[base..] {
            [] => 0..0,
            [one] => one.clone(),
            several => {
                let start = self.matches.len();
                for found in several {
                    self.matches.extend_from_within(found.start as usize..found.end as usize);
                }
                self.settle(start)
            }
        };
        self.parts.truncate(base);
        found
    }

    /// One match, if each part matches: with all words of the first, which is what the rule is about, and of the
    /// others those that come first.
    fn all(&mut self, program: &Program, parts: &[NodeId]) -> Found {
        let base = self.parts.len();
        for part in parts {
            let found = self.evaluate(program, *part);
            if found.is_empty() {
                self.parts.truncate(base);
                return 0..0;
            }
            let shown = if self.parts.len() == base { found } else { found.start..found.start + 1 };
            self.parts.push(shown);
        }
        let (from, start) = (self.words.len(), self.matches.len() as u32);
        let (mut first, mut last) = (u32::MAX, 0);
        for found in self.parts.drain(base..) {
            for part in &self.matches[found.start as usize..found.end as usize] {
                (first, last) = (first.min(part.first), last.max(part.last));
                self.words.extend_from_within(part.words());
            }
        }
        let to = self.settle_words(from);
        self.matches.push(Match { first: first.min(last), last, from: from as u32, to });
        start..start + 1
    }

    fn phrase(&mut self, program: &Program, parts: &[(u8, NodeId)]) -> Found {
        let Some(((_, first), rest)) = parts.split_first() else { return 0..0 };
        let mut found = self.evaluate(program, *first);
        if rest.is_empty() {
            return found;
        }
        let mut start = self.matches.len();
        for (gap, part) in rest {
            if found.is_empty() {
                return 0..0;
            }
            let next = self.evaluate(program, *part);
            start = self.matches.len();
            let fits =
                |left: Match, right: Match| left.last < right.first && right.first - left.last - 1 <= u32::from(*gap);
            found = self.join(found, next, fits);
        }
        self.settle(start)
    }

    fn except(&mut self, inner: Found, but: Found) -> Found {
        if but.is_empty() {
            return inner;
        }
        let start = self.matches.len() as u32;
        for at in inner {
            let found = self.matches[at as usize];
            let exceptions = &self.matches[but.start as usize..but.end as usize];
            if !exceptions.iter().any(|but| but.first <= found.first && found.last <= but.last) {
                self.matches.push(found);
            }
        }
        start..self.matches.len() as u32
    }

    /// Every pair that fits, as one match each.
    fn join(&mut self, left: Found, right: Found, fits: impl Fn(Match, Match) -> bool) -> Found {
        let start = self.matches.len();
        for left in left {
            for right in right.clone() {
                let (left, right) = (self.matches[left as usize], self.matches[right as usize]);
                if !fits(left, right) {
                    continue;
                }
                let from = self.words.len();
                self.words.extend_from_within(left.words());
                self.words.extend_from_within(right.words());
                let to = self.settle_words(from);
                let (first, last) = (left.first.min(right.first), left.last.max(right.last));
                self.matches.push(Match { first, last, from: from as u32, to });
                if self.matches.len() - start >= MOST_MATCHES {
                    return start as u32..self.matches.len() as u32;
                }
            }
        }
        start as u32..self.matches.len() as u32
    }

    /// Puts the matches from `start` on in order, one for each place, and no more than are kept.
    fn settle(&mut self, start: usize) -> Found {
        let place = |found: &Match| (found.first, found.last);
        let words = &self.words;
        let order =
            |a: &Match, b: &Match| place(a).cmp(&place(b)).then_with(|| words[a.words()].cmp(&words[b.words()]));
        self.matches[start..].sort_unstable_by(order);
        let mut end = start;
        for at in start..self.matches.len() {
            if end == start || place(&self.matches[at]) != place(&self.matches[end - 1]) {
                self.matches[end] = self.matches[at];
                end += 1;
            }
        }
        self.matches.truncate(end.min(start + MOST_MATCHES));
        start as u32..self.matches.len() as u32
    }

    /// Puts the words from `from` on in order, each once, and no more than are kept. Where they end.
    fn settle_words(&mut self, from: usize) -> u32 {
        self.words[from..].sort_unstable();
        let mut to = from;
        for at in from..self.words.len() {
            if to == from || self.words[at] != self.words[to - 1] {
                self.words[to] = self.words[at];
                to += 1;
            }
        }
        self.words.truncate(to.min(from + MOST_WORDS));
        self.words.len() as u32
    }
}

/// Words between two matches; `None` if they overlap.
fn between(a: Match, b: Match) -> Option<u32> {
    if a.last < b.first { Some(b.first - a.last - 1) } else { a.first.checked_sub(b.last + 1) }
}
