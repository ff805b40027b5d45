//! Word documents (.docx): the visible text with headings, lists and tables, notes at the end.
//!
//! What was struck with tracked changes is gone, what was inserted is text. Left out: headers and footers (they
//! repeat on every page), comments, pictures, the numbers of lists and notes.

use super::builder::{Builder, settle_headline};
use super::container::Container;
use super::draft::Draft;
use super::properties::Properties;
use super::xml::{Element, Event, Reader};
use super::{ImportError, xml};
use crate::model::ParagraphKind::{self, Body, Heading, Headline, ListItem, Quote};
use std::collections::BTreeMap;

const KIND: &str = "Word document";
const MAIN_PART: &str = "word/document.xml";
/// Styles that stand on each other at most; a longer chain is a circle.
const LONGEST_CHAIN: usize = 10;

/// Elements that hold no visible text, or what another element says again.
const SKIPPED: &[&str] =
    &["del", "moveFrom", "Fallback", "rPrChange", "tabs", "sectPr", "pPrChange", "sdtPr", "instrText", "delText"];

pub(super) fn draft(bytes: &[u8]) -> Result<Draft, ImportError> {
    let mut container = Container::open(bytes, KIND)?;
    let main = main_part(&mut container)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let text = container.needed(&main, KIND)?;
    let styles = container.entry(&format!("{folder}/styles.xml"))?;
    let styles = styles.map(|bytes| Styles::read(&bytes)).transpose()?.unwrap_or_default();
    let mut builder = Builder::default();
    let mut damaged = read(&text, &styles, &mut builder)?;
    for notes in ["footnotes.xml", "endnotes.xml"] {
        if let Some(notes) = container.entry(&format!("{folder}/{notes}"))? {
            damaged |= read(&notes, &styles, &mut builder)?;
        }
    }
    let mut draft = builder.finish();
    if let Some(properties) = container.entry("docProps/core.xml")? {
        draft.facts = Properties::read(&properties)?.of_document();
    }
    draft.note_damage(damaged);
    settle_headline(&mut draft);
    Ok(draft)
}

/// Where the text stands: `word/document.xml`, but some writers name it otherwise.
fn main_part(container: &mut Container<'_>) -> Result<String, ImportError> {
    let Some(relations) = container.entry("_rels/.rels")? else { return Ok(MAIN_PART.to_owned()) };
    let text = xml::decode(&relations)?;
    let mut reader = Reader::new(&text);
    while let Some(event) = reader.next()? {
        if let Event::Open(element) = event
            && element.attribute("Type").ends_with("/officeDocument")
        {
            return Ok(element.attribute("Target").trim_start_matches('/').to_owned());
        }
    }
    Ok(MAIN_PART.to_owned())
}

/// Reads the text or the notes; whether they break off.
fn read(bytes: &[u8], styles: &Styles, builder: &mut Builder) -> Result<bool, ImportError> {
    let text = xml::decode(bytes)?;
    let mut reader = Reader::new(&text);
    let mut in_text = false;
    let mut hidden = false;
    while let Some(event) = reader.next()? {
        match event {
            Event::Open(element) => {
                let name = element.name();
                if SKIPPED.contains(&name.as_str()) {
                    reader.skip()?;
                } else {
                    in_text = name == "t";
                    hidden = is_hidden(&name, &element).unwrap_or(hidden);
                    open(&name, &element, styles, builder);
                }
            }
            Event::Close(name) => {
                in_text = false;
                close(&name, builder);
            }
            Event::Text(text) if in_text && !hidden => builder.text(&text),
            Event::Text(_) => {}
        }
    }
    Ok(reader.damaged)
}

/// Whether a run of letters is hidden: it is not until its properties say so.
fn is_hidden(name: &str, element: &Element<'_>) -> Option<bool> {
    match name {
        "r" => Some(false),
        "vanish" => Some(!["0", "false", "off"].contains(&element.attribute("val").as_str())),
        _ => None,
    }
}

fn open(name: &str, element: &Element<'_>, styles: &Styles, builder: &mut Builder) {
    match name {
        "p" => builder.open(Body),
        "pStyle" => builder.set_kind(styles.kind(&element.attribute("val"))),
        "numId" if element.attribute("val") != "0" => builder.set_list_item(),
        "outlineLvl" if element.attribute("val") != "9" => builder.set_kind(Heading),
        "tab" => builder.text("\t"),
        "br" | "cr" => builder.text("\n"),
        "noBreakHyphen" => builder.text("\u{2011}"),
        "tc" | "txbxContent" => builder.enter(),
        _ => {}
    }
}

fn close(name: &str, builder: &mut Builder) {
    match name {
        "p" => builder.close(),
        "tc" => {
            let paragraphs = builder.leave();
            builder.cell(paragraphs);
        }
        "tr" => builder.end_row(),
        "txbxContent" => {
            let paragraphs = builder.leave();
            builder.below(paragraphs);
        }
        _ => {}
    }
}

/// The kinds of paragraph that the document's styles stand for.
#[derive(Default)]
struct Styles(BTreeMap<String, Style>);

#[derive(Default)]
struct Style {
    kind: Option<ParagraphKind>,
    based_on: String,
}

impl Styles {
    fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let text = xml::decode(bytes)?;
        let mut reader = Reader::new(&text);
        let mut styles = Self::default();
        let mut id = String::new();
        while let Some(event) = reader.next()? {
            let Event::Open(element) = event else { continue };
            let name = element.name();
            if name == "style" {
                id = element.attribute("styleId");
            }
            let style = styles.0.entry(id.clone()).or_default();
            let value = element.attribute("val");
            match name.as_str() {
                "name" => style.kind = style.kind.or(kind_of_style(&value)),
                "basedOn" => style.based_on = value,
                "outlineLvl" if value != "9" => style.kind = style.kind.or(Some(Heading)),
                "numId" if value != "0" => style.kind = style.kind.or(Some(ListItem)),
                _ => {}
            }
        }
        Ok(styles)
    }

    fn kind(&self, id: &str) -> ParagraphKind {
        let mut id = id;
        for _ in 0..LONGEST_CHAIN {
            match self.0.get(id) {
                Some(Style { kind: Some(kind), .. }) => return *kind,
                Some(style) => id = &style.based_on,
                None => return kind_of_style(id).unwrap_or(Body),
            }
        }
        Body
    }
}

/// Built-in styles have English names in documents of every language.
pub(super) fn kind_of_style(name: &str) -> Option<ParagraphKind> {
    let name = name.to_lowercase();
    match name.as_str() {
        "title" => Some(Headline),
        "quote" | "intense quote" | "quotations" => Some(Quote),
        _ if name.starts_with("heading") => Some(Heading),
        _ if name.starts_with("list bullet") || name.starts_with("list number") => Some(ListItem),
        _ => None,
    }
}
