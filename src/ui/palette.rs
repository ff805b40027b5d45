//! Every command by its name.

use super::fonts;
use super::theme::tokens;
use super::widgets::{self, Row};
use crate::app::{ACTIONS, ActionInfo, Command, Commands, State};
use egui::{Align2, Id, Key, Margin, Modal, Role, ScrollArea, TextEdit, Ui, pos2, vec2};

const ROW: f32 = 32.0;

pub fn palette_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let chosen_id = Id::unique("palette-chosen");
    let Some(palette) = &state.palette else {
        ui.data_mut(|data| data.insert_temp(chosen_id, 0_usize));
        return;
    };
    let area = Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 70.0));
    let frame = egui::Frame::popup(ui.style()).inner_margin(12).corner_radius(10);
    let modal = Modal::new(Id::unique("palette")).area(area).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(480.0_f32.min(ui.ctx().content_rect().width() - 60.0));
        let mut query = palette.query.clone();
        let field = TextEdit::singleline(&mut query).hint_text("Command…").desired_width(f32::INFINITY);
        let response = ui.add(field.margin(Margin::symmetric(10, 8))).accessible_name("Command");
        response.request_focus();
        if response.changed() {
            commands.push(Command::SetPalette(Some(query.clone())));
            ui.data_mut(|data| data.insert_temp(chosen_id, 0_usize));
        }
        let found = matching(&query);
        let chosen = choose(ui, chosen_id, found.len());
        if let Some(info) = list_ui(ui, &found, chosen) {
            commands.push(Command::SetPalette(None));
            commands.act(info.action);
        }
    });
    if modal.should_close() {
        commands.push(Command::SetPalette(None));
    }
}

/// Actions whose name or help holds all words of `query`; those whose name begins with it first.
fn matching(query: &str) -> Vec<&'static ActionInfo> {
    let query = query.trim().to_lowercase();
    let holds = |info: &&ActionInfo| {
        let text = format!("{} {}", info.name, info.help).to_lowercase();
        query.split_whitespace().all(|word| text.contains(word))
    };
    let mut found: Vec<&ActionInfo> = ACTIONS.iter().filter(holds).collect();
    found.sort_by_key(|info| {
        let name = info.name.to_lowercase();
        (!name.starts_with(&query), !name.contains(&query))
    });
    found
}

pub(super) fn choose(ui: &Ui, id: Id, count: usize) -> usize {
    let mut chosen: usize = ui.data(|data| data.get_temp(id)).unwrap_or(0);
    ui.input(|input| {
        if input.key_pressed(Key::ArrowDown) {
            chosen += 1;
        }
        if input.key_pressed(Key::ArrowUp) {
            chosen = chosen.saturating_sub(1);
        }
    });
    chosen = chosen.min(count.saturating_sub(1));
    ui.data_mut(|data| data.insert_temp(id, chosen));
    chosen
}

/// The list; the action that was taken.
fn list_ui(ui: &mut Ui, found: &[&'static ActionInfo], chosen: usize) -> Option<&'static ActionInfo> {
    let mut taken = None;
    if found.is_empty() {
        ui.label("No command of that name");
    }
    ScrollArea::vertical().max_height(ROW * 11.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (place, info) in found.iter().enumerate() {
            let id = Id::unique(("palette", info.action));
            let row = Row { id, role: Role::MenuItem, name: info.name, selected: place == chosen };
            let response = widgets::row(ui, &row, ROW);
            let moved = ui.input(|input| input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::ArrowUp));
            if place == chosen && moved {
                response.scroll_to_me(None);
            }
            let rect = response.rect.shrink2(vec2(10.0, 0.0));
            let colors = tokens(ui);
            let middle = rect.center().y;
            let keys = info.action.keys();
            let right = widgets::text_right(ui, pos2(rect.right(), middle), &keys, fonts::plain(12.0), colors.muted);
            let left = widgets::text(ui, pos2(rect.left(), middle), info.name, fonts::plain(13.5), colors.text, 260.0);
            let room = right - left - 24.0;
            widgets::text(ui, pos2(left + 12.0, middle), info.help, fonts::plain(12.0), colors.muted, room);
            let entered = place == chosen && ui.input(|input| input.key_pressed(Key::Enter));
            if response.clicked() || entered {
                taken = Some(*info);
            }
        }
    });
    taken
}
