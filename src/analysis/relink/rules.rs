//! Which rules of a topic are the same under two trees, in the same order, and which were written anew.
//!
//! A rule that only moved counts as gone and come: of two rules the first one's words are named, so order matters.

use crate::model::{Find, Rule};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Pairs that are compared between the first and the last change. With more, all between them counts as changed.
const MOST_COMPARED: usize = 1 << 16;

/// Tells same rules; remembers which word sets are the same, because many rules use them.
#[derive(Default)]
pub(super) struct SameRules {
    /// By where their texts stand in memory.
    sets: FxHashMap<(usize, usize), bool>,
}

/// The rules of a topic under two trees, by their numbers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct RulePairs {
    same: Vec<(usize, usize)>,
    rewritten: Vec<(usize, usize)>,
    gone: Vec<usize>,
    come: Vec<usize>,
}

impl SameRules {
    pub fn pairs(&mut self, old: &[Rule], new: &[Rule]) -> RulePairs {
        let same = in_both(old.len(), new.len(), |from, to| self.is_same(&old[from], &new[to]));
        let mut pairs = RulePairs::default();
        let (mut from, mut to) = (0, 0);
        for &(next_from, next_to) in same.iter().chain([&(old.len(), new.len())]) {
            self.pair_changed((old, from..next_from), (new, to..next_to), &mut pairs);
            (from, to) = (next_from + 1, next_to + 1);
        }
        pairs.same = same;
        pairs
    }

    /// Pairs the rules between two that are the same: those that lean alike can be one rule that was written anew.
    fn pair_changed(
        &mut self,
        (old, olds): (&[Rule], Range<usize>),
        (new, news): (&[Rule], Range<usize>),
        pairs: &mut RulePairs,
    ) {
        let both = olds.len().min(news.len());
        for (from, to) in olds.clone().zip(news.clone()) {
            let (before, after) = (&old[from], &new[to]);
            if before.leans == after.leans && self.is_same_part(before.after.as_ref(), after.after.as_ref()) {
                pairs.rewritten.push((from, to));
            } else {
                pairs.gone.push(from);
                pairs.come.push(to);
            }
        }
        pairs.gone.extend(olds.skip(both));
        pairs.come.extend(news.skip(both));
    }

    fn is_same(&mut self, old: &Rule, new: &Rule) -> bool {
        // What a text means hangs only on the word sets that it uses.
        old.text == new.text
            && (old.language, old.leans) == (new.language, new.leans)
            && self.is_same_find(&old.find, &new.find)
            && self.is_same_part(old.after.as_ref(), new.after.as_ref())
            && self.is_same_part(old.amid.as_ref(), new.amid.as_ref())
            && self.is_same_part(old.unless.as_ref(), new.unless.as_ref())
    }

    fn is_same_part(&mut self, old: Option<&Find>, new: Option<&Find>) -> bool {
        match (old, new) {
            (Some(old), Some(new)) => self.is_same_find(old, new),
            (None, None) => true,
            _ => false,
        }
    }

    fn is_same_find(&mut self, old: &Find, new: &Find) -> bool {
        let mut all = |old: &[Find], new: &[Find]| {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| self.is_same_find(old, new))
        };
        match (old, new) {
            (Find::Word(old), Find::Word(new)) => old == new,
            (Find::Set(_, old), Find::Set(_, new)) => self.is_same_set(old, new),
            (Find::Only(old_only, old), Find::Only(new_only, new)) => {
                old_only == new_only && self.is_same_find(old, new)
            }
            (Find::Any(old), Find::Any(new)) | (Find::All(old), Find::All(new)) => all(old, new),
            (Find::Phrase(old), Find::Phrase(new)) => {
                let mut parts = old.iter().zip(new);
                old.len() == new.len() && parts.all(|(old, new)| old.0 == new.0 && self.is_same_find(&old.1, &new.1))
            }
            (Find::Near(old_words, old_left, old_right), Find::Near(words, left, right)) => {
                old_words == words && self.is_same_find(old_left, left) && self.is_same_find(old_right, right)
            }
            (Find::Except(old, old_but), Find::Except(new, but)) => {
                self.is_same_find(old, new) && self.is_same_find(old_but, but)
            }
            _ => false,
        }
    }

    fn is_same_set(&mut self, old: &Arc<Find>, new: &Arc<Find>) -> bool {
        let key = (Arc::as_ptr(old) as usize, Arc::as_ptr(new) as usize);
        if key.0 == key.1 {
            return true;
        }
        if let Some(&known) = self.sets.get(&key) {
            return known;
        }
        let same = self.is_same_find(old, new);
        self.sets.insert(key, same);
        same
    }
}

impl RulePairs {
    /// The rules before and after, of those that are not the same.
    pub fn changes<'a>(
        &'a self,
        old: &'a [Rule],
        new: &'a [Rule],
    ) -> impl Iterator<Item = (Option<&'a Rule>, Option<&'a Rule>)> {
        let rewritten = self.rewritten.iter().map(|(from, to)| (Some(&old[*from]), Some(&new[*to])));
        let gone = self.gone.iter().map(|from| (Some(&old[*from]), None));
        rewritten.chain(gone).chain(self.come.iter().map(|to| (None, Some(&new[*to]))))
    }

    /// By number of an old rule, the number that it has now; empty if all have kept theirs.
    pub fn numbers(&self, old: usize) -> Vec<u16> {
        let mut numbers: Vec<u16> = (0..old as u16).collect();
        for (from, to) in self.same.iter().chain(&self.rewritten) {
            numbers[*from] = *to as u16;
        }
        let has_moved = numbers.iter().zip(0..).any(|(number, old): (&u16, u16)| *number != old);
        if has_moved { numbers } else { Vec::new() }
    }
}

/// The longest row of pairs that are the same in two lists, in the order of both.
pub(super) fn in_both(old: usize, new: usize, mut same: impl FnMut(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let most = old.min(new);
    let head = (0..most).take_while(|at| same(*at, *at)).count();
    let tail = (0..most - head).take_while(|at| same(old - 1 - at, new - 1 - at)).count();
    let (olds, news) = (old - head - tail, new - head - tail);
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    if olds * news <= MOST_COMPARED {
        let between = longest(olds, news, |from, to| same(head + from, head + to));
        pairs.extend(between.into_iter().map(|(from, to)| (head + from, head + to)));
    }
    pairs.extend((0..tail).rev().map(|at| (old - 1 - at, new - 1 - at)));
    pairs
}

fn longest(old: usize, new: usize, mut same: impl FnMut(usize, usize) -> bool) -> Vec<(usize, usize)> {
    // By place in both lists: how many pairs there are from there on, and whether these two are one.
    let mut left = vec![vec![(0_u16, false); new + 1]; old + 1];
    for from in (0..old).rev() {
        for to in (0..new).rev() {
            let is_same = same(from, to);
            let with = if is_same { left[from + 1][to + 1].0 + 1 } else { 0 };
            left[from][to] = (with.max(left[from + 1][to].0).max(left[from][to + 1].0), is_same);
        }
    }
    let (mut from, mut to, mut pairs) = (0, 0, Vec::new());
    while from < old && to < new {
        if left[from][to].1 {
            pairs.push((from, to));
            (from, to) = (from + 1, to + 1);
        } else if left[from + 1][to].0 >= left[from][to + 1].0 {
            from += 1;
        } else {
            to += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pairs(old: &[&str], new: &[&str]) -> RulePairs {
        let read = |rules: &[&str]| -> Vec<Rule> {
            rules.iter().map(|rule| Rule::parse(rule, &Default::default()).expect("a sound rule")).collect()
        };
        SameRules::default().pairs(&read(old), &read(new))
    }

    #[test]
    fn a_rule_written_anew_is_told_from_one_that_came_or_went() {
        let found = pairs(&["a", "b", "c", "weak: d"], &["a", "x", "c", "y"]);
        assert_eq!((found.same.as_slice(), found.rewritten.as_slice()), (&[(0, 0), (2, 2)][..], &[(1, 1)][..]));
        assert_eq!((found.gone.as_slice(), found.come.as_slice()), (&[3][..], &[3][..]));
        let found = pairs(&["a", "b"], &["x", "a", "b"]);
        assert_eq!((found.come.as_slice(), found.numbers(2)), (&[0][..], vec![1, 2]));
        let found = pairs(&["a", "b", "c"], &["c", "a", "b"]);
        assert_eq!((found.gone.as_slice(), found.come.as_slice()), (&[2][..], &[0][..]));
    }

    proptest! {
        #[test]
        fn what_is_in_both_lists_stands_in_the_order_of_both(old in "[abc]{0,12}", new in "[abc]{0,12}") {
            let (old, new) = (old.as_bytes(), new.as_bytes());
            let pairs = in_both(old.len(), new.len(), |from, to| old[from] == new[to]);
            prop_assert!(pairs.iter().all(|(from, to)| old[*from] == new[*to]));
            prop_assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            let longest = longest(old.len(), new.len(), |from, to| old[from] == new[to]);
            prop_assert_eq!(pairs.len(), longest.len());
        }
    }
}
