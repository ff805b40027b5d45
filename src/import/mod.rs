//! A file becomes an [`Article`]: decoded, cut into paragraphs and sentences, its headline, outlet and date found.
//!
//! Each format yields a [`draft::Draft`] (text and blocks); what is the same for all happens here, once. No disk:
//! the caller hands in the bytes. Left out: old Office files (.doc).

mod builder;
mod clutter;
mod container;
mod correct;
mod docx;
mod draft;
mod encoding;
mod epub;
mod front_matter;
mod html;
mod kinds;
mod lines;
mod mail;
mod markdown;
mod metadata;
mod odt;
mod paragraphs;
mod pdf;
mod properties;
mod rtf;
mod txt;
mod xml;

pub use correct::{corrected, verdict};

use crate::model::{Article, Fingerprint, Format, Language, ParagraphKind};
use crate::text::detect_language;
pub use clutter::{ClutterKind, Phrases, clutter_kinds};
use draft::Draft;
use std::path::Path;

/// Files above this size (bytes) are refused: spans are 32 bits wide, and no article is a tenth as long.
const LARGEST_FILE: usize = 1 << 30;
/// As much of an article (bytes) as it takes to tell its language.
const LANGUAGE_SAMPLE: usize = 20_000;
/// In a longer text (bytes), what language the file says it is in no longer counts against what was found.
const TOO_SHORT_TO_TELL: usize = 400;

/// The formats that can be read, for messages.
pub const FORMATS: &str = ".txt, .md, .html, .mhtml, .pdf, .docx, .odt, .rtf, .epub and .eml";

/// Why a file did not become an article. Reads on after the file's name: "letter.txt is empty".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("is not text: it holds NUL bytes or control codes (a picture, a program or an office file?)")]
    NotText,
    #[error("is empty")]
    Empty,
    #[error("holds no readable text")]
    NothingReadable,
    #[error("is larger than 1 GiB ({0} bytes)")]
    TooLarge(usize),
    #[error("is of a kind that cannot be read here (only {FORMATS})")]
    Unsupported,
    #[error("is an old Word file (.doc), which cannot be read here: save it as .docx, .odt or .rtf")]
    OldWord,
    #[error("is protected by a password")]
    Protected,
    #[error("is encrypted")]
    Encrypted,
    /// The file is not what its name says ("Word document").
    #[error("is no {kind}: {why}")]
    Wrong { kind: &'static str, why: String },
    #[error("is damaged: {0}")]
    Damaged(&'static str),
    #[error("unfolds to far more than a document holds (a zip bomb?)")]
    Bomb,
    #[error("holds pictures but no text (a scan? text recognition would have to be run over it first)")]
    OnlyPictures,
    #[error("holds text that cannot be read: its fonts do not say which letters they hold")]
    UnknownLetters,
    #[error("is nested too deep to be a document")]
    TooDeep,
}

/// Whether the name ends like one of the formats that can be read, in small or capital letters.
pub fn is_supported(path: &Path) -> bool {
    format_of(path).is_some()
}

fn format_of(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "txt" => Some(Format::Txt),
        "md" | "markdown" => Some(Format::Md),
        "html" | "htm" => Some(Format::Html),
        "mhtml" | "mht" => Some(Format::Mhtml),
        "docx" => Some(Format::Docx),
        "odt" => Some(Format::Odt),
        "rtf" => Some(Format::Rtf),
        "epub" => Some(Format::Epub),
        "eml" => Some(Format::Eml),
        "pdf" => Some(Format::Pdf),
        _ => None,
    }
}

/// Reads one article. `path` is relative to its collection, with `/` between names.
pub fn article(path: &str, bytes: &[u8]) -> Result<Article, ImportError> {
    article_with(path, bytes, Phrases::Used)
}

/// The same with or without the lists of stock phrases, for measuring what structure finds alone.
///
/// # Errors
/// A file that does not become an article.
pub fn article_with(path: &str, bytes: &[u8], phrases: Phrases) -> Result<Article, ImportError> {
    let format = format_of(Path::new(path)).ok_or_else(|| unsupported(path))?;
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.len() > LARGEST_FILE {
        return Err(ImportError::TooLarge(bytes.len()));
    }
    let mut draft = match format {
        Format::Txt | Format::Md | Format::Html => text_draft(format, bytes)?,
        Format::Mhtml => mail::mhtml(bytes)?,
        Format::Docx => docx::draft(bytes)?,
        Format::Odt => odt::draft(bytes)?,
        Format::Rtf => rtf::draft(bytes)?,
        Format::Epub => epub::draft(bytes)?,
        Format::Eml => mail::eml(bytes)?,
        Format::Pdf => pdf::draft(bytes)?,
    };
    if draft.blocks.is_empty() {
        return Err(ImportError::NothingReadable);
    }
    clutter::mark(&mut draft, format, phrases);
    kinds::mark(&mut draft, format, phrases);
    metadata::find(&mut draft, path);
    Ok(finish(draft, path, format))
}

fn unsupported(path: &str) -> ImportError {
    if path.to_ascii_lowercase().ends_with(".doc") { ImportError::OldWord } else { ImportError::Unsupported }
}

/// A file that is text as it stands.
fn text_draft(format: Format, bytes: &[u8]) -> Result<Draft, ImportError> {
    let decoded = encoding::decode(bytes, format == Format::Html)?;
    let mut draft = match format {
        Format::Md => markdown::draft(&decoded.text),
        Format::Html => html::draft(decoded.text),
        _ => txt::draft(decoded.text),
    };
    draft.warnings.extend(decoded.warning);
    Ok(draft)
}

fn finish(draft: Draft, path: &str, format: Format) -> Article {
    let language = language(&draft);
    let (paragraphs, sentences) = paragraphs::cut(&draft, language);
    let first = paragraphs.iter().find(|paragraph| paragraph.kind == ParagraphKind::Headline);
    let headline = match (first, draft.facts.headline) {
        (Some(paragraph), _) => lines::joined(paragraph.span.text(&draft.text)),
        (None, Some(headline)) => headline,
        (None, None) => file_stem(path).to_owned(),
    };
    Article {
        path: path.to_owned(),
        format,
        headline,
        outlet: draft.facts.outlet,
        author: draft.facts.author,
        date: draft.facts.date,
        time: draft.facts.time,
        address: draft.facts.address,
        language,
        fingerprint: Fingerprint::of(&draft.text),
        text: draft.text,
        paragraphs,
        sentences,
        warnings: draft.warnings,
    }
}

/// The language of the article itself. What a page says of itself only helps where the text is too short to tell.
fn language(draft: &Draft) -> Language {
    let mut sample = String::new();
    for block in draft.blocks.iter().filter(|block| block.kind.is_linked()) {
        let text = &draft.text[block.range.clone()];
        let room = LANGUAGE_SAMPLE.saturating_sub(sample.len()).min(text.len());
        sample.push_str(&text[..text.floor_char_boundary(room)]);
        sample.push('\n');
        if sample.len() >= LANGUAGE_SAMPLE {
            break;
        }
    }
    match detect_language(&sample) {
        Language::Other if sample.len() < TOO_SHORT_TO_TELL => draft.facts.language.unwrap_or(Language::Other),
        language => language,
    }
}

fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The parts of an article that a reader would call its text; used by tests of several formats.
#[cfg(test)]
fn shown(article: &Article) -> Vec<(ParagraphKind, &str)> {
    article.paragraphs.iter().map(|paragraph| (paragraph.kind, paragraph.span.text(&article.text))).collect()
}

/// Panics where an article breaks a promise that [`Article`] makes.
#[cfg(test)]
fn check(article: &Article) {
    let mut end = 0;
    for paragraph in &article.paragraphs {
        let text = article.text.get(paragraph.span.range()).expect("a paragraph is cut from the text");
        assert!(paragraph.span.start >= end && !text.is_empty(), "paragraphs are in order, none is empty");
        assert_eq!(text.trim(), text, "paragraphs are trimmed");
        end = paragraph.span.end;
    }
    let mut end = 0;
    for sentence in &article.sentences {
        let text = article.text.get(sentence.span.range()).expect("a sentence is cut from the text");
        assert!(sentence.span.start >= end && !text.is_empty(), "sentences are in order, none is empty");
        let around = article.paragraphs[sentence.paragraph as usize].span;
        assert!(around.start <= sentence.span.start && sentence.span.end <= around.end, "inside its paragraph");
        end = sentence.span.end;
    }
    assert!(!article.paragraphs.is_empty() && !article.headline.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_known_by_their_ending_in_any_case() {
        for name in ["a.txt", "b/c.MD", "d.Markdown", "e.HTM", "f.html"] {
            assert!(is_supported(Path::new(name)), "{name}");
        }
        for name in ["a.doc", "txt", "b.txt.gz", ".txt"] {
            assert!(!is_supported(Path::new(name)), "{name}");
        }
    }

    #[test]
    fn files_without_text_are_refused_with_a_reason() {
        assert_eq!(article("a.txt", b"").unwrap_err(), ImportError::Empty);
        assert_eq!(article("a.txt", b"  \n\n \t").unwrap_err(), ImportError::NothingReadable);
        assert_eq!(article("a.html", b"<script>var a;</script>").unwrap_err(), ImportError::NothingReadable);
        assert_eq!(article("a.txt", b"MZ\x90\0\x03\0\0\0").unwrap_err(), ImportError::NotText);
        assert_eq!(article("a.doc", b"x").unwrap_err(), ImportError::OldWord);
    }

    #[test]
    fn a_file_without_headline_goes_by_its_name() {
        let body = "It was a long sentence that ended with a full stop. It had another one after it, which ended too.";
        assert_eq!(article("dir/my-file.txt", body.as_bytes()).unwrap().headline, "my-file");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn any_bytes_make_a_sound_article_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            for path in ["a.txt", "a.md", "a.html"] {
                if let Ok(article) = article(path, &bytes) {
                    check(&article);
                }
            }
        }

        #[test]
        fn any_mixture_of_markup_makes_a_sound_article(parts in prop::collection::vec(0..PARTS.len(), 0..60)) {
            let source: String = parts.into_iter().map(|part| PARTS[part]).collect();
            for path in ["2021-12-07.txt", "a.md", "a.html"] {
                if let Ok(article) = article(path, source.as_bytes()) {
                    check(&article);
                    if path.ends_with("txt") {
                        prop_assert_eq!(&article.text, &source.replace("\r\n", "\n").replace('\r', "\n"));
                    }
                }
            }
        }
    }

    const PARTS: &[&str] = &[
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "\u{a0}",
        "\u{ad}",
        "\t",
        "Putin and Biden talked. ",
        "Источник: ТАСС",
        "7 December 2021",
        "Source: X",
        "Photo: Y",
        "Leave a Reply",
        "Share this",
        "©2021 Z",
        "MOSCOW, December 7 (Z) - ",
        "Read more",
        "---\n",
        "title: \"a\\_\\\n",
        "date: 2021-12-07\n",
        "+++\n",
        "# ",
        "- ",
        "> ",
        "| a | b |\n|---|---|\n",
        "```\n",
        "![a](b)",
        "[c](d)",
        "<p>",
        "</p>",
        "<div class=share>",
        "</div>",
        "<article>",
        "</article>",
        "<h1>",
        "</h1>",
        "<li>",
        "<ul>",
        "</ul>",
        "<br>",
        "<pre>",
        "</pre>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "&nbsp;",
        "&amp;",
        "&#x1F600;",
        "<td>",
        "<table>",
        "<b>",
        "</i>",
        "<a href=x>",
        "</a>",
        "<form>",
        "<title>",
        "</title>",
        "<meta property='og:title' content='T'>",
        "<template>",
        "<svg>",
        "<math>",
        "<time datetime='2021-12-07'>",
        "<nav>",
        "<figure>",
        "<figcaption>",
        "<textarea>",
        "<select><option>",
        "<p hidden>",
        "<",
        "&",
        "word ",
    ];
}
