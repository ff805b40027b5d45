//! What becomes of a quotation in another article.

use super::*;
use crate::analysis::attribute::Quotation;

fn article(path: &str, text: &str) -> (Arc<Article>, Arc<Attributed>) {
    let article = Article::of_lines(path, text);
    let mut said = Attributed { sentences: vec![None], quotations: Vec::new() };
    if let (Some(start), Some(end)) = (text.find('“'), text.find('”')) {
        let span = Span::new(start, end + '”'.len_utf8());
        said.quotations.push(Quotation { span, content: span, sentences: 0..1, attribution: None, reason: Vec::new() });
    }
    (Arc::new(article), Arc::new(said))
}

fn fate(quoting: &str, other: &str) -> Fate {
    let (articles, said): (Vec<_>, Vec<_>) = [article("a", quoting), article("b", other)].into_iter().unzip();
    let checked = check_quotes(&articles, &said);
    checked.iter().find(|quote| quote.article == ArticleIx(0)).expect("a quotation").fate
}

const QUOTED: &str = "He said: “We will respond with strong economic and other measures in the event of escalation.”";

#[test]
fn the_same_words_are_found_with_and_without_marks() {
    let plain = "The US will act: we will respond with strong economic and other measures in the event of escalation.";
    assert_eq!(fate(QUOTED, plain), Fate::SameWords);
    assert_eq!(fate(QUOTED, QUOTED), Fate::SameWords);
}

#[test]
fn a_part_is_cut_and_a_part_with_others_between_is_reworded() {
    assert_eq!(fate(QUOTED, "They “respond with strong economic and other measures” then."), Fate::Cut);
    let reworded = "They will respond with strong economic steps and, he said, in the event of escalation do more.";
    assert_eq!(fate(QUOTED, reworded), Fate::Reworded);
}

#[test]
fn what_nobody_else_has_is_said_so_and_two_words_are_not_looked_for() {
    assert_eq!(fate(QUOTED, "Snow fell all day in the event."), Fate::NowhereElse);
    let (articles, said): (Vec<_>, Vec<_>) = [article("a", "His “red lines” again.")].into_iter().unzip();
    assert_eq!(check_quotes(&articles, &said), []);
}
