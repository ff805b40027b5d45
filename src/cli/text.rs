//! `readout text FILE`: the text of an article as positions count it, and nothing else, no line end added.

use super::input::one_article;
use super::output::{Failure, Output};
use std::path::Path;

pub(super) fn run(file: &Path, output: &mut Output) -> Result<(), Failure> {
    output.text(&one_article(file)?.text)
}
