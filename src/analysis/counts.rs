//! How many sentences speak of each topic, in each article and in all.
//!
//! A topic's count is of distinct sentences, those of its sub-topics included once. Grows article by
//! article while a collection is being read.

use crate::model::{Passage, TopicIx, TopicTree};

/// Counts of one collection under one tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// By topic.
    topics: Vec<TopicCount>,
    /// Distinct linked sentences of the whole collection.
    pub sentences: usize,
}

/// The count of one topic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicCount {
    /// Distinct sentences, those of sub-topics included.
    pub sentences: usize,
    /// Articles with at least one such sentence.
    pub articles: usize,
    /// Sentences in each article, by article.
    pub by_article: Vec<u32>,
}

impl Counts {
    pub fn new(tree: &TopicTree) -> Self {
        Self { topics: vec![TopicCount::default(); tree.len()], sentences: 0 }
    }

    /// Adds the next article of the collection with its passages, sorted by place.
    pub fn add(&mut self, tree: &TopicTree, passages: &[Passage]) {
        let mut of_article = vec![0_u32; tree.len()];
        for sentence in passages.chunk_by(|a, b| a.sentence == b.sentence) {
            self.sentences += 1;
            let mut seen = vec![false; tree.len()];
            for passage in sentence {
                mark_upwards(tree, passage.topic, &mut seen);
            }
            for (count, seen) in of_article.iter_mut().zip(seen) {
                *count += u32::from(seen);
            }
        }
        for (topic, count) in self.topics.iter_mut().zip(of_article) {
            topic.sentences += count as usize;
            topic.articles += usize::from(count > 0);
            topic.by_article.push(count);
        }
    }

    pub fn topic(&self, ix: TopicIx) -> &TopicCount {
        &self.topics[ix.index()]
    }
}

fn mark_upwards(tree: &TopicTree, topic: TopicIx, seen: &mut [bool]) {
    let mut next = Some(topic);
    while let Some(ix) = next {
        seen[ix.index()] = true;
        next = tree.topic(ix).parent;
    }
}
