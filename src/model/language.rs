//! The languages that rules can be written for.

/// The language of an article, as far as the program knows it.
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    English,
    Russian,
    Ukrainian,
    German,
    French,
    /// Recognised as none of the above, or too short to tell.
    Other,
}

impl Language {
    pub const ALL: [Self; 6] = [Self::English, Self::Russian, Self::Ukrainian, Self::German, Self::French, Self::Other];

    /// ISO 639-1 code; `und` (ISO 639-2) where the language is not known.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
            Self::Ukrainian => "uk",
            Self::German => "de",
            Self::French => "fr",
            Self::Other => "und",
        }
    }

    /// The language of a tag such as `en`, `en-GB` or `ru_RU`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// English name, as the screen shows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Russian => "Russian",
            Self::Ukrainian => "Ukrainian",
            Self::German => "German",
            Self::French => "French",
            Self::Other => "unknown language",
        }
    }
}
