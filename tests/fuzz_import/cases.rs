//! A case from its number: a sound file of one format and what was done to it.
//!
//! Packed formats are opened first and damaged inside: a changed byte of packed data only ever makes "damaged".

use super::mutate::{Dice, damage, damage_words};
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

pub struct Case {
    pub ending: &'static str,
    pub bytes: Vec<u8>,
}

const MARKDOWN: &[u8] = "---\ntitle: \"Two hours \\\"on the line\\\"\"\ndate: 2021-12-08\nauthor: Mira Holt\ntags: [a, b]\n---\n\n# Two hours on \
    the line\n\nQuay Review, 8 December 2021\n\n> He said: *no*.\n\n1. Minsk\n2. Geneva\n   - a villa\n\n| Side | Days |\n|---|---:|\n| \
    Moscow | 2 |\n\n```\ncode\n```\n\n![lake](a.png) [More](https://x.example/a(b)) <b>html</b> &amp; – «да».\n\nSetext\n===\n"
    .as_bytes();

/// Sound files of each format.
const FILES: [(&str, &[&[u8]]); 10] = [
    (
        "txt",
        &[
            include_bytes!("../fixtures/ru-windows-1251.txt"),
            include_bytes!("../fixtures/ru-koi8-r.txt"),
            include_bytes!("../fixtures/ru-mac-cyrillic.txt"),
            include_bytes!("../fixtures/ru-utf-16le.txt"),
            include_bytes!("../fixtures/ru-utf-16be.txt"),
            include_bytes!("../fixtures/fr-windows-1252.txt"),
            include_bytes!("../../assets/sample/2021-12-08-vestnik-peregovorov.txt"),
        ],
    ),
    ("md", &[MARKDOWN, include_bytes!("../../assets/sample/2021-12-08-chancery-notes-kremlin.md")]),
    (
        "html",
        &[
            include_bytes!("../fixtures/page.html"),
            include_bytes!("../fixtures/talks.html"),
            include_bytes!("../../assets/sample/2021-12-31-continental-ledger-europe.html"),
        ],
    ),
    ("mhtml", &[include_bytes!("../fixtures/page.mhtml")]),
    (
        "eml",
        &[
            include_bytes!("../fixtures/letter.eml"),
            include_bytes!("../fixtures/vestnik.eml"),
            include_bytes!("../fixtures/notes.eml"),
        ],
    ),
    ("rtf", &[include_bytes!("../fixtures/talks.rtf")]),
    ("docx", &[include_bytes!("../fixtures/talks.docx")]),
    ("odt", &[include_bytes!("../fixtures/talks.odt")]),
    ("epub", &[include_bytes!("../fixtures/talks.epub")]),
    (
        "pdf",
        &[
            include_bytes!("../fixtures/talks-open.pdf"),
            include_bytes!("../fixtures/talks-print.pdf"),
            include_bytes!("../fixtures/talks-ru.pdf"),
            include_bytes!("../fixtures/page.pdf"),
            include_bytes!("../fixtures/owner.pdf"),
        ],
    ),
];

pub fn case(seed: u64) -> Case {
    let mut dice = Dice::new(seed);
    let (ending, files) = FILES[(seed % FILES.len() as u64) as usize];
    let file = *dice.pick(files);
    let other = *dice.pick(files);
    let is_packed = matches!(ending, "docx" | "odt" | "epub");
    let bytes = match ending {
        _ if is_packed && !dice.one_in(6) => damaged_archive(&mut dice, file),
        "pdf" if dice.one_in(2) => damaged_streams(&mut dice, file),
        _ if is_packed || ending == "pdf" || dice.one_in(3) => damage(&mut dice, file, other),
        _ => damage_words(&mut dice, file, other),
    };
    Case { ending, bytes }
}

/// The archive with some of its parts damaged, gone, twice there, or under another's name.
fn damaged_archive(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return damage(dice, bytes, bytes) };
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..archive.len() {
        let Ok(mut part) = archive.by_index(index) else { continue };
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        if part.read_to_end(&mut content).is_ok() {
            parts.push((name, content));
        }
    }
    let read = |name: &str| name.ends_with("ml") || name.ends_with(".opf") || name.ends_with(".rels");
    let texts: Vec<usize> = (0..parts.len()).filter(|index| read(&parts[*index].0)).collect();
    for _ in 0..=dice.below(3) {
        let (at, from) = (*dice.pick(&texts), *dice.pick(&texts));
        let other = parts[from].1.clone();
        parts[at].1 = match dice.below(10) {
            0 => other,
            1 => Vec::new(),
            2 | 3 => damage(dice, &parts[at].1, &other),
            _ => damage_words(dice, &parts[at].1, &other),
        };
    }
    if dice.one_in(10) {
        parts.remove(*dice.pick(&texts));
    }
    packed(dice, &parts)
}

fn packed(dice: &mut Dice, parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = if dice.one_in(2) { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        // A name that is there already is refused; one is enough then.
        if archive.start_file(name.as_str(), SimpleFileOptions::default().compression_method(method)).is_ok() {
            archive.write_all(content).unwrap();
        }
    }
    archive.finish().unwrap().into_inner()
}

/// A PDF with some of its streams unpacked, damaged and packed again, at the same place where that is possible.
fn damaged_streams(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(3) {
        let starts: Vec<usize> = memchr::memmem::find_iter(&bytes, b"stream\n").map(|at| at + 7).collect();
        if starts.is_empty() {
            break;
        }
        let start = *dice.pick(&starts);
        let Some(length) = memchr::memmem::find(&bytes[start..], b"endstream") else { continue };
        let old = bytes[start..start + length].to_vec();
        let mut content = Vec::new();
        let is_packed = ZlibDecoder::new(&old[..]).read_to_end(&mut content).is_ok();
        let content = if is_packed { content } else { old };
        let changed =
            if dice.one_in(2) { damage(dice, &content, &content) } else { damage_words(dice, &content, &content) };
        let mut new = if is_packed { packed_stream(&changed) } else { changed };
        if new.len() < length {
            new.resize(length, if is_packed { 0 } else { b' ' });
        }
        bytes.splice(start..start + length, new);
    }
    bytes
}

fn packed_stream(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}
