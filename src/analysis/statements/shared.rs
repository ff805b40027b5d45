//! What two sentences have in common, by weight.

use super::units::Unit;
use super::weights::Weights;
use super::wording::{ConceptId, Wording};

/// A word of one family instead of the same word, in hundredths.
const KINDRED: i32 = 75;

/// Sums of the weights of shared concepts.
#[derive(Default)]
pub(super) struct Shared {
    pub all: i32,
    /// What one says and the other leans on, in the sentence before it.
    pub context: i32,
    /// Whether both speak of talks.
    pub has_talk: bool,
}

impl Shared {
    /// `has`: whether `one` has a concept.
    pub fn of(weights: &Weights, one: &Unit, other: &Unit, has: impl Fn(ConceptId) -> bool) -> Self {
        let (mut shared, mut own) = (Self::default(), one.wording.concepts.as_slice());
        for (concept, stem) in other.wording.concepts.iter().filter(|(concept, _)| has(*concept)) {
            while own.first().is_some_and(|(mine, _)| mine < concept) {
                own = &own[1..];
            }
            let same = if own.first().is_some_and(|(_, mine)| mine == stem) { 100 } else { KINDRED };
            let weight = weights.within(*concept, &one.wording).max(weights.within(*concept, &other.wording));
            shared.all += weight * same / 100;
            shared.has_talk |= weights.is_talk(*concept);
        }
        let leaning = |context: &[ConceptId], said: &Wording, own: &Wording| -> i32 {
            let met = context.iter().filter(|concept| said.has(**concept) && !own.has(**concept));
            met.map(|concept| weights.of(*concept)).sum()
        };
        shared.context =
            leaning(&one.context, &other.wording, &one.wording) + leaning(&other.context, &one.wording, &other.wording);
        shared
    }
}
