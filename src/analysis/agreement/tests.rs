use super::*;
use crate::analysis::{Said, decided};
use crate::model::{
    Anchor, Decision, Fingerprint, Format, Language, MarkId, Origin, OwnPassage, Paragraph, ParagraphKind, Sentence,
    TopicFile,
};
use proptest::prelude::*;

fn close(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!((found - expected).abs() < 0.0005, "{found} is not {expected}");
}

#[test]
fn alpha_is_that_of_the_published_example() {
    // Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section A: binary data, two observers.
    let first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    let second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    let count = |a, b| first.iter().zip(second).filter(|pair| *pair == (&a, b)).count();
    let table = Table { both: count(1, 1), only_ours: count(1, 0), only_theirs: count(0, 1), neither: count(0, 0) };
    close(table.alpha(), 0.095);
    close(table.percent(), 60.0);
}

#[test]
fn kappa_is_that_of_the_textbook_examples() {
    // "Cohen's kappa", Wikipedia: the simple example, and the two with the same percentage but different numbers.
    let table = |both, only_ours, only_theirs, neither| Table { both, only_ours, only_theirs, neither };
    close(table(20, 5, 10, 15).kappa(), 0.4);
    close(table(20, 5, 10, 15).percent(), 70.0);
    close(table(45, 15, 25, 15).kappa(), 0.1304);
    close(table(25, 35, 5, 35).kappa(), 0.2593);
}

#[test]
fn coefficients_are_undefined_where_all_values_are_equal() {
    for table in [Table::default(), Table { both: 3, ..Table::default() }, Table { neither: 3, ..Table::default() }] {
        assert_eq!((table.kappa(), table.alpha()), (None, None), "{table:?}");
    }
    assert_eq!(Table::default().percent(), None);
    assert_eq!(Table { neither: 3, ..Table::default() }.percent(), Some(100.0));
    let all_by_one = Table { only_ours: 3, ..Table::default() };
    close(all_by_one.kappa(), 0.0);
}

/// A paragraph of three sentences of ten characters, and a line of clutter.
fn article() -> Article {
    let text = "Iran spoke Talks held No date st. Read also";
    let body = Paragraph { span: Span::new(0, 33), kind: ParagraphKind::Body };
    let clutter = Paragraph { span: Span::new(34, 43), kind: ParagraphKind::Clutter };
    let sentence = |start, end, paragraph| Sentence { span: Span::new(start, end), paragraph };
    Article {
        path: "a.txt".to_owned(),
        format: Format::Txt,
        headline: String::new(),
        outlet: None,
        author: None,
        date: None,
        time: None,
        address: None,
        language: Language::English,
        text: text.to_owned(),
        paragraphs: vec![body, clutter],
        sentences: vec![sentence(0, 10, 0), sentence(11, 21, 0), sentence(22, 33, 0), sentence(34, 43, 1)],
        fingerprint: Fingerprint::of(text),
        warnings: Vec::new(),
    }
}

fn tree() -> TopicTree {
    let source = r##"(topics: [
        (id: "iran", name: "Iran", color: "#0072B2", children: [
            (id: "iran/nuclear", name: "Nuclear", color: "#0072B2"),
            (id: "iran/gulf", name: "Gulf", color: "#0072B2"),
        ]),
        (id: "cyber", name: "Cyber", color: "#0072B2"),
    ])"##;
    TopicFile::parse(source).and_then(TopicFile::into_tree).unwrap()
}

fn passage(topic: &str, start: usize, end: usize) -> Passage {
    let (topic, span) = (tree().find(topic).unwrap(), Span::new(start, end));
    Passage { topic, span, paragraph: 0, sentence: 0, origin: Origin::Rule, reasons: Vec::new(), kept: false }
}

fn table_of(found: &Agreement, topic: &str) -> (usize, usize, usize, usize) {
    let topic = tree().find(topic).unwrap();
    let Table { both, only_ours, only_theirs, neither } = found.topics[topic.index()].table;
    (both, only_ours, only_theirs, neither)
}

fn compare(ours: &[Passage], theirs: &[Passage]) -> Agreement {
    agreement(&tree(), &[ReadByBoth { article: &article(), ours, theirs }])
}

#[test]
fn sentences_of_sub_topics_belong_to_the_topic_above_and_clutter_is_no_unit() {
    let found = compare(
        &[passage("iran/nuclear", 0, 10), passage("iran", 11, 21), passage("cyber", 34, 43)],
        &[passage("iran/gulf", 0, 10), passage("cyber", 22, 33)],
    );
    assert_eq!(table_of(&found, "iran"), (1, 1, 0, 1));
    assert_eq!(table_of(&found, "iran/nuclear"), (0, 1, 0, 2));
    assert_eq!(table_of(&found, "iran/gulf"), (0, 0, 1, 2));
    assert_eq!(table_of(&found, "cyber"), (0, 0, 1, 2));
    assert_eq!(found.overall, Table { both: 1, only_ours: 1, only_theirs: 1, neither: 3 });
}

#[test]
fn a_sentence_belongs_to_a_topic_if_half_of_it_is_covered() {
    let whole = [passage("iran", 0, 10)];
    let part = |passages: &[Passage]| table_of(&compare(&whole, passages), "iran");
    assert_eq!(part(&[passage("iran", 0, 5)]), (1, 0, 0, 2));
    assert_eq!(part(&[passage("iran", 0, 4)]), (0, 1, 0, 2));
    assert_eq!(part(&[passage("iran", 0, 3), passage("iran", 7, 9)]), (1, 0, 0, 2), "parts add up");
    assert_eq!(part(&[passage("iran", 0, 4), passage("iran", 1, 4)]), (0, 1, 0, 2), "but not what is there twice");
    assert_eq!(part(&[passage("iran", 3, 20)]), (1, 0, 1, 1), "a passage may go over several sentences");
}

#[test]
fn rejected_passages_of_rules_and_own_passages_make_the_values() {
    let (article, tree) = (article(), tree());
    let found = [passage("iran", 0, 10), Passage { sentence: 1, ..passage("iran", 11, 21) }];
    let anchor = |start, end| Anchor::describe(&article.text, Span::new(start, end));
    let (path, topic, fingerprint) = (article.path.clone(), "iran".to_owned(), article.fingerprint);
    let by = String::new();
    let rejected = Decision { article: path, anchor: anchor(0, 10), topic, kept: false, fingerprint, by };
    let (path, topic, by) = (article.path.clone(), "cyber".to_owned(), String::new());
    let own = OwnPassage { article: path, anchor: anchor(22, 30), topic, id: MarkId(1), fingerprint, by };
    let ours = Marks { decisions: vec![rejected], ..Marks::default() };
    let theirs = Marks { passages: vec![own], ..Marks::default() };
    assert_eq!(worked_on_by_both(&ours, &theirs), ["a.txt"]);
    assert!(worked_on_by_both(&ours, &Marks::default()).is_empty());
    let left = |marks: &Marks| {
        let decisions = marks.decisions.iter().filter_map(|mark| Some((mark, mark.anchor.find(&article)?)));
        let own = marks.passages.iter().filter_map(|mark| Some((mark, mark.anchor.find(&article)?)));
        let said = Said { decisions: decisions.collect(), own: own.collect() };
        decided(&article, &tree, &found, &said)
    };
    let found = agreement(&tree, &[ReadByBoth { article: &article, ours: &left(&ours), theirs: &left(&theirs) }]);
    assert_eq!(table_of(&found, "iran"), (1, 0, 1, 1));
    assert_eq!(table_of(&found, "cyber"), (0, 0, 1, 2));
}

proptest! {
    #[test]
    fn coefficients_stay_in_bounds_and_do_not_ask_who_is_who(cells in proptest::array::uniform4(0..50_usize)) {
        let [both, only_ours, only_theirs, neither] = cells;
        let table = Table { both, only_ours, only_theirs, neither };
        let turned = Table { only_ours: only_theirs, only_theirs: only_ours, ..table };
        let negated = Table { both: neither, neither: both, ..table };
        let Some((kappa, alpha)) = table.kappa().zip(table.alpha()) else {
            prop_assert!(only_ours + only_theirs == 0 && (both == 0 || neither == 0));
            return Ok(());
        };
        for other in [turned, negated] {
            prop_assert!((other.kappa().unwrap() - kappa).abs() < 1e-9);
            prop_assert!((other.alpha().unwrap() - alpha).abs() < 1e-9);
        }
        prop_assert!((-1.0..=1.0).contains(&kappa) && (-1.0..=1.0).contains(&alpha));
        prop_assert_eq!(kappa == 1.0, only_ours + only_theirs == 0);
        prop_assert_eq!(alpha == 1.0, only_ours + only_theirs == 0);
    }
}
