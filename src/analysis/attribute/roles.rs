//! Who is meant by a role: "the president", "his spokesman", "officials" in Kyiv.

use super::marks::{Marks, Name};
use super::memory::Memory;
use super::nouns::Phrase;
use super::units::{Gap, Unit};
use super::who::{Kind, Scene, Who};
use crate::model::{Body, Language, PersonIx, SideIx, Speakers};
use crate::text::{stems, words};

/// Bytes that a state's name in two cases begins with: two letters of two bytes.
const ALIKE: usize = 4;
/// The state at whose capital the papers of a language mostly are: there "МИД" alone is Russia's.
const HOMES: [(Language, &str); 2] = [(Language::Russian, "Россия"), (Language::Ukrainian, "Україна")];

/// The side of the state that a paper in this language means by "the Foreign Ministry".
pub(super) fn home(language: Language, speakers: &Speakers) -> Option<SideIx> {
    let (_, noun) = HOMES.iter().find(|(known, _)| *known == language)?;
    let land = speakers.lands.iter().find(|land| land.nouns.iter().any(|known| known == noun))?;
    speakers.find_side(&land.side)
}

impl Scene<'_> {
    pub(super) fn of_role(
        &self,
        phrase: &Phrase,
        role: &Unit,
        side: Option<SideIx>,
        memory: &Memory,
        at: usize,
    ) -> Option<Who> {
        let units = &self.units[phrase.units.clone()];
        if let (Name::Office(office), Some(side)) = (role.name, side)
            && units.iter().filter(|unit| unit.is(Marks::ROLE)).count() == 1
        {
            let office = &self.speakers.offices[usize::from(office)].id;
            if let Some(holder) = self.holder(office, side, memory) {
                let known = self.speakers.person(holder);
                let (name, she) = (known.name.clone(), Some(known.she));
                return Some(Who { she, ..Who::new(name, Some(side), Kind::Person) });
            }
        }
        if side.is_none()
            && role.is(Marks::COUNTERPART)
            && let Some(other) = self.counterpart(phrase, memory, at)
        {
            return Some(other);
        }
        let side =
            side.or_else(|| self.owner_side(phrase, memory, at)).or_else(|| self.opening_place(phrase, role, at));
        // "Officials say" are new ones; Slavic languages have no articles to tell it.
        let slavic = matches!(self.language, Language::Russian | Language::Ukrainian);
        let known = units.iter().any(|unit| unit.is(Marks::DEFINITE)) || slavic;
        let indefinite = !known || slavic && units.iter().any(|unit| unit.is(Marks::INDEFINITE));
        if side.is_none()
            && !indefinite
            && let Some(who) = memory.role(role, self.text, at, &|who| self.may_be_called(who, role))
        {
            return Some(who);
        }
        if let Some(body) = units.iter().find_map(|unit| self.of_body(unit)).filter(|who| who.kind == Kind::Body)
            && side.is_some()
            && units.len() <= 4
            && units.iter().any(|unit| matches!(unit.name, Name::Body(_)))
        {
            let person = !role.span.text(self.text).contains("service");
            if !person {
                return Some(body);
            }
        }
        Some(self.described(phrase, side))
    }

    /// "His counterpart": who was last spoken of on another side than his.
    fn counterpart(&self, phrase: &Phrase, memory: &Memory, sentence: usize) -> Option<Who> {
        let own = self.owner_side(phrase, memory, sentence)?;
        memory.other_side(own, sentence)
    }

    /// Whether somebody may be meant by a role alone: "the president" is one who was it, "the official" is none.
    fn may_be_called(&self, who: &Who, role: &Unit) -> bool {
        let known = self.speakers.persons.iter().find(|person| person.name == who.name);
        let held = known.map_or(&[][..], |person| &person.held);
        match role.name {
            Name::Office(office) => {
                held.iter().any(|held| held.office == self.speakers.offices[usize::from(office)].id)
            }
            // "The minister" is one who is foreign minister.
            _ => held.is_empty() || held.iter().any(|held| self.is_short_for(role, &held.office)),
        }
    }

    /// Whether a role is the first part of an office's name.
    fn is_short_for(&self, role: &Unit, office: &str) -> bool {
        let role = role.span.text(self.text).to_lowercase();
        let words = self.speakers.offices.iter().filter(|known| known.id == office).flat_map(|known| &known.words);
        words.into_iter().any(|word| word.to_lowercase().split(' ').any(|part| part == role))
    }

    /// Who held an office when the article was written; without a date, whoever of those in the article held it.
    fn holder(&self, office: &str, side: SideIx, memory: &Memory) -> Option<PersonIx> {
        if self.day.is_some() {
            return self.speakers.holder(office, side, self.day);
        }
        let held = |person: &PersonIx| {
            let person = self.speakers.person(*person);
            person.held.iter().any(|held| held.office == office) && self.speakers.find_side(&person.side) == Some(side)
        };
        memory.persons.iter().copied().find(held)
    }

    /// "Putin will read it, his spokesman said": the side of whom the sentence has named before, else of the last person.
    pub(super) fn owner_side(&self, phrase: &Phrase, memory: &Memory, sentence: usize) -> Option<SideIx> {
        let owner = self.units[phrase.units.clone()].iter().find(|unit| unit.is(Marks::OWNER))?;
        let start = self.sentences.get(sentence)?.start;
        let before = self.units[start..phrase.units.start].iter();
        if self.is_of_state(owner, &self.units[phrase.units.clone()]) {
            let state = |unit: &&Unit| matches!(unit.name, Name::Land(_) | Name::Body(_)) && !unit.quoted;
            let here = before.clone().rev().find(state).and_then(|unit| self.side_of(unit));
            return here.or_else(|| memory.state(sentence)?.side);
        }
        let whose_office = |unit: &Unit| match unit.name {
            Name::Office(office) => {
                self.speakers.find_side(self.speakers.offices[usize::from(office)].side.as_deref()?)
            }
            Name::Person(_) => self.side_of(unit),
            _ => None,
        };
        let named = before.filter(|unit| !unit.quoted).find_map(whose_office);
        named.or_else(|| memory.pronoun(owner.marks | Marks::HE | Marks::SHE, sentence)?.side)
    }

    /// Whether "its minister", "son premier ministre" is that of a state and no man's.
    fn is_of_state(&self, owner: &Unit, phrase: &[Unit]) -> bool {
        let office = phrase.iter().any(|unit| matches!(unit.name, Name::Office(_)));
        match self.language {
            Language::English | Language::Other => {
                matches!(owner.span.text(self.text), "its" | "their" | "Its" | "Their")
            }
            Language::French => office,
            _ => false,
        }
    }

    /// "In Kyiv, officials said": the place that opens the sentence tells whose they are.
    pub(super) fn opening_place(&self, phrase: &Phrase, role: &Unit, sentence: usize) -> Option<SideIx> {
        let range = self.sentences.get(sentence)?.clone();
        let [preposition, place, ..] = &self.units[range.clone()] else { return None };
        let opens = preposition.is(Marks::PREPOSITION) && !place.gap.has(Gap::ANY);
        let Name::Land(side) = place.name else { return None };
        let alone = phrase.units.start >= range.start + 2 && !matches!(role.name, Name::Office(_));
        (opens && alone).then_some(side)
    }

    /// An institution that every state has, with nothing beside it that tells whose it is.
    pub(super) fn is_ministry(&self, unit: &Unit) -> bool {
        matches!(unit.name, Name::Body(body) if self.speakers.body(body).side.is_none())
    }

    /// A state's name in its first form: "Москва" for "Москве".
    pub(super) fn land_name(&self, unit: &Unit) -> String {
        let surface = unit.span.text(self.text);
        let folded = words::fold(&words::clean(surface));
        let roots = stems::roots(self.language, &folded);
        let is_form = |noun: &&String| {
            if noun.as_bytes().get(..ALIKE) != surface.as_bytes().get(..ALIKE) {
                return false;
            }
            let noun = words::fold(&words::clean(noun));
            noun == folded || stems::root(self.language, &noun).is_some_and(|root| roots.contains(&root))
        };
        let mut nouns = self.speakers.lands.iter().flat_map(|land| &land.nouns);
        if roots.is_empty() || surface.contains(' ') {
            let genitive = surface.strip_suffix('s').filter(|name| nouns.any(|noun| noun == name));
            return genitive.unwrap_or(surface).to_owned();
        }
        nouns.find(is_form).cloned().unwrap_or_else(|| surface.to_owned())
    }

    /// What stands for all papers in the speakers file.
    fn papers(&self) -> Option<&Body> {
        self.speakers.bodies.iter().find(|body| body.name.starts_with(char::is_lowercase))
    }

    /// The side of those who speak for no party.
    pub(super) fn papers_side(&self) -> Option<SideIx> {
        self.speakers.find_side(self.papers()?.side.as_deref()?)
    }

    /// Whether these words name a paper: one of those that the speakers file calls by a small word, or a body without
    /// pages of its own on their side.
    pub(super) fn is_paper(&self, units: &[Unit]) -> bool {
        let small = |name: &str| name.starts_with(char::is_lowercase);
        let Some(papers) = self.papers() else { return false };
        units.iter().any(|unit| {
            let Name::Body(body) = unit.name else { return false };
            let body = self.speakers.body(body);
            small(&body.name) || body.side == papers.side && body.side.is_some() && body.sites.is_empty()
        })
    }
}
