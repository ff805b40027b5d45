//! egui: a frame, the panels, the reader, theme and fonts. The only place that draws.
//!
//! Views are functions `something_ui(ui, &State, …, &mut Commands)`: they borrow the state, draw it and push
//! commands, which [`Window::ui`] applies when drawing is over.

mod app_icon;
mod article_details;
mod article_menu;
mod articles_panel;
mod card;
mod changed_places;
mod changes;
mod compare_view;
mod coverage_view;
mod desktop;
mod dialogs;
mod icons;
mod keeping;
mod keys;
mod merging;
mod note_editor;
mod notes_panel;
mod palette;
mod passages_chips;
mod passages_panel;
mod quotes;
mod rejected;
mod start;
mod status_bar;
mod story_rows;
mod suggestions;
mod toasts;
mod top_bar;
mod topic_editor;
mod topic_menu;
mod topic_picker;
mod topics_panel;
mod tree_difference;
mod who;
mod widgets;
mod window;

pub mod fonts;
pub mod reader;
pub mod theme;

pub use desktop::run;
pub use window::Window;
