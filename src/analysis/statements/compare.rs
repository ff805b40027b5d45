//! How much speaks for it that two sentences say the same.
//!
//! [`Comparer::evidence`] is a sum: what they share of words, in how far these are all that either says, their order and
//! their topics speak for it; another actor, another act, another day, other figures, another call speak against it. Its
//! factors are those of a logistic regression on the sentences of `tests/statements` and on pairs of a public set of news,
//! rounded; zero is where as much speaks against it as for it. Where one sentence is the other in other words as a whole
//! ([`likeness`]), that is enough. Exact to the last bit on every machine: sums and products of whole numbers, and no root.

use super::likeness::likeness;
use super::order::Order;
use super::particulars::common;
use super::shared::Shared;
use super::units::Unit;
use super::weights::Weights;

const START: f64 = -13.84;
/// What each weight of shared words counts, in thousands of it.
const SHARED: f64 = 0.29;
const MOST_SHARED: f64 = 16.0;
/// The share of the lighter sentence that both have. What is shared by halves is not more the same if it is all.
const OF_LIGHTER: f64 = 5.1;
const MOST_OF_LIGHTER: f64 = 0.45;
/// The weight of the lighter sentence: short ones are shared by chance.
const LIGHTER: f64 = 0.75;
const MOST_OF_LIGHT: f64 = 8.0;
/// Concepts in the same order, of the shorter; words that both have, joining ones too, of those in either.
const ORDER: f64 = 3.0;
const WORDS: f64 = 6.0;
/// What is shared with the sentence before, where one leans on it.
const CONTEXT: f64 = 0.5;
const MOST_OF_CONTEXT: f64 = 3.0;
/// A shared topic, each weight of shared topics, and no topic beside them.
const TOPIC: f64 = 1.2;
const TOPICS: f64 = 0.46;
const MOST_TOPICS: f64 = 6.0;
const SAME_TOPICS: f64 = 0.85;
/// No shared topic: both are linked, one of them is, none; and the same talks are told of. What is on none of the topics
/// says the same less often than it is alike.
const OTHER_TOPIC: f64 = 0.5;
const ONE_LINKED: f64 = 1.65;
const NONE_LINKED: f64 = -1.0;
/// Neither a topic nor the talks in common: news on anything, where it takes more to be sure.
const FAR_APART: f64 = -1.5;
const SAME_ROUND: f64 = 0.75;
const OTHER_ROUND: f64 = -0.45;
/// What tells how one call went does not tell it of another.
const OTHER_CALL: f64 = -1.1;
/// Another is named first; both name states or people, and none in common.
const OTHER_ACTOR: f64 = -0.8;
const OTHER_PARTIES: f64 = -1.05;
/// One proposes, the other warns.
const OTHER_ACT: f64 = -0.73;
const OTHER_DAY: f64 = -1.5;
/// Figures of one thing, beyond rounding.
const OTHER_FIGURES: f64 = -2.5;
/// Both give names of places, people, things, and none in common.
const OTHER_NAMES: f64 = -0.5;
const NEGATED: f64 = -0.3;
/// The more sentences there are, the more of them are alike by chance: for each time that they are e times as many as in
/// the five articles of the gold list.
const BY_CHANCE: f64 = -0.3;
const FEW: f64 = 220.0;
/// The same, beyond that, for those that have neither a topic nor the talks in common.
const FAR_BY_CHANCE: f64 = -0.7;
/// Below this nothing is kept, so that order and joining words need not be looked at.
const HOPELESS: f64 = -4.0;
/// Likeness from which on it speaks for itself, and what each thousandth beyond it counts.
const ALIKE: i32 = -500;
const OF_LIKENESS: i32 = 2;
/// Evidence that likeness may add to; below it hardly a word is shared, above it nothing is in doubt.
const IN_DOUBT: std::ops::RangeInclusive<i32> = -4_000..=2_000;

/// Compares one sentence with many.
pub(super) struct Comparer<'a> {
    weights: &'a Weights,
    /// What is to be added for the size of the collection, and for it where two are far apart.
    start: f64,
    far: f64,
    one: Option<&'a Unit>,
    /// Of the one: its concepts, and all its words.
    pub concepts: Order,
    pub stems: Order,
}

impl<'a> Comparer<'a> {
    /// `concepts`, `stems`: how many different ones the collection has.
    pub fn new(concepts: usize, stems: usize, weights: &'a Weights) -> Self {
        // A logarithm may differ in its last bit between machines; what is left of it may not.
        let larger = ((weights.sentences() / FEW).max(1.0).ln() * 1e3).round() / 1e3;
        let (start, far) = (START + BY_CHANCE * larger, FAR_BY_CHANCE * larger);
        Self { weights, start, far, one: None, concepts: Order::new(concepts), stems: Order::new(stems) }
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
        let shared = Shared::of(self.weights, one, other, |concept| self.concepts.has(concept.0));
        if shared.all == 0 || one.weight.min(other.weight) == 0 {
            return i32::MIN;
        }
        let sum =
            self.start + of_words(one, other, &shared) + self.of_topics(one, other, &shared) + against(one, other);
        // These take longest to tell, and cannot help here.
        if sum + ORDER + WORDS < HOPELESS {
            return i32::MIN;
        }
        let shorter = one.wording.tokens.len().min(other.wording.tokens.len());
        let in_order = self.concepts.in_order(other.wording.tokens.iter().map(|token| token.concept.0));
        let in_both = other.wording.different.iter().filter(|stem| self.stems.has(**stem)).count();
        let in_either = self.stems.different() + other.wording.different.len() - in_both;
        let sum = sum + ORDER * in_order as f64 / shorter as f64 + WORDS * in_both as f64 / in_either.max(1) as f64;
        let evidence = (sum * 1e3).round() as i32;
        if IN_DOUBT.contains(&evidence) {
            let by_chance = if are_far_apart(one, other) { (self.far * 1e3).round() as i32 } else { 0 };
            evidence.max(OF_LIKENESS * (likeness(self, one, other, &shared) - ALIKE) + by_chance)
        } else {
            evidence
        }
    }

    fn of_topics(&self, one: &Unit, other: &Unit, shared: &Shared) -> f64 {
        let other_round = one.round.is_some() && other.round.is_some() && one.round != other.round;
        let of_rounds = if !other_round {
            0.0
        } else if shared.has_talk {
            OTHER_ROUND + OTHER_CALL
        } else {
            OTHER_ROUND
        };
        let topics: i32 = common(&one.topics, &other.topics).map(|topic| self.weights.of_topic(topic)).sum();
        if common(&one.topics, &other.topics).next().is_some() {
            let all = if one.topics == other.topics { SAME_TOPICS } else { 0.0 };
            return of_rounds + TOPIC + all + TOPICS * (f64::from(topics) / 1e3).min(MOST_TOPICS);
        }
        let same_round = one.round.is_some() && one.round == other.round;
        let linked = match (one.topics.is_empty(), other.topics.is_empty()) {
            (true, true) if same_round => NONE_LINKED,
            (true, true) => FAR_APART + self.far,
            (false, false) => OTHER_TOPIC,
            _ => ONE_LINKED,
        };
        of_rounds + linked + if same_round { SAME_ROUND } else { 0.0 }
    }

    /// What both have.
    pub fn shared(&self, one: &Unit, other: &Unit) -> Shared {
        Shared::of(self.weights, one, other, |concept| self.concepts.has(concept.0))
    }
}

/// Whether neither a topic nor the talks are what they have in common.
fn are_far_apart(one: &Unit, other: &Unit) -> bool {
    one.topics.is_empty() && other.topics.is_empty() && (one.round.is_none() || one.round != other.round)
}

/// What speaks for it by the words that both have.
fn of_words(one: &Unit, other: &Unit, shared: &Shared) -> f64 {
    let lighter = f64::from(one.weight.min(other.weight));
    let share = f64::from(shared.all);
    SHARED * (share / 1e3).min(MOST_SHARED)
        + OF_LIGHTER * (share / lighter).min(MOST_OF_LIGHTER)
        + LIGHTER * (lighter / 1e3).min(MOST_OF_LIGHT)
        + CONTEXT * (f64::from(shared.context) / 1e3).min(MOST_OF_CONTEXT)
}

/// What speaks against it: that they differ in who, when, how many, or in what is done.
fn against(one: &Unit, other: &Unit) -> f64 {
    let differences = one.wording.particulars.differences(&other.wording.particulars);
    let others_act = one.actor.is_some() && other.actor.is_some() && one.actor != other.actor;
    let named = !one.sides.is_empty() && !other.sides.is_empty();
    let others_named = named && common(&one.sides, &other.sides).next().is_none();
    let negated = (one.wording.negations > 0) != (other.wording.negations > 0);
    let parts = [
        (others_act, OTHER_ACTOR),
        (others_named, OTHER_PARTIES),
        (differences.names, OTHER_NAMES),
        (differences.acts, OTHER_ACT),
        (differences.days, OTHER_DAY),
        (differences.figures, OTHER_FIGURES),
        (negated, NEGATED),
    ];
    parts.iter().map(|(holds, counts)| if *holds { *counts } else { 0.0 }).sum()
}
