//! What the reader puts beside the text: bookmarks, stars and notes; and what tells marks apart.

use super::{Anchor, Finding, Fingerprint, OwnPassage};
use serde::{Deserialize, Serialize, de};
use std::fmt;

/// Something that the reader put into the collection and can take out again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    Bookmark(Bookmark),
    Passage(OwnPassage),
    Star(Star),
    Note(Note),
    Finding(Finding),
}

/// Where the reader wants to come back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bookmark {
    /// Article path.
    pub article: String,
    /// The first sentence of the paragraph.
    pub anchor: Anchor,
    /// Of the text in which it was set; older sessions did not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<Fingerprint>,
    /// Who set it; empty where no name was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// A passage that matters more than the others, whoever found it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Star {
    /// Article path.
    pub article: String,
    pub anchor: Anchor,
    /// Topic id.
    pub topic: String,
    /// Of the text in which it was set.
    pub fingerprint: Fingerprint,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// What the reader wrote.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub about: About,
    pub id: MarkId,
    /// As it was typed. Never empty.
    pub text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// What a note is on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum About {
    /// All of the reading.
    Session,
    /// A topic, by its id.
    Topic(String),
    /// An article, by its path.
    Article(String),
    /// Words of an article, as a passage of a topic where they are one.
    Words {
        /// Article path.
        article: String,
        anchor: Anchor,
        /// Topic id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        topic: Option<String>,
        /// Of the text in which it was written.
        fingerprint: Fingerprint,
    },
}

impl About {
    /// The path of the article that it is on or in.
    pub fn article(&self) -> Option<&str> {
        match self {
            Self::Article(article) | Self::Words { article, .. } => Some(article),
            Self::Session | Self::Topic(_) => None,
        }
    }

    /// The id of the topic that it is on, or that its passage belongs to.
    pub fn topic(&self) -> Option<&str> {
        match self {
            Self::Topic(topic) => Some(topic),
            Self::Words { topic, .. } => topic.as_deref(),
            Self::Session | Self::Article(_) => None,
        }
    }
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
