//! Reading and writing one file, with limits and with errors that a reader understands.
//!
//! A file is written to a temporary neighbour, flushed to the disk and renamed into place: at any
//! instant the path holds the old content or the new one, never a part.

#[cfg(test)]
pub(super) mod faults;
mod steps;

pub(super) use steps::{append_to, create_new, make_folder, remove, rename, sync, sync_folder, write_all, write_some};

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// What could not be read or written, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {reason}", path.display())]
pub struct FileError {
    pub path: PathBuf,
    pub reason: String,
}

impl FileError {
    pub fn new(path: &Path, reason: impl Into<String>) -> Self {
        Self { path: path.to_owned(), reason: reason.into() }
    }

    pub(super) fn io(path: &Path, error: &io::Error) -> Self {
        Self::new(path, reason(error))
    }
}

/// Reads a whole regular file of at most `limit` bytes.
///
/// # Errors
/// If it cannot be read, is longer, or is no regular file (a named pipe would never end).
pub fn read_file(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    // Asked before opening: a named pipe is only open when somebody writes into it.
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "not a regular file"));
    }
    // Room for the file and for seeing that it ends there, so that it is read in one piece.
    let room = usize::try_from(metadata.len().min(limit)).map_or(0, |length| length + 1);
    let mut bytes = Vec::with_capacity(room);
    // One byte more than allowed: the file may have grown since its length was asked for.
    File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        let message = format!("larger than {}, the most that is read", size(limit));
        return Err(io::Error::new(ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

/// Puts `bytes` into the file at `path`, all or nothing, and waits until they are on the disk.
/// A link is followed: the file that it names is replaced. Who may read it stays as it was.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let temporary = temporary_name(&target);
    let write = || {
        let mut file = create_new(&temporary)?;
        keep_rights(&target, &file);
        write_all(&mut file, &temporary, bytes)?;
        sync(&file, &temporary)?;
        drop(file);
        rename(&temporary, &target)?;
        sync_folder(&target)
    };
    write().map_err(|error: io::Error| {
        // Once it has been renamed there is nothing to remove.
        let _ = fs::remove_file(&temporary);
        FileError::io(path, &error)
    })
}

/// Writes a file that is not there yet, and waits until it is on the disk.
///
/// # Errors
/// If there is such a file already: it stays as it is. Of one that could not be written nothing is left.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut file = create_new(path).map_err(|error| FileError::io(path, &error))?;
    let mut write = || {
        write_all(&mut file, path, bytes)?;
        sync(&file, path)?;
        sync_folder(path)
    };
    write().map_err(|error: io::Error| {
        let _ = fs::remove_file(path);
        FileError::io(path, &error)
    })
}

/// Takes away the files in `folder` that killed processes have left unfinished and whose names begin with `start`, but
/// for dots. Only for who holds the lock: another window may be writing.
pub(super) fn sweep(folder: &Path, start: &[u8]) {
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = file.file_name();
        let name = name.as_encoded_bytes();
        let dots = name.iter().take_while(|byte| **byte == b'.').count();
        if dots > 0 && name[dots..].starts_with(start) && name.ends_with(UNFINISHED.as_bytes()) {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// How the names of files end that are being written.
const UNFINISHED: &str = ".new";

/// A hidden neighbour that no other window and no other thread writes.
fn temporary_name(path: &Path) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}-{}{UNFINISHED}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed)));
    path.with_file_name(name)
}

/// The new file may be read and written by those who could read and write the old one, as far as the system lets us.
fn keep_rights(old: &Path, new: &File) {
    let Ok(metadata) = fs::metadata(old) else { return };
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let _ = fchown(new, None, Some(metadata.gid()));
        let _ = fchown(new, Some(metadata.uid()), None);
    }
    let _ = new.set_permissions(metadata.permissions());
}

/// The folder that `file` stands in.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// An error of the system in plain words.
pub(super) fn reason(error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "permission denied",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::QuotaExceeded => "the disk quota is used up",
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        ErrorKind::IsADirectory => "this is a folder",
        ErrorKind::AlreadyExists => "there is a file of this name already",
        ErrorKind::NotADirectory => "this is not a folder",
        _ => return error.to_string(),
    };
    words.to_owned()
}

/// "64 MB": bytes as a reader counts them.
pub(super) fn size(bytes: u64) -> String {
    const MB: u64 = 1024 * 1024;
    if bytes >= MB { format!("{} MB", bytes / MB) } else { format!("{} KB", bytes.div_ceil(1024)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_replaces_the_whole_file_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.ron");
        write_file(&path, b"a long first version").unwrap();
        write_file(&path, b"short").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"short");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_failed_write_names_the_path_and_the_reason() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("no-such-folder/talks.ron");
        let error = write_file(&path, b"text").unwrap_err();
        assert_eq!(error.to_string(), format!("{}: there is no such file or folder", path.display()));
    }

    #[test]
    fn a_file_over_the_limit_is_refused_and_one_at_the_limit_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, [b'a'; 10]).unwrap();
        assert_eq!(read_file(&path, 10).unwrap().len(), 10);
        assert!(read_file(&path, 9).is_err());
        assert!(read_file(folder.path(), 9).is_err(), "a folder is no file");
    }

    #[cfg(unix)]
    #[test]
    fn saving_through_a_link_keeps_the_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.ron"), folder.path().join("link.ron"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        write_file(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
    }
}
