//! The one table of commands: it feeds menu, palette, shortcuts and tooltips.

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
    Undo,
    Redo,
    NextPassage,
    PreviousPassage,
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
    Slash,
    Delete,
}

const fn plain(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: false, key }
}

const fn shift(key: Key) -> Shortcut {
    Shortcut { shift: true, ..plain(key) }
}

const fn ctrl(key: Key) -> Shortcut {
    Shortcut { ctrl: true, ..plain(key) }
}

const fn ctrl_shift(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: true, ..plain(key) }
}

const fn alt(key: Key) -> Shortcut {
    Shortcut { alt: true, ..plain(key) }
}

const fn row(action: Action, name: &'static str, help: &'static str, shortcuts: &'static [Shortcut]) -> ActionInfo {
    ActionInfo { action, name, help, shortcuts }
}

use Key::{Delete, F, Left, Letter, Minus, Plus, Right, Slash, Zero};

/// Every action, in the order of the palette.
pub const ACTIONS: &[ActionInfo] = &[
    row(Action::OpenFolder, "Open folder…", "Open a folder of articles", &[ctrl(Letter('O'))]),
    row(Action::OpenSession, "Open session…", "Go on with a saved reading", &[ctrl_shift(Letter('O'))]),
    row(
        Action::TypePath,
        "Open by path…",
        "Type or paste the path of a folder, a session or a topic tree",
        &[ctrl(Letter('L'))],
    ),
    row(Action::OpenSample, "Open sample collection", "Ten articles that come with Readout", &[]),
    row(Action::ShowStart, "Start screen", "Recent folders and sessions", &[]),
    row(Action::Save, "Save session", "Save topics, bookmarks and where you are as a RON file", &[ctrl(Letter('S'))]),
    row(Action::SaveAs, "Save session as…", "Save the session under a new name", &[ctrl_shift(Letter('S'))]),
    row(Action::Undo, "Undo", "Take the last change back", &[ctrl(Letter('Z'))]),
    row(Action::Redo, "Redo", "Do again what was taken back", &[ctrl_shift(Letter('Z')), ctrl(Letter('Y'))]),
    row(Action::NextPassage, "Next passage", "Go to the next passage in the list", &[plain(Letter('J'))]),
    row(Action::PreviousPassage, "Previous passage", "Go to the passage before", &[plain(Letter('K'))]),
    row(Action::KeepPassage, "Keep passage", "Say that the selected passage is rightly linked", &[plain(Letter('Y'))]),
    row(
        Action::RejectPassage,
        "Reject passage",
        "Say that the selected passage is wrongly linked; it goes and does not come back",
        &[plain(Delete)],
    ),
    row(Action::NextArticle, "Next article", "Read the next article", &[plain(Letter('N'))]),
    row(Action::PreviousArticle, "Previous article", "Read the article before", &[plain(Letter('P'))]),
    row(Action::ClearTopic, "All topics", "List the passages of all topics", &[plain(Letter('A'))]),
    row(
        Action::ToggleScope,
        "This article or all",
        "List the passages of this article only, or of all",
        &[plain(Letter('T'))],
    ),
    row(Action::Back, "Back", "Go back to where you were before the last jump", &[alt(Left)]),
    row(Action::Forward, "Forward", "Go forward again", &[alt(Right)]),
    row(Action::Find, "Find in article", "Find words in the article on the screen", &[ctrl(Letter('F')), plain(Slash)]),
    row(
        Action::FindNext,
        "Next hit",
        "Go to the next place where the words were found",
        &[plain(F(3)), ctrl(Letter('G'))],
    ),
    row(Action::FindPrevious, "Previous hit", "Go to the hit before", &[shift(F(3)), ctrl_shift(Letter('G'))]),
    row(Action::CloseFind, "End find", "Take the marks of the search away", &[]),
    row(
        Action::CopyPassage,
        "Copy with reference",
        "Copy the selection or the selected passage with outlet, date, headline and paragraph",
        &[ctrl_shift(Letter('C'))],
    ),
    row(
        Action::Paste,
        "Paste as article",
        "Keep the text on the clipboard as an article in the folder",
        &[ctrl(Letter('V'))],
    ),
    row(
        Action::ArticleDetails,
        "Article details…",
        "Headline, outlet, author, date and language of the article; put right what was read wrong",
        &[plain(Letter('I'))],
    ),
    row(
        Action::TurnVerdict,
        "Part of the article or not",
        "Leave the paragraph at hand out of the article, or take it in again",
        &[plain(Letter('X'))],
    ),
    row(
        Action::OpenOriginal,
        "Open the original file",
        "Open the article's file in the program that the desktop has for it",
        &[],
    ),
    row(Action::CopyAddress, "Copy web address", "Copy where the article stands on the web", &[]),
    row(
        Action::ToggleBookmark,
        "Bookmark",
        "Set or remove a bookmark at the passage or paragraph",
        &[plain(Letter('B'))],
    ),
    row(
        Action::MoreLikeThese,
        "More like these",
        "Offer sentences that look like the topic's passages, learnt from what you keep and reject",
        &[plain(Letter('M'))],
    ),
    row(Action::NewTopic, "New topic…", "Add a topic to the tree", &[]),
    row(
        Action::TopicOfSelection,
        "New topic from this selection…",
        "Add a topic with a rule made of the selected words, which become its first passage",
        &[],
    ),
    row(
        Action::TopicOfSearch,
        "New topic from this search…",
        "Add a topic with a rule made of the words in the find field",
        &[],
    ),
    row(Action::EditTopic, "Edit topic…", "Name, colour, scope note and rules of the selected topic", &[plain(F(2))]),
    row(Action::DeleteTopic, "Delete topic", "Take the selected topic out of the tree; its decisions are kept", &[]),
    row(Action::SaveTopics, "Save topic tree as…", "Save the topic tree as a file of its own", &[]),
    row(Action::CompareTopics, "Compare with topic tree…", "Show how another topic tree differs from this one", &[]),
    row(Action::OpenTopics, "Open topic tree…", "Link the articles by a topic tree of your own", &[]),
    row(
        Action::DefaultTopics,
        "Use the collection's own topic tree",
        "Leave the opened tree; back to the folder's topics.ron or the default",
        &[],
    ),
    row(
        Action::LookForChanges,
        "Look for changes",
        "Look now whether files of the folder were added, edited or removed",
        &[plain(F(5))],
    ),
    row(
        Action::FilterArticles,
        "Filter articles",
        "List only articles with these words in headline, outlet, author, date or path",
        &[ctrl_shift(Letter('F'))],
    ),
    row(Action::ShowSkipped, "Files not read", "List the files that could not be read, with the reasons", &[]),
    row(
        Action::SwitchTheme,
        "Light or dark",
        "Switch between the light and the dark theme",
        &[ctrl_shift(Letter('L'))],
    ),
    row(Action::FollowSystemTheme, "Theme of the system", "Light or dark as the desktop is", &[]),
    row(Action::ZoomIn, "Zoom in", "Make everything larger", &[ctrl(Plus)]),
    row(Action::ZoomOut, "Zoom out", "Make everything smaller", &[ctrl(Minus)]),
    row(Action::ZoomReset, "Normal size", "Zoom and text back to normal", &[ctrl(Zero)]),
    row(Action::LargerText, "Larger text", "Make the article's text larger", &[plain(Plus)]),
    row(Action::SmallerText, "Smaller text", "Make the article's text smaller", &[plain(Minus)]),
    row(Action::CancelWork, "Stop reading", "Stop reading the folder; what has been read stays", &[]),
    row(Action::Palette, "All commands", "Find any command by its name", &[ctrl(Letter('P'))]),
    row(Action::Shortcuts, "Keys", "All keys at a glance", &[plain(F(1))]),
    row(Action::Quit, "Quit", "Close Readout", &[ctrl(Letter('Q'))]),
];

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
