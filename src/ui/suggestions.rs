//! Sentences that look like the topic's passages, with the words that speak for each, to be taken or rejected.

use super::theme::{Tokens, tokens};
use super::{fonts, widgets};
use crate::analysis::learn::{LearntWord, Suggestion, SuggestionKind};
use crate::app::{Command, Commands, State, Suggestions};
use crate::model::{Article, Language, Span};
use egui::text::{LayoutJob, TextFormat};
use egui::{Frame, Id, Margin, RichText, ScrollArea, Sense, Stroke, Ui, vec2};

pub fn suggestions_ui(ui: &mut Ui, state: &State, suggestions: &Suggestions, commands: &mut Commands) {
    let colors = tokens(ui);
    if suggestions.is_working {
        ui.label(RichText::new("Learning what the topic's passages have in common…").color(colors.muted));
        return;
    }
    ScrollArea::vertical().id_salt("suggestions").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        words_ui(ui, &suggestions.words[0], commands);
        if suggestions.list.is_empty() {
            let words = "Nothing else looks like the passages of this topic. Keep or reject some to teach it more.";
            ui.label(RichText::new(words).color(colors.muted));
        }
        let mut kind = None;
        for (number, suggestion) in suggestions.list.iter().enumerate() {
            if kind.replace(suggestion.kind) != Some(suggestion.kind) {
                ui.label(RichText::new(heading(suggestion.kind)).font(fonts::strong(12.5)));
            }
            card_ui(ui, state, number, suggestion, commands);
        }
    });
}

fn heading(kind: SuggestionKind) -> &'static str {
    match kind {
        SuggestionKind::Top => "Most like the topic's passages",
        SuggestionKind::Border => "On the border: what you say of these teaches most",
    }
}

/// Words that a rule could look for.
fn words_ui(ui: &mut Ui, words: &[LearntWord], commands: &mut Commands) {
    if words.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new("Words that speak for it").size(12.0).color(tokens(ui).muted));
        for word in words {
            let help = format!("In {} of its sentences. Make it a rule…", word.sentences);
            if widgets::chip(ui, &word.text, false).on_hover_text(help).clicked() {
                let label = if word.language == Language::Other { "" } else { word.language.code() };
                let rule = if label.is_empty() { word.text.clone() } else { format!("{label}: {}", word.text) };
                commands.push(Command::AddRule(rule));
            }
        }
    });
}

fn card_ui(ui: &mut Ui, state: &State, number: usize, suggestion: &Suggestion, commands: &mut Commands) {
    let Some((article, span)) = state.suggested_words(suggestion) else { return };
    let colors = tokens(ui);
    let frame = Frame::new().fill(colors.raised).stroke(Stroke::new(1.0, colors.line)).corner_radius(8);
    frame.inner_margin(Margin::same(12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let mut job = words_job(article, span, suggestion, colors);
        job.wrap.max_width = ui.available_width();
        let words = ui.add(egui::Label::new(job).sense(Sense::click()));
        if words.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            commands.push(Command::ShowWords { article: suggestion.place.article, span });
        }
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
        let date = article.date.map(|date| format!(" · {}", date.short())).unwrap_or_default();
        let source = format!("{}{date}", article.source_name());
        let end =
            widgets::text(ui, rect.left_center(), &source, fonts::plain(12.0), colors.muted, rect.width() - 110.0);
        let mut left = end + 12.0;
        for (words, taken, help) in [
            ("take", true, "It becomes a passage of the topic"),
            ("reject", false, "It is not about the topic and will not be offered again"),
        ] {
            let id = Id::unique(("suggestion", number, words));
            let at = egui::pos2(left, rect.center().y);
            let (response, right) = widgets::link(ui, id, at, words, words, 12.0);
            left = right + 10.0;
            if response.on_hover_text(help).clicked() {
                commands.push(Command::Take { number, taken });
            }
        }
    });
}

/// The sentence with the words that speak for it underlined.
fn words_job(article: &Article, sentence: Span, suggestion: &Suggestion, colors: &Tokens) -> LayoutJob {
    let format = TextFormat { line_height: Some(20.0), ..TextFormat::simple(fonts::reading(14.5), colors.text) };
    let marked = TextFormat { underline: Stroke::new(1.6, colors.accent), ..format.clone() };
    let mut words: Vec<Span> = suggestion.words.iter().map(|word| word.span).collect();
    words.sort_unstable();
    let flat = |from: u32, to: u32| article.text[from as usize..to as usize].replace(['\n', '\r'], " ");
    let (mut job, mut at) = (LayoutJob::default(), sentence.start);
    for word in words.into_iter().filter(|word| word.end <= sentence.end) {
        if word.start >= at {
            job.append(&flat(at, word.start), 0.0, format.clone());
            job.append(&flat(word.start, word.end), 0.0, marked.clone());
            at = word.end;
        }
    }
    job.append(&flat(at, sentence.end), 0.0, format);
    job
}
