//! The bar at the bottom: whether the work is saved, what is being read, and the keys that matter most.

use super::theme::tokens;
use super::{icons, widgets};
use crate::app::{Action, Command, Commands, Screen, State};
use egui::{Align, Layout, ProgressBar, RichText, Sense, Ui, vec2};
use std::time::Duration;

/// Shorter work shows no bar: it would only flicker.
const PATIENCE: Duration = Duration::from_millis(300);

pub fn status_bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.horizontal_centered(|ui| {
        if state.screen == Screen::Reading {
            saved_ui(ui, state, commands);
        }
        bookmarks_ui(ui, state, commands);
        skipped_ui(ui, state, commands);
        progress_ui(ui, state, commands);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            widgets::hint(ui, "commands");
            widgets::key_cap(ui, &Action::Palette.keys(), tokens(ui));
            if ui.available_width() > 330.0 {
                ui.add_space(8.0);
                widgets::hint(ui, "bookmark");
                widgets::key_cap(ui, &Action::ToggleBookmark.keys(), tokens(ui));
            }
            if ui.available_width() > 230.0 {
                ui.add_space(8.0);
                widgets::hint(ui, "next, previous passage");
                widgets::key_cap(ui, &Action::PreviousPassage.keys(), tokens(ui));
                widgets::key_cap(ui, &Action::NextPassage.keys(), tokens(ui));
            }
        });
    });
}

/// A full dot for what is on the disk, a ring for what is not.
fn saved_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let colors = tokens(ui);
    let name = state.file.name().unwrap_or_default();
    let words = match (state.file.saving, state.is_unsaved(), state.file.exists) {
        (true, _, _) => "Saving…".to_owned(),
        (false, true, true) => format!("Unsaved changes — {name}"),
        (false, true, false) => "Unsaved changes".to_owned(),
        (false, false, true) => format!("Saved — {name}"),
        (false, false, false) => "Session not saved yet".to_owned(),
    };
    let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
    if state.is_unsaved() {
        ui.painter().circle_stroke(rect.center(), 4.0, egui::Stroke::new(1.8, colors.warning));
    } else if state.file.exists {
        ui.painter().circle_filled(rect.center(), 4.0, colors.muted);
    } else {
        ui.painter().circle_stroke(rect.center(), 4.0, egui::Stroke::new(1.4, colors.muted));
    }
    let color = if state.is_unsaved() { colors.warning } else { colors.muted };
    let response = link(ui, &words, color);
    let path = state.file.path.as_ref().map(|path| format!("\n{}", path.display())).unwrap_or_default();
    if response.on_hover_text(format!("{}{path}", Action::Save.tooltip())).clicked() {
        commands.act(Action::Save);
    }
}

/// Words in the bar that can be clicked.
fn link(ui: &mut Ui, words: &str, color: egui::Color32) -> egui::Response {
    ui.add(egui::Button::new(RichText::new(words).size(12.0).color(color)).frame(false))
}

fn bookmarks_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let bookmarks = &state.marks.bookmarks;
    if bookmarks.is_empty() {
        return;
    }
    let colors = tokens(ui);
    let words = super::passages_panel::plural(bookmarks.len(), "bookmark");
    let button = egui::Button::new(RichText::new(words).size(12.0).color(colors.muted)).frame_when_inactive(false);
    egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_max_width(420.0);
        for (index, bookmark) in bookmarks.iter().enumerate() {
            let article = state.library.find(&bookmark.article).and_then(|ix| state.library.article(ix));
            let source = article.map_or(bookmark.article.as_str(), |article| article.source_name());
            let words: String = bookmark.anchor.exact.chars().take(60).collect();
            if ui.button(format!("{source}: {}…", words.replace('\n', " "))).clicked() {
                commands.push(Command::GoToBookmark(index));
                ui.close();
            }
        }
    });
}

fn skipped_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let failed = state.library.failed().count();
    if failed == 0 {
        return;
    }
    let words = format!("{} not read", super::passages_panel::plural(failed, "file"));
    if link(ui, &words, tokens(ui).warning).on_hover_text(Action::ShowSkipped.tooltip()).clicked() {
        commands.act(Action::ShowSkipped);
    }
}

fn progress_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(progress) = state.progress.filter(|_| state.jobs.is_busy()) else { return };
    let waited = progress.since.elapsed();
    if waited < PATIENCE {
        ui.ctx().request_repaint_after(PATIENCE - waited);
        return;
    }
    let share = progress.done as f32 / progress.total.max(1) as f32;
    let rate = progress.done as f64 / waited.as_secs_f64();
    let words = match progress.total {
        0 if progress.done == 0 => "Looking for articles…".to_owned(),
        0 => format!("{} read, looking for more · {rate:.0} a second", progress.done),
        total => format!("{} of {total} · {rate:.0} a second", progress.done),
    };
    ui.add(ProgressBar::new(share).desired_width(90.0).desired_height(6.0)).accessible_name("Reading articles");
    ui.label(RichText::new(words).size(12.0).color(tokens(ui).muted));
    if widgets::icon_button(ui, "Stop reading", &Action::CancelWork.tooltip(), true, icons::cross).clicked() {
        commands.act(Action::CancelWork);
    }
}
