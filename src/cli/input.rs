//! The articles and the topic tree of a command.

use super::arguments::{Input, Trees};
use super::output::{Failure, Output};
use crate::import;
use crate::model::{Article, Session};
use crate::store::{
    self, Found, Loaded, Reader, Skipped, Topics, list_articles, sample_collection, session_file, topics,
};
use crate::work::{Corrections, in_order};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// Files that a thread takes at once.
const BATCH: usize = 8;

/// The articles of a command before they are read: some at a time, so that memory holds no more.
pub(super) struct Articles {
    source: Source,
    corrections: Corrections,
}

enum Source {
    Sample(store::Collection),
    Files(store::Listing),
}

impl Articles {
    /// Finds them, and tells of what was left out.
    pub(super) fn find(input: &Input, output: &mut Output) -> Result<Self, Failure> {
        let corrections = Corrections::new();
        let Input::Paths(paths) = input else {
            return Ok(Self { source: Source::Sample(sample_collection()), corrections });
        };
        let listing = list_articles(paths);
        for skipped in &listing.skipped {
            output.skipped(skipped);
        }
        if listing.found.is_empty() && listing.skipped.is_empty() {
            let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            output.failure(&format!("{}: no articles here ({})", names.join(", "), crate::import::FORMATS));
        }
        Ok(Self { source: Source::Files(listing), corrections })
    }

    /// The same as the reader of a session has put them right.
    pub(super) fn corrected(self, session: Option<&Session>) -> Self {
        let corrections = session.map(|session| session.marks.corrections.clone()).unwrap_or_default();
        Self { corrections, ..self }
    }

    /// Reads all articles on all cores, has each looked at by `look`, with what `hire` gives every thread, and hands
    /// the results to `take` in the order of the articles. Tells of those that cannot be read.
    pub(super) fn each<W, T: Send>(
        &self,
        output: &mut Output,
        hire: impl Fn() -> W + Sync,
        look: impl Fn(&mut W, &Article) -> T + Sync,
        mut take: impl FnMut(T, &mut Output) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let look = |worker: &mut W, article: Article| match self.corrections.get(&article.path) {
            Some(correction) => look(worker, &import::corrected(&article, correction)),
            None => look(worker, &article),
        };
        let listing = match &self.source {
            Source::Sample(collection) => {
                collection.skipped.iter().for_each(|skipped| output.skipped(skipped));
                let mut worker = hire();
                let mut articles = collection.articles.iter().cloned();
                return articles.try_for_each(|article| take(look(&mut worker, article), output));
            }
            Source::Files(listing) => listing,
        };
        let mut batches = listing.found.chunks(BATCH);
        let read = |(worker, reader): &mut (W, Reader), batch: &[Found]| {
            let one = |found| reader.read(found).map(|article| look(worker, article));
            batch.iter().map(one).collect::<Vec<Result<T, Skipped>>>()
        };
        let (failed, mut outcome) = (AtomicBool::new(false), Ok(()));
        let stop = || failed.load(Ordering::Relaxed);
        in_order(
            || batches.next(),
            || (hire(), Reader::of_this_program()),
            read,
            stop,
            |results| {
                for result in results {
                    match result {
                        Ok(_) if outcome.is_err() => {}
                        Ok(result) => outcome = take(result, output),
                        Err(skipped) => output.skipped(&skipped),
                    }
                }
                failed.fetch_or(outcome.is_err(), Ordering::Relaxed);
            },
        );
        outcome
    }

    /// The folder that may bring its own topic tree.
    pub(super) fn folder(&self) -> Option<&Path> {
        match &self.source {
            Source::Sample(_) => None,
            Source::Files(listing) => Some(&listing.folder),
        }
    }

    /// The topic tree in force for these articles.
    pub(super) fn topics(&self, trees: &Trees, session: Option<&Session>) -> Result<Topics, Failure> {
        let of_session = session.and_then(|session| session.marks.topics.as_deref());
        let in_force = topics::in_force(trees.topics.as_deref(), of_session, self.folder());
        in_force.map_err(|error| Failure::Wrong(error.to_string()))
    }
}

/// The session of a command, if it names one, with the texts of its marked articles.
pub(super) fn loaded(trees: &Trees) -> Result<Option<Loaded>, Failure> {
    let load = |path: &PathBuf| session_file::load(path).map_err(|error| Failure::Wrong(error.to_string()));
    trees.session.as_ref().map(load).transpose()
}

/// The one article of `readout text`.
pub(super) fn one_article(file: &Path) -> Result<Article, Failure> {
    if file.is_dir() {
        return Err(Failure::Wrong(format!("{}: this is a folder; name one file", file.display())));
    }
    let listing = list_articles(&[PathBuf::from(file)]);
    let failed = |skipped: &store::Skipped| Failure::Wrong(format!("{}: {}", file.display(), skipped.reason));
    match listing.found.first() {
        Some(found) => Reader::of_this_program().read(found).map_err(|skipped| failed(&skipped)),
        None => Err(listing.skipped.first().map_or_else(|| Failure::Wrong(file.display().to_string()), failed)),
    }
}
