//! What another reader's session would bring: counts, differences side by side, and how far both agree.

use super::dialogs::{answers, heading};
use super::theme::tokens;
use super::{fonts, widgets};
use crate::analysis::agreement::{RELIABLE, TENTATIVE, Table};
use crate::analysis::merge::{Difference, Side};
use crate::app::{Answer, Command, Commands, MergeForm, State};
use egui::{Frame, Margin, RichText, ScrollArea, Sense, Stroke, Ui};
use egui_extras::{Column, TableBuilder};

pub fn merging_ui(ui: &mut Ui, state: &State, form: &MergeForm, commands: &mut Commands) {
    let colors = tokens(ui);
    let name = form.path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    heading(ui, &format!("Merge {name}"));
    ui.label(format!("New in it: {}. Both have: {}.", form.merge.brought, form.merge.same));
    let height = ui.ctx().content_rect().height() * 0.55;
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        if !form.merge.differing.is_empty() {
            ui.add_space(4.0);
            ui.label(RichText::new("Where you differ").font(fonts::strong(13.5)));
            ui.label(RichText::new("Yours stays unless you choose theirs.").color(colors.muted));
            for (number, difference) in form.merge.differing.iter().enumerate() {
                difference_ui(ui, state, form, number, difference, commands);
            }
        }
        agreement_ui(ui, state, form);
    });
    answers(ui, &[("Merge", Answer::Filled), ("Cancel", Answer::Cancel)], commands);
}

fn difference_ui(
    ui: &mut Ui,
    state: &State,
    form: &MergeForm,
    number: usize,
    difference: &Difference,
    commands: &mut Commands,
) {
    let tree = state.library.tree();
    ui.add_space(4.0);
    ui.label(RichText::new(difference.title(tree)).font(fonts::strong(12.5)));
    let theirs_taken = form.take_theirs[number];
    ui.columns(2, |columns| {
        let sides = [(difference.ours(tree), false), (difference.theirs(tree), true)];
        for (ui, (side, theirs)) in columns.iter_mut().zip(sides) {
            if side_ui(ui, &side, theirs_taken == theirs) {
                let mut form = form.clone();
                form.take_theirs[number] = theirs;
                commands.push(Command::Answer(Answer::Merging(Box::new(form))));
            }
        }
    });
}

/// One side as a card; whether it was chosen.
fn side_ui(ui: &mut Ui, side: &Side, taken: bool) -> bool {
    let colors = tokens(ui);
    let stroke = if taken { Stroke::new(2.0, colors.accent) } else { Stroke::new(1.0, colors.line) };
    let frame = Frame::new().fill(colors.raised).stroke(stroke).corner_radius(8).inner_margin(Margin::same(8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let who = if side.who.is_empty() { "—" } else { &side.who };
        ui.label(RichText::new(who).font(fonts::strong(12.0)));
        ui.label(RichText::new(&side.text).font(fonts::plain(13.0)));
    });
    let response = shown.response.interact(Sense::click()).on_hover_cursor(egui::CursorIcon::PointingHand);
    widgets::name_choice(ui, &response, egui::Role::RadioButton, taken, &format!("{}: {}", side.who, side.text));
    response.clicked()
}

fn agreement_ui(ui: &mut Ui, state: &State, form: &MergeForm) {
    let colors = tokens(ui);
    ui.add_space(8.0);
    ui.label(RichText::new("Agreement").font(fonts::strong(13.5)));
    if form.articles_of_both == 0 {
        let words = "No article bears decisions or passages of both, so there is nothing to compare.";
        ui.label(RichText::new(words).color(colors.muted));
        return;
    }
    let sentences = form.agreement.topics.first().map_or(0, |topic| topic.table.units());
    let words = format!(
        "Over {} that both worked on, {sentences} sentences each topic. \
         Alpha from {RELIABLE:.3} is reliable, from {TENTATIVE:.3} tentative (Krippendorff 2004).",
        super::passages_panel::plural(form.articles_of_both, "article")
    );
    ui.label(RichText::new(words).color(colors.muted));
    let tree = state.library.tree();
    let used = form
        .agreement
        .topics
        .iter()
        .filter(|topic| topic.table.both + topic.table.only_ours + topic.table.only_theirs > 0);
    let rows: Vec<(String, Table)> = used
        .map(|topic| (tree.full_name(topic.topic), topic.table))
        .chain([("All top-level topics".to_owned(), form.agreement.overall)])
        .collect();
    let table = TableBuilder::new(ui).vscroll(false).column(Column::remainder().clip(true));
    let table = (0..6).fold(table, |table, _| table.column(Column::exact(62.0)));
    let header = ["Topic", "both", "only you", "only they", "agree", "kappa", "alpha"];
    table
        .header(22.0, |mut row| {
            for name in header {
                row.col(|ui| _ = ui.label(RichText::new(name).size(12.0).color(tokens(ui).muted)));
            }
        })
        .body(|body| {
            body.rows(22.0, rows.len(), |mut row| {
                let (name, table) = &rows[row.index()];
                for cell in cells(name, table) {
                    row.col(|ui| _ = ui.label(RichText::new(cell).size(12.5)));
                }
            });
        });
}

fn cells(name: &str, table: &Table) -> [String; 7] {
    let number = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |value| format!("{value:.2}"));
    let percent = table.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent:.0} %"));
    [
        name.to_owned(),
        table.both.to_string(),
        table.only_ours.to_string(),
        table.only_theirs.to_string(),
        percent,
        number(table.kappa()),
        number(table.alpha()),
    ]
}
