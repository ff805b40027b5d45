//! All notes in one place: search them, filter them by kind, article and topic, go to their words.

use super::note_editor::{editor_ui, note_ui};
use super::theme::tokens;
use super::{fonts, widgets};
use crate::app::{Action, Command, Commands, NoteKind, NotesView, State};
use crate::model::{About, Note};
use egui::{Frame, Id, Label, Margin, RichText, ScrollArea, Sense, Stroke, TextEdit, Ui};

pub fn notes_ui(ui: &mut Ui, state: &State, view: &NotesView, commands: &mut Commands) {
    filters_ui(ui, state, view, commands);
    let notes = state.listed_notes();
    let is_new = |note: &&&Note| state.writing.as_ref().is_some_and(|writing| writing.id == note.id);
    ScrollArea::vertical().id_salt("notes").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        if let Some(writing) = &state.writing
            && !notes.iter().any(|note| is_new(&note))
        {
            card_ui(ui, state, &writing.about, commands, |ui, commands| editor_ui(ui, writing, commands));
        }
        if notes.is_empty() && state.writing.is_none() {
            empty_ui(ui, state);
        }
        for note in notes {
            card_ui(ui, state, &note.about, commands, |ui, commands| note_ui(ui, state, note, commands));
        }
    });
}

fn filters_ui(ui: &mut Ui, state: &State, view: &NotesView, commands: &mut Commands) {
    let mut change = |view: NotesView| commands.push(Command::ShowNotes(Some(view)));
    let mut query = view.query.clone();
    let field = TextEdit::singleline(&mut query).id(Id::unique("notes-query")).hint_text("Search notes…");
    let response = ui.add(field.desired_width(f32::INFINITY).margin(Margin::symmetric(8, 4)));
    if response.accessible_name("Search notes").changed() {
        change(NotesView { query, ..view.clone() });
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (kind, name) in NoteKind::ALL {
            if widgets::chip(ui, name, view.kind == kind).clicked() {
                change(NotesView { kind, ..view.clone() });
            }
        }
        if widgets::chip(ui, "This article", view.here).clicked() {
            change(NotesView { here: !view.here, ..view.clone() });
        }
        if state.view.topic.is_some() && widgets::chip(ui, "This topic", view.on_topic).clicked() {
            change(NotesView { on_topic: !view.on_topic, ..view.clone() });
        }
    });
    ui.horizontal_wrapped(|ui| {
        for action in [Action::NoteOnArticle, Action::NoteOnSession, Action::CopyNotes] {
            let name = action.info().name.replace("Note on", "+").replace(" as Markdown", "");
            let name = RichText::new(name).size(12.0);
            if ui.button(name).on_hover_text(action.tooltip()).clicked() {
                commands.act(action);
            }
        }
    });
    ui.add_space(6.0);
}

/// A note with what it is on above it.
fn card_ui(
    ui: &mut Ui,
    state: &State,
    about: &About,
    commands: &mut Commands,
    note: impl FnOnce(&mut Ui, &mut Commands),
) {
    let colors = tokens(ui);
    let frame = Frame::new().fill(colors.raised).stroke(Stroke::new(1.0, colors.line)).corner_radius(8);
    frame.inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 5.0;
        ui.label(RichText::new(heading(state, about)).font(fonts::strong(12.5)));
        if let About::Words { anchor, .. } = about {
            let words = anchor.exact.replace(['\n', '\r'], " ");
            let quote = RichText::new(words).font(fonts::reading(13.5)).color(colors.muted);
            let response = ui.add(Label::new(quote).wrap().selectable(false).sense(Sense::click()));
            match state.place_of_about(about) {
                Some((article, Some(span))) => {
                    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                        commands.push(Command::ShowWords { article, span });
                    }
                }
                _ => _ = ui.label(RichText::new("not in the article any more").size(12.0).color(colors.warning)),
            }
        }
        note(ui, commands);
    });
}

/// "Sanctions · Meduza", "Meduza", "Sanctions", "The session".
fn heading(state: &State, about: &About) -> String {
    let tree = state.library.tree();
    let topic = about.topic().map(|id| tree.find(id).map_or(id, |ix| &tree.topic(ix).name).to_owned());
    let article = about.article().map(|path| {
        let article = state.library.find(path).and_then(|ix| state.library.article(ix));
        let quoted = matches!(about, About::Article(_));
        match article {
            Some(article) if quoted => format!("{} · “{}”", article.source_name(), article.headline),
            Some(article) => article.source_name().to_owned(),
            None => format!("{path} (not open)"),
        }
    });
    let parts: Vec<String> = topic.into_iter().chain(article).collect();
    if parts.is_empty() { "The session".to_owned() } else { parts.join(" · ") }
}

fn empty_ui(ui: &mut Ui, state: &State) {
    let words = if state.marks.notes.is_empty() {
        "No notes yet. Select a passage or some words and press C to write one."
    } else {
        "No note fits."
    };
    ui.label(RichText::new(words).color(tokens(ui).muted));
}
