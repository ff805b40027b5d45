//! Keeps the cache small: the collections that were not opened for the longest time go first.

use super::{LOCK, open_lock};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A cached collection that may be removed.
struct Cached {
    folder: PathBuf,
    used: SystemTime,
    bytes: u64,
}

/// Removes collections below `root`, all but `own`, until they have at most `limit` bytes together. One that a window
/// is reading at this moment stays.
pub(super) fn make_room(root: &Path, own: &Path, limit: u64) {
    let Ok(folders) = fs::read_dir(root) else { return };
    let mut cached: Vec<Cached> =
        folders.flatten().map(|entry| entry.path()).filter(|path| is_ours(path)).map(look).collect();
    cached.sort_by(|a, b| (a.used, &a.folder).cmp(&(b.used, &b.folder)));
    let mut bytes: u64 = cached.iter().map(|cached| cached.bytes).sum();
    for old in cached.iter().filter(|cached| cached.folder != own) {
        if bytes <= limit {
            break;
        }
        let Some(lock) = open_lock(&old.folder) else { continue };
        drop(lock);
        if fs::remove_dir_all(&old.folder).is_ok() {
            bytes -= old.bytes;
        }
    }
}

/// Whether a folder has a name as the cache gives it: nothing else is ever removed.
fn is_ours(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit()) && folder.join(LOCK).is_file()
}

fn look(folder: PathBuf) -> Cached {
    let used = fs::metadata(folder.join(LOCK)).and_then(|lock| lock.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let files = fs::read_dir(&folder).into_iter().flatten().flatten();
    let bytes = files.filter_map(|file| Some(file.metadata().ok()?.len())).sum();
    Cached { folder, used, bytes }
}
