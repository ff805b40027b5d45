//! The views across articles with 500 and 5,000 of them: how long it takes to look across them in the background, to make
//! the table and the rows, and a frame of both views (layout, state and shapes of the whole window at 1440 x 900,
//! headless, without painting) while they are scrolled.
//!
//! `cargo bench --bench views`; `READOUT_ARCHIVE=FOLDER` measures a folder of one's own too.

mod support;

use egui::{Context, Event, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2, vec2};
use readout::app::{Action, Command, CoverageBy, Doing, State};
use readout::model::TopicIx;
use readout::store::Settings;
use readout::ui::Window;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};
use support::Chance;

const FRAMES: usize = 600;
const SIZE: [f32; 2] = [1440.0, 900.0];
/// Over the table, and over the rows of the other view.
const ON_THE_VIEW: Pos2 = pos2(800.0, 380.0);
const ON_THE_LISTS: Pos2 = pos2(700.0, 820.0);
/// Articles on one round of talks.
const PER_ROUND: usize = 40;

const OUTLETS: [&str; 12] = [
    "Harbour Wire",
    "Northern Desk",
    "Continental Ledger",
    "Quay Review",
    "Meridian Courier",
    "Chancery Notes",
    "River Post",
    "Hill Gazette",
    "Metro Record",
    "Lake Tribune",
    "Field Observer",
    "Coast Herald",
];

/// What articles say, each in several wordings.
const SAID: [[&str; 3]; 10] = [
    [
        "Putin said that “Russia needs reliable, legally fixed guarantees” against the expansion of NATO to the east.",
        "Russia is seriously interested in obtaining legally fixed guarantees that rule out NATO expansion eastward, Putin told Biden.",
        "According to the Kremlin, Moscow wants legal guarantees that NATO will not expand to the east.",
    ],
    [
        "The Russian side proposed to lift all restrictions on the work of diplomatic missions.",
        "Moscow suggested lifting all restrictions on the functioning of diplomatic missions, the Kremlin said.",
        "Putin offered to cancel every restriction on the work of embassies and missions.",
    ],
    [
        "Biden warned of “strong economic and other measures in the event of a military escalation”.",
        "The White House said the US would respond with strong economic and other measures if Russia escalates.",
        "In case of escalation the United States is ready to take economic and other measures, Biden told Putin.",
    ],
    [
        "The leaders discussed the dialogue on strategic stability and a separate one on ransomware.",
        "A dialogue on ransomware and cybercrime was discussed, and strategic stability, the White House said.",
        "They spoke about strategic stability and cooperation against ransomware.",
    ],
    [
        "Joint work on regional issues such as Iran was also discussed.",
        "The presidents also spoke about Iran and the nuclear deal.",
        "Iran and its nuclear programme were among the regional issues, the Kremlin said.",
    ],
    [
        "The talks lasted about two hours and were closed to the press.",
        "The conversation lasted two hours and one minute behind closed doors.",
        "The call took some 120 minutes.",
    ],
    [
        "Biden voiced deep concerns about the troops that Russia masses near the border of Ukraine.",
        "The US president expressed deep concern over Russian forces massing near Ukraine's borders.",
        "Biden spoke of Russian troop movements near the Ukrainian border.",
    ],
    [
        "Putin accused Kyiv of a destructive line that aims at dismantling the Minsk agreements.",
        "The Russian president said Ukraine was dismantling the Minsk agreements.",
        "Kyiv does not implement the Minsk agreements, Putin told Biden, according to the Kremlin.",
    ],
    [
        "Consultations will start in Geneva, followed by the NATO-Russia Council in Brussels.",
        "Talks in Geneva and Brussels follow, Ushakov said.",
        "Delegations will meet in Geneva first and in Brussels later, an official said.",
    ],
    [
        "The package of sanctions would cut Russian banks off from SWIFT, a US official said.",
        "A US official said disconnecting Russia from SWIFT is among the sanctions.",
        "Sanctions may include cutting Russia off from SWIFT.",
    ],
];

fn main() {
    support::print_machine();
    for articles in [500, 5_000] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        write(folder.path(), articles);
        measure(folder.path(), &format!("{articles} articles"));
    }
    if let Some(folder) = std::env::var_os("READOUT_ARCHIVE") {
        measure(Path::new(&folder), "all articles of the folder");
    }
}

fn write(folder: &Path, articles: usize) {
    let mut chance = Chance(11);
    for number in 0..articles {
        let (day, month) = (number / PER_ROUND % 28 + 1, number / PER_ROUND / 28 % 12 + 1);
        let outlet = OUTLETS[number % OUTLETS.len()];
        let months = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let date = format!("{day} {} 2021", months[month - 1]);
        let mut text = format!("Putin and Biden talk, note {number}\n\n{outlet}, {date}\n\n");
        let _ = writeln!(
            text,
            "Russian President Vladimir Putin and US President Joe Biden held a video call on {date}.\n"
        );
        for said in SAID {
            if chance.below(100) < 55 {
                let wording = said[chance.below(3) as usize];
                let _ = writeln!(
                    text,
                    "{wording} Snow number {} fell on street {}.\n",
                    chance.below(9_999),
                    chance.below(999)
                );
            }
        }
        std::fs::write(folder.join(format!("{number:05}.txt")), text).expect("a file");
    }
}

fn measure(folder: &Path, articles: &str) {
    let mut desk = Desk::open(folder);
    let started = Instant::now();
    let (mut worst, mut opened) = (Duration::ZERO, None);
    while desk.window.state.across.found().is_none() {
        let frame = desk.frame(ON_THE_VIEW, Vec2::ZERO);
        if desk.window.state.progress.is_none() && opened.is_none() {
            opened = Some(Instant::now());
        }
        if opened.is_some() {
            worst = worst.max(frame);
        }
        assert!(started.elapsed() < Duration::from_secs(300), "nothing is found");
        std::thread::sleep(Duration::from_millis(4));
    }
    let look = opened.map_or(Duration::ZERO, |opened| opened.elapsed());
    let found = desk.window.state.across.found().expect("it was found");
    println!(
        "{articles}: {} statements, {} rounds, {} quotations, looked across in {:.2} s; worst frame meanwhile {:.1} ms",
        found.statements.list.len(),
        found.rounds.list.len(),
        found.quotes.len(),
        look.as_secs_f64(),
        worst.as_secs_f64() * 1e3
    );
    desk.window.state.apply(Command::Do(Action::ShowCoverage));
    println!("first frame of coverage {:.1} ms", desk.frame(ON_THE_VIEW, Vec2::ZERO).as_secs_f64() * 1e3);
    desk.scroll("coverage, sideways", ON_THE_VIEW, vec2(-90.0, 0.0));
    desk.scroll("coverage, back, fast", ON_THE_VIEW, vec2(3_000.0, 0.0));
    desk.scroll("coverage, down and up", ON_THE_VIEW, vec2(0.0, -30.0));
    desk.scroll("lists below it", ON_THE_LISTS, vec2(0.0, -30.0));
    desk.choose_topics("coverage, a click on a topic");
    desk.window.state.apply(Command::Do(Action::ClearTopic));
    for (name, by) in [("outlets", CoverageBy::Outlets), ("days", CoverageBy::Days), ("articles", CoverageBy::Articles)]
    {
        desk.window.state.apply(Command::Across(Doing::CoverageBy(by)));
        println!("coverage by {name} {:.1} ms", desk.frame(ON_THE_VIEW, Vec2::ZERO).as_secs_f64() * 1e3);
    }
    desk.window.state.apply(Command::Do(Action::ShowCompare));
    println!("first frame of compare {:.1} ms", desk.frame(ON_THE_VIEW, Vec2::ZERO).as_secs_f64() * 1e3);
    desk.scroll("compare, down", ON_THE_VIEW, vec2(0.0, -60.0));
    desk.scroll("compare, up, fast", ON_THE_VIEW, vec2(0.0, 900.0));
    desk.choose_topics("compare, a click on a topic");
}

fn print(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("{name:28} median {:.2} ms, 99th percentile {:.2} ms, worst {:.2} ms", at(0.5), at(0.99), at(1.0));
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

    /// From the click to the end of the next frame, of every topic in turn.
    fn choose_topics(&mut self, name: &str) {
        let topics: Vec<TopicIx> = self.window.state.library.tree().iter().map(|(ix, _)| ix).collect();
        let choose = |topic: TopicIx| {
            let started = Instant::now();
            self.window.state.apply(Command::SelectTopic(Some(topic)));
            self.frame(ON_THE_VIEW, Vec2::ZERO);
            started.elapsed()
        };
        print(name, topics.into_iter().map(choose).collect());
    }

    fn scroll(&mut self, name: &str, at: Pos2, step: Vec2) {
        print(name, (0..FRAMES).map(|_| self.frame(at, step)).collect());
    }

    /// Draws one frame with the wheel turned by `step` points over `at`.
    fn frame(&mut self, at: Pos2, step: Vec2) -> Duration {
        self.frames += 1;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE[0], SIZE[1]))),
            time: Some(self.frames as f64 / 60.0),
            ..RawInput::default()
        };
        input.events.push(Event::PointerMoved(at));
        if step != Vec2::ZERO {
            input.events.push(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: step,
                modifiers: egui::Modifiers::NONE,
                phase: TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
            });
        }
        let started = Instant::now();
        let Self { ctx, window, .. } = self;
        let mut output = ctx.run_ui(input, |ui| {
            window.logic();
            window.ui(ui);
        });
        let taken = started.elapsed();
        output.textures_delta.clear();
        std::hint::black_box(output);
        taken
    }
}
