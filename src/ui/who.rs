//! Who says a sentence, as a pill with its reason, and how it stands among the articles, as words that can be clicked.

use super::theme::tokens;
use super::{fonts, widgets};
use crate::analysis::across::{Across, Standing};
use crate::analysis::statements::StatementIx;
use crate::app::{Command, Commands, Doing, State, Who};
use crate::model::{Article, ArticleIx};
use egui::containers::menu::{MenuConfig, SubMenuButton};
use egui::{Id, PopupCloseBehavior, Pos2, Rect, RichText, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

const TALL: f32 = 18.0;

/// "Russia · Putin", its left edge and middle at `left`. Where it ends.
pub fn pill_ui(ui: &Ui, state: &State, article: ArticleIx, sentence: u32, left: Pos2, width: f32) -> f32 {
    let Some(who) = state.who_says(article, sentence) else { return left.x };
    let colors = tokens(ui);
    let words = who.words();
    let mut galley = widgets::line(ui, &words, fonts::plain(11.5), colors.text, f32::INFINITY);
    if galley.size().x > width - 16.0 {
        // The name says more than the side; the pointer is told both.
        let short = if who.speaker.is_empty() { words.as_str() } else { who.speaker };
        galley = widgets::line(ui, short, fonts::plain(11.5), colors.text, width - 16.0);
    }
    let rect = Rect::from_min_size(pos2(left.x, left.y - TALL / 2.0), vec2(galley.size().x + 16.0, TALL));
    let response =
        ui.interact(rect, Id::unique(("who", article, sentence, left.x as i32, left.y as i32)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("Said by {words}")));
    ui.painter().rect(rect, TALL / 2.0, colors.page, Stroke::new(1.0, colors.line), egui::StrokeKind::Inside);
    ui.painter().galley(pos2(rect.left() + 8.0, left.y - galley.size().y / 2.0), galley, colors.text);
    response.on_hover_ui(|ui| {
        if let Some(article) = state.library.article(article) {
            reason_ui(ui, article, &who);
        }
    });
    rect.right()
}

/// Which words show who says it.
pub fn reason_ui(ui: &mut Ui, article: &Article, who: &Who<'_>) {
    ui.set_max_width(320.0);
    ui.label(RichText::new(format!("Said by {}", who.words())).font(fonts::strong(13.0)));
    if who.by_reader {
        ui.label("You said so.");
        return;
    }
    let words: Vec<String> =
        who.reason.iter().map(|span| format!("“{}”", span.text(&article.text).replace(['\n', '\r'], " "))).collect();
    let told = if words.is_empty() {
        "The whole article is their own word.".to_owned()
    } else {
        format!("because of {}", words.join(", "))
    };
    ui.label(RichText::new(told).size(12.5));
    ui.label(RichText::new("Put it right in the menu of the card (right click).").size(12.0).color(tokens(ui).muted));
}

/// "said in 4 articles", "only here"; nothing where nothing can be said.
pub fn standing_words(standing: Standing) -> Option<String> {
    Some(match standing {
        Standing::Unknown | Standing::Perhaps => return None,
        Standing::Only => "only here".to_owned(),
        Standing::Told { articles, tellings, .. } if tellings < articles => {
            let times = if tellings < 2 { "told once".to_owned() } else { format!("{tellings} tellings") };
            format!("said in {articles} articles, {times}")
        }
        Standing::Told { articles, .. } => format!("said in {articles} articles"),
        Standing::Elsewhere { before, date, .. } => {
            let told = match before {
                Some(true) => "first said",
                Some(false) => "said again",
                None => "also said",
            };
            match date.map(|date| date.short()) {
                Some(date) => format!("{told} {}", date.rsplit_once(' ').map_or(date.as_str(), |(day, _)| day)),
                None => format!("{told} in other talks"),
            }
        }
    })
}

/// The same, its right edge and middle at `right`; a click goes to the statement. Where it begins.
pub fn standing_ui(
    ui: &Ui,
    state: &State,
    article: ArticleIx,
    sentence: u32,
    right: Pos2,
    commands: &mut Commands,
) -> f32 {
    let standing = state.standing(article, sentence);
    let Some(words) = standing_words(standing) else { return right.x };
    let colors = tokens(ui);
    let width = |words: &str| widgets::line(ui, words, fonts::plain(12.0), colors.accent, 300.0).size().x;
    let (Standing::Told { statement, .. } | Standing::Elsewhere { statement, .. }) = standing else {
        let left = widgets::text_right(ui, right, &words, fonts::plain(12.0), colors.warning);
        let rect = Rect::from_min_max(pos2(left, right.y - 9.0), pos2(right.x, right.y + 9.0));
        let id = Id::unique(("only", article, sentence, right.x as i32, right.y as i32));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        response.on_hover_text(
            "Found in no other article on these talks in the same language. Quite other words can be missed",
        );
        return left;
    };
    let words = format!("≈ {words}");
    let left = right.x - width(&words);
    let id = Id::unique(("standing", article, sentence, right.x as i32, right.y as i32));
    let (response, _) = widgets::link(ui, id, pos2(left, right.y), &words, &words, 12.0);
    if response.on_hover_text("What each of them says, side by side").clicked() {
        commands.push(Command::Across(Doing::ShowStatement(statement)));
    }
    left
}

/// The part of a sentence's menu that puts right who says it.
pub fn who_menu(ui: &mut Ui, state: &State, article: ArticleIx, sentence: u32, commands: &mut Commands) {
    let Some(found) = state.across.found() else { return };
    // A click into the field must not close it.
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let id = Id::unique(("who-field", article, sentence));
    let (_, shown) = SubMenuButton::new("Who says it").config(config).ui(ui, |ui| {
        let now = state.who_says(article, sentence);
        let mut speaker =
            ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| now.map_or("", |who| who.speaker).to_owned());
        ui.label(RichText::new("Speaker").size(12.0).color(tokens(ui).muted));
        let field = ui.add(egui::TextEdit::singleline(&mut speaker).desired_width(220.0)).accessible_name("Speaker");
        if field.changed() {
            ui.data_mut(|data| data.insert_temp(id, speaker.clone()));
        }
        ui.label(RichText::new("Speaks for").size(12.0).color(tokens(ui).muted));
        let mut set = |ui: &mut Ui, side: Option<&str>, speaker: &str| {
            let side = side.map(str::to_owned);
            commands.push(Command::Across(Doing::SetSpeaker { article, sentence, side, speaker: speaker.to_owned() }));
            ui.data_mut(|data| data.remove::<String>(id));
            ui.close();
        };
        for (side, number) in found.speakers.sides.iter().zip(0..) {
            let on = now.and_then(|who| who.side).is_some_and(|own| own.0 == number);
            if ui.radio(on, &side.name).clicked() {
                set(ui, Some(&side.id), &speaker);
            }
        }
        let on = now.is_some_and(|who| who.side_name.is_none());
        let nobodys = ui.add_enabled(!speaker.trim().is_empty(), egui::RadioButton::new(on, "Nobody's side"));
        if nobodys.on_disabled_hover_text("Write a name first").clicked() {
            set(ui, None, &speaker);
        }
        if ui.radio(now.is_none(), "The article itself").clicked() {
            set(ui, None, "");
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if entered && !speaker.trim().is_empty() {
            let side = now.and_then(|who| who.side).map(|side| found.speakers.side(side).id.clone());
            set(ui, side.as_deref(), &speaker);
        }
        if state.says_of_reader(article, sentence).is_some() && ui.button("As Readout found it").clicked() {
            commands.push(Command::Across(Doing::ForgetSpeaker { article, sentence }));
            ui.close();
        }
    });
    if shown.is_none() {
        ui.data_mut(|data| data.remove::<String>(id)); // What was typed and not taken is no more.
    }
}

/// The first few sentences that say the same.
fn others_say(found: &Across, statement: StatementIx, article: ArticleIx, sentence: u32) -> String {
    let members = found.statements.get(statement).members.iter();
    let others = members.filter(|member| (member.article, member.sentence) != (article, sentence)).take(3);
    let words = others.map(|member| {
        let article = &found.articles[member.article.index()];
        let words = article.sentences[member.sentence as usize].span.text(&article.text).replace(['\n', '\r'], " ");
        format!("{}: {words}", article.source_name())
    });
    words.collect::<Vec<String>>().join("\n")
}

/// The part of a sentence's menu that splits and joins statements. `here` is the sentence that the reader has at hand.
pub fn statement_menu(ui: &mut Ui, state: &State, article: ArticleIx, sentence: u32, commands: &mut Commands) {
    let Some(found) = state.across.found() else { return };
    for statement in found.statements.of(article, sentence) {
        let others = others_say(found, *statement, article, sentence);
        let help = format!("It does not say what the others say:\n{others}");
        if ui.button("Part from this statement").on_hover_text(help).clicked() {
            commands.push(Command::Across(Doing::Split { statement: *statement, article, sentence }));
            ui.close();
        }
    }
    let here = state.sentence_at_hand().filter(|here| *here != (article, sentence) && state.view.passage.is_some());
    if let Some(here) = here {
        let text = state.library.article(here.0).map_or(String::new(), |article| {
            article.sentences[here.1 as usize].span.text(&article.text).replace(['\n', '\r'], " ")
        });
        if ui.button("Says the same as the selected passage").on_hover_text(text).clicked() {
            commands.push(Command::Across(Doing::Join { one: (article, sentence), other: here }));
            ui.close();
        }
    }
}

/// Told on hover over a sentence in the text: who says it, and how it stands.
pub fn told_ui(ui: &mut Ui, state: &State, article: ArticleIx, sentence: u32) {
    let who = state.who_says(article, sentence).map(|who| who.words());
    let standing = standing_words(state.standing(article, sentence));
    let words: Vec<String> = who.into_iter().chain(standing).collect();
    if !words.is_empty() {
        ui.label(RichText::new(words.join(" · ")).font(fonts::plain(12.5)).color(tokens(ui).accent));
    }
}
