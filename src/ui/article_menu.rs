//! What can be done with one article, as a menu.

use crate::app::{Command, Commands, State};
use crate::model::{ArticleIx, Source};
use egui::Ui;

/// The items of the menu.
pub fn article_menu_ui(ui: &mut Ui, state: &State, ix: ArticleIx, commands: &mut Commands) {
    let Some(article) = state.library.article(ix) else { return };
    let mut item = |ui: &mut Ui, name: &str, help: &str, enabled: bool, command: Command| {
        let response = ui.add_enabled(enabled, egui::Button::new(name)).on_hover_text(help);
        if response.on_disabled_hover_text(help).clicked() {
            commands.push(command);
            ui.close();
        }
    };
    let details = "Headline, outlet, author, date and language; put right what was read wrong";
    item(ui, "Article details…", details, true, Command::ShowDetails(ix));
    let read = state.percent_read(ix) >= 100;
    let (name, help) = if read {
        ("Mark as unread", "Its passages count as still to be read")
    } else {
        ("Mark as read", "Its passages count as read")
    };
    item(ui, name, help, true, Command::SetRead { article: ix, read: !read });
    ui.separator();
    let in_folder = matches!(state.library.source, Source::Folder(_));
    let original = if in_folder { "In the program that the desktop has for it" } else { "The sample has no files" };
    item(ui, "Open the original file", original, in_folder, Command::OpenOriginal(ix));
    let address = article.address.clone();
    let help = address.as_deref().unwrap_or("The article does not say where it stands on the web");
    let copy = Command::CopyText(address.clone().unwrap_or_default());
    item(ui, "Copy web address", help, address.is_some(), copy);
    let path = state.file_of(ix).map_or_else(|| article.path.clone(), |path| path.display().to_string());
    item(ui, "Copy file path", &path, true, Command::CopyText(path.clone()));
}
