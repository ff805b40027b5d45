//! The strip on the right: where in the article topics and hits lie, and which part is on the screen.
//!
//! It is the scroll bar too. Passages are gathered in slots of a few pixels, once, until something changes.

use super::marks::Marks;
use super::page::Page;
use super::scroll::{Place, Scroll};
use crate::model::{Article, Span, TopicIx};
use egui::{CornerRadius, Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use std::ops::Range;

/// Height of a slot, and of the tick in it.
const SLOT: f32 = 3.0;
const TICK: f32 = 2.5;
/// Topics next to each other in one slot.
const BESIDE: usize = 3;
const MIN_THUMB: f32 = 20.0;
/// While paragraphs are being measured the map is made anew this often, in seconds: it changes by pixels only.
const PATIENCE: f64 = 0.5;

/// One topic in one slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tick {
    topic: TopicIx,
    /// Another topic is selected.
    pale: bool,
}

/// What lies in one slot.
#[derive(Clone, Debug, Default)]
struct Slot {
    ticks: Vec<Tick>,
    hit: bool,
}

/// What the slots were made of.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    generation: u64,
    heights: u64,
    map_height: u32,
    measured: [u32; 3],
    visible: Vec<bool>,
    topics: Option<Range<usize>>,
    query: String,
    hits: usize,
    article: (u32, usize),
}

#[derive(Default)]
pub struct MapMemory {
    made_of: Option<Key>,
    slots: Vec<Slot>,
    /// When that was, in seconds.
    made_at: f64,
    /// Where the thumb was taken, below its top edge.
    grip: f32,
}

/// Draws the map; gives back where a click or a drag on it leads.
pub fn minimap_ui(
    ui: &mut Ui,
    page: &Page,
    marks: &Marks,
    scroll: &mut Scroll,
    place: Place,
    memory: &mut MapMemory,
    generation: u64,
) -> Option<Place> {
    let map = page.map;
    gather(page, marks, scroll, memory, generation);
    let painter = ui.painter();
    painter.rect_filled(map, 3.0, page.tokens.sunken);
    draw_slots(ui, map, marks, &memory.slots);
    let scale = f64::from(map.height()) / whole(page, scroll);
    let top = scroll.y(place) * scale;
    let height = (f64::from(page.view.height()) * scale) as f32;
    let thumb = thumb_rect(map, top as f32, height);
    let response = ui.interact(map.expand2(vec2(3.0, 0.0)), ui.scope_id().with("minimap"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Minimap"));
    let live = response.hovered() || response.dragged();
    let line = if live { page.tokens.text } else { page.tokens.muted };
    ui.painter().rect_stroke(thumb, CornerRadius::same(3), Stroke::new(1.0, line), StrokeKind::Middle);
    let pointer = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on())?;
    if ui.input(|input| input.pointer.primary_pressed()) {
        let on_thumb = thumb.y_range().contains(pointer.y);
        memory.grip = if on_thumb { pointer.y - (map.top() + top as f32) } else { height / 2.0 };
    }
    let y = f64::from(pointer.y - memory.grip - map.top()) / scale;
    Some(scroll.at(y.max(0.0)))
}

/// The length that the map stands for: a short article is drawn at its own size.
fn whole(page: &Page, scroll: &Scroll) -> f64 {
    scroll.total().max(f64::from(page.view.height()))
}

fn thumb_rect(map: Rect, top: f32, height: f32) -> Rect {
    let grown = height.max(MIN_THUMB);
    let top = (map.top() + top - (grown - height) / 2.0).clamp(map.top(), (map.bottom() - grown).max(map.top()));
    let rect = Rect::from_x_y_ranges(map.x_range(), Rangef::new(top, (top + grown).min(map.bottom())));
    rect.expand2(vec2(1.5, 0.0))
}

fn draw_slots(ui: &Ui, map: Rect, marks: &Marks, slots: &[Slot]) {
    let inner = map.x_range().shrink(2.0);
    for (index, slot) in slots.iter().enumerate() {
        let top = map.top() + index as f32 * SLOT;
        let y = Rangef::new(top, top + TICK);
        let width = inner.span() / slot.ticks.len().max(1) as f32;
        for (beside, tick) in slot.ticks.iter().enumerate() {
            let left = inner.min + beside as f32 * width;
            let color = if tick.pale { marks.pale_color(tick.topic) } else { marks.color(tick.topic) };
            ui.painter().rect_filled(Rect::from_x_y_ranges(Rangef::new(left, left + width), y), 1.0, color);
        }
        if slot.hit {
            let x = Rangef::new(map.right() - 5.0, map.right() + 2.0);
            ui.painter().rect_filled(Rect::from_x_y_ranges(x, y), 0.0, marks.tokens.current_hit);
        }
    }
}

/// Makes the slots anew if anything they are made of has changed.
fn gather(page: &Page, marks: &Marks, scroll: &Scroll, memory: &mut MapMemory, generation: u64) {
    let key = Key {
        generation,
        heights: scroll.heights.revision(),
        map_height: page.map.height().to_bits(),
        measured: page.measure_key(),
        visible: marks.visible.clone(),
        topics: marks.emphasis.topics.clone(),
        query: marks.query.to_owned(),
        hits: marks.hits.len(),
        article: (marks.article.0, page.article.text.len()),
    };
    let now = page.ctx.input(|input| input.time);
    if let Some(known) = &memory.made_of {
        let measuring = scroll.heights.is_measuring() && now - memory.made_at < PATIENCE;
        if *known == key || (measuring && *known == (Key { heights: known.heights, ..key.clone() })) {
            return;
        }
    }
    memory.made_of = Some(key);
    memory.made_at = now;
    let scale = f64::from(page.map.height()) / whole(page, scroll);
    memory.slots = vec![Slot::default(); (page.map.height() / SLOT).max(1.0) as usize];
    let last = memory.slots.len() - 1;
    let slot = |y: f64| ((y * scale) as f32 / SLOT) as usize;
    for passage in marks.passages.iter().filter(|passage| marks.visible[passage.topic.index()]) {
        let y = height_of(page.article, scroll, passage.paragraph as usize, passage.span);
        let tick = Tick { topic: marks.tree.top(passage.topic), pale: marks.steps_back(passage.topic) };
        add(&mut memory.slots[slot(y).min(last)].ticks, tick);
    }
    for hit in marks.hits {
        if let Some(paragraph) = page.article.paragraph_at(hit.start as usize) {
            memory.slots[slot(height_of(page.article, scroll, paragraph, *hit)).min(last)].hit = true;
        }
    }
}

/// Each topic once; what belongs to the selected topic comes first and stays.
fn add(ticks: &mut Vec<Tick>, tick: Tick) {
    if let Some(known) = ticks.iter_mut().find(|known| known.topic == tick.topic) {
        known.pale &= tick.pale;
    } else if ticks.len() < BESIDE {
        ticks.push(tick);
    } else if let Some(known) = ticks.iter_mut().find(|known| known.pale && !tick.pale) {
        *known = tick;
    }
}

/// How far a span is below the top of the header, by the share of its paragraph's letters before it.
fn height_of(article: &Article, scroll: &Scroll, paragraph: usize, span: Span) -> f64 {
    let place = article.paragraphs[paragraph].span;
    let share = f64::from(span.start.saturating_sub(place.start)) / place.len().max(1) as f64;
    let offset = share * f64::from(scroll.heights.get(paragraph));
    scroll.y(Place { paragraph, offset: offset as f32 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_topic_is_never_crowded_out_of_a_slot() {
        let tick = |topic, pale| Tick { topic: TopicIx(topic), pale };
        let mut ticks = Vec::new();
        for topic in 1..=4 {
            add(&mut ticks, tick(topic, true));
        }
        add(&mut ticks, tick(5, false));
        add(&mut ticks, tick(2, false));
        assert_eq!(ticks, [tick(5, false), tick(2, false), tick(3, true)]);
    }

    #[test]
    fn a_thumb_stays_on_the_map_and_can_be_taken() {
        let map = Rect::from_min_max(egui::pos2(0.0, 10.0), egui::pos2(12.0, 110.0));
        assert_eq!(thumb_rect(map, 98.0, 2.0).y_range(), Rangef::new(90.0, 110.0));
        assert_eq!(thumb_rect(map, 0.0, 100.0).y_range(), Rangef::new(10.0, 110.0));
    }
}
