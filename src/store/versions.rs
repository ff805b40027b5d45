//! The last contents of a session, kept beside it: what it can go back to.
//!
//! Each saved content is one compressed file in a hidden folder, named by a running number, the time and the content,
//! so that a clock that was set back mixes nothing up and no content is kept twice. Its gzip comment holds what a list
//! shows of it. Keeping is done after saving and may fail without harm.

use super::beside::Beside;
use super::digest::Digest;
use super::disk::{self, FileError, read_file, write_file};
use super::moment::Moment;
use super::session_file::{self, Loaded, MAX_BYTES, SessionError};
use crate::model::Marks;
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// As many as fit on a screen, and enough to go back over an afternoon's mistakes.
const KEPT: usize = 10;

/// The fastest that still makes a session five times smaller.
const COMPRESSION: Compression = Compression::new(1);

const ENDING: &str = ".ron.gz";

/// One kept content of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    path: PathBuf,
    /// Counts up with every version, whatever the clock says.
    pub number: u64,
    /// When it was saved, by the clock of the machine that saved it.
    pub time: Moment,
    /// Of the session file.
    pub content: Digest,
    /// `None` where it could not be read.
    pub summary: Option<Summary>,
}

/// What a list shows of a version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Length of the session file.
    pub bytes: u64,
    /// `None` for a file that is not a sound session.
    pub counts: Option<Counts>,
}

/// How many marks a session has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub passages: usize,
    pub decisions: usize,
    pub notes: usize,
    pub stars: usize,
    pub bookmarks: usize,
    /// Corrected articles.
    pub corrections: usize,
}

impl Counts {
    pub fn of(marks: &Marks) -> Self {
        Self {
            passages: marks.passages.len(),
            decisions: marks.decisions.len(),
            notes: marks.notes.len(),
            stars: marks.stars.len(),
            bookmarks: marks.bookmarks.len(),
            corrections: marks.corrections.len(),
        }
    }
}

/// The kept versions of the session at `session`, the latest first.
pub fn list(session: &Path) -> Vec<Version> {
    let folder = Beside::of(session).versions();
    let mut versions = named(&folder);
    versions.iter_mut().for_each(|version| version.summary = summary(&version.path));
    versions
}

/// Reads a version as if it stood where the session at `session` is.
///
/// # Errors
/// Those of [`session_file::load`]; they name the version's own file.
pub fn load(version: &Version, session: &Path) -> Result<Loaded, SessionError> {
    let bytes = unpack(&version.path).map_err(|error| FileError::io(&version.path, &error))?;
    if Digest::of(&bytes) != version.content {
        return Err(FileError::new(&version.path, "this version is damaged").into());
    }
    session_file::read(session, bytes)
}

/// The latest version that can be read: what to offer when the session itself cannot be.
pub fn last_good(session: &Path) -> Option<(Version, Loaded)> {
    list(session).into_iter().find_map(|version| load(&version, session).ok().map(|loaded| (version, loaded)))
}

/// Keeps `bytes`, what the session at `session` holds now, and lets the oldest versions go. What is among the versions
/// already becomes the latest of them.
pub(super) fn keep(session: &Path, bytes: &[u8], counts: Option<Counts>) -> Result<(), FileError> {
    let folder = Beside::of(session).versions();
    disk::make_folder(&folder).map_err(|error| FileError::io(&folder, &error))?;
    let versions = named(&folder);
    let content = Digest::of(bytes);
    let number = versions.first().map_or(1, |version| version.number + 1);
    let path = folder.join(format!("{number:06}_{}_{content}{ENDING}", Moment::now().in_file_name()));
    match versions.iter().find(|version| version.content == content) {
        Some(latest) if latest.number + 1 == number => return Ok(()),
        Some(known) => disk::rename(&known.path, &path).map_err(|error| FileError::io(&known.path, &error))?,
        None => {
            let packed = pack(bytes, Summary { bytes: bytes.len() as u64, counts });
            write_file(&path, &packed.map_err(|error| FileError::io(&path, &error))?)?;
        }
    }
    tidy(&folder);
    Ok(())
}

/// Whether this content is kept.
pub(super) fn has(session: &Path, content: Digest) -> bool {
    named(&Beside::of(session).versions()).iter().any(|version| version.content == content)
}

/// Removes the versions that are too many, and what a killed process has left unfinished.
fn tidy(folder: &Path) {
    disk::sweep(folder, b"");
    for old in named(folder).iter().skip(KEPT) {
        let _ = disk::remove(&old.path);
    }
}

/// The versions by their names, the latest first.
fn named(folder: &Path) -> Vec<Version> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut versions: Vec<Version> = files.filter_map(|file| parse_name(&file.path())).collect();
    versions.sort_by(|a, b| b.number.cmp(&a.number).then_with(|| a.path.cmp(&b.path)));
    versions
}

fn parse_name(path: &Path) -> Option<Version> {
    let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?;
    let mut parts = name.splitn(3, '_');
    let number = parts.next()?.parse().ok()?;
    let time = Moment::parse(parts.next()?)?;
    let content = Digest::parse(parts.next()?)?;
    Some(Version { path: path.to_owned(), number, time, content, summary: None })
}

fn pack(bytes: &[u8], summary: Summary) -> io::Result<Vec<u8>> {
    let comment = ron::to_string(&summary).map_err(io::Error::other)?;
    let mut packed = GzBuilder::new().comment(comment).write(Vec::new(), COMPRESSION);
    packed.write_all(bytes)?;
    packed.finish()
}

fn unpack(path: &Path) -> io::Result<Vec<u8>> {
    let packed = read_file(path, MAX_BYTES)?;
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_slice()).take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads no more than the beginning of the file.
fn summary(path: &Path) -> Option<Summary> {
    let decoder = GzDecoder::new(File::open(path).ok()?.take(4096));
    let comment = decoder.header()?.comment()?;
    ron::from_str(std::str::from_utf8(comment).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Session;

    fn session(folder: &Path) -> PathBuf {
        folder.join("talks.ron")
    }

    #[test]
    fn the_last_ten_are_kept_in_order_although_the_clock_was_set_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = session(folder.path());
        keep(&path, b"0", None).unwrap();
        let first = &list(&path)[0];
        let future = first.path.with_file_name(format!("000001_2199-01-01T00-00-00Z_{}{ENDING}", first.content));
        fs::rename(&first.path, &future).unwrap();
        for content in 1..=12 {
            keep(&path, content.to_string().as_bytes(), None).unwrap();
        }
        let numbers: Vec<u64> = list(&path).iter().map(|version| version.number).collect();
        assert_eq!(numbers, (4..=13).rev().collect::<Vec<u64>>());
    }

    #[test]
    fn the_same_content_is_kept_once_and_is_the_latest_when_it_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = session(folder.path());
        for content in ["a", "a", "b", "a", "a"] {
            keep(&path, content.as_bytes(), None).unwrap();
        }
        let contents: Vec<Digest> = list(&path).iter().map(|version| version.content).collect();
        assert_eq!(contents, [Digest::of(b"a"), Digest::of(b"b")]);
    }

    #[test]
    fn a_list_tells_what_is_in_a_version_and_the_last_good_one_is_found_behind_broken_ones() {
        let folder = tempfile::tempdir().unwrap();
        let path = session(folder.path());
        let text = session_file::to_ron(&path, &Session::default(), &[]).unwrap();
        let counts = Counts { notes: 3, ..Counts::default() };
        keep(&path, text.as_bytes(), Some(counts)).unwrap();
        keep(&path, b"no session", None).unwrap();
        keep(&path, format!("{text}\n").as_bytes(), Some(counts)).unwrap();
        let versions = list(&path);
        assert_eq!(versions[2].summary, Some(Summary { bytes: text.len() as u64, counts: Some(counts) }));
        let packed = fs::read(&versions[0].path).unwrap();
        fs::write(&versions[0].path, &packed[..packed.len() / 2]).unwrap();
        assert!(load(&versions[0], &path).is_err());
        let (version, loaded) = last_good(&path).unwrap();
        assert_eq!((version.number, loaded.session), (1, Session::default()));
    }
}
