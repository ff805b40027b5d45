//! How well and how fast copies and versions of articles are found, and what changed between two of them, on one
//! thread. `cargo bench --bench duplicates`.

#[path = "support/stories.rs"]
mod stories;
mod support;

use readout::analysis::changes::changes;
use readout::analysis::duplicates::{Facts, Sketch, find_stories};
use readout::model::Article;
use std::collections::BTreeMap;
use std::time::Instant;
use stories::{Chance, KINDS, Planted, is_apart};
use support::megabytes;

/// Of each kind of copy and lookalike.
const PLANTED: usize = 200;
/// The archive that is measured: so many articles of so many words, 7,100 bytes each.
const ARTICLES: usize = 38_000;
const WORDS: usize = 1_130;

fn main() {
    support::print_machine();
    quality();
    speed();
    differences();
}

/// Pairs found of those planted, and pairs put together of those that only look alike.
fn quality() {
    let planted = stories::planted(PLANTED);
    let articles: Vec<Article> = planted.iter().enumerate().map(|(number, text)| text.article(number)).collect();
    let sketches: Vec<Sketch> = articles.iter().map(Sketch::of).collect();
    let facts: Vec<Facts> =
        articles.iter().zip(&sketches).map(|(article, sketch)| Facts::of(article, sketch)).collect();
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut right, mut wrong) = (0, 0);
    for story in find_stories(&facts) {
        let members: Vec<&Planted> = std::iter::once(story.lead)
            .chain(story.others.iter().map(|member| member.article))
            .map(|article| &planted[article.index()])
            .collect();
        for (at, one) in members.iter().enumerate() {
            for other in &members[at + 1..] {
                let same = one.story == other.story;
                *if same { &mut right } else { &mut wrong } += 1;
                *found.entry(if same || is_apart(one.kind) { one.kind } else { "others" }).or_default() += 1;
            }
        }
    }
    println!("{:<24} {:>8} {:>8}", "planted", "pairs", "found");
    for kind in KINDS {
        let pairs = PLANTED
            * if matches!(kind, "frame" | "readout") {
                6
            } else if kind == "three versions" {
                3
            } else {
                1
            };
        let apart = if is_apart(kind) { ", all wrong" } else { "" };
        println!("{kind:<24} {pairs:>8} {:>8}{apart}", found.get(kind).copied().unwrap_or(0));
    }
    println!(
        "{} articles: {right} pairs right, {wrong} wrong, of those not planted {:?}",
        articles.len(),
        found.get("others")
    );
}

fn speed() {
    let mut chance = Chance(1);
    let (mut bytes, mut sketching) = (0, 0.0);
    let (mut paths, mut sketches) = (Vec::new(), Vec::new());
    let mut before = stories::report(&mut chance, WORDS);
    for number in 0..ARTICLES {
        // Every tenth is a copy or a version of the one before, as in an archive of agencies.
        let text = match number % 40 {
            9 => stories::other_print(&before),
            19 => stories::reprint(&mut chance, &before, 5),
            29 => stories::update(&mut chance, &before, 20),
            39 => stories::cut(&before, 60),
            _ => stories::report(&mut chance, WORDS),
        };
        let article = Planted { story: number, kind: "", outlet: None, day: None, text: text.clone() }.article(number);
        before = text;
        bytes += article.text.len();
        let start = Instant::now();
        sketches.push(Sketch::of(&article));
        sketching += start.elapsed().as_secs_f64();
        paths.push(article.path);
    }
    let facts: Vec<Facts> = paths
        .iter()
        .zip(&sketches)
        .map(|(path, sketch)| Facts { path, outlet: None, date: None, time: None, sketch })
        .collect();
    let start = Instant::now();
    let stories = find_stories(&facts);
    let grouping = start.elapsed().as_secs_f64();
    let size: usize = sketches.iter().map(Sketch::size).sum();
    println!("{ARTICLES} articles, {:.1} MB", megabytes(bytes));
    println!("sketches {sketching:.2} s, {:.0} MB/s, {} bytes each", megabytes(bytes) / sketching, size / ARTICLES);
    println!(
        "stories  {grouping:.2} s, {} with more than one article",
        stories.iter().filter(|story| !story.others.is_empty()).count()
    );
}

fn differences() {
    println!("{:<24} {:>10} {:>8}", "what changed", "MB", "ms");
    for megabyte in [0.007, 0.1, 1.0, 20.0] {
        let mut chance = Chance(3);
        let old = stories::report(&mut chance, (megabyte * 160_000.0) as usize);
        let rewritten = stories::report(&mut chance, (megabyte * 160_000.0) as usize);
        let edits = [
            ("an update", stories::update(&mut chance, &old, 20)),
            ("10 % of words", stories::reprint(&mut chance, &old, 10)),
            ("another text", rewritten),
        ];
        let old = article(old);
        for (name, new) in edits {
            let new = article(new);
            let start = Instant::now();
            let runs = changes(&old, &new).runs.len();
            let time = start.elapsed().as_secs_f64() * 1e3;
            println!("{name:<24} {:>10.3} {time:>8.1}  {runs} runs", megabytes(new.text.len()));
        }
    }
}

fn article(text: Vec<String>) -> Article {
    Planted { story: 0, kind: "", outlet: None, day: None, text }.article(0)
}
