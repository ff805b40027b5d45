//! Where in its sentence the source of a verb of saying stands: before it, behind it, or before the verb before it.

use super::clauses::SentenceView;
use super::marks::{Marks, Name};
use super::nouns::{Phrase, left_of, names_somebody, right_of};
use super::units::Gap;
use crate::model::Language;

impl SentenceView<'_> {
    /// The source of the verb, and whether it stands behind it.
    pub(super) fn source(&self, at: usize) -> Option<(Phrase, bool)> {
        let unit = &self.units[at];
        let aside = at == self.start || self.opens_aside(at) || self.only_skipped_before(at);
        if aside && let Some(source) = right_of(self.units, at + 1, self.end).filter(|source| self.turned(at, source)) {
            return Some((source, true));
        }
        if unit.is(Marks::PARTICIPLE) {
            return self.main_source(at).map(|source| (source, false));
        }
        if let Some(document) = self.document_before_who(at) {
            return Some((document, false));
        }
        let left = left_of(self.units, self.start, at).filter(|source| self.can_speak(source, at));
        if let Some(source) = left {
            return Some((source, false));
        }
        if let Some(subject) = self.shared_subject(at) {
            return Some((subject, false));
        }
        let free_order = self.language != Language::English && self.language != Language::Other;
        let right = right_of(self.units, at + 1, self.end).filter(|source| free_order && self.can_speak(source, at));
        right.map(|source| (source, true))
    }

    /// "Blinken called him and reaffirmed his support": the subject of the verb before.
    fn shared_subject(&self, at: usize) -> Option<Phrase> {
        let before = self.before_verb(at)?;
        if !before.is(Marks::AND | Marks::BUT) || self.units[at].is(Marks::PARTICIPLE | Marks::BASE) {
            return None;
        }
        let opens = &self.units[self.start];
        if opens.is(Marks::PREPOSITION | Marks::BREAK) || opens.quoted {
            return None;
        }
        right_of(self.units, self.start, at)
            .filter(|subject| subject.units.start == self.start && self.can_speak(subject, at))
    }

    /// "released a readout, which stated that": the paper says it.
    fn document_before_who(&self, at: usize) -> Option<Phrase> {
        let who = at.checked_sub(1).filter(|who| *who > self.start && self.units[*who].is(Marks::WHO))?;
        let document = who - 1;
        self.units[document].is(Marks::DOCUMENT).then_some(Phrase { units: document..who, joined: None })
    }

    fn only_skipped_before(&self, at: usize) -> bool {
        let mut first = at;
        while first > self.start && self.units[first - 1].is(Marks::SKIPPED) && !self.units[first].gap.has(Gap::ANY) {
            first -= 1;
        }
        first < at && (first == self.start || self.opens_aside(first))
    }

    /// Whether the words behind a verb are its source: "…, said Psaki."
    fn turned(&self, at: usize, source: &Phrase) -> bool {
        if !self.can_speak(source, at) {
            return false;
        }
        let free_order = self.language != Language::English && self.language != Language::Other;
        let end = source.units.end;
        let tail = self.units[end..self.end].iter().position(|unit| unit.gap.has(Gap::ANY)).unwrap_or(self.end - end);
        let complement = self.units[end..end + tail].iter().any(|unit| unit.is(Marks::THAT));
        if !free_order && !self.units[at].is(Marks::SAID | Marks::UTTERED) {
            return false;
        }
        let first = &self.units[source.units.start];
        let near = source.units.start <= at + 2
            && (names_somebody(first) || first.capital || first.is(Marks::DEFINITE | Marks::INDEFINITE));
        let ends = end == self.end
            || self.units[end].gap.has(Gap::ANY)
            || self.units[end].quoted
            || self.units[end].is(Marks::PREPOSITION | Marks::SKIPPED | Marks::WHO | Marks::BREAK);
        if free_order { !complement } else { near && ends && at > self.start && !complement }
    }

    /// Whether these words can be the source of the verb at `at`.
    fn can_speak(&self, source: &Phrase, at: usize) -> bool {
        let units = &self.units[source.units.clone()];
        let group = units.iter().any(|unit| unit.is(Marks::GROUP));
        let named = units.iter().any(names_somebody) || group;
        let last = units.last().is_some_and(|unit| !unit.genitive);
        let verb = &self.units[at];
        if verb.is(Marks::UTTERED) && !verb.is(Marks::SAID | Marks::SHOWN) {
            return self.quotes && last && named;
        }
        let first = source.units.start;
        let in_paper = first > at
            && self.units[first - 1].is(Marks::AT)
            && units.iter().all(|unit| !matches!(unit.name, Name::Body(_) | Name::Land(_)));
        let slavic = matches!(self.language, Language::Russian | Language::Ukrainian);
        last && (named || (self.quotes && !units.is_empty())) && (!in_paper || slavic)
    }

    /// The source of the first verb before a participle: "Trump fired back, saying".
    fn main_source(&self, at: usize) -> Option<Phrase> {
        let first = (self.start..at).find(|at| {
            let unit = &self.units[*at];
            !unit.quoted && unit.is(Marks::VERB) && !unit.is(Marks::PARTICIPLE | Marks::BASE | Marks::ROLE)
        });
        match first {
            Some(verb) => left_of(self.units, self.start, verb).filter(|source| self.can_speak(source, verb)),
            None => {
                let first = (self.start..at).find(|at| names_somebody(&self.units[*at]) && !self.units[*at].quoted)?;
                right_of(self.units, first, at).filter(|_| self.quotes)
            }
        }
    }
}
