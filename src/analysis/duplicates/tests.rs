use super::*;
use crate::model::{Fingerprint, Format, Language, Paragraph, ParagraphKind, Span};
use proptest::prelude::*;

/// An article of a headline, a line and these sentences, one a paragraph.
fn article(path: &str, outlet: Option<&str>, date: Option<Date>, sentences: &[String]) -> Article {
    let (mut text, mut paragraphs) = (String::new(), Vec::new());
    let headline = [format!("Headline of {path}")];
    for (number, sentence) in headline.iter().chain(sentences).enumerate() {
        let kind = if number == 0 { ParagraphKind::Headline } else { ParagraphKind::Body };
        paragraphs.push(Paragraph { span: Span::new(text.len(), text.len() + sentence.len()), kind });
        text.push_str(sentence);
        text.push('\n');
    }
    Article {
        path: path.to_owned(),
        format: Format::Txt,
        headline: headline[0].clone(),
        outlet: outlet.map(str::to_owned),
        author: None,
        date,
        time: None,
        address: None,
        language: Language::English,
        fingerprint: Fingerprint::of(&text),
        text,
        paragraphs,
        sentences: Vec::new(),
        warnings: Vec::new(),
    }
}

/// Ten words that no other number makes.
fn sentence(number: usize) -> String {
    let letters = |at: usize| char::from(b'a' + ((number * 7 + at * 3 + number / 26 * at) % 26) as u8);
    let word =
        |at: usize| format!("{}{}{number}x", letters(at), letters(at + 1)).replace(|c: char| c.is_ascii_digit(), "q");
    let words: Vec<String> = (0..10).map(|at| format!("{}{}", word(at), "z".repeat(number % 9))).collect();
    format!("{}.", words.join(" "))
}

fn text(sentences: std::ops::Range<usize>) -> Vec<String> {
    sentences.map(sentence).collect()
}

fn day(day: u8) -> Option<Date> {
    Date::new(2021, 12, day)
}

/// Each story as its paths with what they are, the lead first.
fn stories(articles: &[Article]) -> Vec<Vec<(&str, Option<Relation>)>> {
    let sketches: Vec<Sketch> = articles.iter().map(Sketch::of).collect();
    let facts: Vec<Facts> =
        articles.iter().zip(&sketches).map(|(article, sketch)| Facts::of(article, sketch)).collect();
    let path = |article: ArticleIx| articles[article.index()].path.as_str();
    let shown = |story: Story| {
        let others = story.others.into_iter().map(|member| (path(member.article), Some(member.relation)));
        std::iter::once((path(story.lead), None)).chain(others).collect()
    };
    find_stories(&facts).into_iter().map(shown).collect()
}

#[test]
fn a_copy_in_other_print_is_folded() {
    let original = text(0..8);
    let other: Vec<String> = original.iter().map(|sentence| format!("“{}”", sentence.to_uppercase())).collect();
    let articles = [
        article("a.txt", Some("North"), day(7), &original),
        article("b.txt", Some("South"), day(19), &other),
        article("c.txt", None, None, &text(20..28)),
    ];
    assert_eq!(stories(&articles), [vec![("a.txt", None), ("b.txt", Some(Relation::Copy))], vec![("c.txt", None)]]);
}

#[test]
fn the_newest_version_leads_and_reprints_follow() {
    let cut = text(0..14);
    let articles = [
        article("agency-1.txt", Some("Agency"), day(7), &text(0..16)),
        article("agency-2.txt", Some("agency"), day(8), &text(0..20)),
        article("paper.txt", Some("Paper"), day(8), &cut),
    ];
    let expected = [vec![
        ("agency-2.txt", None),
        ("agency-1.txt", Some(Relation::Version)),
        ("paper.txt", Some(Relation::NearCopy)),
    ]];
    assert_eq!(stories(&articles), expected);
}

#[test]
fn without_dates_the_fullest_text_leads() {
    let articles = [article("a.txt", None, None, &text(0..14)), article("b.txt", None, None, &text(0..20))];
    assert_eq!(stories(&articles), [vec![("b.txt", None), ("a.txt", Some(Relation::NearCopy))]]);
}

#[test]
fn a_chain_of_likeness_does_not_join_its_ends() {
    let articles = [
        article("a.txt", None, None, &text(0..20)),
        article("b.txt", None, None, &text(6..25)),
        article("c.txt", None, None, &text(12..30)),
    ];
    let found = stories(&articles);
    assert_eq!(found, [vec![("a.txt", None), ("b.txt", Some(Relation::NearCopy))], vec![("c.txt", None)]]);
}

#[test]
fn a_weekly_report_in_its_frame_stays_apart() {
    let articles =
        [article("a.txt", Some("X"), day(1), &text(0..20)), article("b.txt", Some("X"), day(8), &text(0..16))];
    assert_eq!(stories(&articles).len(), 2);
}

#[test]
fn the_same_frame_with_other_names_and_numbers_stays_apart() {
    let readout = |name: &str, country: &str, number: usize| {
        let said = "Today the President spoke with";
        let more = format!(
            "{said} President {name} of {country} for {number} minutes and they agreed that the {country} \
            border is quiet. It was call {} this year, and {name} thanked for {} tons of aid.",
            number + 1,
            number + 2
        );
        [
            more,
            "The leaders discussed the security of the region and agreed to remain in close contact on it.".to_owned(),
        ]
    };
    let articles = [
        article("a.txt", Some("X"), day(7), &readout("Niinisto", "Finland", 45)),
        article("b.txt", Some("X"), day(7), &readout("Macron", "France", 70)),
    ];
    assert_eq!(stories(&articles).len(), 2);
}

#[test]
fn short_articles_are_told_by_every_word_and_the_headline() {
    let flash = |path: &str, words: &str| article(path, None, None, &[words.to_owned()]);
    let mut articles = [flash("a.txt", "The call has begun."), flash("b.txt", "The call has begun.")];
    assert_eq!(stories(&articles).len(), 2, "their headlines differ");
    let copy = articles[0].clone();
    articles[1] = Article { path: "b.txt".to_owned(), ..copy };
    assert_eq!(stories(&articles).len(), 1);
}

#[test]
fn empty_articles_are_no_copies_of_each_other() {
    let empty = |path: &str| {
        let article = article(path, None, None, &[]);
        Article { paragraphs: Vec::new(), ..article }
    };
    assert_eq!(stories(&[empty("a.txt"), empty("b.txt")]).len(), 2);
}

#[test]
fn a_sketch_stays_small_and_comes_back_from_the_cache() {
    let sketch = Sketch::of(&article("a.txt", None, None, &text(0..400)));
    assert!(sketch.size() <= 600, "{} bytes", sketch.size());
    let saved = sketch.to_bytes();
    assert_eq!(Sketch::from_bytes(&saved).unwrap(), sketch);
    assert_eq!(Sketch::from_bytes(&saved[1..]), None);
    assert_eq!(Sketch::from_bytes(&saved[..saved.len() - 1]), None);
}

proptest! {
    #[test]
    fn every_article_is_in_one_story_whatever_their_order(
        parts in prop::collection::vec((0..3_usize, 0..6_usize, 4..14_usize, 0..3_usize, 0..4_u8), 1..12),
        turn in 0..12_usize,
    ) {
        let mut articles: Vec<Article> = parts.iter().enumerate().map(|(number, (subject, from, length, outlet, date))| {
            let start = subject * 100 + from;
            let outlet = [None, Some("North"), Some("South")][*outlet];
            article(&format!("{number:02}.txt"), outlet, day(*date), &text(start..start + length))
        }).collect();
        let shape = |articles: &[Article]| {
            let mut found: Vec<Vec<(String, Option<Relation>)>> = stories(articles)
                .into_iter()
                .map(|story| story.into_iter().map(|(path, relation)| (path.to_owned(), relation)).collect())
                .collect();
            found.sort();
            found
        };
        let before = shape(&articles);
        let mut paths: Vec<&String> = before.iter().flatten().map(|(path, _)| path).collect();
        paths.sort();
        prop_assert_eq!(paths, articles.iter().map(|article| &article.path).collect::<Vec<_>>());
        articles.rotate_left(turn % parts.len());
        articles.reverse();
        prop_assert_eq!(shape(&articles), before);
    }
}
