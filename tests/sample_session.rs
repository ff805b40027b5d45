//! The session in `saves/` that shows what a session is: it opens, its bookmarks are found, and it is what the program
//! writes. After a change of the format or of the sample articles, make it anew:
//! `READOUT_WRITE_SAMPLE=1 cargo test --test sample_session`.

mod support;

use readout::app::{Action, Command, PassageRef, Reading};
use readout::model::Scope;
use std::fs;
use std::path::{Path, PathBuf};
use support::{Desk, TestDir};

const FIRST: &str = "2021-12-07-harbour-wire.txt";
const SECOND: &str = "2021-12-31-harbour-wire.txt";

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/sample.ron")
}

/// A reader has begun to compare what was said about sanctions in December.
fn read_the_sample() -> Desk {
    let mut desk = Desk::new();
    desk.act(Action::OpenSample);
    for id in ["ukraine", "diplomats", "cyber", "iran", "followup", "call"] {
        let topic = desk.topic(id);
        desk.apply(Command::Fold { topic, folded: ["iran", "call"].contains(&id) });
    }
    desk.select_topic("ukraine/sanctions");
    for path in [FIRST, SECOND] {
        let article = desk.article(path);
        let entries = &desk.state.listing.groups.iter().find(|group| group.article == article).unwrap().entries;
        let passage = PassageRef::from(entries[0]);
        desk.apply(Command::SelectPassage { passage, topic: None });
        let paragraph = desk.state.passage(passage).unwrap().paragraph as usize;
        let furthest = desk.state.library.article(article).unwrap().paragraphs.len().min(paragraph + 6);
        let reading = Reading { paragraph: paragraph.saturating_sub(1), scrolled: 0.0 };
        desk.apply(Command::ReadTo { article, reading, shown: 0..furthest });
        desk.act(Action::ToggleBookmark);
    }
    mark_the_sample(&mut desk);
    desk
}

/// A passage of the reader's own, a star, a decision and two notes.
fn mark_the_sample(desk: &mut Desk) {
    desk.state.settings.reader = "A reader".to_owned();
    desk.act(Action::KeepPassage);
    desk.act(Action::StarPassage);
    desk.act(Action::WriteNote);
    desk.apply(Command::TypeNote("Consequences again, but no word on which. Compare the call of the 7th.".to_owned()));
    desk.apply(Command::EndNote);
    let passage = desk.state.view.passage;
    let article = desk.article(SECOND);
    let sentences = &desk.state.library.article(article).unwrap().sentences;
    let last = sentences[sentences.len() - 2].span;
    desk.apply(Command::SelectText(Some(last)));
    let followup = desk.topic("followup");
    desk.apply(Command::MarkWith(followup));
    desk.act(Action::NoteOnSession);
    desk.apply(Command::TypeNote("Who asked for the second call, and who says so?".to_owned()));
    desk.apply(Command::EndNote);
    desk.apply(Command::ShowNotes(None));
    desk.apply(Command::SelectPassage { passage: passage.unwrap(), topic: None });
}

#[test]
fn the_sample_session_opens_and_is_what_the_program_writes() {
    if std::env::var("READOUT_WRITE_SAMPLE").is_ok_and(|value| value == "1") {
        read_the_sample().save_to(&sample());
    }
    let mut desk = Desk::new();
    desk.open(&sample());
    assert_eq!((desk.problems().len(), &desk.state.dialog), (0, &None), "{:?}", desk.problems());
    let state = &desk.state;
    assert_eq!(state.view.topic, Some(desk.topic("ukraine/sanctions")));
    assert_eq!((state.view.folded.len(), state.view.scope), (2, Scope::AllArticles));
    assert_eq!(state.view.article, Some(desk.article(SECOND)));
    assert!(state.view.passage.is_some(), "the passage that was selected");
    for path in [FIRST, SECOND] {
        assert_eq!(state.bookmarks_in(desk.article(path)).len(), 1, "the bookmark in {path} is found");
        assert!(state.percent_read(desk.article(path)) > 0);
    }
    let folder = TestDir::new(&[]);
    let again = folder.join("sample.ron");
    desk.save_to(&again);
    let [written, again] = [sample(), again].map(|path| fs::read_to_string(path).unwrap());
    assert!(written == again, "saves/sample.ron is not what the program writes; see the top of this file");
}
