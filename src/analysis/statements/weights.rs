//! How much a concept says: the rarer it is among the sentences, the more. In thousandths, so that sums are exact.

use super::lexicon::Lexicon;
use super::wording::{ConceptId, Content, Wording};
use crate::model::TopicIx;

/// Of a concept that is in one sentence only.
const MOST: f64 = 4_000.0;
/// Logarithm of one in how many sentences beyond which rarer is no more: else misspellings would weigh most.
const RAREST: f64 = 6.0;
/// Share that is left to the words of the report itself: who said it to whom does not make two claims one.
const FRAME: f64 = 0.4;
/// States, their governments and their people are in most sentences of such folders; in a folder where they are not,
/// they are still not the claim.
const MOST_OF_PARTY: f64 = 800.0;
/// Names say where and of whom, and only then what.
const MOST_OF_NAME: f64 = 2_500.0;
const MOST_OF_DAY: f64 = 800.0;
/// "Two" and "third" are everywhere; what they count makes a figure of them.
const MOST_OF_NUMBER: f64 = 1_000.0;
const MOST_OF_FIGURE: f64 = 2_800.0;
/// From so many sentences on these and the words of any text need no limit: counting tells how rare they are.
const MANY: usize = 5_000;
/// Words of any text, from common to rarer; see [`super::families`]. A small folder cannot tell.
const MOST_OF_COMMON: [f64; 3] = [1_000.0, 1_800.0, 2_600.0];
/// Share that is left to the second word of a name where both have both: it is one name.
const FOLLOWING: i32 = 25;

pub(super) struct Weights {
    concepts: Vec<i32>,
    /// Talks, calls, meetings: one in each language.
    talks: Vec<ConceptId>,
    sentences: usize,
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
                Content::Name => rarity.min(MOST_OF_NAME),
                Content::Plain => rarity,
                _ if sentences >= MANY => rarity,
                Content::Common(tier) => rarity.min(MOST_OF_COMMON[usize::from(tier)]),
                Content::Day => rarity.min(MOST_OF_DAY),
                Content::Number => rarity.min(MOST_OF_NUMBER),
                Content::Figure(_) => rarity.min(MOST_OF_FIGURE),
            };
            weight.round() as i32
        };
        Self {
            sentences,
            talks: lexicon.talks(),
            concepts: (0..).zip(frequencies).map(weight).collect(),
            topics: topics.iter().map(|frequency| rarity(*frequency).round() as i32).collect(),
        }
    }

    pub fn of(&self, concept: ConceptId) -> i32 {
        self.concepts[concept.0 as usize]
    }

    /// How many were counted.
    pub fn sentences(&self) -> f64 {
        self.sentences as f64
    }

    pub fn is_talk(&self, concept: ConceptId) -> bool {
        self.talks.contains(&concept)
    }

    /// Of a concept of a sentence.
    pub fn within(&self, concept: ConceptId, wording: &Wording) -> i32 {
        let weight = self.of(concept);
        if wording.following.binary_search(&concept).is_ok() { weight * FOLLOWING / 100 } else { weight }
    }

    pub fn of_topic(&self, topic: TopicIx) -> i32 {
        self.topics[topic.index()]
    }
}
