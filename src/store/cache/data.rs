//! The data file of a cached collection: records one after the other, each with its checksum in the index.
//!
//! It only grows while a folder is read, so that another window may read it at the same time; when more than half of
//! it is of no use any more, a new one takes its place.

use super::index::Place;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// Gathered before they are written (bytes), as records are small.
const BUFFER: usize = 1 << 20;

/// The record at `place`; `None` if it is not what was written there.
pub(super) fn read_record(file: &File, place: Place) -> Option<Vec<u8>> {
    // Tried first: a length that lies must not take memory.
    let mut last = [0];
    read_at(file, &mut last, place.start.checked_add(u64::from(place.len).checked_sub(1)?)?).ok()?;
    let mut record = vec![0; place.len as usize];
    read_at(file, &mut record, place.start).ok()?;
    (xxh3_64(&record) == place.checksum).then_some(record)
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], start: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, start)
}

#[cfg(windows)]
fn read_at(file: &File, mut buffer: &mut [u8], mut start: u64) -> io::Result<()> {
    while !buffer.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, buffer, start)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => {
                buffer = &mut buffer[count..];
                start += count as u64;
            }
        }
    }
    Ok(())
}

/// Appends records.
pub(super) struct Appender {
    file: BufWriter<File>,
    /// Where the next record goes.
    pub end: u64,
}

impl Appender {
    /// Goes on after the first `end` bytes of the file at `path`; what lies behind them is dropped.
    pub fn open(path: &Path, end: u64) -> io::Result<Self> {
        use std::io::{Seek, SeekFrom};
        let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        file.set_len(end)?;
        file.seek(SeekFrom::Start(end))?;
        Ok(Self { file: BufWriter::with_capacity(BUFFER, file), end })
    }

    pub fn append(&mut self, record: &[u8], checksum: u64) -> io::Result<Place> {
        let len = u32::try_from(record.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
        self.file.write_all(record)?;
        let place = Place { start: self.end, len, checksum };
        self.end += u64::from(len);
        Ok(place)
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
