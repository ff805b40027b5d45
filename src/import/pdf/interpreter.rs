//! Runs the drawing program of a page and keeps the letters it draws, visible or not (scans have a hidden layer).
//!
//! Lines and fills do not matter here; of pictures only whether there are some. What tagged files mark as running
//! heads is passed over, and what they say a piece of text means stands for its letters.

use super::budget::Budget;
use super::fonts::{Face, Fonts};
use super::letters::{self, Drawn, Letter};
use super::pen::{Pen, State, matrix, turn, upright};
use crate::import::ImportError;
use hayro_font::kurbo::{Affine, Point, Vec2};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream, String as PdfString};
use hayro_syntax::page::{Page, Resources};
use std::rc::Rc;

/// Forms within forms at most.
const DEEPEST_FORM: usize = 16;
/// Saved states at most; a page has some ten.
const MOST_SAVED: usize = 1_000;
/// Faulty operators in a row that are passed over.
const MOST_FAULTS: usize = 100;
/// Space (of the font's size) put after each letter of a line to fill it; more than that parts words.
const SPACED_OUT: f64 = 0.1;
/// Thousandths of the font size.
const UNITS: f64 = 1_000.0;

#[derive(Default)]
pub(super) struct Interpreter<'a> {
    fonts: Fonts<'a>,
    budget: Budget,
    /// Letters that were known, and those that were not.
    pub readable: usize,
    pub unreadable: usize,
    /// Those of them that the fonts do not tell, and how many of these came out as letters, not signs.
    pub guessed: usize,
    pub guessed_letters: usize,
    pub pictures: usize,
    letters: Vec<Letter>,
    marks: Vec<Mark>,
    /// Forms that are being drawn, from the outermost in.
    forms: Vec<ObjectIdentifier>,
    size: (f64, f64),
}

/// A marked piece of the page.
enum Mark {
    Plain,
    /// A running head or a page number.
    RunningHead,
    /// From this letter on, the text is what the file says it is.
    Means(usize, String),
}

impl<'a> Interpreter<'a> {
    pub fn read(&mut self, page: &Page<'a>) -> Result<Drawn, ImportError> {
        let (width, height) = page.render_dimensions();
        self.size = (f64::from(width), f64::from(height));
        self.marks.clear();
        self.budget.page();
        let content = self.content(page.raw())?;
        let state = State::new(Affine::new(page.initial_transform(true).as_coeffs()));
        self.run(&content, page.resources(), state)?;
        let mut letters = std::mem::take(&mut self.letters);
        letters::mend_cyrillic(&mut letters);
        Ok(Drawn { letters, width, height })
    }

    /// The drawing program of a page, which may be cut into pieces anywhere between words.
    fn content(&mut self, page: &Dict<'a>) -> Result<Vec<u8>, ImportError> {
        if let Some(stream) = page.get::<Stream<'_>>("Contents") {
            return Ok(self.budget.unpack(&stream)?.into_owned());
        }
        let mut content = Vec::new();
        for piece in page.get::<Array<'_>>("Contents").unwrap_or_default().iter::<Object<'_>>() {
            self.budget.step()?;
            if let Some(stream) = piece.into_stream() {
                content.extend_from_slice(&self.budget.unpack(&stream)?);
                content.push(b'\n');
            }
        }
        Ok(content)
    }

    fn run(&mut self, content: &[u8], resources: &Resources<'a>, start: State<'a>) -> Result<(), ImportError> {
        let mut state = start;
        let mut saved: Vec<State<'a>> = Vec::new();
        let mut pen = Pen::START;
        let marks = self.marks.len();
        let mut program = TypedIter::new(content);
        let mut faults = 0;
        while faults < MOST_FAULTS {
            // The iterator stops at a faulty operator as it does at the end, but can be asked for more.
            let Some(instruction) = program.next() else {
                faults += 1;
                continue;
            };
            faults = 0;
            self.budget.step()?;
            match instruction {
                TypedInstruction::SaveState(_) if saved.len() < MOST_SAVED => saved.push(state.clone()),
                TypedInstruction::RestoreState(_) => state = saved.pop().unwrap_or(state),
                TypedInstruction::Transform(it) => state.to_page *= matrix([it.0, it.1, it.2, it.3, it.4, it.5]),
                TypedInstruction::XObject(it) => self.draw(it.0, resources, &state)?,
                TypedInstruction::InlineImage(_) => self.pictures += 1,
                TypedInstruction::BeginText(_) => pen = Pen::START,
                TypedInstruction::TextFont(it) => {
                    state.face = self.face(it.0, resources)?;
                    state.size = it.1.as_f64();
                }
                TypedInstruction::BeginMarkedContent(_) => self.marks.push(Mark::Plain),
                TypedInstruction::BeginMarkedContentWithProperties(it) => {
                    let mark = self.mark(it.0, it.1, resources);
                    self.marks.push(mark);
                }
                TypedInstruction::EndMarkedContent(_) if self.marks.len() > marks => self.end_mark(),
                other => self.text(&other, &mut state, &mut pen)?,
            }
        }
        while self.marks.len() > marks {
            self.end_mark();
        }
        Ok(())
    }

    fn face(&mut self, name: &Name<'_>, resources: &Resources<'a>) -> Result<Option<Rc<Face<'a>>>, ImportError> {
        resources.get_font(name).map_or(Ok(None), |dict| self.fonts.face(&dict, &mut self.budget))
    }

    /// Operators that set, move or show text.
    fn text(
        &mut self,
        instruction: &TypedInstruction<'_, '_>,
        state: &mut State<'a>,
        pen: &mut Pen,
    ) -> Result<(), ImportError> {
        match instruction {
            TypedInstruction::CharacterSpacing(it) => state.letter_space = it.0.as_f64(),
            TypedInstruction::WordSpacing(it) => state.word_space = it.0.as_f64(),
            TypedInstruction::HorizontalScaling(it) => state.stretch = it.0.as_f64() / 100.0,
            TypedInstruction::TextLeading(it) => state.leading = it.0.as_f64(),
            TypedInstruction::TextRise(it) => state.rise = it.0.as_f64(),
            TypedInstruction::NextLine(it) => pen.next_line(it.0.as_f64(), it.1.as_f64()),
            TypedInstruction::NextLineAndSetLeading(it) => {
                state.leading = -it.1.as_f64();
                pen.next_line(it.0.as_f64(), it.1.as_f64());
            }
            TypedInstruction::SetTextMatrix(it) => {
                pen.line = matrix([it.0, it.1, it.2, it.3, it.4, it.5]);
                pen.at = pen.line;
            }
            TypedInstruction::NextLineUsingLeading(_) => pen.next_line(0.0, -state.leading),
            TypedInstruction::ShowText(it) => self.show(it.0, state, pen)?,
            TypedInstruction::NextLineAndShowText(it) => {
                pen.next_line(0.0, -state.leading);
                self.show(it.0, state, pen)?;
            }
            TypedInstruction::ShowTextWithParameters(it) => {
                state.word_space = it.0.as_f64();
                state.letter_space = it.1.as_f64();
                pen.next_line(0.0, -state.leading);
                self.show(it.2, state, pen)?;
            }
            TypedInstruction::ShowTexts(it) => self.show_pieces(it.0, state, pen)?,
            _ => {}
        }
        Ok(())
    }

    fn show_pieces(&mut self, pieces: &Array<'_>, state: &State<'a>, pen: &mut Pen) -> Result<(), ImportError> {
        for piece in pieces.iter::<Object<'_>>() {
            match piece {
                Object::String(text) => self.show(&text, state, pen)?,
                Object::Number(back) => {
                    let shift = -back.as_f64() / UNITS * state.size * state.stretch;
                    pen.at *= Affine::translate((shift, 0.0));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, text: &PdfString<'_>, state: &State<'a>, pen: &mut Pen) -> Result<(), ImportError> {
        let Some(face) = state.face.as_ref() else { return Ok(()) };
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = face.font.read_code(bytes, at);
            at += length.max(1);
            self.budget.letter()?;
            let advance = face.font.code_advance(code) / UNITS;
            let place = state.to_page * pen.at * Affine::new([state.stretch, 0.0, 0.0, 1.0, 0.0, state.rise]);
            self.draw_letter(face, code, place, advance.x * state.size, state);
            let word_space = if code == 32 && length == 1 { state.word_space } else { 0.0 };
            let space = state.letter_space + word_space;
            let shift = if face.font.is_horizontal() {
                Vec2::new((advance.x * state.size + space) * state.stretch, 0.0)
            } else {
                Vec2::new(0.0, advance.y * state.size + space)
            };
            pen.at *= Affine::translate(shift);
        }
        Ok(())
    }

    fn draw_letter(&mut self, face: &Face<'a>, code: u32, place: Affine, width: f64, state: &State<'a>) {
        if self.marks.iter().any(|mark| matches!(mark, Mark::RunningHead)) {
            return;
        }
        let meaning = face.meaning(code);
        let meant = &meaning.letters;
        if meant.is_empty() {
            self.unreadable += 1;
            return;
        }
        if meaning.guessed {
            self.guessed += 1;
            self.guessed_letters += usize::from(meant.iter().all(|letter| letter.is_alphabetic()));
        }
        let start = place * Point::ORIGIN;
        // Spaced-out letters belong together: a little of what was put between them counts as part of them.
        let end = place * Point::new(width + state.letter_space.clamp(0.0, state.size.abs() * SPACED_OUT), 0.0);
        let along = place * Point::new(1.0, 0.0) - start;
        let size = (place * Point::new(0.0, state.size) - start).hypot();
        let (page_width, page_height) = self.size;
        let on_page = (-1.0..=page_width + 1.0).contains(&start.x) && (-1.0..=page_height + 1.0).contains(&start.y);
        if !on_page || !end.is_finite() || !size.is_finite() || size < 0.1 {
            return;
        }
        self.readable += meant.iter().filter(|letter| !letter.is_whitespace()).count();
        let step = (end - start) / meant.len() as f64;
        for (index, letter) in meant.iter().enumerate() {
            let from = start + step * index as f64;
            self.letters.push(upright(*letter, from, from + step, size, turn(along), face));
        }
    }

    fn draw(&mut self, name: &Name<'_>, resources: &Resources<'a>, state: &State<'a>) -> Result<(), ImportError> {
        let Some(object) = resources.get_x_object(name) else { return Ok(()) };
        let kind = object.dict().get::<Name<'_>>("Subtype");
        match kind.as_ref().map(|kind| kind.as_str()) {
            Some("Image") => self.pictures += 1,
            Some("Form") => {
                let id = object.obj_id();
                if self.forms.len() >= DEEPEST_FORM || self.forms.contains(&id) {
                    return Ok(());
                }
                self.budget.form()?;
                let content = self.budget.unpack(&object)?;
                let place = object.dict().get::<[f64; 6]>("Matrix").map_or(Affine::IDENTITY, Affine::new);
                let inner = State { to_page: state.to_page * place, ..state.clone() };
                let own = object.dict().get::<Dict<'_>>("Resources").map(Resources::new);
                self.forms.push(id);
                let done = self.run(&content, own.as_ref().unwrap_or(resources), inner);
                self.forms.pop();
                done?;
            }
            _ => {}
        }
        Ok(())
    }

    fn mark(&self, tag: &Name<'_>, properties: &Object<'_>, resources: &Resources<'a>) -> Mark {
        let says = |dict: &Dict<'_>| {
            let head = |key: &str| {
                let name = dict.get::<Name<'_>>(key);
                name.is_some_and(|name| ["Pagination", "Header", "Footer", "PageNum"].contains(&name.as_str()))
            };
            match dict.get::<PdfString<'_>>("ActualText") {
                _ if tag.as_str() == "Artifact" && (head("Type") || head("Subtype")) => Mark::RunningHead,
                Some(text) => Mark::Means(self.letters.len(), super::facts::text(text.as_bytes())),
                None => Mark::Plain,
            }
        };
        match properties {
            Object::Dict(dict) => says(dict),
            Object::Name(name) => resources.properties.get::<Dict<'_>>(name).map_or(Mark::Plain, |dict| says(&dict)),
            _ => Mark::Plain,
        }
    }

    /// Puts what the text means in place of its letters, on one line.
    fn end_mark(&mut self) {
        let Some(Mark::Means(start, text)) = self.marks.pop() else { return };
        let (Some(first), Some(last)) = (self.letters.get(start).copied(), self.letters.last().copied()) else {
            return;
        };
        let meant = letters::plain(&text);
        if (last.y - first.y).abs() > first.size * 0.5 || last.turn != first.turn {
            return;
        }
        self.letters.truncate(start);
        let step = (last.x1 - first.x0) / meant.len().max(1) as f32;
        self.letters.extend(meant.iter().enumerate().map(|(index, letter)| {
            let x0 = first.x0 + step * index as f32;
            Letter { letter: *letter, x0, x1: x0 + step, ..first }
        }));
    }
}
