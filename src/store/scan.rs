//! Which files of a folder are articles.
//!
//! Walks a folder and its sub-folders in one fixed order and tells the caller of each file, one at a
//! time, so that the first articles can be shown while the rest is still being found. Links are not
//! followed: inside the folder they would show an article twice, and out of it nothing may lead.
//! Hidden files and the program's own `.ron` files are passed over without a word.

use super::disk::{FileError, reason};
use super::path_name::{inner_path, name_order};
use crate::import;
use std::fmt;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use walkdir::{DirEntry, WalkDir};

/// A file that can be read as an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Relative to the collection folder, with `/` between names.
    pub path: String,
    pub full: PathBuf,
    /// Length of the file.
    pub bytes: u64,
    /// `None` where the file system does not tell.
    pub modified: Option<SystemTime>,
}

/// A file that is not among the articles, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Relative to the collection folder where it is inside, else as given.
    pub path: String,
    pub reason: Skip,
}

/// Why a file was skipped. Displayed as the sentence that the reader sees.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skip {
    /// A kind of file that the program does not read; holds the extension, `.pdf`, or nothing.
    Format(String),
    /// Something went wrong with a file that should have been read.
    Failed(String),
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(extension) if extension.is_empty() => f.write_str("a file without an extension"),
            Self::Format(extension) if extension == ".doc" => {
                f.write_str("unsupported format .doc (old Word): save it as .docx, .odt or .rtf")
            }
            Self::Format(extension) => write!(f, "unsupported format {extension}"),
            Self::Failed(reason) => f.write_str(reason),
        }
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

/// One step of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    Found(Found),
    Skipped(Skipped),
}

/// Tells `visit` of every file below `folder`, in the order of [`super::path_order`], until it breaks.
///
/// # Errors
/// If `folder` itself is not a folder that can be read. What cannot be read below it is skipped.
pub fn scan(folder: &Path, visit: &mut dyn FnMut(Entry) -> ControlFlow<()>) -> Result<(), FileError> {
    std::fs::read_dir(folder).map_err(|error| FileError::io(folder, &error))?;
    let order =
        |a: &DirEntry, b: &DirEntry| name_order(&a.file_name().to_string_lossy(), &b.file_name().to_string_lossy());
    let walk = WalkDir::new(folder).min_depth(1).sort_by(order).into_iter();
    for step in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
        let entry = match step {
            Ok(entry) => classify(folder, &entry),
            Err(error) => Some(Entry::Skipped(unreadable(folder, &error))),
        };
        if let Some(entry) = entry
            && visit(entry).is_break()
        {
            break;
        }
    }
    Ok(())
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// `None` for folders and for the program's own files.
fn classify(folder: &Path, entry: &DirEntry) -> Option<Entry> {
    if entry.file_type().is_dir() {
        return None;
    }
    let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
    let Some(path) = inner_path(below) else {
        let path = below.to_string_lossy().into_owned();
        let reason = "the name is not Unicode, or holds a backslash or a drive letter; please rename the file";
        return Some(skipped(path, Skip::Failed(reason.to_owned())));
    };
    let extension = extension(entry.path());
    if extension == ".ron" {
        return None;
    }
    if entry.path_is_symlink() {
        let reason = "a link; only the files of the folder itself are opened".to_owned();
        return Some(skipped(path, Skip::Failed(reason)));
    }
    if !import::is_supported(entry.path()) {
        return Some(skipped(path, Skip::Format(extension)));
    }
    Some(match entry.metadata() {
        Ok(metadata) if metadata.is_file() => {
            let (bytes, modified) = (metadata.len(), metadata.modified().ok());
            Entry::Found(Found { path, full: entry.path().to_owned(), bytes, modified })
        }
        Ok(_) => skipped(path, Skip::Failed("not a regular file".to_owned())),
        Err(error) => Entry::Skipped(unreadable(folder, &error)),
    })
}

fn skipped(path: String, reason: Skip) -> Entry {
    Entry::Skipped(Skipped { path, reason })
}

fn unreadable(folder: &Path, error: &walkdir::Error) -> Skipped {
    let path = error.path().unwrap_or(folder);
    let path = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let words = error.io_error().map_or_else(|| error.to_string(), reason);
    Skipped { path, reason: Skip::Failed(words) }
}

/// `.pdf`, in small letters; empty if there is none.
pub(super) fn extension(path: &Path) -> String {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.map_or_else(String::new, |extension| format!(".{extension}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::path_order;
    use std::fs;

    fn folder_with(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let full = folder.path().join(name);
            fs::create_dir_all(full.parent().unwrap()).unwrap();
            fs::write(full, "text").unwrap();
        }
        folder
    }

    #[test]
    fn files_come_in_the_order_of_their_paths_with_what_is_known_of_them() {
        let folder = folder_with(&["b.txt", "b/2.txt", "b/10.txt", "a/z.txt", "b-1.txt", "1.txt"]);
        let mut paths = Vec::new();
        let visit = &mut |entry| {
            if let Entry::Found(found) = entry {
                assert_eq!((found.bytes, found.full.as_path()), (4, folder.path().join(&found.path).as_path()));
                paths.push(found.path);
            }
            ControlFlow::Continue(())
        };
        scan(folder.path(), visit).unwrap();
        assert_eq!(paths.len(), 6);
        assert!(paths.is_sorted_by(|a, b| path_order(a, b).is_lt()), "{paths:?}");
    }

    #[test]
    fn a_scan_ends_when_it_is_told_to() {
        let folder = folder_with(&["a.txt", "b.txt", "c.txt"]);
        let mut seen = 0;
        let visit = &mut |_| {
            seen += 1;
            if seen == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        scan(folder.path(), visit).unwrap();
        assert_eq!(seen, 2);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = folder_with(&["a.txt"]);
        let mut nothing = |_| ControlFlow::Continue(());
        assert!(scan(&folder.path().join("gone"), &mut nothing).is_err());
        assert!(scan(&folder.path().join("a.txt"), &mut nothing).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_a_session_could_not_hold_is_listed_with_the_reason() {
        use std::os::unix::ffi::OsStrExt;
        let folder = folder_with(&["a\\b.txt"]);
        fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"\xff.txt")), "text").unwrap();
        let mut reasons = Vec::new();
        let visit = &mut |entry| {
            if let Entry::Skipped(skipped) = entry {
                reasons.push(skipped.to_string());
            }
            ControlFlow::Continue(())
        };
        scan(folder.path(), visit).unwrap();
        assert_eq!(reasons.len(), 2);
        assert!(reasons.iter().all(|reason| reason.contains("rename the file")), "{reasons:?}");
    }
}
