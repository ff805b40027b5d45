//! A place followed from the old text to the new one by the words that stayed.
//!
//! The words give the place, the likeness of the quote and the words around it say how far to trust it. A quote that
//! is gone from its place is searched for where nothing else of the old text stands.

use super::Carried;
use super::approximate::search;
use super::by_quote::{Place, SAME_CONTEXT, Wanted, places};
use super::edges::{sentence_at, with_signs};
use super::folded::{Folded, SAME, folded, likeness};
use super::versions::{Followed, Versions};
use crate::model::{Article, Span};

// How like the old quote a place must be, in thousandths. Two sentences on one subject have up to 450.
/// Nothing but print differs.
const UNCHANGED: usize = 970;
/// Edited, and still the same.
const LIKE: usize = 600;
/// Below it something else stands there.
const SOMEWHAT_LIKE: usize = 510;
/// Per cent of the letters of a place that are in words that stayed, from which on it is not something else.
const KEPT: usize = 50;
/// A quote that was moved and edited.
const LIKE_ELSEWHERE: usize = 750;
/// Per cent of the words around a place that must still be around it.
const AROUND: usize = 40;
/// Per cent of the words of a place that stood elsewhere in the old text, from which on it is that other place.
const OTHERS: usize = 30;
/// Letters that stand together as they did, by which a place was moved: a near copy has other words in between.
const RUN: usize = 100;
/// The same for a whole paragraph.
const LONG_RUN: usize = 200;
/// Letters on either side in which other places are searched for: an article of three thousand words.
const RIVALS: usize = 20_000;
/// Places that are looked at as rivals; those of other words are set aside afterwards.
const MOST_RIVALS: usize = 8;
/// Words that do not stand in one order twice by chance.
const TELLING: usize = 6;

pub(super) fn find(article: &Article, text: &Folded, versions: &Versions, place: Span, wanted: &Wanted) -> Carried {
    let Some(followed) = versions.follow(place) else {
        return in_gap(article, text, versions, place, wanted);
    };
    let edged = edges(article, versions, place, &followed, wanted);
    let same = same_quote(text, wanted, edged).filter(|same| versions.of_others(*same, place) < OTHERS);
    let (span, like) = match same {
        Some(same) => (same, SAME),
        None => (edged, likeness(&wanted.quote, &folded(edged.text(&article.text)))),
    };
    let sides = [followed.before, followed.after];
    let stands = sides == [None, None] || sides.iter().flatten().any(|share| *share >= AROUND);
    if like < SOMEWHAT_LIKE && (followed.kept < KEPT || !stands) {
        return elsewhere(article, text, versions, place, wanted, Some(span));
    }
    if like >= UNCHANGED && (stands || versions.count(place) >= TELLING) {
        return Carried::sure(span);
    }
    let rivals = rivals(text, versions, place, span, wanted, like);
    let certain = like >= LIKE && stands && !followed.scattered && rivals.is_empty();
    if certain { Carried::sure(span) } else { Carried::check(span, rivals) }
}

/// None of the words stayed, as when the only one was mistyped: what stands between the neighbours is looked at.
fn in_gap(article: &Article, text: &Folded, versions: &Versions, place: Span, wanted: &Wanted) -> Carried {
    let here = versions.gap(place).map(|words| with_signs(&article.text, versions.span(&words), &wanted.exact));
    match here.map(|span| (span, likeness(&wanted.quote, &folded(span.text(&article.text))))) {
        Some((span, like)) if like >= LIKE => Carried::check(span, []),
        _ => elsewhere(article, text, versions, place, wanted, here),
    }
}

/// The quote as it was, where the words that stayed are: then its edges are certain.
fn same_quote(text: &Folded, wanted: &Wanted, span: Span) -> Option<Span> {
    let range = text.range(span);
    let length = wanted.quote.len();
    let (start, end) = (range.start.saturating_sub(length), (range.end + length).min(text.letters.len()));
    let mut found = text.letters[start..end]
        .windows(length.max(1))
        .zip(start..)
        .filter(|(window, at)| *window == wanted.quote.as_slice() && *at < range.end && *at + length > range.start);
    let at = found.next().filter(|_| found.next().is_none())?.1;
    Some(text.span(&(at..at + length)))
}

/// The words that stayed, with those that were put in place of the lost ones, up to the sentence's edges if they were
/// the edges of the old place.
fn edges(article: &Article, versions: &Versions, place: Span, followed: &Followed, wanted: &Wanted) -> Span {
    let words = &followed.words;
    let kept = versions.span(words);
    let first = sentence_at(article, kept.start).unwrap_or(kept);
    let last = sentence_at(article, kept.end - 1).unwrap_or(kept);
    let (to_start, to_end) = (versions.rest_of(words, first).0, versions.rest_of(words, last).1);
    let fresh_before = versions.fresh_before(words, place, first);
    let fresh_after = versions.fresh_after(words, place, last);
    let (opens, closes) =
        (wanted.edges.opens && fresh_before == to_start, wanted.edges.closes && fresh_after == to_end);
    let before = if opens { to_start } else { fresh_before.min(followed.lost.0) };
    let after = if closes { to_end } else { fresh_after.min(followed.lost.1) };
    let span = versions.span(&(words.start - before..words.end + after));
    let signed = with_signs(&article.text, span, &wanted.exact);
    Span {
        start: if opens { first.start.min(span.start) } else { signed.start },
        end: if closes { last.end.max(span.end) } else { signed.end },
    }
}

/// Other places that are as like the quote as `span` and that nothing else of the old text has.
fn rivals(text: &Folded, versions: &Versions, place: Span, span: Span, wanted: &Wanted, like: usize) -> Vec<Span> {
    let errors = wanted.quote.len() * (SAME - like) / SAME;
    let here = text.range(span);
    let (start, end) = (here.start.saturating_sub(RIVALS), (here.end + RIVALS).min(text.letters.len()));
    let hits = search(&wanted.quote, &text.letters[start..end], errors, MOST_RIVALS);
    let spans = hits.iter().map(|hit| text.span(&(start + hit.range.start..start + hit.range.end)));
    spans.filter(|other| !other.overlaps(span) && versions.of_others(*other, place) < OTHERS).collect()
}

/// The quote is not where it was: it was moved, or it is gone.
fn elsewhere(
    article: &Article,
    text: &Folded,
    versions: &Versions,
    place: Span,
    wanted: &Wanted,
    here: Option<Span>,
) -> Carried {
    let found = places(article, text, wanted);
    let is_free = |other: &&Place| versions.of_others(other.span, place) < OTHERS;
    let free: Vec<&Place> = found.iter().filter(is_free).collect();
    let offered = || free.iter().map(|place| place.span).chain(here).chain(found.iter().map(|place| place.span));
    let Some(best) = free.first() else { return Carried::lost(offered()) };
    if best.run() >= LONG_RUN && free.len() == 1 {
        return Carried::sure(best.span);
    }
    let moved_along = best.context() >= SAME_CONTEXT && best.likeness >= LIKE_ELSEWHERE;
    let likely = if best.likeness == SAME { best.run() >= RUN } else { moved_along };
    if likely { Carried::check(best.span, offered()) } else { Carried::lost(offered()) }
}
