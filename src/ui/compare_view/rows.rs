//! One row: the words that its cards share as a headline, a card for each column, and why a column has none.

use super::{GAP, card_frame, words};
use crate::analysis::across::Standing;
use crate::app::{Command, Commands, CompareCard, CompareCell, CompareRow, Gap, State};
use crate::ui::passages_panel::plural;
use crate::ui::theme::tokens;
use crate::ui::{fonts, who, widgets};
use egui::{CursorIcon, Id, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

const PAD: f32 = 13.0;
const HEADLINE: f32 = 30.0;
const FOOT: f32 = 26.0;
/// Below a row.
const AFTER: f32 = 14.0;
const LEAST: f32 = 64.0;
/// A line below the cards.
const MORE: f32 = 24.0;

/// A row's height before it was laid out.
pub fn guess_height(row: &CompareRow, width: f32) -> f32 {
    let per_line = ((width - 2.0 * PAD) / (words::SIZE * 0.5)).max(8.0);
    let card = |card: &CompareCard| (card.span.len() as f32 / per_line).ceil() * words::LINE + 2.0 * PAD + FOOT + 6.0;
    let cell = |cell: &CompareCell| match cell {
        CompareCell::Cards(cards) => cards.iter().map(card).sum::<f32>(),
        CompareCell::Gap(_) => LEAST,
    };
    row.cells.iter().map(cell).fold(LEAST, f32::max) + HEADLINE + AFTER
}

/// Draws a row with its top left corner at `at`. Its height.
pub fn row_ui(
    ui: &mut Ui,
    state: &State,
    number: usize,
    at: Pos2,
    width: f32,
    whole: f32,
    commands: &mut Commands,
) -> f32 {
    let row = &state.compare.rows[number];
    headline_ui(ui, row, Id::unique(("compare-row", number)), at, whole, number > 0);
    let top = at.y + HEADLINE;
    // All cards of a row end together, so their shapes wait for the tallest.
    let frames: Vec<Vec<egui::layers::ShapeIdx>> = row
        .cells
        .iter()
        .map(|cell| match cell {
            CompareCell::Cards(cards) => cards.iter().map(|_| ui.painter().add(egui::Shape::Noop)).collect(),
            CompareCell::Gap(_) => vec![ui.painter().add(egui::Shape::Noop)],
        })
        .collect();
    let mut drawn: Vec<Vec<Drawn>> = Vec::new();
    let mut more = Vec::new();
    let mut bottom = top + LEAST;
    for (column, cell) in row.cells.iter().enumerate() {
        let left = at.x + (width + GAP) * column as f32;
        let cards = match cell {
            CompareCell::Cards(cards) => cards_ui(ui, state, (number, column), cards, pos2(left, top), width, commands),
            CompareCell::Gap(gap) => {
                let id = Id::unique(("compare-gap", number, column));
                gap_ui(ui, *gap, id, pos2(left + PAD, top + PAD), width - 2.0 * PAD);
                vec![Drawn { rect: Rect::from_min_size(pos2(left, top), vec2(width, LEAST)), hovered: false }]
            }
        };
        let end = cards.last().map_or(top, |card| card.rect.bottom());
        bottom = bottom.max(end + if row.hidden[column] > 0 { MORE } else { 0.0 });
        if row.hidden[column] > 0 {
            more.push((column, row.hidden[column]));
        }
        drawn.push(cards);
    }
    let colors = tokens(ui);
    for (frames, cards) in frames.into_iter().zip(drawn) {
        let last = cards.len() - 1;
        for (number, (frame, card)) in frames.into_iter().zip(cards).enumerate() {
            let rect = if number == last {
                Rect::from_min_max(card.rect.min, pos2(card.rect.right(), bottom))
            } else {
                card.rect
            };
            let mut shape = card_frame(ui).paint(rect);
            if card.hovered {
                let stroke = Stroke::new(1.0, colors.muted);
                shape = egui::epaint::RectShape::new(rect, 8.0, colors.raised, stroke, StrokeKind::Inside).into();
            }
            ui.painter().set(frame, shape);
        }
    }
    for (column, count) in more {
        let at = pos2(at.x + (width + GAP) * column as f32 + PAD, bottom - MORE / 2.0 - 2.0);
        let words =
            format!("and {} that {}", plural(count, "more sentence"), if count == 1 { "says it" } else { "say it" });
        widgets::text(ui, at, &words, fonts::plain(12.0), colors.muted, width - 2.0 * PAD);
    }
    bottom - at.y + AFTER
}

/// A card as it was drawn, without its frame.
struct Drawn {
    rect: Rect,
    hovered: bool,
}

/// "Reliable, legally … guarantees    ≈ 4 articles".
fn headline_ui(ui: &Ui, row: &CompareRow, place: Id, at: Pos2, whole: f32, line: bool) {
    let colors = tokens(ui);
    if line {
        ui.painter().hline(at.x..=at.x + whole, at.y - 2.0, Stroke::new(1.0, colors.line));
    }
    let (words, color) = match row.standing {
        Standing::Only => (String::new(), colors.muted), // The headline says so.
        Standing::Told { articles, tellings, .. } if tellings < articles => (
            format!("≈ {articles} articles, {tellings} {}", if tellings == 1 { "telling" } else { "tellings" }),
            colors.accent,
        ),
        Standing::Told { articles, .. } => (format!("≈ {articles} articles"), colors.accent),
        other => (who::standing_words(other).unwrap_or_default(), colors.muted),
    };
    let middle = at.y + HEADLINE / 2.0 + 1.0;
    let note = widgets::line(ui, &words, fonts::plain(12.5), color, 220.0);
    let differ = if row.differ {
        widgets::line(ui, "figures differ", fonts::plain(12.5), colors.warning, 120.0).size().x + 14.0
    } else {
        0.0
    };
    let room = whole.min(ui.clip_rect().width()) - note.size().x - differ - 24.0;
    let right = widgets::text(ui, pos2(at.x + 2.0, middle), &row.headline, fonts::strong(13.0), colors.text, room);
    let end = right + 12.0 + note.size().x;
    ui.painter().galley(pos2(right + 12.0, middle - note.size().y / 2.0), note, color);
    if row.differ {
        widgets::text(ui, pos2(end + 14.0, middle), "figures differ", fonts::plain(12.5), colors.warning, 120.0);
    }
    let rect = Rect::from_min_size(at, vec2(whole, HEADLINE));
    let differ = if row.differ { ", figures differ" } else { "" };
    let label = format!("{}{}{words}{differ}", row.headline, if words.is_empty() { "" } else { ", " });
    ui.interact(rect, place, Sense::hover()).widget_info(|| WidgetInfo::labeled(Role::Heading, true, &label));
}

/// The cards of one cell, one below the other.
fn cards_ui(
    ui: &mut Ui,
    state: &State,
    place: (usize, usize),
    cards: &[CompareCard],
    at: Pos2,
    width: f32,
    commands: &mut Commands,
) -> Vec<Drawn> {
    let mut top = at.y;
    let mut drawn = Vec::new();
    for card in cards {
        let one = card_ui(ui, state, place, card, pos2(at.x, top), width, commands);
        top = one.rect.bottom() + 6.0;
        drawn.push(one);
    }
    drawn
}

fn card_ui(
    ui: &mut Ui,
    state: &State,
    place: (usize, usize),
    card: &CompareCard,
    at: Pos2,
    width: f32,
    commands: &mut Commands,
) -> Drawn {
    let colors = tokens(ui);
    let Some(article) = state.library.article(card.article) else {
        return Drawn { rect: Rect::from_min_size(at, vec2(width, LEAST)), hovered: false };
    };
    let words = card.span.text(&article.text).replace(['\n', '\r'], " ");
    let galley = words::layout(ui, &words, width - 2.0 * PAD);
    let by_sides = state.compare.columns.get(place.1).is_some_and(|column| column.whose.is_some());
    let foot = if by_sides || state.who_says(card.article, card.sentence).is_some() { FOOT } else { 0.0 };
    let rect = Rect::from_min_size(at, vec2(width, (galley.size().y + 2.0 * PAD + foot - 6.0).max(LEAST)));
    let id = Id::unique(("compare-card", place, card.article, card.sentence));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let tint = state.compare.topic.map_or(colors.sunken, |topic| {
        let color = colors.topic(state.library.tree().topic(topic).color);
        crate::ui::theme::mix(colors.raised, color, if colors.dark { 0.28 } else { 0.22 })
    });
    let text_at = at + vec2(PAD, PAD - 2.0);
    words::tinted(ui, &galley, text_at, card, tint, colors.warning);
    ui.painter().galley(text_at, galley.clone(), colors.text);
    let middle = text_at.y + galley.size().y + FOOT / 2.0 + 1.0;
    let foot = pos2(text_at.x, middle);
    let right = who::pill_ui(ui, state, card.article, card.sentence, foot, width - 2.0 * PAD - 90.0);
    if by_sides {
        let left = if right > foot.x { right + 8.0 } else { foot.x };
        let name = article.source_name();
        widgets::text(ui, pos2(left, middle), name, fonts::plain(12.0), colors.muted, rect.right() - PAD - left);
    }
    widgets::focus_ring(ui, rect, 8, &response);
    if response.clicked() {
        commands.push(Command::ShowWords { article: card.article, span: card.span });
    }
    response.context_menu(|ui| {
        if ui.button("Read it in the article").clicked() {
            commands.push(Command::ShowWords { article: card.article, span: card.span });
            ui.close();
        }
        who::who_menu(ui, state, card.article, card.sentence, commands);
        who::statement_menu(ui, state, card.article, card.sentence, commands);
    });
    let hovered = response.hovered();
    response.on_hover_cursor(CursorIcon::PointingHand);
    Drawn { rect, hovered }
}

/// Why nothing stands here, in words.
fn gap_ui(ui: &Ui, gap: Gap, id: Id, at: Pos2, width: f32) {
    let words = match gap {
        Gap::Nothing => "nothing found on this",
        Gap::NotCompared => "too little to compare",
        Gap::OtherRound => "covers other talks",
        Gap::OtherLanguage => "in another language: not compared",
        Gap::NotSearched => "not searched: no rules for its language",
    };
    widgets::text(ui, at + vec2(0.0, 9.0), words, fonts::reading(14.5), tokens(ui).muted, width);
    let rect = Rect::from_min_size(at, vec2(width, 20.0));
    ui.interact(rect, id, Sense::hover()).widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}
