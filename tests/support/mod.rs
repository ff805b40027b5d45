//! What the tests share: a folder that goes away, a reader at a window without a screen, and the texts beside
//! the checkout.

#![allow(dead_code, unused_imports, reason = "each test file uses a part of it")]

mod desk;
mod shared;

pub use desk::Desk;
pub use shared::shared;

use std::fs;
use std::path::{Path, PathBuf};

/// A folder that goes away with the test.
pub struct TestDir(tempfile::TempDir);

impl TestDir {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Writes a file, in folders that are made for it, and gives its path.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }
}
