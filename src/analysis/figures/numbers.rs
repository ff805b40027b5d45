//! Numbers in words: "one hundred and seventy-five thousand", "quatre-vingt-dix", "siebenundzwanzig", "двадцати семи".

use crate::model::Language;

/// What one word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Added to what stands before: "seven" after "twenty".
    Plus(u64),
    /// Of what stands before, so many times: "hundred", "thousand".
    Times(u64),
    /// A rank and no number of things: "tenth".
    Rank(u64),
}

const ENGLISH: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen";
const ENGLISH_TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
const FRENCH: &str = "zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize";
const FRENCH_TENS: &str = "vingt trente quarante cinquante soixante";
const GERMAN: &str = "null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn \
    sechzehn siebzehn achtzehn neunzehn";
const GERMAN_TENS: &str = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig";

/// Bytes; no shorter word is made of two numbers.
const SHORTEST_COMPOUND: usize = 9;

/// Beginnings of Russian and Ukrainian numbers with their values; the longest that fits counts.
const SLAVIC: [(&str, u64); 62] = [
    ("дв", 2),
    ("три", 3),
    ("тре", 3),
    ("трьо", 3),
    ("четыр", 4),
    ("четвер", 4),
    ("чотир", 4),
    ("пят", 5),
    ("п'ят", 5),
    ("шест", 6),
    ("шіст", 6),
    ("сем", 7),
    ("сім", 7),
    ("восем", 8),
    ("восьм", 8),
    ("вісім", 8),
    ("девят", 9),
    ("дев'ят", 9),
    ("десят", 10),
    ("одиннадцат", 11),
    ("одинадцят", 11),
    ("двенадцат", 12),
    ("дванадцят", 12),
    ("тринадцат", 13),
    ("тринадцят", 13),
    ("четырнадцат", 14),
    ("чотирнадцят", 14),
    ("пятнадцат", 15),
    ("п'ятнадцят", 15),
    ("шестнадцат", 16),
    ("семнадцат", 17),
    ("восемнадцат", 18),
    ("девятнадцат", 19),
    ("двадцат", 20),
    ("двадцят", 20),
    ("тридцат", 30),
    ("тридцят", 30),
    ("сорок", 40),
    ("пятьдесят", 50),
    ("пятидесят", 50),
    ("п'ятдесят", 50),
    ("шестьдесят", 60),
    ("шестидесят", 60),
    ("шістдесят", 60),
    ("семьдесят", 70),
    ("семидесят", 70),
    ("сімдесят", 70),
    ("восемьдесят", 80),
    ("восьмидесят", 80),
    ("вісімдесят", 80),
    ("девяност", 90),
    ("дев'яност", 90),
    ("двести", 200),
    ("двухсот", 200),
    ("двісті", 200),
    ("триста", 300),
    ("трехсот", 300),
    ("четыреста", 400),
    ("пятьсот", 500),
    ("шестьсот", 600),
    ("семьсот", 700),
    ("восемьсот", 800),
];
/// What follows such a beginning in a number of things.
const CARDINAL: &str = "а е є і и ь ью ьма ух ум умя ох ом ома ьох ьом ьома ех ем емя х м ма ы ре ою";
const RANK: &str = "ый ий ого ому ым ом ая ой ую ое ые ых ьего ьему тый того той";

/// What a folded word adds to a number; `None` if it is none.
pub(super) fn part(language: Language, word: &str) -> Option<Part> {
    let place = |list: &str| list.split_whitespace().position(|own| own == word).map(|at| at as u64);
    let found = match language {
        Language::English => place(ENGLISH).or_else(|| place(ENGLISH_TENS).map(|at| 20 + at * 10)).map(Part::Plus),
        Language::French => {
            let word = if word == "vingts" { "vingt" } else { word };
            let tens = FRENCH_TENS.split(' ').position(|own| own == word).map(|at| 20 + at as u64 * 10);
            place(FRENCH).or(tens).map(Part::Plus)
        }
        Language::German => german(word).map(Part::Plus),
        Language::Russian | Language::Ukrainian => slavic(word),
        Language::Other => None,
    };
    found.or_else(|| times(word).map(Part::Times))
}

fn times(word: &str) -> Option<u64> {
    let of = |list: &str| list.split(' ').any(|own| own == word);
    match word {
        _ if of("hundred hundreds cent cents сто ста") => Some(100),
        _ if of("dozen douzaine dutzend дюжина дюжины") => Some(12),
        _ if of("десятка десятков десяткам десятках десятків") => Some(10),
        _ if of("thousand thousands тысяч тысячи тысяча тысячу тыс tausend mille тисяч тисячі тисяча") => {
            Some(1_000)
        }
        _ if of("million millions миллион миллиона миллионов млн millionen мільйон мільйона мільйонів") => {
            Some(1_000_000)
        }
        _ if of(
            "billion billions миллиард миллиарда миллиардов млрд milliarde milliarden milliard milliards мільярд мільярдів",
        ) =>
        {
            Some(1_000_000_000)
        }
        _ => None,
    }
}

/// "Siebenundzwanzig", "hundertfünfundsiebzigtausend".
fn german(word: &str) -> Option<u64> {
    if word == "hundert" {
        return Some(100);
    }
    let small = GERMAN.split_whitespace().position(|own| own == word).map(|at| at as u64);
    let tens = || GERMAN_TENS.split(' ').position(|own| own == word).map(|at| 20 + at as u64 * 10);
    let split = |by: &str, times: u64| {
        let (before, after) = word.split_once(by)?;
        let before = if before.is_empty() { 1 } else { part_of(before)? };
        let after = if after.is_empty() { 0 } else { part_of(after.trim_start_matches("und"))? };
        Some(before * times + after)
    };
    let and = || {
        let (ones, tens) = word.split_once("und")?;
        let tens = GERMAN_TENS.split(' ').position(|own| own == tens)?;
        Some(part_of(ones)? + 20 + tens as u64 * 10)
    };
    let compound = || split("tausend", 1_000).or_else(|| split("hundert", 100)).or_else(and);
    small.or_else(tens).or_else(|| if word.len() > SHORTEST_COMPOUND { compound() } else { None })
}

/// A part of a German number: there "ein" is one.
fn part_of(word: &str) -> Option<u64> {
    if matches!(word, "ein" | "eins") { Some(1) } else { german(word) }
}

fn slavic(word: &str) -> Option<Part> {
    let fits = SLAVIC.iter().filter_map(|(begin, value)| Some((word.strip_prefix(begin)?, begin.len(), *value)));
    let (ending, _, value) = fits.max_by_key(|(_, length, _)| *length)?;
    let is = |list: &str| ending.is_empty() || list.split(' ').any(|own| own == ending);
    match () {
        () if is(CARDINAL) => Some(Part::Plus(value)),
        () if is(RANK) => Some(Part::Rank(value)),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_have_their_value() {
        for (language, word, value) in [
            (Language::English, "seventeen", 17),
            (Language::English, "ninety", 90),
            (Language::French, "quatorze", 14),
            (Language::German, "siebenundzwanzig", 27),
            (Language::German, "hunderttausend", 100_000),
            (Language::German, "hundertfünfundsiebzigtausend", 175_000),
            (Language::Russian, "двух", 2),
            (Language::Russian, "двадцати", 20),
            (Language::Russian, "пятьдесят", 50),
            (Language::Russian, "четырех", 4),
            (Language::Ukrainian, "дві", 2),
            (Language::Ukrainian, "п'ятдесят", 50),
        ] {
            assert_eq!(part(language, word), Some(Part::Plus(value)), "{word}");
        }
        assert_eq!(part(Language::Russian, "десятого"), Some(Part::Rank(10)));
        assert_eq!(part(Language::English, "thousand"), Some(Part::Times(1_000)));
        for (language, word) in
            [(Language::Russian, "семья"), (Language::English, "second"), (Language::German, "hund")]
        {
            assert_eq!(part(language, word), None, "{word}");
        }
    }
}
