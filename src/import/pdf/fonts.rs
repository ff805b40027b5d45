//! The fonts of a file: which letters a code stands for, how wide they are, whether they are bold.
//!
//! Shapes do not matter here. Codes without any known letter come out as none.

use super::budget::Budget;
use super::letters;
use crate::import::ImportError;
use hayro_font::hayro_cmap::{BfString, load_embedded};
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, GlyphId};
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Parts of a font that are streams, in its dictionary and in those below it.
const STREAMS: &[&str] = &["ToUnicode", "Encoding", "CIDToGIDMap", "FontFile", "FontFile2", "FontFile3"];
/// Parts of font names that say bold, in small letters.
const BOLD_NAMES: &[&str] = &["bold", "black", "heavy", "demi", "-bd", ",bd"];
/// Flag of a font that is to be drawn bold.
const FORCE_BOLD: u32 = 1 << 18;
const BOLD_WEIGHT: f32 = 600.0;

/// The letters that a code stands for; none if nobody knows.
#[derive(Clone)]
pub(super) struct Meaning {
    pub letters: Rc<[char]>,
    /// The font does not say so.
    pub guessed: bool,
}

pub(super) struct Face<'a> {
    pub font: Font<'a>,
    pub bold: bool,
    /// Tells the faces of a file apart.
    pub number: u16,
    /// Of one byte a letter.
    simple: bool,
    known: RefCell<FxHashMap<u32, Meaning>>,
}

impl Face<'_> {
    /// What a code stands for.
    pub fn meaning(&self, code: u32) -> Meaning {
        self.known.borrow_mut().entry(code).or_insert_with(|| self.look_up(code)).clone()
    }

    fn look_up(&self, code: u32) -> Meaning {
        // The shape does not matter: what a code means is asked by code.
        let found = match self.font.glyph(GlyphId::NOTDEF, code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let letters = match found {
            Some(BfString::Char(letter)) => letters::plain(&letter.to_string()),
            Some(BfString::String(text)) => letters::plain(&text),
            None => Vec::new(),
        };
        // Old typesetters number their letters by the usual code and give them no names.
        let usual = char::from_u32(code).filter(|letter| self.simple && letter.is_ascii_graphic());
        match usual {
            Some(letter) if letters.is_empty() => Meaning { letters: [letter].into(), guessed: true },
            _ => Meaning { letters: letters.into(), guessed: false },
        }
    }
}

pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    faces: FxHashMap<ObjectIdentifier, Option<Rc<Face<'a>>>>,
    count: u16,
    programs: FontResolverFn,
    cmaps: CMapResolverFn,
}

impl Default for Fonts<'_> {
    fn default() -> Self {
        let programs = |query: &FontQuery| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
        };
        Self {
            cache: FontCache::new(),
            faces: FxHashMap::default(),
            count: 0,
            programs: Arc::new(programs),
            cmaps: Arc::new(load_embedded),
        }
    }
}

impl<'a> Fonts<'a> {
    pub fn face(&mut self, dict: &Dict<'a>, budget: &mut Budget) -> Result<Option<Rc<Face<'a>>>, ImportError> {
        let id = dict.obj_id();
        if let Some(face) = id.and_then(|id| self.faces.get(&id)) {
            return Ok(face.clone());
        }
        admit(dict, budget)?;
        self.count = self.count.saturating_add(1);
        let face = self.cache.font(dict, &self.programs, &self.cmaps).map(|font| {
            let simple = descendant(dict).is_none();
            Rc::new(Face { font, bold: is_bold(dict), number: self.count, simple, known: RefCell::default() })
        });
        if let Some(id) = id {
            self.faces.insert(id, face.clone());
        }
        Ok(face)
    }
}

fn descendant<'a>(dict: &Dict<'a>) -> Option<Dict<'a>> {
    dict.get::<Array<'_>>("DescendantFonts")?.iter::<Dict<'_>>().next()
}

/// Counts what the font's streams unpack to.
fn admit(dict: &Dict<'_>, budget: &mut Budget) -> Result<(), ImportError> {
    let below = descendant(dict);
    let descriptors = [Some(dict), below.as_ref()].map(|dict| dict?.get::<Dict<'_>>("FontDescriptor"));
    let all = [Some(dict), below.as_ref(), descriptors[0].as_ref(), descriptors[1].as_ref()];
    for dict in all.into_iter().flatten() {
        for stream in STREAMS.iter().filter_map(|key| dict.get::<Stream<'_>>(key)) {
            budget.admit(&stream)?;
        }
    }
    Ok(())
}

fn is_bold(dict: &Dict<'_>) -> bool {
    let name = dict.get::<Name<'_>>("BaseFont").map(|name| name.as_str().to_lowercase()).unwrap_or_default();
    let descriptor = dict.get::<Dict<'_>>("FontDescriptor");
    let descriptor = descriptor.or_else(|| descendant(dict)?.get::<Dict<'_>>("FontDescriptor")).unwrap_or_default();
    BOLD_NAMES.iter().any(|part| name.contains(part))
        || descriptor.get::<u32>("Flags").is_some_and(|flags| flags & FORCE_BOLD != 0)
        || descriptor.get::<f32>("FontWeight").is_some_and(|weight| weight >= BOLD_WEIGHT)
}
