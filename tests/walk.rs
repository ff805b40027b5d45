//! Anything after anything: thousands of things that a reader may do in the views, in an order that nobody planned,
//! with the folder changing meanwhile. Nothing of it may end the program. The same walks every time.

#[path = "support/cpu_renderer.rs"]
mod cpu_renderer;
#[path = "support/screen.rs"]
mod screen;

use readout::analysis::statements::StatementIx;
use readout::app::{Action, ColumnOrder, Command, CompareBy, CoverageBy, Doing, Only, PassageRef, State, Whose};
use readout::model::{ArticleIx, Scope, SideIx, TopicEdit, TopicIx};
use screen::screen;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// `READOUT_WALKS=100` takes more of them.
const WALKS: u64 = 4;
const STEPS: usize = 250;

/// Sentences that articles are made of; several say the same.
const SAID: [&str; 10] = [
    "Putin said that Russia needs “reliable, legally fixed guarantees” against the expansion of NATO to the east.",
    "Russia wants legal guarantees that NATO will not expand to the east, Putin told Biden.",
    "The Russian side proposed to lift all restrictions on the work of diplomatic missions.",
    "Moscow proposed lifting all restrictions on the work of missions, the Kremlin said.",
    "The package of sanctions would cut Russian banks off from SWIFT, a US official said.",
    "The talks lasted about two hours.",
    "The conversation of the two presidents took 50 minutes.",
    "Biden warned of 100,000 troops near the border of Ukraine.",
    "Президенты обсудили Украину и гарантии безопасности.",
    "The roses of the garden bloom.",
];

/// A linear congruential generator (Knuth, MMIX): the same walk for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }

    fn topic(&mut self, state: &State) -> TopicIx {
        TopicIx::new(self.below(state.library.tree().len()))
    }

    fn article(&mut self, state: &State) -> ArticleIx {
        ArticleIx::new(self.below(state.library.articles.len()))
    }

    fn place(&mut self, state: &State) -> Option<(ArticleIx, u32)> {
        let ix = self.article(state);
        let sentences = state.library.article(ix)?.sentences.len();
        (sentences > 0).then(|| (ix, self.below(sentences) as u32))
    }
}

fn write(folder: &Path, chance: &mut Chance) {
    let name = format!("{}.txt", ["a", "b", "c", "d", "e"][chance.below(5)]);
    let path = folder.join(name);
    if chance.below(5) == 0 {
        let _ = fs::remove_file(path);
        return;
    }
    let day = 7 + chance.below(2) * 23;
    let mut text = format!("Putin and Biden talk\n\nWire {}, {} December 2021\n\n", chance.below(3), day + 1);
    text += &format!("Vladimir Putin and Joe Biden held talks by video on {day} December 2021.\n\n");
    for _ in 0..2 + chance.below(8) {
        text += SAID[chance.below(SAID.len())];
        text += "\n\n";
    }
    fs::write(&path, text).unwrap();
    let time = SystemTime::now() - Duration::from_secs(60 + chance.below(1_000) as u64);
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

/// Something that a reader may do now.
fn step(state: &State, chance: &mut Chance) -> Option<Command> {
    let across = |doing| Some(Command::Across(doing));
    let statement = |chance: &mut Chance| {
        let count = state.across.found().map_or(0, |found| found.statements.list.len());
        (count > 0).then(|| StatementIx(chance.below(count) as u32))
    };
    let cell = |chance: &mut Chance| {
        let columns = state.coverage.columns.len();
        (columns > 0).then(|| (chance.topic(state), chance.below(columns)))
    };
    match chance.below(24) {
        0 => across(Doing::CoverageBy(
            [CoverageBy::Articles, CoverageBy::Outlets, CoverageBy::Sides, CoverageBy::Days][chance.below(4)],
        )),
        1 => {
            across(Doing::OrderColumns([ColumnOrder::Date, ColumnOrder::Outlet, ColumnOrder::Weight][chance.below(3)]))
        }
        2 => cell(chance).and_then(|(topic, column)| across(Doing::ReadCell { topic, column })),
        3 => across(Doing::AskCell(cell(chance))),
        4 => across(Doing::LeaveOut {
            topic: chance.topic(state),
            article: chance.article(state),
            left_out: chance.below(2) == 0,
        }),
        5 => {
            let key = ["2021-12-07", "2021-12-30", ""][chance.below(3)].to_owned();
            across(Doing::SetRound { article: chance.article(state), round: (chance.below(3) > 0).then_some(key) })
        }
        6 => {
            let (article, sentence) = chance.place(state)?;
            let side = [Some("ru"), Some("us"), None][chance.below(3)].map(str::to_owned);
            across(Doing::SetSpeaker { article, sentence, side, speaker: "Somebody".to_owned() })
        }
        7 => across(Doing::ShowStatement(statement(chance)?)),
        8 => across(Doing::CompareArticle { article: chance.article(state), shown: chance.below(2) == 0 }),
        9 => across(Doing::CompareBy(if chance.below(2) == 0 { CompareBy::Articles } else { CompareBy::Sides })),
        10 => {
            let statement = statement(chance)?;
            let members = &state.across.found()?.statements.get(statement).members;
            let member = &members[chance.below(members.len())];
            across(Doing::Split { statement, article: member.article, sentence: member.sentence })
        }
        11 => across(Doing::Join { one: chance.place(state)?, other: chance.place(state)? }),
        12 => Some(Command::SelectTopic((chance.below(4) > 0).then(|| chance.topic(state)))),
        13 => Some(Command::SelectArticle(chance.article(state))),
        14 => {
            let article = chance.article(state);
            let count = state.library.passages(article).len();
            let passage = PassageRef { article, index: (count > 0).then(|| chance.below(count) as u32)? };
            let kept = [Some(true), Some(false), None][chance.below(3)];
            Some(if chance.below(2) == 0 {
                Command::Decide { passage, kept }
            } else {
                Command::SelectPassage { passage, topic: None }
            })
        }
        15 => {
            let whose = [Whose::Nobody, Whose::Side(SideIx(0)), Whose::Side(SideIx(3))][chance.below(3)];
            Some(Command::ListOnly(
                [Only::All, Only::Alone, Only::Unread, Only::These, Only::Whose(whose)][chance.below(5)],
            ))
        }
        16 => Some(Command::SetScope(if chance.below(2) == 0 { Scope::AllArticles } else { Scope::ThisArticle })),
        17 => Some(Command::EditTopics(edit(state, chance))),
        18 => across(Doing::ShowEmptyColumns(chance.below(2) == 0)),
        _ => {
            let actions = [
                Action::Undo,
                Action::Redo,
                Action::Back,
                Action::Forward,
                Action::ShowCoverage,
                Action::ShowCompare,
                Action::ShowRead,
                Action::NextPassage,
                Action::PreviousPassage,
                Action::ClearTopic,
                Action::LookForChanges,
            ];
            Some(Command::Do(actions[chance.below(actions.len())]))
        }
    }
}

fn edit(state: &State, chance: &mut Chance) -> TopicEdit {
    let id = |chance: &mut Chance| state.library.tree().topic(chance.topic(state)).id.clone();
    match chance.below(5) {
        0 => TopicEdit::Add {
            parent: None,
            name: format!("Topic {}", chance.below(100)),
            rules: vec!["missions".to_owned()],
        },
        1 => TopicEdit::Delete { topic: id(chance) },
        2 => TopicEdit::SetRules { topic: id(chance), rules: vec!["talks".to_owned()] },
        3 => TopicEdit::Merge { from: id(chance), into: id(chance) },
        _ => TopicEdit::Move { topic: id(chance), parent: None, position: 0 },
    }
}

#[test]
fn whatever_a_reader_does_in_whatever_order_the_program_goes_on() {
    let walks = std::env::var("READOUT_WALKS").ok().and_then(|walks| walks.parse().ok()).unwrap_or(WALKS);
    for seed in 0..walks {
        let folder = tempfile::tempdir().unwrap();
        let mut chance = Chance(seed);
        (0..8).for_each(|_| write(folder.path(), &mut chance));
        let open = Command::OpenFolder(folder.path().to_owned());
        let mut screen = screen([1000.0, 700.0], seed % 2 == 0, vec![open], None);
        for number in 0..STEPS {
            if number % 40 == 20 {
                write(folder.path(), &mut chance);
            }
            let state = &mut screen.state_mut().window().state;
            if let Some(command) = step(state, &mut chance) {
                state.apply(command);
            }
            // Mostly the next thing is done before the last has come of it.
            if chance.below(6) == 0 {
                assert!(screen.state_mut().window().state.jobs.wait(Duration::from_secs(60)), "a job does not end");
            }
            screen.run_steps(1);
        }
        let state = &mut screen.state_mut().window().state;
        assert_eq!(state.library.links.len(), state.library.articles.len());
        (0..STEPS).for_each(|_| state.apply(Command::Do(Action::Undo)));
        screen.run_steps(4);
        let marks = &screen.state_mut().window().state.marks;
        assert!(marks.findings.is_empty() && marks.decisions.is_empty() && marks.topics.is_none(), "{marks:?}");
    }
}
