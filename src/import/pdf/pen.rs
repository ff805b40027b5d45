//! Where the next letter goes: the state of drawing, and how a line lies on the page.
//!
//! Nothing here reads the file.

use super::fonts::Face;
use super::letters::Letter;
use hayro_font::kurbo::{Affine, Point, Vec2};
use hayro_syntax::object::Number;
use std::rc::Rc;

/// A line turned by less than this (degrees) away from a right angle is a scan that lay askew.
const ASKEW: f64 = 6.0;

/// What operators set, and forms save and restore. Sizes and spaces are in units of the text.
#[derive(Clone)]
pub(super) struct State<'a> {
    pub to_page: Affine,
    pub face: Option<Rc<Face<'a>>>,
    pub size: f64,
    pub letter_space: f64,
    pub word_space: f64,
    pub stretch: f64,
    pub leading: f64,
    pub rise: f64,
}

impl State<'_> {
    /// As a page begins.
    pub fn new(to_page: Affine) -> Self {
        Self {
            to_page,
            face: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// Where the next letter goes, and where its line began.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    pub at: Affine,
    pub line: Affine,
}

impl Pen {
    pub const START: Self = Self { at: Affine::IDENTITY, line: Affine::IDENTITY };

    pub fn next_line(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.at = self.line;
    }
}

pub(super) fn matrix(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}

/// Whole degrees, clockwise; lines that lie a little askew count as straight.
pub(super) fn turn(along: Vec2) -> i16 {
    let degrees = along.y.atan2(along.x).to_degrees();
    let straight = (degrees / 90.0).round() * 90.0;
    let degrees = if (degrees - straight).abs() < ASKEW { straight } else { degrees.round() };
    (degrees as i16).rem_euclid(360)
}

/// The letter as it stands when the page is turned so that its line is level.
pub(super) fn upright(letter: char, from: Point, to: Point, size: f64, turn: i16, face: &Face<'_>) -> Letter {
    let level = Affine::rotate(-f64::from(turn).to_radians());
    let (from, to) = (level * from, level * to);
    let (x0, x1) = (from.x.min(to.x) as f32, from.x.max(to.x) as f32);
    Letter { letter, x0, x1, y: from.y as f32, size: size as f32, turn, bold: face.bold, font: face.number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_a_little_askew_are_straight_and_slanted_ones_are_not() {
        let along = |degrees: f64| turn(Vec2::from_angle(degrees.to_radians()));
        assert_eq!([0.0, 3.0, -4.0, 88.0, 45.0, -90.0].map(along), [0, 0, 0, 90, 45, 270]);
    }
}
