//! What the control words of rich text do.

use super::letters::{character, code_page, of_charset};
use super::{Document, Place, Scope, State};
use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// Groups whose content is not part of the page.
const SKIPPED: &[&str] = &[
    "colortbl",
    "fldinst",
    "footer",
    "footerf",
    "footerl",
    "footerr",
    "ftncn",
    "ftnsep",
    "ftnsepc",
    "header",
    "headerf",
    "headerl",
    "headerr",
    "nonshppict",
    "pict",
    "rxe",
    "tc",
    "txe",
    "xe",
];

impl Document {
    pub(super) fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.optional = true,
            b'~' => self.write("\u{a0}"),
            b'_' => self.write("\u{2011}"),
            b'\n' | b'\r' => self.end_paragraph(),
            b'\t' => self.write("\t"),
            _ => {}
        }
    }

    /// Whether the word begins a group of another place than the text around it.
    pub(super) fn destination(&mut self, word: &str, optional: bool) -> bool {
        let place = match word {
            "fonttbl" => Place::Fonts,
            "stylesheet" => Place::Styles,
            "info" => Place::Info,
            "title" if self.state.place == Place::Info => Place::Title,
            "author" if self.state.place == Place::Info => Place::Author,
            "creatim" if self.state.place == Place::Info => Place::Created,
            "footnote" | "shptxt" | "listtext" | "pntext" => return self.special_group(word),
            _ if SKIPPED.contains(&word) => Place::Nowhere,
            _ if optional && self.state.place != Place::Styles => Place::Nowhere,
            _ => return false,
        };
        self.state.place = place;
        true
    }

    fn special_group(&mut self, word: &str) -> bool {
        match word {
            "listtext" | "pntext" => {
                // The bullet; the paragraph around it is an item.
                if let Some(outer) = self.groups.last_mut() {
                    outer.list = true;
                }
                self.state.place = Place::Nowhere;
            }
            _ if self.state.scope.is_none() && !self.groups.is_empty() => {
                let scope = if word == "footnote" { Scope::Note } else { Scope::Box };
                self.state = State { place: Place::Page, scope: Some(scope), ..self.state };
                self.builder.enter();
            }
            _ => {}
        }
        true
    }

    pub(super) fn word(&mut self, word: &str, value: Option<i32>) {
        let on = value != Some(0);
        match word {
            "ansicpg" => self.encoding = code_page(value.unwrap_or(0)).unwrap_or(WINDOWS_1252),
            "mac" => self.encoding = MACINTOSH,
            "f" => self.state.font = value,
            "fcharset" if self.state.place == Place::Fonts => self.set_font(value.unwrap_or(0)),
            "uc" => self.state.stand_ins = value.unwrap_or(1).clamp(0, 16) as usize,
            "s" => self.state.style = value,
            "outlinelevel" if self.state.place == Place::Page => {
                self.state.heading = value.is_some_and(|level| level < 9)
            }
            "ls" => self.state.list = on,
            "pard" => self.state = State { style: None, heading: false, list: false, ..self.state },
            "plain" => self.state.unseen = false,
            "deleted" | "v" => self.state.unseen = on,
            "yr" | "mo" | "dy" if self.state.place == Place::Created => {
                let index = ["yr", "mo", "dy"].iter().position(|part| *part == word).unwrap_or(0);
                self.created[index] = value.unwrap_or(0).clamp(0, if index == 0 { 9999 } else { 99 });
            }
            "par" | "sect" | "page" => self.end_paragraph(),
            "trowd" | "cell" | "row" if self.state.place == Place::Page => self.table(word),
            _ => self.write(character(word)),
        }
    }

    /// Cells are told only by their ends; a row begins where its measures are given, which may be given twice.
    fn table(&mut self, word: &str) {
        match word {
            "trowd" if !self.in_row && self.state.scope.is_none() => self.builder.enter(),
            "cell" if self.in_row => {
                let paragraphs = self.builder.leave();
                self.builder.cell(paragraphs);
                self.builder.enter();
            }
            "row" if self.in_row => {
                let rest = self.builder.leave();
                self.builder.end_row();
                self.builder.below(rest);
                self.in_row = false;
                return;
            }
            _ => return,
        }
        self.in_row = true;
    }

    fn set_font(&mut self, charset: i32) {
        if let (Some(font), Some(encoding)) = (self.state.font, of_charset(charset)) {
            self.fonts.insert(font, encoding);
        }
    }
}
