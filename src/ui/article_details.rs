//! The form on an article's details: what was read from the file, to be put right by hand.

use super::dialogs::{answers, heading};
use super::theme::tokens;
use crate::app::{Answer, Command, Commands, Details, State};
use crate::model::Language;
use egui::{ComboBox, Grid, Id, Key, RichText, TextEdit, Ui, vec2};

pub fn details_ui(ui: &mut Ui, state: &State, path: &str, form: &Details, commands: &mut Commands) {
    heading(ui, "Article details");
    let muted = tokens(ui).muted;
    let mut changed = form.clone();
    let label = |ui: &mut Ui, words: &str| ui.label(RichText::new(words).color(muted));
    Grid::new("details").num_columns(2).spacing(vec2(14.0, 8.0)).show(ui, |ui| {
        let fields = [
            ("Headline", &mut changed.headline, "No headline"),
            ("Outlet", &mut changed.outlet, "Not known"),
            ("Author", &mut changed.author, "Not known"),
            ("Date", &mut changed.date, "Such as 2021-12-07"),
        ];
        for (name, text, hint) in fields {
            label(ui, name);
            let field = TextEdit::singleline(text).id(Id::unique(("details", name))).hint_text(hint);
            ui.add(field.desired_width(440.0).margin(egui::Margin::symmetric(8, 5))).accessible_name(name);
            ui.end_row();
        }
        label(ui, "Language");
        let combo = ComboBox::from_id_salt("details-language").selected_text(changed.language.name());
        let shown = combo.show_ui(ui, |ui| {
            for language in Language::ALL {
                ui.selectable_value(&mut changed.language, language, language.name());
            }
        });
        shown.response.accessible_name("Language");
        ui.end_row();
        facts_ui(ui, state, path);
    });
    if let Some(problem) = changed.problem() {
        ui.label(RichText::new(problem).color(tokens(ui).warning));
    }
    if changed != *form {
        commands.push(Command::Answer(Answer::Filling(changed)));
    }
    let list = [("Save", Answer::Filled), ("As the file has it", Answer::AsRead), ("Cancel", Answer::Cancel)];
    answers(ui, &list, commands);
    // Enter in a field is meant for the form.
    if ui.memory(|memory| memory.focused().is_some()) && ui.input(|input| input.key_pressed(Key::Enter)) {
        commands.push(Command::Answer(Answer::Filled));
    }
}

/// What cannot be changed here: time, address, file.
fn facts_ui(ui: &mut Ui, state: &State, path: &str) {
    let muted = tokens(ui).muted;
    let article = state.library.find(path).and_then(|ix| state.library.article(ix));
    let time = article.and_then(|article| article.time).map(|time| time.to_string());
    let address = article.and_then(|article| article.address.clone());
    let facts = [("Time", time), ("Web address", address), ("File", Some(path.to_owned()))];
    for (name, fact) in facts.into_iter().filter_map(|(name, fact)| Some((name, fact?))) {
        ui.label(RichText::new(name).color(muted));
        ui.add(egui::Label::new(fact).wrap().selectable(true));
        ui.end_row();
    }
}
