//! The reader's own marks and notes: made, changed, taken back, and found again after everything.

mod support;

use readout::app::{Action, Answer, Command, Dialog, NoteKind, NotesView, Only, PassageRef, Pick, Picking};
use readout::model::{About, MarkId, Marks, Origin, Passage, Span};
use readout::work::Purpose;
use support::{Desk, TestDir};

const A: &str = "Talks end\n\nSanctions were named first of all. Troops stand at the border of Ukraine. \
    Nothing else was said in the evening.\n\nThe ambassador spoke of visas. He said no more.\n";
const B: &str = "Second story\n\nThe talks went on in Geneva. Snow fell all day.\n";

fn folder() -> TestDir {
    TestDir::new(&[("a.txt", A), ("b.txt", B)])
}

fn open(folder: &TestDir) -> Desk {
    let mut desk = Desk::new();
    desk.open(folder.path());
    desk.select_article("a.txt");
    desk
}

fn select(desk: &mut Desk, words: &str) {
    let article = desk.state.view.article.unwrap();
    let text = &desk.state.library.article(article).unwrap().text;
    let start = text.find(words).unwrap_or_else(|| panic!("no {words:?}"));
    desk.apply(Command::SelectText(Some(Span::new(start, start + words.len()))));
}

fn mark(desk: &mut Desk, words: &str, topic: &str) -> PassageRef {
    select(desk, words);
    let topic = desk.topic(topic);
    desk.apply(Command::MarkWith(topic));
    desk.state.view.passage.expect("what was marked is selected")
}

/// The words of the reader's own passages in an article, each with its topic.
fn own(desk: &Desk, path: &str) -> Vec<(String, String)> {
    let ix = desk.article(path);
    let article = desk.state.library.article(ix).unwrap();
    let is_own = |passage: &&Passage| matches!(passage.origin, Origin::Reader(_));
    let passages = desk.state.library.passages(ix).iter().filter(is_own);
    passages
        .map(|passage| {
            let topic = desk.state.library.tree().topic(passage.topic).id.clone();
            (passage.span.text(&article.text).to_owned(), topic)
        })
        .collect()
}

fn undo_all(desk: &mut Desk, steps: usize) {
    for _ in 0..steps {
        desk.act(Action::Undo);
    }
}

fn pair(words: &str, topic: &str) -> (String, String) {
    (words.to_owned(), topic.to_owned())
}

#[test]
fn words_are_marked_with_a_topic_and_undo_takes_that_back() {
    let folder = folder();
    let mut desk = open(&folder);
    let before = desk.state.library.counts.topic(desk.topic("call")).sentences;
    mark(&mut desk, "  Nothing else was said".trim_start(), "call");
    assert_eq!(own(&desk, "a.txt"), [pair("Nothing else was said", "call")]);
    assert_eq!(desk.state.library.counts.topic(desk.topic("call")).sentences, before + 1);
    assert_eq!(desk.state.history.next_undo().as_deref(), Some("mark passage"));
    desk.act(Action::Undo);
    assert_eq!(own(&desk, "a.txt"), []);
    assert_eq!(desk.state.marks, Marks::default());
    desk.act(Action::Redo);
    assert_eq!(own(&desk, "a.txt").len(), 1);
}

#[test]
fn marks_reach_over_paragraphs_and_several_topics_may_share_words() {
    let folder = folder();
    let mut desk = open(&folder);
    mark(&mut desk, "in the evening.\n\nThe ambassador", "call");
    mark(&mut desk, "in the evening.\n\nThe ambassador", "diplomats");
    assert_eq!(
        own(&desk, "a.txt"),
        [pair("in the evening.\n\nThe ambassador", "diplomats"), pair("in the evening.\n\nThe ambassador", "call")]
    );
}

#[test]
fn h_marks_with_the_selected_topic_then_with_the_last_one_and_else_asks() {
    let folder = folder();
    let mut desk = open(&folder);
    select(&mut desk, "Nothing");
    desk.act(Action::MarkPassage);
    assert!(desk.state.picker.is_some(), "no topic is selected and none was used");
    desk.apply(Command::FilterTopics("minsk".to_owned()));
    let picks = desk.state.picks();
    assert_eq!(picks.first(), Some(&Pick::Topic(desk.topic("ukraine/minsk"))));
    assert_eq!(picks.last(), Some(&Pick::New("minsk".to_owned())));
    desk.apply(Command::Pick(picks[0].clone()));
    assert_eq!(own(&desk, "a.txt"), [pair("Nothing", "ukraine/minsk")]);

    select(&mut desk, "the evening");
    desk.act(Action::MarkPassage);
    select(&mut desk, "said no more");
    desk.select_topic("cyber");
    desk.act(Action::MarkPassage);
    select(&mut desk, "spoke");
    desk.apply(Command::MarkWithNumber(2));
    let topics: Vec<String> = own(&desk, "a.txt").into_iter().map(|(_, topic)| topic).collect();
    assert_eq!(topics, ["ukraine/minsk", "ukraine/minsk", "diplomats", "cyber"]);
    select(&mut desk, "visas");
    desk.apply(Command::PickTopic(Some(Picking::Mark)));
    assert_eq!(desk.state.picks().first(), Some(&Pick::Topic(desk.topic("diplomats"))), "the last used comes first");
}

#[test]
fn a_new_topic_of_the_menu_takes_the_selection_in_one_step() {
    let folder = folder();
    let mut desk = open(&folder);
    select(&mut desk, "Nothing else");
    desk.apply(Command::PickTopic(Some(Picking::Mark)));
    desk.apply(Command::FilterTopics("Weather".to_owned()));
    desk.apply(Command::Pick(Pick::New("Weather".to_owned())));
    let topic = desk.state.library.tree().iter().find(|(_, topic)| topic.name == "Weather").unwrap().1.id.clone();
    assert_eq!(own(&desk, "a.txt"), [pair("Nothing else", &topic)]);
    assert!(
        desk.state.view.passage.is_some() && desk.state.view.selected.is_none(),
        "it is selected like any other mark"
    );
    desk.act(Action::Undo);
    assert!(desk.state.library.tree().find(&topic).is_none());
    assert_eq!(desk.state.marks, Marks::default());
}

#[test]
fn a_passage_gets_other_bounds_and_its_note_and_star_go_with_it() {
    let folder = folder();
    let mut desk = open(&folder);
    let which = mark(&mut desk, "Nothing else", "call");
    desk.apply(Command::TurnStar(which));
    desk.act(Action::WriteNote);
    desk.apply(Command::TypeNote("Really?".to_owned()));
    desk.apply(Command::EndNote);
    desk.act(Action::EndLater);
    assert_eq!(own(&desk, "a.txt"), [pair("Nothing else was", "call")]);
    desk.act(Action::BeginLater);
    let which = desk.state.view.passage.unwrap();
    assert_eq!(own(&desk, "a.txt"), [pair("else was", "call")]);
    assert!(desk.state.star_of(which).is_some());
    assert_eq!(desk.state.notes_of(which)[0].text, "Really?");
    undo_all(&mut desk, 5);
    assert_eq!(desk.state.marks, Marks::default());
}

#[test]
fn a_rules_passage_that_is_resized_becomes_the_readers_own_and_comes_back_with_undo() {
    let folder = folder();
    let mut desk = open(&folder);
    let ix = desk.article("a.txt");
    let before = desk.state.library.passages(ix).to_vec();
    let which = PassageRef { article: ix, index: 0 };
    let (topic, span) = (before[0].topic, before[0].span);
    let start = span.start as usize;
    let id = desk.state.library.tree().topic(topic).id.clone();
    desk.apply(Command::Resize { passage: which, span: Span::new(start, start + 6) });
    assert_eq!(own(&desk, "a.txt"), [pair(&A[start..start + 6], &id)]);
    let rules: Vec<&Passage> =
        desk.state.library.passages(ix).iter().filter(|one| one.topic == topic && one.span == span).collect();
    assert_eq!(rules, Vec::<&Passage>::new(), "the rule's passage has made room");
    assert_eq!(desk.state.history.next_undo().as_deref(), Some("resize passage"));
    desk.act(Action::Undo);
    assert_eq!(desk.state.library.passages(ix), before);
}

#[test]
fn a_passage_moves_to_another_topic_in_one_step_named_after_it() {
    let folder = folder();
    let mut desk = open(&folder);
    let which = mark(&mut desk, "Nothing else", "call");
    desk.apply(Command::SelectPassage { passage: which, topic: None });
    desk.act(Action::MovePassage);
    let sanctions = desk.topic("ukraine/sanctions");
    desk.apply(Command::Pick(Pick::Topic(sanctions)));
    assert_eq!(own(&desk, "a.txt"), [pair("Nothing else", "ukraine/sanctions")]);
    assert_eq!(desk.state.history.next_undo().as_deref(), Some("move passage to Sanctions"));
    desk.act(Action::Undo);
    assert_eq!(own(&desk, "a.txt"), [pair("Nothing else", "call")]);
}

#[test]
fn the_list_shows_only_starred_or_own_or_unread_ones() {
    let folder = folder();
    let mut desk = open(&folder);
    let all = desk.state.listing.len();
    let which = mark(&mut desk, "Nothing else", "call");
    assert_eq!(desk.state.listing.len(), all + 1);
    desk.apply(Command::ListOnly(Only::Own));
    assert_eq!(desk.state.listing.len(), 1);
    desk.apply(Command::ListOnly(Only::Starred));
    assert_eq!(desk.state.listing.len(), 0);
    desk.apply(Command::TurnStar(which));
    assert_eq!(desk.state.listing.len(), 1);
    desk.apply(Command::ListOnly(Only::All));
    let left = desk.state.listing.left();
    assert_eq!(left, all + 1, "nothing was on the screen yet");
    let article = desk.article("a.txt");
    desk.apply(Command::SetRead { article, read: true });
    let of_b = desk.state.listing.groups.iter().find(|group| group.article != article).map_or(0, |g| g.entries.len());
    assert_eq!(desk.state.listing.left(), of_b);
    desk.act(Action::Undo);
    assert_eq!(desk.state.listing.left(), left);
}

#[test]
fn all_passages_of_the_list_are_kept_or_rejected_as_one_step() {
    let folder = folder();
    let mut desk = open(&folder);
    let undecided = desk.state.undecided().count();
    assert!(undecided > 2, "{undecided}");
    desk.act(Action::KeepAllShown);
    assert_eq!(desk.state.undecided().count(), 0);
    assert_eq!(desk.state.marks.decisions.len(), undecided);
    desk.act(Action::Undo);
    assert_eq!(desk.state.undecided().count(), undecided);
    desk.act(Action::RejectAllShown);
    assert_eq!(desk.state.listing.len(), 0);
    desk.act(Action::Undo);
    assert_eq!(desk.state.marks, Marks::default());
}

#[test]
fn a_note_is_one_step_however_often_it_was_kept_while_it_was_written() {
    let folder = folder();
    let mut desk = open(&folder);
    desk.act(Action::NoteOnSession);
    for text in ["Who", "Who asked", "Who asked for the call?"] {
        desk.apply(Command::TypeNote(text.to_owned()));
        std::thread::sleep(std::time::Duration::from_millis(1600));
        desk.state.take_reports();
    }
    desk.apply(Command::EndNote);
    let notes: Vec<&str> = desk.state.marks.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["Who asked for the call?"]);
    desk.act(Action::Undo);
    assert_eq!(desk.state.marks, Marks::default());
    desk.act(Action::Redo);
    assert_eq!(desk.state.marks.notes.len(), 1);
    let id = desk.state.marks.notes[0].id;
    desk.apply(Command::EditNote(id));
    desk.apply(Command::TypeNote("  ".to_owned()));
    desk.apply(Command::EndNote);
    assert_eq!(desk.state.marks.notes, [], "a note without words is gone");
    desk.act(Action::Undo);
    assert_eq!(desk.state.marks.notes[0].text, "Who asked for the call?");
}

#[test]
fn notes_of_every_kind_are_listed_searched_filtered_and_copied() {
    let folder = folder();
    let mut desk = open(&folder);
    mark(&mut desk, "Nothing else", "call");
    let write = |desk: &mut Desk, action, text: &str| {
        desk.act(action);
        desk.apply(Command::TypeNote(text.to_owned()));
        desk.apply(Command::EndNote);
    };
    write(&mut desk, Action::WriteNote, "odd silence");
    write(&mut desk, Action::NoteOnArticle, "careful wording");
    write(&mut desk, Action::NoteOnSession, "compare with Kyiv");
    desk.select_topic("iran");
    write(&mut desk, Action::NoteOnTopic, "nothing here?");
    desk.apply(Command::SelectTopic(None));
    desk.apply(Command::ShowNotes(Some(NotesView::default())));
    let listed = |desk: &Desk| desk.state.listed_notes().iter().map(|note| note.text.clone()).collect::<Vec<_>>();
    assert_eq!(listed(&desk), ["compare with Kyiv", "nothing here?", "careful wording", "odd silence"]);
    let only = |kind| Command::ShowNotes(Some(NotesView { kind, ..NotesView::default() }));
    desk.apply(only(NoteKind::Passages));
    assert_eq!(listed(&desk), ["odd silence"]);
    desk.apply(Command::ShowNotes(Some(NotesView { query: "NOTHING".to_owned(), ..NotesView::default() })));
    assert_eq!(listed(&desk), ["nothing here?", "odd silence"], "also the words that a note is on");
    desk.act(Action::CopyNotes);
    let copied = desk.state.take_clipboard().unwrap();
    assert!(copied.contains("> Nothing else\n\nodd silence\n"), "{copied}");
    let id: MarkId = desk.state.marks.notes.iter().find(|note| note.text == "odd silence").unwrap().id;
    desk.select_article("b.txt");
    desk.apply(Command::ShowNote(id));
    assert_eq!(desk.state.view.article, Some(desk.article("a.txt")), "a click goes to the words");
}

#[test]
fn all_of_it_is_saved_and_opened_again() {
    let folder = folder();
    let mut desk = open(&folder);
    desk.state.settings.reader = "Anna".to_owned();
    let which = mark(&mut desk, "Nothing else", "call");
    desk.apply(Command::TurnStar(which));
    desk.act(Action::WriteNote);
    desk.apply(Command::TypeNote("odd".to_owned()));
    let article = desk.article("b.txt");
    desk.apply(Command::SetRead { article, read: true });
    let session = folder.path().join("talks.ron");
    desk.save_to(&session);
    let marks = desk.state.marks.clone();
    assert!(marks.passages[0].by == "Anna" && marks.notes[0].by == "Anna" && marks.stars[0].by == "Anna");
    assert_eq!(desk.state.writing, None, "saving ends the writing and keeps it");
    desk.act(Action::Undo);
    assert_ne!(desk.state.marks, marks, "undo goes on after saving");
    let mut desk = desk.start_again();
    desk.open(&session);
    assert_eq!(desk.state.marks, marks);
    assert_eq!(own(&desk, "a.txt"), [pair("Nothing else", "call")]);
}

#[test]
fn marks_in_an_edited_article_are_carried_over_and_confirmed() {
    let folder = folder();
    let mut desk = open(&folder);
    mark(&mut desk, "Nothing else was said in the evening.", "call");
    mark(&mut desk, "He said no more.", "diplomats");
    mark(&mut desk, "Troops stand at the border", "cyber");
    let session = folder.path().join("talks.ron");
    desk.save_to(&session);
    let edited = A
        .replace("Talks end", "Talks end at last")
        .replace("Troops stand at the border of Ukraine. ", "")
        .replace("in the evening", "late in the evening");
    folder.write("a.txt", &edited);
    let mut desk = desk.start_again();
    desk.open(&session);
    assert_eq!(
        own(&desk, "a.txt"),
        [pair("Nothing else was said late in the evening.", "call"), pair("He said no more.", "diplomats")]
    );
    let counts = desk.state.changed_counts();
    assert_eq!((counts.sure + counts.check, counts.lost), (2, 1));
    assert_eq!(desk.state.marks.passages.len(), 3, "nothing is dropped");
    let places = desk.state.changed_places();
    let lost = places.iter().find(|place| place.carried.span.is_none()).unwrap().clone();
    assert_eq!(lost.anchor.exact, "Troops stand at the border");
    desk.apply(Command::ShowEdits(Box::new(lost.clone())));
    let Some(Dialog::Changes(comparison)) = desk.state.dialog.take() else { panic!("the change is shown") };
    assert!(comparison.old.text == A && comparison.new.text == edited);
    for place in places.iter().filter(|place| place.carried.span.is_some()) {
        desk.apply(Command::Attach { place: Box::new(place.clone()), span: place.carried.span.unwrap() });
    }
    assert_eq!(desk.state.changed_places(), std::slice::from_ref(&lost));
    desk.select_article("a.txt");
    select(&mut desk, "Sanctions were named");
    desk.apply(Command::AttachToSelection(Box::new(lost)));
    assert_eq!(desk.state.changed_places(), []);
    assert!(own(&desk, "a.txt").contains(&pair("Sanctions were named", "cyber")));
    undo_all(&mut desk, 3);
    assert_eq!(desk.state.changed_places().len(), 3);
}

#[test]
fn marks_follow_an_article_that_is_edited_while_it_is_open() {
    let folder = folder();
    let mut desk = open(&folder);
    mark(&mut desk, "The ambassador spoke of visas.", "diplomats");
    folder.write("a.txt", A.replace("Talks end", "Corrected: talks end"));
    desk.look();
    assert_eq!(own(&desk, "a.txt"), [pair("The ambassador spoke of visas.", "diplomats")]);
    let session = folder.path().join("talks.ron");
    desk.save_to(&session);
    let saved = std::fs::read_to_string(&session).unwrap();
    assert!(saved.contains("Talks end\n\nSanctions were named"), "the text as it was marked is kept");
    desk.apply(Command::AttachAllSure);
    assert_eq!(desk.state.changed_places(), []);
    desk.save_to(&session);
    let saved = std::fs::read_to_string(&session).unwrap();
    assert!(!saved.contains("(\"Talks end"), "confirmed marks need the old text no longer");
}

#[test]
fn marks_go_along_with_a_renamed_file() {
    let folder = folder();
    let mut desk = open(&folder);
    mark(&mut desk, "Nothing else", "call");
    desk.act(Action::NoteOnArticle);
    desk.apply(Command::TypeNote("a good one".to_owned()));
    let session = folder.path().join("talks.ron");
    desk.save_to(&session);
    std::fs::create_dir(folder.path().join("agency")).unwrap();
    std::fs::rename(folder.path().join("a.txt"), folder.path().join("agency/story.txt")).unwrap();
    let mut desk = desk.start_again();
    desk.open(&session);
    assert_eq!(own(&desk, "agency/story.txt"), [pair("Nothing else", "call")]);
    let about: Vec<&About> = desk.state.marks.notes.iter().map(|note| &note.about).collect();
    assert_eq!(about, [&About::Article("agency/story.txt".to_owned())]);
    assert!(desk.state.is_unsaved());
    desk.act(Action::Undo);
    assert_eq!(desk.state.marks.passages[0].article, "a.txt");
}

/// Saves what Boris did on the same folder and gives the file.
fn session_of_boris(folder: &TestDir) -> std::path::PathBuf {
    let mut boris = open(folder);
    boris.state.settings.reader = "Boris".to_owned();
    mark(&mut boris, "He said no more.", "diplomats");
    mark(&mut boris, "Nothing else", "call");
    let which = boris.state.undecided().next().unwrap();
    boris.apply(Command::Decide { passage: which, kept: Some(false) });
    let session = folder.path().join("boris.ron");
    boris.save_to(&session);
    session
}

#[test]
fn another_readers_session_is_merged_as_one_step_and_differing_decisions_are_asked_about() {
    let folder = folder();
    let session = session_of_boris(&folder);
    let mut desk = open(&folder);
    desk.state.settings.reader = "Anna".to_owned();
    mark(&mut desk, "Nothing else", "call");
    let which = desk.state.undecided().next().unwrap();
    desk.apply(Command::Decide { passage: which, kept: Some(true) });
    let before = desk.state.marks.clone();
    desk.act(Action::MergeSession);
    desk.pick(Purpose::MergeSession, Some(&session), std::time::Duration::ZERO);
    let Some(Dialog::Merge(form)) = desk.state.dialog.clone() else { panic!("the merge is shown first") };
    assert_eq!(form.merge.differing.len(), 1, "{:?}", form.merge.differing);
    assert_eq!((form.merge.brought.passages, form.merge.same.passages), (1, 1));
    assert_eq!(form.articles_of_both, 1);
    let alpha = form.agreement.overall.alpha().unwrap();
    assert!(alpha > 0.3 && alpha < 1.0, "{alpha}");
    assert_eq!(desk.state.marks, before, "nothing is changed before the reader says so");

    let mut theirs = form;
    theirs.take_theirs = vec![true];
    desk.apply(Command::Answer(Answer::Merging(theirs)));
    desk.apply(Command::Answer(Answer::Filled));
    let by: Vec<&str> = desk.state.marks.passages.iter().map(|own| own.by.as_str()).collect();
    assert_eq!(by, ["Anna", "Boris"]);
    assert!(!desk.state.marks.decisions[0].kept && desk.state.marks.decisions[0].by == "Boris");
    desk.act(Action::Undo);
    assert_eq!(desk.state.marks, before);
}

/// Words typed after another change became a part of that change, and its undo took them away.
#[test]
fn a_note_goes_on_as_a_step_of_its_own_after_another_change() {
    let folder = folder();
    let mut desk = open(&folder);
    desk.act(Action::NoteOnSession);
    desk.apply(Command::TypeNote("Who".to_owned()));
    std::thread::sleep(std::time::Duration::from_millis(1600));
    desk.state.take_reports();
    let which = desk.state.undecided().next().unwrap();
    desk.apply(Command::TurnStar(which));
    desk.apply(Command::TypeNote("Who asked?".to_owned()));
    desk.apply(Command::EndNote);
    desk.act(Action::Undo);
    assert_eq!((desk.state.marks.stars.len(), desk.state.marks.notes[0].text.as_str()), (1, "Who"));
    desk.act(Action::Undo);
    assert_eq!((desk.state.marks.stars.len(), desk.state.marks.notes.len()), (0, 1));
}
