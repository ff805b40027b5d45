//! The two ends of the selected passage, to be dragged elsewhere.

use super::marks::Marks;
use super::page::Page;
use super::pointer::Shown;
use crate::app::{Command, Commands, PassageRef};
use crate::model::Span;
use egui::{CursorIcon, Id, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

const RADIUS: f32 = 4.5;
/// What can be caught around a handle.
const REACH: f32 = 7.0;

/// The bounds that a drag has come to, while it lasts.
#[derive(Default)]
pub struct HandleMemory {
    dragged: Option<(PassageRef, Span)>,
}

impl HandleMemory {
    /// The bounds to draw in the place of the passage's own.
    pub fn bounds(&self) -> Option<Span> {
        self.dragged.map(|(_, span)| span)
    }
}

/// Draws the handles and follows a drag; when it ends the passage gets its new bounds. Gives back by how much to
/// scroll because a handle is held at the page's edge.
pub fn handles_ui(
    ui: &Ui,
    page: &Page,
    shown: &[Shown],
    marks: &Marks,
    memory: &mut HandleMemory,
    commands: &mut Commands,
) -> f32 {
    let free = marks.selected.is_none() || memory.dragged.is_some();
    let index = marks.emphasis.passage.filter(|_| free);
    let Some((index, passage)) = index.and_then(|index| Some((index, marks.passages.get(index)?))) else {
        memory.dragged = None;
        return 0.0;
    };
    let which = PassageRef { article: marks.article, index: index as u32 };
    let now = memory.dragged.filter(|(dragged, _)| *dragged == which).map_or(passage.span, |(_, span)| span);
    let color = marks.color(passage.topic);
    let mut edge = 0.0;
    for (name, is_start) in [("Beginning of the passage", true), ("End of the passage", false)] {
        let Some(at) = place(shown, now, is_start) else { continue };
        let rect = Rect::from_center_size(at, vec2(REACH, REACH) * 2.0);
        let response = ui.interact(rect, Id::unique(("handle", is_start)), Sense::drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, name));
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        ui.painter().circle(at, RADIUS, color, egui::Stroke::new(1.5, page.tokens.page));
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
            edge = super::pointer::edge_scroll(ui, page, pointer);
            let byte = super::pointer::word_edge(page.article, shown, pointer, is_start);
            memory.dragged = byte.and_then(|byte| Some((which, dragged_to(now, byte, is_start)?))).or(memory.dragged);
            ui.ctx().request_repaint();
        }
        if response.drag_stopped()
            && let Some((passage, span)) = memory.dragged.take()
        {
            commands.push(Command::Resize { passage, span });
        }
    }
    edge
}

/// The bounds with one end at `byte`; at least something is left between them.
fn dragged_to(now: Span, byte: usize, is_start: bool) -> Option<Span> {
    let (start, end) = if is_start { (byte, now.end as usize) } else { (now.start as usize, byte) };
    (start < end).then(|| Span::new(start, end))
}

/// Where a handle stands: at the upper end of the first line, at the lower end of the last.
fn place(shown: &[Shown], span: Span, is_start: bool) -> Option<Pos2> {
    let holds = |shown: &&Shown| {
        let byte = if is_start { span.start } else { span.end.saturating_sub(1) };
        shown.laid.span.start <= byte && byte < shown.laid.span.end
    };
    let laid = &shown.iter().find(holds)?.laid;
    let rects = laid.rects(span.clip(laid.span)?);
    match is_start {
        true => rects.first().map(|rect| pos2(rect.left() - 1.0, rect.top())),
        false => rects.last().map(|rect| pos2(rect.right() + 1.0, rect.bottom())),
    }
}
