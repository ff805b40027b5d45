//! Reading: highlights that can be clicked, words that can be selected, places that are found at once.

#[path = "support/cpu_renderer.rs"]
mod cpu_renderer;

use cpu_renderer::CpuRenderer;
use egui::{Pos2, Rect, Vec2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use readout::analysis::Linker;
use readout::app::{Command, Commands, Library, PassageRef, State};
use readout::import;
use readout::model::{ArticleIx, Source, Span, TopicFile};
use readout::store::{Topics, TopicsFrom};
use readout::ui::reader::{ReaderMemory, reader_ui};
use readout::ui::{fonts, theme};
use std::sync::Arc;

const SIZE: [f32; 2] = [900.0, 700.0];
const ARTICLE: ArticleIx = ArticleIx(0);

/// Two topics of their own, so that the tests stand on their own rules.
const TOPICS: &str = r##"(
    topics: [
        (id: "ukraine", name: "Ukraine", color: "#0072B2", rules: ["troops"], children: [
            (id: "ukraine/sanctions", name: "Sanctions", color: "#0072B2", rules: ["sanctions"]),
        ]),
        (id: "iran", name: "Iran", color: "#D55E00", rules: ["centrifuges", "sanctions"]),
    ],
)"##;

struct Reading {
    state: State,
    memory: ReaderMemory,
}

fn open(text: &str) -> Harness<'static, Reading> {
    let file = TopicFile::parse(TOPICS).unwrap();
    let topics = Arc::new(Topics { tree: file.clone().into_tree().unwrap(), file, from: TopicsFrom::Default });
    let article = import::article("a.txt", text.as_bytes()).unwrap();
    let mut state = State::default();
    state.library = Library::of(Source::Sample, Some(topics.clone()));
    state.library.links.push(Linker::new(&topics.tree).worker().link(&article).into());
    state.library.articles.push(Arc::new(article));
    state.apply(Command::SelectArticle(ARTICLE));
    let frame = |ui: &mut egui::Ui, reading: &mut Reading| {
        let fill = egui::Frame::new().fill(theme::tokens(ui).page);
        egui::CentralPanel::default().frame(fill).show(ui, |ui| {
            let mut commands = Commands::default();
            reader_ui(ui, &reading.state, &mut reading.memory, &mut commands);
            for command in commands.take() {
                reading.state.apply(command);
                ui.ctx().request_repaint();
            }
        });
    };
    let mut harness = Harness::builder()
        .with_size(SIZE)
        .with_theme(egui::Theme::Light)
        .with_step_dt(0.1)
        .renderer(CpuRenderer::default())
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::install(ctx);
        })
        .build_ui_state(frame, Reading { state, memory: ReaderMemory::default() });
    harness.run_steps(2);
    harness
}

const STORY: &str = "Two leaders talked for two hours on Tuesday\n\n\
    The first sentence is about nothing at all. The general moved his troops to the border. A third one follows.\n\n\
    Envoys said that sanctions were named twice, and then nothing else was said about it.\n\n\
    At the end of the day all went home to their families and slept.";

/// The state after everything that a click or a drag has caused.
fn settle(harness: &mut Harness<'static, Reading>) {
    harness.run_steps(3);
}

fn click(harness: &mut Harness<'static, Reading>, at: Pos2) {
    harness.hover_at(at);
    harness.step();
    harness.drag_at(at);
    harness.step();
    harness.drop_at(at);
    settle(harness);
    // The next click is no double click.
    harness.run_steps(4);
}

fn paragraph(harness: &Harness<'static, Reading>, part: &str) -> Rect {
    harness.get_by_label_contains(part).rect()
}

fn selected_topic(harness: &Harness<'static, Reading>) -> Option<String> {
    let State { view, library, .. } = &harness.state().state;
    view.topic.map(|topic| library.tree().topic(topic).id.clone())
}

fn selected_words(harness: &Harness<'static, Reading>) -> Option<String> {
    let State { view, library, .. } = &harness.state().state;
    view.selected.map(|span| span.text(&library.articles[0].text).to_owned())
}

/// Where the letters of a paragraph with one or two lines are: far enough right to be on its second sentence.
fn on_line(rect: Rect, line: f32, share: f32) -> Pos2 {
    pos2(rect.left() + rect.width() * share, rect.top() + 14.0 + 28.0 * line)
}

#[test]
fn a_click_on_a_highlight_selects_the_passage_and_its_topic() {
    let mut harness = open(STORY);
    let rect = paragraph(&harness, "The first sentence");
    click(&mut harness, on_line(rect, 0.0, 0.85));
    assert_eq!(selected_topic(&harness).as_deref(), Some("ukraine"));
    let passage = harness.state().state.view.passage.unwrap();
    let span = harness.state().state.passage(passage).unwrap().span;
    assert!(span.text(&harness.state().state.library.articles[0].text).starts_with("The general"));
}

#[test]
fn a_second_click_on_the_same_words_goes_to_their_other_topic() {
    let mut harness = open(STORY);
    let place = on_line(paragraph(&harness, "Envoys said"), 0.0, 0.5);
    let mut seen = Vec::new();
    for _ in 0..3 {
        click(&mut harness, place);
        seen.push(selected_topic(&harness).unwrap());
    }
    assert_eq!(seen, ["ukraine/sanctions", "iran", "ukraine/sanctions"]);
}

#[test]
fn a_drag_selects_over_two_paragraphs_and_a_click_elsewhere_lets_go() {
    let mut harness = open(STORY);
    let from = on_line(paragraph(&harness, "The first sentence"), 1.0, 0.02);
    let to = on_line(paragraph(&harness, "Envoys said"), 0.0, 0.3);
    harness.hover_at(from);
    harness.drag_at(from);
    harness.hover_at((from + to.to_vec2()) * 0.5);
    harness.hover_at(to);
    settle(&mut harness);
    harness.drop_at(to);
    settle(&mut harness);
    let words = selected_words(&harness).unwrap();
    assert!(words.contains("follows.\n\nEnvoys"), "{words:?}");
    harness.event(egui::Event::Copy);
    harness.step();
    let copied = harness
        .output()
        .platform_output
        .commands
        .iter()
        .any(|command| matches!(command, egui::OutputCommand::CopyText(text) if *text == words));
    assert!(copied);
    let empty = on_line(paragraph(&harness, "At the end"), 0.0, 0.2);
    harness.run_steps(4);
    click(&mut harness, empty);
    assert_eq!(selected_words(&harness), None);
}

#[test]
fn a_double_click_takes_the_word_and_a_triple_click_the_sentence() {
    let mut harness = open(STORY);
    let place = on_line(paragraph(&harness, "At the end"), 0.0, 0.02);
    harness.hover_at(place);
    for expected in [None, Some("At"), Some("At the end of the day all went home to their families and slept.")] {
        // Both events in one frame, because a test's frames are long.
        for pressed in [true, false] {
            harness.input_mut().events.push(egui::Event::PointerButton {
                pos: place,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
        }
        harness.run_steps(2);
        assert_eq!(selected_words(&harness).as_deref(), expected);
    }
}

#[test]
fn two_topics_on_one_word_have_two_lines_under_it_each_in_its_colour() {
    let mut harness = open(STORY);
    let image = harness.render().unwrap();
    let rect = paragraph(&harness, "Envoys said");
    let colors = ["ukraine/sanctions", "iran"].map(|id| {
        let tree = harness.state().state.library.tree();
        theme::of(egui::Theme::Light).topic(tree.topic(tree.find(id).unwrap()).color).to_array()
    });
    let alike = |a: [u8; 4], b: [u8; 4]| a.iter().zip(b).all(|(a, b)| a.abs_diff(b) <= 3);
    let stacked = (rect.left() as u32..rect.right() as u32).any(|x| {
        let column: Vec<[u8; 4]> =
            (rect.top() as u32..rect.top() as u32 + 34).map(|y| image.get_pixel(x, y).0).collect();
        let first = |color| column.iter().position(|pixel| alike(*pixel, color));
        matches!((first(colors[0]), first(colors[1])), (Some(upper), Some(lower)) if lower >= upper + 2)
    });
    assert!(stacked, "no column of pixels shows both lines");
}

fn long_text() -> String {
    let mut text = "A very long readout of a very long call\n\n".to_owned();
    for number in 0..3000 {
        let more = "Деталі згодом, сказав речник, and more details are to follow. ".repeat(number % 7);
        let troops = if number == 2500 { "The troops stayed where they were." } else { "" };
        text += &format!("Paragraph number {number}. {more}{troops}\n\n");
    }
    text
}

#[test]
fn a_passage_far_away_is_on_the_screen_at_once_and_stays_where_it_is() {
    let mut harness = open(&long_text());
    let reference = PassageRef { article: ARTICLE, index: 0 };
    harness.state_mut().state.apply(Command::SelectPassage { passage: reference, topic: None });
    harness.step();
    let at_once = paragraph(&harness, "Paragraph number 2500.");
    assert!(Rect::from_min_size(Pos2::ZERO, SIZE.into()).contains_rect(at_once));
    // All other paragraphs are measured meanwhile.
    harness.run_steps(60);
    assert_eq!(paragraph(&harness, "Paragraph number 2500."), at_once);
}

#[test]
fn scrolling_up_over_paragraphs_never_seen_does_not_jump() {
    let mut harness = open(&long_text());
    let reference = PassageRef { article: ARTICLE, index: 0 };
    harness.state_mut().state.apply(Command::SelectPassage { passage: reference, topic: None });
    harness.step();
    harness.hover_at(pos2(400.0, 300.0));
    harness.step();
    let label = |number: usize| format!("Paragraph number {number}.");
    let mut number = 2500;
    for _ in 0..30 {
        let before = paragraph(&harness, &label(number)).top();
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, 40.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: egui::Modifiers::NONE,
        });
        harness.step();
        let moved = paragraph(&harness, &label(number)).top() - before;
        assert!((0.0..=41.0).contains(&moved), "moved by {moved}");
        harness.run_steps(4);
        while harness.query_by_label_contains(&label(number - 1)).is_some() {
            number -= 1;
        }
    }
    assert!(number < 2490, "only came to {number}");
}

#[test]
fn the_place_is_reported_and_found_again() {
    let mut harness = open(&long_text());
    let span = harness.state().state.library.articles[0].paragraphs[1200].span;
    let reading = readout::app::Reading { paragraph: 1200, scrolled: 0.25 };
    harness.state_mut().state.view.ask_reveal(readout::app::Reveal::Reading(reading));
    harness.run_steps(40);
    let found = harness.state().state.reading_of(ARTICLE);
    assert_eq!(found.paragraph, 1200);
    assert!((found.scrolled - 0.25).abs() < 0.01, "{found:?}");
    assert!(span.start > 0);
}

#[test]
fn words_in_page_furniture_can_be_brought_on_the_screen() {
    let html = format!(
        "<html><body><nav><a href=a>World</a> <a href=b>Politics</a> <a href=c>Subscribe now</a></nav>\
         <article><h1>A long call</h1>{}</article></body></html>",
        "<p>The two presidents spoke for two hours about many things, and agreed on few of them, aides said.</p>"
            .repeat(8)
    );
    let mut harness = open_html(&html);
    let article = harness.state().state.library.articles[0].clone();
    let start = article.text.find("Subscribe").unwrap();
    assert!(harness.query_by_label_contains("page furniture hidden").is_some());
    assert!(harness.query_by_label_contains("Subscribe").is_none());
    harness.state_mut().state.view.ask_reveal(readout::app::Reveal::Span(Span::new(start, start + 9)));
    harness.run_steps(2);
    assert!(harness.query_by_label_contains("Subscribe").is_some());
    harness.get_by_label_contains("page furniture · hide").click();
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("Subscribe").is_none());
}

fn open_html(html: &str) -> Harness<'static, Reading> {
    let mut harness = open("Nothing\n\nhere");
    let article = import::article("a.html", html.as_bytes()).unwrap();
    harness.state_mut().state.library.articles[0] = Arc::new(article);
    harness.state_mut().state.library.links[0] = Arc::default();
    harness.run_steps(3);
    harness
}

#[test]
fn keys_and_the_map_scroll_and_the_text_is_never_out_of_sight() {
    let mut harness = open(&long_text());
    let place = |harness: &Harness<'static, Reading>| harness.state().state.reading_of(ARTICLE).paragraph;
    harness.key_press(egui::Key::PageDown);
    settle(&mut harness);
    let after_a_page = place(&harness);
    assert!((1..40).contains(&after_a_page), "{after_a_page}");
    harness.key_press(egui::Key::End);
    settle(&mut harness);
    assert!(harness.query_by_label_contains("Paragraph number 2999.").is_some());
    let map = harness.get_by_label("Minimap").rect();
    click(&mut harness, map.center());
    assert!((1200..1800).contains(&place(&harness)), "{}", place(&harness));
    harness.key_press(egui::Key::Home);
    settle(&mut harness);
    assert_eq!(place(&harness), 0);
    assert!(harness.query_by_label_contains("read ").is_some());
}

/// A highlight that falls inside a letter would vanish with nothing to show why.
#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "is inside a character")]
fn a_highlight_inside_a_letter_is_a_mistake_of_the_program() {
    let mut harness = open("Two leaders talked\n\nThe troops stand near Київ, they said.");
    let reading = harness.state_mut();
    let inside = reading.state.library.articles[0].text.find('и').unwrap() + 1;
    Arc::make_mut(&mut reading.state.library.links[0])[0].span.end = inside as u32;
    harness.step();
}
