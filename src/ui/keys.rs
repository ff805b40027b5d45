//! Keys and mouse buttons become actions, by the one table.

use crate::app::{ACTIONS, Action, Command, Commands, Key as AppKey, Shortcut, State};
use egui::{Event, Key, Modifiers, PointerButton, Ui};

/// Reads the keys of this frame. Keys that belong to a text field or an open question are left to it.
pub fn keys_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let typing = ui.ctx().text_edit_focused();
    if state.dialog.is_some() || state.palette.is_some() || state.picker.is_some() {
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
        for _ in 0..presses(ui, shortcut) {
            commands.act(action);
        }
    }
    if !typing {
        let pasted = ui.input(|input| {
            input.events.iter().find_map(|event| if let Event::Paste(text) = event { Some(text.clone()) } else { None })
        });
        commands.extend(pasted.map(Command::Paste));
    }
    if !typing {
        for number in 1..=9_u8 {
            let digit = Shortcut { ctrl: false, shift: false, alt: false, key: AppKey::Letter((b'0' + number).into()) };
            for _ in 0..presses(ui, &digit) {
                commands.push(Command::MarkWithNumber(number.into()));
            }
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
    if !typing && ui.input(|input| input.key_pressed(Key::Escape)) {
        if state.view.selected.is_some() {
            commands.push(Command::SelectText(None));
        } else if !state.find.query().is_empty() {
            commands.act(Action::CloseFind);
        }
    }
}

/// Keys that mean something in a text field: letters, undo, moving by word.
fn belongs_to_text(shortcut: &Shortcut) -> bool {
    let Shortcut { ctrl, alt, key, .. } = *shortcut;
    match key {
        AppKey::Letter('Z' | 'Y' | 'C') => true,
        AppKey::Left | AppKey::Right | AppKey::Up | AppKey::Down => true,
        AppKey::F(_) => false,
        _ => !ctrl && !alt,
    }
}

/// How often the shortcut was pressed since the last frame; no one else sees it then.
///
/// The modifiers are those of the key's own event: in one slow frame Ctrl may be down and up again.
fn presses(ui: &Ui, shortcut: &Shortcut) -> usize {
    let is_it = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => key_is(shortcut.key, *key) && held(shortcut, *modifiers),
        _ => false,
    };
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| !is_it(event));
        before - input.events.len()
    })
}

fn held(shortcut: &Shortcut, modifiers: Modifiers) -> bool {
    // Where `+` and `/` need Shift differs from keyboard to keyboard.
    let shift_matters = !matches!(shortcut.key, AppKey::Plus | AppKey::Slash);
    modifiers.command == shortcut.ctrl
        && modifiers.alt == shortcut.alt
        && (modifiers.shift == shortcut.shift || !shift_matters)
}

fn key_is(wanted: AppKey, key: Key) -> bool {
    match wanted {
        AppKey::Letter(letter) => Key::from_name(letter.encode_utf8(&mut [0; 4])) == Some(key),
        AppKey::Plus => matches!(key, Key::Plus | Key::Equals),
        AppKey::Minus => key == Key::Minus,
        AppKey::Zero => key == Key::Num0,
        AppKey::F(number) => Key::from_name(&format!("F{number}")) == Some(key),
        AppKey::Left => key == Key::ArrowLeft,
        AppKey::Right => key == Key::ArrowRight,
        AppKey::Up => key == Key::ArrowUp,
        AppKey::Down => key == Key::ArrowDown,
        AppKey::Slash => key == Key::Slash,
        AppKey::Delete => key == Key::Delete,
    }
}
