//! The pointer on the text: a click on a highlight, selecting words, what a highlight tells when pointed at.
//!
//! The selection is our own, from byte to byte of the article, because egui's ends where it is not drawn:
//! here most paragraphs are not.

use super::laid::Laid;
use super::marks::Marks;
use super::page::Page;
use super::pieces::{self, Piece};
use super::scroll::Place;
use super::tooltip;
use crate::app::{Command, Commands, PassageRef, State};
use crate::model::{Article, ArticleIx, Span};
use crate::ui::who;
use egui::{CursorIcon, Pos2, Response, Sense, Ui};

/// Near the upper and lower edge a drag scrolls, in points and points a second for each point beyond.
const EDGE: f32 = 28.0;
const EDGE_SPEED: f32 = 14.0;

/// A paragraph on the screen with its pieces.
pub struct Shown<'a> {
    pub laid: Laid<'a>,
    pub pieces: Vec<Piece>,
}

#[derive(Default)]
pub struct PointerMemory {
    /// Where the selection began.
    anchor: Option<usize>,
    dragging: bool,
    /// What was on the screen, and since when, in seconds since the start.
    still: Option<(ArticleIx, Place, f64)>,
    /// The paragraph that a menu was asked for.
    pub menu: Option<usize>,
    /// The highlight that was just clicked: it is under the pointer and need not be brought anywhere.
    pub clicked: Option<Span>,
}

/// Turns clicks and drags into commands; gives back by how much to scroll because of a drag at the edge.
pub fn pointer_ui(
    ui: &Ui,
    page: &Page,
    response: &Response,
    shown: &[Shown],
    marks: &Marks,
    memory: &mut PointerMemory,
    commands: &mut Commands,
) -> f32 {
    let select = |span: Option<Span>, commands: &mut Commands| {
        let span = span.filter(|span| !span.is_empty());
        if span != marks.selected {
            commands.push(Command::SelectText(span));
        }
    };
    let Some(place) = response.interact_pointer_pos() else {
        memory.dragging = false;
        return 0.0;
    };
    if response.drag_started_by(egui::PointerButton::Primary) {
        let start = ui.input(|input| input.pointer.press_origin()).unwrap_or(place);
        let extends = ui.input(|input| input.modifiers.shift) && memory.anchor.is_some();
        memory.anchor = if extends { memory.anchor } else { byte_at(shown, start) };
        memory.dragging = memory.anchor.is_some();
    }
    if memory.dragging && response.dragged() {
        select(words_between(page.article, memory.anchor, byte_at(shown, place)), commands);
        return edge_scroll(ui, page, place);
    }
    memory.dragging = false;
    if response.triple_clicked() {
        select(byte_at(shown, place).and_then(|byte| sentence_at(page.article, byte)), commands);
    } else if response.double_clicked() {
        let word = byte_at(shown, place).and_then(|byte| word_at(page.article, byte));
        memory.anchor = word.map(|word| word.start as usize);
        select(word, commands);
    } else if response.clicked() && ui.input(|input| input.modifiers.shift) && memory.anchor.is_some() {
        select(words_between(page.article, memory.anchor, byte_at(shown, place)), commands);
    } else if response.clicked() {
        memory.anchor = byte_at(shown, place);
        select(None, commands);
        if let Some((_, piece, _)) = piece_at(shown, place) {
            let index = pieces::pick(marks.passages, piece, &marks.emphasis);
            let passage = &marks.passages[index];
            memory.clicked = Some(passage.span);
            let reference = PassageRef { article: marks.article, index: index as u32 };
            commands.push(Command::SelectPassage { passage: reference, topic: Some(passage.topic) });
        }
    }
    0.0
}

/// Whether the pointer has moved since the text last did: only then does it point at what is under it now.
pub fn has_pointed(ui: &Ui, memory: &mut PointerMemory, ix: ArticleIx, place: Place) -> bool {
    let (now, rested) = ui.input(|input| (input.time, input.pointer.time_since_last_movement()));
    let since = match memory.still {
        Some((article, seen, since)) if (article, seen) == (ix, place) => since,
        _ => now,
    };
    memory.still = Some((ix, place, since));
    f64::from(rested) < now - since
}

/// The shape of the pointer, and what the highlight under it has to tell.
pub fn hover_ui(ui: &Ui, state: &State, page: &Page, response: &Response, shown: &[Shown], marks: &Marks, quiet: bool) {
    let Some(place) = response.hover_pos() else { return };
    let on_text = shown.iter().any(|shown| shown.laid.rect().contains(place));
    if on_text || response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Text);
    }
    if quiet {
        return;
    }
    if let Some((laid, piece, rect)) = piece_at(shown, place) {
        let id = ui.scope_id().with(("piece", laid.index, piece.span.start, rect.top() as i32));
        let response = ui.interact(rect, id, Sense::hover());
        response.on_hover_ui_at_pointer(|ui| {
            tooltip::tooltip_ui(ui, page.article, piece, marks);
            let sentence = piece.passages.first().map(|index| marks.passages[*index].sentence);
            if let Some((ix, sentence)) = state.view.article.zip(sentence) {
                who::told_ui(ui, state, ix, sentence);
            }
        });
    }
}

impl PointerMemory {
    pub fn is_dragging(&self) -> bool {
        self.dragging
    }
}

/// Copies what is selected, if the keyboard belongs to no text field.
pub fn copy(ui: &Ui, article: &Article, selected: Option<Span>) {
    let asked = ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Copy)));
    if asked
        && !ui.ctx().text_edit_focused()
        && let Some(text) = selected.and_then(|span| article.text.get(span.range()))
    {
        ui.ctx().copy_text(text.to_owned());
    }
}

fn piece_at<'a>(shown: &'a [Shown<'a>], place: Pos2) -> Option<(&'a Laid<'a>, &'a Piece, egui::Rect)> {
    let under = shown.iter().find(|shown| shown.laid.rect().expand(1.0).contains(place))?;
    under.pieces.iter().find_map(|piece| {
        let rect = under.laid.rects(piece.span).into_iter().find(|rect| rect.contains(place))?;
        Some((&under.laid, piece, rect))
    })
}

/// The paragraph nearest to a place.
pub fn paragraph_at(shown: &[Shown], place: Pos2) -> Option<usize> {
    let nearest = shown.iter().find(|shown| place.y <= shown.laid.rect().bottom()).or(shown.last())?;
    Some(nearest.laid.index)
}

/// The byte nearest to a place, which may be beside the text, between paragraphs or out of the page.
fn byte_at(shown: &[Shown], place: Pos2) -> Option<usize> {
    let nearest = shown.iter().find(|shown| place.y <= shown.laid.rect().bottom()).or(shown.last())?;
    Some(nearest.laid.byte_at(place))
}

/// The edge of the word nearest to a place: where it begins or where it ends.
pub fn word_edge(article: &Article, shown: &[Shown], place: Pos2, is_start: bool) -> Option<usize> {
    let byte = byte_at(shown, place)?;
    let word = word_at(article, byte);
    Some(word.map_or(byte, |word| if is_start { word.start as usize } else { word.end as usize }))
}

/// From `anchor` to `head`, in whole words where it is more than a part of one.
fn words_between(article: &Article, anchor: Option<usize>, head: Option<usize>) -> Option<Span> {
    let (anchor, head) = (anchor?, head?);
    let (start, end) = (anchor.min(head), anchor.max(head));
    let word = |byte: usize| word_at(article, byte).filter(|word| !is_unspaced(word.text(&article.text)));
    let (first, last) = (word(start), word(end));
    if start == end || (first.is_some() && first == last) {
        return Some(Span::new(start, end));
    }
    // At the very edge of a word none of it was meant.
    let start = first.filter(|word| start < word.end as usize).map_or(start, |word| word.start as usize);
    let end = last.filter(|word| end > word.start as usize).map_or(end, |word| word.end as usize);
    Some(Span::new(start.min(end), end))
}

/// Whether words are written without spaces between them, as in Chinese and Japanese: there a word is not known.
fn is_unspaced(word: &str) -> bool {
    word.chars()
        .any(|letter| matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{e00}'..='\u{e7f}'))
}

/// By how much to scroll because something is held near the upper or lower edge.
pub fn edge_scroll(ui: &Ui, page: &Page, place: Pos2) -> f32 {
    let above = (page.view.top() + EDGE - place.y).max(0.0);
    let below = (place.y - (page.view.bottom() - EDGE)).max(0.0);
    if above + below == 0.0 {
        return 0.0;
    }
    ui.ctx().request_repaint();
    (below - above) * EDGE_SPEED * ui.input(|input| input.stable_dt.min(0.1))
}

/// Letters and digits around `byte`, with apostrophes and hyphens between them.
fn word_at(article: &Article, byte: usize) -> Option<Span> {
    let paragraph = article.paragraphs[article.paragraph_at(byte.min(article.text.len().checked_sub(1)?))?].span;
    let text = &article.text;
    let byte = byte.clamp(paragraph.start as usize, paragraph.end as usize);
    let in_word = |letter: &char| letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-' | '\u{301}');
    let before: usize =
        text[paragraph.start as usize..byte].chars().rev().take_while(in_word).map(char::len_utf8).sum();
    let after: usize = text[byte..paragraph.end as usize].chars().take_while(in_word).map(char::len_utf8).sum();
    let span = Span::new(byte - before, byte + after);
    let word = span.text(text);
    let trimmed = word.trim_matches(['\'', '’', '-']);
    let start = span.start as usize + word.find(trimmed)?;
    (!trimmed.is_empty()).then(|| Span::new(start, start + trimmed.len()))
}

/// The sentence that holds `byte`; its paragraph where it stands in none.
fn sentence_at(article: &Article, byte: usize) -> Option<Span> {
    let next = article.sentences.partition_point(|sentence| sentence.span.end as usize <= byte);
    let sentence = article.sentences.get(next).filter(|sentence| sentence.span.start as usize <= byte);
    let paragraph = article.paragraph_at(byte).map(|paragraph| article.paragraphs[paragraph].span);
    sentence.map(|sentence| sentence.span).or(paragraph)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fingerprint, Format, Language, Paragraph, ParagraphKind};

    #[test]
    fn a_double_click_takes_the_word_and_not_the_quotes_around_it() {
        let text = "He said: ‘Zelenskyy’s office’, Україна по-перше.";
        let paragraphs = vec![Paragraph { span: Span::new(0, text.len()), kind: ParagraphKind::Body }];
        let article = Article {
            path: String::new(),
            format: Format::Txt,
            headline: String::new(),
            outlet: None,
            author: None,
            date: None,
            time: None,
            address: None,
            language: Language::Other,
            text: text.to_owned(),
            paragraphs,
            sentences: Vec::new(),
            fingerprint: Fingerprint::of(text),
            warnings: Vec::new(),
        };
        let word = |part: &str| word_at(&article, text.find(part).unwrap() + part.len()).map(|span| span.text(text));
        assert_eq!(word("Zel"), Some("Zelenskyy’s"));
        assert_eq!(word("office"), Some("office"));
        assert_eq!(word("Укр"), Some("Україна"));
        assert_eq!(word("по-"), Some("по-перше"));
        assert_eq!(word("перше."), None);
        let drag = |from: &str, to: &str| {
            let (from, to) = (text.find(from).unwrap(), text.find(to).unwrap());
            words_between(&article, Some(from), Some(to)).map(|span| span.text(text))
        };
        assert_eq!(drag("skyy", "fice"), Some("Zelenskyy’s office"), "whole words");
        assert_eq!(drag("len", "yy"), Some("lensk"), "a part of one word is a part");
        assert_eq!(drag(" said", ": ‘"), Some(" said"), "an edge is no word");
    }
}
