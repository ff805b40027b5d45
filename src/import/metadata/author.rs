//! Who wrote the article: from its byline, or from what its file says of itself.
//!
//! No author rather than a wrong one: a line must name persons, by first and last name. Staff bylines ("By our staff",
//! "Reuters Staff") name nobody, and neither do the names of accounts ("admin").

use super::super::draft::{Block, Draft};
use super::super::lines;
use super::date_in;
use super::words::{self, is_medium};
use crate::model::ParagraphKind;

/// Characters of the longest byline, and of the longest list of names in a file's own fields.
const LONGEST_LINE: usize = 160;
const LONGEST_FIELD: usize = 200;
/// Where bylines stand: this near to the top or the end (blocks).
const NEAR_TOP: usize = 8;
const NEAR_END: usize = 6;
/// Words of a name at most: "Juan Carlos de la Cruz Moreno".
const LONGEST_NAME: usize = 6;

/// Names in a field of the file: persons, or where there are none an agency. `None` for addresses, accounts and staff.
/// `outlet` is no author of its own articles.
pub(in crate::import) fn stated(field: &str, outlet: Option<&str>) -> Option<String> {
    let field = Some(lines::joined(field)).filter(|field| lines::is_short(field, LONGEST_FIELD))?;
    let field = field.split(['<', '(', '[']).next()?.trim();
    let names = words::after_byline(field).unwrap_or(field);
    let foreign = names.contains("://") || names.contains("www.") || names.contains('@') || names.starts_with('{');
    if foreign {
        return None;
    }
    let (persons, others): (Vec<String>, Vec<String>) = parts(names).into_iter().partition(|name| is_person(name));
    let persons: Vec<String> = persons.into_iter().filter(|name| !is_same(name, outlet)).collect();
    if persons.is_empty() && others.iter().all(|name| is_name(name) && !is_same(name, outlet)) {
        return listed(others);
    }
    listed(persons)
}

/// Whether it can be the name of somebody who is no person by its letters: an agency, a writer with one name only.
fn is_name(name: &str) -> bool {
    let count = lines::words(name);
    let small = |word: &str| word.starts_with(char::is_lowercase) && !words::is_particle(word) && word != "of";
    let domain = count == 1 && name.contains('.') && !name.ends_with('.');
    count > 0
        && count <= LONGEST_NAME
        && !domain
        && !name.split(' ').any(small)
        && !name.contains(|letter: char| letter.is_ascii_digit() || "_/=:".contains(letter))
        && !words::is_nobody(&name.to_lowercase())
}

/// Persons in a field where programs write whoever sat at the keyboard.
pub(in crate::import) fn person(field: &str) -> Option<String> {
    let named: Vec<String> =
        stated(field, None)?.split(", ").filter(|name| is_person(name)).map(str::to_owned).collect();
    listed(named)
}

/// Persons in what a page shows as its byline, with bars between its pieces.
pub(in crate::import) fn shown(text: &str) -> Option<String> {
    let text = Some(text.trim_matches(['|', ' '])).filter(|text| lines::is_short(text, LONGEST_LINE))?;
    persons(words::after_byline(text).unwrap_or(text))
}

/// Whether a name is the outlet's: the same in other letters, that of its site, or a part of it ("Sky" of "Sky News").
pub(super) fn is_same(name: &str, outlet: Option<&str>) -> bool {
    let Some(outlet) = outlet.map(str::to_lowercase) else { return false };
    let bare = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let name_bare = bare(name.to_lowercase().trim_start_matches("the "));
    let site = outlet.trim_start_matches("the ").trim_start_matches("www.");
    let host = site.rsplit_once('.').map_or(site, |(host, _)| host);
    let words: Vec<&str> = outlet.split(|letter: char| !letter.is_alphanumeric()).collect();
    let part = !is_person(name) && name.to_lowercase().split(' ').all(|word| words.contains(&word));
    part || bare(site) == name_bare || bare(host) == name_bare
}

fn listed(names: Vec<String>) -> Option<String> {
    let mut once: Vec<String> = Vec::new();
    for name in names {
        if !once.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
            once.push(name);
        }
    }
    (!once.is_empty()).then(|| once.join(", "))
}

/// "Jane Doe, John Roe and Max Moe" as names.
fn parts(names: &str) -> Vec<String> {
    let mut names = names.to_owned();
    for word in words::AND {
        names = names.replace(word, ",");
    }
    // "Jane Doe. Harbour Wire": a full stop after a name that is no initial and no "Jr."
    let stop = names
        .match_indices(". ")
        .map(|(at, _)| at)
        .find(|at| names[..*at].chars().rev().take_while(|letter| letter.is_alphabetic()).count() > 3);
    if let Some(stop) = stop {
        names.replace_range(stop..stop + 1, ",");
    }
    let trimmed = |part: &str| {
        let part = part.trim_matches(|mark: char| mark.is_whitespace() || ".,;:-–—·•*\"“”".contains(mark));
        let initial = part.chars().rev().nth(1).is_none_or(char::is_whitespace);
        if initial { format!("{part}.") } else { part.to_owned() }
    };
    names.split([',', ';', '|', '•', '·']).map(trimmed).filter(|part| lines::words(part) > 0).collect()
}

/// The persons that a text begins with; what follows them (a role, a place, an outlet, a date) ends the list.
fn persons(text: &str) -> Option<String> {
    let day = date_in(text).map_or(text.len(), |(range, _)| range.start);
    let digit = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(text.len());
    let text = &text[..day.min(digit)];
    let text = text.split(['(', '[', '<']).next()?;
    let text = text.split(" - ").next()?.split(" – ").next()?.split(" — ").next()?;
    let names = parts(text).into_iter().map(|part| words::name_alone(&part).to_owned());
    listed(names.take_while(|name| is_person(name)).collect())
}

/// "Jane Doe", "J. R. Doe", "Ursula von der Leyen", "Иван Петров": capitals, and no word that only others are called by.
pub(super) fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let inner = |word: &&str| words::is_particle(word);
    let lower = name.to_lowercase();
    (2..=LONGEST_NAME).contains(&words.len())
        && words.iter().filter(|word| !inner(word)).all(|word| is_name_word(word))
        && words.first().is_some_and(|word| !inner(word))
        && words.last().is_some_and(|word| is_name_word(word) && word.trim_end_matches('.').chars().count() > 1)
        && words.iter().filter(|word| !inner(word)).count() <= 4
        && !is_medium(&lower)
        && !words::is_nobody(&lower)
}

/// A word with a capital first, as names have; two words that a page has run together are none.
fn is_name_word(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let sound = letters.all(|letter| letter.is_alphabetic() || "'’.-\u{2011}".contains(letter));
    let run_together = word
        .as_bytes()
        .windows(3)
        .any(|three| three[0].is_ascii_lowercase() && three[1].is_ascii_uppercase() && three[2].is_ascii_uppercase());
    let lower = word.trim_end_matches('.').to_lowercase();
    first && sound && !run_together && !words::is_no_name(&lower)
}

/// Whether a line begins as bylines do and names somebody.
pub(super) fn is_byline(line: &str) -> bool {
    words::after_byline(line).is_some_and(|names| persons(names).is_some())
}

/// The byline above or below the text, among the [`near_lines`].
pub(super) fn of_lines(lines: &[String]) -> Option<String> {
    let byline = lines.iter().find_map(|line| persons(words::after_byline(line)?));
    let before_bar = || lines.iter().find_map(|line| Some(beside_outlet(line)?.0));
    let credit = || lines.iter().find_map(|line| persons(words::after_credit(line)?));
    byline.or_else(before_bar).or_else(credit)
}

/// Lines about the article, and short ones near its top and end that may be one.
pub(super) fn near_lines(draft: &Draft) -> Vec<String> {
    let count = draft.blocks.len();
    let is_near = |index: usize| index < NEAR_TOP || index + NEAR_END >= count;
    let may_say = |(index, block): &(usize, &Block)| match block.kind {
        ParagraphKind::Meta => true,
        ParagraphKind::Body | ParagraphKind::ListItem | ParagraphKind::Heading => is_near(*index),
        ParagraphKind::Headline | ParagraphKind::Quote | ParagraphKind::Clutter => false,
    };
    let texts = draft.blocks.iter().enumerate().filter(may_say).map(|(index, _)| draft.block_text(index));
    let short = texts.filter(|text| lines::is_short(text, LONGEST_LINE));
    short.map(|text| lines::joined(lines::without_bullet(text))).collect()
}

/// "Jane Doe | The Ledger": author and outlet. Not "Harbour Wire | World".
pub(super) fn beside_outlet(line: &str) -> Option<(String, &str)> {
    let (names, outlet) = line.split_once('|')?;
    let outlet = outlet.split('|').next()?.trim();
    let lower = outlet.to_lowercase();
    let names = names.trim();
    let names = persons(words::after_byline(names).unwrap_or(names))?;
    ((lower.starts_with("the ") || is_medium(&lower)) && date_in(outlet).is_none()).then_some((names, outlet))
}

#[cfg(test)]
mod tests {
    use super::super::super::article;
    use super::*;

    const BODY: &str = "Putin told Biden that the talks, which took two hours, had been frank and businesslike, the Kremlin said, \
        after which the two of them agreed to talk again.";

    fn above(line: &str) -> Option<String> {
        article("a.txt", format!("Talks end without a deal\n\n{line}\n\n{BODY}\n\n{BODY}").as_bytes()).unwrap().author
    }

    #[test]
    fn a_byline_names_its_authors() {
        for (line, author) in [
            ("By Jane Doe", "Jane Doe"),
            ("BY JANE DOE", "JANE DOE"),
            ("By Jane Doe and John Roe", "Jane Doe, John Roe"),
            ("By Jane Doe, John Roe & Max O’Moe", "Jane Doe, John Roe, Max O’Moe"),
            ("By Jane Doe, Moscow correspondent", "Jane Doe"),
            ("By Jane Doe, Chief Diplomatic Correspondent", "Jane Doe"),
            ("By Jane Doe in Kyiv and John Roe in Moscow", "Jane Doe, John Roe"),
            ("By Jane Doe, New York", "Jane Doe"),
            ("By Jane Doe | December 7, 2021", "Jane Doe"),
            ("By Jane Doe on Tuesday, December 7, 2021 at 11:04 a.m.", "Jane Doe"),
            ("By Jane Doe December 7, 2021", "Jane Doe"),
            ("By Jane Doe Updated 10:31 GMT", "Jane Doe"),
            ("By J. R. Doe - The Ledger", "J. R. Doe"),
            ("Jane Doe | The Ledger", "Jane Doe"),
            ("Автор: Иван Петров", "Иван Петров"),
            ("Текст: Иван Петров, Анна Смирнова", "Иван Петров, Анна Смирнова"),
            ("Авторы: Иван Петров и Анна Смирнова", "Иван Петров, Анна Смирнова"),
            ("Автори: Олена Шевченко та Іван Бойко", "Олена Шевченко, Іван Бойко"),
            ("Von Anna Schmidt und Jörg von der Heide", "Anna Schmidt, Jörg von der Heide"),
            ("Von Anna Schmidt, Moskau", "Anna Schmidt"),
            ("Par Jean-Luc Dupont et Anne Le Goff", "Jean-Luc Dupont, Anne Le Goff"),
            ("Par Jean Dupont (à Moscou)", "Jean Dupont"),
        ] {
            assert_eq!(above(line).as_deref(), Some(author), "{line}");
        }
    }

    #[test]
    fn a_line_that_names_no_person_names_no_author() {
        for line in [
            "By our diplomatic staff | The Ledger",
            "By Reuters Staff",
            "By The Numbers",
            "By the editorial board",
            "By December 7, 2021",
            "By Harbour Wire",
            "Harbour Wire | World news",
            "Harbour Wire | Tuesday, December 7, 2021",
            "Автор: редакция",
            "Текст: ТАСС",
            "Текст: переговоры в Женеве",
            "Von unserer Redaktion",
            "Par la rédaction",
            "Photo by Jane Doe",
            "Translated by Jane Doe",
        ] {
            assert_eq!(above(line), None, "{line}");
        }
    }

    #[test]
    fn prose_is_no_byline() {
        let text =
            format!("Talks end\n\nBy Tuesday Jane Doe had left.\n\n{BODY}\n\nVon Anna Schmidt kam keine Antwort.");
        assert_eq!(article("a.txt", text.as_bytes()).unwrap().author, None);
    }

    #[test]
    fn a_credit_below_the_text_names_the_author() {
        for (line, author) in [
            ("Story by Olga Koren", Some("Olga Koren")),
            ("(Reporting by Jane Doe in Moscow; Editing by John Roe)", Some("Jane Doe")),
            ("Translation by Olga Koren", None),
        ] {
            let text = format!("Talks end\n\n{BODY}\n\n{line}\n");
            assert_eq!(article("a.txt", text.as_bytes()).unwrap().author.as_deref(), author, "{line}");
        }
    }

    #[test]
    fn fields_of_files_are_believed_unless_they_name_nobody() {
        let stated = |field: &str| super::stated(field, Some("The Ledger"));
        assert_eq!(stated("by Jane Doe; John Roe").as_deref(), Some("Jane Doe, John Roe"));
        assert_eq!(stated("Jane Doe, The Ledger").as_deref(), Some("Jane Doe"));
        assert_eq!(stated("Jane Doe <jane@ledger.example>").as_deref(), Some("Jane Doe"));
        assert_eq!(stated("Jane Doe, Harbour Wire").as_deref(), Some("Jane Doe"));
        assert_eq!(stated("J. R. Roe Jr. and Jane Poell. Harbour Wire").as_deref(), Some("J. R. Roe Jr, Jane Poell"));
        assert_eq!((stated("AFP").as_deref(), super::stated("Sky", Some("Sky News"))), (Some("AFP"), None));
        assert_eq!(stated("Analysis by Jane Doe").as_deref(), Some("Jane Doe"));
        for nobody in [
            "admin",
            "Administrator",
            "Microsoft Office User",
            "user",
            "jdoe",
            "jdoe@ledger.example",
            "ledger",
            "https://www.facebook.com/ledger",
            "Ledger Staff",
            "web_editor",
            "Редакция",
            "ledger.example",
            "Пользователь",
            "the two defence ministries",
            "",
        ] {
            assert_eq!(stated(nobody), None, "{nobody}");
        }
        assert_eq!((person("Jane Doe").as_deref(), person("Jane"), person("AFP")), (Some("Jane Doe"), None, None));
    }
}
