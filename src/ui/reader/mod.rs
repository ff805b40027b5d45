//! The reading view: one article, its highlights, the margin, the minimap.
//!
//! Only the paragraphs on the screen are laid out, so an article may be of any length. A frame goes:
//! find the place (a jump, the wheel, a key), lay out what is seen there, draw it, then use the rest of
//! the frame to measure more of what is not seen. Positions are bytes of [`Article::text`]; characters
//! exist only in [`laid`], at egui's border.

mod fold_line;
mod folds;
mod header;
mod heights;
mod keys;
mod laid;
mod margin;
mod marks;
mod minimap;
mod outline;
mod page;
mod paint;
mod pieces;
mod pointer;
mod scroll;
mod tooltip;

use crate::app::{Command, Commands, Reading, Reveal, State};
use crate::model::{Article, ArticleIx, ParagraphKind, Span};
use egui::{Response, Role, Sense, Ui, WidgetInfo};
use folds::{Folds, Stand};
use header::Facts;
use heights::Heights;
use laid::Laid;
use marks::Marks;
use page::{FOLD_HEIGHT, Page};
use pointer::{PointerMemory, Shown};
use scroll::{Place, Scroll};
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

/// What the reading view remembers between frames.
#[derive(Default)]
pub struct ReaderMemory {
    open: Option<Open>,
    seen_reveal: u64,
    pointer: PointerMemory,
    map: minimap::MapMemory,
    glide: keys::Glide,
}

/// The article on the page.
struct Open {
    ix: ArticleIx,
    article: Arc<Article>,
    facts: Facts,
    folds: Folds,
    heights: Heights,
    /// What the heights were measured for.
    measured_for: [u32; 3],
    place: Place,
    furthest: usize,
    reported: Option<Reading>,
    /// Lit words, and since when.
    flash: Option<(Span, f64)>,
}

/// Draws the article that is open, over all the room there is.
pub fn reader_ui(ui: &mut Ui, state: &State, memory: &mut ReaderMemory, commands: &mut Commands) {
    let view = ui.available_rect_before_wrap();
    ui.allocate_rect(view, Sense::hover());
    ui.shrink_clip_rect(view);
    let Some((ix, article)) = state.view.article.and_then(|ix| Some((ix, state.library.article(ix)?))) else {
        memory.open = None;
        return;
    };
    let mut reveal = memory.arrive(state, ix, article);
    let ReaderMemory { open: Some(open), pointer, map, glide, .. } = memory else { return };
    let page = Page::new(ui, article, view, state.settings.text_size, open.facts.headline_in_text);
    let response = page_response(ui, &page);
    if article.paragraphs.is_empty() {
        return header::header_ui(ui, &page, view.top() + page.header, &open.facts, 0);
    }
    open.fit(&page);
    if let Some(Reveal::Span(span)) = reveal
        && pointer.clicked.take() == Some(span)
    {
        open.light(ui, span);
        reveal = None;
    }
    open.go(ui, &page, reveal);
    open.scrolled(ui, &page, glide, &response);

    let marks = Marks::new(state, ix, page.tokens, open.lit(ui));
    let shown = open.draw(ui, &page, &marks);
    let edge = pointer::pointer_ui(ui, &page, &response, &shown, &marks, pointer, commands);
    pointer::hover_ui(ui, &page, &response, &shown, &marks, pointer.is_dragging());
    pointer::copy(ui, article, marks.selected);
    let mut scroll = Scroll { page: &page, heights: &mut open.heights, folds: &open.folds };
    let led = minimap::minimap_ui(ui, &page, &marks, &mut scroll, open.place, map, state.generation);
    if let Some(place) = led {
        glide.stop();
        open.place = place;
        ui.ctx().request_repaint();
    } else if edge != 0.0 {
        open.place = scroll.moved(open.place, edge);
    }
    open.finish(ui, &page, commands);
}

impl ReaderMemory {
    /// Takes up another article or another request; gives back where to go.
    fn arrive(&mut self, state: &State, ix: ArticleIx, article: &Arc<Article>) -> Option<Reveal> {
        let asked = std::mem::replace(&mut self.seen_reveal, state.view.reveal_serial) != state.view.reveal_serial;
        let known = self.open.as_mut().filter(|open| Arc::ptr_eq(&open.article, article));
        let back = match known {
            Some(open) => {
                open.ix = ix;
                None
            }
            None => {
                let reading = state.reading_of(ix);
                self.open = Some(Open::new(ix, article, reading));
                self.pointer = PointerMemory::default();
                self.glide.stop();
                Some(Reveal::Reading(reading))
            }
        };
        state.view.reveal.filter(|_| asked).or(back)
    }
}

impl Open {
    fn new(ix: ArticleIx, article: &Arc<Article>, reading: Reading) -> Self {
        Self {
            ix,
            article: Arc::clone(article),
            facts: Facts::of(article),
            folds: Folds::of(article),
            heights: Heights::default(),
            measured_for: [0; 3],
            place: Place { paragraph: 0, offset: f32::MIN },
            furthest: reading.furthest,
            reported: None,
            flash: None,
        }
    }

    fn scroll<'a>(&'a mut self, page: &'a Page) -> Scroll<'a> {
        Scroll { page, heights: &mut self.heights, folds: &self.folds }
    }

    /// Begins measuring anew if the column or the type has changed; the top line stays where it is.
    fn fit(&mut self, page: &Page) {
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

    /// Brings what was asked for on the page.
    fn go(&mut self, ui: &Ui, page: &Page, reveal: Option<Reveal>) {
        match reveal {
            Some(Reveal::Reading(reading)) => self.place = self.scroll(page).restored(reading),
            Some(Reveal::Span(span)) => {
                self.reveal(page, span);
                self.light(ui, span);
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

    fn light(&mut self, ui: &Ui, span: Span) {
        self.flash = Some((span, ui.input(|input| input.time)));
    }

    /// The lit span and how much of its light is left.
    fn lit(&mut self, ui: &Ui) -> Option<(Span, f32)> {
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
    fn scrolled(&mut self, ui: &Ui, page: &Page, glide: &mut keys::Glide, response: &Response) {
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
    fn draw<'a>(&mut self, ui: &mut Ui, page: &Page<'a>, marks: &Marks) -> Vec<Shown<'a>> {
        let place = self.place;
        let on_screen = self.scroll(page).on_screen(place);
        if place.paragraph == 0 && place.offset < 0.0 {
            header::header_ui(ui, page, page.view.top() - place.offset, &self.facts, self.furthest);
        }
        let mut shown = Vec::with_capacity(on_screen.len());
        for (index, y) in on_screen {
            self.furthest = self.furthest.max(index + 1);
            let stand = self.folds.stand(index);
            let mut y = y;
            if let (Stand::Line { open }, Some(run)) = (stand, self.folds.run(index)) {
                if fold_line::fold_line_ui(ui, page, y, &run, open) {
                    self.set_fold(page, run.start, !open);
                    ui.ctx().request_repaint();
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
    fn finish(&mut self, ui: &Ui, page: &Page, commands: &mut Commands) {
        let (place, furthest, article) = (self.place, self.furthest, self.ix);
        let reading = self.scroll(page).reading(place, furthest);
        if self.reported != Some(reading) {
            self.reported = Some(reading);
            commands.push(Command::ReadTo { article, reading });
        }
        if self.scroll(page).sweep(SWEEP) {
            ui.ctx().request_repaint();
        }
    }
}

/// The page itself takes clicks and the keyboard; what stands on it comes after and lies above.
fn page_response(ui: &Ui, page: &Page) -> Response {
    let response = ui.interact(page.view, ui.scope_id().with("page"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, "Article"));
    response
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
