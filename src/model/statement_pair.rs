//! What the reader says of two sentences: that they say the same, or that they do not.

use super::{Anchor, Fingerprint};
use serde::{Deserialize, Serialize};

/// A sentence of an article, as it is found again after the text changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementPlace {
    /// Article path.
    pub article: String,
    /// The sentence.
    pub anchor: Anchor,
    /// Of the text that it was read in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<Fingerprint>,
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

impl StatementPair {
    /// Whether both are on the same two sentences, in whatever order and whatever text they were read in.
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        fn key(place: &StatementPlace) -> (&str, &Anchor) {
            (&place.article, &place.anchor)
        }
        let (own, theirs) = ((key(&self.a), key(&self.b)), (key(&other.a), key(&other.b)));
        own == theirs || own == (theirs.1, theirs.0)
    }
}
