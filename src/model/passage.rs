//! A span of an article that is linked to one topic, and why.

use super::{MarkId, Span, TopicIx};

/// A span of one article that is linked to one topic.
///
/// A rule's passage is one sentence. Neighbours of one topic are drawn joined, but decided,
/// attributed and counted one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    pub topic: TopicIx,
    pub span: Span,
    /// Index into [`super::Article::paragraphs`].
    pub paragraph: u32,
    /// Index into [`super::Article::sentences`]; of the first one if it covers several.
    pub sentence: u32,
    pub origin: Origin,
    /// Why the rules linked it; empty for the reader's own.
    pub reasons: Vec<Reason>,
    /// Whether the reader said so: kept a rule's passage, or made it.
    pub kept: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Rule,
    Reader(MarkId),
}

impl Origin {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Reader(_) => "reader",
        }
    }
}

/// One rule that fired in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Index into the rules of the passage's topic.
    pub rule: u16,
    /// The words that the rule found, in order, without overlap.
    pub spans: Vec<Span>,
    /// Words before the sentence that the rule leans on: in a sentence shortly before or in the section's heading.
    pub context: Vec<Span>,
}

impl Passage {
    /// All words that speak for this passage, in order; overlapping ones joined.
    pub fn matched_words(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = self.reasons.iter().flat_map(|reason| reason.spans.iter().copied()).collect();
        spans.sort_unstable();
        let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => joined.push(span),
            }
        }
        joined
    }
}
