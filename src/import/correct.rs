//! The reader's corrections, applied to an article as it was read. Pure: the article as read stays what it was, so
//! correcting back is applying less.
//!
//! Text and fingerprint never change: marks and notes stand where they stood.

use super::{lines, paragraphs};
use crate::model::{Anchor, Article, Correction, Paragraph, ParagraphKind, Sentence, Span, Verdict};

/// The article as the reader has corrected it.
///
/// An empty outlet or author says that there is none; an empty headline says nothing. Where the day is another, the
/// time that was found for the wrong one goes. A verdict on a paragraph that is not there any more has no effect.
pub fn corrected(article: &Article, correction: &Correction) -> Article {
    let mut corrected = article.clone();
    let said = |text: &Option<String>| text.as_deref().map(lines::joined);
    let named = |text: &Option<String>| said(text).map(|name| Some(name).filter(|name| !name.is_empty()));
    corrected.headline =
        said(&correction.headline).filter(|headline| !headline.is_empty()).unwrap_or(corrected.headline);
    corrected.outlet = named(&correction.outlet).unwrap_or(corrected.outlet);
    corrected.author = named(&correction.author).unwrap_or(corrected.author);
    corrected.language = correction.language.unwrap_or(corrected.language);
    if let Some(date) = correction.date.filter(|date| Some(*date) != article.date) {
        corrected.date = Some(date);
        corrected.time = None;
    }
    for verdict in &correction.verdicts {
        if let Some(index) = paragraph_of(article, &verdict.anchor) {
            rule(&mut corrected.paragraphs[index], verdict.clutter);
        }
    }
    corrected.sentences = sentences(article, &corrected);
    corrected
}

/// What the reader says of a paragraph, so that it is found again; `None` if there is no such paragraph.
pub fn verdict(article: &Article, paragraph: usize, clutter: bool) -> Option<Verdict> {
    let span = article.paragraphs.get(paragraph)?.span;
    Some(Verdict { anchor: Anchor::describe(&article.text, span), clutter, fingerprint: Some(article.fingerprint) })
}

/// The paragraph that an anchor describes: it covers the place, and the place most of it. A paragraph that has grown
/// around the quoted words since is another one, on which the reader has said nothing.
fn paragraph_of(article: &Article, anchor: &Anchor) -> Option<usize> {
    let place = anchor.find(article).filter(|place| !place.is_empty())?;
    let index = article.paragraph_at(place.start as usize)?;
    let span = article.paragraphs[index].span;
    let covered = span.start <= place.start && place.end <= span.end && place.len() * 2 >= span.len();
    covered.then_some(index)
}

/// What was no clutter keeps its kind when the reader says that it is none.
fn rule(paragraph: &mut Paragraph, clutter: bool) {
    match (clutter, paragraph.kind) {
        (true, _) => paragraph.kind = ParagraphKind::Clutter,
        (false, ParagraphKind::Clutter) => paragraph.kind = ParagraphKind::Body,
        (false, _) => {}
    }
}

/// Sentences of the paragraphs that are of another kind or language now, cut anew; all others as they were.
fn sentences(article: &Article, corrected: &Article) -> Vec<Sentence> {
    let mut found = Vec::with_capacity(article.sentences.len());
    let mut old = article.sentences.as_slice();
    for (index, (before, after)) in article.paragraphs.iter().zip(&corrected.paragraphs).enumerate() {
        let own;
        (own, old) = old.split_at(old.partition_point(|sentence| sentence.paragraph as usize <= index));
        if before == after && article.language == corrected.language {
            found.extend_from_slice(own);
            continue;
        }
        let cut = paragraphs::sentences_of(&article.text, after.span.range(), after.kind, corrected.language);
        let sentence = |range: std::ops::Range<usize>| Span::new(range.start, range.end);
        found.extend(cut.into_iter().map(|range| Sentence { span: sentence(range), paragraph: index as u32 }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::{article, check, shown};
    use super::*;
    use crate::model::{Date, Language};
    use ParagraphKind::{Body, Clutter, Headline, Meta};
    use proptest::prelude::*;

    const TEXT: &str = "Talks end\n\nSource: Harbour Wire\n\nThey met at 10 a.m. in Geneva, and they agreed on a next round, as both \
        of them said later on. It was held on Dr. Doe’s advice, the host said.\n\nRead more\n\nNothing else was said on that day by \
        either of the two delegations, which then left the city at once.\n";

    fn read(text: &str) -> Article {
        article("2021-12-07.txt", text.as_bytes()).unwrap()
    }

    fn kinds(article: &Article) -> Vec<ParagraphKind> {
        shown(article).into_iter().map(|(kind, _)| kind).collect()
    }

    #[test]
    fn what_the_reader_says_replaces_what_was_found() {
        let article = read(TEXT);
        let correction = Correction {
            headline: Some(" Talks\nend  well ".into()),
            outlet: Some("The Ledger".into()),
            author: Some("Jane Doe".into()),
            date: Date::new(2021, 12, 8),
            ..Correction::default()
        };
        let corrected = corrected(&article, &correction);
        assert_eq!(corrected.headline, "Talks end well");
        assert_eq!((corrected.outlet.as_deref(), corrected.author.as_deref()), (Some("The Ledger"), Some("Jane Doe")));
        assert_eq!(corrected.date, Date::new(2021, 12, 8));
        assert_eq!((&corrected.text, corrected.fingerprint), (&article.text, article.fingerprint));
        assert_eq!(corrected.sentences, article.sentences);
    }

    #[test]
    fn an_empty_outlet_is_none_and_an_empty_headline_says_nothing() {
        let article = read(TEXT);
        assert_eq!(article.outlet.as_deref(), Some("Harbour Wire"));
        let empty = || Some(" ".to_owned());
        let correction = Correction { headline: empty(), outlet: empty(), author: empty(), ..Correction::default() };
        let corrected = corrected(&article, &correction);
        assert_eq!((corrected.outlet, corrected.author, corrected.headline.as_str()), (None, None, "Talks end"));
    }

    #[test]
    fn a_time_goes_with_the_day_that_was_wrong() {
        let article = read(&TEXT.replace("Source: Harbour Wire", "December 7, 2021 10:31 GMT"));
        assert!(article.time.is_some());
        let on = |day| corrected(&article, &Correction { date: Date::new(2021, 12, day), ..Correction::default() });
        assert_eq!((on(7).time, on(8).time), (article.time, None));
    }

    #[test]
    fn verdicts_rule_paragraphs_in_and_out() {
        let article = read(TEXT);
        assert_eq!(kinds(&article), [Headline, Meta, Body, Clutter, Body]);
        let verdicts = [(0, true), (1, true), (2, false), (3, false), (4, true)];
        let verdicts = verdicts.iter().filter_map(|(index, clutter)| verdict(&article, *index, *clutter)).collect();
        let corrected = corrected(&article, &Correction { verdicts, ..Correction::default() });
        check(&corrected);
        assert_eq!(kinds(&corrected), [Clutter, Clutter, Body, Body, Clutter]);
        assert_eq!(corrected.headline, "Talks end", "the headline stays until the reader gives another");
        assert_eq!(verdict(&article, 5, true), None);
    }

    #[test]
    fn a_verdict_holds_for_its_paragraph_alone() {
        let article = read(TEXT);
        let verdict = verdict(&article, 3, false).unwrap();
        let with = |text: &str| {
            let article = read(text);
            kinds(&corrected(&article, &Correction { verdicts: vec![verdict.clone()], ..Correction::default() }))
        };
        assert_eq!(with(&format!("Corrected.\n\n{TEXT}")).iter().filter(|kind| **kind == Clutter).count(), 0);
        let grown = TEXT
            .replace("Read more", "Whoever wants to read it up should know: Read more of it there. So it was said.");
        assert_eq!(with(&grown), kinds(&read(&grown)));
        let gone = TEXT.replace("Read more", "Advertisement");
        assert_eq!(with(&gone), kinds(&read(&gone)));
    }

    #[test]
    fn another_language_cuts_other_sentences() {
        let text = "Итоги\n\nВстреча была в 2021 г. в Женеве, и на ней был также Рябков, как сообщил потом Песков. О другом не говорили вовсе, \
            хотя время и было.";
        let article = read(text);
        assert_eq!(article.language, Language::Russian);
        let to = |language| corrected(&article, &Correction { language: Some(language), ..Correction::default() });
        assert_eq!(to(Language::Russian), article);
        let french = to(Language::French);
        check(&french);
        assert_eq!((french.language, &french.paragraphs), (Language::French, &article.paragraphs));
        let anew = paragraphs::sentences_of(&article.text, article.paragraphs[1].span.range(), Body, Language::French);
        assert_eq!(french.sentences.len(), anew.len() + 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(150))]

        #[test]
        fn any_verdicts_leave_a_sound_article_and_none_leave_it_equal(
            parts in prop::collection::vec(0..PARTS.len(), 1..30),
            rulings in prop::collection::vec((0..30_usize, any::<bool>()), 0..12),
            language in prop::option::of(0..Language::ALL.len()),
        ) {
            let text: String = parts.into_iter().map(|part| PARTS[part]).collect();
            let Ok(article) = article("a.txt", text.as_bytes()) else { return Ok(()) };
            prop_assert_eq!(&corrected(&article, &Correction::default()), &article);
            let verdicts: Vec<Verdict> =
                rulings.iter().filter_map(|(index, clutter)| verdict(&article, *index, *clutter)).collect();
            let language = language.map(|index| Language::ALL[index]);
            let ruled = corrected(&article, &Correction { verdicts: verdicts.clone(), language, ..Correction::default() });
            check(&ruled);
            prop_assert_eq!(&ruled.text, &article.text);
            if let Some(verdict) = verdicts.last() {
                let index = paragraph_of(&article, &verdict.anchor).unwrap();
                prop_assert_eq!(ruled.paragraphs[index].kind == Clutter, verdict.clutter);
            }
        }
    }

    const PARTS: &[&str] = &[
        "\n",
        "\n\n",
        " ",
        "Putin and Biden talked. ",
        "Read more",
        "Source: X",
        "7 December 2021",
        "Dr. Doe said no. ",
        "Share this",
        "Они говорили в 2021 г. в Женеве. ",
        "Talks end",
        "word ",
        "\u{a0}",
        "é",
    ];
}
