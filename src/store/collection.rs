//! A collection from the paths that a person names: which files, and each one as an article.
//!
//! In small steps without threads: [`list_articles`] finds the files, a [`Reader`] reads them one by one.
//! [`load_collection`] takes all steps at once, for commands and tests.

use super::child::{Reader, import_guarded};
use super::disk;
use super::path_name::{inner_path, normal, path_order};
use super::sample;
use super::scan::{Entry, Found, Skip, Skipped, extension, scan};
use crate::import;
use crate::model::{Article, Source};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The articles of one opening.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    pub source: Source,
    /// In the order of [`path_order`] by [`Article::path`]; no path twice.
    pub articles: Vec<Article>,
    pub skipped: Vec<Skipped>,
}

/// The files of one opening, before they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The folder that the paths of [`Self::found`] are relative to: the one that was named, or the deepest
    /// one that holds everything that was named.
    pub folder: PathBuf,
    /// In the order of [`path_order`]; no path twice.
    pub found: Vec<Found>,
    pub skipped: Vec<Skipped>,
}

/// Finds the articles of some files and folders. Never fails: what cannot be read is among the skipped.
pub fn list_articles(paths: &[PathBuf]) -> Listing {
    let absolute: Vec<PathBuf> = paths.iter().map(|path| absolute(path)).collect();
    let mut listing = Listing { folder: common_folder(&absolute), ..Listing::default() };
    for path in &absolute {
        if path.is_dir() {
            listing.add_folder(path);
        } else {
            listing.add_file(path);
        }
    }
    listing.found.sort_by(|a, b| path_order(&a.path, &b.path));
    listing.found.dedup_by(|a, b| a.path == b.path);
    listing.skipped.sort_by(|a, b| path_order(&a.path, &b.path));
    listing.skipped.dedup();
    listing
}

impl Listing {
    fn add_folder(&mut self, folder: &Path) {
        let prefix = folder.strip_prefix(&self.folder).ok().and_then(inner_path);
        let below = |path: String| prefix.as_ref().map_or(path.clone(), |prefix| format!("{prefix}/{path}"));
        let scanned = scan(folder, &mut |entry| {
            match entry {
                Entry::Found(found) => self.found.push(Found { path: below(found.path), ..found }),
                Entry::Skipped(skipped) => self.skipped.push(Skipped { path: below(skipped.path), ..skipped }),
            }
            ControlFlow::Continue(())
        });
        if let Err(error) = scanned {
            self.skip(folder, Skip::Failed(error.reason));
        }
    }

    fn add_file(&mut self, full: &Path) {
        let path = full.strip_prefix(&self.folder).ok().and_then(inner_path);
        let reason = match (path, fs::metadata(full)) {
            (_, Err(error)) => Skip::Failed(disk::reason(&error)),
            (None, _) => Skip::Failed("the name is not Unicode; please rename the file".to_owned()),
            // Asked for by name, so this is a failure and not a file that merely lies in the folder.
            (Some(_), _) if !import::is_supported(full) => Skip::Failed(Skip::Format(extension(full)).to_string()),
            (Some(path), Ok(metadata)) => {
                let (bytes, modified) = (metadata.len(), metadata.modified().ok());
                return self.found.push(Found { path, full: full.to_owned(), bytes, modified });
            }
        };
        self.skip(full, reason);
    }

    fn skip(&mut self, path: &Path, reason: Skip) {
        self.skipped.push(Skipped { path: path.display().to_string(), reason });
    }
}

/// The articles of some files and folders, all at once and in this process.
pub fn load_collection(paths: &[PathBuf]) -> Collection {
    let mut reader = Reader::new(None);
    let listing = list_articles(paths);
    let mut collection =
        Collection { source: Source::Folder(listing.folder), skipped: listing.skipped, ..Collection::default() };
    for found in &listing.found {
        match reader.read(found) {
            Ok(article) => collection.articles.push(article),
            Err(skipped) => collection.skipped.push(skipped),
        }
    }
    collection
}

/// The articles that come with the program.
pub fn sample_collection() -> Collection {
    let mut collection = Collection::default();
    for (path, bytes) in sample::files() {
        match import_guarded(path, bytes) {
            Ok(article) => collection.articles.push(article),
            Err(reason) => collection.skipped.push(Skipped { path: (*path).to_owned(), reason: Skip::Failed(reason) }),
        }
    }
    collection.articles.sort_by(|a, b| path_order(&a.path, &b.path));
    collection
}

/// The path from the root, without `.` and `..`.
fn absolute(path: &Path) -> PathBuf {
    if path.components().any(|component| component.as_os_str() == "..")
        && let Ok(real) = path.canonicalize()
    {
        return real; // With a link before it, `..` is not the folder that the text of the path shows.
    }
    std::path::absolute(path).map_or_else(|_| path.to_owned(), |path| normal(&path))
}

/// The deepest folder that holds all of these absolute paths.
fn common_folder(paths: &[PathBuf]) -> PathBuf {
    let folder_of = |path: &PathBuf| match path.parent() {
        Some(parent) if !path.is_dir() => parent.to_owned(),
        _ => path.clone(),
    };
    let mut folders = paths.iter().map(folder_of);
    let first = folders.next().unwrap_or_default();
    folders.fold(first, |common, folder| {
        let shared = common.components().zip(folder.components()).take_while(|(a, b)| a == b);
        shared.map(|(component, _)| component).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let full = folder.path().join(path);
            fs::create_dir_all(full.parent().unwrap()).unwrap();
            fs::write(full, text).unwrap();
        }
        folder
    }

    fn paths(listing: &Listing) -> Vec<&str> {
        listing.found.iter().map(|found| found.path.as_str()).collect()
    }

    #[test]
    fn a_folder_gives_its_articles_in_order_and_says_what_it_left_out() {
        let folder = folder_with(&[
            ("b/talks-10.txt", "x"),
            ("b/talks-9.txt", "x"),
            ("a.md", "x"),
            ("photo.JPG", "x"),
            (".hidden.txt", "x"),
            (".git/a.txt", "x"),
            ("topics.ron", "x"),
        ]);
        let listing = list_articles(&[folder.path().to_owned()]);
        assert_eq!(paths(&listing), ["a.md", "b/talks-9.txt", "b/talks-10.txt"]);
        let skipped: Vec<String> = listing.skipped.iter().map(Skipped::to_string).collect();
        assert_eq!(skipped, ["photo.JPG: unsupported format .jpg"]);
    }

    #[test]
    fn the_same_file_has_the_same_path_by_its_folder_and_by_its_name() {
        let folder = folder_with(&[("a.txt", "x"), ("b.txt", "x")]);
        let by_folder = list_articles(&[folder.path().to_owned()]);
        let by_name = list_articles(&[folder.path().join("b.txt"), folder.path().join("a.txt")]);
        assert_eq!(by_folder, by_name);
    }

    #[test]
    fn two_folders_are_told_apart_and_nothing_is_there_twice() {
        let folder = folder_with(&[("one/a.txt", "x"), ("two/a.txt", "x")]);
        let [one, two] = ["one", "two"].map(|name| folder.path().join(name));
        let listing = list_articles(&[two, one.clone(), one.join("a.txt")]);
        assert_eq!(paths(&listing), ["one/a.txt", "two/a.txt"]);
    }

    #[test]
    fn a_path_that_is_not_there_is_named_with_the_reason() {
        let listing = list_articles(&[PathBuf::from("/no/such/talks.txt")]);
        assert_eq!(listing.skipped[0].to_string(), "/no/such/talks.txt: there is no such file or folder");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_pipes_in_a_folder_are_listed_and_not_read() {
        let outside = folder_with(&[("secret.txt", "x")]);
        let folder = folder_with(&[("a.txt", "x")]);
        let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
        link(&outside.path().join("secret.txt"), "b.txt");
        link(outside.path(), "out");
        link(folder.path(), "loop");
        let listing = list_articles(&[folder.path().to_owned()]);
        assert_eq!(paths(&listing), ["a.txt"]);
        assert_eq!(listing.skipped.len(), 3);
    }
}
