//! Which of the five languages a text is in, from its letters and its commonest words.
//!
//! Cyrillic: the letters that only one alphabet has decide, and the words that only one language uses. Latin: the
//! commonest short words are counted, of the three languages and of their neighbours too, so that Dutch is not taken
//! for German, nor Spanish for French. No word lists beyond that, no models; texts of a few words stay unknown.

mod common_words;

use std::cmp::Ordering;

use self::common_words::{COMMON_WORDS, Tongue, common_words};
use crate::model::Language;

pub use self::common_words::is_common;

/// How many letters are looked at: some 170 words, ten times what it takes to tell neighbours apart. More would be
/// dear: it is done for every article, word by word.
const LETTERS_READ: usize = 1_000;

/// Below this many letters a text is too short to tell.
const LETTERS_NEEDED: usize = 12;

/// Ukrainian text of so many letters nearly always has an і, ї or є.
const LETTERS_WITHOUT_I: usize = 40;

/// The share of the text's words that must be common words of its language. Prose has 30 % and more; headlines less.
const COMMON_WORDS_PER_CENT: usize = 8;

/// The share of letters that must be of the deciding script, so that a quoted name does not decide. Less of Cyrillic,
/// because Latin names are common in Cyrillic texts and Cyrillic names rare in Latin ones.
const LATIN_PER_CENT: usize = 60;
const CYRILLIC_PER_CENT: usize = 40;

/// Belarusian, Serbian, Macedonian, and the languages of Central Asia.
const FOREIGN_CYRILLIC: &str = "ўђћџљњјѓќѕәғқңөұүһҷӣӯ";
/// Letters that prose in English, German or French uses in names only.
const FOREIGN_LATIN: &str = "ąćęłńśźżřěščžůďťňåøæãõñığşțșăđőűāēīūėų¿¡";

/// The language of a text; [`Language::Other`] if it is none of the five, or too short to tell.
pub fn detect_language(text: &str) -> Language {
    let sample = Sample::read(text);
    let letters = sample.latin + sample.cyrillic + sample.other;
    if letters < LETTERS_NEEDED {
        Language::Other
    } else if sample.cyrillic * 100 >= letters * CYRILLIC_PER_CENT {
        sample.cyrillic_language()
    } else if sample.latin * 100 >= letters * LATIN_PER_CENT {
        sample.latin_language()
    } else {
        Language::Other
    }
}

/// What was counted in the first letters of a text.
#[derive(Default)]
struct Sample {
    latin: usize,
    cyrillic: usize,
    other: usize,
    /// Letters of Russian that Ukrainian and Bulgarian lack. (Belarusian has them, but no и.)
    russian: usize,
    /// Letters of Ukrainian that Russian lacks. (Belarusian has і as well.)
    ukrainian: usize,
    foreign: usize,
    /// и, which Belarusian lacks, and ъ, which is everywhere in Bulgarian and rare in Russian.
    i_letters: usize,
    hard_signs: usize,
    words: usize,
    /// Common words seen, by place in [`COMMON_WORDS`].
    common: [usize; COMMON_WORDS.len()],
}

impl Sample {
    fn read(text: &str) -> Self {
        let mut sample = Self::default();
        let mut word = String::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            // A run of plain letters at once; a word may still go on behind it with another letter.
            let room = text.as_bytes()[at..].iter().take(LETTERS_READ - word.len());
            let run = room.take_while(|byte| byte.is_ascii_alphabetic()).count();
            if run > 0 {
                word.push_str(&text[at..at + run]);
                word.make_ascii_lowercase();
                at += run;
            } else if c.is_alphabetic() {
                push_small(c, &mut word);
                at += c.len_utf8();
            } else {
                at += c.len_utf8();
                if word.is_empty() {
                    continue;
                }
                sample.count(&word);
                word.clear();
                if sample.latin + sample.cyrillic + sample.other >= LETTERS_READ {
                    return sample;
                }
            }
            // Scripts without spaces have no word ends.
            if word.len() >= LETTERS_READ {
                break;
            }
        }
        sample.count(&word);
        sample
    }

    fn count(&mut self, word: &str) {
        if word.is_ascii() {
            self.latin += word.len();
        } else {
            word.chars().for_each(|c| self.count_letter(c));
        }
        self.words += usize::from(!word.is_empty());
        if let Some(places) = common_words().get(word) {
            places.iter().for_each(|&place| self.common[place] += 1);
        }
    }

    fn count_letter(&mut self, c: char) {
        match c {
            'a'..='z' | '\u{df}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => self.latin += 1,
            '\u{400}'..='\u{52f}' => self.cyrillic += 1,
            _ => self.other += 1,
        }
        match c {
            'ы' | 'э' | 'ё' => self.russian += 1,
            'і' | 'ї' | 'є' | 'ґ' => self.ukrainian += 1,
            'и' => self.i_letters += 1,
            'ъ' => self.hard_signs += 1,
            'a'..='z' | 'а'..='я' => {}
            _ => self.foreign += usize::from(FOREIGN_CYRILLIC.contains(c) || FOREIGN_LATIN.contains(c)),
        }
    }

    fn common_of(&self, language: Language) -> usize {
        let own = |&place: &usize| COMMON_WORDS[place].0 == Tongue::Known(language);
        (0..COMMON_WORDS.len()).filter(own).map(|place| self.common[place]).sum()
    }

    fn most_foreign(&self) -> usize {
        let foreign = |&place: &usize| COMMON_WORDS[place].0 == Tongue::Foreign;
        (0..COMMON_WORDS.len()).filter(foreign).map(|place| self.common[place]).max().unwrap_or(0)
    }

    fn cyrillic_language(&self) -> Language {
        let belarusian = self.ukrainian > 0 && self.russian > 0 && self.i_letters * 5 < self.ukrainian;
        let bulgarian = self.hard_signs > self.russian;
        if belarusian || bulgarian || self.foreign * 100 > self.cyrillic {
            return Language::Other;
        }
        let russian = 2 * self.russian + self.common_of(Language::Russian);
        let ukrainian = 2 * self.ukrainian + self.common_of(Language::Ukrainian);
        if self.russian + self.ukrainian == 0 && self.most_foreign() > russian.max(ukrainian) {
            return Language::Other;
        }
        match russian.cmp(&ukrainian) {
            Ordering::Less => Language::Ukrainian,
            Ordering::Equal if self.cyrillic < LETTERS_WITHOUT_I => Language::Other,
            // Ukrainian of this length would have shown an і.
            Ordering::Equal | Ordering::Greater => Language::Russian,
        }
    }

    fn latin_language(&self) -> Language {
        let best = [Language::English, Language::German, Language::French]
            .map(|language| (self.common_of(language), language))
            .into_iter()
            .max_by_key(|&(common, _)| common);
        match best {
            Some((common, language))
                if common > self.most_foreign()
                    && common * 100 >= self.words * COMMON_WORDS_PER_CENT
                    && self.foreign * 25 <= self.latin =>
            {
                language
            }
            _ => Language::Other,
        }
    }
}

fn push_small(c: char, word: &mut String) {
    match c {
        // For these there is no need to search Unicode's tables.
        'а'..='я' => word.push(c),
        'А'..='Я' => word.extend(char::from_u32(c as u32 + ('а' as u32 - 'А' as u32))),
        _ => word.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_the_five_languages_is_told_by_one_sentence() {
        let told = [
            (Language::English, "The two leaders spoke for two hours and agreed that their teams would meet again."),
            (
                Language::German,
                "Die beiden Präsidenten sprachen zwei Stunden lang und wollen sich bald wieder treffen.",
            ),
            (Language::French, "Les deux présidents se sont parlé pendant deux heures et vont se revoir."),
            (Language::Russian, "Президенты говорили два часа и условились продолжить переговоры в январе."),
            (Language::Ukrainian, "Президенти говорили дві години й домовилися продовжити перемовини у січні."),
        ];
        for (language, text) in told {
            assert_eq!(detect_language(text), language, "{text}");
        }
    }

    #[test]
    fn neighbours_are_not_taken_for_one_of_the_five() {
        let neighbours = [
            "Prezydenci rozmawiali przez dwie godziny i postanowili, że rozmowy będą kontynuowane w styczniu.",
            "Los dos presidentes hablaron durante dos horas y acordaron que las conversaciones continuarán.",
            "I due presidenti hanno parlato per due ore e hanno deciso che i colloqui continueranno.",
            "De twee presidenten spraken twee uur met elkaar en besloten dat het overleg wordt voortgezet.",
            "Двамата президенти разговаряха два часа и решиха да продължат преговорите през януари.",
            "Прэзідэнты размаўлялі дзве гадзіны і вырашылі, што перамовы будуць працягнутыя ў студзені.",
            "Два председника су разговарала два сата и одлучила да се преговори наставе у јануару.",
            "两国总统通话两小时，同意在一月继续谈判。双方团队将举行会谈。",
        ];
        for text in neighbours {
            assert_eq!(detect_language(text), Language::Other, "{text}");
        }
    }

    #[test]
    fn too_little_text_is_not_guessed_at() {
        assert_eq!(detect_language(""), Language::Other);
        assert_eq!(detect_language("2021-12-07"), Language::Other);
        assert_eq!(detect_language("Biden, Putin"), Language::Other);
    }

    #[test]
    fn a_foreign_name_does_not_decide() {
        let text =
            "The president of Ukraine, Володимир Зеленський, was not in the call, but his office was told of it.";
        assert_eq!(detect_language(text), Language::English);
    }
}
