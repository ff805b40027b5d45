//! Which of the five languages a text is in, from its letters and its commonest words.
//!
//! Cyrillic: the letters that only one alphabet has decide, and the words that only one language uses. Latin: the
//! commonest short words are counted, of the three languages and of their neighbours too, so that Dutch is not taken
//! for German, nor Spanish for French. No word lists beyond that, no models; texts of a few words stay unknown.

use std::cmp::Ordering;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::model::Language;

/// How many letters are looked at: enough for any article, cheap for a book.
const LETTERS_READ: usize = 2_000;

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

/// The common words, most of them short. A word may stand under several languages.
const COMMON_WORDS: [(Tongue, &str); 17] = [
    (
        Tongue::Known(Language::English),
        "the of and to in is that it for was on with as at by be this have from or had not are but his they she \
         which were their has an would will been there who said after its he we about than into also more i you my me this what so if do like just can how when all no out up your these over",
    ),
    (
        Tongue::Known(Language::German),
        "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat \
         dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur \
         bis mehr durch wurde sei ich wir ihr",
    ),
    (
        Tongue::Known(Language::French),
        "le la les de des du et en un une est que qui dans pour par sur pas au aux plus ne se ce il elle avec sont \
         son sa ses ont été cette mais comme nous vous je leur être fait ou d l qu n c s y à était deux sans",
    ),
    (
        Tongue::Known(Language::Russian),
        "и в не на что он с как по это из к у за от о для но его же так было бы или то она был мы вы только также \
         после если когда при до быть ещё уже этого их который были том между со",
    ),
    (
        Tongue::Known(Language::Ukrainian),
        "і в не на що він з як по це із у за від про для але його й та так було або та вона був ми ви тільки також \
         після якщо коли при до бути ще вже цього їх який були під між зі є чи які",
    ),
    (Tongue::Foreign, "het een van en de dat niet op te zijn voor met die aan ook maar bij naar uit dan nog wordt wij"),
    (
        Tongue::Foreign,
        "el la los las de del y en que un una es por con para no se su al lo como más pero sus fue son muy",
    ),
    (
        Tongue::Foreign,
        "il lo la gli le di del della dei e che un una è per con non si da al alla nel sono ha più anche come",
    ),
    (
        Tongue::Foreign,
        "o a os as de do da dos das e em que um uma é para com não se por no na ao mais foi seu são como",
    ),
    (
        Tongue::Foreign,
        "i w na z do się nie że to jest o od po za jak przez dla ale co tym był oraz został które jego są",
    ),
    (
        Tongue::Foreign,
        "a v na se je že s z do o k i ve to by za ale jako pro který byl jsou po od při podle není jeho také",
    ),
    (
        Tongue::Foreign,
        "och att det i en som på är av för med den till inte har de ett om var men så sig han från vi kan",
    ),
    (
        Tongue::Foreign,
        "og at det i en som på er af for med den til ikke har de et om var men så sig han fra vi kan av å",
    ),
    (Tongue::Foreign, "i je u na se da su za od s ne o koji kao što iz će bi to nije ili ali biti sa godine"),
    (
        Tongue::Foreign,
        "и на да се в от за е не с по са ще като но че към тази това или които който беше му през със си",
    ),
    (Tongue::Foreign, "и у је да се на су за од са не који као што из ће би то није или али бити о а године која"),
    (
        Tongue::Foreign,
        "і ў на не што з да як за па гэта у ад для але яго і ён была быў таксама якія пра ці або калі з'яўляецца",
    ),
];

/// Letters of Russian that Ukrainian and Bulgarian lack. (Belarusian has them, but no и.)
const RUSSIAN_LETTERS: &str = "ыэё";
/// Letters of Ukrainian that Russian lacks. (Belarusian has і as well.)
const UKRAINIAN_LETTERS: &str = "іїєґ";
/// Belarusian, Serbian, Macedonian, and the languages of Central Asia.
const FOREIGN_CYRILLIC: &str = "ўђћџљњјѓќѕәғқңөұүһҷӣӯ";
/// Letters that prose in English, German or French uses in names only.
const FOREIGN_LATIN: &str = "ąćęłńśźżřěščžůďťňåøæãõñığşțșăđőűāēīūėų¿¡";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tongue {
    Known(Language),
    /// A neighbour that must not be taken for one of the five.
    Foreign,
}

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
    /// Telltale letters.
    russian: usize,
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
        for c in text.chars() {
            if c.is_alphabetic() {
                word.extend(c.to_lowercase());
            } else if !word.is_empty() {
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
        for c in word.chars() {
            match c {
                'a'..='z' | '\u{df}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => self.latin += 1,
                '\u{400}'..='\u{52f}' => self.cyrillic += 1,
                _ => self.other += 1,
            }
            if !c.is_ascii() {
                self.russian += usize::from(RUSSIAN_LETTERS.contains(c));
                self.i_letters += usize::from(c == 'и');
                self.hard_signs += usize::from(c == 'ъ');
                self.ukrainian += usize::from(UKRAINIAN_LETTERS.contains(c));
                self.foreign += usize::from(FOREIGN_CYRILLIC.contains(c) || FOREIGN_LATIN.contains(c));
            }
        }
        self.words += usize::from(!word.is_empty());
        if let Some(places) = common_words().get(word) {
            places.iter().for_each(|&place| self.common[place] += 1);
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

/// For each common word its places in [`COMMON_WORDS`].
fn common_words() -> &'static FxHashMap<&'static str, Vec<usize>> {
    static PLACES: LazyLock<FxHashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
        let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (place, (_, words)) in COMMON_WORDS.iter().enumerate() {
            for word in words.split_whitespace() {
                let of_word = places.entry(word).or_default();
                if of_word.last() != Some(&place) {
                    of_word.push(place);
                }
            }
        }
        places
    });
    &PLACES
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
