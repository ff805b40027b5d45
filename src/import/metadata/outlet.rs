//! The outlet, from lines about the article ("Source: Meduza"), its dateline, or the copyright line below it.
//!
//! Where no outlet is named, none is invented.

use super::super::draft::{Block, Draft};
use super::super::lines;
use super::author;
use super::date::{date_in, dateline};
use crate::model::ParagraphKind;

/// An outlet's name is at most this long (words; characters).
const WORDS_OF_OUTLET: usize = 6;
const LONGEST_OUTLET: usize = 60;
const WEEKDAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// What is said before an outlet's name, in small letters. Shared by Latin and Cyrillic texts.
const OUTLET_FOLLOWS: &[&str] = &[
    "source:",
    "источник:",
    "джерело:",
    "quelle:",
    "source :",
    "based on materials from ",
    "translated from ",
    "по материалам ",
    "за матеріалами ",
    "published by ",
];
/// Servers whose names nobody would know the outlet by, with what it is called. Sub-domains are meant too.
const HOSTS: &[(&str, &str)] = &[
    ("whitehouse.gov", "The White House"),
    ("bidenwhitehouse.archives.gov", "The White House"),
    ("trumpwhitehouse.archives.gov", "The White House"),
    ("state.gov", "US Department of State"),
    ("kremlin.ru", "Kremlin"),
    ("mid.ru", "Russian Foreign Ministry"),
    ("president.gov.ua", "Office of the President of Ukraine"),
    ("mfa.gov.ua", "Ukrainian Foreign Ministry"),
    ("nato.int", "NATO"),
    ("consilium.europa.eu", "Council of the EU"),
    ("tass.com", "TASS"),
    ("tass.ru", "TASS"),
    ("ria.ru", "RIA Novosti"),
    ("interfax.ru", "Interfax"),
    ("rbc.ru", "RBC"),
    ("kommersant.ru", "Kommersant"),
    ("meduza.io", "Meduza"),
    ("ukrinform.net", "Ukrinform"),
    ("pravda.com.ua", "Ukrainska Pravda"),
    ("reuters.com", "Reuters"),
    ("apnews.com", "AP"),
    ("bloomberg.com", "Bloomberg"),
    ("bbc.com", "BBC"),
    ("bbc.co.uk", "BBC"),
    ("nytimes.com", "The New York Times"),
    ("washingtonpost.com", "The Washington Post"),
    ("ft.com", "Financial Times"),
    ("dw.com", "Deutsche Welle"),
    ("lemonde.fr", "Le Monde"),
];
/// Legal forms, which nobody says when he names an outlet.
const LEGAL_FORMS: &[&str] =
    &["L.P.", "LP", "Inc.", "Inc", "Ltd.", "Ltd", "LLC", "GmbH", "plc", "AG", "Corp.", "Limited"];

/// The outlet that the lines about the article name, or the holder of its copyright.
/// `near` are the [`author::near_lines`].
pub(super) fn of_lines(draft: &Draft, near: &[String]) -> Option<String> {
    let text = |block: &Block| &draft.text[block.range.clone()];
    let meta: Vec<&str> = draft.blocks.iter().filter(|block| block.kind == ParagraphKind::Meta).map(text).collect();
    let first_body = draft.blocks.iter().find(|block| block.kind == ParagraphKind::Body).map(text);
    let clutter = draft.blocks.iter().filter(|block| block.kind == ParagraphKind::Clutter);
    let mut copyright = clutter.map(text).filter(|line| line.len() < 4 * LONGEST_OUTLET);
    let mut found = meta.iter().find_map(|line| beside_bar(line));
    found = found.or_else(|| near.iter().find_map(|line| name(author::beside_outlet(line)?.1)));
    found = found.or_else(|| meta.iter().find_map(|line| before_date(line)));
    found = found.or_else(|| above_date(draft));
    found = found.or_else(|| meta.iter().find_map(|line| after_words(line)));
    found = found.or_else(|| first_body.and_then(agency));
    found.or_else(|| copyright.find_map(holder))
}

/// What the outlet behind a web server is called: by its own name, if that is known, else by the server's.
pub(super) fn of_host(host: &str) -> String {
    let is_its = |known: &str| host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let known = HOSTS.iter().find(|(known, _)| is_its(known));
    known.map_or_else(|| host.to_owned(), |(_, name)| (*name).to_owned())
}

/// A name that can be shown: short, no sentence, no date, no address.
fn name(text: &str) -> Option<String> {
    let text = text.split(['(', '[']).next().unwrap_or(text);
    let text = lines::joined(text.trim_matches(|mark: char| mark.is_whitespace() || ",;:.|·-–—".contains(mark)));
    let sound =
        lines::words(&text) > 0 && lines::words(&text) <= WORDS_OF_OUTLET && lines::is_short(&text, LONGEST_OUTLET);
    let lower = text.to_lowercase();
    let byline = lower.starts_with("by ") || author::is_byline(&text);
    let other = byline
        || lower.contains(" by ")
        || lower.contains(": ")
        || lower.contains('/')
        || lower.contains('@')
        || date_in(&text).is_some();
    let weekday = WEEKDAYS.iter().any(|day| lower.starts_with(day) && lower.ends_with("day"));
    (sound && !other && !weekday).then_some(text)
}

/// "December 7, 2021 | Harbour Wire", "By our staff | The Ledger", "Jane Doe | The Ledger"
fn beside_bar(line: &str) -> Option<String> {
    let line = line.contains('|').then_some(line)?;
    match author::beside_outlet(line) {
        Some((_, outlet)) => name(outlet),
        None => line.split('|').find_map(name),
    }
}

/// "Ru-Main, 08.12.2021", below an article. (Above one, a word before a date is a place.)
fn before_date(line: &str) -> Option<String> {
    let (range, _) = date_in(line)?;
    let before = line[..range.start].strip_suffix(", ")?;
    let after = line[range.end..].trim().is_empty();
    let shouted = before.chars().all(|letter| !letter.is_lowercase());
    (after && !shouted && lines::words(before) <= 3).then(|| name(before))?
}

/// A line of its own between headline and date line.
fn above_date(draft: &Draft) -> Option<String> {
    let date_line =
        |block: &Block| block.kind == ParagraphKind::Meta && date_in(&draft.text[block.range.clone()]).is_some();
    let at = draft.blocks.iter().position(date_line)?;
    let [.., headline, line] = &draft.blocks[..at] else { return None };
    let text = &draft.text[line.range.clone()];
    let stands_between = headline.kind == ParagraphKind::Headline && line.kind == ParagraphKind::Meta;
    (stands_between && !text.contains([':', ','])).then(|| name(text))?
}

/// "Source: RBC", "Based on materials from TASS"
fn after_words(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let said = OUTLET_FOLLOWS.iter().find(|words| lower.starts_with(**words))?;
    // Lower-casing keeps the number of characters of these words, not always that of the whole line.
    let after = line.char_indices().nth(said.chars().count()).map(|(at, _)| &line[at..])?;
    let translation = said.starts_with("translated") && (after.starts_with("the ") || after.contains(" by "));
    let after = after.split("http").next().unwrap_or(after);
    (!translation).then(|| name(after))?
}

/// "(Harbour Wire)" or "/ТАСС/" at the end of a dateline
fn agency(text: &str) -> Option<String> {
    let line = dateline(text)?;
    let bracketed = || line.strip_suffix(')')?.rsplit_once('(');
    let slashed = || line.strip_suffix('/')?.rsplit_once('/');
    name(bracketed().or_else(slashed)?.1)
}

/// "©2021 Bloomberg L.P. All rights reserved."
fn holder(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    if !(lower.starts_with('©') || lower.starts_with("copyright") || lower.starts_with("(c) 20")) {
        return None;
    }
    // "© Harbour Wire" without a year stands below a picture.
    if !["19", "20", "copyright", "rights"].iter().any(|sign| lower.contains(sign)) {
        return None;
    }
    let owner = line.split_once('©').map_or(line, |(_, owner)| owner);
    let words = owner.split_whitespace().map(|word| word.trim_matches(','));
    let is_year = |word: &str| !word.is_empty() && !word.contains(char::is_alphabetic);
    let words =
        words.skip_while(|word| is_year(word) || ["copyright", "(c)", "by"].contains(&word.to_lowercase().as_str()));
    let words: Vec<&str> =
        words.take_while(|word| *word != "All" && !is_year(word) && !LEGAL_FORMS.contains(word)).collect();
    name(&words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::super::article;

    const BODY: &str = "Putin told Biden that the talks, which took two hours, had been frank and businesslike, the Kremlin said, \
        after which the two of them agreed to talk again.";

    fn read(path: &str, text: &str) -> (Option<String>, Option<String>) {
        let article = article(path, text.as_bytes()).unwrap();
        (article.outlet, article.date.map(|date| date.to_string()))
    }

    #[test]
    fn lines_about_the_article_name_its_outlet() {
        for (line, outlet) in [
            ("Source: Meduza", "Meduza"),
            ("Based on materials from TASS", "TASS"),
            ("Translated from RBC.RU", "RBC.RU"),
            ("©2021 Bloomberg L.P.", "Bloomberg"),
            ("© 2021 The Continental Ledger. All rights reserved.", "The Continental Ledger"),
            ("Ru-Main, 08.12.2021", "Ru-Main"),
            ("Источник: ТАСС", "ТАСС"),
            ("Source: The Ledger, https://ledger.example/a", "The Ledger"),
        ] {
            assert_eq!(read("a.txt", &format!("Talks end\n\n{BODY}\n\n{line}")).0.as_deref(), Some(outlet), "{line}");
        }
    }

    #[test]
    fn a_line_above_the_text_names_outlet_and_date() {
        for line in [
            "December 7, 2021 | Harbour Wire",
            "Harbour Wire | Tuesday, December 7, 2021",
            "Harbour Wire\n\nPosted on December 7, 2021",
        ] {
            let read = read("a.txt", &format!("Talks end\n\n{line}\n\n{BODY}"));
            assert_eq!(read, (Some("Harbour Wire".into()), Some("2021-12-07".into())), "{line}");
        }
    }

    #[test]
    fn a_dateline_names_agency_and_date() {
        let russian = read("a.txt", &format!("Итоги\n\nМОСКВА, 7 декабря 2021. /ТАСС/. {BODY}"));
        assert_eq!(russian, (Some("ТАСС".into()), Some("2021-12-07".into())));
        let read = read("a.txt", &format!("Talks end\n\nMOSCOW, December 7, 2021 (Harbour Wire) - {BODY}"));
        assert_eq!(read, (Some("Harbour Wire".into()), Some("2021-12-07".into())));
    }

    #[test]
    fn the_servers_of_states_and_agencies_have_names() {
        assert_eq!(super::of_host("en.kremlin.ru"), "Kremlin");
        assert_eq!(super::of_host("notkremlin.ru"), "notkremlin.ru");
    }

    #[test]
    fn credits_of_pictures_and_notes_of_changes_name_no_outlet() {
        for line in ["© Harbour Wire / Pool", "© Harbour Wire", "Updated: Sat 8:31 PM, Feb 17, 2018"] {
            assert_eq!(read("a.txt", &format!("Talks end without a deal\n\n{BODY}\n\n{line}")).0, None, "{line}");
        }
    }

    #[test]
    fn an_author_is_not_taken_for_the_outlet() {
        for line in ["Jane Doe | The Ledger", "By Jane Doe | The Ledger", "Von Anna Schmidt | The Ledger"] {
            assert_eq!(
                read("a.txt", &format!("Talks end without a deal\n\n{line}\n\n{BODY}")).0.as_deref(),
                Some("The Ledger"),
                "{line}"
            );
        }
    }
}
