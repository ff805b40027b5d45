//! A letter on a page, and letters as readers mean them: ligatures undone, bullets of picture fonts known.
//!
//! Nothing here knows of words.

/// A letter with its place on the page, in points from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Letter {
    pub letter: char,
    pub x0: f32,
    pub x1: f32,
    /// The line that letters stand on.
    pub y: f32,
    /// Height of the font.
    pub size: f32,
    /// Degrees that the line is turned by, clockwise.
    pub turn: i16,
    pub bold: bool,
    pub font: u16,
}

/// A page with its letters in the order they were drawn. Points from the top left corner.
pub(super) struct Drawn {
    pub letters: Vec<Letter>,
    pub width: f32,
    pub height: f32,
}

/// Letters of one font that must be there before it is taken for a Cyrillic one under a Latin name.
const ENOUGH_LETTERS: usize = 30;
/// Share of letters with accents in such a font; French has a tenth as many.
const ACCENTED_SHARE: f64 = 0.6;

/// The letters that are meant: without ligatures and control codes; private codes only where they are known bullets.
pub(super) fn plain(text: &str) -> Vec<char> {
    let mut letters = Vec::new();
    for letter in text.chars() {
        match letter {
            'ﬀ' => letters.extend("ff".chars()),
            'ﬁ' => letters.extend("fi".chars()),
            'ﬂ' => letters.extend("fl".chars()),
            'ﬃ' => letters.extend("ffi".chars()),
            'ﬄ' => letters.extend("ffl".chars()),
            'ﬅ' | 'ﬆ' => letters.extend("st".chars()),
            '\u{2010}' | '\u{2011}' => letters.push('-'),
            '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f0fc}' | '\u{f076}' | '\u{f06e}' | '\u{f0a8}' => {
                letters.push('•')
            }
            // Picture fonts of office programs hold Latin letters in this private range.
            '\u{f020}'..='\u{f07e}' => letters.extend(char::from_u32(letter as u32 - 0xf000)),
            '\t' | '\n' | '\r' => letters.push(' '),
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => {}
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => {}
            _ if letter.is_control() => {}
            _ if letter.is_whitespace() => letters.push(' '),
            _ => letters.push(letter),
        }
    }
    letters
}

/// Old Russian files name their fonts' letters as if they were Latin ones with accents: "Ïåðåãîâîðû" is "Переговоры".
pub(super) fn mend_cyrillic(letters: &mut [Letter]) {
    let mut fonts: Vec<u16> = letters.iter().map(|letter| letter.font).collect();
    fonts.sort_unstable();
    fonts.dedup();
    for font in fonts {
        let of_font = || letters.iter().filter(|letter| letter.font == font && letter.letter.is_alphabetic());
        let all = of_font().count();
        let accented = of_font().filter(|letter| ('À'..='ÿ').contains(&letter.letter)).count();
        if all < ENOUGH_LETTERS || (accented as f64) < ACCENTED_SHARE * all as f64 {
            continue;
        }
        for letter in letters.iter_mut().filter(|letter| letter.font == font) {
            letter.letter = cyrillic(letter.letter);
        }
    }
}

/// The letter of the Cyrillic code page at the same place as this one of the Latin code page.
fn cyrillic(letter: char) -> char {
    let text = letter.to_string();
    let (bytes, _, unknown) = encoding_rs::WINDOWS_1252.encode(&text);
    if unknown {
        return letter;
    }
    encoding_rs::WINDOWS_1251.decode(&bytes).0.chars().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_are_letters_and_private_bullets_are_bullets() {
        let text: String = plain("oﬃce\u{f0b7}\u{e123}\u{0}\u{a0}a").into_iter().collect();
        assert_eq!(text, "office• a");
    }

    #[test]
    fn cyrillic_under_latin_names_is_mended_and_french_is_not() {
        let letters = |text: &str| -> Vec<Letter> {
            let at = |letter| Letter { letter, x0: 0.0, x1: 1.0, y: 0.0, size: 1.0, turn: 0, bold: false, font: 1 };
            text.chars().map(at).collect()
        };
        let mut russian = letters("Ïåðåãîâîðû â Æåíåâå ïðîøëè â ïîíåäåëüíèê.");
        mend_cyrillic(&mut russian);
        let read: String = russian.iter().map(|letter| letter.letter).collect();
        assert_eq!(read, "Переговоры в Женеве прошли в понедельник.");
        let mut french = letters("L’été à Genève a été très agréable, répéta l’hôtelier.");
        let before = french.clone();
        mend_cyrillic(&mut french);
        assert_eq!(french, before);
    }
}
