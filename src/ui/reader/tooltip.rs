//! What a highlight tells when pointed at: its topics by name, and which words and rules linked it.

use super::marks::Marks;
use super::pieces::Piece;
use crate::model::{Article, Origin, Passage, Span};
use crate::ui::fonts;
use egui::{RichText, Sense, Ui, vec2};

const WIDTH: f32 = 340.0;
/// A rule may be long; its first part is enough to know it.
const RULE_LETTERS: usize = 90;
/// Reasons told for each topic.
const REASONS: usize = 3;

pub fn tooltip_ui(ui: &mut Ui, article: &Article, piece: &Piece, marks: &Marks) {
    ui.set_max_width(WIDTH);
    for index in &piece.passages {
        passage_ui(ui, article, &marks.passages[*index], marks);
    }
    if piece.passages.len() > 1 {
        ui.label(small("Click again for the next topic.", marks));
    }
}

fn passage_ui(ui: &mut Ui, article: &Article, passage: &Passage, marks: &Marks) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(9.0, 9.0), Sense::hover());
        ui.painter().rect_filled(rect, 2.0, marks.color(passage.topic));
        ui.label(RichText::new(marks.tree.full_name(passage.topic)).font(fonts::strong(13.0)));
    });
    if matches!(passage.origin, Origin::Reader(_)) {
        ui.label(small("Marked by you", marks));
    }
    let rules = &marks.tree.topic(passage.topic).rules;
    for reason in passage.reasons.iter().take(REASONS) {
        let rule = rules.get(usize::from(reason.rule)).map_or("", |rule| &rule.text);
        ui.label(small(&format!("linked by {}: {}", quoted(article, &reason.spans), shortened(rule)), marks));
        if !reason.context.is_empty() {
            ui.label(small(&format!("after {}", quoted(article, &reason.context)), marks));
        }
    }
    if let Some(more) = passage.reasons.len().checked_sub(REASONS).filter(|more| *more > 0) {
        ui.label(small(&format!("and {more} more"), marks));
    }
}

fn small(text: &str, marks: &Marks) -> RichText {
    RichText::new(text).font(fonts::plain(12.0)).color(marks.tokens.muted)
}

/// “massing troops”, “border”
fn quoted(article: &Article, spans: &[Span]) -> String {
    let words: Vec<String> =
        spans.iter().map(|span| format!("“{}”", span.text(&article.text).replace('\n', " "))).collect();
    words.join(", ")
}

fn shortened(rule: &str) -> String {
    match rule.char_indices().nth(RULE_LETTERS) {
        Some((end, _)) => format!("{}…", rule[..end].trim_end()),
        None => rule.to_owned(),
    }
}
