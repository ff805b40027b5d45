//! Readout: explore the press coverage of talks between states.
//!
//! The tour of the house, from the ground up. A module uses only those above it in this list;
//! `tests/architecture.rs` reads the imports and holds that.
//!
//! - [`model`]: the nouns. Articles, topics, passages, sessions. No I/O, no drawing.
//! - [`text`]: language. Sentences, words, stems, dates. Pure functions.
//! - [`analysis`]: model in, model out. Linking, who says it, what several articles say alike, where marks are in an
//!   edited text, merging. Pure, no threads, no I/O.
//! - [`import`]: a file's bytes become an article.
//! - [`store`]: what touches the disk: folders, sessions with journal, versions and lock, settings, the cache, the child
//!   process for risky files.
//! - [`work`]: background jobs with progress and cancel. Threads, no egui.
//! - [`app`]: the state of the program, commands, edits, undo. No drawing.
//! - [`ui`]: egui. A frame, panels, the reader, theme, fonts.
//! - [`cli`]: the headless commands, on the same library.
//!
//! How a click becomes a change: a view borrows the [`app::State`], draws it and pushes
//! [`app::Command`]s; when drawing is over the frame applies them, one after the other.

#![forbid(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

pub mod analysis;
pub mod app;
pub mod cli;
pub mod import;
pub mod model;
pub mod store;
pub mod text;
pub mod ui;
pub mod work;
