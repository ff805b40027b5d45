//! What an article has said so far: who spoke, who was named with which title.
//!
//! A title tells the side of somebody who is in no list: after "Kremlin aide Yuri Ushakov" a "Ushakov said" is the
//! Kremlin's. A pronoun means the last who fits.

use super::marks::{Marks, Name};
use super::units::{Gap, Unit, Units};
use super::who::{Kind, Scene, Who};
use crate::model::{Language, PersonIx, SideIx, Span};
use rustc_hash::FxHashMap;

/// Sentences back that a pronoun, "the official" or "the statement" may reach. A paragraph or two.
const REACH: usize = 6;
/// Sentences back to whoever still speaks.
const SAME_BREATH: usize = 2;
/// Sentences back that "the aide" may reach to somebody whom the article has called so.
const TITLE_REACH_BACK: usize = 24;
/// Words before and behind a title that may tell whose it is.
const TITLE_REACH: usize = 6;

/// How a noun of several ends, with its case.
const PLURALS: [&str; 13] = ["s", "и", "ы", "і", "ов", "ев", "ів", "ам", "ами", "ах", "ям", "ями", "ях"];

/// Somebody who spoke, or whom a sentence is about.
struct Heard {
    who: Who,
    sentence: usize,
    /// Where it is named.
    at: Span,
    /// Whether it spoke, or was only spoken of.
    spoke: bool,
}

#[derive(Default)]
pub(super) struct Memory {
    heard: Vec<Heard>,
    /// By family name: the side that the article puts somebody on.
    locals: FxHashMap<String, SideIx>,
    /// By family name: the role that the article gives somebody, in small letters.
    roles: FxHashMap<String, Vec<String>>,
    /// Whether a role does not tell a man from a woman.
    genderless: bool,
    /// Everybody of the speakers file whom the article names, in order.
    pub persons: Vec<PersonIx>,
}

impl Memory {
    /// Reads all titles of an article.
    pub fn of_titles(scene: &Scene, article: &Units) -> Self {
        let mut memory = Self { genderless: scene.language != Language::German, ..Self::default() };
        for (sentence, within) in article.sentences.iter().zip(&article.within) {
            if !within.people && !within.marks.is(Marks::GROUP | Marks::ROLE) {
                continue;
            }
            let units = &article.all[sentence.clone()];
            for at in 0..units.len() {
                match units[at].name {
                    Name::Person(person) if !memory.persons.contains(&person) => memory.persons.push(person),
                    _ if units[at].is(Marks::GROUP) => _ = memory.read_two(scene, units, at),
                    _ if units[at].is(Marks::ROLE) => memory.read_title(scene, units, at),
                    _ => {}
                }
            }
        }
        memory
    }

    fn read_title(&mut self, scene: &Scene, units: &[Unit], role: usize) {
        let mut first = role;
        while first > 0 && role - first < TITLE_REACH && goes_on(&units[first - 1], units[first].gap) {
            first -= 1;
        }
        let mut end = role + 1;
        while end < units.len()
            && end - role <= TITLE_REACH
            && goes_on(&units[end], units[end].gap)
            && !units[end].is_unknown_name()
        {
            end += 1;
        }
        if self.read_two(scene, units, role) {
            return;
        }
        self.read_role(scene, units, role, end);
        let before = scene.whose(&units[first..=role]).or_else(|| self.genitive_side(scene, &units[first..role]));
        let Some(side) = before.or_else(|| scene.whose(&units[role..end])) else { return };
        // "Kremlin aide Yuri Ushakov", "President of Russia, Vladimir Putin".
        let name = units[end..].iter().enumerate().take(4).take_while(|(at, unit)| {
            unit.is_unknown_name() && (!unit.gap.has(Gap::ANY) || (*at == 0 && unit.gap == Gap::COMMA))
        });
        if let Some((at, unit)) = name.last()
            && !units[end + at].quoted
        {
            let after_comma = units[end].gap.has(Gap::COMMA);
            if !after_comma || units.get(end + at + 1).is_none_or(|next| next.gap.has(Gap::COMMA)) {
                self.learn(unit.span.text(scene.text), side);
            }
        }
        // "Dmitry Peskov, Putin's spokesman".
        if first > 0 && units[first].gap.has(Gap::COMMA) && units[first - 1].is_unknown_name() {
            self.learn(units[first - 1].span.text(scene.text), side);
        }
    }

    /// "Presidential aide Yuri Ushakov": the aide, from now on.
    fn read_role(&mut self, scene: &Scene, units: &[Unit], role: usize, end: usize) {
        if units[role].is(Marks::GENERIC) {
            return;
        }
        let known = units.get(end).filter(|unit| matches!(unit.name, Name::Person(_)) && !unit.gap.has(Gap::ANY));
        let unknown = units[end..].iter().take_while(|unit| unit.is_unknown_name() && !unit.gap.has(Gap::ANY)).last();
        let Some(name) = known.or(unknown) else { return };
        // Somebody of the speakers file is heard under the name that he has there.
        let name = match name.name {
            Name::Person(person) => last_word(&scene.speakers.person(person).name).to_owned(),
            _ => last_word(name.span.text(scene.text)).to_owned(),
        };
        self.roles.entry(name).or_default().push(units[role].span.text(scene.text).to_lowercase());
    }

    /// "Russian and US presidents Vladimir Putin and Joe Biden": each his own.
    fn read_two(&mut self, scene: &Scene, units: &[Unit], role: usize) -> bool {
        let places = role.checked_sub(3);
        let Some([one, and, other]) = places.map(|at| [&units[at], &units[at + 1], &units[at + 2]]) else {
            return false;
        };
        let (Some(one), Some(other)) = (scene.side_of(one), scene.side_of(other)) else { return false };
        let name = |from: usize| units[from..].iter().take_while(|unit| unit.is_unknown_name()).count();
        let first = role + 1 + name(role + 1);
        let second = (first + 1).min(units.len());
        let last = second + name(second);
        let two = and.is(Marks::AND) && first > role + 1 && last > second && units[first].is(Marks::AND);
        if two && one != other {
            self.learn(units[first - 1].span.text(scene.text), one);
            self.learn(units[last - 1].span.text(scene.text), other);
        }
        two
    }

    /// "Putin's aide", of a Putin whom only the article knows.
    fn genitive_side(&self, scene: &Scene, units: &[Unit]) -> Option<SideIx> {
        let owner = units.iter().find(|unit| unit.genitive && unit.is_unknown_name())?;
        self.local_side(owner.span.text(scene.text))
    }

    fn learn(&mut self, name: &str, side: SideIx) {
        self.locals.entry(name.to_owned()).or_insert(side);
    }

    /// The side that the article puts somebody of this family name on.
    pub fn local_side(&self, name: &str) -> Option<SideIx> {
        self.locals.get(last_word(name)).copied()
    }

    /// Notes that somebody spoke in a sentence, or that it is about somebody.
    pub fn hear(&mut self, who: Who, sentence: usize, at: Span, spoke: bool) {
        self.heard.push(Heard { who, sentence, at, spoke });
    }

    fn last(&self, sentence: usize, fits: impl Fn(&Who, bool) -> bool) -> Option<Who> {
        self.last_within(REACH, sentence, fits)
    }

    fn last_within(&self, reach: usize, sentence: usize, fits: impl Fn(&Who, bool) -> bool) -> Option<Who> {
        let mut near = self.heard.iter().rev().take_while(|heard| heard.sentence + reach >= sentence);
        let heard = near.find(|heard| fits(&heard.who, heard.spoke))?;
        Some(Who { named_at: heard.who.named_at.or(Some(heard.at)), ..heard.who.clone() })
    }

    /// Whom a pronoun means.
    pub fn pronoun(&self, marks: Marks, sentence: usize) -> Option<Who> {
        let fits = |who: &Who, _| may_mean(marks, who);
        // An institution is a he or a she in most languages.
        let body = |who: &Who, spoke: bool| spoke && who.kind != Kind::Person && marks.is(Marks::HE | Marks::SHE);
        self.last(sentence, fits).or_else(|| self.last(sentence, body))
    }

    /// Whom a pronoun means if it is somebody who spoke in one of the two sentences before.
    pub fn speaker(&self, marks: Marks, sentence: usize) -> Option<Who> {
        self.last_within(SAME_BREATH, sentence, |who, spoke| spoke && may_mean(marks, who))
    }

    /// Whom "the official" means: whoever was called so, else the last person.
    ///
    /// `may_be`: whether somebody whom the article has not called so may be meant.
    pub fn role(&self, role: &Unit, text: &str, sentence: usize, may_be: &dyn Fn(&Who) -> bool) -> Option<Who> {
        let (collective, generic) = (role.is(Marks::COLLECTIVE), role.is(Marks::GENERIC));
        let office = matches!(role.name, Name::Office(_));
        let role = role.span.text(text).to_lowercase();
        let roles = |who: &Who| self.roles.get(last_word(&who.name));
        let titled = |who: &Who| roles(who).is_some_and(|roles| roles.iter().any(|known| known.ends_with(&role)));
        let called = self
            .last_within(TITLE_REACH_BACK, sentence, |who, _| titled(who) || who.name.to_lowercase().contains(&role));
        let many = !office && PLURALS.iter().any(|ending| role.ends_with(ending));
        let kind = if collective { Kind::Body } else { Kind::Person };
        // Who has another title is not meant by one that tells more than "the official".
        let other = |who: &Who| !generic && !office && roles(who).is_some();
        // German tells a woman's role by its ending.
        let she = role.ends_with("in");
        let gender = |who: &Who| who.she != Some(!she) || !she && self.genderless;
        let fits = |who: &Who| who.kind == kind && !many && !other(who) && gender(who) && may_be(who);
        let known = || self.last(sentence, |who, _| fits(who) && who.side.is_some());
        called.or_else(known).or_else(|| self.last(sentence, |who, _| fits(who)))
    }

    /// The last person on another side.
    pub fn other_side(&self, own: SideIx, sentence: usize) -> Option<Who> {
        self.last(sentence, |who, _| who.kind == Kind::Person && who.side.is_some_and(|side| side != own))
    }

    /// The last state or institution that somebody spoke of.
    pub fn state(&self, sentence: usize) -> Option<Who> {
        self.last(sentence, |who, _| who.kind == Kind::Body && !who.is_paper && who.side.is_some())
    }

    /// Whose "the statement" is: the last institution's, else whoever spoke last.
    pub fn document(&self, sentence: usize) -> Option<Who> {
        let body = self.last(sentence, |who, spoke| spoke && who.kind == Kind::Body);
        body.or_else(|| self.last(sentence, |_, spoke| spoke))
    }
}

/// Whether a pronoun can mean somebody of this kind.
fn may_mean(marks: Marks, who: &Who) -> bool {
    match who.kind {
        Kind::Person if marks.is(Marks::HE) => who.she != Some(true),
        Kind::Person if marks.is(Marks::SHE) => who.she != Some(false),
        Kind::People => marks.is(Marks::THEY | Marks::IT),
        Kind::Person | Kind::Body => marks.is(Marks::IT),
    }
}

fn last_word(name: &str) -> &str {
    name.rsplit([' ', '\n', '\u{a0}']).next().unwrap_or(name)
}

/// Whether a word may stand in a title: "Kremlin foreign policy", "of the Russian Federation".
fn goes_on(unit: &Unit, gap: Gap) -> bool {
    let verb = unit.is(Marks::VERB) && !unit.is(Marks::BASE);
    let noun =
        unit.is_plain() || unit.name != Name::None || unit.is(Marks::ROLE | Marks::PREPOSITION | Marks::DEFINITE);
    let name = unit.is_unknown_name() && unit.genitive;
    (noun || name) && !verb && !gap.has(Gap::ANY) && !matches!(unit.name, Name::Person(_))
        || (unit.genitive && !gap.has(Gap::ANY))
}
