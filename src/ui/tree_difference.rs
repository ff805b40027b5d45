//! How another topic tree differs from the one in force.

use super::dialogs::{answers, heading};
use super::theme::tokens;
use crate::analysis::{Difference, TopicChange};
use crate::app::{Answer, Commands};
use egui::{RichText, ScrollArea, Ui};
use std::path::Path;

pub fn tree_difference_ui(ui: &mut Ui, other: &Path, differences: &[Difference], commands: &mut Commands) {
    heading(ui, "How the trees differ");
    let muted = tokens(ui).muted;
    ui.label(RichText::new(format!("from the tree in force to {}", other.display())).color(muted));
    if differences.is_empty() {
        ui.label("They are the same.");
    }
    let height = ui.ctx().content_rect().height() * 0.6;
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for difference in differences {
            let (name, lines) = described(difference);
            ui.label(RichText::new(name).strong());
            for line in lines {
                ui.label(RichText::new(line).color(muted));
            }
            ui.add_space(4.0);
        }
    });
    answers(ui, &[("Close", Answer::Cancel)], commands);
}

/// What differs, and how.
fn described(difference: &Difference) -> (String, Vec<String>) {
    match difference {
        Difference::Topic { name, change, .. } => (name.clone(), change_lines(change)),
        Difference::WordSet { name, added, removed } => (format!("word set @{name}"), lines(added, removed)),
    }
}

fn change_lines(change: &TopicChange) -> Vec<String> {
    let above = |parent: &Option<String>| parent.clone().unwrap_or_else(|| "the top level".to_owned());
    match change {
        TopicChange::OnlyInFirst => vec!["is not in the other tree".to_owned()],
        TopicChange::OnlyInSecond => vec!["is only in the other tree".to_owned()],
        TopicChange::MergedInSecond { into } => vec![format!("is merged into {into} there")],
        TopicChange::MergedInFirst { into } => vec![format!("is merged into {into} here")],
        TopicChange::Renamed { from, to } => vec![format!("is called {from} here, {to} there")],
        TopicChange::Moved { from, to } => vec![format!("stands below {} here, {} there", above(from), above(to))],
        TopicChange::Recoloured { .. } => vec!["has another colour".to_owned()],
        TopicChange::NoteChanged { from, to } => vec![format!("note here: {from}"), format!("note there: {to}")],
        TopicChange::RulesChanged { added, removed } => lines(added, removed),
    }
}

fn lines(added: &[String], removed: &[String]) -> Vec<String> {
    let added = added.iter().map(|line| format!("+ {line}"));
    added.chain(removed.iter().map(|line| format!("− {line}"))).collect()
}
