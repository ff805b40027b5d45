//! The passages of the selected topic as cards, grouped by article, each with its reasons.
//!
//! Virtualised: only the cards on the screen are laid out. A card's height is guessed from its length
//! until it has been on the screen once.

use super::card;
use super::rejected::rejected_ui;
use super::suggestions::suggestions_ui;
use super::theme::tokens;
use super::{changed_places, fonts, note_editor, notes_panel, passages_chips, widgets};
use crate::app::{Commands, Missing, Only, PassageRef, State, Writing};
use crate::model::{About, ArticleIx, Note, Scope, TopicIx};
use egui::{Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const HEADING: f32 = 32.0;
const GAP: f32 = 8.0;

/// What the list remembers between frames.
#[derive(Default)]
pub struct PassagesMemory {
    /// What the heights are for: width, and what is listed.
    key: (u32, u64, Option<TopicIx>, Scope, Option<ArticleIx>, Only),
    items: Vec<Item>,
    /// Where each item begins; one more entry than there are items.
    tops: Vec<f32>,
    /// The selected passage that was last brought into view.
    shown: Option<PassageRef>,
    /// The article whose passages were last brought into view.
    shown_article: Option<ArticleIx>,
    is_new: bool,
    offset: f32,
    /// Height of the list on the screen.
    view: f32,
}

#[derive(Clone, Copy)]
enum Item {
    Heading(ArticleIx, usize),
    Card(PassageRef),
}

pub fn passages_ui(ui: &mut Ui, state: &State, memory: &mut PassagesMemory, commands: &mut Commands) {
    header_ui(ui, state, commands);
    if let Some(view) = &state.view.notes {
        return notes_panel::notes_ui(ui, state, view, commands);
    }
    if state.view.changed {
        return changed_places::changed_places_ui(ui, state, commands);
    }
    topic_notes_ui(ui, state, commands);
    if let Some(suggestions) = &state.suggestions {
        return suggestions_ui(ui, state, suggestions, commands);
    }
    if state.view.rejected {
        return rejected_ui(ui, state, commands);
    }
    if state.listing.is_empty() {
        empty_ui(ui, state);
        return;
    }
    prepare(ui, state, memory);
    let mut area = ScrollArea::vertical().id_salt("passages").auto_shrink(false);
    if let Some(offset) = offset_to_selected(state, memory) {
        area = area.vertical_scroll_offset(offset);
    }
    let output = area.show_viewport(ui, |ui, viewport| {
        ui.set_height(memory.tops.last().copied().unwrap_or(0.0));
        ui.scope_builder(UiBuilder::new().accessibility_role(Role::ListBox), |ui| {
            items_ui(ui, state, memory, viewport, commands);
        });
    });
    memory.offset = output.state.clamped_offset().y;
    memory.view = output.inner_rect.height();
}

fn header_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let colors = tokens(ui);
    let tree = state.library.tree();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let name = state.view.topic.map_or("All topics", |topic| &tree.topic(topic).name);
    let full = state.view.topic.map_or_else(|| name.to_owned(), |topic| tree.full_name(topic));
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &full));
    let mut left = rect.left() + 2.0;
    if let Some(topic) = state.view.topic {
        let square = Rect::from_center_size(pos2(left + 5.5, rect.center().y), vec2(11.0, 11.0));
        ui.painter().rect_filled(square, 2.5, colors.topic(tree.topic(topic).color));
        left += 19.0;
    }
    let (passages, articles) = (state.listing.len(), state.listing.groups.len());
    let counts = match rect.width() {
        ..300.0 => format!("{passages} in {}", plural(articles, "article")),
        _ => format!("{} in {}", plural(passages, "passage"), plural(articles, "article")),
    };
    // How much of a topic is left to read matters once the reader has begun.
    let left_to_read = state.listing.left();
    let counts = if left_to_read < passages { format!("{counts} · {left_to_read} left") } else { counts };
    let right = pos2(rect.right() - 2.0, rect.center().y);
    let counts_left = widgets::text_right(ui, right, &counts, fonts::plain(12.0), colors.muted);
    let at = pos2(left, rect.center().y);
    widgets::text(ui, at, name, fonts::strong(15.0), colors.text, counts_left - left - 10.0);
    let note = state.view.topic.map_or("", |topic| &tree.topic(topic).note);
    if !note.is_empty() {
        response.on_hover_text(format!("{full}\n{note}"));
    }
    passages_chips::chips_ui(ui, state, commands);
}

/// The notes on the selected topic, above its passages.
fn topic_notes_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(topic) = state.view.topic.map(|topic| state.library.tree().topic(topic)) else { return };
    let is_on = |about: &About| matches!(about, About::Topic(id) if topic.is_called(id));
    let notes: Vec<&Note> = state.marks.notes.iter().filter(|note| is_on(&note.about)).collect();
    for note in &notes {
        note_editor::note_ui(ui, state, note, commands);
        ui.add_space(4.0);
    }
    let new = |writing: &&Writing| is_on(&writing.about) && !notes.iter().any(|note| note.id == writing.id);
    if let Some(writing) = state.writing.as_ref().filter(new) {
        note_editor::editor_ui(ui, writing, commands);
        ui.add_space(4.0);
    }
}

/// "1 passage", "2 passages".
pub fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Lists the items anew if topic, scope or collection changed, with guessed heights.
fn prepare(ui: &Ui, state: &State, memory: &mut PassagesMemory) {
    let width = ui.available_width();
    let article = state.view.article.filter(|_| state.view.scope == Scope::ThisArticle);
    let key = (width.round() as u32, state.generation, state.view.topic, state.view.scope, article, state.view.only);
    let count: usize = state.listing.groups.iter().map(|group| group.entries.len() + 1).sum();
    if memory.key == key && memory.items.len() == count {
        return;
    }
    if (memory.key.2, memory.key.3) != (key.2, key.3) {
        // Another list: it begins where the reader is, or at its top.
        (memory.shown, memory.shown_article, memory.is_new) = (None, None, true);
    }
    memory.key = key;
    memory.items.clear();
    memory.tops = vec![0.0];
    let mut top = 0.0;
    for group in &state.listing.groups {
        memory.items.push(Item::Heading(group.article, group.entries.len()));
        top += HEADING;
        memory.tops.push(top);
        for entry in &group.entries {
            let passage = PassageRef::from(*entry);
            let bytes = state.passage(passage).map_or(0, |passage| passage.span.len());
            memory.items.push(Item::Card(passage));
            top += card::guess_height(bytes, width) + GAP;
            memory.tops.push(top);
        }
    }
}

/// Where to scroll when another passage was selected, or another article opened, that is not on the screen.
fn offset_to_selected(state: &State, memory: &mut PassagesMemory) -> Option<f32> {
    let passage = state.view.passage.filter(|passage| memory.shown != Some(*passage));
    let article = state.view.article.filter(|article| memory.shown_article != Some(*article));
    (memory.shown, memory.shown_article) = (state.view.passage, state.view.article);
    let wanted = |item: &Item| match (*item, passage, article) {
        (Item::Card(card), Some(passage), _) => card == passage,
        (Item::Heading(heading, _), None, Some(article)) => heading == article,
        _ => false,
    };
    let top = std::mem::take(&mut memory.is_new).then_some(0.0);
    if passage.is_none() && article.is_none() {
        return top; // As in nearly every frame; the list may be long.
    }
    let Some(index) = memory.items.iter().position(wanted) else { return top };
    let (card, bottom) = (memory.tops[index], memory.tops[index + 1]);
    match memory.items[index] {
        Item::Heading(..) => Some(card),
        Item::Card(_) => {
            let hidden = card < memory.offset || bottom > memory.offset + memory.view;
            hidden.then(|| (card - memory.view / 3.0).max(0.0))
        }
    }
}

fn items_ui(ui: &mut Ui, state: &State, memory: &mut PassagesMemory, viewport: Rect, commands: &mut Commands) {
    let origin = ui.max_rect().min;
    let width = ui.available_width();
    let mut index = memory.tops.partition_point(|top| *top <= viewport.min.y).saturating_sub(1);
    while index < memory.items.len() && memory.tops[index] < viewport.max.y {
        let top = memory.tops[index];
        let at = pos2(origin.x, origin.y + top);
        let height = match memory.items[index] {
            Item::Heading(article, count) => heading_ui(ui, state, at, width, article, count),
            Item::Card(passage) => card::card_ui(ui, state, at, width, passage, commands) + GAP,
        };
        let grown = height - (memory.tops[index + 1] - top);
        if grown.abs() > 0.5 {
            for later in &mut memory.tops[index + 1..] {
                *later += grown;
            }
            ui.ctx().request_repaint();
        }
        index += 1;
    }
}

fn heading_ui(ui: &Ui, state: &State, at: egui::Pos2, width: f32, ix: ArticleIx, count: usize) -> f32 {
    let colors = tokens(ui);
    if let Some(article) = state.library.article(ix) {
        let middle = pos2(at.x + 2.0, at.y + HEADING / 2.0 + 2.0);
        let right = widgets::text(ui, middle, article.source_name(), fonts::strong(12.5), colors.text, width - 110.0);
        let after = pos2(right + 7.0, middle.y);
        let mut rest = count.to_string();
        if let Some(date) = article.date {
            rest = format!("{rest} · {}", date.short());
        }
        widgets::text(ui, after, &rest, fonts::plain(12.0), colors.muted, at.x + width - right - 8.0);
    }
    HEADING
}

fn empty_ui(ui: &mut Ui, state: &State) {
    ui.add_space(10.0);
    for words in why_empty(state) {
        ui.label(egui::RichText::new(words).color(tokens(ui).muted));
    }
}

/// Why there is nothing to list, and what would change that.
fn why_empty(state: &State) -> Vec<String> {
    let library = &state.library;
    if library.articles.is_empty() {
        return vec!["Passages come when articles are open.".to_owned()];
    }
    if state.view.only != Only::All {
        return vec!["No passage is left by the filter above. Click it again for all.".to_owned()];
    }
    let here = state.view.article.filter(|_| state.view.scope == Scope::ThisArticle);
    if let Some(article) = here
        && library.missing(article) == Some(Missing::NoRules)
        && let Some(article) = library.article(article)
    {
        let language = article.language.name();
        return vec![format!("Not searched: the topic tree has no rules for {language}.")];
    }
    let place = match here {
        Some(_) => "this article".to_owned(),
        None => plural(library.articles.len(), "article"),
    };
    let Some(topic) = state.view.topic else { return vec![format!("Searched {place}, no topic found.")] };
    let topic = library.tree().topic(topic);
    let mut words = vec![format!("Searched {place}, nothing found on “{}”.", topic.name)];
    if !topic.note.is_empty() {
        words.push(topic.note.clone());
    }
    if topic.rules.is_empty() {
        words.push("This topic has no rules of its own.".to_owned());
    }
    words
}
