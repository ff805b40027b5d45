use super::*;
use crate::model::{Article, ArticleIx, Fingerprint, Format, Language, Paragraph, ParagraphKind, Sentence, Span};
use crate::text::sentences;
use proptest::prelude::*;
use std::sync::Arc;

/// An article of one paragraph.
fn article(path: &str, language: Language, text: &str) -> Arc<Article> {
    let span = Span::new(0, text.len());
    let sentences = sentences(text, language).into_iter();
    Arc::new(Article {
        path: path.to_owned(),
        format: Format::Txt,
        headline: String::new(),
        outlet: None,
        author: None,
        date: None,
        time: None,
        address: None,
        language,
        text: text.to_owned(),
        paragraphs: vec![Paragraph { span, kind: ParagraphKind::Body }],
        sentences: sentences.map(|range| Sentence { span: Span::new(range.start, range.end), paragraph: 0 }).collect(),
        fingerprint: Fingerprint::of(text),
        warnings: Vec::new(),
    })
}

fn table_of(articles: &[Arc<Article>]) -> StemTable {
    let mut builder = TableBuilder::default();
    articles.iter().for_each(|article| builder.add(article));
    builder.finish()
}

fn place(article: usize, sentence: u32) -> Place {
    Place { article: ArticleIx::new(article), sentence }
}

/// Three reports in which sentences on gas transit, on prisoners and on nothing alternate.
fn reports() -> Vec<Arc<Article>> {
    let texts = [
        "Gas transit through the pipeline will continue. Twelve prisoners were freed in the morning. The weather stayed \
         cold all week. Brokers fear for gas deliveries through the old pipeline.",
        "The ministers discussed how gas transit could be paid for. Families of the prisoners waited at the airport. \
         Trains ran late again yesterday. A museum opened its doors in spring.",
        "Gas deliveries fell below the contract of last winter. Lists of prisoners were exchanged by lawyers. Snow fell \
         on the hills near town. Farmers sold their apples at the market.",
    ];
    let name = |number| format!("{number}.txt");
    texts.iter().enumerate().map(|(number, text)| article(&name(number), Language::English, text)).collect()
}

/// Gas is meant, prisoners are not.
fn gas() -> Lessons {
    let lessons = [
        (place(0, 0), Lesson::Kept),
        (place(1, 0), Lesson::Kept),
        (place(0, 1), Lesson::Rejected),
        (place(1, 1), Lesson::Rejected),
    ];
    lessons.into_iter().collect()
}

fn offered(articles: &[Arc<Article>], lessons: &Lessons, most: usize) -> Vec<Suggestion> {
    let table = table_of(articles);
    let model = Model::train(&table, lessons).expect("there is something to learn");
    suggest(&model, &table, lessons, articles, most)
}

#[test]
fn what_is_offered_looks_like_what_was_kept_and_says_why() {
    let articles = reports();
    let found = offered(&articles, &gas(), 12);
    let places: Vec<Place> = found.iter().map(|one| one.place).collect();
    assert!(places.contains(&place(0, 3)), "{found:?}");
    for one in &found {
        let text = &articles[one.place.article.index()].text;
        let first = one.words[0].span.text(text);
        assert!(["gas", "Gas", "pipeline", "transit"].contains(&first), "{first}");
    }
}

#[test]
fn a_sentence_that_only_shares_a_rejected_word_is_not_offered() {
    let found = offered(&reports(), &gas(), 12);
    assert!(found.iter().all(|one| one.place != place(2, 1)), "{found:?}");
}

#[test]
fn a_copy_of_a_rejected_sentence_does_not_come_back() {
    let mut articles = reports();
    let copy = "The gas transit fee for the pipeline was mentioned.";
    articles.push(article("3.txt", Language::English, copy));
    articles.push(article("4.txt", Language::English, "The GAS transit fee, for the pipeline, was mentioned."));
    let mut lessons = gas();
    let before = offered(&articles, &lessons, 12);
    assert_eq!(before.iter().filter(|one| one.place.article.0 >= 3).count(), 1, "only one of two copies");
    lessons.add(place(3, 0), Lesson::Rejected);
    let after = offered(&articles, &lessons, 12);
    assert!(after.iter().all(|one| one.place.article.0 < 3), "{after:?}");
}

#[test]
fn nothing_is_learnt_where_nothing_is_wanted() {
    let articles = reports();
    let table = table_of(&articles);
    assert_eq!(Model::train(&table, &Lessons::default()), None);
    let rejected = [(place(0, 1), Lesson::Rejected)].into_iter().collect();
    assert_eq!(Model::train(&table, &rejected), None);
    assert_eq!(Model::train(&StemTable::default(), &gas()), None);
}

#[test]
fn one_kept_sentence_is_enough_to_begin_with() {
    let found = offered(&reports(), &[(place(0, 0), Lesson::Kept)].into_iter().collect(), 12);
    assert!(found.iter().any(|one| one.place == place(0, 3)), "{found:?}");
}

#[test]
fn a_language_without_rules_is_searched_all_the_same() {
    let articles = vec![
        article("a.txt", Language::Other, "Nowe sankcje wobec banków zapowiedziała Bruksela. Pogoda była ładna."),
        article("b.txt", Language::Other, "Sankcjami wobec banków grozi Waszyngton. Muzeum otwarto po remoncie."),
    ];
    let found = offered(&articles, &[(place(0, 0), Lesson::Kept)].into_iter().collect(), 12);
    assert_eq!(found[0].place, place(1, 0));
    assert!(found[0].words.iter().any(|word| word.span.text(&articles[1].text) == "Sankcjami"));
}

#[test]
fn learnt_words_are_written_as_in_the_articles() {
    let articles = reports();
    let (table, lessons) = (table_of(&articles), gas());
    let model = Model::train(&table, &lessons).unwrap();
    let [for_it, against] = top_words(&model, &table, &lessons, &articles, 3);
    let gas = for_it.iter().find(|word| word.text == "gas").unwrap();
    assert!(gas.weight > 0 && gas.sentences == 2 && gas.language == Language::English);
    assert_eq!(against[0].text, "prisoners");
    assert!(against[0].weight < 0);
}

#[test]
fn an_article_that_was_read_again_counts_as_it_is_now() {
    let mut articles = reports();
    let mut table = table_of(&articles);
    articles[1] = article("1.txt", Language::English, "Gas transit goes on. Prices of gas deliveries rose.");
    table.replace(ArticleIx::new(1), &articles[1]);
    let lessons = [(place(0, 0), Lesson::Kept)].into_iter().collect();
    let model = Model::train(&table, &lessons).unwrap();
    let found = suggest(&model, &table, &lessons, &articles, 12);
    assert_eq!(found, offered(&articles, &lessons, 12));
}

/// Articles of words that few sentences share, and lessons on some of the sentences.
fn collections() -> impl Strategy<Value = (Vec<Arc<Article>>, Vec<(Place, Lesson)>)> {
    let words = prop::sample::select(vec![
        "gas",
        "pipeline",
        "transit",
        "prisoners",
        "lawyers",
        "snow",
        "apples",
        "museum",
        "Putin",
        "visas",
        "embassy",
        "talks",
        "the",
        "of",
    ]);
    let sentence = prop::collection::vec(words, 1..8).prop_map(|words| format!("A{}.", words.join(" ")));
    let text = prop::collection::vec(sentence, 1..8).prop_map(|sentences| sentences.join(" "));
    let lesson = prop::sample::select(vec![Lesson::Kept, Lesson::Rejected, Lesson::Linked]);
    let lessons = prop::collection::vec(((0..6_usize, 0..8_u32), lesson), 1..12);
    (prop::collection::vec(text, 1..6), lessons).prop_map(|(texts, lessons)| {
        let articles = texts.iter().enumerate();
        let articles = articles.map(|(at, text)| article(&format!("{at}.txt"), Language::English, text)).collect();
        (articles, lessons.into_iter().map(|((article, at), lesson)| (place(article, at), lesson)).collect())
    })
}

proptest! {
    #[test]
    fn nothing_known_is_offered_and_every_offer_has_its_words((articles, lessons) in collections()) {
        let lessons: Lessons = lessons.into_iter().collect();
        let table = table_of(&articles);
        let Some(model) = Model::train(&table, &lessons) else { return Ok(()) };
        let found = suggest(&model, &table, &lessons, &articles, 12);
        prop_assert!(found.len() <= 12);
        for (at, one) in found.iter().enumerate() {
            prop_assert_eq!(lessons.get(one.place), None);
            prop_assert!(found[..at].iter().all(|other| other.place != one.place));
            let article = &articles[one.place.article.index()];
            prop_assert_eq!(model.score(&table, article, one.place.sentence), Some(one.score));
            let sentence = article.sentences[one.place.sentence as usize].span;
            prop_assert!(!one.words.is_empty());
            for word in &one.words {
                prop_assert!(word.weight > 0 && sentence.clip(word.span) == Some(word.span));
            }
        }
    }

    #[test]
    fn the_order_of_lessons_and_of_reading_bears_on_nothing((articles, lessons) in collections(), cut in 0..6_usize) {
        let forwards: Lessons = lessons.iter().copied().collect();
        let backwards: Lessons = lessons.iter().rev().copied().collect();
        let whole = table_of(&articles);
        let (first, second) = articles.split_at(cut.min(articles.len()));
        // The second part is read first, as by a quicker thread, and by stems numbered otherwise.
        let mut builder = TableBuilder::default();
        second.iter().for_each(|article| builder.add(article));
        let late = builder.finish();
        let mut parts = StemTable::default();
        parts.append(table_of(first));
        parts.append(late);
        let found = |table: &StemTable, lessons: &Lessons| {
            let model = Model::train(table, lessons)?;
            let words = top_words(&model, table, lessons, &articles, 9);
            Some((suggest(&model, table, lessons, &articles, 12), words))
        };
        prop_assert_eq!(found(&whole, &forwards), found(&parts, &backwards));
    }
}
