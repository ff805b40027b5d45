//! The line around a passage that runs over several lines of text: one shape, with round corners.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// Points on a rounded corner, without its ends.
const STEPS: usize = 3;

/// The outlines of lines of text from top to bottom. Lines that do not stand over each other (the end of one
/// line and the beginning of the next) get an outline each.
pub fn outlines(rows: &[Rect], radius: f32) -> Vec<Vec<Pos2>> {
    let mut shapes: Vec<Vec<Rect>> = Vec::new();
    for row in rows {
        match shapes.last_mut() {
            Some(shape) if shape.last().is_some_and(|above| above.x_range().intersects(row.x_range())) => {
                shape.push(*row)
            }
            _ => shapes.push(vec![*row]),
        }
    }
    shapes.iter().map(|rows| rounded(&corners(rows), radius)).collect()
}

/// The corners of a pile of boxes, clockwise from the upper left one.
fn corners(rows: &[Rect]) -> Vec<Pos2> {
    let mut right = Vec::with_capacity(rows.len() * 4);
    let mut left = Vec::with_capacity(rows.len() * 2);
    for (index, row) in rows.iter().enumerate() {
        // Boxes are made to touch where they meet.
        let top = if index == 0 { row.top() } else { (row.top() + rows[index - 1].bottom()) / 2.0 };
        let bottom = rows.get(index + 1).map_or(row.bottom(), |below| (row.bottom() + below.top()) / 2.0);
        right.extend([pos2(row.right(), top), pos2(row.right(), bottom)]);
        left.extend([pos2(row.left(), top), pos2(row.left(), bottom)]);
    }
    left.reverse();
    right.extend(left);
    right.rotate_right(1);
    let mut corners: Vec<Pos2> = Vec::with_capacity(right.len());
    for point in right {
        let straight = |a: Pos2, b: Pos2| (a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y);
        if let [.., a, b] = corners.as_slice()
            && straight(*a, *b)
        {
            corners.pop();
        }
        if corners.last() != Some(&point) {
            corners.push(point);
        }
    }
    corners
}

fn rounded(corners: &[Pos2], radius: f32) -> Vec<Pos2> {
    let count = corners.len();
    let mut points = Vec::with_capacity(count * (STEPS + 2));
    for (index, corner) in corners.iter().enumerate() {
        let to_last = corners[(index + count - 1) % count] - *corner;
        let to_next = corners[(index + 1) % count] - *corner;
        let cut = radius.min(to_last.length() / 2.0).min(to_next.length() / 2.0);
        let (from, to) = (cut * unit(to_last), cut * unit(to_next));
        for step in 0..=STEPS + 1 {
            let angle = step as f32 / (STEPS + 1) as f32 * std::f32::consts::FRAC_PI_2;
            // A quarter of a circle around the point that lies `from + to` inside the corner.
            points.push(*corner + from + to - angle.sin() * from - angle.cos() * to);
        }
    }
    points
}

fn unit(edge: Vec2) -> Vec2 {
    let length = edge.length();
    if length > 0.0 { edge / length } else { vec2(0.0, 0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(left: f32, right: f32, line: usize) -> Rect {
        Rect::from_min_max(pos2(left, line as f32 * 10.0), pos2(right, line as f32 * 10.0 + 8.0))
    }

    #[test]
    fn lines_above_each_other_have_one_outline_and_the_ends_of_two_lines_have_two() {
        assert_eq!(outlines(&[row(40.0, 90.0, 0), row(0.0, 90.0, 1), row(0.0, 30.0, 2)], 0.0).len(), 1);
        assert_eq!(outlines(&[row(60.0, 90.0, 0), row(0.0, 30.0, 1)], 0.0).len(), 2);
    }

    #[test]
    fn equal_edges_are_one_line() {
        let found = corners(&[row(40.0, 90.0, 0), row(0.0, 90.0, 1)]);
        let expected = [(40.0, 0.0), (90.0, 0.0), (90.0, 18.0), (0.0, 18.0), (0.0, 9.0), (40.0, 9.0)];
        assert_eq!(found, expected.map(|(x, y)| pos2(x, y)));
    }
}
