//! The house rules that a compiler does not hold: which module may use which, who may draw, and how long
//! a file may be. It reads the imports in the source text; `src/lib.rs` is the tour that they keep true.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with those that it may use, from the ground up.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("model", &[]),
    ("text", &["model"]),
    ("analysis", &["model", "text"]),
    ("import", &["model", "text"]),
    ("store", &["model", "text", "analysis", "import"]),
    ("work", &["model", "text", "analysis", "import", "store"]),
    ("app", &["model", "text", "analysis", "import", "store", "work"]),
    ("ui", &["model", "text", "analysis", "import", "store", "work", "app"]),
    ("cli", &["model", "text", "analysis", "import", "store", "work"]),
];

const DRAWING: [&str; 4] = ["egui", "eframe", "egui_extras", "winit"];

/// A file beyond this is more than one thing.
const MAX_LINES: usize = 400;

#[test]
fn modules_use_only_those_below_them() {
    let mut mistakes = Vec::new();
    for (path, code) in sources() {
        let Some((module, allowed)) = MAY_USE.iter().find(|(module, _)| path.starts_with(module)) else { continue };
        for used in used_modules(&code) {
            if used != *module && !allowed.contains(&used.as_str()) {
                mistakes.push(format!("src/{} uses {used}, which {module} may not", path.display()));
            }
        }
    }
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let folders: BTreeSet<String> = sources()
        .iter()
        .filter(|(path, _)| path.components().count() > 1)
        .filter_map(|(path, _)| Some(path.iter().next()?.to_str()?.to_owned()))
        .collect();
    let known: BTreeSet<String> = MAY_USE.iter().map(|(module, _)| (*module).to_owned()).collect();
    assert_eq!(folders, known);
}

#[test]
fn only_ui_and_main_name_the_drawing_library() {
    for (path, code) in sources() {
        if path.starts_with("ui") || path == Path::new("main.rs") {
            continue;
        }
        let named: Vec<&str> = words(&code).filter(|word| DRAWING.contains(word)).collect();
        assert!(named.is_empty(), "src/{} names {named:?}", path.display());
    }
}

#[test]
fn no_file_is_longer_than_one_thing() {
    let long: Vec<String> = source_files()
        .iter()
        .map(|path| (path, fs::read_to_string(path).unwrap().lines().count()))
        .filter(|(_, lines)| *lines > MAX_LINES)
        .map(|(path, lines)| format!("{}: {lines} lines, at most {MAX_LINES}", path.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn uses_are_seen_in_all_their_forms() {
    let code = without_comments(
        "use crate::model::{Article, Span};\n\
         use crate::{\n    store::{self, Found},\n    text as language,\n};\n\
         // crate::ui in a comment is no use\n\
         fn f() -> crate::app::State { super::super::work::start(\"crate::\") }\n\
         use super::cli;",
    );
    let expected = ["app", "model", "store", "text", "work"].map(str::to_owned);
    assert_eq!(used_modules(&code), BTreeSet::from(expected));
}

/// The top-level modules that a file's code names.
fn used_modules(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    // Two steps up and more lead to the root of the crate from most files; a sibling's name is no harm.
    for start in ["crate::", "super::super::"] {
        for (at, _) in code.match_indices(start) {
            let rest = code[at + start.len()..].trim_start();
            match rest.strip_prefix('{') {
                Some(group) => used.extend(group_heads(group)),
                None => used.extend(words(rest).next().map(str::to_owned)),
            }
        }
    }
    used.retain(|name| MAY_USE.iter().any(|(module, _)| module == name));
    used
}

/// The first names in `store::{self, Found}, text as language}`: those outside of inner brackets.
fn group_heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            _ if depth == 0 => parts.last_mut().expect("there is always a part").push(c),
            _ => {}
        }
    }
    parts.iter().filter_map(|part| words(part).next().map(str::to_owned)).collect()
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// Every file under `src` by its path there, and its code without comments.
fn sources() -> Vec<(PathBuf, String)> {
    let root = source_root();
    let read = |path: &PathBuf| {
        let below = path.strip_prefix(&root).expect("it was found there").to_owned();
        (below, without_comments(&fs::read_to_string(path).unwrap()))
    };
    source_files().iter().map(read).collect()
}

fn without_comments(source: &str) -> String {
    source.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect()
}

fn source_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Sorted.
fn source_files() -> Vec<PathBuf> {
    let mut folders = vec![source_root()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    assert!(files.len() > 20, "the source was not found");
    files
}
