use super::*;
use crate::model::{Fingerprint, Format, Language, Paragraph, ParagraphKind, Sentence};

fn article(language: Language, text: &str) -> Article {
    let span = Span::new(0, text.len());
    Article {
        path: "a.txt".to_owned(),
        format: Format::Txt,
        headline: String::new(),
        outlet: None,
        author: None,
        date: None,
        time: None,
        address: None,
        language,
        fingerprint: Fingerprint::of(text),
        text: text.to_owned(),
        paragraphs: vec![Paragraph { span, kind: ParagraphKind::Body }],
        sentences: vec![Sentence { span, paragraph: 0 }],
        warnings: Vec::new(),
    }
}

fn figures_of(article: &Article, sentence: usize) -> Vec<Figure> {
    FigureReader::default().figures(article, sentence)
}

fn figures(language: Language, text: &str) -> Vec<(String, u64)> {
    let article = article(language, text);
    figures_of(&article, 0).into_iter().map(|figure| (figure.span.text(text).to_owned(), figure.value)).collect()
}

fn values(language: Language, text: &str, measure: &Measure) -> Vec<u64> {
    let article = article(language, text);
    let fits = |figure: &Figure| figure.measure == *measure;
    figures_of(&article, 0).into_iter().filter(fits).map(|figure| figure.value).collect()
}

#[test]
fn durations_are_in_seconds_however_they_are_written() {
    for (text, seconds) in [
        ("The call lasted 50 minutes.", 3_000),
        ("The call lasted about an hour.", 3_600),
        ("They spoke for half an hour.", 1_800),
        ("They spoke for an hour and a half.", 5_400),
        ("They spoke for two hours.", 7_200),
        ("Within 30 days an answer is due.", 2_592_000),
        ("It took 1.5 hours.", 5_400),
    ] {
        assert_eq!(values(Language::English, text, &Measure::Duration), [seconds], "{text}");
    }
    for (text, seconds) in [
        ("Разговор длился 50 минут.", 3_000),
        ("Беседа продолжалась около двух часов.", 7_200),
        ("Говорили полтора часа.", 5_400),
    ] {
        assert_eq!(values(Language::Russian, text, &Measure::Duration), [seconds], "{text}");
    }
}

#[test]
fn things_are_counted_by_what_they_are() {
    let english = |text| figures(Language::English, text);
    assert_eq!(english("Up to 100,000 troops stand there."), [("100,000 troops".to_owned(), 100_000_000)]);
    assert_eq!(english("Some 175 thousand soldiers stand there."), [("175 thousand soldiers".to_owned(), 175_000_000)]);
    assert_eq!(english("In 2021 a man said so."), []);
    let of = |text| article(Language::English, text);
    let [one, other] = ["100,000 troops", "175,000 soldiers"].map(|text| figures_of(&of(text), 0));
    assert_eq!(one[0].measure, other[0].measure, "soldiers are troops");
}

#[test]
fn days_are_days_and_no_counts() {
    assert_eq!(
        figures(Language::English, "Talks start on January 10, 2022 in Geneva."),
        [("January 10".to_owned(), 110)]
    );
    assert_eq!(figures(Language::Russian, "Переговоры начнутся 10 января."), [("10 января".to_owned(), 110)]);
    assert_eq!(figures(Language::English, "It rose by 12.5 percent."), [("12.5 percent".to_owned(), 1_250)]);
}

#[test]
fn articles_disagree_where_they_have_no_figure_that_agrees() {
    let placed = |article: usize, text: &str| {
        let figure = figures_of(&self::article(Language::English, text), 0).remove(0);
        Placed { article: ArticleIx::new(article), sentence: 0, figure }
    };
    let values = |placed: &[Placed]| disagreeing(placed).iter().map(|given| given.value).collect::<Vec<u64>>();
    let none: [u64; 0] = [];
    let (fifty, hour) = ("It took 50 minutes.", "It took about an hour.");
    assert_eq!(values(&[placed(1, hour), placed(0, fifty)]), [3_000, 3_600]);
    assert_eq!(values(&[placed(0, fifty), placed(1, hour), placed(1, fifty)]), none);
    assert_eq!(values(&[placed(0, fifty), placed(0, hour)]), none, "one article is no disagreement");
    assert_eq!(values(&[placed(0, "It took two hours."), placed(1, "It took two hours and one minute.")]), none);
    assert_eq!(values(&[placed(0, "94,000 troops"), placed(1, "some 100,000 troops")]), none);
    assert_eq!(values(&[placed(0, "3,000 troops"), placed(1, "some 100,000 troops")]), none, "another thing");
}
