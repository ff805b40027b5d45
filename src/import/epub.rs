//! Books (.epub): their chapters in reading order, each a web page of nothing but text.
//!
//! Left out: the table of contents, chapters outside of the reading order, pictures.

use super::builder::settle_headline;
use super::container::Container;
use super::draft::Draft;
use super::properties::Properties;
use super::xml::{Event, Reader};
use super::{ImportError, encoding, html, xml};
use std::collections::{BTreeMap, BTreeSet};

const KIND: &str = "EPUB book";

pub(super) fn draft(bytes: &[u8]) -> Result<Draft, ImportError> {
    let mut container = Container::open(bytes, KIND)?;
    let package = package(&mut container)?;
    let folder = package.rsplit_once('/').map_or("", |(folder, _)| folder);
    let opf = container.needed(&package, KIND)?;
    let locked = locked(&mut container)?;
    let mut draft = Draft::default();
    let mut seen = BTreeSet::new();
    let mut missing = 0_usize;
    for name in chapters(&opf)?.iter().map(|href| resolved(folder, href)) {
        // Books scramble their fonts and list that as well; only locked chapters are a matter of a key.
        if locked.contains(&name) {
            return Err(ImportError::Encrypted);
        }
        if !seen.insert(name.clone()) {
            continue;
        }
        match container.entry(&name)? {
            Some(chapter) => add(&mut draft, &chapter),
            None => missing += 1,
        }
    }
    if missing > 0 {
        draft.warnings.push(format!("{missing} of the chapters are missing in the file"));
    }
    draft.facts = Properties::read(&opf)?.of_book();
    settle_headline(&mut draft);
    Ok(draft)
}

/// Adds a chapter. One that cannot be read costs itself only.
fn add(draft: &mut Draft, bytes: &[u8]) {
    match encoding::decode(bytes, true) {
        Ok(decoded) => {
            draft.append(html::chapter(decoded.text));
            draft.warnings.extend(decoded.warning);
        }
        Err(error) => draft.warnings.push(format!("a chapter {error}")),
    }
}

/// The file that lists the book's chapters.
fn package(container: &mut Container<'_>) -> Result<String, ImportError> {
    let text = xml::decode(&container.needed("META-INF/container.xml", KIND)?)?;
    let mut reader = Reader::new(&text);
    while let Some(event) = reader.next()? {
        if let Event::Open(element) = event
            && element.name() == "rootfile"
        {
            return Ok(element.attribute("full-path"));
        }
    }
    Err(ImportError::Wrong { kind: KIND, why: "it lists no chapters".into() })
}

/// The entries that take a key to read.
fn locked(container: &mut Container<'_>) -> Result<BTreeSet<String>, ImportError> {
    let text = xml::decode(&container.entry("META-INF/encryption.xml")?.unwrap_or_default())?;
    let mut reader = Reader::new(&text);
    let mut locked = BTreeSet::new();
    while let Some(event) = reader.next()? {
        if let Event::Open(element) = event
            && element.name() == "CipherReference"
        {
            locked.insert(resolved("", &element.attribute("URI")));
        }
    }
    Ok(locked)
}

/// Addresses of the chapters in reading order.
fn chapters(opf: &[u8]) -> Result<Vec<String>, ImportError> {
    let text = xml::decode(opf)?;
    let mut reader = Reader::new(&text);
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    while let Some(event) = reader.next()? {
        let Event::Open(element) = event else { continue };
        match element.name().as_str() {
            "item" if !element.attribute("properties").split(' ').any(|property| property == "nav") => {
                files.insert(element.attribute("id"), element.attribute("href"));
            }
            "itemref" if element.attribute("linear") != "no" => order.push(element.attribute("idref")),
            _ => {}
        }
    }
    Ok(order.iter().filter_map(|id| files.get(id).cloned()).collect())
}

/// An address in the package as the name of an entry: `%20` decoded, `..` followed.
fn resolved(folder: &str, href: &str) -> String {
    let path = href.split('#').next().unwrap_or(href);
    let mut decoded = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = (*first == b'%').then(|| tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok())).flatten();
        let byte = hex.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        decoded.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    let decoded = String::from_utf8_lossy(&decoded);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(decoded.split('/')) {
        match part {
            ".." => drop(parts.pop()),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::super::container::packed;
    use super::super::{article, check};
    use super::*;

    const BODY: &str = "Putin told Biden that the talks, which took two hours, had been frank and businesslike.";

    fn book(extra: &[(&str, &str)]) -> Vec<u8> {
        let chapter = |title: &str| {
            format!(
                "<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{BODY}</p><p>{BODY}</p></body></html>"
            )
        };
        let (one, two) = (chapter("The call"), chapter("The week after"));
        let mut entries = vec![
            (
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>",
            ),
            (
                "OPS/book.opf",
                "<package><metadata><dc:title>Two hours</dc:title><dc:publisher>Quay Press</dc:publisher><dc:date>2022-01-09</dc:date>\
                 <dc:language>en</dc:language></metadata><manifest><item id='b' href='text/two%20more.xhtml'/><item id='a' href='../one.xhtml'/>\
                 <item id='n' href='nav.xhtml' properties='nav'/></manifest><spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/>\
                 <itemref idref='a'/></spine></package>",
            ),
            ("one.xhtml", one.as_str()),
            ("OPS/text/two more.xhtml", two.as_str()),
        ];
        entries.extend_from_slice(extra);
        packed(&entries)
    }

    #[test]
    fn chapters_come_in_reading_order_under_the_books_title() {
        let article = article("a.epub", &book(&[])).unwrap();
        check(&article);
        assert_eq!(article.text, format!("The call\n\n{BODY}\n\n{BODY}\n\nThe week after\n\n{BODY}\n\n{BODY}"));
        assert_eq!((article.headline.as_str(), article.outlet.as_deref()), ("Two hours", Some("Quay Press")));
        assert_eq!(article.date.unwrap().to_string(), "2022-01-09");
    }

    #[test]
    fn scrambled_fonts_do_not_matter_and_locked_chapters_do() {
        let key = |name: &str| format!("<encryption><CipherReference URI='{name}'/></encryption>");
        assert!(article("a.epub", &book(&[("META-INF/encryption.xml", &key("OPS/font.otf"))])).is_ok());
        let locked = article("a.epub", &book(&[("META-INF/encryption.xml", &key("one.xhtml"))]));
        assert_eq!(locked.unwrap_err(), ImportError::Encrypted);
    }

    #[test]
    fn addresses_cannot_leave_the_book() {
        assert_eq!(resolved("OPS", "../../../etc/passwd"), "etc/passwd");
        assert_eq!(resolved("", "a%2fb%zz%4"), "a/b%zz%4");
    }
}
