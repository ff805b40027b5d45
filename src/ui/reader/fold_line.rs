//! The line that stands for a run of clutter: how much it is, and a way to see it.

use super::folds;
use super::page::Page;
use crate::ui::fonts;
use egui::{CursorIcon, Id, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::ops::Range;

const SIZE: f32 = 12.5;
/// From the top of the line's room to the dashes, and from there to the words.
const ABOVE: f32 = 2.0;
const WORDS: f32 = 8.0;

/// What was clicked on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoldClick {
    /// Show the run, or hide it again.
    Fold,
    /// The run belongs to the article.
    TakeIn,
}

/// Draws the line at `y`.
pub fn fold_line_ui(ui: &mut Ui, page: &Page, y: f32, run: &Range<usize>, open: bool) -> Option<FoldClick> {
    let (words, action) = folds::label(run.len(), open);
    if run.end == page.article.paragraphs.len() {
        // What comes after the article is set off from it; between its parts the words are enough.
        let line = [pos2(page.column.min, y + ABOVE), pos2(page.column.max, y + ABOVE)];
        ui.painter().extend(Shape::dashed_line(&line, Stroke::new(1.0, page.tokens.line), 4.0, 3.0));
    }
    let mut place = pos2(page.column.min, y + ABOVE + WORDS);
    let told = page.line(&format!("{words} · "), fonts::plain(SIZE), page.tokens.muted);
    let width = told.size().x;
    ui.painter().galley(place, told, page.tokens.muted);
    place.x += width;
    let id = ui.scope_id().with(("fold", run.start));
    let (folded, end) = link_ui(ui, page, id, place, action, &format!("{words} · {action}"));
    if !open {
        return folded.then_some(FoldClick::Fold);
    }
    place.x = end;
    let dot = page.line(" · ", fonts::plain(SIZE), page.tokens.muted);
    let width = dot.size().x;
    ui.painter().galley(place, dot, page.tokens.muted);
    place.x += width;
    let take_in = "it belongs to the article";
    let (taken, _) = link_ui(ui, page, id.with("take-in"), place, take_in, take_in);
    folded.then_some(FoldClick::Fold).or(taken.then_some(FoldClick::TakeIn))
}

/// Words that can be clicked; whether they were, and where they end.
fn link_ui(ui: &Ui, page: &Page, id: Id, place: Pos2, words: &str, name: &str) -> (bool, f32) {
    let galley = page.line(words, fonts::plain(SIZE), page.tokens.accent);
    let area = Rect::from_min_size(place, vec2(galley.size().x, SIZE * 1.5));
    let response = ui.interact(area.expand2(vec2(2.0, 0.0)), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let hot = response.hovered() || response.has_focus();
    let color = if hot { page.tokens.text } else { page.tokens.accent };
    ui.painter().galley_with_override_text_color(place, galley, color);
    (response.on_hover_cursor(CursorIcon::PointingHand).clicked(), area.right())
}
