//! How well the default topic tree links the five articles that people labelled, and whether anything of an article
//! is hidden as clutter. Prints the table of the README: `cargo test --test gold -- --nocapture`.

mod support;

use readout::cli::score;
use readout::import;
use readout::model::{Article, CodePoints, Paragraph, ParagraphKind};
use readout::store::topics;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use support::shared;

/// Micro F1 over top-level topics, and over sub-topics.
const TOP_LEVEL: f64 = 0.90;
const SUB_TOPICS: f64 = 0.85;
/// Top-level, without the rules that fire in only one of the articles: what does not hang on one text's wording.
const WITHOUT_LONE_RULES: f64 = 0.88;
/// F1 of the lines labelled as boilerplate, with the lists of stock phrases and without them.
const BOILERPLATE: f64 = 0.97;
const WITHOUT_PHRASES: f64 = 0.95;

#[test]
fn the_default_tree_links_what_people_linked() {
    let (Some(gold), Some(seeds)) = (shared("gold"), shared("seeds")) else { return };
    let file = topics::default().unwrap().file;
    let report = score::gold(&file, &gold, &seeds, false).unwrap();
    println!("{report}");
    let table: BTreeMap<&str, &str> = report.lines().filter_map(|line| line.split_once("  ")).collect();
    let f1 = |name: &str| table[name].split_whitespace().nth(2).unwrap().parse::<f64>().unwrap();
    assert!(f1("top-level topics") >= TOP_LEVEL, "{report}");
    assert!(f1("sub-topics") >= SUB_TOPICS, "{report}");
    let last = report.lines().last().unwrap();
    let general = last.split_once("top-level F1 ").unwrap().1.split(',').next().unwrap();
    assert!(general.parse::<f64>().unwrap() >= WITHOUT_LONE_RULES, "{last}");
}

#[test]
fn nothing_of_an_article_is_hidden() {
    let (Some(gold), Some(seeds)) = (shared("gold"), shared("seeds")) else { return };
    for name in ["bloomberg", "meduza", "rbc-translated", "ru-main", "tass"] {
        let article = article(&seeds.join(name).with_extension("txt"));
        for row in rows(&gold.join(name).with_extension("tsv")) {
            let kinds: Vec<ParagraphKind> = paragraphs_of(&article, &row).map(|paragraph| paragraph.kind).collect();
            assert!(!kinds.is_empty(), "{name}: {} stands in no paragraph", row["sentence"]);
            let apart = kinds.iter().all(|kind| !kind.is_linked());
            if row["boilerplate"].is_empty() {
                assert!(!kinds.contains(&ParagraphKind::Clutter), "{name} hides {}", row["sentence"]);
                assert!(row["topics"].is_empty() || !apart, "{name} does not link {}", row["sentence"]);
            }
        }
    }
}

#[test]
fn boilerplate_is_told_from_the_article_even_without_stock_phrases() {
    let (Some(gold), Some(seeds)) = (shared("gold"), shared("seeds")) else { return };
    let report = score::boilerplate(&gold, &seeds, true).unwrap();
    println!("{report}");
    for (name, aim) in [("with stock phrases", BOILERPLATE), ("without them", WITHOUT_PHRASES)] {
        let row = report.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        let figures: Vec<f64> = row.split_whitespace().map(|figure| figure.parse().unwrap()).collect();
        assert!(figures[2] >= aim, "{report}");
        assert_eq!(figures.last(), Some(&0.0), "nothing of an article is hidden\n{report}");
    }
}

#[test]
fn readouts_and_transcripts_are_not_taken_for_web_pages() {
    let Some(folder) = shared("more") else { return };
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if !import::is_supported(&path) {
            continue;
        }
        let article = article(&path);
        for paragraph in article.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Clutter) {
            let text = paragraph.span.text(&article.text);
            assert_eq!(text, "###", "{} hides a line", path.display());
        }
    }
}

fn article(path: &Path) -> Article {
    import::article(path.file_name().unwrap().to_str().unwrap(), &fs::read(path).unwrap()).unwrap()
}

/// The rows of a table, each by the names of its columns.
fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let table = fs::read_to_string(path).unwrap();
    let header: Vec<&str> = table.lines().next().unwrap().split('\t').collect();
    let row = |line: &str| {
        let mut cells = line.split('\t');
        header.iter().map(|name| ((*name).to_owned(), cells.next().unwrap_or_default().to_owned())).collect()
    };
    table.lines().skip(1).map(row).collect()
}

fn paragraphs_of<'a>(article: &'a Article, row: &BTreeMap<String, String>) -> impl Iterator<Item = &'a Paragraph> {
    let points = CodePoints::new(&article.text);
    let [start, end] = ["start", "end"].map(|column| points.to_byte(row[column].parse().unwrap()).unwrap());
    let inside = move |paragraph: &&Paragraph| {
        let span = paragraph.span;
        (span.start as usize) < end && start < span.end as usize
    };
    article.paragraphs.iter().filter(inside)
}
