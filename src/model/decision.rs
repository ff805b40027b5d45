//! What the reader says of passages: kept or rejected where a rule found them, or the reader's own.

use super::{Anchor, Fingerprint};
use serde::{Deserialize, Serialize, de};
use std::fmt;

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
}

/// Tells marks of several readers apart: random. Written as 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarkId(pub u64);

impl fmt::Display for MarkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Serialize for MarkId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MarkId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let number = u64::from_str_radix(&text, 16).ok().filter(|_| text.len() == 16);
        number.map(Self).ok_or_else(|| de::Error::custom(format!("expected 16 hexadecimal digits, found {text:?}")))
    }
}
