//! What the reader knows better than the program about one article.

use super::{Anchor, Date, Fingerprint, Language};
use serde::{Deserialize, Serialize};

/// The reader's corrections of one article. What is `None` stays as the program found it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Correction {
    pub headline: Option<String>,
    pub outlet: Option<String>,
    pub author: Option<String>,
    pub date: Option<Date>,
    pub language: Option<Language>,
    /// In the order of the text, no paragraph twice.
    pub verdicts: Vec<Verdict>,
}

/// The reader's word on whether a paragraph belongs to the article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// The whole paragraph.
    pub anchor: Anchor,
    /// Whether it is what the page around the article left behind.
    pub clutter: bool,
    /// Of the text in which it was said; older sessions did not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<Fingerprint>,
}

impl Correction {
    /// Whether it corrects nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
