//! The page of one frame: where the column stands, what each kind of paragraph looks like, how tall it is.
//!
//! A paragraph is laid out anew every frame; egui keeps the work of the last frame. Nothing made here
//! outlives the frame, because a galley points into the atlas of glyphs, which may be cleared.

use super::folds::{Folds, Stand};
use crate::model::{Article, ParagraphKind};
use crate::ui::fonts;
use crate::ui::theme::{Tokens, tokens};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Context, FontId, Galley, Rangef, Rect};
use std::sync::Arc;

/// 68 characters of the reading face, at 0.51 em each.
const COLUMN_EM: f32 = 34.7;
/// Room on the left of the column for stripes and flags.
pub const MARGIN: f32 = 44.0;
/// The minimap with the space around it.
pub const MAP_WIDTH: f32 = 12.0;
const MAP_SPACE: f32 = 4.0;
const RIGHT_MARGIN: f32 = 16.0;
/// The line that stands for a run of clutter, with the space around it.
pub const FOLD_HEIGHT: f32 = 38.0;
/// Below the end of the article.
pub const BOTTOM: f32 = 72.0;
/// Letters are about half as wide as the face is tall; good enough until a paragraph is measured.
const LETTER_EM: f32 = 0.49;

/// What everything on the page needs to know in this frame.
pub struct Page<'a> {
    pub ctx: Context,
    pub article: &'a Article,
    pub tokens: &'static Tokens,
    /// The whole page on the screen.
    pub view: Rect,
    pub column: Rangef,
    /// Where the minimap stands.
    pub map: Rect,
    /// Of the reading face, in points.
    pub size: f32,
    pub headline_in_text: bool,
    /// Height of what stands above the first paragraph.
    pub header: f32,
}

/// What a kind of paragraph looks like. Lengths in points.
pub struct Look {
    pub font: FontId,
    pub line: f32,
    pub color: Color32,
    pub indent: f32,
    pub above: f32,
    pub below: f32,
}

impl<'a> Page<'a> {
    pub fn new(ui: &egui::Ui, article: &'a Article, view: Rect, size: f32, headline_in_text: bool) -> Self {
        let map = Rect::from_x_y_ranges(
            Rangef::new(view.right() - MAP_SPACE - MAP_WIDTH, view.right() - MAP_SPACE),
            view.y_range().shrink(8.0),
        );
        let (left, right) = (view.left() + MARGIN, map.left() - RIGHT_MARGIN);
        let width = (size * COLUMN_EM).min(right - left).max(60.0).floor();
        let left = (left + ((right - left - width) / 2.0).max(0.0)).round();
        let column = Rangef::new(left, left + width);
        let mut page = Self {
            ctx: ui.ctx().clone(),
            article,
            tokens: tokens(ui),
            view,
            column,
            map,
            size,
            headline_in_text,
            header: 0.0,
        };
        page.header = super::header::height(&page);
        page
    }

    pub fn look(&self, kind: ParagraphKind) -> Look {
        let size = self.size;
        let body = Look {
            font: fonts::reading(size),
            line: (size * 1.55).round(),
            color: self.tokens.text,
            indent: 0.0,
            above: 0.0,
            below: (size * 0.8).round(),
        };
        match kind {
            ParagraphKind::Body => body,
            ParagraphKind::Headline => Look {
                font: fonts::reading_bold((size * 1.45).round()),
                line: (size * 1.86).round(),
                below: (size * 0.85).round(),
                ..body
            },
            ParagraphKind::Heading => Look {
                font: fonts::reading_bold(size * 1.15),
                line: (size * 1.6).round(),
                above: (size * 0.6).round(),
                below: (size * 0.4).round(),
                ..body
            },
            ParagraphKind::Quote => Look { indent: (size * 1.2).round(), ..body },
            ParagraphKind::ListItem => Look { indent: (size * 1.3).round(), below: (size * 0.4).round(), ..body },
            ParagraphKind::Meta => Look { below: (size * 0.6).round(), ..self.small_look(body) },
            ParagraphKind::Clutter => Look { below: 6.0, ..self.small_look(body) },
        }
    }

    /// What is not the article's own text, in the face of the panels.
    fn small_look(&self, body: Look) -> Look {
        let size = (self.size * 0.72).round();
        Look { font: fonts::plain(size), line: (size * 1.5).round(), color: self.tokens.muted, ..body }
    }

    /// Lays a paragraph out. A line end inside it is shown as a space, which is as long in bytes.
    pub fn galley(&self, index: usize) -> Arc<Galley> {
        let paragraph = &self.article.paragraphs[index];
        let text = paragraph.span.text(&self.article.text).replace('\n', " ");
        let look = self.look(paragraph.kind);
        self.lay_out(text, &look, self.column.span() - look.indent)
    }

    pub fn lay_out(&self, text: String, look: &Look, width: f32) -> Arc<Galley> {
        let format = TextFormat { line_height: Some(look.line), ..TextFormat::simple(look.font.clone(), look.color) };
        let mut job = LayoutJob::single_section(text, format);
        job.wrap.max_width = width;
        self.ctx.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// Text that stands alone in one line.
    pub fn line(&self, text: &str, font: FontId, color: Color32) -> Arc<Galley> {
        self.ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, color))
    }

    /// The exact height of a paragraph with what stands in its place and the space around it.
    pub fn height(&self, index: usize, folds: &Folds) -> f32 {
        let text = || {
            let look = self.look(self.article.paragraphs[index].kind);
            look.above + self.galley(index).size().y + look.below
        };
        match folds.stand(index) {
            Stand::Nothing => 0.0,
            Stand::Line { open: false } => FOLD_HEIGHT,
            Stand::Line { open: true } => FOLD_HEIGHT + text(),
            Stand::Text => text(),
        }
    }

    /// The height that a paragraph will have, more or less, without laying it out.
    pub fn estimate(&self, index: usize, folds: &Folds) -> f32 {
        let paragraph = &self.article.paragraphs[index];
        let text = || {
            let look = self.look(paragraph.kind);
            let letters = paragraph.span.text(&self.article.text).chars().count() as f32;
            let in_a_row = ((self.column.span() - look.indent) / (look.font.size * LETTER_EM)).max(1.0);
            look.above + (letters / in_a_row).ceil().max(1.0) * look.line + look.below
        };
        match folds.stand(index) {
            Stand::Nothing => 0.0,
            Stand::Line { open: false } => FOLD_HEIGHT,
            Stand::Line { open: true } => FOLD_HEIGHT + text(),
            Stand::Text => text(),
        }
    }

    /// What the heights depend on; they are void when it changes.
    pub fn measure_key(&self) -> [u32; 3] {
        [self.column.span(), self.size, self.ctx.pixels_per_point()].map(f32::to_bits)
    }
}
