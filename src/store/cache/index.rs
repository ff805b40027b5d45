//! The list of what a cached collection holds: each file with its place in the data file.
//!
//! One small file, read whole when a folder is opened and replaced whole at the end. It names the program that wrote
//! it and ends with a checksum; an index of another program, or one that is broken, counts as none at all.

use super::super::disk::read_file;
use super::super::packed::{Bytes, put_list, put_option, put_text, put_u32};
use std::fs;
use std::io;
use std::path::Path;
use xxhash_rust::xxh3::xxh3_128;

/// Goes up with every change of the layout, here or in `packed.rs`.
const FORMAT: u32 = 1;

/// An index of a million files has a tenth of it.
const MAX_BYTES: u64 = 1 << 30;

/// Bytes of the checksum at the end.
const CHECKSUM: usize = 16;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    /// The topic tree that the passages belong to.
    pub tree: u64,
    /// Names the data file.
    pub data: u64,
    /// Bytes of the data file that are in use; what lies behind them was never finished.
    pub end: u64,
    /// Sorted by path, no path twice.
    pub entries: Vec<Entry>,
}

/// One file of the collection.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub path: String,
    pub stamp: Stamp,
    /// Of path and content.
    pub key: u128,
    pub article: Place,
    pub passages: Option<Place>,
}

/// What tells without reading it that a file is unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub bytes: u64,
    /// Nanoseconds since 1970; `None` where the stamp does not prove anything.
    pub modified: Option<i64>,
}

/// A record in the data file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub start: u64,
    pub len: u32,
    pub checksum: u64,
}

impl Index {
    /// The index at `path`, if it is whole and `program` wrote it.
    pub fn load(path: &Path, program: u128) -> Option<Self> {
        let bytes = read_file(path, MAX_BYTES).ok()?;
        let (body, checksum) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM)?)?;
        if xxh3_128(body).to_le_bytes() != checksum {
            return None;
        }
        let mut body = Bytes(body);
        if (body.u32()?, body.u128()?) != (FORMAT, program) {
            return None;
        }
        let (tree, data, end) = (body.u64()?, body.u64()?, body.u64()?);
        let entries = body.list(Entry::unpack)?;
        let sorted = entries.is_sorted_by(|a, b| a.path < b.path);
        (sorted && body.0.is_empty()).then_some(Self { tree, data, end, entries })
    }

    /// Replaces the index at `path`. Not flushed to the disk: after a power cut the checksum tells.
    pub fn save(&self, path: &Path, program: u128) -> io::Result<()> {
        let mut out = Vec::new();
        put_u32(&mut out, FORMAT);
        out.extend(program.to_le_bytes());
        for number in [self.tree, self.data, self.end] {
            out.extend(number.to_le_bytes());
        }
        put_list(&mut out, &self.entries, |out, entry| entry.pack(out));
        out.extend(xxh3_128(&out).to_le_bytes());
        let temporary = path.with_extension("new");
        fs::write(&temporary, &out)?;
        fs::rename(&temporary, path)
    }

    pub fn find(&self, path: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| entry.path.as_str().cmp(path)).ok()
    }
}

impl Entry {
    /// The records of this file.
    pub fn places(&mut self) -> impl Iterator<Item = &mut Place> {
        std::iter::once(&mut self.article).chain(&mut self.passages)
    }

    /// Bytes of its records.
    pub fn size(&self) -> u64 {
        u64::from(self.article.len) + self.passages.map_or(0, |place| u64::from(place.len))
    }

    fn pack(&self, out: &mut Vec<u8>) {
        put_text(out, &self.path);
        out.extend(self.stamp.bytes.to_le_bytes());
        put_option(out, self.stamp.modified, |out, modified| out.extend(modified.to_le_bytes()));
        out.extend(self.key.to_le_bytes());
        self.article.pack(out);
        put_option(out, self.passages, |out, place| place.pack(out));
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Option<Self> {
        Some(Self {
            path: bytes.text()?,
            stamp: Stamp { bytes: bytes.u64()?, modified: bytes.option(Bytes::u64)?.map(u64::cast_signed) },
            key: bytes.u128()?,
            article: Place::unpack(bytes)?,
            passages: bytes.option(Place::unpack)?,
        })
    }
}

impl Place {
    fn pack(self, out: &mut Vec<u8>) {
        out.extend(self.start.to_le_bytes());
        put_u32(out, self.len);
        out.extend(self.checksum.to_le_bytes());
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Option<Self> {
        Some(Self { start: bytes.u64()?, len: bytes.u32()?, checksum: bytes.u64()? })
    }
}
