//! Background jobs: reading and linking a collection, files that may be slow. Threads, no egui.
//!
//! Each job runs on a named thread and sends [`Report`]s; the window drains them once a frame and is woken
//! by a [`Waker`]. A job that was replaced goes on for a moment, but its late reports are dropped.

mod jobs;
mod link_all;
mod report;

pub use jobs::{Jobs, Waker};
pub use report::{Linked, Picked, Purpose, Report};
