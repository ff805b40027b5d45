//! Where the sentences of a paragraph begin and end.
//!
//! Rules on characters: find a full stop, `!`, `?` or ellipsis, take the closing quotes with it, then ask what stands
//! before (an abbreviation? an initial? a number?) and what follows (a capital? a usual first word?). Tuned for news:
//! when in doubt, a name after an abbreviation goes on with the sentence. Leaves out: sentences that end without a
//! mark, and scripts that have their own full stop. The text is never changed; hard-wrapped lines count as spaces.

mod abbreviations;
mod stop;

use std::ops::Range;

use self::abbreviations::{Abbreviations, Class};
use self::stop::{Follow, Mark, Stop};
use crate::model::Language;

/// How many bytes before a full stop are looked at as its word: the longest abbreviation with room to spare.
const LONGEST_WORD: usize = 48;

/// Up to so many bytes, an abbreviation that may end a sentence is still its opening: "At 5 a.m. Mr. Smith".
const SHORT_OPENING: usize = 12;

/// What stands before dots that show a gap inside a sentence: "[...]", "what I mean . . . I".
const ELISION_OPENS: [char; 4] = ['[', '(', ' ', '\u{a0}'];

/// The sentences of one paragraph, as byte ranges trimmed of white space, in order.
///
/// Everything but white space lies in exactly one of them. `\n` counts as a space.
pub fn sentences(paragraph: &str, language: Language) -> Vec<Range<usize>> {
    let abbreviations = Abbreviations::of(language);
    let text = paragraph.trim_end();
    let mut found = Vec::new();
    let mut start = stop::skip_space(text, 0);
    let mut from = start;
    while let Some(stop) = Stop::find(text, start, from) {
        from = stop.end;
        if stop.next < text.len() && ends_sentence(text, start, &stop, abbreviations) {
            found.push(start..stop.end);
            start = stop.next;
            from = start;
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// Whether a new sentence begins after this stop. There is text after it.
fn ends_sentence(text: &str, start: usize, stop: &Stop, abbreviations: &Abbreviations) -> bool {
    let follow = Follow::read(text, stop.next);
    if stop.end == stop.next {
        return ends_without_space(text, start, stop, &follow, abbreviations);
    }
    if !follow.can_start() || stop.marks.start == start {
        return false;
    }
    match stop.mark {
        Mark::Stop => !goes_on(text, start, stop, &follow, abbreviations),
        Mark::Ellipsis if follow.is_number() => false,
        Mark::Ellipsis => {
            !text[..stop.marks.start].ends_with(ELISION_OPENS) || gap_ends(text, start, stop, &follow, abbreviations)
        }
        Mark::Sure => true,
    }
}

/// A gap in a quotation at the end of a sentence: "crop yields [...] However". In the middle of one no usual first
/// word has a capital: "it was [...] Putin".
fn gap_ends(text: &str, start: usize, stop: &Stop, follow: &Follow, abbreviations: &Abbreviations) -> bool {
    let before = &text[start..stop.marks.start];
    before.ends_with('[') && before.contains(char::is_alphanumeric) && abbreviations.starts_sentence(follow.word)
}

/// A missing space: "at the border.The issue", "the country.“He said".
///
/// Not "U.S.", "e.V.", "Nord.Stream", a file name or a host: the word before is a plain word, the word after is a
/// capitalised one that is not part of something longer.
fn ends_without_space(text: &str, start: usize, stop: &Stop, follow: &Follow, abbreviations: &Abbreviations) -> bool {
    let touches_word = text[stop.next..].starts_with(|c: char| c.is_alphabetic() || stop::is_opener(c));
    if stop.mark == Mark::Ellipsis || !touches_word || !follow.is_capitalised() {
        return false;
    }
    let word = word_before(text, start, stop.marks.start);
    let quote_between = follow.start > stop.next && text[stop.next..].starts_with(stop::is_opener);
    let after_quote = stop.end > stop.marks.end || quote_between;
    let plain = |c: char| c.is_alphabetic() || c == '-' || c == '’' || c == '\'';
    if word.chars().count() < 2 || !word.chars().all(plain) || follow.goes_on_without_space(text) {
        return quote_between && !word.is_empty();
    }
    let lower = word.chars().all(|c| !c.is_uppercase());
    let held = stop.mark == Mark::Stop && abbreviations.class(word) == Some(Class::Always);
    !held && (lower || after_quote || stop.mark == Mark::Sure || abbreviations.starts_sentence(follow.word))
}

/// Whether the full stop belongs to an abbreviation, an initial or a number, and the sentence goes on.
fn goes_on(text: &str, start: usize, stop: &Stop, follow: &Follow, abbreviations: &Abbreviations) -> bool {
    let word = word_before(text, start, stop.marks.start);
    let before = text[start..stop.marks.start - word.len()].trim_end();
    let first = before.chars().all(|c| !c.is_alphanumeric());
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return number_goes_on(word, first, follow, abbreviations);
    }
    let last_part = word.rsplit(['-', '\'', '’']).next().unwrap_or(word);
    let starter = abbreviations.starts_sentence(follow.word) && !follow.is_initial(text);
    let may_end = starter && stop.marks.end - start > SHORT_OPENING;
    let whole = spaced_class(before, word, abbreviations).or_else(|| abbreviations.class(word));
    match whole.or_else(|| abbreviations.class(last_part)) {
        Some(Class::Always) => true,
        Some(Class::Numbered) if follow.is_number() => true,
        Some(Class::Unit) => !ends_in_number(before),
        Some(Class::MayEnd) => !may_end,
        Some(Class::Ends) => false,
        None if is_acronym(word) => !may_end,
        Some(Class::Numbered) | None => initial_goes_on(last_part, first, before, starter, abbreviations),
    }
}

/// Single letters and Roman numbers: "J. Biden", "z. B.", "II. Weltkrieg", "a. First item".
fn initial_goes_on(word: &str, first: bool, before: &str, starter: bool, abbreviations: &Abbreviations) -> bool {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_alphabetic() => {
            first || !(starter || is_pronoun(letter, before, abbreviations))
        }
        (Some(_), Some(_)) if is_roman(word) => (first && word.len() <= 4) || (abbreviations.ordinals && !starter),
        _ => false,
    }
}

/// "1. First item", "7. Dezember": list numbers at the start of a sentence, and ordinals where they take a stop.
fn number_goes_on(word: &str, first: bool, follow: &Follow, abbreviations: &Abbreviations) -> bool {
    let short = word.split('.').all(|part| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    if first {
        return short;
    }
    abbreviations.ordinals && short && !follow.is_number() && !abbreviations.starts_sentence(follow.word)
}

/// The word that a full stop at `end` belongs to: back to a space, a quote or a bracket.
fn word_before(text: &str, start: usize, end: usize) -> &str {
    let mut from = end;
    for (i, c) in text[start..end].char_indices().rev() {
        // Apostrophes belong to words, although they look like closing quotes.
        let quote = stop::is_opener(c) || (stop::is_closer(c) && c != '’');
        if c.is_whitespace() || quote || matches!(c, ',' | ';' | ':' | '/' | '–' | '—' | '…') {
            break;
        }
        from = start + i;
        if end - from > LONGEST_WORD {
            break;
        }
    }
    &text[from..end]
}

/// "U.S", "z.B", "В.В": single letters between stops.
fn is_acronym(word: &str) -> bool {
    word.contains('.') && word.split(['.', '-']).all(|part| part.chars().count() <= 1)
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| b"IVXLCDM".contains(&b))
}

/// "Neither do I. Putin said": the pronoun, not an initial. Only after a word in lower case.
fn is_pronoun(letter: char, before: &str, abbreviations: &Abbreviations) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    Some(letter) == abbreviations.pronoun && !last.is_empty() && last.chars().all(char::is_lowercase)
}

/// The class of an abbreviation written with a space: "т. е.", "z. B.".
fn spaced_class(before: &str, word: &str, abbreviations: &Abbreviations) -> Option<Class> {
    let rest = before.strip_suffix('.')?;
    let letter = rest.rsplit(|c: char| !c.is_alphabetic()).next()?;
    let single = |part: &str| part.chars().nth(1).is_none() && !part.is_empty();
    if single(letter) && single(word) { abbreviations.class(&format!("{letter}.{word}")) } else { None }
}

/// Whether the text before a unit is a number: "2021 г.", "1970-х гг.", "XIX в.", "5 млн руб.".
fn ends_in_number(before: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.starts_with(|c: char| c.is_ascii_digit())
        || (!last.is_empty() && is_roman(last))
        || ["млн", "млрд", "тыс.", "тис.", "трлн"].contains(&last)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Cuts `text` at its `|` signs, and holds that the rules cut it there and nowhere else.
    fn holds(language: Language, marked: &str) {
        let wanted: Vec<&str> = marked.split('|').map(str::trim).collect();
        let text = marked.replace('|', "");
        let cut: Vec<&str> = sentences(&text, language).into_iter().map(|range| &text[range]).collect();
        assert_eq!(cut, wanted);
    }

    #[test]
    fn titles_and_initials_go_on() {
        holds(Language::English, "Gen. Mark Milley met Mr. Lavrov. | J. Biden and V. V. Putin spoke.");
        holds(Language::Russian, "Так говорится в нем. | Путин ждал.");
        holds(Language::Russian, "Президент В. В. Путин и Дж. Байден. | Проф. Иванов был там.");
        holds(Language::French, "M. Le Drian a parlé. | M. Macron aussi.");
    }

    #[test]
    fn a_country_in_initials_ends_a_sentence_only_before_a_usual_first_word() {
        holds(Language::English, "He spoke for the U.S. President. | They went back to the U.S. | The talks went on.");
        holds(Language::English, "The call began at 10 a.m. Moscow time. | It ended before 1 p.m. | He left.");
    }

    #[test]
    fn numbers_go_on() {
        holds(
            Language::English,
            "It cost 2.5 billion on Dec. 7 under Art. 5. | No. 6 followed. | Would he? | No. | Putin left.",
        );
        holds(
            Language::German,
            "Am 7. Dezember sprach Präsident Biden, z. B. über Art. 5. | Im Jahr 2021. | Danach nicht.",
        );
        holds(Language::English, "1. First item of the list. | 2. Second item.");
    }

    #[test]
    fn a_missing_space_after_a_full_stop_still_ends_a_sentence() {
        holds(Language::English, "The president told his aide. |The issue is settled.");
        holds(Language::English, "“They left the country.“ |He said no more.");
        holds(Language::English, "The Nord.Stream site www.Example.Com and report.Final.pdf are fine.");
        holds(Language::German, "Der Verein e.V. Berlin tagt.");
    }

    #[test]
    fn closing_quotes_belong_to_the_sentence_they_close() {
        holds(
            Language::English,
            "“We will not wait.” | The line went dead. | \"Who?\" he asked. | \"Me.\" | \"So be it.\"",
        );
        holds(Language::Russian, "«Это красная линия». | «Мы ждём!» — сказал он. | Все ушли.");
        holds(Language::French, "« C’est une ligne rouge. » | Il est parti.");
        holds(Language::German, "„Das ist eine rote Linie.“ | Er ging.");
    }

    #[test]
    fn an_ellipsis_ends_a_sentence_before_a_capital_but_not_where_words_were_left_out() {
        holds(Language::English, "We waited... | Nobody came. | It was [...] Putin who said … well, nothing.");
        holds(Language::English, "It improves yields [...] | However, it rains. [...] | The rest is silence.");
        holds(Language::Russian, "Мы ждем […] | Однако переговоры идут. | Это […] Путин.");
    }

    #[test]
    fn russian_years_end_a_sentence_and_russian_towns_do_not() {
        holds(Language::Russian, "Это было в 2021 г. | Путин приехал в г. Женева. | Вопросы и т. д. | Итоги подвели.");
        holds(Language::Ukrainian, "Це було у 2021 р. | Зеленський приїхав у м. Київ і т. д. | Усе.");
    }

    #[test]
    fn note_numbers_and_hard_wraps_do_not_matter() {
        holds(Language::English, "The talks failed.[12] | They met\nagain. | \n Then they\nleft.");
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert!(sentences("", Language::English).is_empty());
        assert!(sentences(" \n\u{a0} ", Language::Other).is_empty());
    }

    proptest! {
        #[test]
        fn sentences_are_trimmed_and_hold_all_that_is_not_white_space(
            text in "([A-Za-z0-9 .!?…\"'“”«»()\\[\\]\n\u{a0}Яябг—-]|U\\.S\\. |т\\. д\\. ){0,60}",
            language in prop::sample::select(Language::ALL.to_vec()),
        ) {
            let mut at = 0;
            for range in sentences(&text, language) {
                let sentence = &text[range.clone()];
                prop_assert!(text[at..range.start].trim().is_empty());
                prop_assert!(!sentence.is_empty() && sentence.trim() == sentence);
                at = range.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
