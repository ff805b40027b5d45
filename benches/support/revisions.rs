//! Articles and their next versions, with what became of every marked place, known because each word carries its number.
//!
//! The texts are those of the sample collection with stock sentences and lookalikes put in: sentences that come several
//! times, and families of sentences that differ in a city or a date. They are edited as newsrooms do, and worse: typing
//! errors, changed words, marks and line ends, paragraphs added and moved, sentences split, joined, cut and deleted with
//! a near copy put elsewhere. The same in every run and on every machine.

#![allow(dead_code, reason = "a benchmark and a test each use a part of it")]

#[path = "revision_edits.rs"]
mod edits;

pub use edits::Chance;

use edits::{Paragraph, Placed, Sentence, edit, paragraphs, put_stock, render};
use readout::analysis::anchoring::Certainty;
use readout::import;
use readout::model::{Anchor, Article, Span};

/// Places marked in each article, of each class.
const MARKS: usize = 12;
/// Of a place's letters, in per cent, from which on it is edited and not rewritten.
const EDITED: usize = 50;
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Phrase,
    Sentence,
    Passage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    Unchanged,
    /// Half of its letters or more are left.
    Edited,
    /// A near copy stands in its place: by construction it is gone, a reader may well call it edited.
    Replaced,
    Deleted,
}

/// A marked place and what became of it.
pub struct Case {
    pub class: Class,
    pub fate: Fate,
    pub anchor: Anchor,
    /// Where it is in the new text; none if it was deleted.
    pub truth: Option<Span>,
}

/// Two versions of one article.
pub struct Revision {
    pub name: String,
    pub old: String,
    pub new: Article,
    pub cases: Vec<Case>,
    /// Sentences of prose in the old text, and those of them of which nobody can tell what became.
    pub sentences: usize,
    pub unclear: usize,
}

/// What became of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub certainty: Certainty,
    /// At least half of the place and what is shown are the same; for one that stayed as it was, all.
    pub right: bool,
}

/// Judges where a case is shown.
pub fn judge(case: &Case, certainty: Certainty, span: Option<Span>) -> Outcome {
    let right = match (span, case.truth) {
        (Some(span), Some(truth)) if case.fate == Fate::Unchanged => span == truth,
        (Some(span), Some(truth)) => overlap(span, truth) * 2 >= union(span, truth),
        (None, None) => true,
        _ => false,
    };
    Outcome { certainty, right }
}

fn overlap(one: Span, other: Span) -> usize {
    one.clip(other).map_or(0, Span::len)
}

fn union(one: Span, other: Span) -> usize {
    one.len() + other.len() - overlap(one, other)
}

/// `count` revisions, made from the articles of `sample` in turn.
pub fn generate(sample: &[Article], count: usize) -> Vec<Revision> {
    (0..count).map(|number| revision(sample, number)).collect()
}

fn revision(sample: &[Article], number: usize) -> Revision {
    let mut chance = Chance(number as u64 * 7_919 + 1);
    (0..5).for_each(|_| _ = chance.below(2));
    let mut old = paragraphs(&sample[number % sample.len()]);
    put_stock(&mut chance, &mut old);
    old.iter_mut().flatten().flatten().enumerate().for_each(|(number, word)| word.from = Some(number));
    let mut new = old.clone();
    edit(&mut chance, &mut new, sample, number);
    let width = if chance.percent(30) { Some(64 + chance.below(16)) } else { None };
    let (old_text, old_words) = render(&old, None);
    let (new_text, new_words) = render(&new, width);
    let name = format!("revision-{number:04}.txt");
    let article = import::article(&name, new_text.as_bytes()).expect("plain text can be read");
    assert_eq!(article.text, new_text, "plain text is read as it is");
    let texts = Texts { old: &old_text, old_words: &old_words, new: &new_text, new_words: &new_words };
    let cases = mark(&mut chance, &old, &texts);
    let sentences = old.iter().map(Vec::len).sum();
    Revision { name, old: old_text, new: article, cases, sentences, unclear: 0 }
}

struct Texts<'a> {
    old: &'a str,
    old_words: &'a [Placed],
    new: &'a str,
    new_words: &'a [Placed],
}

/// Marks phrases, sentences and passages of several sentences.
fn mark(chance: &mut Chance, old: &[Paragraph], texts: &Texts) -> Vec<Case> {
    let number = |sentence: &Sentence| sentence[0].from.unwrap_or(0);
    let mut cases = Vec::new();
    for _ in 0..MARKS {
        let paragraph = &old[chance.below(old.len())];
        let first = chance.below(paragraph.len());
        let (start, length) = (number(&paragraph[first]), paragraph[first].len());
        let words = (2 + chance.below(5)).min(length);
        let from = start + chance.below(length - words + 1);
        cases.extend(texts.case(Class::Phrase, from, from + words));
        cases.extend(texts.case(Class::Sentence, start, start + length));
        let last = (first + 1 + chance.below(3)).min(paragraph.len() - 1);
        if last > first {
            cases.extend(texts.case(Class::Passage, start, number(&paragraph[last]) + paragraph[last].len()));
        }
    }
    cases
}

impl Texts<'_> {
    /// None if it was rewritten: neither edited nor deleted.
    fn case(&self, class: Class, from: usize, to: usize) -> Option<Case> {
        let bounds = |text: &str, first: Span, last: Span| {
            let span = Span { start: first.start, end: last.end };
            if class == Class::Phrase { without_signs(text, span) } else { span }
        };
        let place = bounds(self.old, self.old_words[from].span, self.old_words[to - 1].span);
        let anchor = Anchor::describe(self.old, place);
        let is_of = |number: Option<usize>| number.is_some_and(|number| (from..to).contains(&number));
        let left: Vec<&Placed> = self.new_words.iter().filter(|word| is_of(word.from)).collect();
        let (Some(first), Some(last)) = (left.first(), left.last()) else {
            let replaced = self.new_words.iter().any(|word| is_of(word.stands_for));
            let fate = if replaced { Fate::Replaced } else { Fate::Deleted };
            return Some(Case { class, fate, anchor, truth: None });
        };
        let truth = bounds(self.new, first.span, last.span);
        let letters: usize = (from..to).map(|word| self.old_words[word].span.len()).sum();
        let kept: usize = left.iter().map(|word| self.kept(word.span, word.from.unwrap_or(0))).sum();
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let same = plain(place.text(self.old)) == plain(truth.text(self.new));
        let fate = if same { Fate::Unchanged } else { Fate::Edited };
        (kept * 100 >= letters * EDITED).then_some(Case { class, fate, anchor, truth: Some(truth) })
    }

    /// Bytes of a word that are still there: all but one if it was mistyped, none if it was replaced.
    fn kept(&self, now: Span, number: usize) -> usize {
        let bare = |text: &str| text.to_lowercase().replace(|sign: char| !sign.is_alphanumeric(), "");
        let then = self.old_words[number].span;
        let (was, is) = (bare(then.text(self.old)), bare(now.text(self.new)));
        let mut letters: (Vec<char>, Vec<char>) = (was.chars().collect(), is.chars().collect());
        letters.0.sort_unstable();
        letters.1.sort_unstable();
        let mistyped = letters.0.len().abs_diff(letters.1.len()) <= 1 && was.chars().next() == is.chars().next();
        if was == is { then.len() } else { then.len().saturating_sub(if mistyped { 1 } else { then.len() }) }
    }
}

fn without_signs(text: &str, span: Span) -> Span {
    let inside = span.text(text);
    let start = inside.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let end = start.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let first = span.start as usize + (inside.len() - start.len());
    if end.is_empty() { span } else { Span::new(first, first + end.len()) }
}
