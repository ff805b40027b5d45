//! Who covers what: topics by articles, outlets, sides or days; below, what most say and what one says alone.
//!
//! The state has the table; here it is drawn, and only what is on the screen of it. [`table`] is the table, [`cell`]
//! one of its cells and why it is empty, [`lists`] the cards below.

mod cell;
mod heads;
mod lists;
mod table;

use super::theme::tokens;
use super::{fonts, widgets};
use crate::app::{Action, Cell, ColumnOrder, Command, Commands, CoverageBy, Doing, State};
use crate::model::TopicIx;
use egui::{Rect, RichText, Ui, UiBuilder, pos2, vec2};

/// Room at the left and right of everything.
const MARGIN: f32 = 28.0;
/// The cards below are not squeezed further than this; they can be scrolled.
const LEAST_CARDS: f32 = 190.0;
/// From this width on the cards stand beside the table.
const CARDS_BESIDE: f32 = 400.0;

pub fn coverage_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let whole = ui.max_rect();
    let inner = Rect::from_min_max(whole.min + vec2(MARGIN, 16.0), whole.max - vec2(MARGIN - 12.0, 8.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        head_ui(ui, state, commands);
        if state.library.articles.is_empty() {
            ui.label(RichText::new("The table comes when articles are open.").color(tokens(ui).muted));
            return;
        }
        let below = Rect::from_min_max(pos2(inner.left(), ui.cursor().top() + 4.0), inner.max);
        if state.coverage.columns.is_empty() {
            let why = if state.too_many_to_look_across() {
                "The collection is too large to find out who says what."
            } else {
                "Finding out who says what…"
            };
            ui.label(RichText::new(why).color(tokens(ui).muted));
            return;
        }
        let rows = rows(state);
        let needed = table::needed(state, rows.len(), below.width());
        let beside = below.width() - needed.x - 24.0;
        let (table, cards) = if beside >= CARDS_BESIDE && needed.y + LEAST_CARDS > below.height() {
            below.split_left_right_at_x(below.left() + needed.x + 12.0)
        } else {
            let height = needed.y.min((below.height() - LEAST_CARDS).max(below.height() * 0.45));
            below.split_top_bottom_at_y(below.top() + height)
        };
        let table = Rect::from_min_size(table.min, vec2(table.width().min(needed.x), table.height()));
        ui.scope_builder(UiBuilder::new().max_rect(table), |ui| table::table_ui(ui, state, &rows, commands));
        let top =
            if cards.left() > table.right() { cards.min } else { cards.min + vec2(0.0, legend_ui(ui, state, cards)) };
        let cards = Rect::from_min_max(top, cards.max);
        ui.scope_builder(UiBuilder::new().max_rect(cards), |ui| lists::lists_ui(ui, state, commands));
    });
}

/// The topics that are not folded away.
fn rows(state: &State) -> Vec<TopicIx> {
    super::topics_panel::visible(state)
}

fn head_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let colors = tokens(ui);
    ui.label(RichText::new("Who covers what").font(fonts::strong(17.0)));
    let by = state.coverage.choice.by;
    let of = match by {
        CoverageBy::Articles => "article",
        CoverageBy::Outlets => "outlet",
        CoverageBy::Sides => "side that says them",
        CoverageBy::Days => "day",
    };
    let words = format!("Passages per topic and {of}. Click a cell to read them; a dot is searched and not found.");
    ui.add(egui::Label::new(RichText::new(words).color(colors.muted)).truncate());
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (own, name, help) in [
            (CoverageBy::Articles, "Articles", "One column for each article"),
            (CoverageBy::Outlets, "Outlets", "One column for each outlet"),
            (CoverageBy::Sides, "Sides", "Who says it: one column for each side"),
            (CoverageBy::Days, "Days", "One column for each day of publication"),
        ] {
            if widgets::chip(ui, name, by == own).on_hover_text(help).clicked() {
                commands.push(Command::Across(Doing::CoverageBy(own)));
            }
        }
        if by != CoverageBy::Sides {
            ui.add_space(14.0);
            order_ui(ui, state, commands);
            empty_columns_ui(ui, state, commands);
        }
        if let Some(topic) = state.view.topic {
            ui.add_space(14.0);
            let name = format!("Only {}", state.library.tree().topic(topic).name);
            let chip =
                widgets::chip(ui, &name, true).on_hover_text("The lists below are of this topic. Click for all (A)");
            if chip.clicked() {
                commands.act(Action::ClearTopic);
            }
        }
    });
    ui.add_space(4.0);
}

fn order_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let orders = [
        (ColumnOrder::Date, "date", "From early to late"),
        (ColumnOrder::Outlet, "outlet", "By the name of the outlet"),
        (ColumnOrder::Weight, "weight", "Those with most passages first; of the selected topic, if there is one"),
    ];
    let now = orders.iter().find(|(order, ..)| *order == state.coverage.choice.order).map_or("", |(_, name, _)| name);
    let words = RichText::new(format!("by {now} ↓")).size(12.0).color(tokens(ui).muted);
    let button = egui::Button::new(words).frame_when_inactive(false);
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        for (order, name, help) in orders {
            let on = state.coverage.choice.order == order;
            if ui.radio(on, format!("By {name}")).on_hover_text(help).clicked() {
                commands.push(Command::Across(Doing::OrderColumns(order)));
                ui.close();
            }
        }
    });
    response.on_hover_text("How the columns are sorted").accessible_name(format!("Columns sorted by {now}"));
}

/// "362 with nothing found": the columns that are left out, to be taken in.
fn empty_columns_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let (hidden, shown) = (state.coverage.hidden, state.coverage.choice.with_empty);
    if hidden == 0 && !shown {
        return;
    }
    let name = if shown { "with nothing found".to_owned() } else { format!("{hidden} with nothing found") };
    let help = if shown { "Leave them out again" } else { "Left out: no topic was found there. Click to show them" };
    if widgets::chip(ui, &name, shown).on_hover_text(help).clicked() {
        commands.push(Command::Across(Doing::ShowEmptyColumns(!shown)));
    }
}

/// What the signs of empty cells mean, of those that are there. Its height.
fn legend_ui(ui: &Ui, state: &State, below: Rect) -> f32 {
    let signs = [
        (Cell::Nothing, "searched, not found"),
        (Cell::LeftOut, "leaves it out, you said"),
        (Cell::NotOfItsRound, "not spoken of in its round"),
        (Cell::NotSearched, "not searched: no rules for the language"),
    ];
    let colors = tokens(ui);
    let middle = below.top() + 11.0;
    let mut left = below.left() + 2.0;
    for (sign, words) in signs.into_iter().filter(|(sign, _)| state.coverage.has(*sign)) {
        let rect = Rect::from_center_size(pos2(left + 6.0, middle), vec2(12.0, 12.0));
        cell::sign(ui, rect, sign);
        let right =
            widgets::text(ui, pos2(left + 17.0, middle), words, fonts::plain(11.5), colors.muted, below.right() - left);
        left = right + 18.0;
    }
    26.0
}
