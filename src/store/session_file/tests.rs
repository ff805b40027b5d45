//! What a session file promises: it comes back as it was, and nothing in it can do harm.

use super::*;
use crate::model::{
    About, Anchor, Article, ArticleOrder, Color, Date, Fingerprint, Language, MarkId, Scope, Source, Span,
    TopicFileEntry, Verdict, ViewKind,
};
use crate::store::path_name::is_inner;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;

fn any_text() -> impl Strategy<Value = String> {
    let tricky = proptest::sample::select(vec![
        "\"", "#", "\\", "\n", "\r", "\r\n", "'", "\"#", "//", "/*", "Київ", " ", "\t", "\u{0}", "\u{feff}", "𝕏", "a",
        "r#\"", ")",
    ]);
    prop_oneof![proptest::collection::vec(tricky, 0..12).prop_map(|parts| parts.concat()), ".{0,30}"]
}

fn any_path() -> impl Strategy<Value = String> {
    "[a-zА-я0-9\"#' ]{1,8}(/[a-z]{1,5}){0,2}".prop_filter("inside", |path| is_inner(path))
}

prop_compose! {
    fn any_anchor()(start in 0..1000_usize, len in 0..50_usize, texts in [any_text(), any_text(), any_text()]) -> Anchor {
        let [exact, prefix, suffix] = texts;
        Anchor { start, end: start + len, exact, prefix, suffix }
    }
}

prop_compose! {
    fn any_view()(
        article in proptest::option::of(any_path()),
        topic in proptest::option::of(any_text()),
        passage in proptest::option::of((any_path(), any_anchor())),
        folded in proptest::collection::btree_set(any_text(), 0..3),
        here in any::<bool>(),
    ) -> View {
        let scope = if here { Scope::ThisArticle } else { Scope::AllArticles };
        let order = if here { ArticleOrder::Outlet } else { ArticleOrder::Date };
        let kind = if here { ViewKind::Coverage } else { ViewKind::Read };
        View { kind, article, topic, passage, scope, hidden: folded.clone(), folded, order }
    }
}

prop_compose! {
    fn any_topics()(id in any_text(), name in any_text(), note in any_text(), rules in proptest::collection::vec(any_text(), 0..3)) -> TopicFile {
        let child = TopicFileEntry { id, name, color: Color([1, 2, 255]), note, rules, aliases: vec![], children: vec![] };
        let parent = TopicFileEntry { children: vec![child.clone()], ..child };
        TopicFile { topics: vec![parent], ..TopicFile::default() }
    }
}

prop_compose! {
    fn any_correction()(
        headline in proptest::option::of(any_text()),
        outlet in proptest::option::of(any_text()),
        day in proptest::option::of(1..28_u8),
        anchors in proptest::collection::vec(any_anchor(), 0..3),
        clutter in any::<bool>(),
    ) -> Correction {
        let verdicts = anchors.into_iter().map(|anchor| Verdict { anchor, clutter, fingerprint: Some(Fingerprint(1)) }).collect();
        let date = day.and_then(|day| Date::new(2021, 12, day));
        let language = clutter.then_some(Language::Russian);
        Correction { author: outlet.clone(), headline, outlet, date, language, verdicts }
    }
}

fn any_about() -> impl Strategy<Value = About> {
    prop_oneof![
        Just(About::Session),
        any_text().prop_map(About::Topic),
        any_path().prop_map(About::Article),
        (any_path(), any_anchor(), proptest::option::of(any_text())).prop_map(|(article, anchor, topic)| {
            About::Words { article, fingerprint: Fingerprint(anchor.start as u64), anchor, topic }
        }),
    ]
}

fn bookmark(article: &str, anchor: Anchor) -> Bookmark {
    let fingerprint = Some(Fingerprint(anchor.start as u64));
    Bookmark { article: article.to_owned(), anchor, fingerprint, by: String::new() }
}

prop_compose! {
    fn any_session()(
        folder in proptest::option::of("[a-zА-я ]{1,8}"),
        topics in proptest::option::of(any_topics()),
        bookmarks in proptest::collection::vec((any_path(), any_anchor()), 0..4),
        reading in proptest::collection::btree_map(any_path(), (0..99_usize, 0..1000_u16, 0..99_usize), 0..4),
        marks in proptest::collection::vec((any_path(), any_anchor()), 0..4),
        corrections in proptest::collection::btree_map(any_path(), any_correction(), 0..3),
        notes in proptest::collection::vec((any_about(), any_text().prop_filter("words", |text| !text.trim().is_empty())), 0..3),
        read in proptest::collection::btree_map(any_path(), any::<bool>(), 0..2),
        view in any_view(),
    ) -> Session {
        let source = folder.map_or(Source::Sample, |name| Source::Folder(std::env::temp_dir().join(name)));
        let bookmarks = bookmarks.into_iter().map(|(article, anchor)| bookmark(&article, anchor)).collect();
        let position = |(at, scrolled, furthest)| ReadingPosition { at, scrolled, furthest, seen: vec![(at, at + 9)] };
        let reading = reading.into_iter().map(|(path, numbers)| (path, position(numbers))).collect();
        let mut decisions: Vec<Decision> = marks
            .iter()
            .map(|(article, anchor)| Decision {
                article: article.clone(),
                anchor: anchor.clone(),
                topic: "ukraine".to_owned(),
                kept: anchor.start % 2 == 0,
                fingerprint: Fingerprint(anchor.end as u64),
                by: anchor.suffix.clone(),
            })
            .collect();
        decisions.sort();
        decisions.dedup_by(|a, b| (&a.article, &a.anchor) == (&b.article, &b.anchor));
        let passages: Vec<OwnPassage> = marks
            .into_iter()
            .enumerate()
            .map(|(number, (article, anchor))| OwnPassage {
                article,
                fingerprint: Fingerprint(anchor.end as u64),
                anchor,
                topic: "iran/nuclear".to_owned(),
                id: MarkId(number as u64),
                by: "Аня".to_owned(),
            })
            .collect();
        let notes = notes.into_iter().enumerate().map(|(number, (about, text))| {
            let by = "Аня".to_owned();
            Note { about, id: MarkId(number as u64), text, by }
        });
        let star = |own: &OwnPassage| {
            let OwnPassage { article, anchor, topic, fingerprint, by, .. } = own.clone();
            Star { article, anchor, topic, fingerprint, by }
        };
        let stars = passages.iter().map(star).collect();
        let (topics, notes) = (topics.map(Arc::new), notes.collect());
        let findings = Findings::default();
        let mut marks = Marks { topics, bookmarks, decisions, passages, stars, notes, read, corrections, findings };
        marks.put_in_order();
        Session { source, marks, reading, view }
    }
}

fn any_texts() -> impl Strategy<Value = Vec<MarkedText>> {
    let text = |(path, text): (String, String)| MarkedText { path, fingerprint: Fingerprint::of(&text), text };
    proptest::collection::vec((any_path(), any_text()).prop_map(text), 0..3)
}

/// A session file in a folder of its own.
fn file_with(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.ron");
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn message(text: &str) -> String {
    let (folder, path) = file_with(text);
    let message = load(&path).expect_err(text).to_string();
    assert!(message.starts_with(&path.display().to_string()), "the file is named: {message}");
    drop(folder);
    message[path.display().to_string().len()..].to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_session_comes_back_as_it_was_saved(session in any_session(), texts in any_texts()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.ron");
        save(&path, &session, &texts).unwrap();
        let loaded = load(&path).unwrap();
        prop_assert_eq!(loaded.session, session);
        prop_assert_eq!(loaded.texts, texts);
    }

    #[test]
    fn a_damaged_file_is_refused_or_read_but_never_panics(
        session in any_session(), texts in any_texts(), at in any::<prop::sample::Index>(), bit in 0..8_u32, cut in any::<bool>(),
    ) {
        let mut bytes = to_ron(Path::new("/tmp/talks.ron"), &session, &texts).unwrap().into_bytes();
        let whole = bytes.len();
        let at = at.index(whole);
        if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.ron");
        fs::write(&path, &bytes).unwrap();
        let loaded = load(&path);
        prop_assert!(!cut || loaded.is_err() || at == whole - 1, "a file without its end was read");
    }
}

#[test]
fn a_session_that_mail_converted_is_the_same_session() {
    let text = "First line.\nSecond line, \"quoted\".\n";
    let session = with_bookmark(bookmark("a.txt", Anchor::describe(text, Span::new(6, 18))));
    let texts = [MarkedText { path: "a.txt".to_owned(), fingerprint: Fingerprint::of(text), text: text.to_owned() }];
    let written = to_ron(Path::new("/tmp/talks.ron"), &session, &texts).unwrap();
    let (_folder, path) = file_with(&written.replace('\n', "\r\n"));
    let loaded = load(&path).unwrap();
    assert_eq!((loaded.session, loaded.texts), (session, texts.to_vec()));
}

#[test]
fn a_session_of_a_newer_program_is_refused_by_its_number() {
    let newer = "#![enable(implicit_some)]\n(format: 7, collection: Orbit(3), holograms: [(a: 1)])";
    assert_eq!(message(newer), " was written by a newer Readout (format 7; this program reads up to 1)");
}

#[test]
fn what_is_not_a_session_is_told_with_line_and_column() {
    assert!(message("hello").starts_with(", line 1, column "));
    assert!(message("(\n  format: 1,\n  collection: Nowhere,\n)").starts_with(", line 3, column "));
    assert!(message("(format: 1)").contains("collection"));
    assert!(message("(format: 0, collection: Sample)").contains("format 0"));
}

#[test]
fn an_unknown_field_of_this_version_is_a_mistake() {
    for text in [
        "(format: 1, collection: Sample, notess: [])",
        "(format: 1, collection: Sample, view: (artikel: \"a.txt\"))",
        "(format: 1, collection: Sample, reading: {\"a.txt\": (at: 1, angle: 3)})",
    ] {
        assert!(message(text).contains("Unexpected field"), "{text}");
    }
}

#[test]
fn no_article_path_leads_out_of_the_folder() {
    for path in ["../secret.txt", "/etc/passwd", "a/../../b.txt", "C:/a.txt", "a\\\\b.txt"] {
        let view = format!("(format: 1, collection: Sample, view: (article: Some(\"{path}\")))");
        assert!(message(&view).contains("leads out"), "{path}");
        let reading = format!("(format: 1, collection: Sample, reading: {{\"{path}\": (at: 0)}})");
        assert!(message(&reading).contains("leads out"), "{path}");
    }
}

#[test]
fn depth_and_size_have_an_end() {
    assert!(message(&"[".repeat(200_000)).contains("line 1"));
    let (_folder, path) = file_with("");
    fs::File::options().write(true).open(&path).unwrap().set_len(MAX_BYTES + 1).unwrap();
    assert!(load(&path).unwrap_err().to_string().contains("larger than 64 MB"));
}

#[test]
fn a_changed_stored_text_is_not_taken_for_the_one_that_was_read() {
    let text =
        "(format: 1, collection: Sample, texts: [(path: \"a.txt\", fingerprint: \"0000000000000000\", text: \"x\")])";
    assert!(message(text).contains("a.txt was changed"));
}

#[test]
fn the_folder_is_kept_relative_and_moves_with_the_session() {
    let root = tempfile::tempdir().unwrap();
    let [saves, talks] = ["one/saves", "one/talks"].map(|name| root.path().join(name));
    fs::create_dir_all(&talks).unwrap();
    let session = Session { source: Source::Folder(talks.clone()), ..Session::default() };
    save(&saves.join("talks.ron"), &session, &[]).unwrap();
    let written = fs::read_to_string(saves.join("talks.ron")).unwrap();
    assert!(written.contains("collection: Folder(\"../talks\")"), "{written}");

    fs::rename(root.path().join("one"), root.path().join("two")).unwrap();
    let loaded = load(&root.path().join("two/saves/talks.ron")).unwrap();
    let moved = root.path().join("two/talks");
    assert_eq!(loaded.session.source, Source::Folder(moved.clone()));
    assert_eq!(loaded.folder, FolderState::Here { real: moved.canonicalize().unwrap() });

    fs::remove_dir(&moved).unwrap();
    let loaded = load(&root.path().join("two/saves/talks.ron")).unwrap();
    assert_eq!((loaded.session.source, loaded.folder), (Source::Folder(moved), FolderState::Gone));
}

#[test]
fn a_folder_on_another_computer_is_not_even_looked_for() {
    for share in ["//host/talks", "\\\\\\\\host\\\\talks"] {
        let (_folder, path) = file_with(&format!("(format: 1, collection: Folder(\"{share}\"))"));
        assert_eq!(load(&path).unwrap().folder, FolderState::Remote, "{share}");
    }
}

#[test]
fn a_small_session_is_pleasant_to_read() {
    let text = "Kremlin readout\n\"We agreed,\" he said.";
    let anchor = Anchor::describe(text, Span::new(0, 7));
    let session = with_bookmark(bookmark("a.txt", anchor));
    let kept = MarkedText { path: "a.txt".to_owned(), fingerprint: Fingerprint::of(text), text: text.to_owned() };
    let written = to_ron(Path::new("/tmp/talks.ron"), &session, &[kept]).unwrap();
    assert!(written.starts_with("#![enable(implicit_some)]\n(\n    format: 1,\n    program: \"readout "), "{written}");
    assert!(written.contains("exact: \"Kremlin\","), "{written}");
    assert!(written.contains("text: r#\"Kremlin readout\n\"We agreed,\" he said.\"#,"), "{written}");
    assert!(written.ends_with(")\n"));
}

fn article(path: &str, text: &str) -> Article {
    crate::import::article(path, text.as_bytes()).unwrap()
}

#[test]
fn a_marked_article_is_kept_as_it_was_when_it_was_marked() {
    let old = article("a.txt", "The talks lasted two hours.");
    let mark = |article: &Article, span| {
        let anchor = Anchor::describe(&article.text, span);
        Bookmark { fingerprint: Some(article.fingerprint), ..bookmark("a.txt", anchor) }
    };
    let mut marks = Marks { bookmarks: vec![mark(&old, Span::new(10, 26))], ..Marks::default() };
    let kept = marked_texts(&marks, [&old, &article("b.txt", "Unmarked.")], &[]);
    assert_eq!(kept.iter().map(|text| text.text.as_str()).collect::<Vec<_>>(), [old.text.as_str()]);

    let edited = article("a.txt", "Corrected. The talks lasted two hours.");
    assert_eq!(marked_texts(&marks, [&edited], &kept), kept);
    assert_eq!(marked_texts(&marks, [], &kept), kept, "the folder is gone");
    assert_eq!(marked_texts(&Marks::default(), [&old], &kept), [], "the mark was taken away");

    marks.bookmarks.push(mark(&edited, Span::new(0, 9)));
    let both: BTreeSet<String> = marked_texts(&marks, [&edited], &kept).into_iter().map(|text| text.text).collect();
    assert_eq!(both, BTreeSet::from([old.text, edited.text]), "marked, edited and marked again");
}

#[test]
fn marks_of_the_first_sessions_are_of_the_text_that_was_kept_with_them() {
    let text = "The talks lasted two hours.";
    let anchor = Anchor::describe(text, Span::new(0, 9));
    let session = with_bookmark(Bookmark { fingerprint: None, ..bookmark("a.txt", anchor) });
    let kept = MarkedText { path: "a.txt".to_owned(), fingerprint: Fingerprint::of(text), text: text.to_owned() };
    let (_folder, path) = file_with(&to_ron(Path::new("/tmp/talks.ron"), &session, &[kept]).unwrap());
    assert_eq!(load(&path).unwrap().session.marks.bookmarks[0].fingerprint, Some(Fingerprint::of(text)));
}

fn with_bookmark(bookmark: Bookmark) -> Session {
    Session { marks: Marks { bookmarks: vec![bookmark], ..Marks::default() }, ..Session::default() }
}
