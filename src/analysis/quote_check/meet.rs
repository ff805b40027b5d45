//! What another article has of a quotation: the words one by one, then what they say.
//!
//! Runs of the same words are laid side by side, the longest first. All of them without anything between: the same
//! words. Nothing else inside the marks of the other: cut. Else it is reworded if most of what it says stands there.

use super::Fate;
use super::vocabulary::{NAME_WEIGHT, Token};
use crate::model::Span;

/// A word of an article, with the quotation that it stands in.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    pub token: Token,
    /// From 1 on; 0 is none.
    pub quotation: u32,
}

/// Words of a run that can be nobody else's, and concepts in them.
pub(super) const LONG_RUN: usize = 5;
pub(super) const RUN: usize = 3;
pub(super) const RUN_CONCEPTS: usize = 2;
/// Parts of a quotation, in hundredths of its words.
const THIRD: usize = 33;
const HALF: usize = 55;
/// Small words at the edge of what the other quotes that may be its own: "to", "a".
const EDGE: usize = 1;
/// What a reworded quotation shares with the other sentence, in hundredths of the weight of its concepts; and where
/// the concepts shared are so much, in hundredths, of all from the first to the last of them.
const SHARED: u32 = 65;
const DENSE_SHARED: u32 = 50;
const DENSE: usize = 75;
/// So much of what is shared stands in the same order, in hundredths.
const ORDERED: usize = 75;
/// A quotation of so few concepts has to be there with all of them; of fewer nothing can be told.
const FEW: usize = 3;
/// Of a long quotation a part is enough: so many concepts that are this much, in hundredths, of the other sentence.
const PART_CONCEPTS: usize = 6;
const PART_SHARED: u32 = 60;

/// What an article has of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Met {
    pub fate: Fate,
    pub span: Span,
    /// How much of it: of two places the one with more is told.
    pub words: usize,
}

/// So many words, the same from `own` and from `there` on.
#[derive(Clone, Copy, Debug)]
struct Run {
    own: usize,
    there: usize,
    length: usize,
}

/// What the words of an article around `sentence`, a range of `text`, have of a quotation. `has_run`: some of its words
/// stand there one after the other.
pub(super) fn meet(quote: &[Token], text: &[Placed], sentence: (usize, usize), has_run: bool) -> Option<Met> {
    let room = quote.len() + LONG_RUN;
    let (start, end) = (sentence.0.saturating_sub(room), (sentence.1 + room).min(text.len()));
    let window = &text[start..end];
    let mut runs = Vec::new();
    if has_run {
        let is_here = |words: &&[Placed]| words.iter().zip(quote).all(|(word, own)| word.token.exact == own.exact);
        if let Some(words) = window.windows(quote.len()).find(is_here) {
            let span = Span { start: words[0].token.span.start, end: words[quote.len() - 1].token.span.end };
            return Some(Met { fate: Fate::SameWords, span, words: quote.len() });
        }
        lay(quote, window, (0, quote.len()), (0, window.len()), &mut runs);
    }
    by_words(quote, window, &runs).or_else(|| by_sense(quote, &text[sentence.0..sentence.1], window, &runs))
}

/// The runs of the same words in both ranges, in order.
fn lay(quote: &[Token], window: &[Placed], own: (usize, usize), there: (usize, usize), runs: &mut Vec<Run>) {
    let Some(longest) = longest(quote, window, own, there) else { return };
    lay(quote, window, (own.0, longest.own), (there.0, longest.there), runs);
    runs.push(longest);
    lay(quote, window, (longest.own + longest.length, own.1), (longest.there + longest.length, there.1), runs);
}

fn longest(quote: &[Token], window: &[Placed], own: (usize, usize), there: (usize, usize)) -> Option<Run> {
    let mut best: Option<Run> = None;
    let mut lengths = vec![0_usize; there.1 - there.0];
    for (at, word) in quote.iter().enumerate().take(own.1).skip(own.0) {
        let mut before = 0;
        for (place, (other, slot)) in window[there.0..there.1].iter().zip(&mut lengths).enumerate() {
            let length = if word.exact == other.token.exact { before + 1 } else { 0 };
            before = std::mem::replace(slot, length);
            if length > best.map_or(0, |best| best.length) {
                best = Some(Run { own: at + 1 - length, there: there.0 + place + 1 - length, length });
            }
        }
    }
    best
}

/// The same words, or a part of them.
fn by_words(quote: &[Token], window: &[Placed], runs: &[Run]) -> Option<Met> {
    let runs: Vec<Run> = runs.iter().copied().filter(|run| is_telling(quote, run) || joins(quote, runs, run)).collect();
    let (first, last) = (runs.first()?, runs.last()?);
    let words: usize = runs.iter().map(|run| run.length).sum();
    let end = last.there + last.length;
    let span = Span { start: window[first.there].token.span.start, end: window[end - 1].token.span.end };
    let whole = words == quote.len();
    let met = |fate| Some(Met { fate, span, words });
    if whole && runs.windows(2).all(|pair| whole_gap(quote, window, pair[0], pair[1])) {
        return met(Fate::SameWords);
    }
    let is_cut = runs.windows(2).all(|pair| cut_gap(window, pair[0], pair[1])) && is_all_quoted(window, &runs);
    if is_cut && !whole && runs.iter().any(|run| is_telling(quote, run)) { met(Fate::Cut) } else { None }
}

/// Whether a run says by itself that it is this quotation's.
fn is_telling(quote: &[Token], run: &Run) -> bool {
    let concepts = quote[run.own..run.own + run.length].iter().filter(|token| token.weight > NAME_WEIGHT).count();
    run.length == quote.len() || run.length >= LONG_RUN || run.length >= RUN && concepts >= RUN_CONCEPTS
}

/// Whether a short run stands right beside another one, in the quotation or in the text.
fn joins(quote: &[Token], runs: &[Run], run: &Run) -> bool {
    let beside = |other: &Run| {
        let after = other.own + other.length == run.own;
        let before = run.own + run.length == other.own;
        (after || before) && is_telling(quote, other)
    };
    runs.iter().any(beside)
}

/// Between two runs nothing of the quotation is missing, and what is put in is who says it, or the quotation has a gap.
fn whole_gap(quote: &[Token], window: &[Placed], one: Run, other: Run) -> bool {
    let (end, start) = (one.there + one.length, other.there);
    let is_own_gap = quote[other.own].after_gap;
    let quoted = (window[end - 1].quotation, window[start].quotation);
    let parted = quoted.0 != quoted.1 && quoted.0 != 0 && quoted.1 != 0;
    let outside = window[end..start].iter().all(|word| word.quotation == 0);
    end == start || is_own_gap || (parted && outside)
}

/// The text says that something is left out between two runs, or ends one quotation and begins another.
fn cut_gap(window: &[Placed], one: Run, other: Run) -> bool {
    let (end, start) = (one.there + one.length, other.there);
    let parted = window[end - 1].quotation != window[start].quotation;
    let marked = window[end..=start].iter().any(|word| word.token.after_gap);
    let outside = window[end..start].iter().all(|word| word.quotation == 0);
    (start == end && marked) || (parted && outside) || (start == end && one.own + one.length == other.own)
}

/// Whether the text quotes the runs, and nothing else but small words at the edge of a quotation.
fn is_all_quoted(window: &[Placed], runs: &[Run]) -> bool {
    let is_in_run = |at: usize| runs.iter().any(|run| (run.there..run.there + run.length).contains(&at));
    let mut quotations: Vec<u32> = runs.iter().map(|run| window[run.there].quotation).collect();
    quotations.dedup();
    let inside = |quotation: u32| (0..window.len()).filter(move |at| window[*at].quotation == quotation);
    let mut others = quotations.iter().flat_map(|quotation| inside(*quotation)).filter(|at| !is_in_run(*at));
    let is_small = |at: usize| window[at].token.concept == 0;
    !quotations.contains(&0) && others.by_ref().take(EDGE).all(is_small) && others.next().is_none()
}

/// Most of what it says, in whatever words.
fn by_sense(quote: &[Token], sentence: &[Placed], window: &[Placed], runs: &[Run]) -> Option<Met> {
    let run = runs.iter().max_by_key(|run| run.length).filter(|run| is_telling(quote, run));
    if let Some(run) = run.filter(|run| is_long(quote, run)) {
        let end = window[run.there + run.length - 1].token.span.end;
        let span = Span { start: window[run.there].token.span.start, end };
        return Some(Met { fate: Fate::Reworded, span, words: run.length });
    }
    let sense = Sense::of(quote);
    let places: Vec<usize> = (0..sentence.len()).filter(|at| sense.has(sentence[*at].token.concept)).collect();
    let (first, last) = (*places.first()?, *places.last()?);
    let mut shared: Vec<u32> = places.iter().map(|at| sentence[*at].token.concept).collect();
    let in_order = in_order(quote, &shared);
    shared.sort_unstable();
    shared.dedup();
    let strong = shared.iter().filter(|concept| sense.weight(**concept) > NAME_WEIGHT).count();
    let share: u32 = shared.iter().map(|concept| u32::from(sense.weight(*concept))).sum::<u32>() * 100 / sense.all;
    let between = sentence[first..=last].iter().filter(|word| word.token.weight > NAME_WEIGHT).count();
    let dense = strong * 100 >= between * DENSE;
    let ordered = in_order * 100 >= shared.len() * ORDERED;
    let enough = match sense.strong {
        0..FEW => false,
        FEW => share == 100 && dense,
        _ => ordered && (share >= SHARED || (share >= DENSE_SHARED && dense && strong > FEW)),
    };
    let there: u32 = sentence.iter().map(|word| u32::from(word.token.weight)).sum();
    let here: u32 = places.iter().map(|at| u32::from(sentence[*at].token.weight)).sum();
    let part = strong >= PART_CONCEPTS && ordered && here * 100 >= there * PART_SHARED;
    let span = Span { start: sentence[first].token.span.start, end: sentence[last].token.span.end };
    (enough || part).then_some(Met { fate: Fate::Reworded, span, words: shared.len() })
}

/// Whether a run is a good part of a quotation: more than half, or a third that says something.
fn is_long(quote: &[Token], run: &Run) -> bool {
    let words = &quote[run.own..run.own + run.length];
    let strong = words.iter().filter(|token| token.weight > NAME_WEIGHT).count();
    let least = if strong >= RUN_CONCEPTS { THIRD } else { HALF };
    run.length >= LONG_RUN && run.length * 100 >= quote.len() * least && strong > 0
}

/// The concepts of a quotation.
pub(super) struct Sense {
    /// By concept, each with its weight.
    concepts: Vec<(u32, u16)>,
    all: u32,
    /// How many are no names.
    strong: usize,
}

impl Sense {
    pub fn of(quote: &[Token]) -> Self {
        let mut concepts: Vec<(u32, u16)> = quote.iter().map(|token| (token.concept, token.weight)).collect();
        concepts.retain(|(concept, _)| *concept != 0);
        concepts.sort_unstable_by_key(|(concept, weight)| (*concept, std::cmp::Reverse(*weight)));
        concepts.dedup_by_key(|(concept, _)| *concept);
        let all = concepts.iter().map(|(_, weight)| u32::from(*weight)).sum::<u32>().max(1);
        let strong = concepts.iter().filter(|(_, weight)| *weight > NAME_WEIGHT).count();
        Self { concepts, all, strong }
    }

    fn weight(&self, concept: u32) -> u16 {
        let found = self.concepts.binary_search_by_key(&concept, |(own, _)| *own);
        found.map_or(0, |at| self.concepts[at].1)
    }

    fn has(&self, concept: u32) -> bool {
        concept != 0 && self.weight(concept) > 0
    }

    /// Whether a sentence with these concepts, ascending, can have most of it.
    pub fn can_be_in(&self, sentence: &[u32]) -> bool {
        let shared = self.concepts.iter().filter(|(concept, _)| sentence.binary_search(concept).is_ok());
        let (mut weight, mut count) = (0, 0);
        shared.for_each(|(_, own)| (weight, count) = (weight + u32::from(*own), count + 1));
        weight * 100 >= self.all * DENSE_SHARED || count >= PART_CONCEPTS
    }
}

/// The most of the concepts of a text that stand in the order of the quotation.
fn in_order(quote: &[Token], there: &[u32]) -> usize {
    let mut lengths = vec![0_usize; there.len() + 1];
    for token in quote.iter().filter(|token| token.concept != 0) {
        let mut corner = 0;
        for (at, concept) in there.iter().enumerate() {
            let above = lengths[at + 1];
            lengths[at + 1] = if *concept == token.concept { corner + 1 } else { above.max(lengths[at]) };
            corner = above;
        }
    }
    lengths[there.len()]
}
