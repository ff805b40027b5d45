//! What a journal promises while all goes well, and when it was torn, damaged, left behind or overtaken.

mod faults;

use super::*;
use crate::model::{Anchor, Bookmark, Mark, Marks, Session};
use crate::store::session_file;
use crate::store::versions;
use std::fs;
use tempfile::TempDir;

/// A bookmark that no other number gives.
fn add(number: usize) -> Edit {
    let (prefix, suffix) = (String::new(), String::new());
    let anchor = Anchor { start: number, end: number + 1, exact: "line\n\"end\"".to_owned(), prefix, suffix };
    Edit::Add(Mark::Bookmark(Bookmark { article: "a.txt".to_owned(), anchor, fingerprint: None, by: String::new() }))
}

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.ron");
    (folder, path)
}

/// A window without a window: a session and its journal.
struct Reading {
    session: Session,
    journal: Journal,
}

impl Reading {
    /// Opens what is there and takes up what was not saved.
    fn open(path: &Path) -> (Self, Vec<Warning>) {
        let loaded = path.exists().then(|| session_file::load(path).unwrap());
        let content = loaded.as_ref().map(|loaded| loaded.content);
        let mut session = loaded.map(|loaded| loaded.session).unwrap_or_default();
        let Some(recovered) = recover(path, content) else {
            let journal = Journal::new(path, &Source::Sample, content).unwrap();
            return (Self { session, journal }, Vec::new());
        };
        for (_, edit) in recovered.edits.clone() {
            edit.apply(&mut session.marks);
        }
        let journal = recovered.resume(&Source::Sample).unwrap();
        (Self { session, journal }, recovered.warnings)
    }

    fn edit(&mut self, number: usize) {
        add(number).apply(&mut self.session.marks).unwrap();
        self.journal.append("add bookmark", &add(number)).unwrap();
    }

    fn save(&mut self, path: &Path) {
        let saved = self.journal.begin_save(path).run(&self.session, &[], false).unwrap();
        self.journal.saved(&saved).unwrap();
    }
}

fn marks(numbers: impl IntoIterator<Item = usize>) -> Marks {
    let mut marks = Marks::default();
    numbers.into_iter().for_each(|number| drop(add(number).apply(&mut marks)));
    marks
}

fn hidden(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
    let mut hidden: Vec<String> = names.filter(|name| name.starts_with('.') && !name.ends_with("versions")).collect();
    hidden.sort();
    hidden
}

#[test]
fn edits_outlive_the_process_before_and_after_saving() {
    let (_folder, path) = folder();
    let (mut reading, _) = Reading::open(&path);
    for number in 0..10 {
        reading.edit(number);
        if number % 4 == 2 {
            reading.save(&path);
        }
        let _killed = reading;
        let warnings;
        (reading, warnings) = Reading::open(&path);
        assert_eq!(warnings, []);
        assert_eq!(reading.session.marks, marks(0..=number));
        assert_eq!(reading.journal.len(), [1, 2, 0, 1, 2, 3, 0, 1, 2, 3][number]);
    }
}

#[test]
fn nothing_is_left_beside_a_session_that_was_saved_and_closed() {
    let (folder, path) = folder();
    let (reading, _) = Reading::open(&path);
    assert_eq!(hidden(folder.path()), [""; 0], "opening writes nothing");
    reading.journal.close().unwrap();
    let (mut reading, _) = Reading::open(&path);
    reading.edit(1);
    assert_eq!(hidden(folder.path()), [".talks.ron.journal"]);
    reading.save(&path);
    reading.journal.close().unwrap();
    assert_eq!(hidden(folder.path()), [""; 0]);
    assert_eq!(versions::list(&path)[0].summary.unwrap().counts.unwrap().bookmarks, 1);
}

#[test]
fn edits_that_come_while_it_is_being_saved_stay_in_the_journal() {
    let (_folder, path) = folder();
    let (mut reading, _) = Reading::open(&path);
    reading.edit(1);
    let saving = reading.journal.begin_save(&path);
    let session = reading.session.clone();
    reading.edit(2);
    let saved = saving.run(&session, &[], false).unwrap();
    let _killed_here = recover(&path, Some(saved.content)).map(|recovered| recovered.edits);
    assert_eq!(_killed_here, Some(vec![("add bookmark".into(), add(2))]));
    reading.journal.saved(&saved).unwrap();
    reading.edit(3);
    let (reading, warnings) = Reading::open(&path);
    assert_eq!((reading.session.marks, warnings), (marks(1..=3), vec![]));
    assert_eq!(reading.journal.len(), 2);
}

#[test]
fn a_torn_end_is_cut_off_and_damage_is_told_and_kept_aside() {
    let (folder, path) = folder();
    let (mut reading, _) = Reading::open(&path);
    (0..3).for_each(|number| reading.edit(number));
    let journal = reading.journal.path();
    let whole = fs::read(&journal).unwrap();
    let last = whole[..whole.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for cut in [last, last + 1, last + 30, whole.len() - 1] {
        fs::write(&journal, &whole[..cut]).unwrap();
        let (reading, warnings) = Reading::open(&path);
        assert_eq!((reading.session.marks, warnings), (marks(0..2), vec![]), "{cut}");
    }
    let mut damaged = whole;
    damaged[last - 3] ^= 1;
    fs::write(&journal, &damaged).unwrap();
    let (reading, warnings) = Reading::open(&path);
    assert_eq!((reading.session.marks, warnings), (marks(0..1), vec![Warning::Damaged]));
    assert_eq!(fs::read(folder.path().join(".talks.ron.journal-1")).unwrap(), damaged);
    let (reading, warnings) = Reading::open(&path);
    assert_eq!((reading.session.marks, warnings), (marks(0..1), vec![]), "the new journal is whole");
}

#[test]
fn edits_of_a_session_that_somebody_else_changed_are_offered_with_a_warning() {
    let (_folder, path) = folder();
    let (mut reading, _) = Reading::open(&path);
    reading.edit(1);
    reading.save(&path);
    reading.edit(2);
    let other = Session { marks: marks([7]), ..Session::default() };
    session_file::save(&path, &other, &[]).unwrap();
    let (changed, warnings) = Reading::open(&path);
    assert_eq!((changed.session.marks, warnings), (marks([2, 7]), vec![Warning::Changed]));
    fs::remove_file(&path).unwrap();
    assert_eq!(recover(&path, None).unwrap().warnings, [Warning::Gone]);
}

#[test]
fn a_save_over_a_file_that_somebody_else_changed_waits_for_the_readers_word() {
    let (_folder, path) = folder();
    let (mut reading, _) = Reading::open(&path);
    reading.edit(1);
    reading.save(&path);
    let other = Session { marks: marks([7]), ..Session::default() };
    session_file::save(&path, &other, &[]).unwrap();
    let saving = reading.journal.begin_save(&path);
    assert!(matches!(saving.run(&reading.session, &[], false), Err(SaveError::ChangedElsewhere { .. })));
    assert_eq!(session_file::load(&path).unwrap().session, other);
    reading.journal.saved(&saving.run(&reading.session, &[], true).unwrap()).unwrap();
    assert_eq!(session_file::load(&path).unwrap().session, reading.session);
    let kept = versions::list(&path);
    assert_eq!(versions::load(&kept[1], &path).unwrap().session, other, "nothing is lost");
}

#[test]
fn a_session_that_was_deleted_is_written_again() {
    let (folder, path) = folder();
    let (mut reading, _) = Reading::open(&path);
    reading.edit(1);
    reading.save(&path);
    fs::remove_dir_all(folder.path()).unwrap();
    reading.save(&path);
    assert_eq!(session_file::load(&path).unwrap().session.marks, marks([1]));
}

#[test]
fn a_journal_that_was_deleted_is_written_again() {
    let (_folder, path) = folder();
    let (mut reading, _) = Reading::open(&path);
    reading.edit(1);
    fs::remove_file(reading.journal.path()).unwrap();
    reading.edit(2);
    assert_eq!(Reading::open(&path).0.session.marks, marks([1, 2]));
}

#[test]
fn a_reading_without_a_file_is_found_again_and_moves_to_the_file_it_is_saved_in() {
    let (folder, path) = folder();
    let readings = folder.path().join("data/readings");
    let draft = unsaved_path(&readings).unwrap();
    let (mut reading, _) = Reading::open(&draft);
    reading.edit(1);
    assert_eq!(unsaved(&readings), [Beside::of(&draft).session()]);
    let (mut reading, warnings) = Reading::open(&draft);
    assert_eq!((reading.session.marks.clone(), warnings), (marks([1]), vec![]));

    let saved = reading.journal.begin_save(&path).run(&reading.session, &[], false).unwrap();
    assert!(recover(&draft, None).is_none(), "killed here, it is known that all is saved elsewhere");
    reading.journal.append("add bookmark", &add(2)).unwrap();
    assert_eq!(recover(&draft, None).unwrap().edits.len(), 2, "not all is");
    reading.journal.saved(&saved).unwrap();
    assert_eq!(unsaved(&readings), [""; 0].map(PathBuf::from));
    assert_eq!(Reading::open(&path).0.session.marks, marks([1, 2]));
    assert_eq!(hidden(&readings), [""; 0]);
}

#[test]
fn saving_under_the_name_of_a_session_with_a_journal_keeps_that_aside() {
    let (folder, path) = folder();
    let (mut other, _) = Reading::open(&path);
    other.edit(7);
    let (mut reading, _) = Reading::open(&folder.path().join("new.ron"));
    reading.edit(1);
    reading.save(&path);
    assert_eq!(hidden(folder.path()), [".talks.ron.journal-1"]);
    assert_eq!(Reading::open(&path).0.session.marks, marks([1]));
}

#[test]
fn what_is_recovered_can_be_forgotten_or_set_aside() {
    let (folder, path) = folder();
    let (mut reading, _) = Reading::open(&path);
    reading.edit(1);
    let aside = recover(&path, None).unwrap().set_aside().unwrap().unwrap();
    assert!(aside.ends_with(".talks.ron.journal-1") && recover(&path, None).is_none());
    let (mut reading, _) = Reading::open(&path);
    reading.edit(2);
    recover(&path, None).unwrap().discard().unwrap();
    assert_eq!(hidden(folder.path()), [".talks.ron.journal-1"]);
}

#[test]
fn a_journal_of_a_stranger_brings_no_path_that_leads_out_and_a_newer_one_is_not_read() {
    let (_folder, path) = folder();
    let (mut reading, _) = Reading::open(&path);
    reading.edit(1);
    let Edit::Add(Mark::Bookmark(bookmark)) = add(2) else { panic!() };
    let evil = Edit::Add(Mark::Bookmark(Bookmark { article: "../b.txt".to_owned(), ..bookmark }));
    reading.journal.append("add", &Edit::Together("both".into(), vec![evil])).unwrap();
    let recovered = recover(&path, None).unwrap();
    assert_eq!((recovered.edits.len(), recovered.warnings), (1, vec![Warning::Damaged]));
    let newer = record::line(&Header { format: 2, ..reading.journal.header.clone() }).unwrap();
    fs::write(reading.journal.path(), newer).unwrap();
    assert_eq!(recover(&path, None).unwrap().warnings, [Warning::Newer(2)]);
}

#[test]
fn without_the_session_its_last_version_takes_the_journal_on() {
    let (_folder, path) = folder();
    let (mut reading, _) = Reading::open(&path);
    reading.edit(1);
    reading.save(&path);
    reading.edit(2);
    fs::write(&path, "(format: 1, collec").unwrap();
    assert!(session_file::load(&path).is_err());
    let (_, mut loaded) = versions::last_good(&path).unwrap();
    let recovered = recover(&path, Some(loaded.content)).unwrap();
    assert_eq!(recovered.warnings, []);
    for (_, edit) in recovered.edits.clone() {
        edit.apply(&mut loaded.session.marks);
    }
    assert_eq!(loaded.session.marks, marks([1, 2]));
    let journal = recovered.resume(&Source::Sample).unwrap();
    assert!(journal.begin_save(&path).run(&loaded.session, &[], true).is_ok());
}
