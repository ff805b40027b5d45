//! What became of a quotation in the other articles, told where it is pointed at, in menus and in lists.

use super::fonts;
use super::theme::tokens;
use crate::analysis::quote_check::{CheckedQuote, Elsewhere, Fate};
use crate::app::{Command, Commands, State};
use crate::model::{Article, ArticleIx, Span};
use egui::{RichText, Ui};

/// Letters of a sentence that are shown; nobody reads on in a list.
const MOST_LETTERS: usize = 320;

/// Outlets that are named; a line has room for no more.
const MOST_NAMES: usize = 8;
/// Articles that are asked for their outlets, each frame anew.
const MOST_ASKED: usize = 40;

/// A sentence without line ends, cut where it is very long.
pub fn one_line(article: &Article, span: Span) -> String {
    let words = span.text(&article.text).replace(['\n', '\r'], " ");
    match words.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

/// "TASS, Meduza".
pub fn outlets(state: &State, articles: &[ArticleIx]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for article in articles.iter().take(MOST_ASKED).filter_map(|ix| state.library.article(*ix)) {
        if !names.contains(&article.source_name()) {
            names.push(article.source_name());
        }
    }
    let more = articles.len() > MOST_ASKED || names.len() > MOST_NAMES;
    names.truncate(MOST_NAMES);
    format!("{}{}", names.join(", "), if more { " and others" } else { "" })
}

/// "same words in TASS (official) · cut in Ru-Main", "nowhere else".
pub fn fate_told(state: &State, quote: &CheckedQuote) -> String {
    let mut parts = Vec::new();
    for (fate, words) in [(Fate::SameWords, "same words in"), (Fate::Cut, "cut in"), (Fate::Reworded, "reworded in")] {
        let name = |other: &Elsewhere| {
            let name = outlets(state, &[other.article]);
            if other.official { format!("{name} (official)") } else { name }
        };
        let mut names: Vec<String> = quote.others.iter().filter(|other| other.fate == fate).map(name).collect();
        names.dedup();
        if !names.is_empty() {
            parts.push(format!("{words} {}", names.join(", ")));
        }
    }
    if parts.is_empty() { "nowhere else".to_owned() } else { parts.join(" · ") }
}

/// "Meduza · cut in TASS".
pub fn quote_told(state: &State, quote: &CheckedQuote) -> String {
    format!("{} · {}", outlets(state, &[quote.article]), fate_told(state, quote))
}

/// The words of the others, one below the other.
pub fn elsewhere_ui(ui: &mut Ui, state: &State, quote: &CheckedQuote) {
    ui.set_max_width(440.0);
    for other in quote.others.iter().take(6) {
        let Some(article) = state.library.article(other.article) else { continue };
        let fate = match other.fate {
            Fate::SameWords => "same words",
            Fate::Cut => "cut",
            Fate::Reworded => "reworded",
            Fate::NowhereElse => "",
        };
        ui.label(RichText::new(format!("{} · {fate}", article.source_name())).font(fonts::strong(12.5)));
        ui.label(RichText::new(one_line(article, other.span)).font(fonts::reading(14.0)));
    }
}

/// Goes to the words of the others.
pub fn elsewhere_menu(ui: &mut Ui, state: &State, quote: &CheckedQuote, commands: &mut Commands) {
    for other in &quote.others {
        let name = outlets(state, &[other.article]);
        let button = ui.button(format!("The quotation in {name}"));
        let words =
            state.library.article(other.article).map(|article| one_line(article, other.span)).unwrap_or_default();
        if button.on_hover_text(words).clicked() {
            commands.push(Command::ShowWords { article: other.article, span: other.span });
            ui.close();
        }
    }
}

/// Told on hover over a sentence: what became of the quotations in it.
pub fn quotes_ui(ui: &mut Ui, state: &State, article: ArticleIx, sentence: u32) {
    let Some((found, text)) = state.across.found().zip(state.library.article(article)) else { return };
    for quote in found.quotes_of(article, sentence) {
        let words: String = one_line(text, quote.span).chars().take(60).collect();
        let told = format!("{words}… {}", fate_told(state, quote));
        ui.label(RichText::new(told).size(12.0).color(tokens(ui).muted));
    }
}
