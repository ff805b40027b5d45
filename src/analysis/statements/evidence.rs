//! What speaks for pairs of sentences, by sentence: each with its others in a row.

use super::units::UnitId;

/// Two sentences, the smaller number first, with what speaks for it that they say the same, in thousandths.
pub(super) type Pair = (UnitId, UnitId, i32);

#[derive(Default)]
pub(super) struct Evidence {
    /// By sentence: where its others end.
    ends: Vec<u32>,
    /// By sentence, then by the other; each pair stands here twice.
    others: Vec<(UnitId, i32)>,
}

impl Evidence {
    /// `pairs`: each once, in any order.
    pub fn new(units: usize, pairs: &[Pair]) -> Self {
        let mut counts = vec![0_u32; units + 1];
        for (one, other, _) in pairs {
            counts[one.index() + 1] += 1;
            counts[other.index() + 1] += 1;
        }
        for at in 1..counts.len() {
            counts[at] += counts[at - 1];
        }
        let mut others = vec![(UnitId(0), 0); pairs.len() * 2];
        // What was the start of a list moves on to its end.
        for (one, other, evidence) in pairs {
            for (unit, with) in [(one, other), (other, one)] {
                let at = &mut counts[unit.index()];
                others[*at as usize] = (*with, *evidence);
                *at += 1;
            }
        }
        counts.truncate(units);
        let mut evidence = Self { ends: counts, others };
        for unit in 0..units {
            let range = evidence.range(unit);
            evidence.others[range].sort_unstable();
        }
        evidence
    }

    fn range(&self, unit: usize) -> std::ops::Range<usize> {
        let start = if unit == 0 { 0 } else { self.ends[unit - 1] as usize };
        start..self.ends[unit] as usize
    }

    /// Those that it was compared with, ascending.
    pub fn of(&self, unit: UnitId) -> &[(UnitId, i32)] {
        &self.others[self.range(unit.index())]
    }

    pub fn get(&self, one: UnitId, other: UnitId) -> Option<i32> {
        let others = self.of(one);
        others.binary_search_by_key(&other, |(unit, _)| *unit).ok().map(|at| others[at].1)
    }

    /// Every pair once, ascending.
    pub fn pairs(&self) -> impl Iterator<Item = Pair> + '_ {
        let units = (0..self.ends.len() as u32).map(UnitId);
        units.flat_map(move |one| {
            let others = self.of(one);
            let after = others.partition_point(|(other, _)| *other < one);
            others[after..].iter().map(move |(other, evidence)| (one, *other, *evidence))
        })
    }
}
