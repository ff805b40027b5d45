//! The small menu in which a topic is picked: at the selected words, recent topics first, type to filter.

use super::theme::tokens;
use super::widgets::{self, Row};
use super::{fonts, palette};
use crate::app::{Command, Commands, Pick, Picking, State};
use egui::{Context, Id, Key, Margin, Modal, Pos2, Rect, Role, ScrollArea, TextEdit, Ui, pos2, vec2};

const ROW: f32 = 28.0;
const WIDTH: f32 = 300.0;
/// Lines on the screen at once.
const LINES: f32 = 9.0;

/// Notes where the words are that a topic will be picked for.
pub fn place_at(ctx: &Context, at: Pos2) {
    ctx.data_mut(|data| data.insert_temp(Id::unique("picker-place"), at));
}

pub fn topic_picker_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let chosen_id = Id::unique("picker-chosen");
    let Some(picker) = &state.picker else {
        ui.data_mut(|data| data.insert_temp(chosen_id, 0_usize));
        return;
    };
    let screen = ui.ctx().content_rect();
    let at = ui.data(|data| data.get_temp::<Pos2>(Id::unique("picker-place"))).unwrap_or(screen.center_top());
    let most = pos2(screen.right() - WIDTH - 40.0, (screen.bottom() - ROW * (LINES + 2.0) - 40.0).max(60.0));
    let area = Modal::default_area(Id::unique("picker")).anchor(egui::Align2::LEFT_TOP, at.min(most) - screen.min);
    let frame = egui::Frame::popup(ui.style()).inner_margin(8).corner_radius(10);
    let backdrop = egui::Color32::TRANSPARENT;
    let modal = Modal::new(Id::unique("picker")).area(area).frame(frame).backdrop_color(backdrop);
    let modal = modal.show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        let mut query = picker.query.clone();
        let hint = if picker.purpose == Picking::Mark { "Topic, or a new one…" } else { "Move to topic…" };
        let field = TextEdit::singleline(&mut query).hint_text(hint).desired_width(f32::INFINITY);
        let response = ui.add(field.margin(Margin::symmetric(8, 5))).accessible_name("Topic");
        response.request_focus();
        if response.changed() {
            commands.push(Command::FilterTopics(query));
            ui.data_mut(|data| data.insert_temp(chosen_id, 0_usize));
        }
        ui.add_space(4.0);
        let picks = state.picks();
        let chosen = palette::choose(ui, chosen_id, picks.len());
        ScrollArea::vertical().max_height(ROW * LINES).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for (place, pick) in picks.iter().enumerate() {
                if pick_ui(ui, state, pick, place == chosen) {
                    commands.push(Command::Pick(pick.clone()));
                }
            }
        });
    });
    if modal.should_close() {
        commands.push(Command::PickTopic(None));
    }
}

/// One line; whether it was taken.
fn pick_ui(ui: &mut Ui, state: &State, pick: &Pick, chosen: bool) -> bool {
    let tree = state.library.tree();
    let name = match pick {
        Pick::Topic(topic) => tree.full_name(*topic),
        Pick::New(name) => format!("New topic “{name}”"),
    };
    let row = Row { id: Id::unique(("pick", &name)), role: Role::MenuItem, name: &name, selected: chosen };
    let response = widgets::row(ui, &row, ROW);
    let moved = ui.input(|input| input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::ArrowUp));
    if chosen && moved {
        response.scroll_to_me(None);
    }
    let colors = tokens(ui);
    let rect = response.rect.shrink2(vec2(8.0, 0.0));
    let mut left = rect.left();
    if let Pick::Topic(topic) = pick {
        let square = Rect::from_center_size(pos2(left + 5.0, rect.center().y), vec2(9.0, 9.0));
        ui.painter().rect_filled(square, 2.5, colors.topic(tree.topic(*topic).color));
        left += 18.0;
        let number = state.numbered_topics().position(|numbered| numbered == *topic);
        if let Some(number) = number {
            let right = pos2(rect.right(), rect.center().y);
            widgets::text_right(ui, right, &(number + 1).to_string(), fonts::plain(11.5), colors.muted);
        }
    }
    let room = rect.right() - left - 16.0;
    widgets::text(ui, pos2(left, rect.center().y), &name, fonts::plain(13.0), colors.text, room);
    response.clicked() || (chosen && ui.input(|input| input.key_pressed(Key::Enter)))
}
