//! Bytes become text: byte-order mark, UTF-8, what an HTML page says of itself, UTF-16 by its NULs, and last a guess.
//!
//! Old Russian files come in five encodings that differ only in which letter a byte stands for, so among those
//! the one whose letters are most like Russian wins. Left out: UTF-32, EBCDIC, and files in two encodings at once.

use super::ImportError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_5, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252, X_MAC_CYRILLIC,
};

/// Where an HTML page must have named its encoding: browsers look at 1,024 bytes, real pages are sloppier.
const META_WITHIN: usize = 4096;
/// Bytes outside ASCII that are enough to tell Cyrillic encodings apart.
const CYRILLIC_SAMPLE: usize = 32 * 1024;
/// Running Russian scores about 2.6 a letter (see [`score`]), Greek or Hebrew read as Cyrillic under 2.
const RUSSIAN_ENOUGH: f64 = 2.2;
/// A text in which more than this share of characters are control codes is none.
const MOST_CONTROLS: f64 = 0.02;
/// In damaged UTF-8, at least this share of the characters outside ASCII must be whole.
const UTF8_ENOUGH: f64 = 0.9;

/// In order of how often they are met: the first of equals wins.
const CYRILLIC: [&Encoding; 6] = [WINDOWS_1251, KOI8_R, KOI8_U, IBM866, ISO_8859_5, X_MAC_CYRILLIC];

/// A file as text, without byte-order mark.
#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    /// What the reader should know ("3 places that are not valid UTF-8 were replaced").
    pub warning: Option<String>,
}

/// Decodes a file. `html` lets the page itself name its encoding.
pub(super) fn decode(bytes: &[u8], html: bool) -> Result<Decoded, ImportError> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => match std::str::from_utf8(bytes) {
            // ASCII may still be a stateful Japanese encoding that the page names; with NULs it is UTF-16 or no text.
            Ok(text) if (!html || !text.is_ascii()) && !text.contains('\0') => return checked(text.to_owned(), None),
            _ => without_bom(bytes, html)?,
        },
    };
    let (text, _, damaged) = encoding.decode(bytes);
    let warning = damaged.then(|| {
        let places = text.matches('\u{FFFD}').count();
        let noun = if places == 1 { "place that is" } else { "places that are" };
        format!("{places} {noun} not valid {} were replaced by \u{FFFD}", encoding.name())
    });
    checked(text.into_owned(), warning)
}

fn checked(text: String, warning: Option<String>) -> Result<Decoded, ImportError> {
    let (mut sample, mut controls) = (1, 0);
    if may_have_controls(text.as_bytes()) {
        let sampled = text.chars().take(CYRILLIC_SAMPLE);
        sample = sampled.clone().count();
        controls = sampled.filter(|letter| letter.is_control() && !is_text_control(*letter)).count();
    }
    if memchr::memchr(0, text.as_bytes()).is_some() || controls as f64 > sample as f64 * MOST_CONTROLS {
        return Err(ImportError::NotText);
    }
    Ok(Decoded { text, warning })
}

/// Control codes that plain text may hold: tabs, line and page ends, and DOS's end of file.
fn is_text_control(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}')
}

/// Whether any other control code stands in UTF-8. Most files have none, and their bytes tell that at once.
fn may_have_controls(bytes: &[u8]) -> bool {
    let is_odd = |byte: u8| (byte < b' ' && !is_text_control(char::from(byte))) || byte == 0x7F;
    // Not `any`: without a way out in the middle, many bytes are looked at in one step.
    let odd = bytes.iter().fold(false, |odd, byte| odd | is_odd(*byte));
    odd || memchr::memchr_iter(0xC2, bytes).any(|at| bytes[at + 1] < 0xA0)
}

fn without_bom(bytes: &[u8], html: bool) -> Result<&'static Encoding, ImportError> {
    if let Some(encoding) = html.then(|| declared(bytes)).flatten() {
        return Ok(encoding);
    }
    if let Some(encoding) = utf16_by_nuls(bytes) {
        return Ok(encoding);
    }
    if memchr::memchr(0, bytes).is_some() {
        return Err(ImportError::NotText);
    }
    Ok(guess(bytes))
}

/// The encoding that `<meta charset>` names, unless the bytes speak against it.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(META_WITHIN)].to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset")? + b"charset".len();
    let label = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
    let start = at + head[at..].iter().position(label).filter(|skipped| *skipped <= 4)?;
    let end = start + head[start..].iter().position(|byte| !label(byte))?;
    let encoding = Encoding::for_label(&head[start..end])?;
    // A page cannot name UTF-16 in single bytes, and one that names UTF-8 has just been found not to be it.
    (encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE).then_some(encoding)
}

/// UTF-16 shows by NULs on one side of its pairs: spaces and line ends are there in every script.
fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(CYRILLIC_SAMPLE)];
    let nuls = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (nuls(0), nuls(1));
    let enough = (sample.len() / 100).max(1);
    let encoding = match (first, second) {
        _ if second >= enough && first * 20 <= second => UTF_16LE,
        _ if first >= enough && second * 20 <= first => UTF_16BE,
        _ => return None,
    };
    let (text, damaged) = encoding.decode_without_bom_handling(&sample[..sample.len() & !1]);
    let odd = text.chars().filter(|character| character.is_control() && !character.is_whitespace()).count();
    (!damaged && odd * 50 <= text.len()).then_some(encoding)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    let high = || bytes.iter().copied().filter(|byte| *byte >= 0x80);
    if high().all(|byte| matches!(byte, 0x80 | 0x85 | 0x91..=0x97 | 0xA0 | 0xA9 | 0xAB | 0xBB)) {
        // Curly quotes and dashes alone say nothing of a language; all windows encodings agree on them.
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let (cyrillic, score) = best_cyrillic(bytes);
    if score >= RUSSIAN_ENOUGH || CYRILLIC.contains(&guess) { cyrillic } else { guess }
}

/// Whether this is UTF-8 with a few broken places, such as a cut end.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 0 && whole as f64 >= (whole + broken) as f64 * UTF8_ENOUGH
}

/// The Cyrillic encoding under which the bytes look most like Russian or Ukrainian, and how much so.
fn best_cyrillic(bytes: &[u8]) -> (&'static Encoding, f64) {
    // Letters of a Cyrillic word stand together; a lone byte is an accented letter of a Latin script.
    let runs = bytes.split(|byte| *byte < 0x80).filter(|run| run.len() >= 3);
    let mut words: Vec<u8> = Vec::new();
    for run in runs {
        words.extend(run);
        words.push(b' ');
        if words.len() > CYRILLIC_SAMPLE {
            break;
        }
    }
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count().min(CYRILLIC_SAMPLE);
    let mut best = (WINDOWS_1251, f64::MIN);
    for encoding in CYRILLIC {
        let score = score(&encoding.decode_without_bom_handling(&words).0);
        if score > best.1 {
            best = (encoding, score);
        }
    }
    if words.len() < high / 2 { (best.0, 0.0) } else { best }
}

/// How much a text looks like Russian or Ukrainian, on average a letter: 3 for the ten commonest letters, down to
/// -3 for what stands in no word; a capital after a small letter (another encoding's small one) costs most.
fn score(text: &str) -> f64 {
    let (mut sum, mut count) = (0.0, 0_usize);
    let mut after_small = false;
    for character in text.chars() {
        let capital = character.is_uppercase();
        sum += match character.to_lowercase().next().unwrap_or(character) {
            ' ' | '«' | '»' | '—' | '–' | '„' | '“' | '”' | '…' | '№' | '’' | '\u{a0}' => {
                after_small = false;
                continue;
            }
            _ if capital && after_small => -5.0,
            'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' => 3.0,
            'к' | 'м' | 'д' | 'п' | 'у' | 'я' | 'ы' | 'ь' | 'г' | 'з' | 'б' | 'і' => 2.0,
            'а'..='я' => 1.0,
            'ё' | 'є' | 'ї' | 'ґ' | 'ў' | 'ј' => 0.5,
            _ => -3.0,
        };
        // Of two readings that differ only in case, the one in small letters is the more likely.
        sum -= if capital { 0.2 } else { 0.0 };
        count += 1;
        after_small = character.is_lowercase();
    }
    if count == 0 { 0.0 } else { sum / count as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::ISO_8859_15;

    const RUSSIAN: &str = "Президенты России и США Владимир Путин и Джо Байден провели во вторник переговоры по защищенной \
        видеосвязи. Беседа началась около 18:00 по московскому времени и продолжалась чуть более двух часов, сообщил Ушаков.";
    const FRENCH: &str = "Les présidents américain et russe se sont entretenus mardi pendant deux heures. Le Kremlin a \
        évoqué la sécurité européenne, déjà menacée; la Maison-Blanche a rappelé où étaient les intérêts français à Genève.";
    const UKRAINIAN: &str = "Президенти України та США обговорили ситуацію на кордоні. Сторони домовилися про її \
        подальше обговорення, повідомив речник; Київ очікує на підтримку і не змінює своєї позиції щодо переговорів.";

    fn round_trip(text: &str, encoding: &'static Encoding) {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy, "{} cannot hold the test text", encoding.name());
        let decoded = decode(&bytes, false).unwrap();
        assert_eq!(decoded.text, text, "in {}", encoding.name());
        assert_eq!(decoded.warning, None);
    }

    #[test]
    fn russian_comes_back_from_every_encoding() {
        for encoding in [UTF_8, WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5, X_MAC_CYRILLIC] {
            round_trip(RUSSIAN, encoding);
            round_trip(&RUSSIAN.to_uppercase(), encoding);
            round_trip(&format!("{}{RUSSIAN}", "The Kremlin said in Moscow on Tuesday. ".repeat(100)), encoding);
            round_trip(&RUSSIAN.chars().take(60).collect::<String>(), encoding);
        }
    }

    #[test]
    fn ukrainian_comes_back_from_its_encodings() {
        for encoding in [WINDOWS_1251, KOI8_U] {
            round_trip(UKRAINIAN, encoding);
        }
    }

    #[test]
    fn french_comes_back_also_when_it_is_short_or_mostly_english() {
        for encoding in [UTF_8, WINDOWS_1252, ISO_8859_15] {
            round_trip(FRENCH, encoding);
            round_trip(&FRENCH.repeat(5), encoding);
            round_trip(&format!("{}{FRENCH}", "The Kremlin said in Moscow on Tuesday. ".repeat(100)), encoding);
        }
    }

    #[test]
    fn curly_quotes_alone_are_read_as_windows_1252() {
        round_trip("“It’s a colossal mistake” – he said…", WINDOWS_1252);
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        for text in [RUSSIAN, FRENCH, "Plain English text."] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(decode(&little, false).unwrap().text, text);
            assert_eq!(decode(&big, false).unwrap().text, text);
            assert_eq!(decode(&[&[0xFF, 0xFE], little.as_slice()].concat(), false).unwrap().text, text);
            assert_eq!(decode(&[&[0xFE, 0xFF], big.as_slice()].concat(), false).unwrap().text, text);
        }
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        assert_eq!(decode("\u{FEFF}Kyiv".as_bytes(), false).unwrap().text, "Kyiv");
    }

    #[test]
    fn a_page_may_name_its_encoding() {
        let page =
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1253\"></head>Αθήνα";
        let (bytes, ..) = Encoding::for_label(b"windows-1253").unwrap().encode(page);
        assert_eq!(decode(&bytes, true).unwrap().text, page);
    }

    #[test]
    fn broken_utf_8_stays_utf_8_and_warns() {
        let cut = &RUSSIAN.as_bytes()[..RUSSIAN.len() - 3];
        let damaged = [cut, &[0xD0]].concat();
        let decoded = decode(&damaged, false).unwrap();
        assert!(decoded.text.starts_with("Президенты России"));
        assert!(decoded.warning.unwrap().contains("UTF-8"));
    }

    #[test]
    fn a_picture_is_not_text() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0";
        assert!(matches!(decode(png, false), Err(ImportError::NotText)));
    }
}
