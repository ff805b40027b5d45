//! Paints one paragraph: tints, hits, selection, the frame of the selected passage, underlines, and the text on top.
//!
//! All of it is painted under the text and none of it is part of its layout: the page does not move when
//! something is highlighted.

use super::laid::Laid;
use super::marks::Marks;
use super::outline::outlines;
use super::page::Page;
use super::pieces::{self, LANES, Piece, Strength};
use crate::model::{ParagraphKind, Span};
use egui::{Color32, Painter, Rect, Shape, Stroke, pos2, vec2};

/// Between the tints of two lines.
const LINE_GAP: f32 = 1.0;
const ROUND: f32 = 2.5;
/// The frame of the selected passage.
const FRAME: f32 = 1.5;
/// Thickness of an underline.
const UNDERLINE: f32 = 2.0;
/// From the baseline to the first underline, and from one to the next.
const UNDERLINE_DROP: f32 = 2.5;
const LANE: f32 = 3.0;

pub fn paragraph(painter: &Painter, page: &Page, laid: &Laid, pieces: &[Piece], marks: &Marks) {
    let fills = pieces::fills(&page.article.text, marks.passages, pieces, &marks.emphasis);
    for fill in &fills {
        let color = marks.fill(fill.topic, fill.strength);
        tint(painter, laid, fill.span, color);
        if fill.strength == Strength::Strong {
            join_lines(painter, laid, fill.span, color);
        }
    }
    for hit in marks.hits_in(laid.span) {
        let current = marks.current_hit == Some(*hit);
        tint(painter, laid, *hit, if current { marks.tokens.current_hit } else { marks.tokens.hit });
    }
    if let Some(selected) = marks.selected.and_then(|span| span.clip(laid.span)) {
        tint(painter, laid, selected, marks.tokens.selection);
    }
    if let Some((span, left)) = marks.flash
        && let Some(span) = span.clip(laid.span)
    {
        tint(painter, laid, span, marks.tokens.current_hit.gamma_multiply(0.8 * left));
    }
    for fill in fills.iter().filter(|fill| fill.strength == Strength::Strong) {
        frame(painter, laid, fill.span, marks.color(fill.topic));
    }
    let words = pieces::within(marks.passages, laid.span);
    // Under whole rows lines would say nothing of words.
    let words = if laid.exact { words } else { 0..0 };
    for line in pieces::underlines(&page.article.text, marks.passages, words, &marks.visible) {
        underline(painter, laid, line.span, line.lane, marks.line_color(line.topic));
    }
    furniture(painter, page, laid);
    let color = page.look(laid.kind).color;
    painter.galley(laid.origin, laid.galley.clone(), color);
}

/// The box of a piece of a line, so that lines do not touch.
fn line_box(rect: Rect) -> Rect {
    rect.expand2(vec2(1.0, -LINE_GAP))
}

fn tint(painter: &Painter, laid: &Laid, span: Span, color: Color32) {
    for rect in laid.rects(span) {
        painter.rect_filled(line_box(rect), ROUND, color);
    }
}

/// Fills the gaps between the lines of a passage that has a frame.
fn join_lines(painter: &Painter, laid: &Laid, span: Span, color: Color32) {
    let boxes: Vec<Rect> = laid.rects(span).into_iter().map(line_box).collect();
    for pair in boxes.windows(2) {
        let x = pair[0].x_range().intersection(pair[1].x_range());
        if x.span() > 0.0 {
            let y = pair[0].bottom() - ROUND..=pair[1].top() + ROUND;
            painter.rect_filled(Rect::from_x_y_ranges(x, y), 0.0, color);
        }
    }
}

/// One frame around all lines of a passage.
fn frame(painter: &Painter, laid: &Laid, span: Span, color: Color32) {
    let boxes: Vec<Rect> = laid.rects(span).into_iter().map(line_box).collect();
    for outline in outlines(&boxes, ROUND) {
        painter.add(Shape::closed_line(outline, Stroke::new(FRAME, color)));
    }
}

fn underline(painter: &Painter, laid: &Laid, span: Span, lane: usize, color: Color32) {
    debug_assert!(lane < LANES);
    for rect in laid.rects(span) {
        let y = (laid.baseline(rect) + UNDERLINE_DROP).round() + lane as f32 * LANE;
        painter.rect_filled(Rect::from_x_y_ranges(rect.x_range(), y..=y + UNDERLINE), 0.0, color);
    }
}

/// The line of a quote, the bullet of a list.
fn furniture(painter: &Painter, page: &Page, laid: &Laid) {
    match laid.kind {
        ParagraphKind::Quote => {
            let x = page.column.min + 2.0;
            painter.vline(x, laid.rect().y_range().shrink(2.0), Stroke::new(2.0, page.tokens.line));
        }
        ParagraphKind::ListItem if !has_own_bullet(laid.text) => {
            let Some(row) = laid.galley.rows.first() else { return };
            let middle = laid.origin.y + row.rect().center().y;
            painter.circle_filled(pos2(laid.origin.x - page.size * 0.6, middle), page.size * 0.14, page.tokens.muted);
        }
        _ => {}
    }
}

/// Whether a list's item brings a bullet or a number: "• x", "- x", "3. x", "b) x".
fn has_own_bullet(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let sign = first.chars().next().is_some_and(|sign| "•·–—-*‣◦▪".contains(sign));
    let number = first.trim_end_matches(['.', ')']);
    let counted = number.len() < first.len() && (number.parse::<u16>().is_ok() || number.chars().count() == 1);
    sign || counted
}

#[cfg(test)]
mod tests {
    use super::has_own_bullet;

    #[test]
    fn a_list_that_brings_its_bullets_gets_no_others() {
        assert!(["• troops", "— войска", "3. talks", "b) visas"].into_iter().all(has_own_bullet));
        assert!(!["Troops", "2021 was", "Kyiv. And"].into_iter().any(has_own_bullet));
    }
}
