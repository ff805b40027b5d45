//! Where the words of one sentence stand, to tell what many others have in the same order.
//!
//! Places are bits, so that a whole row of the table of longest common subsequences is a few numbers (Hyyrö 2004);
//! words that only the other sentence has cost nothing.

/// Sixty-fours of words of one sentence; what is beyond is not looked at.
const BLOCKS: usize = 4;

type Places = [u64; BLOCKS];

/// The words of one sentence by number.
pub(super) struct Order {
    /// By word: its place in [`Self::places`] plus one, nought if the sentence has it not.
    slots: Vec<u16>,
    /// By different word.
    places: Vec<Places>,
    words: Vec<u32>,
    length: usize,
}

impl Order {
    /// `words`: how many different ones there are, in all sentences.
    pub fn new(words: usize) -> Self {
        Self { slots: vec![0; words], places: Vec::new(), words: Vec::new(), length: 0 }
    }

    pub fn set(&mut self, words: impl Iterator<Item = u32>) {
        for word in self.words.drain(..) {
            self.slots[word as usize] = 0;
        }
        self.places.clear();
        self.length = 0;
        for word in words.take(BLOCKS * 64) {
            let slot = &mut self.slots[word as usize];
            if *slot == 0 {
                self.places.push([0; BLOCKS]);
                self.words.push(word);
                *slot = self.places.len() as u16;
            }
            self.places[usize::from(*slot) - 1][self.length / 64] |= 1 << (self.length % 64);
            self.length += 1;
        }
    }

    /// Words, with those that stand in it again.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Different words.
    pub fn different(&self) -> usize {
        self.places.len()
    }

    pub fn has(&self, word: u32) -> bool {
        self.slots[word as usize] != 0
    }

    fn places(&self, word: u32) -> Option<&Places> {
        usize::from(self.slots[word as usize]).checked_sub(1).map(|slot| &self.places[slot])
    }

    /// How many words of `other` stand in the same order here: the length of the longest common subsequence.
    pub fn in_order(&self, other: impl Iterator<Item = u32>) -> usize {
        let blocks = self.length.div_ceil(64);
        let mut row = [u64::MAX; BLOCKS];
        for places in other.filter_map(|word| self.places(word)) {
            let mut carry = false;
            for (bits, places) in row[..blocks].iter_mut().zip(places) {
                let met = *bits & places;
                let (sum, over) = bits.overflowing_add(met);
                let (sum, over_again) = sum.overflowing_add(u64::from(carry));
                carry = over || over_again;
                *bits = sum | (*bits & !places);
            }
        }
        let last = |block: usize| match self.length - block * 64 {
            rest @ 0..64 => (1 << rest) - 1,
            _ => u64::MAX,
        };
        (0..blocks).map(|block| (!row[block] & last(block)).count_ones() as usize).sum()
    }

    /// How many runs of `length` words of `other` are runs here.
    pub fn runs(&self, other: &[u32], length: usize) -> usize {
        other.windows(length).filter(|run| self.has_run(run).unwrap_or(false)).count()
    }

    fn has_run(&self, run: &[u32]) -> Option<bool> {
        let (first, rest) = run.split_first()?;
        let mut ends = *self.places(*first)?;
        for word in rest {
            let places = self.places(*word)?;
            let mut carry = 0;
            for (end, place) in ends.iter_mut().zip(places) {
                let moved = (*end << 1) | carry;
                carry = *end >> 63;
                *end = moved & place;
            }
        }
        Some(ends.iter().any(|end| *end != 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// By the table.
    fn longest_common(one: &[u32], other: &[u32]) -> usize {
        let mut row = vec![0; other.len() + 1];
        for item in one {
            let mut diagonal = 0;
            for (at, same) in other.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = if item == same { diagonal + 1 } else { above.max(row[at]) };
                diagonal = above;
            }
        }
        row[other.len()]
    }

    proptest! {
        #[test]
        fn the_order_is_that_of_the_table(
            one in prop::collection::vec(0_u32..12, 0..200),
            other in prop::collection::vec(0_u32..12, 0..200),
        ) {
            let mut order = Order::new(12);
            order.set([3, 4, 5].into_iter());
            order.set(one.iter().copied());
            prop_assert_eq!(order.in_order(other.iter().copied()), longest_common(&one, &other));
            for length in 2..5 {
                let is_run = |run: &&[u32]| one.windows(length).any(|own| own == *run);
                prop_assert_eq!(order.runs(&other, length), other.windows(length).filter(is_run).count());
            }
        }
    }
}
