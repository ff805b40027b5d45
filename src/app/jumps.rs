//! Back and forward through the places the reader jumped between.

use super::place::Place;

/// Places kept: more than anybody walks back.
const LONGEST: usize = 200;

#[derive(Clone, Debug, Default)]
pub struct Jumps {
    back: Vec<Place>,
    forward: Vec<Place>,
}

impl Jumps {
    /// Notes where the reader was before a jump. What was ahead is gone.
    pub fn leave(&mut self, place: Place) {
        self.forward.clear();
        if self.back.last() != Some(&place) {
            self.back.push(place);
        }
        if self.back.len() > LONGEST {
            self.back.remove(0);
        }
    }

    /// The place before; `here` can be come back to.
    pub fn back(&mut self, here: Place) -> Option<Place> {
        let place = self.back.pop()?;
        self.forward.push(here);
        Some(place)
    }

    pub fn forward(&mut self, here: Place) -> Option<Place> {
        let place = self.forward.pop()?;
        self.back.push(here);
        Some(place)
    }

    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// Leads every place over to where it is now, or lets it go.
    pub fn change(&mut self, moved: impl Fn(Place) -> Option<Place>) {
        for list in [&mut self.back, &mut self.forward] {
            *list = std::mem::take(list).into_iter().filter_map(&moved).collect();
        }
    }

    /// Passages are not where they were.
    pub fn forget_passages(&mut self) {
        self.change(|place| Some(Place { passage: None, ..place }));
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }
}
