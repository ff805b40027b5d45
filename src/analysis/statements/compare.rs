//! How much speaks for it that two sentences say the same.
//!
//! [`evidence`] is a sum of what they share: weighted words, in how far these are all that either says, their order,
//! topics, the round. Its factors were set on the sentences of `tests/statements` and are rounded; zero is where as much
//! speaks against it as for it. Where one sentence is the other in other words as a whole ([`likeness`]), that is
//! enough. Exact to the last bit on every machine: sums of whole numbers, and one root.

use super::likeness::likeness;
use super::units::Unit;
use super::weights::Weights;
use super::wording::{ConceptId, Wording};

/// A word of one family instead of the same word, in hundredths.
const KINDRED: i32 = 75;
/// What the shared words, topics and so on count. Words in thousands of a weight, shares from 0 to 1.
const SHARED: f64 = 0.12;
const MOST_SHARED: f64 = 16.0;
/// Shared words that no rule matched: two sentences of one topic share the words that its rules look for anyway.
const BEYOND_TOPIC: f64 = 0.40;
const MOST_BEYOND_TOPIC: f64 = 10.0;
const COSINE: f64 = 8.0;
const OF_SHORTER: f64 = 3.0;
const ORDER: f64 = 4.0;
const TOPIC: f64 = 0.90;
const MOST_TOPIC: f64 = 6.0;
const OTHER_TOPIC: f64 = -0.60;
const SAME_ROUND: f64 = 1.1;
const NEGATED: f64 = -0.5;
/// Both name states or people, and none in common.
const OTHER_PARTIES: f64 = -0.8;
const START: f64 = -9.0;
/// Below this no likeness is looked for.
const HOPELESS: f64 = -4.0;
/// Likeness from which on it speaks for itself, and what each thousandth beyond it counts.
const ALIKE: i32 = -500;
const OF_LIKENESS: i32 = 2;
/// Evidence that likeness may add to; below it hardly a word is shared, above it nothing is in doubt.
const IN_DOUBT: std::ops::RangeInclusive<i32> = -4_000..=2_000;

/// In thousandths; above 0 more speaks for it.
pub(super) fn evidence(one: &Unit, other: &Unit, weights: &Weights) -> i32 {
    let shared = Shared::of(&one.wording, &other.wording, weights);
    let (least, most) = (one.weight.min(other.weight), one.weight.max(other.weight));
    if shared.all == 0 || least == 0 {
        return i32::MIN;
    }
    let share = f64::from(shared.all);
    let topic: i32 = common(&one.topics, &other.topics).map(|topic| weights.of_topic(topic)).sum();
    let other_topic = topic == 0 && !one.topics.is_empty() && !other.topics.is_empty();
    let (parties, other_parties) = (&one.wording.parties, &other.wording.parties);
    let named = !parties.is_empty() && !other_parties.is_empty();
    let others_named = named && common(parties, other_parties).next().is_none();
    let sum = START
        + SHARED * (share / 1e3).min(MOST_SHARED)
        + BEYOND_TOPIC * (f64::from(shared.beyond_topic) / 1e3).min(MOST_BEYOND_TOPIC)
        + COSINE * share / (f64::from(least) * f64::from(most)).sqrt()
        + OF_SHORTER * share / f64::from(least)
        + TOPIC * (f64::from(topic) / 1e3).min(MOST_TOPIC)
        + if other_topic { OTHER_TOPIC } else { 0.0 }
        + if one.round.is_some() && one.round == other.round { SAME_ROUND } else { 0.0 }
        + if (one.wording.negations > 0) != (other.wording.negations > 0) { NEGATED } else { 0.0 }
        + if others_named { OTHER_PARTIES } else { 0.0 };
    // The order takes longest to tell, and cannot help here.
    if sum + ORDER < HOPELESS {
        return i32::MIN;
    }
    let shorter = one.wording.tokens.len().min(other.wording.tokens.len());
    let sum = sum + ORDER * in_order(&one.wording, &other.wording) as f64 / shorter as f64;
    let evidence = (sum * 1e3).round() as i32;
    if IN_DOUBT.contains(&evidence) {
        let likeness = likeness(&one.wording, &other.wording, weights);
        evidence.max(OF_LIKENESS * (likeness - ALIKE))
    } else {
        evidence
    }
}

/// Sums of the weights of shared concepts.
#[derive(Default)]
pub(super) struct Shared {
    pub all: i32,
    beyond_topic: i32,
}

impl Shared {
    pub fn of(one: &Wording, other: &Wording, weights: &Weights) -> Self {
        let mut shared = Self::default();
        let is_matched =
            |concept| one.matched.binary_search(concept).is_ok() || other.matched.binary_search(concept).is_ok();
        for ((concept, stem), (_, other_stem)) in pairs_of(&one.concepts, &other.concepts, |(concept, _)| *concept) {
            let same = if stem == other_stem { 100 } else { KINDRED };
            let weight = weights.of(*concept) * same / 100;
            shared.all += weight;
            if !is_matched(concept) {
                shared.beyond_topic += weight;
            }
        }
        shared
    }
}

/// What two ascending lists have in common, by `key`.
fn pairs_of<'a, T, K: Ord>(
    one: &'a [T],
    other: &'a [T],
    key: impl Fn(&T) -> K + 'a,
) -> impl Iterator<Item = (&'a T, &'a T)> {
    let mut rest = other;
    one.iter().filter_map(move |item| {
        let skip = rest.iter().take_while(|other| key(other) < key(item)).count();
        rest = &rest[skip..];
        rest.first().filter(|other| key(other) == key(item)).map(|other| (item, other))
    })
}

pub(super) fn common<'a, T: Ord + Copy>(one: &'a [T], other: &'a [T]) -> impl Iterator<Item = T> + use<'a, T> {
    pairs_of(one, other, |item| *item).map(|(item, _)| *item)
}

/// Concepts that stand in the same order in both.
fn in_order(one: &Wording, other: &Wording) -> usize {
    let concepts = |wording: &Wording| wording.tokens.iter().map(|token| token.concept).collect::<Vec<ConceptId>>();
    longest_common(&concepts(one), &concepts(other))
}

/// Length of the longest common subsequence.
pub(super) fn longest_common<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for item in one {
        let mut diagonal = 0;
        for (at, same) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if item == same { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[other.len()]
}
