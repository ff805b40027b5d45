//! What a reader's work goes through on the disk: two windows on one session, folders that cannot be written, sessions
//! that are damaged, hostile, or deleted while they are open.

use readout::model::{About, Edit, Mark, MarkId, Note, Session, Source};
use readout::store::journal::{self, Journal, SaveError};
use readout::store::{SessionLock, Taken, session_file, versions};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.ron");
    (folder, path)
}

fn note(number: u64) -> Edit {
    let text = format!("note {number}");
    Edit::Add(Mark::Note(Note { about: About::Session, id: MarkId(number), text, by: "Anna".to_owned() }))
}

/// A session with so many notes, saved one note after the other.
fn saved(path: &Path, notes: u64) -> (Session, Journal) {
    let mut session = Session::default();
    let mut journal = Journal::new(path, &Source::Sample, None).unwrap();
    for number in 0..notes {
        do_edit(&mut session, &mut journal, number);
        save(&session, &mut journal, path);
    }
    (session, journal)
}

fn do_edit(session: &mut Session, journal: &mut Journal, number: u64) {
    note(number).apply(&mut session.marks).unwrap();
    journal.append("write note", &note(number)).unwrap();
}

fn save(session: &Session, journal: &mut Journal, path: &Path) {
    let saved = journal.begin_save(path).run(session, &[], false).unwrap();
    journal.saved(&saved).unwrap();
}

#[test]
fn a_broken_session_says_so_by_name_and_its_last_good_version_is_offered() {
    let (_folder, path) = folder();
    let (session, _) = saved(&path, 3);
    let whole = fs::read(&path).unwrap();
    let mut flipped = whole.clone();
    flipped[40] = 0xff;
    for broken in [&whole[..whole.len() / 2], &flipped, b"", b"\0\0\0\0"] {
        fs::write(&path, broken).unwrap();
        let message = session_file::load(&path).unwrap_err().to_string();
        assert!(message.starts_with(&path.display().to_string()), "{message}");
        let (version, loaded) = versions::last_good(&path).unwrap();
        assert_eq!(loaded.session, session);
        assert_eq!(version.summary.unwrap().counts.unwrap().notes, 3);
    }
}

#[test]
fn every_saved_version_can_be_opened_again() {
    let (_folder, path) = folder();
    saved(&path, 12);
    let versions = versions::list(&path);
    let notes: Vec<usize> = versions.iter().map(|version| version.summary.unwrap().counts.unwrap().notes).collect();
    assert_eq!(notes, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    for (version, notes) in versions.iter().zip(notes) {
        assert_eq!(versions::load(version, &path).unwrap().session.marks.notes.len(), notes);
    }
}

#[test]
fn hostile_sessions_are_refused_with_a_message_that_names_the_file() {
    let (_folder, path) = folder();
    let marked = |start: &str, article: &str| {
        format!(
            "(format: 1, collection: Sample, bookmarks: [(article: \"{article}\", anchor: (start: {start}, end: 9, \
             exact: \"\", prefix: \"\", suffix: \"\"))])"
        )
    };
    let deep = |open: &str| format!("(format: 1, collection: Sample, topics: {}", open.repeat(100_000));
    for (hostile, reason) in [
        (marked("0", "../../etc/passwd"), "leads out"),
        (marked("0", "C:/boot.ini"), "leads out"),
        (marked("10", "a.txt"), "ends at 9 before it starts at 10"),
        (marked("NaN", "a.txt"), "line 1"),
        (marked("-1", "a.txt"), "line 1"),
        (marked("1e9", "a.txt"), "line 1"),
        (marked("99999999999999999999999999", "a.txt"), "line 1"),
        (deep("("), "line 1"),
        (deep("Some("), "line 1"),
        (deep("(topics: [(children: ["), "line 1"),
        (format!("/*{}", "/*".repeat(100_000)), "line 1"),
        (format!("(format: 1, collection: r{}", "#".repeat(1_000_000)), "line 1"),
        ("(format: 4294967296, collection: Sample)".to_owned(), "line 1"),
        ("(format: 4294967295, collection: Sample)".to_owned(), "newer Readout"),
    ] {
        fs::write(&path, &hostile).unwrap();
        let message = session_file::load(&path).unwrap_err().to_string();
        let start: String = hostile.chars().take(60).collect();
        assert!(message.starts_with(&path.display().to_string()) && message.contains(reason), "{start}: {message}");
        assert!(message.len() < 1_000, "a message, not the file: {} bytes", message.len());
    }
    assert!(session_file::load(&path.join("no/such.ron")).is_err());
}

#[test]
fn the_second_window_does_not_write_over_what_the_first_has_saved() {
    let (_folder, path) = folder();
    let Taken::Held(_lock) = SessionLock::take(&path, "Anna") else { panic!("nobody has it") };
    let (mut session, mut first) = saved(&path, 1);
    let Taken::ByOther(Some(holder)) = SessionLock::take(&path, "Boris") else { panic!("Anna has it") };
    assert_eq!(holder.reader, "Anna");
    // As where the file system has no locks: the second goes on all the same.
    let content = session_file::load(&path).unwrap().content;
    let second = Journal::new(&path, &Source::Sample, Some(content)).unwrap();
    do_edit(&mut session, &mut first, 7);
    save(&session, &mut first, &path);
    let refused = second.begin_save(&path).run(&Session::default(), &[], false);
    assert!(matches!(refused, Err(SaveError::ChangedElsewhere { .. })));
    assert_eq!(session_file::load(&path).unwrap().session, session);
}

#[cfg(unix)]
#[test]
fn in_a_folder_that_cannot_be_written_nothing_is_lost_and_the_reason_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = folder();
    let (mut session, mut journal) = saved(&path, 1);
    let rights = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    rights(0o500);
    if fs::write(folder.path().join("probe"), "").is_ok() {
        // The administrator may write everywhere.
        return rights(0o700);
    }
    assert!(matches!(SessionLock::take(&path, ""), Taken::ReadOnly(_)));
    note(7).apply(&mut session.marks).unwrap();
    let refused = journal.append("write note", &note(7)).unwrap_err();
    assert!(refused.to_string().contains("permission denied"), "{refused}");
    assert!(journal.begin_save(&path).run(&session, &[], false).is_err());
    assert_eq!(session_file::load(&path).unwrap().session.marks.notes.len(), 1);

    // Elsewhere it can be saved; and here again when the folder may be written.
    let copies = tempfile::tempdir().unwrap();
    assert!(journal.begin_save(&copies.path().join("copy.ron")).run(&session, &[], false).is_ok());
    rights(0o700);
    journal.catch_up().unwrap();
    let content = session_file::load(&path).unwrap().content;
    assert_eq!(journal::recover(&path, Some(content)).unwrap().edits, [("write note".into(), note(7))]);
}

#[test]
fn a_full_disk_for_versions_does_not_stop_the_save() {
    let (folder, path) = folder();
    // A file where the folder of versions should be: nothing can be kept.
    fs::write(folder.path().join(".talks.ron.versions"), "").unwrap();
    let (mut session, mut journal) = saved(&path, 0);
    do_edit(&mut session, &mut journal, 1);
    let saved = journal.begin_save(&path).run(&session, &[], false).unwrap();
    assert!(saved.not_kept.is_some());
    assert_eq!(session_file::load(&path).unwrap().session, session);
}
