//! What stands above the article: outlet, date, length, how much of it has been read.

use super::page::Page;
use crate::app;
use crate::model::{Article, ParagraphKind};
use crate::ui::fonts;
use egui::{Align2, Galley, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

const ABOVE: f32 = 34.0;
const BELOW: f32 = 12.0;
const SIZE: f32 = 13.0;
const LINE: f32 = 18.0;
/// Between two facts about the article.
const SPACE: f32 = 12.0;

/// What is known of an article, counted once when it is opened.
pub struct Facts {
    /// "Meduza", "7 Dec 2021", "842 words", "4 min".
    texts: Vec<String>,
    pub headline_in_text: bool,
}

impl Facts {
    pub fn of(article: &Article) -> Self {
        let words = article.word_count();
        let mut texts = vec![article.source_name().to_owned()];
        texts.extend(article.date.map(|date| date.short()));
        texts.push(if words == 1 { "1 word".to_owned() } else { format!("{words} words") });
        texts.push(format!("{} min", app::reading_minutes(article)));
        let headline_in_text = article.paragraphs.iter().any(|paragraph| paragraph.kind == ParagraphKind::Headline);
        Self { texts, headline_in_text }
    }
}

/// The header's height. The headline is in it only if the article's text has none.
pub fn height(page: &Page) -> f32 {
    ABOVE + LINE + BELOW + headline(page).map_or(0.0, |(galley, below)| galley.size().y + below)
}

/// Draws the header with its lower edge at `bottom`.
pub fn header_ui(ui: &mut Ui, page: &Page, bottom: f32, facts: &Facts, percent: usize) {
    let top = bottom - page.header + ABOVE;
    let painter = ui.painter();
    let (font, muted) = (fonts::plain(SIZE), page.tokens.muted);
    let read = format!("read {} %", percent);
    let right = page.line(&read, font.clone(), muted);
    let right_x = page.column.max - right.size().x;
    painter.galley(pos2(right_x, top), right, muted);
    let mut x = page.column.min;
    for (index, fact) in facts.texts.iter().enumerate() {
        let galley = page.line(fact, font.clone(), muted);
        let width = galley.size().x;
        if x + width > right_x - SPACE {
            break;
        }
        if index > 0 {
            painter.text(pos2(x - SPACE / 2.0, top + LINE / 2.0), Align2::CENTER_CENTER, "·", font.clone(), muted);
        }
        painter.galley(pos2(x, top), galley, muted);
        x += width + SPACE;
    }
    let area = egui::Rect::from_min_size(pos2(page.column.min, top), vec2(page.column.span(), LINE));
    let response = ui.interact(area, ui.scope_id().with("header"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}, {read}", facts.texts.join(", "))));
    if let Some((galley, _)) = headline(page) {
        let origin = pos2(page.column.min, top + LINE + BELOW);
        let area = galley.rect.translate(origin.to_vec2());
        ui.painter().galley(origin, galley, page.tokens.text);
        let response = ui.interact(area, ui.scope_id().with("headline"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &page.article.headline));
    }
}

/// The headline with the space below it, if no paragraph of the text is one.
fn headline(page: &Page) -> Option<(Arc<Galley>, f32)> {
    if page.headline_in_text || page.article.headline.is_empty() {
        return None;
    }
    let look = page.look(ParagraphKind::Headline);
    Some((page.lay_out(page.article.headline.clone(), &look, page.column.span()), look.below))
}
