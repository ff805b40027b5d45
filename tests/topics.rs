//! The reader makes the topic tree his own. Each test is one story.

mod support;

use readout::app::{Action, Answer, Command, Dialog, NewTopic, TopicForm};
use readout::model::{Origin, Span, TopicEdit};
use readout::work::Purpose;
use std::fs;
use std::time::{Duration, Instant};
use support::{Desk, TestDir};

const TEXT: &str = "Talks end\n\nBoth sides spoke of the harbour for the first time. The harbour is closed in winter.\n\n\
    Sanctions on banks were named too, and nothing else was said in the evening.\n";
const TREE: &str = r##"(topics: [
    (id: "money", name: "Money", color: "#0072B2", rules: ["sanction"], children: [
        (id: "money/banks", name: "Banks", color: "#0072B2", rules: ["bank"]),
    ]),
    (id: "weather", name: "Weather", color: "#D55E00", note: "Snow and ice", rules: ["winter"]),
])"##;

fn desk() -> (Desk, TestDir) {
    let folder = TestDir::new(&[("a.txt", TEXT), ("topics.ron", TREE)]);
    let mut desk = Desk::new();
    desk.open(folder.path());
    (desk, folder)
}

fn ids(desk: &Desk) -> Vec<String> {
    desk.state.library.tree().iter().map(|(_, topic)| topic.id.clone()).collect()
}

/// Sentences of a topic in all articles.
fn count(desk: &Desk, id: &str) -> usize {
    desk.state.library.counts.topic(desk.topic(id)).sentences
}

fn form(desk: &Desk) -> Box<TopicForm> {
    let Some(Dialog::Topic(form)) = &desk.state.dialog else { panic!("no form is open") };
    form.clone()
}

fn fill(desk: &mut Desk, change: impl FnOnce(&mut TopicForm)) {
    let mut form = form(desk);
    change(&mut form);
    desk.apply(Command::Answer(Answer::FillingTopic(form)));
    let waited = Instant::now();
    while desk.state.preview_due().is_some() && waited.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(5));
        desk.state.take_reports();
    }
    desk.settle();
}

#[test]
fn a_rule_is_tried_before_it_is_applied_and_can_be_taken_back() {
    let (mut desk, _folder) = desk();
    desk.select_topic("weather");
    desk.act(Action::EditTopic);
    fill(&mut desk, |form| form.rules.push_str("\nharbour near (first"));
    let mistake = form(&desk).mistake.expect("a mistake is marked");
    assert_eq!((mistake.0, mistake.1.message.as_str()), (1, "expected `)`, found the end"));
    desk.apply(Command::Answer(Answer::Filled));
    assert!(form(&desk).problem.is_some(), "what is wrong is not applied");
    fill(&mut desk, |form| form.rules = "winter\nharbour".to_owned());
    let preview = form(&desk).preview.expect("it was tried");
    assert_eq!((preview.added, preview.removed), (1, 0), "one sentence has winter already");
    assert_eq!(preview.examples()[0].span.text(TEXT), "Both sides spoke of the harbour for the first time.");
    desk.apply(Command::Answer(Answer::Filled));
    assert_eq!(count(&desk, "weather"), 2);
    assert_eq!(count(&desk, "money"), 1, "the others stay");
    desk.act(Action::Undo);
    assert_eq!(count(&desk, "weather"), 1);
    assert!(desk.news().contains(&"Undone: change rules of Weather"), "{:?}", desk.news());
}

#[test]
fn a_new_topic_comes_from_the_selection_with_its_first_passage() {
    let (mut desk, folder) = desk();
    let start = TEXT.find("the harbour").unwrap();
    desk.apply(Command::SelectText(Some(Span::new(start, start + "the harbour".len()))));
    desk.act(Action::TopicOfSelection);
    assert!(form(&desk).rules.contains("harbour"), "{}", form(&desk).rules);
    fill(&mut desk, |form| form.name = "Harbour".to_owned());
    desk.apply(Command::Answer(Answer::Filled));
    assert_eq!(ids(&desk), ["money", "money/banks", "weather", "harbour"]);
    let topic = desk.topic("harbour");
    assert_eq!(desk.state.view.topic, Some(topic), "it is selected");
    let article = desk.article("a.txt");
    let own = desk.state.library.passages(article).iter().find(|passage| matches!(passage.origin, Origin::Reader(_)));
    assert_eq!(own.expect("the selection is its passage").span.text(TEXT), "the harbour");
    let session = folder.path().join("my.ron");
    desk.save_to(&session);
    let mut later = desk.start_again();
    later.open(&session);
    assert_eq!(count(&later, "harbour"), 2);
    later.act(Action::Undo);
    assert_eq!(count(&later, "harbour"), 2, "what was saved is the beginning now");
}

#[test]
fn a_new_topic_comes_from_the_search() {
    let (mut desk, _folder) = desk();
    desk.act(Action::TopicOfSearch);
    assert!(desk.state.dialog.is_none(), "there is nothing to make it of");
    desk.apply(Command::FindText("closed in winter".to_owned()));
    desk.act(Action::TopicOfSearch);
    assert_eq!((form(&desk).name.as_str(), form(&desk).rules.as_str()), ("closed in winter", "closed in winter"));
    desk.apply(Command::Answer(Answer::Filled));
    assert_eq!(count(&desk, "closed-in-winter"), 1);
}

#[test]
fn topics_are_moved_merged_split_and_deleted_and_the_decisions_stay() {
    let (mut desk, _folder) = desk();
    desk.select_topic("weather");
    desk.act(Action::NextPassage);
    desk.act(Action::KeepPassage);
    let id = |id: &str| id.to_owned();
    let edit = |desk: &mut Desk, edit: TopicEdit| desk.apply(Command::EditTopics(edit));
    edit(&mut desk, TopicEdit::Move { topic: id("weather"), parent: Some(id("money")), position: 0 });
    assert_eq!(ids(&desk), ["money", "weather", "money/banks"]);
    edit(&mut desk, TopicEdit::Delete { topic: id("weather") });
    assert_eq!(ids(&desk), ["money", "money/banks"]);
    assert_eq!(desk.state.marks.decisions.len(), 1, "what was decided is kept");
    desk.act(Action::Undo);
    let kept = |desk: &Desk| desk.state.library.passages(desk.article("a.txt")).iter().any(|passage| passage.kept);
    assert!(kept(&desk), "and counts again when the topic is back");
    edit(&mut desk, TopicEdit::Merge { from: id("weather"), into: id("money") });
    assert_eq!((ids(&desk), count(&desk, "money")), (vec![id("money"), id("money/banks")], 2));
    assert!(kept(&desk), "the decision went with the topic");
    edit(&mut desk, TopicEdit::Split { topic: id("money"), rules: vec![1], name: id("Winter") });
    assert_eq!(count(&desk, "money/winter"), 1);
    edit(&mut desk, TopicEdit::Move { topic: id("money"), parent: Some(id("money/banks")), position: 0 });
    assert_eq!(desk.problems().len(), 1, "a topic cannot stand below itself: {:?}", desk.problems());
    for _ in 0..3 {
        desk.act(Action::Undo);
    }
    assert_eq!(ids(&desk), ["money", "money/banks", "weather"]);
}

#[test]
fn a_tree_is_saved_as_a_file_of_its_own_and_compared_with_another() {
    let (mut desk, folder) = desk();
    desk.apply(Command::NewTopic(NewTopic::Empty { parent: Some("money".to_owned()) }));
    fill(&mut desk, |form| {
        form.name = "Évaluation".to_owned();
        form.rules = "harbour".to_owned();
    });
    desk.apply(Command::Answer(Answer::Filled));
    let path = folder.path().join("mine.ron");
    desk.pick(Purpose::SaveTopics, Some(&path), Duration::from_secs(1));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("Évaluation") && text.contains("money/evaluation"), "{text}");
    desk.pick(Purpose::CompareTopics, Some(&folder.path().join("topics.ron")), Duration::from_secs(1));
    let Some(Dialog::TreeDifference { differences, .. }) = &desk.state.dialog else { panic!("nothing is shown") };
    assert_eq!(differences.len(), 1, "{differences:?}");
    let mut later = desk.start_again();
    later.open(folder.path());
    later.apply(Command::OpenTopics(path));
    assert!(ids(&later).contains(&"money/evaluation".to_owned()));
}

#[test]
fn what_looks_like_a_topics_passages_is_offered_taken_and_rejected() {
    let filler = "The delegations had dinner by the lake afterwards. A choir sang songs for the guests of the evening. \
        Journalists waited at the gate in the rain. The city had closed two streets for the motorcade. ";
    let text = format!(
        "Talks\n\nSanctions on banks and exporters were discussed at length. New sanctions would hit state banks and \
         exporters of gas. {filler}\n\nRestrictions would hit state banks and exporters of oil, an official said. \
         {filler}\n\nExporters of gas and state banks would feel restrictions first, the paper wrote. {filler}\n"
    );
    let folder = TestDir::new(&[("a.txt", text.as_str()), ("topics.ron", &TREE.replace("[\"bank\"]", "[\"vault\"]"))]);
    let mut desk = Desk::new();
    desk.open(folder.path());
    desk.select_topic("money");
    desk.act(Action::MoreLikeThese);
    let offered = |desk: &Desk| -> Vec<String> {
        let suggestions = desk.state.suggestions.as_ref().expect("suggestions are shown");
        assert!(!suggestions.is_working);
        let words = |suggestion| {
            let (article, span) = desk.state.suggested_words(suggestion).unwrap();
            span.text(&article.text).to_owned()
        };
        suggestions.list.iter().map(words).collect()
    };
    let first = offered(&desk);
    let restrictions = first.iter().position(|words| words.starts_with("Restrictions would hit"));
    let number = restrictions.unwrap_or_else(|| panic!("not offered: {first:?}"));
    assert!(first.iter().all(|words| !words.contains("anctions")), "what is linked is not offered: {first:?}");
    let before = count(&desk, "money");
    desk.apply(Command::Take { number, taken: true });
    assert_eq!(count(&desk, "money"), before + 1);
    let second = offered(&desk);
    let number = second.iter().position(|words| words.starts_with("Exporters of gas")).expect("it is like the others");
    desk.apply(Command::Take { number, taken: false });
    assert!(offered(&desk).iter().all(|words| !words.starts_with("Exporters of gas")), "a rejected one stays away");
    assert_eq!(count(&desk, "money"), before + 1);
    desk.act(Action::Undo);
    assert!(offered(&desk).iter().any(|words| words.starts_with("Exporters of gas")));
}

#[test]
fn headless_passages_tell_what_the_session_decided() {
    let (mut desk, folder) = desk();
    desk.select_topic("weather");
    desk.act(Action::NextPassage);
    desk.act(Action::RejectPassage);
    desk.select_topic("money");
    desk.act(Action::NextPassage);
    desk.act(Action::KeepPassage);
    let start = TEXT.find("the harbour").unwrap();
    desk.apply(Command::SelectText(Some(Span::new(start, start + "the harbour".len()))));
    desk.act(Action::TopicOfSelection);
    fill(&mut desk, |form| form.rules.clear());
    desk.apply(Command::Answer(Answer::Filled));
    let session = folder.path().join("my.ron");
    desk.save_to(&session);
    let program = env!("CARGO_BIN_EXE_readout");
    let mut run = std::process::Command::new(program);
    let run = run.arg("passages").arg(folder.path()).arg("--session").arg(&session);
    let output = String::from_utf8(run.output().unwrap().stdout).unwrap();
    let lines: Vec<serde_json::Value> = output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<(&str, &str, Option<&str>)> = lines
        .iter()
        .map(|line| (line["topic"].as_str().unwrap(), line["origin"].as_str().unwrap(), line["decision"].as_str()))
        .collect();
    let expected =
        [("the-harbour", "reader", None), ("weather", "rule", Some("rejected")), ("money/banks", "rule", Some("kept"))];
    assert_eq!(told, expected);
}
