//! How soon a changed rule shows: from the changed tree to new links and counts of 5,000 articles, on all cores.
//! `cargo bench --bench relink`.
//!
//! Takes the window's way: what changed is found, the job links that top-level topic in every article, and what it
//! reports is put with the links that stay. A rule comes and goes in turns; Ukraine has the most rules. With
//! `READOUT_ARCHIVE=FOLDER` the first 5,000 articles of that folder are linked, in place of made ones.

mod support;

use readout::analysis::{Counts, Linker, Relink};
use readout::import;
use readout::model::{Article, Passage, TopicFile, TopicFileEntry};
use readout::store::{self, Reader, Topics, topics};
use readout::work::{Jobs, Report};
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;
use support::megabytes;

const ARTICLES: usize = 5_000;
const RUNS: usize = 21;
/// What the reader adds: words that some of the articles have.
const RULE: &str = "letter near 4 answer | письмо near 4 ответ";

/// The collection as the window holds it.
struct Collection {
    articles: Vec<Arc<Article>>,
    links: Vec<Vec<Passage>>,
    counts: Counts,
    topics: Arc<Topics>,
    jobs: Jobs,
    woken: Receiver<()>,
}

fn main() -> Result<(), Box<dyn Error>> {
    support::print_machine();
    let mut collection = Collection::read()?;
    let bytes: usize = collection.articles.iter().map(|article| article.text.len()).sum();
    println!("{} articles, {:.1} MB", collection.articles.len(), megabytes(bytes));
    println!("{:<28} {:>9} {:>9} {:>9}", "a rule changes in", "first ms", "median", "90 of 100");
    for topic in ["ukraine", "followup/geneva", "iran"] {
        let trees = [with_rule(&topics::default()?, topic)?, Arc::new(topics::default()?)];
        let mut times: Vec<f64> = (0..RUNS).map(|run| collection.relink(trees[run % 2].clone())).collect();
        let first = times[0];
        times.sort_by(f64::total_cmp);
        println!("{topic:<28} {first:>9.1} {:>9.1} {:>9.1}", times[RUNS / 2], times[RUNS * 9 / 10]);
    }
    let sentences = collection.counts.sentences;
    println!("{} passages in {sentences} sentences", collection.links.iter().map(Vec::len).sum::<usize>());
    Ok(())
}

impl Collection {
    fn read() -> Result<Self, Box<dyn Error>> {
        let articles = match std::env::var_os("READOUT_ARCHIVE") {
            Some(folder) => read_folder(Path::new(&folder)),
            None => (0..ARTICLES).map(make).collect::<Result<_, Box<dyn Error>>>()?,
        };
        let topics = Arc::new(topics::default()?);
        let linker = Linker::new(&topics.tree);
        let mut worker = linker.worker();
        let links: Vec<Vec<Passage>> = articles.iter().map(|article| worker.link(article)).collect();
        let mut counts = Counts::new(&topics.tree);
        links.iter().for_each(|passages| counts.add(&topics.tree, passages));
        let mut jobs = Jobs::default();
        let (wake, woken) = channel();
        jobs.set_waker(Arc::new(move || _ = wake.send(())));
        Ok(Self { articles, links, counts, topics, jobs, woken })
    }

    /// Milliseconds until the articles are linked by another tree.
    fn relink(&mut self, topics: Arc<Topics>) -> f64 {
        let start = Instant::now();
        let relink = Relink::between(&self.topics.tree, &topics.tree);
        self.jobs.relink(self.articles.clone(), topics, relink);
        while self.woken.recv().is_ok() {
            if let Some(Report::Relinked { topics, relink, linked }) = self.jobs.poll() {
                self.counts = Counts::new(&topics.tree);
                for (passages, found) in self.links.iter_mut().zip(linked) {
                    relink.carry(passages);
                    passages.extend(found);
                    passages.sort_by_key(|passage| (passage.sentence, passage.topic));
                    self.counts.add(&topics.tree, passages);
                }
                self.topics = topics;
                break;
            }
        }
        start.elapsed().as_secs_f64() * 1e3
    }
}

fn make(number: usize) -> Result<Arc<Article>, Box<dyn Error>> {
    let (name, text) = support::article(number);
    Ok(Arc::new(import::article(&name, text.as_bytes())?))
}

fn read_folder(folder: &Path) -> Vec<Arc<Article>> {
    let found = store::list_articles(&[folder.to_owned()]).found;
    let mut reader = Reader::new(None);
    found.iter().take(ARTICLES).filter_map(|file| reader.read(file).ok().map(Arc::new)).collect()
}

/// The tree with one rule more.
fn with_rule(topics: &Topics, topic: &str) -> Result<Arc<Topics>, Box<dyn Error>> {
    let mut file: TopicFile = topics.file.clone();
    find(&mut file.topics, topic).ok_or("no such topic")?.rules.push(RULE.to_owned());
    let tree = file.clone().into_tree()?;
    Ok(Arc::new(Topics { file, tree, ..topics::default()? }))
}

fn find<'a>(entries: &'a mut [TopicFileEntry], topic: &str) -> Option<&'a mut TopicFileEntry> {
    entries.iter_mut().find_map(|entry| if entry.id == topic { Some(entry) } else { find(&mut entry.children, topic) })
}
