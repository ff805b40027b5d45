//! How many sentences speak of each topic, in each article and in all.
//!
//! A topic's count is of distinct sentences, those of its sub-topics included once. Grows article by
//! article while a collection is being read.

use crate::model::{Article, ArticleIx, Passage, Sentence, TopicIx, TopicTree};

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
        let (sentences, of_article) = count(tree, passages);
        self.sentences += sentences;
        for (topic, count) in self.topics.iter_mut().zip(of_article) {
            topic.sentences += count as usize;
            topic.articles += usize::from(count > 0);
            topic.by_article.push(count);
        }
    }

    /// Counts an article that has the passages `new` instead of `old`.
    pub fn replace(&mut self, tree: &TopicTree, article: ArticleIx, old: &[Passage], new: &[Passage]) {
        let (sentences_before, _) = count(tree, old);
        let (sentences, of_article) = count(tree, new);
        self.sentences = self.sentences + sentences - sentences_before;
        for (topic, count) in self.topics.iter_mut().zip(of_article) {
            let before = std::mem::replace(&mut topic.by_article[article.index()], count);
            topic.sentences = topic.sentences + count as usize - before as usize;
            topic.articles = topic.articles + usize::from(count > 0) - usize::from(before > 0);
        }
    }

    pub fn topic(&self, ix: TopicIx) -> &TopicCount {
        &self.topics[ix.index()]
    }
}

/// Sentences of an article that rules look at.
pub fn searched_sentences(article: &Article) -> u32 {
    let kind = |sentence: &&Sentence| article.paragraphs[sentence.paragraph as usize].kind;
    article.sentences.iter().filter(|sentence| kind(sentence).is_linked()).count() as u32
}

/// Distinct linked sentences of an article, and those of each topic.
fn count(tree: &TopicTree, passages: &[Passage]) -> (usize, Vec<u32>) {
    let mut of_article = vec![0_u32; tree.len()];
    let mut seen = vec![false; tree.len()];
    let mut sentences = 0;
    for sentence in passages.chunk_by(|a, b| a.sentence == b.sentence) {
        sentences += 1;
        seen.fill(false);
        for passage in sentence {
            mark_upwards(tree, passage.topic, &mut seen);
        }
        for (count, seen) in of_article.iter_mut().zip(&seen) {
            *count += u32::from(*seen);
        }
    }
    (sentences, of_article)
}

fn mark_upwards(tree: &TopicTree, topic: TopicIx, seen: &mut [bool]) {
    let mut next = Some(topic);
    while let Some(ix) = next {
        seen[ix.index()] = true;
        next = tree.topic(ix).parent;
    }
}
