//! A folder as large as a news archive, to measure with: 38,000 articles of about 7 kB.
//!
//! Most paragraphs are filler: words of made-up vocabularies, the common ones real, in the proportions that
//! Zipf found in print. No rule links them, as no rule links most of a real archive. Every twentieth is a
//! paragraph of the sample collection, or sentences of the meaning test. Same in every run and on every machine.

use super::support::Chance;
use readout::model::{Language, ParagraphKind};
use readout::store;
use std::fs;
use std::io;
use std::path::Path;

pub const ARTICLES: usize = 38_000;
/// Articles in one sub-folder.
const PER_FOLDER: usize = 500;
/// Different words of a language: about what a million words of news have.
const VOCABULARY: usize = 40_000;
/// Per cent of the paragraphs that come from real ones.
const REAL: u64 = 5;
/// Of twenty articles, these are not English.
const OTHERS: [(u64, Language); 3] = [(0, Language::Russian), (1, Language::German), (2, Language::French)];
/// Of a hundred, these are Ukrainian: with the three above, 16 of a hundred are not English.
const UKRAINIAN: u64 = 99;

/// What one language is written with.
struct Desk {
    language: Language,
    /// By rank: the first are the commonest.
    words: Vec<String>,
    /// By rank: the sum of the frequencies up to there.
    sums: Vec<u64>,
    /// Paragraphs to mix in.
    real: Vec<String>,
}

/// Writes the articles below `folder`.
pub fn write(folder: &Path) -> io::Result<()> {
    let desks = [
        Desk::new(Language::English, EN, "a e i o u ea ou ai", "b c d f g h l m n p r s t v w st tr ch th pl gr", ""),
        Desk::new(Language::Russian, RU, "а е и о у я ю", "б в г д ж з к л м н п р с т ч ст пр тр", RUSSIAN_TESTS),
        Desk::new(
            Language::German,
            DE,
            "a e i o u ei ie ä ö ü",
            "b d f g h k l m n r s t w z sch st pf ch",
            GERMAN_TESTS,
        ),
        Desk::new(
            Language::French,
            FR,
            "a e i o u é è ou ai on",
            "b c d f g l m n p r s t v pr tr ch qu",
            FRENCH_TESTS,
        ),
        Desk::new(Language::Ukrainian, UK, "а е и о у я ю і ї", "б в г д ж з к л м н п р с т ч ст пр", UKRAINIAN_TESTS),
    ];
    let mut chance = Chance(7);
    for number in 0..ARTICLES {
        let below = folder.join(format!("{:03}", number / PER_FOLDER));
        fs::create_dir_all(&below)?;
        let desk = match (chance.below(20), chance.below(100)) {
            (_, UKRAINIAN) => &desks[4],
            (pick, _) => {
                let other = OTHERS.iter().find(|(at, _)| *at == pick).map_or(Language::English, |(_, other)| *other);
                desks.iter().find(|desk| desk.language == other).unwrap_or(&desks[0])
            }
        };
        fs::write(below.join(format!("{number:05}.txt")), desk.article(&mut chance))?;
    }
    Ok(())
}

impl Desk {
    fn new(language: Language, common: &str, vowels: &str, consonants: &str, tests: &str) -> Self {
        let mut chance = Chance(language as u64);
        let mut words: Vec<String> = common.split_whitespace().map(str::to_owned).collect();
        let [vowels, consonants]: [Vec<&str>; 2] = [vowels, consonants].map(|list| list.split(' ').collect());
        while words.len() < VOCABULARY {
            let syllables = 2 + chance.below(3);
            let syllable = |_| [chance.pick(&consonants), chance.pick(&vowels)].concat();
            let mut word: String = (0..syllables).map(syllable).collect();
            word.push_str(chance.pick(&consonants));
            words.push(word);
        }
        let mut sum = 0;
        let frequency = |rank: usize| 100_000_000 / (rank as u64 + 3);
        let sums = (0..words.len()).map(|rank| (sum += frequency(rank), sum).1).collect();
        Self { language, words, sums, real: real_paragraphs(language, tests) }
    }

    fn word(&self, chance: &mut Chance) -> &str {
        let at = chance.below(self.sums[self.sums.len() - 1]);
        &self.words[self.sums.partition_point(|sum| *sum <= at)]
    }

    /// Between 2 and 12 kB of English; texts of two bytes a letter are longer.
    fn article(&self, chance: &mut Chance) -> String {
        let paragraphs = 8 + chance.below(26);
        let mut text = String::new();
        self.sentence(8, chance, &mut text);
        text.truncate(text.trim_end_matches(['.', ' ']).len());
        for _ in 0..paragraphs {
            text.push_str("\n\n");
            if chance.below(100) < REAL && !self.real.is_empty() {
                text.push_str(&self.real[chance.below(self.real.len() as u64) as usize]);
                continue;
            }
            for _ in 0..1 + chance.below(3) {
                let words = 8 + chance.below(28);
                self.sentence(words, chance, &mut text);
            }
            text.truncate(text.trim_end().len());
        }
        text.push('\n');
        text
    }

    /// A capital, commas, names, now and then a number, a title or a quotation, a full stop.
    fn sentence(&self, words: u64, chance: &mut Chance, text: &mut String) {
        let quoted = chance.below(6) == 0;
        text.push_str(if quoted { "“" } else { "" });
        for number in 0..words {
            match chance.below(60) {
                _ if number == 0 => push_capital(self.word(chance), text),
                0 => text.push_str(&format!("{}", 1 + chance.below(400))),
                1..5 => push_capital(self.word(chance), text),
                5 if self.language == Language::English => {
                    text.push_str("Mr. ");
                    push_capital(self.word(chance), text);
                }
                _ => text.push_str(self.word(chance)),
            }
            text.push_str(if number + 1 < words && chance.below(11) == 0 { ", " } else { " " });
        }
        text.truncate(text.trim_end_matches([' ', ',']).len());
        text.push_str(if quoted { ".” " } else { ". " });
    }
}

fn push_capital(word: &str, text: &mut String) {
    let mut letters = word.chars();
    text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    text.push_str(letters.as_str());
}

/// Paragraphs of the sample collection in this language; where it has none, sentences of the meaning test by threes.
fn real_paragraphs(language: Language, tests: &str) -> Vec<String> {
    let articles = store::sample_collection().articles;
    let mut found = Vec::new();
    for article in articles.iter().filter(|article| article.language == language) {
        let bodies = article.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Body);
        found.extend(bodies.map(|paragraph| paragraph.span.text(&article.text).replace('\n', " ")));
    }
    let sentences: Vec<&str> = tests.lines().skip(1).filter_map(|line| line.split('\t').nth(2)).collect();
    found.extend(sentences.chunks(3).map(|three| three.join(" ")));
    found
}

const RUSSIAN_TESTS: &str = include_str!("../../tests/meaning/ru.tsv");
const GERMAN_TESTS: &str = include_str!("../../tests/meaning/de.tsv");
const FRENCH_TESTS: &str = include_str!("../../tests/meaning/fr.tsv");
const UKRAINIAN_TESTS: &str = include_str!("../../tests/meaning/uk.tsv");

const EN: &str = "the of and to a in that is for on with as was it by said he at from his be have had not they are who \
    this has an would will were which their but more about been we you or its after one also when up her can there \
    she out all people new other over first two could than into some only what year years last time if most no them \
    because now even made during before many where through between government national day work week house public \
    news state city money home women life game company school market team night story food music health study";
const RU: &str = "и в не на что с по как из к у за от о для но его же так было бы или то она был мы вы только также \
    после если когда при до быть ещё уже этого их который были том между со год время день люди дело жизнь город дом \
    работа вопрос сторона страна мир случай рука часть слово место лицо друг глаз сила конец вид система";
const DE: &str = "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden \
    aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor \
    zur bis mehr durch wurde Jahr Zeit Tag Stadt Haus Leben Arbeit Land Menschen Frage Seite Woche Uhr Geld Spiel";
const FR: &str = "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont la avec \
    son sa ses ont été cette mais comme nous vous je leur être fait ou deux sans année temps jour ville maison vie \
    travail monde question semaine pays fois main côté enfant femme homme eau rue argent jeu match film";
const UK: &str = "і в не на що з як до за від про та але для це він її вона був було були також після якщо коли при ще \
    вже цього їх який під між ми ви ти або щоб так то рік час день люди справа життя місто будинок робота питання \
    сторона світ рука частина слово місце обличчя друг око сила кінець вигляд система тиждень гроші гра";
