//! Which words of a text belong to which classes of the rules.
//!
//! Every different word of a language is looked at once: cleaned, folded, stemmed, compared. After that a
//! word of a text is one look-up.

use crate::model::{Form, Language, Span, Word};
use crate::text::{is_common, stems, words};
use rustc_hash::FxHashMap;

/// Different words that a worker remembers per language before it starts anew: far more than real articles
/// have, and a bound for text that is noise.
const MOST_WORDS: usize = 1 << 20;
/// Bytes of a short word: nearly all words in Latin letters, two thirds of those in Cyrillic ones.
const SHORT: usize = 16;
/// Words in the table of recent ones, a power of two: it fits into a core's own cache with room for the text.
const RECENT: usize = 1 << 14;

/// A set of rule words that rules need not tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ClassId(pub u32);

/// How much more often a common word ("the", "to") stands in a text than another one. Roughly; it only settles
/// by which of its words a rule is looked for.
const COMMON: u32 = 100;

/// Finds the classes of a word. One table per language, because forms differ.
#[derive(Default)]
pub(super) struct WordIndex {
    known: FxHashMap<Vec<(Word, Option<Language>)>, ClassId>,
    /// By class: how often texts have a word of it, in no unit.
    frequencies: Vec<u32>,
    /// By class: whether a rule is looked for by it.
    awaited: Vec<bool>,
    tables: [Table; Language::ALL.len()],
}

#[derive(Default)]
struct Table {
    /// By [`Key`].
    entries: [FxHashMap<String, Vec<Entry>>; 4],
    /// Bytes of the prefixes that rules name, sorted.
    prefix_lengths: Vec<usize>,
}

/// What a string in the table is compared with.
#[derive(Clone, Copy, Debug)]
enum Key {
    Whole,
    Stem,
    Root,
    Prefix,
}

struct Entry {
    class: ClassId,
    spelled: Spelled,
}

/// What the capitals of a word must be.
#[derive(Clone)]
enum Spelled {
    Anyhow,
    Capital,
    /// Capital where this has one.
    Like(String),
}

impl WordIndex {
    pub fn classes(&self) -> usize {
        self.known.len()
    }

    /// The class of these words, each with the only language that it holds in.
    pub fn class(&mut self, members: &[(&Word, Option<Language>)]) -> ClassId {
        let key: Vec<(Word, Option<Language>)> = members.iter().map(|(word, only)| ((*word).clone(), *only)).collect();
        let next = ClassId(self.known.len() as u32);
        if let Some(&class) = self.known.get(&key) {
            return class;
        }
        self.known.insert(key, next);
        let frequency = |(word, _): &(&Word, _)| if is_common(&words::fold(&word.text)) { COMMON } else { 1 };
        self.frequencies.push(members.iter().map(frequency).sum());
        self.awaited.push(false);
        for (word, only) in members {
            for language in Language::ALL.into_iter().filter(|language| only.is_none_or(|only| only == *language)) {
                self.tables[language as usize].add(language, word, next);
            }
        }
        next
    }

    /// How often texts have a word of this class, in no unit.
    pub fn frequency(&self, class: ClassId) -> u32 {
        self.frequencies[class.0 as usize]
    }

    /// Notes that a rule is looked for by this class.
    pub fn await_class(&mut self, class: ClassId) {
        self.awaited[class.0 as usize] = true;
    }

    /// Whether any rule word holds in this language.
    pub fn speaks(&self, language: Language) -> bool {
        self.tables[language as usize].entries.iter().any(|entries| !entries.is_empty())
    }
}

impl Table {
    fn add(&mut self, language: Language, word: &Word, class: ClassId) {
        let clean = words::clean(&word.text);
        let folded = words::fold(&clean);
        let capital = if clean.starts_with(char::is_uppercase) { Spelled::Capital } else { Spelled::Anyhow };
        match word.form {
            Form::Exact => self.put(Key::Whole, &folded, class, Spelled::Like(clean)),
            Form::Prefix => {
                // An empty one would be the beginning of every word.
                if let Err(place) = self.prefix_lengths.binary_search(&folded.len())
                    && !folded.is_empty()
                {
                    self.prefix_lengths.insert(place, folded.len());
                }
                self.put(Key::Prefix, &folded, class, capital);
            }
            Form::Name => match stems::root(language, &folded) {
                Some(root) => self.put(Key::Root, root, class, capital),
                None => {
                    self.put(Key::Whole, &format!("{folded}s"), class, capital.clone());
                    self.put(Key::Whole, &folded, class, capital);
                }
            },
            Form::Stem => {
                self.put(Key::Stem, &stems::stem(language, &folded), class, Spelled::Anyhow);
                if let Some(root) = stems::root(language, &folded) {
                    self.put(Key::Root, root, class, Spelled::Anyhow);
                }
            }
        }
    }

    fn put(&mut self, key: Key, text: &str, class: ClassId, spelled: Spelled) {
        self.entries[key as usize].entry(text.to_owned()).or_default().push(Entry { class, spelled });
    }

    /// The classes of a word as it stands in a text, in order.
    fn classes_of(&self, language: Language, surface: &str) -> Vec<ClassId> {
        let clean = words::clean(surface);
        let folded = words::fold(&clean);
        let mut found = Vec::new();
        let mut look = |key: Key, text: &str| {
            let entries = self.entries[key as usize].get(text).into_iter().flatten();
            found.extend(entries.filter(|entry| entry.spelled.allows(&clean)).map(|entry| entry.class));
        };
        look(Key::Whole, &folded);
        look(Key::Stem, &stems::stem(language, &folded));
        for root in stems::roots(language, &folded) {
            look(Key::Root, root);
        }
        for prefix in self.prefix_lengths.iter().filter_map(|length| folded.get(..*length)) {
            look(Key::Prefix, prefix);
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Spelled {
    fn allows(&self, clean: &str) -> bool {
        match self {
            Self::Anyhow => true,
            Self::Capital => clean.starts_with(char::is_uppercase),
            Self::Like(model) => {
                model.chars().zip(clean.chars()).all(|(model, letter)| !model.is_uppercase() || letter.is_uppercase())
            }
        }
    }
}

/// The words of one language that a worker has met, each with its classes.
///
/// Most words of a text belong to no class, so what is made fast is to find that out.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// Short words met last, each at the place that its bytes give: tells of nineteen words in twenty without a
    /// search. Empty until the first word.
    recent: Vec<(Packed, List)>,
    short: FxHashMap<Packed, List>,
    long: FxHashMap<Box<str>, List>,
    classes: Vec<ClassId>,
}

/// A word of at most [`SHORT`] bytes as two numbers: compared without a look at other memory.
type Packed = (u64, u64);

/// The classes of a word, as [`Vocabulary::classes`] gives them.
#[derive(Clone, Copy, Default)]
pub(super) struct List {
    start: u32,
    len: u16,
    /// Whether a rule is looked for by one of them.
    pub awaited: bool,
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
        let classes = index.tables[language as usize].classes_of(language, word);
        let awaited = classes.iter().any(|class| index.awaited[class.0 as usize]);
        let list = List { start: self.classes.len() as u32, len: classes.len() as u16, awaited };
        self.classes.extend(classes);
        list
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
