//! Articles with copies and versions of known origin, and articles that only look like copies.
//!
//! Made of invented words that are as unevenly spread as real ones, with names, numbers and stock phrases, so that two
//! articles have about as much in common as two reports on one subject. The same in every run and on every machine.

#![allow(dead_code, reason = "a benchmark and a test each use a part of it")]

use readout::model::{Article, Date, Fingerprint, Format, Language, Paragraph, ParagraphKind, Sentence, Span};

/// Different words. Half of a text is the hundred most frequent of them.
const WORDS: u64 = 6_000;
/// Names in the reports on one subject.
const NAMES: u64 = 40;
const SUBJECTS: u64 = 12;
const STOCK: [&str; 6] = [
    "said in a statement on Tuesday",
    "told reporters after the meeting",
    "spoke on condition of anonymity because the talks are private",
    "did not immediately respond to a request for comment",
    "according to people familiar with the matter",
    "the two sides agreed to continue the dialogue",
];
const OUTLETS: [&str; 5] = ["Agence North", "Daily Post", "The Courier", "Wire Service", "Evening News"];

/// Numbers that look like chance and are always the same (Knuth's MMIX linear congruential generator).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn percent(&mut self, percent: u64) -> bool {
        self.below(1_000) < percent * 10
    }
}

/// One planted article. Those of one `story` belong together, and no others.
#[derive(Clone)]
pub struct Planted {
    pub story: usize,
    /// What was done to the first article of the story.
    pub kind: &'static str,
    pub outlet: Option<&'static str>,
    /// Of December 2021.
    pub day: Option<u8>,
    /// The headline, then the paragraphs.
    pub text: Vec<String>,
}

impl Planted {
    pub fn article(&self, number: usize) -> Article {
        let text = self.text.join("\n\n");
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for paragraph in &self.text {
            let kind = if start == 0 { ParagraphKind::Headline } else { ParagraphKind::Body };
            paragraphs.push(Paragraph { span: Span::new(start, start + paragraph.len()), kind });
            start += paragraph.len() + 2;
        }
        let mut sentences = Vec::new();
        for (number, paragraph) in paragraphs.iter().enumerate() {
            let (start, words) = (paragraph.span.start as usize, paragraph.span.text(&text));
            sentences.extend(readout::text::sentences(words, Language::English).into_iter().map(|range| {
                let span = Span::new(start + range.start, start + range.end);
                Sentence { span, paragraph: number as u32 }
            }));
        }
        Article {
            path: format!("{number:06}.txt"),
            format: Format::Txt,
            headline: self.text[0].clone(),
            outlet: self.outlet.map(str::to_owned),
            author: None,
            date: self.day.and_then(|day| Date::new(2021, 12, day)),
            time: None,
            address: None,
            language: Language::English,
            fingerprint: Fingerprint::of(&text),
            text,
            paragraphs,
            sentences,
            warnings: Vec::new(),
        }
    }
}

/// A report of about `words` words: its headline, then its paragraphs.
pub fn report(chance: &mut Chance, words: usize) -> Vec<String> {
    let subject = chance.below(SUBJECTS);
    let mut text = vec![sentence(chance, subject).0.trim_end_matches('.').to_owned()];
    let mut written = 0;
    while written < words {
        let mut paragraph = String::new();
        for _ in 0..2 {
            let (sentence, length) = sentence(chance, subject);
            paragraph.push_str(if paragraph.is_empty() { "" } else { " " });
            paragraph.push_str(&sentence);
            written += length;
        }
        text.push(paragraph);
    }
    text
}

fn sentence(chance: &mut Chance, subject: u64) -> (String, usize) {
    let length = 12 + chance.below(16) as usize;
    let mut sentence = String::new();
    for at in 0..length {
        let word = match chance.below(100) {
            _ if at == 0 => capitalised(&common_word(chance)),
            0..8 => name(chance, subject),
            8..12 => (1 + chance.below(400)).to_string(),
            12 => STOCK[chance.below(STOCK.len() as u64) as usize].to_owned(),
            _ => common_word(chance),
        };
        sentence.push_str(&word);
        sentence.push_str(if at + 1 < length { " " } else { "." });
    }
    (sentence, length)
}

/// A word by its rank: the second is half as frequent as the first.
fn common_word(chance: &mut Chance) -> String {
    let spread = chance.below(1_000_000) as f64 / 1e6;
    spell((WORDS as f64).powf(spread) as u64)
}

fn name(chance: &mut Chance, subject: u64) -> String {
    capitalised(&spell(10_000 + subject * NAMES + chance.below(NAMES)))
}

fn spell(mut number: u64) -> String {
    const SYLLABLES: [&str; 20] = [
        "ta", "re", "mo", "li", "sen", "ka", "do", "vi", "an", "ter", "pol", "es", "ri", "un", "gor", "me", "sha",
        "lo", "in", "be",
    ];
    let mut word = String::new();
    while number > 0 || word.is_empty() {
        word.push_str(SYLLABLES[(number % 20) as usize]);
        number /= 20;
    }
    word
}

fn capitalised(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

/// The same words in other print: quotation marks, dashes, capitals, white space.
pub fn other_print(text: &[String]) -> Vec<String> {
    let print = |(at, paragraph): (usize, &String)| match at % 3 {
        0 => paragraph.to_uppercase(),
        1 => format!("“{}”", paragraph.replacen(' ', "  ", 3)),
        _ => paragraph.replace(". ", " —\n"),
    };
    text.iter().enumerate().map(print).collect()
}

/// A copy in which `percent` of the words, names and numbers too, are replaced, left out or doubled by a new one.
pub fn reprint(chance: &mut Chance, text: &[String], percent: u64) -> Vec<String> {
    change_words(chance, text, |chance, word| match chance.percent(percent).then(|| chance.below(4)) {
        None => word.to_owned(),
        Some(0) => String::new(),
        Some(1) => format!("{word} {}", common_word(chance)),
        Some(_) => common_word(chance),
    })
}

/// The next version: another headline, `percent` of the numbers are new, one sentence is rewritten, two paragraphs
/// are added.
pub fn update(chance: &mut Chance, text: &[String], percent: u64) -> Vec<String> {
    let mut next = change_words(chance, text, |chance, word| {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        if number && chance.percent(percent) { (401 + chance.below(500)).to_string() } else { word.to_owned() }
    });
    let added = report(chance, 60);
    next[0] = added[0].clone();
    let at = 1 + chance.below(next.len() as u64 - 1) as usize;
    next[at] = reprint(chance, &[next[at].clone()], 40).remove(0);
    next.splice(1..1, added[1..2].iter().cloned());
    next.extend(added[2..].iter().take(1).cloned());
    next
}

/// The first `percent` of the paragraphs.
pub fn cut(text: &[String], percent: usize) -> Vec<String> {
    text[..(1 + (text.len() - 1) * percent / 100).max(2)].to_vec()
}

/// Another report in the same frame: of the numbers nearly all are new, of the names `names` per cent, of the other
/// words `words`.
pub fn same_frame(chance: &mut Chance, text: &[String], names: u64, words: u64) -> Vec<String> {
    let subject = chance.below(SUBJECTS);
    change_words(chance, text, |chance, word| {
        let replaced = match word.chars().next() {
            Some('0'..='9') => chance.percent(90).then(|| (1 + chance.below(400)).to_string()),
            Some('A'..='Z') => chance.percent(names).then(|| name(chance, subject)),
            _ => chance.percent(words).then(|| common_word(chance)),
        };
        replaced.unwrap_or_else(|| word.to_owned())
    })
}

/// Two reports of which `percent` are the same statement.
pub fn quoting(chance: &mut Chance, words: usize, percent: usize) -> [Vec<String>; 2] {
    let statement = report(chance, words * percent / 100);
    [(); 2].map(|()| {
        let mut text = report(chance, words * (100 - percent) / 100);
        let at = text.len() / 2;
        text.splice(at..at, statement[1..].iter().cloned());
        text
    })
}

fn change_words(
    chance: &mut Chance,
    text: &[String],
    mut change: impl FnMut(&mut Chance, &str) -> String,
) -> Vec<String> {
    let mut changed = Vec::new();
    for paragraph in text {
        let words: Vec<String> = paragraph
            .split(' ')
            .map(|word| {
                let bare = word.trim_end_matches('.');
                change(chance, bare) + &word[bare.len()..]
            })
            .collect();
        changed.push(words.join(" "));
    }
    changed
}

/// Stories with all that may happen to them, `each` of every kind, in an order that says nothing.
pub fn planted(each: usize) -> Vec<Planted> {
    let mut chance = Chance(20_211_207);
    let mut planted = Vec::new();
    let mut story = 0;
    for _ in 0..each {
        for kind in KINDS {
            let words = 60 + chance.below(900) as usize;
            let texts = variants(&mut chance, kind, words);
            let (outlet, day) = (chance.below(OUTLETS.len() as u64) as usize, 1 + chance.below(20) as u8);
            for (number, text) in texts.into_iter().enumerate() {
                // Frames recur in one outlet, each day; so do updates, within one.
                let moved = matches!(kind, "new numbers" | "many new numbers" | "three versions" | "frame" | "readout");
                let outlet = OUTLETS[if moved { outlet } else { (outlet + number) % OUTLETS.len() }];
                let day = if matches!(kind, "frame") { day + number as u8 } else { day };
                story += usize::from(number == 0 || is_apart(kind));
                planted.push(Planted { story, kind, outlet: Some(outlet), day: Some(day), text });
            }
        }
    }
    for at in (1..planted.len()).rev() {
        planted.swap(at, chance.below(at as u64 + 1) as usize);
    }
    planted
}

/// What is planted: the first article, and what became of it.
pub const KINDS: [&str; 15] = [
    "other print",
    "2 % of words",
    "5 % of words",
    "10 % of words",
    "12 % of words",
    "15 % of words",
    "first 60 %",
    "first 60 %, 5 %",
    "new numbers",
    "many new numbers",
    "three versions",
    "frame",
    "readout",
    "same statement 30 %",
    "same statement 40 %",
];

/// The kinds whose articles only look alike.
pub fn is_apart(kind: &str) -> bool {
    matches!(kind, "frame" | "readout" | "same statement 30 %" | "same statement 40 %")
}

fn variants(chance: &mut Chance, kind: &str, words: usize) -> Vec<Vec<String>> {
    let text = report(chance, words);
    let other = match kind {
        "other print" => other_print(&text),
        "first 60 %" => cut(&text, 60),
        "first 60 %, 5 %" => reprint(chance, &cut(&text, 60), 5),
        "new numbers" => update(chance, &text, 25),
        "many new numbers" => update(chance, &text, 45),
        "three versions" => {
            let second = update(chance, &text, 25);
            let third = update(chance, &second, 25);
            return vec![text, second, third];
        }
        "frame" => {
            let next = |_| same_frame(chance, &text, 10, 3);
            return (0..4).map(next).collect();
        }
        "readout" => {
            let next = |_| same_frame(chance, &text, 35, 2);
            return (0..4).map(next).collect();
        }
        "same statement 30 %" => return quoting(chance, words, 30).to_vec(),
        "same statement 40 %" => return quoting(chance, words, 40).to_vec(),
        percent => {
            let percent = percent.split(' ').next().and_then(|number| number.parse().ok());
            reprint(chance, &text, percent.expect("the kind starts with a number"))
        }
    };
    vec![text, other]
}
