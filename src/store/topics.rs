//! Which topic tree is in force: the one opened by hand, else the session's, else `topics.ron` in the
//! collection folder, else the default.
//!
//! The window and the headless commands ask here, so that they decide the same way. A changed tree is saved to a
//! file of its own.

use super::disk::{self, FileError, read_file, write_file};
use super::sample;
use crate::model::{TopicFile, TopicTree, TreeError};
use std::path::{Path, PathBuf};

/// The name by which a collection folder brings its own tree.
pub const FILE_NAME: &str = "topics.ron";

/// The largest topic file that is read; the default tree has a thousandth of it.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// A topic tree, checked, with the file it was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Topics {
    pub file: TopicFile,
    pub tree: TopicTree,
    pub from: TopicsFrom,
}

/// Where a topic tree was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TopicsFrom {
    /// Opened by hand.
    Opened(PathBuf),
    Session,
    /// `topics.ron` in the collection folder.
    Collection(PathBuf),
    Default,
}

/// Why a topic tree cannot be used. Names the file, and the place in it.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum TopicsError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error("{}, {error}", path.display())]
    Tree { path: PathBuf, error: TreeError },
    #[error("the topic tree of the session, {0}")]
    Session(TreeError),
    #[error("the default topic tree, {0}")]
    Default(TreeError),
}

/// The tree in force. `opened` is a topic file opened by hand, `folder` the collection's.
///
/// # Errors
/// If the tree that should be in force has a mistake. No other is taken in its place unasked: the
/// caller goes on with the one it had, and tells the reader.
pub fn in_force(
    opened: Option<&Path>,
    session: Option<&TopicFile>,
    folder: Option<&Path>,
) -> Result<Topics, TopicsError> {
    if let Some(path) = opened {
        return read(path, TopicsFrom::Opened(path.to_owned()));
    }
    if let Some(file) = session {
        let tree = file.clone().into_tree().map_err(TopicsError::Session)?;
        return Ok(Topics { file: file.clone(), tree, from: TopicsFrom::Session });
    }
    let path = folder.map(|folder| folder.join(FILE_NAME));
    match path.filter(|path| path.exists()) {
        Some(path) => read(&path, TopicsFrom::Collection(path.clone())),
        None => default(),
    }
}

/// Reads a topic file that was opened by hand.
pub fn open(path: &Path) -> Result<Topics, TopicsError> {
    read(path, TopicsFrom::Opened(path.to_owned()))
}

/// The tree that comes with the program.
pub fn default() -> Result<Topics, TopicsError> {
    let (file, tree) = TopicFile::parse_with_tree(sample::default_topics()).map_err(TopicsError::Default)?;
    Ok(Topics { file, tree, from: TopicsFrom::Default })
}

/// Writes a tree to the file at `path`, all or nothing. It opens with the explanation of the rule language, so that a
/// reader can go on by hand.
///
/// A file that is there already is replaced, and the comments that somebody wrote in it are lost: the caller offers a
/// new file first, and replaces one only if the reader chooses it.
///
/// # Errors
/// If it cannot be written, or would not be read again as it is (too large, unsound).
pub fn save(path: &Path, file: &TopicFile) -> Result<(), FileError> {
    let text = file.to_text(&comment());
    let read = TopicFile::parse(&text).map_err(|error| FileError::new(path, format!("not saved: {error}")))?;
    if read != *file {
        return Err(FileError::new(path, "not saved: it would not be read again as it is"));
    }
    write_file(path, text.as_bytes())
}

/// What a saved tree opens with: the default one explains the rules, after a line about itself.
fn comment() -> String {
    let lines = sample::default_topics().lines().map_while(|line| line.strip_prefix("//"));
    let about_rules = lines.skip_while(|line| !line.is_empty());
    let lines: Vec<&str> = about_rules.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    format!("A topic tree of Readout.\n{}", lines.join("\n"))
}

fn read(path: &Path, from: TopicsFrom) -> Result<Topics, TopicsError> {
    let bytes = read_file(path, MAX_BYTES).map_err(|error| FileError::new(path, disk::reason(&error)))?;
    let text = String::from_utf8(bytes).map_err(|_| FileError::new(path, "not a text in UTF-8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let parsed = TopicFile::parse_with_tree(text);
    let (file, tree) = parsed.map_err(|error| TopicsError::Tree { path: path.to_owned(), error })?;
    Ok(Topics { file, tree, from })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const ONE: &str = r##"(topics: [(id: "one", name: "One", color: "#0072B2")])"##;

    fn ids(topics: &Topics) -> Vec<&str> {
        topics.tree.iter().map(|(_, topic)| topic.id.as_str()).collect()
    }

    #[test]
    fn the_nearest_tree_wins() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE_NAME), ONE).unwrap();
        let opened = folder.path().join("mine.ron");
        fs::write(&opened, ONE.replace("one", "opened")).unwrap();
        let session = TopicFile::parse(&ONE.replace("one", "session")).unwrap();

        let in_force = |opened, session, folder| in_force(opened, session, folder).unwrap();
        let by_hand = in_force(Some(opened.as_path()), Some(&session), Some(folder.path()));
        assert_eq!((ids(&by_hand), &by_hand.from), (vec!["opened"], &TopicsFrom::Opened(opened.clone())));
        assert_eq!(ids(&in_force(None, Some(&session), Some(folder.path()))), ["session"]);
        assert_eq!(ids(&in_force(None, None, Some(folder.path()))), ["one"]);
        assert!(ids(&in_force(None, None, None)).contains(&"ukraine/sanctions"));
    }

    #[test]
    fn a_mistake_names_file_line_and_column() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE_NAME);
        fs::write(&path, "(\n  topics: [(id: 7)],\n)").unwrap();
        let message = in_force(None, None, Some(folder.path())).unwrap_err().to_string();
        assert!(message.starts_with(&format!("{}, line 2, column ", path.display())), "{message}");
    }

    #[test]
    fn a_saved_tree_is_read_again_and_explains_its_rules() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.ron");
        let topics = default().unwrap();
        save(&path, &topics.file).unwrap();
        assert_eq!(open(&path).unwrap().tree, topics.tree);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("// A topic tree of Readout.\n//\n// "), "{}", &text[..200]);
        assert!(text.contains("\n//   ransom*  ") && text.contains("\n(\n    sets: {"));
        save(&path, &open(&path).unwrap().file).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "the same text for the same tree");
    }

    #[test]
    fn a_tree_that_could_not_be_read_again_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.ron");
        fs::write(&path, ONE).unwrap();
        let mut file = TopicFile::parse(ONE).unwrap();
        file.topics.push(file.topics[0].clone());
        let message = save(&path, &file).unwrap_err().to_string();
        assert!(message.contains("mine.ron: not saved: line ") && message.contains("a second time"), "{message}");
        assert_eq!(fs::read_to_string(&path).unwrap(), ONE);
    }
}
