//! The words of one sentence by their class, and which parts of rules they leave possible.
//!
//! Nothing is cleared between sentences: what was noted for another one has another number.

use super::super::compile::{NeedId, NodeId, Program};
use super::super::vocabulary::ClassId;

/// No further word of a class.
const END: u32 = u32::MAX;

#[derive(Default)]
pub(super) struct Present {
    /// Number of the sentence, among all that were looked at: no archive has so many that it starts anew.
    sentence: u32,
    /// By class: the last sentence that had a word of it.
    classes: Vec<u32>,
    /// By need: the last sentence that was asked for it, and whether it met it.
    needs: Vec<(u32, bool)>,
    chains: Vec<Chain>,
    words: Vec<Word>,
}

/// The words of a class.
#[derive(Clone, Copy, Default)]
struct Chain {
    sentence: u32,
    /// Into [`Present::words`].
    first: u32,
    last: u32,
}

struct Word {
    /// In its sentence.
    number: u32,
    /// The next word of the same class, into [`Present::words`], or [`END`].
    next: u32,
}

impl Present {
    pub fn new(program: &Program) -> Self {
        let classes = program.index.classes();
        Self {
            sentence: 0,
            classes: vec![0; classes],
            needs: vec![(0, false); program.needs.sets()],
            chains: vec![Chain::default(); classes],
            words: Vec::new(),
        }
    }

    /// Forgets the sentence before.
    pub fn start(&mut self) {
        self.sentence += 1;
        self.words.clear();
    }

    /// Notes that the sentence has a word of these classes.
    pub fn note(&mut self, classes: &[ClassId]) {
        for class in classes {
            self.classes[class.0 as usize] = self.sentence;
        }
    }

    /// Notes where a word of a class stands. Words come in order.
    pub fn place(&mut self, class: ClassId, number: u32) {
        let here = self.words.len() as u32;
        self.words.push(Word { number, next: END });
        let chain = &mut self.chains[class.0 as usize];
        if chain.sentence == self.sentence {
            self.words[chain.last as usize].next = here;
            chain.last = here;
        } else {
            *chain = Chain { sentence: self.sentence, first: here, last: here };
        }
    }

    /// The numbers of the words of a class, in order.
    pub fn words(&self, class: ClassId) -> impl Iterator<Item = u32> {
        let chain = self.chains[class.0 as usize];
        let first = if chain.sentence == self.sentence { chain.first } else { END };
        let word = |at: u32| self.words.get(at as usize);
        std::iter::successors(word(first), move |known| word(known.next)).map(|known| known.number)
    }

    /// Whether the sentence has all that a part of a rule needs. It may still not match; without it never does.
    pub fn meets(&mut self, program: &Program, part: NodeId) -> bool {
        program.needs.of(part).iter().all(|need| self.meets_need(program, *need))
    }

    /// The same of a part one of whose triggers is there: that meets its first need.
    pub fn meets_rest(&mut self, program: &Program, part: NodeId) -> bool {
        program.needs.of(part).iter().skip(1).all(|need| self.meets_need(program, *need))
    }

    fn meets_need(&mut self, program: &Program, need: NeedId) -> bool {
        let known = &mut self.needs[need.0 as usize];
        if known.0 != self.sentence {
            let is_here = |class: &ClassId| self.classes[class.0 as usize] == self.sentence;
            *known = (self.sentence, program.needs.set(need).iter().any(is_here));
        }
        known.1
    }
}
