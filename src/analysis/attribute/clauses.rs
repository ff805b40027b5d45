//! The grammar of saying: which of a sentence's clauses is the outermost one.
//!
//! Every cue ("said", "according to") with a source beside it is a candidate; its place tells how far out it stands.
//! What is quoted is passed over: it is said already.

use super::marks::{Marks, Name};
use super::nouns::{Phrase, left_of};
use super::units::{Gap, Unit};
use crate::model::Language;
use std::ops::Range;

/// Words that may stand between the verb of an aside and its end: "in a statement late on Thursday".
const ASIDE_TAIL: usize = 12;
/// Words between a verb that only quotations make one of saying and the quotation.
const NEAR_QUOTE: usize = 4;

/// How far out a clause stands: the smaller, the further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// According to somebody.
    According,
    /// "…, Psaki said in a statement."
    Aside,
    /// "Psaki said that …"
    Main,
    /// "… that Psaki said", "after Psaki said".
    Inner,
    /// "Kyiv, which had insisted on it, was silent".
    Detail,
}

/// A cue with its source.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub rank: Rank,
    /// Into the units of the article.
    pub cue: Range<usize>,
    pub source: Phrase,
    /// What kind of verb it is; [`Marks::ACCORDING`] without one.
    pub marks: Marks,
}

/// The sentence in which clauses are looked for.
#[derive(Clone, Copy)]
pub(super) struct SentenceView<'a> {
    pub units: &'a [Unit],
    pub start: usize,
    pub end: usize,
    pub language: Language,
    /// Whether a part of it is quoted.
    pub quotes: bool,
    pub headline: bool,
}

impl SentenceView<'_> {
    /// All clauses in which somebody says something, the outermost first.
    pub fn clauses(&self) -> Vec<Clause> {
        let mut found = Vec::new();
        if self.start == self.end {
            return Vec::new();
        }
        for at in self.start..self.end {
            self.clauses_at(at, &mut found);
        }
        found.retain(|clause: &Clause| {
            clause.marks.is(Marks::SAID | Marks::SHOWN | Marks::ACCORDING) || self.is_beside_quote(clause)
        });
        self.demote_views(&mut found);
        if found.iter().all(|clause| clause.rank > Rank::Main) {
            found.extend((self.start..self.end).filter_map(|at| self.guess(at)));
        }
        if found.is_empty() {
            found.extend(self.named_before_colon().or_else(|| self.named_behind_dash()));
        }
        if found.is_empty() && self.quotes {
            found.extend(self.reply());
        }
        found.sort_by_key(|clause| (clause.rank, clause.cue.start));
        found
    }

    /// The clauses whose cue is the word at `at`.
    fn clauses_at(&self, at: usize, found: &mut Vec<Clause>) {
        let unit = &self.units[at];
        if unit.quoted {
            return;
        }
        if unit.is(Marks::AS)
            && let Some(clause) = self.as_somebody_does(at)
        {
            found.push(clause);
        } else if unit.is(Marks::ACCORDING) {
            found.extend(self.according(at));
        } else if unit.is(Marks::AFTER_SOURCE) {
            let source = left_of(self.units, self.start, at);
            found.extend(source.map(|source| self.clause(Rank::According, at, source, Marks::ACCORDING)));
        } else if unit.is(Marks::CITES)
            && let Some(cited) = self.cited(at)
        {
            found.extend(self.verb(at).map(|clause| Clause { marks: Marks::SAID, ..clause }));
            found.push(cited);
        } else if unit.is(Marks::ACCOUNT)
            && let Some(account) = self.account(at)
        {
            found.push(account);
        } else if unit.is(Marks::SPLIT) && !unit.is(Marks::VERB) {
            let clause = self.verb(at).filter(|_| self.has_particle(at));
            found.extend(clause.map(|clause| Clause { marks: Marks::SAID, ..clause }));
        } else if unit.is(Marks::VERB) {
            found.extend(self.verb(at));
        } else if unit.is(Marks::BE) {
            found.extend(self.is_that(at));
        }
    }

    fn is_relative(&self, who: usize) -> bool {
        let circumstance = who > self.start && self.units[who - 1].is(Marks::PREPOSITION);
        !circumstance
            && self.units[who].is(Marks::WHO)
            && !self.units[who].is(Marks::THAT | Marks::DEFINITE | Marks::ROLE)
    }

    /// "Biden spoke of, in his view, threats": the view is Biden's own.
    fn demote_views(&self, found: &mut [Clause]) {
        let by_him = |source: &Phrase| {
            source.units.len() == 1 && self.units[source.units.start].is(Marks::PRONOUN) && source.joined.is_none()
        };
        let view = |clause: &Clause| {
            let account = self.units[clause.cue.start].is(Marks::ACCOUNT) && clause.source.units == clause.cue;
            account || clause.marks.is(Marks::ACCORDING) && by_him(&clause.source)
        };
        let spoken = found.iter().filter(|clause| clause.rank == Rank::Main).map(|clause| clause.cue.start).min();
        for clause in found.iter_mut().filter(|clause| view(clause)) {
            if spoken.is_some_and(|spoken| spoken < clause.cue.start) {
                clause.rank = Rank::Inner;
            }
        }
    }

    /// Whether a quotation stands right before or soon behind a clause.
    fn is_beside_quote(&self, clause: &Clause) -> bool {
        let first = clause.cue.start.min(clause.source.units.start);
        let end = clause.cue.end.max(clause.source.units.end);
        let skipped = |at: &usize| self.units[*at].is(Marks::SKIPPED) && !self.units[*at].quoted;
        let before = (self.start..first).rev().find(|at| !skipped(at));
        let before = before.is_none_or(|before| self.units[before].quoted);
        before || self.units[end..self.end].iter().take(NEAR_QUOTE).any(|unit| unit.quoted)
    }

    /// "Biden's reply was short: “…”"
    fn reply(&self) -> Option<Clause> {
        let colon =
            (self.start + 1..self.end).find(|at| self.units[*at].gap.has(Gap::COLON) && self.units[*at].quoted)?;
        let source = (self.start..colon).find(|at| {
            let unit = &self.units[*at];
            matches!(unit.name, Name::Person(_) | Name::Body(_) | Name::Land(_))
                || unit.is_unknown_name() && unit.genitive
        })?;
        let source = Phrase { units: source..source + 1, joined: None };
        Some(self.clause(Rank::Main, colon - 1, source, Marks::SAID))
    }

    pub(super) fn clause(&self, rank: Rank, cue: usize, source: Phrase, marks: Marks) -> Clause {
        Clause { rank, cue: cue..cue + 1, source, marks }
    }

    /// Whether a clause set off by a comma, a dash or a quotation begins here.
    pub(super) fn opens_aside(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.gap.has(Gap::COMMA.or(Gap::QUOTE).or(Gap::DASH)) || (at > self.start && self.units[at - 1].quoted)
    }

    fn verb(&self, at: usize) -> Option<Clause> {
        let unit = &self.units[at];
        let real = !self.before_verb(at).is_some_and(|before| before.is(Marks::UNREAL));
        let noun = unit.is(Marks::ROLE | Marks::DOCUMENT) || unit.name != Name::None;
        if !real
            || self.is_passive(at)
            || self.is_title_case(at)
            || self.is_on_the_phone(at)
            || self.is_bare(at)
            || noun && !self.is_verb_by_place(at)
        {
            return None;
        }
        let (source, turned) = self.source(at)?;
        if unit.is(Marks::BASE) && !self.takes_base(&source, at) {
            return None;
        }
        // "What Russia asks" says nothing yet.
        let says_nothing = at + 1 == self.end && !turned && !self.opens_aside(source.units.start);
        if says_nothing && !unit.is(Marks::SAID) && !self.quotes {
            return None;
        }
        // "The deal, which officials say has a chance": a detail only.
        let detail = source.units.start.checked_sub(1).is_some_and(|who| who >= self.start && self.is_relative(who));
        if detail && !turned {
            return None;
        }
        let rank = self.rank(at, &source, turned);
        Some(self.clause(rank, at, source, unit.marks))
    }

    fn rank(&self, at: usize, source: &Phrase, turned: bool) -> Rank {
        let mut first = if turned { at } else { source.units.start };
        while first > self.start
            && self.units[first - 1].is(Marks::SKIPPED)
            && !self.units[first].gap.has(Gap::ANY)
            && !self.units[first - 1].is(Marks::AS)
        {
            first -= 1;
        }
        let last = &self.units[source.units.end - 1];
        if last.is(Marks::WHO) {
            let aside =
                last.gap.has(Gap::COMMA) && self.units[at..self.end].iter().any(|unit| unit.gap.has(Gap::COMMA));
            return if aside { Rank::Detail } else { Rank::Inner };
        }
        let opens_as =
            |at: &usize| self.units[*at].is(Marks::AS) && (*at == self.start || self.units[*at].gap.has(Gap::COMMA));
        let as_said =
            first.checked_sub(1).filter(|before| *before >= self.start).is_some_and(|before| opens_as(&before));
        if as_said && !self.units[first].gap.has(Gap::ANY) && self.units[at].is(Marks::SAID) {
            return Rank::According;
        }
        let aside = first > self.start && self.opens_aside(first) && !self.is_behind_opening(first);
        if aside && self.is_aside(at, source, turned) {
            return Rank::Aside;
        }
        let clause = self.units[self.start..first].iter().rev();
        let mut clause = clause.take_while(|unit| !unit.quoted);
        let inner = clause.clone().next().is_some_and(|unit| unit.is(Marks::THAT | Marks::WHO));
        let leans = clause.find(|unit| unit.gap.has(Gap::COMMA) || unit.is(Marks::BREAK | Marks::THAT | Marks::WHO));
        let leans = leans.is_some_and(|unit| unit.is(Marks::BREAK | Marks::THAT | Marks::WHO));
        let leans = leans && !self.is_behind_leaning(first);
        if inner || leans { Rank::Inner } else { Rank::Main }
    }

    /// "In Geneva, Biden spoke of it": whether no more than the circumstances stand before a clause.
    fn is_behind_opening(&self, first: usize) -> bool {
        let opening = &self.units[self.start..first];
        let verb =
            |unit: &Unit| unit.is(Marks::VERB | Marks::BE | Marks::SHOWN) && !unit.is(Marks::ROLE | Marks::DOCUMENT);
        opening[0].is(Marks::PREPOSITION | Marks::BREAK | Marks::SKIPPED)
            && opening[1..].iter().all(|unit| !unit.gap.has(Gap::ANY))
            && opening.iter().all(|unit| !verb(unit) && !unit.quoted)
            && self.units[first].gap == Gap::COMMA
    }

    /// "When Putin called, Biden warned him": whether the clause that leans on this one opens the sentence and ends here.
    fn is_behind_leaning(&self, first: usize) -> bool {
        let opens = &self.units[self.start];
        let asked = opens.is(Marks::VERB) && !opens.is(Marks::ROLE | Marks::DOCUMENT) && opens.name == Name::None;
        first > self.start && self.units[first].gap.has(Gap::COMMA) && (opens.is(Marks::BREAK) || asked)
    }

    /// Whether nothing follows that is said here: a time, a place, "reporters", the end.
    fn is_aside(&self, at: usize, source: &Phrase, turned: bool) -> bool {
        let verb = &self.units[at];
        if !verb.is(Marks::SAID | Marks::UTTERED) {
            return false;
        }
        let mut next = if turned { source.units.end } else { at + 1 };
        let end = self.aside_end(next);
        if self.units[next..end].iter().any(|unit| {
            unit.is(Marks::THAT | Marks::WHO | Marks::VERB) && !unit.is(Marks::DEFINITE | Marks::BASE | Marks::ROLE)
        }) {
            return false;
        }
        if end - next > ASIDE_TAIL {
            return false;
        }
        while next < end && self.units[next].is(Marks::SKIPPED) {
            next += 1;
        }
        let listener = next < end && (self.units[next].is_plain() || self.units[next].name != Name::None);
        let object = next < end && !self.units[next].is(Marks::PREPOSITION | Marks::BREAK) && !turned;
        !object
            || (listener
                && end == self.end
                && self.units[next..end].iter().filter(|unit| unit.is_plain()).count() <= 4
                && self.units.get(next + 1).is_none_or(|unit| {
                    next + 1 >= end
                        || unit.is(Marks::PREPOSITION | Marks::SKIPPED)
                        || unit.is_plain() && unit.span.len() <= 5
                }))
    }

    /// Where the words behind a verb end: at the next comma or mark.
    fn aside_end(&self, from: usize) -> usize {
        let stops = |unit: &Unit| unit.gap.has(Gap::ANY) || unit.quoted;
        self.units[from..self.end].iter().position(stops).map_or(self.end, |at| from + at)
    }
}
