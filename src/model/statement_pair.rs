//! What the reader says of two sentences: that they say the same, or that they do not.

use super::Anchor;
use serde::{Deserialize, Serialize};

/// A sentence of an article, as it is found again after the text changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementPlace {
    /// Article path.
    pub article: String,
    /// The sentence.
    pub anchor: Anchor,
}

/// The reader's word on two sentences. A statement that is split or merged by hand is kept as such pairs: they outlive
/// every change of how statements are found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementPair {
    pub a: StatementPlace,
    pub b: StatementPlace,
    /// Else they do not say the same.
    pub same: bool,
}
