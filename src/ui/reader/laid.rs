//! One paragraph on the screen: from bytes of the article to places on the screen and back.
//!
//! egui counts characters, the article bytes; here is the border. egui does not shape text that runs from
//! right to left: it gives other characters than were put in. Such a paragraph is not exact, and what is
//! marked in it is marked by whole rows.

use super::page::Page;
use crate::model::{CodePoints, ParagraphKind, Span};
use egui::text::CharIndex;
use egui::{Galley, Pos2, Rect, pos2};
use std::ops::Range;
use std::sync::Arc;

pub struct Laid<'a> {
    pub index: usize,
    pub kind: ParagraphKind,
    pub span: Span,
    pub text: &'a str,
    pub galley: Arc<Galley>,
    /// Where the text begins on the screen.
    pub origin: Pos2,
    points: CodePoints<'a>,
    /// Characters before each row, and their total.
    starts: Vec<usize>,
    /// Whether egui's characters are those of the text.
    pub exact: bool,
    /// Rows that can be seen.
    seen: Range<usize>,
}

impl<'a> Laid<'a> {
    /// Lays paragraph `index` out with its text beginning at `y`.
    pub fn new(page: &Page<'a>, index: usize, y: f32) -> Self {
        let paragraph = page.article.paragraphs[index];
        let text = paragraph.span.text(&page.article.text);
        let look = page.look(paragraph.kind);
        let galley = page.galley(index);
        let origin = pos2(page.column.min + look.indent, y + look.above);
        let mut starts = vec![0];
        for row in &galley.rows {
            starts.push(starts[starts.len() - 1] + row.char_count_including_newline().0);
        }
        let points = CodePoints::new(text);
        let exact = starts[starts.len() - 1] == points.from_byte(text.len());
        let view = page.view.translate(-origin.to_vec2());
        let first = galley.rows.partition_point(|row| row.max_y() < view.top());
        let last = galley.rows.partition_point(|row| row.min_y() <= view.bottom());
        let seen = first.min(last)..last;
        Self { index, kind: paragraph.kind, span: paragraph.span, text, galley, origin, points, starts, exact, seen }
    }

    pub fn rect(&self) -> Rect {
        self.galley.rect.translate(self.origin.to_vec2())
    }

    /// Characters of the paragraph before a byte of the article.
    fn character(&self, byte: u32) -> usize {
        let byte = (byte.clamp(self.span.start, self.span.end) - self.span.start) as usize;
        debug_assert!(self.text.is_char_boundary(byte), "byte {byte} is inside a character of {:?}", self.text);
        self.points.from_byte(byte).min(self.starts[self.starts.len() - 1])
    }

    fn row_of(&self, character: usize) -> usize {
        (self.starts.partition_point(|start| *start <= character) - 1).min(self.galley.rows.len().saturating_sub(1))
    }

    /// First and last row of a span.
    pub fn rows(&self, span: Span) -> Range<usize> {
        let (from, to) = (self.character(span.start), self.character(span.end));
        if from >= to && self.exact {
            return 0..0;
        }
        self.row_of(from)..self.row_of(to.max(from + 1) - 1) + 1
    }

    /// Where a row stands, over the whole width of its words.
    pub fn row_rect(&self, row: usize) -> Rect {
        self.galley.rows[row].rect().translate(self.origin.to_vec2())
    }

    /// The rows that `span` covers, cut to it; only those that can be seen.
    pub fn rects(&self, span: Span) -> Vec<Rect> {
        let rows = self.rows(span);
        let rows = rows.start.max(self.seen.start)..rows.end.min(self.seen.end);
        rows.filter_map(|row| self.rect_in_row(span, row)).collect()
    }

    /// The first row that `span` covers, seen or not.
    pub fn first_rect(&self, span: Span) -> Option<Rect> {
        self.rows(span).next().map(|row| self.row_rect(row))
    }

    fn rect_in_row(&self, span: Span, row: usize) -> Option<Rect> {
        let placed = &self.galley.rows[row];
        let whole = self.row_rect(row);
        // White space at the end of a row is not painted.
        let words = placed.glyphs.iter().rposition(|glyph| !glyph.chr.is_whitespace()).map_or(0, |last| last + 1);
        if !self.exact {
            return Some(whole);
        }
        let from = self.character(span.start).saturating_sub(self.starts[row]).min(words);
        let to = self.character(span.end).saturating_sub(self.starts[row]).min(words);
        let x = |column| whole.left() + placed.x_offset(CharIndex(column));
        let right = if to == words {
            placed.glyphs.get(to.wrapping_sub(1)).map_or(0.0, |glyph| glyph.max_x())
        } else {
            x(to) - whole.left()
        };
        (from < to).then(|| Rect::from_min_max(pos2(x(from), whole.top()), pos2(whole.left() + right, whole.bottom())))
    }

    /// Height of the baseline above the lower edge of a row.
    pub fn baseline(&self, row_rect: Rect) -> f32 {
        let row = self.galley.rows.iter().find(|row| (row.min_y() + self.origin.y - row_rect.top()).abs() < 0.5);
        let glyph = row.and_then(|row| row.glyphs.first());
        glyph.map_or(row_rect.bottom() - 6.0, |glyph| row_rect.top() + glyph.pos.y)
    }

    /// The byte of the article nearest to a place on the screen.
    pub fn byte_at(&self, place: Pos2) -> usize {
        let character = self.galley.cursor_from_pos(place - self.origin).index.0;
        self.span.start as usize + self.points.to_byte(character).unwrap_or(self.text.len())
    }
}
