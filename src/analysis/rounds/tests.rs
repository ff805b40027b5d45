//! Which talks an article covers, and when it covers none.

use super::*;
use crate::model::ParagraphKind;

/// An article whose lines are its headline and sentences.
fn article(path: &str, date: Option<&str>, text: &str) -> Arc<Article> {
    let mut article = Article::of_lines(path, text);
    article.date = date.map(|date| date.parse().unwrap());
    article.paragraphs[0].kind = ParagraphKind::Headline;
    Arc::new(article)
}

/// The key of each article's round; empty for none.
fn keys(articles: &[Arc<Article>], corrections: &[(&str, &str)]) -> Vec<String> {
    let corrections = corrections.iter().map(|(path, key)| ((*path).to_owned(), (*key).to_owned())).collect();
    let rounds = Rounds::find(articles, &corrections);
    let key = |ix| rounds.of(ArticleIx::new(ix)).map_or(String::new(), |round| rounds.get(round).key.clone());
    (0..articles.len()).map(key).collect()
}

const TUESDAY: &str = "Duda and Stubb talk about the border\n\
    President Andrzej Duda and President Alexander Stubb held talks on Tuesday.\nThe call lasted an hour.";

#[test]
fn reports_of_one_call_are_one_round_whatever_day_they_are_of() {
    let articles = [
        article("a", Some("2024-05-14"), TUESDAY),
        article(
            "b",
            Some("2024-05-15"),
            "Duda and Stubb talk\nPresidents Andrzej Duda and Alexander Stubb met yesterday.",
        ),
        article("c", Some("2024-05-16"), "A call\nPresidents Duda and Stubb spoke by phone on May 14, 2024."),
    ];
    assert_eq!(keys(&articles, &[]), ["2024-05-14", "2024-05-14", "2024-05-14"]);
    let rounds = Rounds::find(&articles, &BTreeMap::new());
    assert_eq!(rounds.list[0].name, "14 May 2024: Duda, Stubb");
}

#[test]
fn a_preview_has_the_round_to_come_and_another_subject_has_none() {
    let articles = [
        article(
            "a",
            Some("2024-05-13"),
            "Duda to call Stubb\nPresident Duda will hold talks with President Stubb on Tuesday.",
        ),
        article("b", Some("2024-05-14"), "Prices rise\nPresident Duda opened a bridge on Monday.\nPrices rose again."),
        article("c", Some("2024-05-14"), TUESDAY),
    ];
    assert_eq!(keys(&articles, &[]), ["2024-05-14", "", "2024-05-14"]);
}

#[test]
fn two_calls_on_one_day_are_told_apart_by_the_people() {
    let other = "Macron and Meloni talk\nPresident Emmanuel Macron and Prime Minister Giorgia Meloni spoke on Tuesday.";
    let articles = [
        article("a", Some("2024-05-14"), TUESDAY),
        article("b", Some("2024-05-15"), TUESDAY),
        article("c", Some("2024-05-15"), other),
    ];
    assert_eq!(keys(&articles, &[]), ["2024-05-14", "2024-05-14", "2024-05-14 macron"]);
}

#[test]
fn an_undated_article_goes_to_the_talks_that_it_resembles() {
    let march = "Duda and Stubb talk about grain\n\
        President Andrzej Duda and President Alexander Stubb held talks on Friday.\nGrain and tariffs took three hours.";
    let undated =
        "Duda and Stubb talk again\nPresidents Duda and Stubb held talks.\nTariffs on grain were discussed for hours.";
    let articles = [
        article("a", Some("2024-05-14"), TUESDAY),
        article("b", Some("2024-03-16"), march),
        article("c", None, undated),
    ];
    assert_eq!(keys(&articles, &[]), ["2024-05-14", "2024-03-15", "2024-03-15"]);
}

#[test]
fn a_month_and_a_day_are_enough_for_an_undated_article() {
    let undated = "Duda and Stubb talk\nPresidents Duda and Stubb held talks on Tuesday, May 14.";
    let articles = [article("a", Some("2024-05-15"), TUESDAY), article("b", None, undated)];
    assert_eq!(keys(&articles, &[]), ["2024-05-14", "2024-05-14"]);
    assert_eq!(keys(&articles[1..], &[]), ["05-14"]);
}

#[test]
fn the_readers_word_goes_before_all() {
    let articles =
        [article("a", Some("2024-05-14"), TUESDAY), article("b", Some("2024-05-14"), "Prices rise\nBread too.")];
    assert_eq!(keys(&articles, &[("a", ""), ("b", "2024-05-20")]), ["", "2024-05-20"]);
    let rounds = Rounds::find(&articles, &BTreeMap::from([("b".to_owned(), "2024-05-14".to_owned())]));
    assert_eq!(rounds.list.len(), 1);
    assert_eq!(rounds.list[0].articles.len(), 2);
}

#[test]
fn an_initial_is_part_of_a_name_and_not_its_end() {
    let text = "President Joseph R. Biden, Jr. spoke today by phone with President Rumen Radev of Bulgaria.\n\n\
        President Joseph R. Biden, Jr. and President Radev discussed the talks of the two presidents on 7 December.";
    let rounds = Rounds::find(&[article("a", Some("2021-12-09"), text)], &BTreeMap::new());
    let names: Vec<&str> = rounds.list.iter().map(|round| round.name.as_str()).collect();
    assert!(
        names.iter().all(|name| !name.contains("Joseph")) && names.iter().any(|name| name.contains("Biden")),
        "{names:?}"
    );
}
