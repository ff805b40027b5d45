//! Questions about what is kept: what a crash has left, a session that is open elsewhere, earlier versions.

use super::dialogs::{answers, heading, path_ui, words};
use super::fonts;
use super::passages_panel::plural;
use super::theme::tokens;
use crate::app::{Answer, Command, Commands, State};
use crate::store::versions::Counts;
use crate::store::{Moment, Version};
use egui::{Button, Key, Margin, RichText, ScrollArea, TextEdit, Ui};
use std::path::Path;

/// Changes that are listed; there may be thousands.
const LISTED: usize = 200;

pub fn recover_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(unsaved) = &state.unsaved else { return };
    let recovered = &unsaved.recovered;
    heading(ui, "Take up what was not saved?");
    let count = plural(recovered.edits.len(), "change");
    words(ui, &format!("Readout ended without saving. {count} made since {} are still here:", when(recovered.since)));
    let colors = tokens(ui);
    let frame = egui::Frame::new().fill(colors.sunken).corner_radius(6).inner_margin(Margin::same(8));
    frame.show(ui, |ui| {
        ScrollArea::vertical().max_height(220.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            // The latest first: they are what the reader remembers.
            for (name, _) in recovered.edits.iter().rev().take(LISTED) {
                ui.label(RichText::new(name.as_ref()).font(fonts::plain(13.0)));
            }
            if recovered.edits.len() > LISTED {
                ui.label(format!("and {} before these", recovered.edits.len() - LISTED));
            }
        });
    });
    for warning in &recovered.warnings {
        ui.label(RichText::new(format!("Note: {warning}.")).color(colors.warning));
    }
    let list = [("Take up", Answer::Recover), ("Not now", Answer::Cancel), ("Discard", Answer::Discard)];
    answers(ui, &list, commands);
    ui.label(RichText::new("“Not now” keeps them in a file beside the session.").size(12.0).color(colors.muted));
}

pub fn in_use_ui(ui: &mut Ui, session: &Path, who: &str, commands: &mut Commands) {
    heading(ui, "This session is open elsewhere");
    path_ui(ui, &session.display().to_string());
    words(ui, &format!("It is open in {who}. Only one window may write it."));
    answers(ui, &[("Read only", Answer::Cancel), ("Work on a copy", Answer::Copy)], commands);
}

pub fn changed_elsewhere_ui(ui: &mut Ui, session: &Path, commands: &mut Commands) {
    heading(ui, "Somebody else has changed this session");
    path_ui(ui, &session.display().to_string());
    words(
        ui,
        "The file is not what you opened. If you replace it, what stands there now is kept among the earlier versions.",
    );
    let list = [("Save as…", Answer::Copy), ("Replace it", Answer::Save), ("Cancel", Answer::Cancel)];
    answers(ui, &list, commands);
}

pub fn last_good_ui(ui: &mut Ui, message: &str, version: &Version, commands: &mut Commands) {
    heading(ui, "This session cannot be opened");
    words(ui, message);
    words(ui, &format!("An earlier version of {} can: {}.", when(version.time), summary(version)));
    answers(ui, &[("Open that version", Answer::Recover), ("Cancel", Answer::Cancel)], commands);
}

pub fn versions_ui(ui: &mut Ui, session: &Path, list: &[Version], commands: &mut Commands) {
    heading(ui, "Earlier versions");
    path_ui(ui, &session.display().to_string());
    if list.is_empty() {
        words(ui, "None is kept yet: each save keeps one, the last ten stay.");
    }
    ScrollArea::vertical().max_height(300.0).auto_shrink([false, true]).show(ui, |ui| {
        for (place, version) in list.iter().enumerate() {
            ui.horizontal(|ui| {
                let name = format!("{}{}", when(version.time), if place == 0 { " (as it is now)" } else { "" });
                ui.label(RichText::new(name).font(fonts::strong(13.0)));
                ui.label(RichText::new(summary(version)).color(tokens(ui).muted));
                let open = Button::new("Open");
                if place > 0 && ui.add(open).clicked() {
                    commands.push(Command::Answer(Answer::OpenVersion(version.clone())));
                }
            });
        }
    });
    answers(ui, &[("Close", Answer::Cancel)], commands);
}

/// "2021-12-07 14:05 UTC".
fn when(moment: Moment) -> String {
    let text = moment.to_string();
    text.get(..16).map_or_else(|| text.clone(), |minutes| format!("{} UTC", minutes.replace('T', " ")))
}

/// "41 passages, 3 decisions, 2 notes".
fn summary(version: &Version) -> String {
    let Some(Counts { passages, decisions, notes, stars, bookmarks, .. }) =
        version.summary.and_then(|summary| summary.counts)
    else {
        return "not a sound session".to_owned();
    };
    let kinds =
        [(passages, "passage"), (decisions, "decision"), (notes, "note"), (stars, "star"), (bookmarks, "bookmark")];
    let parts: Vec<String> =
        kinds.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| plural(*count, noun)).collect();
    if parts.is_empty() { "no marks".to_owned() } else { parts.join(", ") }
}

pub fn name_ui(ui: &mut Ui, name: &str, commands: &mut Commands) {
    heading(ui, "Your name");
    words(ui, "Your marks and notes bear it, so that sessions of several readers can be merged. It may be empty.");
    let mut typed = name.to_owned();
    let field = TextEdit::singleline(&mut typed).desired_width(f32::INFINITY).margin(Margin::symmetric(10, 7));
    let response = ui.add(field).accessible_name("Your name");
    if response.changed() {
        commands.push(Command::Answer(Answer::Typing(typed)));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        commands.push(Command::Answer(Answer::Typed));
    }
    answers(ui, &[("OK", Answer::Typed), ("Cancel", Answer::Cancel)], commands);
}
