//! Which side the words of a phrase stand for.

use super::marks::{Marks, Name};
use super::units::Unit;
use super::who::Scene;
use crate::model::SideIx;

impl Scene<'_> {
    /// Whose the described is: what stands before the role tells it, else what stands behind.
    pub(super) fn whose(&self, units: &[Unit]) -> Option<SideIx> {
        // "The Russian envoy in an interview with CNN".
        let place = (1..units.len()).find(|at| units[*at].is(Marks::PREPOSITION) && !units[*at].is(Marks::DEFINITE));
        let head = place.and_then(|place| self.whose_words(&units[..place]));
        head.or_else(|| self.whose_words(units))
    }

    fn whose_words(&self, units: &[Unit]) -> Option<SideIx> {
        let office = |unit: &Unit| match unit.name {
            Name::Office(office) => self.speakers.offices[usize::from(office)].side.as_deref(),
            // Russian media speak for no party to the talks.
            Name::Body(body) if self.speakers.body(body).name.starts_with(char::is_lowercase) => {
                self.speakers.body(body).side.as_deref()
            }
            _ => None,
        };
        if units.iter().any(|unit| unit.is(Marks::EXPERT)) {
            return self.papers_side();
        }
        let own = units.iter().find_map(office).and_then(|id| self.speakers.find_side(id));
        let named = own.or_else(|| units.iter().find_map(|unit| self.side_of(unit)));
        named.or_else(|| units.iter().any(|unit| self.is_ministry(unit)).then_some(self.home).flatten())
    }

    /// Whether no two names in these words stand for different sides.
    pub(super) fn one_side(&self, units: &[Unit]) -> bool {
        let mut sides: Vec<SideIx> = units.iter().filter_map(|unit| self.side_of(unit)).collect();
        sides.dedup();
        sides.len() <= 1 && units.iter().any(|unit| unit.is(Marks::ROLE) || matches!(unit.name, Name::Whose(_)))
    }

    /// "Russian and American diplomats".
    pub(super) fn of_two_sides(&self, units: &[Unit]) -> bool {
        let paper = |unit: &&Unit| !self.is_paper(std::slice::from_ref(*unit));
        let mut sides = units.iter().filter(paper).filter_map(|unit| self.side_of(unit));
        let first = sides.next().filter(|_| !self.is_paper(units));
        first.is_some() && sides.any(|side| Some(side) != first)
    }

    /// The side that a name alone stands for.
    pub(super) fn side_of(&self, unit: &Unit) -> Option<SideIx> {
        match unit.name {
            Name::Whose(side) | Name::Land(side) => Some(side),
            Name::Body(body) => self.speakers.find_side(self.speakers.body(body).side.as_deref()?),
            Name::Person(person) => self.speakers.find_side(&self.speakers.person(person).side),
            Name::Office(_) | Name::None => None,
        }
    }
}
