//! Who may write a session: the first window that opened it. The second is told who that is.
//!
//! The lock is the system's own on a file beside the session, so it ends with the process however that ends, and a
//! file that a crash has left locks nobody out. Where a file system has no locks everybody may write: then only the
//! check on saving, that nobody else has changed the file, stands between two windows. Who holds the lock stands in a
//! second file, because on Windows a locked file cannot be read.

use super::beside::Beside;
use super::disk::{self, FileError, read_file};
use super::moment::Moment;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Bytes; what is longer was not written by this program.
const MAX_BYTES: u64 = 4096;

/// The right to write a session, until it is dropped.
#[derive(Debug)]
pub struct SessionLock {
    beside: Beside,
    /// `None` where the file system has no locks.
    file: Option<File>,
}

/// What came of asking for the lock.
#[derive(Debug)]
pub enum Taken {
    Held(SessionLock),
    /// Another window has it. `None` if it has not said who it is.
    ByOther(Option<Holder>),
    /// Nothing can be written beside the session, so it cannot be saved there either. Open it to read, or as a copy.
    ReadOnly(FileError),
}

/// The window that may write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The number of the process.
    pub process: u32,
    /// The name of the computer.
    pub host: String,
    /// The name that the reader gave; may be empty.
    pub reader: String,
    pub since: Moment,
}

impl SessionLock {
    /// Asks for the right to write the session at `path`, in the name of `reader`, without waiting. The session need
    /// not be there; its folder is made. What killed processes have left unfinished beside it is taken away.
    pub fn take(path: &Path, reader: &str) -> Taken {
        let beside = Beside::of(path);
        let folder = disk::folder_of(beside.session());
        if let Err(error) = disk::make_folder(folder) {
            return Taken::ReadOnly(FileError::io(folder, &error));
        }
        let file = match lock(&beside.lock()) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Taken::ByOther(read_holder(&beside.who())),
            Err(error) => return Taken::ReadOnly(FileError::io(path, &error)),
        };
        beside.sweep();
        let host = host().unwrap_or_default();
        let holder = Holder { process: std::process::id(), host, reader: reader.to_owned(), since: Moment::now() };
        // Without it the second window is told less; that is no reason not to open.
        let _ = ron::to_string(&holder).map(|text| fs::write(beside.who(), text));
        Taken::Held(Self { beside, file })
    }
}

impl Drop for SessionLock {
    fn drop(&mut self) {
        if self.file.is_none() {
            return;
        }
        let _ = fs::remove_file(self.beside.who());
        // Elsewhere an open file cannot be removed, and cannot be told from a new one of the same name.
        if cfg!(unix) {
            let _ = fs::remove_file(self.beside.lock());
        }
    }
}

/// `None` where the file system has no locks. The error is [`ErrorKind::WouldBlock`] where another window has it.
fn lock(path: &Path) -> io::Result<Option<File>> {
    loop {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        match file.try_lock().map_err(io::Error::from) {
            // Its holder may have removed it between our opening and locking it: then it locks nobody out.
            Ok(()) if is_at(&file, path)? => return Ok(Some(file)),
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::Unsupported => return Ok(None),
            Err(error) => return Err(error),
        }
    }
}

/// Whether this file is the one of this name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let own = file.metadata()?;
    match fs::metadata(path) {
        Ok(named) => Ok((own.dev(), own.ino()) == (named.dev(), named.ino())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}

fn read_holder(path: &Path) -> Option<Holder> {
    let text = String::from_utf8(read_file(path, MAX_BYTES).ok()?).ok()?;
    ron::from_str(&text).ok()
}

#[cfg(unix)]
fn host() -> Option<String> {
    Some(rustix::system::uname().nodename().to_string_lossy().into_owned())
}

#[cfg(not(unix))]
fn host() -> Option<String> {
    std::env::var("COMPUTERNAME").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(path: &Path, reader: &str) -> SessionLock {
        match SessionLock::take(path, reader) {
            Taken::Held(lock) => lock,
            other => panic!("{other:?}"),
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_second_window_is_told_who_has_the_session_and_gets_it_when_the_first_closes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.ron");
        let lock = held(&path, "Anna");
        let Taken::ByOther(Some(holder)) = SessionLock::take(&path, "Boris") else { panic!("two may write") };
        assert_eq!((holder.reader.as_str(), holder.process), ("Anna", std::process::id()));
        assert!(!cfg!(unix) || !holder.host.is_empty());
        drop(lock);
        drop(held(&path, "Boris"));
        assert!(!cfg!(unix) || names(folder.path()).is_empty(), "{:?}", names(folder.path()));
    }

    #[test]
    fn what_a_crash_has_left_locks_nobody_out_and_is_cleared_away() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.ron");
        for name in [".talks.ron.lock", ".talks.ron.who", ".talks.ron.9-0.new", ".talks.ron.journal.9-0.new"] {
            fs::write(folder.path().join(name), "(process: 9").unwrap();
        }
        for name in [".talks.ron.journal", ".other.ron.9-0.new", "talks.ron.new"] {
            fs::write(folder.path().join(name), "not of this").unwrap();
        }
        drop(held(&path, "Anna"));
        let left = [".other.ron.9-0.new", ".talks.ron.journal", "talks.ron.new"];
        assert!(left.iter().all(|name| folder.path().join(name).exists()));
        assert!(!folder.path().join(".talks.ron.9-0.new").exists());
        assert!(!cfg!(unix) || names(folder.path()) == left, "{:?}", names(folder.path()));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_its_session_have_one_lock() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("talks.ron"), folder.path().join("link.ron"));
        fs::write(&path, "").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        let _lock = held(&path, "Anna");
        assert!(matches!(SessionLock::take(&link, "Boris"), Taken::ByOther(Some(_))));
    }

    #[test]
    fn without_a_folder_that_can_be_written_there_is_nothing_to_lock() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(matches!(SessionLock::take(&folder.path().join("file/talks.ron"), ""), Taken::ReadOnly(_)));
        drop(held(&folder.path().join("saves/talks.ron"), ""));
    }
}
