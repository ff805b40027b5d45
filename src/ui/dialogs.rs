//! Questions that stand before everything else, and the two lists that come as a window.

use super::theme::tokens;
use super::{article_details, changes, fonts, keeping, merging, topic_editor, tree_difference, widgets};
use crate::app::{ACTIONS, Answer, Command, Commands, Dialog, Leaving, State};
use crate::import::FORMATS;
use crate::work::Purpose;
use egui::{Button, Id, Key, Modal, RichText, ScrollArea, TextEdit, Ui, vec2};
use egui_extras::{Column, TableBuilder};

pub fn dialog_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let Some(dialog) = &state.dialog else { return };
    let frame = egui::Frame::popup(ui.style()).inner_margin(20).corner_radius(10);
    let modal = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((ui.ctx().content_rect().width() - 80.0).min(560.0));
        ui.spacing_mut().item_spacing.y = 8.0;
        match dialog {
            Dialog::Unsaved { then } => unsaved_ui(ui, then, commands),
            Dialog::TrustFolder { session, folder } => {
                heading(ui, "Open this folder?");
                words(ui, &format!("The session {} was made for the articles in", session.display()));
                path_ui(ui, &folder.display().to_string());
                words(ui, "You have not opened this folder with Readout before. Its files will be read, nothing else.");
                answers(ui, &[("Open the folder", Answer::Trust), ("Cancel", Answer::Cancel)], commands);
            }
            Dialog::FolderGone { session, folder } => {
                heading(ui, "The folder of this session is gone");
                words(ui, &format!("The session {} belongs to the articles in", session.display()));
                path_ui(ui, &folder.display().to_string());
                words(ui, "There is no such folder now. If it was moved or renamed, show where it is.");
                answers(ui, &[("Find the folder…", Answer::Locate), ("Cancel", Answer::Cancel)], commands);
            }
            Dialog::TypePath { purpose, path, no_service, problem } => {
                type_path_ui(ui, *purpose, path, *no_service, problem.as_deref(), commands);
            }
            Dialog::Details { article, form } => article_details::details_ui(ui, state, article, form, commands),
            Dialog::Paste { text, name, problem } => paste_ui(ui, text, name, problem.as_deref(), commands),
            Dialog::Topic(form) => topic_editor::topic_editor_ui(ui, state, form, commands),
            Dialog::TreeDifference { other, differences } => {
                tree_difference::tree_difference_ui(ui, other, differences, commands)
            }
            Dialog::Recover => keeping::recover_ui(ui, state, commands),
            Dialog::InUse { session, who } => keeping::in_use_ui(ui, session, who, commands),
            Dialog::ChangedElsewhere { session } => keeping::changed_elsewhere_ui(ui, session, commands),
            Dialog::LastGood { message, version, .. } => keeping::last_good_ui(ui, message, version, commands),
            Dialog::Versions { session, list } => keeping::versions_ui(ui, session, list, commands),
            Dialog::ReaderName { name } => keeping::name_ui(ui, name, commands),
            Dialog::Merge(form) => merging::merging_ui(ui, state, form, commands),
            Dialog::Changes(comparison) => changes::changes_ui(ui, comparison, commands),
            Dialog::Skipped => skipped_ui(ui, state, commands),
            Dialog::Shortcuts => shortcuts_ui(ui, commands),
        }
    });
    if modal.should_close() {
        commands.push(Command::Answer(Answer::Cancel));
    }
}

pub(super) fn heading(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).font(fonts::strong(16.0)));
}

pub(super) fn words(ui: &mut Ui, text: &str) {
    ui.label(text);
}

pub(super) fn path_ui(ui: &mut Ui, path: &str) {
    let colors = tokens(ui);
    egui::Frame::new().fill(colors.sunken).corner_radius(6).inner_margin(8).show(ui, |ui| {
        ui.label(RichText::new(path).monospace().size(12.5));
    });
}

/// Buttons for the answers, the first one the usual one: Enter takes it.
pub(super) fn answers(ui: &mut Ui, answers: &[(&str, Answer)], commands: &mut Commands) {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        for (place, (name, answer)) in answers.iter().enumerate() {
            let colors = tokens(ui);
            let button = match place {
                0 => Button::new(RichText::new(*name).color(colors.chip_on_text)).fill(colors.chip_on),
                _ => Button::new(*name),
            };
            let response = ui.add(button.min_size(vec2(0.0, 30.0)));
            let nothing_focused = ui.memory(|memory| memory.focused().is_none());
            let entered = place == 0 && nothing_focused && ui.input(|input| input.key_pressed(Key::Enter));
            if response.clicked() || entered {
                commands.push(Command::Answer(answer.clone()));
            }
        }
    });
}

fn unsaved_ui(ui: &mut Ui, then: &Leaving, commands: &mut Commands) {
    heading(ui, "Save your work first?");
    words(ui, "This session has changes that are not saved.");
    let discard = match then {
        Leaving::Quit => "Quit without saving",
        Leaving::Open(_) | Leaving::Sample => "Go on without saving",
    };
    let list = [("Save", Answer::Save), (discard, Answer::Discard), ("Cancel", Answer::Cancel)];
    answers(ui, &list, commands);
}

fn type_path_ui(
    ui: &mut Ui,
    purpose: Purpose,
    path: &str,
    no_service: bool,
    problem: Option<&str>,
    commands: &mut Commands,
) {
    let (title, go) = match purpose {
        Purpose::SaveSession => ("Save the session as", "Save"),
        Purpose::OpenSession => ("Open a session", "Open"),
        Purpose::OpenTopics => ("Open a topic tree", "Open"),
        Purpose::SaveTopics => ("Save the topic tree as", "Save"),
        Purpose::CompareTopics => ("Compare with a topic tree", "Compare"),
        Purpose::MergeSession => ("Merge another reader's session", "Merge"),
        Purpose::OpenFolder => ("Open a folder, a session or a topic tree", "Open"),
    };
    heading(ui, title);
    if no_service {
        words(
            ui,
            "This desktop shows no file dialogs (no portal and no zenity answered). Please type or paste the path.",
        );
    }
    let mut typed = path.to_owned();
    let field = TextEdit::singleline(&mut typed).id(Id::unique("path")).desired_width(f32::INFINITY);
    let response = ui.add(field.margin(egui::Margin::symmetric(10, 7))).accessible_name("Path");
    let first =
        ui.data_mut(|data| !std::mem::replace(data.get_temp_mut_or_default::<bool>(Id::unique("path-shown")), true));
    if first {
        response.request_focus();
    }
    if response.changed() {
        commands.push(Command::Answer(Answer::Typing(typed)));
    }
    if let Some(problem) = problem {
        ui.label(RichText::new(problem).color(tokens(ui).warning));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        commands.push(Command::Answer(Answer::Typed));
        response.request_focus();
    }
    answers(ui, &[(go, Answer::Typed), ("Cancel", Answer::Cancel)], commands);
}

fn paste_ui(ui: &mut Ui, text: &str, name: &str, problem: Option<&str>, commands: &mut Commands) {
    heading(ui, "Keep the pasted text as an article");
    let colors = tokens(ui);
    egui::Frame::new().fill(colors.sunken).corner_radius(6).inner_margin(10).show(ui, |ui| {
        ScrollArea::vertical().max_height(180.0).auto_shrink([false, true]).show(ui, |ui| {
            let beginning: String = text.trim().chars().take(1500).collect();
            ui.label(RichText::new(beginning).font(fonts::reading(14.0)));
        });
    });
    words(ui, "It becomes a file in the folder of the collection:");
    let mut typed = name.to_owned();
    let field = TextEdit::singleline(&mut typed).id(Id::unique("paste-name")).desired_width(f32::INFINITY);
    let response = ui.add(field.margin(egui::Margin::symmetric(10, 7))).accessible_name("File name");
    if response.changed() {
        commands.push(Command::Answer(Answer::Typing(typed)));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        commands.push(Command::Answer(Answer::Typed));
    }
    if let Some(problem) = problem {
        ui.label(RichText::new(problem).color(tokens(ui).warning));
    }
    answers(ui, &[("Keep", Answer::Typed), ("Cancel", Answer::Cancel)], commands);
}

fn skipped_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    heading(ui, "Files that could not be read");
    let failed: Vec<_> = state.library.failed().collect();
    let height = ui.ctx().content_rect().height() * 0.5;
    let table =
        TableBuilder::new(ui).striped(false).max_scroll_height(height).column(Column::initial(150.0).clip(true));
    table.column(Column::remainder().clip(true)).body(|body| {
        body.rows(24.0, failed.len(), |mut row| {
            let skipped = failed[row.index()];
            let reason = skipped.reason.to_string();
            row.col(|ui| {
                ui.label(&skipped.path).on_hover_text(&skipped.path);
            });
            row.col(|ui| {
                ui.label(RichText::new(&reason).color(tokens(ui).muted)).on_hover_text(&reason);
            });
        });
    });
    let others = state.library.skipped.len() + state.library.unread.len() - failed.len();
    if others > 0 {
        let others = super::passages_panel::plural(others, "file");
        words(ui, &format!("{others} of other kinds left alone. Readout reads {FORMATS}."));
    }
    answers(ui, &[("Close", Answer::Cancel)], commands);
}

fn shortcuts_ui(ui: &mut Ui, commands: &mut Commands) {
    heading(ui, "Keys");
    ScrollArea::vertical().max_height(ui.ctx().content_rect().height() * 0.65).show(ui, |ui| {
        for info in ACTIONS.iter().filter(|info| !info.shortcuts.is_empty()) {
            ui.horizontal(|ui| {
                ui.label(info.name);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.add_space(12.0);
                    for key in info.shortcuts.iter().rev() {
                        widgets::key_cap(ui, &key.to_string(), tokens(ui));
                    }
                });
            });
        }
        let tree = "In the topic tree: arrows move and fold, Enter selects, V shows or hides highlights";
        ui.label(RichText::new(tree).color(tokens(ui).muted));
    });
    answers(ui, &[("Close", Answer::Cancel)], commands);
}

/// Forgets that the first field had the keyboard, when no dialog is open.
pub fn closed(ui: &Ui) {
    for field in ["path-shown", "topic-shown"] {
        ui.data_mut(|data| data.insert_temp(Id::unique(field), false));
    }
}
