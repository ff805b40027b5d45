//! Files that were damaged in a thousand ways go through every importer: each gives a sound article or an error, never a
//! panic, an overflown stack or a hang.
//!
//! A case is made from its number alone. `READOUT_FUZZ_SECONDS=600` goes on that long, from a number of the clock;
//! `READOUT_FUZZ_SEED=N` runs the case N once more. The case that runs is in a file of the temporary folder, which is
//! there still if the process dies of it. What is looked for here is what a file does to the importers' own code; that
//! a child process survives it is `child.rs`.

#[path = "fuzz_import/cases.rs"]
mod cases;
#[path = "fuzz_import/mutate.rs"]
mod mutate;

use cases::Case;
use readout::import::article;
use readout::model::Article;
use std::collections::BTreeMap;
use std::panic;
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{LazyLock, Mutex};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Cases of the short run, the same in every run.
const FEW: u64 = 1_500;
/// A case that takes longer hangs; the slowest sound ones take a second or two without optimisation.
const HANGS_AFTER: Duration = Duration::from_secs(20);
/// What a thread gets that asks for nothing else, and less than any thread of the program has.
const STACK: usize = 2 << 20;

/// Where panics were raised and how often, also of those that an importer catches.
static PANICS: LazyLock<Mutex<BTreeMap<String, usize>>> = LazyLock::new(Mutex::default);

#[test]
fn damaged_files_of_every_format_make_sound_articles_or_errors() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(String::new, |place| format!("{}:{}", place.file(), place.line()));
        *PANICS.lock().unwrap().entry(place).or_default() += 1;
    }));
    let mut tally = Tally::default();
    match (number("READOUT_FUZZ_SEED"), number("READOUT_FUZZ_SECONDS")) {
        (Some(seed), _) => tally.run(seed),
        (None, Some(seconds)) => {
            let first = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as u64;
            let end = Instant::now() + Duration::from_secs(seconds);
            (first..).take_while(|_| Instant::now() < end).for_each(|seed| tally.run(seed));
        }
        (None, None) => (0..FEW).for_each(|seed| tally.run(seed)),
    }
    drop(panic::take_hook());
    tally.print();
    assert!(tally.failures.is_empty(), "{}", tally.failures.join("\n"));
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|value| value.parse().expect("a number"))
}

/// What came of the cases of one format.
#[derive(Default)]
struct Count {
    articles: usize,
    refused: BTreeMap<String, usize>,
    slowest: Duration,
    slowest_seed: u64,
}

#[derive(Default)]
struct Tally {
    counts: BTreeMap<&'static str, Count>,
    failures: Vec<String>,
}

impl Tally {
    fn run(&mut self, seed: u64) {
        let case = cases::case(seed);
        let file = std::env::temp_dir().join(format!("readout-fuzz-{}-{seed}.{}", std::process::id(), case.ending));
        std::fs::write(&file, &case.bytes).unwrap();
        let ending = case.ending;
        let started = Instant::now();
        match import(case) {
            Ok(result) => {
                std::fs::remove_file(&file).unwrap();
                let count = self.counts.entry(ending).or_default();
                match result {
                    Ok(()) => count.articles += 1,
                    Err(reason) => *count.refused.entry(reason).or_default() += 1,
                }
                if started.elapsed() > count.slowest {
                    (count.slowest, count.slowest_seed) = (started.elapsed(), seed);
                }
            }
            Err(failure) => self.fail(seed, &file, &failure),
        }
    }

    fn fail(&mut self, seed: u64, file: &Path, failure: &str) {
        let failure = format!("READOUT_FUZZ_SEED={seed} {}: {failure}", file.display());
        println!("{failure}");
        self.failures.push(failure);
    }

    fn print(&self) {
        for (ending, count) in &self.counts {
            let refused: usize = count.refused.values().sum();
            let (articles, slowest, seed) = (count.articles, count.slowest, count.slowest_seed);
            println!("{ending}: {articles} articles, {refused} refused, the slowest took {slowest:.1?} (case {seed})");
            count.refused.iter().for_each(|(reason, times)| println!("    {times} {reason}"));
        }
        for (place, times) in PANICS.lock().unwrap().iter() {
            println!("caught {times} panics of {place}");
        }
    }
}

/// Imports on a thread of its own; whether an article came of it or why not. An error is a mistake of the program.
fn import(case: Case) -> Result<Result<(), String>, String> {
    let (sender, receiver) = channel();
    let ending = case.ending;
    let read = move || {
        let path = format!("2021-12-07-talks.{}", case.ending);
        let result = article(&path, &case.bytes).map(|article| sound(&article)).map_err(|error| error.to_string());
        let _ = sender.send(result);
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(read).unwrap();
    match receiver.recv_timeout(HANGS_AFTER) {
        Ok(result) => own_panics().map_or(Ok(result), Err),
        Err(RecvTimeoutError::Timeout) => Err(format!("hangs (.{ending})")),
        Err(RecvTimeoutError::Disconnected) => {
            let panic = thread.join().expect_err("it has said nothing");
            let words = panic.downcast_ref::<String>().cloned();
            let words = words.or_else(|| panic.downcast_ref::<&str>().map(|words| (*words).to_owned()));
            Err(format!("panics (.{ending}): {}, {:?}", words.unwrap_or_default(), PANICS.lock().unwrap()))
        }
    }
}

/// A panic of our own code, even one that an importer has caught. Those of other people's parsers are caught where they
/// are called.
fn own_panics() -> Option<String> {
    let panics = PANICS.lock().unwrap();
    let own = panics.keys().find(|place| place.contains("src/import/") || place.contains("src/text/"))?;
    Some(format!("a panic of {own} was caught"))
}

/// Panics where an article breaks a promise that [`Article`] makes.
fn sound(article: &Article) {
    let mut end = 0;
    for paragraph in &article.paragraphs {
        let text = article.text.get(paragraph.span.range()).expect("a paragraph is cut from the text");
        assert!(paragraph.span.start >= end && !text.is_empty(), "paragraphs are in order, none is empty");
        assert_eq!(text.trim(), text, "paragraphs are trimmed");
        end = paragraph.span.end;
    }
    let mut end = 0;
    for sentence in &article.sentences {
        let text = article.text.get(sentence.span.range()).expect("a sentence is cut from the text");
        assert!(sentence.span.start >= end && !text.is_empty(), "sentences are in order, none is empty");
        let around = article.paragraphs[sentence.paragraph as usize].span;
        assert!(around.start <= sentence.span.start && sentence.span.end <= around.end, "inside its paragraph");
        end = sentence.span.end;
    }
    assert!(!article.text.contains('\0') && !article.text.contains('\r'), "text is decoded, its line ends are plain");
    assert!(!article.paragraphs.is_empty() && !article.headline.is_empty(), "there is text, and it has a name");
}
