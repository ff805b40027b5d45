//! A process that edits and saves a session is killed at random instants, again and again: what it was told is safe must
//! be there, and the session must always be one that opens.
//!
//! `READOUT_KILLS=1000 cargo test --test crash -- --nocapture` does it a thousand times and prints a report. A killed
//! process keeps what the system has taken from it; power cuts are played in the unit tests of `store::journal`.

use readout::model::{Anchor, Bookmark, Edit, Fingerprint, Mark, Marks, Session, Source};
use readout::store::journal::{self, Journal};
use readout::store::{MarkedText, SessionLock, Taken, session_file, versions};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// Kills of the short run.
const FEW: usize = 60;
/// Lives of one session. Then there is a new one: saving takes longer with every edit.
const LIVES: usize = 25;
/// Milliseconds: from before the process has opened the session to some ten saves later.
const LONGEST_LIFE: u64 = 250;
/// Bytes of a marked text, so that a save is more than one write.
const TEXT: usize = 300_000;
/// Names the session for the process that is to be killed.
const CHILD: &str = "READOUT_CRASH_SESSION";

/// The process that is killed; in a usual run of the tests it has nothing to do.
#[test]
fn writes_until_it_is_killed() {
    let Some(path) = std::env::var_os(CHILD).map(PathBuf::from) else { return };
    let Taken::Held(_lock) = SessionLock::take(&path, "killed") else { panic!("locked by a dead process") };
    let (mut session, mut journal) = open(&path);
    let text = "And so on. ".repeat(TEXT / 11);
    let texts = [MarkedText { path: "a.txt".to_owned(), fingerprint: Fingerprint::of(&text), text }];
    let mut number = session.marks.bookmarks.len();
    loop {
        number += 1;
        edit(&mut session, &mut journal, number);
        match number % 7 {
            0 | 3 => {
                let (saving, taken, last) = (journal.begin_save(&path), session.clone(), number);
                tell("saving", last);
                // As in the window, where saving is another thread's and edits go on.
                number += 1;
                edit(&mut session, &mut journal, number);
                let saved = saving.run(&taken, &texts, false).unwrap();
                tell("saved", last);
                journal.saved(&saved).unwrap();
            }
            1 => {
                tell("saving", number);
                let saved = journal.begin_save(&path).run(&session, &texts, false).unwrap();
                tell("saved", number);
                journal.saved(&saved).unwrap();
                journal.close().unwrap();
                (session, journal) = open(&path);
            }
            2 => journal.flusher().unwrap().into_iter().for_each(|flusher| flusher.flush().unwrap()),
            _ => {}
        }
    }
}

fn open(path: &Path) -> (Session, Journal) {
    let loaded = path.exists().then(|| session_file::load(path).unwrap());
    let content = loaded.as_ref().map(|loaded| loaded.content);
    let mut session = loaded.map(|loaded| loaded.session).unwrap_or_default();
    let Some(recovered) = journal::recover(path, content) else {
        return (session, Journal::new(path, &Source::Sample, content).unwrap());
    };
    assert_eq!(recovered.warnings, []);
    recovered.edits.iter().for_each(|(_, edit)| drop(edit.clone().apply(&mut session.marks).unwrap()));
    let journal = recovered.resume(&Source::Sample).unwrap();
    (session, journal)
}

fn edit(session: &mut Session, journal: &mut Journal, number: usize) {
    let (exact, prefix, suffix) = ("on".to_owned(), "so ".repeat(10), ". And".repeat(6));
    let anchor = Anchor { start: number, end: number + 2, exact, prefix, suffix };
    let mark = Bookmark { article: "a.txt".to_owned(), anchor, fingerprint: None, by: String::new() };
    let edit = Edit::Add(Mark::Bookmark(mark));
    edit.clone().apply(&mut session.marks).unwrap();
    journal.append("add bookmark", &edit).unwrap();
    tell("edited", number);
}

/// Says what is done; the other end of the pipe has it even if this process dies at once.
fn tell(what: &str, number: usize) {
    std::io::stdout().write_all(format!("\n{what} {number}\n").as_bytes()).unwrap();
    std::io::stdout().flush().unwrap();
}

#[cfg(unix)]
#[test]
fn a_killed_process_loses_nothing_that_was_acknowledged() {
    let kills = std::env::var("READOUT_KILLS").map_or(FEW, |kills| kills.parse().expect("a number"));
    let mut state = 88_172_645_463_325_252_u64;
    let mut report = Report::default();
    let mut folder = tempfile::tempdir().unwrap();
    for kill in 0..kills {
        if kill % LIVES == 0 {
            folder = tempfile::tempdir().unwrap();
        }
        // Xorshift (Marsaglia); the machine adds chance of its own.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let path = folder.path().join("talks.ron");
        let told = live_and_die(&path, Duration::from_micros(state % (LONGEST_LIFE * 1000)));
        report.check(&path, &told);
    }
    println!("{kills} kills: {report:?}");
    assert!(report.edits > kills && report.saves > 0 && report.while_saving > 0, "it was killed at work: {report:?}");
}

/// What the process said until it was killed.
fn live_and_die(path: &Path, life: Duration) -> String {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["writes_until_it_is_killed", "--exact", "--nocapture"])
        .env(CHILD, path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    thread::sleep(life);
    assert!(child.try_wait().unwrap().is_none(), "it died of itself");
    child.kill().unwrap();
    let mut told = String::new();
    child.stdout.take().unwrap().read_to_string(&mut told).unwrap();
    child.wait().unwrap();
    told
}

#[derive(Debug, Default)]
struct Report {
    edits: usize,
    saves: usize,
    /// Kills between the beginning and the end of a save.
    while_saving: usize,
    /// Kills that left something to recover.
    with_unsaved: usize,
    recovered: usize,
    /// Kills that left an unfinished file, which the next window removes.
    with_litter: usize,
    /// What was safe after the kill before this one.
    edited_before: BTreeMap<PathBuf, (usize, usize)>,
}

impl Report {
    fn check(&mut self, path: &Path, told: &str) {
        let lines: Vec<(&str, usize)> = told
            .lines()
            .filter_map(|line| line.split_once(' '))
            .filter_map(|(what, n)| Some((what, n.parse().ok()?)))
            .collect();
        let last = |what: &str| lines.iter().rev().find(|(said, _)| *said == what).map(|(_, number)| *number);
        let (edited, saved) = self.edited_before.get(path).copied().unwrap_or_default();
        let (edited, saved) = (last("edited").unwrap_or(edited), last("saved").unwrap_or(saved));
        self.edits += lines.iter().filter(|(what, _)| *what == "edited").count();
        self.saves += lines.iter().filter(|(what, _)| *what == "saving").count();
        self.while_saving += usize::from(last("saving") > last("saved"));
        self.with_litter += usize::from(litter(path) > 0);

        let Taken::Held(lock) = SessionLock::take(path, "") else { panic!("a dead process locks us out") };
        assert_eq!(litter(path), 0, "what was unfinished is cleared away");
        let loaded = path.exists().then(|| session_file::load(path).expect("a session is always readable"));
        let content = loaded.as_ref().map(|loaded| loaded.content);
        let mut marks = loaded.map(|loaded| loaded.session.marks).unwrap_or_default();
        assert!(numbers(&marks) >= saved, "a save was acknowledged: {saved}, found {}", numbers(&marks));
        if let Some(recovered) = journal::recover(path, content) {
            assert_eq!(recovered.warnings, []);
            self.with_unsaved += 1;
            self.recovered += recovered.edits.len();
            recovered.edits.iter().for_each(|(_, edit)| drop(edit.clone().apply(&mut marks).expect("not there yet")));
        }
        assert!(numbers(&marks) >= edited, "an edit was acknowledged: {edited}, found {}", numbers(&marks));
        assert!(versions::list(path).iter().all(|version| versions::load(version, path).is_ok()));
        drop(lock);
        self.edited_before = BTreeMap::from([(path.to_owned(), (edited, saved))]);
    }
}

/// The bookmarks are numbered from 1; all up to the last must be there.
fn numbers(marks: &Marks) -> usize {
    let numbers: Vec<usize> = marks.bookmarks.iter().map(|bookmark| bookmark.anchor.start).collect();
    assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>());
    numbers.len()
}

fn litter(path: &Path) -> usize {
    let files = std::fs::read_dir(path.parent().unwrap()).unwrap();
    files.filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".new")).count()
}
