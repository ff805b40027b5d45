//! Passages that the reader has rejected, to be looked at again and taken back.

use super::theme::tokens;
use super::{fonts, widgets};
use crate::app::{Command, Commands, State};
use crate::model::Decision;
use egui::{Frame, Id, Margin, RichText, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

pub fn rejected_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let rejected: Vec<&Decision> = state.rejected().collect();
    if rejected.is_empty() {
        ui.label(RichText::new("Nothing is rejected here.").color(tokens(ui).muted));
    }
    ScrollArea::vertical().id_salt("rejected").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for decision in rejected {
            rejected_card_ui(ui, state, decision, commands);
        }
    });
}

fn rejected_card_ui(ui: &mut Ui, state: &State, decision: &Decision, commands: &mut Commands) {
    let colors = tokens(ui);
    let place = state.place_of_decision(decision);
    let frame = Frame::new().fill(colors.raised).stroke(Stroke::new(1.0, colors.line)).corner_radius(8);
    frame.inner_margin(Margin::same(12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let quote = decision.anchor.exact.replace(['\n', '\r'], " ");
        let words = RichText::new(quote).font(fonts::reading(14.5)).color(colors.muted);
        let response = ui.add(egui::Label::new(words).wrap().sense(Sense::click()));
        if let Some((article, span)) = place
            && response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
        {
            commands.push(Command::ShowWords { article, span });
        }
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
        let tree = state.library.tree();
        let topic = tree.find(&decision.topic).map_or(decision.topic.as_str(), |ix| tree.topic(ix).name.as_str());
        let gone = if place.is_some() { "" } else { " · not in the article any more" };
        let about = format!("not {topic} · {}{gone}", decision.article);
        let end = widgets::text(ui, rect.left_center(), &about, fonts::plain(12.0), colors.muted, rect.width() - 80.0);
        let id = Id::unique(("take-back", &decision.article, decision.anchor.start, &decision.topic));
        let at = pos2(end + 12.0, rect.center().y);
        if widgets::link(ui, id, at, "take back", "take back", 12.0).0.clicked() {
            commands.push(Command::TakeBack(decision.clone()));
        }
    });
}
