//! Which wordings a sentence may have something of: those that share neighbouring concepts or words with it.
//!
//! A filter of bits answers most questions, for most pairs and runs of a text are in no quotation; of what is left a
//! sentence has to have enough concepts. Leaves out turns of phrase that very many quotations have.

use super::meet::{LONG_RUN, Placed, RUN, RUN_CONCEPTS, Sense};
use super::read::Wording;
use super::vocabulary::{NAME_WEIGHT, Token};
use crate::model::Language;
use rustc_hash::FxHashMap;

/// How far apart the two concepts of a pair may be, in concepts.
const APART: usize = 2;
/// Pairs of more wordings than this are turns of phrase: "United States and".
const MOST_WORDINGS: usize = 64;
/// The same for runs that say nothing by themselves: "is going to be the".
const MOST_OF_SMALL_WORDS: usize = 4;
/// Bits of the filter: some 50 for each pair of a large archive.
const FILTER_BITS: u32 = 22;

pub(super) struct Index {
    pairs: Keys,
    /// Runs that tell something where words are quoted, and those that do anywhere.
    runs: Keys,
    long_runs: Keys,
    senses: Vec<Sense>,
}

/// Wordings by key.
struct Keys {
    wordings: FxHashMap<u64, Vec<u32>>,
    filter: Vec<u64>,
}

impl Index {
    pub fn new(wordings: &[Wording]) -> Self {
        let senses = wordings.iter().map(|wording| Sense::of(&wording.tokens)).collect();
        let mut index = Self { pairs: Keys::new(), runs: Keys::new(), long_runs: Keys::new(), senses };
        let mut keys = Vec::new();
        for (number, Wording { language, tokens, .. }) in (0..).zip(wordings) {
            pairs(*language, concepts(tokens.iter()), &mut keys);
            index.pairs.insert(&mut keys, number);
            let telling = tokens.windows(RUN).filter(|words| is_telling(words.iter()));
            keys.extend(telling.map(|words| run(*language, words.iter())));
            index.runs.insert(&mut keys, number);
            // A short wording is one run.
            let length = tokens.len().min(LONG_RUN);
            keys.extend(tokens.windows(length).map(|words| run(*language, words.iter())));
            index.long_runs.insert(&mut keys, number);
        }
        index
    }

    /// The wordings that a sentence may have something of, ascending, each with whether it has a run of its words.
    /// `is_near` tells whether it may reword one.
    pub fn candidates(
        &self,
        language: Language,
        sentence: &[Placed],
        is_near: impl Fn(usize) -> bool,
    ) -> Vec<(usize, bool)> {
        let (mut found, mut by_run) = (Vec::new(), Vec::new());
        let mut concepts: Vec<(u32, u16)> = concepts(sentence.iter().map(|word| &word.token));
        let mut keys = Vec::with_capacity(sentence.len() * APART);
        pairs(language, concepts.clone(), &mut keys);
        keys.iter().for_each(|key| self.pairs.get(*key, MOST_WORDINGS, &mut found));
        concepts.sort_unstable();
        let concepts: Vec<u32> = concepts.into_iter().map(|(concept, _)| concept).collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|wording| is_near(*wording) && self.senses[*wording].can_be_in(&concepts));
        let of = |words: &'_ [Placed]| run(language, words.iter().map(|word| &word.token));
        if sentence.iter().any(|word| word.quotation != 0) {
            let telling = |words: &&[Placed]| is_telling(words.iter().map(|word| &word.token));
            sentence
                .windows(RUN)
                .filter(telling)
                .for_each(|words| self.runs.get(of(words), MOST_WORDINGS, &mut by_run));
        }
        for words in (RUN..=LONG_RUN).flat_map(|length| sentence.windows(length)) {
            let says = is_telling(words.iter().map(|word| &word.token));
            self.long_runs.get(of(words), if says { MOST_WORDINGS } else { MOST_OF_SMALL_WORDS }, &mut by_run);
        }
        let by_sense = found.into_iter().map(|wording| (wording, false));
        let mut all: Vec<(usize, bool)> = by_run.into_iter().map(|wording| (wording, true)).chain(by_sense).collect();
        all.sort_unstable_by_key(|(wording, has_run)| (*wording, !has_run));
        all.dedup_by_key(|(wording, _)| *wording);
        all
    }
}

/// Whether a short run says enough to be looked for.
fn is_telling<'a>(tokens: impl Iterator<Item = &'a Token>) -> bool {
    tokens.filter(|token| token.weight > NAME_WEIGHT).count() >= RUN_CONCEPTS
}

impl Keys {
    fn new() -> Self {
        Self { wordings: FxHashMap::default(), filter: vec![0; 1 << (FILTER_BITS - 6)] }
    }

    /// Takes all keys out of the list.
    fn insert(&mut self, keys: &mut Vec<u64>, wording: u32) {
        keys.sort_unstable();
        keys.dedup();
        for key in keys.drain(..) {
            self.wordings.entry(key).or_default().push(wording);
            let (word, bit) = place(key);
            self.filter[word] |= bit;
        }
    }

    /// The wordings of a key, unless more than `most` have it.
    fn get(&self, key: u64, most: usize, found: &mut Vec<usize>) {
        let (word, bit) = place(key);
        if self.filter[word] & bit == 0 {
            return;
        }
        if let Some(wordings) = self.wordings.get(&key).filter(|wordings| wordings.len() <= most) {
            found.extend(wordings.iter().map(|wording| *wording as usize));
        }
    }
}

fn concepts<'a>(tokens: impl Iterator<Item = &'a Token>) -> Vec<(u32, u16)> {
    tokens.filter(|token| token.concept != 0).map(|token| (token.concept, token.weight)).collect()
}

/// Pairs of near concepts, in either order; two states are no pair.
fn pairs(language: Language, concepts: Vec<(u32, u16)>, keys: &mut Vec<u64>) {
    for (at, (one, weight)) in concepts.iter().enumerate() {
        for (other, other_weight) in concepts[at + 1..].iter().take(APART) {
            if weight + other_weight > 2 && one != other {
                let (low, high) = (u64::from(*one.min(other)), u64::from(*one.max(other)));
                keys.push(mixed((low << 32) | high, language));
            }
        }
    }
}

/// The key of [`RUN`] words.
fn run<'a>(language: Language, tokens: impl Iterator<Item = &'a Token>) -> u64 {
    tokens.fold(1, |key: u64, token| mixed(key ^ u64::from(token.exact), language))
}

fn mixed(key: u64, language: Language) -> u64 {
    (key ^ ((language as u64) << 60)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
}

fn place(key: u64) -> (usize, u64) {
    let bit = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - FILTER_BITS);
    ((bit >> 6) as usize, 1 << (bit & 63))
}
