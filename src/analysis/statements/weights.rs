//! How much a concept says: the rarer it is among the sentences, the more. In thousandths, so that sums are exact.

use super::wording::{ConceptId, Content, Lexicon};
use crate::model::TopicIx;

/// Of a concept that is in one sentence only.
const MOST: f64 = 4_000.0;
/// Logarithm of one in how many sentences beyond which rarer is no more: else misspellings would weigh most.
const RAREST: f64 = 6.0;
/// Share that is left to the words of the report itself: who said it to whom does not make two claims one.
const FRAME: f64 = 0.4;
/// States, their governments and their people are in most sentences of such folders; in a folder where they are not, they are still
/// not the claim.
const MOST_OF_PARTY: f64 = 800.0;

pub(super) struct Weights {
    concepts: Vec<i32>,
    topics: Vec<i32>,
}

impl Weights {
    /// `sentences`: how many were counted. `frequencies`: in how many of them each concept is; each topic likewise.
    pub fn new(sentences: usize, frequencies: &[u32], topics: &[u32], lexicon: &Lexicon<'_>) -> Self {
        let rarity = |frequency: u32| {
            let one_in = (sentences + 1) as f64;
            let most = (one_in / 1.5).ln().min(RAREST);
            if most <= 0.0 {
                0.0
            } else {
                (one_in / (f64::from(frequency) + 0.5)).ln().clamp(0.0, RAREST) / most * MOST
            }
        };
        let weight = |(number, frequency): (u32, &u32)| {
            let rarity = rarity(*frequency);
            let weight = match lexicon.content(ConceptId(number)) {
                Content::Frame => rarity * FRAME,
                Content::Party | Content::Person => rarity.min(MOST_OF_PARTY),
                Content::Plain | Content::Number | Content::Figure(_) => rarity,
            };
            weight.round() as i32
        };
        Self {
            concepts: (0..).zip(frequencies).map(weight).collect(),
            topics: topics.iter().map(|frequency| rarity(*frequency).round() as i32).collect(),
        }
    }

    pub fn of(&self, concept: ConceptId) -> i32 {
        self.concepts[concept.0 as usize]
    }

    pub fn of_topic(&self, topic: TopicIx) -> i32 {
        self.topics[topic.index()]
    }
}
