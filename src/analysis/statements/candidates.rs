//! Which sentences are worth comparing: those of other articles that share rare concepts.
//!
//! An index of the sentences by concept. A concept that many have is looked up within the round alone, and not at all
//! if too many of one round have it, so the work grows with the number of sentences, not with its square.

use super::compare::evidence;
use super::units::{Unit, UnitId, Units};
use super::wording::ConceptId;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Sentences that are looked up for one concept, in the whole collection or in the round.
const MOST_PER_CONCEPT: usize = 256;
/// Sentences that are looked up for one sentence, those of its rarest concepts first.
const MOST_LOOKED_UP: usize = 1_024;
/// Thousandths of a weight that two sentences share at least, among the concepts looked up.
const LEAST_SHARED: i32 = 3_000;
/// Of one sentence with those before it, the best. A claim that more have is held together by these.
const MOST_PER_SENTENCE: usize = 32;
/// Evidence that is worth keeping; what is not kept counts as [`super::group`] says.
const LEAST_EVIDENCE: i32 = -4_000;
/// What the evidence of the surroundings adds: a sentence before or after that says the same as one before or after
/// the other (a report follows its source), a third article whose sentence says the same as both.
const OF_NEIGHBOURS: f64 = 0.15;
const OF_THIRD: f64 = 0.25;
const MOST_OF_SURROUNDINGS: i32 = 4_000;
/// Sentences between two looks whether it is still wanted.
const BATCH: usize = 1_024;

/// Evidence for pairs, in thousandths; the smaller number first.
pub(super) type Evidence = FxHashMap<(UnitId, UnitId), i32>;

pub(super) fn key(one: UnitId, other: UnitId) -> (UnitId, UnitId) {
    (one.min(other), one.max(other))
}

/// All pairs that something speaks for. `None` if it was cancelled.
pub(super) fn find(units: &Units<'_>, is_cancelled: &dyn Fn() -> bool) -> Option<Evidence> {
    let index = Index::new(units);
    // By unit: the weight that it shares with the one that is asked for; all zero between two of them.
    let mut shared = vec![0; units.list.len()];
    let mut found = Evidence::default();
    for id in units.ids() {
        if id.index() % BATCH == 0 && is_cancelled() {
            return None;
        }
        let unit = units.get(id);
        let mut touched: Vec<UnitId> = Vec::new();
        for (weight, others) in index.look_up(units, id) {
            for other in others.iter().filter(|other| **other < id) {
                if shared[other.index()] == 0 {
                    touched.push(*other);
                }
                shared[other.index()] += weight;
            }
        }
        let mut best: Vec<(Reverse<i32>, UnitId)> =
            touched.iter().map(|other| (Reverse(std::mem::take(&mut shared[other.index()])), *other)).collect();
        best.retain(|(Reverse(sum), _)| *sum >= LEAST_SHARED);
        best.sort_unstable();
        best.truncate(MOST_PER_SENTENCE);
        for (_, other) in best {
            let evidence = evidence(unit, units.get(other), &units.weights);
            if evidence > LEAST_EVIDENCE {
                found.insert(key(id, other), evidence);
            }
        }
    }
    Some(with_surroundings(units, &found))
}

/// Units by concept, then by round and number.
struct Index {
    units: Vec<UnitId>,
    /// By concept: where its units end.
    ends: Vec<u32>,
    /// By concept: the units of each round lie together.
    rounds: Vec<u32>,
}

impl Index {
    fn new(units: &Units<'_>) -> Self {
        let round = |id: UnitId| units.get(id).round.map_or(u32::MAX, |round| u32::from(round.0));
        let mut all: Vec<(ConceptId, u32, UnitId)> = Vec::new();
        for id in units.ids() {
            all.extend(units.get(id).wording.concepts.iter().map(|(concept, _)| (*concept, round(id), id)));
        }
        all.sort_unstable();
        let mut ends = vec![0; units.lexicon.len()];
        for (at, (concept, ..)) in (1..).zip(&all) {
            ends[concept.0 as usize] = at;
        }
        for concept in 1..ends.len() {
            ends[concept] = ends[concept].max(ends[concept - 1]);
        }
        let rounds = all.iter().map(|(_, round, _)| *round).collect();
        Self { units: all.into_iter().map(|(.., id)| id).collect(), ends, rounds }
    }

    /// The units that share concepts with `id`, with the weight of each concept; the lists that are short first.
    fn look_up(&self, units: &Units<'_>, id: UnitId) -> Vec<(i32, &[UnitId])> {
        let unit = units.get(id);
        let list = |(concept, _): &(ConceptId, u32)| (units.weights.of(*concept), self.having(*concept, unit));
        let mut lists: Vec<(i32, &[UnitId])> = unit.wording.concepts.iter().map(list).collect();
        lists.sort_by_key(|(weight, others)| (others.len(), Reverse(*weight)));
        let mut left = MOST_LOOKED_UP;
        lists.retain(|(weight, others)| {
            let fits = others.len() <= left && *weight > 0;
            left -= if fits { others.len() } else { 0 };
            fits
        });
        lists
    }

    fn having(&self, concept: ConceptId, unit: &Unit) -> &[UnitId] {
        let number = concept.0 as usize;
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        let end = self.ends[number] as usize;
        let range = if end - start <= MOST_PER_CONCEPT { start..end } else { self.of_round(start, end, unit) };
        &self.units[range]
    }

    fn of_round(&self, start: usize, end: usize, unit: &Unit) -> std::ops::Range<usize> {
        let Some(round) = unit.round.map(|round| u32::from(round.0)) else { return start..start };
        let rounds = &self.rounds[start..end];
        let (first, last) = (rounds.partition_point(|own| *own < round), rounds.partition_point(|own| *own <= round));
        if last - first <= MOST_PER_CONCEPT { start + first..start + last } else { start..start }
    }
}

/// The same with what the surroundings of both say, and without pairs of one article.
fn with_surroundings(units: &Units<'_>, found: &Evidence) -> Evidence {
    let mut pairs: Vec<(UnitId, UnitId)> = found.keys().copied().collect();
    pairs.sort_unstable();
    let mut near: Vec<Vec<(UnitId, i32)>> = vec![Vec::new(); units.list.len()];
    for (one, other) in &pairs {
        let evidence = found[&(*one, *other)];
        near[one.index()].push((*other, evidence));
        near[other.index()].push((*one, evidence));
    }
    near.iter_mut().for_each(|list| list.sort_unstable());
    let limit = |evidence: i32| f64::from(evidence.clamp(-MOST_OF_SURROUNDINGS, MOST_OF_SURROUNDINGS));
    let sum = |(one, other): &(UnitId, UnitId)| {
        let neighbours = limit(of_neighbours(units, found, *one, *other));
        let third = limit(of_third(units, &near, *one, *other));
        let sum = f64::from(found[&(*one, *other)]) + OF_NEIGHBOURS * neighbours + OF_THIRD * third;
        sum.round() as i32
    };
    let apart = |pair: &&(UnitId, UnitId)| are_apart(units.get(pair.0), units.get(pair.1));
    pairs.iter().filter(apart).map(|pair| (*pair, sum(pair))).collect()
}

/// Whether they stand in different articles.
fn are_apart(one: &Unit, other: &Unit) -> bool {
    let alone = |unit: &Unit| unit.places.iter().all(|place| place.article == unit.places[0].article);
    one.places[0].article != other.places[0].article || !(alone(one) && alone(other))
}

fn of_neighbours(units: &Units<'_>, found: &Evidence, one: UnitId, other: UnitId) -> i32 {
    let at = |unit: UnitId, by: i64| {
        let mut place = units.get(unit).places[0];
        place.sentence = u32::try_from(i64::from(place.sentence) + by).ok()?;
        units.by_place.get(&place).copied()
    };
    let pair = |(here, there): (i64, i64)| found.get(&key(at(one, here)?, at(other, there)?)).copied();
    [(1, 1), (-1, -1), (1, 2), (2, 1), (-1, -2), (-2, -1)].into_iter().filter_map(pair).max().unwrap_or(i32::MIN)
}

/// The most that a sentence of a third article has with both.
fn of_third(units: &Units<'_>, near: &[Vec<(UnitId, i32)>], one: UnitId, other: UnitId) -> i32 {
    let article = |unit: UnitId| units.get(unit).places[0].article;
    let mut best = i32::MIN;
    let mut rest = near[other.index()].as_slice();
    for (third, evidence) in &near[one.index()] {
        let skip = rest.iter().take_while(|(unit, _)| unit < third).count();
        rest = &rest[skip..];
        if let Some((unit, with_other)) = rest.first()
            && unit == third
            && ![article(one), article(other)].contains(&article(*third))
        {
            best = best.max(*evidence.min(with_other));
        }
    }
    best
}
