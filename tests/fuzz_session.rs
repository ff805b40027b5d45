//! Sessions, journals and versions that were damaged in a thousand ways: each is read as something sound or refused with
//! a message that names the file, never a panic, an overflown stack or a hang.
//!
//! A case is made from its number alone. `READOUT_FUZZ_SECONDS=600` goes on that long, from a number of the clock;
//! `READOUT_FUZZ_SEED=N` runs the case N once more. The file of the case that runs stays if the process dies of it.

#[path = "fuzz_import/mutate.rs"]
#[allow(dead_code, reason = "the fuzz test of the importers uses the rest")]
mod mutate;

use mutate::{Dice, damage, damage_words};
use readout::model::{
    About, Anchor, Bookmark, Color, Correction, Decision, Edit, Fingerprint, Mark, MarkId, Marks, Note, OwnPassage,
    ReadingPosition, Session, Source, Span, Star, TopicFile, TopicFileEntry, Verdict,
};
use readout::store::{Journal, Loaded, MarkedText, journal, session_file, versions};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Cases of the short run, the same in every run.
const FEW: u64 = 400;
/// A case that takes longer hangs.
const HANGS_AFTER: Duration = Duration::from_secs(20);
/// What a thread gets that asks for nothing else.
const STACK: usize = 2 << 20;

#[test]
fn damaged_sessions_journals_and_versions_are_read_soundly_or_refused_by_name() {
    let folder = tempfile::Builder::new().prefix("readout-fuzz-session-").tempdir().unwrap();
    let sound = Sound::new(folder.path());
    let (mut tally, started) = (BTreeMap::new(), Instant::now());
    let mut slowest = (Duration::ZERO, 0);
    let mut run = |seed| {
        let started = Instant::now();
        *tally.entry(case(seed, &sound)).or_insert(0) += 1;
        slowest = slowest.max((started.elapsed(), seed));
    };
    match (number("READOUT_FUZZ_SEED"), number("READOUT_FUZZ_SECONDS")) {
        (Some(seed), _) => run(seed),
        (None, Some(seconds)) => {
            let first = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as u64;
            let end = started + Duration::from_secs(seconds);
            (first..).take_while(|_| Instant::now() < end).for_each(run);
        }
        (None, None) => (0..FEW).for_each(run),
    }
    println!("slowest: {:.1?} (case {})", slowest.0, slowest.1);
    tally.iter().for_each(|(outcome, times)| println!("{times:>8} {outcome}"));
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|value| value.parse().expect("a number"))
}

/// Sound files of each kind, to be damaged.
struct Sound {
    session: Vec<u8>,
    other: Vec<u8>,
    journal: Vec<u8>,
    marks: Vec<u8>,
    version: (String, Vec<u8>),
}

impl Sound {
    fn new(folder: &Path) -> Self {
        let path = folder.join("talks.ron");
        let text = "Kremlin readout\n\"We agreed,\" he said. Киев, 𝕏.";
        let session = full_session(text);
        let texts =
            [MarkedText { path: "a/b.txt".to_owned(), fingerprint: Fingerprint::of(text), text: text.to_owned() }];
        session_file::save(&path, &Session::default(), &[]).unwrap();
        let other = fs::read(&path).unwrap();
        let mut journal =
            Journal::new(&path, &Source::Sample, Some(session_file::load(&path).unwrap().content)).unwrap();
        let both = edits(&session.marks);
        both.iter().for_each(|edit| journal.append("do", edit).unwrap());
        journal.append("do all", &Edit::Together("all".into(), both)).unwrap();
        let lines = fs::read(folder.join(".talks.ron.journal")).unwrap();
        journal.begin_save(&path).run(&session, &texts, false).unwrap();
        let marks = fs::read(folder.join(".talks.ron.saved")).unwrap();
        let kept = folder.join(".talks.ron.versions");
        let mut names: Vec<String> =
            fs::read_dir(&kept).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        let name = names.pop().unwrap();
        let packed = fs::read(kept.join(&name)).unwrap();
        Self { session: fs::read(&path).unwrap(), other, journal: lines, marks, version: (name, packed) }
    }
}

/// Runs one case on a thread of its own and tells what came of it.
fn case(seed: u64, sound: &Sound) -> String {
    let mut dice = Dice::new(seed);
    let folder = tempfile::Builder::new().prefix(&format!("readout-fuzz-{seed}-")).tempdir().unwrap();
    let path = folder.path().join("talks.ron");
    fs::write(&path, &sound.session).unwrap();
    let mut damaged = |bytes: &[u8]| match dice.below(6) {
        // As a disk or a wire does it.
        3 => {
            let mut bytes = bytes.to_vec();
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
            bytes
        }
        4 => bytes[..dice.below(bytes.len())].to_vec(),
        5 => bytes.to_vec(),
        0 => damage(&mut dice, bytes, &sound.other),
        1 => damage_words(&mut dice, bytes, &sound.other),
        _ => {
            let bytes = damage_words(&mut dice, bytes, &sound.session);
            damage(&mut dice, &bytes, &sound.journal)
        }
    };
    let kind = ["session", "journal", "version"][(seed % 3) as usize];
    match kind {
        "session" => fs::write(&path, damaged(&sound.session)).unwrap(),
        "journal" => {
            let lines = damaged(&sound.journal);
            let lines = if seed.is_multiple_of(2) { with_right_sums(&lines) } else { lines };
            fs::write(folder.path().join(".talks.ron.journal"), lines).unwrap();
            fs::write(folder.path().join(".talks.ron.saved"), damaged(&sound.marks)).unwrap();
        }
        _ => {
            fs::write(&path, &sound.session[..9]).unwrap();
            let kept = folder.path().join(".talks.ron.versions");
            fs::create_dir(&kept).unwrap();
            fs::write(kept.join(&sound.version.0), damaged(&sound.version.1)).unwrap();
        }
    }
    let (sender, receiver) = channel();
    let read = move || {
        let _ = sender.send(read(&path));
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(read).unwrap();
    match receiver.recv_timeout(HANGS_AFTER) {
        Ok(outcome) => format!("{kind}: {outcome}"),
        Err(RecvTimeoutError::Timeout) => panic!("READOUT_FUZZ_SEED={seed} hangs; {}", folder.keep().display()),
        Err(RecvTimeoutError::Disconnected) => {
            let folder = folder.keep();
            panic!("READOUT_FUZZ_SEED={seed} panics: {:?}; {}", thread.join(), folder.display())
        }
    }
}

/// Damage behind a checksum is never looked at; here every line gets one that fits.
fn with_right_sums(lines: &[u8]) -> Vec<u8> {
    let mut fitting = Vec::new();
    for line in lines.split(|byte| *byte == b'\n') {
        let record = line.get(26..).unwrap_or_default();
        let sum = xxhash_rust::xxh3::xxh3_64(record);
        fitting.extend(format!("{:08x} {sum:016x} ", record.len()).into_bytes());
        fitting.extend(record);
        fitting.push(b'\n');
    }
    fitting
}

/// Reads what is there as the program would, and checks that what comes is sound.
fn read(path: &Path) -> &'static str {
    let loaded = session_file::load(path);
    if let Err(error) = &loaded {
        assert!(error.to_string().contains(&path.display().to_string()), "{error}");
    }
    for version in versions::list(path) {
        if let Ok(loaded) = versions::load(&version, path) {
            check(path, &loaded);
        }
    }
    let loaded = match loaded {
        Ok(loaded) => loaded,
        Err(_) if versions::last_good(path).is_some() => return "refused, a version is offered",
        Err(_) => return "refused",
    };
    check(path, &loaded);
    let Some(recovered) = journal::recover(path, Some(loaded.content)) else { return "opened" };
    let mut marks = loaded.session.marks;
    recovered.edits.iter().for_each(|(_, edit)| drop(edit.clone().apply(&mut marks)));
    marks.put_in_order();
    check(path, &Loaded { session: Session { marks, ..loaded.session }, ..loaded });
    recovered.resume(&Source::Sample).unwrap();
    if recovered.warnings.is_empty() { "opened, with edits" } else { "opened, with edits and a warning" }
}

/// What was read can be written, and is then the same again; but marks that do not say in which text they were made are
/// dated when they are read.
fn check(path: &Path, loaded: &Loaded) {
    assert!(
        loaded.session.marks.places().all(|place| !place.article.contains("..") || !place.article.starts_with('.'))
    );
    let copy = path.with_file_name("copy.ron");
    session_file::save(&copy, &loaded.session, &loaded.texts).unwrap();
    let dated = session_file::load(&copy).unwrap();
    session_file::save(&copy, &dated.session, &dated.texts).unwrap();
    let again = session_file::load(&copy).unwrap();
    assert!(again.session.marks == dated.session.marks && again.texts == loaded.texts, "it has changed by saving");
}

/// A session with something in every field.
fn full_session(text: &str) -> Session {
    let anchor = Anchor::describe(text, Span::new(0, 7));
    let (article, by, topic) = ("a/b.txt".to_owned(), "Аня".to_owned(), "iran/nuclear".to_owned());
    let fingerprint = Fingerprint::of(text);
    let bookmark =
        Bookmark { article: article.clone(), anchor: anchor.clone(), fingerprint: Some(fingerprint), by: by.clone() };
    let passage =
        OwnPassage { article: article.clone(), anchor: anchor.clone(), topic, id: MarkId(7), fingerprint, by };
    let OwnPassage { article, anchor, topic, fingerprint, by, .. } = passage.clone();
    let decision = Decision { article, anchor, topic, kept: true, fingerprint, by };
    let Decision { article, anchor, topic, fingerprint, by, .. } = decision.clone();
    let star =
        Star { article: article.clone(), anchor: anchor.clone(), topic: topic.clone(), fingerprint, by: by.clone() };
    let about = [
        About::Session,
        About::Topic(topic.clone()),
        About::Article(article.clone()),
        About::Words { article: article.clone(), anchor: anchor.clone(), topic: Some(topic.clone()), fingerprint },
    ];
    let note = |(id, about)| Note { about, id: MarkId(id), text: "«Why?»\n# \"#".to_owned(), by: by.clone() };
    let verdict = Verdict { anchor: anchor.clone(), clutter: true, fingerprint: None };
    let correction = Correction { outlet: Some("Meduza".to_owned()), verdicts: vec![verdict], ..Correction::default() };
    let child = TopicFileEntry {
        id: topic.clone(),
        name: "Nuclear".to_owned(),
        color: Color([1, 2, 3]),
        note: String::new(),
        rules: vec!["Iran".to_owned()],
        aliases: vec![],
        children: vec![],
    };
    let tree =
        TopicFile { topics: vec![TopicFileEntry { children: vec![child.clone()], ..child }], ..TopicFile::default() };
    let mut marks = Marks {
        topics: Some(Arc::new(tree)),
        bookmarks: vec![bookmark],
        decisions: vec![decision],
        passages: vec![passage],
        stars: vec![star],
        notes: (1..).zip(about).map(note).collect(),
        read: BTreeMap::from([(article.clone(), true)]),
        corrections: BTreeMap::from([(article.clone(), correction)]),
        ..Marks::default()
    };
    marks.put_in_order();
    let mut session = Session { marks, ..Session::default() };
    let position = ReadingPosition { at: 3, scrolled: 9, furthest: 20, seen: vec![(0, 9)] };
    session.reading.insert(article.clone(), position);
    session.view.passage = Some((article, anchor));
    session.view.folded.insert(topic);
    session
}

/// The edits that make these marks.
fn edits(marks: &Marks) -> Vec<Edit> {
    let bookmarks = marks.bookmarks.iter().cloned().map(Mark::Bookmark);
    let passages = marks.passages.iter().cloned().map(Mark::Passage);
    let notes = marks.notes.iter().cloned().map(Mark::Note);
    let added =
        bookmarks.chain(passages).chain(marks.stars.iter().cloned().map(Mark::Star)).chain(notes).map(Edit::Add);
    let decided = marks.decisions.iter().map(|decision| Edit::Decide(decision.clone(), Some(decision.kept)));
    let corrected = marks
        .corrections
        .iter()
        .map(|(article, correction)| Edit::Correct { article: article.clone(), correction: correction.clone() });
    let read = marks.read.iter().map(|(article, read)| Edit::SetRead { article: article.clone(), read: Some(*read) });
    let tree = Edit::SetTopics(marks.topics.clone(), "change tree".into());
    added.chain(decided).chain(corrected).chain(read).chain([tree]).collect()
}
