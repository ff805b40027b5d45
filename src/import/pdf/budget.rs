//! What a file may cost: bytes unpacked, steps taken, letters drawn. A hostile file ends in an error, not in a hang.
//!
//! Left out: the tables of objects, which the parser unpacks by itself (the process that reads files has a limit).

use crate::import::ImportError;
use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use std::borrow::Cow;
use std::io::{self, Read};

/// Bytes that all streams of a file unpack to.
const MOST_UNPACKED: u64 = 512 << 20;
/// Drawing operators of a file; a page of dense text takes some thousands, a map a million.
const MOST_STEPS: usize = 20_000_000;
/// Forms drawn by a file: letterheads and symbols of maps are.
const MOST_FORMS: usize = 100_000;
/// Letters of a page (newsprint has 30,000), and of a file: ten times the longest book.
const MOST_LETTERS_OF_PAGE: usize = 500_000;
const MOST_LETTERS: usize = 30_000_000;
/// A packed byte unpacks to this many at most: deflate, and LZW (whose table has 4,096 entries).
const FLATE_RATIO: u64 = 1_032;
const LZW_RATIO: u64 = 1_366;

#[derive(Default)]
pub(super) struct Budget {
    unpacked: u64,
    steps: usize,
    forms: usize,
    letters: usize,
    /// Letters drawn before this page.
    before: usize,
}

impl Budget {
    /// The stream unpacked; empty if it is damaged.
    pub fn unpack<'a>(&mut self, stream: &Stream<'a>) -> Result<Cow<'a, [u8]>, ImportError> {
        self.admit(stream)?;
        Ok(stream.decoded_data().unwrap_or_default())
    }

    /// Counts a stream that is going to be unpacked.
    pub fn admit(&mut self, stream: &Stream<'_>) -> Result<(), ImportError> {
        let raw = stream.raw_data();
        let mut most = raw.len() as u64;
        for (index, filter) in stream.filters().iter().enumerate() {
            most = match filter {
                Filter::FlateDecode if index == 0 && self.unpacked + most * FLATE_RATIO > MOST_UNPACKED => {
                    inflated(&raw, MOST_UNPACKED - self.unpacked)
                }
                Filter::FlateDecode => most.saturating_mul(FLATE_RATIO),
                Filter::LzwDecode => most.saturating_mul(LZW_RATIO),
                Filter::RunLengthDecode => most.saturating_mul(64),
                _ => most,
            };
        }
        if self.unpacked + most > MOST_UNPACKED {
            return Err(ImportError::Bomb);
        }
        self.unpacked += if raw.len() as u64 * FLATE_RATIO > MOST_UNPACKED { most } else { raw.len() as u64 * 4 };
        Ok(())
    }

    pub fn step(&mut self) -> Result<(), ImportError> {
        self.steps += 1;
        if self.steps > MOST_STEPS { Err(ImportError::Bomb) } else { Ok(()) }
    }

    pub fn form(&mut self) -> Result<(), ImportError> {
        self.forms += 1;
        if self.forms > MOST_FORMS { Err(ImportError::Bomb) } else { Ok(()) }
    }

    pub fn page(&mut self) {
        self.before = self.letters;
    }

    pub fn letter(&mut self) -> Result<(), ImportError> {
        self.letters += 1;
        let too_many = self.letters > MOST_LETTERS || self.letters - self.before > MOST_LETTERS_OF_PAGE;
        if too_many { Err(ImportError::Bomb) } else { Ok(()) }
    }
}

/// Bytes that the data unpacks to, counted no further than just above `limit`.
fn inflated(data: &[u8], limit: u64) -> u64 {
    let count = |mut reader: io::Take<&mut dyn Read>| {
        let mut buffer = vec![0; 1 << 16];
        let mut total = 0;
        while let Ok(read @ 1..) = reader.read(&mut buffer) {
            total += read as u64;
        }
        total
    };
    let zlib = count((&mut ZlibDecoder::new(data) as &mut dyn Read).take(limit + 1));
    zlib.max(count((&mut DeflateDecoder::new(data) as &mut dyn Read).take(limit + 1)))
}
