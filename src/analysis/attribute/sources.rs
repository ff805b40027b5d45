//! Where in its sentence the source of a verb of saying stands: before it, behind it, or before the verb before it.

use super::clauses::SentenceView;
use super::marks::{Marks, Name};
use super::nouns::{Phrase, left_of, names_somebody, right_of};
use super::units::{Gap, Unit};
use crate::model::Language;

/// Words of a subject that an aside follows: "Nato-Generalsekretär Jens Stoltenberg, in Brüssel, …".
const MOST_NAME: usize = 6;

impl SentenceView<'_> {
    /// The source of the verb, and whether it stands behind it.
    pub(super) fn source(&self, at: usize) -> Option<(Phrase, bool)> {
        let unit = &self.units[at];
        let aside = at == self.start || self.opens_aside(at) || self.only_skipped_before(at);
        if self.is_behind_parenthesis(at)
            && let Some(source) = left_of(self.units, self.start, at)
            && self.is_strong(&source)
            && self.can_speak(&source, at)
        {
            return Some((source, false));
        }
        // All German nouns have a capital: "Peskow, der Sprecher, nannte die Lage ernst".
        let told = |source: &Phrase| self.language != Language::German || self.is_strong(source);
        let turned = |source: &Phrase| self.turned(at, source) && told(source);
        if aside && let Some(source) = right_of(self.units, at + 1, self.end).filter(turned) {
            return Some((source, true));
        }
        if unit.is(Marks::PARTICIPLE) {
            return self.main_source(at).map(|source| (source, false));
        }
        if let Some(document) = self.document_before_who(at) {
            return Some((document, false));
        }
        self.source_of_clause(at)
    }

    /// The source of a verb that is no aside: before it, behind it where the language may turn round, or further off.
    fn source_of_clause(&self, at: usize) -> Option<(Phrase, bool)> {
        let can_speak = |source: &Phrase| self.can_speak(source, at);
        let auxiliary = self.auxiliary(at);
        let verb = auxiliary.unwrap_or(at);
        let left = left_of(self.units, self.start, verb).filter(can_speak);
        let free_order = self.language != Language::English && self.language != Language::Other;
        let left = match left {
            Some(left) if free_order && self.is_adverbial(&left, at) => self.behind_adverbial(&left),
            left => left,
        };
        if left.as_ref().is_some_and(|left| self.is_strong(left)) {
            return left.map(|left| (left, false));
        }
        if free_order {
            let right = right_of(self.units, verb + 1, auxiliary.map_or(self.end, |_| at)).filter(can_speak);
            let right = right.filter(|right| self.is_strong(right) && self.language == Language::German);
            let turned = right.map(|right| (right, auxiliary.is_none()));
            if let Some(source) = turned.or_else(|| Some((self.subject(at)?, false))) {
                return Some(source);
            }
        }
        if let Some(source) = left.or_else(|| self.shared_subject(at)) {
            return Some((source, false));
        }
        let right = right_of(self.units, at + 1, self.end).filter(|source| free_order && can_speak(source));
        right.map(|source| (source, true))
    }

    /// "hat … gesagt": in German the first part of the verb has the subject beside it.
    pub(super) fn auxiliary(&self, at: usize) -> Option<usize> {
        if self.language != Language::German {
            return None;
        }
        let mut clause = (self.clause_start(at)..at).rev();
        clause.find(|before| self.units[*before].is(Marks::HAVE))
    }

    /// Where the clause begins that `at` stands in.
    fn clause_start(&self, at: usize) -> usize {
        let opens = |place: &usize| {
            let unit = &self.units[*place];
            let before = &self.units[*place - 1];
            let leans = before.is(Marks::THAT | Marks::BREAK | Marks::WHO) && !before.is(Marks::PREPOSITION);
            unit.gap.has(Gap::ANY) || leans
        };
        (self.start + 1..=at).rev().find(opens).unwrap_or(self.start)
    }

    /// The subject that opens a clause, where other words stand between it and its verb: "У Кремлі ці плани заперечують".
    fn subject(&self, at: usize) -> Option<Phrase> {
        let opens = self.clause_start(at);
        let mut first = opens;
        while first < at && self.units[first].is(Marks::SKIPPED | Marks::AS) && !self.units[first].is(Marks::PRONOUN) {
            first += 1;
        }
        let one = self.units[opens..at].iter().any(|unit| unit.is(Marks::ONE));
        // "À Moscou, on estime": the place stands in a clause of its own.
        let first = if one && !self.units[first].is(Marks::AT) { self.start } else { first };
        let place = self.units[first].is(Marks::AT) && !self.units[first].is(Marks::DEFINITE);
        if self.units[first].is(Marks::PREPOSITION) && !(place && (one || self.units[at].is(Marks::PLURAL))) {
            return None;
        }
        let source = right_of(self.units, first, at)?;
        let source = if place { self.place_alone(source) } else { source };
        let near = source.units.start <= first + usize::from(place);
        let verb = |unit: &Unit| unit.is(Marks::VERB) && !unit.is(Marks::BARE) && !names_somebody(unit);
        let other_verb = self.units[source.units.end..at].iter().any(verb);
        (near && self.is_strong(&source) && !other_verb && self.can_speak(&source, at)).then_some(source)
    }

    /// "В Кремле позицию Вашингтона отвергли": the place without the object behind it.
    fn place_alone(&self, source: Phrase) -> Phrase {
        let units = &self.units[source.units.clone()];
        let Some(name) = units.iter().position(names_somebody) else { return source };
        let object = units[name..].iter().position(Unit::is_plain).map(|at| source.units.start + name + at);
        Phrase { units: source.units.start..object.unwrap_or(source.units.end), joined: source.joined }
    }

    /// "По итогам встречи в Брюсселе генсек сообщил": the subject between the circumstances and the verb.
    fn behind_adverbial(&self, source: &Phrase) -> Option<Phrase> {
        let units = &self.units[source.units.clone()];
        let preposition = units.iter().rposition(|unit| unit.is(Marks::PREPOSITION)).map_or(0, |at| at + 1);
        let adjective = units.get(preposition).is_some_and(|unit| matches!(unit.name, Name::Whose(_)));
        let first = source.units.start + preposition + 1 + usize::from(adjective);
        let is_head =
            |unit: &Unit| matches!(unit.name, Name::Person(_) | Name::Body(_)) || unit.is(Marks::ROLE | Marks::GIVEN);
        let whose = self.units.get(first).is_some_and(|unit| matches!(unit.name, Name::Whose(_)));
        let heads = self.units.get(first + usize::from(whose)).is_some_and(is_head);
        (heads && first < source.units.end).then_some(Phrase { units: first..source.units.end, joined: None })
    }

    /// "Putin, for his part, accused Kyiv": whether what ends before a verb is no more than an aside about its source.
    pub(super) fn is_behind_parenthesis(&self, at: usize) -> bool {
        if at == self.start || !self.units[at].gap.has(Gap::COMMA) {
            return false;
        }
        let opens = (self.start + 1..at).rev().find(|place| self.units[*place].gap.has(Gap::ANY));
        let Some(opens) = opens.filter(|opens| self.units[*opens].gap.has(Gap::COMMA)) else { return false };
        let inside = &self.units[opens..at];
        let circumstances = inside[0].is(Marks::PREPOSITION)
            && inside.iter().all(|unit| !unit.is(Marks::VERB | Marks::BE | Marks::ACCORDING) && !unit.quoted)
            && self.units[self.start + 1..opens]
                .iter()
                .all(|unit| !unit.gap.has(Gap::ANY) && !unit.is(Marks::VERB | Marks::BE));
        circumstances && opens - self.start <= MOST_NAME || inside.iter().all(|unit| unit.is(Marks::SKIPPED))
    }

    /// Whether a phrase names somebody by more than a capital.
    pub(super) fn is_strong(&self, source: &Phrase) -> bool {
        let strong = |unit: &Unit| {
            unit.name != Name::None && !matches!(unit.name, Name::Whose(_))
                || unit.is(Marks::ROLE | Marks::DOCUMENT | Marks::PRONOUN | Marks::GIVEN) && !unit.is(Marks::DEFINITE)
        };
        self.units[source.units.clone()].iter().any(strong)
    }

    /// "In Genf sagte Lawrow": what stands behind a preposition is no subject, unless a place speaks for its people.
    fn is_adverbial(&self, source: &Phrase, at: usize) -> bool {
        let before = source.units.start.checked_sub(1).filter(|before| *before >= self.start);
        let Some(before) = before.map(|before| &self.units[before]) else { return false };
        let preposition =
            before.is(Marks::PREPOSITION | Marks::ACCORDING) && !self.units[source.units.start].gap.has(Gap::ANY);
        let speaks = before.is(Marks::AT) && (self.units[at].is(Marks::PLURAL) || self.language == Language::German);
        preposition && !(speaks && right_of(self.units, at + 1, self.end).is_none_or(|right| !self.is_strong(&right)))
    }

    /// "Blinken called him and reaffirmed his support": the subject of the verb before.
    fn shared_subject(&self, at: usize) -> Option<Phrase> {
        let before = self.before_verb(at);
        // "…, betonte aber, die Tür stehe offen".
        let next = self.units[..self.end].get(at + 1);
        let but = self.opens_aside(at) && next.is_some_and(|next| next.is(Marks::BUT) && !next.gap.has(Gap::ANY));
        if !but && !before?.is(Marks::AND | Marks::BUT) || self.units[at].is(Marks::PARTICIPLE | Marks::BASE) {
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
        // "Заявление, в котором обвинил": a preposition may stand between.
        let document = who - 1 - usize::from(self.units[who - 1].is(Marks::PREPOSITION) && who > self.start + 1);
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
        // "Biden, speaking in Delaware, said he had warned him".
        let goes_on = first.is(Marks::PRONOUN) && !first.is(Marks::DEFINITE) && end < self.end;
        let ends = ends && !(goes_on && !self.units[end].gap.has(Gap::ANY) && self.units[end].is(Marks::SKIPPED));
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
        // "…, with Peskov saying".
        let beside =
            left_of(self.units, self.start, at).filter(|source| self.is_strong(source) && source.units.end == at);
        let with = |source: &Phrase| {
            source.units.start > self.start && self.units[source.units.start - 1].is(Marks::PREPOSITION)
        };
        if let Some(source) = beside.filter(|source| with(source) && !self.units[at].gap.has(Gap::ANY)) {
            return Some(source);
        }
        let first = (self.start..at).find(|at| {
            let unit = &self.units[*at];
            !unit.quoted && unit.is(Marks::VERB) && !unit.is(Marks::PARTICIPLE | Marks::BASE | Marks::ROLE)
        });
        match first {
            Some(verb) => left_of(self.units, self.start, verb).filter(|source| self.can_speak(source, verb)),
            None => {
                let first = (self.start..at).find(|at| names_somebody(&self.units[*at]) && !self.units[*at].quoted)?;
                let opens = self.units[self.start..first]
                    .iter()
                    .all(|unit| unit.is(Marks::DEFINITE | Marks::TITLE) || matches!(unit.name, Name::Whose(_)));
                let apart = opens && self.units[at].gap.has(Gap::COMMA) && self.units[at].is(Marks::SAID);
                right_of(self.units, first, at).filter(|_| self.quotes || apart)
            }
        }
    }
}
