//! What goes wrong outside the program: files that cannot be read, sessions and trees that are broken, folders that
//! are gone. Each has one message with the file and the reason; what was there goes on; nothing panics.

mod support;

use readout::app::{ACTIONS, Action, Answer, Command, Dialog, Screen};
use readout::model::Source;
use readout::store::{self, TopicsFrom};
use readout::work::Purpose;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};
use support::{Desk, TestDir};

const TALKS: &str = "Talks end\n\nThe talks touched on sanctions against Russia. Nothing else was said in the room.\n";

const TREE: &str = r##"(topics: [
    (id: "money", name: "Money", color: "#0072B2", rules: ["sanction"]),
    (id: "room", name: "Room", color: "#D55E00", rules: ["room"]),
])"##;

/// A desk at which a good folder is open.
fn desk() -> (Desk, TestDir) {
    let folder = TestDir::new(&[("talks.txt", TALKS), ("topics.ron", TREE)]);
    let mut desk = Desk::new();
    desk.open(folder.path());
    assert_eq!(desk.articles(), ["talks.txt"]);
    (desk, folder)
}

/// Whether the good folder is still open as it was.
fn assert_goes_on(desk: &Desk) {
    assert_eq!((desk.articles(), desk.state.listing.len()), (vec!["talks.txt"], 2));
    assert_eq!((desk.state.screen, desk.state.jobs.is_busy()), (Screen::Reading, false));
    assert_eq!(desk.state.library.tree().len(), 2);
}

/// The one message that stays.
fn problem(desk: &Desk) -> String {
    let [problem] = desk.problems()[..] else { panic!("one message, not {:?}", desk.problems()) };
    problem.to_owned()
}

/// Success, output and messages of the program without its window.
fn readout(arguments: &[&Path]) -> (bool, String, String) {
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_readout"));
    let Output { status, stdout, stderr } = program.args(arguments).stdin(Stdio::null()).output().unwrap();
    let (output, messages) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(!messages.contains("panicked"), "{messages}");
    (status.success(), output, messages)
}

#[test]
fn an_empty_folder_opens_empty_and_every_command_bears_it() {
    let folder = TestDir::new(&[]);
    let mut desk = Desk::new();
    desk.open(folder.path());
    assert_eq!((desk.state.screen, desk.articles().len(), desk.problems().len()), (Screen::Reading, 0, 0));
    assert!(desk.state.progress.is_none() && desk.state.view.article.is_none());
    // Saving would leave a file where sessions go.
    for info in ACTIONS.iter().filter(|info| info.action != Action::Save) {
        desk.act(info.action);
        desk.apply(Command::Answer(Answer::Cancel));
    }
    assert_eq!(desk.problems(), [""; 0]);
    let (success, _, messages) = readout(&[Path::new("passages"), folder.path()]);
    assert!(!success && messages.contains("no articles here (.txt, .md, .html, "), "{messages}");
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let (mut desk, folder) = desk();
    let gone = folder.join("gone");
    desk.open(&gone);
    assert_eq!(problem(&desk), format!("{}: there is no such folder or file", gone.display()));
    assert_goes_on(&desk);
}

#[test]
fn files_that_are_no_text_are_listed_with_the_reason_and_the_rest_opens() {
    let folder = TestDir::new(&[("talks.txt", TALKS), ("empty.md", ""), ("x.txt/inner.txt", TALKS)]);
    folder.write("picture.txt", [0x89, b'P', b'N', b'G', 0, 0, 0, 1, 0, 255, 254]);
    folder.write("scan.tif", "II*");
    fs::File::create(folder.join("huge.html")).unwrap().set_len(65 * 1024 * 1024).unwrap();
    let mut desk = Desk::new();
    desk.open(folder.path());
    assert_eq!(desk.articles(), ["talks.txt", "x.txt/inner.txt"], "a folder may be named like a file");
    let reasons = [
        "empty.md: it is empty",
        "huge.html: larger than 64 MB, the most that is read",
        "picture.txt: it is not text: it holds NUL bytes or control codes (a picture, a program or an office file?)",
        "scan.tif: unsupported format .tif",
    ];
    assert_eq!(desk.skipped(), reasons);
    assert_eq!(desk.news(), ["3 files could not be read; the status bar lists them"], "a .tif was not to be read");
    let (success, output, messages) = readout(&[Path::new("articles"), folder.path()]);
    assert_eq!((success, output.lines().count()), (false, 2));
    for reason in &reasons[..3] {
        assert!(messages.contains(reason), "{reason} in {messages}");
    }
}

#[test]
fn a_file_that_goes_away_while_the_folder_is_read_is_listed() {
    let folder = TestDir::new(&[("talks.txt", TALKS)]);
    let listing = store::list_articles(&[folder.path().to_owned()]);
    fs::remove_file(folder.join("talks.txt")).unwrap();
    let skipped = store::Reader::new(None).read(&listing.found[0]).unwrap_err();
    assert_eq!(skipped.to_string(), "talks.txt: there is no such file or folder");
}

#[cfg(unix)]
#[test]
fn files_that_may_not_be_read_are_listed_with_the_reason() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = TestDir::new(&[("talks.txt", TALKS), ("secret.txt", TALKS)]);
    symlink("nowhere.txt", folder.join("link.txt")).unwrap();
    fs::set_permissions(folder.join("secret.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    let may_read_all = fs::read(folder.join("secret.txt")).is_ok();
    let mut desk = Desk::new();
    desk.open(folder.path());
    let mut reasons = vec!["link.txt: a link; only the files of the folder itself are opened".to_owned()];
    if may_read_all {
        println!("this user may read everything: no file could be locked");
    } else {
        reasons.insert(0, "secret.txt: permission denied".to_owned());
    }
    assert_eq!(desk.skipped(), reasons);
    assert!(desk.articles().contains(&"talks.txt"));
}

/// A Word document whose text is `count` spaces, which pack to next to nothing.
fn bomb(count: usize) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let piece = vec![b' '; 1 << 20];
    (0..count >> 20).for_each(|_| archive.write_all(&piece).unwrap());
    archive.finish().unwrap().into_inner()
}

#[test]
fn files_made_to_break_their_reader_are_each_named_and_the_rest_is_read() {
    let folder = TestDir::new(&[("talks.txt", TALKS)]);
    folder.write("bomb.docx", bomb(300 << 20));
    folder.write("deep.html", format!("{}<p>Talks end</p>", "<div>".repeat(300_000)));
    folder.write("deep.rtf", format!(r"{{\rtf1 {}", "{".repeat(2_000_000)));
    folder.write("deep.eml", "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n".repeat(50_000));
    folder.write("cut.epub", b"PK\x03\x04");
    folder.write("locked.docx", [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &wide("EncryptedPackage")].concat());
    let pages = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj";
    folder.write("loop.pdf", format!("%PDF-1.7\n{pages} trailer<</Root 1 0 R>>\n%%EOF"));
    let started = Instant::now();
    let (success, output, messages) = readout(&[Path::new("articles"), folder.path()]);
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
    assert!(!success && output.contains("\"talks.txt\""), "{output}");
    assert!(messages.contains("bomb.docx: it unfolds to far more than a document holds"), "{messages}");
    assert!(messages.contains("locked.docx: it is protected by a password"), "{messages}");
    for name in ["cut.epub", "deep.rtf", "loop.pdf"] {
        assert!(messages.contains(&format!("{name}: it ")), "{name} is named: {messages}");
    }
    assert!(!messages.contains("broke the reader"), "nothing here gets so far: {messages}");
}

/// Letters as old Windows files hold them.
fn wide(text: &str) -> Vec<u8> {
    text.bytes().flat_map(|letter| [letter, 0]).collect()
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_and_names_that_are_no_text_are_listed_and_the_rest_is_read() {
    use std::os::unix::ffi::OsStrExt;
    let folder = TestDir::new(&[("talks.txt", TALKS), ("inner/talks.txt", TALKS)]);
    std::os::unix::fs::symlink("..", folder.join("inner/out")).unwrap();
    std::os::unix::fs::symlink("round.txt", folder.join("round.txt")).unwrap();
    fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"\xff.docx")), "x").unwrap();
    let (success, output, messages) = readout(&[Path::new("articles"), folder.path()]);
    assert_eq!((success, output.lines().count()), (false, 2), "{output}");
    for reason in ["inner/out: a link", "round.txt: a link", "the name is not Unicode"] {
        assert!(messages.contains(reason), "{reason} in {messages}");
    }
}

#[test]
fn one_line_of_fifty_megabytes_opens_and_is_linked() {
    let sentence = "The talks touched on sanctions against Russia and on much else besides. ";
    let count = 52_000_000 / sentence.len();
    let folder = TestDir::new(&[("line.txt", &sentence.repeat(count)), ("topics.ron", TREE)]);
    let started = Instant::now();
    let mut desk = Desk::new();
    desk.open(folder.path());
    let took = started.elapsed();
    println!("50 MB in one line: {:.1} s", took.as_secs_f64());
    assert_eq!(desk.state.library.passages(desk.article("line.txt")).len(), count);
    // Until everything is done that goes on behind, too: a guard against what never ends.
    assert!(took < Duration::from_secs(240), "{took:?}");
    desk.select_topic("money");
    desk.act(Action::NextPassage);
    desk.act(Action::ToggleBookmark);
    assert_eq!(desk.state.bookmarks_in(desk.article("line.txt")).len(), 1);
}

#[test]
fn a_broken_session_is_told_with_its_place_and_the_reading_goes_on() {
    let (mut desk, folder) = desk();
    for (content, place, reason) in [
        ("(\n  format: 1,\n  collection: Sample", "line 3, column ", "Expected"),
        ("(\n  format: 1,\n  colection: Sample)", "line 3, column ", "colection"),
        ("(format: \"one\")", "line 1, column ", "integer"),
        ("", "line 1, column ", "Expected"),
    ] {
        let file = folder.write("reading.ron", content);
        desk.open(&file);
        let message = problem(&desk);
        let expected = format!("The session was not opened. {}, {place}", file.display());
        assert!(message.starts_with(&expected), "{content:?}: {message}");
        assert!(message.contains(reason), "{content:?}: {message}");
        assert_goes_on(&desk);
        close_problems(&mut desk);
    }
}

#[test]
fn what_is_no_session_at_all_is_told() {
    let (mut desk, folder) = desk();
    let binary = folder.write("binary.ron", [0xff, 0xfe, 0x00, 0x9f]);
    desk.open(&binary);
    let reason = "not a session: the file is not text in UTF-8";
    assert_eq!(problem(&desk), format!("The session was not opened. {}: {reason}", binary.display()));
    close_problems(&mut desk);

    let gone = folder.join("gone.ron");
    desk.open(&gone);
    let reason = "there is no such file or folder";
    assert_eq!(problem(&desk), format!("The session was not opened. {}: {reason}", gone.display()));
    close_problems(&mut desk);

    let deep = folder.write("deep.ron", format!("(format: 1, collection: {}", "[".repeat(200_000)));
    desk.open(&deep);
    assert!(problem(&desk).contains("deep.ron, line 1, column "), "{:?}", desk.problems());
    assert_goes_on(&desk);
}

#[test]
fn a_session_of_a_newer_program_is_refused_and_not_half_read() {
    let (mut desk, folder) = desk();
    let file = folder.write("new.ron", "(format: 2, collection: Sample, holograms: [])");
    desk.open(&file);
    let reason = "was written by a newer Readout (format 2; this program reads up to 1)";
    assert_eq!(problem(&desk), format!("The session was not opened. {} {reason}", file.display()));
    assert_goes_on(&desk);
}

#[test]
fn a_session_cannot_lead_out_of_its_folder() {
    let (mut desk, folder) = desk();
    let content = r#"(format: 1, collection: Folder("."), view: (article: Some("../../etc/passwd")))"#;
    let file = folder.write("bad.ron", content);
    desk.open(&file);
    assert!(
        problem(&desk).contains("bad.ron: the article path \"../../etc/passwd\" leads out"),
        "{:?}",
        desk.problems()
    );
    assert_goes_on(&desk);
}

/// A session of `talks/` beside it, and that folder moved to `moved/`.
fn gone() -> (Desk, TestDir) {
    let folder = TestDir::new(&[("talks/talks.txt", TALKS), ("talks/topics.ron", TREE)]);
    let mut desk = Desk::new();
    desk.open(&folder.join("talks"));
    desk.select_topic("room");
    desk.act(Action::ToggleBookmark);
    desk.save_to(&folder.join("reading.ron"));
    fs::rename(folder.join("talks"), folder.join("moved")).unwrap();
    let mut desk = desk.start_again();
    desk.open(&folder.join("reading.ron"));
    let (session, talks) = (folder.join("reading.ron"), folder.join("talks"));
    assert_eq!(desk.state.dialog, Some(Dialog::FolderGone { session, folder: talks }));
    assert_eq!((desk.articles().len(), desk.problems().len()), (0, 0));
    (desk, folder)
}

fn assert_found_again(desk: &Desk, folder: &TestDir) {
    assert_eq!(desk.articles(), ["talks.txt"]);
    assert_eq!(desk.state.library.source, Source::Folder(folder.join("moved")));
    assert_eq!(desk.state.view.topic, Some(desk.topic("room")));
    assert_eq!(desk.state.bookmarks_in(desk.article("talks.txt")).len(), 1);
    assert_eq!(desk.state.file.path, Some(folder.join("reading.ron")));
}

#[test]
fn a_session_whose_folder_is_gone_is_led_to_its_new_place() {
    let (mut desk, folder) = gone();
    desk.apply(Command::Answer(Answer::Locate));
    assert_eq!(desk.state.take_file_request().unwrap().purpose, Purpose::OpenFolder);
    desk.pick(Purpose::OpenFolder, Some(&folder.join("moved")), Duration::ZERO);
    assert_found_again(&desk, &folder);
    desk.act(Action::Save);
    let mut desk = desk.start_again();
    desk.open(&folder.join("reading.ron"));
    assert_found_again(&desk, &folder);
}

#[test]
fn where_no_dialog_service_answers_the_new_place_is_typed() {
    let (mut desk, folder) = gone();
    desk.apply(Command::Answer(Answer::Locate));
    desk.pick(Purpose::OpenFolder, None, Duration::ZERO);
    assert!(matches!(desk.state.dialog, Some(Dialog::TypePath { no_service: true, .. })), "{:?}", desk.state.dialog);
    desk.apply(Command::Answer(Answer::Typing(folder.join("nowhere").display().to_string())));
    desk.apply(Command::Answer(Answer::Typed));
    let Some(Dialog::TypePath { problem, .. }) = &desk.state.dialog else { panic!("the field stays") };
    assert_eq!(problem.as_deref(), Some("There is no such folder or file"));
    desk.apply(Command::Answer(Answer::Typing(format!(" \"{}\" ", folder.join("moved").display()))));
    desk.apply(Command::Answer(Answer::Typed));
    assert_found_again(&desk, &folder);
}

#[test]
fn a_session_that_was_given_up_does_not_come_back_with_the_next_folder() {
    let (mut desk, folder) = gone();
    desk.apply(Command::Answer(Answer::Locate));
    desk.pick(Purpose::OpenFolder, None, Duration::from_millis(400));
    assert_eq!(desk.state.dialog, None, "the dialog was there and was closed");
    let other = TestDir::new(&[("other.txt", TALKS)]);
    desk.pick(Purpose::OpenFolder, Some(other.path()), Duration::ZERO);
    assert_eq!(desk.articles(), ["other.txt"]);
    assert_eq!((desk.state.marks.bookmarks.len(), &desk.state.file.path), (0, &None));
    assert!(folder.join("reading.ron").is_file());
}

#[test]
fn a_folder_that_was_never_opened_is_asked_about_before_anything_in_it_is_read() {
    let folder = TestDir::new(&[("talks/talks.txt", TALKS), ("talks/topics.ron", TREE)]);
    let file = folder.write("sent.ron", r#"(format: 1, collection: Folder("talks"), view: (topic: Some("room")))"#);
    let talks = folder.join("talks").canonicalize().unwrap();
    let mut desk = Desk::new();
    desk.open(&file);
    let question = Some(Dialog::TrustFolder { session: file.clone(), folder: talks.clone() });
    assert_eq!(desk.state.dialog, question);
    desk.apply(Command::Answer(Answer::Cancel));
    assert_eq!((desk.articles().len(), desk.state.screen), (0, Screen::Start));
    assert!(!desk.state.settings.is_trusted(&talks));

    desk.open(&file);
    assert_eq!(desk.state.dialog, question, "asked again");
    desk.apply(Command::Answer(Answer::Trust));
    assert_eq!((desk.articles(), desk.state.view.topic), (vec!["talks.txt"], Some(desk.topic("room"))));
    let mut desk = desk.start_again();
    desk.open(&file);
    assert_eq!((desk.articles(), &desk.state.dialog), (vec!["talks.txt"], &None), "and not again after that");
}

/// Mistakes of a tree: what to write instead of what, the line, and what the message says.
const MISTAKES: [(&str, &str, usize, &str); 5] = [
    ("id: \"room\"", "id: \"money\"", 3, "\"money\" a second time"),
    ("name: \"Room\"", "nmae: \"Room\"", 3, "nmae"),
    ("[\"room\"]", "[\"(room\"]", 3, "expected `)`"),
    ("\"#0072B2\"", "\"blue\"", 2, "expected a colour such as \"#0072B2\", found \"blue\""),
    ("[\"sanction\"]", "[\"a and b | c\"]", 2, "brackets"),
];

#[test]
fn a_tree_with_a_mistake_is_told_with_its_place_and_the_tree_in_force_stays() {
    let (mut desk, folder) = desk();
    for (from, to, line, words) in MISTAKES {
        let file = folder.write("mine.ron", TREE.replacen(from, to, 1));
        desk.apply(Command::OpenTopics(file.clone()));
        let message = problem(&desk);
        let expected = format!("The topic tree was not opened. {}, line {line}, column ", file.display());
        assert!(message.starts_with(&expected) && message.contains(words), "{to}: {message}");
        assert_goes_on(&desk);
        assert!(!desk.state.is_unsaved() && desk.state.marks.topics.is_none());
        close_problems(&mut desk);
    }
}

#[test]
fn a_broken_tree_in_the_folder_is_told_once_and_the_default_links() {
    let folder = TestDir::new(&[("a.txt", TALKS), ("b.txt", TALKS)]);
    for (from, to, line, words) in MISTAKES {
        let file = folder.write("topics.ron", TREE.replacen(from, to, 1));
        let mut desk = Desk::new();
        desk.open(folder.path());
        let message = problem(&desk);
        assert!(message.starts_with(&format!("{}, line {line}, column ", file.display())), "{to}: {message}");
        assert!(message.contains(words) && message.ends_with("Going on with the tree that was there"), "{message}");
        assert_eq!(desk.state.library.topics().unwrap().from, TopicsFrom::Default);
        desk.select_topic("ukraine/sanctions");
        assert_eq!(desk.articles().len(), 2);
        assert!(desk.state.listing.len() >= 2, "the default tree links");
        let (success, output, messages) = readout(&[Path::new("passages"), folder.path()]);
        assert!(!success && output.is_empty(), "a script is not given another tree in silence");
        assert!(messages.contains(&format!("{}, line {line}, column ", file.display())), "{messages}");
    }
}

fn close_problems(desk: &mut Desk) {
    let ids: Vec<u64> = desk.state.notices.iter().map(|notice| notice.id).collect();
    ids.into_iter().for_each(|id| desk.apply(Command::Dismiss(id)));
}
