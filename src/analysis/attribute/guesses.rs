//! Verbs that no list has: "…, he huffed", "verriet ein Beamter", "рассудил Песков".
//!
//! A language makes new verbs of saying every day, but few places to put them: behind what is said and set off from
//! it, or before a clause that tells it. A word of a verb's form in such a place, with somebody beside it, is one.
//! Leaves out: words that the lists know, and all verbs where a known one stands further out.

use super::clauses::{Clause, Rank, SentenceView};
use super::marks::{Marks, Name};
use super::nouns::{Phrase, left_of, right_of};
use super::units::{Gap, Unit};
use crate::model::Language;

/// Words behind a guessed verb and its source up to the end of their aside: "on Thursday night".
const MOST_TAIL: usize = 4;
/// Words between a guessed verb and the colon before what is said.
const MOST_BETWEEN: usize = 6;
/// Words that a headline says before the dash and the name of who says them.
const FEWEST_TOLD: usize = 3;

/// Whether a small word that no list has is a verb by its ending.
pub(super) fn has_form_of_verb(language: Language, word: &str) -> bool {
    let (endings, letters): (&[&str], usize) = match language {
        Language::English | Language::Other => (&["ed"], 5),
        Language::German => (&["te", "ten", "iert", "elt", "igt", "ert", "iet"], 5),
        Language::French => (&["e", "ait", "aient", "é", "ée", "a", "it"], 5),
        Language::Russian => (&["л", "ла", "ли", "лся", "лась", "лись", "ает", "яет", "ует", "ают", "яют", "уют"], 5),
        Language::Ukrainian => (&["ав", "ив", "яв", "ув", "ла", "ли", "вся", "лася", "лися", "ає", "ує", "ють"], 5),
    };
    endings.iter().any(|ending| word.ends_with(ending)) && word.chars().count() >= letters
}

/// Whether a small word that no list has is a verb of reported speech by its ending: the French conditional.
pub(super) fn has_form_of_reported(language: Language, word: &str) -> bool {
    let endings = ["erait", "eraient", "irait", "iraient", "drait", "draient", "vrait", "vraient", "rrait", "rraient"];
    language == Language::French && endings.iter().any(|ending| word.ends_with(ending))
}

/// Whether a small word that no list has tells how somebody does something, by its ending.
pub(super) fn has_form_of_adverb(language: Language, word: &str) -> bool {
    let (endings, letters): (&[&str], usize) = match language {
        Language::English | Language::Other => (&["ly"], 7),
        Language::German => (&["weise"], 8),
        Language::French => (&["amment", "emment", "ivement", "ellement", "ément", "iquement", "ièrement"], 8),
        Language::Russian => (&["ично", "енно", "ально", "ожно", "ивно", "есно", "окойно"], 7),
        Language::Ukrainian => (&["ічно", "ично", "енно", "ально", "ожно", "ивно", "ійно"], 7),
    };
    endings.iter().any(|ending| word.ends_with(ending)) && word.chars().count() >= letters
}

impl SentenceView<'_> {
    /// "Peskov: talks go on".
    pub(super) fn named_before_colon(&self) -> Option<Clause> {
        let number = |unit: &Unit| unit.is_plain() && unit.span.len() <= 5;
        let name = self.start + usize::from(self.units[..self.end].get(self.start).is_some_and(number));
        let [speaker, said, ..] = self.units[..self.end].get(name..)? else { return None };
        let named = matches!(speaker.name, Name::Person(_) | Name::Body(_)) && !speaker.genitive;
        let source = Phrase { units: name..name + 1, joined: None };
        (named && said.gap.has(Gap::COLON)).then(|| self.clause(Rank::Main, name, source, Marks::SAID))
    }

    /// "Moscow's answer was that its troops are at home": whose it is says so.
    pub(super) fn is_that(&self, at: usize) -> Option<Clause> {
        let that = self.units[..self.end].get(at + 1)?;
        let subject = &self.units[self.start..at];
        let leans = subject.iter().any(|unit| unit.quoted || unit.is(Marks::THAT | Marks::WHO | Marks::BREAK));
        if self.language != Language::English || !that.is(Marks::THAT) || that.gap.has(Gap::ANY) || leans {
            return None;
        }
        let owns = |unit: &Unit| unit.genitive && matches!(unit.name, Name::Person(_) | Name::Body(_) | Name::Land(_));
        let owner = self.start + subject.iter().take(MOST_TAIL).position(owns)?;
        let source = Phrase { units: owner..owner + 1, joined: None };
        Some(self.clause(Rank::According, at, source, Marks::ACCORDING))
    }

    /// "Talks go on – Peskov": a name alone behind the last dash.
    pub(super) fn named_behind_dash(&self) -> Option<Clause> {
        let dash = (self.start + 1..self.end).rev().find(|at| self.units[*at].gap.has(Gap::ANY))?;
        let source = right_of(self.units, dash, self.end)?;
        let named = |unit: &Unit| matches!(unit.name, Name::Person(_) | Name::Body(_) | Name::Office(_));
        let alone = source.units == (dash..self.end) && self.units[dash].gap.has(Gap::DASH) && !self.units[dash].quoted;
        let told = dash - self.start >= FEWEST_TOLD && self.units[source.units.clone()].iter().any(named);
        (alone && told && (self.headline || self.quotes)).then(|| self.clause(Rank::Aside, dash, source, Marks::SAID))
    }

    /// What a word says that has only the form of a verb, by its place.
    pub(super) fn guess(&self, at: usize) -> Option<Clause> {
        let unit = &self.units[at];
        let sneers = unit.is(Marks::UTTERED) && !unit.is(Marks::BASE | Marks::PARTICIPLE | Marks::ROLE);
        if unit.quoted || unit.capital || !unit.is(Marks::SHAPED) && !sneers {
            return None;
        }
        if self.before_verb(at).is_some_and(|before| before.is(Marks::UNREAL)) || self.is_passive(at) {
            return None;
        }
        let (rank, source) = self.guess_turned(at).or_else(|| self.guess_aside(at)).or_else(|| self.guess_told(at))?;
        Some(self.clause(rank, at, source, Marks::SHOWN))
    }

    /// German "…, wie der Palast mitteilt": a lone verb behind its subject ends the clause.
    pub(super) fn as_somebody_does(&self, at: usize) -> Option<Clause> {
        let opens = at == self.start || self.units[at].gap.has(Gap::COMMA);
        if self.language != Language::German || !opens {
            return None;
        }
        let source = right_of(self.units, at + 1, self.end).filter(|source| self.names(source))?;
        let [verb, rest @ ..] = &self.units[source.units.end..self.end] else { return None };
        let ends = rest.first().is_none_or(|next| next.gap.has(Gap::ANY));
        let lone = verb.is_plain() && !verb.gap.has(Gap::ANY) && source.units.start == at + 1;
        (ends && lone).then(|| self.clause(Rank::According, at, source, Marks::ACCORDING))
    }

    /// "…, huffed his aide."
    fn guess_turned(&self, at: usize) -> Option<(Rank, Phrase)> {
        let first = self.behind_adverbs(at);
        let german = self.language == Language::German;
        let told = if german { self.is_told_before(first) } else { !self.leans_before(first) };
        if first == self.start || !self.opens_aside(first) || !told {
            return None;
        }
        let source = right_of(self.units, at + 1, self.end).filter(|source| self.names(source))?;
        let near =
            self.units[at + 1..source.units.start].iter().all(|unit| unit.is(Marks::SKIPPED | Marks::PREPOSITION));
        (near && self.is_short_tail(source.units.end)).then_some((Rank::Aside, source))
    }

    /// "…, he huffed."
    fn guess_aside(&self, at: usize) -> Option<(Rank, Phrase)> {
        let source = left_of(self.units, self.start, at).filter(|source| self.names(source))?;
        let first = self.behind_adverbs(source.units.start);
        let apart = first > self.start && self.opens_aside(first) && self.is_told_before(first);
        (apart && self.is_short_tail(at + 1)).then_some((Rank::Aside, source))
    }

    /// "His aide huffed: …", "his aide huffed that …", in German also "…, Putin habe".
    fn guess_told(&self, at: usize) -> Option<(Rank, Phrase)> {
        let source = left_of(self.units, self.start, at).filter(|source| self.names(source))?;
        if source.units.start > self.start && !self.opens_main(source.units.start) {
            return None;
        }
        let rest = &self.units[at + 1..self.end];
        let that = rest.first().is_some_and(|next| next.is(Marks::THAT) && !next.is(Marks::DEFINITE));
        let colon =
            rest.iter().take(MOST_BETWEEN).find(|unit| unit.gap.has(Gap::COLON)).is_some_and(|unit| unit.quoted);
        let told = that || colon || rest.first().is_some_and(|next| next.quoted) || self.tells_in_subjunctive(at);
        told.then_some((Rank::Main, source))
    }

    /// "…, Putin habe sofort reagiert": a clause without a conjunction whose verb is one of reported speech.
    fn tells_in_subjunctive(&self, at: usize) -> bool {
        let comma = (at + 1..self.end).find(|place| self.units[*place].gap.has(Gap::ANY));
        let Some(comma) = comma.filter(|_| self.language == Language::German) else { return false };
        let opens = &self.units[comma];
        let leans = opens.is(Marks::WHO | Marks::BREAK | Marks::AND) && !opens.is(Marks::DEFINITE);
        let reported = |unit: &Unit| unit.is(Marks::REPORTED) && !unit.capital && !unit.quoted;
        !leans && self.units[comma..self.end].iter().any(reported)
    }

    /// Whether a main clause may begin here: at the sentence's start or behind its circumstances.
    fn opens_main(&self, first: usize) -> bool {
        let opening = &self.units[self.start..first];
        opening.iter().all(|unit| !unit.is(Marks::WHO | Marks::BREAK | Marks::VERB | Marks::SHAPED) && !unit.quoted)
    }

    /// Before a verb or its source, where the adverbs begin.
    fn behind_adverbs(&self, at: usize) -> usize {
        let mut first = at;
        while first > self.start && self.units[first - 1].is(Marks::SKIPPED) && !self.units[first].gap.has(Gap::ANY) {
            first -= 1;
        }
        first
    }

    /// Whether a whole clause stands before `first`, and not only circumstances: "Hours after they met, Biden landed".
    fn is_told_before(&self, first: usize) -> bool {
        let before = &self.units[self.start..first];
        if before.last().is_some_and(|last| last.quoted) {
            return true;
        }
        let comma = self.units[first].gap.has(Gap::COMMA.or(Gap::DASH));
        let clause =
            before.iter().any(|unit| unit.is(Marks::VERB | Marks::BE | Marks::SHAPED | Marks::HAVE | Marks::UNREAL));
        comma && clause && !self.leans_before(first)
    }

    /// Whether circumstances or a clause that leans on the next one stand before `first`.
    fn leans_before(&self, first: usize) -> bool {
        let before = &self.units[self.start..first];
        let opens = Marks::PREPOSITION | Marks::BREAK | Marks::THAT | Marks::AS;
        before.first().is_some_and(|unit| unit.is(opens)) || before.iter().any(|unit| unit.is(Marks::BREAK))
    }

    /// Whether no more than a time or a place stands between `from` and the end of its clause.
    fn is_short_tail(&self, from: usize) -> bool {
        let end = (from..self.end).find(|at| self.units[*at].gap.has(Gap::ANY)).unwrap_or(self.end);
        let rest = &self.units[from..end];
        let opens = rest.first().is_none_or(|unit| unit.is(Marks::PREPOSITION | Marks::SKIPPED));
        opens && rest.len() <= MOST_TAIL && rest.iter().all(|unit| !unit.is(Marks::VERB | Marks::THAT | Marks::WHO))
    }

    /// Somebody who can speak and is no paper's page: a person, a role, a state, a pronoun.
    fn names(&self, source: &Phrase) -> bool {
        let units = &self.units[source.units.clone()];
        let opens = units.first().is_some_and(|unit| unit.capital || !unit.is_plain());
        opens
            && self.is_strong(source)
            && !units.iter().any(|unit| unit.quoted || unit.is(Marks::GROUP))
            && units.last().is_some_and(|unit| !unit.genitive)
    }
}
