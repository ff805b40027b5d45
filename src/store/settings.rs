//! What belongs to the person and the machine, not to a session: theme, type, window, recent places, trust.
//!
//! `settings.ron` in the user's configuration folder, or in the one that `READOUT_CONFIG_DIR` names. A file
//! that cannot be read is kept aside and never in the way of starting. Unknown fields are ignored: an older
//! program may read what a newer one has written.

use super::disk::{self, FileError, read_file, write_file};
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// Names another folder for the settings; tests use it.
pub const CONFIG_DIR_VARIABLE: &str = "READOUT_CONFIG_DIR";

const FILE_NAME: &str = "settings.ron";

/// A settings file has a few kilobytes.
const MAX_BYTES: u64 = 1024 * 1024;

/// As many recent places as the start screen shows without scrolling.
const MAX_RECENT: usize = 12;

/// Folders that the reader has opened; the oldest are asked about again.
const MAX_TRUSTED: usize = 500;

/// All settings. Lengths are in logical points of the screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The name that marks bear; empty for none.
    pub reader: String,
    pub theme: Theme,
    /// Of the whole window; 1.0 is the desktop's own size.
    pub zoom: f32,
    /// Of the article's text.
    pub text_size: f32,
    pub window: WindowPlace,
    pub left_panel: f32,
    pub right_panel: f32,
    /// Latest first.
    pub recent_folders: Vec<PathBuf>,
    /// Latest first.
    pub recent_sessions: Vec<PathBuf>,
    /// Folders that the reader has opened, with all links followed; latest first.
    pub opened_folders: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Theme {
    /// As the desktop has it.
    #[default]
    System,
    Light,
    Dark,
}

/// Where the window was.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    pub width: f32,
    pub height: f32,
    /// `None` where the desktop decides, as under Wayland.
    pub position: Option<(f32, f32)>,
    pub maximised: bool,
}

impl Default for WindowPlace {
    fn default() -> Self {
        Self { width: 1280.0, height: 820.0, position: None, maximised: false }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            reader: String::new(),
            theme: Theme::System,
            zoom: 1.0,
            text_size: 18.0,
            window: WindowPlace::default(),
            left_panel: 290.0,
            right_panel: 340.0,
            recent_folders: Vec::new(),
            recent_sessions: Vec::new(),
            opened_folders: Vec::new(),
        }
    }
}

/// The folder of the settings; `None` if the system names none.
pub fn config_folder() -> Option<PathBuf> {
    let named = std::env::var_os(CONFIG_DIR_VARIABLE).filter(|folder| !folder.is_empty());
    named
        .map(PathBuf::from)
        .or_else(|| Some(directories::ProjectDirs::from("", "", "readout")?.config_dir().to_owned()))
}

impl Settings {
    /// The settings in `folder`, and a message if they could not be read and the defaults are used.
    pub fn load(folder: &Path) -> (Self, Option<String>) {
        let path = folder.join(FILE_NAME);
        if !path.exists() {
            return (Self::default(), None);
        }
        let bytes = match read_file(&path, MAX_BYTES) {
            Ok(bytes) => bytes,
            Err(error) => {
                let message = format!("{}: {}; starting with the defaults", path.display(), disk::reason(&error));
                return (Self::default(), Some(message));
            }
        };
        match ron::de::from_bytes::<Self>(&bytes) {
            Ok(settings) => (settings.within_bounds(), None),
            Err(error) => (Self::default(), Some(keep_aside(&path, &error.to_string()))),
        }
    }

    /// Writes the settings into `folder`, which is made if it is not there.
    pub fn save(&self, folder: &Path) -> Result<(), FileError> {
        let path = folder.join(FILE_NAME);
        let mut settings = self.clone();
        for list in [&mut settings.recent_folders, &mut settings.recent_sessions, &mut settings.opened_folders] {
            list.retain(|path| path.to_str().is_some()); // RON is Unicode; one odd name must not cost the rest.
        }
        let pretty = PrettyConfig::new().extensions(Extensions::IMPLICIT_SOME).new_line("\n");
        let text = ron::ser::to_string_pretty(&settings, pretty);
        let text = text.map_err(|error| FileError::new(&path, error.to_string()))?;
        fs::create_dir_all(folder).map_err(|error| FileError::io(folder, &error))?;
        write_file(&path, (text + "\n").as_bytes())
    }

    /// Notes that the reader has opened `folder`: it is recent, and trusted from now on.
    pub fn remember_folder(&mut self, folder: &Path) {
        remember(&mut self.recent_folders, folder.to_owned(), MAX_RECENT);
        self.trust(folder);
    }

    pub fn remember_session(&mut self, session: &Path) {
        remember(&mut self.recent_sessions, session.to_owned(), MAX_RECENT);
    }

    /// From now on sessions may open this folder without asking.
    pub fn trust(&mut self, folder: &Path) {
        remember(&mut self.opened_folders, real(folder), MAX_TRUSTED);
    }

    /// Whether the reader has opened this very folder before.
    pub fn is_trusted(&self, folder: &Path) -> bool {
        self.opened_folders.contains(&real(folder))
    }

    /// Numbers that a hand or a broken screen may have put in, brought back to where a window can be used.
    fn within_bounds(mut self) -> Self {
        let usual = Self::default();
        let bound =
            |value: f32, low: f32, high: f32, usual: f32| if value.is_nan() { usual } else { value.clamp(low, high) };
        self.zoom = bound(self.zoom, 0.5, 3.0, usual.zoom);
        self.text_size = bound(self.text_size, 10.0, 40.0, usual.text_size);
        self.left_panel = bound(self.left_panel, 120.0, 1200.0, usual.left_panel);
        self.right_panel = bound(self.right_panel, 120.0, 1200.0, usual.right_panel);
        self.window.width = bound(self.window.width, 400.0, 16_000.0, usual.window.width);
        self.window.height = bound(self.window.height, 300.0, 16_000.0, usual.window.height);
        self.window.position = self.window.position.filter(|(x, y)| x.abs() < 32_000.0 && y.abs() < 32_000.0);
        for list in [&mut self.recent_folders, &mut self.recent_sessions] {
            list.truncate(MAX_RECENT);
        }
        self.opened_folders.truncate(MAX_TRUSTED);
        self
    }
}

/// Puts `path` first, once.
fn remember(list: &mut Vec<PathBuf>, path: PathBuf, most: usize) {
    list.retain(|other| *other != path);
    list.insert(0, path);
    list.truncate(most);
}

fn real(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// Moves a broken file out of the way and says so.
fn keep_aside(path: &Path, mistake: &str) -> String {
    let aside = path.with_extension("ron.broken");
    let kept = match fs::rename(path, &aside) {
        Ok(()) => format!("it was kept as {}", aside.display()),
        Err(error) => format!("it could not be moved aside: {}", disk::reason(&error)),
    };
    format!("{}, {mistake}; {kept}. Starting with the defaults.", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings { theme: Theme::Dark, zoom: 1.25, ..Settings::default() };
        settings.window.position = Some((-20.0, 31.5));
        settings.remember_folder(folder.path());
        settings.save(folder.path()).unwrap();
        assert_eq!(Settings::load(folder.path()), (settings, None));
    }

    #[test]
    fn a_first_start_has_the_defaults_and_no_message() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Settings::load(&folder.path().join("none")), (Settings::default(), None));
    }

    #[test]
    fn a_broken_file_is_kept_aside_and_told_of_once() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE_NAME), "(\n  theme: Plaid)").unwrap();
        let (settings, message) = Settings::load(folder.path());
        assert_eq!(settings, Settings::default());
        let message = message.unwrap();
        assert!(message.contains("2:") && message.contains("settings.ron.broken"), "{message}");
        assert_eq!(fs::read_to_string(folder.path().join("settings.ron.broken")).unwrap(), "(\n  theme: Plaid)");
        assert_eq!(Settings::load(folder.path()).1, None);
    }

    #[test]
    fn what_a_newer_program_wrote_is_ignored_and_the_rest_is_used() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE_NAME), "(theme: Light, holograms: [1, 2], zoom: 99, text_size: NaN)")
            .unwrap();
        let (settings, message) = Settings::load(folder.path());
        assert_eq!(message, None);
        assert_eq!((settings.theme, settings.zoom, settings.text_size), (Theme::Light, 3.0, 18.0));
    }

    #[test]
    fn recent_places_are_few_latest_first_and_each_once() {
        let mut settings = Settings::default();
        for number in (0..20).chain([15]) {
            settings.remember_session(Path::new(&format!("/s/{number}.ron")));
        }
        assert_eq!(settings.recent_sessions.len(), MAX_RECENT);
        assert_eq!(settings.recent_sessions[..2], [PathBuf::from("/s/15.ron"), PathBuf::from("/s/19.ron")]);
    }

    #[cfg(unix)]
    #[test]
    fn trust_is_in_the_folder_and_not_in_a_link_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] = ["first", "second"].map(|name| folder.path().join(name));
        fs::create_dir(&first).unwrap();
        fs::create_dir(&second).unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&first, &link).unwrap();
        let mut settings = Settings::default();
        settings.trust(&link);
        assert!(settings.is_trusted(&first) && settings.is_trusted(&link));
        fs::remove_file(&link).unwrap();
        std::os::unix::fs::symlink(&second, &link).unwrap();
        assert!(!settings.is_trusted(&link));
    }
}
