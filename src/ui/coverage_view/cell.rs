//! One cell of the table: how many passages, or a sign for why there are none, and what was looked for.

use crate::app::{AskedCell, Cell, Column, Command, Commands, Doing, State, Whose};
use crate::model::{Color, Span, TopicIx};
use crate::ui::theme::{Tokens, mix, tokens};
use crate::ui::{fonts, widgets};
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, CursorIcon, EventFilter, Id, Key, Popup, PopupCloseBehavior, Rect, Response, RichText, Role, ScrollArea,
    Sense, Stroke, Ui, WidgetInfo, vec2,
};

/// Words that were looked for, as many as can be overlooked at once.
const MOST_WORDS: usize = 60;

fn cell_id(topic: TopicIx, column: usize) -> Id {
    Id::unique(("cell", topic, column))
}

pub fn cell_ui(
    ui: &Ui,
    state: &State,
    rect: Rect,
    rows: &[TopicIx],
    row: usize,
    number: usize,
    commands: &mut Commands,
) {
    let topic = rows[row];
    let cell = state.coverage.cell(topic, number);
    let rect = rect.shrink(1.5);
    let response = ui.interact(rect, cell_id(topic, number), Sense::click());
    let column = &state.coverage.columns[number];
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(state, topic, column, cell)));
    let colors = tokens(ui);
    let color = state.library.tree().topic(topic).color;
    match cell {
        Cell::Count(count) => {
            let fill = weighted(colors, color, count, state.coverage.most);
            ui.painter().rect_filled(rect, 4.0, fill);
            let galley = widgets::line(ui, &count.to_string(), fonts::plain(13.0), colors.text, rect.width());
            ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colors.text);
            if response.hovered() {
                ui.painter().rect_stroke(rect, 4.0, Stroke::new(1.5, colors.topic(color)), egui::StrokeKind::Inside);
            }
        }
        empty => {
            if response.hovered() {
                ui.painter().rect_filled(rect, 4.0, colors.hovered);
            }
            sign(ui, Rect::from_center_size(rect.center(), vec2(12.0, 12.0)), empty);
        }
    }
    widgets::focus_ring(ui, rect, 4, &response);
    if response.clicked() {
        commands.push(Command::Across(match cell {
            Cell::Count(_) => Doing::ReadCell { topic, column: number },
            _ => Doing::AskCell(Some((topic, number))),
        }));
    }
    if response.has_focus() {
        keys(ui, &response, rows, row, number, state.coverage.columns.len());
    }
    let asked = state.coverage.asked.as_ref().filter(|asked| (asked.topic, asked.column) == (topic, number));
    if let Some(asked) = asked {
        popup(&response, state, asked, commands);
    } else {
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        response.on_hover_ui(|ui| {
            ui.set_max_width(300.0);
            ui.label(name(state, topic, column, cell));
            let tells =
                if matches!(cell, Cell::Count(_)) { "Click to read them" } else { "Click for what was looked for" };
            ui.label(RichText::new(tells).size(12.0).color(colors.muted));
        });
    }
}

/// "Sanctions, Meduza: 5 passages".
fn name(state: &State, topic: TopicIx, column: &Column, cell: Cell) -> String {
    let topic = &state.library.tree().topic(topic).name;
    let says = match cell {
        Cell::Count(1) => "1 passage".to_owned(),
        Cell::Count(count) => format!("{count} passages"),
        Cell::Nothing if column.whose == Some(Whose::Nobody) => "nothing without a side".to_owned(),
        Cell::Nothing if column.whose.is_some() => "nothing found that they say".to_owned(),
        Cell::Nothing => "searched, nothing found".to_owned(),
        Cell::NotOfItsRound => "nothing found, and nobody in its round speaks of it".to_owned(),
        Cell::LeftOut => "leaves it out, you said".to_owned(),
        Cell::NotSearched => "not searched".to_owned(),
    };
    format!("{topic}, {}: {says}", column.name)
}

/// A tint by weight. Few are few at a glance, and text can be read on the fullest.
fn weighted(colors: &Tokens, topic: Color, count: u32, most: u32) -> Color32 {
    let share = (count as f32 / most.max(1) as f32).sqrt();
    let (least, fullest) = if colors.dark { (0.12, 0.46) } else { (0.08, 0.56) };
    mix(colors.page, colors.topic(topic), least + (fullest - least) * share)
}

/// The sign of an empty cell.
pub fn sign(ui: &Ui, rect: Rect, cell: Cell) {
    let color = tokens(ui).muted;
    let (painter, center) = (ui.painter(), rect.center());
    match cell {
        Cell::Count(_) => {}
        Cell::Nothing => _ = painter.circle_filled(center, 1.8, color),
        Cell::NotOfItsRound => {
            let faint = mix(tokens(ui).page, color, 0.55);
            painter.hline(center.x - 4.0..=center.x + 4.0, center.y, Stroke::new(1.2, faint));
        }
        Cell::LeftOut => {
            painter.circle_stroke(center, 5.0, Stroke::new(1.4, color));
            painter.line_segment([center + vec2(-4.5, 4.5), center + vec2(4.5, -4.5)], Stroke::new(1.4, color));
        }
        Cell::NotSearched => {
            for shift in [-4.0, 0.0, 4.0] {
                let middle = center + vec2(shift, 0.0);
                painter.line_segment([middle + vec2(-2.5, 4.0), middle + vec2(2.5, -4.0)], Stroke::new(1.0, color));
            }
        }
    }
}

/// Arrows go from cell to cell.
fn keys(ui: &Ui, response: &Response, rows: &[TopicIx], row: usize, column: usize, columns: usize) {
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let pressed = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    let to = if pressed(Key::ArrowDown) && row + 1 < rows.len() {
        Some((row + 1, column))
    } else if pressed(Key::ArrowUp) && row > 0 {
        Some((row - 1, column))
    } else if pressed(Key::ArrowRight) && column + 1 < columns {
        Some((row, column + 1))
    } else if pressed(Key::ArrowLeft) && column > 0 {
        Some((row, column - 1))
    } else {
        None
    };
    if let Some((next, beside)) = to {
        ui.memory_mut(|memory| memory.request_focus(cell_id(rows[next], beside)));
        let shift = vec2(beside as f32 - column as f32, next as f32 - row as f32) * response.rect.size();
        // With room around it, so that it does not stand under a head.
        ui.scroll_to_rect(response.rect.translate(shift).expand2(vec2(230.0, 80.0)), None);
    }
}

/// Why a cell is empty, and what the reader can say of it.
fn popup(response: &Response, state: &State, asked: &AskedCell, commands: &mut Commands) {
    let mut open = true;
    let popup =
        Popup::from_response(response).open_bool(&mut open).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let frame = egui::Frame::popup(&response.ctx.global_style()).inner_margin(14);
    popup.width(380.0).frame(frame).gap(4.0).show(|ui| {
        ui.set_max_width(380.0);
        why_ui(ui, state, asked, commands);
    });
    if !open || response.ctx.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::Across(Doing::AskCell(None)));
    }
}

fn why_ui(ui: &mut Ui, state: &State, asked: &AskedCell, commands: &mut Commands) {
    let colors = tokens(ui);
    let muted = |words: &str| RichText::new(words).size(12.0).color(colors.muted);
    let Some(column) = state.coverage.columns.get(asked.column) else { return };
    let topic = state.library.tree().full_name(asked.topic);
    if column.whose.is_some() {
        ui.label(RichText::new(format!("{topic}: {}", column.name)).font(fonts::strong(13.5)));
        ui.label(
            "No passage on this is found to be theirs. Where the articles name nobody, it is not known who says it.",
        );
        return;
    }
    ui.label(RichText::new(format!("{topic} in {}", column.name)).font(fonts::strong(13.5)));
    ui.label(why(asked));
    if asked.was_left_out {
        ui.label("You confirmed it for an earlier text of this article. Look again.");
    }
    if asked.cell != Cell::NotSearched {
        ui.add_space(4.0);
        ui.label(muted("Looked for"));
        let mut words = asked.words.iter().take(MOST_WORDS).map(String::as_str).collect::<Vec<&str>>().join(", ");
        if asked.words.len() > MOST_WORDS {
            words = format!("{words} and {} more", asked.words.len() - MOST_WORDS);
        }
        let words =
            if words.is_empty() { "Nothing: this topic has no rules for the language".to_owned() } else { words };
        ScrollArea::vertical().max_height(76.0).show(ui, |ui| ui.label(RichText::new(words).size(12.5)));
        ui.add_space(4.0);
        miss_ui(ui, state, asked, commands);
    }
    let Some(article) = asked.article.filter(|_| asked.cell != Cell::NotSearched) else { return };
    ui.add_space(6.0);
    let left_out = asked.cell != Cell::LeftOut;
    let does = if left_out { "Confirm: leaves it out" } else { "Take that back" };
    if ui
        .button(does)
        .on_hover_text("You looked, and the article does not speak of it. Ctrl+Z takes that back")
        .clicked()
    {
        commands.push(Command::Across(Doing::LeaveOut { topic: asked.topic, article, left_out }));
    }
}

fn why(asked: &AskedCell) -> String {
    match asked.cell {
        Cell::NotSearched => {
            let language = asked.language.map_or("this language", |language| language.name());
            format!(
                "Not searched: the topic tree has no rules for {language}. Nothing can be said of what it leaves out."
            )
        }
        Cell::LeftOut => "You confirmed that it leaves this out.".to_owned(),
        Cell::NotOfItsRound => {
            "Searched, nothing found. No other article on these talks speaks of it either, so nothing is left out."
                .to_owned()
        }
        _ if asked.spoken_of => "Searched, nothing found. Others on these talks speak of it.".to_owned(),
        _ => "Searched, nothing found.".to_owned(),
    }
}

/// The sentence that comes closest; a click goes there.
fn miss_ui(ui: &mut Ui, state: &State, asked: &AskedCell, commands: &mut Commands) {
    let colors = tokens(ui);
    let Some((ix, miss)) = &asked.miss else {
        ui.label(RichText::new("No sentence has any of these words.").size(12.0).color(colors.muted));
        return;
    };
    let Some(article) = state.library.article(*ix) else { return };
    let Some(span) = article.sentences.get(miss.sentence as usize).map(|sentence| sentence.span) else { return };
    ui.label(RichText::new("Comes closest").size(12.0).color(colors.muted));
    let job = underlined(&article.text, span, &miss.found, colors, 340.0);
    let words = span.text(&article.text).replace(['\n', '\r'], " ");
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(16.0, 12.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let fill = if response.hovered() { colors.hovered } else { colors.raised };
    ui.painter().rect(rect, 6.0, fill, Stroke::new(1.0, colors.line), egui::StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(8.0, 6.0), galley, colors.text);
    widgets::focus_ring(ui, rect, 6, &response);
    if response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text("Read it in the article").clicked() {
        commands.push(Command::ShowWords { article: *ix, span });
    }
}

/// The words of a span, with some of them underlined.
fn underlined(text: &str, span: Span, marked: &[Span], colors: &Tokens, width: f32) -> LayoutJob {
    let plain = TextFormat::simple(fonts::reading(14.0), colors.text);
    let under = TextFormat { underline: Stroke::new(1.3, colors.accent), ..plain.clone() };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut at = span.start;
    let mut add = |from: u32, to: u32, format: &TextFormat| {
        if from < to {
            job.append(&Span { start: from, end: to }.text(text).replace(['\n', '\r'], " "), 0.0, format.clone());
        }
    };
    for word in marked.iter().filter_map(|word| word.clip(span)) {
        add(at, word.start, &plain);
        add(word.start.max(at), word.end, &under);
        at = word.end.max(at);
    }
    add(at, span.end, &plain);
    job
}
