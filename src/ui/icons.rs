//! Drawings for buttons, as strokes: sharp at every size and in every colour, and no icon font to ship.

use egui::{Color32, Painter, Rect, Shape, Stroke, pos2, vec2};

const WIDTH: f32 = 1.6;

/// An arrow head that points right, or down when `open`.
pub fn fold(painter: &Painter, rect: Rect, open: bool, color: Color32) {
    let c = rect.center();
    let r = 4.0;
    let points = if open {
        vec![c + vec2(-r, -r * 0.6), c + vec2(r, -r * 0.6), c + vec2(0.0, r * 0.8)]
    } else {
        vec![c + vec2(-r * 0.6, -r), c + vec2(r * 0.8, 0.0), c + vec2(-r * 0.6, r)]
    };
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

pub fn arrow_left(painter: &Painter, rect: Rect, color: Color32) {
    arrow(painter, rect, -1.0, color);
}

pub fn arrow_right(painter: &Painter, rect: Rect, color: Color32) {
    arrow(painter, rect, 1.0, color);
}

fn arrow(painter: &Painter, rect: Rect, way: f32, color: Color32) {
    let stroke = Stroke::new(WIDTH, color);
    let (c, half) = (rect.center(), rect.width() / 2.0);
    let tip = c + vec2(way * half, 0.0);
    painter.line_segment([c - vec2(way * half, 0.0), tip], stroke);
    painter.line_segment([tip, tip + vec2(-way * half * 0.7, -half * 0.7)], stroke);
    painter.line_segment([tip, tip + vec2(-way * half * 0.7, half * 0.7)], stroke);
}

/// A hook that points down (`way` 1) or up (-1).
pub fn hook(painter: &Painter, rect: Rect, way: f32, color: Color32) {
    let stroke = Stroke::new(WIDTH, color);
    let (c, half) = (rect.center(), rect.width() / 2.0);
    let tip = c + vec2(0.0, way * half * 0.5);
    painter.line_segment([c + vec2(-half * 0.8, -way * half * 0.4), tip], stroke);
    painter.line_segment([tip, c + vec2(half * 0.8, -way * half * 0.4)], stroke);
}

pub fn cross(painter: &Painter, rect: Rect, color: Color32) {
    let stroke = Stroke::new(WIDTH, color);
    let rect = rect.shrink(1.0);
    painter.line_segment([rect.left_top(), rect.right_bottom()], stroke);
    painter.line_segment([rect.right_top(), rect.left_bottom()], stroke);
}

/// A disc, half of it full: light and dark.
pub fn theme(painter: &Painter, rect: Rect, color: Color32) {
    let (c, r) = (rect.center(), rect.width() / 2.0);
    painter.circle_stroke(c, r, Stroke::new(WIDTH, color));
    let half = (0..=16).map(|step| {
        let angle = std::f32::consts::PI * (step as f32 / 16.0 - 0.5);
        c + r * vec2(angle.cos(), angle.sin())
    });
    painter.add(Shape::convex_polygon(half.collect(), color, Stroke::NONE));
}

/// An eye; with a bar through it when what it stands for is hidden.
pub fn eye(painter: &Painter, rect: Rect, hidden: bool, color: Color32) {
    let stroke = Stroke::new(1.3, color);
    let (c, half) = (rect.center(), rect.width() / 2.0);
    let lid = |way: f32| {
        let points = (0..=12).map(move |step| {
            let x = step as f32 / 6.0 - 1.0;
            c + vec2(x * half, way * (1.0 - x * x) * half * 0.62)
        });
        Shape::line(points.collect(), stroke)
    };
    painter.add(lid(1.0));
    painter.add(lid(-1.0));
    painter.circle_filled(c, half * 0.28, color);
    if hidden {
        painter.line_segment([rect.left_bottom(), rect.right_top()], stroke);
    }
}

/// A sheet with lines: a note.
pub fn note(painter: &Painter, rect: Rect, color: Color32) {
    let rect = rect.shrink(1.0);
    let stroke = Stroke::new(1.3, color);
    painter.rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Inside);
    for line in 1..=3 {
        let y = rect.top() + rect.height() * line as f32 / 4.0;
        let right = if line == 3 { rect.center().x } else { rect.right() - 3.0 };
        painter.line_segment([pos2(rect.left() + 3.0, y), pos2(right, y)], Stroke::new(1.0, color));
    }
}

/// A star, full or as an outline.
pub fn star(painter: &Painter, rect: Rect, full: bool, color: Color32) {
    let (center, outer) = (rect.center(), rect.width() / 2.0);
    let corner = |number: usize| {
        let radius = if number.is_multiple_of(2) { outer } else { outer * 0.45 };
        let angle = std::f32::consts::PI * (number as f32 / 5.0 - 0.5);
        center + radius * egui::Vec2::angled(angle)
    };
    let corners: Vec<egui::Pos2> = (0..10).map(corner).collect();
    if full {
        // egui fills convex shapes only: a star is five of them around its middle.
        for tip in 0..5 {
            let [before, after] = [corners[(tip * 2 + 9) % 10], corners[(tip * 2 + 1) % 10]];
            let part = vec![center, before, corners[tip * 2], after];
            painter.add(egui::Shape::convex_polygon(part, color, Stroke::new(0.5, color)));
        }
    } else {
        painter.add(egui::Shape::closed_line(corners, Stroke::new(1.2, color)));
    }
}
