//! JSON-LD: what a page says of itself to search engines, in the words of schema.org.
//!
//! It is not always JSON: line ends stand inside of strings, commas at the end of lists.

use super::super::lines;
use serde_json::{Deserializer, Value};
use std::cell::Cell;
use std::collections::VecDeque;

/// Objects looked at: some shops list thousands of products.
const MOST_OBJECTS: usize = 2_000;
/// Objects with authors looked at: each may refer to another object, which is searched for.
const MOST_AUTHORED: usize = 20;
/// More authors than these are a masthead.
const MOST_AUTHORS: usize = 12;
/// Kinds of object that have authors and dates of their own.
const OTHER_WORKS: &[&str] = &["Comment", "ImageObject", "VideoObject", "AudioObject", "Review", "Product", "Answer"];

/// The page's scripts of type `application/ld+json`.
#[derive(Debug, Default)]
pub(super) struct Scripts(Vec<Value>);

impl Scripts {
    /// Takes in a script. What is no JSON is passed over.
    pub fn add(&mut self, source: &str) {
        self.0.extend(read(source));
    }

    /// The first object for which `get` gives something, outer objects before inner ones.
    pub fn first<T>(&self, get: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let mut queue: VecDeque<&Value> = self.0.iter().collect();
        for _ in 0..MOST_OBJECTS {
            match queue.pop_front()? {
                Value::Array(items) => queue.extend(items),
                object @ Value::Object(fields) => {
                    if let Some(found) = get(object) {
                        return Some(found);
                    }
                    queue.extend(fields.values().filter(|value| value.is_array() || value.is_object()));
                }
                _ => {}
            }
        }
        None
    }

    /// The authors of the page's article, as far as `stated` takes them for such.
    pub fn authors(&self, stated: impl Fn(&str) -> Option<String>) -> Option<String> {
        let tried = Cell::new(0);
        self.first(|object| {
            let authors = object.get("author").filter(|_| is_article(object) && tried.get() < MOST_AUTHORED)?;
            tried.set(tried.get() + 1);
            let names = match authors {
                Value::Array(authors) => {
                    let names = authors.iter().take(MOST_AUTHORS).filter_map(|author| self.name(author));
                    names.collect::<Vec<_>>().join("; ")
                }
                author => self.name(author)?,
            };
            stated(&names)
        })
    }

    /// The name of an author: a text, an object with a name, or a reference to one.
    fn name(&self, author: &Value) -> Option<String> {
        let Value::Object(fields) = author else { return author.as_str().map(lines::joined) };
        let own = fields.get("name").and_then(|name| name.as_str().or_else(|| name.get(0)?.as_str()));
        let referred = || {
            let id = fields.get("@id")?;
            self.first(|object| {
                Some(lines::joined(object.get("name").filter(|_| object.get("@id") == Some(id))?.as_str()?))
            })
        };
        own.map(lines::joined).or_else(referred)
    }
}

/// Whether an object may be the page's article: what has another kind of its own is not.
pub(super) fn is_article(object: &Value) -> bool {
    let other = |kind: &Value| kind.as_str().is_some_and(|kind| OTHER_WORKS.contains(&kind));
    match object.get("@type") {
        Some(Value::Array(kinds)) => !kinds.iter().any(other),
        Some(kind) => !other(kind),
        None => true,
    }
}

/// The value of a script; with usual mistakes mended if it cannot be read as it stands.
fn read(source: &str) -> Option<Value> {
    let first = |text: &str| Deserializer::from_str(text).into_iter::<Value>().next()?.ok();
    first(source.trim()).or_else(|| first(&mended(source)))
}

/// Control characters become spaces; a comma before a closing bracket goes.
fn mended(source: &str) -> String {
    let mut mended = String::with_capacity(source.len());
    let (mut quoted, mut escaped) = (false, false);
    for letter in source.trim().chars() {
        let letter = if letter.is_control() { ' ' } else { letter };
        quoted ^= letter == '"' && !escaped;
        escaped = quoted && letter == '\\' && !escaped;
        if !quoted && matches!(letter, ']' | '}') {
            let length = mended.trim_end().trim_end_matches(',').len();
            mended.truncate(length);
        }
        mended.push(letter);
    }
    mended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_mistakes_are_mended() {
        let wanted = read(r#"{"a": ["b, ]", "c"]}"#);
        assert!(wanted.is_some());
        assert_eq!(read(r#"{"a": ["b, ]", "c", ], }"#), wanted);
        assert_eq!(read("{\"a\": [\"b, ]\",\n \"c\"]}; more"), wanted);
        assert_eq!(read("{\"a\": \"b\nc\"}"), read(r#"{"a": "b c"}"#));
        assert_eq!(read("no JSON"), None);
    }
}
