//! What a reader does in an hour, without the screen: open a folder, go through a topic, mark places, save, come
//! back. Each test is one story.

mod support;

use readout::app::{Action, Answer, Command, Dialog, Leaving, Reading, Reveal, Screen};
use readout::model::{Scope, TopicTree};
use readout::store::TopicsFrom;
use readout::work::Purpose;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use support::{Desk, TestDir, shared};

const MONEY: &str = r##"(topics: [
    (id: "money", name: "Money", color: "#0072B2", rules: ["sanction"], children: [
        (id: "money/banks", name: "Banks", color: "#0072B2", rules: ["bank"]),
    ]),
    (id: "weather", name: "Weather", color: "#D55E00", rules: ["snow"]),
])"##;

const FIRST: &str = "Talks end\n\nThe talks touched on sanctions for the first time. Nothing else was said.\n\n\
    Two banks were named by both sides in the evening.\n\nIt was a long day for all who took part in it.\n";
const SECOND: &str = "Talks resume\n\nThere was snow in the streets when the guests arrived.\n\n\
    Sanctions came up once more, and so did the banks behind them.\n";

/// Two articles and a tree of their own.
fn folder() -> TestDir {
    TestDir::new(&[("talks-2.txt", FIRST), ("talks-10.txt", SECOND), ("topics.ron", MONEY)])
}

fn desk(folder: &TestDir) -> Desk {
    let mut desk = Desk::new();
    desk.open(folder.path());
    desk
}

/// The reading view has scrolled.
fn read_to(desk: &mut Desk, path: &str, reading: Reading) {
    let article = desk.article(path);
    desk.apply(Command::ReadTo { article, reading, shown: 0..reading.paragraph + 1 });
}

/// Goes on to the next passage and gives its words.
fn next(desk: &mut Desk) -> String {
    desk.act(Action::NextPassage);
    desk.passage().expect("a passage is selected").1.to_owned()
}

fn previous(desk: &mut Desk) -> String {
    desk.act(Action::PreviousPassage);
    desk.passage().expect("a passage is selected").1.to_owned()
}

fn ids(tree: &TopicTree) -> Vec<&str> {
    tree.iter().map(|(_, topic)| topic.id.as_str()).collect()
}

#[test]
fn a_folder_opens_with_its_articles_in_order_and_the_first_one_on_the_screen() {
    let folder = folder();
    folder.write("later/notes.md", "# Notes\n\nSanctions were the subject of the notes that were taken.\n");
    let desk = desk(&folder);
    let state = &desk.state;
    assert_eq!(desk.articles(), ["later/notes.md", "talks-2.txt", "talks-10.txt"]);
    assert_eq!(state.view.article, Some(desk.article("later/notes.md")));
    assert_eq!((state.screen, state.library.name()), (Screen::Reading, name_of(&folder)));
    assert!(state.progress.is_none() && !state.jobs.is_busy() && !state.is_unsaved());
    assert_eq!((desk.problems().len(), desk.skipped().len()), (0, 0));
    assert_eq!(ids(state.library.tree()), ["money", "money/banks", "weather"], "the folder's own tree");
    let count = |id| state.library.counts.topic(desk.topic(id)).clone();
    assert_eq!((count("money").sentences, count("money").articles), (4, 3));
    assert_eq!((count("money/banks").sentences, count("weather").sentences), (2, 1));
    assert!(state.settings.is_trusted(folder.path()), "opened by hand, so it may be opened by a session");
}

fn name_of(folder: &TestDir) -> String {
    folder.path().file_name().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn the_window_links_what_the_headless_command_links() {
    let Some(seeds) = shared("seeds") else { return };
    let mut desk = Desk::new();
    desk.open(&seeds);
    let state = &desk.state;
    let mut shown = Vec::new();
    for (article, passages) in state.library.articles.iter().zip(&state.library.links) {
        for passage in passages.iter() {
            let topic = &state.library.tree().topic(passage.topic).id;
            shown.push((article.path.clone(), topic.clone(), passage.span.text(&article.text).to_owned()));
        }
    }
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_readout"));
    let output = program.arg("passages").arg(&seeds).stdin(Stdio::null()).output().unwrap();
    let line = |line: &str| {
        let passage: Value = serde_json::from_str(line).unwrap();
        let [article, topic, quote] = ["article", "topic", "quote"].map(|name| passage[name].as_str().unwrap().into());
        (article, topic, quote)
    };
    let told: Vec<(String, String, String)> = String::from_utf8(output.stdout).unwrap().lines().map(line).collect();
    assert!(shown.len() > 50, "{} passages", shown.len());
    assert_eq!(shown, told);
}

#[test]
fn a_topic_is_gone_through_from_its_first_passage_to_its_last_and_back() {
    let mut desk = desk(&folder());
    desk.select_topic("money");
    assert_eq!(desk.state.listing.len(), 3, "a sentence on two topics of the branch is listed once");
    assert_eq!(desk.state.view.passage, None, "to select a topic moves nothing");
    assert_eq!(next(&mut desk), "The talks touched on sanctions for the first time.");
    assert_eq!(next(&mut desk), "Two banks were named by both sides in the evening.");
    let last = "Sanctions came up once more, and so did the banks behind them.";
    assert_eq!(next(&mut desk), last);
    assert_eq!(desk.state.view.article, Some(desk.article("talks-10.txt")), "the next article comes with it");
    assert_eq!(next(&mut desk), last);
    assert_eq!(desk.news(), ["That was the last passage"]);
    assert_eq!(previous(&mut desk), "Two banks were named by both sides in the evening.");
    previous(&mut desk);
    assert_eq!(previous(&mut desk), "The talks touched on sanctions for the first time.", "the first one stays");
}

#[test]
fn going_on_starts_where_the_reader_is() {
    let mut desk = desk(&folder());
    desk.select_topic("money");
    read_to(&mut desk, "talks-2.txt", Reading { paragraph: 2, scrolled: 0.0 });
    assert_eq!(next(&mut desk), "Two banks were named by both sides in the evening.");
}

#[test]
fn this_article_only_lists_this_article_only() {
    let mut desk = desk(&folder());
    desk.select_topic("money");
    desk.act(Action::ToggleScope);
    assert_eq!((desk.state.view.scope, desk.state.listing.len()), (Scope::ThisArticle, 2));
    desk.act(Action::NextArticle);
    assert_eq!(desk.state.listing.len(), 1, "the list follows the article");
    desk.act(Action::NextArticle);
    assert_eq!(desk.state.view.article, Some(desk.article("talks-10.txt")), "after the last there is none");
}

#[test]
fn a_click_on_a_highlight_selects_its_topic_and_brings_it_there() {
    let mut desk = desk(&folder());
    let (article, weather) = (desk.article("talks-10.txt"), desk.topic("weather"));
    desk.apply(Command::Hide { topic: weather, hidden: true });
    let index = desk.state.library.passages(article).iter().position(|passage| passage.topic == weather).unwrap();
    let passage = readout::app::PassageRef { article, index: index as u32 };
    desk.apply(Command::SelectPassage { passage, topic: Some(weather) });
    let view = &desk.state.view;
    assert_eq!((view.topic, view.passage, view.article), (Some(weather), Some(passage), Some(article)));
    assert!(view.hidden.is_empty(), "what is selected is to be seen");
    let span = desk.state.passage(passage).unwrap().span;
    assert_eq!(view.reveal, Some(Reveal::Span(span)));
}

#[test]
fn back_and_forward_walk_the_jumps() {
    let mut desk = desk(&folder());
    let reading = Reading { paragraph: 2, scrolled: 0.5 };
    read_to(&mut desk, "talks-2.txt", reading);
    desk.select_article("talks-10.txt");
    desk.act(Action::Back);
    assert_eq!(desk.state.view.article, Some(desk.article("talks-2.txt")));
    assert_eq!(desk.state.view.reveal, Some(Reveal::Reading(reading)), "to the very line");
    desk.act(Action::Forward);
    assert_eq!(desk.state.view.article, Some(desk.article("talks-10.txt")));
    desk.act(Action::Back);
    desk.select_topic("weather");
    desk.act(Action::NextPassage);
    assert!(!desk.state.jumps.can_go_forward(), "a new jump ends the old way forward");
    desk.act(Action::Back);
    assert_eq!(desk.state.view.article, Some(desk.article("talks-2.txt")));
    assert_eq!(desk.state.view.topic, Some(desk.topic("weather")), "the topic was chosen before the jump");
}

#[test]
fn a_bookmark_is_set_taken_back_and_set_again() {
    let mut desk = desk(&folder());
    desk.select_topic("money/banks");
    desk.act(Action::NextPassage);
    desk.act(Action::ToggleBookmark);
    let [bookmark] = desk.state.marks.bookmarks.as_slice() else { panic!("one bookmark") };
    assert_eq!(bookmark.anchor.exact, "Two banks were named by both sides in the evening.");
    assert!(desk.state.is_unsaved());
    let article = desk.article("talks-2.txt");
    assert_eq!(desk.state.bookmarks_in(article).len(), 1);
    desk.act(Action::Undo);
    assert_eq!((desk.state.marks.bookmarks.len(), desk.state.bookmarks_in(article).len()), (0, 0));
    desk.act(Action::Redo);
    assert_eq!(desk.state.bookmarks_in(article).len(), 1);
    desk.act(Action::ToggleBookmark);
    assert_eq!(desk.state.marks.bookmarks.len(), 0, "a second time takes it away");
    desk.act(Action::Undo);
    desk.select_article("talks-10.txt");
    desk.apply(Command::GoToBookmark(0));
    assert_eq!(desk.state.view.article, Some(article));
    assert_eq!(desk.state.view.reveal, Some(Reveal::Span(desk.state.bookmarks_in(article)[0].1)));
}

#[test]
fn a_saved_session_brings_everything_back_after_a_new_start() {
    let folder = folder();
    let file = folder.join("saves/reading");
    let mut desk = desk(&folder);
    desk.select_article("talks-10.txt");
    desk.select_topic("money/banks");
    desk.act(Action::NextPassage);
    desk.act(Action::ToggleBookmark);
    let (money, weather) = (desk.topic("money"), desk.topic("weather"));
    desk.apply(Command::Fold { topic: money, folded: true });
    desk.apply(Command::Hide { topic: weather, hidden: true });
    desk.act(Action::ToggleScope);
    let reading = Reading { paragraph: 1, scrolled: 0.25 };
    read_to(&mut desk, "talks-2.txt", reading);
    desk.save_to(&file);
    let file = folder.join("saves/reading.ron");
    assert!(!desk.state.is_unsaved() && file.is_file(), "the folder is made, the ending added");
    assert_eq!(desk.news().last().unwrap(), &format!("Saved {}", file.display()));
    let before = desk.state.session();

    let mut desk = desk.start_again();
    assert_eq!(desk.state.settings.recent_sessions.first(), Some(&file));
    desk.open(&file);
    assert_eq!((desk.problems().len(), &desk.state.dialog), (0, &None));
    let view = &desk.state.view;
    assert_eq!((view.article, view.topic), (Some(desk.article("talks-10.txt")), Some(desk.topic("money/banks"))));
    assert_eq!((view.scope, desk.state.listing.len()), (Scope::ThisArticle, 1));
    assert_eq!((&view.folded, &view.hidden), (&BTreeSet::from([money]), &BTreeSet::from([weather])));
    let words = "Sanctions came up once more, and so did the banks behind them.";
    assert_eq!(desk.passage(), Some(("talks-10.txt", words)));
    assert_eq!(desk.state.reading_of(desk.article("talks-2.txt")), reading);
    assert_eq!(desk.state.bookmarks_in(desk.article("talks-10.txt")).len(), 1);
    assert_eq!(desk.state.session(), before);
    assert!(!desk.state.is_unsaved() && desk.state.file.name().as_deref() == Some("reading.ron"));

    let first = fs::read(&file).unwrap();
    desk.act(Action::Save);
    assert_eq!(fs::read(&file).unwrap(), first, "nothing was done, so the file is the same");
}

#[test]
fn unsaved_work_is_asked_about_before_the_window_closes() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.act(Action::ToggleBookmark);
    desk.apply(Command::CloseRequested);
    assert_eq!(desk.state.dialog, Some(Dialog::Unsaved { then: Leaving::Quit }));
    desk.apply(Command::Answer(Answer::Cancel));
    assert!(!desk.state.leave && desk.state.dialog.is_none() && desk.state.is_unsaved());
    desk.save_to(&folder.join("reading.ron"));
    desk.act(Action::ToggleBookmark);
    desk.act(Action::Quit);
    desk.apply(Command::Answer(Answer::Save));
    assert!(desk.state.leave && !desk.state.is_unsaved());
    let mut desk = desk.start_again();
    desk.open(&folder.join("reading.ron"));
    assert_eq!(desk.state.marks.bookmarks.len(), 0, "as it was saved last");
    desk.apply(Command::CloseRequested);
    assert!(desk.state.leave, "nothing to ask about");
}

#[test]
fn unsaved_work_is_asked_about_before_another_folder_opens() {
    let (folder, other) = (folder(), TestDir::new(&[("other.txt", SECOND)]));
    let mut desk = desk(&folder);
    desk.act(Action::ToggleBookmark);
    desk.open(other.path());
    assert_eq!(desk.state.dialog, Some(Dialog::Unsaved { then: Leaving::Open(other.path().to_owned()) }));
    assert_eq!(desk.articles().len(), 2, "still the first folder");
    desk.apply(Command::Answer(Answer::Discard));
    assert_eq!(desk.articles(), ["other.txt"]);
    assert!(!desk.state.is_unsaved() && desk.state.marks.bookmarks.is_empty());
    desk.act(Action::Undo);
    assert_eq!(desk.news().last(), Some(&"Nothing to undo"), "undo does not reach into another collection");
}

#[test]
fn work_given_up_for_a_session_that_does_not_open_is_still_there() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.act(Action::ToggleBookmark);
    let broken = folder.write("broken.ron", "(format: 1, collection: ");
    desk.apply(Command::OpenSession(broken));
    desk.apply(Command::Answer(Answer::Discard));
    assert_eq!(desk.problems().len(), 1);
    assert_eq!(desk.state.marks.bookmarks.len(), 1);
    assert!(desk.state.is_unsaved(), "it is on the screen and not on the disk");
}

#[test]
fn a_typed_name_replaces_another_file_only_after_a_warning() {
    let folder = folder();
    let other = folder.write("other.ron", "somebody's work");
    let mut desk = desk(&folder);
    desk.act(Action::SaveAs);
    desk.pick(Purpose::SaveSession, None, Duration::ZERO);
    let Some(Dialog::TypePath { no_service: true, .. }) = &desk.state.dialog else { panic!("a path can be typed") };
    desk.apply(Command::Answer(Answer::Typing(folder.join("other").display().to_string())));
    desk.apply(Command::Answer(Answer::Typed));
    let Some(Dialog::TypePath { problem: Some(warning), .. }) = &desk.state.dialog else { panic!("a warning") };
    assert_eq!(warning, "There is such a file already; saving replaces it");
    assert_eq!(fs::read_to_string(&other).unwrap(), "somebody's work");
    desk.apply(Command::Answer(Answer::Typed));
    assert_eq!((&desk.state.dialog, desk.state.file.path.as_ref()), (&None, Some(&other)));
    assert!(fs::read_to_string(&other).unwrap().contains("format: 1"));
}

#[test]
fn a_session_that_cannot_be_written_stays_unsaved_and_says_why() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.act(Action::ToggleBookmark);
    let path = folder.join("talks-2.txt/reading.ron");
    desk.save_to(&path);
    let [problem] = desk.problems()[..] else { panic!("one problem") };
    assert!(problem.starts_with("The session was not saved. "), "{problem}");
    assert!(problem.contains("talks-2.txt: "), "{problem}");
    assert!(desk.state.is_unsaved() && desk.state.file.path.is_none());
    assert_eq!(fs::read_to_string(folder.join("talks-2.txt")).unwrap(), FIRST, "no article is touched");
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_place_is_told_and_leaving_waits() {
    let mut desk = desk(&folder());
    desk.act(Action::ToggleBookmark);
    // Not even root writes here.
    desk.save_to(Path::new("/proc/reading.ron"));
    let [problem] = desk.problems()[..] else { panic!("one problem") };
    assert!(problem.starts_with("The session was not saved. /proc/reading.ron: "), "{problem}");
    assert!(desk.state.is_unsaved() && !desk.state.leave);
}

#[test]
fn a_tree_opened_by_hand_links_anew_and_undo_brings_the_old_one_back() {
    let folder = folder();
    let mine = folder.write("mine.ron", MONEY.replace("weather", "winter").replace("\"bank\"", "\"evening\""));
    let mut desk = desk(&folder);
    desk.select_topic("money/banks");
    let (money, weather) = (desk.topic("money"), desk.topic("weather"));
    desk.apply(Command::Fold { topic: money, folded: true });
    desk.apply(Command::Hide { topic: weather, hidden: true });
    let before = desk.state.library.links.clone();
    desk.apply(Command::OpenTopics(mine.clone()));
    let state = &desk.state;
    assert_eq!(ids(state.library.tree()), ["money", "money/banks", "winter"]);
    assert_ne!(state.library.links, before);
    assert_eq!(state.view.topic, Some(desk.topic("money/banks")), "topics go by their ids from tree to tree");
    assert_eq!((state.listing.len(), state.view.folded.len(), state.view.hidden.len()), (1, 1, 0));
    assert!(state.is_unsaved() && state.history.next_undo() == Some("open topic tree".into()));
    desk.save_to(&folder.join("mine-too.ron"));

    desk.act(Action::Undo);
    assert_eq!(ids(desk.state.library.tree()), ["money", "money/banks", "weather"]);
    assert_eq!(desk.state.library.links, before);
    assert!(matches!(desk.state.library.topics().unwrap().from, TopicsFrom::Collection(_)));

    let mut desk = desk.start_again();
    desk.open(&folder.join("mine-too.ron"));
    assert_eq!(ids(desk.state.library.tree()), ["money", "money/banks", "winter"], "it travels in the session");
    desk.act(Action::DefaultTopics);
    assert_eq!(ids(desk.state.library.tree()), ["money", "money/banks", "weather"]);
}

#[test]
fn a_tree_is_opened_for_what_it_is_whatever_its_name() {
    let folder = folder();
    let mine = folder.write("mine.ron", MONEY.replace("weather", "winter"));
    let mut desk = desk(&folder);
    desk.open(&mine);
    assert_eq!(ids(desk.state.library.tree()), ["money", "money/banks", "winter"]);
    assert_eq!((desk.articles().len(), desk.problems().len()), (2, 0));
}

#[test]
fn a_tree_opened_while_the_folder_is_being_read_loses_no_article() {
    let folder = folder();
    let mine = folder.write("mine.ron", MONEY.replace("weather", "winter"));
    for number in 0..200 {
        folder.write(&format!("more/{number}.txt"), FIRST);
    }
    let mut desk = Desk::new();
    desk.state.apply(Command::OpenFolder(folder.path().to_owned()));
    desk.state.apply(Command::OpenTopics(mine));
    // The window goes on drawing; at some moment the tree is there and the articles are not.
    while desk.state.marks.topics.is_none() {
        desk.state.take_reports();
        std::thread::yield_now();
    }
    desk.settle();
    assert_eq!((desk.articles().len(), desk.state.library.links.len()), (202, 202));
    assert_eq!(ids(desk.state.library.tree()), ["money", "money/banks", "winter"]);
    assert!(desk.state.progress.is_none() && !desk.state.jobs.is_busy());
}

#[test]
fn a_session_saved_before_its_articles_are_there_loses_nothing() {
    let folder = folder();
    let file = folder.join("reading.ron");
    let mut desk = desk(&folder);
    desk.select_topic("weather");
    read_to(&mut desk, "talks-2.txt", Reading { paragraph: 1, scrolled: 0.25 });
    desk.save_to(&file);
    let saved = fs::read_to_string(&file).unwrap();
    for number in 0..200 {
        folder.write(&format!("more/{number}.txt"), FIRST);
    }
    desk.state.apply(Command::OpenSession(file.clone()));
    while desk.state.file.path.is_none() || desk.state.progress.is_none() {
        desk.state.take_reports();
        assert!(desk.articles().len() < 200, "the moment was missed");
    }
    desk.act(Action::Save);
    assert_eq!(fs::read_to_string(&file).unwrap(), saved);
    assert_eq!(desk.state.view.topic, Some(desk.topic("weather")));
}

#[test]
fn where_one_was_in_an_article_is_kept_while_the_article_is_away() {
    let folder = folder();
    let (file, article) = (folder.join("reading.ron"), folder.join("talks-2.txt"));
    let mut desk = desk(&folder);
    let reading = Reading { paragraph: 1, scrolled: 0.25 };
    read_to(&mut desk, "talks-2.txt", reading);
    desk.act(Action::ToggleBookmark);
    desk.save_to(&file);
    fs::remove_file(&article).unwrap();
    desk.open(&file);
    assert_eq!((desk.articles(), desk.problems().len()), (vec!["talks-10.txt"], 0));
    desk.act(Action::Save);
    folder.write("talks-2.txt", FIRST);
    desk.open(&file);
    assert_eq!(desk.state.reading_of(desk.article("talks-2.txt")), reading);
    assert_eq!(desk.state.bookmarks_in(desk.article("talks-2.txt")).len(), 1);
}

#[test]
fn reading_that_is_stopped_keeps_what_has_come() {
    let folder = folder();
    for number in 0..400 {
        folder.write(&format!("more/{number}.txt"), FIRST);
    }
    let mut desk = Desk::new();
    desk.state.apply(Command::OpenFolder(folder.path().to_owned()));
    desk.state.apply(Command::Do(Action::CancelWork));
    desk.settle();
    assert!(desk.articles().len() < 402, "{} articles", desk.articles().len());
    assert!(desk.state.progress.is_none() && !desk.state.jobs.is_busy());
    assert_eq!(desk.state.library.links.len(), desk.articles().len());
}

#[test]
fn a_passage_is_copied_with_its_reference() {
    let mut desk = desk(&folder());
    desk.select_topic("weather");
    desk.act(Action::NextPassage);
    desk.act(Action::CopyPassage);
    let copied = desk.state.take_clipboard().unwrap();
    assert_eq!(copied, "“There was snow in the streets when the guests arrived.” (talks-10.txt, “Talks resume”, ¶ 1)");
}

#[test]
fn words_are_found_in_the_article_and_gone_round() {
    let mut desk = desk(&folder());
    desk.apply(Command::FindText("THE".to_owned()));
    let hits = desk.state.find.hits().len();
    assert!(hits >= 3, "{hits}");
    for _ in 0..hits {
        desk.act(Action::FindNext);
    }
    assert_eq!(desk.state.find.current(), Some(0));
    desk.select_article("talks-10.txt");
    assert_ne!(desk.state.find.hits().len(), 0, "the search goes on in the next article");
}
