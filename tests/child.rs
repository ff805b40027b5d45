//! Risky files are read in a child process of the program: whatever a file does to its reader, the next one is read, and
//! no process is left behind.

use readout::store::child::{ARGUMENT, HELLO, Limits};
use readout::store::{Found, Reader};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const LETTER: &[u8] = br"{\rtf1 Talks end.\par The talks touched on sanctions against Russia. Nothing else was said.}";

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_readout"))
}

fn found(folder: &Path, name: &str, content: &[u8]) -> Found {
    let full = folder.join(name);
    fs::write(&full, content).unwrap();
    Found { path: name.to_owned(), full, bytes: content.len() as u64, modified: None }
}

/// A child as the program starts it, that has greeted.
fn child() -> Child {
    let mut command = Command::new(program());
    command.arg(ARGUMENT).arg((1_u64 << 30).to_string());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut hello = vec![0; HELLO.len()];
    child.stdout.as_mut().unwrap().read_exact(&mut hello).unwrap();
    assert_eq!(hello, HELLO.as_bytes());
    child
}

/// An RTF of `bytes` that is sound and slow to read.
fn long_letter(bytes: usize) -> Vec<u8> {
    let mut letter = LETTER[..LETTER.len() - 1].to_vec();
    while letter.len() < bytes {
        letter.extend(br"\par The talks touched on sanctions against Russia, and {\b nothing} else was said.");
    }
    letter.push(b'}');
    letter
}

#[test]
fn a_child_reads_the_same_article_as_the_program_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (mut child, mut place) = (Reader::new(Some(program())), Reader::new(None));
    for (name, content) in [
        ("letter.rtf", LETTER),
        ("2021-12-07/mail.eml", b"Subject: Talks end\r\nDate: Tue, 7 Dec 2021 10:00:00 +0300\r\n\r\nThey talked.\r\n"),
        ("broken.docx", b"PK\x03\x04 and nothing more"),
        ("broken.pdf", b"%PDF-1.7"),
        ("empty.epub", b""),
    ] {
        fs::create_dir_all(folder.path().join("2021-12-07")).unwrap();
        let found = found(folder.path(), name, content);
        assert_eq!(child.read(&found), place.read(&found), "{name}");
    }
    let letter = child.read(&found(folder.path(), "letter.rtf", LETTER)).unwrap();
    assert!(letter.text.starts_with("Talks end.") && letter.path == "letter.rtf");
}

#[test]
fn a_thousand_small_files_take_no_process_each() {
    let folder = tempfile::tempdir().unwrap();
    let letter = found(folder.path(), "letter.rtf", LETTER);
    let mut reader = Reader::new(Some(program()));
    let started = Instant::now();
    (0..1000).for_each(|_| assert!(reader.read(&letter).is_ok()));
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
}

#[test]
fn a_file_that_takes_too_long_is_stopped_and_the_next_one_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let slow = found(folder.path(), "slow.rtf", &long_letter(900_000));
    let quick = found(folder.path(), "quick.rtf", LETTER);
    let limits = Limits { time: Duration::ZERO, ..Limits::default() };
    let mut reader = Reader::new(Some(program())).with_limits(limits);
    let reason = "slow.rtf: it took longer than 0 s to read and was stopped";
    assert_eq!(reader.read(&slow).unwrap_err().to_string(), reason);
    let mut reader = reader.with_limits(Limits::default());
    assert!(reader.read(&quick).is_ok() && reader.read(&slow).is_ok());
}

#[cfg(target_os = "linux")] // Other systems do not hold such a limit, or not in this way.
#[test]
fn a_file_that_needs_too_much_memory_is_stopped_and_the_next_one_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let mail = format!("Subject: Talks\r\n\r\n{}", "They talked. ".repeat(4_500_000));
    let large = found(folder.path(), "large.eml", mail.as_bytes());
    let small = found(folder.path(), "small.rtf", LETTER);
    let limits = Limits { memory: 300 << 20, ..Limits::default() };
    let mut reader = Reader::new(Some(program())).with_limits(limits);
    assert!(reader.read(&small).is_ok());
    let reason = "large.eml: it needed more than 300 MB of memory and was stopped";
    assert_eq!(reader.read(&large).unwrap_err().to_string(), reason);
    assert!(reader.read(&small).is_ok());
}

/// A pipe that is closed must end a child even while it reads: a program that crashed cannot stop it.
#[test]
fn a_child_ends_with_its_parent_even_in_the_middle_of_a_file() {
    let mut child = child();
    let letter = long_letter(30_000_000);
    let mut requests = child.stdin.take().unwrap();
    for part in [&b"a.rtf"[..], &letter] {
        requests.write_all(&(part.len() as u64).to_le_bytes()).unwrap();
        requests.write_all(part).unwrap();
    }
    drop(requests);
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(started.elapsed() < Duration::from_secs(20), "it goes on without its parent");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_child_that_was_killed_while_it_waited_costs_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let letter = found(folder.path(), "letter.rtf", LETTER);
    let mut reader = Reader::new(Some(program()));
    assert!(reader.read(&letter).is_ok());
    #[cfg(target_os = "linux")]
    for child in children() {
        assert!(Command::new("kill").args(["-9", &child.to_string()]).status().unwrap().success());
    }
    assert!(reader.read(&letter).is_ok());
}

#[cfg(target_os = "linux")]
#[test]
fn no_process_is_left_behind() {
    let folder = tempfile::tempdir().unwrap();
    let letter = found(folder.path(), "letter.rtf", LETTER);
    // On a thread of its own, whose children are told from those of other tests.
    let left = thread::spawn(move || {
        let mut reader = Reader::new(Some(program()));
        assert!(reader.read(&letter).is_ok());
        let during = children().len();
        drop(reader);
        (during, children().len())
    });
    assert_eq!(left.join().unwrap(), (1, 0));
}

/// The processes that this thread has started and not waited for.
#[cfg(target_os = "linux")]
fn children() -> Vec<u32> {
    let list = fs::read_to_string("/proc/thread-self/children").unwrap();
    list.split_whitespace().map(|id| id.parse().unwrap()).collect()
}

#[test]
fn the_argument_of_a_child_is_not_for_people() {
    let help = Command::new(program()).arg("--help").output().unwrap();
    assert!(!String::from_utf8(help.stdout).unwrap().contains(ARGUMENT));
}
