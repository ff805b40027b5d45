//! Carrying marks over to articles that have changed since they were made.

use super::report::Report;
use crate::analysis::anchoring::{Carried, carry};
use crate::model::{Anchor, Article, Fingerprint};
use std::sync::Arc;

/// The marks that were made in one text of an article.
#[derive(Clone, Debug)]
pub struct CarryTask {
    pub article: Arc<Article>,
    /// Of the text in which they were made.
    pub made: Fingerprint,
    /// That text, if it was kept.
    pub old: Option<String>,
    pub anchors: Vec<Anchor>,
}

/// Where they stand now.
#[derive(Clone, Debug)]
pub struct CarriedMarks {
    pub path: String,
    pub made: Fingerprint,
    /// Of the text that the article has now.
    pub now: Fingerprint,
    pub marks: Vec<(Anchor, Carried)>,
}

pub fn carry_all(tasks: Vec<CarryTask>, report: &dyn Fn(Report)) {
    let carried = tasks.into_iter().map(|task| {
        let anchors: Vec<&Anchor> = task.anchors.iter().collect();
        let found = carry(&anchors, task.old.as_deref(), &task.article);
        let marks = task.anchors.into_iter().zip(found).collect();
        CarriedMarks { path: task.article.path.clone(), made: task.made, now: task.article.fingerprint, marks }
    });
    report(Report::MarksCarried(carried.collect()));
}
