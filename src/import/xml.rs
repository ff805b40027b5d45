//! XML as office files hold it: elements open and close, text stands between. Names go without their prefix.
//!
//! Entities that the file declares itself are not expanded, so none can grow. A file that breaks off yields what
//! stands before the break. Left out: namespaces (the writers of these formats agree on prefixes), validation.

use super::{ImportError, encoding};
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart};
use std::borrow::Cow;

/// Elements inside each other at most: a table in a table in a text box in a list comes to about 60.
const DEEPEST: usize = 256;

/// The bytes of an XML file as text.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ImportError> {
    encoding::decode(bytes, false).map(|decoded| decoded.text).map_err(|_| ImportError::Damaged("its XML is no text"))
}

pub(super) enum Event<'a> {
    Open(Element<'a>),
    Close(String),
    Text(Cow<'a, str>),
}

pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    pub fn name(&self) -> String {
        self.0.local_name().into_inner().to_owned()
    }

    /// The value of the first attribute of this name; empty if there is none.
    pub fn attribute(&self, name: &str) -> String {
        let mut attributes = self.0.attributes();
        let mut sound = attributes.with_checks(false).flatten();
        let found = sound.find(|attribute| attribute.key.local_name().into_inner() == name);
        let value = found.and_then(|found| Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()));
        value.unwrap_or_default()
    }
}

/// Reads a text from front to back.
pub(super) struct Reader<'a> {
    inner: quick_xml::Reader<&'a [u8]>,
    depth: usize,
    /// Whether the text ended before its elements did, or broke the rules of XML.
    pub damaged: bool,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut inner = quick_xml::Reader::from_str(text);
        let config = inner.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { inner, depth: 0, damaged: false }
    }

    /// The next event; `None` at the end, also at an early one. Every element that opens closes, unless damaged.
    pub fn next(&mut self) -> Result<Option<Event<'a>>, ImportError> {
        use quick_xml::events::Event as Raw;
        // After a mistake the parser would go on, with elements that close and never opened.
        while !self.damaged {
            let event = match self.inner.read_event() {
                Ok(event) => event,
                Err(_) => {
                    self.damaged = true;
                    return Ok(None);
                }
            };
            match event {
                Raw::Start(_) if self.depth >= DEEPEST => return Err(ImportError::TooDeep),
                Raw::Start(element) => {
                    self.depth += 1;
                    return Ok(Some(Event::Open(Element(element))));
                }
                Raw::End(element) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Event::Close(element.local_name().into_inner().to_owned())));
                }
                Raw::Text(text) => return Ok(Some(Event::Text(text.xml10_content()))),
                Raw::CData(text) => return Ok(Some(Event::Text(text.xml10_content()))),
                Raw::GeneralRef(reference) => return Ok(Some(Event::Text(character(&reference).into()))),
                Raw::Eof => {
                    self.damaged |= self.depth > 0;
                    return Ok(None);
                }
                Raw::Empty(_) | Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) | Raw::DocType(_) => {}
            }
        }
        Ok(None)
    }

    /// Passes over the rest of the element that has just opened.
    pub fn skip(&mut self) -> Result<(), ImportError> {
        let outside = self.depth - 1;
        while self.depth > outside && self.next()?.is_some() {}
        Ok(())
    }
}

/// What `&amp;` or `&#8212;` stands for; a name that only this file knows stays as it is written.
fn character(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => character.to_string(),
        Ok(None) => match resolve_predefined_entity(reference.as_ref()) {
            Some(text) => text.to_owned(),
            None => format!("&{};", reference.as_ref() as &str),
        },
        Err(_) => "\u{FFFD}".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(text: &str) -> Result<(String, bool), ImportError> {
        let mut reader = Reader::new(text);
        let mut events = String::new();
        while let Some(event) = reader.next()? {
            match event {
                Event::Open(element) if element.name() == "skip" => reader.skip()?,
                Event::Open(element) => events += &format!("<{} {}>", element.name(), element.attribute("a")),
                Event::Close(name) => events += &format!("</{name}>"),
                Event::Text(text) => events += &text,
            }
        }
        Ok((events, reader.damaged))
    }

    #[test]
    fn elements_go_by_their_name_without_prefix() {
        let (found, damaged) =
            events("<?xml version='1.0'?><w:p b='x' w:a='1 &lt; 2'>A &amp; &#x41;<skip><p/>no</skip><![CDATA[<b>]]><w:t/></w:p>")
                .unwrap();
        assert_eq!(found, "<p 1 < 2>A & A<b><t ></t></p>");
        assert!(!damaged);
    }

    #[test]
    fn own_entities_are_not_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>";
        assert_eq!(events(bomb).unwrap().0, "<p >&b;</p>");
    }

    #[test]
    fn what_breaks_off_is_kept_and_noted() {
        assert_eq!(events("<a><b>text"), Ok(("<a ><b >text".into(), true)));
        assert_eq!(events("<a>text</b>"), Ok(("<a >text".into(), true)));
        assert_eq!(events("<a><skip></b></skip></a></list>after"), Ok(("<a >".into(), true)));
    }

    #[test]
    fn very_deep_elements_are_refused() {
        assert_eq!(events(&"<a>".repeat(100_000)), Err(ImportError::TooDeep));
        assert!(events(&format!("{}{}", "<a>".repeat(DEEPEST), "</a>".repeat(DEEPEST))).is_ok());
    }
}
