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
/// Share of the lines labelled as boilerplate that are set apart from the article.
const BOILERPLATE: f64 = 0.95;

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
    let (mut found, mut labelled) = (0_u32, 0_u32);
    for name in ["bloomberg", "meduza", "rbc-translated", "ru-main", "tass"] {
        let article = article(&seeds.join(name).with_extension("txt"));
        for row in rows(&gold.join(name).with_extension("tsv")) {
            let kinds: Vec<ParagraphKind> = paragraphs_of(&article, &row).map(|paragraph| paragraph.kind).collect();
            assert!(!kinds.is_empty(), "{name}: {} stands in no paragraph", row["sentence"]);
            let apart = kinds.iter().all(|kind| !kind.is_linked());
            match row["boilerplate"].as_str() {
                "" => {
                    assert!(!kinds.contains(&ParagraphKind::Clutter), "{name} hides {}", row["sentence"]);
                    assert!(row["topics"].is_empty() || !apart, "{name} does not link {}", row["sentence"]);
                }
                "1" => {
                    labelled += 1;
                    found += u32::from(apart);
                }
                _ => {} // arguable
            }
        }
    }
    println!("boilerplate: {found} of {labelled} lines set apart");
    assert!(labelled > 0 && f64::from(found) >= BOILERPLATE * f64::from(labelled), "{found} of {labelled}");
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
