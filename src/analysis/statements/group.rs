//! Pairs become groups: what most members say with each other, not what hangs together by a chain.
//!
//! First the sentences are put together by average: two groups become one if their members on average say the same. A
//! long sentence may say two things; pairs that are left over then let a sentence take part in a second group, or make
//! one of their own. The reader's word goes before all of it.

use super::candidates::{Evidence, key};
use super::units::{UnitId, Units};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;

/// Evidence from which on two sentences say the same, in thousandths.
pub(super) const SAME: i32 = -1_000;
/// Two groups become one if their pairs have this on average.
const JOIN: i64 = -1_000;
/// A sentence takes part in a second group if it has this with its members on average.
const SECOND: i64 = -300;
/// A pair that nothing else supports is a group of its own from here on.
const ALONE: i32 = 0;
/// What a pair that was not worth comparing counts in an average.
const MISSING: i64 = -4_000;
/// Groups in which one sentence takes part.
const MOST_GROUPS: usize = 3;
/// Different wordings of one group. What has more is a stock phrase, and averages over it take too long.
const MOST_MEMBERS: usize = 64;

/// The reader's word on pairs of units.
#[derive(Default)]
pub(super) struct Ties {
    pub same: Vec<(UnitId, UnitId)>,
    pub apart: FxHashSet<(UnitId, UnitId)>,
}

struct Groups<'a> {
    evidence: &'a Evidence,
    ties: &'a Ties,
    /// By number; empty where it was joined to another. Ascending.
    members: Vec<Vec<UnitId>>,
    /// By unit: the groups that it is in.
    of: FxHashMap<UnitId, Vec<usize>>,
}

/// The groups of at least two, each ascending, in the order of their members.
pub(super) fn group(units: &Units<'_>, evidence: &Evidence, ties: &Ties) -> Vec<Vec<UnitId>> {
    let mut pairs: Vec<((UnitId, UnitId), i32)> =
        evidence.iter().filter(|(_, evidence)| **evidence >= SAME).map(|(pair, evidence)| (*pair, *evidence)).collect();
    pairs.sort_unstable_by_key(|(pair, evidence)| (Reverse(*evidence), *pair));
    let mut groups = Groups {
        evidence,
        ties,
        members: units.ids().map(|unit| vec![unit]).collect(),
        of: units.ids().map(|unit| (unit, vec![unit.index()])).collect(),
    };
    for (one, other) in &ties.same {
        groups.join_if(*one, *other, |_, _, _| true);
    }
    // Twice, because a pair that was too far from a small group may be near enough to the grown one.
    for (one, other) in pairs.iter().chain(&pairs).map(|(pair, _)| *pair) {
        groups.join_if(one, other, |groups, here, there| groups.average(here, there) >= JOIN);
    }
    for ((one, other), evidence) in pairs {
        groups.take_up(one, other, evidence);
    }
    let stands = |members: &Vec<UnitId>| match members[..] {
        [] | [_] => false,
        [one, other] => {
            ties.same.contains(&(one, other)) || evidence.get(&key(one, other)).is_some_and(|sum| *sum >= ALONE)
        }
        _ => true,
    };
    let mut groups: Vec<Vec<UnitId>> = groups.members.into_iter().filter(stands).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

impl Groups<'_> {
    /// Makes the groups of both one, if nothing keeps them apart.
    fn join_if(&mut self, one: UnitId, other: UnitId, enough: impl Fn(&Self, &[UnitId], &[UnitId]) -> bool) {
        let (here, there) = (self.of[&one][0], self.of[&other][0]);
        let (inside, outside) = (&self.members[here], &self.members[there]);
        if here == there || inside.len() + outside.len() > MOST_MEMBERS || self.keep_apart(inside, outside) {
            return;
        }
        if !enough(self, inside, outside) {
            return;
        }
        let moved = std::mem::take(&mut self.members[there]);
        for unit in &moved {
            self.of.insert(*unit, vec![here]);
        }
        self.members[here].extend(moved);
        self.members[here].sort_unstable();
    }

    /// Brings a pair that says the same and is in no group together into one.
    fn take_up(&mut self, one: UnitId, other: UnitId, evidence: i32) {
        if self.of[&one].iter().any(|group| self.of[&other].contains(group)) || self.keep_apart(&[one], &[other]) {
            return;
        }
        for (unit, host) in [(one, other), (other, one)] {
            let group = self.of[&host][0];
            let members = &self.members[group];
            if members.len() > 1
                && members.len() < MOST_MEMBERS
                && self.has_room(unit)
                && !self.keep_apart(&[unit], members)
                && self.average(&[unit], members) >= SECOND
            {
                return self.add(unit, group);
            }
        }
        if evidence >= ALONE && self.has_room(one) && self.has_room(other) {
            self.members.push(Vec::new());
            let group = self.members.len() - 1;
            self.add(one, group);
            self.add(other, group);
        }
    }

    fn add(&mut self, unit: UnitId, group: usize) {
        let members = &mut self.members[group];
        members.insert(members.partition_point(|member| *member < unit), unit);
        self.of.entry(unit).or_default().push(group);
    }

    /// Being alone is being in no group.
    fn has_room(&self, unit: UnitId) -> bool {
        self.of[&unit].iter().filter(|group| self.members[**group].len() > 1).count() < MOST_GROUPS
    }

    fn keep_apart(&self, here: &[UnitId], there: &[UnitId]) -> bool {
        let apart = &self.ties.apart;
        !apart.is_empty() && here.iter().any(|one| there.iter().any(|other| apart.contains(&key(*one, *other))))
    }

    fn average(&self, here: &[UnitId], there: &[UnitId]) -> i64 {
        let pair =
            |one: &UnitId, other: &UnitId| self.evidence.get(&key(*one, *other)).copied().map_or(MISSING, i64::from);
        let sum: i64 = here.iter().map(|one| there.iter().map(|other| pair(one, other)).sum::<i64>()).sum();
        sum / (here.len() * there.len()) as i64
    }
}
