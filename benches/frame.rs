//! Time of a frame while scrolling one article of 1 MB with some 5,000 passages: layout, state and shapes of the
//! whole window at 1440 x 900, headless, without painting.
//!
//! `cargo bench --bench frame`

mod support;

use egui::{Context, Event, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2};
use readout::app::{Command, State};
use readout::store::Settings;
use readout::ui::Window;
use std::time::{Duration, Instant};

const FRAMES: usize = 2_000;
const SIZE: [f32; 2] = [1440.0, 900.0];

fn main() {
    support::print_machine();
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("long.txt"), support::long_article(1_000_000)).expect("a file");
    let ctx = Context::default();
    let mut window = Window::new(&ctx, State::new(Settings::default(), None));
    window.state.apply(Command::OpenFolder(folder.path().to_owned()));
    window.state.jobs.wait(Duration::from_secs(120));
    window.logic();
    let passages: usize = window.state.library.links.iter().map(Vec::len).sum();
    let bytes: usize = window.state.library.articles.iter().map(|article| article.text.len()).sum();
    println!("{bytes} bytes, {passages} passages");
    let first = frame(&ctx, &mut window, 0, 0.0);
    // The heights of all paragraphs are measured in slices over the first frames.
    let mut settled = 0;
    while settled < 400 {
        settled += 1;
        frame(&ctx, &mut window, settled, 0.0);
    }
    println!("first frame {:.2} ms", first.as_secs_f64() * 1e3);
    for (name, step) in [("a wheel notch a frame", -60.0), ("fast", -900.0), ("back up, fast", 900.0)] {
        let mut times: Vec<Duration> =
            (0..FRAMES).map(|number| frame(&ctx, &mut window, settled + number, step)).collect();
        settled += FRAMES;
        times.sort();
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
        println!("{name:22} median {:.2} ms, 99th percentile {:.2} ms, worst {:.2} ms", at(0.5), at(0.99), at(1.0));
    }
}

/// Draws one frame with the wheel turned by `step` points over the article.
fn frame(ctx: &Context, window: &mut Window, number: usize, step: f32) -> Duration {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE[0], SIZE[1]))),
        time: Some(number as f64 / 60.0),
        ..RawInput::default()
    };
    input.events.push(Event::PointerMoved(pos2(SIZE[0] / 2.0, SIZE[1] / 2.0)));
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
    let output = ctx.run_ui(input, |ui| {
        window.logic();
        window.ui(ui);
    });
    let taken = started.elapsed();
    std::hint::black_box(output);
    taken
}
