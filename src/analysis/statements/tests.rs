//! What is put together and what is kept apart, in small collections; and that the same comes out of the same.

use super::*;
use crate::model::Language;

/// An article in English whose lines are sentences of the text.
pub(super) fn article(path: &str, text: &str) -> Article {
    Article::of_lines(path, text)
}

/// The statements of these texts, each a story of its own, as the first words of their members.
fn found(texts: &[&str]) -> Vec<Vec<String>> {
    let articles = articles(texts);
    let statements = find(&articles, &[]);
    let words = |member: &Member| {
        let article = &articles[member.article.index()];
        let sentence = article.sentences[member.sentence as usize].span.text(&article.text);
        format!("{} {}", article.path, sentence.split(' ').take(2).collect::<Vec<&str>>().join(" "))
    };
    statements.list.iter().map(|statement| statement.members.iter().map(words).collect()).collect()
}

fn articles(texts: &[&str]) -> Vec<Arc<Article>> {
    let names = ["a", "b", "c", "d", "e", "f"];
    texts.iter().zip(names).map(|(text, name)| Arc::new(article(name, text))).collect()
}

fn find(articles: &[Arc<Article>], stories: &[Story]) -> Statements {
    let rounds = Rounds::default();
    Statements::find(articles, &[], stories, &rounds, &ReaderPairs::default(), &|| false).expect("nobody cancels")
}

const FIRST: &str = "Moscow proposed to lift all restrictions on the work of the embassies.\n\
    The harvest in the south was poor this year because of the long drought.\n\
    A committee of engineers will inspect the bridge next spring.";
const SECOND: &str = "The museum in the old harbour opens its doors in May.\n\
    The Russian side suggested cancelling all restrictions on the work of embassies.\n\
    Farmers received new tractors from a bank in Basel.";
const THIRD: &str = "Russia offered to scrap the restrictions on the work of embassies.\n\
    The choir sang for an hour under the old oak tree.\n\
    Nobody counted the votes in the village of nine houses.";

#[test]
fn one_claim_in_three_wordings_is_one_statement_and_the_rest_is_none() {
    assert_eq!(found(&[FIRST, SECOND, THIRD]), [["a Moscow proposed", "b The Russian", "c Russia offered"]]);
}

#[test]
fn nothing_within_one_article_is_a_statement() {
    let twice = "Moscow proposed to lift all restrictions on embassies.\nMoscow suggested lifting all restrictions on embassies.";
    assert_eq!(found(&[twice, "The choir sang for an hour under the old oak tree."]), Vec::<Vec<String>>::new());
}

#[test]
fn copies_of_a_story_are_one_telling() {
    use crate::analysis::duplicates::{Member as Copied, Relation};
    let articles = articles(&[FIRST, FIRST, SECOND]);
    let copy = Copied { article: ArticleIx::new(1), relation: Relation::Copy };
    let stories =
        [Story { lead: ArticleIx::new(0), others: vec![copy] }, Story { lead: ArticleIx::new(2), others: Vec::new() }];
    let statements = find(&articles, &stories).list;
    assert_eq!(statements.len(), 1, "what only the copies say is said once");
    assert_eq!((statements[0].tellings, statements[0].articles().len()), (2, 3));
}

#[test]
fn the_same_wording_in_two_stories_is_certain() {
    let statements = find(&articles(&[FIRST, FIRST]), &[]).list;
    assert_eq!(statements.len(), 3);
    assert!(statements.iter().flat_map(|statement| &statement.members).all(|member| member.strength == 1_000));
}

#[test]
fn figures_that_do_not_agree_and_denials_are_conflicts() {
    let conflict = |one: &str, other: &str| {
        let texts = [format!("{one}\n{FIRST}"), format!("{other}\nThe choir sang under the old oak tree.")];
        let statements = find(&articles(&[&texts[0], &texts[1]]), &[]).list;
        assert_eq!(statements.len(), 1, "{one}");
        statements[0].conflict
    };
    let troops = "massed near the border in the winter, satellites showed.";
    assert!(conflict(&format!("Some 100,000 troops {troops}"), &format!("Some 175,000 troops {troops}")));
    assert!(!conflict(&format!("Some 100,000 troops {troops}"), &format!("About 100,000 troops {troops}")));
    let plan = "intend to attack its neighbour in the winter, the ministry says.";
    assert!(conflict(&format!("The army does {plan}"), &format!("The army does not {plan}")));
}

#[test]
fn two_languages_have_nothing_in_common() {
    let mut other = article("b", "Moscow proposed to lift all restrictions on the work of the embassies.");
    other.language = Language::German;
    let articles = [Arc::new(article("a", FIRST)), Arc::new(other)];
    assert_eq!(find(&articles, &[]).list, []);
}

#[test]
fn what_is_not_wanted_any_more_ends_at_once() {
    let articles = articles(&[FIRST, SECOND]);
    let (rounds, pairs) = (Rounds::default(), ReaderPairs::default());
    assert_eq!(Statements::find(&articles, &[], &[], &rounds, &pairs, &|| true), None);
}

#[test]
fn every_member_is_found_by_its_place() {
    let statements = find(&articles(&[FIRST, SECOND, THIRD]), &[]);
    for (number, statement) in statements.list.iter().enumerate() {
        for member in &statement.members {
            let of = statements.of(member.article, member.sentence);
            assert!(of.iter().any(|ix| ix.index() == number));
        }
    }
    assert!(statements.of(ArticleIx::new(0), 1).is_empty());
}
