//! The words of a text and their normal forms.
//!
//! [`words`] cuts, by byte class where the text is ASCII. A hyphen parts words ("build-up" is two), an
//! apostrophe does not, a possessive 's belongs to no word, "U.S." is one. [`clean`] and [`fold`] make two
//! spellings of one word equal; they are called once per different word, not once per word.

use crate::model::{Language, Span};

const SOFT_HYPHEN: char = '\u{AD}';

/// What a byte can be the beginning of. Looked up in [`KINDS`], because most of the work is to tell it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// ASCII that is in no word.
    Gap,
    /// `'`, and the first bytes of ’ and ʼ: may join or end a word.
    Apostrophe,
    /// An ASCII letter or digit.
    Plain,
    /// The first byte of a Cyrillic letter of two bytes.
    Cyrillic,
    /// Any other character: has to be decoded.
    Other,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut byte = 0;
    while byte < 0x80 {
        kinds[byte] = if (byte as u8).is_ascii_alphanumeric() { Kind::Plain } else { Kind::Gap };
        byte += 1;
    }
    kinds[b'\'' as usize] = Kind::Apostrophe;
    kinds[0xE2] = Kind::Apostrophe;
    kinds[0xCA] = Kind::Apostrophe;
    // Cyrillic from Ѐ to ѿ: all letters.
    kinds[0xD0] = Kind::Cyrillic;
    kinds[0xD1] = Kind::Cyrillic;
    kinds
};

/// The kind of the byte at `at`; a gap at the end.
fn kind(text: &str, at: usize) -> Kind {
    text.as_bytes().get(at).map_or(Kind::Gap, |byte| KINDS[usize::from(*byte)])
}

/// Appends the words of `text`, which starts at byte `base` of the article, to `out`.
pub fn words(text: &str, base: usize, language: Language, out: &mut Vec<Span>) {
    let mut at = 0;
    while at < text.len() {
        if kind(text, at) == Kind::Gap {
            at += 1;
            continue;
        }
        if letter(text, at).is_none() {
            at += width_at(text, at);
            continue;
        }
        let start = at;
        at = word_end(text, at, language);
        if at - start == 1 {
            at = initials_end(text, at);
        }
        out.push(Span::new(base + start, base + at));
        at += possessive(text, at);
    }
}

/// How many of the next eight bytes are ASCII letters and digits without a break; 0 also near the end of the text.
///
/// All eight are looked at in one step, each in its own eighth of a number: a step for each byte would
/// have the processor guess wrong at the end of nearly every word.
fn plain_run(text: &str, at: usize) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    let Some(Ok(eight)) = text.as_bytes().get(at..at + 8).map(<[u8; 8]>::try_from) else { return 0 };
    let bytes = u64::from_le_bytes(eight);
    let ascii = bytes & !HIGH;
    // A sum reaches the high bit of its eighth if the byte is at least `first`.
    let at_least = |bytes: u64, first: u8| bytes + u64::from(0x80 - first) * EACH;
    let within = |bytes: u64, first: u8, last: u8| at_least(bytes, first) & !at_least(bytes, last + 1);
    let plain = within(ascii | (0x20 * EACH), b'a', b'z') | within(ascii, b'0', b'9');
    let other = (!plain | bytes) & HIGH;
    (other.trailing_zeros() / 8) as usize
}

/// Where the word that `at` is inside of ends.
fn word_end(text: &str, mut at: usize, language: Language) -> usize {
    loop {
        match kind(text, at) {
            Kind::Plain => at += plain_run(text, at).max(1),
            Kind::Cyrillic => at += 2,
            Kind::Gap => return at,
            Kind::Other | Kind::Apostrophe => match letter(text, at) {
                Some(width) => at += width,
                None => match joint(text, at, language) {
                    Some(width) => at += width,
                    None => return at,
                },
            },
        }
    }
}

/// Bytes of an apostrophe at `at` between two letters of one word.
fn joint(text: &str, at: usize, language: Language) -> Option<usize> {
    let width = apostrophe(text, at)?;
    // French elision: "l'Iran" is two words.
    let joins = language != Language::French && letter(text, at + width).is_some() && possessive(text, at) == 0;
    joins.then_some(width)
}

/// "U.S", "U.K", "a.m": single letters with full stops between, from the end of the first on.
fn initials_end(text: &str, mut at: usize) -> usize {
    while text.as_bytes().get(at) == Some(&b'.')
        && let Some(width) = letter(text, at + 1)
        && !text.as_bytes()[at + 1].is_ascii_digit()
        && letter(text, at + 1 + width).is_none()
    {
        at += 1 + width;
    }
    at
}

/// Bytes of a possessive 's at `at`.
fn possessive(text: &str, at: usize) -> usize {
    if kind(text, at) != Kind::Apostrophe {
        return 0;
    }
    let Some(width) = apostrophe(text, at) else { return 0 };
    let is_s = matches!(text.as_bytes().get(at + width), Some(b's' | b'S'));
    if is_s && letter(text, at + width + 1).is_none() { width + 1 } else { 0 }
}

/// Bytes of the letter or digit at `at`, if one is there.
fn letter(text: &str, at: usize) -> Option<usize> {
    match kind(text, at) {
        Kind::Plain => Some(1),
        Kind::Cyrillic => Some(2),
        Kind::Gap => None,
        Kind::Apostrophe | Kind::Other => {
            let letter = text[at..].chars().next()?;
            let belongs = letter.is_alphanumeric() || letter == SOFT_HYPHEN || is_mark(letter);
            belongs.then_some(letter.len_utf8())
        }
    }
}

fn apostrophe(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at)? {
        b'\'' => Some(1),
        0xE2 if text[at..].starts_with('’') => Some(3),
        0xCA if text[at..].starts_with('ʼ') => Some(2),
        _ => None,
    }
}

fn width_at(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}

/// A word in its normal spelling, capitals kept: no soft hyphens, stress marks or full stops, one kind of
/// apostrophe, letters and their marks in one.
pub fn clean(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_owned();
    }
    let mut clean = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            SOFT_HYPHEN | '.' => {}
            '’' | 'ʼ' => clean.push('\''),
            mark if is_mark(mark) => {
                if let Some(whole) = clean.chars().next_back().and_then(|letter| compose(letter, mark)) {
                    clean.pop();
                    clean.push(whole);
                }
            }
            letter => clean.push(letter),
        }
    }
    clean
}

/// A clean word without its capitals, and with the letters that are left out in print: ё is е, ґ is г.
pub fn fold(clean: &str) -> String {
    if clean.is_ascii() {
        return clean.to_ascii_lowercase();
    }
    let plain = |letter| match letter {
        'ё' => 'е',
        'ґ' => 'г',
        other => other,
    };
    clean.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// The letter that a letter and a mark after it make, for the languages with rules.
fn compose(letter: char, mark: char) -> Option<char> {
    const WHOLE: [(char, &str, &str); 6] = [
        ('\u{300}', "aeuAEU", "àèùÀÈÙ"),
        ('\u{301}', "eE", "éÉ"),
        ('\u{302}', "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        ('\u{306}', "иИ", "йЙ"),
        ('\u{308}', "aouAOUeiеЕіІ", "äöüÄÖÜëïёЁїЇ"),
        ('\u{327}', "cC", "çÇ"),
    ];
    let (_, parts, wholes) = WHOLE.iter().find(|(known, ..)| *known == mark)?;
    parts.chars().zip(wholes.chars()).find(|(part, _)| *part == letter).map(|(_, whole)| whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str, language: Language) -> Vec<&str> {
        let mut spans = Vec::new();
        words(text, 0, language, &mut spans);
        spans.into_iter().map(|span| span.text(text)).collect()
    }

    #[test]
    fn hyphens_part_words_and_possessives_belong_to_none() {
        let found = cut("Russia’s build-up at Ukraine's border, the allies' \"worry\".", Language::English);
        assert_eq!(found, ["Russia", "build", "up", "at", "Ukraine", "border", "the", "allies", "worry"]);
    }

    #[test]
    fn initials_are_one_word() {
        assert_eq!(
            cut("The U.S. and the U.K.-led group.A man", Language::English)[..5],
            ["The", "U.S", "and", "the", "U.K"]
        );
        assert_eq!(fold(&clean("U.S")), "us");
    }

    #[test]
    fn french_elision_frees_the_name() {
        assert_eq!(cut("l’Iran d'Ukraine", Language::French), ["l", "Iran", "d", "Ukraine"]);
        assert_eq!(cut("п'ять", Language::Ukrainian), ["п'ять"]);
    }

    #[test]
    fn spellings_that_look_the_same_are_the_same() {
        assert_eq!(fold(&clean("Баи\u{306}ден")), "байден");
        assert_eq!(fold(&clean("ВСЁ")), "все");
        assert_eq!(fold(&clean("sanc\u{AD}tions")), "sanctions");
        assert_eq!(fold(&clean("Пу\u{301}тин")), "путин");
        assert_eq!(fold(&clean("u\u{308}ber")), "über");
    }

    proptest! {
        #[test]
        fn a_run_of_plain_letters_is_as_long_as_it_looks(text in "[a-zA-Z0-9@\\[`{/:жé ]{8,12}|\\PC{8,12}") {
            let run = text.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count();
            prop_assert_eq!(plain_run(&text, 0), run);
        }

        #[test]
        fn words_lie_in_the_text_in_order(text in "[a-zA-Z '’.\\-жЖё\u{301}\u{AD}€9]{0,60}") {
            for language in [Language::English, Language::French] {
                let mut spans = Vec::new();
                words(&text, 0, language, &mut spans);
                for span in &spans {
                    prop_assert!(Span::of(&text, span.range()).is_some() && !span.is_empty());
                }
                prop_assert!(spans.is_sorted_by(|a, b| a.end <= b.start));
            }
        }
    }
}
