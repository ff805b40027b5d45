//! The cards under the table: said by most, said by one alone, quotations compared, figures that differ.

use crate::app::{Command, Commands, Doing, SaidLists, State};
use crate::model::{ArticleIx, Span, TopicIx};
use crate::ui::quotes::{elsewhere_menu, elsewhere_ui, one_line, outlets, quote_told};
use crate::ui::theme::tokens;
use crate::ui::{fonts, passages_panel::plural, widgets};
use egui::text::{LayoutJob, TextFormat};
use egui::{
    CursorIcon, Frame, Id, Margin, RichText, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// Lines of a card before it is opened.
const FEW: usize = 5;
const PAD: i8 = 14;

pub fn lists_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let colors = tokens(ui);
    let Some(found) = state.across.found() else {
        let words = match (state.too_many_to_look_across(), state.library.articles.len()) {
            (true, _) => "What they say alike is not looked for in a collection as large as this.",
            (_, 0..=1) => "With a second article Readout tells what both say, and what one says alone.",
            _ => "Comparing what the articles say…",
        };
        ui.label(RichText::new(words).color(colors.muted));
        return;
    };
    let lists = &state.coverage.said;
    ScrollArea::vertical().id_salt("said").auto_shrink(false).show(ui, |ui| {
        let (left, width) = (ui.max_rect().left(), ui.available_width() - 8.0);
        let two = width > 560.0;
        let half = if two { (width - 18.0) / 2.0 } else { width };
        let top = ui.cursor().top();
        let column = |ui: &mut Ui, number: usize, top: f32, draw: &mut dyn FnMut(&mut Ui)| {
            let x = left + number as f32 * (half + 18.0);
            let area = egui::Rect::from_min_size(pos2(x, top), vec2(half, f32::INFINITY));
            ui.scope_builder(UiBuilder::new().id_salt(number).max_rect(area), |ui| {
                ui.spacing_mut().item_spacing.y = 10.0;
                draw(ui);
            })
            .response
            .rect
            .bottom()
        };
        let first = column(ui, 0, top, &mut |ui| {
            most_ui(ui, state, lists, commands);
            differing_ui(ui, state, lists, found, commands);
        });
        let (number, next) = if two { (1, top) } else { (0, first + 10.0) };
        let second = column(ui, number, next, &mut |ui| {
            alone_ui(ui, state, lists, commands);
            quotes_ui(ui, state, lists, found, commands);
        });
        let bottom = first.max(second);
        ui.allocate_rect(egui::Rect::from_min_max(pos2(left, top), pos2(left + width, bottom)), Sense::hover());
    });
}

/// Room at the right for a link.
const LINK: f32 = 64.0;

/// A card with its title, and as many lines as it is opened for.
fn card_ui(ui: &mut Ui, title: &str, under: &str, lines: usize, mut line: impl FnMut(&mut Ui, usize)) {
    let colors = tokens(ui);
    let id = Id::unique(("said-card", title));
    let open = ui.data(|data| data.get_temp::<bool>(id).unwrap_or(false));
    let frame = Frame::new().fill(colors.raised).stroke(Stroke::new(1.0, colors.line)).corner_radius(8);
    frame.inner_margin(Margin::same(PAD)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(6.0, 3.0);
        ui.horizontal(|ui| {
            let response = ui.label(RichText::new(title).font(fonts::strong(13.5)));
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
            ui.label(RichText::new(format!("· {under}")).color(colors.muted));
        });
        ui.add_space(3.0);
        let shown = if open { lines } else { lines.min(FEW) };
        for number in 0..shown {
            if number > 0 {
                let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 7.0), Sense::hover());
                ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, colors.line));
            }
            line(ui, number);
        }
        if lines > FEW {
            let words = if open { "Show fewer".to_owned() } else { format!("Show {} more", lines - FEW) };
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
            let at = pos2(rect.left(), rect.center().y + 2.0);
            let name = format!("{words}: {title}");
            if widgets::link(ui, id.with("more"), at, &words, &name, 12.0).0.clicked() {
                ui.data_mut(|data| data.insert_temp(id, !open));
            }
        }
    });
}

/// Words of an article that can be clicked, and below them what is told of them.
fn words_ui(
    ui: &mut Ui,
    state: &State,
    article: ArticleIx,
    span: Span,
    told: LayoutJob,
    commands: &mut Commands,
) -> Option<egui::Response> {
    let colors = tokens(ui);
    let text = state.library.article(article)?;
    let words = one_line(text, span);
    let mut format = TextFormat::simple(fonts::reading(14.5), colors.text);
    format.line_height = Some(14.5 * 1.35);
    let mut job = LayoutJob::single_section(words.clone(), format);
    job.wrap.max_width = ui.available_width();
    let galley = ui.painter().layout_job(job);
    let mut told = told;
    told.wrap.max_width = ui.available_width() - LINK;
    told.wrap.max_rows = 2;
    let told = ui.painter().layout_job(told);
    let size = vec2(ui.available_width(), galley.size().y + told.size().y + 3.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 2.0)), 5.0, colors.hovered);
    }
    widgets::focus_ring(ui, rect.expand2(vec2(6.0, 2.0)), 5, &response);
    let below = rect.min + vec2(0.0, galley.size().y + 2.0);
    ui.painter().galley(rect.min, galley, colors.text);
    ui.painter().galley(below, told, colors.text);
    if response.clicked() {
        commands.push(Command::ShowWords { article, span });
    }
    Some(response.on_hover_cursor(CursorIcon::PointingHand))
}

/// "Security guarantees · TASS, Meduza".
fn told(ui: &Ui, state: &State, topic: Option<TopicIx>, rest: &str) -> LayoutJob {
    let colors = tokens(ui);
    let mut job = LayoutJob::default();
    if let Some(topic) = topic {
        let topic = state.library.tree().topic(topic);
        let square = colors.topic(topic.color);
        // Names of topics are text: their colour is brought further from the card.
        let away = if colors.dark { egui::Color32::WHITE } else { egui::Color32::BLACK };
        let color = crate::ui::theme::mix(square, away, 0.3);
        job.append(&topic.name, 0.0, TextFormat::simple(fonts::strong(12.0), color));
        job.append(" · ", 0.0, TextFormat::simple(fonts::plain(12.0), colors.muted));
    }
    job.append(rest, 0.0, TextFormat::simple(fonts::plain(12.0), colors.muted));
    job
}

fn most_ui(ui: &mut Ui, state: &State, lists: &SaidLists, commands: &mut Commands) {
    let under = match lists.widest {
        Some((articles, of)) if state.coverage.groups.is_empty() => format!("{articles} of {of} articles"),
        Some((articles, _)) => format!("up to {articles} articles"),
        None => "nothing is said twice here".to_owned(),
    };
    card_ui(ui, "Said by most", &under, lists.by_most.len(), |ui, number| {
        let (line, topic) = (&lists.by_most[number].told, lists.by_most[number].topic);
        let names = outlets(state, &line.articles);
        let rest = format!("{} · {names}", plural(line.articles.len(), "article"));
        let told = told(ui, state, Some(topic), &rest);
        let Some(response) = words_ui(ui, state, line.article, line.span, told, commands) else { return };
        let compare = |ui: &mut Ui, commands: &mut Commands| {
            if ui.button("Compare").on_hover_text("What each of them says, side by side").clicked() {
                commands.push(Command::Across(Doing::ShowStatement(line.statement)));
                ui.close();
            }
        };
        let right = pos2(response.rect.right() - 54.0, response.rect.bottom() - 8.0);
        let words = state.library.article(line.article).map(|article| one_line(article, line.span));
        let name = format!("Compare: {}", words.unwrap_or_default());
        if widgets::link(ui, response.id.with("compare"), right, "compare", &name, 12.0).0.clicked() {
            commands.push(Command::Across(Doing::ShowStatement(line.statement)));
        }
        response.context_menu(|ui| compare(ui, commands));
    });
}

fn alone_ui(ui: &mut Ui, state: &State, lists: &SaidLists, commands: &mut Commands) {
    let under = plural(lists.alone_in_all, "passage");
    card_ui(ui, "Said by one alone", &under, lists.alone.len(), |ui, number| {
        let line = &lists.alone[number];
        let rest = format!("only {}", outlets(state, &[line.article]));
        let told = told(ui, state, Some(line.topic), &rest);
        words_ui(ui, state, line.article, line.span, told, commands);
    });
}

fn quotes_ui(
    ui: &mut Ui,
    state: &State,
    lists: &SaidLists,
    found: &crate::analysis::across::Across,
    commands: &mut Commands,
) {
    if lists.quotes.is_empty() {
        return;
    }
    let (all, changed) = lists.quotes_in_all;
    let under = format!("{}, {changed} cut or reworded elsewhere", plural(all, "quotation"));
    card_ui(ui, "Quotations", &under, lists.quotes.len(), |ui, number| {
        let quote = &found.quotes[lists.quotes[number]];
        let told = told(ui, state, None, &quote_told(state, quote));
        let response = words_ui(ui, state, quote.article, quote.span, told, commands);
        if let Some(response) = response.filter(|_| !quote.others.is_empty()) {
            let response = response.on_hover_ui(|ui| elsewhere_ui(ui, state, quote));
            response.context_menu(|ui| elsewhere_menu(ui, state, quote, commands));
        }
    });
}

fn differing_ui(
    ui: &mut Ui,
    state: &State,
    lists: &SaidLists,
    found: &crate::analysis::across::Across,
    commands: &mut Commands,
) {
    if lists.differing.is_empty() {
        return;
    }
    let under = plural(lists.differing_in_all, "statement");
    card_ui(ui, "Figures that differ", &under, lists.differing.len(), |ui, number| {
        let one = &found.differing[lists.differing[number]];
        let mut values: Vec<u64> = one.given.iter().map(|given| given.value).collect();
        values.dedup();
        for value in values {
            let given: Vec<_> = one.given.iter().filter(|given| given.value == value).collect();
            let articles: Vec<ArticleIx> = given.iter().map(|given| given.article).collect();
            let Some(article) = state.library.article(given[0].article) else { continue };
            let figure = given[0].span.text(&article.text).replace(['\n', '\r'], " ");
            let mut job = LayoutJob::default();
            job.append(&figure, 0.0, TextFormat::simple(fonts::reading_bold(14.5), tokens(ui).text));
            let names = format!("   {}", outlets(state, &articles));
            job.append(&names, 0.0, TextFormat::simple(fonts::plain(12.0), tokens(ui).muted));
            job.wrap.max_width = ui.available_width();
            job.wrap.max_rows = 1;
            let galley = ui.painter().layout_job(job);
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::click());
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, format!("{figure}, {}", outlets(state, &articles)))
            });
            if response.hovered() {
                ui.painter().rect_filled(rect.expand2(vec2(6.0, 1.0)), 4.0, tokens(ui).hovered);
            }
            widgets::focus_ring(ui, rect.expand2(vec2(6.0, 1.0)), 4, &response);
            ui.painter().galley(rect.min, galley, tokens(ui).text);
            let sentence = article.sentences.get(given[0].sentence as usize).map(|sentence| sentence.span);
            let response = response.on_hover_cursor(CursorIcon::PointingHand);
            if response.clicked() {
                commands
                    .push(Command::ShowWords { article: given[0].article, span: sentence.unwrap_or(given[0].span) });
            }
            response.on_hover_ui(|ui| {
                ui.set_max_width(420.0);
                ui.label(
                    RichText::new(one_line(article, sentence.unwrap_or(given[0].span))).font(fonts::reading(14.0)),
                );
            });
        }
    });
}
