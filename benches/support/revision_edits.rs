//! What newsrooms do to a text, word by word, each word with its number in the old one.

use readout::model::{Article, Span};

const CITIES: [&str; 6] = ["Geneva", "Vienna", "Brussels", "Helsinki", "Moscow", "Washington"];
const SIDES: [&str; 5] = ["Russian", "American", "Ukrainian", "German", "French"];
const DAYS: [&str; 6] = ["January 9", "January 10", "January 12", "December 7", "December 30", "February 1"];
const THINGS: [&str; 5] =
    ["security guarantees", "embassy property", "cyber attacks", "the nuclear deal", "new sanctions"];
const STOCK: [&str; 4] = [
    "The spokesman declined to comment further.",
    "Both sides agreed to continue the talks.",
    "No details were given.",
    "The White House did not immediately reply to a request for comment.",
];

/// Numbers that look like chance and are always the same (Knuth's MMIX linear congruential generator).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit.max(1) as u64) as usize
    }

    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

#[derive(Clone, Debug)]
pub struct Word {
    pub text: String,
    /// Its number in the old text; none if it came with the edit.
    pub from: Option<usize>,
    /// Of a near copy in the place of a sentence: the number of the word that it stands for.
    pub stands_for: Option<usize>,
}

pub type Sentence = Vec<Word>;
pub type Paragraph = Vec<Sentence>;

/// A word in its text.
pub struct Placed {
    pub span: Span,
    pub from: Option<usize>,
    pub stands_for: Option<usize>,
}

pub fn paragraphs(article: &Article) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = vec![Vec::new(); article.paragraphs.len()];
    for sentence in &article.sentences {
        if article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
            found[sentence.paragraph as usize].push(sentence_of(sentence.span.text(&article.text)));
        }
    }
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

fn sentence_of(text: &str) -> Sentence {
    text.split_whitespace().map(|word| Word { text: word.to_owned(), from: None, stands_for: None }).collect()
}

/// One of a family of sentences that look alike.
fn lookalike(chance: &mut Chance) -> String {
    let (side, city, day, thing) =
        (chance.pick(&SIDES), chance.pick(&CITIES), chance.pick(&DAYS), chance.pick(&THINGS));
    match chance.below(3) {
        0 => format!("The {side} delegation will come to {city} on {day} to speak about {thing}."),
        1 => format!("A {side} diplomat said that {thing} would be taken up again in {city} on {day}."),
        _ => format!("Asked about {thing}, the {side} side pointed to the meeting in {city}."),
    }
}

/// Sentences that come more than once, and some that nearly do.
pub fn put_stock(chance: &mut Chance, text: &mut [Paragraph]) {
    for _ in 0..6 {
        let stock = if chance.percent(50) { chance.pick(&STOCK).to_owned() } else { lookalike(chance) };
        insert(chance, text, sentence_of(&stock));
    }
}

fn insert(chance: &mut Chance, text: &mut [Paragraph], sentence: Sentence) {
    // The first one is the headline.
    let paragraph = 1 + chance.below(text.len() - 1);
    let place = chance.below(text[paragraph].len() + 1);
    text[paragraph].insert(place, sentence);
}

/// In another paragraph than this one.
fn insert_apart(chance: &mut Chance, text: &mut [Paragraph], sentence: Sentence, paragraph: usize) {
    let other = 1 + chance.below(text.len() - 1);
    let other = if other.abs_diff(paragraph) > 1 { other } else { (paragraph + text.len() / 2) % text.len() };
    text[other].push(sentence);
}

pub fn edit(chance: &mut Chance, text: &mut Vec<Paragraph>, sample: &[Article], number: usize) {
    for paragraph in 0..text.len() {
        let mut at = 0;
        while at < text[paragraph].len() {
            match chance.below(100) {
                0..9 => delete(chance, text, paragraph, at),
                9..14 => change_words(chance, &mut text[paragraph][at], 10),
                14..18 => change_words(chance, &mut text[paragraph][at], 25),
                18..24 => mistype(chance, &mut text[paragraph][at]),
                24..28 => cut(chance, &mut text[paragraph][at]),
                28..34 => extend(chance, &mut text[paragraph][at]),
                34..37 => split(chance, &mut text[paragraph], at),
                37..40 => join(&mut text[paragraph], at),
                40..43 => copy(chance, text, paragraph, at),
                _ => {}
            }
            at += 1;
        }
    }
    text.retain(|paragraph| !paragraph.is_empty());
    if chance.percent(60) {
        let other = paragraphs(&sample[(number + 3) % sample.len()]);
        let mut new = other[chance.below(other.len())].clone();
        new.push(sentence_of(&lookalike(chance)));
        text.insert(1 + chance.below(text.len()), new);
    }
    if chance.percent(30) {
        let moved = text.remove(1 + chance.below(text.len() - 1));
        text.insert(1 + chance.below(text.len()), moved);
    }
    if chance.percent(25) {
        text.iter_mut().flatten().flatten().for_each(other_print);
    }
}

/// Takes a sentence out; now and then a near copy of it is put elsewhere, or in its place.
fn delete(chance: &mut Chance, text: &mut [Paragraph], paragraph: usize, at: usize) {
    let gone = text[paragraph].remove(at);
    let what = chance.below(100);
    if what < 40 {
        let mut near: Sentence = gone;
        change_words(chance, &mut near, 12);
        let here = what < 6;
        near.iter_mut().for_each(|word| {
            let from = word.from.take();
            word.stands_for = from.filter(|_| here);
        });
        if here { text[paragraph].insert(at, near) } else { insert_apart(chance, text, near, paragraph) }
    } else if what < 55 {
        text[paragraph].insert(at, sentence_of(&lookalike(chance)));
    }
}

/// Other words in the place of so many per cent, at least one.
fn change_words(chance: &mut Chance, sentence: &mut Sentence, percent: usize) {
    for _ in 0..(sentence.len() * percent / 100).max(1) {
        let at = chance.below(sentence.len());
        let end: String = sentence[at].text.chars().filter(|letter| ".,!?:;\"”»".contains(*letter)).collect();
        let word = match chance.below(3) {
            0 => chance.pick(&CITIES),
            1 => chance.pick(&["late", "former", "several", "senior", "again", "Tuesday"]),
            _ => chance.pick(&["reported", "expected", "described", "repeated", "noted", "forty"]),
        };
        sentence[at].text = format!("{word}{end}");
    }
}

/// A letter left out or two exchanged, in one or two words.
fn mistype(chance: &mut Chance, sentence: &mut Sentence) {
    for _ in 0..=chance.below(2) {
        let word = chance.below(sentence.len());
        let mut letters: Vec<char> = sentence[word].text.chars().collect();
        if letters.len() > 3 {
            let at = 1 + chance.below(letters.len() - 2);
            if chance.percent(50) {
                _ = letters.remove(at)
            } else {
                letters.swap(at - 1, at)
            }
            sentence[word].text = letters.into_iter().collect();
        }
    }
}

/// Leaves out up to two fifths of the words in one piece.
fn cut(chance: &mut Chance, sentence: &mut Sentence) {
    let most = sentence.len() * 2 / 5;
    if most > 0 {
        let length = 1 + chance.below(most);
        let start = chance.below(sentence.len() - length);
        sentence.drain(start..start + length);
    }
}

/// Puts some words in.
fn extend(chance: &mut Chance, sentence: &mut Sentence) {
    let clause = match chance.below(3) {
        0 => format!("speaking in {} on {},", chance.pick(&CITIES), chance.pick(&DAYS)),
        1 => format!("according to a {} diplomat", chance.pick(&SIDES)),
        _ => format!("and not only {}", chance.pick(&THINGS)),
    };
    let at = chance.below(sentence.len());
    sentence.splice(at..at, sentence_of(&clause));
}

fn split(chance: &mut Chance, paragraph: &mut Paragraph, at: usize) {
    if paragraph[at].len() >= 8 {
        let middle = 3 + chance.below(paragraph[at].len() - 6);
        let mut rest = paragraph[at].split_off(middle);
        if let Some(last) = paragraph[at].last_mut() {
            last.text = format!("{}.", last.text.trim_end_matches([',', '.']));
        }
        capitalise(&mut rest[0].text, true);
        paragraph.insert(at + 1, rest);
    }
}

fn join(paragraph: &mut Paragraph, at: usize) {
    if at + 1 < paragraph.len() {
        let mut rest = paragraph.remove(at + 1);
        if let Some(last) = paragraph[at].last_mut() {
            last.text = format!("{},", last.text.trim_end_matches('.'));
        }
        capitalise(&mut rest[0].text, false);
        paragraph[at].push(Word { text: "and".to_owned(), from: None, stands_for: None });
        paragraph[at].extend(rest);
    }
}

/// A copy, mostly a near one, is put elsewhere.
fn copy(chance: &mut Chance, text: &mut [Paragraph], paragraph: usize, at: usize) {
    let mut near = text[paragraph][at].clone();
    if chance.percent(70) {
        change_words(chance, &mut near, 12);
    }
    near.iter_mut().for_each(|word| word.from = None);
    insert_apart(chance, text, near, paragraph);
}

fn capitalise(word: &mut String, upper: bool) {
    if let Some(first) = word.chars().next() {
        let changed = if upper { first.to_uppercase().to_string() } else { first.to_lowercase().to_string() };
        word.replace_range(..first.len_utf8(), &changed);
    }
}

/// Other quotation marks and dashes.
fn other_print(word: &mut Word) {
    let text = &word.text;
    word.text = if text == "-" || text == "–" {
        "—".to_owned()
    } else if text.starts_with('"') {
        text.replacen('"', "“", 1).replace('"', "”").replace('\'', "’")
    } else {
        text.replace('"', "”").replace(['“', '”'], "\"").replace('\'', "’")
    };
}

/// The text, and the span of each word with its number.
pub fn render(text: &[Paragraph], width: Option<usize>) -> (String, Vec<Placed>) {
    let (mut out, mut words) = (String::new(), Vec::new());
    for paragraph in text {
        let mut column = 0;
        for word in paragraph.iter().flatten() {
            let length = word.text.chars().count();
            if column > 0 {
                let wraps = width.is_some_and(|width| column + 1 + length > width);
                out.push(if wraps { '\n' } else { ' ' });
                column = if wraps { 0 } else { column + 1 };
            }
            let span = Span::new(out.len(), out.len() + word.text.len());
            words.push(Placed { span, from: word.from, stands_for: word.stands_for });
            out.push_str(&word.text);
            column += length;
        }
        out.push_str("\n\n");
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    (out, words)
}
