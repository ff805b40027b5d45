//! The collection of a session: its folder in the file's words and on this machine.
//!
//! Written relative to the session file where both stand below one folder, so that the two can be moved
//! or sent together. When read, the folder is found but not opened.

use crate::model::Source;
use crate::store::path_name::normal;
use serde::{Deserialize, Serialize};
use std::path::{Component, Path, PathBuf};

/// The collection as the file names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::store) enum CollectionEntry {
    Sample,
    /// With `/` between names; relative to the folder of the session file, or absolute.
    Folder(String),
}

/// What the program knows of a session's collection before it opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderState {
    /// The sample: nothing to open.
    Sample,
    /// The folder is there. `real` is its place with all links followed: the one to name to the reader and to
    /// ask [`crate::store::Settings::is_trusted`] about before anything in it is read.
    Here { real: PathBuf },
    /// There is no such folder: the app asks where it is now.
    Gone,
    /// On another computer. Not even looked for, since looking opens a connection: ask first, always.
    Remote,
}

impl CollectionEntry {
    /// Names `source` for a session at `session`.
    ///
    /// # Errors
    /// If the folder's name is not Unicode and so cannot stand in the file.
    pub(in crate::store) fn describe(source: &Source, session: &Path) -> Result<Self, String> {
        let Source::Folder(folder) = source else { return Ok(Self::Sample) };
        let base = session_folder(session);
        let path = relative(&normal(folder), &base).unwrap_or_else(|| folder.clone());
        let text = path.to_str().ok_or("the name of the collection folder is not Unicode, a session cannot hold it")?;
        Ok(Self::Folder(if cfg!(windows) { text.replace('\\', "/") } else { text.to_owned() }))
    }

    /// The folder on this machine, for a session at `session`.
    pub(in crate::store) fn resolve(&self, session: &Path) -> (Source, FolderState) {
        let Self::Folder(text) = self else { return (Source::Sample, FolderState::Sample) };
        if text.starts_with("//") || text.starts_with("\\\\") {
            return (Source::Folder(PathBuf::from(text)), FolderState::Remote);
        }
        let folder = normal(&session_folder(session).join(text));
        let real = folder.canonicalize().ok().filter(|real| real.is_dir());
        let state = real.map_or(FolderState::Gone, |real| FolderState::Here { real });
        (Source::Folder(folder), state)
    }
}

/// The folder that holds the session file, absolute.
fn session_folder(session: &Path) -> PathBuf {
    let absolute = std::path::absolute(session).unwrap_or_else(|_| session.to_owned());
    normal(absolute.parent().unwrap_or(Path::new("")))
}

/// The way from `base` to `folder`; `None` if they share nothing but the root.
fn relative(folder: &Path, base: &Path) -> Option<PathBuf> {
    let shared = folder.components().zip(base.components()).take_while(|(a, b)| a == b);
    let shared: Vec<Component> = shared.map(|(component, _)| component).collect();
    if !shared.iter().any(|component| matches!(component, Component::Normal(_))) {
        return None;
    }
    let up = base.components().skip(shared.len()).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(folder.components().skip(shared.len())).collect();
    Some(if way.as_os_str().is_empty() { PathBuf::from(".") } else { way })
}
