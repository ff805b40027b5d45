//! What stands beside selected words: marking them with a topic, and writing a note on them.
//!
//! It lies over the page and moves nothing on it. While the pointer still selects, it is not there.

use super::page::Page;
use super::pointer::Shown;
use crate::app::{Action, Command, Commands, Picking, State};
use crate::model::Span;
use crate::ui::theme::tokens;
use crate::ui::{fonts, topic_picker, widgets};
use egui::{Area, Id, Order, Pos2, Rect, Ui, pos2, vec2};

/// From the selected words to the bar.
const GAP: f32 = 6.0;
const HEIGHT: f32 = 32.0;

pub fn adder_ui(ui: &Ui, state: &State, page: &Page, shown: &[Shown], selecting: bool, commands: &mut Commands) {
    let passage = state.view.passage.and_then(|which| state.passage(which)).map(|passage| passage.span);
    if let Some(around) = around(shown, state.view.selected.or(passage)) {
        topic_picker::place_at(ui.ctx(), pos2(around.left(), around.bottom() + GAP));
    }
    let Some(around) = around(shown, state.view.selected) else { return };
    if selecting || state.picker.is_some() || state.dialog.is_some() {
        return;
    }
    let id = Id::unique("adder");
    let width = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(260.0);
    let at = place(page.view, around, width);
    let area = Area::new(id).order(Order::Middle).fixed_pos(at).constrain(false);
    let response = area.show(ui.ctx(), |ui| bar_ui(ui, state, commands));
    ui.data_mut(|data| data.insert_temp(id, response.response.rect.width()));
}

/// The lines of these words that can be seen.
fn around(shown: &[Shown], words: Option<Span>) -> Option<Rect> {
    let words = words?;
    let rects = shown.iter().filter_map(|shown| Some(shown.laid.rects(words.clip(shown.laid.span)?)));
    rects.flatten().reduce(Rect::union)
}

/// Below the words, or above where there is no room; inside the page.
fn place(view: Rect, around: Rect, width: f32) -> Pos2 {
    let below = around.bottom() + GAP;
    let above = (around.top() - GAP - HEIGHT).max(view.top() + GAP);
    let y = if below + HEIGHT < view.bottom() { below } else { above };
    let most = (view.right() - width - GAP).max(view.left() + GAP);
    pos2(around.left().clamp(view.left() + GAP, most), y)
}

fn bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(6, 4)).corner_radius(8);
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.spacing_mut().button_padding = vec2(7.0, 3.0);
            if let Some(topic) = state.topic_to_mark() {
                let entry = state.library.tree().topic(topic);
                let (square, _) = ui.allocate_exact_size(vec2(15.0, 18.0), egui::Sense::hover());
                let square = Rect::from_center_size(square.center(), vec2(9.0, 9.0));
                ui.painter().rect_filled(square, 2.5, tokens(ui).topic(entry.color));
                let name: String = entry.name.chars().take(28).collect();
                if button(ui, &name, Action::MarkPassage) {
                    commands.push(Command::MarkWith(topic));
                }
            }
            if button(ui, "Topic…", Action::PickTopic) {
                commands.push(Command::PickTopic(Some(Picking::Mark)));
            }
            if button(ui, "Note", Action::WriteNote) {
                commands.act(Action::WriteNote);
            }
        });
    });
}

/// A button with its key.
fn button(ui: &mut Ui, name: &str, action: Action) -> bool {
    let text = egui::RichText::new(name).font(fonts::plain(13.0));
    let clicked = ui.add(egui::Button::new(text).frame_when_inactive(false)).on_hover_text(action.tooltip()).clicked();
    widgets::key_cap(ui, &action.keys(), tokens(ui));
    clicked
}
