//! The bar at the top: the menu, what is open, back and forward, find, light and dark.

use super::theme::tokens;
use super::{fonts, icons, widgets};
use crate::app::{Action, Command, Commands, Screen, State};
use crate::model::{Date, ViewKind};
use egui::{Button, Id, Key, Margin, RichText, Role, Sense, TextEdit, Ui, vec2};

/// Room for the switch between the views.
const TABS: f32 = 260.0;
const TABS_WIDTH: f32 = 246.0;

/// What the bar remembers between frames.
#[derive(Default)]
pub struct TopBarMemory {
    /// The words in the find field.
    query: String,
    /// The request for the keyboard that was last granted.
    focus: u64,
}

pub fn top_bar_ui(ui: &mut Ui, state: &State, memory: &mut TopBarMemory, commands: &mut Commands) {
    ui.horizontal_centered(|ui| {
        menu_ui(ui, state, commands);
        ui.add_space(4.0);
        history_ui(ui, state, commands);
        ui.add_space(4.0);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let theme = Action::SwitchTheme;
            if widgets::icon_button(ui, theme.info().name, &theme.tooltip(), true, icons::theme).clicked() {
                commands.act(theme);
            }
            if state.screen == Screen::Start {
                return;
            }
            find_ui(ui, state, memory, commands);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                what_is_open(ui, state, ui.available_width() - TABS);
                tabs_ui(ui, state, commands);
            });
        });
    });
}

/// "talks-2021 · 5 articles · 7 – 31 Dec 2021", as much of it as there is room for.
fn what_is_open(ui: &mut Ui, state: &State, most: f32) {
    if most < 60.0 {
        return;
    }
    let colors = tokens(ui);
    let library = &state.library;
    let mut words = vec![library.name(), super::passages_panel::plural(library.articles.len(), "article")];
    if let Some((from, to)) = library.period() {
        words.push(Date::period(from, to));
    }
    let label = egui::Label::new(RichText::new(words.join("  ·  ")).color(colors.muted)).truncate();
    let response = ui.scope(|ui| {
        ui.set_max_width(most);
        ui.add(label)
    });
    let response = response.inner;
    if let crate::model::Source::Folder(folder) = &library.source {
        response.on_hover_text(folder.display().to_string());
    }
}

/// The views of the middle, as one switch.
fn tabs_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let colors = tokens(ui);
    let (track, _) = ui.allocate_exact_size(vec2(TABS_WIDTH, 30.0), Sense::hover());
    ui.painter().rect_filled(track, 7.0, colors.sunken);
    let builder =
        egui::UiBuilder::new().max_rect(track.shrink(2.0)).layout(egui::Layout::left_to_right(egui::Align::Center));
    ui.scope_builder(builder.accessibility_role(Role::TabList), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let tabs = [
            (ViewKind::Coverage, Action::ShowCoverage),
            (ViewKind::Read, Action::ShowRead),
            (ViewKind::Compare, Action::ShowCompare),
        ];
        for (kind, action) in tabs {
            let on = state.view.kind == kind;
            let font = if on { fonts::strong(12.5) } else { fonts::plain(12.5) };
            let color = if on { colors.text } else { colors.muted };
            let galley = widgets::line(ui, action.info().name, font, color, 120.0);
            let (rect, response) = ui.allocate_exact_size(vec2((TABS_WIDTH - 4.0) / 3.0, 26.0), Sense::click());
            widgets::name_choice(ui, &response, Role::Tab, on, action.info().name);
            if on {
                ui.painter().rect_filled(rect, 6.0, colors.raised);
            } else if response.hovered() {
                ui.painter().rect_filled(rect, 6.0, colors.hovered);
            }
            ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
            widgets::focus_ring(ui, rect, 6, &response);
            if response.on_hover_text(action.tooltip()).clicked() {
                commands.push(Command::ShowView(kind));
            }
        }
    });
}

fn menu_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let name = RichText::new("Readout").font(fonts::strong(14.5));
    let menu = egui::containers::menu::MenuButton::from_button(Button::new(name).frame_when_inactive(false));
    let (button, _) = menu.ui(ui, |ui| {
        for action in [Action::OpenFolder, Action::OpenSession, Action::TypePath, Action::OpenSample] {
            item(ui, action, commands);
        }
        recent_ui(ui, state, commands);
        item(ui, Action::ShowStart, commands);
        ui.separator();
        item(ui, Action::Save, commands);
        item(ui, Action::SaveAs, commands);
        item(ui, Action::MergeSession, commands);
        ui.separator();
        named_item(ui, Action::Undo, state.history.next_undo().as_deref(), commands);
        named_item(ui, Action::Redo, state.history.next_redo().as_deref(), commands);
        ui.separator();
        item(ui, Action::OpenTopics, commands);
        item(ui, Action::SaveTopics, commands);
        item(ui, Action::CompareTopics, commands);
        if state.marks.topics.is_some() {
            item(ui, Action::DefaultTopics, commands);
        }
        ui.separator();
        for action in [Action::ZoomIn, Action::ZoomOut, Action::ZoomReset, Action::LargerText, Action::SmallerText] {
            item(ui, action, commands);
        }
        item(ui, Action::FollowSystemTheme, commands);
        ui.separator();
        item(ui, Action::Palette, commands);
        item(ui, Action::Shortcuts, commands);
        item(ui, Action::Quit, commands);
    });
    button.on_hover_text("Menu");
}

fn item(ui: &mut Ui, action: Action, commands: &mut Commands) {
    let button = Button::new(action.info().name).shortcut_text(action.keys());
    if ui.add(button).on_hover_text(action.info().help).clicked() {
        commands.act(action);
        ui.close();
    }
}

/// "Undo add bookmark", grey when there is nothing to undo.
fn named_item(ui: &mut Ui, action: Action, what: Option<&str>, commands: &mut Commands) {
    let name = format!("{} {}", action.info().name, what.unwrap_or_default());
    let button = Button::new(name.trim_end()).shortcut_text(action.keys());
    if ui.add_enabled(what.is_some(), button).clicked() {
        commands.act(action);
        ui.close();
    }
}

fn recent_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let recent =
        [("Recent folders", &state.settings.recent_folders), ("Recent sessions", &state.settings.recent_sessions)];
    for (name, paths) in recent {
        if paths.is_empty() {
            continue;
        }
        ui.menu_button(name, |ui| {
            for path in paths {
                let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                if ui.button(file).on_hover_text(path.display().to_string()).clicked() {
                    commands.push(Command::OpenPath(path.clone()));
                    ui.close();
                }
            }
        });
    }
}

fn history_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let back = Action::Back;
    let can = state.jumps.can_go_back();
    if widgets::icon_button(ui, back.info().name, &back.tooltip(), can, icons::arrow_left).clicked() {
        commands.act(back);
    }
    let forward = Action::Forward;
    let can = state.jumps.can_go_forward();
    if widgets::icon_button(ui, forward.info().name, &forward.tooltip(), can, icons::arrow_right).clicked() {
        commands.act(forward);
    }
    ui.spacing_mut().item_spacing.x = 8.0;
}

/// The find field, with the count of hits and the way through them. Laid out from the right.
fn find_ui(ui: &mut Ui, state: &State, memory: &mut TopBarMemory, commands: &mut Commands) {
    let colors = tokens(ui);
    if state.find.query().is_empty() {
        widgets::key_cap(ui, &Action::Find.keys(), colors);
    } else {
        if widgets::icon_button(ui, "End find", "End find (Esc)", true, icons::cross).clicked() {
            commands.act(Action::CloseFind);
        }
        let next = |painter: &egui::Painter, rect, color| icons::hook(painter, rect, 1.0, color);
        if widgets::icon_button(ui, "Next hit", &Action::FindNext.tooltip(), true, next).clicked() {
            commands.act(Action::FindNext);
        }
        let previous = |painter: &egui::Painter, rect, color| icons::hook(painter, rect, -1.0, color);
        if widgets::icon_button(ui, "Previous hit", &Action::FindPrevious.tooltip(), true, previous).clicked() {
            commands.act(Action::FindPrevious);
        }
        let count = match state.find.current() {
            Some(current) => format!("{} of {}", current + 1, state.find.hits().len()),
            None => "not in this article".to_owned(),
        };
        ui.label(RichText::new(count).size(12.0).color(colors.muted));
    }
    field_ui(ui, state, memory, commands);
}

fn field_ui(ui: &mut Ui, state: &State, memory: &mut TopBarMemory, commands: &mut Commands) {
    let id = Id::unique("find");
    let focused = ui.memory(|memory| memory.has_focus(id));
    if !focused {
        state.find.query().clone_into(&mut memory.query);
    }
    let width = (ui.available_width() * 0.45).clamp(110.0, 250.0);
    let field = TextEdit::singleline(&mut memory.query).id(id).hint_text("Find in this article…");
    let response = ui.add(field.desired_width(width).margin(Margin::symmetric(10, 5)));
    let response = response.accessible_name("Find in this article");
    if response.changed() {
        commands.push(Command::FindText(memory.query.clone()));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        commands.act(if ui.input(|input| input.modifiers.shift) { Action::FindPrevious } else { Action::FindNext });
        response.request_focus();
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.act(Action::CloseFind);
    }
    if memory.focus != state.find_focus {
        memory.focus = state.find_focus;
        response.request_focus();
    }
}
