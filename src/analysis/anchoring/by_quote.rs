//! A place found by its quote and by what stood around it.
//!
//! For texts whose old form is not kept, and for what was moved. Exact places come first, then approximate ones.

use super::approximate::{least_errors, search};
use super::edges::{Edges, on_sentences, whole_words};
use super::folded::{Folded, SAME, folded, likeness};
use super::{Carried, MOST_CANDIDATES};
use crate::model::{Anchor, Article, Span};
use std::ops::Range;

/// Bytes of context on either side.
const AROUND: usize = 160;
/// Thousandths of a quote's letters that may differ at a place that is offered.
const MOST_ERRORS: usize = 400;
/// Bytes between the edge of a place and that of its sentence, as a share of the place: thousandths.
const TO_SENTENCE: u32 = 300;
/// Exact places that are looked at.
const MOST_EXACT: usize = 100;

// How like a place and its context must be, in thousandths. Two sentences on one subject have 300 to 450, contexts
// that have nothing in common up to 450, because the best place in reach is taken.
const LIKE: usize = 800;
const SOMEWHAT_LIKE: usize = 600;
pub(super) const SAME_CONTEXT: usize = 750;
/// How far the best place must be ahead of the next one.
const MARGIN: usize = 80;
/// Letters of a quote that does not stand twice in an article by chance.
const LONG: usize = 40;

/// What is searched for.
pub(super) struct Wanted {
    pub quote: Vec<char>,
    before: Vec<char>,
    after: Vec<char>,
    pub edges: Edges,
    /// As written.
    pub exact: String,
}

impl Wanted {
    /// By what an anchor itself says.
    pub fn of(anchor: &Anchor) -> Self {
        Self::new(&anchor.prefix, &anchor.exact, &anchor.suffix)
    }

    /// By the text that it was made in.
    pub fn in_text(old: &str, place: Span) -> Self {
        let (start, end) = (place.start as usize, place.end as usize);
        let before = old.floor_char_boundary(start.saturating_sub(AROUND));
        let after = old.ceil_char_boundary((end + AROUND).min(old.len()));
        Self::new(&old[before..start], place.text(old), &old[end..after])
    }

    fn new(before: &str, exact: &str, after: &str) -> Self {
        Self {
            quote: folded(exact),
            before: folded(before),
            after: folded(after),
            edges: Edges::of(before, exact, after),
            exact: exact.to_owned(),
        }
    }
}

/// Where a quote may be. All shares are thousandths.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub span: Span,
    pub likeness: usize,
    /// How like what stands before it is to what stood there; none at the start of the text.
    before: Option<usize>,
    after: Option<usize>,
    run: usize,
}

impl Place {
    /// The better one of both sides.
    pub fn context(&self) -> usize {
        self.before.into_iter().chain(self.after).max().unwrap_or(SAME)
    }

    /// The worse one.
    fn narrow_context(&self) -> usize {
        self.before.into_iter().chain(self.after).min().unwrap_or(SAME)
    }

    /// Letters of the quote and next to it that stand here as they stood there.
    pub fn run(&self) -> usize {
        self.run
    }

    /// Quote and context together, for comparing places.
    fn score(&self) -> usize {
        let sides: Vec<usize> = self.before.into_iter().chain(self.after).collect();
        let context = if sides.is_empty() { self.likeness } else { sides.iter().sum::<usize>() / sides.len() };
        (self.likeness * 3 + context * 2) / 5
    }
}

/// Decides by quote and context alone.
pub(super) fn find(article: &Article, text: &Folded, wanted: &Wanted) -> Carried {
    let places = places(article, text, wanted);
    let others = || places.iter().map(|place| place.span);
    let Some(best) = places.first() else { return Carried::lost([]) };
    let next = places.iter().find(|other| !other.span.overlaps(best.span));
    let ahead = next.is_none_or(|next| best.score() >= next.score() + MARGIN);
    let in_context = best.context() >= SAME_CONTEXT;
    let long = wanted.quote.len() >= LONG;
    let like = if long { in_context && best.likeness >= LIKE } else { best.narrow_context() >= SAME_CONTEXT };
    if ahead && like && (long || best.likeness == SAME) {
        return Carried::sure(best.span);
    }
    let likely = if in_context { best.likeness >= SOMEWHAT_LIKE } else { long && best.likeness >= LIKE };
    if likely { Carried::check(best.span, others()) } else { Carried::lost(others()) }
}

/// The places that a quote may have, best first.
pub(super) fn places(article: &Article, text: &Folded, wanted: &Wanted) -> Vec<Place> {
    if wanted.quote.is_empty() {
        return Vec::new();
    }
    let mut found = text.find_all(&wanted.quote, MOST_EXACT);
    let approximate = found.is_empty();
    if approximate {
        let errors = wanted.quote.len() * MOST_ERRORS / SAME;
        let hits = search(&wanted.quote, &text.letters, errors, MOST_CANDIDATES + 1);
        found = hits.into_iter().map(|hit| hit.range).collect();
    }
    let mut places: Vec<Place> = found.iter().map(|range| place(article, text, wanted, range, approximate)).collect();
    places.sort_by_key(|place| (std::cmp::Reverse(place.score()), place.span));
    places
}

fn place(article: &Article, text: &Folded, wanted: &Wanted, range: &Range<usize>, approximate: bool) -> Place {
    let mut span = text.span(range);
    if approximate {
        span = whole_words(&article.text, span);
        span = on_sentences(article, span, wanted.edges, span.len() as u32 * TO_SENTENCE / SAME as u32);
    }
    let range = text.range(span);
    let near = |letters: &[char], side: Range<usize>| {
        (!letters.is_empty()).then(|| SAME - SAME * least_errors(letters, &text.letters[side]) / letters.len())
    };
    let before = near(&wanted.before, range.start.saturating_sub(2 * wanted.before.len())..range.start);
    let after = near(&wanted.after, range.end..(range.end + 2 * wanted.after.len()).min(text.letters.len()));
    let likeness = likeness(&wanted.quote, &text.letters[range.clone()]);
    let run = if likeness == SAME { range.len() + same_around(text, wanted, &range) } else { 0 };
    Place { span, likeness, before, after, run }
}

/// Letters before and after a place that are those that stood there.
fn same_around(text: &Folded, wanted: &Wanted, range: &Range<usize>) -> usize {
    let is_same = |(one, other): &(&char, &char)| one == other;
    let is_gap = |letter: &&char| **letter == ' ';
    let before = text.letters[..range.start].iter().rev().skip_while(is_gap);
    let after = text.letters[range.end..].iter().skip_while(is_gap);
    before.zip(wanted.before.iter().rev()).take_while(is_same).count()
        + after.zip(&wanted.after).take_while(is_same).count()
}
