//! How well, and how fast, texts are cut into sentences: the table of the README.
//!
//! `READOUT_UD=FOLDER cargo bench --bench sentences [-- NAME]` reads every `*.conllu` in the folder (Universal
//! Dependencies: the language is the file name's first two letters) and every `*.jsonl` (one `{"text", "sentences"}`
//! a line, such as the Golden Rules). Counted are the bounds inside paragraphs; the end of a paragraph is given away
//! by the text and is not counted. With a NAME, only files that contain it, and each wrong bound is printed.
//! Sets without paragraphs are read five sentences to a paragraph.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use readout::model::Language;
use readout::text::sentences;

/// Sentences to a paragraph where the data does not say.
const GUESSED_PARAGRAPH: usize = 5;

/// How often the whole set is cut, for the speed.
const TIMED_RUNS: u32 = 5;

/// A paragraph and where its sentences end, the last one left out.
struct Paragraph {
    text: String,
    bounds: Vec<usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let Some(folder) = std::env::var_os("READOUT_UD") else {
        println!("READOUT_UD is not set: no texts to measure with");
        return Ok(());
    };
    let name = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    println!("{:<28} {:>6} {:>6} {:>6} {:>6} {:>7}", "set", "F1", "prec.", "recall", "bounds", "MB/s");
    for path in files(Path::new(&folder))? {
        let set = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if name.as_ref().is_none_or(|name| set.contains(name)) {
            measure(&set, &path, name.is_some())?;
        }
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "conllu" || extension == "jsonl") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn measure(set: &str, path: &Path, print_errors: bool) -> Result<(), Box<dyn Error>> {
    let rules = path.extension().is_some_and(|extension| extension == "jsonl");
    let content = fs::read_to_string(path)?;
    let (language, paragraphs) = if rules {
        (Language::English, golden_rules(&content)?)
    } else {
        (Language::from_tag(&set.replace('_', "-")).unwrap_or(Language::Other), treebank(&content))
    };
    let (mut right, mut found, mut wanted, mut whole) = (0, 0, 0, 0);
    for Paragraph { text, bounds } in &paragraphs {
        let cut = inner_bounds(text, language);
        found += cut.len();
        wanted += bounds.len();
        right += cut.iter().filter(|bound| bounds.contains(bound)).count();
        whole += usize::from(cut == *bounds);
        if print_errors {
            print_wrong(text, bounds, &cut);
        }
    }
    let speed = speed(&paragraphs, language);
    let (precision, recall) = (share(right, found), share(right, wanted));
    let f1 = share(2 * right, found + wanted);
    println!("{set:<28} {f1:>6.4} {precision:>6.3} {recall:>6.3} {wanted:>6} {speed:>7.0}");
    if rules {
        println!("{:<28} {whole} of {} texts cut as wanted", "", paragraphs.len());
    }
    Ok(())
}

fn inner_bounds(text: &str, language: Language) -> Vec<usize> {
    let mut bounds: Vec<usize> = sentences(text, language).into_iter().map(|sentence| sentence.end).collect();
    bounds.pop();
    bounds
}

fn print_wrong(text: &str, wanted: &[usize], cut: &[usize]) {
    let show = |sign: char, at: usize| {
        let before: String = text[..at].chars().rev().take(50).collect::<Vec<_>>().into_iter().rev().collect();
        let after: String = text[at..].chars().take(40).collect();
        println!("{sign} {before}⏎{after}");
    };
    cut.iter().filter(|at| !wanted.contains(at)).for_each(|&at| show('+', at));
    wanted.iter().filter(|at| !cut.contains(at)).for_each(|&at| show('-', at));
}

/// Megabytes a second, one thread, best of several runs.
fn speed(paragraphs: &[Paragraph], language: Language) -> f64 {
    let bytes: usize = paragraphs.iter().map(|paragraph| paragraph.text.len()).sum();
    let run = |_| {
        let begin = Instant::now();
        for paragraph in paragraphs {
            std::hint::black_box(sentences(&paragraph.text, language));
        }
        begin.elapsed().as_secs_f64()
    };
    bytes as f64 / 1e6 / (0..TIMED_RUNS).map(run).fold(f64::INFINITY, f64::min)
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// The paragraphs of a CoNLL-U file: `# newdoc` and `# newpar` begin one, `# text` is a sentence.
fn treebank(content: &str) -> Vec<Paragraph> {
    let marked = content.contains("# newpar") || content.contains("# newdoc");
    let mut groups: Vec<Vec<&str>> = Vec::new();
    let mut begins = true;
    for line in content.lines() {
        begins |= line.starts_with("# newdoc") || line.starts_with("# newpar id") || line == "# newpar";
        if let Some(text) = line.strip_prefix("# text = ") {
            begins |= !marked && groups.last().is_some_and(|group| group.len() == GUESSED_PARAGRAPH);
            match groups.last_mut() {
                Some(group) if !begins => group.push(text.trim()),
                _ => groups.push(vec![text.trim()]),
            }
            begins = false;
        }
    }
    groups.iter().map(|group| joined(group)).collect()
}

fn joined(sentences: &[&str]) -> Paragraph {
    let mut paragraph = Paragraph { text: String::new(), bounds: Vec::new() };
    for sentence in sentences {
        if !paragraph.text.is_empty() {
            paragraph.bounds.push(paragraph.text.len());
            paragraph.text.push(' ');
        }
        paragraph.text.push_str(sentence);
    }
    paragraph
}

fn golden_rules(content: &str) -> Result<Vec<Paragraph>, Box<dyn Error>> {
    content.lines().map(golden_rule).collect()
}

/// One rule; its sentences are looked up in the text, which may have more space between them.
fn golden_rule(line: &str) -> Result<Paragraph, Box<dyn Error>> {
    let rule: serde_json::Value = serde_json::from_str(line)?;
    let text = rule["text"].as_str().ok_or("a rule without text")?.to_owned();
    let mut bounds = Vec::new();
    let mut at = 0;
    for sentence in rule["sentences"].as_array().ok_or("a rule without sentences")? {
        let sentence = sentence.as_str().unwrap_or_default().trim();
        at += text[at..].find(sentence).ok_or("a sentence that is not in its text")? + sentence.len();
        bounds.push(at);
    }
    bounds.pop();
    Ok(Paragraph { text, bounds })
}
