//! Which side the words of a phrase stand for.

use super::marks::{Marks, Name};
use super::units::Unit;
use super::who::Scene;
use crate::model::SideIx;

impl Scene<'_> {
    /// Whose the described is: what stands before the role tells it, else what stands behind.
    pub(super) fn whose(&self, units: &[Unit]) -> Option<SideIx> {
        let office = |unit: &Unit| match unit.name {
            Name::Office(office) => self.speakers.offices[usize::from(office)].side.as_deref(),
            // Russian media speak for no party to the talks.
            Name::Body(body) if self.speakers.body(body).name.starts_with(char::is_lowercase) => {
                self.speakers.body(body).side.as_deref()
            }
            _ => None,
        };
        let own = units.iter().find_map(office).and_then(|id| self.speakers.find_side(id));
        own.or_else(|| units.iter().find_map(|unit| self.side_of(unit)))
    }

    /// Whether no two names in these words stand for different sides.
    pub(super) fn one_side(&self, units: &[Unit]) -> bool {
        let mut sides: Vec<SideIx> = units.iter().filter_map(|unit| self.side_of(unit)).collect();
        sides.dedup();
        sides.len() <= 1 && units.iter().any(|unit| unit.is(Marks::ROLE))
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
