//! Marking and writing at the window, with mouse and keyboard.

#[path = "support/cpu_renderer.rs"]
mod cpu_renderer;
#[path = "support/screen.rs"]
mod screen;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::app::{Action, Command, Dialog};
use readout::model::{Origin, Session, Span};
use screen::{Screen, screen, settle};
use std::path::Path;

const LARGE: [f32; 2] = [1440.0, 900.0];

fn sample() -> Screen {
    screen(LARGE, false, vec![Command::Do(Action::OpenSample)], None)
}

fn press(screen: &mut Screen, modifiers: Modifiers, key: Key) {
    screen.key_press_modifiers(modifiers, key);
    screen.run_steps(4);
    settle(screen);
}

/// The upper left corner of a paragraph that begins with these words.
fn paragraph(screen: &Screen, words: &str) -> Pos2 {
    let paragraphs = screen.get_all_by_role(Role::Paragraph);
    let mut found = paragraphs
        .into_iter()
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(words)));
    found.next().unwrap_or_else(|| panic!("no paragraph {words:?}")).rect().left_top()
}

fn drag(screen: &mut Screen, from: Pos2, to: Pos2) {
    screen.hover_at(from);
    screen.drag_at(from);
    screen.run_steps(2);
    screen.hover_at(from.lerp(to, 0.5));
    screen.run_steps(2);
    screen.hover_at(to);
    screen.run_steps(2);
    screen.drop_at(to);
    screen.run_steps(3);
}

/// The words of the reader's own passages in the article on the screen.
fn own(screen: &mut Screen) -> Vec<String> {
    let state = &screen.state_mut().window().state;
    let ix = state.view.article.unwrap();
    let article = state.library.article(ix).unwrap();
    let own = state.library.passages(ix).iter().filter(|passage| matches!(passage.origin, Origin::Reader(_)));
    own.map(|passage| passage.span.text(&article.text).replace('\n', " ")).collect()
}

#[test]
fn dragged_words_are_marked_with_h_noted_in_their_card_and_all_of_it_is_undone() {
    let mut screen = sample();
    screen.get_by_label("Sanctions").click();
    screen.run_steps(4);
    let first = paragraph(&screen, "Both capitals");
    drag(&mut screen, first + vec2(60.0, 12.0), first + vec2(330.0, 12.0));
    screen.get_by_label_contains("Topic…");
    press(&mut screen, Modifiers::NONE, Key::H);
    let marked = own(&mut screen);
    assert_eq!(marked.len(), 1);
    assert!(marked[0].starts_with("capitals said that Ukraine"), "{marked:?}");
    press(&mut screen, Modifiers::NONE, Key::C);
    assert!(screen.get_by_label("Note").is_focused(), "it is written in the card");
    screen.get_by_label("Note").type_text("Who says so? 1 source");
    screen.run_steps(3);
    assert_eq!(own(&mut screen).len(), 1, "letters and digits of a note are no commands");
    press(&mut screen, Modifiers::COMMAND, Key::Enter);
    let notes = screen.state_mut().window().state.marks.notes.clone();
    assert_eq!(notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["Who says so? 1 source"]);
    press(&mut screen, Modifiers::NONE, Key::S);
    assert_eq!(screen.state_mut().window().state.marks.stars.len(), 1);
    for _ in 0..3 {
        press(&mut screen, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(screen.state_mut().window().state.marks, Session::default().marks);
    for _ in 0..3 {
        press(&mut screen, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    }
    assert_eq!(screen.state_mut().window().state.marks.notes, notes);
}

#[test]
fn the_menu_at_the_selection_filters_topics_and_makes_a_new_one() {
    let mut screen = sample();
    let first = paragraph(&screen, "Both capitals");
    drag(&mut screen, first + vec2(60.0, 12.0), first + vec2(200.0, 12.0));
    press(&mut screen, Modifiers::SHIFT, Key::H);
    screen.get_by_label("Topic").type_text("minsk");
    screen.run_steps(3);
    press(&mut screen, Modifiers::NONE, Key::Enter);
    let state = &screen.state_mut().window().state;
    assert_eq!(state.marks.passages[0].topic, "ukraine/minsk");

    drag(&mut screen, first + vec2(60.0, 12.0), first + vec2(330.0, 12.0));
    press(&mut screen, Modifiers::SHIFT, Key::H);
    screen.get_by_label("Topic").type_text("Tone of voice");
    screen.run_steps(3);
    press(&mut screen, Modifiers::NONE, Key::Enter);
    assert!(screen.query_all_by_label("Tone of voice").count() > 0, "it is in the tree");
    assert_eq!(own(&mut screen).len(), 2);
}

#[test]
fn an_edge_of_a_passage_is_dragged_to_another_word() {
    let mut screen = sample();
    let first = paragraph(&screen, "Both capitals");
    drag(&mut screen, first + vec2(60.0, 12.0), first + vec2(200.0, 12.0));
    press(&mut screen, Modifiers::NONE, Key::Num2);
    let before = own(&mut screen);
    let end = screen.get_by_label("End of the passage").rect().center();
    drag(&mut screen, end, end + vec2(150.0, -4.0));
    let after = own(&mut screen);
    assert!(after[0].len() > before[0].len() + 8 && after[0].starts_with(&before[0]), "{before:?} {after:?}");
    let history = screen.state_mut().window().state.history.next_undo();
    assert_eq!(history.as_deref(), Some("resize passage"));
    press(&mut screen, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowLeft);
    assert!(own(&mut screen)[0].len() < after[0].len(), "the same by keyboard");
    for _ in 0..2 {
        press(&mut screen, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(own(&mut screen), before);
}

#[test]
fn words_are_selected_with_the_keyboard_alone() {
    let mut screen = sample();
    for _ in 0..2 {
        press(&mut screen, Modifiers::SHIFT, Key::ArrowDown);
    }
    press(&mut screen, Modifiers::SHIFT, Key::ArrowRight);
    let state = &screen.state_mut().window().state;
    let selected: Span = state.view.selected.unwrap();
    let article = state.library.article(state.view.article.unwrap()).unwrap();
    assert!(selected.text(&article.text).ends_with("MOSCOW"), "{:?}", selected.text(&article.text));
    press(&mut screen, Modifiers::SHIFT, Key::ArrowLeft);
    press(&mut screen, Modifiers::NONE, Key::Num1);
    assert_eq!(own(&mut screen).len(), 1);
    press(&mut screen, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut screen, Modifiers::NONE, Key::Escape);
    assert_eq!(screen.state_mut().window().state.view.selected, None);
}

#[test]
fn all_notes_are_listed_and_one_of_them_is_found() {
    let mut screen = sample();
    for action in [Action::NoteOnSession, Action::NoteOnArticle] {
        screen.state_mut().window().state.apply(Command::Do(action));
        screen.run_steps(4);
        screen.get_by_label("Note").type_text(if action == Action::NoteOnArticle {
            "first of all"
        } else {
            "who called"
        });
        screen.run_steps(2);
        press(&mut screen, Modifiers::COMMAND, Key::Enter);
    }
    screen.get_by_label("The session");
    screen.get_by_label("Search notes").focus();
    screen.run_steps(2);
    screen.get_by_label("Search notes").type_text("called");
    screen.run_steps(4);
    assert!(screen.query_by_label("who called").is_some() && screen.query_by_label("first of all").is_none());
    press(&mut screen, Modifiers::NONE, Key::Escape);
    press(&mut screen, Modifiers::SHIFT, Key::C);
    assert!(screen.query_by_label("Search notes").is_none(), "the passages are back");
}

/// A window whose readings are kept in `folder`, as the program makes it at its start.
fn start(folder: &Path, commands: Vec<Command>) -> Screen {
    let mut screen = screen(LARGE, false, Vec::new(), None);
    let state = &mut screen.state_mut().window().state;
    state.unsaved_folder = Some(folder.join("unsaved"));
    let found = state.look_for_unsaved();
    commands.into_iter().filter(|_| !found).for_each(|command| state.apply(command));
    settle(&mut screen);
    screen
}

#[test]
fn after_a_crash_the_next_start_lists_what_was_not_saved_and_takes_it_up() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = start(folder.path(), vec![Command::Do(Action::OpenSample)]);
    press(&mut first, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut first, Modifiers::NONE, Key::Num3);
    let marks = first.state_mut().window().state.marks.clone();
    assert_eq!(marks.passages.len(), 1);
    drop(first);

    let mut second = start(folder.path(), vec![Command::Do(Action::OpenSample)]);
    assert_eq!(second.state_mut().window().state.dialog, Some(Dialog::Recover));
    second.get_by_label("mark passage");
    second.get_by_label("Take up").click();
    second.run_steps(3);
    settle(&mut second);
    assert_eq!(second.state_mut().window().state.marks, marks);
    assert_eq!(own(&mut second).len(), 1);
}

/// Typed fast on a slow machine, the last letters came in one frame with Ctrl+Enter and were lost.
#[test]
fn what_is_typed_in_the_frame_that_ends_a_note_is_kept() {
    let mut screen = sample();
    screen.state_mut().window().state.apply(Command::Do(Action::NoteOnSession));
    screen.run_steps(4);
    screen.get_by_label("Note").type_text("Who said it");
    screen.run_steps(2);
    screen.get_by_label("Note").type_text(" first?");
    press(&mut screen, Modifiers::COMMAND, Key::Enter);
    assert_eq!(screen.state_mut().window().state.marks.notes[0].text, "Who said it first?");
}
