//! Stories of who says what, a sentence or two each.

mod french;
mod german;
mod places;
mod russian;
mod ukrainian;
mod wires;

use super::example::{article, article_in};
use super::{Attribution, Attributor, How};
use crate::model::{Article, Language, Speakers};
use proptest::prelude::*;
use std::sync::LazyLock;

static STANDARD: LazyLock<Attributor> = LazyLock::new(|| Attributor::new(&Speakers::standard().unwrap()));
/// Without any person: what an article tells by itself.
static NOBODY: LazyLock<Attributor> = LazyLock::new(|| {
    let speakers = Speakers::standard().unwrap();
    Attributor::new(&Speakers { persons: Vec::new(), ..speakers })
});

/// "ru Ushakov" of each sentence of the body, "-" where nobody says it.
fn told(attributor: &Attributor, article: &Article) -> Vec<String> {
    let tell = |said: Option<Attribution>| {
        let Some(said) = said else { return "-".to_owned() };
        let side = said.side.map_or("?", |side| &attributor.speakers().side(side).id);
        format!("{side} {}", said.speaker)
    };
    let headline = article.sentences.iter().filter(|sentence| sentence.paragraph == 0).count();
    attributor.attribute(article).into_iter().skip(headline).map(tell).collect()
}

fn english(body: &str) -> Vec<String> {
    told(&STANDARD, &article_in(Language::English, &format!("Talks\n{body}")))
}

fn in_language(language: Language, body: &str) -> Vec<String> {
    told(&STANDARD, &article_in(language, &format!("Talks\n{body}")))
}

/// Each sentence with what is told of it, as "side speaker".
fn tells(language: Language, sentences: &[(&str, &str)]) {
    for (sentence, wanted) in sentences {
        let said = in_language(language, sentence);
        assert_eq!(said.last().map(String::as_str), Some(*wanted), "{sentence}");
    }
}

#[test]
fn the_outermost_source_counts() {
    assert_eq!(english("Biden warned Putin of sanctions, according to Ushakov."), ["ru Ushakov"]);
    assert_eq!(english("According to Ushakov, Biden said that sanctions would follow."), ["ru Ushakov"]);
    assert_eq!(english("Biden urged Putin to de-escalate, Psaki said in a statement."), ["us Psaki"]);
    assert_eq!(english("Ushakov said that Biden warned Putin."), ["ru Ushakov"]);
    assert_eq!(english("Putin, the Kremlin said, gave examples."), ["ru Kremlin"]);
    assert_eq!(english("As Peskov explained, the line was secure."), ["ru Peskov"]);
}

#[test]
fn a_pronoun_is_the_last_who_fits() {
    let said = english("Psaki said talks went on. Ushakov told reporters he was happy. She said Biden was frank.");
    assert_eq!(said, ["us Psaki", "ru Ushakov", "us Psaki"]);
    assert_eq!(english("Putin arrived in Sochi. He said the talks were frank.")[1], "ru Putin");
    assert_eq!(english("Russian officials gave no date. They said it was too early.").len(), 2);
}

#[test]
fn a_quotation_goes_on_to_its_end() {
    let said = english("“We are happy,” Ushakov said. “It was good. It was frank.” The call took an hour.");
    assert_eq!(said, ["ru Ushakov", "ru Ushakov", "ru Ushakov", "-"]);
    let said = english("“We are worried.\nAnd we said so,” said the Kremlin.");
    assert_eq!(said, ["ru Kremlin", "ru Kremlin"]);
    assert_eq!(english("Psaki said:\n“We have options.”")[1], "us Psaki");
    assert_eq!(english("Biden’s reply was short: “No.”"), ["us Biden"]);
}

#[test]
fn institutions_and_states_speak_too() {
    assert_eq!(english("The Kremlin's readout of the call says talks go on."), ["ru Kremlin"]);
    assert_eq!(english("The Russian Foreign Ministry called it baseless."), ["ru Russian Foreign Ministry"]);
    assert_eq!(english("Moscow, for its part, denies any plan."), ["ru Moscow"]);
    assert_eq!(english("The Russian side proposed to lift them."), ["ru Russian side"]);
    assert_eq!(english("CNN reported that sanctions were discussed."), ["other CNN"]);
    assert_eq!(english("American and European media outlets reported a build-up.")[0].split(' ').next(), Some("other"));
}

#[test]
fn whoever_has_no_name_is_called_as_the_article_calls_him() {
    let said = english(
        "There are two paths, a US official who briefed reporters on condition of anonymity said. \
         The consequences would be grave, the official said.",
    );
    assert_eq!(said, ["us a US official", "us a US official"]);
    assert_eq!(english("The Russian president replied that guarantees were needed."), ["ru Putin"]);
    assert_eq!(
        english("German Chancellor Karl Muster said no. Muster added nothing."),
        ["other Karl Muster", "other Muster"]
    );
}

#[test]
fn several_sides_at_once_are_nobodys_word() {
    for sentence in [
        "The leaders agreed to instruct their teams.",
        "Both sides expressed readiness to go on.",
        "They also expressed hope for the talks.",
        "Putin and Biden said the talks were useful.",
        "It was stated that work goes on.",
    ] {
        assert_eq!(english(sentence), ["-"], "{sentence}");
    }
}

#[test]
fn a_title_in_the_article_tells_the_side_of_somebody_in_no_list() {
    let text = "Talks\nKremlin aide Yuri Ushakov spoke first. There was no deal, Ushakov said.\n\
                Russian and US presidents Vladimir Putin and Joe Biden met. Biden said it was late. Putin noted it.";
    let said = told(&NOBODY, &article_in(Language::English, text));
    assert_eq!(said[1..], ["ru Ushakov", "-", "us Biden", "ru Putin"]);
}

#[test]
fn russian_sources_are_found_in_their_cases() {
    let said = in_language(
        Language::Russian,
        "По словам помощника президента Юрия Ушакова, беседа была полезной. По его словам, ее продолжат. \
         Как сообщили в пресс-службе Кремля, стороны обсудили Украину. «Ошибка», — сказал Салливан. \
         Президенты договорились о контактах. Москва готова к диалогу, заявила Мария Захарова. Она добавила, что ждет ответа.",
    );
    assert_eq!(
        said,
        ["ru Ushakov", "ru Ushakov", "ru пресс-службе Кремля", "us Sullivan", "-", "ru Zakharova", "ru Zakharova"]
    );
}

#[test]
fn german_french_and_ukrainian_are_read() {
    let said = in_language(
        Language::German,
        "„Ein Fehler“, sagte Putins Berater Juri Uschakow. Dem Weißen Haus zufolge war der Ton ernst. \
         Biden warnte Putin, wie das Weiße Haus mitteilte.",
    );
    assert_eq!(said, ["ru Ushakov", "us White House", "us White House"]);
    let said = in_language(
        Language::French,
        "« Une erreur », a averti Iouri Ouchakov. Moscou exige des garanties, a-t-il précisé. \
         L'entretien a été utile, assure-t-on à Washington.",
    );
    assert_eq!(said, ["ru Ushakov", "ru Ushakov", "us Washington"]);
    let said =
        in_language(Language::Ukrainian, "За словами Джен Псакі, союзники єдині. Вона додала, що санкції готові.");
    assert_eq!(said, ["us Psaki", "us Psaki"]);
}

#[test]
fn the_turns_of_a_transcript_are_their_speakers() {
    let text = "Press briefing\nMS. PSAKI: Hello. Putin said no.\nQ Why?\nMR. SULLIVAN: We told them.\nQ Thank you.";
    assert_eq!(
        told(&STANDARD, &article_in(Language::English, text)),
        ["us Psaki", "us Psaki", "? Question", "us Sullivan", "? Question"]
    );
}

#[test]
fn a_readout_is_the_word_of_the_house_it_comes_from() {
    let text = "Readout of the President's call\nThe leaders spoke today. Putin said he was open.";
    let mut readout = article_in(Language::English, text);
    readout.address = Some("https://www.whitehouse.gov/briefing-room/readout".to_owned());
    assert_eq!(told(&STANDARD, &readout), ["us White House", "us White House"]);
    let attributions = STANDARD.attribute(&readout);
    assert!(attributions.iter().flatten().all(|said| said.how == How::WholeArticle && !said.reason.is_empty()));
    let mut joint = article_in(Language::English, "Joint Statement on Strategic Stability\nWe note progress.");
    joint.address = readout.address;
    assert_eq!(told(&STANDARD, &joint), ["-"]);
}

#[test]
fn the_reason_is_the_source_then_the_cue_then_where_it_is_named() {
    let article = article("Talks\nKremlin aide Yuri Ushakov told reporters so. It was useful, he added.");
    let said = STANDARD.attribute(&article);
    let reason: Vec<&str> = said[2].as_ref().unwrap().reason.iter().map(|span| span.text(&article.text)).collect();
    assert_eq!(reason, ["he", "added", "Kremlin aide Yuri Ushakov"]);
}

#[test]
fn a_quotation_knows_the_clause_it_stands_in() {
    let article =
        article("Talks\nPsaki said that the US would “respond decisively” to an attack. “Good,” Ushakov said.");
    let quotations = STANDARD.quotations(&article);
    let contents: Vec<&str> = quotations.iter().map(|quotation| quotation.content.text(&article.text)).collect();
    assert_eq!(contents, ["that the US would “respond decisively” to an attack", "“Good,”"]);
    assert_eq!(quotations[1].attribution, Some(2));
}

/// Pieces of which any row must be read without a panic.
const PIECES: [&str; 28] = [
    "Putin",
    "the Kremlin",
    "said",
    ", said",
    "“",
    "”",
    "\"",
    ":",
    ".",
    "\n",
    ", ",
    "who",
    "that",
    "he",
    "according to",
    "a US official",
    "Kremlin's",
    "and",
    "Q",
    "MS. PSAKI:",
    "—",
    "statement",
    "of the",
    "(",
    ")",
    "told reporters",
    "Ушаков",
    "Mr.",
];

proptest! {
    #[test]
    fn whatever_stands_there_is_read_to_its_end(words in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
        let article = article_in(Language::English, &words.join(" "));
        let read = STANDARD.read(&article);
        prop_assert_eq!(read.sentences.len(), article.sentences.len());
        for span in read.sentences.iter().flatten().flat_map(|said| &said.reason) {
            prop_assert!(article.text.get(span.range()).is_some_and(|words| !words.is_empty()));
        }
        for quotation in &read.quotations {
            prop_assert!(article.text.get(quotation.content.range()).is_some());
            prop_assert!(quotation.attribution.is_none_or(|at| read.sentences[at].is_some()));
        }
        prop_assert_eq!(STANDARD.read(&article), read);
    }
}
