//! Files made by several programs, from the first byte to the article.
//!
//! The talks are invented. What is checked is what readers see: order, paragraphs, kinds, and what is left out.

use crate::import::{ImportError, article, check};
use crate::model::{Article, ParagraphKind};

const ENGLISH: &[u8] = include_bytes!("../../../tests/fixtures/talks-en.pdf");
const RUSSIAN: &[u8] = include_bytes!("../../../tests/fixtures/talks-ru.pdf");
const GERMAN: &[u8] = include_bytes!("../../../tests/fixtures/talks-de.pdf");
const PRINTED: &[u8] = include_bytes!("../../../tests/fixtures/talks-print.pdf");

fn read(bytes: &[u8]) -> Article {
    let article = article("talks.pdf", bytes).unwrap();
    check(&article);
    article
}

fn of_kind(article: &Article, kind: ParagraphKind) -> Vec<&str> {
    let wanted = article.paragraphs.iter().filter(|paragraph| paragraph.kind == kind);
    wanted.map(|paragraph| paragraph.span.text(&article.text)).collect()
}

/// A file of one page that draws this.
fn drawn(content: &str) -> Vec<u8> {
    let length = content.len();
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>\
         /XObject<</X 6 0 R>>>>>>endobj\n4 0 obj<</Length {length}>>stream\n{content}\nendstream endobj\n\
         5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n\
         6 0 obj<</Type/XObject/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>/Length 5>>stream\n/X Do\nendstream \
         endobj\ntrailer<</Root 1 0 R>>\n"
    )
    .into_bytes()
}

#[test]
fn lines_are_joined_over_pages_and_running_heads_are_gone() {
    let article = read(ENGLISH);
    assert_eq!(article.headline, "Talks at the lake end without a signed paper");
    assert!(!article.text.contains("Ledger") && !article.text.contains("Page"), "{}", article.text);
    assert_eq!(of_kind(&article, ParagraphKind::Heading), ["What comes next", "The positions in brief"]);
    assert_eq!(of_kind(&article, ParagraphKind::ListItem).len(), 3);
    assert!(article.text.contains("the Russia-NATO format") && article.text.contains("build-up of troops"));
    assert!(article.text.contains("\nExercises | notice of 14 days | notice of 42 days\n"));
    assert!(article.text.ends_with("2 An earlier list was exchanged in the autumn and then withdrawn."));
    assert!(article.text.contains("should be treated.¹\n\nThe first side"));
}

#[test]
fn cyrillic_is_read_and_a_note_does_not_cut_a_paragraph() {
    let article = read(RUSSIAN);
    assert_eq!(article.headline, "Переговоры у озера завершились без документа");
    assert!(article.text.contains("надеется, что краткий технический документ о линиях экстренной связи"));
    assert!(!article.text.contains("Стр.") && !article.text.contains("вестник"));
    assert!(article.text.ends_with("1 Здание принадлежит городу и уже принимало подобную встречу."));
}

#[test]
fn columns_are_read_one_after_the_other_and_broken_words_are_mended() {
    let article = read(GERMAN);
    let body = of_kind(&article, ParagraphKind::Body);
    assert!(body.iter().all(|paragraph| paragraph.ends_with('.') && paragraph.len() > 200), "{body:#?}");
    assert_eq!(body.iter().filter(|paragraph| paragraph.starts_with("Eine weitere Verhandlungsrunde")).count(), 7);
    assert!(article.text.contains("die Außenministerinnen und Außenminister sollen das Treffen vorbereiten."));
    assert!(!article.text.contains("Außenpolitik"));
}

#[test]
fn spaces_that_another_program_left_out_are_put_in() {
    let article = read(PRINTED);
    assert_eq!(article.headline, "Hotline plan divides the delegations");
    assert_eq!(of_kind(&article, ParagraphKind::Heading), ["What the officers want"]);
    assert!(
        article.text.contains("between the two general staffs divided the delegations on the second day. One side")
    );
    assert!(article.text.contains("It leaves open who pays for the installation and the interpreters."));
}

#[test]
fn a_form_within_itself_and_hidden_letters_do_no_harm() {
    let article = read(&drawn("/X Do BT 3 Tr /F 12 Tf 50 700 Td (The talks ended without a result.) Tj ET"));
    assert_eq!(article.text, "The talks ended without a result.");
}

#[test]
fn turned_pages_are_read_along_their_lines() {
    let lines = "BT /F 12 Tf 0 1 -1 0 300 100 Tm (The talks ended) Tj 0 1 -1 0 315 100 Tm (without a result.) Tj ET";
    assert_eq!(read(&drawn(lines)).text, "The talks ended without a result.");
}

#[test]
fn files_without_readable_text_say_why() {
    let error = |bytes: &[u8]| article("talks.pdf", bytes).unwrap_err();
    assert_eq!(error(&drawn("BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI")), ImportError::OnlyPictures);
    assert_eq!(error(&drawn("q Q")), ImportError::NothingReadable);
    assert!(matches!(error(b"MZ not this"), ImportError::Wrong { .. }));
    assert!(matches!(error(b"%PDF-1.4\n%%EOF"), ImportError::Damaged(_)));
    assert!(matches!(error(&ENGLISH[..9_000]), ImportError::Damaged(_)));
}

#[test]
fn files_cut_or_changed_anywhere_are_read_or_refused() {
    for start in (0..ENGLISH.len()).step_by(1_499) {
        let mut bytes = ENGLISH.to_vec();
        bytes[start..(start + 40).min(ENGLISH.len())].fill(b'7');
        for bytes in [&bytes[..], &ENGLISH[..start]] {
            if let Ok(article) = article("talks.pdf", bytes) {
                check(&article);
            }
        }
    }
}
