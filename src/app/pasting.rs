//! A text from the clipboard becomes an article: a file of its own in the collection folder.
//!
//! Not an article of the session alone: then it would be nowhere when the session is lost, and no other program
//! could read it.

use super::command::Dialog;
use super::state::State;
use crate::model::Source;
use crate::store;
use std::path::PathBuf;

/// A name longer than this (characters) is of no use in a file manager.
const LONGEST_NAME: usize = 60;

impl State {
    /// Asks under which name to keep a pasted text.
    pub(super) fn paste(&mut self, text: String) {
        if text.trim().is_empty() {
            return self.notices.done("There is no text on the clipboard");
        }
        match &self.library.source {
            Source::Sample => self
                .notices
                .problem("A pasted article becomes a file of the collection folder: open a folder of your own first"),
            Source::Folder(_) => {
                let name = file_name(&text);
                self.dialog = Some(Dialog::Paste { text, name, problem: None });
            }
        }
    }

    /// Keeps the pasted text as a file and has it read.
    pub(super) fn keep_pasted(&mut self, text: String, name: String) {
        let Source::Folder(folder) = self.library.source.clone() else { return };
        let result = pasted_path(&folder, &name).and_then(|path| {
            let written = store::write_new(&path, text.as_bytes()).map_err(|error| error.reason);
            written.map(|()| path)
        });
        match result {
            Ok(path) => {
                self.notices.done(format!("Kept as {}", path.display()));
                let files = store::list_articles(&[path]).found;
                if let Some(topics) = self.library.topics().cloned() {
                    self.jobs.read_again(files, topics, self.marks.corrections.clone());
                }
            }
            Err(problem) => self.dialog = Some(Dialog::Paste { text, name, problem: Some(problem) }),
        }
    }
}

/// The file for a name that was typed: in the folder itself, and a text.
fn pasted_path(folder: &std::path::Path, name: &str) -> Result<PathBuf, String> {
    let name = name.trim();
    let forbidden = |letter: char| letter.is_control() || "/\\:*?\"<>|".contains(letter);
    if name.is_empty() || name.starts_with('.') || name.contains(forbidden) {
        return Err("A file name has no / \\ : * ? \" < > | and does not begin with a full stop".to_owned());
    }
    let is_text = name.to_lowercase().ends_with(".txt") || name.to_lowercase().ends_with(".md");
    Ok(folder.join(if is_text { name.to_owned() } else { format!("{name}.txt") }))
}

/// A file name made of the first line of a text.
fn file_name(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let mut name = String::new();
    for word in line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if name.chars().count() + word.chars().count() >= LONGEST_NAME {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&word.to_lowercase());
    }
    if name.is_empty() { "pasted.txt".to_owned() } else { format!("{name}.txt") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_first_line_makes_the_name() {
        assert_eq!(file_name("\n  Putin, Biden: “two hours” of talks\nmore"), "putin-biden-two-hours-of-talks.txt");
        assert_eq!(file_name("Путин и Байден"), "путин-и-байден.txt");
        assert_eq!(file_name("***"), "pasted.txt");
        assert!(file_name(&"word ".repeat(100)).len() < 70);
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let folder = Path::new("/talks");
        for name in ["../a.txt", "/etc/passwd", "a\\b", "", " ", ".hidden", "a\0b", "c:d"] {
            assert!(pasted_path(folder, name).is_err(), "{name:?}");
        }
        assert_eq!(pasted_path(folder, "note").unwrap(), folder.join("note.txt"));
        assert_eq!(pasted_path(folder, " note.MD ").unwrap(), folder.join("note.MD"));
    }
}
