//! The words that a worker has met, each with its classes.
//!
//! Every different word of a language is looked at once: cleaned, folded, stemmed, compared. After that a
//! word of a text is one look-up. Most words belong to no class, so what is made fast is to find that out.

use super::super::vocabulary::{ClassId, WordIndex};
use crate::model::{Language, Span};
use crate::text::{stems, words};
use rustc_hash::FxHashMap;

/// Different words that a worker remembers per language before it starts anew: far more than real articles
/// have, and a bound for text that is noise.
const MOST_WORDS: usize = 1 << 20;
/// Bytes of a short word: nearly all words in Latin letters, two thirds of those in Cyrillic ones.
const SHORT: usize = 16;
/// Where the classes of a word would begin that was never asked for.
const UNKNOWN: u32 = u32::MAX;
/// Words in the table of recent ones, a power of two: it fits into a core's own cache with room for the text.
const RECENT: usize = 1 << 14;

/// The words of one language.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// Short words met last, each at the place that its bytes give: tells of nineteen words in twenty without a
    /// search. Empty until the first word.
    recent: Vec<(Packed, List)>,
    short: FxHashMap<Packed, List>,
    long: FxHashMap<Box<str>, List>,
    /// By their number in a [`super::WordStreams`].
    by_number: Vec<List>,
    classes: Vec<ClassId>,
}

/// A word of at most [`SHORT`] bytes as two numbers: compared without a look at other memory.
type Packed = (u64, u64);

/// The classes of a word, as [`Vocabulary::classes`] gives them.
#[derive(Clone, Copy, Default)]
pub(super) struct List {
    start: u32,
    len: u16,
    /// What is looked for by one of them, as [`Asks::bit`]s.
    pub awaited: u8,
}

impl List {
    pub fn is_empty(self) -> bool {
        self.len == 0
    }
}

impl Vocabulary {
    pub fn classes(&self, list: List) -> &[ClassId] {
        &self.classes[list.start as usize..list.start as usize + usize::from(list.len)]
    }

    /// The classes of the word at `span` of a text.
    pub fn look_up(&mut self, index: &WordIndex, language: Language, text: &str, span: Span) -> List {
        let Some(packed) = pack(text.as_bytes(), span) else {
            let word = span.text(text);
            return match self.long.get(word) {
                Some(list) => *list,
                None => {
                    let list = self.learn(index, language, word);
                    *self.long.entry(word.into()).or_insert(list)
                }
            };
        };
        let place = place(packed);
        match self.recent.get(place) {
            Some((known, list)) if *known == packed => *list,
            _ => {
                let list = match self.short.get(&packed) {
                    Some(list) => *list,
                    None => {
                        let list = self.learn(index, language, span.text(text));
                        *self.short.entry(packed).or_insert(list)
                    }
                };
                self.recent.resize(RECENT, Default::default());
                self.recent[place] = (packed, list);
                list
            }
        }
    }

    #[cold]
    fn learn(&mut self, index: &WordIndex, language: Language, word: &str) -> List {
        let clean = words::clean(word);
        let stem = stems::stem(language, &words::fold(&clean));
        self.learn_normal(index, language, &clean, &stem)
    }

    fn learn_normal(&mut self, index: &WordIndex, language: Language, clean: &str, stem: &str) -> List {
        let (classes, awaited) = index.classes_of(language, clean, stem);
        let list = List { start: self.classes.len() as u32, len: classes.len() as u16, awaited };
        self.classes.extend(classes);
        list
    }

    /// The classes of the word with this number; `normal` gives it clean, and its stem, if it was never asked for.
    #[inline]
    pub fn look_up_number<'a>(
        &mut self,
        index: &WordIndex,
        language: Language,
        number: u32,
        normal: impl FnOnce() -> (&'a str, &'a str),
    ) -> List {
        match self.by_number.get(number as usize) {
            Some(list) if list.start != UNKNOWN => *list,
            _ => {
                let (clean, stem) = normal();
                let list = self.learn_normal(index, language, clean, stem);
                let unknown = List { start: UNKNOWN, ..List::default() };
                self.by_number.resize(self.by_number.len().max(number as usize + 1), unknown);
                self.by_number[number as usize] = list;
                list
            }
        }
    }

    /// Forgets all words where there are too many. Not in the middle of an article, whose lists would be void.
    pub fn bound(&mut self) {
        if self.short.len() + self.long.len() >= MOST_WORDS {
            *self = Self::default();
        }
    }
}

/// Where a word stands among the recent ones: the high bits of a product, on which all its bytes bear.
fn place((first, second): Packed) -> usize {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = (first ^ second.rotate_left(29)).wrapping_mul(ODD);
    (mixed >> (u64::BITS - RECENT.ilog2())) as usize
}

/// The bytes of a short word as two numbers, with NULs behind, which are in no word; `None` for a long word.
fn pack(text: &[u8], span: Span) -> Option<Packed> {
    let (start, len) = (span.start as usize, span.len());
    if len > SHORT {
        return None;
    }
    let bytes: [u8; SHORT] = match text.get(start..start + SHORT).and_then(|bytes| bytes.try_into().ok()) {
        Some(bytes) => bytes,
        None => {
            // The last words of a text have too little behind them to be read in one go.
            let mut bytes = [0; SHORT];
            bytes[..len].copy_from_slice(&text[start..start + len]);
            bytes
        }
    };
    let all = u128::from_le_bytes(bytes) & (u128::MAX >> (8 * (SHORT - len)));
    Some((all as u64, (all >> 64) as u64))
}
