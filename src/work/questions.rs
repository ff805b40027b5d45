//! What the window asks about the articles that are open: copies and versions, what rules would do, what looks alike.

use super::collection::Job;
use super::in_order::in_order;
use super::known::{Kept, known_words};
use super::report::Report;
use crate::analysis::duplicates::{Facts, Sketch, find_stories};
use crate::analysis::learn::{self, Lessons, Model, StemTable, TableBuilder};
use crate::analysis::{ArticleChange, Preview, RuleTrial, TrialWorker};
use crate::model::{Article, ArticleIx, TopicIx, TopicTree};
use std::sync::Arc;

/// Sentences offered at once that look like a topic's passages.
const SUGGESTIONS: usize = 12;
/// Words shown that speak for or against a topic.
const LEARNT_WORDS: usize = 8;
/// Articles whose stems are put together at once.
const TABLE_BATCH: usize = 256;
/// Articles on which a thread tries rules at once.
const TRIAL_BATCH: usize = 8;
/// Passages shown of what changed rules would add and take away: a handful.
const EXAMPLES: usize = 8;

/// Finds copies and versions among the articles of a collection.
pub fn stories(articles: &[Arc<Article>], sketches: &[Arc<Sketch>], generation: u64, job: &Job) {
    let facts: Vec<Facts> = articles.iter().zip(sketches).map(|(article, sketch)| Facts::of(article, sketch)).collect();
    let mut stories = find_stories(&facts);
    stories.retain(|story| !story.others.is_empty());
    (job.report)(Report::Stories { generation, stories });
}

/// Learns from `lessons` and looks for more like them; makes the table of the articles if there is none yet.
pub fn suggest(articles: &[Arc<Article>], table: Option<Arc<StemTable>>, lessons: &Lessons, asked: u64, job: &Job) {
    let table = match table {
        Some(table) => table,
        None => match stem_table(articles, job) {
            Some(table) => Arc::new(table),
            None => return,
        },
    };
    let model = Model::train(&table, lessons);
    let (suggestions, words) = match &model {
        Some(model) => (
            learn::suggest(model, &table, lessons, articles, SUGGESTIONS),
            learn::top_words(model, &table, lessons, articles, LEARNT_WORDS),
        ),
        None => (Vec::new(), [Vec::new(), Vec::new()]),
    };
    (job.report)(Report::Suggested { asked, table, suggestions, words });
}

/// The stems of all sentences; `None` if it was stopped.
fn stem_table(articles: &[Arc<Article>], job: &Job) -> Option<StemTable> {
    let mut table: Option<StemTable> = None;
    let mut next = articles.chunks(TABLE_BATCH);
    let build = |(): &mut (), articles: &[Arc<Article>]| {
        let mut builder = TableBuilder::default();
        articles.iter().for_each(|article| builder.add(article));
        builder.finish()
    };
    let append = |part| match &mut table {
        Some(table) => table.append(part),
        None => table = Some(part),
    };
    in_order(|| next.next(), || (), build, || job.is_cancelled(), append);
    (!job.is_cancelled()).then(|| table.unwrap_or_else(|| TableBuilder::default().finish()))
}

/// Tries changed rules of one top-level topic on all articles; the words of those are kept for the next trial.
pub fn preview(
    articles: &[Arc<Article>],
    kept: &Kept,
    before: &TopicTree,
    after: &TopicTree,
    topic: TopicIx,
    job: &Job,
) -> Option<Preview> {
    let words = known_words(kept, articles, job);
    let trial = RuleTrial::new(before, after, topic);
    let mut preview = Preview::new(EXAMPLES);
    let mut next = articles.chunks(TRIAL_BATCH).enumerate();
    let compare = |worker: &mut TrialWorker, (batch, articles): (usize, &[Arc<Article>])| {
        let change = |article: &Arc<Article>| worker.change(article, &words);
        (batch * TRIAL_BATCH, articles.iter().map(change).collect::<Vec<ArticleChange>>())
    };
    let add = |(first, changes): (usize, Vec<ArticleChange>)| {
        for (ix, change) in changes.iter().enumerate() {
            preview.add(ArticleIx::new(first + ix), change);
        }
    };
    in_order(|| next.next(), || trial.worker(), compare, || job.is_cancelled(), add);
    (!job.is_cancelled()).then_some(preview)
}
