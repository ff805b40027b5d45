//! What an article is about, for the rules that hold only `amid` it: told from its own sentences.

/// Sentences that open an article, its headline among them: what it is about stands there.
const OPENING: usize = 6;
/// A transcript opens with greetings: it is about what more than one in so many of its sentences have, too.
const ONE_IN: usize = 12;

/// By subject, as [`super::Program::subjects`] has them.
#[derive(Default)]
pub(super) struct About {
    subjects: Vec<Subject>,
}

#[derive(Clone, Default)]
struct Subject {
    opening: bool,
    sentences: usize,
    holds: bool,
}

impl About {
    /// Forgets the article before.
    pub fn start(&mut self, subjects: usize) {
        self.subjects.clear();
        self.subjects.resize(subjects, Subject::default());
    }

    /// Notes that a sentence of the article has a subject.
    pub fn note(&mut self, subject: usize, sentence: usize) {
        let subject = &mut self.subjects[subject];
        subject.opening |= sentence < OPENING;
        subject.sentences += 1;
    }

    /// Decides, when the last of all sentences was read. Whether the article is about anything.
    pub fn settle(&mut self, all: usize) -> bool {
        for subject in &mut self.subjects {
            subject.holds = subject.opening || subject.sentences > all / ONE_IN;
        }
        self.subjects.iter().any(|subject| subject.holds)
    }

    /// Whether the article is about what a rule asks for, if it asks for something.
    pub fn has(&self, amid: Option<usize>) -> bool {
        amid.is_none_or(|subject| self.subjects[subject].holds)
    }
}
