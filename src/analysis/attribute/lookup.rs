//! What a word of a text is in a [`Lexicon`], and the longest phrase that begins with it.
//!
//! This is done for every word of every article, so nothing is allocated for a word that is written as usual.

use super::lexicon::{Lexicon, WordId};
use super::marks::{Marks, Meaning, Name};
use crate::text::{stems, words};

/// Letters of the longest case ending.
const LONGEST_ENDING: usize = 3;
/// Bytes of the shortest root: three letters.
const SHORTEST_ROOT: usize = 6;
/// Bytes of the longest word that is folded without an allocation.
const LONGEST_WORD: usize = 64;
/// As a power of two: places in [`Beginnings`].
const PLACES: u32 = 14;

/// How many words a phrase has, and what it means.
pub(super) type Found = Option<(usize, Meaning)>;

/// The words of the lexicon that a word of a text is a form of.
#[derive(Clone, Copy)]
pub(super) enum Looked {
    Nothing,
    /// A number of [`Lexicon::spelled`].
    Spelled(u32),
    /// From here to there of what was collected.
    Collected(u32, u32),
}

impl Lexicon {
    /// Looks a word up. Words found by their roots are appended to `collected`.
    pub fn look_up(&self, surface: &str, collected: &mut Vec<WordId>) -> Looked {
        let plain = surface.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let spelled = match plain || is_cyrillic(surface) {
            true => self.exact.get(surface.as_bytes()),
            false => self.exact.get(words::clean(surface).as_bytes()),
        };
        if !plain && self.beginnings.may_have(surface) {
            let first = collected.len();
            self.look_up_roots(surface, collected);
            if collected.len() > first {
                let spelled = spelled.iter().flat_map(|number| &self.spelled[*number].ids);
                spelled.for_each(|id| {
                    if !collected[first..].contains(id) {
                        collected.push(*id);
                    }
                });
                return Looked::Collected(first as u32, collected.len() as u32);
            }
        }
        spelled.map_or(Looked::Nothing, |number| Looked::Spelled(number as u32))
    }

    pub fn ids<'a>(&'a self, looked: Looked, collected: &'a [WordId]) -> &'a [WordId] {
        match looked {
            Looked::Nothing => &[],
            Looked::Spelled(number) => &self.spelled[number as usize].ids,
            Looked::Collected(first, end) => &collected[first as usize..end as usize],
        }
    }

    /// What a word means that begins no phrase.
    pub fn alone(&self, looked: Looked) -> Option<Meaning> {
        match looked {
            Looked::Spelled(number) => self.spelled[number as usize].alone,
            Looked::Nothing | Looked::Collected(..) => None,
        }
    }

    fn look_up_roots(&self, surface: &str, found: &mut Vec<WordId>) {
        let mut letters = [0; LONGEST_WORD];
        if let Some(folded) = fold_cyrillic(surface, &mut letters) {
            return self.collect_roots(folded, surface.starts_with(char::is_uppercase), found);
        }
        let clean = words::clean(surface);
        let folded = words::fold(&clean);
        self.collect_roots(folded.as_bytes(), clean.starts_with(char::is_uppercase), found);
    }

    fn collect_roots(&self, folded: &[u8], capital: bool, found: &mut Vec<WordId>) {
        let first = found.len();
        for cut in 0..=LONGEST_ENDING {
            let Some(end) = folded.len().checked_sub(2 * cut).filter(|end| *end >= SHORTEST_ROOT) else { return };
            let Some(number) = self.roots.get(&folded[..end]) else { continue };
            if cut > 0 && !self.is_ending(folded, end) {
                continue;
            }
            for id in &self.rooted[number] {
                if (capital || !self.capital[id.0 as usize]) && !found[first..].contains(id) {
                    found.push(*id);
                }
            }
        }
    }

    /// Whether what follows the root is a case ending.
    fn is_ending(&self, folded: &[u8], root: usize) -> bool {
        let Ok(word) = std::str::from_utf8(folded) else { return false };
        stems::roots(self.language, word).iter().any(|known| known.len() == root)
    }

    /// The longest phrase that begins with one of the words `first`; `nth(n)` gives those of the n-th word after it.
    /// "Readout of" and the like are phrases of a headline only.
    pub fn longest<'a>(&self, first: &[WordId], headline: bool, nth: impl Fn(usize) -> Option<&'a [WordId]>) -> Found {
        let mut best: Found = None;
        for phrase in first.iter().flat_map(|id| &self.phrases[id.0 as usize]) {
            let fits = |(n, word): (usize, &WordId)| nth(n + 1).is_some_and(|ids| ids.contains(word));
            let (length, mut meaning) = (phrase.rest.len() + 1, phrase.meaning);
            if !headline {
                meaning.marks = meaning.marks.without(Marks::OF_HEADLINES);
            }
            let means_nothing = meaning.marks == Marks::default() && meaning.name == Name::None;
            if means_nothing
                || best.is_some_and(|(longest, _)| longest > length)
                || !phrase.rest.iter().enumerate().all(fits)
            {
                continue;
            }
            match &mut best {
                Some((longest, known)) if *longest == length => {
                    known.marks |= meaning.marks;
                    known.name = known.name.max(meaning.name);
                }
                _ => best = Some((length, meaning)),
            }
        }
        best
    }
}

pub(super) fn is_cyrillic(word: &str) -> bool {
    matches!(word.as_bytes().first(), Some(0xD0..=0xD2))
}

/// Which three letters a root can begin with: a set that is small, quick, and now and then wrong in saying yes.
pub(super) struct Beginnings([u64; 1 << (PLACES - 6)]);

impl Default for Beginnings {
    fn default() -> Self {
        Self([0; 1 << (PLACES - 6)])
    }
}

impl Beginnings {
    pub fn add(&mut self, word: &str) {
        if let Some(place) = Self::place(word) {
            self.0[place / 64] |= 1 << (place % 64);
        }
    }

    pub fn may_have(&self, word: &str) -> bool {
        Self::place(word).is_some_and(|place| self.0[place / 64] & (1 << (place % 64)) != 0)
    }

    /// `None` if it does not begin with three letters of two bytes.
    fn place(word: &str) -> Option<usize> {
        let [a, b, c, d, e, f] = *word.as_bytes().first_chunk::<6>().filter(|_| is_cyrillic(word))?;
        let number = u64::from_le_bytes([a, b, c, d, e, f, 0, 0]);
        Some((number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - PLACES)) as usize)
    }
}

/// [`words::fold`] of a word of the common Cyrillic letters, without an allocation; `None` if others are in it.
fn fold_cyrillic<'a>(word: &str, letters: &'a mut [u8; LONGEST_WORD]) -> Option<&'a [u8]> {
    let bytes = word.as_bytes();
    if bytes.len() > LONGEST_WORD || !bytes.len().is_multiple_of(2) {
        return None;
    }
    for (from, to) in bytes.chunks_exact(2).zip(letters.chunks_exact_mut(2)) {
        let small = match [from[0], from[1]] {
            [0xD0, second @ 0x80..=0x8F] => [0xD1, second + 0x10],
            [0xD0, second @ 0x90..=0x9F] => [0xD0, second + 0x20],
            [0xD0, second @ 0xA0..=0xAF] => [0xD1, second - 0x20],
            [0xD1, 0x91] => [0xD0, 0xB5],
            [0xD0, 0xB0..=0xBF] | [0xD1, 0x80..=0x9F] => [from[0], from[1]],
            _ => return None,
        };
        // Ё loses its dots like ё.
        to.copy_from_slice(&if small == [0xD1, 0x91] { [0xD0, 0xB5] } else { small });
    }
    Some(&letters[..bytes.len()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, Speakers};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_cyrillic_word_is_folded_as_any_other(word in "[Ѐ-џЃё\u{301}'aґ]{0,40}|[А-яЁёІіЇїЄє]{0,40}") {
            let mut letters = [0; LONGEST_WORD];
            if let Some(folded) = fold_cyrillic(&word, &mut letters) {
                let usual = words::fold(&words::clean(&word));
                prop_assert_eq!(folded, usual.as_bytes());
            }
        }

        #[test]
        fn every_case_of_a_name_is_found(ending in prop::sample::select(&["", "а", "у", "ым", "е", "ами", "ого"][..])) {
            let lexicon = Lexicon::new(Language::Russian, &Speakers::standard().unwrap());
            let mut found = Vec::new();
            let looked = lexicon.look_up(&format!("Салливан{ending}"), &mut found);
            prop_assert!(!lexicon.ids(looked, &found).is_empty());
        }
    }

    #[test]
    fn no_case_ending_is_longer() {
        for language in [Language::Russian, Language::Ukrainian] {
            for ending in ["ыми", "ого", "еві", "ями"] {
                let word = format!("путин{ending}");
                let shortest = stems::roots(language, &word).into_iter().map(str::len).min().unwrap();
                assert!(word.len() - shortest <= 2 * LONGEST_ENDING, "{word}");
            }
        }
    }
}
