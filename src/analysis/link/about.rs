//! What an article is about, for the rules that hold only `amid` it: told from its own sentences.

/// Sentences that open an article, its headline among them: what it is about stands there. To ask for a second one, or
/// for one in ten below, loses right links of short articles and makes no labelled one more precise.
const OPENING: usize = 6;
/// A transcript opens with greetings: it is about what more than one in so many of its sentences have, too.
const ONE_IN: usize = 12;

/// By subject, as [`super::Program::subjects`] has them.
#[derive(Default)]
pub(super) struct About {
    subjects: Vec<Subject>,
    /// Sentences of the article.
    all: usize,
}

#[derive(Clone, Copy, Default)]
struct Subject {
    opening: bool,
    sentences: usize,
}

impl About {
    /// Forgets the article before. `all`: sentences of this one.
    pub fn start(&mut self, subjects: usize, all: usize) {
        self.all = all;
        self.subjects.clear();
        self.subjects.resize(subjects, Subject::default());
    }

    /// Notes that a sentence of the article has a subject.
    pub fn note(&mut self, subject: usize, sentence: usize) {
        let subject = &mut self.subjects[subject];
        subject.opening |= sentence < OPENING;
        subject.sentences += 1;
    }

    /// Whether the article is about what a rule asks for, if it asks for something.
    pub fn has(&self, amid: Option<usize>) -> bool {
        amid.is_none_or(|subject| {
            let Subject { opening, sentences } = self.subjects[subject];
            opening || sentences > self.all / ONE_IN
        })
    }

    /// Whether the article is about anything that rules ask for.
    pub fn has_any(&self) -> bool {
        (0..self.subjects.len()).any(|subject| self.has(Some(subject)))
    }

    /// Whether it is about everything that rules ask for: there is nothing more to find out.
    pub fn has_all(&self) -> bool {
        (0..self.subjects.len()).all(|subject| self.has(Some(subject)))
    }
}
