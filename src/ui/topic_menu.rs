//! What can be done with one topic, as a menu.

use crate::app::{Action, Command, Commands, NewTopic, State};
use crate::model::{TopicEdit, TopicIx};
use egui::{ScrollArea, Ui};

/// The items of the menu.
pub fn topic_menu_ui(ui: &mut Ui, state: &State, ix: TopicIx, commands: &mut Commands) {
    let tree = state.library.tree();
    let topic = tree.topic(ix).id.clone();
    let mut item = |ui: &mut Ui, name: &str, help: &str, enabled: bool, command: Command| {
        if ui.add_enabled(enabled, egui::Button::new(name)).on_hover_text(help).clicked() {
            commands.push(command);
            ui.close();
        }
    };
    item(ui, "Edit topic…", Action::EditTopic.info().help, true, Command::ShowTopic(ix));
    let below = NewTopic::Empty { parent: Some(topic.clone()) };
    item(ui, "New sub-topic…", "Add a topic below this one", true, Command::NewTopic(below));
    ui.separator();
    let (place, count) = place(state, ix);
    let parent = tree.topic(ix).parent.map(|parent| tree.topic(parent).id.clone());
    let to = |position| Command::EditTopics(TopicEdit::Move { topic: topic.clone(), parent: parent.clone(), position });
    item(ui, "Move up", "Above the topic before it", place > 0, to(place.saturating_sub(1)));
    item(ui, "Move down", "Below the topic after it", place + 1 < count, to(place + 1));
    if parent.is_some() {
        let top = TopicEdit::Move { topic: topic.clone(), parent: None, position: usize::MAX };
        item(ui, "Move to the top level", "No longer below another topic", true, Command::EditTopics(top));
    }
    ui.menu_button("Move below", |ui| {
        others_ui(ui, state, ix, commands, &|other| TopicEdit::Move {
            topic: topic.clone(),
            parent: Some(other),
            position: usize::MAX,
        });
    });
    ui.menu_button("Merge into", |ui| {
        others_ui(ui, state, ix, commands, &|into| TopicEdit::Merge { from: topic.clone(), into });
    });
    split_ui(ui, state, ix, commands);
    ui.separator();
    if ui.button("Delete topic").on_hover_text(Action::DeleteTopic.info().help).clicked() {
        commands.push(Command::EditTopics(TopicEdit::Delete { topic }));
        ui.close();
    }
}

/// Which one it is among the topics beside it, and how many these are.
fn place(state: &State, ix: TopicIx) -> (usize, usize) {
    let tree = state.library.tree();
    let parent = tree.topic(ix).parent;
    let beside: Vec<TopicIx> = tree.iter().filter(|(_, topic)| topic.parent == parent).map(|(ix, _)| ix).collect();
    (beside.iter().position(|other| *other == ix).unwrap_or(0), beside.len())
}

/// All topics but this one and those below it.
fn others_ui(ui: &mut Ui, state: &State, ix: TopicIx, commands: &mut Commands, edit: &dyn Fn(String) -> TopicEdit) {
    let tree = state.library.tree();
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for (other, topic) in tree.iter().filter(|(other, _)| !tree.is_within(*other, ix)) {
            if ui.button(tree.full_name(other)).clicked() {
                commands.push(Command::EditTopics(edit(topic.id.clone())));
                ui.close();
            }
        }
    });
}

/// A rule goes into a sub-topic of its own.
fn split_ui(ui: &mut Ui, state: &State, ix: TopicIx, commands: &mut Commands) {
    let rules = &state.library.tree().topic(ix).rules;
    if rules.len() < 2 {
        return;
    }
    ui.menu_button("Split off a rule", |ui| {
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for (number, rule) in rules.iter().enumerate() {
                let words: String = rule.text.chars().take(60).collect();
                if ui.button(&words).on_hover_text("It becomes the rule of a new sub-topic").clicked() {
                    let topic = state.library.tree().topic(ix).id.clone();
                    let name: String = rule.text.chars().take(30).collect();
                    commands.push(Command::EditTopics(TopicEdit::Split { topic, rules: vec![number], name }));
                    ui.close();
                }
            }
        });
    });
}
