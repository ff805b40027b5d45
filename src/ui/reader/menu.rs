//! The menu of the page: what can be done with the words, the paragraph and the article under the pointer.

use super::pointer::{self, PointerMemory, Shown};
use crate::app::{Action, Command, Commands, State};
use crate::model::{ArticleIx, ParagraphKind};
use crate::ui::article_menu;
use egui::{Button, Response, Ui};

pub fn menu_ui(
    state: &State,
    ix: ArticleIx,
    response: &Response,
    shown: &[Shown],
    memory: &mut PointerMemory,
    commands: &mut Commands,
) {
    if response.secondary_clicked() {
        let place = response.interact_pointer_pos();
        memory.menu = place.and_then(|place| pointer::paragraph_at(shown, place));
    }
    response.context_menu(|ui| {
        let selected = state.view.selected.is_some() || state.view.passage.is_some();
        let copy = Button::new(Action::CopyPassage.info().name).shortcut_text(Action::CopyPassage.keys());
        if ui.add_enabled(selected, copy).on_hover_text(Action::CopyPassage.info().help).clicked() {
            commands.act(Action::CopyPassage);
            ui.close();
        }
        if state.view.selected.is_some() {
            let new = Action::TopicOfSelection.info();
            if ui.button(new.name).on_hover_text(new.help).clicked() {
                commands.act(Action::TopicOfSelection);
                ui.close();
            }
        }
        if let Some(paragraph) = memory.menu {
            verdict_ui(ui, state, ix, paragraph, commands);
        }
        ui.separator();
        article_menu::article_menu_ui(ui, state, ix, commands);
    });
}

fn verdict_ui(ui: &mut Ui, state: &State, ix: ArticleIx, paragraph: usize, commands: &mut Commands) {
    let found = state.library.article(ix).and_then(|article| article.paragraphs.get(paragraph));
    let Some(kind) = found.map(|paragraph| paragraph.kind) else { return };
    let clutter = kind == ParagraphKind::Clutter;
    let (name, help) = if clutter {
        ("Take this paragraph into the article", "It is no page furniture; rules are to look at it")
    } else {
        ("Leave this paragraph out", "It is what the page left behind; it is folded away and linked to no topic")
    };
    if ui.button(name).on_hover_text(help).clicked() {
        commands.push(Command::RuleOn { article: ix, paragraphs: paragraph..paragraph + 1, clutter: !clutter });
        ui.close();
    }
}
