//! The texts of marked articles as they were read, kept at the end of the session.
//!
//! With them a mark still shows its words when the folder is gone, and can be led over to its new place
//! when the article was changed.

use crate::model::{Article, Fingerprint, Marks};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// The text of an article as it is now.
    pub fn of(article: &Article) -> Self {
        Self { path: article.path.clone(), fingerprint: article.fingerprint, text: article.text.clone() }
    }

    pub(super) fn is_intact(&self) -> bool {
        Fingerprint::of(&self.text) == self.fingerprint
    }
}

/// The texts to save with `session`, sorted by path: every marked article as it was when it was marked, which is
/// its text of today or one that was `kept` from the file. An article that was marked, edited, and marked again has
/// two.
pub fn marked_texts<'a>(
    marks: &Marks,
    articles: impl IntoIterator<Item = &'a Article>,
    kept: &[MarkedText],
) -> Vec<MarkedText> {
    let wanted: BTreeSet<(&str, Fingerprint)> =
        marks.places().filter_map(|place| Some((place.article, place.fingerprint?))).collect();
    let is_wanted = |path: &str, fingerprint| wanted.contains(&(path, fingerprint));
    let mut texts: Vec<MarkedText> = articles
        .into_iter()
        .filter(|article| is_wanted(&article.path, article.fingerprint))
        .map(MarkedText::of)
        .chain(kept.iter().filter(|text| is_wanted(&text.path, text.fingerprint)).cloned())
        .collect();
    texts.sort_by(|a, b| (&a.path, a.fingerprint).cmp(&(&b.path, b.fingerprint)));
    texts.dedup_by(|a, b| (&a.path, a.fingerprint) == (&b.path, b.fingerprint));
    texts
}

/// Bookmarks and verdicts of the first sessions did not say in which text they were made; there was one for each
/// article.
pub(super) fn date_marks(marks: &mut Marks, texts: &[MarkedText]) {
    let of = |path: &str| texts.iter().find(|text| text.path == path).map(|text| text.fingerprint);
    for bookmark in marks.bookmarks.iter_mut().filter(|bookmark| bookmark.fingerprint.is_none()) {
        bookmark.fingerprint = of(&bookmark.article);
    }
    for (article, correction) in &mut marks.corrections {
        for verdict in correction.verdicts.iter_mut().filter(|verdict| verdict.fingerprint.is_none()) {
            verdict.fingerprint = of(article);
        }
    }
}
