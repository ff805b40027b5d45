//! Which passages are listed: the chips above the list, and what can be done with all of it at once.

use super::passages_panel::plural;
use super::widgets;
use crate::app::{Action, ChangedCounts, Command, Commands, Only, State, Whose};
use crate::model::Scope;
use egui::{RichText, Ui};

pub fn chips_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (scope, name) in [(Scope::AllArticles, "All articles"), (Scope::ThisArticle, "This article")] {
            if widgets::chip(ui, name, state.view.scope == scope).on_hover_text("T switches").clicked() {
                commands.push(Command::SetScope(scope));
            }
        }
        let topic = state.view.topic.is_some();
        if topic && widgets::chip(ui, "All topics", false).on_hover_text("List all topics (A)").clicked() {
            commands.push(Command::SelectTopic(None));
        }
        let more = state.suggestions.is_some();
        let help = Action::MoreLikeThese.tooltip();
        if topic && widgets::chip(ui, "More like these", more).on_hover_text(help).clicked() {
            commands.push(Command::Suggest(!more));
        }
        let chosen = OWN_WORD.iter().find(|(only, ..)| *only == state.view.only);
        if let Some((_, name, help)) = chosen
            && widgets::chip(ui, name, true).on_hover_text(*help).clicked()
        {
            commands.push(Command::ListOnly(Only::All));
        }
        across_chips_ui(ui, state, commands);
        let changed = state.changed_counts();
        let shown = state.view.changed;
        if (changed != ChangedCounts::default() || shown)
            && widgets::chip(ui, &format!("Edited {}", changed.check + changed.lost), shown)
                .on_hover_text("Marked places in articles that were edited since")
                .clicked()
        {
            commands.push(Command::ShowChanged(!shown));
        }
        let notes = state.view.notes.is_some();
        let name = format!("Notes {}", state.marks.notes.len());
        let name = if state.marks.notes.is_empty() { "Notes" } else { &name };
        if widgets::chip(ui, name, notes).on_hover_text(Action::ShowNotes.tooltip()).clicked() {
            commands.act(Action::ShowNotes);
        }
        ui.menu_button(RichText::new("List…").size(12.0), |ui| list_menu_ui(ui, state, commands));
        let (count, shown) = (state.rejected().count(), state.view.rejected);
        if (count > 0 || shown) && widgets::chip(ui, &format!("Rejected {count}"), shown).clicked() {
            commands.push(Command::ShowRejected(!shown));
        }
    });
    ui.add_space(4.0);
}

/// What only one article says, and what each side says.
fn across_chips_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let mut turn = |ui: &mut Ui, only: Only, name: &str, count: usize, help: &str| {
        let on = state.view.only == only;
        let name = if on || count == 0 { name.to_owned() } else { format!("{name} {count}") };
        if (count > 0 || on) && widgets::chip(ui, &name, on).on_hover_text(help).clicked() {
            commands.push(Command::ListOnly(if on { Only::All } else { only }));
        }
    };
    if state.view.only == Only::These {
        let name = format!("Only {}", state.view.these.1);
        turn(ui, Only::These, &name, 0, "Only the articles of the cell that you clicked");
    }
    let (alone, sides) = (state.listing.alone, &state.listing.sides);
    turn(ui, Only::Alone, "Only in one", alone, "Only what no other article on the same talks says");
    for (whose, count) in sides.iter().copied() {
        let name = state.whose_name(whose);
        let (name, help) = match whose {
            // All the rest: no news, but it must be possible to leave it again.
            Whose::Nobody if state.view.only != Only::Whose(whose) => continue,
            Whose::Nobody => (name.to_owned(), "Only what the articles tell themselves, or somebody of no side says"),
            Whose::Side(_) if name == "Others" => {
                (format!("{name} say"), "Only what this side says, in whatever article")
            }
            Whose::Side(_) => (format!("{name} says"), "Only what this side says, in whatever article"),
        };
        turn(ui, Only::Whose(whose), &name, count, help);
    }
}

/// What the list can be narrowed down to by the reader's own word.
const OWN_WORD: [(Only, &str, &str); 3] = [
    (Only::Starred, "Starred", "Only passages with a star (S)"),
    (Only::Own, "Mine", "Only passages that you marked (H)"),
    (Only::Unread, "Unread", "Only passages that were not on the screen yet"),
];

/// What is listed, and what can be done with all of it at once.
fn list_menu_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    for (only, name, help) in OWN_WORD {
        let name = match only {
            Only::Unread => format!("Only unread ({} left)", state.listing.left()),
            _ => format!("Only {}", name.to_lowercase()),
        };
        if ui.selectable_label(state.view.only == only, name).on_hover_text(help).clicked() {
            commands.push(Command::ListOnly(if state.view.only == only { Only::All } else { only }));
            ui.close();
        }
    }
    ui.separator();
    let count = plural(state.undecided().count(), "undecided passage");
    for (does, action) in [("Keep", Action::KeepAllShown), ("Reject", Action::RejectAllShown)] {
        if ui.button(format!("{does} {count}")).on_hover_text(action.info().help).clicked() {
            commands.act(action);
            ui.close();
        }
    }
}
