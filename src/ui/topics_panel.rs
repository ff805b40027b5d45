//! The topic tree: names, how often each is spoken of, and how that spreads over the articles.
//!
//! A real tree for the ear and the keyboard: levels, folding, selection; arrows move, Enter selects,
//! `V` shows and hides a topic's highlights.

use super::theme::tokens;
use super::widgets::{self, Row};
use super::{fonts, icons, topic_menu};
use crate::app::{Action, Command, Commands, State};
use crate::model::{TopicIx, TopicTree};
use egui::{EventFilter, Id, Key, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const ROW: f32 = 29.0;
const INDENT: f32 = 16.0;
/// Bars of the spread: more could not be told apart in that width.
const MOST_BARS: usize = 8;

/// How high the whole tree is as it is folded now.
pub fn height(state: &State) -> f32 {
    26.0 + (visible(state).len() + 1) as f32 * ROW + 8.0
}

pub fn topics_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    widgets::list_heading(ui, "Topics", &state.library.counts.sentences.to_string());
    let builder = UiBuilder::new().id_salt("topic-tree").accessibility_role(Role::Tree);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = visible(state);
        for (place, ix) in rows.iter().enumerate() {
            let response = topic_row(ui, state, *ix, commands);
            if response.has_focus() {
                keys(ui, state, &rows, place, &response, commands);
            }
        }
        if rows.is_empty() {
            ui.label(egui::RichText::new("The topic tree is empty").color(tokens(ui).muted));
        }
    });
    if state.library.topics().is_some() {
        new_topic_ui(ui, commands);
    }
}

/// "+ New topic", below the tree.
fn new_topic_ui(ui: &mut Ui, commands: &mut Commands) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let left = pos2(rect.left() + 32.0, rect.center().y);
    let id = Id::unique("new-topic");
    let (response, _) = widgets::quiet_link(ui, id, left, "+  New topic", "New topic", 13.0);
    if response.on_hover_text(Action::NewTopic.info().help).clicked() {
        commands.act(Action::NewTopic);
    }
}

/// The topics that are not folded away.
pub(super) fn visible(state: &State) -> Vec<TopicIx> {
    let tree = state.library.tree();
    let shown = |ix: TopicIx| ancestors(tree, ix).all(|above| !state.view.folded.contains(&above));
    tree.iter().map(|(ix, _)| ix).filter(|ix| shown(*ix)).collect()
}

fn ancestors(tree: &TopicTree, ix: TopicIx) -> impl Iterator<Item = TopicIx> {
    std::iter::successors(tree.topic(ix).parent, |above| tree.topic(*above).parent)
}

fn row_id(ix: TopicIx) -> Id {
    Id::unique(("topic", ix))
}

fn topic_row(ui: &mut Ui, state: &State, ix: TopicIx, commands: &mut Commands) -> Response {
    let tree = state.library.tree();
    let topic = tree.topic(ix);
    let count = state.library.counts.topic(ix);
    let selected = state.view.topic == Some(ix);
    let folded = state.view.folded.contains(&ix);
    let hidden = state.view.hidden.contains(&ix) || ancestors(tree, ix).any(|a| state.view.hidden.contains(&a));
    let row = Row { id: row_id(ix), role: Role::TreeItem, name: &topic.name, selected };
    let response = widgets::row(ui, &row, ROW);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_level(usize::from(topic.depth) + 1);
        if tree.has_children(ix) {
            node.set_expanded(!folded);
        }
        node.set_description(format!("{} passages in {} articles", count.sentences, count.articles));
    });
    if response.clicked() {
        commands.push(Command::SelectTopic(Some(ix)));
    }
    let rect = response.rect.shrink2(vec2(8.0, 0.0));
    let name_left = fold_ui(ui, state, ix, rect, folded, commands);
    let number_left = numbers(ui, state, ix, rect, hidden, selected);
    let eye_left = eye_ui(ui, ix, number_left, &response, hidden, commands);
    let color = if hidden { tokens(ui).muted } else { tokens(ui).text };
    let font = if selected { fonts::strong(13.5) } else { fonts::plain(13.5) };
    let left = pos2(name_left, rect.center().y);
    widgets::text(ui, left, &topic.name, font, color, eye_left - name_left - 6.0);
    response.context_menu(|ui| topic_menu::topic_menu_ui(ui, state, ix, commands));
    if topic.note.is_empty() { response } else { response.on_hover_text_at_pointer(&topic.note) }
}

/// The arrow to fold, and the colour. Where the name begins.
fn fold_ui(ui: &Ui, state: &State, ix: TopicIx, rect: Rect, folded: bool, commands: &mut Commands) -> f32 {
    let tree = state.library.tree();
    let topic = tree.topic(ix);
    let left = rect.left() + f32::from(topic.depth) * INDENT;
    let colors = tokens(ui);
    if tree.has_children(ix) {
        let area = Rect::from_min_max(pos2(left - 6.0, rect.top()), pos2(left + 16.0, rect.bottom()));
        let response = ui.interact(area, row_id(ix).with("fold"), Sense::click());
        let name = format!("{} {}", if folded { "Unfold" } else { "Fold" }, topic.name);
        response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, &name));
        icons::fold(ui.painter(), area, !folded, if response.hovered() { colors.text } else { colors.muted });
        if response.clicked() {
            commands.push(Command::Fold { topic: ix, folded: !folded });
        }
    }
    let side = if topic.depth == 0 { 11.0 } else { 7.0 };
    let center = pos2(left + 24.0, rect.center().y);
    ui.painter().rect_filled(Rect::from_center_size(center, vec2(side, side)), 2.5, colors.topic(topic.color));
    left + 36.0
}

/// Spread and count at the right. Where they begin.
fn numbers(ui: &Ui, state: &State, ix: TopicIx, rect: Rect, hidden: bool, selected: bool) -> f32 {
    let count = state.library.counts.topic(ix);
    let colors = tokens(ui);
    let font = if selected { fonts::strong(12.5) } else { fonts::plain(12.5) };
    let color = if count.sentences == 0 || hidden { colors.muted } else { colors.text };
    let right = pos2(rect.right(), rect.center().y);
    let number = widgets::text_right(ui, right, &count.sentences.to_string(), font, color);
    let mut left = (number - 8.0).min(rect.right() - 34.0);
    if state.library.tree().topic(ix).depth == 0 && count.sentences > 0 && rect.width() > 170.0 {
        let bars = buckets(&count.by_article);
        let most = bars.iter().copied().max().unwrap_or(1).max(1);
        let base = rect.center().y + 5.5;
        left -= bars.len() as f32 * 6.0;
        let fill = if hidden { colors.sunken } else { colors.topic(state.library.tree().topic(ix).color) };
        for (place, bar) in bars.iter().enumerate() {
            let height = 1.0 + 10.0 * (*bar as f32 / most as f32);
            let x = left + place as f32 * 6.0;
            ui.painter().rect_filled(Rect::from_min_max(pos2(x, base - height), pos2(x + 4.0, base)), 0.5, fill);
        }
    }
    left
}

/// Many articles share bars; their order stays.
fn buckets(by_article: &[u32]) -> Vec<u32> {
    let size = by_article.len().div_ceil(MOST_BARS).max(1);
    by_article.chunks(size).map(|chunk| chunk.iter().sum()).collect()
}

/// The button that shows and hides highlights; only there when it matters. Where it begins.
fn eye_ui(ui: &Ui, ix: TopicIx, right: f32, row: &Response, hidden: bool, commands: &mut Commands) -> f32 {
    let area = Rect::from_center_size(pos2(right - 12.0, row.rect.center().y), vec2(20.0, ROW));
    let near = ui.rect_contains_pointer(row.rect) || row.has_focus();
    if !hidden && !near {
        return right;
    }
    let response = ui.interact(area, row_id(ix).with("eye"), Sense::click());
    let does = if hidden { "Show highlights" } else { "Hide highlights" };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, does));
    let color = if response.hovered() { tokens(ui).text } else { tokens(ui).muted };
    icons::eye(ui.painter(), Rect::from_center_size(area.center(), vec2(13.0, 13.0)), hidden, color);
    if response.clicked() {
        commands.push(Command::Hide { topic: ix, hidden: !hidden });
    }
    response.on_hover_text(format!("{does} (V)"));
    area.left()
}

fn keys(ui: &Ui, state: &State, rows: &[TopicIx], place: usize, row: &Response, commands: &mut Commands) {
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, arrows));
    let ix = rows[place];
    let tree = state.library.tree();
    // Taken, so that the row that gets the focus now does not see the same key.
    let pressed = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    let focus = |ix: TopicIx| ui.memory_mut(|memory| memory.request_focus(row_id(ix)));
    let folded = state.view.folded.contains(&ix);
    if pressed(Key::ArrowDown) && place + 1 < rows.len() {
        focus(rows[place + 1]);
    } else if pressed(Key::ArrowUp) && place > 0 {
        focus(rows[place - 1]);
    } else if pressed(Key::ArrowLeft) {
        match tree.topic(ix).parent {
            _ if tree.has_children(ix) && !folded => commands.push(Command::Fold { topic: ix, folded: true }),
            Some(parent) => focus(parent),
            None => {}
        }
    } else if pressed(Key::ArrowRight) && tree.has_children(ix) {
        match folded {
            true => commands.push(Command::Fold { topic: ix, folded: false }),
            false => focus(TopicIx::new(ix.index() + 1)),
        }
    } else if pressed(Key::V) {
        commands.push(Command::Hide { topic: ix, hidden: !state.view.hidden.contains(&ix) });
    }
}
