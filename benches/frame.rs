//! Time of a frame: layout, state and shapes of the whole window at 1440 x 900, headless, without painting. While
//! scrolling one article of 1 MB with some 5,000 passages; while 40,000 articles are being read; and while scrolling
//! through the list of them and the list of their passages.
//!
//! `cargo bench --bench frame`

mod support;

use egui::{Context, Event, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, pos2, vec2};
use readout::app::{Command, State};
use readout::store::Settings;
use readout::ui::Window;
use std::path::Path;
use std::time::{Duration, Instant};

const FRAMES: usize = 2_000;
const SIZE: [f32; 2] = [1440.0, 900.0];
const ARTICLES: usize = 40_000;
const ON_THE_ARTICLE: Pos2 = pos2(720.0, 450.0);
const ON_THE_ARTICLE_LIST: Pos2 = pos2(140.0, 780.0);
const ON_THE_PASSAGE_LIST: Pos2 = pos2(1300.0, 600.0);

fn main() {
    support::print_machine();
    let folder = tempfile::tempdir().expect("a temporary folder");
    long_article(&folder.path().join("long"));
    many_articles(&folder.path().join("many"));
}

/// One article of 1 MB.
fn long_article(folder: &Path) {
    std::fs::create_dir(folder).expect("a folder");
    std::fs::write(folder.join("long.txt"), support::long_article(1_000_000)).expect("a file");
    let mut desk = Desk::open(folder);
    desk.window.state.jobs.wait(Duration::from_secs(120));
    desk.window.logic();
    let state = &desk.window.state;
    let passages: usize = state.library.links.iter().map(|links| links.len()).sum();
    let bytes: usize = state.library.articles.iter().map(|article| article.text.len()).sum();
    println!("{bytes} bytes, {passages} passages");
    let first = desk.frame(ON_THE_ARTICLE, 0.0);
    println!("first frame {:.2} ms", first.as_secs_f64() * 1e3);
    desk.rest();
    for (name, step) in [("a wheel notch a frame", -60.0), ("fast", -900.0), ("back up, fast", 900.0)] {
        desk.scroll(name, ON_THE_ARTICLE, step);
    }
}

/// 40,000 articles of a paragraph each.
fn many_articles(folder: &Path) {
    std::fs::create_dir(folder).expect("a folder");
    for number in 0..ARTICLES {
        let text = format!(
            "Talks number {number} end\n\nPutin and Biden spoke for {} minutes about sanctions, the troops near \
             Ukraine and the talks in Geneva, the Kremlin said in note {number}. Nothing was signed.\n",
            number % 90
        );
        let name = format!("2021-{:02}-{:02}-{number}.txt", number % 12 + 1, number / 12 % 28 + 1);
        std::fs::write(folder.join(name), text).expect("a file");
    }
    let mut desk = Desk::open(folder);
    let (started, mut times) = (Instant::now(), Vec::new());
    while desk.window.state.jobs.is_busy() {
        times.push(desk.frame(ON_THE_ARTICLE, 0.0));
        std::thread::sleep(Duration::from_millis(16).saturating_sub(times[times.len() - 1]));
    }
    println!("{ARTICLES} articles, read in {:.1} s", started.elapsed().as_secs_f64());
    print("while they are being read", times);
    desk.window.state.jobs.wait(Duration::from_secs(120));
    desk.rest();
    desk.scroll("list of articles", ON_THE_ARTICLE_LIST, -60.0);
    desk.scroll("list of articles, fast", ON_THE_ARTICLE_LIST, -3_000.0);
    desk.scroll("list of passages", ON_THE_PASSAGE_LIST, -60.0);
    desk.scroll("list of passages, fast", ON_THE_PASSAGE_LIST, -3_000.0);
}

/// The window, without a screen.
struct Desk {
    ctx: Context,
    window: Window,
    frames: usize,
}

impl Desk {
    fn open(folder: &Path) -> Self {
        let ctx = Context::default();
        let mut window = Window::new(&ctx, State::new(Settings::default(), None));
        window.state.apply(Command::OpenFolder(folder.to_owned()));
        Self { ctx, window, frames: 0 }
    }

    /// The heights of all paragraphs are measured in slices over the first frames.
    fn rest(&mut self) {
        for _ in 0..400 {
            self.frame(ON_THE_ARTICLE, 0.0);
        }
    }

    fn scroll(&mut self, name: &str, at: Pos2, step: f32) {
        let times = (0..FRAMES).map(|_| self.frame(at, step)).collect();
        print(name, times);
    }

    /// Draws one frame with the wheel turned by `step` points over `at`.
    fn frame(&mut self, at: Pos2, step: f32) -> Duration {
        self.frames += 1;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE[0], SIZE[1]))),
            time: Some(self.frames as f64 / 60.0),
            ..RawInput::default()
        };
        input.events.push(Event::PointerMoved(at));
        if step != 0.0 {
            input.events.push(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, step),
                modifiers: egui::Modifiers::NONE,
                phase: TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
            });
        }
        let started = Instant::now();
        let Self { ctx, window, .. } = self;
        let output = ctx.run_ui(input, |ui| {
            window.logic();
            window.ui(ui);
        });
        let taken = started.elapsed();
        std::hint::black_box(output);
        taken
    }
}

fn print(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("{name:26} median {:.2} ms, 99th percentile {:.2} ms, worst {:.2} ms", at(0.5), at(0.99), at(1.0));
}
