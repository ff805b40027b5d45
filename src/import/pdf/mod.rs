//! PDF files: letters with places on pages become lines, columns and paragraphs again.
//!
//! Running heads and page numbers are dropped, hyphens at line ends mended, notes moved to the end. A page is read
//! by its letters' places, so text in any order comes out right. Left out: forms, comments, and text in pictures.

mod budget;
mod columns;
mod facts;
mod fonts;
mod heads;
mod hyphens;
mod interpreter;
mod letters;
mod marks;
mod paragraphs;
mod pen;
mod rows;
mod tables;
#[cfg(test)]
mod tests;
mod words;
mod writer;

use super::ImportError;
use super::builder::settle_headline;
use super::draft::Draft;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use interpreter::Interpreter;
use std::panic;

/// Pages read of one file: the longest reports have some thousands.
const MOST_PAGES: usize = 20_000;
/// Where the signature stands at the latest (bytes from the start): some files have mail headers before it.
const SIGNATURE_WITHIN: usize = 2_000;
/// Below this share of letters that are known, the text is not shown at all.
const READABLE_SHARE: f64 = 0.5;

pub(super) fn draft(bytes: &[u8]) -> Result<Draft, ImportError> {
    let head = &bytes[..bytes.len().min(SIGNATURE_WITHIN)];
    if !head.windows(5).any(|window| window == b"%PDF-") {
        return Err(ImportError::Wrong { kind: "PDF file", why: "it does not begin like one".to_owned() });
    }
    // The parser trusts some numbers in damaged files too far.
    panic::catch_unwind(|| read(bytes)).unwrap_or(Err(ImportError::Damaged("what it says of itself cannot be")))
}

fn read(bytes: &[u8]) -> Result<Draft, ImportError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(reason)?;
    let mut interpreter = Interpreter::default();
    let mut sheets = Vec::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        sheets.push(words::sheet(interpreter.read(page)?));
    }
    check_readable(&interpreter)?;
    heads::drop(&mut sheets);
    let lines = sheets.into_iter().enumerate().flat_map(|(number, sheet)| columns::lines(sheet, number)).collect();
    let mut draft = writer::write(paragraphs::join(lines));
    draft.facts = facts::read(&pdf);
    if pdf.pages().len() > MOST_PAGES {
        draft.warnings.push(format!("only the first {MOST_PAGES} pages were read"));
    }
    settle_headline(&mut draft);
    Ok(draft)
}

fn reason(error: LoadPdfError) -> ImportError {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ImportError::Protected,
        LoadPdfError::Decryption(_) => ImportError::Encrypted,
        LoadPdfError::Invalid => ImportError::Damaged("no pages can be found in it"),
    }
}

/// Why there is no text, or none that can be read.
fn check_readable(interpreter: &Interpreter<'_>) -> Result<(), ImportError> {
    let all = interpreter.readable + interpreter.unreadable;
    let guess_failed = interpreter.guessed * 2 > all && interpreter.guessed_letters * 10 < interpreter.guessed * 6;
    match all {
        0 if interpreter.pictures > 0 => Err(ImportError::OnlyPictures),
        0 => Err(ImportError::NothingReadable),
        _ if guess_failed || (interpreter.readable as f64) < READABLE_SHARE * all as f64 => {
            Err(ImportError::UnknownLetters)
        }
        _ => Ok(()),
    }
}
