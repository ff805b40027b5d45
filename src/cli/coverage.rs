//! `readout coverage PATH…`: topics x articles, with how many sentences of each article each topic has.
//!
//! As JSON Lines one object per topic and article, topics in the order of the tree; zeros are there too, so
//! that a script sees the whole table. Zero says "nothing found", not that the article is silent. With a session as its
//! reader has kept, rejected and marked.

use super::arguments::{Format, Input, Trees};
use super::coverage_table as table;
use super::input::{Articles, loaded};
use super::output::{Failure, Output};
use super::said::Marked;
use crate::analysis::{LinkWorker, Linker};
use crate::model::{Article, Passage, TopicTree};
use serde::Serialize;
use std::collections::BTreeSet;

/// What the table says of one article.
pub(super) struct Column {
    pub(super) path: String,
    pub(super) headline: String,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<String>,
    /// By topic, in the order of the tree.
    pub(super) counts: Vec<Count>,
}

/// How many sentences of one article are linked to one topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// Distinct sentences, those of the sub-topics included once.
    pub(super) sentences: usize,
    /// Those linked to the topic itself.
    pub(super) own: usize,
}

/// One line of the output.
#[derive(Serialize)]
struct Line<'a> {
    topic: &'a str,
    article: &'a str,
    /// Distinct sentences, those of the sub-topics included once.
    sentences: usize,
    /// Those linked to the topic itself.
    own: usize,
}

pub(super) fn run(input: &Input, trees: &Trees, format: Format, output: &mut Output) -> Result<(), Failure> {
    let loaded = loaded(trees)?;
    let session = loaded.as_ref().map(|loaded| &loaded.session);
    let articles = Articles::find(input, output)?.corrected(session);
    let tree = articles.topics(trees, session)?.tree;
    let (linker, marked) = (Linker::new(&tree), Marked::of(loaded.as_ref()));
    let look = |worker: &mut LinkWorker, article: &Article| Column {
        path: article.path.clone(),
        headline: article.headline.clone(),
        outlet: article.outlet.clone(),
        date: article.date.map(|date| date.to_string()),
        counts: count(&tree, &marked.decided(article, &tree, worker.link(article))),
    };
    let mut columns = Vec::new();
    let keep = |column, _: &mut Output| {
        columns.push(column);
        Ok(())
    };
    articles.each(output, || linker.worker(), look, keep)?;
    match format {
        Format::Json => json(&tree, &columns, output),
        Format::Csv => output.text(&table::csv(&tree, &columns)),
        Format::Markdown => output.text(&table::markdown(&tree, &columns)),
        Format::Html => output.text(&table::html(&tree, &columns)),
    }
}

fn json(tree: &TopicTree, columns: &[Column], output: &mut Output) -> Result<(), Failure> {
    for (ix, topic) in tree.iter() {
        for column in columns {
            let Count { sentences, own } = column.counts[ix.index()];
            output.object(&Line { topic: &topic.id, article: &column.path, sentences, own })?;
        }
    }
    Ok(())
}

/// The counts of one article's passages, by topic.
pub(super) fn count(tree: &TopicTree, passages: &[Passage]) -> Vec<Count> {
    let mut sentences = vec![BTreeSet::new(); tree.len()];
    for passage in passages {
        sentences[passage.topic.index()].insert(passage.sentence);
    }
    let of_topic = |(ix, _)| {
        let below: BTreeSet<u32> = tree.subtree(ix).flat_map(|index| sentences[index].iter().copied()).collect();
        Count { sentences: below.len(), own: sentences[ix.index()].len() }
    };
    tree.iter().map(of_topic).collect()
}
