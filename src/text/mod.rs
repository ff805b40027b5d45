//! Language: the parts of a text that analysis counts with.
//!
//! [`sentences()`] and their words, stems, the language a text is in, and the dates it names. Pure functions of
//! text: no articles, no topics, no files. Positions are byte offsets into the text that is handed in.

pub mod dates;
pub mod language;
pub mod sentences;
pub mod stems;
pub mod words;

pub use dates::find_dates;
pub use language::{detect_language, is_common};
pub use sentences::sentences;
