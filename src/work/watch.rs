//! Noticing that the collection folder has changed.
//!
//! By looking at it now and then, not by asking the system for events: that also works on network drives and
//! in folders with more sub-folders than the system would watch, and a look costs little.

use super::collection::Job;
use super::report::{FolderChange, Report};
use crate::store::{self, Found};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant, SystemTime};

/// Between two looks, at least.
const PAUSE: Duration = Duration::from_secs(2);
/// The share of the time that may go into looking: one part in so many.
const SHARE: u32 = 50;
/// A file that was written less than this ago may still be in the writing; it is looked at again.
const STILL_WRITTEN: Duration = Duration::from_millis(700);

/// Looks at `folder` from time to time, and whenever `bell` rings, until the job is cancelled or the bell is gone.
/// `known` are its files as they are in the collection.
pub fn watch(folder: &Path, mut known: Vec<Found>, bell: &Receiver<()>, job: &Job) {
    let mut pause = PAUSE;
    loop {
        let rung = match bell.recv_timeout(pause) {
            Ok(()) => true,
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => return,
        };
        if job.is_cancelled() {
            return;
        }
        let started = Instant::now();
        let listing = store::list_articles(&[folder.to_owned()]);
        if listing.found.is_empty() && !folder.is_dir() {
            continue; // A drive that is away for a moment takes nothing with it.
        }
        pause = PAUSE.max(started.elapsed() * SHARE);
        let (now, unsettled) = settled(listing.found, &known, SystemTime::now());
        if unsettled {
            pause = STILL_WRITTEN;
        }
        let change = FolderChange { skipped: listing.skipped, ..difference(&known, &now) };
        known = now;
        if rung || !change.changed.is_empty() || !change.removed.is_empty() {
            (job.report)(Report::FolderChanged(change));
        }
    }
}

/// The files of now, but those that may still be in the writing as they were known; and whether there are any.
fn settled(now: Vec<Found>, known: &[Found], time: SystemTime) -> (Vec<Found>, bool) {
    let is_fresh = |file: &Found| {
        let age = file.modified.and_then(|modified| time.duration_since(modified).ok());
        age.is_some_and(|age| age < STILL_WRITTEN)
    };
    let mut unsettled = false;
    let mut files = Vec::with_capacity(now.len());
    for file in now {
        let before = known.binary_search_by(|known| store::path_order(&known.path, &file.path)).ok();
        let before = before.map(|index| &known[index]);
        if before != Some(&file) && is_fresh(&file) {
            unsettled = true;
            files.extend(before.cloned());
        } else {
            files.push(file);
        }
    }
    (files, unsettled)
}

/// What is in `new` and not in `old`, and the other way round. Both are sorted by path.
fn difference(old: &[Found], new: &[Found]) -> FolderChange {
    let mut change = FolderChange::default();
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (Some(a), Some(b)) => store::path_order(&a.path, &b.path),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => return change,
        };
        let before = if order.is_le() { old.next() } else { None };
        let after = if order.is_ge() { new.next() } else { None };
        match (before, after) {
            (Some(before), None) => change.removed.push(before.path.clone()),
            (before, Some(after)) if before != Some(after) => change.changed.push(after.clone()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, bytes: u64) -> Found {
        let modified = Some(SystemTime::UNIX_EPOCH + Duration::from_secs(bytes));
        Found { path: path.to_owned(), full: path.into(), bytes, modified }
    }

    #[test]
    fn added_edited_and_removed_files_are_told_apart() {
        let old = [file("a.txt", 1), file("b.txt", 1), file("d.txt", 1)];
        let new = [file("b.txt", 2), file("c.txt", 1), file("d.txt", 1)];
        let change = difference(&old, &new);
        let changed: Vec<&str> = change.changed.iter().map(|file| file.path.as_str()).collect();
        assert_eq!((changed, change.removed), (vec!["b.txt", "c.txt"], vec!["a.txt".to_owned()]));
        assert_eq!(difference(&old, &old), FolderChange::default());
    }

    #[test]
    fn a_file_in_the_writing_is_waited_for() {
        let (known, new) = ([file("a.txt", 1)], vec![file("a.txt", 9), file("b.txt", 9)]);
        let at = |millis| SystemTime::UNIX_EPOCH + Duration::from_secs(9) + Duration::from_millis(millis);
        assert_eq!(settled(new.clone(), &known, at(100)), (known.to_vec(), true));
        assert_eq!(settled(new.clone(), &known, at(5_000)), (new.clone(), false));
        // A clock that is behind must not hide a file for ever.
        assert_eq!(settled(new.clone(), &known, SystemTime::UNIX_EPOCH), (new, false));
    }
}
