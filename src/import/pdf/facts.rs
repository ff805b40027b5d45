//! What a PDF file says of itself: title, author, the day it was made, its language.
//!
//! Programs fill in titles of their own ("Microsoft Word - letter.doc"); those are not taken.

use crate::import::draft::Facts;
use crate::import::lines;
use crate::model::{Date, Language};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, String as PdfString};

/// Titles and authors that programs write where nobody gave one, in small letters.
const NO_NAMES: &[&str] = &[
    "admin",
    "administrator",
    "anonymous",
    "author",
    "document",
    "none",
    "owner",
    "title",
    "unknown",
    "untitled",
    "user",
    "без имени",
    "unbenannt",
];
/// Beginnings of titles that programs make up, in small letters.
const PROGRAMS: &[&str] = &["microsoft word", "microsoft powerpoint", "untitled", "powerpoint ", "slide ", "документ"];
/// Ends of file names that stand as titles.
const FILE_ENDINGS: &[&str] = &[
    ".doc", ".docx", ".dvi", ".fm", ".htm", ".html", ".indd", ".odt", ".p65", ".pages", ".pdf", ".ppt", ".ps", ".pub",
    ".qxd", ".rtf", ".tex", ".txt", ".wpd", ".xls",
];
/// Characters of the longest title and author.
const LONGEST_NAME: usize = 200;

pub(super) fn read(pdf: &Pdf) -> Facts {
    let metadata = pdf.metadata();
    let name = |bytes: &Option<Box<[u8]>>| bytes.as_deref().and_then(|bytes| sensible(&text(bytes)));
    let made = metadata.creation_date.as_ref();
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let tag = catalog.and_then(|catalog| catalog.get::<PdfString<'_>>("Lang")).map(|tag| text(tag.as_bytes()));
    Facts {
        headline: name(&metadata.title),
        author: name(&metadata.author),
        created: made.and_then(|made| Date::new(i16::try_from(made.year).ok()?, made.month, made.day)),
        language: tag.and_then(|tag| Language::from_tag(&tag)),
        ..Facts::default()
    }
}

/// A string of the file: UTF-16 or UTF-8 with their marks, else nearly Latin-1.
pub(super) fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        },
    }
}

/// The name, if a person may have written it.
fn sensible(name: &str) -> Option<String> {
    let name = lines::joined(&name.replace(char::is_control, " "));
    let lower = name.to_lowercase();
    let made_up = NO_NAMES.contains(&lower.as_str())
        || PROGRAMS.iter().any(|beginning| lower.starts_with(beginning))
        || FILE_ENDINGS.iter().any(|ending| lower.ends_with(ending));
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    (!made_up && letters >= 2 && lines::is_short(&name, LONGEST_NAME)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_programs_make_up_are_not_taken() {
        for name in ["Microsoft Word - letter.doc", "untitled", "talks.indd", "", "Untitled-1", "12345"] {
            assert_eq!(sensible(name), None, "{name}");
        }
        assert_eq!(sensible(" Talks  end "), Some("Talks end".to_owned()));
    }

    #[test]
    fn strings_are_read_in_all_encodings() {
        assert_eq!(text(b"\xfe\xff\x04\x14\x04\x30"), "Да");
        assert_eq!(text(b"\xef\xbb\xbf\xd0\x94\xd0\xb0"), "Да");
        assert_eq!(text(b"Caf\xe9"), "Café");
    }
}
