//! Which words of an old text are still there in the new one: pairs in order, no pair crossing another.
//!
//! Words that stand once in both texts, first in runs of three, then alone, are taken for the same where their order
//! allows (patience diff, Cohen); what lies between them is aligned in the same way. What has no such word is aligned
//! by the fewest edits (Myers 1986). All steps are bounded by counts and not by the clock, so that the same texts always
//! give the same pairs: a large part that was rewritten has none.

use std::ops::Range;

/// Words in a run that serves as an anchor.
const RUN: usize = 3;
/// Words removed and added that the search for the fewest edits goes up to: its time and memory grow with the square.
/// A paragraph has some hundred words.
const MOST_EDITS: usize = 400;
/// Up to so many pairs of words the fewest edits are searched for at once.
const FEW_PAIRS: usize = 4_096;
/// How often the part between two anchors is parted in turn. Each time costs a sort, few texts need three.
const DEEPEST: u32 = 12;

/// Positions of equal ids, in the old text and in the new one, ascending in both.
pub(super) fn align(old: &[u64], new: &[u64]) -> Vec<(usize, usize)> {
    let mut aligner = Aligner { old, new, pairs: Vec::new() };
    aligner.align(0..old.len(), 0..new.len(), 0);
    aligner.pairs
}

struct Aligner<'a> {
    old: &'a [u64],
    new: &'a [u64],
    pairs: Vec<(usize, usize)>,
}

impl Aligner<'_> {
    fn align(&mut self, mut old: Range<usize>, mut new: Range<usize>, depth: u32) {
        while !old.is_empty() && !new.is_empty() && self.old[old.start] == self.new[new.start] {
            self.pairs.push((old.start, new.start));
            (old.start, new.start) = (old.start + 1, new.start + 1);
        }
        let ends = (old.end, new.end);
        while !old.is_empty() && !new.is_empty() && self.old[old.end - 1] == self.new[new.end - 1] {
            (old.end, new.end) = (old.end - 1, new.end - 1);
        }
        if !old.is_empty() && !new.is_empty() {
            self.align_middle(old.clone(), new.clone(), depth);
        }
        self.pairs.extend((old.end..ends.0).zip(new.end..ends.1));
    }

    fn align_middle(&mut self, old: Range<usize>, new: Range<usize>, depth: u32) {
        let few = old.len() * new.len() <= FEW_PAIRS;
        let mut anchors = Vec::new();
        if !few && depth < DEEPEST {
            anchors = self.anchors(&old, &new, RUN);
            if anchors.is_empty() {
                anchors = self.anchors(&old, &new, 1);
            }
        }
        if anchors.is_empty() {
            let fewest = fewest_edits(&self.old[old.clone()], &self.new[new.clone()]);
            self.pairs.extend(fewest.into_iter().map(|(o, n)| (old.start + o, new.start + n)));
            return;
        }
        let (mut old_start, mut new_start) = (old.start, new.start);
        for (old_anchor, new_anchor) in anchors {
            // What was paired from the anchor before on may have reached this one.
            if old_anchor >= old_start && new_anchor >= new_start {
                self.align(old_start..old_anchor, new_start..new_anchor, depth + 1);
                self.pairs.push((old_anchor, new_anchor));
                (old_start, new_start) = (old_anchor + 1, new_anchor + 1);
            }
        }
        self.align(old_start..old.end, new_start..new.end, depth + 1);
    }

    /// Where runs of `length` words start that stand once in both ranges, as far as they are in one order.
    fn anchors(&self, old: &Range<usize>, new: &Range<usize>, length: usize) -> Vec<(usize, usize)> {
        let (old_runs, new_runs) = (unique_runs(self.old, old, length), unique_runs(self.new, new, length));
        let mut common = Vec::new();
        let mut rest = new_runs.iter().peekable();
        for (run, old) in &old_runs {
            while rest.next_if(|(other, _)| other < run).is_some() {}
            common.extend(rest.next_if(|(other, _)| other == run).map(|(_, new)| (*old, *new)));
        }
        common.sort_unstable();
        longest_ascending(&common)
    }
}

/// The runs that stand once in this range, sorted, each with its position.
fn unique_runs(ids: &[u64], range: &Range<usize>, length: usize) -> Vec<(u64, usize)> {
    let hash = |run: &[u64]| run.iter().fold(0_u64, |hash, id| hash.rotate_left(21) ^ id);
    let mut runs: Vec<(u64, usize)> =
        ids[range.clone()].windows(length).zip(range.clone()).map(|(run, at)| (hash(run), at)).collect();
    runs.sort_unstable();
    runs.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() == 1).map(|same| same[0]).collect()
}

/// The most of these pairs, ascending in the first, that ascend in the second too.
fn longest_ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // By length: the pair that ends the chain of this length with the smallest second; and before each pair the one
    // that its chain came from.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        ends.truncate(ends.len().max(length));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut chain: Vec<(usize, usize)> =
        std::iter::successors(ends.last().copied(), |at| before[*at]).map(|at| pairs[at]).collect();
    chain.reverse();
    chain
}

/// The pairs that are left by the fewest removals and additions; none if those are more than [`MOST_EDITS`].
fn fewest_edits(old: &[u64], new: &[u64]) -> Vec<(usize, usize)> {
    let (old_len, new_len) = (old.len() as isize, new.len() as isize);
    let most = (old.len() + new.len()).min(MOST_EDITS) as isize;
    let mut rows: Vec<Row> = Vec::new();
    for edits in 0..=most {
        let mut row = Row { edits, reached: vec![0; 2 * edits as usize + 1] };
        for diagonal in (-edits..=edits).step_by(2) {
            let mut at = rows.last().map_or(0, |before| before.step(diagonal).1);
            while at < old_len && at - diagonal < new_len && old[at as usize] == new[(at - diagonal) as usize] {
                at += 1;
            }
            *row.at(diagonal) = at;
            if at >= old_len && at - diagonal >= new_len {
                return walk_back(&rows, old_len, new_len);
            }
        }
        rows.push(row);
    }
    Vec::new()
}

/// How far into the old text so many edits reach, by diagonal: the position there less that in the new text.
struct Row {
    edits: isize,
    reached: Vec<isize>,
}

impl Row {
    fn at(&mut self, diagonal: isize) -> &mut isize {
        &mut self.reached[(diagonal + self.edits) as usize]
    }

    fn get(&self, diagonal: isize) -> isize {
        if diagonal.abs() > self.edits { -1 } else { self.reached[(diagonal + self.edits) as usize] }
    }

    /// One edit further, onto `diagonal`: the diagonal that it comes from, and how far it reaches.
    fn step(&self, diagonal: isize) -> (isize, isize) {
        let (removed, added) = (self.get(diagonal - 1), self.get(diagonal + 1));
        if removed < added { (diagonal + 1, added) } else { (diagonal - 1, removed + 1) }
    }
}

/// The pairs on the way to the ends of both texts.
fn walk_back(rows: &[Row], mut old: isize, mut new: isize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for row in rows.iter().rev() {
        let (diagonal, reached) = row.step(old - new);
        let before = row.get(diagonal);
        while old > reached {
            (old, new) = (old - 1, new - 1);
            pairs.push((old as usize, new as usize));
        }
        (old, new) = (before, before - diagonal);
    }
    pairs.extend((0..old).rev().map(|at| (at as usize, at as usize)));
    pairs.reverse();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ids(text: &str) -> Vec<u64> {
        text.bytes().map(u64::from).collect()
    }

    fn kept(old: &str, new: &str) -> String {
        align(&ids(old), &ids(new)).into_iter().map(|(at, _)| char::from(old.as_bytes()[at])).collect()
    }

    #[test]
    fn the_fewest_edits_are_found() {
        assert_eq!(kept("abcabba", "cbabac").len(), 4);
        assert_eq!(kept("abc", "abc"), "abc");
        assert_eq!(kept("abc", "xyz"), "");
        assert_eq!(kept("", "abc"), "");
        assert_eq!(kept("abcd", "bd"), "bd");
    }

    #[test]
    fn a_long_text_keeps_what_an_edit_leaves() {
        let old: Vec<u64> = (0..20_000).map(|word| word * word % 7_919 % 700).collect();
        let mut new = old.clone();
        new.splice(9_000..9_100, 5_000..5_200);
        new.drain(300..310);
        assert_eq!(align(&old, &new).len(), 20_000 - 110);
    }

    proptest! {
        #[test]
        fn pairs_are_equal_words_in_order(old in "[a-f]{0,200}", new in "[a-f]{0,200}") {
            let (old, new) = (ids(&old), ids(&new));
            let pairs = align(&old, &new);
            prop_assert!(pairs.iter().all(|(o, n)| old[*o] == new[*n]));
            prop_assert!(pairs.is_sorted_by(|a, b| a.0 < b.0 && a.1 < b.1));
        }

        #[test]
        fn small_texts_keep_as_many_words_as_can_be(old in "[a-d]{0,20}", new in "[a-d]{0,20}") {
            let (old, new) = (ids(&old), ids(&new));
            let mut most = vec![vec![0; new.len() + 1]; old.len() + 1];
            for (o, word) in old.iter().enumerate() {
                for (n, other) in new.iter().enumerate() {
                    let same = most[o][n] + usize::from(word == other);
                    most[o + 1][n + 1] = same.max(most[o][n + 1]).max(most[o + 1][n]);
                }
            }
            prop_assert_eq!(align(&old, &new).len(), most[old.len()][new.len()]);
        }
    }
}
