//! Saving and opening a session of 10,000 passages, and writing down one edit. `cargo bench --bench session`.
//!
//! The passages lie in 100 articles of the length of agency reports, whose texts are saved with them. Times are given
//! as the median and the slowest of some runs; the disk is that of the temporary folder.

mod support;

use readout::model::{Anchor, Decision, Edit, Fingerprint, MarkId, OwnPassage, Session, Source, Span};
use readout::store::{Journal, MarkedText, journal, session_file, versions};
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

const ARTICLES: usize = 100;
const PASSAGES_PER_ARTICLE: usize = 100;
/// Bytes of a sentence.
const PASSAGE: usize = 90;
const RUNS: usize = 15;
const EDITS: usize = 5_000;

fn main() -> Result<(), Box<dyn Error>> {
    support::print_machine();
    let (session, texts) = large_session();
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("talks.ron");
    session_file::save(&path, &session, &texts)?;
    println!("{} passages, {:.1} MB", session.marks.passages.len(), support::megabytes(std::fs::read(&path)?.len()));

    let save = |run: usize| -> Result<(), Box<dyn Error>> {
        let mut session = session.clone();
        session.view.topic = Some(run.to_string());
        Ok(session_file::save(&path, &session, &texts)?)
    };
    print("save, file alone", &times(save)?);
    let mut journal = Journal::new(&path, &Source::Sample, Some(session_file::load(&path)?.content))?;
    let save = |run: usize| -> Result<(), Box<dyn Error>> {
        let mut session = session.clone();
        session.view.topic = Some(format!("{run} again"));
        let saved = journal.begin_save(&path).run(&session, &texts, false)?;
        Ok(journal.saved(&saved)?)
    };
    print("save, with its mark and its version", &times(save)?);
    let open = |_| {
        let loaded = session_file::load(&path)?;
        if loaded.session.marks == session.marks { Ok(()) } else { Err("it is another session".into()) }
    };
    print("open", &times(open)?);
    let list = |_| if versions::list(&path).len() == 10 { Ok(()) } else { Err("there are not ten".into()) };
    print("list ten versions", &times(list)?);
    edits(&path, &session)
}

/// Each writes down one decision; every hundredth all of an article's.
fn edits(path: &Path, session: &Session) -> Result<(), Box<dyn Error>> {
    let content = session_file::load(path)?.content;
    let mut journal = Journal::new(path, &Source::Sample, Some(content))?;
    let decide = |passage: &OwnPassage| {
        let OwnPassage { article, anchor, topic, fingerprint, by, .. } = passage.clone();
        Edit::Decide(Decision { article, anchor, topic, kept: true, fingerprint, by }, Some(true))
    };
    let edits: Vec<Edit> = session.marks.passages.iter().map(decide).collect();
    let mut taken = Vec::new();
    for (number, edit) in edits.iter().take(EDITS).enumerate() {
        let many = Edit::Together("keep 100".into(), edits[number..number + 100].to_vec());
        let edit = if number % 100 == 99 { &many } else { edit };
        let started = Instant::now();
        journal.append("keep passage", edit)?;
        taken.push(started.elapsed());
    }
    print("journal, one edit", &taken);
    let flush = |_| Ok(journal.flusher()?.map(|flusher| flusher.flush()).transpose().map(drop)?);
    print("flush", &times(flush)?);
    let started = Instant::now();
    let recovered = journal::recover(path, Some(content)).ok_or("nothing to recover")?;
    println!("{:<40} {:>7.1} ms, {} edits", "recover", ms(started.elapsed()), recovered.edits.len());
    Ok(())
}

fn large_session() -> (Session, Vec<MarkedText>) {
    let (mut session, mut texts) = (Session::default(), Vec::new());
    for number in 0..ARTICLES {
        let (path, text) = support::article(number);
        let fingerprint = Fingerprint::of(&text);
        let border = |mut byte: usize| {
            while !text.is_char_boundary(byte) {
                byte -= 1;
            }
            byte
        };
        for place in 0..PASSAGES_PER_ARTICLE {
            let start = border(place * (text.len() - PASSAGE) / PASSAGES_PER_ARTICLE);
            let anchor = Anchor::describe(&text, Span::new(start, border(start + PASSAGE)));
            let id = MarkId((number * PASSAGES_PER_ARTICLE + place) as u64);
            let (topic, by) = ("iran/nuclear".to_owned(), "Anna".to_owned());
            session.marks.passages.push(OwnPassage { article: path.clone(), anchor, topic, id, fingerprint, by });
        }
        texts.push(MarkedText { path, fingerprint, text });
    }
    session.marks.put_in_order();
    (session, texts)
}

fn times(mut run: impl FnMut(usize) -> Result<(), Box<dyn Error>>) -> Result<Vec<Duration>, Box<dyn Error>> {
    let mut times = Vec::new();
    for number in 0..RUNS {
        let started = Instant::now();
        run(number)?;
        times.push(started.elapsed());
    }
    Ok(times)
}

fn print(what: &str, times: &[Duration]) {
    let mut times = times.to_vec();
    times.sort();
    let at = |share: usize| ms(times[(times.len() - 1) * share / 100]);
    println!("{what:<40} {:>7.3} ms, 99th percentile {:.3} ms, slowest {:.3} ms", at(50), at(99), at(100));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
