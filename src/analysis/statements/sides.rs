//! For whom people act, read off the titles that stand before their names: "Russian President Vladimir Putin".
//!
//! "Putin proposed" and "Moscow proposed" are one actor then. Leaves out people who are nowhere named with a state.

use super::wording::{ConceptId, Token};
use crate::model::Language;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Words with content up to a name in which its party stands: "White House press secretary Jen Psaki".
const BEFORE_NAME: usize = 5;
/// Bytes between two words of one title.
const GAP: u32 = 2;
/// Parties that act for one of the others.
const GOVERNMENTS: [(&str, &str); 2] = [("kremlin", "russia"), ("white house", "us")];

#[derive(Default)]
pub(super) struct Sides {
    /// By person and party: how often the one stands right before the other.
    counts: FxHashMap<(ConceptId, ConceptId), u32>,
}

impl Sides {
    /// Counts the party before a person, which is the last of `tokens`.
    pub fn count(&mut self, person: ConceptId, tokens: &[Token], is_party: impl Fn(ConceptId) -> bool) {
        let mut start = None;
        for token in tokens.iter().rev().take(BEFORE_NAME) {
            if start.is_some_and(|start: u32| start.saturating_sub(token.span.end) > GAP) {
                return;
            }
            if is_party(token.concept) {
                *self.counts.entry((person, token.concept)).or_default() += 1;
                return;
            }
            start = Some(token.span.start);
        }
    }

    /// For whom each of so many concepts acts: a person for the party that is mostly named with them, a government for
    /// its state, any other for itself. `party`: a party by language and our name for it.
    pub fn settle(&self, concepts: usize, party: impl Fn(Language, &str) -> Option<ConceptId>) -> Vec<ConceptId> {
        let mut sides: Vec<ConceptId> = (0..concepts as u32).map(ConceptId).collect();
        let by_count = |((person, party), count): (&(ConceptId, ConceptId), &u32)| (*person, *count, Reverse(*party));
        let mut counts: Vec<(ConceptId, u32, Reverse<ConceptId>)> = self.counts.iter().map(by_count).collect();
        counts.sort_unstable();
        for (person, _, Reverse(party)) in counts {
            sides[person.0 as usize] = party;
        }
        for language in Language::ALL {
            for (government, state) in GOVERNMENTS {
                if let (Some(government), Some(state)) = (party(language, government), party(language, state)) {
                    sides.iter_mut().filter(|side| **side == government).for_each(|side| *side = state);
                }
            }
        }
        sides
    }
}
