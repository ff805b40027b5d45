//! Pairs become groups: what most members say with each other, not what hangs together by a chain.
//!
//! First the sentences are put together by average: two groups become one if their members on average say the same. A
//! long sentence may say two things; pairs that are left over then let a sentence take part in a second group, or make
//! one of their own. The reader's word goes before all of it.

use super::evidence::{Evidence, Pair};
use super::units::{UnitId, Units};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;

/// Evidence from which on two sentences say the same, in thousandths.
pub(super) const SAME: i32 = -800;
/// Two groups become one if their pairs have this on average.
const JOIN: i64 = -600;
/// A sentence takes part in a second group if it has this with its members on average.
const SECOND: i64 = -300;
/// A pair that nothing else supports is a group of its own from here on: what is said in two articles, as shown. On news
/// at large three of four such groups were judged right, on talks nearly nine of ten; lower, lookalikes come in.
const ALONE: i32 = 200;
/// Who says the same as no other of the group by at least this is not shown: it was drawn in by the average.
const SHOWN: i32 = 0;
/// What a pair that was not worth comparing counts in an average.
const MISSING: i64 = -3_000;
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

pub(super) fn key(one: UnitId, other: UnitId) -> (UnitId, UnitId) {
    (one.min(other), one.max(other))
}

struct Groups<'a> {
    evidence: &'a Evidence,
    ties: &'a Ties,
    /// By number; empty where it was joined to another. Ascending.
    members: Vec<Vec<UnitId>>,
    /// By number: the sum of the evidence with each other group, and of how many pairs.
    near: Vec<FxHashMap<u32, (i64, u32)>>,
    /// By unit: the groups that it is in.
    of: Vec<Vec<usize>>,
}

/// The groups of at least two, each ascending, in the order of their members.
pub(super) fn group(units: &Units<'_>, evidence: &Evidence, ties: &Ties) -> Vec<Vec<UnitId>> {
    let mut pairs: Vec<Pair> = evidence.pairs().filter(|(.., evidence)| *evidence >= SAME).collect();
    pairs.sort_unstable_by_key(|(one, other, evidence)| (Reverse(*evidence), *one, *other));
    let mut groups = Groups::new(units, evidence, ties);
    for (one, other) in &ties.same {
        groups.join_if(*one, *other, |_, _, _| true);
    }
    // Twice, because a pair that was too far from a small group may be near enough to the grown one.
    for (one, other, _) in pairs.iter().chain(&pairs) {
        groups.join_if(*one, *other, |groups, here, there| groups.average_of(here, there) >= JOIN);
    }
    groups.near = Vec::new();
    for (one, other, evidence) in pairs {
        groups.take_up(one, other, evidence);
    }
    let is_tied = |one: UnitId, other: UnitId| ties.same.contains(&key(one, other));
    let alone = |one: UnitId, other: UnitId| evidence.get(one, other).is_some_and(|sum| sum >= ALONE);
    let stands = |members: &Vec<UnitId>| match members[..] {
        [] | [_] => false,
        [one, other] => is_tied(one, other) || alone(one, other),
        _ => true,
    };
    let mut groups: Vec<Vec<UnitId>> = groups.members;
    for members in &mut groups {
        let is_shown = |one: &UnitId| {
            let mut others = members.iter().filter(|other| *other != one);
            others.any(|other| is_tied(*one, *other) || evidence.get(*one, *other).is_some_and(|sum| sum >= SHOWN))
        };
        *members = members.iter().copied().filter(is_shown).collect();
    }
    groups.retain(stands);
    groups.sort_unstable();
    groups.dedup();
    groups
}

impl<'a> Groups<'a> {
    /// Each sentence alone.
    fn new(units: &Units<'_>, evidence: &'a Evidence, ties: &'a Ties) -> Self {
        let near =
            |unit: UnitId| evidence.of(unit).iter().map(|(other, sum)| (other.0, (i64::from(*sum), 1))).collect();
        Self {
            evidence,
            ties,
            members: units.ids().map(|unit| vec![unit]).collect(),
            near: units.ids().map(near).collect(),
            of: units.ids().map(|unit| vec![unit.index()]).collect(),
        }
    }

    /// Makes the groups of both one, if nothing keeps them apart.
    fn join_if(&mut self, one: UnitId, other: UnitId, enough: impl Fn(&Self, usize, usize) -> bool) {
        let (here, there) = (self.of[one.index()][0], self.of[other.index()][0]);
        let (inside, outside) = (&self.members[here], &self.members[there]);
        if here == there || inside.len() + outside.len() > MOST_MEMBERS || self.keep_apart(inside, outside) {
            return;
        }
        if !enough(self, here, there) {
            return;
        }
        // The one with fewer others moves: the sums with others are added one by one.
        let (here, there) = if self.near[here].len() < self.near[there].len() { (there, here) } else { (here, there) };
        let moved = std::mem::take(&mut self.members[there]);
        for unit in &moved {
            self.of[unit.index()] = vec![here];
        }
        self.members[here].extend(moved);
        self.members[here].sort_unstable();
        self.join_sums(here, there);
    }

    fn join_sums(&mut self, here: usize, there: usize) {
        let add = |sums: &mut FxHashMap<u32, (i64, u32)>, group: usize, (sum, count): (i64, u32)| {
            let (own, own_count) = sums.entry(group as u32).or_default();
            (*own, *own_count) = (*own + sum, *own_count + count);
        };
        for (other, sum) in std::mem::take(&mut self.near[there]) {
            self.near[other as usize].remove(&(there as u32));
            if other as usize != here {
                add(&mut self.near[here], other as usize, sum);
                add(&mut self.near[other as usize], here, sum);
            }
        }
    }

    /// Brings a pair that says the same and is in no group together into one.
    fn take_up(&mut self, one: UnitId, other: UnitId, evidence: i32) {
        if self.of[one.index()].iter().any(|group| self.of[other.index()].contains(group))
            || self.keep_apart(&[one], &[other])
        {
            return;
        }
        for (unit, host) in [(one, other), (other, one)] {
            let group = self.of[host.index()][0];
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
        self.of[unit.index()].push(group);
    }

    /// Being alone is being in no group.
    fn has_room(&self, unit: UnitId) -> bool {
        self.of[unit.index()].iter().filter(|group| self.members[**group].len() > 1).count() < MOST_GROUPS
    }

    fn keep_apart(&self, here: &[UnitId], there: &[UnitId]) -> bool {
        let apart = &self.ties.apart;
        !apart.is_empty() && here.iter().any(|one| there.iter().any(|other| apart.contains(&key(*one, *other))))
    }

    /// The average over all pairs of two groups.
    fn average_of(&self, here: usize, there: usize) -> i64 {
        let (sum, count) = self.near[here].get(&(there as u32)).copied().unwrap_or_default();
        let pairs = self.members[here].len() * self.members[there].len();
        (sum + MISSING * (pairs as i64 - i64::from(count))) / pairs as i64
    }

    /// The same of some of them.
    fn average(&self, here: &[UnitId], there: &[UnitId]) -> i64 {
        let pair = |one: &UnitId, other: &UnitId| self.evidence.get(*one, *other).map_or(MISSING, i64::from);
        let sum: i64 = here.iter().map(|one| there.iter().map(|other| pair(one, other)).sum::<i64>()).sum();
        sum / (here.len() * there.len()) as i64
    }
}
