//! How well and how fast a topic is learnt from the reader. `cargo bench --bench learn`.
//!
//! `READOUT_TOPICS=FOLDER` names a folder with `NYTimes.csv` and `USCongress.csv` of the R package RTextTools (headlines
//! of the New York Times with their subjects, titles of bills in Congress, both with topic codes of the Comparative
//! Agendas Project). Then a reader is played who looks for one rare topic: 5 that are of it and 10 that are not are
//! known at the start, then batches of ten are offered and decided. F1 is of the half that nothing was offered from.
//! The articles that speed is measured on are made, the same ones as for opening a folder.

#[path = "support/newsroom.rs"]
mod newsroom;
mod support;

use readout::analysis::learn::{Lesson, Lessons, Model, Place, StemTable, TableBuilder, suggest, top_words};
use readout::model::{Article, ArticleIx, Fingerprint, Format, Language, Paragraph, ParagraphKind, Sentence, Span};
use readout::store;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Instant;
use support::{Chance, megabytes};

/// Plays of a topic, each with other sentences at the start.
const PLAYS: u64 = 10;
/// Batches after which it is measured: 20, 50 and 100 decisions after the start.
const MEASURED: [usize; 3] = [2, 5, 10];
const BATCH: usize = 10;
/// Topics are left out that have fewer texts, or that are not rare: per cent of the texts.
const FEWEST_TEXTS: usize = 90;
const RARE: std::ops::RangeInclusive<usize> = 2..=9;
/// Not a topic: "other".
const NO_TOPIC: &str = "99";

fn main() -> Result<(), Box<dyn Error>> {
    support::print_machine();
    speed()?;
    if let Some(folder) = std::env::var_os("READOUT_TOPICS") {
        let folder = Path::new(&folder);
        println!("{:<24} {:>7} {:>24} {:>24}", "", "topics", "F1 at 20, 50, 100", "precision of the best 12");
        plays("headlines with subjects", &read(&folder.join("NYTimes.csv"), 4, &[2, 3])?);
        plays("bill titles", &read(&folder.join("USCongress.csv"), 4, &[5])?);
    }
    Ok(())
}

/// Text and topic.
type Labelled = Vec<(String, String)>;

/// Reads the columns `texts` and `topic` of a file with semicolons between and quotation marks around texts.
fn read(path: &Path, topic: usize, texts: &[usize]) -> Result<Labelled, Box<dyn Error>> {
    let bytes = std::fs::read(path)?;
    let (mut rows, mut row, mut quoted) = (Vec::new(), vec![String::new()], false);
    for letter in String::from_utf8_lossy(&bytes).chars() {
        match letter {
            '"' => quoted = !quoted,
            ';' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(std::mem::replace(&mut row, vec![String::new()])),
            letter => row.last_mut().expect("a row has a cell").push(letter),
        }
    }
    let cell = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
    let labelled = rows.iter().skip(1).map(|row| {
        let text: Vec<String> = texts.iter().map(|&column| cell(row, column)).collect();
        (text.join(" "), cell(row, topic))
    });
    Ok(labelled.filter(|(text, topic)| !text.is_empty() && !topic.is_empty()).collect())
}

/// One article of one sentence.
fn article(number: usize, text: &str) -> Arc<Article> {
    let span = Span::new(0, text.len());
    Arc::new(Article {
        path: format!("{number}.txt"),
        format: Format::Txt,
        headline: String::new(),
        outlet: None,
        author: None,
        date: None,
        time: None,
        address: None,
        language: Language::English,
        text: text.to_owned(),
        paragraphs: vec![Paragraph { span, kind: ParagraphKind::Body }],
        sentences: vec![Sentence { span, paragraph: 0 }],
        fingerprint: Fingerprint::of(text),
        warnings: Vec::new(),
    })
}

fn table_of(articles: &[Arc<Article>]) -> StemTable {
    let mut builder = TableBuilder::default();
    articles.iter().for_each(|article| builder.add(article));
    builder.finish()
}

fn plays(name: &str, texts: &Labelled) {
    let mut topics: BTreeMap<&str, usize> = BTreeMap::new();
    texts.iter().for_each(|(_, topic)| *topics.entry(topic).or_default() += 1);
    topics.retain(|topic, count| {
        *count >= FEWEST_TEXTS && RARE.contains(&(*count * 100 / texts.len())) && *topic != NO_TOPIC
    });
    let articles: Vec<Arc<Article>> =
        texts.iter().enumerate().map(|(number, (text, _))| article(number, text)).collect();
    let mut sums = [[0.0; MEASURED.len()]; 2];
    for (number, topic) in topics.keys().enumerate() {
        for seed in 0..PLAYS {
            let is_meant = |article: usize| texts[article].1 == *topic;
            let found = play(&articles, is_meant, seed * 100 + number as u64 + 1);
            for (sums, found) in sums.iter_mut().zip(found) {
                sums.iter_mut()
                    .zip(found)
                    .for_each(|(sum, found)| *sum += found / (PLAYS * topics.len() as u64) as f64);
            }
        }
    }
    let row = sums.map(|sums| sums.map(|sum| format!("{sum:.3}")).join("  "));
    println!("{name:<24} {:>7} {:>24} {:>24}", topics.len(), row[0], row[1]);
}

/// One reader after one topic: F1, and the share of the best twelve that are of the topic, each time it is measured.
fn play(articles: &[Arc<Article>], is_meant: impl Fn(usize) -> bool, seed: u64) -> [[f64; MEASURED.len()]; 2] {
    let mut chance = Chance(seed);
    (0..5).for_each(|_| _ = chance.below(2));
    let mut order: Vec<usize> = (0..articles.len()).collect();
    for at in (1..order.len()).rev() {
        order.swap(at, chance.below(at as u64 + 1) as usize);
    }
    let (asked, held_out) = order.split_at(order.len() / 2);
    let pool: Vec<Arc<Article>> = asked.iter().map(|&article| articles[article].clone()).collect();
    let table = table_of(&pool);
    let place = |place: usize| Place { article: ArticleIx::new(place), sentence: 0 };
    let lesson = |place: usize| if is_meant(asked[place]) { Lesson::Kept } else { Lesson::Rejected };
    let of_kind = |wanted: Lesson| (0..asked.len()).filter(move |&at| lesson(at) == wanted);
    let start = of_kind(Lesson::Kept).take(5).chain(of_kind(Lesson::Rejected).take(10));
    let mut lessons: Lessons = start.map(|at| (place(at), lesson(at))).collect();
    let mut found = [[0.0; MEASURED.len()]; 2];
    for batch in 0..=MEASURED[MEASURED.len() - 1] {
        let Some(model) = Model::train(&table, &lessons) else { break };
        if let Some(at) = MEASURED.iter().position(|measured| *measured == batch) {
            let (f1, precision) = quality(&model, &table, articles, held_out, &is_meant);
            (found[0][at], found[1][at]) = (f1, precision);
        }
        for offered in suggest(&model, &table, &lessons, &pool, BATCH) {
            lessons.add(offered.place, lesson(offered.place.article.index()));
        }
    }
    found
}

fn quality(
    model: &Model,
    table: &StemTable,
    articles: &[Arc<Article>],
    held_out: &[usize],
    is_meant: impl Fn(usize) -> bool,
) -> (f64, f64) {
    let score = |article: usize| model.score(table, &articles[article], 0).unwrap_or(i32::MIN);
    let mut scored: Vec<(i32, bool)> = held_out.iter().map(|&article| (score(article), is_meant(article))).collect();
    scored.sort_by_key(|(score, _)| -i64::from(*score));
    let count = |wanted: fn(&(i32, bool)) -> bool| scored.iter().filter(|one| wanted(one)).count() as f64;
    let (right, found, meant) = (count(|one| one.0 > 0 && one.1), count(|one| one.0 > 0), count(|one| one.1));
    let best = scored.iter().take(12).filter(|one| one.1).count() as f64 / 12.0;
    (2.0 * right / (found + meant).max(1.0), best)
}

/// Reading an archive's stems, learning from them, and offering.
fn speed() -> Result<(), Box<dyn Error>> {
    let temporary = tempfile::tempdir()?;
    let folder = std::env::var_os("READOUT_ARCHIVE").map_or_else(|| temporary.path().join("archive"), Into::into);
    if !folder.exists() {
        newsroom::write(&folder)?;
    }
    let mut reader = store::Reader::new(None);
    let found = store::list_articles(&[folder]).found;
    let articles: Vec<Arc<Article>> = found.iter().filter_map(|file| reader.read(file).ok()).map(Arc::new).collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let sentences: usize = articles.iter().map(|article| article.sentences.len()).sum();
    println!("{} articles, {:.1} MB, {sentences} sentences", articles.len(), megabytes(bytes));
    let (table, time) = timed(|| table_of(&articles));
    println!("{:<34} {time:>8.2} s, {:.0} MB/s", "table, one thread", megabytes(bytes) / time);
    let (halves, time) = timed(|| table_in_halves(&articles));
    println!("{:<34} {time:>8.2} s, {:.0} MB/s", "table, two threads", megabytes(bytes) / time);
    assert_eq!(halves.len(), table.len());
    println!(
        "{:<34} {:>8.1} MB, {:.2} of the text",
        "table",
        megabytes(table.size()),
        table.size() as f64 / bytes as f64
    );
    for examples in [50, 500, 2_000] {
        let lessons = lessons(&articles, examples);
        let (model, time) = timed(|| Model::train(&table, &lessons));
        println!("{:<34} {:>8.1} ms", format!("train, {examples} examples"), time * 1e3);
        let Some(model) = model else { continue };
        let (offered, time) = timed(|| suggest(&model, &table, &lessons, &articles, 12));
        let rate = sentences as f64 / time / 1e6;
        println!(
            "{:<34} {:>8.1} ms, {rate:.1} million sentences a second",
            format!("suggest {}", offered.len()),
            time * 1e3
        );
        let (_, time) = timed(|| top_words(&model, &table, &lessons, &articles, 10));
        println!("{:<34} {:>8.1} ms", "top words", time * 1e3);
    }
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let made = work();
    (made, start.elapsed().as_secs_f64())
}

/// As a job would make it on two threads.
fn table_in_halves(articles: &[Arc<Article>]) -> StemTable {
    let (first, second) = articles.split_at(articles.len() / 2);
    thread::scope(|scope| {
        let second = scope.spawn(|| table_of(second));
        let mut table = table_of(first);
        table.append(second.join().unwrap_or_default());
        table
    })
}

/// The reader keeps sentences that name a country and rejects some that name another.
fn lessons(articles: &[Arc<Article>], most: usize) -> Lessons {
    let mut lessons = Vec::new();
    let (mut kept, mut rejected) = (0, 0);
    for (index, article) in articles.iter().enumerate() {
        for (sentence, number) in article.sentences.iter().zip(0..) {
            let text = sentence.span.text(&article.text);
            let place = Place { article: ArticleIx::new(index), sentence: number };
            if text.contains("Ukrain") && kept < most / 2 {
                kept += 1;
                lessons.push((place, Lesson::Kept));
            } else if text.contains("Iran") && rejected < most / 2 {
                rejected += 1;
                lessons.push((place, Lesson::Rejected));
            }
        }
    }
    lessons.into_iter().collect()
}
