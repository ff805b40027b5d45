//! Disks that fail, for tests: full ones, ones that refuse a step, and what is left after a power cut.
//!
//! Each thread has its own disk. While it is watched, every step is put down; from the list it is worked out which
//! states a power cut may leave: what was not synced is there, is not there, or is there in part.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

#[derive(Clone, Debug)]
pub enum Step {
    Create(PathBuf),
    Write(PathBuf, Vec<u8>),
    Sync(PathBuf),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    SyncFolder(PathBuf),
    /// No step, but a place in the list: what the test was told until then.
    Told(usize),
}

#[derive(Default)]
struct Disk {
    steps: Vec<Step>,
    watched: bool,
    /// Bytes that the disk still takes.
    room: Option<usize>,
    /// Steps until one fails, and with what.
    fails: Option<(usize, ErrorKind)>,
}

thread_local! {
    static DISK: RefCell<Disk> = RefCell::default();
}

/// Puts down every step from now on.
pub fn watch() {
    DISK.with_borrow_mut(|disk| *disk = Disk { watched: true, ..Disk::default() });
}

/// Ends all faults, and gives the steps since [`watch`].
pub fn end() -> Vec<Step> {
    DISK.with_borrow_mut(std::mem::take).steps
}

/// Puts a mark of the test's own in the list.
pub fn told(what: usize) {
    DISK.with_borrow_mut(|disk| disk.steps.push(Step::Told(what)));
}

/// Lets the disk be full after so many bytes more.
pub fn room(bytes: usize) {
    DISK.with_borrow_mut(|disk| disk.room = Some(bytes));
}

/// Lets the step after so many others fail, once.
pub fn fail_after(steps: usize, error: ErrorKind) {
    DISK.with_borrow_mut(|disk| disk.fails = Some((steps, error)));
}

pub fn before(step: Step) -> io::Result<()> {
    DISK.with_borrow_mut(|disk| {
        disk.count_down()?;
        let fails_itself = matches!(&step, Step::Create(path) if path.exists());
        if disk.watched && !fails_itself {
            disk.steps.push(step);
        }
        Ok(())
    })
}

/// The bytes that are written at once.
pub fn before_write<'a>(path: &Path, bytes: &'a [u8]) -> io::Result<&'a [u8]> {
    DISK.with_borrow_mut(|disk| {
        disk.count_down()?;
        let bytes = match &mut disk.room {
            Some(0) => return Err(ErrorKind::StorageFull.into()),
            Some(room) => {
                let bytes = &bytes[..bytes.len().min(*room)];
                *room -= bytes.len();
                bytes
            }
            None => bytes,
        };
        if disk.watched {
            disk.steps.push(Step::Write(path.to_owned(), bytes.to_vec()));
        }
        Ok(bytes)
    })
}

impl Disk {
    fn count_down(&mut self) -> io::Result<()> {
        match &mut self.fails {
            Some((0, error)) => {
                let error = *error;
                self.fails = None;
                Err(error.into())
            }
            Some((steps, _)) => {
                *steps -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }
}

/// What is on the disk after some steps, and what may not be.
#[derive(Default)]
pub struct Left {
    files: Vec<File>,
    /// For each name the files that it has stood for since its folder was synced, the last one now.
    names: BTreeMap<PathBuf, Vec<Option<usize>>>,
}

struct File {
    content: Vec<u8>,
    synced: usize,
}

impl Left {
    /// After these steps, on a disk that was empty.
    pub fn after(steps: &[Step]) -> Self {
        let mut left = Self::default();
        steps.iter().for_each(|step| left.take(step));
        left
    }

    fn now(&self, path: &Path) -> Option<usize> {
        *self.names.get(path)?.last()?
    }

    fn name(&mut self, path: &Path, file: Option<usize>) {
        self.names.entry(path.to_owned()).or_insert_with(|| vec![None]).push(file);
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Create(path) => {
                self.files.push(File { content: Vec::new(), synced: 0 });
                self.name(path, Some(self.files.len() - 1));
            }
            Step::Write(path, bytes) => {
                let file = self.now(path).expect("a file is created before it is written");
                self.files[file].content.extend(bytes);
            }
            Step::Sync(path) => {
                // A journal may have been removed while it was waited for.
                if let Some(file) = self.now(path) {
                    self.files[file].synced = self.files[file].content.len();
                }
            }
            Step::Rename(from, to) => {
                let file = self.now(from);
                self.name(from, None);
                self.name(to, file);
            }
            Step::Remove(path) => self.name(path, None),
            Step::SyncFolder(folder) => {
                let inside = self.names.iter_mut().filter(|(path, _)| path.parent() == Some(folder));
                inside.for_each(|(_, files)| drop(files.drain(..files.len() - 1)));
            }
            Step::Told(_) => {}
        }
    }

    /// What there is after a power cut. `choose` picks a number below its argument: 0 gives the least that the disk
    /// may have kept.
    pub fn after_power_cut(&self, choose: &mut dyn FnMut(usize) -> usize) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut contents = Vec::new();
        for file in &self.files {
            let length = file.synced + choose(file.content.len() - file.synced + 1);
            let mut content = file.content[..length].to_vec();
            if choose(4) == 3 {
                // The length was kept and the bytes were not.
                content.resize(file.content.len(), 0);
            }
            contents.push(content);
        }
        let named = self.names.iter().filter_map(|(path, files)| Some((path.clone(), files[choose(files.len())]?)));
        named.map(|(path, file)| (path, contents[file].clone())).collect()
    }

    /// What there is after the process was killed.
    pub fn after_kill(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let named = self.names.iter().filter_map(|(path, files)| Some((path.clone(), (*files.last()?)?)));
        named.map(|(path, file)| (path, self.files[file].content.clone())).collect()
    }
}
