//! What stands there twice: headlines said again, captions under their pictures.
//!
//! Only within one article. Names of speakers and headings come again too: those stay.

use super::super::kinds;
use super::line::{Line, Shape};
use super::{ClutterKind, Verdicts, set};

/// A credit under a caption is not longer (words).
const LONGEST_CREDIT: usize = 10;

pub(super) fn judge(lines: &[Line], verdicts: &mut Verdicts) {
    let mut headline_over = false;
    for index in 1..lines.len() {
        headline_over |= lines[index - 1].shape == Shape::Prose;
        if !is_same(&lines[index - 1], &lines[index]) {
            continue;
        }
        let credit = lines.get(index + 1).filter(|below| !below.apart);
        let said = verdicts.get(index + 1) == Some(&Some(ClutterKind::Caption));
        if credit.is_some_and(|credit| said || headline_over && is_credit(credit)) {
            set(verdicts, index - 1..index + 2, ClutterKind::Caption);
        } else {
            set(verdicts, index..index + 1, ClutterKind::Doubled);
        }
        // What is doubled above all prose is the headline; what is doubled below that, no longer.
        headline_over = true;
    }
}

/// Whether a line that ends no sentence says what the one above it says.
fn is_same(above: &Line, below: &Line) -> bool {
    below.is_fragment() && below.words > 1 && below.plain.is_some() && above.plain == below.plain
}

/// Whether the line right under a doubled one may name who took the picture.
fn is_credit(line: &Line) -> bool {
    line.is_fragment() && line.words <= LONGEST_CREDIT && !kinds::is_dated(line.text)
}
