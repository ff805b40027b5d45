//! The saved reading: what the reader did. Nothing that can be computed again is in it.

use super::{Anchor, Correction, Decision, OwnPassage, TopicFile};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Where the articles come from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Source {
    /// The articles that come with the program.
    #[default]
    Sample,
    /// A folder of the reader's own, absolute.
    Folder(PathBuf),
}

/// What a session file keeps, in the program's own terms. `store` turns it into a file and back.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Session {
    pub source: Source,
    /// The topic tree, if the reader opened or changed one; else the collection's or the default.
    pub topics: Option<TopicFile>,
    /// Sorted by article and place.
    pub bookmarks: Vec<Bookmark>,
    /// Sorted; no passage twice.
    pub decisions: Vec<Decision>,
    /// Sorted.
    pub passages: Vec<OwnPassage>,
    /// By article path; none is empty.
    pub corrections: BTreeMap<String, Correction>,
    /// By article path.
    pub reading: BTreeMap<String, ReadingPosition>,
    pub view: View,
}

impl Session {
    /// Every place in an article that the reader has marked in some way: the article's path and the place.
    pub fn places(&self) -> impl Iterator<Item = (&str, &Anchor)> {
        let bookmarks = self.bookmarks.iter().map(|mark| (mark.article.as_str(), &mark.anchor));
        let decisions = self.decisions.iter().map(|mark| (mark.article.as_str(), &mark.anchor));
        let passages = self.passages.iter().map(|mark| (mark.article.as_str(), &mark.anchor));
        let verdicts = self.corrections.iter().flat_map(|(article, correction)| {
            correction.verdicts.iter().map(move |verdict| (article.as_str(), &verdict.anchor))
        });
        bookmarks.chain(decisions).chain(passages).chain(verdicts)
    }
}

/// Where the reader wants to come back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bookmark {
    /// Article path.
    pub article: String,
    /// The first sentence of the paragraph.
    pub anchor: Anchor,
}

/// How far the reader has come in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingPosition {
    /// Code point of the first visible line's paragraph.
    pub at: usize,
    /// How much of that paragraph is scrolled out of sight, in thousandths of its height.
    #[serde(default)]
    pub scrolled: u16,
    /// The furthest code point that was on the screen.
    #[serde(default)]
    pub furthest: usize,
}

/// What was on the screen. Topics and articles go by id and path, so that it survives a changed tree or folder.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct View {
    pub article: Option<String>,
    pub topic: Option<String>,
    /// The selected passage: article path and anchor.
    pub passage: Option<(String, Anchor)>,
    pub scope: Scope,
    /// Topics whose sub-topics are folded away.
    pub folded: BTreeSet<String>,
    /// Topics whose highlights are switched off.
    pub hidden: BTreeSet<String>,
    pub order: ArticleOrder,
}

/// How the list of articles is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum ArticleOrder {
    /// By day and time, the earliest first, those without a date last; grouped by day.
    #[default]
    Date,
    Outlet,
    Headline,
    /// By how many passages they have of the selected topic, most first.
    Passages,
    /// By path, as a file manager shows them.
    File,
}

/// Which articles the passage list covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Scope {
    #[default]
    AllArticles,
    ThisArticle,
}
