//! The margin on the left: stripes that show which topics a line belongs to, and flags of bookmarks.

use super::laid::Laid;
use super::marks::Marks;
use super::page::Page;
use super::pieces::{Piece, within};
use crate::model::TopicIx;
use crate::ui::fonts;
use egui::{Align2, Color32, Painter, Pos2, Rect, Sense, Shape, Ui, pos2, vec2};

/// Stripes next to each other; more are told by a number.
const LANES: usize = 3;
/// From the text to the first stripe's left edge; from one to the next; width.
const FIRST: f32 = 21.0;
const NEXT: f32 = 6.0;
const WIDTH: f32 = 3.0;
/// From the text to a flag's left edge.
const FLAG: f32 = 38.0;

/// Lines next to each other that belong to one top-level topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stripe {
    topic: TopicIx,
    first: usize,
    /// The last line.
    last: usize,
}

/// Stripes with their lanes, and how many found none, with the first line of those.
struct Lanes {
    placed: Vec<(usize, Stripe)>,
    more: Option<(usize, usize)>,
}

/// Draws the stripes and flags of a paragraph.
pub fn margin_ui(ui: &mut Ui, page: &Page, laid: &Laid, pieces: &[Piece], marks: &Marks) {
    let Lanes { placed, more } = in_lanes(stripes(laid, marks));
    for (lane, stripe) in placed {
        let top = laid.row_rect(stripe.first).top() + 3.0;
        let bottom = laid.row_rect(stripe.last).bottom() - 3.0;
        let x = page.column.min - FIRST + lane as f32 * NEXT;
        let rect = Rect::from_x_y_ranges(x..=x + WIDTH, top..=bottom);
        ui.painter().rect_filled(rect, WIDTH / 2.0, stripe_color(marks, laid, pieces, &stripe));
        let id = ui.scope_id().with(("stripe", laid.index, lane, stripe.first));
        let response = ui.interact(rect.expand2(vec2(1.5, 0.0)), id, Sense::hover());
        response.on_hover_text(&marks.tree.topic(stripe.topic).name);
    }
    if let Some((row, count)) = more {
        let place = pos2(page.column.min - FIRST - 2.0, laid.row_rect(row).center().y);
        ui.painter().text(place, Align2::RIGHT_CENTER, format!("+{count}"), fonts::plain(10.0), marks.tokens.muted);
    }
    for (_, span) in marks.bookmarks.iter().filter(|(_, span)| span.overlaps(laid.span)) {
        if let Some(row) = laid.first_rect(*span) {
            let place = pos2(page.column.min - FLAG, row.center().y);
            flag(ui.painter(), place, marks.tokens.accent);
            let id = ui.scope_id().with(("flag", laid.index, span.start));
            ui.interact(Rect::from_min_size(place - vec2(1.0, 8.0), vec2(12.0, 16.0)), id, Sense::hover())
                .on_hover_text("Bookmark");
        }
    }
}

/// Lines of each topic, joined; by topic, then by line.
fn stripes(laid: &Laid, marks: &Marks) -> Vec<Stripe> {
    let passages = within(marks.passages, laid.span);
    let shown = marks.passages[passages].iter().filter(|passage| marks.visible[passage.topic.index()]);
    let mut stripes: Vec<Stripe> = shown
        .map(|passage| (marks.tree.top(passage.topic), laid.rows(passage.span)))
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(topic, rows)| Stripe { topic, first: rows.start, last: rows.end - 1 })
        .collect();
    stripes.sort_unstable_by_key(|stripe| (stripe.topic, stripe.first, stripe.last));
    stripes.dedup_by(|next, last| {
        let joined = next.topic == last.topic && next.first <= last.last + 1;
        if joined {
            last.last = last.last.max(next.last);
        }
        joined
    });
    stripes.sort_by_key(|stripe| stripe.first);
    stripes
}

/// Puts stripes next to each other where they share a line. What finds no lane is counted, at its first line.
fn in_lanes(stripes: Vec<Stripe>) -> Lanes {
    let mut free = [0; LANES];
    let mut placed = Vec::with_capacity(stripes.len());
    let mut more: Option<(usize, usize)> = None;
    for stripe in stripes {
        match free.iter().position(|line| *line <= stripe.first) {
            Some(lane) => {
                free[lane] = stripe.last + 1;
                placed.push((lane, stripe));
            }
            None => more = Some(more.map_or((stripe.first, 1), |(row, count)| (row, count + 1))),
        }
    }
    Lanes { placed, more }
}

/// A stripe steps back if none of its lines belongs to the selected topic.
fn stripe_color(marks: &Marks, laid: &Laid, pieces: &[Piece], stripe: &Stripe) -> Color32 {
    let selected = |index: &usize| {
        let passage = &marks.passages[*index];
        marks.tree.top(passage.topic) == stripe.topic
            && !marks.steps_back(passage.topic)
            && laid.rows(passage.span).any(|row| (stripe.first..=stripe.last).contains(&row))
    };
    let shown = pieces.iter().flat_map(|piece| &piece.passages).find(|index| selected(index));
    if shown.is_some() { marks.color(stripe.topic) } else { marks.pale_color(stripe.topic) }
}

fn flag(painter: &Painter, at: Pos2, color: Color32) {
    let corner = |x: f32, y: f32| at + vec2(x, y);
    // A ribbon with a notch, as two convex halves.
    for (outer, inner) in [(0.0, 5.0), (10.0, 5.0)] {
        let points = vec![corner(outer, -7.0), corner(inner, -7.0), corner(inner, 3.0), corner(outer, 7.0)];
        painter.add(Shape::convex_polygon(points, color, egui::Stroke::NONE));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_on_one_line_stand_next_to_each_other_and_the_fourth_is_counted() {
        let stripe = |topic, first, last| Stripe { topic: TopicIx(topic), first, last };
        let stripes = vec![stripe(0, 0, 4), stripe(1, 2, 2), stripe(2, 2, 3), stripe(3, 2, 2), stripe(4, 3, 3)];
        let Lanes { placed, more } = in_lanes(stripes);
        let found: Vec<(usize, u16)> = placed.iter().map(|(lane, stripe)| (*lane, stripe.topic.0)).collect();
        assert_eq!(found, [(0, 0), (1, 1), (2, 2), (1, 4)]);
        assert_eq!(more, Some((2, 1)));
    }
}
