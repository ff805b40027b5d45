//! What several articles say of one topic, side by side: what says the same stands in one row.
//!
//! One scroll area holds all columns, so they scroll as one. Virtualised: a row's height is guessed until it has been on
//! the screen once. [`articles`] are the chips, [`rows`] draws a row, [`words`] the words of a card.

mod articles;
mod rows;
mod words;

use super::theme::tokens;
use super::{fonts, widgets};
use crate::app::{Command, Commands, CompareBy, Doing, State};
use crate::model::TopicIx;
use egui::{Align, Frame, Layout, Rect, RichText, Role, ScrollArea, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const MARGIN: f32 = 24.0;
/// Between two columns.
const GAP: f32 = 14.0;
/// A narrower column is no reading; the view scrolls sideways instead.
const NARROWEST: f32 = 210.0;
const HEAD: f32 = 34.0;

/// What the view remembers between frames.
#[derive(Default)]
pub struct CompareMemory {
    /// What the heights are for: revision of the rows and width of a column.
    key: (u64, u32),
    /// Where each row begins; one more entry than there are rows.
    tops: Vec<f32>,
    /// The request for a row that was last met.
    shown: u64,
}

pub fn compare_ui(ui: &mut Ui, state: &State, memory: &mut CompareMemory, commands: &mut Commands) {
    let whole = ui.max_rect();
    let inner = Rect::from_min_max(whole.min + vec2(MARGIN, 14.0), whole.max - vec2(MARGIN - 12.0, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        head_ui(ui, state, commands);
        if let Some(why) = why_empty(state) {
            ui.add_space(8.0);
            ui.label(RichText::new(why).color(tokens(ui).muted));
            return;
        }
        let legend = 30.0;
        let body =
            Rect::from_min_max(pos2(inner.left(), ui.cursor().top()), pos2(inner.right(), inner.bottom() - legend));
        ui.scope_builder(UiBuilder::new().max_rect(body), |ui| body_ui(ui, state, memory, commands));
        legend_ui(ui, state, pos2(inner.left() + 2.0, inner.bottom() - legend / 2.0));
    });
}

fn why_empty(state: &State) -> Option<&'static str> {
    let compare = &state.compare;
    Some(match () {
        () if state.library.articles.len() < 2 => "Two articles at least can be compared.",
        () if state.too_many_to_look_across() => "The collection is too large to look across all of its articles.",
        () if state.across.found().is_none() => "Comparing what the articles say…",
        () if compare.by == CompareBy::Sides && compare.columns.is_empty() => {
            "Nobody is named as saying anything on this topic."
        }
        () if compare.rows.is_empty() => {
            "Searched, nothing found on this topic in these articles. Choose a topic at the left."
        }
        () => return None,
    })
}

/// The topic, the articles as chips, and whose words stand in the columns.
fn head_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let colors = tokens(ui);
    let by = state.compare.by;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        if let Some(topic) = state.compare.topic {
            topic_ui(ui, state, topic);
        }
        if by == CompareBy::Articles {
            articles::chips_ui(ui, state, commands);
        }
        let wanted = 210.0;
        if ui.available_size_before_wrap().x < wanted {
            ui.end_row();
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (own, name, help) in [
                (CompareBy::Sides, "By who says it", "One column for each side, whichever article has its words"),
                (CompareBy::Articles, "By article", "One column for each article"),
            ] {
                if widgets::chip(ui, name, by == own).on_hover_text(help).clicked() {
                    commands.push(Command::Across(Doing::CompareBy(own)));
                }
            }
        });
    });
    ui.add_space(2.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, colors.line));
}

fn topic_ui(ui: &mut Ui, state: &State, topic: TopicIx) {
    let tree = state.library.tree();
    let colors = tokens(ui);
    let galley = widgets::line(ui, &tree.topic(topic).name, fonts::strong(15.0), colors.text, 260.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 28.0, 26.0), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, tree.full_name(topic)));
    let square = Rect::from_center_size(pos2(rect.left() + 6.0, rect.center().y), vec2(11.0, 11.0));
    ui.painter().rect_filled(square, 2.5, colors.topic(tree.topic(topic).color));
    ui.painter().galley(pos2(rect.left() + 19.0, rect.center().y - galley.size().y / 2.0), galley, colors.text);
}

fn body_ui(ui: &mut Ui, state: &State, memory: &mut CompareMemory, commands: &mut Commands) {
    let count = state.compare.columns.len().max(1) as f32;
    let room = ui.available_width() - 10.0;
    let width = ((room - GAP * (count - 1.0)) / count).max(NARROWEST).floor();
    let whole = (width + GAP) * count - GAP;
    prepare(state, memory, width);
    let mut area = ScrollArea::new([whole > room + 1.0, true]).id_salt("compare").auto_shrink(false);
    let wanted = state.compare.focus.filter(|(_, serial)| *serial != memory.shown);
    if let Some((statement, serial)) = wanted {
        memory.shown = serial;
        if let Some(row) = state.compare.rows.iter().position(|row| row.statement == Some(statement)) {
            area = area.vertical_scroll_offset(memory.tops[row]);
        }
    }
    area.show_viewport(ui, |ui, viewport| {
        ui.set_min_size(vec2(whole, HEAD + memory.tops.last().copied().unwrap_or(0.0)));
        let origin = ui.max_rect().min;
        let seen = viewport.translate(origin.to_vec2()).intersect(ui.clip_rect());
        let list = Rect::from_min_max(pos2(seen.left(), seen.top() + HEAD), seen.max);
        let builder = UiBuilder::new().max_rect(list).accessibility_role(Role::Table);
        ui.scope_builder(builder, |ui| {
            // The frames of cards at the edge stand a hair outside.
            ui.set_clip_rect(list.expand2(vec2(2.0, 0.0)).intersect(ui.clip_rect()));
            let mut row = memory.tops.partition_point(|top| *top <= viewport.top()).saturating_sub(1);
            while row < state.compare.rows.len() && memory.tops[row] < viewport.bottom() - HEAD {
                let at = pos2(origin.x, origin.y + HEAD + memory.tops[row]);
                let height = rows::row_ui(ui, state, row, at, width, whole, commands);
                let grown = height - (memory.tops[row + 1] - memory.tops[row]);
                if grown.abs() > 0.5 {
                    memory.tops[row + 1..].iter_mut().for_each(|top| *top += grown);
                    ui.ctx().request_repaint();
                }
                row += 1;
            }
        });
        let heads = Rect::from_min_max(seen.min, pos2(seen.right(), list.top()));
        ui.scope_builder(UiBuilder::new().max_rect(heads), |ui| heads_ui(ui, state, origin.x, width, heads, commands));
    });
}

/// Guesses the heights of all rows if there are others now.
fn prepare(state: &State, memory: &mut CompareMemory, width: f32) {
    let key = (state.compare.revision, width as u32);
    if memory.key == key && memory.tops.len() == state.compare.rows.len() + 1 {
        return;
    }
    memory.key = key;
    memory.tops = vec![0.0];
    let mut top = 0.0;
    for row in &state.compare.rows {
        top += rows::guess_height(row, width);
        memory.tops.push(top);
    }
}

/// The columns, always in sight: "TASS · 8 Dec 2021 · 2 passages".
fn heads_ui(ui: &Ui, state: &State, left: f32, width: f32, area: Rect, commands: &mut Commands) {
    let colors = tokens(ui);
    ui.painter().hline(area.x_range(), area.bottom() - 2.0, Stroke::new(1.0, colors.line));
    for (number, column) in state.compare.columns.iter().enumerate() {
        let at = pos2(left + (width + GAP) * number as f32 + 2.0, area.top() + HEAD / 2.0 - 2.0);
        let after = match column.article {
            Some(ix) => {
                let name = format!("Read {}", column.name);
                let id = egui::Id::unique(("compare-head", number));
                let galley = widgets::line(ui, &column.name, fonts::strong(13.0), colors.text, width * 0.55);
                let rect = Rect::from_min_size(pos2(at.x, at.y - galley.size().y / 2.0), galley.size());
                let response = ui.interact(rect.expand(3.0), id, egui::Sense::click());
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                let color = if response.hovered() { colors.accent } else { colors.text };
                ui.painter().galley_with_override_text_color(rect.min, galley, color);
                widgets::focus_ring(ui, rect.expand(3.0), 4, &response);
                let headline = state.library.article(ix).map_or("", |article| &article.headline);
                if response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(headline).clicked() {
                    commands.push(Command::SelectArticle(ix));
                }
                rect.right()
            }
            None => {
                let right = widgets::text(ui, at, &column.name, fonts::strong(13.0), colors.text, width * 0.55);
                let rect = Rect::from_min_max(at - vec2(0.0, 9.0), pos2(right, at.y + 9.0));
                let id = egui::Id::unique(("compare-head", number));
                let name = format!("{}, {}", column.name, column.under);
                let response = ui.interact(rect, id, egui::Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
                right
            }
        };
        let under = format!(" · {}", column.under);
        widgets::text(ui, pos2(after, at.y), &under, fonts::plain(12.5), colors.muted, at.x + width - after);
    }
}

/// "shared wording tinted, different wording dotted".
fn legend_ui(ui: &Ui, state: &State, left: egui::Pos2) {
    let colors = tokens(ui);
    let tint =
        state.compare.topic.map_or(colors.sunken, |topic| colors.strong_tint(state.library.tree().topic(topic).color));
    let font = || fonts::plain(12.0);
    let right = widgets::text(ui, left, "shared wording", font(), colors.muted, 200.0) + 6.0;
    let galley = widgets::line(ui, "tinted", font(), colors.text, 200.0);
    let rect = Rect::from_min_size(pos2(right, left.y - galley.size().y / 2.0), galley.size());
    ui.painter().rect_filled(rect.expand2(vec2(3.0, 1.0)), 2.0, tint);
    ui.painter().galley(rect.min, galley, colors.text);
    let next =
        widgets::text(ui, pos2(rect.right() + 16.0, left.y), "different wording", font(), colors.muted, 200.0) + 5.0;
    let end = widgets::text(ui, pos2(next, left.y), "dotted", font(), colors.text, 200.0);
    words::dots(ui, next, end, left.y + 8.0, colors.warning);
    if state.compare.more_rows > 0 {
        let more = format!("{} more rows: choose a narrower topic", state.compare.more_rows);
        widgets::text(ui, pos2(end + 24.0, left.y), &more, font(), colors.warning, 400.0);
    }
}

/// A frame of a card of the view.
fn card_frame(ui: &Ui) -> Frame {
    Frame::new().fill(tokens(ui).raised).stroke(Stroke::new(1.0, tokens(ui).line)).corner_radius(8)
}
