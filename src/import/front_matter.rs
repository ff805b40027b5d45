//! The block of keys and values above a Markdown text: YAML between `---`, TOML between `+++`.
//!
//! Reads what static site generators write (plain, quoted and folded values, escapes) and no more: nested tables
//! and lists are skipped, nothing is executed or referenced.

use super::draft::{Facts, host_of};
use super::lines;
use super::metadata::{address, author, date};
use crate::model::Language;

/// Front matter longer than this (bytes) is text that happens to begin with a rule.
const LONGEST: usize = 64 * 1024;

const HEADLINE_KEYS: &[&str] = &["title", "headline"];
const DATE_KEYS: &[&str] =
    &["published_time", "published", "date", "date_published", "datepublished", "pubdate", "publication_date"];
const AUTHOR_KEYS: &[&str] = &["author", "authors", "byline", "creator", "by"];
const OUTLET_KEYS: &[&str] =
    &["outlet", "publication", "publisher", "newspaper", "source", "site_name", "sitename", "site"];
const URL_KEYS: &[&str] = &["source_url", "url", "link", "canonical", "canonical_url", "original_url", "source"];
const LANGUAGE_KEYS: &[&str] = &["language", "lang"];

/// What the front matter says, and where the text begins (bytes).
pub(super) fn read(source: &str) -> (Facts, usize) {
    for (fence, ends) in [("---", ["---", "..."]), ("+++", ["+++", "+++"])] {
        if let Some((inner, rest)) = between(source, fence, ends) {
            return (facts(&pairs(inner)), rest);
        }
    }
    (Facts::default(), 0)
}

/// The lines between the fence on the first line and the next one; and where the line after it begins.
fn between<'a>(source: &'a str, fence: &str, ends: [&str; 2]) -> Option<(&'a str, usize)> {
    let mut lines = source.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim_end() != fence {
        return None;
    }
    let mut at = first.len();
    for line in lines {
        if ends.contains(&line.trim_end()) {
            let inner = &source[first.len()..at];
            let is_data = inner.lines().any(|line| line.contains([':', '=']));
            return is_data.then_some((inner, at + line.len()));
        }
        at += line.len();
        if at > LONGEST {
            break;
        }
    }
    None
}

/// Keys in small letters with their values; a continued value is folded into one line.
fn pairs(inner: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for line in inner.lines() {
        let continued = line.starts_with([' ', '\t']) || line.is_empty();
        let pair = line.split_once([':', '=']).filter(|(key, _)| !continued && is_key(key.trim()));
        match (pair, pairs.last_mut()) {
            (Some((key, value)), _) => {
                pairs.push((key.trim().trim_matches('"').to_lowercase(), value.trim().to_owned()))
            }
            (None, Some((_, value))) => fold(value, line.trim()),
            (None, None) => {}
        }
    }
    for (_, value) in &mut pairs {
        *value = unquoted(value);
    }
    pairs
}

fn is_key(text: &str) -> bool {
    let known = |letter: char| letter.is_alphanumeric() || "_-. \"".contains(letter);
    !text.is_empty() && text.len() < 60 && text.chars().all(known)
}

/// Adds a continuation line. A backslash at the line's end glues without a space.
fn fold(value: &mut String, line: &str) {
    if matches!(value.as_str(), ">" | "|" | ">-" | "|-" | ">+" | "|+") {
        value.clear();
    }
    if value.starts_with('"') && value.ends_with('\\') {
        value.pop();
    } else if !value.is_empty() {
        value.push(' ');
    }
    value.push_str(line);
}

fn unquoted(value: &str) -> String {
    if let Some(inner) = value.strip_prefix('"') {
        return unescaped(inner);
    }
    if let Some(inner) = value.strip_prefix('\'') {
        let end = inner.rfind('\'').unwrap_or(inner.len());
        return inner[..end].replace("''", "'");
    }
    value.split(" #").next().unwrap_or(value).trim().to_owned()
}

/// A double-quoted value up to its closing quote, escapes resolved (YAML 1.2, 5.7; TOML has a subset).
fn unescaped(inner: &str) -> String {
    let mut out = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            '\\' => match letters.next() {
                Some('n' | 'N' | 'L' | 'P' | 'r' | 't' | ' ') => out.push(' '),
                Some('_') => out.push('\u{a0}'),
                Some('x') => out.extend(code_point(&mut letters, 2)),
                Some('u') => out.extend(code_point(&mut letters, 4)),
                Some('U') => out.extend(code_point(&mut letters, 8)),
                Some(other) => out.push(other),
                None => {}
            },
            _ => out.push(letter),
        }
    }
    out
}

fn code_point(letters: &mut std::str::Chars<'_>, digits: usize) -> Option<char> {
    let hex: String = letters.take(digits).collect();
    u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32)
}

fn facts(pairs: &[(String, String)]) -> Facts {
    let value = |keys: &[&str]| {
        let of = |key: &&str| pairs.iter().find(|(name, value)| name == key && !value.is_empty());
        keys.iter().find_map(of).map(|(_, value)| lines::joined(value))
    };
    let (date, time) = date::first_stamp(DATE_KEYS.iter().filter_map(|key| date::stamp(&value(&[key])?)));
    let address = address::best(URL_KEYS.iter().filter_map(|key| address::sound(&value(&[key])?)));
    Facts {
        headline: value(HEADLINE_KEYS),
        outlet: value(OUTLET_KEYS).filter(|outlet| !outlet.contains("://") && !outlet.starts_with(['[', '{'])),
        author: AUTHOR_KEYS.iter().find_map(|key| author(pairs, key)),
        date,
        time,
        host: address.as_deref().and_then(host_of),
        address,
        language: value(LANGUAGE_KEYS).and_then(|tag| Language::from_tag(&tag)),
        ..Facts::default()
    }
}

/// One name, or a list of them: `[Jane Doe, "John Roe"]`, or a line for each with a dash before it.
fn author(pairs: &[(String, String)], key: &str) -> Option<String> {
    let (_, value) = pairs.iter().find(|(name, _)| name == key)?;
    let dashed = value.strip_prefix("- ").map(|names| names.replace(" - ", "; "));
    let names = dashed.as_deref().unwrap_or(value).trim_matches(['[', ']']).replace(['"', '\''], "");
    let names = names.replace("name: ", "");
    author::stated(&names, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    #[test]
    fn folded_and_escaped_titles_are_read_whole() {
        let source = "---\ntags: a\ndate: '2021-12-09'\npublished_time: 2021-12-09 18:01:50-05:00\ntitle: \"Call on President\\_Biden\\u2019\\\n  s \
            Calls with\\\n  \\ Leaders of The\n  Nine\"\nsource_url: https://www.archives.example/a/b\n---\nText";
        let (facts, start) = read(source);
        assert_eq!(facts.headline.as_deref(), Some("Call on President Biden’s Calls with Leaders of The Nine"));
        assert_eq!(facts.date, Date::new(2021, 12, 9));
        assert_eq!(facts.host.as_deref(), Some("archives.example"));
        assert_eq!(facts.address.as_deref(), Some("https://www.archives.example/a/b"));
        assert_eq!(facts.time.map(|time| time.to_string()).as_deref(), Some("18:01-05:00"));
        assert_eq!(&source[start..], "Text");
    }

    #[test]
    fn toml_and_plain_yaml_are_read_too() {
        let (facts, _) =
            read("+++\ntitle = \"A \\\"line\\\"\"\ndate = 2021-12-08T10:00:00Z\noutlet = 'The Review'\n+++\n");
        assert_eq!(facts.headline.as_deref(), Some("A \"line\""));
        assert_eq!((facts.date, facts.outlet.as_deref()), (Date::new(2021, 12, 8), Some("The Review")));
        let (facts, _) = read("---\ntitle: It''s plain: with a colon\nlanguage: ru\n---\n");
        assert_eq!(facts.headline.as_deref(), Some("It''s plain: with a colon"));
        assert_eq!(facts.language, Some(Language::Russian));
    }

    #[test]
    fn a_rule_above_a_text_is_not_front_matter() {
        assert_eq!(read("---\nText without any key\n---\nMore"), (Facts::default(), 0));
        assert_eq!(read("---\nkey: value, and no end"), (Facts::default(), 0));
    }

    #[test]
    fn authors_are_one_or_a_list() {
        for lines in [
            "author: Jane Doe and John Roe",
            "authors: [Jane Doe, \"John Roe\"]",
            "authors:\n  - Jane Doe\n  - John Roe",
            "author:\n  - name: Jane Doe\n  - name: John Roe",
        ] {
            let (facts, _) = read(&format!("---\ntitle: T\n{lines}\n---\n"));
            assert_eq!(facts.author.as_deref(), Some("Jane Doe, John Roe"), "{lines}");
        }
        assert_eq!(read("---\nauthor: admin\n---\n").0.author, None);
    }
}
