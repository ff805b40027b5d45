//! The line that stands for a run of clutter: how much it is, and a way to see it.

use super::folds;
use super::page::Page;
use crate::ui::fonts;
use egui::{CursorIcon, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::ops::Range;

const SIZE: f32 = 12.5;
/// From the top of the line's room to the dashes, and from there to the words.
const ABOVE: f32 = 2.0;
const WORDS: f32 = 8.0;

/// Draws the line at `y`; true if it was clicked.
pub fn fold_line_ui(ui: &mut Ui, page: &Page, y: f32, run: &Range<usize>, open: bool) -> bool {
    let (words, action) = folds::label(run.len(), open);
    if run.end == page.article.paragraphs.len() {
        // What comes after the article is set off from it; between its parts the words are enough.
        let line = [pos2(page.column.min, y + ABOVE), pos2(page.column.max, y + ABOVE)];
        ui.painter().extend(Shape::dashed_line(&line, Stroke::new(1.0, page.tokens.line), 4.0, 3.0));
    }
    let place = pos2(page.column.min, y + ABOVE + WORDS);
    let area = Rect::from_min_size(place, vec2(page.column.span(), SIZE * 1.5));
    let response = ui.interact(area, ui.scope_id().with(("fold", run.start)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{words} · {action}")));
    let told = page.line(&format!("{words} · "), fonts::plain(SIZE), page.tokens.muted);
    let color = if response.hovered() || response.has_focus() { page.tokens.text } else { page.tokens.accent };
    let action = page.line(action, fonts::plain(SIZE), color);
    ui.painter().galley(place + vec2(told.size().x, 0.0), action, color);
    ui.painter().galley(place, told, page.tokens.muted);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
