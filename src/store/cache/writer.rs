//! How an opening leaves its news for the next one: new records are in the data file already, the index follows.

use super::data::{Appender, read_record};
use super::index::{Entry, Index};
use super::{Cache, INDEX, MAX_BYTES, bound, new_name};
use crate::store::Found;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::sync::PoisonError;

/// What is new in this opening.
pub(super) struct Writer {
    pub appender: Appender,
    pub entries: BTreeMap<String, Entry>,
    /// After a failed write nothing more is kept.
    pub failed: bool,
    /// Held as long as this is there.
    pub _lock: File,
}

impl Cache {
    /// Writes what was kept. `present` are all files of the collection: what is gone is forgotten.
    /// If nothing has changed nothing is written; if it fails the next opening reads the files.
    pub fn finish(mut self, present: &[Found]) {
        let Some(writer) = self.writer.take() else { return };
        let mut writer = writer.into_inner().unwrap_or_else(PoisonError::into_inner);
        let data = self.index.data;
        if self.write(&mut writer, present).is_err() {
            // What was appended is of no use without an index. If not even that works the next opening drops it.
            let _ =
                OpenOptions::new().write(true).open(self.data_path(data)).and_then(|file| file.set_len(self.index.end));
        }
    }

    fn write(&self, writer: &mut Writer, present: &[Found]) -> io::Result<()> {
        if writer.failed {
            return Err(io::ErrorKind::Other.into());
        }
        let paths: FxHashSet<&str> = present.iter().map(|found| found.path.as_str()).collect();
        let is_old = |entry: &&Entry| !writer.entries.contains_key(&entry.path);
        let old = self.index.entries.iter().filter(is_old).chain(writer.entries.values());
        let mut entries: Vec<Entry> = old.filter(|entry| paths.contains(entry.path.as_str())).cloned().collect();
        if writer.entries.is_empty() && entries.len() == self.index.entries.len() {
            return Ok(());
        }
        writer.appender.flush()?;
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        let mut index = Index { end: writer.appender.end, entries, ..self.index };
        let used: u64 = index.entries.iter().map(Entry::size).sum();
        if used * 2 < index.end {
            self.compact(&mut index)?;
        }
        index.save(&self.folder.join(INDEX), self.program)?;
        self.remove_old_data(index.data);
        bound::make_room(&self.root, &self.folder, MAX_BYTES);
        Ok(())
    }

    /// Moves what is in use into a new data file.
    fn compact(&self, index: &mut Index) -> io::Result<()> {
        let old = File::open(self.data_path(index.data))?;
        index.data = new_name();
        let mut new = Appender::open(&self.data_path(index.data), 0)?;
        for entry in &mut index.entries {
            for place in entry.places() {
                let record = read_record(&old, *place).unwrap_or_default(); // A broken one is read anew next time.
                *place = new.append(&record, place.checksum)?;
            }
        }
        index.end = new.end;
        new.flush()
    }

    pub(super) fn remove_old_data(&self, current: u64) {
        let current = self.data_path(current);
        for file in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if file.file_name().as_encoded_bytes().starts_with(b"data-") && file.path() != current {
                let _ = fs::remove_file(file.path()); // If it is open elsewhere the next opening removes it.
            }
        }
    }
}
