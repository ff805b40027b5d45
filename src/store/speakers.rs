//! Which speakers file is in force: `speakers.ron` in the collection folder, else the one that comes with the program.

use super::disk::{self, FileError, read_file};
use crate::model::{Speakers, SpeakersError};
use std::path::{Path, PathBuf};

/// The name by which a collection folder brings its own speakers.
pub const FILE_NAME: &str = "speakers.ron";

/// The largest file that is read; the default one has a fiftieth of it.
const MAX_BYTES: u64 = 1024 * 1024;

/// Why a speakers file cannot be used. Names the file, and the line in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpeakersFault {
    #[error(transparent)]
    File(#[from] FileError),
    #[error("{}, {error}", path.display())]
    Speakers { path: PathBuf, error: SpeakersError },
}

/// The speakers in force for the collection in `folder`, and what was wrong with its own file: then it is the
/// program's.
pub fn in_force(folder: Option<&Path>) -> (Speakers, Option<SpeakersFault>) {
    let path = folder.map(|folder| folder.join(FILE_NAME)).filter(|path| path.exists());
    match path.map(|path| read(&path)) {
        Some(Ok(speakers)) => (speakers, None),
        Some(Err(fault)) => (standard(), Some(fault)),
        None => (standard(), None),
    }
}

fn standard() -> Speakers {
    Speakers::standard().expect("a test holds that the file that comes with the program is sound")
}

fn read(path: &Path) -> Result<Speakers, SpeakersFault> {
    let bytes = read_file(path, MAX_BYTES).map_err(|error| FileError::new(path, disk::reason(&error)))?;
    let text = String::from_utf8(bytes).map_err(|_| FileError::new(path, "not a text in UTF-8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Speakers::parse(text).map_err(|error| SpeakersFault::Speakers { path: path.to_owned(), error })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_folders_own_speakers_go_first_and_a_mistake_names_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let (standard, fault) = in_force(Some(folder.path()));
        assert_eq!((standard.sides.len() > 2, fault), (true, None));
        fs::write(folder.path().join(FILE_NAME), "(sides: [(id: \"x\", name: \"X\")])").unwrap();
        assert_eq!(in_force(Some(folder.path())).0.sides.len(), 1);
        fs::write(folder.path().join(FILE_NAME), "(sides: [\n(id: 7)])").unwrap();
        let (taken, fault) = in_force(Some(folder.path()));
        assert_eq!(taken, standard);
        let fault = fault.unwrap().to_string();
        assert!(fault.contains("speakers.ron, line 2"), "{fault}");
    }
}
