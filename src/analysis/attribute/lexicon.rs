//! What a word of a text can mean when somebody speaks: the names of a speakers file and the cues of a language.
//!
//! Every spelling is looked up as it stands in the text, so a word costs one look into a table. Only Cyrillic nouns
//! and names have more forms than can be listed; they are found by their roots, if their first letters fit.

use super::languages::{Cues, VerbForm, cues, verb_forms};
use super::marks::{Marks, Meaning, Name};
use crate::model::{BodyIx, Language, PersonIx, Speakers};
use crate::text::{stems, words};
use rustc_hash::{FxHashMap, FxHashSet};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct WordId(u32);

/// Words in a row, by the first one.
struct Phrase {
    rest: Vec<WordId>,
    meaning: Meaning,
}

/// The words of one spelling.
#[derive(Default)]
struct Spelled {
    ids: Vec<WordId>,
    /// Their meaning, if no longer phrase begins with them: most words need no further look.
    alone: Option<Meaning>,
}

/// All that can be looked up in one language.
pub(super) struct Lexicon {
    language: Language,
    /// By spelling: all words that are spelled so.
    exact: FxHashMap<Box<str>, Spelled>,
    /// By root, of Cyrillic words that are declined.
    roots: FxHashMap<Box<str>, Vec<WordId>>,
    /// The first three letters of all roots, small and capital.
    beginnings: FxHashSet<[u8; 6]>,
    /// By word: whether it must have a capital.
    capital: Vec<bool>,
    phrases: Vec<Vec<Phrase>>,
    ids: FxHashMap<(String, bool), WordId>,
}

/// How many words a phrase has, and what it means.
pub(super) type Found = Option<(usize, Meaning)>;

impl Lexicon {
    pub fn new(language: Language, speakers: &Speakers) -> Self {
        let mut lexicon = Self {
            language,
            exact: FxHashMap::default(),
            roots: FxHashMap::default(),
            beginnings: FxHashSet::default(),
            capital: Vec::new(),
            phrases: Vec::new(),
            ids: FxHashMap::default(),
        };
        lexicon.add_names(speakers);
        lexicon.add_cues(cues(language));
        lexicon.note_lone_words();
        lexicon
    }

    fn add_names(&mut self, speakers: &Speakers) {
        let side = |id: &str| speakers.find_side(id);
        for (index, person) in speakers.persons.iter().enumerate() {
            person.forms.iter().for_each(|form| self.add_name(form, Name::Person(PersonIx(index as u16))));
            person.given.iter().for_each(|given| self.add(given, true, Marks::GIVEN, Name::None));
        }
        for (index, body) in speakers.bodies.iter().enumerate() {
            body.forms.iter().for_each(|form| self.add_name(form, Name::Body(BodyIx(index as u16))));
        }
        for land in &speakers.lands {
            if let Some(side) = side(&land.side) {
                land.nouns.iter().for_each(|noun| self.add_name(noun, Name::Land(side)));
                for word in &land.adjectives {
                    self.add_name(word, Name::Whose(side));
                    // Only there: "die russische Botschaft", but English "russian" is a slip and "polish" a verb.
                    if self.language == Language::German {
                        self.add_name(&word.to_lowercase(), Name::Whose(side));
                    }
                }
            }
        }
        for (index, office) in speakers.offices.iter().enumerate() {
            let name = Name::Office(index as u16);
            office.words.iter().for_each(|word| self.add(word, true, Marks::ROLE, name));
        }
    }

    fn add_name(&mut self, form: &str, name: Name) {
        self.add(form, true, Marks::default(), name);
    }

    fn add_cues(&mut self, cues: &Cues) {
        let verbs = [(cues.said, Marks::SAID), (cues.shown, Marks::SHOWN), (cues.uttered, Marks::UTTERED)];
        for (list, marks) in verbs {
            let language = self.language;
            for (form, kind) in entries(list).flat_map(|entry| verb_forms(language, entry)) {
                let kind = match kind {
                    VerbForm::Finite => Marks::default(),
                    VerbForm::Base => Marks::BASE,
                    VerbForm::Participle => Marks::PARTICIPLE,
                };
                self.add(&form.replace('_', " "), false, marks | kind, Name::None);
            }
        }
        let nouns = [
            (cues.roles, Marks::ROLE),
            (cues.collectives, Marks::ROLE | Marks::COLLECTIVE),
            (cues.documents, Marks::DOCUMENT),
        ];
        for (list, marks) in nouns {
            entries(list).for_each(|entry| self.add(entry, true, marks, Name::None));
        }
        self.add_small_words(cues);
    }

    fn add_small_words(&mut self, cues: &Cues) {
        let others = [
            (cues.according, Marks::ACCORDING),
            (cues.according_to_him, Marks::ACCORDING | Marks::HE),
            (cues.according_to_her, Marks::ACCORDING | Marks::SHE),
            (cues.after_source, Marks::AFTER_SOURCE),
            (cues.groups, Marks::GROUP),
            (cues.he, Marks::HE),
            (cues.she, Marks::SHE),
            (cues.they, Marks::THEY),
            (cues.it, Marks::IT),
            (cues.that, Marks::THAT),
            (cues.who, Marks::WHO),
            (cues.breaks, Marks::BREAK),
            (cues.and, Marks::AND),
            (cues.but, Marks::BUT),
            (cues.skipped, Marks::SKIPPED),
            (cues.definite, Marks::DEFINITE),
            (cues.indefinite, Marks::INDEFINITE),
            (cues.prepositions, Marks::PREPOSITION),
            (cues.at, Marks::AT),
            (cues.be, Marks::BE),
            (cues.participles, Marks::BARE),
            (cues.as_said, Marks::AS),
            (cues.phoned, Marks::PHONED),
            (cues.unreal, Marks::UNREAL),
            (cues.titles, Marks::TITLE),
            (cues.questions, Marks::QUESTION),
            (cues.answers, Marks::ANSWER),
            (cues.own_word, Marks::OWN_WORD),
            (cues.joint, Marks::JOINT),
        ];
        for (list, marks) in others {
            entries(list).for_each(|entry| self.add(entry, false, marks, Name::None));
        }
    }

    /// Adds a phrase. `declined`: whether its words have case endings where the language has them.
    fn add(&mut self, phrase: &str, declined: bool, marks: Marks, name: Name) {
        let mut spans = Vec::new();
        words::words(phrase, 0, self.language, &mut spans);
        let ids: Vec<WordId> = spans.iter().map(|span| self.word(span.text(phrase), declined)).collect();
        let Some((first, rest)) = ids.split_first() else { return };
        let phrases = &mut self.phrases[first.0 as usize];
        match phrases.iter_mut().find(|phrase| phrase.rest == rest) {
            Some(known) => {
                known.meaning.marks |= marks;
                known.meaning.name = known.meaning.name.max(name);
            }
            None => phrases.push(Phrase { rest: rest.to_vec(), meaning: Meaning { marks, name } }),
        }
    }

    fn word(&mut self, surface: &str, declined: bool) -> WordId {
        let clean = words::clean(surface);
        if let Some(id) = self.ids.get(&(clean.clone(), declined)) {
            return *id;
        }
        let id = WordId(self.phrases.len() as u32);
        self.ids.insert((clean.clone(), declined), id);
        self.phrases.push(Vec::new());
        let capital = clean.starts_with(char::is_uppercase);
        self.capital.push(capital);
        let folded = words::fold(&clean);
        let root = stems::root(self.language, &folded).filter(|_| declined && is_cyrillic(&folded));
        if let Some(root) = root {
            self.roots.entry(root.into()).or_default().push(id);
            self.beginnings.extend(beginning(root));
            let upper: String = root.chars().take(1).flat_map(char::to_uppercase).chain(root.chars().skip(1)).collect();
            self.beginnings.extend(beginning(&upper));
        }
        for spelling in spellings(&clean, declined) {
            let ids = &mut self.exact.entry(spelling.into()).or_default().ids;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        id
    }

    fn note_lone_words(&mut self) {
        for spelled in self.exact.values_mut() {
            let [id] = spelled.ids[..] else { continue };
            spelled.alone = match &self.phrases[id.0 as usize][..] {
                [phrase] if phrase.rest.is_empty() => Some(phrase.meaning),
                _ => None,
            };
        }
    }

    /// The words of the lexicon that a word of a text is a form of, and their meaning where no phrase begins with them.
    pub fn look_up(&self, surface: &str, found: &mut Vec<u32>) -> Option<Meaning> {
        let plain = surface.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let spelled = match plain || is_cyrillic(surface) {
            true => self.exact.get(surface),
            false => self.exact.get(words::clean(surface).as_str()),
        };
        found.extend(spelled.iter().flat_map(|spelled| &spelled.ids).map(|id| id.0));
        if plain {
            return spelled.and_then(|spelled| spelled.alone);
        }
        if beginning(surface).is_some_and(|beginning| self.beginnings.contains(&beginning)) {
            self.look_up_roots(surface, found);
        }
        None
    }

    fn look_up_roots(&self, surface: &str, found: &mut Vec<u32>) {
        let clean = words::clean(surface);
        let capital = clean.starts_with(char::is_uppercase);
        let folded = words::fold(&clean);
        for root in stems::roots(self.language, &folded) {
            let ids = self.roots.get(root).into_iter().flatten();
            found.extend(ids.filter(|id| capital || !self.capital[id.0 as usize]).map(|id| id.0));
        }
        found.sort_unstable();
        found.dedup();
    }

    /// The longest phrase that begins with one of the words `first`; `nth(n)` gives those of the n-th word after it.
    /// "Readout of" and the like are phrases of a headline only.
    pub fn longest<'a>(&self, first: &[u32], headline: bool, nth: impl Fn(usize) -> Option<&'a [u32]>) -> Found {
        let mut best: Found = None;
        for phrase in first.iter().flat_map(|id| &self.phrases[*id as usize]) {
            let fits = |(n, word): (usize, &WordId)| nth(n + 1).is_some_and(|ids| ids.contains(&word.0));
            let length = phrase.rest.len() + 1;
            let of_headlines = phrase.meaning.marks.is(Marks::OWN_WORD | Marks::JOINT);
            if of_headlines && !headline
                || best.is_some_and(|(longest, _)| longest > length)
                || !phrase.rest.iter().enumerate().all(fits)
            {
                continue;
            }
            match &mut best {
                Some((longest, meaning)) if *longest == length => {
                    meaning.marks |= phrase.meaning.marks;
                    meaning.name = meaning.name.max(phrase.meaning.name);
                }
                _ => best = Some((length, phrase.meaning)),
            }
        }
        best
    }
}

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').map(str::trim).filter(|entry| !entry.is_empty())
}

fn is_cyrillic(word: &str) -> bool {
    matches!(word.as_bytes().first(), Some(0xD0..=0xD2))
}

/// The first three letters of a word whose letters have two bytes each.
fn beginning(word: &str) -> Option<[u8; 6]> {
    is_cyrillic(word).then(|| word.as_bytes().get(..6)?.try_into().ok())?
}

/// How a word may stand in a text: as given, with a capital, in capitals, a name also with a genitive s.
fn spellings(clean: &str, declined: bool) -> Vec<String> {
    let upper = clean.to_uppercase();
    let mut spellings = vec![clean.to_owned()];
    if !clean.starts_with(char::is_uppercase) {
        let rest = clean.chars().skip(1);
        spellings.push(clean.chars().take(1).flat_map(char::to_uppercase).chain(rest).collect());
    } else if declined && clean.is_ascii() && clean != upper {
        spellings.push(format!("{clean}s"));
    }
    // "IT" is not "It", but nobody writes "US" for "us".
    if clean.chars().count() > 2 {
        spellings.push(upper);
    }
    spellings
}
