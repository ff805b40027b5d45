//! What a reader does at the window, with mouse and keyboard.

#[path = "support/cpu_renderer.rs"]
mod cpu_renderer;
#[path = "support/screen.rs"]
mod screen;

use egui::{Key, Modifiers};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::app::{Action, Command};
use readout::model::TopicIx;
use screen::{Screen, screen, settle};
use std::path::PathBuf;

const LARGE: [f32; 2] = [1440.0, 900.0];
const SMALL: [f32; 2] = [1000.0, 700.0];
const PICTURE: [f32; 2] = [820.0, 520.0];

fn sample() -> Screen {
    screen(LARGE, false, vec![Command::Do(Action::OpenSample)], None)
}

fn topic(screen: &mut Screen, id: &str) -> TopicIx {
    screen.state_mut().window().state.library.tree().find(id).unwrap()
}

fn press(screen: &mut Screen, key: Key) {
    screen.key_press(key);
    screen.run_steps(4);
}

#[test]
fn the_sample_collection_is_there_at_once() {
    let screen = sample();
    screen.get_by_label("Ukraine");
    screen.get_by_label("Follow-up negotiations");
    assert!(screen.query_all_by_role(egui::accesskit::Role::ListBoxOption).count() > 5);
}

#[test]
fn a_topic_lists_its_passages_and_j_and_k_walk_through_them() {
    let mut screen = sample();
    screen.get_by_label("Sanctions").click();
    screen.run_steps(4);
    let sanctions = topic(&mut screen, "ukraine/sanctions");
    let state = &screen.state_mut().window().state;
    assert_eq!(state.view.topic, Some(sanctions));
    let count = state.listing.len();
    assert!(count > 5, "{count}");
    press(&mut screen, Key::J);
    let first = screen.state_mut().window().state.view.passage.unwrap();
    press(&mut screen, Key::J);
    let second = screen.state_mut().window().state.view.passage.unwrap();
    assert_ne!(first, second);
    press(&mut screen, Key::K);
    assert_eq!(screen.state_mut().window().state.view.passage, Some(first));
    for _ in 0..count {
        press(&mut screen, Key::J);
    }
    let state = &screen.state_mut().window().state;
    assert_eq!(state.view.passage, state.listing.get(count - 1), "J stops at the last passage");
    assert_eq!(state.view.article, state.view.passage.map(|passage| passage.article), "the article follows");
}

/// Three presses of J within one slow frame went one passage on.
#[test]
fn every_press_of_a_key_counts() {
    let mut screen = sample();
    for _ in 0..3 {
        screen.key_press(Key::J);
    }
    screen.run_steps(4);
    let state = &screen.state_mut().window().state;
    assert_eq!(state.view.passage, state.listing.get(2));
}

#[test]
fn alt_left_goes_back_to_where_j_came_from() {
    let mut screen = sample();
    press(&mut screen, Key::J);
    let first = screen.state_mut().window().state.view.passage;
    press(&mut screen, Key::J);
    screen.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    screen.run_steps(4);
    assert_eq!(screen.state_mut().window().state.view.passage, first);
    screen.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    screen.run_steps(4);
    assert_ne!(screen.state_mut().window().state.view.passage, first);
}

/// Text that came under a resting pointer explained itself, over the passages that the reader walked through.
#[test]
fn text_that_moves_under_a_resting_pointer_says_nothing() {
    let mut screen = sample();
    let paragraphs = screen.get_all_by_role(egui::accesskit::Role::Paragraph);
    let starts = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Both capitals said"))
    };
    let article = paragraphs.into_iter().find(starts).unwrap().rect();
    // The first line is linked.
    screen.hover_at(article.left_top() + egui::vec2(40.0, 10.0));
    screen.run_steps(8);
    let told = |screen: &Screen| screen.query_all_by_label_contains("linked by \u{201c}").count();
    assert!(told(&screen) > 0, "a pointer that was moved there is told");
    press(&mut screen, Key::N);
    screen.run_steps(8);
    assert_eq!(told(&screen), 0, "another article came under it");
}

/// A slow frame held Ctrl down, S, and Ctrl up: Ctrl+S was lost, because Ctrl was up at the end of it.
#[test]
fn a_shortcut_counts_although_its_modifier_is_up_again_in_the_same_frame() {
    let mut screen = sample();
    let key = |key, pressed, modifiers| egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    screen.event(key(Key::P, true, Modifiers::COMMAND | Modifiers::CTRL));
    screen.event(key(Key::P, false, Modifiers::NONE));
    screen.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    screen.run_steps(3);
    screen.get_by_label("Command");
}

#[test]
fn the_tree_folds_and_is_walked_with_arrows() {
    let mut screen = sample();
    screen.get_by_label("Minsk agreements");
    screen.get_by_label("Fold Ukraine").click();
    screen.run_steps(3);
    assert!(screen.query_by_label("Minsk agreements").is_none());
    screen.get_by_label("Ukraine").focus();
    screen.run_steps(2);
    press(&mut screen, Key::ArrowRight);
    screen.get_by_label("Minsk agreements");
    press(&mut screen, Key::ArrowDown);
    assert!(screen.get_by_label("Minsk agreements").is_focused());
    press(&mut screen, Key::Enter);
    let minsk = topic(&mut screen, "ukraine/minsk");
    assert_eq!(screen.state_mut().window().state.view.topic, Some(minsk));
}

#[test]
fn a_topics_highlights_are_hidden_and_shown_with_v() {
    let mut screen = sample();
    let iran = topic(&mut screen, "iran");
    screen.get_by_label("Iran").focus();
    screen.run_steps(2);
    press(&mut screen, Key::V);
    assert!(screen.state_mut().window().state.view.hidden.contains(&iran));
    press(&mut screen, Key::V);
    assert!(!screen.state_mut().window().state.view.hidden.contains(&iran));
}

#[test]
fn a_card_brings_its_words_on_the_screen() {
    let mut screen = sample();
    screen.get_by_label("Iran").click();
    screen.run_steps(4);
    let passage = screen.state_mut().window().state.listing.get(3).unwrap();
    let words = {
        let state = &screen.state_mut().window().state;
        let article = state.library.article(passage.article).unwrap();
        state.passage(passage).unwrap().span.text(&article.text).to_owned()
    };
    screen.get_by_role_and_label(egui::accesskit::Role::ListBoxOption, &words).click();
    screen.run_steps(6);
    assert_eq!(screen.state_mut().window().state.view.passage, Some(passage));
    let sentence: String = words.chars().take(40).collect();
    let paragraph = screen.get_all_by_role(egui::accesskit::Role::Paragraph);
    assert!(
        paragraph.into_iter().any(|node| node.accesskit_node().label().is_some_and(|label| label.contains(&sentence)))
    );
}

#[test]
fn words_are_found_in_the_article() {
    let mut screen = sample();
    screen.key_press_modifiers(Modifiers::COMMAND, Key::F);
    screen.run_steps(3);
    assert!(screen.get_by_label("Find in this article").is_focused());
    screen.get_by_label("Find in this article").type_text("ukraine");
    screen.run_steps(3);
    assert!(screen.state_mut().window().state.find.hits().len() > 3);
    let first = screen.state_mut().window().state.find.here();
    press(&mut screen, Key::F3);
    assert_ne!(screen.state_mut().window().state.find.here(), first);
    press(&mut screen, Key::Escape);
    press(&mut screen, Key::Escape);
    assert!(screen.state_mut().window().state.find.query().is_empty());
}

#[test]
fn letters_typed_into_the_find_field_are_no_commands() {
    let mut screen = sample();
    screen.get_by_label("Find in this article").click();
    screen.run_steps(2);
    screen.key_press(Key::J);
    screen.get_by_label("Find in this article").type_text("j");
    screen.run_steps(3);
    assert_eq!(screen.state_mut().window().state.view.passage, None);
}

#[test]
fn any_command_is_found_by_its_name() {
    let mut screen = sample();
    screen.key_press_modifiers(Modifiers::COMMAND, Key::P);
    screen.run_steps(3);
    screen.get_by_label("Command").type_text("next art");
    screen.run_steps(3);
    press(&mut screen, Key::Enter);
    let state = &screen.state_mut().window().state;
    assert_eq!(state.view.article.map(|article| article.index()), Some(1));
    assert!(state.palette.is_none());
}

#[test]
fn a_bookmark_is_unsaved_work_that_undo_takes_back() {
    let mut screen = sample();
    press(&mut screen, Key::B);
    assert!(screen.state_mut().window().state.is_unsaved());
    screen.get_by_label("Unsaved changes");
    screen.get_by_label("1 bookmark");
    screen.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    screen.run_steps(3);
    assert!(screen.query_by_label("1 bookmark").is_none());
}

#[test]
fn closing_with_unsaved_work_asks_first() {
    let mut screen = sample();
    press(&mut screen, Key::B);
    screen.state_mut().window().state.apply(Command::CloseRequested);
    screen.run_steps(3);
    assert!(!screen.state_mut().window().state.leave);
    screen.get_by_label("Cancel").click();
    screen.run_steps(3);
    assert!(!screen.state_mut().window().state.leave);
    screen.state_mut().window().state.apply(Command::CloseRequested);
    screen.run_steps(3);
    screen.get_by_label("Quit without saving").click();
    screen.run_steps(3);
    assert!(screen.state_mut().window().state.leave);
}

/// The zoom was asked for while the input was locked, and quitting waited for itself.
#[test]
fn the_place_of_the_window_is_kept_at_the_end() {
    let mut screen = sample();
    let ctx = screen.ctx.clone();
    let id = egui::ViewportId::ROOT;
    let rect = egui::Rect::from_min_size(egui::pos2(30.0, 40.0), egui::vec2(900.0, 600.0));
    let viewport = screen.input_mut().viewports.entry(id).or_default();
    (viewport.inner_rect, viewport.outer_rect) = (Some(rect), Some(rect));
    screen.run_steps(1);
    let window = screen.state_mut().window();
    window.keep_place(&ctx);
    assert_eq!(window.state.settings.window.position, Some((30.0, 40.0)));
    assert!((window.state.settings.window.width - 900.0).abs() < 0.1);
}

#[test]
fn a_session_brings_everything_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reading.ron");
    let mut first = sample();
    first.get_by_label("Sanctions").click();
    first.run_steps(3);
    press(&mut first, Key::J);
    press(&mut first, Key::J);
    press(&mut first, Key::B);
    first.get_by_label("Unfold Diplomats").click();
    first.run_steps(3);
    first.state_mut().window().state.apply(Command::SaveTo(path.clone()));
    settle(&mut first);
    first.get_by_label("Saved — reading.ron");
    let mut again = screen(LARGE, false, vec![Command::OpenPath(path)], None);
    let (first, again) = (first.state_mut().window(), again.state_mut().window());
    assert_eq!(again.state.view.article, first.state.view.article);
    assert_eq!(again.state.view.topic, first.state.view.topic);
    assert_eq!(again.state.view.passage, first.state.view.passage);
    assert_eq!(again.state.view.folded, first.state.view.folded);
    assert_eq!(again.state.marks, first.state.marks);
    let article = first.state.view.article.unwrap();
    let (was, is) = (first.state.reading_of(article), again.state.reading_of(article));
    assert_eq!(was.paragraph, is.paragraph);
    assert!((was.scrolled - is.scrolled).abs() < 0.02, "{was:?} {is:?}");
    assert!(!again.state.is_unsaved());
}

#[test]
fn a_path_can_be_typed_where_no_dialog_opens() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "Talks in Vienna\n\nIran and the nuclear deal were discussed.\n")
        .unwrap();
    let mut screen = screen(SMALL, true, Vec::new(), Some(folder.path().join("config")));
    screen.state_mut().window().state.apply(Command::Do(Action::TypePath));
    screen.run_steps(3);
    screen.get_by_label("Path").type_text("/no/such/folder");
    screen.run_steps(3);
    screen.get_by_label("Open").click();
    screen.run_steps(3);
    screen.get_by_label("There is no such folder or file");
    let typed = readout::app::Answer::Typing(folder.path().display().to_string());
    screen.state_mut().window().state.apply(Command::Answer(typed));
    screen.run_steps(2);
    screen.get_by_label("Open").click();
    settle(&mut screen);
    screen.get_by_role_and_label(egui::accesskit::Role::Heading, "Talks in Vienna");
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("a folder has no bytes".to_owned())
    }
}

#[test]
fn a_folder_dropped_on_the_window_opens() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "Talks in Vienna\n\nIran was discussed.\n").unwrap();
    let mut screen = screen(SMALL, false, Vec::new(), None);
    screen.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(folder.path().to_owned())));
    screen.run_steps(1);
    screen.input_mut().dropped_files.clear();
    settle(&mut screen);
    screen.get_by_role_and_label(egui::accesskit::Role::Heading, "Talks in Vienna");
}

#[test]
fn the_start_screen_offers_what_was_read_lately() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "Talks in Vienna\n\nIran was discussed.\n").unwrap();
    let config = folder.path().join("config");
    let open = Command::OpenFolder(folder.path().to_owned());
    let mut screen = screen(SMALL, false, vec![open], Some(config));
    screen.state_mut().window().state.apply(Command::Do(Action::ShowStart));
    screen.run_steps(3);
    let name = folder.path().file_name().unwrap().to_string_lossy().into_owned();
    screen.get_by_label(&format!("Go on reading {name}")).click();
    screen.run_steps(3);
    screen.get_by_role_and_label(egui::accesskit::Role::Heading, "Talks in Vienna");
    screen.state_mut().window().state.apply(Command::Do(Action::ShowStart));
    screen.run_steps(3);
    screen.get_by_label(&name).click();
    settle(&mut screen);
    screen.get_by_role_and_label(egui::accesskit::Role::Heading, "Talks in Vienna");
}

/// Small pictures of the whole window, drawn without a GPU.
#[test]
fn the_window_looks_as_it_should() {
    let mut results = SnapshotResults::new();
    for (name, dark) in [("window-light", false), ("window-dark", true)] {
        let mut screen = screen(PICTURE, dark, vec![Command::Do(Action::OpenSample)], None);
        let guarantees = topic(&mut screen, "ukraine/guarantees");
        screen.state_mut().window().state.apply(Command::SelectTopic(Some(guarantees)));
        press(&mut screen, Key::J);
        screen.run_steps(8);
        screen.snapshot(name);
        results.extend(screen.take_snapshot_results());
    }
    let mut screen = screen(PICTURE, false, Vec::new(), None);
    screen.state_mut().window().state.settings.recent_folders =
        vec![PathBuf::from("/home/reader/talks-2021"), PathBuf::from("/home/reader/vienna")];
    screen.run_steps(4);
    screen.snapshot("start-light");
    results.extend(screen.take_snapshot_results());
}

/// A folder with two copies of one text and another article.
fn folder_with_copies() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = "Talks end\n\nDecember 8, 2021 | Harbour Wire\n\nBiden warned Putin of strong economic sanctions if Russia \
        invaded Ukraine, and the two of them spoke for two hours over a video link. Both sides said afterwards that \
        their advisers would go on with the talks in Geneva in the second week of January.\n";
    let names = [("a.txt", text.to_owned()), ("b.txt", text.replace("two hours", "two full hours"))];
    for (name, text) in names {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    std::fs::write(folder.path().join("c.txt"), "Weather\n\nDecember 9, 2021 | The Ledger\n\nIt snowed.\n").unwrap();
    folder
}

fn open(folder: &tempfile::TempDir) -> Screen {
    screen(LARGE, false, vec![Command::OpenFolder(folder.path().to_owned())], None)
}

#[test]
fn copies_fold_under_one_row_and_show_what_changed() {
    let folder = folder_with_copies();
    let mut screen = open(&folder);
    assert_eq!(
        screen
            .query_all_by_role(egui::accesskit::Role::ListBoxOption)
            .filter(|node| node.accesskit_node().label().is_some_and(|label| label.contains("Talks end")))
            .count(),
        1
    );
    screen.get_by_label("+1 version").click();
    screen.run_steps(4);
    screen.get_by_label("what changed").click();
    settle(&mut screen);
    screen.get_by_label("What changed");
    press(&mut screen, Key::Escape);
    assert!(screen.state_mut().window().state.dialog.is_none());
}

#[test]
fn the_list_of_articles_is_filtered_with_the_keyboard() {
    let folder = folder_with_copies();
    let mut screen = open(&folder);
    screen.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    screen.run_steps(4);
    screen.get_by_label("Filter articles").type_text("ledger");
    screen.run_steps(4);
    assert_eq!(screen.state_mut().window().state.article_list.shown(), 1);
    press(&mut screen, Key::Escape);
    assert_eq!(screen.state_mut().window().state.article_list.shown(), 3);
}

#[test]
fn a_wrong_outlet_is_put_right_in_the_form() {
    let folder = folder_with_copies();
    let mut screen = open(&folder);
    press(&mut screen, Key::I);
    screen.get_by_role_and_label(egui::accesskit::Role::TextInput, "Outlet").focus();
    screen.run_steps(2);
    screen.get_by_role_and_label(egui::accesskit::Role::TextInput, "Outlet").type_text(" of the north");
    screen.run_steps(4);
    press(&mut screen, Key::Enter);
    settle(&mut screen);
    let state = &screen.state_mut().window().state;
    let article = state.library.article(state.view.article.unwrap()).unwrap();
    assert!(article.outlet.as_deref().unwrap().contains("of the north"), "{:?}", article.outlet);
    assert!(state.is_unsaved());
}

#[test]
fn clutter_that_belongs_to_the_article_is_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Talks end\n\nShare this\n\nBiden warned Putin of strong economic sanctions if Russia invaded Ukraine, \
        and the two of them spoke for two hours over a video link.\n";
    std::fs::write(folder.path().join("a.txt"), text).unwrap();
    let mut screen = open(&folder);
    screen.get_by_label("1 line of page furniture hidden · show").click();
    screen.run_steps(4);
    screen.get_by_label("it belongs to the article").click();
    settle(&mut screen);
    let state = &screen.state_mut().window().state;
    let article = state.library.article(state.view.article.unwrap()).unwrap();
    assert!(article.paragraphs.iter().all(|paragraph| paragraph.kind != readout::model::ParagraphKind::Clutter));
}

#[test]
fn a_paste_becomes_an_article() {
    let folder = folder_with_copies();
    let mut screen = open(&folder);
    screen.event(egui::Event::Paste("A note on Geneva\n\nTalks will be held.".to_owned()));
    screen.run_steps(4);
    screen.get_by_label("Keep").click();
    settle(&mut screen);
    assert!(folder.path().join("a-note-on-geneva.txt").exists());
    assert_eq!(screen.state_mut().window().state.library.articles.len(), 4);
}

#[test]
fn a_topic_is_added_below_the_tree_with_a_rule_that_is_tried() {
    let folder = folder_with_copies();
    let mut screen = open(&folder);
    screen.get_by_label("New topic").click();
    screen.run_steps(4);
    let field = |label| (egui::accesskit::Role::TextInput, label);
    let (role, name) = field("Name");
    screen.get_by_role_and_label(role, name).type_text("Snow");
    screen.run_steps(2);
    screen.get_by_role_and_label(egui::accesskit::Role::MultilineTextInput, "Rules").focus();
    screen.run_steps(2);
    screen.get_by_role_and_label(egui::accesskit::Role::MultilineTextInput, "Rules").type_text("snow");
    screen.run_steps(2);
    std::thread::sleep(std::time::Duration::from_millis(250));
    settle(&mut screen);
    screen.get_by_label("+1 passage");
    screen.get_by_label("Add topic").click();
    settle(&mut screen);
    let snow = topic(&mut screen, "snow");
    let state = &screen.state_mut().window().state;
    assert_eq!((state.view.topic, state.listing.len()), (Some(snow), 1));
}

#[test]
fn a_card_is_rejected_and_taken_back() {
    let mut screen = sample();
    screen.get_by_label("Sanctions").click();
    screen.run_steps(4);
    let count = screen.state_mut().window().state.listing.len();
    press(&mut screen, Key::J);
    press(&mut screen, Key::Delete);
    assert_eq!(screen.state_mut().window().state.listing.len(), count - 1);
    screen.get_by_label("Rejected 1").click();
    screen.run_steps(4);
    screen.get_by_label("take back").click();
    screen.run_steps(4);
    assert_eq!(screen.state_mut().window().state.listing.len(), count);
}

#[test]
fn more_like_the_passages_of_a_topic_are_offered() {
    let mut screen = sample();
    screen.get_by_label("Sanctions").click();
    screen.run_steps(4);
    screen.get_by_label("More like these").click();
    settle(&mut screen);
    screen.get_by_label("Words that speak for it");
    let state = &screen.state_mut().window().state;
    assert!(state.suggestions.as_ref().is_some_and(|suggestions| !suggestions.list.is_empty()));
    press(&mut screen, Key::M);
    assert!(screen.state_mut().window().state.suggestions.is_none());
}
