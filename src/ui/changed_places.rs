//! Marked places in articles that were edited since: what became of them, and the reader's word on it.

use super::fonts;
use super::theme::tokens;
use crate::analysis::anchoring::Certainty;
use crate::app::{ChangedCounts, ChangedPlace, Command, Commands, State};
use crate::model::{Article, Span};
use egui::{Frame, Label, Margin, RichText, ScrollArea, Sense, Stroke, Ui};

/// Words of a candidate that are shown.
const SHOWN: usize = 160;

pub fn changed_places_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let colors = tokens(ui);
    let ChangedCounts { sure, check, lost } = state.changed_counts();
    let words = if sure + check + lost == 0 {
        "No marked article was edited since.".to_owned()
    } else {
        format!("Found again after edits: {sure} sure, {check} to check, {lost} lost.")
    };
    ui.label(RichText::new(words).color(colors.muted));
    if sure > 0 {
        let help = "They stand in the session as made in today's text from now on";
        let name = format!("Confirm the {sure} sure");
        if ui.button(RichText::new(name).size(12.5)).on_hover_text(help).clicked() {
            commands.push(Command::AttachAllSure);
        }
    }
    ui.add_space(4.0);
    let places = state.changed_places();
    ScrollArea::vertical().id_salt("changed-places").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for place in &places {
            place_ui(ui, state, place, commands);
        }
    });
}

fn place_ui(ui: &mut Ui, state: &State, place: &ChangedPlace, commands: &mut Commands) {
    let Some(article) = state.library.article(place.article) else { return };
    let colors = tokens(ui);
    let frame = Frame::new().fill(colors.raised).stroke(Stroke::new(1.0, colors.line)).corner_radius(8);
    frame.inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 5.0;
        ui.horizontal(|ui| {
            ui.label(RichText::new(article.source_name()).font(fonts::strong(12.5)));
            let (word, color) = match place.carried.certainty {
                Certainty::Sure => ("sure", colors.muted),
                Certainty::Check => ("to check", colors.warning),
                Certainty::Lost => ("lost", colors.warning),
            };
            ui.label(RichText::new(word).font(fonts::strong(12.5)).color(color));
        });
        let old = place.anchor.exact.replace(['\n', '\r'], " ");
        let new = place.carried.span.map(|span| span.text(&article.text).replace(['\n', '\r'], " "));
        let same = new.as_ref() == Some(&old);
        if !same {
            let old = RichText::new(&old).font(fonts::reading(13.5)).color(colors.muted);
            ui.add(Label::new(if new.is_some() { old.strikethrough() } else { old }).wrap().selectable(false));
        }
        if let (Some(new), Some(span)) = (new, place.carried.span) {
            words_ui(ui, place, &new, span, commands);
        }
        if place.carried.certainty != Certainty::Sure {
            for span in &place.carried.candidates {
                candidate_ui(ui, article, place, *span, commands);
            }
        }
        answers_ui(ui, place, commands);
    });
}

/// The words as they are now; a click brings them on the screen.
fn words_ui(ui: &mut Ui, place: &ChangedPlace, words: &str, span: Span, commands: &mut Commands) {
    let words = RichText::new(words).font(fonts::reading(13.5)).color(tokens(ui).text);
    let response = ui.add(Label::new(words).wrap().selectable(false).sense(Sense::click()));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text("Show in the article").clicked() {
        commands.push(Command::ShowWords { article: place.article, span });
    }
}

/// Another place that it may be meant to have.
fn candidate_ui(ui: &mut Ui, article: &Article, place: &ChangedPlace, span: Span, commands: &mut Commands) {
    let colors = tokens(ui);
    let words: String = span.text(&article.text).replace(['\n', '\r'], " ").chars().take(SHOWN).collect();
    ui.horizontal_wrapped(|ui| {
        if ui.button(RichText::new("Attach here").size(12.0)).clicked() {
            commands.push(Command::Attach { place: Box::new(place.clone()), span });
        }
        let words = RichText::new(words).font(fonts::reading(13.0)).color(colors.muted);
        let response = ui.add(Label::new(words).wrap().selectable(false).sense(Sense::click()));
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            commands.push(Command::ShowWords { article: place.article, span });
        }
    });
}

fn answers_ui(ui: &mut Ui, place: &ChangedPlace, commands: &mut Commands) {
    ui.horizontal_wrapped(|ui| {
        if let Some(span) = place.carried.span
            && ui.button(RichText::new("Confirm").size(12.0)).on_hover_text("It belongs here").clicked()
        {
            commands.push(Command::Attach { place: Box::new(place.clone()), span });
        }
        let help = "Attach it to the words that are selected in the article";
        if ui.button(RichText::new("Attach to selection").size(12.0)).on_hover_text(help).clicked() {
            commands.push(Command::AttachToSelection(Box::new(place.clone())));
        }
        let help = "The whole article as it was marked beside what it is now, word by word";
        if ui.button(RichText::new("What changed").size(12.0)).on_hover_text(help).clicked() {
            commands.push(Command::ShowEdits(Box::new(place.clone())));
        }
        if ui.button(RichText::new("Let go").size(12.0)).on_hover_text("Take the marks at it away").clicked() {
            commands.push(Command::LetGo(Box::new(place.clone())));
        }
    });
}
