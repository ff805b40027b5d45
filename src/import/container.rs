//! Zip archives as office files use them: one entry at a time, by name, never more than a fair amount.
//!
//! A few bytes of zip can unfold to terabytes, so every entry, and all of them together, have a limit that is held
//! while inflating: what the archive says of its own sizes is not believed. Left out: zip's own encryption.

use super::ImportError;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Entries of an archive at most: a book with a thousand pictures has a thousand and a few.
const MOST_ENTRIES: usize = 10_000;
/// Bytes of one inflated entry, and of all that are read from one archive: fifty times the longest novel's XML.
const LARGEST_ENTRY: u64 = 64 << 20;
const LARGEST_SUM: u64 = 256 << 20;
/// How many times its packed size an entry may unfold to, once it is larger than [`SMALL`]. XML reaches about 50.
const LARGEST_RATIO: u64 = 200;
const SMALL: u64 = 1 << 20;

/// How the files of old Office and of encrypted new ones begin.
const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// How an entry in an archive's directory begins.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

/// An archive that is being read, and how many bytes it may still unfold to.
pub(super) struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    room: u64,
    size: u64,
}

impl<'a> Container<'a> {
    /// Opens an archive. `kind` is what the file should be ("Word document"), for the error.
    pub fn open(bytes: &'a [u8], kind: &'static str) -> Result<Self, ImportError> {
        if bytes.starts_with(OLE) {
            return Err(old_office(bytes));
        }
        // Counted before the directory is read, as reading it takes memory for every entry.
        if memchr::memmem::find_iter(bytes, DIRECTORY_ENTRY).nth(MOST_ENTRIES).is_some() {
            return Err(ImportError::Bomb);
        }
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Ok(Self { archive, room: LARGEST_SUM, size: bytes.len() as u64 }),
            Err(_) if bytes.starts_with(b"PK") => Err(ImportError::Damaged("the archive is broken off")),
            Err(_) => Err(ImportError::Wrong { kind, why: "it is no zip archive".into() }),
        }
    }

    /// An entry's bytes; `None` if there is no such entry.
    pub fn entry(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let Some(index) = self.archive.index_for_name_raw(name.as_bytes()) else { return Ok(None) };
        let file = match self.archive.by_index(index) {
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(ImportError::Protected),
            Err(_) => return Err(ImportError::Damaged("a part of it is packed in an unknown way")),
        };
        let packed = file.compressed_size().min(self.size);
        let limit = LARGEST_ENTRY.min(self.room).min(packed.saturating_mul(LARGEST_RATIO).max(SMALL));
        let mut content = Vec::new();
        if file.take(limit + 1).read_to_end(&mut content).is_err() {
            return Err(ImportError::Damaged("a part of it cannot be unpacked"));
        }
        if content.len() as u64 > limit {
            return Err(ImportError::Bomb);
        }
        self.room -= content.len() as u64;
        Ok(Some(content))
    }

    /// An entry without which the file is not of its kind.
    pub fn needed(&mut self, name: &str, kind: &'static str) -> Result<Vec<u8>, ImportError> {
        self.entry(name)?.ok_or_else(|| ImportError::Wrong { kind, why: format!("{name} is missing") })
    }
}

/// New Office puts an encrypted document into a file of the old kind, under this name.
fn old_office(bytes: &[u8]) -> ImportError {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
    let encrypted = memchr::memmem::find(bytes, &name).is_some();
    if encrypted { ImportError::Protected } else { ImportError::OldWord }
}

/// An archive with these entries.
#[cfg(test)]
pub(super) fn packed(entries: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(bytes: &[u8], name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        Container::open(bytes, "book")?.entry(name)
    }

    #[test]
    fn an_entry_that_unfolds_beyond_reason_is_not_unfolded() {
        let bomb = packed(&[("a", &"0".repeat(8 << 20)), ("b", "text")]);
        assert!(bomb.len() < 16 << 10);
        assert_eq!(entry(&bomb, "a"), Err(ImportError::Bomb));
        assert_eq!(entry(&bomb, "b"), Ok(Some(b"text".to_vec())));
        assert_eq!(entry(&bomb, "c"), Ok(None));
    }

    #[test]
    fn a_small_entry_may_be_as_even_as_it_likes() {
        let even = "0".repeat(SMALL as usize);
        assert_eq!(entry(&packed(&[("a", &even)]), "a"), Ok(Some(even.into_bytes())));
    }

    #[test]
    fn all_entries_together_have_a_limit() {
        let mut container = Container::open(Box::leak(packed(&[("a", "twelve bytes")]).into()), "book").unwrap();
        container.room = 20;
        assert!(container.entry("a").is_ok());
        assert_eq!(container.entry("a"), Err(ImportError::Bomb));
    }

    #[test]
    fn an_archive_of_too_many_entries_is_refused_before_it_is_read() {
        let directory = DIRECTORY_ENTRY.repeat(MOST_ENTRIES + 1);
        assert_eq!(entry(&directory, "a"), Err(ImportError::Bomb));
    }

    #[test]
    fn what_is_no_archive_is_named() {
        let encrypted: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
        assert_eq!(entry(&[OLE, encrypted.as_slice()].concat(), "a"), Err(ImportError::Protected));
        assert_eq!(entry(&[OLE, b"Word"].concat(), "a"), Err(ImportError::OldWord));
        assert_eq!(entry(b"Hello", "a").unwrap_err().to_string(), "is no book: it is no zip archive");
        let whole = packed(&[("a", "text")]);
        assert!(matches!(entry(&whole[..whole.len() / 2], "a"), Err(ImportError::Damaged(_))));
    }
}
