//! OpenDocument texts (.odt): the visible text with headings, lists and tables, notes at the end.
//!
//! White space counts as in HTML: a run of it is one space, wider gaps have elements of their own. Left out: struck
//! text, comments, headers and footers, pictures, the numbers of lists and notes.

use super::builder::{Builder, settle_headline};
use super::container::Container;
use super::docx::kind_of_style;
use super::draft::Draft;
use super::properties::Properties;
use super::xml::{Element, Event, Reader};
use super::{ImportError, xml};
use crate::model::ParagraphKind::{Body, Heading, ListItem};
use std::collections::BTreeMap;

const KIND: &str = "OpenDocument text";
/// Spaces that one element stands for at most.
const MOST_SPACES: usize = 100;

/// Elements that hold no visible text of the document. `tracked-changes` holds what was struck.
const SKIPPED: &[&str] = &[
    "annotation",
    "covered-table-cell",
    "desc",
    "event-listeners",
    "forms",
    "note-citation",
    "object",
    "ruby-text",
    "title",
    "tracked-changes",
];

pub(super) fn draft(bytes: &[u8]) -> Result<Draft, ImportError> {
    let mut container = Container::open(bytes, KIND)?;
    if is_encrypted(&mut container)? {
        return Err(ImportError::Protected);
    }
    let content = container.needed("content.xml", KIND)?;
    let text = xml::decode(&content)?;
    let mut document = Document::default();
    let mut reader = Reader::new(&text);
    while let Some(event) = reader.next()? {
        match event {
            Event::Open(element) if SKIPPED.contains(&element.name().as_str()) => reader.skip()?,
            Event::Open(element) => document.open(&element),
            Event::Close(name) => document.close(&name),
            Event::Text(text) => document.text(&text),
        }
    }
    let mut draft = document.builder.finish();
    if let Some(properties) = container.entry("meta.xml")? {
        draft.facts = Properties::read(&properties)?.of_document();
    }
    draft.note_damage(reader.damaged);
    settle_headline(&mut draft);
    Ok(draft)
}

/// The manifest says of each part how it is encrypted; new writers encrypt all parts as one.
fn is_encrypted(container: &mut Container<'_>) -> Result<bool, ImportError> {
    let manifest = container.entry("META-INF/manifest.xml")?.unwrap_or_default();
    Ok(memchr::memmem::find(&manifest, b"encryption-data").is_some())
}

#[derive(Default)]
struct Document {
    builder: Builder,
    /// Paragraphs and headings that are open around this point: text elsewhere is not shown.
    paragraphs: usize,
    lists: usize,
    /// Style that each automatic style stands on.
    parents: BTreeMap<String, String>,
}

impl Document {
    fn open(&mut self, element: &Element<'_>) {
        match element.name().as_str() {
            "style" => {
                self.parents.insert(element.attribute("name"), element.attribute("parent-style-name"));
            }
            "p" | "h" => self.open_paragraph(element),
            "list" => self.lists += 1,
            "s" => {
                let count = element.attribute("c").parse().unwrap_or(1_usize).min(MOST_SPACES);
                self.builder.text(&"\u{a0}".repeat(count.saturating_sub(1)));
                self.builder.text(" ");
            }
            "tab" => self.builder.text("\t"),
            "line-break" => self.builder.text("\n"),
            "table-cell" | "note-body" | "text-box" => self.builder.enter(),
            _ => {}
        }
    }

    fn open_paragraph(&mut self, element: &Element<'_>) {
        self.paragraphs += 1;
        let style = element.attribute("style-name");
        let style = self.parents.get(&style).filter(|parent| !parent.is_empty()).unwrap_or(&style);
        let kind = match kind_of_style(style) {
            Some(kind) => kind,
            None if element.name() == "h" => Heading,
            None if self.lists > 0 => ListItem,
            None => Body,
        };
        self.builder.open(kind);
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.paragraphs -= 1;
                self.builder.close();
            }
            "list" => self.lists -= 1,
            "table-cell" => {
                let paragraphs = self.builder.leave();
                self.builder.cell(paragraphs);
            }
            "table-row" => self.builder.end_row(),
            "note-body" => {
                let paragraphs = self.builder.leave();
                self.builder.note(paragraphs);
            }
            "text-box" => {
                let paragraphs = self.builder.leave();
                self.builder.below(paragraphs);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.paragraphs == 0 {
            return;
        }
        let mut spaced = self.builder.written().is_empty() || self.builder.written().ends_with([' ', '\n', '\t']);
        let mut plain = String::with_capacity(text.len());
        for letter in text.chars() {
            let space = matches!(letter, ' ' | '\t' | '\n' | '\r');
            if !(space && spaced) {
                plain.push(if space { ' ' } else { letter });
            }
            spaced = space;
        }
        self.builder.text(&plain);
    }
}

#[cfg(test)]
mod tests {
    use super::super::container::packed;
    use super::super::{article, check, shown};
    use super::*;
    use crate::model::ParagraphKind::{Headline, Quote};

    fn read(body: &str) -> Result<crate::model::Article, ImportError> {
        let content = format!(
            "<office:document-content><office:automatic-styles><style:style style:name='P1' style:parent-style-name='Quotations'/>\
             </office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        );
        article("a.odt", &packed(&[("content.xml", &content)]))
    }

    #[test]
    fn paragraphs_have_kinds_and_white_space_counts_once() {
        let article = read(
            "<text:p text:style-name='Title'>Talks\n   end</text:p><text:p>One <text:span> two</text:span><text:s text:c='2'/>three<text:tab/>\
             four.</text:p><text:list><text:list-item><text:p>Minsk</text:p></text:list-item></text:list>\
             <text:p text:style-name='P1'>Said he.</text:p>",
        )
        .unwrap();
        check(&article);
        let expected =
            [(Headline, "Talks end"), (Body, "One two\u{a0} three\tfour."), (ListItem, "Minsk"), (Quote, "Said he.")];
        assert_eq!(shown(&article), expected);
    }

    #[test]
    fn struck_text_and_comments_are_no_text_and_notes_come_last() {
        let article = read(
            "<text:tracked-changes><text:p>Struck</text:p></text:tracked-changes><text:p>They<text:note><text:note-citation>1\
             </text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> met<office:annotation><text:p>Why?\
             </text:p></office:annotation>.</text:p><text:p>They left.</text:p>",
        )
        .unwrap();
        assert_eq!(article.text, "They met.\n\nThey left.\n\nA note.");
    }

    #[test]
    fn an_encrypted_text_is_called_protected() {
        let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
        let bytes = packed(&[("META-INF/manifest.xml", manifest), ("content.xml", "\u{1}\u{2}")]);
        assert_eq!(article("a.odt", &bytes).unwrap_err().to_string(), "is protected by a password");
    }
}
