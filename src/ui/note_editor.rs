//! A note as it stands on the screen, and the field in which it is written.

use super::fonts;
use super::theme::tokens;
use crate::app::{Command, Commands, State, Writing};
use crate::model::{MarkId, Note};
use egui::{CornerRadius, CursorIcon, Id, Key, Label, Margin, Modifiers, RichText, Sense, TextEdit, Ui};

/// The field of the note that is being written. Leaving it ends the writing; nothing typed is lost.
pub fn editor_ui(ui: &mut Ui, writing: &Writing, commands: &mut Commands) {
    let id = Id::unique(("note", writing.id));
    let mut text = writing.text.clone();
    let done = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let field = TextEdit::multiline(&mut text).id(id).hint_text("Note…").desired_rows(2).desired_width(f32::INFINITY);
    let response = ui.add(field.margin(Margin::symmetric(8, 6))).accessible_name("Note");
    // Before the writing may end: what was typed in this very frame belongs to it.
    if response.changed() {
        commands.push(Command::TypeNote(text));
    }
    let begun = Id::unique("note-begun");
    if ui.data(|data| data.get_temp::<MarkId>(begun)) != Some(writing.id) {
        ui.data_mut(|data| data.insert_temp(begun, writing.id));
        response.request_focus();
        response.scroll_to_me(None);
    } else {
        if response.lost_focus() || done {
            commands.push(Command::EndNote);
        }
    }
}

/// A written note; a click goes on writing it.
pub fn note_ui(ui: &mut Ui, state: &State, note: &Note, commands: &mut Commands) {
    if let Some(writing) = state.writing.as_ref().filter(|writing| writing.id == note.id) {
        return editor_ui(ui, writing, commands);
    }
    let colors = tokens(ui);
    let frame = egui::Frame::new().fill(colors.note).corner_radius(CornerRadius::same(5));
    frame.inner_margin(Margin::symmetric(8, 5)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let text = RichText::new(&note.text).font(fonts::plain(13.0)).color(colors.text);
        let response = ui.add(Label::new(text).wrap().selectable(false).sense(Sense::click()));
        let by = if note.by.is_empty() { String::new() } else { format!(" — {}", note.by) };
        let response = response.on_hover_cursor(CursorIcon::Text);
        if response.clicked() {
            commands.push(Command::EditNote(note.id));
        }
        response.context_menu(|ui| {
            if ui.button("Delete note").clicked() {
                commands.push(Command::DeleteNote(note.id));
                ui.close();
            }
        });
        response.on_hover_text(format!("Click to change it{by}"));
    });
}
