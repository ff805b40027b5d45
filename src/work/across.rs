//! Finding what is said across articles, in the background and on all cores.

use super::collection::Job;
use super::in_order::in_order;
use super::report::Report;
use crate::analysis::across::{Across, Parts};
use crate::analysis::attribute::{Attributed, Attributor};
use crate::analysis::duplicates::Story;
use crate::analysis::figures::differing;
use crate::analysis::quote_check::check_quotes;
use crate::analysis::rounds::Rounds;
use crate::analysis::statements::{Corpus, Finder, Piece, ReaderPairs, Statements};
use crate::model::{Article, Passage, Speakers, StatementPair};
use crate::store::speakers;
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

/// Articles that a thread takes at once.
const BATCH: usize = 16;
/// Bytes of text in which nobody looks for who says what: no article is that long, and it would take seconds.
const LARGEST: usize = 8 * 1024 * 1024;

/// In larger collections nothing is looked for across articles: it would take minutes and as much memory again.
pub const MOST_ACROSS: usize = 20_000;

/// What is to be looked through.
pub struct AcrossTask {
    pub collection: Collection,
    /// It may bring its own speakers.
    pub folder: Option<PathBuf>,
    /// What was found the last time: who says what in articles that are the same is known.
    pub before: Option<Arc<Across>>,
}

/// Articles with what else is known of them.
pub struct Collection {
    pub articles: Vec<Arc<Article>>,
    /// By article.
    pub links: Vec<Arc<Vec<Passage>>>,
    pub stories: Vec<Story>,
    /// The reader's word on statements.
    pub pairs: Vec<StatementPair>,
    /// The reader's word on rounds: the key by article path.
    pub rounds: BTreeMap<String, String>,
}

/// Finds everything and reports it, unless it is cancelled.
pub fn look_across(task: AcrossTask, asked: u64, job: &Job) {
    let AcrossTask { collection, folder, before } = task;
    let (speakers, fault) = speakers::in_force(folder.as_deref());
    let speakers = Arc::new(speakers);
    let known = before.filter(|before| before.speakers == speakers);
    let Some(said) = attribute(&collection.articles, &speakers, known.as_deref(), job) else { return };
    drop(known);
    if let Some(across) = find_across(collection, said, speakers, &|| job.is_cancelled()) {
        (job.report)(Report::Across { asked, across: Arc::new(across), fault });
    }
}

/// Finds what is said across articles when it is known who says what; `None` if it was cancelled.
pub fn find_across(
    collection: Collection,
    said: Vec<Arc<Attributed>>,
    speakers: Arc<Speakers>,
    is_cancelled: &(impl Fn() -> bool + Sync),
) -> Option<Across> {
    let Collection { articles, links, stories, pairs, rounds } = collection;
    let rounds = Rounds::find(&articles, &rounds);
    let pairs = ReaderPairs::find(&pairs, &articles);
    let statements = statements(&articles, &links, &stories, &rounds, &pairs, is_cancelled)?;
    let (quotes, differing) = thread::scope(|scope| {
        let quotes = scope.spawn(|| check_quotes(&articles, &said));
        let differing = differing(&articles, &statements, &rounds);
        let quotes = quotes.join().unwrap_or_else(|panic| resume_unwind(panic));
        (quotes, differing)
    });
    let parts =
        Parts { articles, links: &links, stories: &stories, speakers, rounds, statements, said, quotes, differing };
    (!is_cancelled()).then(|| Across::new(parts))
}

/// The same as [`Statements::find`], on all cores.
fn statements(
    articles: &[Arc<Article>],
    links: &[Arc<Vec<Passage>>],
    stories: &[Story],
    rounds: &Rounds,
    pairs: &ReaderPairs,
    is_cancelled: &(impl Fn() -> bool + Sync),
) -> Option<Statements> {
    let corpus = Corpus::read(articles, links, rounds, pairs, is_cancelled)?;
    let (mut pieces, mut found) = (corpus.pieces(), Vec::new());
    let find = |finder: &mut Finder<'_>, piece: Piece| finder.find(piece);
    in_order(|| pieces.next(), || corpus.finder(), find, is_cancelled, |part| found.push(part));
    corpus.statements(&found, stories)
}

/// Who says what in each article; `None` if it was stopped.
fn attribute(
    articles: &[Arc<Article>],
    speakers: &Speakers,
    known: Option<&Across>,
    job: &Job,
) -> Option<Vec<Arc<Attributed>>> {
    let by_article: BTreeMap<*const Article, &Arc<Attributed>> =
        known.map(|known| known.articles.iter().map(Arc::as_ptr).zip(&known.said).collect()).unwrap_or_default();
    let mut said: Vec<Option<Arc<Attributed>>> =
        articles.iter().map(|article| by_article.get(&Arc::as_ptr(article)).map(|said| Arc::clone(said))).collect();
    let missing: Vec<usize> = (0..articles.len()).filter(|ix| said[*ix].is_none()).collect();
    if !missing.is_empty() {
        let attributor = Attributor::new(speakers);
        let mut batches = missing.chunks(BATCH);
        let read = |(): &mut (), batch: &[usize]| {
            batch.iter().map(|ix| (*ix, Arc::new(who_says_what(&attributor, &articles[*ix])))).collect::<Vec<_>>()
        };
        let keep = |batch: Vec<(usize, Arc<Attributed>)>| {
            batch.into_iter().for_each(|(ix, found)| said[ix] = Some(found));
        };
        in_order(|| batches.next(), || (), read, || job.is_cancelled(), keep);
    }
    said.into_iter().collect()
}

/// Who says what in one article; nobody in a text of books.
pub fn who_says_what(attributor: &Attributor, article: &Article) -> Attributed {
    if article.text.len() > LARGEST {
        return Attributed { sentences: vec![None; article.sentences.len()], ..Attributed::default() };
    }
    attributor.read(article)
}
