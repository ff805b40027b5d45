//! Which words two sentences share, and which only one of them has: for tinting and dotting.
//!
//! Word by word, by what words stand for and not by their place. Joining words belong to what stands around them.

use super::lexicon::Lexicon;
use super::wording::Wording;
use crate::model::{Article, Span};

/// The words of two sentences, first those of the one that was named first. Spans of the articles, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// Said by both.
    pub shared: [Vec<Span>; 2],
    /// Said by one alone.
    pub different: [Vec<Span>; 2],
}

/// Compares two sentences, each by its index into [`Article::sentences`]. Nothing is shared across languages.
pub fn align(a: &Article, sentence: usize, b: &Article, other: usize) -> Alignment {
    let mut lexicon = Lexicon::default();
    let one = lexicon.read(a, a.sentences[sentence].span, &[]);
    let two = lexicon.read(b, b.sentences[other].span, &[]);
    let ([shared, different], [other_shared, other_different]) = (
        runs(&one, |token| two.has(one.tokens[token].concept)),
        runs(&two, |token| one.has(two.tokens[token].concept)),
    );
    Alignment { shared: [shared, other_shared], different: [different, other_different] }
}

/// The tokens for which `is_shared` holds, and the others; neighbours as one span.
pub(super) fn runs(wording: &Wording, is_shared: impl Fn(usize) -> bool) -> [Vec<Span>; 2] {
    let mut runs: [Vec<Span>; 2] = Default::default();
    let mut last = None;
    for (number, token) in wording.tokens.iter().enumerate() {
        let shared = is_shared(number);
        let covered = runs.iter().flatten().any(|run| run.overlaps(token.span));
        let run = &mut runs[usize::from(!shared)];
        match run.last_mut() {
            Some(before) if last == Some(shared) => before.end = before.end.max(token.span.end),
            // A figure stands over its number and the word after it, which have had their turn.
            _ if covered => continue,
            _ => run.push(token.span),
        }
        last = Some(shared);
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::tests::article;
    use super::*;

    #[test]
    fn what_both_say_is_told_from_what_one_says() {
        let a = article("a.txt", "Moscow proposed to lift all restrictions on the work of embassies.");
        let b = article("b.txt", "The Russian side suggested cancelling the existing restrictions.");
        let alignment = align(&a, 0, &b, 0);
        let words = |spans: &[Span], article: &Article| -> Vec<String> {
            spans.iter().map(|span| span.text(&article.text).to_owned()).collect()
        };
        assert_eq!(words(&alignment.shared[0], &a), ["Moscow proposed to lift all restrictions"]);
        assert_eq!(words(&alignment.different[0], &a), ["work of embassies"]);
        assert_eq!(words(&alignment.shared[1], &b), ["Russian", "suggested cancelling", "restrictions"]);
        assert_eq!(words(&alignment.different[1], &b), ["side", "existing"]);
    }

    #[test]
    fn figures_that_differ_are_no_shared_words() {
        let a = article("a.txt", "The call lasted two hours.");
        let b = article("b.txt", "The call lasted three hours.");
        let alignment = align(&a, 0, &b, 0);
        let different: Vec<&str> = alignment.different[0].iter().map(|span| span.text(&a.text)).collect();
        assert_eq!(different, ["two"]);
    }
}
