//! Who is meant by the words that name a source: a person, an institution, a state, or whoever spoke last.

use super::marks::{Marks, Name};
use super::memory::Memory;
use super::nouns::Phrase;
use super::units::{Gap, Unit};
use crate::model::{Date, Language, SideIx, Span, Speakers};

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
    /// Whether it has a name or an office: not "a source".
    pub is_named: bool,
    /// Whether it is a paper, an agency or a station, which passes on what others say.
    pub is_paper: bool,
}

impl Who {
    pub fn new(name: String, side: Option<SideIx>, kind: Kind) -> Self {
        Self { name, side, kind, she: None, named_at: None, is_named: true, is_paper: false }
    }
}

/// What resolving takes besides the words.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub text: &'a str,
    pub language: Language,
    pub units: &'a [Unit],
    /// By sentence.
    pub sentences: &'a [std::ops::Range<usize>],
    pub speakers: &'a Speakers,
    pub day: Option<Date>,
    /// The side of the state in which papers of the language mostly are.
    pub home: Option<SideIx>,
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
        if let Some(who) = self.of_unknown_name(phrase, memory, sentence) {
            return Some(who);
        }
        self.of_description(phrase, memory, sentence)
    }

    /// The person that a phrase is about: not the one whose aide it is.
    fn person_head(&self, units: &[Unit]) -> Option<usize> {
        // "Nach Stoltenbergs Worten" names him alone.
        let alone = units.len() == 1;
        let is_person = |unit: &Unit| matches!(unit.name, Name::Person(_)) && (!unit.genitive || alone);
        let last = units.iter().rposition(is_person)?;
        // "Putin in his talk with Biden".
        let with = |at: usize| at > 0 && units[at - 1].is(Marks::PREPOSITION);
        let first = units.iter().position(is_person).filter(|first| with(last) && !with(*first));
        let at = first.unwrap_or(last);
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
        Who { she: Some(known.she), ..Who::new(known.name.clone(), side, Kind::Person) }
    }

    fn nobody(&self, units: &[Unit]) -> Who {
        let name = units.first().map_or("", |unit| unit.span.text(self.text)).to_owned();
        Who::new(name, None, Kind::Person)
    }

    /// A name that is in no list, at the end of the phrase or before its first comma.
    fn of_unknown_name(&self, phrase: &Phrase, memory: &Memory, sentence: usize) -> Option<Who> {
        let units = &self.units[phrase.units.clone()];
        let titled = units.iter().any(|unit| unit.is(Marks::GIVEN | Marks::TITLE | Marks::ROLE));
        let known = units.iter().any(|unit| memory.local_side(unit.span.text(self.text)).is_some());
        // All German nouns have a capital.
        if self.language == Language::German && !titled && !known {
            return None;
        }
        let aside = (1..units.len()).find(|at| units[*at].gap.has(Gap::COMMA.or(Gap::DASH).or(Gap::OPEN_PAREN)));
        // "Jane Sample of the Centre for Examples".
        let of = (1..units.len()).find(|at| units[*at].is(Marks::PREPOSITION));
        let full = of.filter(|of| *of >= 2 && units[of - 2..*of].iter().all(Unit::is_unknown_name));
        let ends = [full.or(aside).unwrap_or(units.len()), aside.unwrap_or(units.len()), units.len()];
        for end in ends {
            let is_name = |unit: &&Unit| unit.is_unknown_name() && !unit.genitive;
            let length = units[..end].iter().rev().take_while(is_name).count();
            if length == 0 || (length == units.len() && length == 1 && self.is_first_word(phrase)) {
                continue;
            }
            let name = self.span(&(phrase.units.start + end - length..phrase.units.start + end)).text(self.text);
            let last = units[end - 1].span.text(self.text);
            let own = units.iter().any(|unit| unit.is(Marks::ROLE)).then(|| self.whose(units)).flatten();
            let office = units.iter().any(|unit| matches!(unit.name, Name::Office(_)));
            let role = units.iter().find(|unit| unit.is(Marks::ROLE));
            let of_place = || role.and_then(|role| self.opening_place(phrase, role, sentence));
            let of_owner = || role.and_then(|_| self.owner_side(phrase, memory, sentence));
            let side = own.or_else(|| memory.local_side(last)).or_else(|| self.whose(units));
            let side = side.or_else(of_owner).or_else(of_place);
            // "Defence Minister X" in a paper of his state.
            let side = side.or(self.home.filter(|_| office));
            let titled = units[end - length..end].iter().any(|unit| unit.is(Marks::GIVEN | Marks::TITLE));
            let role = units.iter().any(|unit| unit.is(Marks::ROLE)) || titled || length > 1;
            let kind = if role || memory.local_side(last).is_some() { Kind::Person } else { Kind::Body };
            return Some(Who::new(self.tidy(name), side, kind));
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
        if let Some(who) = self.of_own_document(phrase, memory, sentence) {
            return Some(who);
        }
        let side = self.whose(units);
        let people = units.iter().any(|unit| unit.is(Marks::ROLE) && !unit.is(Marks::GROUP));
        let group = units.iter().any(|unit| unit.is(Marks::GROUP));
        if group && !people && (side.is_none() || !self.one_side(units) || units.iter().any(|unit| unit.is(Marks::AND)))
        {
            return None;
        }
        let role = units.iter().find(|unit| unit.is(Marks::ROLE) && !unit.genitive);
        if let Some(role) = role {
            return self.of_role(phrase, role, side, memory, sentence);
        }
        if units.iter().any(|unit| unit.is(Marks::AND)) && self.of_two_sides(units) {
            return None;
        }
        // "The US embassy in Kyiv" is not Kyiv.
        let named = |unit: &Unit| matches!(unit.name, Name::Body(_) | Name::Land(_));
        let place = (1..units.len()).find(|at| units[*at].is(Marks::PREPOSITION) && units[..*at].iter().any(named));
        let head = &units[..place.unwrap_or(units.len())];
        let ministry = head.iter().any(|unit| self.is_ministry(unit));
        if let Some(who) = head.iter().rev().filter(|unit| !unit.genitive).find_map(|unit| self.of_body(unit))
            && !(ministry && side.is_some())
        {
            return Some(who);
        }
        if units.iter().any(|unit| unit.is(Marks::DOCUMENT)) {
            let name = self.tidy(self.span(&phrase.units).text(self.text));
            return match side {
                Some(_) => {
                    let body = units.iter().find_map(|unit| self.of_body(unit)).map(|who| who.name);
                    Some(Who::new(body.unwrap_or(name), side, Kind::Body))
                }
                None => memory.document(sentence),
            };
        }
        let somebody = units.iter().any(|unit| unit.name != Name::None);
        somebody.then(|| self.described(phrase, side))
    }

    /// "A statement of his ministry": the paper of whom the sentence has named.
    fn of_own_document(&self, phrase: &Phrase, memory: &Memory, sentence: usize) -> Option<Who> {
        let units = &self.units[phrase.units.clone()];
        let place = (1..units.len()).find(|at| units[*at].is(Marks::PREPOSITION) && !units[*at].is(Marks::DEFINITE));
        let head = phrase.units.start..phrase.units.start + place.unwrap_or(units.len());
        let is_document = |unit: &Unit| unit.is(Marks::DOCUMENT) && !unit.is(Marks::ROLE);
        if !self.units[head.clone()].iter().any(is_document) {
            return None;
        }
        let side = self.owner_side(&Phrase { units: head.clone(), joined: None }, memory, sentence)?;
        Some(Who::new(self.tidy(self.span(&head).text(self.text)), Some(side), Kind::Body))
    }

    pub(super) fn of_body(&self, unit: &Unit) -> Option<Who> {
        let who = |name: String, side| Who::new(name, side, Kind::Body);
        match unit.name {
            // "media" is no name; the article's own words say more.
            Name::Body(body) if self.speakers.body(body).name.starts_with(char::is_lowercase) => None,
            Name::Body(body) => {
                let body = self.speakers.body(body);
                let own = self.speakers.find_side(body.side.as_deref()?)?;
                Some(Who { is_paper: self.is_paper(std::slice::from_ref(unit)), ..who(body.name.clone(), Some(own)) })
            }
            Name::Land(side) => Some(who(self.land_name(unit), Some(side))),
            Name::Person(person) if unit.genitive => {
                let person = self.speakers.person(person);
                Some(who(person.name.clone(), self.speakers.find_side(&person.side)))
            }
            _ => None,
        }
    }

    /// Somebody called by nothing but these words.
    pub(super) fn described(&self, phrase: &Phrase, side: Option<SideIx>) -> Who {
        let units = &self.units[phrase.units.clone()];
        let who = units.iter().position(|unit| unit.is(Marks::WHO)).unwrap_or(units.len());
        let articles =
            units[..who].iter().take_while(|unit| unit.is(Marks::DEFINITE) && !unit.is(Marks::OWNER)).count();
        let articles = articles.min(who.saturating_sub(1));
        let words = self.span(&(phrase.units.start + articles..phrase.units.start + who.max(1)));
        let text = self.tidy(words.text(self.text));
        let body = |unit: &Unit| unit.is(Marks::COLLECTIVE) || matches!(unit.name, Name::Body(_) | Name::Land(_));
        let collective = units.iter().any(|unit| unit.is(Marks::COLLECTIVE))
            || !units.iter().any(|unit| unit.is(Marks::ROLE)) && units.iter().any(body);
        let many =
            units.iter().any(|unit| unit.is(Marks::ROLE) && unit.span.text(self.text).ends_with(['s', 'и', 'ы']));
        let kind = match () {
            () if collective && !many => Kind::Body,
            () if many => Kind::People,
            () => Kind::Person,
        };
        let unknown = side.is_none() && !units.iter().any(|unit| unit.is(Marks::DEFINITE) || unit.is_unknown_name());
        let unnamed = many || unknown || units.iter().any(|unit| unit.is(Marks::INDEFINITE | Marks::UNNAMED));
        Who {
            is_named: !unnamed,
            is_paper: self.is_paper(&units[..1])
                || !units.iter().any(|unit| unit.is(Marks::ROLE)) && self.is_paper(units),
            ..Who::new(text, side, kind)
        }
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
