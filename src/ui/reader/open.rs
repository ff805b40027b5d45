//! The article on the page: where the reader is in it, and what of it has been measured.

use super::fold_line::{self, FoldClick};
use super::folds::{Folds, Stand};
use super::header::{self, Facts};
use super::heights::Heights;
use super::keys;
use super::laid::Laid;
use super::margin;
use super::marks::Marks;
use super::page::{FOLD_HEIGHT, Page};
use super::paint;
use super::pieces;
use super::pointer::Shown;
use super::scroll::{Place, Scroll};
use crate::app::{Command, Commands, Reading, Reveal};
use crate::model::{Article, ArticleIx, ParagraphKind, Span};
use egui::{Response, Role, Sense, Ui, WidgetInfo};
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

/// Time for measuring unseen paragraphs in one frame. With drawing it stays below 2 ms.
const SWEEP: Duration = Duration::from_micros(1200);
/// Bytes of an article that is measured at once when it is opened; most are, and their map is right from the start.
const SMALL: usize = 32 * 1024;
/// Where a revealed line is put, as a share of the page's height.
const REVEAL_AT: f32 = 0.35;
/// A span in this middle part of the page is left where it is.
const IN_SIGHT: f32 = 0.8;
/// How long a revealed span is lit, in seconds.
const FLASH: f64 = 0.9;

/// The article on the page.
pub struct Open {
    pub ix: ArticleIx,
    pub article: Arc<Article>,
    pub facts: Facts,
    pub folds: Folds,
    pub heights: Heights,
    /// What the heights were measured for.
    measured_for: [u32; 3],
    pub place: Place,
    reported: Option<(Reading, Range<usize>)>,
    /// Lit words, and since when.
    flash: Option<(Span, f64)>,
}

impl Open {
    pub fn new(ix: ArticleIx, article: &Arc<Article>) -> Self {
        Self {
            ix,
            article: Arc::clone(article),
            facts: Facts::of(article),
            folds: Folds::of(article),
            heights: Heights::default(),
            measured_for: [0; 3],
            place: Place { paragraph: 0, offset: f32::MIN },
            reported: None,
            flash: None,
        }
    }

    pub fn scroll<'a>(&'a mut self, page: &'a Page) -> Scroll<'a> {
        Scroll { page, heights: &mut self.heights, folds: &self.folds }
    }

    /// Begins measuring anew if the column or the type has changed; the top line stays where it is.
    pub fn fit(&mut self, page: &Page) {
        if self.measured_for == page.measure_key() {
            return;
        }
        let Place { paragraph, offset } = self.place;
        let before = self.heights.len().checked_sub(1).map(|_| self.heights.get(paragraph).max(1.0));
        let estimates = (0..self.article.paragraphs.len()).map(|index| page.estimate(index, &self.folds));
        self.heights = Heights::estimated(estimates.collect());
        self.heights.sweep_from(paragraph);
        self.measured_for = page.measure_key();
        let mut scroll = self.scroll(page);
        let offset = match before {
            Some(before) if offset > 0.0 => offset / before * scroll.measured(paragraph),
            _ => offset,
        };
        self.place = scroll.held(Place { paragraph, offset });
        if self.article.text.len() <= SMALL {
            self.scroll(page).sweep(Duration::MAX);
        }
    }

    /// Brings what was asked for on the page. What was `clicked` is there already and is not moved.
    pub fn go(&mut self, ui: &Ui, page: &Page, reveal: Option<Reveal>, clicked: Option<Span>) {
        match reveal {
            Some(Reveal::Reading(reading)) => {
                self.place = self.scroll(page).restored(reading);
            }
            Some(Reveal::Still(span)) => self.reveal(page, span),
            Some(Reveal::Span(span)) => {
                if clicked != Some(span) {
                    self.reveal(page, span);
                }
                self.flash = Some((span, ui.input(|input| input.time)));
            }
            None => {}
        }
    }

    fn reveal(&mut self, page: &Page, span: Span) {
        let Some(paragraph) = page.article.paragraph_at(span.start as usize) else { return };
        if let Some(run) = self.folds.run(paragraph).filter(|run| !self.folds.is_open(run.start)) {
            self.set_fold(page, run.start, true);
        }
        let fold = if matches!(self.folds.stand(paragraph), Stand::Line { .. }) { FOLD_HEIGHT } else { 0.0 };
        let laid = Laid::new(page, paragraph, page.view.top() + fold);
        let rows = laid.rows(span.clip(laid.span).unwrap_or(laid.span));
        if rows.is_empty() {
            return;
        }
        let line = |row: usize| laid.row_rect(row).y_range();
        let (first, last) = (line(rows.start).min - page.view.top(), line(rows.end - 1).max - page.view.top());
        let now = self.place;
        let mut scroll = self.scroll(page);
        scroll.measured(paragraph);
        // Places of the span's first and last line below the page's upper edge, as it stands now.
        let above = scroll.y(Place { paragraph, offset: 0.0 }) - scroll.y(now);
        let unseen = f64::from(page.view.height() * (1.0 - IN_SIGHT) / 2.0);
        let bottom = f64::from(page.view.height()) - unseen;
        if above + f64::from(first) >= unseen && above + f64::from(last) <= bottom {
            return;
        }
        let start = Place { paragraph, offset: 0.0 };
        self.place = scroll.moved(start, first - page.view.height() * REVEAL_AT);
    }

    /// The lit span and how much of its light is left.
    pub fn lit(&mut self, ui: &Ui) -> Option<(Span, f32)> {
        let (span, since) = self.flash?;
        let passed = ui.input(|input| input.time) - since;
        if passed >= FLASH {
            self.flash = None;
            return None;
        }
        if ui.style().animation_time > 0.0 {
            ui.ctx().request_repaint();
        } else {
            // Without animations it goes out at once when the time is over.
            ui.ctx().request_repaint_after(Duration::from_secs_f64(FLASH - passed));
        }
        Some((span, (1.0 - passed / FLASH) as f32))
    }

    /// Follows the wheel and the keys.
    pub fn scrolled(&mut self, ui: &Ui, page: &Page, glide: &mut keys::Glide, response: &Response) {
        let wheel =
            if ui.rect_contains_pointer(page.view) { ui.input(|input| input.smooth_scroll_delta().y) } else { 0.0 };
        if wheel != 0.0 {
            glide.stop();
        }
        let place = self.place;
        let mut scroll = self.scroll(page);
        let place = match keys::pressed(ui, response, page.view.height()) {
            Some(keys::Move::Start) => Place { paragraph: 0, offset: -page.header },
            Some(keys::Move::End) => scroll.end(),
            Some(keys::Move::By(distance)) => {
                glide.push(distance);
                place
            }
            None => place,
        };
        let distance = glide.step(ui) - wheel;
        self.place = if distance == 0.0 { scroll.held(place) } else { scroll.moved(place, distance) };
    }

    /// Draws everything in the column and its margin; gives back the paragraphs for the pointer.
    pub fn draw<'a>(&mut self, ui: &mut Ui, page: &Page<'a>, marks: &Marks, commands: &mut Commands) -> Vec<Shown<'a>> {
        let place = self.place;
        let on_screen = self.scroll(page).on_screen(place);
        if place.paragraph == 0 && place.offset < 0.0 {
            header::header_ui(ui, page, page.view.top() - place.offset, &self.facts, marks.percent_read);
        }
        let mut shown = Vec::with_capacity(on_screen.len());
        for (index, y) in on_screen {
            let stand = self.folds.stand(index);
            let mut y = y;
            if let (Stand::Line { open }, Some(run)) = (stand, self.folds.run(index)) {
                match fold_line::fold_line_ui(ui, page, y, &run, open) {
                    Some(FoldClick::Fold) => {
                        self.set_fold(page, run.start, !open);
                        ui.ctx().request_repaint();
                    }
                    Some(FoldClick::TakeIn) => {
                        commands.push(Command::RuleOn { article: self.ix, paragraphs: run, clutter: false });
                    }
                    None => {}
                }
                y += FOLD_HEIGHT;
            }
            if stand == (Stand::Line { open: false }) {
                continue;
            }
            let laid = Laid::new(page, index, y);
            let pieces = pieces::cut(marks.passages, pieces::within(marks.passages, laid.span), &marks.visible);
            node(ui, &laid);
            paint::paragraph(ui.painter(), page, &laid, &pieces, marks);
            margin::margin_ui(ui, page, &laid, &pieces, marks);
            shown.push(Shown { laid, pieces });
        }
        shown
    }

    fn set_fold(&mut self, page: &Page, first: usize, open: bool) {
        self.folds.set_open(first, open);
        for index in self.folds.run(first).unwrap_or_default() {
            self.heights.estimate(index, page.estimate(index, &self.folds));
        }
    }

    /// Measures some more, and tells how far the reader is.
    pub fn finish(&mut self, ui: &Ui, page: &Page, shown: &[Shown], commands: &mut Commands) {
        let (place, article) = (self.place, self.ix);
        let reading = self.scroll(page).reading(place);
        let first = shown.first().map_or(0, |shown| shown.laid.index);
        let shown = first..shown.last().map_or(first, |shown| shown.laid.index + 1);
        if self.reported != Some((reading, shown.clone())) {
            self.reported = Some((reading, shown.clone()));
            commands.push(Command::ReadTo { article, reading, shown });
        }
        if self.scroll(page).sweep(SWEEP) {
            ui.ctx().request_repaint();
        }
    }
}

/// A paragraph's place in the accessibility tree.
fn node(ui: &Ui, laid: &Laid) {
    let role = match laid.kind {
        ParagraphKind::Headline | ParagraphKind::Heading => Role::Heading,
        _ => Role::Paragraph,
    };
    let response = ui.interact(laid.rect(), ui.scope_id().with(("paragraph", laid.index)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, laid.text));
}
