//! Links articles anew after a change of the tree, each by what can differ in it.

use super::{NewLinks, Relink};
use crate::analysis::link::{LinkWorker, Linker, Touch, TouchWorker, WordStreams, replace_passages};
use crate::model::{Article, TopicIx, TopicTree};
use std::sync::OnceLock;

/// The rules that a change asks for, compiled. Shared between threads; each makes its own [`RelinkWorker`].
pub struct Relinker<'a> {
    relink: &'a Relink,
    tree: &'a TopicTree,
    whole: Vec<Linker>,
    /// Those of edited topics: made when the first article needs them.
    edited: OnceLock<Vec<Linker>>,
    touch: Option<Touch>,
}

/// One thread's part.
pub struct RelinkWorker<'a> {
    relinker: &'a Relinker<'a>,
    whole: Vec<LinkWorker<'a>>,
    edited: Vec<LinkWorker<'a>>,
    touch: Option<TouchWorker<'a>>,
}

impl<'a> Relinker<'a> {
    /// `tree` is the new one.
    pub fn new(relink: &'a Relink, tree: &'a TopicTree) -> Self {
        let whole = linkers(tree, relink.tops());
        Self { relink, tree, whole, edited: OnceLock::new(), touch: relink.touch(tree) }
    }

    pub fn worker(&'a self) -> RelinkWorker<'a> {
        RelinkWorker {
            relinker: self,
            whole: self.whole.iter().map(Linker::worker).collect(),
            edited: Vec::new(),
            touch: self.touch.as_ref().map(Touch::worker),
        }
    }

    fn edited(&self) -> &[Linker] {
        self.edited.get_or_init(|| linkers(self.tree, self.relink.edited()))
    }
}

impl RelinkWorker<'_> {
    /// What the rules find anew in an article, for [`Relink::carry`].
    pub fn link(&mut self, article: &Article, streams: &WordStreams) -> NewLinks {
        let Relinker { relink, tree, .. } = *self.relinker;
        let reach = self.touch.as_mut().and_then(|touch| touch.reach(article, streams));
        let mut found = NewLinks::default();
        for (worker, top) in self.whole.iter_mut().zip(relink.tops()) {
            replace_passages(&mut found.passages, tree, *top, worker.link_known(article, streams));
        }
        if let Some(reach) = reach {
            if self.edited.is_empty() {
                self.edited = self.relinker.edited().iter().map(Linker::worker).collect();
            }
            for (worker, top) in self.edited.iter_mut().zip(relink.edited()) {
                replace_passages(&mut found.passages, tree, *top, worker.link_reach(article, streams, &reach));
            }
            found.touched = reach.sentences().into_iter().map(|sentence| sentence as u32).collect();
        }
        found
    }
}

fn linkers(tree: &TopicTree, tops: &[TopicIx]) -> Vec<Linker> {
    tops.iter().map(|top| Linker::of_top(tree, *top)).collect()
}
