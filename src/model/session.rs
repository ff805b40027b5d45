//! The saved reading: what the reader did. Nothing that can be computed again is in it.

use super::{Anchor, Marks};
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
    pub marks: Marks,
    /// By article path.
    pub reading: BTreeMap<String, ReadingPosition>,
    pub view: View,
}

/// How far the reader has come in one article.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// Stretches of code points that were on the screen, in order, without overlap.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<(usize, usize)>,
}

/// What was on the screen. Topics and articles go by id and path, so that it survives a changed tree or folder.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct View {
    pub kind: ViewKind,
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

/// What the middle of the window shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum ViewKind {
    /// Topics by articles: who covers what.
    Coverage,
    /// One article.
    #[default]
    Read,
    /// One topic in several articles, side by side.
    Compare,
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
