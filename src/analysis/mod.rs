//! Model in, model out: which sentences speak of which topic, and what follows from that.
//!
//! Pure: no threads, no disk, no drawing. What links a sentence to a topic depends on its article and the topic tree
//! alone; only `duplicates`, `statements`, `rounds` and `across` look at several articles.

pub mod across;
pub mod agreement;
pub mod anchoring;
pub mod attribute;
pub mod changes;
mod compile;
mod counts;
mod decide;
pub mod duplicates;
pub mod figures;
pub mod learn;
mod link;
mod listing;
pub mod merge;
pub mod nearest;
pub mod quote_check;
mod relink;
pub mod rounds;
mod rule_of_words;
mod rule_preview;
mod rule_words;
pub mod statements;
mod tree_difference;
mod vocabulary;

pub use counts::{Counts, TopicCount, searched_sentences};
pub use decide::{Said, decided};
pub use link::{LinkWorker, Linker, StreamPart, Touch, TouchWorker, WordStreams, replace_passages};
pub use listing::{Group, Listed, list_passages};
pub use relink::{NewLinks, Relink, RelinkWorker, Relinker};
pub use rule_of_words::rule_of_words;
pub use rule_preview::{ArticleChange, Preview, PreviewPassage, RuleTrial, TrialWorker};
pub use rule_words::words_of;
pub use tree_difference::{Difference, TopicChange, tree_difference};
