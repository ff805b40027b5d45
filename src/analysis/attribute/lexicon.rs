//! What a word of a text can mean when somebody speaks: the names of a speakers file and the cues of a language.
//!
//! Every spelling is looked up as it stands in the text, so a word costs one look into a table. Only Cyrillic nouns
//! and names have more forms than can be listed; they are found by their roots, if their first letters fit.

use super::languages::{Cues, VerbForm, cues, is_plural, verb_forms};
use super::lookup::{Beginnings, is_cyrillic};
use super::marks::{Marks, Meaning, Name};
use super::table::Table;
use crate::model::{BodyIx, Language, PersonIx, Speakers};
use crate::text::{stems, words};
use rustc_hash::FxHashMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct WordId(pub u32);

/// Words in a row, by the first one.
pub(super) struct Phrase {
    pub rest: Vec<WordId>,
    pub meaning: Meaning,
}

/// The words of one spelling.
#[derive(Default)]
pub(super) struct Spelled {
    pub ids: Vec<WordId>,
    /// Their meaning, if no longer phrase begins with them: most words need no further look.
    pub alone: Option<Meaning>,
}

/// All that can be looked up in one language.
pub(super) struct Lexicon {
    pub language: Language,
    /// All spellings, and by their numbers the words that are spelled so.
    pub exact: Table,
    pub spelled: Vec<Spelled>,
    /// The roots of Cyrillic words that are declined, and by their numbers these words.
    pub roots: Table,
    pub rooted: Vec<Vec<WordId>>,
    pub beginnings: Beginnings,
    /// By word: whether it must have a capital.
    pub capital: Vec<bool>,
    pub phrases: Vec<Vec<Phrase>>,
    /// By clean word, and whether it is declined.
    ids: FxHashMap<(String, bool), WordId>,
}

impl Lexicon {
    pub fn new(language: Language, speakers: &Speakers) -> Self {
        let mut lexicon = Self {
            language,
            exact: Table::default(),
            spelled: Vec::new(),
            roots: Table::default(),
            rooted: Vec::new(),
            beginnings: Beginnings::default(),
            capital: Vec::new(),
            phrases: Vec::new(),
            ids: FxHashMap::default(),
        };
        lexicon.add_names(speakers);
        lexicon.add_cues(cues(language));
        lexicon.note_lone_words();
        lexicon.ids = FxHashMap::default();
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
                let plural = if is_plural(language, &form) { Marks::PLURAL } else { Marks::default() };
                self.add(&form.replace('_', " "), false, marks | kind | plural, Name::None);
            }
        }
        let nouns = [
            (cues.roles, Marks::ROLE),
            (cues.unnamed, Marks::ROLE | Marks::UNNAMED),
            (cues.experts, Marks::ROLE | Marks::EXPERT),
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
            (cues.split, Marks::SPLIT),
            (cues.particles, Marks::PARTICLE),
            (cues.speaks, Marks::SPEAKS),
            (cues.about, Marks::ABOUT),
            (cues.one, Marks::ONE),
            (cues.generic, Marks::GENERIC),
            (cues.owners, Marks::OWNER),
            (cues.have, Marks::HAVE),
            (cues.reported, Marks::REPORTED),
            (cues.accounts, Marks::ACCOUNT),
            (cues.by_account, Marks::BY),
            (cues.cites, Marks::CITES),
            (cues.phoned, Marks::PHONED),
            (cues.unreal, Marks::UNREAL),
            (cues.titles, Marks::TITLE),
            (cues.questions, Marks::QUESTION),
            (cues.answers, Marks::ANSWER),
            (cues.own_word, Marks::OWN_WORD),
            (cues.joint, Marks::JOINT),
            (cues.points_back, Marks::BACK),
            (cues.counterparts, Marks::COUNTERPART),
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
        if let Some(root) = stems::root(self.language, &folded).filter(|_| declined && is_cyrillic(&folded)) {
            self.add_root(root, id);
        }
        for spelling in spellings(&clean, declined) {
            let number = self.exact.add(spelling.as_bytes());
            self.spelled.resize_with(self.spelled.len().max(number + 1), Spelled::default);
            let ids = &mut self.spelled[number].ids;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        id
    }

    fn add_root(&mut self, root: &str, id: WordId) {
        let number = self.roots.add(root.as_bytes());
        self.rooted.resize_with(self.rooted.len().max(number + 1), Vec::new);
        self.rooted[number].push(id);
        self.beginnings.add(root);
        self.beginnings.add(&with_capital(root));
        self.beginnings.add(&root.to_uppercase());
    }

    fn note_lone_words(&mut self) {
        for spelled in &mut self.spelled {
            let [id] = spelled.ids[..] else { continue };
            spelled.alone = match &self.phrases[id.0 as usize][..] {
                [phrase] if phrase.rest.is_empty() && !phrase.meaning.marks.is(Marks::OF_HEADLINES) => {
                    Some(phrase.meaning)
                }
                _ => None,
            };
        }
    }
}

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').map(str::trim).filter(|entry| !entry.is_empty())
}

fn with_capital(word: &str) -> String {
    word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect()
}

/// How a word may stand in a text: as given, with a capital, in capitals, a name also with a genitive s.
fn spellings(clean: &str, declined: bool) -> Vec<String> {
    let upper = clean.to_uppercase();
    let mut spellings = vec![clean.to_owned()];
    if !clean.starts_with(char::is_uppercase) {
        spellings.push(with_capital(clean));
    } else if declined && !is_cyrillic(clean) && clean != upper {
        spellings.push(format!("{clean}s"));
    }
    // "IT" is not "It", but nobody writes "US" for "us".
    if clean.chars().count() > 2 {
        spellings.push(upper);
    }
    spellings
}
