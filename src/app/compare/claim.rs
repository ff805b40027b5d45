//! What a sentence claims, cut to stand as the headline of a row: without who says it.

use crate::model::Span;

/// A frame of saying stands at the start, or at the end, if it reaches no further into the sentence than this part.
const FRAME: f32 = 0.45;
/// Bytes after the frame in which the claim must begin.
const NEAR: usize = 24;
/// A claim with fewer words is a scrap: then the whole sentence stands.
const FEWEST_WORDS: usize = 4;

/// After these the claim begins; the longer ones first.
const OPENERS: [&str; 12] =
    [" that ", ", что ", ", що ", ", dass ", ", daß ", " que ", " qu’", " qu'", ": ", ", “", " “", " «"];

/// The claim of a sentence; `frame` are the words that name its speaker, and the cue, as far as they stand in it.
pub fn claim(text: &str, sentence: Span, frame: &[Span]) -> String {
    let words = sentence.text(text);
    let inside = frame.iter().filter(|span| sentence.overlaps(**span));
    let bounds = inside.map(|span| (span.start, span.end)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let cut = bounds.and_then(|(start, end)| {
        let from = |at: u32| (at.clamp(sentence.start, sentence.end) - sentence.start) as usize;
        let (start, end) = (from(start), from(end));
        cut(words, start, end)
    });
    tidy(cut.filter(|cut| cut.split_whitespace().nth(FEWEST_WORDS - 1).is_some()).unwrap_or(words))
}

/// What is left of a sentence without a frame of saying from `start` to `end` at one of its ends.
fn cut(words: &str, start: usize, end: usize) -> Option<&str> {
    let length = words.len() as f32;
    if (end as f32) < length * FRAME {
        let rest = &words[end..];
        let opener = |opener: &&str| Some((rest.find(*opener)?, opener.len()));
        let (at, skip) = OPENERS.iter().filter_map(opener).min().filter(|(at, _)| *at <= NEAR)?;
        return Some(&rest[at + skip..]);
    }
    if (start as f32) > length * (1.0 - FRAME) {
        let before = &words[..start];
        let comma = before.rfind([',', '”', '»', '"'])?;
        return (start - comma <= NEAR).then(|| &before[..comma]);
    }
    None
}

/// Without quotation marks and stops at its ends, in one line, with a capital.
fn tidy(words: &str) -> String {
    let is_edge = |c: char| c.is_whitespace() || "“”«»\"„‘’'.,;:!–—".contains(c);
    let line = words.split_whitespace().collect::<Vec<&str>>().join(" ");
    let mut letters = line.trim_matches(is_edge).chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The claim of a sentence of which the words between `[` and `]` are the frame.
    fn of(marked: &str) -> String {
        let (before, rest) = marked.split_once('[').unwrap_or((marked, "]"));
        let (frame, after) = rest.split_once(']').unwrap();
        let text = format!("{before}{frame}{after}");
        let frame = Span::new(before.len(), before.len() + frame.len());
        claim(&text, Span::new(0, text.len()), &[frame])
    }

    #[test]
    fn who_says_it_is_left_out_at_both_ends() {
        assert_eq!(
            of("[Biden repeated] that large-scale sanctions would follow an attack."),
            "Large-scale sanctions would follow an attack"
        );
        assert_eq!(
            of("“It will be a colossal mistake with grave consequences,” [Ushakov said]."),
            "It will be a colossal mistake with grave consequences"
        );
        assert_eq!(
            of("[Песков заявил], что Россия добивается гарантий безопасности."),
            "Россия добивается гарантий безопасности"
        );
    }

    #[test]
    fn a_frame_in_the_middle_and_a_scrap_leave_the_sentence_whole() {
        let whole = "Troops gather, [the official said], while diplomats meet in Geneva and in Brussels.";
        assert!(of(whole).starts_with("Troops gather, the official said"));
        assert_eq!(of("[Psaki said] that they will."), "Psaki said that they will");
        assert_eq!(of("The talks lasted two hours."), "The talks lasted two hours");
    }
}
