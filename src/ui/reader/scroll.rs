//! Where the reader is, and how that changes.
//!
//! The place is a paragraph and an offset into it, not a distance from the top: so the text on the screen
//! stays put when paragraphs above turn out taller or shorter than was thought.

use super::folds::Folds;
use super::heights::Heights;
use super::page::{BOTTOM, Page};
use crate::app::Reading;
use std::time::{Duration, Instant};

/// The top edge of the page.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Place {
    pub paragraph: usize,
    /// How much of the paragraph is above the edge, in points; below 0 while the header is in sight.
    pub offset: f32,
}

/// The tools for moving over one page.
pub struct Scroll<'a> {
    pub page: &'a Page<'a>,
    pub heights: &'a mut Heights,
    pub folds: &'a Folds,
}

impl Scroll<'_> {
    /// The height of a paragraph, exact.
    pub fn measured(&mut self, index: usize) -> f32 {
        if !self.heights.is_measured(index) {
            self.heights.measure(index, self.page.height(index, self.folds));
        }
        self.heights.get(index)
    }

    /// `place` moved down by `distance`, which may be negative. What it passes is measured on the way.
    pub fn moved(&mut self, place: Place, distance: f32) -> Place {
        let Place { mut paragraph, offset } = place;
        let mut offset = offset + distance;
        while paragraph + 1 < self.heights.len() && offset >= self.measured(paragraph) {
            offset -= self.heights.get(paragraph);
            paragraph += 1;
        }
        while paragraph > 0 && offset < 0.0 {
            paragraph -= 1;
            offset += self.measured(paragraph);
        }
        self.held(Place { paragraph, offset })
    }

    /// `place` so that neither above the header nor below the end there is anything empty.
    pub fn held(&mut self, mut place: Place) -> Place {
        let mut below = -place.offset;
        for index in place.paragraph..self.heights.len() {
            below += self.measured(index);
            if below >= self.page.view.height() - BOTTOM {
                break;
            }
        }
        place.offset -= (self.page.view.height() - BOTTOM - below).max(0.0);
        while place.paragraph > 0 && place.offset < 0.0 {
            place.paragraph -= 1;
            place.offset += self.measured(place.paragraph);
        }
        if place.paragraph == 0 {
            place.offset = place.offset.max(-self.page.header);
        }
        place
    }

    /// The place `y` points below the top of the header.
    pub fn at(&mut self, y: f64) -> Place {
        let y = y - f64::from(self.page.header);
        let paragraph = self.heights.at(y);
        let offset = (y - self.heights.top(paragraph)) as f32;
        self.held(Place { paragraph, offset })
    }

    /// How far `place` is below the top of the header.
    pub fn y(&self, place: Place) -> f64 {
        f64::from(self.page.header) + self.heights.top(place.paragraph) + f64::from(place.offset)
    }

    /// Everything, from the top of the header to the space below the end.
    pub fn total(&self) -> f64 {
        f64::from(self.page.header) + self.heights.total() + f64::from(BOTTOM)
    }

    pub fn end(&mut self) -> Place {
        let last = self.heights.len().saturating_sub(1);
        self.held(Place { paragraph: last, offset: self.page.view.height() })
    }

    /// Goes back to where the reader was.
    pub fn restored(&mut self, reading: Reading) -> Place {
        if reading.paragraph == 0 && reading.scrolled == 0.0 {
            return Place { paragraph: 0, offset: -self.page.header };
        }
        let paragraph = reading.paragraph.min(self.heights.len() - 1);
        let offset = self.measured(paragraph) * reading.scrolled.clamp(0.0, 1.0);
        self.held(Place { paragraph, offset })
    }

    /// The paragraph at the top edge, and how much of it is above.
    pub fn reading(&mut self, place: Place) -> Reading {
        let height = self.measured(place.paragraph);
        let scrolled = if height > 0.0 { (place.offset / height).clamp(0.0, 1.0) } else { 0.0 };
        Reading { paragraph: place.paragraph, scrolled }
    }

    /// Paragraphs on the screen that have a height, each with the place of its top edge.
    pub fn on_screen(&mut self, place: Place) -> Vec<(usize, f32)> {
        let view = self.page.view;
        let mut shown = Vec::new();
        let mut y = view.top() - place.offset;
        let mut index = place.paragraph;
        while index < self.heights.len() && y < view.bottom() {
            let height = self.measured(index);
            if height > 0.0 && y + height > view.top() {
                shown.push((index, y));
            }
            y += height;
            index += 1;
        }
        shown
    }

    /// Measures paragraphs that are not on the screen for as long as `budget`; true if some are left.
    pub fn sweep(&mut self, budget: Duration) -> bool {
        let start = Instant::now();
        while let Some(index) = self.heights.next_unmeasured() {
            if start.elapsed() >= budget {
                return true;
            }
            self.measured(index);
        }
        false
    }
}
