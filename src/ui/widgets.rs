//! The small parts that the panels share: rows, lines of text, chips, key caps.

use super::theme::{Tokens, tokens};
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontId, Galley, Id, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// One line of text, cut with "…" where it is too long.
pub fn line(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = TextWrapping::truncate_at_width(width.max(1.0));
    ui.painter().layout_job(job)
}

/// Paints one line of text, its left edge and middle at `left`. Where it ended.
pub fn text(ui: &Ui, left: Pos2, text: &str, font: FontId, color: Color32, width: f32) -> f32 {
    let galley = line(ui, text, font, color, width);
    let at = pos2(left.x, left.y - galley.size().y / 2.0);
    let right = at.x + galley.size().x;
    ui.painter().galley(at, galley, color);
    right
}

/// Paints one line of text that ends at `right`. Where it began.
pub fn text_right(ui: &Ui, right: Pos2, text: &str, font: FontId, color: Color32) -> f32 {
    let rect = ui.painter().text(right, Align2::RIGHT_CENTER, text, font, color);
    rect.left()
}

/// Words that can be clicked, their left edge and middle at `left`. `name` is what they do, for the ear.
pub fn link(ui: &Ui, id: Id, left: Pos2, words: &str, name: &str, size: f32) -> (Response, f32) {
    link_colored(ui, id, left, words, name, size, tokens(ui).accent)
}

/// The same where it should not call for attention.
pub fn quiet_link(ui: &Ui, id: Id, left: Pos2, words: &str, name: &str, size: f32) -> (Response, f32) {
    link_colored(ui, id, left, words, name, size, tokens(ui).muted)
}

fn link_colored(ui: &Ui, id: Id, left: Pos2, words: &str, name: &str, size: f32, color: Color32) -> (Response, f32) {
    let colors = tokens(ui);
    let galley = line(ui, words, super::fonts::plain(size), color, 300.0);
    let rect = Rect::from_min_size(pos2(left.x, left.y - galley.size().y / 2.0), galley.size());
    let response = ui.interact(rect.expand(3.0), id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let color = if response.hovered() { colors.text } else { color };
    ui.painter().galley_with_override_text_color(rect.min, galley, color);
    focus_ring(ui, rect.expand(3.0), 4, &response);
    (response, rect.right())
}

/// How a row looks and is named.
pub struct Row<'a> {
    pub id: Id,
    pub role: Role,
    pub name: &'a str,
    pub selected: bool,
}

/// A row of a list over the whole width: selected, under the pointer, with the keyboard's focus.
pub fn row(ui: &mut Ui, row: &Row<'_>, height: f32) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    row_at(ui, row, rect)
}

/// The same in a place of its own.
pub fn row_at(ui: &Ui, row: &Row<'_>, rect: Rect) -> Response {
    let response = ui.interact(rect, row.id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    name_choice(ui, &response, row.role, row.selected, row.name);
    paint_row(ui, rect, row.selected, &response);
    response
}

/// Names something that can be chosen: "selected" for the ear, where egui would say "checked".
pub fn name_choice(ui: &Ui, response: &Response, role: Role, selected: bool, name: &str) {
    response.widget_info(|| WidgetInfo::selected(role, true, selected, name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.clear_toggled();
        node.set_selected(selected);
    });
}

fn paint_row(ui: &Ui, rect: Rect, selected: bool, response: &Response) {
    let tokens = tokens(ui);
    let corner = CornerRadius::same(7);
    if selected {
        ui.painter().rect(rect, corner, tokens.raised, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, tokens.hovered);
    }
    focus_ring(ui, rect, 7, response);
}

/// A frame around what has the keyboard's focus.
pub fn focus_ring(ui: &Ui, rect: Rect, corner: u8, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(1.5, tokens(ui).accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(corner), stroke, StrokeKind::Inside);
    }
}

/// A round chip that can be on or off.
pub fn chip(ui: &mut Ui, label: &str, on: bool) -> Response {
    let tokens = tokens(ui);
    let (fill, color) = if on { (tokens.chip_on, tokens.chip_on_text) } else { (tokens.sunken, tokens.text) };
    let galley = line(ui, label, super::fonts::plain(12.0), color, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(20.0, 8.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, label));
    ui.painter().rect_filled(rect, rect.height() / 2.0, fill);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    focus_ring(ui, rect, 12, &response);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// What a key does, in the status bar.
pub fn hint(ui: &mut Ui, does: &str) {
    ui.label(egui::RichText::new(does).size(12.0).color(tokens(ui).muted));
}

/// A key as it looks on a keyboard.
pub fn key_cap(ui: &mut Ui, key: &str, tokens: &Tokens) {
    let galley = line(ui, key, super::fonts::plain(11.0), tokens.muted, 200.0);
    let (rect, _) = ui.allocate_exact_size(galley.size() + vec2(10.0, 4.0), Sense::hover());
    ui.painter().rect_filled(rect, 4.0, tokens.sunken);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.muted);
}

/// A button that shows a drawing. `name` is what it does, for the ear; `help` says more on hover.
pub fn icon_button(
    ui: &mut Ui,
    name: &str,
    help: &str,
    enabled: bool,
    icon: impl FnOnce(&egui::Painter, Rect, Color32),
) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    let tokens = tokens(ui);
    if enabled && response.hovered() {
        ui.painter().rect_filled(rect, 6.0, tokens.hovered);
    }
    let color = match (enabled, response.hovered()) {
        (false, _) => super::theme::mix(tokens.panel, tokens.muted, 0.4),
        (true, false) => tokens.muted,
        (true, true) => tokens.text,
    };
    icon(ui.painter(), rect.shrink(7.0), color);
    focus_ring(ui, rect, 6, &response);
    response.on_hover_text(help)
}

/// A small heading over a list: "TOPICS", and its count at the right. Where the heading ends.
pub fn list_heading(ui: &mut Ui, heading: &str, count: &str) -> f32 {
    let tokens = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, heading));
    let mut job = LayoutJob::default();
    let mut format = egui::TextFormat::simple(super::fonts::plain(11.0), tokens.muted);
    format.extra_letter_spacing = 0.8;
    job.append(&heading.to_uppercase(), 0.0, format);
    let galley = ui.painter().layout_job(job);
    let left = rect.left() + 8.0;
    let right = left + galley.size().x;
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, tokens.muted);
    let end = pos2(rect.right() - 8.0, rect.center().y);
    text_right(ui, end, count, super::fonts::plain(11.5), tokens.muted);
    right
}
