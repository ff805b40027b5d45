//! Nothing is lost: after a crash, with two windows on one session, with a session that was changed or broken.

mod support;

use readout::app::{Action, Answer, Command, Dialog};
use readout::model::{Marks, Span};
use std::fs;
use std::path::{Path, PathBuf};
use support::{Desk, TestDir};

const A: &str = "Talks end\n\nSanctions were named first of all. Nothing else was said in the evening.\n";

fn folder() -> TestDir {
    TestDir::new(&[("talks/a.txt", A)])
}

fn talks(folder: &TestDir) -> PathBuf {
    folder.join("talks")
}

fn session(folder: &TestDir) -> PathBuf {
    folder.join("talks.ron")
}

fn desk(folder: &TestDir) -> Desk {
    with_journals(Desk::new(), folder)
}

fn with_journals(mut desk: Desk, folder: &TestDir) -> Desk {
    desk.state.unsaved_folder = Some(folder.join("unsaved"));
    desk
}

fn mark(desk: &mut Desk, words: &str, topic: &str) {
    let start = A.find(words).unwrap();
    desk.select_article("a.txt");
    desk.apply(Command::SelectText(Some(Span::new(start, start + words.len()))));
    let topic = desk.topic(topic);
    desk.apply(Command::MarkWith(topic));
}

/// The program ends without a word: what is not on the disk is gone.
fn crash(desk: Desk, folder: &TestDir) -> Desk {
    with_journals(desk.start_again(), folder)
}

/// What the dialog lists as not saved.
fn offered(desk: &Desk) -> Vec<String> {
    assert_eq!(desk.state.dialog, Some(Dialog::Recover));
    let unsaved = desk.state.unsaved.as_ref().unwrap();
    assert_eq!(unsaved.recovered.warnings, []);
    unsaved.recovered.edits.iter().map(|(name, _)| name.to_string()).collect()
}

fn files_beside(session: &Path) -> Vec<String> {
    let files = fs::read_dir(session.parent().unwrap()).unwrap();
    let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_reading_that_was_never_saved_is_offered_at_the_next_start() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.open(&talks(&folder));
    mark(&mut desk, "Nothing else", "call");
    mark(&mut desk, "the evening", "iran");
    desk.act(Action::Undo);
    let marks = desk.state.marks.clone();
    let mut desk = crash(desk, &folder);
    assert!(desk.state.look_for_unsaved());
    assert_eq!(offered(&desk), ["mark passage", "mark passage", "undo mark passage"]);
    desk.apply(Command::Answer(Answer::Recover));
    assert_eq!(desk.state.marks, marks);
    assert_eq!(desk.articles(), ["a.txt"]);
    assert!(desk.state.is_unsaved());
    // A second crash before anything else was done.
    let mut desk = crash(desk, &folder);
    assert!(desk.state.look_for_unsaved());
    desk.apply(Command::Answer(Answer::Recover));
    assert_eq!(desk.state.marks, marks);
    desk.save_to(&session(&folder));
    let mut desk = crash(desk, &folder);
    assert!(!desk.state.look_for_unsaved(), "it is saved now");
}

#[test]
fn what_was_done_after_the_last_save_is_offered_when_the_session_is_opened() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.open(&talks(&folder));
    mark(&mut desk, "Nothing else", "call");
    desk.save_to(&session(&folder));
    mark(&mut desk, "the evening", "iran");
    let marks = desk.state.marks.clone();
    let mut desk = crash(desk, &folder);
    assert!(desk.state.look_for_unsaved(), "a recent session has changes that are not in it");
    desk.settle();
    assert_eq!(offered(&desk), ["mark passage"]);
    desk.apply(Command::Answer(Answer::Recover));
    assert_eq!(desk.state.marks, marks);
    desk.act(Action::Undo);
    assert_eq!(desk.state.marks.passages.len(), 1, "what was recovered can be undone");
}

#[test]
fn what_is_given_up_does_not_come_back_and_what_is_put_off_stays_in_a_file() {
    let folder = folder();
    for (answer, is_kept) in [(Answer::Discard, false), (Answer::Cancel, true)] {
        let mut desk = desk(&folder);
        desk.open(&talks(&folder));
        desk.save_to(&session(&folder));
        mark(&mut desk, "Nothing else", "call");
        let mut desk = crash(desk, &folder);
        desk.open(&session(&folder));
        offered(&desk);
        desk.apply(Command::Answer(answer));
        assert_eq!(desk.state.marks, Marks::default());
        let mut desk = crash(desk, &folder);
        desk.open(&session(&folder));
        assert_eq!(desk.state.dialog, None);
        let kept = files_beside(&session(&folder)).iter().any(|name| name.contains("journal"));
        assert_eq!(kept, is_kept);
    }
}

#[test]
fn a_saved_session_that_is_closed_leaves_no_journal() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.open(&talks(&folder));
    mark(&mut desk, "Nothing else", "call");
    desk.save_to(&session(&folder));
    mark(&mut desk, "the evening", "iran");
    desk.act(Action::Quit);
    assert_eq!(desk.state.dialog, Some(Dialog::Unsaved { then: readout::app::Leaving::Quit }));
    desk.apply(Command::Answer(Answer::Save));
    assert!(desk.state.leave);
    drop(desk);
    assert_eq!(files_beside(&session(&folder)), [".talks.ron.versions", "talks", "talks.ron", "unsaved"]);
}

#[test]
fn the_second_window_on_a_session_is_told_and_reads_or_takes_a_copy() {
    let folder = folder();
    let mut first = desk(&folder);
    first.state.settings.reader = "Anna".to_owned();
    first.open(&talks(&folder));
    first.save_to(&session(&folder));
    mark(&mut first, "Nothing else", "call");

    let mut second = desk(&folder);
    second.open(&talks(&folder));
    second.open(&session(&folder));
    let Some(Dialog::InUse { who, .. }) = &second.state.dialog else { panic!("{:?}", second.state.dialog) };
    assert!(who.contains("Anna"), "{who}");
    second.apply(Command::Answer(Answer::Cancel));
    mark(&mut second, "the evening", "iran");
    assert_eq!(second.state.marks, Marks::default(), "it is open to be read");
    second.open(&session(&folder));
    second.apply(Command::Answer(Answer::Copy));
    mark(&mut second, "the evening", "iran");
    assert_eq!(second.state.marks.passages.len(), 1);
    second.save_to(&session(&folder));
    assert!(second.problems().iter().any(|problem| problem.contains("is open in another window")));
    second.save_to(&folder.join("copy.ron"));
    assert!(!second.state.is_unsaved());

    first.save_to(&session(&folder));
    let mut third = desk(&folder);
    drop(first);
    third.open(&talks(&folder));
    third.open(&session(&folder));
    assert_eq!(third.state.dialog, None, "the first window is closed");
    assert_eq!(third.state.marks.passages.len(), 1);
}

#[test]
fn a_session_that_somebody_else_changed_is_not_overwritten_without_a_word() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.open(&talks(&folder));
    desk.save_to(&session(&folder));
    let theirs =
        fs::read_to_string(session(&folder)).unwrap().replace("program: \"readout", "program: \"by hand, readout");
    fs::write(session(&folder), &theirs).unwrap();
    mark(&mut desk, "Nothing else", "call");
    desk.save_to(&session(&folder));
    assert_eq!(desk.state.dialog, Some(Dialog::ChangedElsewhere { session: session(&folder) }));
    assert_eq!(fs::read_to_string(session(&folder)).unwrap(), theirs);
    desk.apply(Command::Answer(Answer::Save));
    assert!(!desk.state.is_unsaved());
    desk.act(Action::Versions);
    let Some(Dialog::Versions { list, .. }) = &desk.state.dialog else { panic!() };
    assert_eq!(list.len(), 3, "what stood there is kept too");
}

#[test]
fn a_session_goes_back_to_an_earlier_version_and_forward_again() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.open(&talks(&folder));
    mark(&mut desk, "Nothing else", "call");
    desk.save_to(&session(&folder));
    mark(&mut desk, "the evening", "iran");
    desk.save_to(&session(&folder));
    desk.act(Action::Versions);
    let Some(Dialog::Versions { list, .. }) = desk.state.dialog.clone() else { panic!() };
    let counts: Vec<usize> = list.iter().map(|version| version.summary.unwrap().counts.unwrap().passages).collect();
    assert_eq!(counts, [2, 1]);
    desk.apply(Command::Answer(Answer::OpenVersion(list[1].clone())));
    assert_eq!(desk.state.marks.passages.len(), 1);
    assert!(desk.state.is_unsaved(), "the newer one is in the file until this is saved");
    desk.save_to(&session(&folder));
    assert_eq!(desk.state.dialog, None);
    desk.act(Action::Versions);
    let Some(Dialog::Versions { list, .. }) = desk.state.dialog.clone() else { panic!() };
    let newer = list.iter().find(|version| version.summary.unwrap().counts.unwrap().passages == 2).unwrap();
    desk.apply(Command::Answer(Answer::OpenVersion(newer.clone())));
    assert_eq!(desk.state.marks.passages.len(), 2);
}

#[test]
fn of_a_broken_session_the_last_good_version_is_offered() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.open(&talks(&folder));
    mark(&mut desk, "Nothing else", "call");
    desk.save_to(&session(&folder));
    let mut desk = crash(desk, &folder);
    let whole = fs::read(session(&folder)).unwrap();
    fs::write(session(&folder), &whole[..whole.len() / 2]).unwrap();
    desk.open(&session(&folder));
    let Some(Dialog::LastGood { message, .. }) = &desk.state.dialog else { panic!("{:?}", desk.state.dialog) };
    assert!(message.contains("talks.ron"), "{message}");
    desk.apply(Command::Answer(Answer::Recover));
    assert_eq!(desk.state.marks.passages.len(), 1);
    desk.save_to(&session(&folder));
    assert!(!desk.state.is_unsaved());
}

/// Somebody removed the session while it was open.
#[test]
fn a_session_that_is_deleted_under_the_program_is_written_again() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.open(&talks(&folder));
    mark(&mut desk, "Nothing else", "call");
    desk.save_to(&session(&folder));
    fs::remove_file(session(&folder)).unwrap();
    mark(&mut desk, "the evening", "iran");
    desk.save_to(&session(&folder));
    assert!(!desk.state.is_unsaved());
    let mut desk = crash(desk, &folder);
    desk.open(&session(&folder));
    assert_eq!(desk.state.marks.passages.len(), 2);
}

/// The journal of a session that is open in a window is no trace of a crash: a second start opened that session.
#[test]
fn a_second_start_leaves_a_session_alone_that_is_open_in_a_window() {
    let folder = folder();
    let mut first = desk(&folder);
    first.open(&talks(&folder));
    first.save_to(&session(&folder));
    mark(&mut first, "Nothing else", "call");
    let mut second = desk(&folder);
    second.state.settings = first.state.settings.clone();
    assert!(!second.state.look_for_unsaved());
    assert_eq!(second.state.dialog, None);
    second.state.settings.recent_sessions.clear();
    drop(first);
}

/// Quit, Save, "somebody else has changed this session", Cancel: the next plain save closed the program.
#[test]
fn a_save_that_was_given_up_does_not_make_a_later_one_quit() {
    let folder = folder();
    let mut desk = desk(&folder);
    desk.open(&talks(&folder));
    desk.save_to(&session(&folder));
    let theirs = fs::read_to_string(session(&folder)).unwrap().replace("program: \"readout", "program: \"by hand");
    fs::write(session(&folder), &theirs).unwrap();
    mark(&mut desk, "Nothing else", "call");
    desk.act(Action::Quit);
    desk.apply(Command::Answer(Answer::Save));
    desk.apply(Command::Answer(Answer::Cancel));
    desk.save_to(&folder.join("mine.ron"));
    assert!(!desk.state.leave && !desk.state.is_unsaved());
}

/// What was typed in a session that is open to be read came into it with the second pause.
#[test]
fn a_note_written_in_a_session_that_is_open_to_be_read_does_not_come_into_it() {
    let folder = folder();
    let mut first = desk(&folder);
    first.open(&talks(&folder));
    first.save_to(&session(&folder));
    let mut second = desk(&folder);
    second.open(&talks(&folder));
    second.open(&session(&folder));
    second.apply(Command::Answer(Answer::Cancel));
    second.act(Action::NoteOnSession);
    for text in ["One", "One, two"] {
        second.apply(Command::TypeNote(text.to_owned()));
        std::thread::sleep(std::time::Duration::from_millis(1600));
        second.state.take_reports();
    }
    assert_eq!(second.state.marks, Marks::default());
}
