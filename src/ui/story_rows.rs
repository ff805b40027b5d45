//! Copies and versions of an article, under the row that stands for all of them.

use super::articles_panel::{hover, source_and_date};
use super::theme::tokens;
use super::widgets::{self, Row};
use super::{article_menu, fonts};
use crate::analysis::duplicates::{Member, Relation};
use crate::app::{Command, Commands, State};
use crate::model::ArticleIx;
use egui::{Id, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// "+2 copies", which unfolds them. Where it begins.
pub fn story_ui(ui: &Ui, state: &State, lead: ArticleIx, right: Pos2, commands: &mut Commands) -> f32 {
    let colors = tokens(ui);
    let open = state.view.open_stories.contains(&lead);
    let others = state.article_list.folded(lead);
    let sign = if open { "−" } else { "+" };
    let words = format!("{sign}{others} {}", story_noun(state, lead, others));
    let galley = widgets::line(ui, &words, fonts::plain(11.5), colors.accent, 140.0);
    let rect = Rect::from_min_size(pos2(right.x - galley.size().x, right.y - galley.size().y / 2.0), galley.size());
    let response = ui.interact(rect.expand(3.0), Id::unique(("story", lead)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &words));
    let color = if response.hovered() { colors.text } else { colors.accent };
    ui.painter().galley_with_override_text_color(rect.min, galley, color);
    widgets::focus_ring(ui, rect.expand(3.0), 4, &response);
    let help = "Articles that are the same text, or other versions of it";
    if response.on_hover_text(help).on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        commands.push(Command::FoldStory { lead, open: !open });
    }
    rect.left()
}

fn story_noun(state: &State, lead: ArticleIx, others: usize) -> &'static str {
    let story = state.library.story(lead);
    let is_version = |member: &Member| member.relation == Relation::Version;
    match (story.is_some_and(|story| story.others.iter().all(is_version)), others) {
        (true, 1) => "version",
        (true, _) => "versions",
        (false, 1) => "copy",
        (false, _) => "copies",
    }
}

/// A copy or version, under the article that stands for all of them.
pub fn member_row(ui: &mut Ui, state: &State, lead: ArticleIx, member: Member, rect: Rect, commands: &mut Commands) {
    let Some(article) = state.library.article(member.article) else { return };
    let selected = state.view.article == Some(member.article);
    let relation = match member.relation {
        Relation::Version => "version",
        Relation::Copy => "same words",
        Relation::NearCopy => "nearly the same",
    };
    let name = format!("{}, {relation}", article.headline);
    let row = Row { id: Id::unique(("article", member.article)), role: Role::ListBoxOption, name: &name, selected };
    let response = widgets::row_at(ui, &row, rect);
    if response.clicked() {
        commands.push(Command::SelectArticle(member.article));
    }
    let colors = tokens(ui);
    let rect = rect.shrink2(vec2(8.0, 0.0));
    let first = pos2(rect.left(), rect.top() + 12.0);
    let font = if selected { fonts::strong(12.0) } else { fonts::plain(12.0) };
    let words = match article.date {
        Some(_) => source_and_date(article, false),
        // Without dates only the names of the files tell copies apart.
        None => format!("{} · {}", article.source_name(), article.path),
    };
    widgets::text(ui, first, &words, font, colors.text, rect.width());
    let second = pos2(rect.left(), rect.top() + 28.0);
    let right = widgets::text(ui, second, relation, fonts::plain(11.5), colors.muted, rect.width());
    if member.relation != Relation::Copy {
        changes_link_ui(ui, lead, member.article, pos2(right + 8.0, second.y), commands);
    }
    response.context_menu(|ui| article_menu::article_menu_ui(ui, state, member.article, commands));
    if response.hovered() {
        hover(response, article, state.library.missing(member.article));
    }
}

/// "what changed", from this article to the one that stands for it.
fn changes_link_ui(ui: &Ui, lead: ArticleIx, member: ArticleIx, left: Pos2, commands: &mut Commands) {
    let id = Id::unique(("changes", member));
    let (response, _) = widgets::link(ui, id, left, "what changed", "what changed", 11.5);
    if response.clicked() {
        commands.push(Command::ShowChanges { old: member, new: lead });
    }
}
