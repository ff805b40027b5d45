//! The single steps in which a file is changed. All that must outlive a crash goes through these.
//!
//! They are the standard library's own. Tests let a step fail, and keep a list of the steps that were taken, from
//! which they work out what a power cut would have left.

#[cfg(test)]
use super::faults;
use super::folder_of;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Unit tests work out what a power cut leaves; waiting for the real disk would show nothing and takes them a minute.
const WAITS: bool = !cfg!(test);

/// Opens a file that is not there yet.
pub fn create_new(path: &Path) -> io::Result<File> {
    #[cfg(test)]
    faults::before(faults::Step::Create(path.to_owned()))?;
    OpenOptions::new().append(true).create_new(true).open(path)
}

/// Opens a file to write at its end.
pub fn append_to(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).open(path)
}

/// Writes as many of the bytes as the disk takes at once, and tells how many.
pub fn write_some(file: &mut File, path: &Path, bytes: &[u8]) -> io::Result<usize> {
    #[cfg(not(test))]
    let _ = path;
    #[cfg(test)]
    let bytes = faults::before_write(path, bytes)?;
    match file.write(bytes) {
        Ok(0) if !bytes.is_empty() => Err(ErrorKind::WriteZero.into()),
        Err(error) if error.kind() == ErrorKind::Interrupted => Ok(0),
        result => result,
    }
}

pub fn write_all(file: &mut File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        rest = &rest[write_some(file, path, rest)?..];
    }
    Ok(())
}

/// Waits until the content is on the disk. The name of a new file needs [`sync_folder`] too.
pub fn sync(file: &File, path: &Path) -> io::Result<()> {
    #[cfg(not(test))]
    let _ = path;
    #[cfg(test)]
    faults::before(faults::Step::Sync(path.to_owned()))?;
    if WAITS { file.sync_all() } else { Ok(()) }
}

pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(test)]
    faults::before(faults::Step::Rename(from.to_owned(), to.to_owned()))?;
    fs::rename(from, to)
}

/// Removes a file; one that is not there is no mistake.
pub fn remove(path: &Path) -> io::Result<()> {
    #[cfg(test)]
    faults::before(faults::Step::Remove(path.to_owned()))?;
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Makes the folder and those above it.
pub fn make_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(path)?;
    sync_folder(path)
}

/// Makes the names in the folder of `file` survive a power cut. Only Unix lets a folder be flushed.
pub fn sync_folder(file: &Path) -> io::Result<()> {
    #[cfg(test)]
    faults::before(faults::Step::SyncFolder(folder_of(file).to_owned()))?;
    if WAITS && cfg!(unix) { File::open(folder_of(file))?.sync_all() } else { Ok(()) }
}
