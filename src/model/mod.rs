//! The nouns of the program: what an article, a topic, a passage and a session are.
//!
//! No I/O and no drawing here. Positions are byte offsets into [`Article::text`]; they turn into
//! Unicode code points only where they leave the program ([`CodePoints`]).

mod anchor;
mod article;
mod color;
mod correction;
mod date;
mod decision;
mod edit;
mod finding;
mod fingerprint;
mod language;
mod mark;
mod marks;
mod passage;
mod rule;
mod session;
mod span;
mod speakers;
mod statement_pair;
mod time;
mod topic_edit;
mod topic_file;
mod topic_tree;

pub use anchor::Anchor;
pub use article::{Article, ArticleIx, Format, Paragraph, ParagraphKind, Sentence};
pub use color::Color;
pub use correction::{Correction, Verdict};
pub use date::Date;
pub use decision::{Decision, OwnPassage};
pub use edit::{Edit, EditName};
pub use finding::{Finding, Findings, LeftOut, RoundOf, Says};
pub use fingerprint::Fingerprint;
pub use language::Language;
pub use mark::{About, Bookmark, Mark, MarkId, Note, Star};
pub use marks::{MarkedPlace, Marks, NewPlace};
pub use passage::{Origin, Passage, Reason};
pub use rule::{Find, Form, Leans, Rule, RuleError, Word, WordSets};
pub use session::{ArticleOrder, ReadingPosition, Scope, Session, Source, View, ViewKind};
pub use span::{CodePoints, Span};
pub use speakers::{Body, BodyIx, Held, Land, Office, Person, PersonIx, Side, SideIx, Speakers, SpeakersError};
pub use statement_pair::{StatementPair, StatementPlace};
pub use time::ClockTime;
pub use topic_edit::{Edited, PALETTE, TopicEdit, TopicEditError};
pub use topic_file::{RuleMistake, TopicFile, TopicFileEntry, TreeError, check_rule};
pub use topic_tree::{Topic, TopicIx, TopicTree};
