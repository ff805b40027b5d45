//! What changed between two versions of an article: what is gone struck through, what is new underlined.

use super::dialogs::{answers, heading};
use super::fonts;
use super::theme::{Tokens, tokens};
use crate::analysis::changes::Run;
use crate::app::{Answer, Commands};
use crate::model::{Article, Span};
use crate::work::Comparison;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, RichText, ScrollArea, Stroke, Ui};

/// Of a long stretch that stayed as it was, so many characters are shown at either end.
const KEPT_SHOWN: usize = 90;
/// More runs than anybody reads here are not laid out.
const MOST_RUNS: usize = 400;

pub fn changes_ui(ui: &mut Ui, comparison: &Comparison, commands: &mut Commands) {
    let Comparison { old, new, changes } = comparison;
    heading(ui, "What changed");
    let colors = tokens(ui);
    ui.label(RichText::new(format!("from  {}", name(old))).color(colors.muted));
    ui.label(RichText::new(format!("to  {}", name(new))).color(colors.muted));
    ui.add_space(4.0);
    if changes.is_empty() {
        ui.label("Nothing but capitals, quotation marks or white space.");
    }
    let height = ui.ctx().content_rect().height() * 0.6;
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        for run in changes.runs.iter().take(MOST_RUNS) {
            ui.label(job(run, old, new, colors));
        }
        if let Some(more) = changes.runs.len().checked_sub(MOST_RUNS).filter(|more| *more > 0) {
            ui.label(RichText::new(format!("{more} more")).color(colors.muted));
        }
    });
    answers(ui, &[("Close", Answer::Cancel)], commands);
}

/// Outlet, date, time and file.
fn name(article: &Article) -> String {
    let date = article.date.map(|date| format!(" · {}", date.short())).unwrap_or_default();
    let time = article.time.map(|time| format!(" · {}", time.clock())).unwrap_or_default();
    format!("{}{date}{time} · {}", article.source_name(), article.path)
}

/// One run as text: kept words plain, and shortened where they are many.
fn job(run: &Run, old: &Article, new: &Article, colors: &Tokens) -> LayoutJob {
    let mut job = LayoutJob::default();
    match run {
        Run::Kept { new: span, .. } => job.append(&shortened(span.text(&new.text)), 0.0, plain(colors.muted)),
        Run::Added(span) => job.append(span.text(&new.text), 0.0, added(colors)),
        Run::Removed(span) => job.append(span.text(&old.text), 0.0, removed(colors)),
        Run::Replaced { old: old_span, new: new_span, words } if words.is_empty() => {
            job.append(old_span.text(&old.text), 0.0, removed(colors));
            job.append(new_span.text(&new.text), 6.0, added(colors));
        }
        Run::Replaced { new: span, words, .. } => words_ui(&mut job, words, *span, old, new, colors),
    }
    job
}

/// The new sentence with what was taken out of it and put into it.
fn words_ui(job: &mut LayoutJob, words: &[Run], sentence: Span, old: &Article, new: &Article, colors: &Tokens) {
    // Marks between words belong to none of them; they are shown as the new text has them.
    let mut at = sentence.start;
    let between = |job: &mut LayoutJob, at: u32, to: u32| {
        if at < to {
            job.append(Span { start: at, end: to }.text(&new.text), 0.0, plain(colors.text));
        }
    };
    for word in words {
        let (taken, put) = match word {
            Run::Kept { new: span, .. } => {
                between(job, at, span.start);
                job.append(span.text(&new.text), 0.0, plain(colors.text));
                at = span.end;
                continue;
            }
            Run::Added(span) => (None, Some(span)),
            Run::Removed(span) => (Some(span), None),
            Run::Replaced { old, new, .. } => (Some(old), Some(new)),
        };
        if let Some(span) = put {
            between(job, at, span.start);
        }
        if let Some(span) = taken {
            job.append(span.text(&old.text), if put.is_some() { 0.0 } else { 3.0 }, removed(colors));
        }
        if let Some(span) = put {
            job.append(span.text(&new.text), if taken.is_some() { 3.0 } else { 0.0 }, added(colors));
            at = span.end;
        }
    }
    between(job, at, sentence.end);
}

fn shortened(text: &str) -> String {
    let count = text.chars().count();
    if count <= 2 * KEPT_SHOWN + 10 {
        return text.to_owned();
    }
    let start: String = text.chars().take(KEPT_SHOWN).collect();
    let end: String = text.chars().skip(count - KEPT_SHOWN).collect();
    format!("{} … {}", start.trim_end(), end.trim_start())
}

fn plain(color: Color32) -> TextFormat {
    TextFormat { line_height: Some(22.0), ..TextFormat::simple(fonts::reading(15.0), color) }
}

fn added(colors: &Tokens) -> TextFormat {
    TextFormat { underline: Stroke::new(1.5, colors.accent), ..plain(colors.accent) }
}

fn removed(colors: &Tokens) -> TextFormat {
    TextFormat { strikethrough: Stroke::new(1.2, colors.warning), ..plain(colors.warning) }
}
