//! What office files and books say of themselves: Dublin Core in XML, spelt alike in all of them.

use super::draft::Facts;
use super::xml::{Event, Reader};
use super::{ImportError, lines, metadata, xml};
use crate::model::{Date, Language};

/// What programs write where nobody gave a title, in small letters.
const NO_TITLES: &[&str] = &["document", "microsoft word", "unknown", "unknown title", "untitled"];

/// What others than its author did for a book, by their codes.
const OTHER_ROLES: &[&str] = &["bkp", "edt", "ill", "pht", "trl"];

/// What was said; empty where nothing was.
#[derive(Debug, Default)]
pub(super) struct Properties {
    title: String,
    publisher: String,
    /// Who wrote it; several with semicolons between.
    creators: String,
    /// Of an OpenDocument text, where the other is who saved it last.
    initial_creator: String,
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
                Event::Open(element) if OTHER_ROLES.contains(&element.attribute("role").as_str()) => reader.skip()?,
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
            "creator" if !value.is_empty() => {
                self.creators.push_str(if self.creators.is_empty() { "" } else { "; " });
                self.creators.push_str(value);
            }
            "initial-creator" => self.initial_creator = value.to_owned(),
            "language" => self.language = self.language.or_else(|| Language::from_tag(value)),
            "date" => self.date = self.date.or_else(date),
            "created" | "creation-date" => self.created = self.created.or_else(date),
            _ => {}
        }
    }

    /// Of an office file: its dates and its creator tell when and by whom it was typed, not written and published.
    pub fn of_document(mut self) -> Facts {
        let creator = if self.initial_creator.is_empty() { &self.creators } else { &self.initial_creator };
        let creator = Some(creator.clone()).filter(|creator| !creator.is_empty());
        self.creators.clear();
        Facts { date: None, created: self.created.or(self.date), creator, ..self.of_book() }
    }

    pub fn of_book(self) -> Facts {
        let said = |value: String| (!value.is_empty()).then_some(value);
        Facts {
            headline: said(self.title),
            outlet: said(self.publisher),
            author: said(self.creators),
            date: self.date,
            language: self.language,
            created: self.created,
            ..Facts::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(inner: &str) -> Properties {
        Properties::read(format!("<metadata>{inner}</metadata>").as_bytes()).unwrap()
    }

    #[test]
    fn a_book_is_by_its_authors_and_not_by_its_translator() {
        let inner = "<dc:creator opf:role='aut'>Jane Doe</dc:creator><dc:creator opf:role='trl'>Max Moe</dc:creator>\
                     <dc:creator>John Roe</dc:creator>";
        assert_eq!(read(inner).of_book().author.as_deref(), Some("Jane Doe; John Roe"));
    }

    #[test]
    fn who_typed_a_document_is_its_author_only_at_last() {
        let inner = "<dc:creator>Max Moe</dc:creator><meta:initial-creator>Jane Doe</meta:initial-creator>";
        let facts = read(inner).of_document();
        assert_eq!((facts.author, facts.creator.as_deref()), (None, Some("Jane Doe")));
        assert_eq!(read("<dc:creator/>").of_document().creator, None);
    }
}
