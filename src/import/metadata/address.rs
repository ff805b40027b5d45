//! The article's own web address, as it is written in the file. It is copied and never fetched.
//!
//! Only `http` and `https`. Of an address among many (a list of references) none is taken.

use super::super::draft::Draft;
use super::super::lines;
use crate::model::ParagraphKind;

/// A longer address (bytes) is a program's, not an article's.
const LONGEST: usize = 2_000;
/// How far from the top and from the end of a text (blocks) its address stands.
const ENDS: usize = 8;
/// What stands before an article's own address, in small letters.
const ADDRESS_FOLLOWS: &[&str] = &[
    "url:",
    "link:",
    "source:",
    "original:",
    "original article:",
    "web:",
    "источник:",
    "ссылка:",
    "оригинал:",
    "адрес:",
    "джерело:",
    "посилання:",
    "quelle:",
    "lien :",
    "lien:",
    "source :",
];

/// A web address that can be shown and opened; `None` for other schemes, addresses inside the reader's own network
/// and anything that is not one.
pub(in crate::import) fn sound(text: &str) -> Option<String> {
    let address = text.trim();
    let host = after_scheme(address)?.split(['/', '?', '#']).next()?;
    let odd = |letter: char| letter.is_control() || letter.is_whitespace() || "<>\"`\\".contains(letter);
    let named = host.split(':').next()?.trim_matches('.').contains('.') && !host.contains('@');
    (address.len() <= LONGEST && named && !address.contains(odd)).then(|| address.to_owned())
}

fn after_scheme(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)).then_some(rest)
}

/// An address as a page gives it: whole, or from the root of the server that `base` names.
pub(in crate::import) fn resolved(text: &str, base: Option<&str>) -> Option<String> {
    let text = text.trim();
    if !text.starts_with('/') {
        return sound(text);
    }
    let base = sound(base?)?;
    let (scheme, rest) = base.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let whole = match text.strip_prefix("//") {
        Some(text) => format!("{scheme}://{text}"),
        None => format!("{scheme}://{host}{text}"),
    };
    sound(&whole)
}

/// Of several addresses the first that names a page; one of a whole site only if there is no other.
pub(in crate::import) fn best(addresses: impl IntoIterator<Item = String>) -> Option<String> {
    let mut home = None;
    for address in addresses {
        let path = after_scheme(&address).and_then(|rest| Some(rest.split_once(['/', '?'])?.1)).unwrap_or_default();
        if !path.is_empty() {
            return Some(address);
        }
        home = home.or(Some(address));
    }
    home
}

/// A line "URL: https://…", else a line that is just an address, near the top, or alone near the end.
pub(super) fn of_lines(draft: &Draft) -> Option<String> {
    let count = draft.blocks.len();
    let is_near = |index: &usize| *index < ENDS || *index + ENDS >= count;
    let shown = |index: &usize| draft.blocks[*index].kind != ParagraphKind::Clutter;
    let holds = |index: &usize| memchr::memmem::find(draft.block_text(*index).as_bytes(), b"://").is_some();
    let near: Vec<usize> = (0..count).filter(is_near).filter(shown).filter(holds).collect();
    let near = || near.iter().copied();
    let said = near().find_map(|index| after_words(draft.block_text(index)));
    let bare = |index: usize| sound(draft.block_text(index));
    let (mut top, mut end) = (near().filter(|index| *index < ENDS).filter_map(bare), near().filter_map(bare));
    said.or_else(|| Some(top.next()?).filter(|_| top.next().is_none()))
        .or_else(|| Some(end.next()?).filter(|_| end.next().is_none()))
}

fn after_words(line: &str) -> Option<String> {
    let line = Some(lines::without_bullet(line)).filter(|line| line.len() <= LONGEST + 100)?;
    let lower = line.to_lowercase();
    ADDRESS_FOLLOWS.iter().find(|words| lower.starts_with(**words))?;
    let start = line.find("http")?;
    let address = line[start..].split_whitespace().next()?;
    sound(address.trim_end_matches(|mark: char| ",;.)>]".contains(mark)))
}

#[cfg(test)]
mod tests {
    use super::super::super::article;
    use super::*;

    const BODY: &str = "Putin told Biden that the talks, which took two hours, had been frank and businesslike, the Kremlin said, \
        after which the two of them agreed to talk again.";

    fn read(text: &str) -> Option<String> {
        article("a.txt", text.as_bytes()).unwrap().address
    }

    #[test]
    fn a_line_with_an_address_is_the_articles_own() {
        for line in [
            "URL: https://ledger.example/a?b=1",
            "Source: https://ledger.example/a?b=1",
            "Source: The Ledger, https://ledger.example/a?b=1.",
            "Источник: https://ledger.example/a?b=1",
            "https://ledger.example/a?b=1",
        ] {
            let wanted = Some("https://ledger.example/a?b=1".to_owned());
            assert_eq!(read(&format!("Talks end\n\n{line}\n\n{BODY}")), wanted, "{line}");
            assert_eq!(read(&format!("Talks end\n\n{BODY}\n\n{line}\n")), wanted, "{line}");
        }
    }

    #[test]
    fn an_address_in_the_prose_or_among_others_is_not() {
        assert_eq!(read(&format!("Talks end\n\n{BODY} See https://ledger.example/a for more.")), None);
        assert_eq!(read(&format!("Talks end\n\n{BODY}\n\nhttps://a.example/1\nhttps://b.example/2\n")), None);
    }

    #[test]
    fn only_web_addresses_of_a_sane_length_are_sound() {
        for wrong in [
            "ftp://a.example/b",
            "javascript://a.example/%0aalert(1)",
            "file:///etc/passwd",
            "https://localhost/a",
            "https://reader:word@a.example/",
            "https://a.example/\u{7}",
            "https://a.example/two words",
            "a.example/b",
        ] {
            assert_eq!(sound(wrong), None, "{wrong}");
        }
        let long = |length: usize| format!("https://a.example/{}", "a".repeat(length));
        assert!(sound(&long(1_900)).is_some() && sound(&long(2_000)).is_none());
    }

    #[test]
    fn a_relative_address_needs_a_base() {
        assert_eq!(resolved("/a", Some("https://l.example/x/y?z")).as_deref(), Some("https://l.example/a"));
        assert_eq!(resolved("//m.example/a", Some("http://l.example")).as_deref(), Some("http://m.example/a"));
        assert_eq!((resolved("/a", None), resolved("a.html", Some("https://l.example"))), (None, None));
    }

    #[test]
    fn an_address_of_a_page_goes_before_that_of_a_site() {
        let best = |addresses: [&str; 2]| best(addresses.map(str::to_owned));
        assert_eq!(best(["https://l.example/", "https://l.example/a"]).as_deref(), Some("https://l.example/a"));
        assert_eq!(best(["https://l.example", "https://m.example/"]).as_deref(), Some("https://l.example"));
    }
}
