//! What is done to a file: to its bytes, or to its words, tags and braces.

/// Files do not grow beyond this (bytes): much larger ones only take longer.
const LARGEST: usize = 256 * 1024;
/// How often something is repeated at most: deeper than any limit of an importer.
const MOST_REPEATS: usize = 20_000;

/// Numbers at which programs go wrong.
const NUMBERS: &[&str] = &[
    "0",
    "-1",
    "1",
    "9",
    "127",
    "128",
    "255",
    "256",
    "32767",
    "32768",
    "65535",
    "65536",
    "1000000",
    "2147483647",
    "2147483648",
    "-2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "99999999999999999999999999",
    "0.00000000001",
    "1e309",
    "-0",
    "NaN",
    "1.5",
    "99999999.9",
];

/// Bytes that mean something to one format or another, or are half of something.
const BYTES: &[u8] = b"\0\x01\x7f\x80\xbf\xc2\xd0\xd8\xdc\xe2\xed\xf0\xfe\xff\t\n\r \"'&<>/\\{}()[]=-_%#:;,.|*";

/// Pieces of all formats: each is also put where it does not belong.
const PIECES: &[&str] = &[
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<?xml version='1.0' encoding='utf-16'?>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<pre>",
    "<script>",
    "<style>",
    "<template>",
    "<svg>",
    "<math>",
    "<select>",
    "<textarea>",
    "<frameset>",
    "<b><p></b>",
    "<a href=''>",
    "<h1>",
    "<article>",
    "<li>",
    "<ul>",
    "<time datetime='",
    "<meta charset=utf-16>",
    "<script type='application/ld+json'>{\"headline\":[[[[",
    "&#0;",
    "&#x110000;",
    "&#xD800;",
    "&nbsp;",
    "&a;",
    "<w:p>",
    "</w:p>",
    "<w:tc>",
    "</w:tc>",
    "<w:tbl>",
    "<w:tr>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:vanish/>",
    "<w:br/>",
    "<text:p>",
    "<text:list>",
    "<text:s text:c='",
    "<text:note-body>",
    "<table:table-cell table:number-columns-repeated='",
    "<draw:text-box>",
    "{",
    "}",
    "\\par ",
    "\\'",
    "\\'e",
    "\\u-10179?",
    "\\u",
    "\\uc",
    "\\bin",
    "\\cell ",
    "\\row ",
    "\\trowd ",
    "{\\footnote ",
    "{\\*\\shptxt ",
    "{\\fonttbl{\\f1\\fcharset",
    "\\f1 ",
    "{\\stylesheet{\\s1 heading 1;}}",
    "{\\info{\\creatim\\yr",
    "\\mo",
    "\\dy",
    "\\pard ",
    "\\page ",
    "\\*",
    "\r\n\r\n",
    "\r",
    "\n\n\n",
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
    "--b\r\n",
    "--b--\r\n",
    "Content-Type: message/rfc822\r\n\r\n",
    "Content-Type: text/html; charset=utf-16\r\n",
    "Content-Transfer-Encoding: base64\r\n",
    "=?utf-8?b?",
    "=?koi8-r?q?=",
    "?=",
    "=\r\n",
    "=ZZ",
    "Date: ",
    "31 Dec 9999 99:99:99 +9999",
    "From: (((",
    "> ",
    "-- \r\n",
    "---\n",
    "+++\n",
    "title: ",
    "date: 0000-00-00\n",
    "# ",
    "- ",
    "| a |\n|---|\n",
    "```\n",
    "[a](",
    "![",
    "[^1]:",
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "BT ",
    "ET ",
    "Tj ",
    "TJ ",
    "Tm ",
    "Tf ",
    "Td ",
    "cm ",
    "q ",
    "Q ",
    "Do ",
    "BI ",
    "ID ",
    "EI ",
    "BDC ",
    "EMC ",
    "/Artifact <</Type/Pagination>> BDC ",
    "/Span <</ActualText (",
    "/Kids[1 0 R]",
    "/Parent 1 0 R",
    "/Length 99999 ",
    "/Filter[/FlateDecode/LZWDecode]",
    "/DecodeParms<</Predictor 12/Columns 0>>",
    "/MediaBox[0 0 1e30 -1]",
    "/Rotate 45",
    "1 0 obj",
    "endobj",
    "stream\n",
    "endstream",
    "xref\n",
    "trailer",
    "startxref\n0\n",
    "/W[0 0 0]",
    "/Encoding/Identity-H",
    "beginbfrange <00> <FFFFFFFF> <0041> endbfrange ",
    "begincodespacerange <00> <FFFFFFFF> endcodespacerange ",
    "\u{feff}",
    "\u{fffd}",
    "\u{202e}",
    "\u{ad}",
    "\u{a0}",
    "\u{2028}",
    "\u{c}",
    "\u{1a}",
    "e\u{301}",
    "\u{1f468}\u{200d}\u{1f469}",
    "ﬃ",
    "İ",
    "ẞ",
    "ǅ",
    "…",
    "«",
    "“",
    "Источник: ТАСС\n",
    "© ",
    "7 December 2021",
    "31.02.2021",
    "99:99",
    "Read more\n",
    "Photo: ",
];

/// A generator of numbers that look random (SplitMix64), the same for the same seed on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed);
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`, or 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }

    /// Mostly few, sometimes very many.
    fn times(&mut self) -> usize {
        match self.below(8) {
            0 => self.below(MOST_REPEATS),
            1 => self.below(300),
            _ => 1 + self.below(4),
        }
    }

    /// A run of `length` things, mostly a short one.
    fn run(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let most = if self.one_in(4) { length - start } else { (length - start).min(40) };
        start..start + self.below(most + 1)
    }
}

/// The file with some of its bytes changed, cut, repeated or taken from another file.
pub fn damage(dice: &mut Dice, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len());
        let run = dice.run(bytes.len());
        match dice.below(12) {
            0..=2 if !bytes.is_empty() => bytes[at] ^= 1 << dice.below(8),
            3 | 4 if !bytes.is_empty() => bytes[at] = *dice.pick(BYTES),
            5 => drop(bytes.drain(run)),
            6 if dice.one_in(4) => bytes.truncate(at),
            7 => {
                let times = dice.times().min(LARGEST / run.len().max(1));
                let again = bytes[run].repeat(times);
                insert(&mut bytes, at, &again);
            }
            8 => {
                let other_run = dice.run(other.len());
                drop(bytes.splice(run, other[other_run].iter().copied()));
            }
            9 => change_number(dice, &mut bytes),
            10 => insert(&mut bytes, at, dice.pick(PIECES).as_bytes()),
            11 => {
                // A number as programs store it, in one to eight bytes.
                let width = [1, 2, 4, 8][dice.below(4)].min(bytes.len() - at);
                let value = [0, 1, u64::MAX, 1 << 63, u64::MAX >> 1, 0x8000_8000_8000_8000][dice.below(6)];
                bytes[at..at + width].copy_from_slice(&value.to_le_bytes()[..width]);
            }
            _ => {}
        }
    }
    bytes
}

/// The file with some of its words, tags, braces and lines moved, repeated, nested or gone.
pub fn damage_words(dice: &mut Dice, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut words: Vec<&[u8]> = words(bytes);
    let others = self::words(other);
    for _ in 0..=dice.below(6) {
        let (at, to) = (dice.below(words.len()), dice.below(words.len() + 1));
        let run = dice.run(words.len());
        match dice.below(10) {
            0 => drop(words.drain(run)),
            1 | 2 if !words.is_empty() => {
                let word = words[at];
                let times = dice.times().min(LARGEST / word.len());
                drop(words.splice(to..to, std::iter::repeat_n(word, times)));
            }
            3 => {
                let again = words[run].to_vec();
                drop(words.splice(to..to, again));
            }
            4 | 5 => {
                let piece = dice.pick(PIECES).as_bytes();
                let times = dice.times();
                drop(words.splice(to..to, std::iter::repeat_n(piece, times)));
            }
            6 => {
                let other_run = dice.run(others.len());
                drop(words.splice(run, others[other_run].iter().copied()));
            }
            7 if !words.is_empty() => {
                let from = dice.below(words.len());
                words.swap(at, from);
            }
            8 if dice.one_in(3) => words.retain(|word| !word.starts_with(b"</") && *word != b"}"),
            9 => {
                words.insert(to, dice.pick(NUMBERS).as_bytes());
            }
            _ => {}
        }
    }
    let mut bytes = words.concat();
    if dice.one_in(4) {
        change_number(dice, &mut bytes);
    }
    bytes.truncate(LARGEST.max(other.len()));
    bytes
}

fn insert(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    let room = LARGEST.saturating_sub(bytes.len()).min(piece.len());
    bytes.splice(at..at, piece[..room].iter().copied());
}

/// One of the file's numbers becomes another.
fn change_number(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let from = dice.below(bytes.len());
    let Some(start) = bytes[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) else { return };
    let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    drop(bytes.splice(start..start + length, dice.pick(NUMBERS).bytes()));
}

/// The file cut before and after tags and braces, before backslashes and after white space.
fn words(bytes: &[u8]) -> Vec<&[u8]> {
    let mut words = Vec::new();
    let mut start = 0;
    for at in 1..bytes.len() {
        let (before, after) = (bytes[at - 1], bytes[at]);
        let is_border =
            matches!(before, b'>' | b'{' | b'}' | b' ' | b'\n') || matches!(after, b'<' | b'{' | b'}' | b'\\' | b'/');
        // "</p>" and "\par" stay whole.
        if is_border && !(before == b'<' && after == b'/') {
            words.push(&bytes[start..at]);
            start = at;
        }
    }
    words.extend(Some(&bytes[start..]).filter(|word| !word.is_empty()));
    words
}
