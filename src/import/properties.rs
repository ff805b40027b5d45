//! What office files and books say of themselves: Dublin Core in XML, spelt alike in all of them.

use super::draft::Facts;
use super::xml::{Event, Reader};
use super::{ImportError, lines, metadata, xml};
use crate::model::{Date, Language};

/// What programs write where nobody gave a title, in small letters.
const NO_TITLES: &[&str] = &["document", "microsoft word", "unknown", "unknown title", "untitled"];

/// What was said; empty where nothing was.
#[derive(Debug, Default)]
pub(super) struct Properties {
    title: String,
    publisher: String,
    language: Option<Language>,
    /// Day of publication: books have one. Of office files it is the last day they were saved.
    date: Option<Date>,
    created: Option<Date>,
}

impl Properties {
    /// Reads `docProps/core.xml`, `meta.xml` or an OPF package. The first of equal names counts.
    pub fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let text = xml::decode(bytes)?;
        let mut reader = Reader::new(&text);
        let mut found = Self::default();
        let mut name = String::new();
        let mut value = String::new();
        while let Some(event) = reader.next()? {
            match event {
                Event::Open(element) if element.attribute("event") == "modification" => reader.skip()?,
                Event::Open(element) => {
                    name = element.name();
                    value.clear();
                }
                Event::Text(text) => value.push_str(&text),
                Event::Close(closed) if closed == name => found.set(&name, &lines::joined(&value)),
                Event::Close(_) => {}
            }
        }
        Ok(found)
    }

    fn set(&mut self, name: &str, value: &str) {
        let date = || metadata::iso_date(value).map(|(_, date)| date);
        match name {
            "title" if self.title.is_empty() && !NO_TITLES.contains(&value.to_lowercase().as_str()) => {
                self.title = value.to_owned()
            }
            "publisher" if self.publisher.is_empty() => self.publisher = value.to_owned(),
            "language" => self.language = self.language.or_else(|| Language::from_tag(value)),
            "date" => self.date = self.date.or_else(date),
            "created" | "creation-date" => self.created = self.created.or_else(date),
            _ => {}
        }
    }

    /// Of an office file: its dates tell when it was typed, not when its text was published.
    pub fn of_document(self) -> Facts {
        Facts { date: None, created: self.created.or(self.date), ..self.of_book() }
    }

    pub fn of_book(self) -> Facts {
        let said = |value: String| (!value.is_empty()).then_some(value);
        Facts {
            headline: said(self.title),
            outlet: said(self.publisher),
            date: self.date,
            language: self.language,
            created: self.created,
            ..Facts::default()
        }
    }
}
