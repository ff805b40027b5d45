//! What stands around two sentences speaks for them too.
//!
//! A report follows its source: where the sentences before or after say the same, so may these. And what both say the
//! same as a sentence of a third article, they say the same as each other.

use super::evidence::{Evidence, Pair};
use super::units::{Unit, UnitId, Units};

/// What the evidence of a sentence before or after adds, and that of a sentence of a third article.
const OF_NEIGHBOURS: f64 = 0.15;
const OF_THIRD: f64 = 0.15;
/// What counts of it at most, for and against.
const MOST_OF_SURROUNDINGS: i32 = 3_000;
const LEAST_OF_SURROUNDINGS: i32 = 2_000;

/// The same with what the surroundings of both say, and without pairs of one article.
pub(super) fn with_surroundings(units: &Units<'_>, found: &Evidence) -> Evidence {
    let limit = |evidence: i32| f64::from(evidence.clamp(-LEAST_OF_SURROUNDINGS, MOST_OF_SURROUNDINGS));
    let sum = |(one, other, evidence): Pair| {
        let neighbours = limit(of_neighbours(units, found, one, other));
        let third = limit(of_third(units, found, one, other));
        let sum = f64::from(evidence) + OF_NEIGHBOURS * neighbours + OF_THIRD * third;
        (one, other, sum.round() as i32)
    };
    let apart = |(one, other, _): &Pair| are_apart(units.get(*one), units.get(*other));
    let pairs: Vec<Pair> = found.pairs().filter(apart).map(sum).collect();
    Evidence::new(units.list.len(), &pairs)
}

/// Whether they stand in different articles.
fn are_apart(one: &Unit, other: &Unit) -> bool {
    let alone = |unit: &Unit| unit.places.iter().all(|place| place.article == unit.places[0].article);
    one.places[0].article != other.places[0].article || !(alone(one) && alone(other))
}

fn of_neighbours(units: &Units<'_>, found: &Evidence, one: UnitId, other: UnitId) -> i32 {
    let here = [-2, -1, 1, 2].map(|by| units.beside(one, by));
    let there = [-2, -1, 1, 2].map(|by| units.beside(other, by));
    let pair = |(at, with): (usize, usize)| found.get(here[at]?, there[with]?);
    [(2, 2), (1, 1), (2, 3), (3, 2), (1, 0), (0, 1)].into_iter().filter_map(pair).max().unwrap_or(i32::MIN)
}

/// The most that a sentence of a third article has with both.
fn of_third(units: &Units<'_>, found: &Evidence, one: UnitId, other: UnitId) -> i32 {
    let article = |unit: UnitId| units.get(unit).places[0].article;
    let (first, second) = (article(one), article(other));
    let mut best = i32::MIN;
    let (mut here, mut there) = (found.of(one), found.of(other));
    while let ([(mine, evidence), my_rest @ ..], [(theirs, with_other), their_rest @ ..]) = (here, there) {
        if mine < theirs {
            here = my_rest;
        } else if theirs < mine {
            there = their_rest;
        } else {
            (here, there) = (my_rest, their_rest);
            let sum = *evidence.min(with_other);
            if sum > best && article(*mine) != first && article(*mine) != second {
                best = sum;
            }
        }
    }
    best
}
