//! The headless commands: the library without the window, for scripts, tests and batch work.
//!
//! [`parse`] tells what the arguments ask for, [`run`] does it. Results go to stdout, as JSON Lines unless
//! another form is asked for, always in the same order for the same input; messages go to stderr, one per
//! file. Positions are half-open Unicode code points into what `readout text` prints.

mod across;
mod arguments;
mod articles;
mod boilerplate;
mod check;
mod coverage;
mod coverage_table;
mod help;
mod input;
mod output;
mod passages;
mod said;
pub mod score;
mod statements;
mod text;
mod topics;

pub use arguments::{Command, Format, Found, Input, Invocation, Labels, Open, Trees, parse};
pub use help::HELP;
pub use output::Failure;

use crate::model::Speakers;
use crate::store::topics::in_force;
use output::Output;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Runs one command on the program's own stdout and stderr.
pub fn run(command: &Command) -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut messages = io::stderr().lock();
    let outcome = execute(command, &mut out, &mut messages);
    match outcome.and_then(|()| out.flush().map_err(Failure::from)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Broken(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Told) => {
            // What could be read has been written; only its loss would need another message.
            let _ = out.flush();
            ExitCode::FAILURE
        }
        Err(failure) => {
            let _ = out.flush();
            let _ = writeln!(messages, "readout: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command, with its results going to `out` and a line per file that failed to `messages`.
pub fn execute(command: &Command, out: &mut dyn Write, messages: &mut dyn Write) -> Result<(), Failure> {
    let mut output = Output::new(out, messages);
    match command {
        Command::Articles(input) => articles::run(input, &mut output)?,
        Command::Topics { folder, topics, words } => {
            topics::run(folder.as_deref(), topics.as_deref(), *words, &mut output)?
        }
        Command::Text(file) => text::run(file, &mut output)?,
        Command::Passages(input, trees) => passages::run(input, trees, &mut output)?,
        Command::Statements(input, trees) => statements::run(input, trees, &mut output)?,
        Command::Coverage(input, trees, format) => coverage::run(input, trees, *format, &mut output)?,
        Command::Boilerplate(input) => boilerplate::run(input, &mut output)?,
        Command::Check { session, folder } => check::run(session, folder.as_deref(), &mut output)?,
        Command::ScoreOther { found, gold, articles, misses } => {
            let figures = match found {
                Found::Boilerplate => score::boilerplate(gold, articles, *misses),
                Found::Sides => Speakers::standard()
                    .map_err(|error| error.to_string())
                    .and_then(|speakers| score::sides(&speakers, gold, articles, *misses)),
            };
            output.text(&figures.map_err(Failure::Wrong)?)?
        }
        Command::Score { labels, topics, misses } => output.text(&figures(labels, topics.as_deref(), *misses)?)?,
    }
    output.finish()
}

fn figures(labels: &Labels, topics: Option<&Path>, misses: bool) -> Result<String, Failure> {
    let file = in_force(topics, None, None).map_err(|error| Failure::Wrong(error.to_string()))?.file;
    let figures = match labels {
        Labels::Articles { gold, articles } => score::gold(&file, gold, articles, misses),
        Labels::Sentences { file: sentences, language } => score::meaning(&file, sentences, *language, misses),
    };
    figures.map_err(Failure::Wrong)
}

#[cfg(test)]
mod tests;
