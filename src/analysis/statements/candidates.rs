//! Which sentences are worth comparing: those of other articles that share rare concepts.
//!
//! An index of the sentences by concept. A concept that many have is looked up within the round alone, and not at all
//! if too many of one round have it, so the work grows with the number of sentences, not with its square.

use super::compare::Comparer;
use super::evidence::Pair;
use super::units::{Unit, UnitId, Units};
use super::wording::ConceptId;
use std::cmp::Reverse;
use std::ops::Range;

/// Sentences that are looked up for one concept, in the whole collection or in the round.
const MOST_PER_CONCEPT: usize = 256;
/// Sentences that are looked up for one sentence, those of its rarest concepts first.
const MOST_LOOKED_UP: usize = 1_024;
/// Thousandths of a weight that two sentences share at least, among the concepts looked up.
const LEAST_SHARED: i32 = 3_000;
/// Of one sentence with those before it, the best. A claim that more have is held together by these.
const MOST_PER_SENTENCE: usize = 24;
/// Evidence that is worth keeping; what is not kept counts as [`super::group`] says.
const LEAST_EVIDENCE: i32 = -4_000;

/// Units by concept, then by round and number.
pub(super) struct Index {
    units: Vec<UnitId>,
    /// By concept: where its units end.
    ends: Vec<u32>,
    /// By concept: the units of each round lie together.
    rounds: Vec<u32>,
}

impl Index {
    pub fn new(units: &Units<'_>) -> Self {
        let mut ends = vec![0_u32; units.lexicon.len() + 1];
        let concepts = |id: &UnitId| units.get(*id).wording.concepts.iter().map(|(concept, _)| concept.0 as usize);
        units.ids().for_each(|id| concepts(&id).for_each(|concept| ends[concept + 1] += 1));
        for concept in 1..ends.len() {
            ends[concept] += ends[concept - 1];
        }
        let mut order: Vec<(u32, UnitId)> = units.ids().map(|id| (round(units.get(id)), id)).collect();
        order.sort_unstable();
        let all = ends.last().map_or(0, |end| *end as usize);
        let (mut list, mut rounds) = (vec![UnitId(0); all], vec![0; all]);
        // What was the start of a concept's units moves on to their end.
        for (round, id) in order {
            for concept in concepts(&id) {
                let at = ends[concept] as usize;
                (list[at], rounds[at]) = (id, round);
                ends[concept] += 1;
            }
        }
        ends.pop();
        Self { units: list, ends, rounds }
    }

    /// The units that share concepts with `unit`, with the weight of each concept; the lists that are short first.
    fn look_up<'a>(&'a self, units: &Units<'_>, unit: &Unit, lists: &mut Vec<(i32, &'a [UnitId])>) {
        lists.clear();
        for (concept, _) in &unit.wording.concepts {
            let others = self.having(*concept, unit);
            if others.len() > 1 {
                lists.push((units.weights.of(*concept), others));
            }
        }
        lists.sort_by_key(|(weight, others)| (others.len(), Reverse(*weight)));
        let mut left = MOST_LOOKED_UP;
        lists.retain(|(weight, others)| {
            let fits = others.len() <= left && *weight > 0;
            left -= if fits { others.len() } else { 0 };
            fits
        });
    }

    fn having(&self, concept: ConceptId, unit: &Unit) -> &[UnitId] {
        let number = concept.0 as usize;
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        let end = self.ends[number] as usize;
        let range = if end - start <= MOST_PER_CONCEPT { start..end } else { self.of_round(start, end, unit) };
        &self.units[range]
    }

    fn of_round(&self, start: usize, end: usize, unit: &Unit) -> Range<usize> {
        if unit.round.is_none() {
            return start..start;
        }
        let (round, rounds) = (round(unit), &self.rounds[start..end]);
        let first = rounds.partition_point(|own| *own < round);
        // Whether there are too many is seen without finding their end.
        match rounds.get(first + MOST_PER_CONCEPT) {
            Some(own) if *own == round => start..start,
            _ => {
                let last =
                    first + rounds[first..].iter().take(MOST_PER_CONCEPT).take_while(|own| **own == round).count();
                start + first..start + last
            }
        }
    }
}

fn round(unit: &Unit) -> u32 {
    unit.round.map_or(u32::MAX, |round| round.0)
}

/// What one thread needs to find pairs.
pub(super) struct Search<'a> {
    units: &'a Units<'a>,
    index: &'a Index,
    comparer: Comparer<'a>,
    /// By unit: the weight that it shares with the one that is asked for; all zero between two of them.
    shared: Vec<i32>,
    touched: Vec<UnitId>,
    lists: Vec<(i32, &'a [UnitId])>,
    best: Vec<(Reverse<i32>, UnitId)>,
}

impl<'a> Search<'a> {
    pub fn new(units: &'a Units<'a>, index: &'a Index) -> Self {
        Self {
            units,
            index,
            comparer: Comparer::new(units.lexicon.len(), units.lexicon.stems(), &units.weights),
            shared: vec![0; units.list.len()],
            touched: Vec::new(),
            lists: Vec::new(),
            best: Vec::new(),
        }
    }

    /// The pairs of a unit with those before it that something speaks for.
    pub fn pairs_of(&mut self, id: UnitId, found: &mut Vec<Pair>) {
        let unit = self.units.get(id);
        self.find_best(id, unit);
        if self.best.is_empty() {
            return;
        }
        self.comparer.set(unit);
        for (_, other) in &self.best {
            let evidence = self.comparer.evidence(self.units.get(*other));
            if evidence > LEAST_EVIDENCE {
                found.push((*other, id, evidence));
            }
        }
    }

    /// Those that share most with a unit.
    fn find_best(&mut self, id: UnitId, unit: &Unit) {
        self.index.look_up(self.units, unit, &mut self.lists);
        for (weight, others) in &self.lists {
            for other in others.iter().filter(|other| **other < id) {
                let sum = &mut self.shared[other.index()];
                if *sum == 0 {
                    self.touched.push(*other);
                }
                *sum += weight;
            }
        }
        self.best.clear();
        for other in self.touched.drain(..) {
            let sum = std::mem::take(&mut self.shared[other.index()]);
            if sum >= LEAST_SHARED {
                self.best.push((Reverse(sum), other));
            }
        }
        if self.best.len() > MOST_PER_SENTENCE {
            self.best.select_nth_unstable(MOST_PER_SENTENCE);
            self.best.truncate(MOST_PER_SENTENCE);
        }
    }
}
