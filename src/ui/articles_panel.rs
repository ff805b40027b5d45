//! The list of articles: headline, outlet, date, and a bar of what each speaks of.

use super::fonts;
use super::theme::tokens;
use super::widgets::{self, Row};
use crate::app::{Command, Commands, Missing, State};
use crate::import::FORMATS;
use crate::model::{Article, ArticleIx};
use egui::{Id, Rect, Response, Role, ScrollArea, Ui, UiBuilder, pos2, vec2};

const ROW: f32 = 60.0;

/// What the list remembers between frames.
#[derive(Default)]
pub struct ArticlesMemory {
    /// The article that was last brought into view.
    shown: Option<ArticleIx>,
}

pub fn articles_ui(ui: &mut Ui, state: &State, memory: &mut ArticlesMemory, commands: &mut Commands) {
    let library = &state.library;
    widgets::list_heading(ui, "Articles", &library.articles.len().to_string());
    if library.articles.is_empty() {
        empty_ui(ui, state);
        return;
    }
    let mut area = ScrollArea::vertical().id_salt("articles").auto_shrink(false);
    if let Some(article) = state.view.article.filter(|article| memory.shown != Some(*article)) {
        memory.shown = Some(article);
        if let Some(offset) = offset_to_show(ui, article) {
            area = area.vertical_scroll_offset(offset);
        }
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    let output = area.show_rows(ui, ROW, library.articles.len(), |ui, rows| {
        ui.scope_builder(UiBuilder::new().accessibility_role(Role::ListBox), |ui| {
            for index in rows {
                article_row(ui, state, ArticleIx::new(index), commands);
            }
        });
    });
    let seen = (output.state.clamped_offset().y, output.inner_rect.height());
    ui.data_mut(|data| data.insert_temp(offset_id(), seen));
}

fn offset_id() -> Id {
    Id::unique("articles-offset")
}

/// How far to scroll so that an article's row is on the screen; `None` if it is.
fn offset_to_show(ui: &Ui, article: ArticleIx) -> Option<f32> {
    let (offset, height) = ui.data(|data| data.get_temp::<(f32, f32)>(offset_id()))?;
    let top = article.index() as f32 * (ROW + 2.0);
    let hidden = top < offset || top + ROW > offset + height;
    hidden.then(|| (top - height / 3.0).max(0.0))
}

fn empty_ui(ui: &mut Ui, state: &State) {
    let words = match (state.jobs.is_busy(), state.library.skipped.is_empty()) {
        (true, _) => "Reading…".to_owned(),
        (false, true) => format!("This folder holds no files. Readout reads {FORMATS}."),
        (false, false) => format!("None of the files here could be read. Readout reads {FORMATS}."),
    };
    egui::Frame::new().inner_margin(8).show(ui, |ui| ui.label(egui::RichText::new(words).color(tokens(ui).muted)));
}

fn article_row(ui: &mut Ui, state: &State, ix: ArticleIx, commands: &mut Commands) {
    let Some(article) = state.library.article(ix) else { return };
    let selected = state.view.article == Some(ix);
    let row = Row { id: Id::unique(("article", ix)), role: Role::ListBoxOption, name: &article.headline, selected };
    let response = widgets::row(ui, &row, ROW);
    if response.clicked() {
        commands.push(Command::SelectArticle(ix));
    }
    let colors = tokens(ui);
    let rect = response.rect.shrink2(vec2(8.0, 0.0));
    let font = if selected { fonts::strong(13.0) } else { fonts::plain(13.0) };
    let top = rect.top();
    widgets::text(ui, pos2(rect.left(), top + 17.0), &article.headline, font, colors.text, rect.width());
    let second = pos2(rect.left(), top + 36.0);
    widgets::text(ui, second, &source_and_date(article), fonts::plain(12.0), colors.muted, rect.width());
    let bar = Rect::from_min_size(pos2(rect.left(), top + 49.0), vec2(rect.width(), 3.0));
    let missing = state.library.missing(ix);
    bar_ui(ui, state, ix, bar);
    hover(response, article, missing);
}

fn source_and_date(article: &Article) -> String {
    match article.date {
        Some(date) => format!("{} · {}", article.source_name(), date.short()),
        None => format!("{} · no date", article.source_name()),
    }
}

/// How much of the article speaks of each top-level topic.
fn bar_ui(ui: &Ui, state: &State, ix: ArticleIx, bar: Rect) {
    let colors = tokens(ui);
    ui.painter().rect_filled(bar, 1.5, colors.sunken);
    let tree = state.library.tree();
    let body = state.library.searched.get(ix.index()).copied().unwrap_or(1).max(1);
    let mut left = bar.left();
    for (topic, entry) in tree.iter().filter(|(_, topic)| topic.depth == 0) {
        let count = state.library.counts.topic(topic).by_article.get(ix.index()).copied().unwrap_or(0);
        let width = (bar.width() * count as f32 / body as f32).min(bar.right() - left);
        if width > 0.0 {
            let part = Rect::from_min_size(pos2(left, bar.top()), vec2(width, bar.height()));
            ui.painter().rect_filled(part, 0.0, colors.topic(entry.color));
            left += width;
        }
    }
}

fn hover(response: Response, article: &Article, missing: Option<Missing>) {
    let why = match missing {
        Some(Missing::NoRules) => {
            format!("\nNot searched: the topic tree has no rules for {}", article.language.name())
        }
        Some(Missing::NothingFound) => "\nSearched, no topic found".to_owned(),
        None => String::new(),
    };
    response.on_hover_ui(|ui| {
        ui.label(egui::RichText::new(&article.headline).strong());
        ui.label(format!("{}{why}", article.path));
        for warning in &article.warnings {
            ui.label(warning);
        }
    });
}
