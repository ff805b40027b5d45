//! The words of a card: shared ones on a tint, different ones with dots below. Drawn under the text, which does not move.

use crate::app::CompareCard;
use crate::model::Span;
use crate::ui::fonts;
use crate::ui::theme::tokens;
use egui::text::{CharIndex, LayoutJob, TextFormat};
use egui::{Color32, Galley, Pos2, Rect, Ui, pos2};
use std::sync::Arc;

pub const SIZE: f32 = 15.0;
pub const LINE: f32 = SIZE * 1.5;

pub fn layout(ui: &Ui, words: &str, width: f32) -> Arc<Galley> {
    let mut format = TextFormat::simple(fonts::reading(SIZE), tokens(ui).text);
    format.line_height = Some(LINE);
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

pub fn tinted(ui: &Ui, galley: &Galley, at: Pos2, card: &CompareCard, tint: Color32, dot: Color32) {
    for row in stretches(galley, card, &card.shared) {
        let rect = row.translate(at.to_vec2());
        let middle = rect.center().y;
        let tight = Rect::from_x_y_ranges(rect.left() - 1.5..=rect.right() + 1.5, middle - 9.5..=middle + 9.5);
        ui.painter().rect_filled(tight, 2.0, tint);
    }
    for row in stretches(galley, card, &card.different) {
        let rect = row.translate(at.to_vec2());
        dots(ui, rect.left(), rect.right(), rect.center().y + 9.0, dot);
    }
}

/// A dotted line.
pub fn dots(ui: &Ui, from: f32, to: f32, y: f32, color: Color32) {
    let mut x = from + 1.0;
    while x < to {
        ui.painter().circle_filled(pos2(x, y), 0.9, color);
        x += 3.6;
    }
}

/// Where spans of the sentence stand, a rectangle for each row that they reach over. Both are in order.
fn stretches(galley: &Galley, card: &CompareCard, spans: &[Span]) -> Vec<Rect> {
    let text = galley.text();
    let inside = |span: &Span| {
        let span = span.clip(card.span)?;
        Some(((span.start - card.span.start) as usize, (span.end - card.span.start) as usize))
    };
    let mut found = Vec::new();
    for (start, end) in spans.iter().filter_map(inside) {
        // White space of one kind stands for another, byte for byte, so places are the same.
        let (Some(before), Some(own)) = (text.get(..start), text.get(start..end)) else { continue };
        let (from, to) = (before.chars().count(), before.chars().count() + own.chars().count());
        let mut first = 0;
        for row in &galley.rows {
            let count = row.char_count_excluding_newline().0;
            let (start, end) = (from.max(first), to.min(first + count));
            if start < end {
                let left = row.pos.x + row.x_offset(CharIndex(start - first));
                let right = row.pos.x + row.x_offset(CharIndex(end - first));
                found.push(Rect::from_min_max(pos2(left, row.min_y()), pos2(right, row.max_y())));
            }
            first += row.char_count_including_newline().0;
        }
    }
    found
}
