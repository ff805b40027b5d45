//! Which words belong to which classes of the rules.
//!
//! A word is compared clean, folded, by its stem and by its beginning. That takes long; [`super::link`] asks once for
//! each different word.

use crate::model::{Form, Language, Word};
use crate::text::{is_common, stems, words};
use rustc_hash::FxHashMap;

/// A set of rule words that rules need not tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ClassId(pub u32);

/// What looks for a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// A rule that looks at sentences alone.
    Sentence,
    /// A rule that asks what the article is about: most articles are about something else, and it is then not thought of.
    Amid,
    /// What articles can be about.
    Subject,
}

impl Asks {
    pub const COUNT: usize = 3;

    /// One bit of many.
    pub fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// How much more often a common word ("the", "to") stands in a text than another one. Roughly; it only settles
/// by which of its words a rule is looked for.
const COMMON: u32 = 100;

/// Finds the classes of a word. One table per language, because forms differ.
#[derive(Default)]
pub(super) struct WordIndex {
    known: FxHashMap<Vec<(Word, Option<Language>)>, ClassId>,
    /// By class: how often texts have a word of it, in no unit.
    frequencies: Vec<u32>,
    /// By class: what is looked for by it, as [`Asks::bit`]s.
    awaited: Vec<u8>,
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
        self.awaited.push(0);
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

    /// Notes that something is looked for by this class.
    pub fn await_class(&mut self, class: ClassId, asks: Asks) {
        self.awaited[class.0 as usize] |= asks.bit();
    }

    /// The classes of a clean word with this stem, in order, and what is looked for by one of them.
    pub fn classes_of(&self, language: Language, clean: &str, stem: &str) -> (Vec<ClassId>, u8) {
        let classes = self.tables[language as usize].classes_of(language, clean, &words::fold(clean), stem);
        let awaited = classes.iter().fold(0, |awaited, class| awaited | self.awaited[class.0 as usize]);
        (classes, awaited)
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

    /// The classes of a clean word with this stem, in order.
    fn classes_of(&self, language: Language, clean: &str, folded: &str, stem: &str) -> Vec<ClassId> {
        let mut found = Vec::new();
        let mut look = |key: Key, text: &str| {
            let entries = self.entries[key as usize].get(text).into_iter().flatten();
            found.extend(entries.filter(|entry| entry.spelled.allows(clean)).map(|entry| entry.class));
        };
        look(Key::Whole, folded);
        look(Key::Stem, stem);
        for root in stems::roots(language, folded) {
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
