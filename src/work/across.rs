//! Finding what is said across articles, in the background: who says what on all cores, then the rest.

use super::collection::Job;
use super::in_order::in_order;
use super::report::Report;
use crate::analysis::across::{Across, Material};
use crate::analysis::attribute::{Attributed, Attributor};
use crate::analysis::duplicates::Story;
use crate::model::{Article, Passage, StatementPair};
use crate::store::speakers;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// Articles that a thread takes at once.
const BATCH: usize = 16;
/// Bytes of text in which nobody looks for who says what: no article is that long, and it would take seconds.
const LARGEST: usize = 8 * 1024 * 1024;

/// What is to be looked through.
pub struct AcrossTask {
    pub articles: Vec<Arc<Article>>,
    pub links: Vec<Vec<Passage>>,
    pub stories: Vec<Story>,
    pub pairs: Vec<StatementPair>,
    /// Keys of rounds by article path, as the reader put them right.
    pub rounds: BTreeMap<String, String>,
    /// It may bring its own speakers.
    pub folder: Option<PathBuf>,
    /// What was found the last time: who says what in articles that are the same is known.
    pub before: Option<Arc<Across>>,
}

/// Finds everything and reports it, unless it is cancelled.
pub fn look_across(task: AcrossTask, asked: u64, job: &Job) {
    let AcrossTask { articles, links, stories, pairs, rounds, folder, before } = task;
    let (speakers, fault) = speakers::in_force(folder.as_deref());
    let speakers = Arc::new(speakers);
    let known = before.filter(|before| before.speakers == speakers);
    let Some(said) = attribute(&articles, &speakers, known.as_deref(), job) else { return };
    let material = Material {
        articles: &articles,
        links: &links,
        stories: &stories,
        said,
        speakers,
        pairs: &pairs,
        rounds: &rounds,
    };
    if let Some(across) = Across::find(material, &|| job.is_cancelled()) {
        (job.report)(Report::Across { asked, across: Arc::new(across), fault });
    }
}

/// Who says what in each article; `None` if it was stopped.
fn attribute(
    articles: &[Arc<Article>],
    speakers: &crate::model::Speakers,
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
            batch.iter().map(|ix| (*ix, Arc::new(read_one(&attributor, &articles[*ix])))).collect::<Vec<_>>()
        };
        let keep = |batch: Vec<(usize, Arc<Attributed>)>| {
            batch.into_iter().for_each(|(ix, found)| said[ix] = Some(found));
        };
        in_order(|| batches.next(), || (), read, || job.is_cancelled(), keep);
    }
    said.into_iter().collect()
}

fn read_one(attributor: &Attributor, article: &Article) -> Attributed {
    if article.text.len() > LARGEST {
        return Attributed { sentences: vec![None; article.sentences.len()], ..Attributed::default() };
    }
    attributor.read(article)
}
