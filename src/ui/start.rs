//! The start screen: open a folder, go on with what was read lately, or look at the sample.

use super::theme::tokens;
use super::{fonts, widgets};
use crate::app::{Action, Command, Commands, State};
use crate::import::FORMATS;
use egui::{Button, Id, RichText, Role, ScrollArea, Ui, pos2, vec2};
use std::path::{Path, PathBuf};

const WIDTH: f32 = 640.0;
const ROW: f32 = 46.0;

pub fn start_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ScrollArea::vertical().id_salt("start").auto_shrink(false).show(ui, |ui| {
        let margin = ((ui.available_width() - WIDTH) / 2.0).max(24.0);
        ui.horizontal_top(|ui| {
            ui.add_space(margin);
            ui.vertical(|ui| {
                ui.set_width((ui.available_width() - margin).min(WIDTH));
                content_ui(ui, state, commands);
            });
        });
    });
}

fn content_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let colors = tokens(ui);
    ui.add_space((ui.ctx().content_rect().height() * 0.10).max(20.0));
    ui.label(RichText::new("Readout").font(fonts::reading_bold(34.0)));
    ui.label(
        RichText::new("What was said about talks between states, topic by topic, one click from its source")
            .font(fonts::reading(16.0))
            .color(colors.muted),
    );
    ui.add_space(22.0);
    go_on_ui(ui, state, commands);
    ui.horizontal_wrapped(|ui| {
        let open = RichText::new("Open folder…").font(fonts::strong(14.0)).color(colors.chip_on_text);
        let open = Button::new(open).fill(colors.chip_on).min_size(vec2(0.0, 34.0));
        if ui.add(open).on_hover_text(Action::OpenFolder.tooltip()).clicked() {
            commands.act(Action::OpenFolder);
        }
        for action in [Action::OpenSession, Action::TypePath, Action::OpenSample] {
            let button = Button::new(action.info().name).min_size(vec2(0.0, 34.0));
            if ui.add(button).on_hover_text(action.tooltip()).clicked() {
                commands.act(action);
            }
        }
    });
    ui.add_space(4.0);
    let hint =
        format!("Or drop a folder of articles on this window. Nothing leaves your machine. Readout reads {FORMATS}.");
    ui.label(RichText::new(hint).size(12.5).color(colors.muted));
    ui.add_space(20.0);
    recent_ui(ui, "Recent folders", &state.settings.recent_folders, commands);
    recent_ui(ui, "Recent sessions", &state.settings.recent_sessions, commands);
    ui.add_space(24.0);
}

/// The way back to what is open.
fn go_on_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(article) = state.view.article else { return };
    let name = format!("Go on reading {}", state.library.name());
    if ui.add(Button::new(name).min_size(vec2(0.0, 34.0))).clicked() {
        commands.push(Command::SelectArticle(article));
    }
    ui.add_space(6.0);
}

fn recent_ui(ui: &mut Ui, heading: &str, paths: &[PathBuf], commands: &mut Commands) {
    if paths.is_empty() {
        return;
    }
    widgets::list_heading(ui, heading, "");
    ui.spacing_mut().item_spacing.y = 2.0;
    for path in paths {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let row = widgets::Row { id: Id::unique(("recent", path)), role: Role::Button, name: &name, selected: false };
        let response = widgets::row(ui, &row, ROW);
        let rect = response.rect.shrink2(vec2(10.0, 0.0));
        let colors = tokens(ui);
        widgets::text(ui, pos2(rect.left(), rect.top() + 15.0), &name, fonts::plain(13.5), colors.text, rect.width());
        let folder = path.parent().unwrap_or(Path::new("")).display().to_string();
        let second = pos2(rect.left(), rect.top() + 33.0);
        widgets::text(ui, second, &folder, fonts::plain(12.0), colors.muted, rect.width());
        if response.clicked() {
            commands.push(Command::OpenPath(path.clone()));
        }
    }
    ui.add_space(14.0);
}
