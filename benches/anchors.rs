//! How well and how fast marked places are found again in changed texts. `cargo bench --bench anchors`.
//!
//! On generated revisions with lookalikes, and on real ones where `READOUT_REVISIONS` names a folder of them (see
//! `support/real_revisions.rs`). With the old text, as sessions keep it, and without. `--misses` lists what went wrong.

#[path = "support/real_revisions.rs"]
mod real_revisions;
#[path = "support/revisions.rs"]
mod revisions;
mod support;

use readout::analysis::anchoring::{Carried, Certainty, carry};
use readout::import;
use readout::model::Anchor;
use readout::store::sample_collection;
use revisions::{Case, Class, Fate, Revision, generate, judge};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

const REVISIONS: usize = 400;

fn main() {
    support::print_machine();
    let sample = sample_collection().articles;
    report("generated, with lookalikes", &generate(&sample, REVISIONS));
    match std::env::var_os("READOUT_REVISIONS").map(PathBuf::from) {
        None => println!("\nreal revisions: READOUT_REVISIONS names no folder"),
        Some(folder) => match real_revisions::read(&folder) {
            Ok(real) => report("real revisions", &real),
            Err(error) => println!("\n{}: {error}", folder.display()),
        },
    }
    let revisions = generate(&sample, 100);
    speed(&revisions);
    long_article(&revisions);
}

fn report(name: &str, revisions: &[Revision]) {
    let (unclear, prose) = revisions.iter().fold((0, 0), |sum, one| (sum.0 + one.unclear, sum.1 + one.sentences));
    if unclear > 0 {
        println!("\n{name}: {unclear} of {prose} sentences left out, because it is unclear what became of them");
    }
    for kept in [true, false] {
        let text = if kept { "old text kept" } else { "quote and context only" };
        println!("\n{name}, {} pairs, {text}", revisions.len());
        figures(revisions, kept);
    }
}

/// Counts by what became of a case.
#[derive(Default)]
struct Counts {
    all: usize,
    sure: usize,
    check: usize,
    lost: usize,
    right: usize,
    right_check: usize,
}

fn figures(revisions: &[Revision], kept: bool) {
    let mut counts: BTreeMap<(Fate, Option<Class>), Counts> = BTreeMap::new();
    let mut sure = BTreeMap::from([(None, (0, 0))]);
    for revision in revisions {
        let anchors: Vec<&Anchor> = revision.cases.iter().map(|case| &case.anchor).collect();
        let carried = carry(&anchors, kept.then_some(revision.old.as_str()), &revision.new);
        for (case, found) in revision.cases.iter().zip(&carried) {
            let outcome = judge(case, found.certainty, found.span);
            for class in [None, Some(case.class)] {
                counts.entry((case.fate, class)).or_default().add(outcome);
                let (all, wrong): &mut (usize, usize) = sure.entry(class).or_default();
                *all += usize::from(found.certainty == Certainty::Sure);
                *wrong += usize::from(found.certainty == Certainty::Sure && !outcome.right);
            }
            if !outcome.right && std::env::args().any(|argument| argument == "--misses") {
                print_miss(revision, case, found);
            }
        }
    }
    println!(
        "{:<22} {:>6} {:>7} {:>7} {:>7} {:>8} {:>14}",
        "", "spans", "sure", "check", "lost", "right", "check of right"
    );
    for ((fate, class), counts) in &counts {
        let name = format!("{fate:?} {}", class.map_or("all".to_owned(), |class| format!("{class:?}").to_lowercase()));
        println!(
            "{name:<22} {:>6} {:>6.1}% {:>6.1}% {:>6.1}% {:>7.2}% {:>13.1}%",
            counts.all,
            share(counts.sure, counts.all),
            share(counts.check, counts.all),
            share(counts.lost, counts.all),
            share(counts.right, counts.all),
            share(counts.right_check, counts.right),
        );
    }
    for (class, (all, wrong)) in sure {
        let name = class.map_or("all".to_owned(), |class| format!("{class:?}").to_lowercase());
        println!("wrong among sure, {name:<10} {wrong:>4} of {all:>6} = {:.2}%", share(wrong, all));
    }
}

impl Counts {
    fn add(&mut self, outcome: revisions::Outcome) {
        self.all += 1;
        match outcome.certainty {
            Certainty::Sure => self.sure += 1,
            Certainty::Check => self.check += 1,
            Certainty::Lost => self.lost += 1,
        }
        self.right += usize::from(outcome.right);
        self.right_check += usize::from(outcome.right && outcome.certainty == Certainty::Check);
    }
}

fn share(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}

fn print_miss(revision: &Revision, case: &Case, found: &Carried) {
    let text = |span: Option<readout::model::Span>| span.map_or("-", |span| span.text(&revision.new.text));
    println!("{} {:?} {:?} -> {:?}", revision.name, case.fate, case.class, found.certainty);
    println!("  was   {:?}\n  shown {:?}\n  truth {:?}", case.anchor.exact, text(found.span), text(case.truth));
}

/// A thousand places in a hundred changed articles, on one thread.
fn speed(revisions: &[Revision]) {
    for kept in [true, false] {
        let work: Vec<(Vec<&Anchor>, &Revision)> = revisions
            .iter()
            .map(|revision| (revision.cases.iter().take(10).map(|case| &case.anchor).collect(), revision))
            .collect();
        let places: usize = work.iter().map(|(anchors, _)| anchors.len()).sum();
        let start = Instant::now();
        for (anchors, revision) in &work {
            let carried = carry(anchors, kept.then_some(revision.old.as_str()), &revision.new);
            assert_eq!(carried.len(), anchors.len());
        }
        let text = if kept { "old text kept" } else { "quote and context only" };
        println!(
            "\n{places} places in {} changed articles, {text}: {:.1} ms",
            work.len(),
            start.elapsed().as_secs_f64() * 1e3
        );
    }
}

/// All sentences of one long article.
fn long_article(revisions: &[Revision]) {
    let old: String = revisions.iter().map(|revision| revision.old.as_str()).collect();
    let new: String = revisions.iter().map(|revision| revision.new.text.as_str()).collect();
    let article = |text: &str| import::article("long.txt", text.as_bytes()).expect("plain text can be read");
    let (old, new) = (article(&old), article(&new));
    let anchors: Vec<Anchor> =
        old.sentences.iter().map(|sentence| Anchor::describe(&old.text, sentence.span)).collect();
    let anchors: Vec<&Anchor> = anchors.iter().collect();
    for kept in [true, false] {
        let start = Instant::now();
        let lost = carry(&anchors, kept.then_some(old.text.as_str()), &new);
        let lost = lost.iter().filter(|carried| carried.certainty == Certainty::Lost).count();
        println!(
            "{} places in one changed article of {:.2} MB{}: {:.0} ms, {lost} lost",
            anchors.len(),
            support::megabytes(new.text.len()),
            if kept { "" } else { ", quote and context only" },
            start.elapsed().as_secs_f64() * 1e3
        );
    }
}
