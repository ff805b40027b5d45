//! Joins the first names and titles before a family name with it; another first name makes it another person.

use super::marks::{Marks, Name};
use super::units::{Gap, Unit};
use crate::model::{PersonIx, Speakers};
use crate::text::words;

/// Joins a person's name with the first names and titles before it. Another first name makes it another person.
pub(super) fn merge_persons(text: &str, units: &mut Vec<Unit>, start: usize, speakers: &Speakers) {
    if !units[start..].iter().any(|unit| matches!(unit.name, Name::Person(_))) {
        return;
    }
    let mut end = start;
    for at in start..units.len() {
        let mut unit = units[at];
        if let Name::Person(person) = unit.name {
            let first = merge_person(text, &units[start..end], &mut unit, person, speakers);
            end = start + first;
        }
        units[end] = unit;
        end += 1;
    }
    units.truncate(end);
}

/// Takes the first names and titles before a person into `unit`; how many of the units before it are left.
fn merge_person(text: &str, before: &[Unit], unit: &mut Unit, person: PersonIx, speakers: &Speakers) -> usize {
    // "von der Leyen" has its capital at the end.
    if !unit.capital && !unit.span.text(text).contains(char::is_uppercase) {
        unit.name = Name::None;
    }
    // "Putins Berater": only names of the file that have no s of their own.
    let surface = unit.span.text(text);
    unit.genitive |=
        surface.ends_with('s') && !speakers.person(person).forms.iter().any(|form| surface.ends_with(form.as_str()));
    let mut left = before.len();
    while let Some(given) = before[..left].last() {
        let joined = !unit.gap.has(Gap::ANY) && !given.genitive;
        if !joined {
            break;
        }
        let other = || is_other(text, given, person, speakers);
        let is_given =
            given.is(Marks::GIVEN) || is_initial(given.span.text(text)) || given.is_unknown_name() && !other();
        if !(given.is(Marks::TITLE) || is_given) {
            break;
        }
        if is_given && other() {
            unit.name = Name::None;
        }
        unit.span.start = given.span.start;
        unit.gap = given.gap;
        unit.capital = true;
        left -= 1;
    }
    // "Igor Sullivan" is somebody else; "in Geneva Sullivan said" is not.
    let place = left > 1 && before[left - 2].is(Marks::PREPOSITION);
    let foreign = left > 1 && left == before.len() && !unit.gap.has(Gap::ANY) && !place;
    if foreign
        && before[..left].last().is_some_and(|before| before.is_unknown_name() && !before.genitive)
        && !speakers.person(person).given.is_empty()
    {
        unit.name = Name::None;
    }
    left
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| *letter != '.');
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether a first name is not one of this person's.
fn is_other(text: &str, given: &Unit, person: PersonIx, speakers: &Speakers) -> bool {
    let known = &speakers.person(person).given;
    let name = words::fold(&words::clean(given.span.text(text)));
    let short: String = name.chars().take(3).collect();
    !is_initial(given.span.text(text)) && !known.iter().any(|known| words::fold(known).starts_with(&short))
}
