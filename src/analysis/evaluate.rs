//! Matches the parts of rules in one sentence.
//!
//! Works on the words that belong to a class, never on the text. Every part is matched at most once in a
//! sentence, and keeps a bounded number of matches, so that no rule can take long.

use super::compile::{Node, NodeId};
use super::vocabulary::ClassId;
use crate::model::Span;
use std::ops::Range;

/// Matches that one part keeps in one sentence. Real sentences have a handful.
const MOST_MATCHES: usize = 48;
/// Words that a match keeps to show as its reason.
const MOST_WORDS: usize = 48;

/// A word of a sentence that belongs to a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    pub class: ClassId,
    /// Number of the word in its sentence.
    pub word: u32,
    pub span: Span,
}

/// A place in a sentence where a part of a rule matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Match {
    first: u32,
    last: u32,
    /// Into [`Evaluator::words`]: which words matched.
    from: u32,
    to: u32,
}

/// Scratch space for matching, made once per worker.
#[derive(Default)]
pub(super) struct Evaluator {
    /// By node: the number of the sentence that it was last matched in, and where its matches are.
    known: Vec<(u64, Range<u32>)>,
    sentence: u64,
    matches: Vec<Match>,
    words: Vec<(u32, Span)>,
}

impl Evaluator {
    pub fn new(nodes: usize) -> Self {
        Self { known: vec![(0, 0..0); nodes], ..Self::default() }
    }

    /// Forgets the sentence before.
    pub fn start(&mut self) {
        self.sentence += 1;
        self.matches.clear();
        self.words.clear();
    }

    /// The words by which `node` matches in the sentence, in order; empty if it does not.
    pub fn find(&mut self, nodes: &[Node], hits: &[Hit], node: NodeId) -> Vec<Span> {
        let found = self.evaluate(nodes, hits, node);
        let mut spans: Vec<Span> =
            self.slice(&found).iter().flat_map(|found| self.words_of(found)).map(|(_, span)| *span).collect();
        spans.sort_unstable();
        spans.dedup();
        spans
    }

    pub fn matches(&mut self, nodes: &[Node], hits: &[Hit], node: NodeId) -> bool {
        !self.evaluate(nodes, hits, node).is_empty()
    }

    fn slice(&self, range: &Range<u32>) -> &[Match] {
        &self.matches[range.start as usize..range.end as usize]
    }

    fn words_of(&self, found: &Match) -> &[(u32, Span)] {
        &self.words[found.from as usize..found.to as usize]
    }

    fn evaluate(&mut self, nodes: &[Node], hits: &[Hit], id: NodeId) -> Range<u32> {
        let (sentence, range) = &self.known[id.0 as usize];
        if *sentence == self.sentence {
            return range.clone();
        }
        let mut found = match &nodes[id.0 as usize] {
            Node::Class(class) => self.class(hits, *class),
            Node::Any(parts) => {
                parts.iter().flat_map(|part| self.matches_of(nodes, hits, *part)).collect::<Vec<Match>>()
            }
            Node::All(parts) => self.all(nodes, hits, parts),
            Node::Phrase(parts) => self.phrase(nodes, hits, parts),
            Node::Near(words, left, right) => {
                let left = self.matches_of(nodes, hits, *left);
                let right = if left.is_empty() { Vec::new() } else { self.matches_of(nodes, hits, *right) };
                self.join(&left, &right, |left, right| between(left, right).is_some_and(|gap| gap <= u32::from(*words)))
            }
            Node::Except(inner, but) => {
                let mut found = self.matches_of(nodes, hits, *inner);
                let but = if found.is_empty() { Vec::new() } else { self.matches_of(nodes, hits, *but) };
                found.retain(|found| !but.iter().any(|but| but.first <= found.first && found.last <= but.last));
                found
            }
        };
        found.sort_unstable();
        found.dedup_by_key(|found| (found.first, found.last));
        found.truncate(MOST_MATCHES);
        let start = self.matches.len() as u32;
        self.matches.extend(found);
        let range = start..self.matches.len() as u32;
        self.known[id.0 as usize] = (self.sentence, range.clone());
        range
    }

    fn matches_of(&mut self, nodes: &[Node], hits: &[Hit], id: NodeId) -> Vec<Match> {
        let range = self.evaluate(nodes, hits, id);
        self.slice(&range).to_vec()
    }

    fn class(&mut self, hits: &[Hit], class: ClassId) -> Vec<Match> {
        let start = hits.partition_point(|hit| hit.class < class);
        let hits = hits[start..].iter().take_while(|hit| hit.class == class).take(MOST_MATCHES);
        hits.map(|hit| {
            let from = self.words.len() as u32;
            self.words.push((hit.word, hit.span));
            Match { first: hit.word, last: hit.word, from, to: from + 1 }
        })
        .collect()
    }

    /// One match, if each part matches: with all words of the first, which is what the rule is about, and of the
    /// others those that come first.
    fn all(&mut self, nodes: &[Node], hits: &[Hit], parts: &[NodeId]) -> Vec<Match> {
        let mut all: Vec<Match> = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            let found = self.matches_of(nodes, hits, *part);
            if found.is_empty() {
                return Vec::new();
            }
            let shown = if number == 0 { found.len() } else { 1 };
            all.extend(&found[..shown]);
        }
        vec![self.united(&all)]
    }

    fn phrase(&mut self, nodes: &[Node], hits: &[Hit], parts: &[(u8, NodeId)]) -> Vec<Match> {
        let Some(((_, first), rest)) = parts.split_first() else { return Vec::new() };
        let mut found = self.matches_of(nodes, hits, *first);
        for (gap, part) in rest {
            if found.is_empty() {
                break;
            }
            let next = self.matches_of(nodes, hits, *part);
            found = self.join(&found, &next, |left, right| {
                left.last < right.first && right.first - left.last - 1 <= u32::from(*gap)
            });
        }
        found
    }

    fn join(&mut self, left: &[Match], right: &[Match], fits: impl Fn(&Match, &Match) -> bool) -> Vec<Match> {
        let mut joined = Vec::new();
        for left in left {
            for right in right.iter().filter(|right| fits(left, right)) {
                joined.push(self.united(&[*left, *right]));
                if joined.len() >= MOST_MATCHES {
                    return joined;
                }
            }
        }
        joined
    }

    fn united(&mut self, parts: &[Match]) -> Match {
        let mut words: Vec<(u32, Span)> = parts.iter().flat_map(|part| self.words_of(part)).copied().collect();
        words.sort_unstable();
        words.dedup();
        words.truncate(MOST_WORDS);
        let from = self.words.len() as u32;
        self.words.extend(words);
        let first = parts.iter().map(|part| part.first).min().unwrap_or(0);
        let last = parts.iter().map(|part| part.last).max().unwrap_or(0);
        Match { first, last, from, to: self.words.len() as u32 }
    }
}

/// Words between two matches; `None` if they overlap.
fn between(a: &Match, b: &Match) -> Option<u32> {
    if a.last < b.first { Some(b.first - a.last - 1) } else { a.first.checked_sub(b.last + 1) }
}
