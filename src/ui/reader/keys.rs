//! Scrolling by keyboard: a short glide, so that the eye can follow.

use egui::{EventFilter, Key, Modifiers, Popup, Response, Ui};

/// What an arrow key moves, in points.
const LINE: f32 = 60.0;
/// What a page key moves, as a share of the page: some lines stay in sight.
const PAGE: f32 = 0.88;
/// How fast a glide ends, a second.
const SPEED: f32 = 22.0;

pub enum Move {
    Start,
    End,
    /// In points, downwards.
    By(f32),
}

/// What is left of a movement.
#[derive(Default)]
pub struct Glide(f32);

impl Glide {
    pub fn push(&mut self, distance: f32) {
        self.0 += distance;
    }

    pub fn stop(&mut self) {
        self.0 = 0.0;
    }

    /// The part of the movement that falls into this frame.
    pub fn step(&mut self, ui: &Ui) -> f32 {
        if self.0 == 0.0 {
            return 0.0;
        }
        let share = 1.0 - (-SPEED * ui.input(|input| input.stable_dt)).exp();
        let part = if self.0.abs() < 1.0 || ui.style().animation_time == 0.0 { self.0 } else { self.0 * share };
        self.0 -= part;
        if self.0 != 0.0 {
            ui.ctx().request_repaint();
        }
        part
    }
}

/// The movement that a key asks for, if the keyboard belongs to nothing else.
pub fn pressed(ui: &Ui, page: &Response, height: f32) -> Option<Move> {
    let focused = ui.memory(|memory| memory.focused());
    if focused.is_some_and(|id| id != page.id) || Popup::is_any_open(ui.ctx()) || ui.ctx().any_popup_open() {
        return None;
    }
    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(page.id, arrows));
    let moves = [
        (Modifiers::NONE, Key::ArrowDown, Move::By(LINE)),
        (Modifiers::NONE, Key::ArrowUp, Move::By(-LINE)),
        (Modifiers::NONE, Key::PageDown, Move::By(height * PAGE)),
        (Modifiers::NONE, Key::PageUp, Move::By(-height * PAGE)),
        (Modifiers::SHIFT, Key::Space, Move::By(-height * PAGE)),
        (Modifiers::NONE, Key::Space, Move::By(height * PAGE)),
        (Modifiers::NONE, Key::Home, Move::Start),
        (Modifiers::NONE, Key::End, Move::End),
    ];
    let (_, _, found) = moves.into_iter().find(|(modifiers, key, _)| {
        ui.input(|input| input.modifiers.matches_exact(*modifiers) && input.key_pressed(*key))
    })?;
    Some(found)
}
