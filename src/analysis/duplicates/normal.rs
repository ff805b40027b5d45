//! The words of a text as hashes of their normal form.
//!
//! Two texts that differ in capitals, white space, punctuation, quotation marks, accents or ё and е have the same
//! words here. One pass over the bytes, nothing is looked up or stored: this is the part of a sketch that takes time.
//! The hash is part of what is cached, so it is written out here and does not change with a dependency.

use crate::model::Span;

/// One word. `span` counts from the start of the text that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct Word {
    pub hash: u64,
    pub kind: WordKind,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum WordKind {
    Plain,
    /// Capitalised, and not because a sentence starts there.
    Name,
    /// Starts with a digit.
    Number,
}

/// What a character does to the words around it.
#[derive(Clone, Copy)]
enum Sign {
    /// In lower case and without its accent.
    Letter { folded: u32, capital: bool },
    /// Belongs to a word but is no part of it: apostrophes, stress marks, soft hyphens.
    Silent,
    /// Parts words, and ends a sentence.
    Stop,
    /// Parts words.
    Gap,
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// Calls `each` with the words of `text` in order.
pub(in crate::analysis) fn words(text: &str, mut each: impl FnMut(Word)) {
    let (mut at, mut opens) = (0, true);
    while at < text.len() {
        let (sign, width) = sign_at(text, at);
        match sign {
            Sign::Letter { capital, .. } => {
                let word = word_at(text, at, capital && !opens);
                at = word.span.end as usize;
                opens = false;
                each(word);
            }
            Sign::Stop => {
                opens = true;
                at += width;
            }
            Sign::Silent | Sign::Gap => at += width,
        }
    }
}

/// The word whose first letter is at `start`.
fn word_at(text: &str, start: usize, capital: bool) -> Word {
    let bytes = text.as_bytes();
    let number = bytes[start].is_ascii_digit();
    let mut hash = FNV_START;
    let (mut at, mut end) = (start, start);
    while let Some(&byte) = bytes.get(at) {
        let folded = FOLDED[usize::from(byte)];
        if folded != 0 {
            hash = (hash ^ u64::from(folded)).wrapping_mul(FNV_PRIME);
            at += 1;
            end = at;
            continue;
        }
        let (sign, width) = sign_at(text, at);
        match sign {
            Sign::Letter { folded, .. } => {
                hash = (hash ^ u64::from(folded)).wrapping_mul(FNV_PRIME);
                end = at + width;
            }
            Sign::Silent => {}
            // 1.5 is not 15, but 1,5 in another language.
            Sign::Stop | Sign::Gap if number && parts_digits(bytes, at) => {
                hash = (hash ^ u64::from(b'.')).wrapping_mul(FNV_PRIME);
            }
            Sign::Stop | Sign::Gap => break,
        }
        at += width;
    }
    let kind = if number {
        WordKind::Number
    } else if capital && text[start..end].chars().nth(1).is_some() {
        WordKind::Name
    } else {
        WordKind::Plain
    };
    Word { hash: mix(hash), kind, span: Span::new(start, end) }
}

fn parts_digits(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at], b'.' | b',' | b':') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// Spreads a hash over all bits (the finaliser of splitmix64; Steele, Lea, Flood 2014).
pub(in crate::analysis) fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// By byte: an ASCII letter or digit in lower case, 0 for all others.
const FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let letter = byte as u8;
        folded[byte] = if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { 0 };
        byte += 1;
    }
    folded
};

/// The sign at byte `at`, and its bytes.
#[inline]
fn sign_at(text: &str, at: usize) -> (Sign, usize) {
    let bytes = text.as_bytes();
    match bytes[at] {
        letter if FOLDED[usize::from(letter)] != 0 => {
            let folded = u32::from(FOLDED[usize::from(letter)]);
            (Sign::Letter { folded, capital: letter.is_ascii_uppercase() }, 1)
        }
        b'\'' => (Sign::Silent, 1),
        b'.' | b'!' | b'?' | b'\n' => (Sign::Stop, 1),
        0..0x80 => (Sign::Gap, 1),
        first @ (0xD0 | 0xD1) => {
            let code = u32::from(first & 0x1F) << 6 | u32::from(bytes[at + 1] & 0x3F);
            (cyrillic(code), 2)
        }
        _ => text[at..].chars().next().map_or((Sign::Gap, 1), |letter| (other(letter), letter.len_utf8())),
    }
}

/// U+0400 to U+047F.
fn cyrillic(code: u32) -> Sign {
    let lower = match code {
        0x400..=0x40F => code + 0x50,
        0x410..=0x42F => code + 0x20,
        0x460.. => code | 1,
        _ => code,
    };
    let folded = match lower {
        0x439 => 0x438,         // й, which is also written as и with a mark
        0x450 | 0x451 => 0x435, // ё, which print leaves without its dots
        0x457 => 0x456,         // ї
        other => other,
    };
    Sign::Letter { folded, capital: code < 0x430 }
}

#[cold]
fn other(letter: char) -> Sign {
    match letter {
        '’'
        | '‘'
        | 'ʼ'
        | '´'
        | '\u{AD}'
        | '\u{300}'..='\u{36F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{FEFF}' => Sign::Silent,
        '…' => Sign::Stop,
        _ if letter.is_alphanumeric() => {
            let lower = letter.to_lowercase().next().unwrap_or(letter);
            Sign::Letter { folded: u32::from(without_accent(lower)), capital: letter.is_uppercase() }
        }
        _ => Sign::Gap,
    }
}

fn without_accent(lower: char) -> char {
    match lower {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ґ' => 'г',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hashes(text: &str) -> Vec<u64> {
        let mut found = Vec::new();
        words(text, |word| found.push(word.hash));
        found
    }

    #[test]
    fn what_print_may_change_changes_no_word() {
        assert_eq!(hashes("“It’s over”, he said."), hashes("\"IT'S  OVER\" — HE SAID"));
        assert_eq!(hashes("Ещё Баи\u{306}ден, Пу\u{301}тин"), hashes("ЕЩЕ БАЙДЕН «Путин»"));
        assert_eq!(hashes("À Genève, sanc\u{AD}tions"), hashes("a Geneve sanctions"));
    }

    #[test]
    fn what_readers_would_call_different_is_different() {
        for (one, other) in [("1.5", "15"), ("Iran", "Iraq"), ("не был", "небыл"), ("2021", "2022")] {
            assert_ne!(hashes(one), hashes(other), "{one} {other}");
        }
        assert_eq!(hashes("1,5"), hashes("1.5"));
    }

    #[test]
    fn names_are_capitals_inside_a_sentence() {
        let text = "Talks with Lavrov on 10 January. He left Geneva. В Москве Лавров";
        let mut names = Vec::new();
        words(text, |word| {
            if word.kind == WordKind::Name {
                names.push(word.span.text(text));
            }
        });
        assert_eq!(names, ["Lavrov", "January", "Geneva", "Москве", "Лавров"]);
    }

    proptest! {
        #[test]
        fn words_lie_in_the_text_in_order(text in "[a-cA-Z1-3 .,'’\n«жЖёҐéß\u{301}\u{AD}€中]{0,60}") {
            let mut spans = Vec::new();
            words(&text, |word| spans.push(word.span));
            for span in &spans {
                prop_assert!(Span::of(&text, span.range()).is_some() && !span.is_empty());
            }
            prop_assert!(spans.is_sorted_by(|a, b| a.end <= b.start));
        }
    }
}
