//! Who is meant by the words that name a source: a person, an institution, a state, or whoever spoke last.

use super::marks::{Marks, Name};
use super::memory::Memory;
use super::nouns::Phrase;
use super::units::{Gap, Unit};
use crate::model::{Date, Language, PersonIx, SideIx, Span, Speakers};

/// Characters of a source's own words that are shown as its name.
const LONGEST_NAME: usize = 60;

/// What kind of source it is: decides which pronoun can mean it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    /// An institution, a state or a paper.
    Body,
    /// Several people: officials.
    People,
}

/// A source.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Who {
    pub name: String,
    pub side: Option<SideIx>,
    pub kind: Kind,
    /// Whether an article says "she"; `None` where it is not known.
    pub she: Option<bool>,
    /// Where it is named, if not where it speaks.
    pub named_at: Option<Span>,
}

/// What resolving takes besides the words.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub text: &'a str,
    pub language: Language,
    pub units: &'a [Unit],
    pub speakers: &'a Speakers,
    pub day: Option<Date>,
}

impl Scene<'_> {
    pub fn span(&self, phrase: &std::ops::Range<usize>) -> Span {
        let units = &self.units[phrase.clone()];
        match (units.first(), units.last()) {
            (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
            _ => Span::default(),
        }
    }

    /// Who is meant. `None` if the words name nobody, or several sides at once.
    pub fn resolve(&self, phrase: &Phrase, memory: &Memory, sentence: usize) -> Option<Who> {
        let who = self.resolve_one(phrase, memory, sentence)?;
        let Some(other) = phrase.joined else { return Some(who) };
        let other = Phrase { units: other..other + 1, joined: None };
        let other = self.resolve_one(&other, memory, sentence)?;
        (other.side == who.side).then_some(who)
    }

    fn resolve_one(&self, phrase: &Phrase, memory: &Memory, sentence: usize) -> Option<Who> {
        let units = &self.units[phrase.units.clone()];
        if units.iter().any(|unit| unit.is(Marks::PRONOUN) && !unit.is(Marks::DEFINITE)) && units.len() == 1 {
            return memory.pronoun(units[0].marks, sentence);
        }
        if let Some(head) = self.person_head(units) {
            return Some(self.of_person(units, head, memory));
        }
        if let Some(who) = self.of_unknown_name(phrase, memory) {
            return Some(who);
        }
        self.of_description(phrase, memory, sentence)
    }

    /// The person that a phrase is about: not the one whose aide it is.
    fn person_head(&self, units: &[Unit]) -> Option<usize> {
        let is_person = |unit: &Unit| matches!(unit.name, Name::Person(_)) && !unit.genitive;
        let at = units.iter().rposition(is_person)?;
        let before = &units[..at];
        let role = before.iter().position(|unit| unit.is(Marks::ROLE));
        let Some(preposition) = before.iter().rposition(|unit| unit.is(Marks::PREPOSITION)) else {
            return Some(at);
        };
        // "aide to President Putin" is the aide, "aide to the president Yuri Ushakov" is Ushakov.
        let own_title = before[preposition + 1..].iter().all(|unit| unit.is(Marks::ROLE | Marks::TITLE | Marks::GIVEN));
        let describes = role.is_some_and(|role| role < preposition) && own_title && !units[at].gap.has(Gap::COMMA);
        (!describes).then_some(at)
    }

    fn of_person(&self, units: &[Unit], head: usize, memory: &Memory) -> Who {
        let Name::Person(person) = units[head].name else { return self.nobody(units) };
        let known = self.speakers.person(person);
        let side = self.speakers.find_side(&known.side);
        // The article may know better: another man of the name, with a title of another state.
        let side = memory.local_side(units[head].span.text(self.text)).or(side);
        Who { name: known.name.clone(), side, kind: Kind::Person, she: Some(known.she), named_at: None }
    }

    fn nobody(&self, units: &[Unit]) -> Who {
        let name = units.first().map_or("", |unit| unit.span.text(self.text)).to_owned();
        Who { name, side: None, kind: Kind::Person, she: None, named_at: None }
    }

    /// A name that is in no list, at the end of the phrase or before its first comma.
    fn of_unknown_name(&self, phrase: &Phrase, memory: &Memory) -> Option<Who> {
        let units = &self.units[phrase.units.clone()];
        let titled = units.iter().any(|unit| unit.is(Marks::GIVEN | Marks::TITLE | Marks::ROLE));
        let known = units.iter().any(|unit| memory.local_side(unit.span.text(self.text)).is_some());
        // All German nouns have a capital.
        if self.language == Language::German && !titled && !known {
            return None;
        }
        let aside = (1..units.len()).find(|at| units[*at].gap.has(Gap::COMMA.or(Gap::DASH).or(Gap::OPEN_PAREN)));
        let ends = [aside.unwrap_or(units.len()), units.len()];
        for end in ends {
            let is_name = |unit: &&Unit| unit.is_unknown_name() && !unit.genitive;
            let length = units[..end].iter().rev().take_while(is_name).count();
            if length == 0 || (length == units.len() && length == 1 && self.is_first_word(phrase)) {
                continue;
            }
            let name = self.span(&(phrase.units.start + end - length..phrase.units.start + end)).text(self.text);
            let last = units[end - 1].span.text(self.text);
            let side = memory.local_side(last).or_else(|| self.whose(units));
            let titled = units[end - length..end].iter().any(|unit| unit.is(Marks::GIVEN | Marks::TITLE));
            let role = units.iter().any(|unit| unit.is(Marks::ROLE)) || titled || length > 1;
            let kind = if role || memory.local_side(last).is_some() { Kind::Person } else { Kind::Body };
            return Some(Who { name: self.tidy(name), side, kind, she: None, named_at: None });
        }
        None
    }

    /// A lone word with a capital that opens a sentence need not be a name.
    fn is_first_word(&self, phrase: &Phrase) -> bool {
        let unit = &self.units[phrase.units.start];
        unit.gap == Gap::default()
            && self.text[..unit.span.start as usize].trim_end().ends_with(['.', '?', '!', '\n'])
            && self.language != Language::German
            && unit.span.text(self.text).ends_with('s')
    }

    /// An institution, a state, "a US official", "the Russian president", "the statement".
    fn of_description(&self, phrase: &Phrase, memory: &Memory, sentence: usize) -> Option<Who> {
        let units = &self.units[phrase.units.clone()];
        let side = self.whose(units);
        let people = units.iter().any(|unit| unit.is(Marks::ROLE) && !unit.is(Marks::GROUP));
        if units.iter().any(|unit| unit.is(Marks::GROUP)) && !people && (side.is_none() || !self.one_side(units)) {
            return None;
        }
        let role = units.iter().find(|unit| unit.is(Marks::ROLE) && !unit.genitive);
        if let Some(role) = role {
            return self.of_role(phrase, role, side, memory, sentence);
        }
        if let Some(who) = units.iter().rev().filter(|unit| !unit.genitive).find_map(|unit| self.of_body(unit)) {
            return Some(who);
        }
        if units.iter().any(|unit| unit.is(Marks::DOCUMENT)) {
            let name = self.tidy(self.span(&phrase.units).text(self.text));
            return match side {
                Some(_) => {
                    let body = units.iter().find_map(|unit| self.of_body(unit)).map(|who| who.name);
                    Some(Who { name: body.unwrap_or(name), side, kind: Kind::Body, she: None, named_at: None })
                }
                None => memory.document(sentence),
            };
        }
        let somebody = units.iter().any(|unit| unit.name != Name::None);
        somebody.then(|| self.described(phrase, side))
    }

    fn of_body(&self, unit: &Unit) -> Option<Who> {
        let who = |name: String, side| Who { name, side, kind: Kind::Body, she: None, named_at: None };
        match unit.name {
            // "media" is no name; the article's own words say more.
            Name::Body(body) if self.speakers.body(body).name.starts_with(char::is_lowercase) => None,
            Name::Body(body) => {
                let body = self.speakers.body(body);
                let own = self.speakers.find_side(body.side.as_deref()?)?;
                Some(who(body.name.clone(), Some(own)))
            }
            Name::Land(side) => Some(who(unit.span.text(self.text).to_owned(), Some(side))),
            Name::Person(person) if unit.genitive => {
                let person = self.speakers.person(person);
                Some(who(person.name.clone(), self.speakers.find_side(&person.side)))
            }
            _ => None,
        }
    }

    fn of_role(&self, phrase: &Phrase, role: &Unit, side: Option<SideIx>, memory: &Memory, at: usize) -> Option<Who> {
        let units = &self.units[phrase.units.clone()];
        if let (Name::Office(office), Some(side)) = (role.name, side)
            && units.iter().filter(|unit| unit.is(Marks::ROLE)).count() == 1
        {
            let office = &self.speakers.offices[usize::from(office)].id;
            if let Some(holder) = self.holder(office, side, memory) {
                let known = self.speakers.person(holder);
                let (name, she) = (known.name.clone(), Some(known.she));
                return Some(Who { name, side: Some(side), kind: Kind::Person, she, named_at: None });
            }
        }
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

    /// Whether somebody may be meant by a role alone: "the president" is one who was it, "the official" is none.
    fn may_be_called(&self, who: &Who, role: &Unit) -> bool {
        let known = self.speakers.persons.iter().find(|person| person.name == who.name);
        let held = known.map_or(&[][..], |person| &person.held);
        match role.name {
            Name::Office(office) => {
                held.iter().any(|held| held.office == self.speakers.offices[usize::from(office)].id)
            }
            _ => held.is_empty(),
        }
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

    /// Somebody called by nothing but these words.
    fn described(&self, phrase: &Phrase, side: Option<SideIx>) -> Who {
        let units = &self.units[phrase.units.clone()];
        let who = units.iter().position(|unit| unit.is(Marks::WHO)).unwrap_or(units.len());
        let words = self.span(&(phrase.units.start..phrase.units.start + who.max(1)));
        let text = self.tidy(words.text(self.text));
        let body = |unit: &Unit| unit.is(Marks::COLLECTIVE) || matches!(unit.name, Name::Body(_) | Name::Land(_));
        let collective = units.iter().any(|unit| unit.is(Marks::COLLECTIVE))
            || !units.iter().any(|unit| unit.is(Marks::ROLE)) && units.iter().any(body);
        let many =
            units.iter().any(|unit| unit.is(Marks::ROLE) && unit.span.text(self.text).ends_with(['s', 'и', 'ы']));
        let kind = match () {
            () if collective => Kind::Body,
            () if many => Kind::People,
            () => Kind::Person,
        };
        Who { name: text, side, kind, she: None, named_at: None }
    }

    /// Words of the text as a name: without line ends, not too long, without the article before it.
    fn tidy(&self, words: &str) -> String {
        let all: Vec<&str> = words.split_whitespace().collect();
        let rest = match all.split_first() {
            Some((first, rest)) if !rest.is_empty() && matches!(*first, "The" | "the") => rest,
            _ => &all,
        };
        let name = rest.join(" ");
        match name.char_indices().nth(LONGEST_NAME) {
            Some((at, _)) => format!("{}…", name[..at].trim_end()),
            None => name,
        }
    }
}
