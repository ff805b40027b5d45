//! The articles and the topic tree of a command.

use super::arguments::{Input, Trees};
use super::output::{Failure, Output};
use crate::model::Article;
use crate::store::{self, Reader, Topics, list_articles, sample_collection, session_file, topics};
use std::path::{Path, PathBuf};

/// The articles of a command before they are read: one after the other, so that memory holds one at a time.
pub(super) enum Articles {
    Sample(store::Collection),
    Files(store::Listing),
}

impl Articles {
    /// Finds them, and tells of what was left out.
    pub(super) fn find(input: &Input, output: &mut Output) -> Result<Self, Failure> {
        let Input::Paths(paths) = input else { return Ok(Self::Sample(sample_collection())) };
        let listing = list_articles(paths);
        for skipped in &listing.skipped {
            output.skipped(skipped);
        }
        if listing.found.is_empty() && listing.skipped.is_empty() {
            let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            output.failure(&format!("{}: no articles here ({})", names.join(", "), crate::import::FORMATS));
        }
        Ok(Self::Files(listing))
    }

    /// Reads one after the other and hands it to `visit`, telling of those that cannot be read.
    pub(super) fn each(
        &self,
        output: &mut Output,
        visit: &mut dyn FnMut(&Article, &mut Output) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        match self {
            Self::Sample(collection) => {
                collection.skipped.iter().for_each(|skipped| output.skipped(skipped));
                collection.articles.iter().try_for_each(|article| visit(article, output))
            }
            Self::Files(listing) => {
                let mut reader = Reader::of_this_program();
                listing.found.iter().try_for_each(|found| match reader.read(found) {
                    Ok(article) => visit(&article, output),
                    Err(skipped) => {
                        output.skipped(&skipped);
                        Ok(())
                    }
                })
            }
        }
    }

    /// The folder that may bring its own topic tree.
    fn folder(&self) -> Option<&Path> {
        match self {
            Self::Sample(_) => None,
            Self::Files(listing) => Some(&listing.folder),
        }
    }

    /// The topic tree in force for these articles.
    pub(super) fn topics(&self, trees: &Trees) -> Result<Topics, Failure> {
        let session = trees.session.as_deref().map(session_topics).transpose()?.flatten();
        let in_force = topics::in_force(trees.topics.as_deref(), session.as_ref(), self.folder());
        in_force.map_err(|error| Failure::Wrong(error.to_string()))
    }
}

fn session_topics(path: &Path) -> Result<Option<crate::model::TopicFile>, Failure> {
    let loaded = session_file::load(path).map_err(|error| Failure::Wrong(error.to_string()))?;
    Ok(loaded.session.topics)
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
