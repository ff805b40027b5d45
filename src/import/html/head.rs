//! What a page says of itself: meta tags, JSON-LD, the title, the language.

use super::super::draft::{Facts, host_of};
use super::super::{lines, metadata};
use crate::model::{Date, Language};
use serde_json::Value;

/// Objects looked at in the page's JSON-LD: some shops list thousands of products.
const MOST_OBJECTS: usize = 2_000;

/// Collected while the page is walked.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub title: String,
    pub language: Option<Language>,
    pub canonical: Option<String>,
    /// `datetime` of the first `<time>`.
    pub time: Option<String>,
    meta: Vec<(String, String)>,
    scripts: Vec<Value>,
}

impl Head {
    /// A meta tag: its name, property or itemprop, and its content.
    pub fn add_meta(&mut self, name: &str, content: &str) {
        self.meta.push((name.to_ascii_lowercase(), lines::joined(content)));
    }

    /// The content of a script of type `application/ld+json`. What is no JSON is passed over.
    pub fn add_json_ld(&mut self, json: &str) {
        self.scripts.extend(serde_json::from_str::<Value>(json.trim()));
    }

    fn meta(&self, names: &[&str]) -> Option<&str> {
        let of = |name: &&str| self.meta.iter().find(|(found, content)| found == name && !content.is_empty());
        names.iter().find_map(of).map(|(_, content)| content.as_str())
    }

    /// The headline by the page's own account, best first: meta tags, JSON-LD, the title in the tab.
    pub fn headlines(&self) -> Vec<String> {
        let tagged = self.meta(&["og:title", "twitter:title", "dc.title"]).map(str::to_owned);
        let json = self.json(|object| object.get("headline").and_then(Value::as_str).map(lines::joined));
        let title = Some(lines::joined(&self.title)).filter(|title| !title.is_empty());
        [tagged, json, title].into_iter().flatten().collect()
    }

    pub fn facts(&self) -> Facts {
        let publisher = |object: &Value| object.get("publisher")?.get("name")?.as_str().map(lines::joined);
        let site = self.meta(&["og:site_name", "application-name", "dc.publisher"]).map(str::to_owned);
        let host = self.canonical.as_deref().or_else(|| self.meta(&["og:url"])).and_then(host_of);
        Facts {
            headline: self.headlines().into_iter().next(),
            outlet: site.or_else(|| self.json(publisher)).filter(|outlet| !outlet.is_empty()),
            date: self.date(),
            language: self.language,
            host,
            ..Facts::default()
        }
    }

    fn date(&self) -> Option<Date> {
        let names = [
            "article:published_time",
            "og:article:published_time",
            "datepublished",
            "date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "parsely-pub-date",
            "sailthru.date",
            "publish-date",
            "pubdate",
        ];
        let parse = |value: &str| metadata::iso_date(value).or_else(|| metadata::date_in(value)).map(|(_, date)| date);
        let tagged = self.meta(&names).and_then(parse);
        let json = || self.json(|object| object.get("datePublished")?.as_str().and_then(parse));
        tagged.or_else(json).or_else(|| self.time.as_deref().and_then(parse))
    }

    /// The first object in the page's JSON-LD for which `get` gives something, outer objects before inner ones.
    fn json<T>(&self, get: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let mut queue: std::collections::VecDeque<&Value> = self.scripts.iter().collect();
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
}
