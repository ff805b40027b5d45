//! What several articles say of one topic, side by side.

use crate::app::{Commands, State};
use egui::Ui;

pub fn compare_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let _ = (ui, state, commands);
}
