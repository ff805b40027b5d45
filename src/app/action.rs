//! What needs nothing but its name: the commands of menu, palette and keys.

mod table;

pub use table::ACTIONS;

/// A command that needs nothing but its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    OpenFolder,
    OpenSession,
    OpenTopics,
    TypePath,
    OpenSample,
    ShowStart,
    Save,
    SaveAs,
    MergeSession,
    Versions,
    ReaderName,
    Undo,
    Redo,
    ShowCoverage,
    ShowRead,
    ShowCompare,
    NextPassage,
    PreviousPassage,
    MarkPassage,
    PickTopic,
    MovePassage,
    StarPassage,
    KeepAllShown,
    RejectAllShown,
    SelectWord,
    UnselectWord,
    SelectSentence,
    UnselectSentence,
    EndLater,
    EndEarlier,
    BeginEarlier,
    BeginLater,
    WriteNote,
    NoteOnArticle,
    NoteOnTopic,
    NoteOnSession,
    ShowNotes,
    CopyNotes,
    KeepPassage,
    RejectPassage,
    MoreLikeThese,
    NewTopic,
    TopicOfSelection,
    TopicOfSearch,
    EditTopic,
    DeleteTopic,
    SaveTopics,
    CompareTopics,
    NextArticle,
    PreviousArticle,
    ClearTopic,
    ToggleScope,
    Back,
    Forward,
    Find,
    FindNext,
    FindPrevious,
    CloseFind,
    CopyPassage,
    Paste,
    ArticleDetails,
    TurnVerdict,
    TurnRead,
    OpenOriginal,
    CopyAddress,
    ToggleBookmark,
    DefaultTopics,
    LookForChanges,
    FilterArticles,
    ShowSkipped,
    SwitchTheme,
    FollowSystemTheme,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    LargerText,
    SmallerText,
    CancelWork,
    Palette,
    Shortcuts,
    Quit,
}

/// What a person reads about an action, and its keys.
pub struct ActionInfo {
    pub action: Action,
    pub name: &'static str,
    pub help: &'static str,
    /// The first one is shown.
    pub shortcuts: &'static [Shortcut],
}

/// A key with its modifiers. `ctrl` is Command on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
    pub key: Key,
}

/// The keys that have a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Letter(char),
    Plus,
    Minus,
    Zero,
    F(u8),
    Left,
    Right,
    Up,
    Down,
    Slash,
    Delete,
}

impl Action {
    pub fn info(self) -> &'static ActionInfo {
        ACTIONS.iter().find(|info| info.action == self).expect("a test holds that every action is in the table")
    }

    /// "Ctrl+Shift+S"; empty if it has no key.
    pub fn keys(self) -> String {
        self.info().shortcuts.first().map(ToString::to_string).unwrap_or_default()
    }

    /// "Open a folder of articles (Ctrl+O)".
    pub fn tooltip(self) -> String {
        let keys = self.keys();
        if keys.is_empty() { self.info().help.to_owned() } else { format!("{} ({keys})", self.info().help) }
    }
}

use Key::{Delete, Down, F, Left, Letter, Minus, Plus, Right, Slash, Up, Zero};

impl std::fmt::Display for Shortcut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl+"), (self.shift, "Shift+"), (self.alt, "Alt+")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.key {
            Letter(letter) => write!(f, "{letter}"),
            Plus => f.write_str("+"),
            Minus => f.write_str("-"),
            Zero => f.write_str("0"),
            F(number) => write!(f, "F{number}"),
            Left => f.write_str("Left"),
            Right => f.write_str("Right"),
            Up => f.write_str("Up"),
            Down => f.write_str("Down"),
            Slash => f.write_str("/"),
            Delete => f.write_str("Del"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things() {
        let mut keys: Vec<String> =
            ACTIONS.iter().flat_map(|info| info.shortcuts.iter().map(ToString::to_string)).collect();
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }

    #[test]
    fn every_action_is_in_the_table() {
        // `Quit` is the last variant; the table holds as many rows as there are variants, each once.
        assert_eq!(ACTIONS.len(), Action::Quit as usize + 1);
        let mut actions: Vec<Action> = ACTIONS.iter().map(|info| info.action).collect();
        actions.sort();
        actions.dedup();
        assert_eq!(actions.len(), ACTIONS.len());
    }
}
