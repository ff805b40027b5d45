//! Which words of a text belong to which classes of the rules.
//!
//! Every different word of a language is looked at once: cleaned, folded, stemmed, compared. After that a
//! word of a text is one look-up.

use crate::model::{Form, Language, Word};
use crate::text::{stems, words};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Different words that a worker remembers per language before it starts anew: far more than real articles
/// have, and a bound for text that is noise.
const MOST_WORDS: usize = 1 << 20;

/// A set of rule words that rules need not tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ClassId(pub u32);

/// Finds the classes of a word. One table per language, because forms differ.
#[derive(Default)]
pub(super) struct WordIndex {
    known: FxHashMap<Vec<(Word, Option<Language>)>, ClassId>,
    tables: [Table; Language::ALL.len()],
}

#[derive(Default)]
struct Table {
    entries: FxHashMap<(Key, String), Vec<Entry>>,
    /// Bytes of the longest prefix that a rule names.
    longest_prefix: usize,
}

/// What a string in the table is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
        for (word, only) in members {
            for language in Language::ALL.into_iter().filter(|language| only.is_none_or(|only| only == *language)) {
                self.tables[language as usize].add(language, word, next);
            }
        }
        next
    }

    /// Whether any rule word holds in this language.
    pub fn speaks(&self, language: Language) -> bool {
        !self.tables[language as usize].entries.is_empty()
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
                self.longest_prefix = self.longest_prefix.max(folded.len());
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
        self.entries.entry((key, text.to_owned())).or_default().push(Entry { class, spelled });
    }

    /// The classes of a word as it stands in a text, in order.
    fn classes_of(&self, language: Language, surface: &str) -> Vec<ClassId> {
        let clean = words::clean(surface);
        let folded = words::fold(&clean);
        let mut found = Vec::new();
        let mut look = |key: Key, text: &str| {
            let entries = self.entries.get(&(key, text.to_owned())).into_iter().flatten();
            found.extend(entries.filter(|entry| entry.spelled.allows(&clean)).map(|entry| entry.class));
        };
        look(Key::Whole, &folded);
        look(Key::Stem, &stems::stem(language, &folded));
        for root in stems::roots(language, &folded) {
            look(Key::Root, root);
        }
        for (end, _) in folded.char_indices().skip(1).take_while(|(end, _)| *end <= self.longest_prefix) {
            look(Key::Prefix, &folded[..end]);
        }
        if folded.len() <= self.longest_prefix {
            look(Key::Prefix, &folded);
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
#[derive(Default)]
pub(super) struct Vocabulary {
    known: FxHashMap<Box<str>, Range<u32>>,
    classes: Vec<ClassId>,
}

impl Vocabulary {
    /// The classes of a word as it stands in a text.
    pub fn classes(&mut self, index: &WordIndex, language: Language, surface: &str) -> &[ClassId] {
        let range = match self.known.get(surface) {
            Some(range) => range.clone(),
            None => self.learn(index, language, surface),
        };
        &self.classes[range.start as usize..range.end as usize]
    }

    fn learn(&mut self, index: &WordIndex, language: Language, surface: &str) -> Range<u32> {
        if self.known.len() >= MOST_WORDS {
            *self = Self::default();
        }
        let start = self.classes.len() as u32;
        self.classes.extend(index.tables[language as usize].classes_of(language, surface));
        let range = start..self.classes.len() as u32;
        self.known.insert(surface.into(), range.clone());
        range
    }
}
