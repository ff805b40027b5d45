//! How fast articles are linked, on one thread: the sentences of articles that are read already, under the default
//! topic tree. `cargo bench --bench link`.

mod support;

use readout::analysis::Linker;
use readout::import;
use readout::model::{Article, TopicIx};
use readout::store::topics;
use std::error::Error;
use std::time::Instant;
use support::megabytes;

const ARTICLES: usize = 1_000;
/// The best of these is printed: the others were disturbed.
const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    support::print_machine();
    let start = Instant::now();
    let articles = read()?;
    let reading = start.elapsed().as_secs_f64();
    let tree = topics::default()?.tree;
    let start = Instant::now();
    let linker = Linker::new(&tree);
    let compiling = start.elapsed().as_secs_f64();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let words: usize = articles.iter().map(Article::word_count).sum();
    let (mut linking, mut passages) = (f64::INFINITY, 0);
    for _ in 0..RUNS {
        let start = Instant::now();
        let mut worker = linker.worker();
        passages = articles.iter().map(|article| worker.link(article).len()).sum();
        linking = linking.min(start.elapsed().as_secs_f64());
    }
    // What a change of one rule asks for: its top-level topic, in all articles. Ukraine has the most rules.
    let changed = Linker::of_top(&tree, TopicIx::new(0));
    let mut relinking = f64::INFINITY;
    for _ in 0..RUNS {
        let start = Instant::now();
        let mut worker = changed.worker();
        articles.iter().for_each(|article| drop(worker.link(article)));
        relinking = relinking.min(start.elapsed().as_secs_f64());
    }
    let rules: usize = tree.iter().map(|(_, topic)| topic.rules.len()).sum();
    let size = megabytes(bytes);
    println!("{} articles, {size:.1} MB, {words} words; {} topics, {rules} rules", articles.len(), tree.len());
    println!("{:<22} {:>8} {:>8} {:>14}", "step, one thread", "ms", "MB/s", "words/s");
    println!("{:<22} {:>8.1}", "compile the tree", compiling * 1e3);
    for (step, seconds) in [("read the articles", reading), ("link them", linking), ("link one topic", relinking)] {
        let (speed, words) = (size / seconds, words as f64 / seconds);
        println!("{step:<22} {:>8.1} {speed:>8.1} {words:>14.0}", seconds * 1e3);
    }
    println!("{passages} passages");
    Ok(())
}

fn read() -> Result<Vec<Article>, Box<dyn Error>> {
    let mut articles = Vec::with_capacity(ARTICLES);
    for number in 0..ARTICLES {
        let (name, text) = support::article(number);
        articles.push(import::article(&name, text.as_bytes())?);
    }
    Ok(articles)
}
