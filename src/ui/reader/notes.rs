//! A sign beside words that bear a note; it tells the note when pointed at.

use super::page::Page;
use super::pointer::Shown;
use crate::app::{Command, Commands, State};
use crate::model::Note;
use crate::ui::theme::tokens;
use crate::ui::{fonts, icons};
use egui::{CursorIcon, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// From the column to the sign.
const GAP: f32 = 2.0;
const SIDE: f32 = 13.0;

pub fn notes_ui(ui: &Ui, state: &State, page: &Page, shown: &[Shown], commands: &mut Commands) {
    let Some(article) = state.view.article else { return };
    let notes = state.notes_in(article);
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return };
    let from = notes.partition_point(|(_, span)| span.start < first.laid.span.start);
    for (id, span) in notes[from..].iter().take_while(|(_, span)| span.start < last.laid.span.end) {
        let holds = |shown: &&Shown| shown.laid.span.contains(span.start as usize);
        let Some(laid) = shown.iter().find(holds).map(|shown| &shown.laid) else { continue };
        let Some(line) = span.clip(laid.span).and_then(|span| laid.first_rect(span)) else { continue };
        let Some(note) = state.marks.notes.iter().find(|note| note.id == *id) else { continue };
        let center = pos2(page.column.max + GAP + SIDE / 2.0, line.center().y);
        sign_ui(ui, note, Rect::from_center_size(center, vec2(SIDE, SIDE)), commands);
    }
}

fn sign_ui(ui: &Ui, note: &Note, rect: Rect, commands: &mut Commands) {
    let colors = tokens(ui);
    let response = ui.interact(rect.expand(2.0), Id::unique(("note-sign", note.id)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Note: {}", note.text)));
    icons::note(ui.painter(), rect, if response.hovered() { colors.text } else { colors.muted });
    if response.clicked() {
        commands.push(Command::ShowNote(note.id));
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        ui.label(egui::RichText::new(&note.text).font(fonts::plain(13.0)));
    });
}
