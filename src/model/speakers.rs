//! Who can be the speaker of a sentence, and for which side.
//!
//! [`Speakers`] is a file that a person writes (`assets/speakers/talks.ron` explains it): sides, states, institutions,
//! offices and persons with their spellings. [`Speakers::parse`] checks everything and tells a mistake with its line.
//! How a sentence says who speaks is no part of it; that is grammar, and `analysis::attribute` knows it.

use super::{Color, Date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Bytes. A file of a stranger must not fill the memory.
const LARGEST_FILE: usize = 1 << 20;
/// [`SideIx`] is 8 bits wide; nobody tells more sides apart.
const MOST_SIDES: usize = 32;

/// A side's place in [`Speakers::sides`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SideIx(pub u8);

impl SideIx {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A person's place in [`Speakers::persons`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonIx(pub u16);

/// An institution's place in [`Speakers::bodies`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyIx(pub u16);

/// A speakers file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speakers {
    pub sides: Vec<Side>,
    /// States and alliances.
    #[serde(default)]
    pub lands: Vec<Land>,
    /// Institutions.
    #[serde(default)]
    pub bodies: Vec<Body>,
    #[serde(default)]
    pub offices: Vec<Office>,
    #[serde(default)]
    pub persons: Vec<Person>,
}

/// Those who are spoken for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub color: Option<Color>,
}

/// A state or an alliance, which speaks by itself ("Moscow insists") or says whose somebody is ("a Russian diplomat").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Land {
    pub side: String,
    /// Names of the state and of its capital.
    pub nouns: Vec<String>,
    #[serde(default)]
    pub adjectives: Vec<String>,
}

/// An institution, which speaks by itself ("the Kremlin said").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub name: String,
    /// `None` for what every state has: "the German Foreign Ministry".
    #[serde(default)]
    pub side: Option<String>,
    pub forms: Vec<String>,
    /// Hosts of its web pages: an article from there is its own word.
    #[serde(default)]
    pub sites: Vec<String>,
}

/// What a person can be called instead of by name: "the president".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    pub id: String,
    /// For an office that only one state has: "Secretary of State".
    #[serde(default)]
    pub side: Option<String>,
    pub words: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// As the screen shows it.
    pub name: String,
    pub side: String,
    /// Spellings of the family name.
    pub forms: Vec<String>,
    /// Spellings of first names.
    #[serde(default)]
    pub given: Vec<String>,
    /// Whether an article says "she".
    #[serde(default)]
    pub she: bool,
    #[serde(default)]
    pub held: Vec<Held>,
}

/// An office that somebody held.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// The id of an [`Office`].
    pub office: String,
    pub from: Date,
    #[serde(default)]
    pub until: Option<Date>,
}

/// A mistake in a speakers file: where, and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct SpeakersError {
    /// From 1.
    pub line: usize,
    pub message: String,
}

/// A mistake, and the entry and the words in the file that it stands in.
struct Mistake {
    entry: String,
    words: String,
    message: String,
}

impl Speakers {
    /// The file that comes with the program.
    ///
    /// # Errors
    /// Only if it was built with a file that is not sound; a test holds that it is.
    pub fn standard() -> Result<Self, SpeakersError> {
        Self::parse(include_str!("../../assets/speakers/talks.ron"))
    }

    /// Reads and checks a file's text.
    ///
    /// # Errors
    /// If it is too large, not RON, or names a side or an office that is not there.
    pub fn parse(source: &str) -> Result<Self, SpeakersError> {
        if source.len() > LARGEST_FILE {
            let message = format!("expected at most {LARGEST_FILE} bytes, found {}", source.len());
            return Err(SpeakersError { line: 1, message });
        }
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let speakers: Self = options
            .from_str(source)
            .map_err(|error| SpeakersError { line: error.span.start.line, message: error.code.to_string() })?;
        speakers.check().map_err(|mistake| SpeakersError {
            line: line_of(source, &mistake.entry, &mistake.words),
            message: format!("{}: {}", mistake.entry, mistake.message),
        })?;
        Ok(speakers)
    }

    pub fn side(&self, side: SideIx) -> &Side {
        &self.sides[side.index()]
    }

    pub fn find_side(&self, id: &str) -> Option<SideIx> {
        self.sides.iter().position(|side| side.id == id).map(|index| SideIx(index as u8))
    }

    pub fn person(&self, person: PersonIx) -> &Person {
        &self.persons[usize::from(person.0)]
    }

    pub fn body(&self, body: BodyIx) -> &Body {
        &self.bodies[usize::from(body.0)]
    }

    /// Who held an office of a side on a day; without a day whoever held it last. `None` if that is not clear.
    pub fn holder(&self, office: &str, side: SideIx, day: Option<Date>) -> Option<PersonIx> {
        let own = |person: &Person| self.find_side(&person.side) == Some(side);
        let held = |(index, person)| Some((index, holds(person, office, day)?));
        let people = self.persons.iter().enumerate().filter(|(_, person)| own(person));
        let holders: Vec<(usize, Date)> = people.filter_map(held).collect();
        let latest = holders.iter().map(|(_, from)| *from).max()?;
        let mut last = holders.iter().filter(|(_, from)| *from == latest);
        let holder = last.next()?.0;
        last.next().is_none().then_some(PersonIx(holder as u16))
    }

    fn check(&self) -> Result<(), Mistake> {
        let wrong = |entry: &str, words: &str, message: String| {
            Err(Mistake { entry: entry.to_owned(), words: words.to_owned(), message })
        };
        let mut ids = BTreeSet::new();
        for side in &self.sides {
            if side.id.trim().is_empty() || !ids.insert(&side.id) {
                return wrong(&side.name, &side.id, format!("expected a side's own id, found {:?}", side.id));
            }
        }
        if self.sides.is_empty() || self.sides.len() > MOST_SIDES {
            return wrong("sides", "sides", format!("expected 1 to {MOST_SIDES} sides, found {}", self.sides.len()));
        }
        for (entry, side, forms) in self.entries() {
            if let Some(side) = side.filter(|side| self.find_side(side).is_none()) {
                return wrong(entry, side, format!("expected the id of a side, found {side:?}"));
            }
            if forms.is_empty() || forms.iter().any(|form| !form.contains(char::is_alphanumeric)) {
                return wrong(entry, entry, "expected at least one spelling, and none of them empty".to_owned());
            }
        }
        for person in &self.persons {
            for Held { office, .. } in &person.held {
                if !self.offices.iter().any(|known| known.id == *office) {
                    return wrong(&person.name, office, format!("expected the id of an office, found {office:?}"));
                }
            }
        }
        Ok(())
    }

    /// Every entry that has words: name, side, words.
    fn entries(&self) -> impl Iterator<Item = (&str, Option<&str>, &[String])> {
        let lands = self.lands.iter().map(|land| {
            let name = land.nouns.first().map_or("a land", String::as_str);
            (name, Some(land.side.as_str()), land.nouns.as_slice())
        });
        let bodies = self.bodies.iter().map(|body| (body.name.as_str(), body.side.as_deref(), body.forms.as_slice()));
        let offices = self.offices.iter().map(|office| (office.id.as_str(), office.side.as_deref(), &office.words[..]));
        let persons = self.persons.iter().map(|person| (&person.name[..], Some(&person.side[..]), &person.forms[..]));
        lands.chain(bodies).chain(offices).chain(persons)
    }
}

/// Since when the person held the office on that day, or at any time.
fn holds(person: &Person, office: &str, day: Option<Date>) -> Option<Date> {
    let held = person.held.iter().filter(|held| held.office == office);
    let then = |held: &&Held| day.is_none_or(|day| held.from <= day && held.until.is_none_or(|until| day <= until));
    held.filter(then).map(|held| held.from).max()
}

/// The first line with `words` from the entry's own name on; the values that RON gives have no places.
fn line_of(source: &str, entry: &str, words: &str) -> usize {
    let quoted = |words: &str| format!("\"{words}\"");
    let start = source.find(&quoted(entry)).unwrap_or(0);
    // An entry opens with its name, but a side may stand before a land's first noun.
    let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
    let at = source[line_start..].find(&quoted(words)).map_or(start, |at| line_start + at);
    source[..at].matches('\n').count() + 1
}

#[cfg(test)]
mod tests;
