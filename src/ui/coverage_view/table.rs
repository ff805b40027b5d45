//! The table: heads and first column stay in sight, and only the cells on the screen are drawn, both ways.

use super::cell::cell_ui;
use super::heads::{self, column_heads_ui, group_heads_ui};
use crate::app::{Commands, State};
use crate::model::TopicIx;
use crate::ui::theme::tokens;
use crate::ui::{fonts, widgets};
use egui::{Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};
use std::ops::Range;

pub const ROW: f32 = 36.0;
const NARROWEST: f32 = 80.0;
const WIDEST: f32 = 112.0;
/// The column at the right.
const ALL: f32 = 62.0;

/// Where everything stands.
#[derive(Clone, Copy)]
pub struct Grid {
    /// Width of the first column.
    pub first: f32,
    /// Height of the heads.
    pub head: f32,
    pub column: f32,
    pub columns: usize,
    pub rows: usize,
}

impl Grid {
    fn new(state: &State, rows: usize, width: f32) -> Self {
        let columns = state.coverage.columns.len();
        let first = if width < 700.0 { 168.0 } else { 200.0 };
        let column = ((width - first - ALL) / columns.max(1) as f32).clamp(NARROWEST, WIDEST).floor();
        let head = heads::COLUMN + if state.coverage.groups.is_empty() { 0.0 } else { heads::GROUP };
        Self { first, head, column, columns, rows }
    }

    fn size(&self) -> Vec2 {
        vec2(self.first + self.column * self.columns as f32 + ALL, self.head + ROW * self.rows as f32)
    }

    /// A cell's place in the table.
    fn cell(&self, row: usize, column: usize) -> Rect {
        let left = self.first + self.column * column as f32;
        Rect::from_min_size(pos2(left, self.head + ROW * row as f32), vec2(self.column, ROW))
    }
}

/// The room that the whole table needs.
pub fn needed(state: &State, rows: usize, width: f32) -> Vec2 {
    let grid = Grid::new(state, rows, width);
    let size = grid.size();
    // Where it is scrolled sideways the bar takes some room.
    vec2(size.x.min(width), size.y + if size.x > width { 12.0 } else { 0.0 })
}

pub fn table_ui(ui: &mut Ui, state: &State, rows: &[TopicIx], commands: &mut Commands) {
    let grid = Grid::new(state, rows.len(), ui.available_width());
    let area = ScrollArea::both().id_salt("coverage").auto_shrink(false);
    area.show_viewport(ui, |ui, viewport| {
        ui.set_min_size(grid.size());
        let origin = ui.max_rect().min;
        let seen = viewport.translate(origin.to_vec2()).intersect(ui.clip_rect());
        let whole_left = seen.left() + grid.first;
        let right = (origin.x + grid.size().x - ALL).min(seen.right() - ALL);
        let body = Rect::from_min_max(pos2(whole_left, seen.top() + grid.head), pos2(right, seen.bottom()));
        let across = stretch(viewport.left(), viewport.width() - grid.first - ALL, grid.column, grid.columns);
        let down = stretch(viewport.top(), viewport.height() - grid.head, ROW, grid.rows);
        clipped(ui, body, |ui| {
            for row in down.clone() {
                for column in across.clone() {
                    let rect = grid.cell(row, column).translate(origin.to_vec2());
                    cell_ui(ui, state, rect, rows, row, column, commands);
                }
            }
        });
        let heads = Rect::from_min_max(pos2(body.left(), seen.top()), pos2(body.right(), body.top()));
        clipped(ui, heads, |ui| {
            group_heads_ui(ui, state, &grid, origin.x, heads);
            let bottom = heads.bottom();
            for column in across.clone() {
                let left = origin.x + grid.first + grid.column * column as f32;
                let rect = Rect::from_min_max(pos2(left, bottom - heads::COLUMN), pos2(left + grid.column, bottom));
                column_heads_ui(ui, state, rect, column, commands);
            }
        });
        let names = Rect::from_min_max(pos2(seen.left(), body.top()), pos2(body.left(), body.bottom()));
        clipped(ui, names, |ui| {
            for row in down.clone() {
                let top = origin.y + grid.head + ROW * row as f32;
                let rect = Rect::from_min_max(pos2(names.left(), top), pos2(names.right(), top + ROW));
                heads::topic_head_ui(ui, state, rect, rows[row], commands);
            }
        });
        let all = Rect::from_min_max(pos2(body.right(), seen.top()), pos2(body.right() + ALL, body.bottom()));
        clipped(ui, all, |ui| all_ui(ui, state, rows, down, origin.y + grid.head, all, body.top()));
    });
}

/// Draws within `rect` alone; what is outside takes no clicks.
fn clipped(ui: &mut Ui, rect: Rect, draw: impl FnOnce(&mut Ui)) {
    if rect.is_positive() {
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            ui.set_clip_rect(rect.intersect(ui.clip_rect()));
            draw(ui);
        });
    }
}

/// The first and last of the equal parts that a stretch shows.
fn stretch(from: f32, length: f32, part: f32, count: usize) -> Range<usize> {
    let first = (from.max(0.0) / part) as usize;
    let end = ((from + length.max(0.0)).max(0.0) / part).ceil() as usize;
    first.min(count)..end.min(count)
}

/// How often each topic is spoken of in all.
fn all_ui(ui: &Ui, state: &State, rows: &[TopicIx], shown: Range<usize>, top: f32, all: Rect, body_top: f32) {
    let colors = tokens(ui);
    let head = pos2(all.right() - 14.0, body_top - 12.0);
    widgets::text_right(ui, head, "all", fonts::plain(12.5), colors.muted);
    let ui_clip =
        ui.painter().with_clip_rect(Rect::from_min_max(pos2(all.left(), body_top), all.max).intersect(ui.clip_rect()));
    for row in shown {
        let count = state.library.counts.topic(rows[row]).sentences.to_string();
        let at = pos2(all.right() - 14.0, top + ROW * (row as f32 + 0.5));
        let name = format!("{}, in all: {count}", state.library.tree().topic(rows[row]).name);
        let rect = ui_clip.text(at, egui::Align2::RIGHT_CENTER, count, fonts::plain(13.0), colors.muted);
        let response = ui.interact(rect, egui::Id::unique(("all", rows[row])), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
    }
}
