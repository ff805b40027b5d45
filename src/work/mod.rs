//! Background jobs: reading, linking, watching, saving, waiting for dialogs. Threads and a waker, no drawing.
//!
//! A job works by itself and tells of its progress through [`Report`]s. The window is woken by a [`Waker`]
//! and takes them in; it never waits. A job that was superseded is cancelled and its reports are dropped.

mod across;
mod again;
mod carry;
mod collection;
mod in_order;
mod jobs;
mod known;
mod questions;
mod report;
mod watch;

pub use across::{AcrossTask, Collection, MOST_ACROSS, find_across, who_says_what};
pub use carry::{CarriedMarks, CarryTask};
pub use collection::Opening;
pub use in_order::in_order;
pub use jobs::{Jobs, Waker};
pub use report::{Comparison, Corrections, FolderChange, Linked, Picked, Purpose, Report, SaveTask};
