//! What the reader says of passages: kept or rejected where a rule found them, or the reader's own.

use super::{Anchor, Fingerprint, MarkId};
use serde::{Deserialize, Serialize};

/// What the reader says of a rule's passage. Outlives every change of rules, trees and texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Article path.
    pub article: String,
    /// The sentence.
    pub anchor: Anchor,
    /// Topic id.
    pub topic: String,
    /// Else it is rejected.
    pub kept: bool,
    /// Of the text in which it was decided.
    pub fingerprint: Fingerprint,
    /// Who decided; empty where no name was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

impl Decision {
    /// Whether both are on the same passage.
    pub fn same_passage(&self, other: &Self) -> bool {
        (&self.article, &self.anchor, &self.topic) == (&other.article, &other.anchor, &other.topic)
    }
}

/// A passage that the reader marked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnPassage {
    /// Article path.
    pub article: String,
    pub anchor: Anchor,
    /// Topic id.
    pub topic: String,
    pub id: MarkId,
    /// Of the text in which it was marked.
    pub fingerprint: Fingerprint,
    /// Who marked it; empty where no name was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}
