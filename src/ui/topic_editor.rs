//! The form on a topic: name, colour, scope note and rules, with what the rules would add and take away.

use super::dialogs::{answers, heading};
use super::fonts;
use super::theme::{Tokens, tokens};
use super::widgets;
use crate::analysis::{Preview, PreviewPassage};
use crate::app::{Answer, Command, Commands, State, TopicForm};
use crate::model::{Color, PALETTE, RuleMistake};
use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Margin, RichText, Role, ScrollArea, Sense, Stroke, TextEdit, Ui, WidgetInfo, vec2};
use std::ops::Range;

pub fn topic_editor_ui(ui: &mut Ui, state: &State, form: &TopicForm, commands: &mut Commands) {
    ui.set_width((ui.ctx().content_rect().width() - 80.0).min(640.0));
    heading(ui, if form.topic.is_some() { "Topic" } else { "New topic" });
    let mut changed = form.clone();
    name_ui(ui, &mut changed);
    colors_ui(ui, &mut changed);
    field(ui, "Scope note: what belongs here, and what does not", |ui| {
        let edit = TextEdit::multiline(&mut changed.note).id(Id::unique("topic-note")).desired_rows(2);
        ui.add(edit.desired_width(f32::INFINITY).margin(Margin::symmetric(8, 5))).accessible_name("Scope note");
    });
    rules_ui(ui, &mut changed);
    preview_ui(ui, state, form);
    if let Some(problem) = &form.problem {
        ui.label(RichText::new(problem).color(tokens(ui).warning));
    }
    if changed != *form {
        commands.push(Command::Answer(Answer::FillingTopic(Box::new(changed))));
    }
    let save = if form.topic.is_some() { "Save" } else { "Add topic" };
    answers(ui, &[(save, Answer::Filled), ("Cancel", Answer::Cancel)], commands);
}

fn field(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    ui.label(RichText::new(name).size(12.0).color(tokens(ui).muted));
    add(ui);
}

fn name_ui(ui: &mut Ui, form: &mut TopicForm) {
    field(ui, "Name", |ui| {
        let id = Id::unique("topic-name");
        let edit = TextEdit::singleline(&mut form.name).id(id).desired_width(f32::INFINITY);
        let response = ui.add(edit.margin(Margin::symmetric(8, 5))).accessible_name("Name");
        // A new topic is named first.
        let shown = Id::unique("topic-shown");
        let first = ui.data_mut(|data| !std::mem::replace(data.get_temp_mut_or_default::<bool>(shown), true));
        if first && form.name.is_empty() {
            response.request_focus();
        }
    });
}

/// The colours that can be told apart, and the one that the topic has.
fn colors_ui(ui: &mut Ui, form: &mut TopicForm) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let own = form.color.filter(|color| !PALETTE.contains(color));
        for color in own.into_iter().chain(PALETTE) {
            if swatch_ui(ui, color, &format!("Colour {color}"), form.color == Some(color)) {
                form.color = Some(color);
            }
        }
    });
}

fn swatch_ui(ui: &mut Ui, color: Color, name: &str, chosen: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name));
    let colors = tokens(ui);
    ui.painter().rect_filled(rect.shrink(4.0), 4.0, colors.topic(color));
    if chosen {
        ui.painter().rect_stroke(rect.shrink(1.0), 6.0, Stroke::new(2.0, colors.text), egui::StrokeKind::Inside);
    }
    widgets::focus_ring(ui, rect, 6, &response);
    response.on_hover_text(name).clicked()
}

fn rules_ui(ui: &mut Ui, form: &mut TopicForm) {
    let colors = tokens(ui);
    let mistake = form.mistake.clone();
    field(ui, "Rules, one a line", |ui| {
        ScrollArea::vertical().id_salt("topic-rules").max_height(150.0).show(ui, |ui| {
            let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
                let mut job = rules_job(text.as_str(), mistake.as_ref(), colors);
                job.wrap.max_width = width;
                ui.painter().layout_job(job)
            };
            let edit = TextEdit::multiline(&mut form.rules).id(Id::unique("topic-rules")).desired_rows(5);
            let edit = edit.desired_width(f32::INFINITY).margin(Margin::symmetric(8, 5)).layouter(&mut layouter);
            ui.add(edit.hint_text("sanction\ntroops near 6 border\nVienna unless OSCE")).accessible_name("Rules");
        });
    });
    if let Some((line, mistake)) = &form.mistake {
        let words = format!("Line {}: {}", line + 1, mistake.message);
        ui.label(RichText::new(words).size(12.5).color(colors.warning));
    }
}

/// The rules with the mistake marked.
fn rules_job(text: &str, mistake: Option<&(usize, RuleMistake)>, colors: &Tokens) -> LayoutJob {
    let plain = TextFormat::simple(egui::FontId::monospace(12.5), colors.text);
    let wrong = TextFormat {
        color: colors.warning,
        underline: Stroke::new(1.5, colors.warning),
        ..TextFormat::simple(egui::FontId::monospace(12.5), colors.warning)
    };
    let mut job = LayoutJob::default();
    let Some(range) = mistake.and_then(|(line, mistake)| in_text(text, *line, &mistake.range)) else {
        job.append(text, 0.0, plain);
        return job;
    };
    job.append(&text[..range.start], 0.0, plain.clone());
    job.append(&text[range.clone()], 0.0, wrong);
    job.append(&text[range.end..], 0.0, plain);
    job
}

/// Bytes of the whole text; where something is missing at a line's end, its last character.
fn in_text(text: &str, line: usize, range: &Range<usize>) -> Option<Range<usize>> {
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let words = text[start..].lines().next()?;
    let mut range = range.start.min(words.len())..range.end.min(words.len());
    if range.is_empty() {
        range.start = words.char_indices().next_back().map_or(0, |(at, _)| at);
        range.end = words.len();
    }
    let range = start + range.start..start + range.end;
    text.get(range.clone()).map(|_| range)
}

/// "+12 passages, −3", and a handful of them.
fn preview_ui(ui: &mut Ui, state: &State, form: &TopicForm) {
    let colors = tokens(ui);
    let words = match (&form.preview, form.is_trying) {
        (_, true) => "Trying the rules…".to_owned(),
        (Some(preview), false) => outcome(preview),
        (None, false) => "What the rules would add and take away is shown here while you write them.".to_owned(),
    };
    ui.label(RichText::new(words).size(12.5).color(colors.muted));
    let Some(preview) = &form.preview else { return };
    ScrollArea::vertical().id_salt("topic-preview").max_height(170.0).auto_shrink([false, true]).show(ui, |ui| {
        for passage in preview.examples() {
            example_ui(ui, state, &passage, colors);
        }
    });
}

fn outcome(preview: &Preview) -> String {
    match (preview.added, preview.removed) {
        (0, 0) => "The passages stay as they are.".to_owned(),
        (added, 0) => format!("+{added} {}", passages(added)),
        (0, removed) => format!("−{removed} {}", passages(removed)),
        (added, removed) => format!("+{added} {}, −{removed} {}", passages(added), passages(removed)),
    }
}

fn passages(count: usize) -> &'static str {
    if count == 1 { "passage" } else { "passages" }
}

fn example_ui(ui: &mut Ui, state: &State, passage: &PreviewPassage, colors: &Tokens) {
    let Some(article) = state.library.article(passage.article) else { return };
    let Some(words) = article.text.get(passage.span.range()) else { return };
    let (sign, color) = if passage.added { ("+ ", colors.accent) } else { ("− ", colors.warning) };
    let mut job = LayoutJob::default();
    let format = |color| TextFormat { line_height: Some(19.0), ..TextFormat::simple(fonts::reading(13.5), color) };
    job.append(sign, 0.0, format(color));
    let mut at = passage.span.start as usize;
    for span in &passage.words {
        if (span.start as usize) < at || span.end > passage.span.end {
            continue; // Words before the sentence that the rule leans on.
        }
        job.append(&flat(&article.text[at..span.start as usize]), 0.0, format(colors.text));
        let marked = TextFormat { underline: Stroke::new(1.4, color), ..format(colors.text) };
        job.append(&flat(&article.text[span.range()]), 0.0, marked);
        at = span.end as usize;
    }
    job.append(&flat(&words[at - passage.span.start as usize..]), 0.0, format(colors.text));
    job.append(article.source_name(), 8.0, TextFormat::simple(fonts::plain(11.5), colors.muted));
    ui.label(job);
}

fn flat(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
