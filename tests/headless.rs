//! The headless commands as a script meets them: the real program, its stdout, stderr and exit code.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const TOPICS: &str = r##"(topics: [
    (id: "money", name: "Money", color: "#0072B2", rules: ["sanction"], children: [
        (id: "money/banks", name: "Banks", color: "#0072B2", rules: ["bank"]),
    ]),
])"##;

const TALKS: &str = "Talks in Київ end\n\nThe talks touched on sanctions. Two banks were named by both sides.\n\n\
                     Nothing else was said by anyone in the room.\n";

#[test]
fn articles_are_listed_with_what_is_known_of_them() {
    let folder = folder();
    let (articles, _) = good(&["articles", path(&folder)]);
    let articles = objects(&articles);
    let names: Vec<&Value> = articles.iter().map(|article| &article["article"]).collect();
    assert_eq!(names, ["quiet.md", "sub/talks.txt"]);
    let talks = &articles[1];
    assert_eq!((&talks["headline"], &talks["format"]), (&Value::from("Talks in Київ end"), &Value::from("txt")));
    assert_eq!((&talks["language"], &talks["words"]), (&Value::from("en"), &Value::from(25)));
    let fields = [
        "address", "article", "author", "date", "format", "headline", "language", "outlet", "time", "warnings", "words",
    ];
    let given: BTreeSet<&str> = talks.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(given, BTreeSet::from(fields));
}

#[test]
fn text_is_the_decoded_file_and_nothing_else() {
    let folder = folder();
    let file = folder.path().join("dos.txt");
    fs::write(&file, "\u{feff}One line of text.\r\n\r\nAnother, in Київ.\r\n").unwrap();
    let (text, _) = good(&["text", file.to_str().unwrap()]);
    assert_eq!(text, "One line of text.\n\nAnother, in Київ.\n");
}

#[test]
fn passages_quote_the_text_at_their_place() {
    let folder = folder();
    let found = objects(&good(&["passages", path(&folder)]).0);
    let topics: Vec<&Value> = found.iter().map(|passage| &passage["topic"]).collect();
    assert_eq!(topics, ["money", "money/banks"]);
    assert_eq!(found[0]["quote"], "The talks touched on sanctions.");
    assert_eq!(found[0]["reasons"][0]["rule"], "sanction");
    assert_eq!(found[0]["origin"], "rule");
    assert_places(&folder.path().join("sub/talks.txt"), &found);
}

#[test]
fn passages_of_the_seeds_quote_their_texts_and_are_the_same_twice() {
    let Some(seeds) = shared("seeds") else { return };
    let seeds = seeds.to_str().unwrap();
    let (first, _) = good(&["passages", seeds]);
    assert_eq!(first, good(&["passages", seeds]).0, "the same input gives the same output");
    let found = objects(&first);
    let articles: BTreeSet<&str> = found.iter().map(|passage| passage["article"].as_str().unwrap()).collect();
    assert_eq!(articles.len(), 5, "every article has passages: {articles:?}");
    for article in articles {
        let of_article: Vec<Value> = found.iter().filter(|passage| passage["article"] == article).cloned().collect();
        let file = Path::new(seeds).join(article);
        assert_places(&file, &of_article);
        let starts: Vec<u64> = of_article.iter().map(|passage| passage["start"].as_u64().unwrap()).collect();
        assert!(starts.is_sorted(), "{article} in the order of the text");
        let (alone, _) = good(&["passages", file.to_str().unwrap()]);
        // What others say too needs the others.
        let own = |mut passages: Vec<Value>| {
            let fields = passages.iter_mut().filter_map(Value::as_object_mut);
            fields.for_each(|fields| _ = fields.remove("statements"));
            passages
        };
        let same = own(objects(&alone)) == own(of_article);
        assert!(same, "{article} has the same passages without the others");
    }
}

#[test]
fn statements_name_articles_passages_and_sides() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        (
            "a.txt",
            "Talks\n\nMoscow proposed to lift all restrictions on the work of diplomatic missions, Putin said.\n",
        ),
        ("b.txt", "Call\n\nThe Russian side proposed lifting all restrictions on the work of diplomatic missions.\n"),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let (lines, _) = good(&["statements", folder.path().to_str().unwrap()]);
    let statement = &objects(&lines)[0];
    assert_eq!((&statement["articles"], &statement["tellings"]), (&2.into(), &2.into()));
    assert_eq!(statement["passages"][0]["article"], "a.txt");
    assert_eq!(statement["passages"][0]["side"], "ru");
    let id = statement["id"].as_str().unwrap();
    let (lines, _) = good(&["passages", folder.path().to_str().unwrap()]);
    let passages = objects(&lines);
    assert!(passages.iter().any(|passage| passage["statements"] == serde_json::json!([id]) && passage["side"] == "ru"));
}

#[test]
fn boilerplate_is_quoted_at_its_place_with_its_kind() {
    let folder = folder();
    let file = folder.path().join("page.txt");
    fs::write(&file, format!("Skip to content\n\n{TALKS}\nShare this\n\nPhoto: Київ\n")).unwrap();
    let text: Vec<char> = good(&["text", file.to_str().unwrap()]).0.chars().collect();
    let found = objects(&good(&["boilerplate", path(&folder)]).0);
    for line in &found {
        let [start, end] = ["start", "end"].map(|field| usize::try_from(line[field].as_u64().unwrap()).unwrap());
        assert_eq!(line["quote"], text[start..end].iter().collect::<String>());
        assert_eq!(line["article"], "page.txt", "nothing of the other articles is boilerplate");
    }
    let kinds: Vec<&Value> = found.iter().map(|line| &line["kind"]).collect();
    assert_eq!(kinds, ["navigation", "share", "caption"]);
}

#[test]
fn the_sample_speaks_of_every_top_level_topic() {
    let topics = objects(&good(&["topics"]).0);
    let top: BTreeSet<&str> =
        topics.iter().filter(|t| t["parent"].is_null()).map(|t| t["id"].as_str().unwrap()).collect();
    assert_eq!(top, BTreeSet::from(["call", "cyber", "diplomats", "followup", "iran", "ukraine"]));
    let rows = objects(&good(&["coverage", "--sample"]).0);
    let covered =
        rows.iter().filter(|row| row["sentences"].as_u64() > Some(0)).map(|row| row["topic"].as_str().unwrap());
    let covered: BTreeSet<&str> = covered.collect();
    assert!(top.is_subset(&covered), "{covered:?}");
}

#[test]
fn words_are_the_words_of_the_rules() {
    let folder = folder();
    let (words, _) = good(&["topics", path(&folder), "--words"]);
    assert_eq!(words.lines().collect::<Vec<_>>(), ["bank", "sanction"]);
}

#[test]
fn a_tree_by_hand_comes_before_that_of_the_folder() {
    let folder = folder();
    let mine = folder.path().join("mine.ron");
    fs::write(&mine, TOPICS.replace("money", "mine")).unwrap();
    let (out, _) = good(&["passages", path(&folder), "--topics", mine.to_str().unwrap()]);
    assert_eq!(objects(&out)[0]["topic"], "mine");
}

#[test]
fn coverage_comes_in_four_forms() {
    let folder = folder();
    let coverage = |format| good(&["coverage", path(&folder), "--format", format]).0;
    let rows = objects(&coverage("json"));
    assert_eq!(rows, objects(&good(&["coverage", path(&folder)]).0), "json unless told otherwise");
    assert_eq!(rows.len(), 4, "two topics by two articles");
    assert_eq!(rows[1], serde_json::json!({"topic": "money", "article": "sub/talks.txt", "sentences": 2, "own": 1}));
    assert_eq!(coverage("csv"), "topic,name,quiet.md,sub/talks.txt\nmoney,Money,0,2\nmoney/banks,Banks,0,1\n");
    assert!(
        coverage("md").starts_with("| Topic | 1 | 2 |\n| :-- | --: | --: |\n| Money |  | 2 |\n| – Banks |  | 1 |\n")
    );
    let page = coverage("html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("Money</th><td></td><td>2</td>"), "{page}");
}

#[test]
fn what_is_not_there_is_named() {
    for command in ["articles", "passages", "coverage", "text", "topics"] {
        let messages = bad(&[command, "/no/such/folder"]).1;
        assert!(messages.contains("/no/such/folder"), "{command}: {messages}");
        assert!(messages.contains("there is no such"), "{command}: {messages}");
    }
}

#[test]
fn a_broken_tree_is_told_with_file_line_and_column() {
    let folder = folder();
    let file = folder.path().join("topics.ron");
    for (from, to) in
        [("name: \"Banks\"", "nmae: \"Banks\""), ("\"money/banks\"", "\"money\""), ("[\"bank\"]", "[\"(bank\"]")]
    {
        fs::write(&file, TOPICS.replace(from, to)).unwrap();
        let (out, messages) = bad(&["passages", path(&folder)]);
        assert!(out.is_empty(), "nothing is linked by half a tree");
        assert!(messages.contains(&format!("{}, line 3, column ", file.display())), "{to}: {messages}");
    }
}

#[test]
fn files_that_cannot_be_read_are_listed_and_the_rest_goes_on() {
    let folder = folder();
    fs::write(folder.path().join("binary.txt"), [0_u8, 159, 146, 150, 0, 0, 1]).unwrap();
    fs::write(folder.path().join("empty.txt"), "").unwrap();
    fs::write(folder.path().join("scan.tif"), "II*").unwrap();
    let (out, messages) = bad(&["passages", path(&folder)]);
    assert_eq!(objects(&out).len(), 2, "the good article is linked all the same");
    for words in ["binary.txt: ", "empty.txt: ", "1 .tif"] {
        assert!(messages.contains(words), "{words} in {messages}");
    }
}

#[test]
fn an_empty_folder_and_a_wrong_argument_say_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    assert!(bad(&["articles", path(&folder)]).1.contains("no articles here"));
    assert!(bad(&["coverage", path(&folder), "--format", "pdf"]).1.contains("json, csv, md or html"));
    assert!(bad(&["passages"]).1.contains("expected a folder"));
}

#[test]
fn a_session_of_a_newer_program_is_refused() {
    let folder = folder();
    let session = folder.path().join("reading.ron");
    fs::write(&session, "(format: 7, collection: Sample)").unwrap();
    let messages = bad(&["passages", path(&folder), "--session", session.to_str().unwrap()]).1;
    assert!(messages.contains("was written by a newer Readout (format 7; this program reads up to 1)"), "{messages}");
}

#[test]
fn one_enormous_line_is_an_article() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("line.txt");
    let line = "The talks touched on sanctions and on much else. ".repeat(1_100_000);
    fs::write(&file, &line).unwrap();
    assert!(line.len() > 50_000_000);
    assert_eq!(good(&["text", file.to_str().unwrap()]).0.len(), line.len());
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let folder = folder();
    for number in 0..400 {
        fs::write(folder.path().join(format!("{number}.txt")), TALKS.repeat(20)).unwrap();
    }
    let mut child =
        program(&["passages", path(&folder)]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn help_and_version_need_no_display() {
    assert!(good(&["--help"]).0.contains("readout passages PATH"));
    assert!(good(&["--version"]).0.contains(env!("CARGO_PKG_VERSION")));
}

/// A folder with two articles, one in a sub-folder, and a tree of its own.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sub")).unwrap();
    fs::write(folder.path().join("sub/talks.txt"), TALKS).unwrap();
    fs::write(folder.path().join("quiet.md"), "# A quiet day\n\nThe weather was discussed at some length by both.\n")
        .unwrap();
    fs::write(folder.path().join("topics.ron"), TOPICS).unwrap();
    folder
}

fn path(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().unwrap()
}

/// The program, without a display and away from the settings of whoever runs the test.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_readout"));
    command.args(arguments).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").stdin(Stdio::null());
    command.env("READOUT_CONFIG_DIR", std::env::temp_dir().join("readout-headless-test"));
    command
}

fn run(arguments: &[&str]) -> (bool, String, String) {
    let Output { status, stdout, stderr } = program(arguments).output().unwrap();
    (status.success(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

/// Output and messages of a command that must succeed.
fn good(arguments: &[&str]) -> (String, String) {
    let (success, out, messages) = run(arguments);
    assert!(success, "readout {}: {messages}", arguments.join(" "));
    (out, messages)
}

/// Output and messages of a command that must fail.
fn bad(arguments: &[&str]) -> (String, String) {
    let (success, out, messages) = run(arguments);
    assert!(!success, "readout {} should fail", arguments.join(" "));
    assert!(!messages.contains("panicked"), "{messages}");
    (out, messages)
}

fn objects(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

/// Every quote is the slice of `readout text` at its code points, and every reason stands in the article.
fn assert_places(file: &Path, passages: &[Value]) {
    let text: Vec<char> = good(&["text", file.to_str().unwrap()]).0.chars().collect();
    let bounds = |value: &Value| ["start", "end"].map(|field| usize::try_from(value[field].as_u64().unwrap()).unwrap());
    assert!(!passages.is_empty(), "{} has passages", file.display());
    for passage in passages {
        let [start, end] = bounds(passage);
        assert_eq!(passage["quote"], text[start..end].iter().collect::<String>());
        let reasons = passage["reasons"].as_array().unwrap();
        assert!(!reasons.is_empty(), "a rule's passage has a reason: {passage}");
        for reason in reasons {
            let [start, end] = bounds(reason);
            assert!(start < end && end <= text.len(), "{passage}");
        }
    }
}

/// A folder of the texts that tests read and the project does not contain. Missing: the test is passed over,
/// unless `READOUT_REQUIRE_SHARED=1` asks for it.
fn shared(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    let required = std::env::var("READOUT_REQUIRE_SHARED").is_ok_and(|value| value == "1");
    assert!(folder.is_dir() || !required, "{} is not there", folder.display());
    folder.is_dir().then_some(folder)
}
