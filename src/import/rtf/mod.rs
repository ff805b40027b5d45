//! Rich text (.rtf): the visible text with headings, lists and tables, notes at the end.
//!
//! Bytes are letters of the font they are set in; old Russian files depend on that. Left out: pictures, headers and
//! footers, struck and hidden text, fields' code, tables inside tables (their cells become text of the outer one).

mod letters;
mod tokens;
mod words;

use super::ImportError;
use super::builder::{Builder, settle_headline};
use super::docx::kind_of_style;
use super::draft::{Draft, Facts};
use super::lines;
use crate::model::{Date, ParagraphKind};
use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::BTreeMap;
use tokens::{Token, Tokens};

/// Braces inside each other at most. Real files come to about 30.
const DEEPEST: usize = 10_000;

/// Reads rich text.
pub(super) fn draft(bytes: &[u8]) -> Result<Draft, ImportError> {
    if !bytes.trim_ascii_start().starts_with(b"{\\rtf") {
        return Err(ImportError::Wrong { kind: "rich text", why: "{\\rtf is missing".into() });
    }
    let mut document = Document::new();
    for token in Tokens::new(bytes) {
        document.token(token)?;
    }
    document.flush();
    let damaged = !document.groups.is_empty();
    let Document { builder, title, author, created, .. } = document;
    let mut draft = builder.finish();
    let headline = Some(lines::joined(&title)).filter(|title| !title.is_empty());
    let day = Date::new(created[0] as i16, created[1] as u8, created[2] as u8);
    draft.facts = Facts { headline, creator: Some(author), created: day, ..Facts::default() };
    draft.note_damage(damaged);
    settle_headline(&mut draft);
    Ok(draft)
}

/// Where text goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Page,
    Nowhere,
    Fonts,
    Styles,
    /// The properties: only their title, author and date are of use.
    Info,
    Title,
    Author,
    Created,
}

/// What a group inherits and its end restores.
#[derive(Clone, Copy, Default)]
struct State {
    place: Place,
    /// The group is a note or a text box: it has a scope of its own.
    scope: Option<Scope>,
    /// Struck or hidden.
    unseen: bool,
    /// Characters after `\u` that stand in for it.
    stand_ins: usize,
    font: Option<i32>,
    style: Option<i32>,
    heading: bool,
    list: bool,
}

#[derive(Clone, Copy)]
enum Scope {
    Note,
    Box,
}

struct Document {
    builder: Builder,
    groups: Vec<State>,
    state: State,
    encoding: &'static Encoding,
    fonts: BTreeMap<i32, &'static Encoding>,
    styles: BTreeMap<i32, ParagraphKind>,
    style_name: String,
    title: String,
    author: String,
    created: [i32; 3],
    /// Bytes and UTF-16 that are not letters yet: some take several.
    bytes: Vec<u8>,
    units: Vec<u16>,
    /// Characters still to pass over after `\u`.
    pass: usize,
    in_row: bool,
    /// `\*` has come: the group may be skipped by who does not know its name.
    optional: bool,
}

impl Document {
    fn new() -> Self {
        Self {
            builder: Builder::default(),
            groups: Vec::new(),
            state: State { stand_ins: 1, ..State::default() },
            encoding: WINDOWS_1252,
            fonts: BTreeMap::new(),
            styles: BTreeMap::new(),
            style_name: String::new(),
            title: String::new(),
            author: String::new(),
            created: [0; 3],
            bytes: Vec::new(),
            units: Vec::new(),
            pass: 0,
            in_row: false,
            optional: false,
        }
    }

    fn token(&mut self, token: Token<'_>) -> Result<(), ImportError> {
        match token {
            Token::Open => {
                self.flush();
                self.pass = 0;
                if self.groups.len() >= DEEPEST {
                    return Err(ImportError::TooDeep);
                }
                self.groups.push(self.state);
                self.state.scope = None;
            }
            Token::Close => self.end_group(),
            Token::Byte(_) | Token::Symbol(b'\\' | b'{' | b'}') | Token::Word("u", _) if self.passes(token) => {}
            Token::Byte(byte) | Token::Symbol(byte @ (b'\\' | b'{' | b'}')) => {
                self.flush_units();
                self.bytes.push(byte);
            }
            Token::Word("u", value) => {
                self.flush_bytes();
                self.units.push(value.unwrap_or(0) as u16);
                self.pass = self.state.stand_ins;
            }
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(word, value) => {
                self.flush();
                self.pass = 0;
                let optional = std::mem::take(&mut self.optional);
                if !self.destination(word, optional) {
                    self.word(word, value);
                }
            }
        }
        Ok(())
    }

    /// Whether the token only stands in for the `\u` before it.
    fn passes(&mut self, token: Token<'_>) -> bool {
        let passes = self.pass > 0 && !matches!(token, Token::Word(..));
        self.pass -= usize::from(passes);
        passes
    }

    fn end_group(&mut self) {
        self.flush();
        self.pass = 0;
        self.optional = false;
        let Some(outer) = self.groups.pop() else { return };
        if self.state.place == Place::Styles {
            self.end_style();
        }
        let inner = std::mem::replace(&mut self.state, outer);
        match inner.scope {
            Some(Scope::Note) => {
                let paragraphs = self.builder.leave();
                self.builder.note(paragraphs);
            }
            Some(Scope::Box) => {
                let paragraphs = self.builder.leave();
                self.builder.below(paragraphs);
            }
            None => {}
        }
    }

    /// "heading 1;" ends the definition of a style.
    fn end_style(&mut self) {
        let kind = kind_of_style(self.style_name.trim().trim_end_matches(';'));
        if let (Some(number), Some(kind)) = (self.state.style, kind) {
            self.styles.insert(number, kind);
        }
        self.style_name.clear();
    }

    fn end_paragraph(&mut self) {
        if self.state.place == Place::Page {
            self.flush();
            self.builder.close();
        }
    }

    fn flush(&mut self) {
        self.flush_bytes();
        self.flush_units();
    }

    fn flush_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let own = self.state.font.and_then(|font| self.fonts.get(&font)).copied();
            let bytes = std::mem::take(&mut self.bytes);
            self.write_text(&own.unwrap_or(self.encoding).decode_without_bom_handling(&bytes).0);
        }
    }

    fn flush_units(&mut self) {
        if !self.units.is_empty() {
            let units = std::mem::take(&mut self.units);
            self.write_text(&String::from_utf16_lossy(&units));
        }
    }

    fn write(&mut self, text: &str) {
        self.flush();
        self.write_text(text);
    }

    fn write_text(&mut self, text: &str) {
        match self.state.place {
            Place::Page if !self.state.unseen && !text.is_empty() => {
                if !self.builder.is_open() {
                    self.builder.open(self.kind());
                }
                self.builder.text(text);
            }
            Place::Styles => self.style_name.push_str(text),
            Place::Title => self.title.push_str(text),
            Place::Author => self.author.push_str(text),
            _ => {}
        }
    }

    fn kind(&self) -> ParagraphKind {
        match self.state.style.and_then(|style| self.styles.get(&style)) {
            Some(kind) => *kind,
            None if self.state.heading => ParagraphKind::Heading,
            None if self.state.list => ParagraphKind::ListItem,
            None => ParagraphKind::Body,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{article, check, shown};
    use super::*;
    use crate::model::ParagraphKind::{Body, Heading, Headline, ListItem};

    fn text(source: &str) -> String {
        let article = article("a.rtf", source.as_bytes()).unwrap();
        check(&article);
        article.text
    }

    #[test]
    fn bytes_are_letters_of_their_font() {
        let source = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}}\\f0 Caf\\'e9, \
                      {\\f1\\'cf\\'f3\\'f2\\'e8\\'ed}\\par \\u1055?\\u1091\\'f3, {\\uc0\\u8212}{\\uc2\\u-10179\\'3f\\'3f\\u-8704\\'3f\\'3f}\\par}";
        assert_eq!(text(source), "Café, Путин\n\nПу, —😀");
        assert_eq!(text("{\\rtf1\\ansi\\ansicpg1251 \\'c4\\'e0}"), "Да");
    }

    #[test]
    fn what_is_not_on_the_page_is_no_text() {
        let source = "{\\rtf1{\\*\\generator X;}{\\info{\\title Talks}{\\author Jane Doe}{\\creatim\\yr2021\\mo12\\dy8}}{\\header H}{\\pict 00}\
                      A{\\v hidden}{\\deleted struck} {\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}}{\\*\\unknown{\\b no}}.\\par}";
        let article = article("a.rtf", source.as_bytes()).unwrap();
        assert_eq!(article.text, "A link.");
        assert_eq!(article.date.unwrap().to_string(), "2021-12-08");
        assert_eq!(article.author.as_deref(), Some("Jane Doe"));
    }

    #[test]
    fn styles_lists_notes_and_tables_keep_their_shape() {
        let source = "{\\rtf1{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}{\\s2 Title;}}\\s2 Talks end\\par\\pard \
                      They met{\\super\\chftn{\\*\\footnote\\pard A note.}} there.\\par\\s1 Outcome\\par\\pard{\\listtext\\bullet\\tab}Minsk\\par\
                      \\pard\\trowd a\\cell b\\cell\\trowd\\row\\trowd c\\cell d\\cell\\row\\pard The end.\\par}";
        let article = article("a.rtf", source.as_bytes()).unwrap();
        let expected = [
            (Headline, "Talks end"),
            (Body, "They met there."),
            (Heading, "Outcome"),
            (ListItem, "Minsk"),
            (Body, "a | b"),
            (Body, "c | d"),
            (Body, "The end."),
            (Body, "A note."),
        ];
        assert_eq!(shown(&article), expected);
    }

    #[test]
    fn broken_and_very_deep_files_end() {
        assert_eq!(text("{\\rtf1 {\\b Text"), "Text");
        let deep = format!("{{\\rtf1 {}", "{".repeat(1_000_000));
        assert_eq!(article("a.rtf", deep.as_bytes()).unwrap_err(), ImportError::TooDeep);
        let notes = format!("{{\\rtf1 {}end", "{\\footnote a".repeat(9_000));
        assert!(text(&notes).contains("end"));
    }
}
