//! How well the default topic tree links sentences that were labelled before its rules were written. They say what a
//! topic is, in words that no article of the gold labels uses. `cargo test --test meaning -- --nocapture`.

use readout::cli::score;
use readout::model::Language;
use readout::store::topics;
use std::path::Path;

#[test]
fn english_sentences_are_linked_by_what_they_mean() {
    assert!(f1("en.tsv", Language::English) >= 0.97);
}

#[test]
fn russian_sentences_are_linked_by_what_they_mean() {
    assert!(f1("ru.tsv", Language::Russian) >= 0.97);
}

#[test]
fn french_sentences_are_linked_by_what_they_mean() {
    assert!(f1("fr.tsv", Language::French) >= 0.93);
}

#[test]
fn german_sentences_are_linked_by_what_they_mean() {
    assert!(f1("de.tsv", Language::German) >= 0.95);
}

#[test]
fn ukrainian_sentences_are_linked_by_what_they_mean() {
    assert!(f1("uk.tsv", Language::Ukrainian) >= 0.95);
}

/// Micro F1 over top-level topics.
fn f1(name: &str, language: Language) -> f64 {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/meaning").join(name);
    let report = score::meaning(&topics::default().unwrap().file, &path, language, true).unwrap();
    println!("{report}");
    let line = report.lines().find(|line| line.starts_with("top-level topics")).unwrap();
    line.split_whitespace().nth(4).unwrap().parse().unwrap()
}
