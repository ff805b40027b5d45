//! The heads of the table: rounds, columns with a menu of each, and the topics at the left.

use super::table::Grid;
use crate::app::{Command, Commands, CoverageBy, Doing, State};
use crate::model::{ArticleIx, TopicIx};
use crate::ui::theme::tokens;
use crate::ui::{fonts, icons, widgets};
use egui::{CursorIcon, Id, Popup, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Height of a column's head.
pub const COLUMN: f32 = 56.0;
/// Height of a round's head.
pub const GROUP: f32 = 26.0;

/// "7 Dec 2021: Putin, Biden", over the columns of the round; it stays in sight while they do.
pub fn group_heads_ui(ui: &Ui, state: &State, grid: &Grid, left: f32, area: Rect) {
    let colors = tokens(ui);
    for group in &state.coverage.groups {
        let at = |column: usize| left + grid.first + grid.column * column as f32;
        let (start, end) = (at(group.columns.start) + 3.0, at(group.columns.end) - 3.0);
        let (seen, seen_end) = (start.max(area.left() + 3.0), end.min(area.right()));
        if seen_end <= seen {
            continue;
        }
        let y = area.top() + GROUP - 4.0;
        ui.painter().hline(start..=end, y, Stroke::new(1.0, colors.line));
        let id = Id::unique(("round", group.columns.start));
        let area = Rect::from_min_max(pos2(seen, area.top()), pos2(seen_end, y));
        let response = ui.interact(area, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &group.name));
        response.on_hover_text(&group.name);
        if group.columns.len() == 1 {
            continue; // Too narrow for a name; the day stands below.
        }
        let middle = pos2(seen, area.top() + GROUP / 2.0 - 3.0);
        widgets::text(ui, middle, &group.name, fonts::strong(11.5), colors.muted, seen_end - seen);
    }
}

/// What a column is: name and day. A click opens its menu.
pub fn column_heads_ui(ui: &Ui, state: &State, rect: Rect, number: usize, commands: &mut Commands) {
    let colors = tokens(ui);
    let column = &state.coverage.columns[number];
    let response = ui.interact(rect.shrink(2.0), Id::unique(("column", number)), Sense::click());
    let name = if column.under.is_empty() { column.name.clone() } else { format!("{}, {}", column.name, column.under) };
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect.shrink(2.0), 6.0, colors.hovered);
    }
    widgets::focus_ring(ui, rect.shrink(2.0), 6, &response);
    let open = column.articles.len() == 1 && state.view.article == column.articles.first().copied();
    let font = if open { fonts::strong(12.5) } else { fonts::plain(12.5) };
    let under = widgets::line(ui, &column.under, fonts::plain(11.5), colors.muted, rect.width() - 8.0);
    let mut job = egui::text::LayoutJob::simple(column.name.clone(), font, colors.text, rect.width() - 8.0);
    (job.wrap.max_rows, job.halign) = (2, egui::Align::Center);
    let name_rows = ui.painter().layout_job(job);
    // From the bottom up, so that the days of all columns stand in one line.
    let bottom = rect.bottom() - 5.0;
    let lower = if column.under.is_empty() { 4.0 } else { under.size().y };
    let top = bottom - lower - name_rows.size().y;
    ui.painter().galley(pos2(rect.center().x, top), name_rows, colors.text);
    ui.painter().galley(pos2(rect.center().x - under.size().x / 2.0, bottom - under.size().y), under, colors.muted);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    Popup::menu(&response).show(|ui| menu_ui(ui, state, number, commands));
    if !column.help.is_empty() {
        response.on_hover_text(format!("{}\n{name}", column.help));
    }
}

fn menu_ui(ui: &mut Ui, state: &State, number: usize, commands: &mut Commands) {
    let column = &state.coverage.columns[number];
    for ix in column.articles.iter().take(12) {
        let headline = state.library.article(*ix).map_or("", |article| &article.headline);
        let galley = widgets::line(ui, &format!("Read “{headline}”"), fonts::plain(13.5), tokens(ui).text, 380.0);
        if ui.button(galley).clicked() {
            commands.push(Command::SelectArticle(*ix));
            ui.close();
        }
    }
    if let ([ix], CoverageBy::Articles) = (&column.articles[..], state.coverage.choice.by) {
        ui.separator();
        rounds_ui(ui, state, *ix, commands);
    }
}

/// Which talks the article covers, to be put right.
fn rounds_ui(ui: &mut Ui, state: &State, ix: ArticleIx, commands: &mut Commands) {
    let Some(found) = state.across.found() else { return };
    let Some(article) = state.library.article(ix) else { return };
    ui.label(egui::RichText::new("The talks that it covers").size(12.0).color(tokens(ui).muted));
    let own = found.rounds.of(ix);
    let mut set = |ui: &mut Ui, on: bool, name: &str, key: Option<String>| {
        if ui.radio(on, name).clicked() {
            commands.push(Command::Across(Doing::SetRound { article: ix, round: key }));
            ui.close();
        }
    };
    egui::ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
        for (round, number) in found.rounds.list.iter().zip(0..) {
            let on = own.is_some_and(|own| own.0 == number);
            set(ui, on, &round.name, Some(round.key.clone()));
        }
        set(ui, own.is_none(), "None of them", Some(String::new()));
        if let Some(date) =
            article.date.filter(|date| !found.rounds.list.iter().any(|round| round.key == date.to_string()))
        {
            set(ui, false, &format!("Talks of {}", date.short()), Some(date.to_string()));
        }
    });
    if state.marks.findings.rounds.iter().any(|one| one.article == article.path)
        && ui.button("As Readout found it").clicked()
    {
        commands.push(Command::Across(Doing::SetRound { article: ix, round: None }));
        ui.close();
    }
}

/// A topic at the left of its row: fold, colour, name. A click selects it.
pub fn topic_head_ui(ui: &Ui, state: &State, rect: Rect, ix: TopicIx, commands: &mut Commands) {
    let colors = tokens(ui);
    let tree = state.library.tree();
    let topic = tree.topic(ix);
    let selected = state.view.topic == Some(ix);
    let id = Id::unique(("coverage-row", ix));
    let response = ui.interact(rect.shrink2(vec2(0.0, 2.0)), id, Sense::click());
    widgets::name_choice(ui, &response, Role::RowHeader, selected, &format!("Row {}", topic.name));
    if selected || response.hovered() {
        let color = if selected { colors.raised } else { colors.hovered };
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 2.0)), 6.0, color);
    }
    widgets::focus_ring(ui, rect.shrink2(vec2(0.0, 2.0)), 6, &response);
    let middle = rect.center().y;
    let left = rect.left() + f32::from(topic.depth.saturating_sub(1)) * 12.0;
    if tree.has_children(ix) {
        let folded = state.view.folded.contains(&ix);
        let area = Rect::from_center_size(pos2(left + 8.0, middle), vec2(18.0, 24.0));
        let fold = ui.interact(area, id.with("fold"), Sense::click());
        let name = format!("{} row {}", if folded { "Unfold" } else { "Fold" }, topic.name);
        fold.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, &name));
        icons::fold(ui.painter(), area, !folded, if fold.hovered() { colors.text } else { colors.muted });
        if fold.clicked() {
            commands.push(Command::Fold { topic: ix, folded: !folded });
        }
    }
    if topic.depth == 0 {
        let square = Rect::from_center_size(pos2(left + 24.0, middle), vec2(10.0, 10.0));
        ui.painter().rect_filled(square, 2.5, colors.topic(topic.color));
    }
    let font = if topic.depth == 0 { fonts::strong(13.0) } else { fonts::plain(13.0) };
    let at = pos2(left + 36.0, middle);
    widgets::text(ui, at, &topic.name, font, colors.text, rect.right() - at.x - 8.0);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.clicked() {
        commands.push(Command::SelectTopic(if selected { None } else { Some(ix) }));
    }
    if !topic.note.is_empty() {
        response.on_hover_text(&topic.note);
    }
}
