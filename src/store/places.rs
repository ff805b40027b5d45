//! Where sessions go: a folder that a person finds again, and a name that overwrites nothing.

use crate::model::Source;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDER: &str = "saves";
const UNSAVED: &str = "unsaved";

/// The folder for new sessions: `saves/` of the working directory where that is a checkout of the program,
/// else `saves/` beside the program if it can be written to, else the user's data folder.
///
/// `None` if the system has no place at all; then the reader is asked for one.
pub fn sessions_folder() -> Option<PathBuf> {
    let working = std::env::current_dir().ok();
    let program = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.to_owned()));
    let data = directories::ProjectDirs::from("", "", "readout").map(|dirs| dirs.data_dir().join(FOLDER));
    choose(working.as_deref(), program.as_deref(), data)
}

/// Where readings that were never saved keep their journals: beside the settings where these were put somewhere by
/// name, else in the user's data folder.
pub fn unsaved_folder() -> Option<PathBuf> {
    let named = std::env::var_os(super::settings::CONFIG_DIR_VARIABLE).filter(|folder| !folder.is_empty());
    let data = || Some(directories::ProjectDirs::from("", "", "readout")?.data_dir().to_owned());
    named.map(PathBuf::from).or_else(data).map(|folder| folder.join(UNSAVED))
}

fn choose(working: Option<&Path>, program: Option<&Path>, data: Option<PathBuf>) -> Option<PathBuf> {
    let checkout = working.filter(|folder| is_checkout(folder)).map(|folder| folder.join(FOLDER));
    let beside = || program.map(|folder| folder.join(FOLDER)).filter(|saves| can_be_written(saves));
    checkout.or_else(beside).or(data)
}

/// Whether `folder` holds the source of this program.
fn is_checkout(folder: &Path) -> bool {
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
    manifest.lines().any(|line| line.trim() == "name = \"readout\"") && folder.join(FOLDER).is_dir()
}

/// Tried rather than asked: access rights do not tell of read-only disks and protected folders.
fn can_be_written(saves: &Path) -> bool {
    let folder = if saves.is_dir() { saves } else { saves.parent().unwrap_or(saves) };
    let probe = folder.join(format!(".readout-{}", std::process::id()));
    let written = fs::OpenOptions::new().write(true).create_new(true).open(&probe).is_ok();
    written && fs::remove_file(&probe).is_ok()
}

/// A path for a new session of this collection, `saves/talks-2021.ron`. Never one that exists already:
/// it may be another collection's session, or an earlier reading of the same one.
pub fn suggest_session_name(source: &Source) -> Option<PathBuf> {
    sessions_folder().map(|folder| free_name(&folder, source))
}

fn free_name(folder: &Path, source: &Source) -> PathBuf {
    let name = match source {
        Source::Sample => "sample".to_owned(),
        Source::Folder(path) => plain(&path.file_name().unwrap_or_default().to_string_lossy()),
    };
    let name = if name.is_empty() { "session" } else { &name };
    let first = folder.join(format!("{name}.ron"));
    let others = (2_u32..).map(|number| folder.join(format!("{name}-{number}.ron")));
    let mut names = std::iter::once(first).chain(others);
    names.find(|path| !path.exists()).expect("a folder does not hold four billion sessions")
}

/// Letters and digits, joined by `-`: a file name that every system takes.
fn plain(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let joined = words.collect::<Vec<_>>().join("-");
    joined.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkout_comes_first_then_the_program_then_the_data_folder() {
        let [checkout, program] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let data = || Some(PathBuf::from("/data/saves"));
        let of = |working: &Path, program: &Path| choose(Some(working), Some(program), data()).unwrap();
        assert_eq!(of(checkout.path(), program.path()), program.path().join("saves"), "no checkout yet");
        fs::write(checkout.path().join("Cargo.toml"), "[package]\nname = \"readout\"\n").unwrap();
        fs::create_dir(checkout.path().join("saves")).unwrap();
        assert_eq!(of(checkout.path(), program.path()), checkout.path().join("saves"));
        assert_eq!(of(program.path(), Path::new("/no/such/folder")), PathBuf::from("/data/saves"));
        assert_eq!(fs::read_dir(program.path()).unwrap().count(), 0, "asking leaves nothing behind");
    }

    #[test]
    fn a_suggested_name_is_plain_and_free() {
        let folder = tempfile::tempdir().unwrap();
        let source = Source::Folder(PathBuf::from("/home/ann/Talks 2021 (Київ)"));
        assert_eq!(free_name(folder.path(), &source), folder.path().join("Talks-2021-Київ.ron"));
        fs::write(folder.path().join("Talks-2021-Київ.ron"), "").unwrap();
        assert_eq!(free_name(folder.path(), &source), folder.path().join("Talks-2021-Київ-2.ron"));
        assert_eq!(free_name(folder.path(), &Source::Folder(PathBuf::from("/"))), folder.path().join("session.ron"));
    }
}
