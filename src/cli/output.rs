//! Where a command writes to, and how it ends.

use crate::store::{Skip, Skipped};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Why a command did not end well.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Each file that failed has been named on stderr, and the rest was done.
    #[error("some files could not be read")]
    Told,
    #[error("{0}")]
    Wrong(String),
    #[error("the output could not be written: {0}")]
    Broken(#[from] io::Error),
}

/// Lines of JSON that a thread makes for itself.
#[derive(Default)]
pub(super) struct Lines(Vec<u8>);

impl Lines {
    pub(super) fn object(&mut self, object: &impl Serialize) {
        serde_json::to_writer(&mut self.0, object)
            .expect("what is written has only text for keys, and memory takes it");
        self.0.push(b'\n');
    }
}

/// The output of one command. Counts what failed on the way, so that the rest can go on.
pub(super) struct Output<'a> {
    out: &'a mut dyn Write,
    messages: &'a mut dyn Write,
    failed: usize,
    /// Files of formats that are not read, by extension: told of in one line, since they do no harm.
    formats: BTreeMap<String, usize>,
}

impl<'a> Output<'a> {
    pub(super) fn new(out: &'a mut dyn Write, messages: &'a mut dyn Write) -> Self {
        Self { out, messages, failed: 0, formats: BTreeMap::new() }
    }

    /// One line of JSON.
    pub(super) fn object(&mut self, object: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer(&mut *self.out, object).map_err(io::Error::from)?;
        Ok(self.out.write_all(b"\n")?)
    }

    /// Lines made by [`Lines`].
    pub(super) fn lines(&mut self, lines: &Lines) -> Result<(), Failure> {
        Ok(self.out.write_all(&lines.0)?)
    }

    /// Plain text, as it is.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Failure> {
        Ok(self.out.write_all(text.as_bytes())?)
    }

    pub(super) fn skipped(&mut self, skipped: &Skipped) {
        match &skipped.reason {
            Skip::Format(extension) => *self.formats.entry(extension.clone()).or_default() += 1,
            Skip::Failed(_) => self.failure(&skipped.to_string()),
        }
    }

    pub(super) fn failure(&mut self, message: &str) {
        self.failed += 1;
        self.say(message);
    }

    /// The end of a command: what was left out, and whether anything failed.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        let kind = |(extension, count): (&String, &usize)| match extension.as_str() {
            "" => format!("{count} without an extension"),
            extension => format!("{count} {extension}"),
        };
        let formats: Vec<String> = self.formats.iter().map(kind).collect();
        if !formats.is_empty() {
            self.say(&format!("left out, being of formats that are not read: {}", formats.join(", ")));
        }
        if self.failed > 0 { Err(Failure::Told) } else { Ok(()) }
    }

    /// A message that cannot be written has nobody to tell it to.
    fn say(&mut self, message: &str) {
        let _ = writeln!(self.messages, "readout: {message}");
    }
}
