//! The texts of marked articles as they were read, kept at the end of the session.
//!
//! With them a mark still shows its words when the folder is gone, and can be led over to its new place
//! when the article was changed.

use crate::model::{Anchor, Article, Fingerprint, Session};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A marked article as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkedText {
    /// [`Article::path`].
    pub path: String,
    /// Of [`Self::text`].
    pub fingerprint: Fingerprint,
    pub text: String,
}

impl MarkedText {
    fn of(article: &Article) -> Self {
        Self { path: article.path.clone(), fingerprint: article.fingerprint, text: article.text.clone() }
    }

    pub(super) fn is_intact(&self) -> bool {
        Fingerprint::of(&self.text) == self.fingerprint
    }
}

/// The texts to save with `session`, sorted by path: of each marked article its text of today, or the one
/// that was `kept` from the file if a mark has no place in today's, or the article is not there.
pub fn marked_texts<'a>(
    session: &Session,
    articles: impl IntoIterator<Item = &'a Article>,
    kept: &[MarkedText],
) -> Vec<MarkedText> {
    let mut texts: Vec<MarkedText> = Vec::new();
    let mut places: BTreeMap<&str, Vec<&Anchor>> = BTreeMap::new();
    for (path, anchor) in session.places() {
        places.entry(path).or_default().push(anchor);
    }
    for article in articles {
        let Some(marks) = places.get(article.path.as_str()) else { continue };
        let old = kept.iter().find(|text| text.path == article.path);
        let all_found = marks.iter().all(|anchor| anchor.find(article).is_some());
        texts.push(old.filter(|_| !all_found).cloned().unwrap_or_else(|| MarkedText::of(article)));
    }
    for text in kept {
        if places.contains_key(text.path.as_str()) && !texts.iter().any(|other| other.path == text.path) {
            texts.push(text.clone());
        }
    }
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    texts
}
