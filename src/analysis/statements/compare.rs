//! How much speaks for it that two sentences say the same.
//!
//! [`evidence`] is a sum of what they share: weighted words, in how far these are all that either says, their order,
//! topics, the round. Its factors were set on the sentences of `tests/statements` and are rounded; zero is where as much
//! speaks against it as for it. Where one sentence is the other in other words as a whole ([`likeness`]), that is
//! enough. Exact to the last bit on every machine: sums of whole numbers, and one root.

use super::likeness::likeness;
use super::order::Order;
use super::units::Unit;
use super::weights::Weights;
use super::wording::Wording;

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

/// Compares one sentence with many.
pub(super) struct Comparer<'a> {
    weights: &'a Weights,
    one: Option<&'a Unit>,
    /// Of the one: its concepts, and all its words.
    pub concepts: Order,
    pub stems: Order,
}

impl<'a> Comparer<'a> {
    /// `concepts`, `stems`: how many different ones the collection has.
    pub fn new(concepts: usize, stems: usize, weights: &'a Weights) -> Self {
        Self { weights, one: None, concepts: Order::new(concepts), stems: Order::new(stems) }
    }

    /// Sets the one.
    pub fn set(&mut self, unit: &'a Unit) {
        self.one = Some(unit);
        self.concepts.set(unit.wording.tokens.iter().map(|token| token.concept.0));
        self.stems.set(unit.wording.stems.iter().copied());
    }

    /// In thousandths; above 0 more speaks for it.
    pub fn evidence(&self, other: &Unit) -> i32 {
        let Some(one) = self.one else { return i32::MIN };
        let shared = self.shared(one, other);
        if shared.all == 0 || one.weight.min(other.weight) == 0 {
            return i32::MIN;
        }
        let sum = self.sum(one, other, &shared);
        // The order takes longest to tell, and cannot help here.
        if sum + ORDER < HOPELESS {
            return i32::MIN;
        }
        let shorter = one.wording.tokens.len().min(other.wording.tokens.len());
        let in_order = self.concepts.in_order(other.wording.tokens.iter().map(|token| token.concept.0));
        let evidence = ((sum + ORDER * in_order as f64 / shorter as f64) * 1e3).round() as i32;
        if IN_DOUBT.contains(&evidence) {
            evidence.max(OF_LIKENESS * (likeness(self, one, other, &shared) - ALIKE))
        } else {
            evidence
        }
    }

    /// All that speaks for it but the order.
    fn sum(&self, one: &Unit, other: &Unit, shared: &Shared) -> f64 {
        let [least, most] = [one.weight.min(other.weight), one.weight.max(other.weight)].map(f64::from);
        let share = f64::from(shared.all);
        let topic: i32 = common(&one.topics, &other.topics).map(|topic| self.weights.of_topic(topic)).sum();
        let other_topic = topic == 0 && !one.topics.is_empty() && !other.topics.is_empty();
        let (parties, other_parties) = (&one.wording.parties, &other.wording.parties);
        let named = !parties.is_empty() && !other_parties.is_empty();
        let others_named = named && common(parties, other_parties).next().is_none();
        START
            + SHARED * (share / 1e3).min(MOST_SHARED)
            + BEYOND_TOPIC * (f64::from(shared.beyond_topic) / 1e3).min(MOST_BEYOND_TOPIC)
            + COSINE * share / (least * most).sqrt()
            + OF_SHORTER * share / least
            + TOPIC * (f64::from(topic) / 1e3).min(MOST_TOPIC)
            + if other_topic { OTHER_TOPIC } else { 0.0 }
            + if one.round.is_some() && one.round == other.round { SAME_ROUND } else { 0.0 }
            + if (one.wording.negations > 0) != (other.wording.negations > 0) { NEGATED } else { 0.0 }
            + if others_named { OTHER_PARTIES } else { 0.0 }
    }

    /// What both have.
    pub fn shared(&self, one: &Unit, other: &Unit) -> Shared {
        let (mut shared, mut own) = (Shared::default(), one.wording.concepts.as_slice());
        let is_matched = |wording: &Wording, concept| wording.matched.binary_search(concept).is_ok();
        for (concept, stem) in other.wording.concepts.iter().filter(|(concept, _)| self.concepts.has(concept.0)) {
            while own.first().is_some_and(|(mine, _)| mine < concept) {
                own = &own[1..];
            }
            let same = if own.first().is_some_and(|(_, mine)| mine == stem) { 100 } else { KINDRED };
            let weight = self.weights.of(*concept) * same / 100;
            shared.all += weight;
            if !is_matched(&one.wording, concept) && !is_matched(&other.wording, concept) {
                shared.beyond_topic += weight;
            }
        }
        shared
    }
}

/// Sums of the weights of shared concepts.
#[derive(Default)]
pub(super) struct Shared {
    pub all: i32,
    beyond_topic: i32,
}

/// What two ascending lists have in common.
fn common<'a, T: Ord + Copy>(one: &'a [T], other: &'a [T]) -> impl Iterator<Item = T> + use<'a, T> {
    let mut rest = other;
    one.iter().copied().filter(move |item| {
        while rest.first().is_some_and(|other| other < item) {
            rest = &rest[1..];
        }
        rest.first() == Some(item)
    })
}
