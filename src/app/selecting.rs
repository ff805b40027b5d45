//! Selecting words with the keyboard: by word and by sentence, and moving the edges of a passage by word.

use super::marking::trimmed;
use super::place::Reveal;
use super::state::State;
use crate::model::{Article, Span};

/// How far one key press goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Word,
    Sentence,
}

/// One end of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Start,
    End,
}

impl State {
    /// Selects on, from where the selection began. Begins with the words at hand where nothing is selected.
    pub(super) fn extend_selection(&mut self, step: Step, forward: bool) {
        let Some((ix, at_hand)) = self.words_at_hand() else { return };
        let Some(article) = self.library.article(ix).cloned() else { return };
        let Some(selected) = self.view.selected else {
            let first = after(&article, at_hand.start as usize, step);
            return self.show_selection(at_hand.start as usize, first);
        };
        let (start, end) = (selected.start as usize, selected.end as usize);
        // The end that moves is the one that is not where the selection began.
        let began = self.view.selection_began.filter(|began| *began == end).map_or(start, |_| end);
        let head = if began == start { end } else { start };
        let head = if forward { after(&article, head, step) } else { before(&article, head, step) };
        self.show_selection(began, head);
    }

    fn show_selection(&mut self, began: usize, head: usize) {
        let span = Span::new(began.min(head), began.max(head));
        self.view.selection_began = Some(began);
        self.view.selected = (!span.is_empty()).then_some(span);
        let at = head.saturating_sub(1).max(span.start as usize);
        if let Some(article) = self.view.article.and_then(|ix| self.library.article(ix))
            && let Some(paragraph) = article.paragraph_at(at)
        {
            let paragraph = article.paragraphs[paragraph].span;
            let seen = span.clip(paragraph).unwrap_or(paragraph);
            self.view.ask_reveal(Reveal::Still(seen));
        }
    }

    /// Moves one edge of the selected passage by a word.
    pub(super) fn move_edge(&mut self, edge: Edge, forward: bool) {
        let Some(which) = self.view.passage else { return self.notices.done("Select a passage first") };
        let (Some(passage), Some(article)) = (self.passage(which), self.library.article(which.article)) else { return };
        let (start, end) = (passage.span.start as usize, passage.span.end as usize);
        let step = |at: usize| if forward { after(article, at, Step::Word) } else { before(article, at, Step::Word) };
        let (start, end) = match edge {
            Edge::Start if forward => (next_start(article, start), end),
            Edge::Start => (step(start), end),
            Edge::End if forward => (start, step(end)),
            Edge::End => (start, before(article, end, Step::Word)),
        };
        let span = (start < end).then(|| Span::new(start, end)).and_then(|span| trimmed(article, span));
        match span {
            Some(span) => self.resize_passage(which, span),
            None => self.notices.done("A passage has at least one word"),
        }
    }
}

/// The end of the word or sentence that ends after `at`.
fn after(article: &Article, at: usize, step: Step) -> usize {
    match step {
        Step::Word => {
            let rest = &article.text[at..];
            let skipped = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
            let word = rest[skipped..].find(|letter: char| !is_in_word(letter)).unwrap_or(rest.len() - skipped);
            at + skipped + word
        }
        Step::Sentence => {
            let next = article.sentences.partition_point(|sentence| sentence.span.end as usize <= at);
            article.sentences.get(next).map_or(article.text.len(), |sentence| sentence.span.end as usize)
        }
    }
}

/// The beginning of the word or sentence that begins before `at`.
fn before(article: &Article, at: usize, step: Step) -> usize {
    match step {
        Step::Word => {
            let rest = &article.text[..at];
            let upto = rest.trim_end_matches(|letter: char| !letter.is_alphanumeric());
            upto.rfind(|letter: char| !is_in_word(letter))
                .map_or(0, |found| found + upto[found..].chars().next().map_or(0, char::len_utf8))
        }
        Step::Sentence => {
            let next = article.sentences.partition_point(|sentence| (sentence.span.start as usize) < at);
            next.checked_sub(1).map_or(0, |before| article.sentences[before].span.start as usize)
        }
    }
}

/// The beginning of the word after the one that begins at `at`.
fn next_start(article: &Article, at: usize) -> usize {
    let end = after(article, at, Step::Word);
    let rest = &article.text[end..];
    end + rest.find(char::is_alphanumeric).unwrap_or(rest.len())
}

fn is_in_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-' | '\u{301}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_from_word_to_word_and_from_sentence_to_sentence_and_back() {
        let text = "Talks\n\nПутин-2 said: “no”. They’ll meet.";
        let article = crate::import::article("a.txt", text.as_bytes()).unwrap();
        let mut at = 0;
        let mut ends = Vec::new();
        while at < text.len() {
            at = after(&article, at, Step::Word);
            ends.push(at);
        }
        let words: Vec<&str> = ends
            .iter()
            .map(|end| text[..*end].rsplit(|letter: char| !is_in_word(letter)).next().unwrap_or_default())
            .filter(|word| !word.is_empty())
            .collect();
        assert_eq!(words, ["Talks", "Путин-2", "said", "no", "They’ll", "meet"]);
        let said = text.find("said").unwrap();
        assert_eq!(before(&article, said + 4, Step::Word), said);
        assert_eq!(&text[before(&article, said, Step::Word)..said], "Путин-2 ");
        assert_eq!(next_start(&article, said), text.find("no").unwrap());
        let they = text.find("They").unwrap();
        assert_eq!(before(&article, text.len(), Step::Sentence), they);
        assert_eq!(after(&article, they, Step::Sentence), text.len());
        assert_eq!(before(&article, 0, Step::Word), 0);
    }
}
