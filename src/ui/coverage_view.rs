//! Who covers what: topics by articles.

use crate::app::{Commands, State};
use egui::Ui;

pub fn coverage_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let _ = (ui, state, commands);
}
