//! `readout passages PATH…`: one object per passage, by article and place.
//!
//! `side`, `speaker`, `statements` and `decision` have no field yet: they come with what they say.

use super::arguments::{Input, Trees};
use super::input::Articles;
use super::output::{Failure, Output};
use crate::analysis::Linker;
use crate::model::{Article, CodePoints, Fingerprint, Passage, TopicTree};
use serde::Serialize;

/// One line of the output. Positions are half-open code points.
#[derive(Serialize)]
struct Line<'a> {
    article: &'a str,
    topic: &'a str,
    start: usize,
    end: usize,
    quote: &'a str,
    /// One per matched word or phrase, by rule, then place.
    reasons: Vec<ReasonLine<'a>>,
    /// The same for the same words at the same place under the same topic.
    id: String,
    origin: &'static str,
}

#[derive(Serialize)]
struct ReasonLine<'a> {
    /// As written in the topic file.
    rule: &'a str,
    start: usize,
    end: usize,
}

pub(super) fn run(input: &Input, trees: &Trees, output: &mut Output) -> Result<(), Failure> {
    let articles = Articles::find(input, output)?;
    let tree = articles.topics(trees)?.tree;
    let linker = Linker::new(&tree);
    let mut worker = linker.worker();
    articles.each(output, &mut |article, output| {
        let points = CodePoints::new(&article.text);
        let passages = worker.link(article);
        passages.iter().try_for_each(|passage| output.object(&line(article, &points, &tree, passage)))
    })
}

fn line<'a>(article: &'a Article, points: &CodePoints, tree: &'a TopicTree, passage: &Passage) -> Line<'a> {
    let topic = tree.topic(passage.topic);
    let (start, end) = points.of(passage.span);
    let quote = passage.span.text(&article.text);
    let mut reasons = Vec::new();
    for reason in &passage.reasons {
        let rule = topic.rules[usize::from(reason.rule)].text.as_str();
        for span in reason.context.iter().chain(&reason.spans) {
            let (start, end) = points.of(*span);
            reasons.push(ReasonLine { rule, start, end });
        }
    }
    let id = Fingerprint::of(&format!("{}\n{}\n{start}..{quote}", article.path, topic.id)).to_string();
    Line { article: &article.path, topic: &topic.id, start, end, quote, reasons, id, origin: passage.origin.as_str() }
}
