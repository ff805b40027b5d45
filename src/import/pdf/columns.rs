//! The order a page is read in: columns one after the other, each from the top down.
//!
//! Columns are parted by a gap that only few lines cross; a line across both ends them, and others may begin below.
//! Tables have gaps as well: what is drawn from side to side, or in short pieces, is read row by row.

use super::rows::{Row, WIDE_GAP, rows};
use super::words::{Sheet, Word};

/// Rows that a column has at least.
const ROWS_OF_COLUMN: usize = 3;
/// Letters that a line of a column has on average at least.
const LETTERS_OF_LINE: usize = 14;
/// Gaps between pieces of a row that may be columns (of the font's size).
const GUTTER: f32 = 0.8;
/// Places looked at for a gap between columns.
const MOST_PLACES: usize = 80;
/// Columns within columns at most.
const DEEPEST: usize = 6;
/// A line is full if it ends this close (of the font's size) to the end of its column.
const FULL_LINE: f32 = 2.0;

/// A line of text and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub row: Row,
    pub page: usize,
    /// Tells the columns of a page apart.
    pub column: usize,
    /// Where the column's lines end.
    pub right: f32,
    /// Turned by another angle than the page's other text: a note on the margin.
    pub aside: bool,
}

pub(super) fn lines(sheet: Sheet, page: usize) -> Vec<Line> {
    let mut found = Vec::new();
    split(sheet.words, 0, &mut found);
    let level = found.len();
    found.extend(sheet.turned.into_iter().map(rows));
    let mut lines = Vec::new();
    for (column, rows) in found.into_iter().enumerate() {
        let right = rows.iter().map(Row::x1).fold(f32::MIN, f32::max);
        let line = |row| Line { row, page, column, right, aside: column >= level };
        lines.extend(rows.into_iter().map(line));
    }
    lines
}

/// A piece of a row that may be a column's line.
struct Piece {
    words: Vec<Word>,
    x0: f32,
    x1: f32,
    size: f32,
}

/// Cuts words into columns, in the order they are read in.
fn split(words: Vec<Word>, depth: usize, found: &mut Vec<Vec<Row>>) {
    let all = rows(words);
    let pieces: Vec<Piece> = all.iter().flat_map(pieces).collect();
    let gutter = (depth < DEEPEST).then(|| gutter(&pieces)).flatten();
    let Some(gutter) = gutter else {
        if !all.is_empty() {
            found.push(all);
        }
        return;
    };
    let mut band: Vec<Piece> = Vec::new();
    let mut across: Vec<Word> = Vec::new();
    for row in &all {
        let row = pieces_of(row);
        if row.iter().any(|piece| piece.x0 < gutter && piece.x1 > gutter) {
            flush(&mut band, gutter, depth, found);
            across.extend(row.into_iter().flat_map(|piece| piece.words));
        } else {
            if !across.is_empty() {
                found.push(rows(std::mem::take(&mut across)));
            }
            band.extend(row);
        }
    }
    flush(&mut band, gutter, depth, found);
    if !across.is_empty() {
        found.push(rows(across));
    }
}

fn pieces_of(row: &Row) -> Vec<Piece> {
    pieces(row).collect()
}

fn pieces(row: &Row) -> impl Iterator<Item = Piece> {
    row.pieces(GUTTER).into_iter().map(|words| Piece {
        words: words.to_vec(),
        x0: words.first().map_or(0.0, |word| word.x0),
        x1: words.iter().map(|word| word.x1).fold(f32::MIN, f32::max),
        size: row.size,
    })
}

/// What stands between two lines across: columns, or a table.
fn flush(band: &mut Vec<Piece>, gutter: f32, depth: usize, found: &mut Vec<Vec<Row>>) {
    let (left, right): (Vec<Piece>, Vec<Piece>) = std::mem::take(band).into_iter().partition(|piece| piece.x0 < gutter);
    let words = |pieces: Vec<Piece>| pieces.into_iter().flat_map(|piece| piece.words).collect::<Vec<_>>();
    if left.is_empty() || right.is_empty() || !(are_columns(&left, &right) || is_short_rest(&left, &right)) {
        let rows = rows(words(left.into_iter().chain(right).collect()));
        if !rows.is_empty() {
            found.push(rows);
        }
        return;
    }
    split(words(left), depth + 1, found);
    split(words(right), depth + 1, found);
}

/// A few lines of columns that were cut off by a line across: long enough to be prose.
fn is_short_rest(left: &[Piece], right: &[Piece]) -> bool {
    left.len().min(right.len()) < ROWS_OF_COLUMN
        && letters(left) >= 2 * LETTERS_OF_LINE
        && letters(right) >= LETTERS_OF_LINE
}

/// The place that parts most lines to its left from lines to its right, if those are columns.
fn gutter(pieces: &[Piece]) -> Option<f32> {
    let mut starts: Vec<i32> = pieces.iter().map(|piece| (piece.x0 / 2.0) as i32).collect();
    starts.sort_unstable();
    let mut places: Vec<(usize, i32)> = starts.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
    places.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let score = |place: f32| {
        let left = pieces.iter().filter(|piece| piece.x1 <= place).count();
        let right = pieces.iter().filter(|piece| piece.x0 >= place).count();
        (left.min(right), pieces.len() - left - right)
    };
    let mut best: Option<(usize, f32)> = None;
    for (_, start) in places.into_iter().take(MOST_PLACES) {
        let place = start as f32 * 2.0 - 0.5;
        let (beside, across) = score(place);
        let good =
            beside >= ROWS_OF_COLUMN && across <= beside && best.is_none_or(|(most, _)| beside - across / 2 > most);
        if good && columns_at(pieces, place) {
            best = Some((beside - across / 2, place));
        }
    }
    best.map(|(_, place)| place)
}

fn columns_at(pieces: &[Piece], place: f32) -> bool {
    let side = |keep: &dyn Fn(&Piece) -> bool| {
        let copy = |piece: &Piece| Piece { words: piece.words.clone(), ..*piece };
        pieces.iter().filter(|piece| keep(piece)).map(copy).collect::<Vec<_>>()
    };
    are_columns(&side(&|piece| piece.x1 <= place), &side(&|piece| piece.x0 >= place))
}

fn letters(pieces: &[Piece]) -> usize {
    let length = |piece: &Piece| piece.words.iter().map(|word| word.text.chars().count() + 1).sum::<usize>();
    pieces.iter().map(length).sum::<usize>() / pieces.len().max(1)
}

/// Whether both sides are prose beside each other, not cells of rows.
fn are_columns(left: &[Piece], right: &[Piece]) -> bool {
    if left.len().min(right.len()) < ROWS_OF_COLUMN || letters(left).min(letters(right)) < LETTERS_OF_LINE {
        return false;
    }
    let mut order: Vec<(usize, bool)> = Vec::new();
    for (pieces, side) in [(left, false), (right, true)] {
        order.extend(pieces.iter().filter_map(|piece| Some((piece.words.first()?.order, side))));
    }
    order.sort_unstable();
    let changes = order.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
    let few = left.len().min(right.len());
    changes <= (few / 4).max(1)
        || fullness(left).min(fullness(right)) > 0.6 && letters(left).min(letters(right)) >= 2 * LETTERS_OF_LINE
}

/// The share of lines that end where their column ends.
fn fullness(pieces: &[Piece]) -> f32 {
    let right = pieces.iter().map(|piece| piece.x1).fold(f32::MIN, f32::max);
    let full = pieces.iter().filter(|piece| right - piece.x1 < FULL_LINE * piece.size).count();
    full as f32 / pieces.len().max(1) as f32
}

impl Line {
    /// The line's cells, if there are several with wide gaps between them.
    pub fn cells(&self) -> Vec<&[Word]> {
        self.row.pieces(WIDE_GAP)
    }
}

#[cfg(test)]
mod tests {
    use super::super::rows::tests::word;
    use super::*;

    /// Texts of all lines; each piece is a text with its left end and its row.
    fn read(pieces: &[(&str, f32, usize)]) -> Vec<String> {
        let at = |(order, (text, x0, row)): (usize, &(&str, f32, usize))| {
            let words = text.split(' ').scan(*x0, |x, part| {
                let word = Word { order, ..word(part, *x, 100.0 + 12.0 * *row as f32, 10.0) };
                *x = word.x1 + 3.0;
                Some(word)
            });
            words.collect::<Vec<_>>()
        };
        let words = pieces.iter().enumerate().flat_map(at).collect();
        let sheet = Sheet { words, turned: Vec::new(), height: 800.0 };
        lines(sheet, 0).iter().map(|line| line.row.text()).collect()
    }

    #[test]
    fn columns_below_a_line_across_are_read_one_after_the_other() {
        let left = ["the talks began late in", "the day and went on for", "hours without any result"];
        let right = ["so that both sides agreed", "to meet once more after", "the new year in Geneva"];
        let mut pieces = vec![("a headline that stands across both of the columns of this page", 0.0, 0)];
        pieces.extend(left.iter().enumerate().map(|(row, text)| (*text, 0.0, row + 2)));
        pieces.extend(right.iter().enumerate().map(|(row, text)| (*text, 180.0, row + 2)));
        let expected: Vec<&str> = pieces[..1].iter().map(|piece| piece.0).chain(left).chain(right).collect();
        assert_eq!(read(&pieces), expected);
    }

    #[test]
    fn cells_of_a_table_are_read_row_by_row() {
        let cells = ["Guarantees", "written", "Exercises", "noticed", "Next round", "January", "Place", "Geneva"];
        let at = |(index, text): (usize, &&'static str)| (*text, 150.0 * (index % 2) as f32, index / 2);
        let pieces: Vec<_> = cells.iter().enumerate().map(at).collect();
        assert_eq!(read(&pieces), ["Guarantees written", "Exercises noticed", "Next round January", "Place Geneva"]);
    }
}
