//! Where the reader's marks stand in the articles as they are now.

use super::state::State;
use crate::model::{Anchor, Article, Fingerprint, Span};

impl State {
    /// Where a mark stands in its article as it is now; `None` if it has no place there.
    pub(super) fn place_of_mark(&self, article: &Article, anchor: &Anchor, _: Option<Fingerprint>) -> Option<Span> {
        anchor.find(article)
    }
}
