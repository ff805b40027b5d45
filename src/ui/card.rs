//! One passage as a card: its words with those that matter underlined, where it stands, and why it is linked.

use super::theme::{Tokens, tokens};
use super::{fonts, icons, note_editor, quotes, who, widgets};
use crate::app::{Action, Command, Commands, PassageRef, State, Writing};
use crate::model::{Article, ArticleIx, Origin, Passage, Reason, Span};
use egui::text::{CharIndex, LayoutJob, TextFormat};
use egui::{
    CornerRadius, CursorIcon, Galley, Id, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, epaint::RectShape, pos2, vec2,
};

const PAD: f32 = 12.0;
const QUOTE: f32 = 14.5;
/// Room for "keep" and "reject".
const DECIDE: f32 = 84.0;
const FOOT: f32 = 24.0;
/// Reasons shown on a card; the rest is told on hover.
const MOST_REASONS: usize = 3;

/// A card's height before it was laid out.
pub fn guess_height(bytes: usize, width: f32) -> f32 {
    let per_line = ((width - 2.0 * PAD) / (QUOTE * 0.5)).max(8.0);
    (bytes as f32 / per_line).ceil().max(1.0) * QUOTE * 1.4 + 2.0 * PAD + FOOT * 2.0
}

/// Draws a card with its top left corner at `at`. Its height.
pub fn card_ui(ui: &mut Ui, state: &State, at: Pos2, width: f32, which: PassageRef, commands: &mut Commands) -> f32 {
    let (Some(passage), Some(article)) = (state.passage(which), state.library.article(which.article)) else {
        return 0.0;
    };
    let colors = tokens(ui);
    let words = passage.span.text(&article.text).replace(['\n', '\r'], " ");
    let galley = quote(ui, &words, width - 2.0 * PAD, colors);
    let chips = reason_chips(article, passage);
    let second = !chips.is_empty() || state.view.topic != Some(passage.topic);
    let base = galley.size().y + 2.0 * PAD + FOOT + if second { FOOT } else { 0.0 };
    let selected = state.view.passage == Some(which);
    let frame = ui.painter().add(Shape::Noop);
    let below = Rect::from_min_size(at + vec2(PAD, base - PAD), vec2(width - 2.0 * PAD, f32::INFINITY));
    let id = Id::unique(("card", which));
    // The card takes its clicks before what lies on it: its notes, its links, its star.
    let rect = Rect::from_min_size(at, vec2(width, base));
    let response = ui.interact(rect, id, Sense::click());
    let rect = Rect::from_min_size(at, vec2(width, base + notes_ui(ui, state, which, below, commands)));
    widgets::name_choice(ui, &response, Role::ListBoxOption, selected, &words);
    ui.painter().set(frame, frame_shape(ui, state, passage, rect, selected, &response));
    widgets::focus_ring(ui, rect, 8, &response);
    let text_at = at + vec2(PAD, PAD);
    underline(ui, &galley, text_at, passage, colors.topic(state.library.tree().topic(passage.topic).color));
    ui.painter().galley(text_at, galley.clone(), colors.text);
    let foot = at.y + PAD + galley.size().y;
    let room = width - 2.0 * PAD;
    let place = foot_ui(ui, state, which.article, article, passage, pos2(at.x + PAD, foot), room, commands);
    let near = selected || ui.rect_contains_pointer(rect) || response.has_focus();
    // The topic gives way to what can be said of the passage; the chips stay where they are.
    let taken = topic_ui(ui, state, passage, pos2(at.x + PAD, foot + FOOT), room, !near).max(DECIDE);
    chips_ui(ui, &chips, pos2(at.x + PAD, foot + FOOT), room - taken, colors);
    let place = star_ui(ui, state, which, place, near, commands);
    let place = if near && second {
        let width = if passage.kept { DECIDE / 2.0 } else { DECIDE };
        pos2(at.x + PAD + room - width + 6.0, foot + 1.5 * FOOT)
    } else {
        place
    };
    decide_ui(ui, passage, which, place, near, commands);
    if response.clicked() {
        commands.push(Command::SelectPassage { passage: which, topic: None });
    }
    menu(&response, state, passage, which, commands);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if !passage.reasons.is_empty() {
        response.on_hover_ui(|ui| {
            reasons_ui(ui, state, article, passage);
            quotes::quotes_ui(ui, state, which.article, passage.sentence);
        });
    }
    rect.height()
}

/// The notes on a passage, and the one that is being written. Their height.
fn notes_ui(ui: &mut Ui, state: &State, which: PassageRef, area: Rect, commands: &mut Commands) -> f32 {
    let notes = state.notes_of(which);
    let about = state.writing.as_ref().and_then(|_| state.about_passage(which));
    let is_new =
        |writing: &&Writing| Some(&writing.about) == about.as_ref() && !notes.iter().any(|note| note.id == writing.id);
    let new = state.writing.as_ref().filter(is_new);
    if notes.is_empty() && new.is_none() {
        return 0.0;
    }
    let builder = UiBuilder::new().id_salt(("card-notes", which)).max_rect(area);
    let shown = ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for note in &notes {
            note_editor::note_ui(ui, state, note, commands);
        }
        if let Some(writing) = new {
            note_editor::editor_ui(ui, writing, commands);
        }
    });
    shown.response.rect.height() + PAD / 2.0
}

/// The star, where there is one or the reader is near. Where there is room after it.
fn star_ui(ui: &Ui, state: &State, which: PassageRef, at: Pos2, near: bool, commands: &mut Commands) -> Pos2 {
    let starred = state.star_of(which).is_some();
    if !starred && !near {
        return at;
    }
    let rect = Rect::from_center_size(at + vec2(7.0, 0.0), vec2(13.0, 13.0));
    let response = ui.interact(rect.expand(4.0), Id::unique(("star", which)), Sense::click());
    let does = if starred { "Take the star away" } else { "Star" };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, starred, does));
    let colors = tokens(ui);
    let color = match (starred, response.hovered()) {
        (true, _) => colors.warning,
        (false, true) => colors.text,
        (false, false) => colors.muted,
    };
    icons::star(ui.painter(), rect, starred, color);
    if response.clicked() {
        commands.push(Command::TurnStar(which));
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(Action::StarPassage.tooltip());
    at + vec2(22.0, 0.0)
}

fn quote(ui: &Ui, words: &str, width: f32, colors: &Tokens) -> std::sync::Arc<Galley> {
    let mut format = TextFormat::simple(fonts::reading(QUOTE), colors.text);
    format.line_height = Some(QUOTE * 1.4);
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

fn frame_shape(ui: &Ui, state: &State, passage: &Passage, rect: Rect, selected: bool, response: &Response) -> Shape {
    let colors = tokens(ui);
    let stroke = match (selected, response.hovered()) {
        (true, _) => Stroke::new(2.0, colors.topic(state.library.tree().topic(passage.topic).color)),
        (false, true) => Stroke::new(1.0, colors.muted),
        (false, false) => Stroke::new(1.0, colors.line),
    };
    RectShape::new(rect, CornerRadius::same(8), colors.raised, stroke, StrokeKind::Inside).into()
}

/// Lines under the words that the rules found.
fn underline(ui: &Ui, galley: &Galley, at: Pos2, passage: &Passage, color: egui::Color32) {
    let inside = |span: Span| {
        let span = span.clip(passage.span)?;
        Some((span.start - passage.span.start) as usize..(span.end - passage.span.start) as usize)
    };
    for bytes in passage.matched_words().into_iter().filter_map(inside) {
        let chars = |byte: usize| galley.text()[..byte].chars().count();
        let (from, to) = (chars(bytes.start), chars(bytes.end));
        let mut first = 0;
        for row in &galley.rows {
            let count = row.char_count_excluding_newline().0;
            let (start, end) = (from.max(first), to.min(first + count));
            if start < end {
                let left = at.x + row.pos.x + row.x_offset(CharIndex(start - first));
                let right = at.x + row.pos.x + row.x_offset(CharIndex(end - first));
                let y = at.y + row.max_y() - 1.5;
                ui.painter().line_segment([pos2(left, y), pos2(right, y)], Stroke::new(1.6, color));
            }
            first += row.char_count_including_newline().0;
        }
    }
}

/// Who says it and the paragraph at the left, in how many articles it is said at the right. Where there is room between
/// them.
#[expect(clippy::too_many_arguments, reason = "a place, and what stands there")]
fn foot_ui(
    ui: &Ui,
    state: &State,
    ix: ArticleIx,
    article: &Article,
    passage: &Passage,
    at: Pos2,
    width: f32,
    commands: &mut Commands,
) -> Pos2 {
    let colors = tokens(ui);
    let middle = at.y + FOOT / 2.0 + 3.0;
    let right = who::standing_ui(ui, state, ix, passage.sentence, pos2(at.x + width, middle), commands);
    let room = right - at.x - 84.0;
    let pill = who::pill_ui(ui, state, ix, passage.sentence, pos2(at.x, middle), room);
    let left = if pill > at.x { pill + 7.0 } else { at.x };
    let number = article.paragraph_number(passage.paragraph as usize);
    let place = if number == 0 { "headline".to_owned() } else { format!("¶ {number}") };
    let end = widgets::text(ui, pos2(left, middle), &place, fonts::plain(12.0), colors.muted, right - left);
    pos2(end + 12.0, middle)
}

/// The sub-topic, at the right of the second line, if it is to be shown. How much room it takes.
fn topic_ui(ui: &Ui, state: &State, passage: &Passage, at: Pos2, width: f32, shown: bool) -> f32 {
    if state.view.topic == Some(passage.topic) {
        return 0.0;
    }
    let colors = tokens(ui);
    let middle = at.y + FOOT / 2.0;
    let topic = state.library.tree().topic(passage.topic);
    let galley = widgets::line(ui, &topic.name, fonts::plain(12.0), colors.text, width * 0.45);
    let left = at.x + width - galley.size().x;
    if shown {
        let square = Rect::from_center_size(pos2(left - 10.0, middle), vec2(8.0, 8.0));
        ui.painter().rect_filled(square, 2.0, colors.topic(topic.color));
        ui.painter().galley(pos2(left, middle - galley.size().y / 2.0), galley, colors.text);
    }
    at.x + width - left + 22.0
}

/// What the reader said of the passage and, where the reader is near, what can be said.
fn decide_ui(ui: &Ui, passage: &Passage, which: PassageRef, at: Pos2, near: bool, commands: &mut Commands) {
    let own = matches!(passage.origin, Origin::Reader(_));
    let mut left = at.x;
    let mut say = |words: &str, kept: Option<bool>, help: &str| {
        let id = Id::unique(("decide", which, words));
        let (response, right) = widgets::link(ui, id, pos2(left, at.y), words, words, 12.0);
        left = right + 10.0;
        if response.on_hover_text(help).clicked() {
            commands.push(Command::Decide { passage: which, kept });
        }
    };
    match (own, passage.kept) {
        (true, _) if near => say("remove", Some(false), "Take this passage of yours away"),
        (true, _) => _ = widgets::text(ui, at, "yours", fonts::plain(12.0), tokens(ui).muted, 60.0),
        (false, true) if near => say("kept", None, "You said that it is rightly linked; click to take that back"),
        (false, true) => _ = widgets::text(ui, at, "kept", fonts::plain(12.0), tokens(ui).muted, 60.0),
        (false, false) if near => {
            say("keep", Some(true), &Action::KeepPassage.tooltip());
            say("reject", Some(false), &Action::RejectPassage.tooltip());
        }
        (false, false) => {}
    }
}

/// The words of each reason, "legally … guarantees", each once; of one that goes on from another sentence those there.
fn reason_chips(article: &Article, passage: &Passage) -> Vec<String> {
    let mut chips: Vec<String> = Vec::new();
    for reason in &passage.reasons {
        let mut words = reason_words(article, reason);
        if words.is_empty() {
            words = format!("after {}", context_words(article, reason));
        }
        if !words.is_empty() && !chips.contains(&words) {
            chips.push(words);
        }
    }
    chips
}

/// The words before the sentence that one rule leans on.
fn context_words(article: &Article, reason: &Reason) -> String {
    let words: Vec<&str> = reason.context.iter().map(|span| span.text(&article.text)).collect();
    words.join(" … ").replace(['\n', '\r'], " ")
}

/// The words that one rule found, with dots where others stand between.
pub fn reason_words(article: &Article, reason: &Reason) -> String {
    let words: Vec<&str> = reason.spans.iter().map(|span| span.text(&article.text)).collect();
    words.join(" … ").replace(['\n', '\r'], " ")
}

fn chips_ui(ui: &Ui, chips: &[String], at: Pos2, width: f32, colors: &Tokens) {
    if chips.is_empty() {
        return;
    }
    let middle = at.y + FOOT / 2.0;
    let mut left = widgets::text(ui, pos2(at.x, middle), "linked by", fonts::plain(11.5), colors.muted, width) + 7.0;
    for (shown, chip) in chips.iter().enumerate() {
        let room = at.x + width - left;
        if shown == MOST_REASONS || room < 60.0 {
            widgets::text(
                ui,
                pos2(left, middle),
                &format!("+{}", chips.len() - shown),
                fonts::plain(11.5),
                colors.muted,
                room,
            );
            return;
        }
        // The first may take what it needs; those after it what is left, with room for "+2".
        let galley = widgets::line(ui, chip, fonts::plain(11.5), colors.text, room - 34.0);
        let back = Rect::from_min_size(pos2(left, middle - 9.0), vec2(galley.size().x + 10.0, 18.0));
        ui.painter().rect_filled(back, 4.0, colors.sunken);
        ui.painter().galley(pos2(left + 5.0, middle - galley.size().y / 2.0), galley, colors.text);
        left = back.right() + 5.0;
    }
}

/// Why a passage is linked: each rule as written, and the words that it found.
pub fn reasons_ui(ui: &mut Ui, state: &State, article: &Article, passage: &Passage) {
    let tree = state.library.tree();
    let topic = tree.topic(passage.topic);
    ui.set_max_width(460.0);
    ui.label(egui::RichText::new(tree.full_name(passage.topic)).font(fonts::strong(13.0)));
    for reason in &passage.reasons {
        if !reason.spans.is_empty() {
            ui.label(format!("“{}”", reason_words(article, reason)));
        }
        if !reason.context.is_empty() {
            ui.label(format!("after “{}”", context_words(article, reason)));
        }
        if let Some(rule) = topic.rules.get(usize::from(reason.rule)) {
            ui.label(egui::RichText::new(&rule.text).size(12.0).color(tokens(ui).muted));
        }
    }
}

/// What can be done with a passage.
const MENU: [Action; 8] = [
    Action::KeepPassage,
    Action::RejectPassage,
    Action::MovePassage,
    Action::PickTopic,
    Action::StarPassage,
    Action::WriteNote,
    Action::CopyPassage,
    Action::ToggleBookmark,
];

fn menu(response: &Response, state: &State, passage: &Passage, which: PassageRef, commands: &mut Commands) {
    response.context_menu(|ui| {
        for action in MENU {
            if ui.button(action.info().name).on_hover_text(action.tooltip()).clicked() {
                commands.push(Command::SelectPassage { passage: which, topic: None });
                commands.act(action);
                ui.close();
            }
        }
        who::who_menu(ui, state, which.article, passage.sentence, commands);
        who::statement_menu(ui, state, which.article, passage.sentence, commands);
        let quoted = state.across.found().map(|found| found.quotes_of(which.article, passage.sentence));
        for quote in quoted.unwrap_or_default() {
            quotes::elsewhere_menu(ui, state, quote, commands);
        }
    });
}
