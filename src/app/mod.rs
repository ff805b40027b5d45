//! The program without its looks: state, commands, edits and their inverses. No drawing.
//!
//! [`State`] is everything there is. A view borrows it and pushes [`Command`]s; [`State::apply`] is the
//! one door through which it changes. An [`Edit`] is the undoable part of a command, and applying one
//! gives back its inverse.

mod across;
mod action;
mod anchoring;
mod article_list;
mod bookmarks;
mod command;
mod compare;
mod correcting;
mod coverage;
mod deciding;
mod doing;
mod door;

mod find;
mod folder_changes;
mod history;
mod jumps;
mod keeping;
mod learning;
mod library;
mod listing;
mod marking;
mod merging;
mod notes;
mod notices;
mod opening;
mod pasting;
mod picker;
mod place;
mod quote;
mod random;
mod reports;
mod said;
mod saving;
mod seen;
mod selecting;
mod state;
mod steps;
mod topic_editing;
mod topic_form;
mod view;

pub use across::{LookAcross, Who};
pub use action::{ACTIONS, Action, ActionInfo, Key, Shortcut};
pub use anchoring::{ChangedCounts, ChangedPlace};
pub use article_list::{ArticleList, Row};
pub use command::{Answer, Command, Commands, Dialog, FileRequest, Leaving};
pub use compare::{Compare, CompareBy, CompareCard, CompareCell, CompareColumn, CompareRow, FEW_ARTICLES, Gap};
pub use correcting::Details;
pub use coverage::{AskedCell, Cell, Column, ColumnGroup, ColumnOrder, Coverage, CoverageBy, CoverageChoice};
pub use doing::Doing;

pub use find::Find;
pub use history::History;
pub use jumps::Jumps;
pub use keeping::{Keeper, Unsaved};
pub use learning::Suggestions;
pub use library::{Library, Missing, reading_minutes};
pub use listing::Listing;
pub use merging::MergeForm;
pub use notes::{NoteKind, NotesView, Writing};
pub use notices::{Notice, NoticeKind, Notices};
pub use picker::{Pick, Picker, Picking};
pub use place::{PassageRef, Place, Reading, Reveal};
pub use said::{SaidAlone, SaidByMost, SaidLists};
pub use saving::SessionFile;
pub use seen::{Read, Seen};
pub use state::{Palette, Progress, Screen, State};
pub use topic_form::{NewTopic, TopicForm};
pub use view::{Only, ViewState, Whose};
