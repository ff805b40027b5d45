//! What is known of an article: from what the file says of itself, else its lines about the article, last its name.
//!
//! [`outlet`], [`author`], [`date`] with [`time`], and [`address`] each look through the lines; [`words`] are the words
//! by which they tell them. Where nothing is said, nothing is made up.

pub(super) mod address;
pub(super) mod author;
pub(super) mod date;
mod outlet;
mod time;
mod words;

pub(super) use date::{date_in, iso_date};

use super::draft::{Draft, Facts, host_of};

/// Fills what the format's reader has not found.
pub(super) fn find(draft: &mut Draft, path: &str) {
    let mut facts = std::mem::take(&mut draft.facts);
    let near = author::near_lines(draft);
    find_address(draft, &mut facts);
    let host = facts.host.as_deref().map(outlet::of_host);
    facts.outlet = facts.outlet.or_else(|| outlet::of_lines(draft, &near)).or(host);
    find_author(&near, &mut facts);
    find_date(draft, &mut facts, path);
    draft.facts = facts;
}

fn find_address(draft: &Draft, facts: &mut Facts) {
    let stated = facts.address.take().and_then(|address| address::sound(&address));
    facts.address = stated.or_else(|| address::of_lines(draft));
    let host = facts.host.take();
    facts.host = host.or_else(|| host_of(facts.address.as_deref()?));
}

/// An author in the file's own fields, in a byline; last whoever made the file.
fn find_author(near: &[String], facts: &mut Facts) {
    let outlet = facts.outlet.as_deref();
    let stated = facts.author.as_deref().and_then(|names| author::stated(names, outlet));
    let creator = || author::person(facts.creator.as_deref()?);
    let found = stated.or_else(|| author::of_lines(near)).or_else(creator);
    facts.author = found.filter(|name| !author::is_same(name, outlet));
}

/// The time goes with the day: one that was given for another day is not taken.
fn find_date(draft: &Draft, facts: &mut Facts, path: &str) {
    let in_lines = if facts.date.is_none() || facts.time.is_none() { date::of_lines(draft) } else { None };
    let date = facts.date.or(in_lines.map(|moment| moment.date)).or_else(|| date::in_name(path)).or(facts.created);
    let stated = facts.time.filter(|_| facts.date.is_some());
    let beside = in_lines.filter(|moment| Some(moment.date) == date && !(moment.changed && facts.date.is_some()));
    facts.time = stated.or_else(|| beside?.time);
    facts.date = date;
}

#[cfg(test)]
mod tests {
    use super::super::{article, check};
    use super::author;
    use proptest::prelude::*;

    const BODY: &str = "Putin told Biden that the talks, which took two hours, had been frank and businesslike, the Kremlin said, \
        after which the two of them agreed to talk again.";

    #[test]
    fn a_byline_goes_before_whoever_typed_the_file() {
        let file = |line: &str| {
            format!("{{\\rtf1{{\\info{{\\author Max Moe}}}}Talks end without a deal\\par {line}\\par {BODY}\\par}}")
        };
        let read = |line: &str| article("a.rtf", file(line).as_bytes()).unwrap().author;
        assert_eq!(read("By Jane Doe").as_deref(), Some("Jane Doe"));
        assert_eq!(read(BODY).as_deref(), Some("Max Moe"));
    }

    #[test]
    fn the_server_of_an_address_stands_in_for_the_outlet() {
        let read = |text: &str| article("a.txt", format!("Talks end\n\n{BODY}\n\n{text}").as_bytes()).unwrap().outlet;
        assert_eq!(read("Source: https://www.ledger.example/a").as_deref(), Some("ledger.example"));
        assert_eq!(read("http://en.kremlin.ru/events/67320").as_deref(), Some("Kremlin"));
    }

    proptest! {
        #[test]
        fn any_lines_about_an_article_leave_it_sound(parts in prop::collection::vec(0..PARTS.len(), 0..40)) {
            let text: String = parts.into_iter().map(|part| PARTS[part]).collect();
            if let Ok(article) = article("a.txt", text.as_bytes()) {
                check(&article);
                let name = article.author.as_deref().unwrap_or_default();
                prop_assert!(!author::is_same(name, article.outlet.as_deref()) || name.is_empty());
                prop_assert!(article.time.is_none() || article.date.is_some());
            }
        }
    }

    const PARTS: &[&str] = &[
        "\n",
        "\n\n",
        " ",
        "By ",
        "Jane Doe",
        "John Roe",
        " and ",
        ", ",
        " | ",
        "The Ledger",
        "Автор: ",
        "Иван Петров",
        "Von ",
        "Par ",
        "7 December 2021",
        "2021-12-08T17:10:00Z",
        "10:31",
        " a.m.",
        " EST",
        " МСК",
        "18h40",
        " Uhr",
        "Updated ",
        "Published ",
        "Source: ",
        "https://ledger.example/a",
        "URL: ",
        "© 2021 ",
        "(",
        ")",
        "İ",
        "ß",
        "\u{a0}",
        "é",
        ".",
        "MOSCOW, ",
        " - ",
        BODY,
    ];
}
