//! What became of quotations in other articles: of pairs of sentences of our own, and of articles on the same talks.
//!
//! Against the hand-made lists in `tests/quotations`. Of the articles every quotation of three words or more is listed,
//! with each other article that has it; a quotation is found where the program tells that the other article has it.

#[path = "support/shared.rs"]
mod shared;

use readout::analysis::attribute::{Attributed, Attributor};
use readout::analysis::quote_check::{CheckedQuote, Fate, check_quotes};
use readout::import;
use readout::model::{Article, ArticleIx, CodePoints, Language, Speakers};
use shared::shared;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const PAIRS: &str = include_str!("quotations/pairs.tsv");
const LIST: &str = include_str!("quotations/quotes.tsv");

/// Aims, in hundredths: fates that are right of pairs of sentences.
const RIGHT: u32 = 90;
/// The same for real articles: articles that have a quotation and are found, fates that are right of these, and
/// articles found that do not have it, of all found.
const FOUND: usize = 68;
const RIGHT_FATES: usize = 90;
const WRONG: usize = 10;

fn checked(articles: &[Arc<Article>]) -> Vec<CheckedQuote> {
    let attributor = Attributor::new(&Speakers::standard().unwrap());
    let said: Vec<Arc<Attributed>> = articles.iter().map(|article| Arc::new(attributor.read(article))).collect();
    check_quotes(articles, &said)
}

fn told(fate: Fate) -> &'static str {
    match fate {
        Fate::SameWords => "same",
        Fate::Cut => "cut",
        Fate::Reworded => "reworded",
        Fate::NowhereElse => "nowhere",
    }
}

/// What became of the first quotation of one article in the other.
fn fate(code: &str, quoting: &str, other: &str) -> &'static str {
    let article = |path: &str, text: &str| {
        let text = format!("A headline over it\n\n{text}\n");
        let mut article = import::article(path, text.as_bytes()).unwrap();
        article.language = Language::ALL.into_iter().find(|language| language.code() == code).expect("a language");
        Arc::new(article)
    };
    let quotes = checked(&[article("a.txt", quoting), article("b.txt", other)]);
    quotes.iter().find(|quote| quote.article == ArticleIx::new(0)).map_or("none", |quote| told(quote.fate))
}

#[test]
fn the_fate_of_a_quotation_is_told() {
    let mut counts: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for line in PAIRS.lines().skip(1) {
        let [code, expected, quoting, other, what] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let got = fate(code, quoting, other);
        if got != expected {
            println!("{what}: {got}, should be {expected}\n  {quoting}\n  {other}");
        }
        for name in ["all", code, expected] {
            let (right, all) = counts.entry(name).or_default();
            *right += u32::from(got == expected);
            *all += 1;
        }
    }
    counts.iter().for_each(|(name, (right, all))| println!("{name}: {right} of {all}"));
    let (right, all) = counts["all"];
    assert!(right * 100 >= all * RIGHT);
}

/// A listed quotation: article and code points.
type Place = (usize, usize, usize);

#[test]
fn quotations_of_real_articles_are_found_where_the_list_has_them() {
    let Some((articles, paths)) = read() else { return };
    let number = |path: &str| paths.iter().position(|other| other.ends_with(path)).expect("an article of the list");
    let mut list: BTreeMap<Place, BTreeMap<usize, &str>> = BTreeMap::new();
    for line in LIST.lines().skip(1) {
        let [path, start, end, other, fate, _] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let place = (number(path), start.parse().unwrap(), end.parse().unwrap());
        let others = list.entry(place).or_default();
        if other.is_empty() {
            others.insert(place.0, fate);
        } else {
            others.insert(number(other), fate);
        }
    }
    let quotes = checked(&articles);
    let points: Vec<CodePoints> = articles.iter().map(|article| CodePoints::new(&article.text)).collect();
    let text = |quote: &CheckedQuote| quote.span.text(&articles[quote.article.index()].text).to_owned();
    let (mut found, mut right_fate, mut wrong, mut all, mut met) = (0, 0, 0, 0, BTreeSet::new());
    for quote in &quotes {
        let ix = quote.article.index();
        let (start, end) = points[ix].of(quote.span);
        let Some((place, others)) = list.iter().find(|((article, a, b), _)| *article == ix && *a < end && start < *b)
        else {
            continue;
        };
        if others.values().any(|fate| *fate == "?nowhere") {
            met.insert(*place);
            continue;
        }
        for other in &quote.others {
            match others.get(&other.article.index()) {
                Some(fate) if fate.starts_with('?') => {}
                Some(fate) => {
                    found += 1;
                    right_fate += usize::from(*fate == told(other.fate));
                    if *fate != told(other.fate) {
                        println!(
                            "{} in {}: {}, should be {fate}",
                            text(quote),
                            paths[other.article.index()],
                            told(other.fate)
                        );
                    }
                }
                None => {
                    wrong += 1;
                    let words = other.span.text(&articles[other.article.index()].text);
                    println!("wrong: {} is not in {}: {words}", text(quote), paths[other.article.index()]);
                }
            }
        }
        for (other, fate) in others {
            let is_met = quote.others.iter().any(|one| one.article.index() == *other);
            if *other != ix && !fate.starts_with('?') && !is_met {
                println!("missing: {} in {} ({fate})", text(quote), paths[*other]);
            }
        }
        met.insert(*place);
    }
    for (place, others) in &list {
        all += others.iter().filter(|(other, fate)| **other != place.0 && !fate.starts_with('?')).count();
        if !met.contains(place) {
            println!("not looked for: {place:?} in {}", paths[place.0]);
        }
    }
    println!(
        "{} of {} quotations looked for; found in {found} of {all} articles that have one, {wrong} wrong; fate right {right_fate} of {found}",
        met.len(),
        list.len()
    );
    assert!(
        found * 100 >= all * FOUND && right_fate * 100 >= found * RIGHT_FATES && wrong * 100 <= (found + wrong) * WRONG
    );
}

/// The articles of the list, with all readouts.
fn read() -> Option<(Vec<Arc<Article>>, Vec<String>)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own/development");
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in [shared("seeds")?, shared("more")?, own] {
        let mut here: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        here.sort();
        files.extend(here);
    }
    let name = |file: &Path| file.file_name().unwrap().to_str().unwrap().to_owned();
    files.retain(|file| {
        let listed = file.parent().is_some_and(|folder| !folder.ends_with("development")) || LIST.contains(&name(file));
        listed && name(file) != "README.md" && !name(file).ends_with(".tsv")
    });
    let article = |file: &PathBuf| Arc::new(import::article(&name(file), &fs::read(file).unwrap()).unwrap());
    let paths = files.iter().map(|file| file.to_str().unwrap().to_owned()).collect();
    Some((files.iter().map(article).collect(), paths))
}
