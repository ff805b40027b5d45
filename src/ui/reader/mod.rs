//! The reading view: one article, its highlights, the margin, the minimap.
//!
//! Only the paragraphs on the screen are laid out, so an article may be of any length. A frame goes:
//! find the place (a jump, the wheel, a key), lay out what is seen there, draw it, then use the rest of
//! the frame to measure more of what is not seen. Positions are bytes of [`Article::text`]; characters
//! exist only in [`laid`], at egui's border.

mod adder;
mod fold_line;
mod folds;
mod handles;
mod header;
mod heights;
mod keys;
mod laid;
mod margin;
mod marks;
mod menu;
mod minimap;
mod notes;
mod open;
mod outline;
mod page;
mod paint;
mod pieces;
mod pointer;
mod scroll;
mod tooltip;

use crate::app::{Commands, Reveal, State};
use crate::model::{Article, ArticleIx};
use egui::{Response, Role, Sense, Ui, WidgetInfo};
use marks::Marks;
use open::Open;
use page::Page;
use pointer::PointerMemory;
use std::sync::Arc;

/// What the reading view remembers between frames.
#[derive(Default)]
pub struct ReaderMemory {
    open: Option<Open>,
    seen_reveal: u64,
    pointer: PointerMemory,
    handles: handles::HandleMemory,
    map: minimap::MapMemory,
    glide: keys::Glide,
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
    let reveal = memory.arrive(state, ix, article);
    let ReaderMemory { open: Some(open), pointer, handles, map, glide, .. } = memory else { return };
    let page = Page::new(ui, article, view, state.settings.text_size, open.facts.headline_in_text);
    let response = page_response(ui, &page);
    if article.paragraphs.is_empty() {
        return header::header_ui(ui, &page, view.top() + page.header, &open.facts, 0);
    }
    open.fit(&page);
    open.go(ui, &page, reveal, pointer.clicked.take());
    open.scrolled(ui, &page, glide, &response);

    let place = open.place;
    let mut marks = Marks::new(state, ix, page.tokens, open.lit(ui));
    if place.paragraph == 0 {
        marks.percent_read = state.percent_read(ix);
    }
    marks.selected = handles.bounds().or(marks.selected);
    let shown = open.draw(ui, &page, &marks, commands);
    let edge = pointer::pointer_ui(ui, &page, &response, &shown, &marks, pointer, commands);
    let edge = edge + handles::handles_ui(ui, &page, &shown, &marks, handles, commands);
    notes::notes_ui(ui, state, &page, &shown, commands);
    let quiet = state.writing.is_some()
        || state.picker.is_some()
        || pointer.is_dragging()
        || !pointer::has_pointed(ui, pointer, ix, place);
    pointer::hover_ui(ui, state, &page, &response, &shown, &marks, quiet);
    pointer::copy(ui, article, marks.selected);
    menu::menu_ui(state, ix, &response, &shown, pointer, commands);
    adder::adder_ui(ui, state, &page, &shown, pointer.is_dragging(), commands);
    let mut scroll = open.scroll(&page);
    let led = minimap::minimap_ui(ui, &page, &marks, &mut scroll, place, map, state.generation);
    if led.is_some() || edge != 0.0 {
        glide.stop();
        open.place = led.unwrap_or_else(|| scroll.moved(place, edge));
        ui.ctx().request_repaint();
    }
    open.finish(ui, &page, &shown, commands);
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
                self.open = Some(Open::new(ix, article));
                self.pointer = PointerMemory::default();
                self.glide.stop();
                Some(Reveal::Reading(reading))
            }
        };
        state.view.reveal.filter(|_| asked).or(back)
    }
}

/// The page itself takes clicks and the keyboard; what stands on it comes after and lies above.
fn page_response(ui: &Ui, page: &Page) -> Response {
    let response = ui.interact(page.view, ui.scope_id().with("page"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, "Article"));
    response
}
