//! Cues that are no verbs: "according to Ushakov", "nach russischen Angaben", "quoted Lavrov as saying".

use super::clauses::{Clause, Rank, SentenceView};
use super::marks::{Marks, Name};
use super::nouns::{Phrase, right_of};
use super::units::{Gap, Unit};
use crate::model::Language;

/// Words that tell whose account it is: "nach ersten russischen Angaben".
const LONGEST_OWNER: usize = 4;

impl SentenceView<'_> {
    pub(super) fn according(&self, at: usize) -> Option<Clause> {
        // A lone short word ("so", "per") needs an aside of its own.
        let lone = self.units[at].span.len() <= 3;
        if lone && !(at > self.start && self.opens_aside(at)) {
            return None;
        }
        // "de source américaine": an adjective may be all.
        let adjective = || {
            let next = self.units[..self.end].get(at + 1)?;
            let whose = matches!(next.name, Name::Whose(_)) && !next.gap.has(Gap::ANY);
            whose.then_some(Phrase { units: at..at + 2, joined: None })
        };
        // "Nach den Worten von Peskow".
        let next = self.units[..self.end].get(at + 1)?;
        let of = next.is(Marks::PREPOSITION) && !next.is(Marks::DEFINITE | Marks::AT) && !next.gap.has(Gap::ANY);
        let source = match self.units[at].is(Marks::PRONOUN) {
            true => Phrase { units: at..at + 1, joined: None },
            false => right_of(self.units, at + 1 + usize::from(of), self.end).or_else(adjective)?,
        };
        let source = self.before_verb_word(source);
        // "Pour Moscou, la porte reste ouverte", but "Pour Moscou il part demain".
        let view = self.units[at].is(Marks::PREPOSITION);
        let set_off = self.units[..self.end].get(source.units.end).is_some_and(|next| next.gap.has(Gap::COMMA));
        if view && !(at == self.start && set_off && self.is_strong(&source)) {
            return None;
        }
        let inner = at > self.start && self.units[at - 1].is(Marks::THAT | Marks::WHO);
        Some(self.clause(if inner { Rank::Inner } else { Rank::According }, at, source, Marks::ACCORDING))
    }

    /// German tells a verb from a noun by its small letter: "nach Einschätzung der Geheimdienste plant Russland".
    fn before_verb_word(&self, source: Phrase) -> Phrase {
        if self.language != Language::German {
            return source;
        }
        let units = &self.units[source.units.clone()];
        let head = units.iter().position(|unit| unit.capital && (unit.name == Name::None || unit.is(Marks::ROLE)));
        let head = head
            .or_else(|| units.iter().position(|unit| unit.name != Name::None && !matches!(unit.name, Name::Whose(_))));
        let Some(head) = head else { return source };
        let verb = units[head..].iter().skip(1).position(|unit| unit.is_plain());
        let end = verb.map_or(source.units.end, |verb| source.units.start + head + 1 + verb);
        Phrase { units: source.units.start..end, joined: source.joined }
    }

    /// "nach russischen Angaben", "за попередньою інформацією Служби безпеки": whose account it is stands before the
    /// noun or behind it.
    pub(super) fn account(&self, at: usize) -> Option<Clause> {
        let near =
            (self.start..at).rev().take(LONGEST_OWNER).take_while(|before| !self.units[before + 1].gap.has(Gap::ANY));
        let by = near.into_iter().find(|before| self.units[*before].is(Marks::BY))?;
        let owner = &self.units[by + 1..at];
        let tells = |unit: &Unit| {
            matches!(unit.name, Name::Whose(_) | Name::Person(_))
                || unit.genitive && unit.name != Name::None
                || unit.name != Name::None && self.language == Language::German
        };
        let source = match owner.iter().rposition(tells) {
            Some(name) if matches!(owner[name].name, Name::Whose(_)) => by + 1..at + 1,
            Some(_) => by + 1..at,
            None if owner.iter().all(Unit::is_plain) && self.language != Language::English => {
                right_of(self.units, at + 1, self.end).filter(|source| source.units.start == at + 1)?.units
            }
            None => return None,
        };
        Some(self.clause(Rank::According, at, Phrase { units: source, joined: None }, Marks::ACCORDING))
    }

    /// "quoted Lavrov as saying", "цитирует Пескова": whoever is quoted speaks if it is a paper that quotes him.
    pub(super) fn cited(&self, at: usize) -> Option<Clause> {
        let said = right_of(self.units, at + 1, self.end).filter(|source| self.is_strong(source))?;
        let as_saying = self.units[..self.end].get(said.units.end).is_some_and(|next| next.is(Marks::AS));
        let free_order = self.language != Language::English;
        (free_order || as_saying).then(|| self.clause(Rank::Inner, at, said, Marks::SAID))
    }
}
