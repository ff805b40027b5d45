//! How well, and how fast, quotations and their sources are found: the table of the README.
//!
//! `READOUT_POLNEAR=FOLDER cargo bench --bench quotes [-- SPLIT [--misses]]` reads a split (`test` unless another is
//! named) of PolNeAR, the Political News Attribution Relations corpus: `FOLDER/SPLIT/text/*.txt` and
//! `FOLDER/SPLIT/attributions/*.ann`. Only what is said between quotation marks is compared. A quotation is right if
//! what it shares with a labelled content is at least half of what both have together; its source is right if it
//! overlaps the labelled one. Of several people's labels of one article the first are taken.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Instant;

use readout::analysis::attribute::{Attributed, Attributor};
use readout::import;
use readout::model::{Article, CodePoints, Speakers};

/// Of what two contents have together they must share this part.
const OVERLAP: f64 = 0.5;
/// How often all articles are read, for the speed.
const TIMED_RUNS: u32 = 5;

type Ranges = Vec<Range<usize>>;

/// What somebody says, in bytes of the text; the source may not be named.
#[derive(Debug, Default)]
struct Said {
    content: Ranges,
    source: Ranges,
}

#[derive(Default)]
struct Counts {
    wanted: usize,
    found: usize,
    right: usize,
    /// Of the right ones, those with a labelled source.
    with_source: usize,
    source_right: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let Some(folder) = std::env::var_os("READOUT_POLNEAR") else {
        println!("READOUT_POLNEAR is not set: no texts to measure with");
        return Ok(());
    };
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let split = arguments.iter().find(|argument| !argument.starts_with('-')).map_or("test", String::as_str);
    let list = arguments.iter().any(|argument| argument == "--misses");
    let attributor = Attributor::new(&Speakers::standard()?);
    let (mut counts, mut articles) = (Counts::default(), Vec::new());
    for (text, labels) in files(&Path::new(&folder).join(split))? {
        let name = text.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let article = import::article(&name, &fs::read(&text)?)?;
        let wanted = labelled(&fs::read_to_string(&labels)?, &article.text);
        let found = quoted(&attributor.read(&article), &article.text);
        compare(&name, &article, &wanted, &found, list, &mut counts);
        articles.push(article);
    }
    print(split, &counts, articles.len());
    println!("{:.0} MB/s, one thread", speed(&attributor, &articles));
    Ok(())
}

/// The texts of a split, each with its labels.
fn files(folder: &Path) -> Result<Vec<(PathBuf, PathBuf)>, Box<dyn Error>> {
    let mut labels: BTreeMap<String, PathBuf> = BTreeMap::new();
    for entry in fs::read_dir(folder.join("attributions"))? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // The name of the text, and of who labelled it.
        let text = stem.rsplit_once('_').map_or(stem.clone(), |(text, _)| text.to_owned());
        let known = labels.entry(text).or_insert_with(|| path.clone());
        *known = path.min(known.clone());
    }
    let text = |(name, labels): (String, PathBuf)| {
        let text = folder.join("text").join(format!("{name}.txt"));
        text.exists().then_some((text, labels))
    };
    Ok(labels.into_iter().filter_map(text).collect())
}

/// The labelled contents that have quotation marks.
fn labelled(labels: &str, text: &str) -> Vec<Said> {
    let points = CodePoints::new(text);
    let mut ranges: BTreeMap<&str, Ranges> = BTreeMap::new();
    for line in labels.lines().filter(|line| line.starts_with('T')) {
        let mut cells = line.split('\t');
        let (Some(id), Some((_, places))) = (cells.next(), cells.next().and_then(|cell| cell.split_once(' '))) else {
            continue;
        };
        let place = |place: &str| {
            let (start, end) = place.split_once(' ')?;
            Some(points.to_byte(start.parse().ok()?)?..points.to_byte(end.parse().ok()?)?)
        };
        ranges.insert(id, places.split(';').filter_map(place).collect());
    }
    let mut all = Vec::new();
    for line in labels.lines().filter(|line| line.starts_with('E')) {
        let mut said = Said::default();
        for (role, id) in line.split(['\t', ' ']).filter_map(|part| part.split_once(':')) {
            let found = ranges.get(id).cloned().unwrap_or_default();
            match role.trim_end_matches(char::is_numeric) {
                "Content" => said.content.extend(found),
                "Source" => said.source.extend(found),
                _ => {}
            }
        }
        if said.content.iter().any(|range| text[range.clone()].contains(['"', '“', '”'])) {
            all.push(said);
        }
    }
    all
}

/// The quotations that the program finds, those with one cue together.
fn quoted(read: &Attributed, text: &str) -> Vec<Said> {
    let mut by_cue: BTreeMap<Vec<(u32, u32)>, Said> = BTreeMap::new();
    for quotation in &read.quotations {
        if quotation.reason.is_empty() {
            continue;
        }
        let key = quotation.reason.iter().map(|span| (span.start, span.end)).collect();
        let said: &mut Said = by_cue.entry(key).or_default();
        said.content.push(quotation.content.range());
        said.source = quotation.reason.first().map(|span| vec![span.range()]).unwrap_or_default();
    }
    debug_assert!(by_cue.values().all(|said| said.content.iter().all(|range| range.end <= text.len())));
    by_cue.into_values().collect()
}

fn bytes(ranges: &Ranges) -> Vec<usize> {
    let mut all: Vec<usize> = ranges.iter().cloned().flatten().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The part that two contents share of what they have together.
fn overlap(a: &Ranges, b: &Ranges) -> f64 {
    let (a, b) = (bytes(a), bytes(b));
    let shared = a.iter().filter(|at| b.binary_search(at).is_ok()).count();
    shared as f64 / (a.len() + b.len() - shared).max(1) as f64
}

fn compare(name: &str, article: &Article, wanted: &[Said], found: &[Said], list: bool, counts: &mut Counts) {
    let text = |ranges: &Ranges| -> String {
        let parts: Vec<String> = ranges.iter().map(|range| article.text[range.clone()].replace('\n', " ")).collect();
        parts.join(" … ")
    };
    let mut taken = vec![false; found.len()];
    counts.wanted += wanted.len();
    counts.found += found.len();
    for said in wanted {
        let fits = (0..found.len()).find(|at| !taken[*at] && overlap(&said.content, &found[*at].content) >= OVERLAP);
        let Some(fits) = fits else {
            if list {
                println!("{name}: missed {} | {}", text(&said.source), text(&said.content));
            }
            continue;
        };
        taken[fits] = true;
        counts.right += 1;
        if said.source.is_empty() {
            continue;
        }
        counts.with_source += 1;
        let source = overlap(&said.source, &found[fits].source) > 0.0;
        counts.source_right += usize::from(source);
        if list && !source {
            println!(
                "{name}: source {} | found {} | {}",
                text(&said.source),
                text(&found[fits].source),
                text(&said.content)
            );
        }
    }
    let alarms = found.iter().zip(&taken).filter(|(_, taken)| !**taken && list);
    alarms.for_each(|(said, _)| println!("{name}: alarm {} | {}", text(&said.source), text(&said.content)));
}

fn print(split: &str, counts: &Counts, articles: usize) {
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let Counts { wanted, found, right, with_source, source_right } = *counts;
    println!("{split}: {articles} articles, {wanted} quoted contents");
    let (precision, recall, f1) = (share(right, found), share(right, wanted), share(2 * right, found + wanted));
    println!("quoted content  precision {precision:.3}  recall {recall:.3}  F1 {f1:.3}");
    println!(
        "source of those that are right {:.3} ({source_right} of {with_source})",
        share(source_right, with_source)
    );
}

/// Megabytes a second, one thread, best of several runs.
fn speed(attributor: &Attributor, articles: &[Article]) -> f64 {
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let run = |_| {
        let begin = Instant::now();
        for article in articles {
            std::hint::black_box(attributor.read(article));
        }
        begin.elapsed().as_secs_f64()
    };
    bytes as f64 / 1e6 / (0..TIMED_RUNS).map(run).fold(f64::INFINITY, f64::min)
}
