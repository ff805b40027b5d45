//! Keys and mouse buttons become actions, by the one table.

use crate::app::{ACTIONS, Action, Commands, Key as AppKey, Shortcut, State};
use egui::{Key, Modifiers, PointerButton, Ui};

/// Reads the keys of this frame. Keys that belong to a text field or an open question are left to it.
pub fn keys_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let typing = ui.ctx().text_edit_focused();
    if state.dialog.is_some() || state.palette.is_some() {
        return;
    }
    let mut table: Vec<(Action, &Shortcut)> =
        ACTIONS.iter().flat_map(|info| info.shortcuts.iter().map(move |key| (info.action, key))).collect();
    // Ctrl+Shift+S must be tried before Ctrl+S, which it holds.
    table.sort_by_key(|(_, key)| std::cmp::Reverse(u8::from(key.ctrl) + u8::from(key.shift) + u8::from(key.alt)));
    for (action, shortcut) in table {
        if typing && belongs_to_text(shortcut) {
            continue;
        }
        if pressed(ui, shortcut) {
            commands.act(action);
        }
    }
    ui.input(|input| {
        if input.pointer.button_pressed(PointerButton::Extra1) {
            commands.act(Action::Back);
        }
        if input.pointer.button_pressed(PointerButton::Extra2) {
            commands.act(Action::Forward);
        }
    });
    if !typing && ui.input(|input| input.key_pressed(Key::Escape)) && !state.find.query().is_empty() {
        commands.act(Action::CloseFind);
    }
}

/// Keys that mean something in a text field: letters, undo, moving by word.
fn belongs_to_text(shortcut: &Shortcut) -> bool {
    let Shortcut { ctrl, alt, key, .. } = *shortcut;
    match key {
        AppKey::Letter('Z' | 'Y' | 'C') => true,
        AppKey::Left | AppKey::Right => true,
        AppKey::F(_) => false,
        _ => !ctrl && !alt,
    }
}

fn pressed(ui: &Ui, shortcut: &Shortcut) -> bool {
    let modifiers =
        Modifiers { alt: shortcut.alt, shift: shortcut.shift, command: shortcut.ctrl, ctrl: false, mac_cmd: false };
    let keys: &[Key] = match shortcut.key {
        AppKey::Letter(letter) => &[Key::from_name(&letter.to_string()).unwrap_or(Key::Escape)],
        // On many keyboards `+` is Shift and `=`, or a key of the number pad.
        AppKey::Plus => &[Key::Plus, Key::Equals],
        AppKey::Minus => &[Key::Minus],
        AppKey::Zero => &[Key::Num0],
        AppKey::F(1) => &[Key::F1],
        AppKey::F(_) => &[Key::F3],
        AppKey::Left => &[Key::ArrowLeft],
        AppKey::Right => &[Key::ArrowRight],
        AppKey::Slash => &[Key::Slash],
    };
    let exact = !matches!(shortcut.key, AppKey::Plus | AppKey::Slash);
    ui.input_mut(|input| {
        let held = input.modifiers;
        let right =
            held.alt == modifiers.alt && held.command == modifiers.command && (!exact || held.shift == modifiers.shift);
        right && keys.iter().any(|key| input.count_and_consume_key(held, *key) > 0)
    })
}
