//! Model in, model out: which sentences speak of which topic, and what follows from that.
//!
//! Pure: no threads, no disk, no drawing. What is found in an article depends on the article and the
//! topic tree alone, never on the other articles.

mod compile;
mod evaluate;
mod link;
mod rule_words;
mod vocabulary;

pub use link::{LinkWorker, Linker};
pub use rule_words::words_of;
