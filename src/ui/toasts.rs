//! Messages at the foot of the window. What went well goes away by itself; a problem stays until it is closed.

use super::theme::tokens;
use super::{icons, widgets};
use crate::app::{Command, Commands, Notice, NoticeKind, State};
use egui::{Align2, Area, Frame, Id, Margin, Order, Role, Stroke, Ui, UiBuilder, vec2};
use std::collections::BTreeMap;

/// Seconds that a good message stays.
const STAY: f64 = 4.0;

/// What the messages remember between frames.
#[derive(Default)]
pub struct ToastsMemory {
    /// When each was first on the screen, in seconds since the start.
    since: BTreeMap<u64, f64>,
}

pub fn toasts_ui(ui: &Ui, state: &State, memory: &mut ToastsMemory, commands: &mut Commands) {
    let now = ui.input(|input| input.time);
    memory.since.retain(|id, _| state.notices.iter().any(|notice| notice.id == *id));
    if state.notices.iter().next().is_none() {
        return;
    }
    let area = Area::new(Id::unique("toasts")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, vec2(0.0, -44.0));
    area.show(ui.ctx(), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for notice in state.notices.iter() {
            let since = *memory.since.entry(notice.id).or_insert(now);
            if notice.kind == NoticeKind::Done {
                let left = STAY - (now - since);
                if left <= 0.0 {
                    commands.push(Command::Dismiss(notice.id));
                    continue;
                }
                ui.ctx().request_repaint_after_secs(left as f32);
            }
            toast_ui(ui, notice, commands);
        }
    });
}

fn toast_ui(ui: &mut Ui, notice: &Notice, commands: &mut Commands) {
    let colors = tokens(ui);
    let line = if notice.kind == NoticeKind::Problem { colors.warning } else { colors.line };
    let frame = Frame::new()
        .fill(colors.raised)
        .stroke(Stroke::new(1.2, line))
        .corner_radius(8)
        .inner_margin(Margin::symmetric(14, 9))
        .shadow(ui.visuals().popup_shadow);
    frame.show(ui, |ui| {
        ui.scope_builder(UiBuilder::new().id_salt(notice.id).accessibility_role(Role::Alert), |ui| {
            ui.horizontal(|ui| {
                let room = (ui.ctx().content_rect().width() * 0.6).min(620.0);
                ui.scope(|ui| {
                    ui.set_max_width(room);
                    ui.add(egui::Label::new(&notice.text).wrap().selectable(notice.kind == NoticeKind::Problem));
                });
                if notice.kind == NoticeKind::Problem
                    && widgets::icon_button(ui, "Close message", "Close", true, icons::cross).clicked()
                {
                    commands.push(Command::Dismiss(notice.id));
                }
            });
        });
    });
}
