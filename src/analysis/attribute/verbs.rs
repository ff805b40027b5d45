//! Whether a word that can be a verb of saying is one here: not a noun, a passive, a name, a telephone call.

use super::clauses::SentenceView;
use super::marks::{Marks, Name};
use super::nouns::{Phrase, names_somebody, right_of};
use super::units::{Gap, Unit};
use crate::model::Language;

impl SentenceView<'_> {
    /// The word before a verb, passing over what may stand between.
    pub(super) fn before_verb(&self, at: usize) -> Option<&Unit> {
        let skipped = |unit: &Unit| unit.is(Marks::SKIPPED) && !unit.is(Marks::UNREAL);
        let mut before = at;
        while before > self.start && !self.units[before].gap.has(Gap::ANY) {
            before -= 1;
            if !skipped(&self.units[before]) {
                return Some(&self.units[before]);
            }
        }
        None
    }

    /// "It is said", "was told": the subject is no source.
    pub(super) fn is_passive(&self, at: usize) -> bool {
        let verb = &self.units[at];
        let be = |unit: &&Unit| unit.is(Marks::SKIPPED) && !unit.is(Marks::BE);
        let before = self.units[self.start..at].iter().rev().find(|unit| !be(unit));
        let past = !verb.is(Marks::PARTICIPLE);
        past && before.is_some_and(|unit| unit.is(Marks::BE)) && !verb.gap.has(Gap::ANY)
    }

    /// "Chancery Notes is a newsletter": a name, unless a headline has all its words so.
    pub(super) fn is_title_case(&self, at: usize) -> bool {
        let next = self.units[..self.end].get(at + 1);
        self.units[at].capital && at > self.start && next.is_some_and(|next| !next.capital && !next.gap.has(Gap::ANY))
    }

    /// "machte … klar", "sprach im Anschluss von": the particle ends the clause, or its preposition opens what is said.
    pub(super) fn has_particle(&self, at: usize) -> bool {
        // "Von einer Sackgasse sprach Rjabkow."
        let opens = &self.units[self.start];
        if self.units[at].is(Marks::SPEAKS) && opens.is(Marks::ABOUT) && self.language == Language::German {
            return true;
        }
        let apart = |place: usize| self.units[..self.end].get(place).is_none_or(|next| next.gap.has(Gap::ANY));
        let mut clause = (at + 1..self.end).take_while(|place| !self.units[*place].gap.has(Gap::ANY));
        clause.any(|place| {
            let unit = &self.units[place];
            // "Spoke with the leaders of France" says nothing.
            let near = self.units[at + 1..place].iter().all(|unit| unit.is(Marks::SKIPPED));
            let about = unit.is(Marks::ABOUT) && (near || self.language == Language::German);
            unit.is(Marks::PARTICLE) && (apart(place + 1) || about && self.units[at].is(Marks::SPEAKS))
        })
    }

    /// "un accord conclu": without its auxiliary a participle describes.
    pub(super) fn is_bare(&self, at: usize) -> bool {
        if self.language == Language::German {
            return self.is_bare_german(at);
        }
        let helped = at > self.start
            && self.units[at - 1].is(Marks::SKIPPED | Marks::PRONOUN)
            && !self.units[at].gap.has(Gap::ANY);
        self.units[at].is(Marks::BARE) && !helped && !self.is_behind_parenthesis(at)
    }

    /// "soll gesagt haben", "habe gesagt": somebody says that he said it; "die genannte": nobody does.
    fn is_bare_german(&self, at: usize) -> bool {
        let next = self.units[..self.end].get(at + 1).filter(|next| !next.gap.has(Gap::ANY));
        let infinitive = next.is_some_and(|next| next.is(Marks::HAVE | Marks::BE));
        match self.auxiliary(at) {
            Some(auxiliary) => self.units[auxiliary].is(Marks::REPORTED),
            None => infinitive || self.units[at].is(Marks::BARE),
        }
    }

    /// "Biden called the leaders of France".
    pub(super) fn is_on_the_phone(&self, at: usize) -> bool {
        if !self.units[at].is(Marks::PHONED)
            || self.quotes && self.units[..self.end].get(at + 1).is_none_or(|next| next.quoted)
        {
            return false;
        }
        let Some(called) = right_of(self.units, at + 1, self.end) else { return false };
        let units = &self.units[called.units.clone()];
        let person = |unit: &Unit| matches!(unit.name, Name::Person(_) | Name::Office(_)) || unit.is(Marks::GROUP);
        let head = units.iter().position(|unit| unit.is(Marks::PREPOSITION)).unwrap_or(units.len());
        let units = &units[..head];
        let names_it = self.units[..self.end]
            .get(called.units.end)
            .is_some_and(|next| next.is(Marks::INDEFINITE) && !next.gap.has(Gap::ANY));
        called.units.start <= at + 2 && units.iter().any(person) && !names_it
    }

    /// "report", "comment", "state" are nouns more often than verbs: verbs only right behind a source of many.
    pub(super) fn is_verb_by_place(&self, at: usize) -> bool {
        let unit = &self.units[at];
        !unit.is(Marks::BASE) && at > self.start && names_somebody(&self.units[at - 1]) && !self.units[at - 1].genitive
    }

    /// "officials say", "they say"; not "the plan to say".
    pub(super) fn takes_base(&self, source: &Phrase, at: usize) -> bool {
        if source.units.start > at {
            return false;
        }
        // "Officials in Brussels say": the head stands before the place.
        let units = &self.units[source.units.clone()];
        let place = units.iter().skip(1).position(|unit| unit.is(Marks::PREPOSITION)).map_or(units.len(), |at| at + 1);
        let last = &units[place - 1];
        last.is(Marks::THEY | Marks::GROUP) || last.is(Marks::ROLE | Marks::DOCUMENT) || last.is_plain() && self.quotes
    }
}
