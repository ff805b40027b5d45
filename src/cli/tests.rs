//! The commands on small folders, without the binary.

use super::*;
use serde_json::Value;
use std::ffi::OsString;
use std::fs;

const TOPICS: &str = r##"(topics: [
    (id: "money", name: "Money", color: "#0072B2", rules: ["sanction"], children: [
        (id: "money/banks", name: "Banks", color: "#0072B2", rules: ["bank"]),
        (id: "money/lists", name: "Lists", color: "#0072B2", rules: ["list"]),
    ]),
])"##;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = "Talks in Київ end\n\nThe talks touched on sanctions. Two banks were named in the sanctions list.\n\nNothing else was said by anyone.\n";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    fs::write(folder.path().join("b.txt"), "A quiet day\n\nThe weather was discussed at some length by both sides.\n")
        .unwrap();
    fs::write(folder.path().join("topics.ron"), TOPICS).unwrap();
    folder
}

/// Runs a command line whose `@` stands for the folder: its outcome, stdout, stderr.
fn readout(line: &str, folder: &Path) -> (bool, String, String) {
    let folder = folder.to_str().unwrap();
    let arguments = line.split_whitespace().map(|word| OsString::from(word.replace('@', folder)));
    let Ok(Invocation::Headless(command)) = parse(arguments) else { panic!("{line} is a command") };
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let outcome = execute(&command, &mut out, &mut messages);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let told = outcome.as_ref().err().map_or(String::new(), ToString::to_string);
    (outcome.is_ok(), text(out), text(messages) + &told)
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn passages_quote_the_text_at_their_place() {
    let folder = folder();
    let (ok, out, _) = readout("passages @", folder.path());
    let text: Vec<char> = readout("text @/a.txt", folder.path()).1.chars().collect();
    let slice = |value: &Value| text[at(value, "start")..at(value, "end")].iter().collect::<String>();
    let passages = lines(&out);
    assert!(ok);
    assert_eq!(passages.len(), 3, "{out}");
    for passage in &passages {
        assert_eq!(passage["quote"], slice(passage));
        let words: Vec<String> = passage["reasons"].as_array().unwrap().iter().map(slice).collect();
        assert!(
            !words.is_empty() && words.iter().all(|word| ["sanctions", "banks", "list"].contains(&word.as_str())),
            "{words:?}"
        );
    }
}

fn at(value: &Value, field: &str) -> usize {
    usize::try_from(value[field].as_u64().unwrap()).unwrap()
}

#[test]
fn coverage_counts_a_sentence_once_for_a_topic_and_its_sub_topics() {
    let folder = folder();
    let (_, out, _) = readout("coverage @", folder.path());
    let row = |topic, article, sentences, own| serde_json::json!({"topic": topic, "article": article, "sentences": sentences, "own": own});
    let expected = [
        row("money", "a.txt", 2, 1),
        row("money", "b.txt", 0, 0),
        row("money/banks", "a.txt", 1, 1),
        row("money/banks", "b.txt", 0, 0),
        row("money/lists", "a.txt", 1, 1),
        row("money/lists", "b.txt", 0, 0),
    ];
    assert_eq!(lines(&out), expected);
}

#[test]
fn an_id_depends_on_the_words_and_not_on_the_other_articles() {
    let folder = folder();
    let ids = |out: &str| lines(out).iter().map(|line| line["id"].clone()).collect::<Vec<_>>();
    let all = ids(&readout("passages @", folder.path()).1);
    let one = ids(&readout("passages @/a.txt", folder.path()).1);
    assert_eq!(all, one);
    assert!(all.iter().all(|id| id.as_str().unwrap().len() == 16));
    assert_eq!(all.iter().map(Value::to_string).collect::<std::collections::BTreeSet<_>>().len(), all.len());
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let folder = folder();
    fs::write(folder.path().join("c.txt"), [0, 1, 2, 0]).unwrap();
    fs::write(folder.path().join("d.png"), "x").unwrap();
    let (ok, out, messages) = readout("articles @ @/gone.txt", folder.path());
    assert!(!ok);
    assert_eq!(lines(&out).len(), 2, "{out}");
    assert!(messages.contains("c.txt: it is not text"), "{messages}");
    assert!(messages.contains("gone.txt: there is no such file or folder"), "{messages}");
    assert!(messages.contains("formats that are not read: 1 .png"), "{messages}");
}

#[test]
fn a_picture_in_the_folder_is_no_failure() {
    let folder = folder();
    fs::write(folder.path().join("d.png"), "x").unwrap();
    assert!(readout("articles @", folder.path()).0);
    assert!(!readout("articles @/d.png", folder.path()).0, "asked for by name it is");
}

#[test]
fn a_mistake_in_the_tree_stops_with_its_place() {
    let folder = folder();
    fs::write(folder.path().join("topics.ron"), TOPICS.replace("name: \"Banks\",", "nmae: \"Banks\",")).unwrap();
    let (ok, out, messages) = readout("passages @", folder.path());
    assert!(!ok && out.is_empty());
    assert!(messages.contains("topics.ron, line 3, column "), "{messages}");
}

#[test]
fn boilerplate_is_quoted_at_its_place_with_its_kind() {
    let folder = folder();
    let text = "Skip to content\n\nТалки в Києві\n\nThe talks touched on sanctions, both sides said after them.\n\nShare this\n";
    fs::write(folder.path().join("c.txt"), text).unwrap();
    let found = lines(&readout("boilerplate @", folder.path()).1);
    let letters: Vec<char> = text.chars().collect();
    let quoted = |line: &Value| letters[at(line, "start")..at(line, "end")].iter().collect::<String>();
    assert!(found.iter().all(|line| line["article"] == "c.txt" && line["quote"] == quoted(line)), "{found:?}");
    let kinds: Vec<&Value> = found.iter().map(|line| &line["kind"]).collect();
    assert_eq!(kinds, ["navigation", "share"]);
}

#[test]
fn an_empty_folder_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (ok, _, messages) = readout("articles @", folder.path());
    assert!(!ok && messages.contains("no articles here"), "{messages}");
}
