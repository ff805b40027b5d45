//! Web pages: all visible text in reading order; what is not the article stays in it as clutter.
//!
//! [`guard`] makes a hostile page harmless to parse, [`page`] flattens the tree to blocks, [`head`] with [`byline`] and [`json`] holds
//! what the page says of itself, [`body`] tells the article from the page around it. No scripts, no styles, no fetching.

mod body;
mod byline;
mod guard;
mod head;
mod json;
mod names;
mod page;

use super::draft::{Block, Draft};
use crate::model::ParagraphKind;
use page::BlockTag;

pub(super) fn draft(source: String) -> Draft {
    let page = page::read(guard::limit_nesting(source));
    let mut draft = body::draft(&page);
    draft.facts = page.head.facts();
    draft.text = page.text;
    draft
}

/// A chapter of a book: all of it is text, there is no page around it.
pub(super) fn chapter(source: String) -> Draft {
    let page = page::read(guard::limit_nesting(source));
    let kind = |tag| match tag {
        BlockTag::Heading(_) => ParagraphKind::Heading,
        BlockTag::ListItem => ParagraphKind::ListItem,
        BlockTag::Quote => ParagraphKind::Quote,
        BlockTag::Plain => ParagraphKind::Body,
    };
    let blocks = page.blocks.iter().map(|block| Block { range: block.range.clone(), kind: kind(block.tag) }).collect();
    Draft { text: page.text, blocks, ..Draft::default() }
}

/// The visible paragraphs of a piece of HTML inside another format.
pub(super) fn visible_paragraphs(source: String) -> Vec<String> {
    let page = page::read(guard::limit_nesting(source));
    page.blocks.iter().map(|block| page.text[block.range.clone()].to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{article, check, shown};
    use crate::model::ParagraphKind::{self, Body, Clutter, Headline, Meta};

    const BODY: &str =
        "Putin told Biden that the talks, which took two hours, had been frank and businesslike, the Kremlin said.";

    fn kinds(source: &str) -> Vec<(ParagraphKind, String)> {
        let article = article("a.html", source.as_bytes()).unwrap();
        check(&article);
        shown(&article).into_iter().map(|(kind, text)| (kind, text.to_owned())).collect()
    }

    fn only(kind: ParagraphKind, source: &str) -> Vec<String> {
        kinds(source).into_iter().filter(|(found, _)| *found == kind).map(|(_, text)| text).collect()
    }

    #[test]
    fn the_article_is_told_from_the_page_around_it() {
        let page = format!(
            "<html><head><title>Talks end | News</title></head><body><nav><a href=a>Home</a></nav><main><article><h1>Talks end</h1>\
             <p class=byline>By A Writer</p><p>{BODY}</p><div class='share-bar'>Tell friends</div><p>{BODY}</p>\
             <aside><p>Storm closes two passes, and more news of the day, as it was said.</p></aside><p>{BODY}</p></article></main>\
             <section class=comments><p>I think, and I say so, that nobody gave way.</p></section><footer>About us</footer></body></html>"
        );
        assert_eq!(only(Headline, &page), ["Talks end"]);
        assert_eq!(only(Meta, &page), ["By A Writer"]);
        assert_eq!(only(Body, &page), [BODY; 3]);
        assert_eq!(only(Clutter, &page).len(), 5);
    }

    #[test]
    fn without_any_markup_of_meaning_the_prose_is_found() {
        let page = format!(
            "<div><div class=a><a href=x>News</a> <a href=y>Europe</a></div><table><tr><td><a href=b>Links</a></td><td><font size=5>Talks \
             end</font><br><br>{BODY}<br><br>{BODY}<br><br>{BODY}</td></tr></table><div>About us</div></div>"
        );
        assert_eq!(only(Body, &page).iter().filter(|text| *text == BODY).count(), 3);
        assert!(only(Clutter, &page).contains(&"About us".to_owned()));
    }

    #[test]
    fn hidden_things_are_no_text_and_odd_characters_stay() {
        let page = format!(
            "<article><script>var x='<p>no</p>';</script><p hidden>no</p><p style='display: none'>no</p><p>{BODY}</p>\
             <p>Nego\u{ad}tia\u{ad}tions&nbsp;in <b>Gene<i>va</i></b>, &laquo;frank&raquo;, were held; the leaders agreed to go on.</p></article>"
        );
        let texts = only(Body, &page);
        assert_eq!(
            texts,
            [BODY, "Nego\u{ad}tia\u{ad}tions\u{a0}in Geneva, «frank», were held; the leaders agreed to go on."]
        );
    }

    #[test]
    fn preformatted_text_keeps_its_lines_and_ends_paragraphs_at_blank_ones() {
        let page = format!("<pre>{BODY}\nMore of it,  said he.\n\n{BODY}</pre>");
        assert_eq!(only(Body, &page), [&format!("{BODY}\nMore of it,  said he."), BODY]);
    }

    #[test]
    fn the_page_names_outlet_date_and_language() {
        let page = format!(
            "<html lang=en-GB><head><meta property=og:site_name content='The Ledger'><script type='application/ld+json'>\
             {{\"@graph\":[{{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-12-31T11:15:00+01:00\"}}]}}</script></head><article><p>{BODY}</p></article>"
        );
        let article = article("a.html", page.as_bytes()).unwrap();
        assert_eq!(article.outlet.as_deref(), Some("The Ledger"));
        assert_eq!(article.date.unwrap().to_string(), "2021-12-31");
    }

    #[test]
    fn a_hundred_thousand_nested_tags_neither_overflow_nor_stall() {
        for (tag, times) in
            [("div", 100_000), ("span", 10_000), ("b", 10_000), ("ul><li", 10_000), ("table><tr><td", 5_000)]
        {
            let page = format!("{}<p>{BODY}</p>", format!("<{tag}>").repeat(times));
            let started = std::time::Instant::now();
            let texts = only(Body, &page).len() + only(ParagraphKind::ListItem, &page).len();
            assert!(texts >= 1, "{tag}");
            assert!(started.elapsed().as_secs() < 20, "{tag}: {:?}", started.elapsed());
        }
    }
}
