//! Which lines are rows of a table: pieces with wide gaps between them that stand below each other.
//!
//! Left out: rules drawn around cells, and cells that reach over several columns.

use super::columns::Line;
use super::marks::marker;
use super::paragraphs::same_column;
use super::words::Word;

/// Cells of a row that are enough to make it a row by itself, and characters of each at most.
const ENOUGH_CELLS: usize = 3;
const LONGEST_CELL: usize = 60;
/// Gaps between words of a line that is not stretched, of the font's size.
const NARROW_GAP: f32 = 0.5;
/// Cells of rows below each other begin within this (of the font's size).
pub(super) const ALIGNED: f32 = 0.8;

/// Rows with cells that stand below each other, and rows of several short cells by themselves.
pub(super) fn table_rows(lines: &[Line]) -> Vec<bool> {
    let is_row = |index: usize| {
        let line = &lines[index];
        let cells = line.cells();
        let short =
            |cell: &&[Word]| cell.iter().map(|word| word.text.chars().count() + 1).sum::<usize>() <= LONGEST_CELL;
        cells.len() > 1
            && marker(&line.row.text()).is_none()
            && (index > 0 && are_aligned(&lines[index - 1], line)
                || lines.get(index + 1).is_some_and(|next| are_aligned(line, next))
                || cells.len() >= ENOUGH_CELLS && cells.iter().all(short) && !is_stretched(line))
    };
    (0..lines.len()).map(is_row).collect()
}

/// Whether most cells of both lines, but the first, begin or end below each other.
fn are_aligned(a: &Line, b: &Line) -> bool {
    let starts = |line: &Line| line.cells().iter().skip(1).map(|cell| cell[0].x0).collect();
    let ends = |line: &Line| line.cells().iter().skip(1).filter_map(|cell| cell.last()).map(|word| word.x1).collect();
    let near = |left: Vec<f32>, right: Vec<f32>| {
        let close = |x: &&f32| right.iter().any(|other| (*x - other).abs() < ALIGNED * a.row.size);
        let few = left.len().min(right.len());
        few > 0 && left.iter().filter(close).count() * 2 > few
    };
    same_column(a, b) && (near(starts(a), starts(b)) || near(ends(a), ends(b)))
}

/// Whether the gaps are wide because the line was stretched to the margin: then all of them are.
fn is_stretched(line: &Line) -> bool {
    let words = &line.row.words;
    let gap = |pair: &[Word]| pair[1].x0 - pair[0].x1;
    words.windows(2).filter(|pair| gap(pair) < NARROW_GAP * line.row.size).count() * 4 < words.len()
}
