//! How soon a changed rule shows: from the changed tree to new links and counts of 5,000 articles, on all cores.
//! `cargo bench --bench relink`.
//!
//! Takes the window's way: what changed is found, the job links anew what that can bear on, and what it reports is put
//! with the links that stay. Each change is made and taken back in turns. The first one of all also reads the words of
//! the articles, which then are kept; before the window applies a rule, its preview has done that. Processor time is of
//! the whole program. With `READOUT_ARCHIVE=FOLDER` the first 5,000 articles of that folder are linked, in place of made
//! ones.

mod support;

use readout::analysis::{Counts, Linker, NewLinks, Relink};
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
    /// Articles that were linked anew by the last change.
    touched: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    support::print_machine();
    let mut collection = Collection::read()?;
    let bytes: usize = collection.articles.iter().map(|article| article.text.len()).sum();
    println!("{} articles, {:.1} MB", collection.articles.len(), megabytes(bytes));
    println!(
        "{:<42} {:>9} {:>7} {:>10} {:>8} {:>8}",
        "what changes", "first ms", "median", "90 of 100", "cpu ms", "touched"
    );
    let comes = |entry: &mut TopicFileEntry| entry.rules.push(RULE.to_owned());
    let goes = |entry: &mut TopicFileEntry| _ = entry.rules.remove(entry.rules.len() / 2);
    let widens = |entry: &mut TopicFileEntry| entry.rules[0] = entry.rules[0].replacen('(', "(minister | ", 1);
    let carries = |entry: &mut TopicFileEntry| entry.rules.push("carry: unless (meanwhile | separately)".to_owned());
    for topic in ["ukraine/sanctions", "ukraine/troops", "followup/geneva", "iran"] {
        collection.measure(&format!("{topic}: a rule comes"), &changed(topic, &comes)?)?;
        collection.measure(&format!("{topic}: a rule goes"), &changed(topic, &goes)?)?;
        collection.measure(&format!("{topic}: a rule has a word more"), &changed(topic, &widens)?)?;
        collection.measure(&format!("{topic}: a rule that carries comes"), &changed(topic, &carries)?)?;
    }
    collection.measure("ukraine: all rules in another order", &changed("ukraine", &reverse)?)?;
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
        Ok(Self { articles, links, counts, topics, jobs, woken, touched: 0 })
    }

    /// Prints how long it takes to change the default tree and to change it back.
    fn measure(&mut self, what: &str, changed: &Arc<Topics>) -> Result<(), Box<dyn Error>> {
        let trees = [changed.clone(), Arc::new(topics::default()?)];
        self.touched = 0;
        let start = processor_seconds();
        let mut times: Vec<f64> = (0..RUNS).map(|run| self.relink(trees[run % 2].clone())).collect();
        let spent = start.zip(processor_seconds()).map(|(from, to)| to - from);
        self.relink(trees[1].clone());
        let first = times[0];
        times.sort_by(f64::total_cmp);
        let (median, slow) = (times[RUNS / 2], times[RUNS * 9 / 10]);
        let cpu = spent.map_or("?".to_owned(), |spent| format!("{:.1}", spent * 1e3 / RUNS as f64));
        println!("{what:<42} {first:>9.1} {median:>7.1} {slow:>10.1} {cpu:>8} {:>8}", self.touched);
        Ok(())
    }

    /// Milliseconds until the articles are linked by another tree.
    fn relink(&mut self, topics: Arc<Topics>) -> f64 {
        let start = Instant::now();
        let relink = Relink::between(&self.topics.tree, &topics.tree);
        self.jobs.relink(self.articles.clone(), topics, relink);
        while self.woken.recv().is_ok() {
            if let Some(Report::Relinked { topics, relink, linked, .. }) = self.jobs.poll() {
                self.counts = Counts::new(&topics.tree);
                let is_touched = |found: &&NewLinks| !found.touched.is_empty() || !relink.tops().is_empty();
                self.touched = linked.iter().filter(is_touched).count().max(self.touched);
                for (passages, found) in self.links.iter_mut().zip(linked) {
                    relink.carry(passages, found);
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

/// The default tree with a topic that is changed.
fn changed(topic: &str, change: &dyn Fn(&mut TopicFileEntry)) -> Result<Arc<Topics>, Box<dyn Error>> {
    let topics = topics::default()?;
    let mut file: TopicFile = topics.file.clone();
    change(find(&mut file.topics, topic).ok_or("no such topic")?);
    let tree = file.clone().into_tree()?;
    Ok(Arc::new(Topics { file, tree, ..topics }))
}

fn find<'a>(entries: &'a mut [TopicFileEntry], topic: &str) -> Option<&'a mut TopicFileEntry> {
    entries.iter_mut().find_map(|entry| if entry.id == topic { Some(entry) } else { find(&mut entry.children, topic) })
}

/// User and system time of this process; Linux only.
fn processor_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = fields.get(11..13)?.iter().map(|field| field.parse::<f64>().unwrap_or_default()).sum::<f64>();
    // Linux counts hundredths of a second for programs, whatever it does inside.
    Some(ticks / 100.0)
}

/// Puts all rules of a topic and of those below it into another order.
fn reverse(entry: &mut TopicFileEntry) {
    entry.rules.reverse();
    entry.children.iter_mut().for_each(reverse);
}
