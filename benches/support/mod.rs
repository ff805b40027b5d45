//! What the benchmarks share: articles made of word lists, and the line that says on which machine.
//!
//! The articles are the same in every run and on every machine. They have the length, the paragraphs and about the
//! share of topic words of agency reports; every fifth one is Russian. They make no sense, and need not.

#![allow(dead_code, reason = "each benchmark uses a part of it")]

/// Bytes of one article: an agency report of some 800 words.
const ARTICLE_BYTES: usize = 5_000;
/// Per cent of the sentences that speak of a topic: then a megabyte has some 5,000 passages, a little less densely than
/// the reports of the gold labels.
const ON_TOPIC: u64 = 72;
const SENTENCES_PER_PARAGRAPH: usize = 2;

const EN: Words = Words {
    common: "the of and to in that it for on with as was by said had they would from their which at not but been after \
        this about more two also over some first other when who were into most than before year week capital country \
        official statement reporter evening morning window letter question answer meeting paper report table room \
        message people government position view moment visit plan point matter side part line hour day work word",
    topics: &[
        "sanctions against Russia",
        "the Minsk agreements",
        "troops near the Ukrainian border",
        "NATO expansion to the east",
        "the expulsion of Russian diplomats",
        "visas for embassy staff",
        "ransomware and cybercrime",
        "the Iran nuclear deal",
        "consultations in Geneva",
        "the Russia-NATO Council in Brussels",
        "Putin and Biden",
        "a call with the allies",
    ],
};

const RU: Words = Words {
    common: "и в не на что с как по это из за от для так же или во время также после до если они был была были его их \
        который день час слово вопрос ответ стол письмо утро вечер неделя год столица страна сторона встреча отчёт \
        сообщение позиция взгляд план пункт часть линия работа люди правительство заявление журналист газета",
    topics: &[
        "санкции против России",
        "выполнение Минских соглашений",
        "войска у границы Украины",
        "расширение НАТО на восток",
        "высылка российских дипломатов",
        "диалог по кибербезопасности",
        "ядерная сделка с Ираном",
        "консультации в Женеве",
        "Путин и Байден",
    ],
};

struct Words {
    common: &'static str,
    topics: &'static [&'static str],
}

/// Numbers that look like chance and are always the same (Knuth's MMIX linear congruential generator).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    pub fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len() as u64) as usize]
    }
}

/// The article of this number: file name and text. Every fifth one is Russian.
pub fn article(number: usize) -> (String, String) {
    let words = if number % 5 == 4 { &RU } else { &EN };
    (format!("{:02}/{number:05}.txt", number / 1000), write(words, number as u64, ARTICLE_BYTES))
}

/// An English article of some `bytes`.
pub fn long_article(bytes: usize) -> String {
    write(&EN, 0, bytes)
}

fn write(words: &Words, seed: u64, bytes: usize) -> String {
    let mut chance = Chance(seed);
    let common: Vec<&str> = words.common.split_whitespace().collect();
    let mut text = format!("Talks {seed}: {} {}\n\n", chance.pick(&common), chance.pick(words.topics));
    let mut sentences = 0;
    while text.len() < bytes {
        let topic = (chance.below(100) < ON_TOPIC).then(|| chance.pick(words.topics));
        let length = 12 + chance.below(16) as usize;
        let place = chance.below(length as u64) as usize;
        for word in 0..length {
            let word = if word == place { topic.unwrap_or("again") } else { chance.pick(&common) };
            text.push_str(word);
            text.push(' ');
        }
        text.pop();
        sentences += 1;
        text.push_str(if sentences % SENTENCES_PER_PARAGRAPH == 0 { ".\n\n" } else { ". " });
        capitalise_last_sentence(&mut text);
    }
    text
}

/// A sentence that opens in small letters would be taken for the rest of the one before.
fn capitalise_last_sentence(text: &mut String) {
    let body = text.trim_end().trim_end_matches('.');
    let start = body.rfind(['.', '\n']).map_or(0, |end| end + 1);
    let Some((offset, first)) = text[start..].char_indices().find(|(_, letter)| letter.is_alphabetic()) else { return };
    let at = start + offset;
    text.replace_range(at..at + first.len_utf8(), &first.to_uppercase().to_string());
}

/// Says on which machine the figures came about.
pub fn print_machine() {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown processor");
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get());
    println!("Machine: {}, {threads} threads", model.trim_start_matches(['\t', ' ', ':']));
}

pub fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
