//! What was read before need not be read again: articles and passages of each opened folder, in the user's cache folder.
//!
//! A file is unchanged if its length and time are those of its last reading; where the time proves nothing, or has
//! changed, its content decides. Articles are kept as first read, without the reader's corrections, and are good for
//! this very program; passages for one topic tree. The cache may be deleted at any time; whatever is wrong with it, the
//! files themselves are read. One window writes at a time, others only read. Left out: files that could not be read.

mod bound;
mod data;
mod index;
#[cfg(test)]
mod tests;
mod writer;

use super::packed::{Bytes, pack_article, pack_passages, unpack_article, unpack_passages};
use super::{Found, Topics};
use crate::model::{Article, Passage};
use data::{Appender, read_record};
use index::{Entry, Index, Place, Stamp};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use writer::Writer;
use xxhash_rust::xxh3::{Xxh3, xxh3_64, xxh3_128};

/// Names another folder for the cache; tests use it. Empty: nothing is cached.
pub const CACHE_DIR_VARIABLE: &str = "READOUT_CACHE_DIR";

/// The largest cache (bytes): five archives of 40,000 articles.
const MAX_BYTES: u64 = 2 << 30;

/// A file that was changed so shortly before it was read could be changed again without its time telling: this is the
/// coarsest clock of a file system in use (FAT).
const COARSEST_CLOCK: Duration = Duration::from_secs(2);

/// Locked while a window writes; its time is that of the last opening.
const LOCK: &str = "lock";
const INDEX: &str = "index";

/// The folder of the cache; `None` if the system names none, or nothing is to be cached.
pub fn cache_folder() -> Option<PathBuf> {
    match std::env::var_os(CACHE_DIR_VARIABLE) {
        Some(folder) => (!folder.is_empty()).then(|| PathBuf::from(folder)),
        None => Some(directories::ProjectDirs::from("", "", "readout")?.cache_dir().to_owned()),
    }
}

/// The cache of one collection folder, for one opening. Many threads may use it at once.
pub struct Cache {
    root: PathBuf,
    /// Of this collection, below [`Self::root`].
    folder: PathBuf,
    program: u128,
    /// How many rules each topic of the tree has.
    rules: Vec<usize>,
    /// As it was found.
    index: Index,
    data: Option<File>,
    opened: SystemTime,
    /// `None` if nothing is kept: there is no cache folder, or another window is writing there.
    writer: Option<Mutex<Writer>>,
}

/// An article out of the cache.
#[derive(Debug, PartialEq)]
pub struct Cached {
    pub article: Article,
    /// `None` if they were found under another topic tree.
    pub passages: Option<Vec<Passage>>,
    /// What else was kept with the article.
    pub extra: Vec<u8>,
    pub ticket: Ticket,
}

/// What [`Cache::keep`] must know of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    key: ContentKey,
    /// Where the article is kept already.
    article: Option<Place>,
}

/// Tells a file by its path and content: dates in names of folders become dates of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentKey(u128);

impl ContentKey {
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        let mut hash = Xxh3::new();
        hash.update(path.as_bytes());
        hash.update(&[0]);
        hash.update(bytes);
        Self(hash.digest128())
    }
}

impl Ticket {
    /// For an article that was read from its file.
    pub fn new(key: ContentKey) -> Self {
        Self { key, article: None }
    }
}

impl Cache {
    /// The cache of the collection in `folder`, below `root`. Never fails: what cannot be used counts as empty.
    pub fn open(root: &Path, folder: &Path, topics: &Topics) -> Self {
        let path = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let name = format!("{:032x}", xxh3_128(path.as_os_str().as_encoded_bytes()));
        let mut cache = Self::off(topics);
        (cache.root, cache.folder) = (root.to_owned(), root.join(name));
        cache.load();
        cache
    }

    /// A cache that holds nothing and keeps nothing.
    pub fn off(topics: &Topics) -> Self {
        Self {
            root: PathBuf::new(),
            folder: PathBuf::new(),
            program: program_key(),
            rules: topics.tree.iter().map(|(_, topic)| topic.rules.len()).collect(),
            index: Index { tree: tree_key(topics), ..Index::default() },
            data: None,
            opened: SystemTime::now(),
            writer: None,
        }
    }

    fn load(&mut self) {
        let lock = make_folder(&self.folder).ok().and_then(|()| open_lock(&self.folder));
        if let Some(mut index) = Index::load(&self.folder.join(INDEX), self.program)
            && let Ok(data) = File::open(self.data_path(index.data))
            && data.metadata().is_ok_and(|metadata| metadata.len() >= index.end)
        {
            if index.tree != self.index.tree {
                index.entries.iter_mut().for_each(|entry| entry.passages = None);
                index.tree = self.index.tree;
            }
            (self.index, self.data) = (index, Some(data));
        } else {
            self.index.data = new_name();
        }
        let Some(lock) = lock else { return };
        // The collection was opened now: it is the last to be removed. If this fails it is removed a little early.
        let _ = lock.set_modified(self.opened);
        self.remove_old_data(self.index.data);
        let appender = Appender::open(&self.data_path(self.index.data), self.index.end);
        self.writer = appender
            .ok()
            .map(|appender| Mutex::new(Writer { appender, entries: BTreeMap::new(), failed: false, _lock: lock }));
    }

    fn data_path(&self, name: u64) -> PathBuf {
        self.folder.join(format!("data-{name:016x}"))
    }

    /// The article of a file that is known to be unchanged, without reading the file.
    pub fn get(&self, found: &Found) -> Option<Cached> {
        let entry = self.entry(found)?;
        let stamp = Stamp { bytes: found.bytes, modified: nanoseconds(found.modified) };
        if stamp.modified.is_none() || entry.stamp != stamp { None } else { self.unpack(entry) }
    }

    /// The article of a file whose content is known to be unchanged.
    pub fn get_content(&self, found: &Found, key: ContentKey) -> Option<Cached> {
        let entry = self.entry(found).filter(|entry| entry.key == key.0)?;
        let cached = self.unpack(entry)?;
        let stamp = self.stamp(found);
        if entry.stamp != stamp
            && let Some(writer) = &self.writer
        {
            let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
            writer.entries.insert(entry.path.clone(), Entry { stamp, ..entry.clone() });
        }
        Some(cached)
    }

    fn entry(&self, found: &Found) -> Option<&Entry> {
        self.index.find(&found.path).map(|at| &self.index.entries[at])
    }

    fn unpack(&self, entry: &Entry) -> Option<Cached> {
        let data = self.data.as_ref()?;
        let record = read_record(data, entry.article)?;
        let mut record = Bytes(&record);
        let length = record.u32()? as usize;
        let extra = record.take(length)?.to_vec();
        let article = unpack_article(record.0).filter(|article| article.path == entry.path)?;
        let passages = entry.passages.and_then(|place| read_record(data, place));
        let passages = passages.and_then(|record| unpack_passages(&record, &article, &self.rules));
        let ticket = Ticket { key: ContentKey(entry.key), article: Some(entry.article) };
        Some(Cached { article, passages, extra, ticket })
    }

    /// What proves from now on that this file is unchanged.
    fn stamp(&self, found: &Found) -> Stamp {
        let settled = found.modified.filter(|modified| {
            // Against the time of opening, as the file may have been read at any time since.
            modified.checked_add(COARSEST_CLOCK).is_some_and(|settled| settled < self.opened)
        });
        Stamp { bytes: found.bytes, modified: nanoseconds(settled) }
    }

    /// Keeps an article as it was first read, with its passages and whatever else is to be kept with it (`extra`; with
    /// an article that came out of the cache that stays as it was).
    pub fn keep(&self, found: &Found, ticket: Ticket, article: &Article, passages: &[Passage], extra: &[u8]) {
        let Some(writer) = &self.writer else { return };
        let mut records = [Vec::new(), Vec::new()];
        if ticket.article.is_none() {
            records[0].extend((extra.len() as u32).to_le_bytes());
            records[0].extend(extra);
            pack_article(article, &mut records[0]);
        }
        pack_passages(passages, &mut records[1]);
        let sums = records.each_ref().map(|record| xxh3_64(record));
        let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
        let size = records.iter().map(|record| record.len() as u64).sum::<u64>();
        if writer.failed || writer.appender.end + size > MAX_BYTES {
            return;
        }
        let article = ticket.article.map_or_else(|| writer.appender.append(&records[0], sums[0]), Ok);
        match article.and_then(|article| Ok((article, writer.appender.append(&records[1], sums[1])?))) {
            Ok((article, passages)) => {
                let (path, key) = (found.path.clone(), ticket.key.0);
                let entry =
                    Entry { path: path.clone(), stamp: self.stamp(found), key, article, passages: Some(passages) };
                writer.entries.insert(path, entry);
            }
            Err(_) => writer.failed = true,
        }
    }
}

/// Makes a folder that only its owner may look into: articles may be confidential.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// The right to write into a collection's cache, until the file is closed; `None` if another window has it.
fn open_lock(folder: &Path) -> Option<File> {
    let file = fs::OpenOptions::new().write(true).create(true).truncate(false).open(folder.join(LOCK)).ok()?;
    file.try_lock().is_ok().then_some(file)
}

/// Tells one build of the program from another: the same version may read files differently while it is being written.
fn program_key() -> u128 {
    let program = std::env::current_exe().and_then(fs::metadata);
    let build = program.map(|program| (program.len(), nanoseconds(program.modified().ok())));
    xxh3_128(format!("{} {:?}", env!("CARGO_PKG_VERSION"), build.ok()).as_bytes())
}

fn tree_key(topics: &Topics) -> u64 {
    let tree = serde_json::to_vec(&topics.file).expect("a topic file is made of texts and lists");
    xxh3_64(&tree)
}

/// A name that no data file of this collection has had.
fn new_name() -> u64 {
    nanoseconds(Some(SystemTime::now())).unwrap_or_default().cast_unsigned()
}

/// Since 1970; `None` before that and after 2262.
fn nanoseconds(time: Option<SystemTime>) -> Option<i64> {
    i64::try_from(time?.duration_since(UNIX_EPOCH).ok()?.as_nanos()).ok()
}
