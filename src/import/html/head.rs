//! What a page says of itself: meta tags, JSON-LD, the title, the language.

use super::super::draft::{Facts, host_of};
use super::super::lines;
use super::super::metadata::date::{self, Moment};
use super::super::metadata::{address, author};
use super::byline::Bylines;
use super::json::{Scripts, is_article};
use crate::model::Language;
use dom_query::NodeRef;
use serde_json::Value;

/// What browsers write above a page that they save.
const SAVED_FROM: &str = "saved from url=";

/// Meta tags that give the day of publication, best first.
const DATE_NAMES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "og:datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "pubdate",
];
/// Meta tags that give the author, best first.
const AUTHOR_NAMES: &[&str] = &[
    "article:author",
    "og:article:author",
    "author",
    "author.name",
    "article:author_name",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
];

/// Collected while the page is walked.
#[derive(Debug, Default)]
pub(super) struct Head {
    title: String,
    language: Option<Language>,
    canonical: Option<String>,
    /// `datetime` of the first `<time>`.
    time: Option<String>,
    /// The address in a browser's comment.
    saved_from: Option<String>,
    bylines: Bylines,
    meta: Vec<(String, String)>,
    scripts: Scripts,
}

impl Head {
    /// Takes in what an element says of the page.
    pub fn take(&mut self, node: &NodeRef<'_>, tag: &str) {
        let attribute = |name: &str| node.attr(name).unwrap_or_default();
        match tag {
            "html" => self.language = Language::from_tag(&attribute("lang")),
            "title" if self.title.is_empty() => self.title = node.text().to_string(),
            "meta" => {
                let names = ["property", "name", "itemprop"].map(attribute);
                let content = lines::joined(&attribute("content"));
                for name in names.iter().flat_map(|names| names.split_whitespace()) {
                    self.meta.push((name.to_ascii_lowercase(), content.clone()));
                }
            }
            "script" if attribute("type").eq_ignore_ascii_case("application/ld+json") => self.scripts.add(&node.text()),
            "link" if attribute("rel").eq_ignore_ascii_case("canonical") => {
                self.canonical = Some(attribute("href").to_string())
            }
            "time" if self.time.is_none() && node.has_attr("datetime") => {
                self.time = Some(attribute("datetime").to_string())
            }
            _ => self.bylines.take(node),
        }
    }

    /// `<!-- saved from url=(0026)https://ledger.example/a -->`
    pub fn take_comment(&mut self, comment: &str) {
        if let Some((_, rest)) = comment.split_once(SAVED_FROM).filter(|_| self.saved_from.is_none()) {
            let address = rest.split_once(')').filter(|_| rest.starts_with('(')).map_or(rest, |(_, address)| address);
            self.saved_from = address.split_whitespace().next().map(str::to_owned);
        }
    }

    fn meta(&self, names: &[&str]) -> Option<&str> {
        let of = |name: &&str| self.meta.iter().find(|(found, content)| found == name && !content.is_empty());
        names.iter().find_map(of).map(|(_, content)| content.as_str())
    }

    /// The headline by the page's own account, best first: meta tags, JSON-LD, the title in the tab.
    pub fn headlines(&self) -> Vec<String> {
        let tagged = self.meta(&["og:title", "twitter:title", "dc.title"]).map(str::to_owned);
        let json = self.scripts.first(|object| object.get("headline").and_then(Value::as_str).map(lines::joined));
        let title = Some(lines::joined(&self.title)).filter(|title| !title.is_empty());
        [tagged, json, title].into_iter().flatten().collect()
    }

    pub fn facts(&self) -> Facts {
        let publisher = |object: &Value| object.get("publisher")?.get("name")?.as_str().map(lines::joined);
        let site =
            ["og:site_name", "application-name", "dc.publisher"].into_iter().filter_map(|name| self.meta(&[name]));
        let outlet = site.map(str::to_owned).chain(self.scripts.first(publisher)).find_map(|name| site_name(&name));
        let (date, time) = date::first_stamp(self.stamps());
        let address = self.address();
        Facts {
            headline: self.headlines().into_iter().next(),
            author: self.author(outlet.as_deref()),
            outlet,
            date,
            time,
            host: address.as_deref().and_then(host_of),
            address,
            language: self.language,
            ..Facts::default()
        }
    }

    /// When the page was published, best account first: meta tags, JSON-LD, the first `<time>`.
    fn stamps(&self) -> Vec<Moment> {
        let tagged = DATE_NAMES.iter().filter_map(|name| self.meta(&[name]));
        let json = self.scripts.first(|object| object.get("datePublished")?.as_str().and_then(date::stamp));
        let shown = self.time.as_deref().and_then(date::stamp);
        tagged.filter_map(date::stamp).chain(json).chain(shown).collect()
    }

    /// Who wrote it, best account first: JSON-LD, meta tags, what the page shows as author or byline.
    fn author(&self, outlet: Option<&str>) -> Option<String> {
        let stated = |names: &str| author::stated(names, outlet);
        let json = self.scripts.authors(stated);
        let tagged = || AUTHOR_NAMES.iter().find_map(|name| stated(self.meta(&[name])?));
        json.or_else(tagged).or_else(|| self.bylines.names())
    }

    /// Where the page stands on the web, by its own account or by that of the browser that saved it.
    fn address(&self) -> Option<String> {
        let saved = self.saved_from.as_deref().and_then(address::sound);
        let shared = self.meta(&["og:url"]).and_then(address::sound);
        let base = shared.as_deref().or(saved.as_deref());
        let canonical = self.canonical.as_deref().and_then(|text| address::resolved(text, base));
        let json = self.scripts.first(|object| {
            let page = object.get("mainEntityOfPage").filter(|_| is_article(object));
            let page = page.and_then(|page| page.as_str().or_else(|| page.get("@id")?.as_str()));
            let own = || object.get("url").filter(|_| is_article(object))?.as_str();
            page.and_then(address::sound).or_else(|| own().and_then(address::sound))
        });
        address::best([canonical, shared, json, saved].into_iter().flatten())
    }
}

/// The name of a site, without the motto behind a bar; of an address its server; `None` for the name of an account.
fn site_name(stated: &str) -> Option<String> {
    let name = stated.split(" | ").next()?.trim();
    let name = host_of(name).unwrap_or_else(|| name.to_owned());
    (lines::words(&name) > 0 && !name.starts_with('@')).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::super::super::article;
    use super::site_name;

    const BODY: &str = "<article><h1>Talks end</h1><p>Putin told Biden that the talks, which took two hours, had been frank \
        and businesslike, the Kremlin said.</p></article>";

    /// Author, time and address of a page with this head and this above its text.
    fn read(head: &str, above: &str) -> [Option<String>; 3] {
        let article = article("a.html", format!("<html><head>{head}</head><body>{above}{BODY}").as_bytes()).unwrap();
        [article.author, article.time.map(|time| time.to_string()), article.address]
    }

    fn author(head: &str, above: &str) -> Option<String> {
        let [author, _, _] = read(head, above);
        author
    }

    #[test]
    fn a_page_names_its_author_in_many_ways() {
        let json = |author: &str| {
            format!("<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"author\":{author}}}</script>")
        };
        for head in [
            "<meta name=author content='Jane Doe'>".to_owned(),
            "<meta property='article:author' content='https://www.facebook.com/l'><meta name=author content='By Jane Doe'>".to_owned(),
            json(r#""Jane Doe""#),
            json(r#"{"@type":"Person","name":"Jane Doe"}"#),
            json(r#"[{"@type":"Person","name":"Jane Doe","url":"https://l.example/jane"}]"#),
        ] {
            assert_eq!(author(&head, "").as_deref(), Some("Jane Doe"), "{head}");
        }
        let two = json(r#"[{"name":"Jane Doe"},{"name":"John Roe"}]"#);
        assert_eq!(author(&two, "").as_deref(), Some("Jane Doe, John Roe"));
        let graph = r##"<script type='application/ld+json'>{"@graph":[{"@type":"Article","author":{"@id":"#p"}},{"@id":"#p","name":"Jane Doe"}]}</script>"##;
        assert_eq!(author(graph, "").as_deref(), Some("Jane Doe"));
    }

    #[test]
    fn the_name_of_a_site_goes_without_its_motto() {
        assert_eq!(site_name("The Ledger | All the news").as_deref(), Some("The Ledger"));
        assert_eq!(site_name("https://www.ledger.example").as_deref(), Some("ledger.example"));
        assert_eq!(site_name("@ledger"), None);
    }

    #[test]
    fn sites_accounts_and_writers_of_comments_are_no_authors() {
        let site = "<meta property='og:site_name' content='The Ledger'>";
        assert_eq!(author(&format!("{site}<meta name=author content='The Ledger'>"), ""), None);
        assert_eq!(author("<meta name=author content=admin>", ""), None);
        let comment = r#"<script type='application/ld+json'>{"@type":"Comment","author":{"name":"Jane Doe"}}</script>"#;
        assert_eq!(author(comment, ""), None);
    }

    #[test]
    fn a_page_gives_the_time_with_its_zone() {
        let time = |head: &str| read(head, "")[1].clone();
        let stamp = "<meta property='article:published_time' content='2021-12-07T14:05:31+03:00'>";
        assert_eq!(time(stamp).as_deref(), Some("14:05+03:00"));
        let day = "<meta property='article:published_time' content='2021-12-07'>";
        let json = r#"<script type='application/ld+json'>{"datePublished":"2021-12-07T10:31:00Z"}</script>"#;
        assert_eq!(time(&format!("{day}{json}")).as_deref(), Some("10:31+00:00"));
        assert_eq!(time("<meta property='article:published_time' content='2021-12-07T00:00:00Z'>"), None);
    }

    #[test]
    fn a_page_gives_its_address() {
        let address = |head: &str| read(head, "")[2].clone();
        let wanted = Some("https://l.example/a".to_owned());
        for head in [
            "<link rel=canonical href='https://l.example/a'>",
            "<meta property='og:url' content='https://l.example/a'>",
            "<link rel=canonical href='/a'><meta property='og:url' content='https://l.example/'>",
            "<link rel=canonical href='https://l.example/'><meta property='og:url' content='https://l.example/a'>",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":{\"@id\":\"https://l.example/a\"}}</script>",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"url\":\"https://l.example/a\"}</script>",
        ] {
            assert_eq!(address(head), wanted, "{head}");
        }
        assert_eq!(address("<link rel=canonical href='/a'>"), None);
        assert_eq!(address("<link rel=canonical href='file:///home/a.html'>"), None);
    }

    #[test]
    fn browsers_note_where_they_saved_a_page_from() {
        let page = |note: &str| format!("<!DOCTYPE html>\n<!-- {note} -->\n<html><body>{BODY}");
        let read = |note: &str| article("a.html", page(note).as_bytes()).unwrap().address;
        assert_eq!(read("saved from url=(0019)https://l.example/a").as_deref(), Some("https://l.example/a"));
        assert_eq!(read("saved from url=(0014)about:internet"), None);
    }
}
