//! The folder changes while it is open, and the reader puts right what was read wrong. Each test is one story.

mod support;

use readout::app::{Action, Answer, Command, Details, Dialog, Row};
use readout::model::{ArticleOrder, Language, ParagraphKind, TopicEdit};
use std::fs;
use std::time::{Duration, SystemTime};
use support::{Desk, TestDir};

const FIRST: &str = "Talks end\n\nDecember 8, 2021 | Harbour Wire\n\nBiden warned Putin of strong economic sanctions \
    if Russia invaded Ukraine.\n\nNothing more was said about it in the evening of that day.\n";
const SECOND: &str = "Talks resume\n\nDecember 7, 2021 | The Ledger\n\nThe United States threatened Russia with new \
    sanctions over Ukraine, as both sides said afterwards.\n";

fn desk() -> (Desk, TestDir) {
    let folder = TestDir::new(&[("b.txt", SECOND), ("a.txt", FIRST)]);
    let mut desk = Desk::new();
    desk.open(folder.path());
    (desk, folder)
}

/// Writes a file as if a minute ago, so that nobody waits for its writer to end.
fn write(folder: &TestDir, name: &str, text: &str) {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    let time = SystemTime::now() - Duration::from_secs(60 + text.len() as u64);
    fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
}

fn headlines(desk: &Desk) -> Vec<String> {
    let article = |row: &Row| match row {
        Row::Article(ix) => Some(desk.state.library.article(*ix).unwrap().headline.clone()),
        Row::Day { .. } | Row::Member { .. } => None,
    };
    desk.state.article_list.rows().iter().filter_map(article).collect()
}

#[test]
fn files_that_come_change_and_go_are_noticed_and_the_reader_stays_where_he_is() {
    let (mut desk, folder) = desk();
    desk.select_article("b.txt");
    desk.select_topic("ukraine/sanctions");
    let before = desk.state.listing.len();
    write(&folder, "0.txt", &FIRST.replace("Talks end", "Talks begin"));
    desk.look();
    assert_eq!(desk.articles(), ["0.txt", "a.txt", "b.txt"]);
    assert_eq!(desk.news(), ["1 article added to the folder"]);
    assert_eq!(desk.state.view.article, Some(desk.article("b.txt")), "the article on the screen stays");
    assert!(desk.state.listing.len() > before, "the new one is linked");

    write(&folder, "b.txt", &SECOND.replace("new sanctions", "nothing new"));
    fs::remove_file(folder.path().join("a.txt")).unwrap();
    desk.look();
    assert_eq!(desk.articles(), ["0.txt", "b.txt"]);
    assert!(desk.news().contains(&"1 article changed in the folder"), "{:?}", desk.news());
    let counts = desk.state.library.counts.clone();
    let mut again = Desk::new();
    again.open(folder.path());
    assert_eq!(counts, again.state.library.counts, "as if the folder had just been opened");
}

#[test]
fn a_file_that_cannot_be_read_any_more_is_named_and_comes_back_when_it_can() {
    let (mut desk, folder) = desk();
    write(&folder, "a.txt", "\0\0 no text");
    desk.look();
    assert_eq!(desk.articles(), ["b.txt"]);
    assert_eq!(desk.skipped().len(), 1, "{:?}", desk.skipped());
    write(&folder, "a.txt", FIRST);
    desk.look();
    assert_eq!((desk.articles().len(), desk.skipped().len()), (2, 0));
    desk.look();
    assert!(desk.news().contains(&"Nothing in the folder has changed"), "{:?}", desk.news());
}

#[test]
fn the_list_of_articles_is_sorted_filtered_and_walked_in_its_order() {
    let (mut desk, _folder) = desk();
    assert_eq!(headlines(&desk), ["Talks resume", "Talks end"], "by date");
    assert_eq!(desk.state.view.article, Some(desk.article("b.txt")), "the first one is open");
    assert!(matches!(desk.state.article_list.rows()[0], Row::Day { articles: 1, .. }));
    desk.act(Action::NextArticle);
    assert_eq!(desk.state.view.article, Some(desk.article("a.txt")));
    desk.apply(Command::SetOrder(ArticleOrder::Outlet));
    assert_eq!(headlines(&desk), ["Talks end", "Talks resume"]);
    desk.apply(Command::FilterArticles("ledger TALKS".to_owned()));
    assert_eq!(headlines(&desk), ["Talks resume"]);
    desk.apply(Command::FilterArticles("7 dec 2021".to_owned()));
    assert_eq!(headlines(&desk), ["Talks resume"]);
    desk.apply(Command::FilterArticles("nothing like it".to_owned()));
    assert_eq!(headlines(&desk), Vec::<String>::new());
}

#[test]
fn passages_follow_the_order_of_the_articles() {
    let (mut desk, _folder) = desk();
    desk.select_topic("ukraine/sanctions");
    let first = |desk: &Desk| desk.state.library.article(desk.state.listing.groups[0].article).unwrap().path.clone();
    assert_eq!(first(&desk), "b.txt");
    desk.apply(Command::SetOrder(ArticleOrder::File));
    assert_eq!(first(&desk), "a.txt");
    desk.act(Action::NextPassage);
    desk.act(Action::PreviousPassage);
    assert!(desk.passage().is_some());
}

fn fill(desk: &mut Desk, change: impl FnOnce(&mut Details)) {
    desk.act(Action::ArticleDetails);
    let Some(Dialog::Details { form, .. }) = desk.state.dialog.clone() else { panic!("no form") };
    let mut form = form;
    change(&mut form);
    desk.apply(Command::Answer(Answer::Filling(form)));
    desk.apply(Command::Answer(Answer::Filled));
}

#[test]
fn details_are_put_right_undone_and_kept_in_the_session() {
    let (mut desk, folder) = desk();
    desk.select_article("a.txt");
    fill(&mut desk, |form| {
        form.outlet = "Kommersant".to_owned();
        form.author = "J. Doe".to_owned();
        form.date = "2021-12-06".to_owned();
        form.language = Language::Russian;
    });
    let article = |desk: &Desk| desk.state.library.article(desk.article("a.txt")).unwrap().clone();
    let facts = |desk: &Desk| {
        let article = article(desk);
        (article.outlet.clone().unwrap_or_default(), article.date.unwrap().to_string(), article.language)
    };
    assert_eq!(facts(&desk), ("Kommersant".to_owned(), "2021-12-06".to_owned(), Language::Russian));
    assert_eq!(headlines(&desk)[0], "Talks end", "sorted by the new date");
    let session = folder.path().join("my.ron");
    desk.save_to(&session);
    desk.act(Action::Undo);
    assert_eq!(facts(&desk).0, "Harbour Wire");
    assert!(desk.news().contains(&"Undone: correct article"));
    desk.act(Action::Redo);
    assert_eq!(facts(&desk).0, "Kommersant");

    let mut later = desk.start_again();
    later.open(&session);
    assert_eq!(facts(&later), ("Kommersant".to_owned(), "2021-12-06".to_owned(), Language::Russian));
    later.select_article("a.txt");
    later.act(Action::ArticleDetails);
    later.apply(Command::Answer(Answer::AsRead));
    later.apply(Command::Answer(Answer::Filled));
    assert_eq!(facts(&later).0, "Harbour Wire", "back to what the file says");
    assert!(later.state.marks.corrections.is_empty());
}

#[test]
fn a_date_that_is_none_is_not_taken() {
    let (mut desk, _folder) = desk();
    fill(&mut desk, |form| form.date = "8th of December".to_owned());
    let Some(Dialog::Details { form, .. }) = &desk.state.dialog else { panic!("the form stays open") };
    assert!(form.problem().is_some_and(|problem| problem.contains("2021-12-07")));
    assert!(desk.state.marks.corrections.is_empty());
}

#[test]
fn a_paragraph_is_left_out_and_taken_in_again() {
    let (mut desk, _folder) = desk();
    desk.select_article("a.txt");
    let ix = desk.article("a.txt");
    let linked = desk.state.library.passages(ix).len();
    let kinds = |desk: &Desk| {
        let article = desk.state.library.article(desk.article("a.txt")).unwrap();
        article.paragraphs.iter().map(|paragraph| paragraph.kind).collect::<Vec<_>>()
    };
    let body = kinds(&desk).iter().position(|kind| *kind == ParagraphKind::Body).unwrap();
    desk.apply(Command::RuleOn { article: ix, paragraphs: body..body + 1, clutter: true });
    assert_eq!(kinds(&desk)[body], ParagraphKind::Clutter);
    assert!(desk.state.library.passages(ix).len() < linked, "it is linked to no topic");
    desk.apply(Command::RuleOn { article: ix, paragraphs: body..body + 1, clutter: false });
    assert_eq!((kinds(&desk)[body], desk.state.library.passages(ix).len()), (ParagraphKind::Body, linked));
    assert!(desk.state.marks.corrections.is_empty(), "nothing is left of a verdict that was turned round");
    desk.act(Action::Undo);
    assert_eq!(kinds(&desk)[body], ParagraphKind::Clutter);
}

#[test]
fn a_pasted_text_becomes_a_file_of_the_folder() {
    let (mut desk, folder) = desk();
    let text = FIRST.replace("Talks end", "Sanctions: a note");
    desk.apply(Command::Paste(text.clone()));
    let Some(Dialog::Paste { name, .. }) = &desk.state.dialog else { panic!("no question") };
    assert_eq!(name, "sanctions-a-note.txt");
    desk.apply(Command::Answer(Answer::Typing("a.txt".to_owned())));
    desk.apply(Command::Answer(Answer::Typed));
    let Some(Dialog::Paste { problem: Some(problem), .. }) = &desk.state.dialog else { panic!("no question") };
    assert_eq!(problem, "there is a file of this name already");
    assert_eq!(fs::read_to_string(folder.path().join("a.txt")).unwrap(), FIRST, "it stays as it was");
    desk.apply(Command::Answer(Answer::Typing("note".to_owned())));
    desk.apply(Command::Answer(Answer::Typed));
    assert_eq!(fs::read_to_string(folder.path().join("note.txt")).unwrap(), text);
    assert_eq!(desk.articles(), ["a.txt", "b.txt", "note.txt"]);
}

#[test]
fn nothing_is_pasted_into_the_sample() {
    let mut desk = Desk::new();
    desk.act(Action::OpenSample);
    desk.apply(Command::Paste("Some text".to_owned()));
    assert_eq!((desk.state.dialog.clone(), desk.problems().len()), (None, 1));
}

#[test]
fn a_rejected_passage_goes_never_comes_back_and_can_be_taken_back() {
    let (mut desk, folder) = desk();
    desk.select_topic("ukraine/sanctions");
    desk.act(Action::NextPassage);
    let words = desk.passage().unwrap().1.to_owned();
    let before = desk.state.listing.len();
    assert!(before > 1);
    desk.act(Action::RejectPassage);
    assert_eq!(desk.state.listing.len(), before - 1);
    assert_ne!(desk.passage().unwrap().1, words, "the next one is selected");
    desk.act(Action::KeepPassage);
    assert!(desk.state.passage(desk.state.view.passage.unwrap()).unwrap().kept);
    let session = folder.path().join("my.ron");
    desk.save_to(&session);

    let mut later = desk.start_again();
    later.open(&session);
    later.select_topic("ukraine/sanctions");
    assert_eq!(later.state.listing.len(), before - 1, "it is rejected in the session too");
    write(&folder, "b.txt", &format!("{SECOND}\nA word more.\n"));
    later.look();
    assert_eq!(later.state.listing.len(), before - 1, "and after the article was edited");
    assert_eq!(later.state.rejected().count(), 1);
    let topic = "ukraine/sanctions".to_owned();
    let mut rules = later.state.topic_file().unwrap().find(&topic).unwrap().rules.clone();
    rules.push("advisers".to_owned());
    later.apply(Command::EditTopics(TopicEdit::SetRules { topic, rules }));
    assert_eq!(later.state.listing.len(), before - 1, "and after the rules were edited");

    let (mut desk, _folder) = self::desk();
    desk.select_topic("ukraine/sanctions");
    desk.act(Action::NextPassage);
    desk.act(Action::RejectPassage);
    desk.act(Action::Undo);
    assert_eq!(desk.state.listing.len(), before);
    assert!(desk.news().contains(&"Undone: reject passage"));
}
