//! Learning from the reader: what a topic's kept and rejected passages have in common, and what else looks like them.
//!
//! A [`StemTable`] holds the stems of every sentence of a collection; it is made once, in the background. [`Lessons`]
//! are what is known of a topic; [`Model::train`] learns from them in milliseconds, [`suggest`] offers sentences and
//! [`top_words`] words that a rule could look for. Nothing is linked by this, and nothing is stored: the reader's
//! decisions are the only memory. Leaves out: meaning beyond words, so an article in another language is found by
//! names alone.

mod fit;
mod lessons;
mod model;
mod stems;
mod stop_words;
mod suggest;
mod table;
mod top_words;

pub use lessons::{Lesson, Lessons, Place};
pub use model::{Model, SpeakingWord};
pub use suggest::{Suggestion, SuggestionKind, suggest};
pub use table::{StemTable, TableBuilder};
pub use top_words::{LearntWord, top_words};

#[cfg(test)]
mod tests;
