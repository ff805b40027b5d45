use super::*;
use std::fs;
use std::sync::{Mutex, PoisonError};

/// Held while a program is written and started: a file that is open for writing in a process that another test starts
/// at this moment cannot be run.
static STARTING: Mutex<()> = Mutex::new(());

fn found(folder: &Path, name: &str, content: &[u8]) -> Found {
    let full = folder.join(name);
    fs::write(&full, content).unwrap();
    Found { path: name.to_owned(), full, bytes: content.len() as u64, modified: None }
}

#[test]
fn plain_text_and_web_pages_are_read_in_place_and_all_else_is_not() {
    for path in ["a.txt", "b/A.HTML", "c.markdown", "d.md", "e.htm"] {
        assert!(!is_risky(path), "{path}");
    }
    for path in ["a.pdf", "a.docx", "a.eml", "a.MHTML", "a.epub", "a.rtf", "a.odt", "txt", "a.txt.pdf"] {
        assert!(is_risky(path), "{path}");
    }
}

#[test]
fn where_no_child_can_be_started_risky_files_are_read_in_place() {
    let _one = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::tempdir().unwrap();
    let letter = found(folder.path(), "letter.rtf", br"{\rtf1 Talks end.\par They talked.}");
    for program in [None, Some(folder.path().join("gone")), Some(letter.full.clone())] {
        let mut reader = Reader::new(program);
        assert_eq!(reader.read(&letter).unwrap().format, crate::model::Format::Rtf);
    }
}

#[test]
fn a_program_that_is_another_one_is_not_taken_for_a_child() {
    let _one = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::tempdir().unwrap();
    let letter = found(folder.path(), "letter.rtf", br"{\rtf1 Talks end.\par They talked.}");
    // The test runner: it knows no such argument.
    let mut reader = Reader::of_this_program();
    assert!(reader.read(&letter).is_ok());
    assert!(reader.child.is_none() && reader.program.is_none());
}

#[test]
fn large_files_have_more_time() {
    let limits = Limits::default();
    assert_eq!(limits.time_for(100), Duration::from_secs(20));
    assert_eq!(limits.time_for(64 << 20), Duration::from_secs(84));
}

#[cfg(unix)]
mod impostors {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::time::Instant;

    /// A program that greets like a child and then does something else.
    fn impostor(folder: &Path, then: &str) -> Reader {
        let program = folder.join("impostor");
        fs::write(&program, format!("#!/bin/sh\nprintf '%s\\n' '{}'\n{then}\n", HELLO.trim_end())).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let limits = Limits { time: Duration::from_millis(500), ..Limits::default() };
        Reader::new(Some(program)).with_limits(limits)
    }

    fn reason(then: &str) -> String {
        let _one = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = tempfile::tempdir().unwrap();
        let file = found(folder.path(), "a.pdf", &[b'x'; 200_000]);
        impostor(folder.path(), then).read(&file).unwrap_err().to_string()
    }

    #[test]
    fn a_child_that_hangs_is_stopped_when_its_time_is_over() {
        let started = Instant::now();
        assert_eq!(reason("exec sleep 60"), "a.pdf: it took longer than 0 s to read and was stopped");
        assert!(started.elapsed() < Duration::from_secs(30));
    }

    #[test]
    fn a_child_that_crashes_or_talks_nonsense_is_told_of() {
        let broken = "a.pdf: it broke the reader, which was stopped";
        assert_eq!(reason("kill -SEGV $$"), broken);
        assert_eq!(reason("exit 0"), broken);
        assert_eq!(reason("head -c 200021 >/dev/null; printf 'Hello there, this is no article'"), broken);
        assert_eq!(reason("head -c 200021 >/dev/null; printf '\\001\\377\\377\\377\\377\\377\\377\\377\\377'"), broken);
    }

    #[test]
    fn a_child_without_memory_is_told_of() {
        let words = "echo memory allocation of 9 bytes failed >&2; kill -ABRT $$";
        assert_eq!(reason(words), "a.pdf: it needed more than 1024 MB of memory and was stopped");
    }

    #[test]
    fn a_child_that_died_between_two_files_is_replaced_and_no_file_is_blamed() {
        let _one = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = tempfile::tempdir().unwrap();
        let file = found(folder.path(), "a.pdf", b"12345");
        // Refuses one file with the words "no", then ends: path, bytes and two lengths are 26 bytes.
        let reply = "head -c 26 >/dev/null; printf '\\000\\002\\000\\000\\000\\000\\000\\000\\000no'";
        let mut reader = impostor(folder.path(), reply);
        for _ in 0..3 {
            assert_eq!(reader.read(&file).unwrap_err().to_string(), "a.pdf: no");
        }
    }
}
