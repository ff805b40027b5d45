//! The views across articles: who covers what, what is left out, who says it, and what others say beside it.

#[path = "support/cpu_renderer.rs"]
mod cpu_renderer;
#[path = "support/screen.rs"]
mod screen;
mod support;

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use readout::analysis::across::Standing;
use readout::app::{Action, Cell, Command, CompareBy, CompareCell, CoverageBy, Doing, Gap, Only, State, Whose};
use readout::model::{ArticleIx, TopicEdit, ViewKind};
use screen::{Screen, screen, settle};
use std::time::{Duration, Instant};
use support::{Desk, TestDir};

const LARGE: [f32; 2] = [1440.0, 900.0];

const A: &str = "Leaders speak by video\n\nHarbour Wire, 8 December 2021\n\n\
    Russian President Vladimir Putin and US President Joe Biden held a video call on 7 December 2021. \
    The talks of the two presidents lasted about two hours and were closed to the press.\n\n\
    Putin said that Russia needs reliable, legally fixed guarantees against the expansion of NATO to the east. \
    The Russian side proposed to lift all restrictions on the work of diplomatic missions.\n\n\
    The package of sanctions would cut Russian banks off from SWIFT, a US official said.\n";
const B: &str = "Putin and Biden talk\n\nNorthern Desk, 8 December 2021\n\n\
    Vladimir Putin and Joe Biden spoke by video on 7 December 2021. The talks of the two presidents were closed to the press and lasted some 100 minutes.\n\n\
    Russia needs legally fixed guarantees against NATO's expansion to the east, Putin told Biden. \
    Moscow proposed lifting all restrictions on the work of diplomatic missions, the Kremlin said.\n";
const C: &str = "A second call\n\nContinental Ledger, 31 December 2021\n\n\
    Vladimir Putin and Joe Biden spoke by telephone on 30 December 2021. \
    Biden said that sanctions would follow an invasion of Ukraine.\n";

fn folder() -> TestDir {
    TestDir::new(&[("a.txt", A), ("b.txt", B), ("c.txt", C)])
}

/// Waits until what is found across articles is known.
fn look(state: &mut State) {
    let started = Instant::now();
    loop {
        assert!(state.jobs.wait(Duration::from_secs(120)), "a job does not end");
        state.take_reports();
        let rests = state.across_due().is_none() && state.jobs.wait(Duration::ZERO);
        if rests && state.across.found().is_some() {
            state.take_reports();
            return;
        }
        assert!(started.elapsed() < Duration::from_secs(120), "nothing was found across the articles");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn opened(folder: &TestDir) -> Desk {
    let mut desk = Desk::new();
    desk.open(folder.path());
    look(&mut desk.state);
    desk
}

fn across(desk: &mut Desk, doing: Doing) {
    desk.apply(Command::Across(doing));
    look(&mut desk.state);
}

/// The first sentence of an article that holds these words.
fn sentence(state: &State, article: ArticleIx, words: &str) -> u32 {
    let article = state.library.article(article).unwrap();
    let mut sentences = article.sentences.iter();
    sentences
        .position(|sentence| sentence.span.text(&article.text).contains(words))
        .unwrap_or_else(|| panic!("no {words:?}")) as u32
}

fn who(state: &State, article: ArticleIx, words: &str) -> Option<String> {
    state.who_says(article, sentence(state, article, words)).map(|who| who.words())
}

/// The column of an article.
fn column(state: &State, article: ArticleIx) -> usize {
    state.coverage.columns.iter().position(|column| column.articles == [article]).unwrap()
}

#[test]
fn an_empty_cell_says_what_was_looked_for_and_can_be_confirmed_and_taken_back() {
    let folder = folder();
    let mut desk = opened(&folder);
    desk.act(Action::ShowCoverage);
    desk.state.refresh_coverage();
    let (a, b, c) = (desk.article("a.txt"), desk.article("b.txt"), desk.article("c.txt"));
    let (sanctions, diplomats) = (desk.topic("ukraine/sanctions"), desk.topic("diplomats"));
    let cell = |desk: &mut Desk, topic, article| {
        desk.state.refresh_coverage();
        desk.state.coverage.cell(topic, column(&desk.state, article))
    };
    assert!(matches!(cell(&mut desk, sanctions, a), Cell::Count(_)));
    assert_eq!(cell(&mut desk, sanctions, b), Cell::Nothing, "another article of its round speaks of it");
    assert_eq!(cell(&mut desk, diplomats, c), Cell::NotOfItsRound, "nobody speaks of it after the second call");

    let place = (sanctions, column(&desk.state, b));
    desk.apply(Command::Across(Doing::AskCell(Some(place))));
    let asked = desk.state.coverage.asked.clone().unwrap();
    assert!(asked.words.iter().any(|word| word.starts_with("sanction")), "{:?}", asked.words);
    desk.apply(Command::Across(Doing::LeaveOut { topic: sanctions, article: b, left_out: true }));
    assert_eq!(cell(&mut desk, sanctions, b), Cell::LeftOut);
    assert_eq!(desk.state.history.next_undo().as_deref(), Some("confirm as left out"));

    let session = folder.join("talks-session.ron");
    desk.save_to(&session);
    let mut desk = desk.start_again();
    desk.open(&session);
    look(&mut desk.state);
    assert_eq!(cell(&mut desk, sanctions, b), Cell::LeftOut, "it is kept in the session");
    desk.apply(Command::Across(Doing::LeaveOut { topic: sanctions, article: b, left_out: false }));
    assert_eq!(cell(&mut desk, sanctions, b), Cell::Nothing);
    desk.act(Action::Undo);
    assert_eq!(cell(&mut desk, sanctions, b), Cell::LeftOut);
}

#[test]
fn a_language_without_rules_is_not_searched() {
    let folder = TestDir::new(&[
        ("a.txt", A),
        (
            "es.txt",
            "La llamada\n\nLos presidentes hablaron durante dos horas sobre las sanciones y la frontera, dijo el portavoz. \
                    No hubo acuerdo entre las partes y el encuentro fue muy largo para todos los que estaban en la sala.\n",
        ),
    ]);
    let mut desk = opened(&folder);
    desk.state.refresh_coverage();
    let es = desk.article("es.txt");
    let language = desk.state.library.article(es).unwrap().language;
    let cell = desk.state.coverage.cell(desk.topic("iran"), column(&desk.state, es));
    assert_eq!(cell, Cell::NotSearched, "{language:?}");
}

#[test]
fn a_cell_is_read_with_a_click() {
    let folder = folder();
    let mut screen = open(&folder);
    press(&mut screen, Action::ShowCoverage);
    screen.get_by_label_contains("Sanctions, Harbour Wire: 1 passage").click();
    screen.run_steps(4);
    let state = &screen.state_mut().window().state;
    assert_eq!(state.view.kind, ViewKind::Read);
    let passage = state.view.passage.expect("the passage of the cell is selected");
    let article = state.library.article(passage.article).unwrap();
    assert_eq!(article.path, "a.txt");
    assert!(state.passage(passage).unwrap().span.text(&article.text).contains("SWIFT"));
    assert_eq!(state.listing.len(), 1, "the cell's passages are listed");
}

#[test]
fn an_empty_cell_tells_why_in_the_window() {
    let folder = folder();
    let mut screen = open(&folder);
    press(&mut screen, Action::ShowCoverage);
    screen.get_by_label("Sanctions, Northern Desk: searched, nothing found").click();
    screen.run_steps(4);
    screen.get_by_label("Confirm: leaves it out").click();
    screen.run_steps(6);
    screen.get_by_label("Sanctions, Northern Desk: leaves it out, you said");
    screen.get_by_label("Take that back").click();
    screen.run_steps(6);
    screen.get_by_label("Sanctions, Northern Desk: searched, nothing found");
    screen.key_press(Key::Escape);
    screen.run_steps(4);
    assert!(screen.query_by_label("Take that back").is_none());
}

#[test]
fn what_two_say_stands_in_one_row_and_a_gap_says_why() {
    let folder = folder();
    let mut desk = opened(&folder);
    desk.select_topic("ukraine/guarantees");
    desk.act(Action::ShowCompare);
    desk.state.refresh_compare();
    let compare = &desk.state.compare;
    assert_eq!(compare.columns.len(), 2, "the two articles of the first call");
    let row = compare.rows.iter().find(|row| row.statement.is_some()).expect("a statement of both");
    assert!(row.cells.iter().all(|cell| matches!(cell, CompareCell::Cards(_))));
    let CompareCell::Cards(cards) = &row.cells[0] else { panic!("no card") };
    let text = &desk.state.library.article(cards[0].article).unwrap().text;
    let shared: Vec<&str> = cards[0].shared.iter().map(|span| span.text(text)).collect();
    assert!(shared.join(" ").contains("guarantees"), "{shared:?}");

    desk.select_topic("ukraine/sanctions");
    let a = desk.article("a.txt");
    for (article, shown) in [("b.txt", true), ("c.txt", true)] {
        let article = desk.article(article);
        desk.state.refresh_compare();
        desk.apply(Command::Across(Doing::CompareArticle { article, shown }));
    }
    desk.state.refresh_compare();
    let row =
        desk.state.compare.rows.iter().find(|row| {
            row.cells.iter().any(|cell| matches!(cell, CompareCell::Cards(cards) if cards[0].article == a))
        });
    let gaps: Vec<&CompareCell> =
        row.unwrap().cells.iter().filter(|cell| matches!(cell, CompareCell::Gap(_))).collect();
    assert!(gaps.contains(&&CompareCell::Gap(Gap::OtherRound)), "{gaps:?}");

    desk.apply(Command::Across(Doing::CompareBy(CompareBy::Sides)));
    desk.state.refresh_compare();
    assert!(desk.state.compare.columns.iter().all(|column| column.whose.is_some()));
}

#[test]
fn each_passage_stands_with_the_side_that_says_it_or_with_nobody() {
    let folder = folder();
    let mut desk = opened(&folder);
    desk.apply(Command::Across(Doing::CoverageBy(CoverageBy::Sides)));
    desk.state.refresh_coverage();
    let columns = desk.state.coverage.columns.clone();
    assert_eq!(columns.last().and_then(|column| column.whose), Some(Whose::Nobody));
    for topic in ["ukraine", "diplomats", "iran"] {
        let topic = desk.topic(topic);
        let count = |column: usize| match desk.state.coverage.cell(topic, column) {
            Cell::Count(count) => count,
            _ => 0,
        };
        let counts: Vec<u32> = (0..columns.len()).map(count).collect();
        assert_eq!(counts.iter().sum::<u32>() as usize, desk.state.library.counts.topic(topic).sentences, "{counts:?}");
        let Some(column) = counts.iter().position(|count| *count > 0) else { continue };
        desk.apply(Command::Across(Doing::ReadCell { topic, column }));
        assert_eq!(desk.state.listing.len(), counts[column] as usize, "a click lists just these");
    }
}

#[test]
fn the_table_of_sides_waits_until_it_is_known_who_says_what() {
    let folder = folder();
    let mut desk = opened(&folder);
    desk.apply(Command::Across(Doing::CoverageBy(CoverageBy::Sides)));
    let topic = "iran".to_owned();
    desk.apply(Command::EditTopics(TopicEdit::SetRules { topic, rules: vec!["Iran".to_owned()] }));
    assert!(desk.state.across.found().is_none(), "what was found belongs to the tree before");
    desk.state.refresh_coverage();
    assert!(desk.state.coverage.columns.is_empty());
    look(&mut desk.state);
    desk.state.refresh_coverage();
    assert!(desk.state.coverage.columns.len() > 1);
}

#[test]
fn back_leads_to_no_topic_that_is_not_there_any_more() {
    let folder = folder();
    let mut desk = opened(&folder);
    let add = TopicEdit::Add { parent: None, name: "Embassies".to_owned(), rules: vec!["missions".to_owned()] };
    desk.apply(Command::EditTopics(add));
    desk.select_topic("embassies");
    desk.act(Action::NextPassage);
    desk.act(Action::NextPassage);
    desk.act(Action::Undo);
    assert!(desk.state.library.tree().find("embassies").is_none());
    desk.act(Action::Back);
    assert_eq!(desk.state.view.topic, None);
}

#[test]
fn a_statement_that_was_asked_for_is_let_go_with_its_topic_and_found_again_after_a_new_look() {
    let folder = folder();
    let mut desk = opened(&folder);
    let (a, b) = (desk.article("a.txt"), desk.article("b.txt"));
    let here = sentence(&desk.state, a, "legally fixed");
    let Standing::Told { statement, .. } = desk.state.standing(a, here) else { panic!("said in two") };
    desk.select_article("b.txt");
    desk.apply(Command::Across(Doing::ShowStatement(statement)));
    desk.state.refresh_compare();
    let columns =
        |desk: &Desk| desk.state.compare.columns.iter().filter_map(|column| column.article).collect::<Vec<_>>();
    assert_eq!(columns(&desk), [a, b]);
    let asked = desk.state.compare.focus;
    assert_eq!(asked.map(|(ix, _)| ix), Some(statement));
    folder.write("0.txt", C.replace("31 December", "30 December"));
    desk.look();
    look(&mut desk.state);
    desk.state.refresh_compare();
    let (a, b) = (desk.article("a.txt"), desk.article("b.txt"));
    assert_eq!(columns(&desk), [a, b], "these articles, though another came before them");
    assert!(desk.state.compare.focus.is_some());
    desk.select_topic("diplomats");
    desk.state.refresh_compare();
    assert_eq!(desk.state.compare.focus, None, "another topic is looked at");
}

#[test]
fn the_cell_that_was_asked_about_stays_the_same_when_columns_move() {
    let folder = folder();
    let mut desk = opened(&folder);
    desk.state.refresh_coverage();
    let (sanctions, b) = (desk.topic("ukraine/sanctions"), desk.article("b.txt"));
    let place = column(&desk.state, b);
    desk.apply(Command::Across(Doing::AskCell(Some((sanctions, place)))));
    across(&mut desk, Doing::SetRound { article: b, round: Some("2022-01-10".to_owned()) });
    desk.state.refresh_coverage();
    assert_ne!(column(&desk.state, b), place, "it stands with other talks now");
    assert_eq!(desk.state.coverage.asked.as_ref().and_then(|asked| asked.article), Some(b));
}

#[test]
fn a_cell_of_an_outlet_lists_its_articles_alone_and_can_be_left() {
    let folder = TestDir::new(&[
        ("a.txt", A),
        ("b.txt", B),
        ("c.txt", C),
        ("d.txt", &C.replace("Continental Ledger", "Harbour Wire")),
    ]);
    let mut desk = opened(&folder);
    desk.apply(Command::Across(Doing::CoverageBy(CoverageBy::Outlets)));
    desk.state.refresh_coverage();
    let columns = &desk.state.coverage.columns;
    let column = columns.iter().position(|column| column.name == "Harbour Wire").unwrap();
    let sanctions = desk.topic("ukraine/sanctions");
    let Cell::Count(count) = desk.state.coverage.cell(sanctions, column) else { panic!("they speak of it") };
    desk.apply(Command::Across(Doing::ReadCell { topic: sanctions, column }));
    assert_eq!(desk.state.listing.len(), count as usize);
    desk.apply(Command::ListOnly(Only::All));
    assert!(desk.state.listing.len() > count as usize);
}

#[test]
fn a_filter_that_leaves_nothing_can_be_taken_back() {
    let folder = folder();
    let mut desk = opened(&folder);
    let (whose, _) = desk.state.listing.sides[0];
    desk.apply(Command::ListOnly(Only::Whose(whose)));
    for topic in ["iran", "cyber", "diplomats"] {
        desk.select_topic(topic);
        assert!(desk.state.listing.sides.iter().any(|(side, _)| *side == whose), "{topic}: its chip is there");
    }
}

#[test]
fn articles_in_which_nothing_is_found_leave_a_large_table_until_they_are_asked_for() {
    let folder = folder();
    for number in 0..20 {
        folder.write(
            &format!("other-{number:02}.txt"),
            format!("Gardens {number}\n\nThe roses of garden {number} bloom.\n"),
        );
    }
    let mut desk = opened(&folder);
    desk.state.refresh_coverage();
    let (shown, hidden) = (desk.state.coverage.columns.len(), desk.state.coverage.hidden);
    assert_eq!((shown + hidden, hidden >= 20), (desk.state.library.articles.len(), true));
    desk.apply(Command::Across(Doing::ShowEmptyColumns(true)));
    desk.state.refresh_coverage();
    assert_eq!((desk.state.coverage.columns.len(), desk.state.coverage.hidden), (shown + hidden, 0));
}

#[test]
fn any_article_on_the_topic_can_be_put_beside_the_others() {
    let folder = folder();
    let mut desk = opened(&folder);
    desk.apply(Command::Do(Action::ShowCompare));
    desk.state.refresh_compare();
    let shown =
        |desk: &support::Desk| -> Vec<bool> { desk.state.compare.articles.iter().map(|(_, shown)| *shown).collect() };
    let before = shown(&desk).iter().filter(|shown| **shown).count();
    let more = desk.state.articles_to_add("");
    let Some(added) = more.first().copied() else { panic!("all stand there already: {:?}", shown(&desk)) };
    let headline = desk.state.library.article(added).unwrap().headline.clone();
    assert!(desk.state.articles_to_add(&headline.to_uppercase()).contains(&added));
    assert_eq!(desk.state.articles_to_add("no such words"), []);
    desk.apply(Command::Across(Doing::CompareArticle { article: added, shown: true }));
    desk.state.refresh_compare();
    assert_eq!(desk.state.compare.columns.len(), before + 1);
    assert!(!desk.state.articles_to_add("").contains(&added));
}

#[test]
fn a_statement_is_split_and_joined_by_hand_and_undo_brings_it_back() {
    let folder = folder();
    let mut desk = opened(&folder);
    let (a, b) = (desk.article("a.txt"), desk.article("b.txt"));
    let here = sentence(&desk.state, a, "legally fixed");
    let there = sentence(&desk.state, b, "legally fixed");
    let Standing::Told { statement, articles: 2, .. } = desk.state.standing(a, here) else { panic!("said in two") };
    across(&mut desk, Doing::Split { statement, article: a, sentence: here });
    assert_eq!(desk.state.standing(a, here), Standing::Only);
    desk.act(Action::Undo);
    look(&mut desk.state);
    assert!(matches!(desk.state.standing(a, here), Standing::Told { articles: 2, .. }));
    let alone = sentence(&desk.state, a, "SWIFT");
    assert_eq!(desk.state.standing(a, alone), Standing::Only);
    across(&mut desk, Doing::Join { one: (a, alone), other: (b, there) });
    assert!(matches!(desk.state.standing(a, alone), Standing::Told { .. }));
}

#[test]
fn sentences_joined_by_hand_stay_joined_when_their_article_is_edited() {
    let folder = folder();
    let mut desk = opened(&folder);
    let (a, b) = (desk.article("a.txt"), desk.article("b.txt"));
    let (alone, there) = (sentence(&desk.state, a, "SWIFT"), sentence(&desk.state, b, "legally fixed"));
    across(&mut desk, Doing::Join { one: (a, alone), other: (b, there) });
    let edited = A.replace(
        "The package of sanctions would cut",
        "A new first sentence. The large package of sanctions could cut",
    );
    let path = folder.write("a.txt", edited);
    let time = std::time::SystemTime::now() - Duration::from_secs(90);
    std::fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
    desk.look();
    look(&mut desk.state);
    let now = sentence(&desk.state, desk.article("a.txt"), "SWIFT");
    assert_ne!(now, alone, "it stands elsewhere and in other words");
    assert!(matches!(desk.state.standing(a, now), Standing::Told { articles: 2, .. }));
}

#[test]
fn who_says_it_can_be_put_right_and_that_outlives_links_and_sessions() {
    let folder = folder();
    let mut desk = opened(&folder);
    let a = desk.article("a.txt");
    let words = "legally fixed";
    assert!(who(&desk.state, a, words).is_some_and(|who| who.contains("Putin")), "{:?}", who(&desk.state, a, words));
    let number = sentence(&desk.state, a, words);
    let (side, speaker) = (Some("us".to_owned()), "Psaki".to_owned());
    across(&mut desk, Doing::SetSpeaker { article: a, sentence: number, side, speaker });
    let corrected = who(&desk.state, a, words);
    assert!(corrected.as_deref().is_some_and(|who| who.ends_with("Psaki")), "{corrected:?}");

    let mut file = desk.state.library.topics().unwrap().file.clone();
    file.topics.retain(|topic| topic.id != "cyber");
    desk.apply(Command::Edit(readout::model::Edit::SetTopics(Some(std::sync::Arc::new(file)), "change tree".into())));
    look(&mut desk.state);
    assert_eq!(who(&desk.state, a, words), corrected, "after linking anew");

    let session = folder.join("talks-session.ron");
    desk.save_to(&session);
    let mut desk = desk.start_again();
    desk.open(&session);
    look(&mut desk.state);
    assert_eq!(who(&desk.state, a, words), corrected, "after opening anew");
    across(&mut desk, Doing::ForgetSpeaker { article: a, sentence: number });
    assert!(who(&desk.state, a, words).is_some_and(|who| who.contains("Putin")));
    desk.act(Action::Undo);
    assert_eq!(who(&desk.state, a, words), corrected);
}

#[test]
fn the_list_shows_only_one_side_or_what_stands_in_one_article() {
    let folder = folder();
    let mut desk = opened(&folder);
    let all = desk.state.listing.len();
    let (side, count) = desk.state.listing.sides[0];
    desk.apply(Command::ListOnly(Only::Whose(side)));
    assert_eq!((desk.state.listing.len(), count < all), (count, true));
    let alone = desk.state.listing.alone;
    desk.apply(Command::ListOnly(Only::Alone));
    assert_eq!((desk.state.listing.len(), alone > 0), (alone, true));
}

#[test]
fn the_round_of_an_article_can_be_put_right() {
    let folder = folder();
    let mut desk = opened(&folder);
    let c = desk.article("c.txt");
    let rounds = |desk: &Desk| desk.state.across.found().unwrap().rounds.list.len();
    assert_eq!(rounds(&desk), 2);
    let first = desk.state.across.found().unwrap().rounds.list[0].key.clone();
    across(&mut desk, Doing::SetRound { article: c, round: Some(first) });
    assert_eq!(rounds(&desk), 1);
    across(&mut desk, Doing::SetRound { article: c, round: None });
    assert_eq!(rounds(&desk), 2);
}

#[test]
fn figures_that_do_not_agree_stand_side_by_side() {
    let folder = folder();
    let desk = opened(&folder);
    let found = desk.state.across.found().unwrap();
    let given = found.differing.iter().map(|one| {
        let words = |given: &readout::analysis::figures::Given| {
            given.span.text(&desk.state.library.article(given.article).unwrap().text).to_owned()
        };
        one.given.iter().map(words).collect::<Vec<String>>()
    });
    let given: Vec<Vec<String>> = given.collect();
    assert!(given.contains(&vec!["100 minutes".to_owned(), "two hours".to_owned()]), "{given:?}");
}

#[test]
fn columns_are_articles_outlets_sides_or_days() {
    let folder = folder();
    let mut desk = opened(&folder);
    for (by, names) in [
        (CoverageBy::Outlets, vec!["Continental Ledger", "Harbour Wire", "Northern Desk"]),
        (CoverageBy::Days, vec!["8 Dec 2021", "31 Dec 2021"]),
    ] {
        desk.apply(Command::Across(Doing::CoverageBy(by)));
        desk.state.refresh_coverage();
        let mut columns: Vec<&str> = desk.state.coverage.columns.iter().map(|column| column.name.as_str()).collect();
        if by == CoverageBy::Outlets {
            columns.sort_unstable();
        }
        assert_eq!(columns, names);
    }
}

fn open(folder: &TestDir) -> Screen {
    let mut screen = screen(LARGE, false, vec![Command::OpenFolder(folder.path().to_owned())], None);
    look(&mut screen.state_mut().window().state);
    settle(&mut screen);
    screen
}

fn press(screen: &mut Screen, action: Action) {
    screen.state_mut().window().state.apply(Command::Do(action));
    screen.run_steps(4);
}
