//! The list of articles: headline, outlet, date, and a bar of what each speaks of.

use super::fonts;
use super::theme::tokens;
use super::widgets::{self, Row};
use super::{article_menu, story_rows};
use crate::app::{Command, Commands, Missing, Row as AppRow, State};
use crate::import::FORMATS;
use crate::model::{Article, ArticleIx, ArticleOrder, Date};
use egui::{
    Id, Key, Margin, Pos2, Rect, Response, Role, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

const ROW: f32 = 60.0;
const DAY: f32 = 28.0;
const MEMBER: f32 = 40.0;
/// How far copies and versions are set in.
const INDENT: f32 = 14.0;
const GAP: f32 = 2.0;
/// With fewer articles a filter field would only take their room.
const WORTH_FILTERING: usize = 12;

/// What the list remembers between frames.
#[derive(Default)]
pub struct ArticlesMemory {
    /// Where each row begins, and where the last one ends; of the list of this revision.
    tops: Vec<f32>,
    revision: u64,
    /// The article that was last brought into view.
    shown: Option<ArticleIx>,
    filter: String,
    /// The request for the keyboard that was last met.
    focus: u64,
    offset: f32,
    /// Height of the list on the screen.
    view: f32,
}

pub fn articles_ui(ui: &mut Ui, state: &State, memory: &mut ArticlesMemory, commands: &mut Commands) {
    let library = &state.library;
    heading_ui(ui, state, commands);
    if library.articles.is_empty() {
        empty_ui(ui, state);
        return;
    }
    let asked = memory.focus != state.filter_focus || ui.memory(|memory| memory.has_focus(filter_id()));
    if asked || library.articles.len() > WORTH_FILTERING || !state.view.filter.is_empty() {
        filter_ui(ui, state, memory, commands);
    }
    measure(state, memory);
    if state.article_list.shown() == 0 {
        hint_ui(ui, "No article holds all these words.");
    }
    let mut area = ScrollArea::vertical().id_salt("articles").auto_shrink(false);
    memory.view = ui.available_height();
    if let Some(article) = state.view.article.filter(|article| memory.shown != Some(*article)) {
        memory.shown = Some(article);
        if let Some(offset) = offset_to_show(state, memory, article) {
            area = area.vertical_scroll_offset(offset);
        }
    }
    let output = area.show_viewport(ui, |ui, viewport| {
        ui.set_height(memory.tops.last().copied().unwrap_or(0.0));
        ui.scope_builder(UiBuilder::new().accessibility_role(Role::ListBox), |ui| {
            rows_ui(ui, state, memory, viewport, commands);
        });
    });
    memory.offset = output.state.clamped_offset().y;
}

/// "ARTICLES 5", and how they are sorted.
fn heading_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let (all, shown) = (state.library.articles.len(), state.article_list.shown());
    let count = if all == shown { all.to_string() } else { format!("{shown} of {all}") };
    let top = ui.cursor().min;
    let right = widgets::list_heading(ui, "Articles", &count);
    let rest = Rect::from_min_max(pos2(right + 4.0, top.y), pos2(ui.max_rect().right() - 70.0, top.y + 26.0));
    let name = order_name(state.view.order).0;
    ui.scope_builder(UiBuilder::new().max_rect(rest).layout(egui::Layout::left_to_right(egui::Align::Center)), |ui| {
        let words = egui::RichText::new(format!("by {name} ↓")).size(11.5).color(tokens(ui).muted);
        let button = egui::Button::new(words).frame_when_inactive(false);
        let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
            for order in ORDERS {
                let (name, help) = order_name(order);
                let response = ui.radio(state.view.order == order, format!("By {name}"));
                if response.on_hover_text(help).clicked() {
                    commands.push(Command::SetOrder(order));
                    ui.close();
                }
            }
        });
        response.on_hover_text("How the articles are sorted").accessible_name(format!("Sorted by {name}"));
    });
}

const ORDERS: [ArticleOrder; 5] =
    [ArticleOrder::Date, ArticleOrder::Outlet, ArticleOrder::Headline, ArticleOrder::Passages, ArticleOrder::File];

fn order_name(order: ArticleOrder) -> (&'static str, &'static str) {
    match order {
        ArticleOrder::Date => ("date", "Grouped by day, the earliest first"),
        ArticleOrder::Outlet => ("outlet", "By the name of the outlet, then by date"),
        ArticleOrder::Headline => ("headline", "By the words of the headline"),
        ArticleOrder::Passages => ("passages", "Those with most passages of the selected topic first"),
        ArticleOrder::File => ("file", "As a file manager shows them"),
    }
}

fn filter_id() -> Id {
    Id::unique("filter-articles")
}

fn filter_ui(ui: &mut Ui, state: &State, memory: &mut ArticlesMemory, commands: &mut Commands) {
    let id = filter_id();
    if !ui.memory(|memory| memory.has_focus(id)) {
        state.view.filter.clone_into(&mut memory.filter);
    }
    let field = TextEdit::singleline(&mut memory.filter).id(id).hint_text("Filter articles…");
    let field = field.desired_width(f32::INFINITY).margin(Margin::symmetric(10, 5));
    let response = ui.add(field).accessible_name("Filter articles");
    if response.changed() {
        commands.push(Command::FilterArticles(memory.filter.clone()));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::FilterArticles(String::new()));
    }
    if memory.focus != state.filter_focus {
        memory.focus = state.filter_focus;
        response.request_focus();
    }
    ui.add_space(4.0);
}

/// Where the rows begin, once for each making of the list.
fn measure(state: &State, memory: &mut ArticlesMemory) {
    if memory.revision == state.article_list.revision {
        return;
    }
    memory.revision = state.article_list.revision;
    memory.tops.clear();
    memory.tops.push(0.0);
    let mut top = 0.0;
    for row in state.article_list.rows() {
        top += match row {
            AppRow::Day { .. } => DAY,
            AppRow::Article(_) => ROW + GAP,
            AppRow::Member { .. } => MEMBER + GAP,
        };
        memory.tops.push(top);
    }
}

/// How far to scroll so that an article's row is on the screen; `None` if it is, or is not in the list.
fn offset_to_show(state: &State, memory: &ArticlesMemory, article: ArticleIx) -> Option<f32> {
    let place = state.article_list.place(article)?;
    let (top, bottom) = (*memory.tops.get(place)?, *memory.tops.get(place + 1)?);
    let hidden = top < memory.offset || bottom > memory.offset + memory.view;
    hidden.then(|| (top - memory.view / 3.0).max(0.0))
}

fn empty_ui(ui: &mut Ui, state: &State) {
    let words = match (state.jobs.is_busy(), state.library.skipped.is_empty() && state.library.unread.is_empty()) {
        (true, _) => "Reading…".to_owned(),
        (false, true) => format!("This folder holds no files. Readout reads {FORMATS}."),
        (false, false) => format!("None of the files here could be read. Readout reads {FORMATS}."),
    };
    hint_ui(ui, &words);
}

fn hint_ui(ui: &mut Ui, words: &str) {
    egui::Frame::new().inner_margin(8).show(ui, |ui| ui.label(egui::RichText::new(words).color(tokens(ui).muted)));
}

fn rows_ui(ui: &mut Ui, state: &State, memory: &ArticlesMemory, viewport: Rect, commands: &mut Commands) {
    let origin = ui.max_rect().min;
    let width = ui.available_width();
    let rows = state.article_list.rows();
    let mut index = memory.tops.partition_point(|top| *top <= viewport.min.y).saturating_sub(1);
    while index < rows.len() && memory.tops[index] < viewport.max.y {
        let at = pos2(origin.x, origin.y + memory.tops[index]);
        match rows[index] {
            AppRow::Day { date, articles } => day_ui(ui, at, width, date, articles),
            AppRow::Article(article) => {
                article_row(ui, state, article, Rect::from_min_size(at, vec2(width, ROW)), commands);
            }
            AppRow::Member { lead, member } => {
                let rect = Rect::from_min_size(at + vec2(INDENT, 0.0), vec2(width - INDENT, MEMBER));
                story_rows::member_row(ui, state, lead, member, rect, commands);
            }
        }
        index += 1;
    }
}

fn day_ui(ui: &Ui, at: Pos2, width: f32, date: Option<Date>, articles: usize) {
    let colors = tokens(ui);
    let name = date.map_or_else(|| "No date".to_owned(), Date::short);
    let middle = pos2(at.x + 8.0, at.y + DAY / 2.0 + 3.0);
    let right = widgets::text(ui, middle, &name, fonts::strong(12.0), colors.text, width - 60.0);
    let after = pos2(right + 7.0, middle.y);
    widgets::text(ui, after, &articles.to_string(), fonts::plain(11.5), colors.muted, 50.0);
    let rect = Rect::from_min_size(at, vec2(width, DAY));
    let response = ui.interact(rect, ui.scope_id().with(("day", date)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
}

fn article_row(ui: &mut Ui, state: &State, ix: ArticleIx, rect: Rect, commands: &mut Commands) {
    let Some(article) = state.library.article(ix) else { return };
    let selected = state.view.article == Some(ix);
    let row = Row { id: Id::unique(("article", ix)), role: Role::ListBoxOption, name: &article.headline, selected };
    let response = widgets::row_at(ui, &row, rect);
    if response.clicked() {
        commands.push(Command::SelectArticle(ix));
    }
    let colors = tokens(ui);
    let rect = rect.shrink2(vec2(8.0, 0.0));
    let font = if selected { fonts::strong(13.0) } else { fonts::plain(13.0) };
    let top = rect.top();
    widgets::text(ui, pos2(rect.left(), top + 17.0), &article.headline, font, colors.text, rect.width());
    let second = pos2(rect.left(), top + 36.0);
    // Under the heading of a day the date need not be said again.
    let by_day = state.view.order == ArticleOrder::Date;
    let folded = state.article_list.folded(ix);
    let right = if folded > 0 {
        story_rows::story_ui(ui, state, ix, rect.right_top() + vec2(0.0, 36.0), commands)
    } else {
        read_ui(ui, state, ix, rect.right_top() + vec2(0.0, 36.0))
    };
    let room = right - rect.left() - 6.0;
    widgets::text(ui, second, &source_and_date(article, by_day), fonts::plain(12.0), colors.muted, room);
    let bar = Rect::from_min_size(pos2(rect.left(), top + 49.0), vec2(rect.width(), 3.0));
    bar_ui(ui, state, ix, bar);
    response.context_menu(|ui| article_menu::article_menu_ui(ui, state, ix, commands));
    if response.hovered() {
        hover(response, article, state.library.missing(ix));
    }
}

/// How much of the article is read, at the right. Where that begins.
fn read_ui(ui: &Ui, state: &State, ix: ArticleIx, right: Pos2) -> f32 {
    let words = match state.percent_read(ix) {
        0 => return right.x,
        100 => "read".to_owned(),
        percent => format!("{percent} %"),
    };
    widgets::text_right(ui, right, &words, fonts::plain(11.5), tokens(ui).muted)
}

/// "Meduza · 7 Dec 2021 · 18:40"; without the day where that is said above.
pub(super) fn source_and_date(article: &Article, by_day: bool) -> String {
    let mut words = article.source_name().to_owned();
    match article.date {
        _ if by_day => {}
        Some(date) => words = format!("{words} · {}", date.short()),
        None => words.push_str(" · no date"),
    }
    if let Some(time) = article.time {
        words = format!("{words} · {}", time.clock());
    }
    words
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

pub(super) fn hover(response: Response, article: &Article, missing: Option<Missing>) {
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
