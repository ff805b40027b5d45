//! Which articles stand side by side: a chip for each, and a list of all that speak of the topic to add from.

use crate::app::{Command, Commands, Doing, FEW_ARTICLES, State};
use crate::model::ArticleIx;
use crate::ui::theme::tokens;
use crate::ui::widgets::{self, Row};
use crate::ui::{fonts, palette};
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Id, Key, Margin, PopupCloseBehavior, Role, ScrollArea, TextEdit, Ui, pos2, vec2};

const WIDTH: f32 = 380.0;
const ROW: f32 = 40.0;
/// Lines of the list on the screen at once.
const LINES: f32 = 8.0;

pub fn chips_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let offered = &state.compare.articles;
    // Of more only those that are shown have a chip: the rest is a list.
    let all = offered.len() <= FEW_ARTICLES;
    for (ix, shown) in offered.iter().copied().filter(|(_, shown)| all || *shown) {
        let Some(article) = state.library.article(ix) else { continue };
        let mut name = article.source_name().to_owned();
        if is_ambiguous(state, ix)
            && let Some(date) = article.date
        {
            name = format!("{name}, {}", date.short());
        }
        if widgets::chip(ui, &name, shown).on_hover_text(&article.headline).clicked() {
            commands.push(Command::Across(Doing::CompareArticle { article: ix, shown: !shown }));
        }
    }
    add_ui(ui, state, commands);
}

/// Whether another article that is offered has the same outlet.
fn is_ambiguous(state: &State, ix: ArticleIx) -> bool {
    let name = |ix| state.library.article(ix).map(|article| article.source_name());
    state.compare.articles.iter().any(|(other, _)| *other != ix && name(*other) == name(ix))
}

/// "+ article", where there are more.
fn add_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let (chips, speaking) = (state.compare.articles.len(), state.compare.speaking);
    if speaking <= chips && chips <= FEW_ARTICLES {
        return;
    }
    let words = egui::RichText::new("+ article").size(12.0).color(tokens(ui).muted);
    let button = egui::Button::new(words).frame_when_inactive(false);
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (response, inner) = MenuButton::from_button(button).config(config).ui(ui, |ui| list_ui(ui, state, commands));
    if inner.is_none() {
        ui.data_mut(|data| data.remove::<String>(filter_id()));
    }
    response.on_hover_text("Put another article beside them").accessible_name("Add an article");
}

fn filter_id() -> Id {
    Id::unique("compare-filter")
}

/// All articles that speak of the topic, those on the same talks first; type to filter.
fn list_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.set_width(WIDTH);
    let mut filter = ui.data(|data| data.get_temp::<String>(filter_id())).unwrap_or_default();
    let field = TextEdit::singleline(&mut filter).hint_text("Article, outlet or date…").desired_width(f32::INFINITY);
    let response = ui.add(field.margin(Margin::symmetric(8, 5))).accessible_name("Filter articles to add");
    response.request_focus();
    let chosen_id = Id::unique("compare-chosen");
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(chosen_id, 0_usize));
    }
    let articles = state.articles_to_add(&filter);
    ui.data_mut(|data| data.insert_temp(filter_id(), filter));
    ui.add_space(4.0);
    if articles.is_empty() {
        ui.label(egui::RichText::new("No other article that speaks of this topic").color(tokens(ui).muted));
        return;
    }
    let chosen = palette::choose(ui, chosen_id, articles.len());
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    ui.spacing_mut().item_spacing.y = 1.0;
    ScrollArea::vertical().max_height(ROW * LINES).show_rows(ui, ROW, articles.len(), |ui, shown| {
        for place in shown {
            if article_ui(ui, state, articles[place], place == chosen) || (place == chosen && enter) {
                commands.push(Command::Across(Doing::CompareArticle { article: articles[place], shown: true }));
                ui.close();
            }
        }
    });
}

/// Headline over outlet and day. Whether it was clicked.
fn article_ui(ui: &mut Ui, state: &State, ix: ArticleIx, chosen: bool) -> bool {
    let Some(article) = state.library.article(ix) else { return false };
    let name = format!("{}: {}", article.source_name(), article.headline);
    let row = Row { id: Id::unique(("compare-add", ix)), role: Role::MenuItem, name: &name, selected: chosen };
    let response = widgets::row(ui, &row, ROW);
    let colors = tokens(ui);
    let rect = response.rect.shrink2(vec2(8.0, 0.0));
    let line = |ui: &Ui, y: f32, words: &str, font, color| {
        widgets::text(ui, pos2(rect.left(), y), words, font, color, rect.width());
    };
    line(ui, rect.top() + 12.0, &article.headline, fonts::plain(13.0), colors.text);
    let date = article.date.map(|date| format!(" · {}", date.short())).unwrap_or_default();
    let count = state.passages_compared(ix);
    let passages = if count == 1 { "passage" } else { "passages" };
    let under = format!("{}{date} · {count} {passages}", article.source_name());
    line(ui, rect.top() + 29.0, &under, fonts::plain(11.5), colors.muted);
    response.clicked()
}
