//! Files of each format become articles. `talks.docx`, `.odt` and `.rtf` are one text of our own, saved by LibreOffice;
//! containers of other formats are built here. Broken and hostile files end in an error, never in a panic.

use proptest::prelude::*;
use readout::import::{ImportError, article, is_supported};
use readout::model::ParagraphKind::{self, Body, Heading, Headline, ListItem, Meta};
use readout::model::{Article, Language};
use std::io::{Cursor, Write};
use std::path::Path;
use std::time::{Duration, Instant};

const TALKS: [(&str, &[u8]); 3] = [
    ("talks.docx", include_bytes!("fixtures/talks.docx")),
    ("talks.odt", include_bytes!("fixtures/talks.odt")),
    ("talks.rtf", include_bytes!("fixtures/talks.rtf")),
];

const PROSE: &str = "The two presidents spoke for two hours on Tuesday, and neither gave way, their offices said. They agreed only \
    that envoys would meet in Geneva.";

/// What all three say.
const PARAGRAPHS: [(ParagraphKind, &str); 14] = [
    (Headline, "Two hours on the line"),
    (Meta, "Quay Review, 8 December 2021"),
    (Body, PROSE),
    (Heading, "What each side wanted"),
    (
        Body,
        "The Kremlin asked for guarantees; the White House spoke of the troops at the border, and of what would follow an attack.",
    ),
    (ListItem, "No further enlargement of the alliance"),
    (ListItem, "No missiles near the border"),
    (ListItem, "Neither in Poland nor in Romania"),
    (Heading, "In figures"),
    (Body, "Side | Envoys | Days"),
    (Body, "Moscow | 4 | 2"),
    (Body, "“We heard each other,” said an aide – «мы услышали друг друга», in his words. Über allem: caution."),
    (Body, "First line of a verse,"),
    (Body, "Second line of it."),
];
const NOTE: &str = "Both readouts were published late in the evening.";

#[test]
fn one_text_saved_in_three_formats_reads_the_same() {
    for (path, bytes) in TALKS {
        let article = article(path, bytes).unwrap();
        sound(&article);
        assert_eq!(article.warnings, Vec::<String>::new(), "{path}");
        let mut shown: Vec<(ParagraphKind, String)> = Vec::new();
        for paragraph in &article.paragraphs {
            let words: Vec<&str> = paragraph.span.text(&article.text).split_whitespace().collect();
            shown.push((paragraph.kind, words.join(" ")));
        }
        let note = shown.pop().unwrap();
        assert_eq!(note.1, NOTE, "{path}");
        let expected: Vec<(ParagraphKind, String)> = PARAGRAPHS.map(|(kind, text)| (kind, text.to_owned())).into();
        assert_eq!(shown, expected, "{path}");
        assert_eq!(article.headline, "Two hours on the line");
        assert_eq!(article.date.unwrap().to_string(), "2021-12-08", "{path}");
        assert_eq!(article.language, Language::English);
        assert_eq!(article.format.as_str(), path.rsplit_once('.').unwrap().1);
    }
}

#[test]
fn all_formats_are_known_by_their_endings() {
    for ending in ["txt", "md", "html", "mhtml", "mht", "docx", "odt", "rtf", "epub", "eml", "DOCX"] {
        assert!(is_supported(Path::new(&format!("a.{ending}"))), "{ending}");
    }
}

#[test]
fn files_that_are_not_what_their_name_says_are_refused_with_a_reason() {
    let error = |path: &str, bytes: &[u8]| article(path, bytes).unwrap_err().to_string();
    let text = packed(&[("content.txt", "text")]);
    assert_eq!(error("a.docx", &text), "is no Word document: word/document.xml is missing");
    assert_eq!(error("a.odt", &text), "is no OpenDocument text: content.xml is missing");
    assert_eq!(error("a.epub", &text), "is no EPUB book: META-INF/container.xml is missing");
    assert_eq!(error("a.docx", b"Talks end."), "is no Word document: it is no zip archive");
    assert_eq!(error("a.rtf", b"Talks end."), "is no rich text: {\\rtf is missing");
    let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 WordDocument".as_slice();
    assert!(error("a.docx", old).contains("save it as .docx"));
    assert!(error("a.doc", old).contains("save it as .docx"));
    let locked: Vec<u8> = [old, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0".as_bytes()].concat();
    assert_eq!(error("a.docx", &locked), "is protected by a password");
    assert_eq!(article("a.docx", b"").unwrap_err(), ImportError::Empty);
}

#[test]
fn zip_bombs_are_refused_at_once() {
    let started = Instant::now();
    let bomb = "<w:p/>".repeat(20 << 20);
    for (path, name) in
        [("a.docx", "word/document.xml"), ("a.odt", "content.xml"), ("a.epub", "META-INF/container.xml")]
    {
        assert_eq!(article(path, &packed(&[(name, &bomb)])).unwrap_err(), ImportError::Bomb, "{path}");
    }
    let many: Vec<(String, &str)> = (0..10_001).map(|number| (format!("{number}"), "")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    assert_eq!(article("a.docx", &packed(&many)).unwrap_err(), ImportError::Bomb);
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
}

#[test]
fn very_deep_xml_is_refused_at_once() {
    for (path, name, element) in [("a.docx", "word/document.xml", "<w:tbl>"), ("a.odt", "content.xml", "<text:list>")] {
        let deep = format!("{}{}", element.repeat(50_000), "text ".repeat(2_000));
        assert_eq!(article(path, &packed(&[(name, &deep)])).unwrap_err(), ImportError::TooDeep, "{path}");
    }
}

#[test]
fn entities_that_a_document_declares_do_not_unfold() {
    let laughs = "<!DOCTYPE a [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>";
    let document = format!("{laughs}<w:document><w:p><w:r><w:t>He said &c;.</w:t></w:r></w:p></w:document>");
    assert_eq!(article("a.docx", &packed(&[("word/document.xml", &document)])).unwrap().text, "He said &c;.");
}

#[test]
fn word_keeps_what_is_seen_and_drops_what_was_struck() {
    let document = "<w:document><w:body>\
        <w:p><w:pPr><w:pStyle w:val='berschrift1'/></w:pPr><w:r><w:t>Outcome</w:t></w:r></w:p>\
        <w:p><w:r><w:t xml:space='preserve'>They </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>soon </w:t></w:r></w:ins><w:hyperlink><w:r><w:t>agreed</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>it all.</w:t></w:r>\
        <w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
        <mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>\
        </w:body></w:document>";
    let styles = "<w:styles><w:style w:styleId='berschrift1'><w:name w:val='Mine'/><w:basedOn w:val='x'/></w:style>\
        <w:style w:styleId='x'><w:name w:val='heading 1'/></w:style></w:styles>";
    let core = "<cp:coreProperties><dc:title>Outcome</dc:title><dcterms:created>2021-12-08T09:30:00Z</dcterms:created></cp:coreProperties>";
    let parts = [("word/document.xml", document), ("word/styles.xml", styles), ("docProps/core.xml", core)];
    let read = article("a.docx", &packed(&parts)).unwrap();
    assert_eq!(read.text, "Outcome\n\nThey soon agreed\tit all.\n\nIn a box.");
    assert_eq!(read.paragraphs[0].kind, Headline);
    assert_eq!(read.date.unwrap().to_string(), "2021-12-08");
    let named = article("2021-12-31-outcome.docx", &packed(&parts)).unwrap();
    assert_eq!(named.date.unwrap().to_string(), "2021-12-31", "a file's name knows better than its day of typing");
}

#[test]
fn a_document_that_breaks_off_is_read_up_to_there_with_a_warning() {
    let document =
        "<w:document><w:body><w:p><w:r><w:t>They agreed.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>And th";
    let read = article("a.docx", &packed(&[("word/document.xml", document)])).unwrap();
    assert_eq!((read.text.as_str(), read.warnings.len()), ("They agreed.\n\nAnd th", 1));
}

#[test]
fn mail_of_absurd_shape_ends_in_time() {
    let started = Instant::now();
    let nested: String =
        (0..20_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")).collect();
    let unclosed = format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{}", "--b\r\n\r\n".repeat(100_000));
    let messages = "Content-Type: message/rfc822\r\n\r\n".repeat(20_000);
    let addresses = format!("From: {}\r\n\r\nText.", "(".repeat(500_000));
    let words = format!("Subject: {}\r\n\r\nText.", "=?utf-8?q?a?= ".repeat(100_000));
    for source in [nested, unclosed, messages, addresses, words] {
        for path in ["a.eml", "a.mht"] {
            if let Ok(article) = article(path, source.as_bytes()) {
                sound(&article);
            }
        }
    }
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn damaged_files_make_sound_articles_or_errors(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        end in prop::option::of(any::<prop::sample::Index>()),
    ) {
        for (path, bytes) in samples() {
            let mut bytes = bytes;
            for (index, value) in &flips {
                let at = index.index(bytes.len());
                bytes[at] ^= value;
            }
            bytes.truncate(end.map_or(bytes.len(), |end| end.index(bytes.len())));
            if let Ok(article) = article(path, &bytes) {
                sound(&article);
            }
        }
    }

    #[test]
    fn any_bytes_make_a_sound_article_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for path in ["a.docx", "a.odt", "a.epub", "a.eml", "a.mhtml"] {
            if let Ok(article) = article(path, &bytes) {
                sound(&article);
            }
        }
        if let Ok(article) = article("a.rtf", &[b"{\\rtf1 ", bytes.as_slice()].concat()) {
            sound(&article);
        }
    }

    #[test]
    fn any_mixture_of_markup_makes_a_sound_article(parts in prop::collection::vec(0..PARTS.len(), 0..80)) {
        let source: String = parts.iter().map(|part| PARTS[*part]).collect();
        let xml = balanced(&parts);
        let files = [
            ("a.docx", packed(&[("word/document.xml", &xml), ("word/styles.xml", &source), ("word/footnotes.xml", &source)])),
            ("b.docx", packed(&[("word/document.xml", &source), ("word/styles.xml", &xml), ("word/footnotes.xml", &xml)])),
            ("a.odt", packed(&[("content.xml", &xml), ("meta.xml", &source)])),
            ("b.odt", packed(&[("content.xml", &source), ("meta.xml", &xml)])),
            ("a.rtf", format!("{{\\rtf1 {source}").into_bytes()),
            ("a.eml", source.clone().into_bytes()),
            ("a.mht", format!("Content-Type: text/html\r\n\r\n{source}").into_bytes()),
        ];
        for (path, bytes) in files {
            if let Ok(article) = article(path, &bytes) {
                sound(&article);
            }
        }
    }
}

/// The parts as XML without mistakes: what closes nothing goes, what stays open is closed.
fn balanced(parts: &[usize]) -> String {
    let mut xml = String::from("<root>");
    let mut open = Vec::new();
    for part in parts.iter().map(|part| PARTS[*part]).filter(|part| !part.contains("]]>") && !part.contains("CDATA")) {
        match part.strip_prefix("</") {
            Some(name) if open.last() == Some(&name) => drop(open.pop()),
            Some(_) => continue,
            None if part.starts_with('<') && !part.ends_with("/>") => open.push(&part[1..]),
            None => {}
        }
        xml.push_str(part);
    }
    for name in open.into_iter().rev() {
        xml.push_str(&format!("</{name}"));
    }
    xml + "</root>"
}

/// One whole file of each format.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let mut samples: Vec<(&str, Vec<u8>)> = TALKS.map(|(path, bytes)| (path, bytes.to_vec())).into();
    let page = format!("<html><body><h1>Talks</h1><p>{PROSE}</p></body></html>");
    let opf =
        "<package><manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>";
    let book =
        [("META-INF/container.xml", "<rootfile full-path='a.opf'/>"), ("a.opf", opf), ("a.xhtml", page.as_str())];
    samples.push(("a.epub", packed(&book)));
    let parts = format!(
        "--b\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: base64\r\n\r\n8NXUyc4=\r\n\
         --b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n--b--\r\n"
    );
    let mail = format!(
        "From: =?utf-8?q?A?= <a@b.example>\r\nSubject: Talks\r\nDate: Wed, 8 Dec 2021 01:30:00 +0300\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n{parts}"
    );
    samples.push(("a.eml", mail.clone().into_bytes()));
    samples.push(("a.mhtml", mail.into_bytes()));
    samples
}

fn packed(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Panics where an article breaks a promise that [`Article`] makes.
fn sound(article: &Article) {
    let mut end = 0;
    for paragraph in &article.paragraphs {
        let text = article.text.get(paragraph.span.range()).expect("a paragraph is cut from the text");
        assert!(paragraph.span.start >= end && !text.is_empty() && text.trim() == text);
        end = paragraph.span.end;
    }
    let mut end = 0;
    for sentence in &article.sentences {
        let text = article.text.get(sentence.span.range()).expect("a sentence is cut from the text");
        let around = article.paragraphs[sentence.paragraph as usize].span;
        assert!(sentence.span.start >= end && !text.is_empty());
        assert!(around.start <= sentence.span.start && sentence.span.end <= around.end);
        end = sentence.span.end;
    }
    assert!(!article.paragraphs.is_empty() && !article.headline.is_empty());
}

const PARTS: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:del>",
    "</w:del>",
    "<w:tab/>",
    "<w:br/>",
    "<w:pStyle w:val='Title'/>",
    "<w:numId w:val='1'/>",
    "<text:p>",
    "</text:p>",
    "<text:h>",
    "</text:h>",
    "<text:list>",
    "</text:list>",
    "<table:table-row>",
    "</table:table-row>",
    "<table:table-cell>",
    "</table:table-cell>",
    "<text:note-body>",
    "</text:note-body>",
    "<draw:text-box>",
    "</draw:text-box>",
    "<text:s text:c='9'/>",
    "<text:line-break/>",
    "<dc:title>",
    "</dc:title>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&x;",
    "&#0;",
    "{",
    "}",
    "\\par ",
    "\\'e9",
    "\\u1055?",
    "\\u-10179?",
    "\\trowd ",
    "\\cell ",
    "\\row ",
    "{\\footnote ",
    "{\\*\\shptxt ",
    "{\\listtext ",
    "\\pard ",
    "\\v ",
    "\\uc3 ",
    "\\bin3 ",
    "{\\info{\\title ",
    "{\\stylesheet{\\s1 heading 1;}}",
    "\\s1 ",
    "{\\fonttbl{\\f1\\fcharset204 A;}}",
    "\\f1 ",
    "\\line ",
    "> ",
    "-- \n",
    "\n",
    "\r\n\r\n",
    "Subject: Talks\r\n",
    "From: A <b@c.example>\r\n",
    "Content-Type: text/html\r\n",
    "Content-Type: multipart/mixed; boundary=b\r\n",
    "--b\r\n",
    "--b--\r\n",
    "Content-Transfer-Encoding: base64\r\n",
    "They met, and agreed. ",
    "word ",
    "слово ",
    " ",
    "\u{a0}",
    "\u{ad}",
];
