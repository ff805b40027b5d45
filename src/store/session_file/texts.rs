//! The texts of marked articles as they were read, kept at the end of the session.
//!
//! With them a mark still shows its words when the folder is gone, and can be led over to its new place
//! when the article was changed.

use crate::model::{Article, Fingerprint, Session};
use serde::{Deserialize, Serialize};

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

/// The texts to save with `session`, sorted by path: of each bookmarked article its text of today, or the one
/// that was `kept` from the file if a bookmark has no place in today's, or the article is not there.
pub fn marked_texts<'a>(
    session: &Session,
    articles: impl IntoIterator<Item = &'a Article>,
    kept: &[MarkedText],
) -> Vec<MarkedText> {
    let mut texts: Vec<MarkedText> = Vec::new();
    for article in articles {
        let mut marks = session.bookmarks.iter().filter(|bookmark| bookmark.article == article.path).peekable();
        if marks.peek().is_some() {
            let old = kept.iter().find(|text| text.path == article.path);
            let all_found = marks.all(|bookmark| bookmark.anchor.find(article).is_some());
            texts.push(old.filter(|_| !all_found).cloned().unwrap_or_else(|| MarkedText::of(article)));
        }
    }
    for text in kept {
        let marked = session.bookmarks.iter().any(|bookmark| bookmark.article == text.path);
        if marked && !texts.iter().any(|other| other.path == text.path) {
            texts.push(text.clone());
        }
    }
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    texts
}
