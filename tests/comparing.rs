//! Who says what, at the window: Coverage, Compare and who says it, with mouse and keyboard. Each test is one story.

#[path = "support/cpu_renderer.rs"]
mod cpu_renderer;
#[path = "support/screen.rs"]
mod screen;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::app::{Action, Command, State};
use readout::model::ViewKind;
use screen::{Screen, screen, settle};
use std::time::{Duration, Instant};

const LARGE: [f32; 2] = [1440.0, 900.0];
const SMALL: [f32; 2] = [1000.0, 700.0];

/// The sample collection, once it is known what is said across its articles.
fn sample(size: [f32; 2], dark: bool) -> Screen {
    let mut screen = screen(size, dark, vec![Command::Do(Action::OpenSample)], None);
    look(&mut screen);
    screen
}

fn state(screen: &mut Screen) -> &mut State {
    &mut screen.state_mut().window().state
}

/// Waits until what is said across the articles is known.
fn look(screen: &mut Screen) {
    let started = Instant::now();
    loop {
        settle(screen);
        let state = state(screen);
        if state.across.found().is_some() && state.across_due().is_none() && state.jobs.wait(Duration::ZERO) {
            return screen.run_steps(4);
        }
        assert!(started.elapsed() < Duration::from_secs(120), "nothing was found across the articles");
    }
}

fn press(screen: &mut Screen, modifiers: Modifiers, key: Key) {
    screen.key_press_modifiers(modifiers, key);
    screen.run_steps(4);
    settle(screen);
}

fn click(screen: &mut Screen, label: &str) {
    screen.get_by_label(label).click();
    screen.run_steps(4);
    settle(screen);
}

/// Labels of all that have this role and hold these words.
fn labels(screen: &Screen, role: Role, words: &str) -> Vec<String> {
    let nodes = screen.get_all_by_role(role);
    nodes.filter_map(|node| node.accesskit_node().label()).filter(|label| label.contains(words)).collect()
}

#[test]
fn from_a_number_in_the_table_to_the_words_and_back() {
    let mut screen = sample(LARGE, false);
    press(&mut screen, Modifiers::COMMAND, Key::Num1);
    let cell = labels(&screen, Role::Button, "Sanctions, ").into_iter().find(|label| label.ends_with(" passages"));
    let cell = cell.expect("somebody speaks of sanctions more than once");
    let wanted: usize = cell.split_whitespace().rev().nth(1).and_then(|count| count.parse().ok()).unwrap();
    click(&mut screen, &cell);
    let state = state(&mut screen);
    assert_eq!((state.view.kind, state.listing.len()), (ViewKind::Read, wanted), "{cell}");
    assert!(state.view.passage.is_some(), "the first of them is lit");
    press(&mut screen, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(crate::state(&mut screen).view.kind, ViewKind::Coverage, "back where the reader came from");
}

#[test]
fn arrows_walk_the_table_and_enter_reads_the_cell() {
    let mut screen = sample(LARGE, false);
    press(&mut screen, Modifiers::COMMAND, Key::Num1);
    let first = labels(&screen, Role::Button, "Ukraine, ").into_iter().find(|label| label.contains(": ")).unwrap();
    screen.get_by_label(&first).focus();
    screen.run_steps(3);
    press(&mut screen, Modifiers::NONE, Key::ArrowDown);
    assert!(!screen.get_by_label(&first).is_focused(), "the focus went on");
    press(&mut screen, Modifiers::NONE, Key::ArrowUp);
    assert!(screen.get_by_label(&first).is_focused(), "and came back");
    press(&mut screen, Modifiers::NONE, Key::Enter);
    assert_eq!(state(&mut screen).view.kind, ViewKind::Read);
}

#[test]
fn an_article_is_looked_for_and_put_beside_the_others_without_the_mouse() {
    let mut screen = sample(LARGE, true);
    press(&mut screen, Modifiers::COMMAND, Key::Num3);
    let before: Vec<String> = state(&mut screen).compare.columns.iter().map(|column| column.name.clone()).collect();
    let more = state(&mut screen).articles_to_add("");
    let Some(ix) = more.first().copied() else { panic!("all stand there: {before:?}") };
    let article = state(&mut screen).library.article(ix).unwrap().clone();
    // Where few articles speak of the topic each has a chip; else it is looked for in a list.
    if screen.query_by_label("Add an article").is_some() {
        click(&mut screen, "Add an article");
        screen.get_by_label("Filter articles to add").type_text(&article.headline);
        screen.run_steps(4);
        press(&mut screen, Modifiers::NONE, Key::Enter);
    } else {
        click(&mut screen, article.source_name());
    }
    let columns = &state(&mut screen).compare.columns;
    assert_eq!(columns.len(), before.len() + 1);
    assert!(columns.iter().any(|column| column.article == Some(ix)));
}

#[test]
fn a_card_leads_to_its_source_and_back_to_the_rows() {
    let mut screen = sample(LARGE, false);
    press(&mut screen, Modifiers::COMMAND, Key::Num3);
    let card = state(&mut screen).compare.rows[0].cells.iter().find_map(|cell| cell.cards().first().cloned()).unwrap();
    let article = state(&mut screen).library.article(card.article).unwrap().clone();
    let words = card.span.text(&article.text).replace('\n', " ");
    screen
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().as_ref() == Some(&words))
        .unwrap()
        .click();
    screen.run_steps(4);
    settle(&mut screen);
    let view = &state(&mut screen).view;
    assert_eq!((view.kind, view.article), (ViewKind::Read, Some(card.article)));
    press(&mut screen, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(state(&mut screen).view.kind, ViewKind::Compare);
}

#[test]
fn who_says_a_sentence_is_put_right_in_the_menu_of_its_card() {
    let mut screen = sample(LARGE, false);
    press(&mut screen, Modifiers::COMMAND, Key::Num3);
    let card = state(&mut screen).compare.rows[0].cells.iter().find_map(|cell| cell.cards().first().cloned()).unwrap();
    let article = state(&mut screen).library.article(card.article).unwrap().clone();
    let words = card.span.text(&article.text).replace('\n', " ");
    let found = |screen: &mut Screen| state(screen).who_says(card.article, card.sentence).map(|who| who.words());
    let before = found(&mut screen);
    screen
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().as_ref() == Some(&words))
        .unwrap()
        .click_secondary();
    screen.run_steps(4);
    click(&mut screen, "Who says it");
    screen.get_by_role_and_label(Role::TextInput, "Speaker").click();
    screen.run_steps(4);
    press(&mut screen, Modifiers::COMMAND, Key::A);
    screen.get_by_role_and_label(Role::TextInput, "Speaker").type_text("Zakharova");
    screen.run_steps(3);
    screen.get_by_role_and_label(Role::RadioButton, "Russia").click();
    screen.run_steps(4);
    look(&mut screen);
    assert_eq!(found(&mut screen).as_deref(), Some("Russia · Zakharova"));
    press(&mut screen, Modifiers::COMMAND, Key::Z);
    assert_eq!(found(&mut screen), before);
}

#[test]
fn the_sides_stand_side_by_side_with_what_nobody_is_named_for() {
    let mut screen = sample(SMALL, true);
    press(&mut screen, Modifiers::COMMAND, Key::Num3);
    click(&mut screen, "By who says it");
    let columns: Vec<String> = state(&mut screen).compare.columns.iter().map(|column| column.name.clone()).collect();
    assert!(columns.contains(&"Russia".to_owned()) && columns.contains(&"No side named".to_owned()), "{columns:?}");
    click(&mut screen, "By article");
    assert!(state(&mut screen).compare.columns.iter().all(|column| column.article.is_some()));
}

#[test]
fn the_choice_of_columns_stands_clear_of_the_articles() {
    for size in [LARGE, SMALL] {
        let mut screen = sample(size, true);
        press(&mut screen, Modifiers::COMMAND, Key::Num3);
        for topic in ["Security guarantees", "Sanctions", "Troops and build-up"] {
            screen.get_all_by_label(topic).next().unwrap().click();
            screen.run_steps(4);
            press(&mut screen, Modifiers::COMMAND, Key::Num3);
            let Some(add) = screen.query_by_label("Add an article") else { continue };
            for choice in ["By article", "By who says it"] {
                assert!(!screen.get_by_label(choice).rect().intersects(add.rect()), "{topic} at {size:?}");
            }
        }
    }
}

#[test]
fn the_views_look_as_they_should() {
    let mut results = egui_kittest::SnapshotResults::new();
    for (name, dark, key) in [("coverage-light", false, Key::Num1), ("compare-dark", true, Key::Num3)] {
        let mut screen = sample(LARGE, dark);
        press(&mut screen, Modifiers::COMMAND, key);
        screen.snapshot(name);
        results.extend(screen.take_snapshot_results());
    }
}
