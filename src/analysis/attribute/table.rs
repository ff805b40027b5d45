//! Spellings to numbers: the one look that every word of a text costs.
//!
//! A hash table with open addresses, because the common one has a key and a value in three places of memory and
//! most words of a text are in none of them. Filled once, never shrunk.

use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Slots for each spelling: with more than half of them free a look mostly ends where it begins.
const SLOTS_EACH: usize = 2;
/// Spreads bits over a number: 2^64 through the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

#[derive(Clone, Copy, Default)]
struct Slot {
    key: Key,
    /// From 1; 0 is free.
    number: u32,
}

/// What two spellings that differ mostly differ in; short ones always do.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Key {
    bits: u64,
    length: u32,
}

/// Numbers spellings in the order in which they come.
#[derive(Default)]
pub(super) struct Table {
    /// A power of two of them, or none.
    slots: Vec<Slot>,
    spellings: Vec<Box<[u8]>>,
}

impl Table {
    /// The number of a spelling, from 0.
    pub fn get(&self, spelling: &[u8]) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let key = Key::of(spelling);
        let mut at = key.place();
        loop {
            let slot = &self.slots[at & mask];
            let number = (slot.number as usize).checked_sub(1)?;
            if slot.key == key && (key.is_all() || *self.spellings[number] == *spelling) {
                return Some(number);
            }
            at += 1;
        }
    }

    /// Its number; a new one if it has none.
    pub fn add(&mut self, spelling: &[u8]) -> usize {
        if let Some(number) = self.get(spelling) {
            return number;
        }
        self.spellings.push(spelling.into());
        if self.spellings.len() * SLOTS_EACH > self.slots.len() {
            self.slots = vec![Slot::default(); (self.spellings.len() * SLOTS_EACH).next_power_of_two()];
            (0..self.spellings.len()).for_each(|number| self.place(number));
        } else {
            self.place(self.spellings.len() - 1);
        }
        self.spellings.len() - 1
    }

    fn place(&mut self, number: usize) {
        let mask = self.slots.len() - 1;
        let key = Key::of(&self.spellings[number]);
        let mut at = key.place();
        while self.slots[at & mask].number > 0 {
            at += 1;
        }
        self.slots[at & mask] = Slot { key, number: number as u32 + 1 };
    }
}

impl Key {
    /// Up to eight bytes are their own key: two halves that may overlap.
    fn of(spelling: &[u8]) -> Self {
        let length = spelling.len() as u32;
        let bits = match (spelling.first_chunk(), spelling.last_chunk(), spelling) {
            (Some(first), Some(last), _) if spelling.len() <= 8 => {
                u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
            }
            (_, _, [first]) => u64::from(*first),
            (_, _, [first, second]) => u64::from(*first) | u64::from(*second) << 8,
            (_, _, [first, second, third]) => u64::from(*first) | u64::from(*second) << 8 | u64::from(*third) << 16,
            _ => {
                let mut hasher = FxHasher::default();
                hasher.write(spelling);
                hasher.finish()
            }
        };
        Self { bits, length }
    }

    /// Whether nothing else has this key.
    fn is_all(self) -> bool {
        self.length <= 8
    }

    /// Where to look first.
    fn place(self) -> usize {
        ((self.bits ^ u64::from(self.length)).wrapping_mul(SPREAD) >> 32) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_spelling_has_a_number_of_its_own(words in prop::collection::vec("[a-cа-в]{0,4}", 0..200), other in "[a-cа-в]{0,4}") {
            let mut table = Table::default();
            let numbers: Vec<usize> = words.iter().map(|word| table.add(word.as_bytes())).collect();
            for (word, number) in words.iter().zip(numbers) {
                prop_assert_eq!(table.get(word.as_bytes()), Some(number));
                prop_assert_eq!(&*table.spellings[number], word.as_bytes());
            }
            prop_assert_eq!(table.get(other.as_bytes()).is_some(), words.contains(&other));
        }
    }
}
