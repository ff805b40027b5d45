use super::*;
use crate::model::{Fingerprint, Format, Language, Paragraph, ParagraphKind};
use crate::text::sentences;
use proptest::prelude::*;

/// An article of these paragraphs; one that starts with `#` is clutter.
fn article(text: &str) -> Article {
    let (mut paragraphs, mut found) = (Vec::new(), Vec::new());
    let mut start = 0;
    for (number, paragraph) in text.split('\n').enumerate() {
        let kind = if paragraph.starts_with('#') { ParagraphKind::Clutter } else { ParagraphKind::Body };
        paragraphs.push(Paragraph { span: Span::new(start, start + paragraph.len()), kind });
        found.extend(sentences(paragraph, Language::English).into_iter().map(|range| {
            let span = Span::new(start + range.start, start + range.end);
            crate::model::Sentence { span, paragraph: number as u32 }
        }));
        start += paragraph.len() + 1;
    }
    Article {
        path: String::new(),
        format: Format::Txt,
        headline: String::new(),
        outlet: None,
        author: None,
        date: None,
        time: None,
        address: None,
        language: Language::English,
        text: text.to_owned(),
        paragraphs,
        sentences: found,
        fingerprint: Fingerprint::of(text),
        warnings: Vec::new(),
    }
}

/// `=kept`, `+added`, `-removed`, `~replaced(words)`, one after the other.
fn show(runs: &[Run], old: &str, new: &str) -> Vec<String> {
    let shown = |run: &Run| match run {
        Run::Kept { new: span, .. } => format!("={}", span.text(new)),
        Run::Added(span) => format!("+{}", span.text(new)),
        Run::Removed(span) => format!("-{}", span.text(old)),
        Run::Replaced { old: from, new: to, words } if words.is_empty() => {
            format!("~{}>{}", from.text(old), to.text(new))
        }
        Run::Replaced { words, .. } => format!("~({})", show(words, old, new).join(" ")),
    };
    runs.iter().map(shown).collect()
}

fn shown(old: &str, new: &str) -> Vec<String> {
    show(&changes(&article(old), &article(new)).runs, old, new)
}

#[test]
fn an_update_shows_the_new_number_and_the_new_sentence() {
    let old = "Talks end\nThe talks in Geneva lasted for 7 hours. Nobody commented.\nMore follows.";
    let new =
        "Talks end without result\nThe talks in Geneva lasted for 8 hours. A new round was agreed. Nobody commented.";
    assert_eq!(
        shown(old, new),
        [
            "~(=Talks end +without result)",
            "~(=The talks in Geneva lasted for ~7>8 =hours)",
            "+A new round was agreed.",
            "=Nobody commented.",
            "-More follows.",
        ]
    );
}

#[test]
fn neighbours_that_stay_are_one_run_a_paragraph() {
    let text = "He came. He saw. He left.\nNothing was signed.";
    assert_eq!(shown(text, text), ["=He came. He saw. He left.", "=Nothing was signed."]);
    assert!(changes(&article(text), &article(text)).is_empty());
}

#[test]
fn print_and_clutter_are_no_change() {
    let old = "“It’s over,” the minister said.\n#Share this";
    let new = "\"It's over\", THE MINISTER SAID.\n#Read also: more";
    assert!(changes(&article(old), &article(new)).is_empty());
}

#[test]
fn a_sentence_that_was_split_is_shown_as_one_change() {
    let old = "The presidents spoke of Ukraine and then they turned to Iran.";
    let new = "The presidents spoke of Ukraine. Then they turned to Iran.";
    assert_eq!(shown(old, new), ["~(=The presidents spoke of Ukraine -and =Then they turned to Iran)"]);
}

#[test]
fn sentences_that_share_only_small_words_are_not_one() {
    let old = "The price of oil rose to a record in the morning.";
    let new = "The leaders of both states agreed to a call in the spring.";
    assert_eq!(shown(old, new), [format!("-{old}"), format!("+{new}")]);
}

fn hashes(text: &str, span: Span) -> Vec<u64> {
    let mut words = Vec::new();
    normal::words(span.text(text), |word| words.push(word.hash));
    words
}

/// The words of the new text that these runs make of the old one: what is kept is taken from the old text.
fn rebuilt(runs: &[Run], old: &str, new: &str) -> Vec<u64> {
    let words = |run: &Run| match run {
        Run::Kept { old: span, .. } => hashes(old, *span),
        Run::Added(span) => hashes(new, *span),
        Run::Removed(_) => Vec::new(),
        Run::Replaced { new: span, words, .. } if words.is_empty() => hashes(new, *span),
        Run::Replaced { words, .. } => rebuilt(words, old, new),
    };
    runs.iter().flat_map(words).collect()
}

/// The words of the old text that these runs speak of.
fn accounted(runs: &[Run], old: &str) -> Vec<u64> {
    let words = |run: &Run| match run {
        Run::Kept { old: span, .. } | Run::Removed(span) => hashes(old, *span),
        Run::Added(_) => Vec::new(),
        Run::Replaced { old: span, words, .. } if words.is_empty() => hashes(old, *span),
        Run::Replaced { words, .. } => accounted(words, old),
    };
    runs.iter().flat_map(words).collect()
}

proptest! {
    #[test]
    fn the_old_text_and_the_changes_make_the_new_one(
        old in "([A-D](\u{0}| [a-e]{1,2}){0,6}\\.[ \n]){0,8}[A-C]",
        new in "([A-D](\u{0}| [a-e]{1,2}){0,6}\\.[ \n]){0,8}[A-C]",
    ) {
        let runs = changes(&article(&old), &article(&new)).runs;
        prop_assert_eq!(rebuilt(&runs, &old, &new), hashes(&new, Span::new(0, new.len())));
        prop_assert_eq!(accounted(&runs, &old), hashes(&old, Span::new(0, old.len())));
        let back = changes(&article(&new), &article(&old)).runs;
        prop_assert_eq!(rebuilt(&back, &new, &old), hashes(&old, Span::new(0, old.len())));
    }
}
