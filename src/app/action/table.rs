//! The one table of commands: it feeds menu, palette, shortcuts and tooltips.

use super::{Action, ActionInfo, Key, Shortcut};

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

use Key::{Delete, Down, F, Left, Letter, Minus, Plus, Right, Slash, Up, Zero};

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
    row(
        Action::Save,
        "Save session",
        "Save all that you marked, decided and wrote, and where you are, as a RON file",
        &[ctrl(Letter('S'))],
    ),
    row(Action::SaveAs, "Save session as…", "Save the session under a new name", &[ctrl_shift(Letter('S'))]),
    row(
        Action::MergeSession,
        "Merge session…",
        "Bring another reader's marks and notes into this session, and see how far you agree",
        &[],
    ),
    row(Action::Versions, "Earlier versions…", "Go back to what the session was when it was saved before", &[]),
    row(Action::ReaderName, "Your name…", "The name that your marks and notes bear", &[]),
    row(Action::Undo, "Undo", "Take the last change back", &[ctrl(Letter('Z'))]),
    row(Action::Redo, "Redo", "Do again what was taken back", &[ctrl_shift(Letter('Z')), ctrl(Letter('Y'))]),
    row(Action::ShowCoverage, "Coverage", "Which article covers which topic", &[ctrl(Letter('1'))]),
    row(Action::ShowRead, "Read", "The article with its passages", &[ctrl(Letter('2'))]),
    row(Action::ShowCompare, "Compare", "What several articles say of one topic, side by side", &[ctrl(Letter('3'))]),
    row(Action::NextPassage, "Next passage", "Go to the next passage in the list", &[plain(Letter('J'))]),
    row(Action::PreviousPassage, "Previous passage", "Go to the passage before", &[plain(Letter('K'))]),
    row(
        Action::MarkPassage,
        "Mark selection",
        "Mark the selected words, or the selected passage, with the selected topic or the one used last",
        &[plain(Letter('H'))],
    ),
    row(
        Action::PickTopic,
        "Mark selection with…",
        "Pick the topic to mark the selection with; 1 to 9 are those of the top level",
        &[shift(Letter('H'))],
    ),
    row(Action::MovePassage, "Move passage to…", "Give the selected passage another topic", &[shift(Letter('M'))]),
    row(Action::StarPassage, "Star", "Give the selected passage a star, or take it away", &[plain(Letter('S'))]),
    row(Action::KeepAllShown, "Keep all in the list", "Say that all passages of the list are rightly linked", &[]),
    row(Action::RejectAllShown, "Reject all in the list", "Say that all passages of the list are wrongly linked", &[]),
    row(Action::SelectWord, "Select on by a word", "Select the next word too", &[shift(Right)]),
    row(Action::UnselectWord, "Select back by a word", "Select a word less, or the one before", &[shift(Left)]),
    row(Action::SelectSentence, "Select on by a sentence", "Select up to the next end of a sentence", &[shift(Down)]),
    row(Action::UnselectSentence, "Select back by a sentence", "Select a sentence less", &[shift(Up)]),
    row(Action::EndLater, "Passage ends later", "Take the next word into the selected passage", &[ctrl_shift(Right)]),
    row(Action::EndEarlier, "Passage ends earlier", "Leave its last word out of the passage", &[ctrl_shift(Left)]),
    row(Action::BeginEarlier, "Passage begins earlier", "Take the word before into the passage", &[ctrl_shift(Up)]),
    row(Action::BeginLater, "Passage begins later", "Leave its first word out of the passage", &[ctrl_shift(Down)]),
    row(
        Action::WriteNote,
        "Write note",
        "Write a note on the selected words, the selected passage or the article",
        &[plain(Letter('C'))],
    ),
    row(Action::NoteOnArticle, "Note on the article", "Write a note on the article on the screen", &[]),
    row(Action::NoteOnTopic, "Note on the topic", "Write a note on the selected topic", &[]),
    row(Action::NoteOnSession, "Note on the session", "Write a note on all of this reading", &[]),
    row(Action::ShowNotes, "All notes", "List, search and filter all notes", &[shift(Letter('C'))]),
    row(Action::CopyNotes, "Copy notes as Markdown", "Copy the listed notes with the words that they are on", &[]),
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
    row(Action::TurnRead, "Read or unread", "Mark the article as read, or as still to be read", &[plain(Letter('R'))]),
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
