//! Articles and passages as bytes, for the cache and for the pipe from the child process.
//!
//! Numbers have a fixed width and the text lies in one piece, so that unpacking is little more than copying. Whatever
//! the bytes are, unpacking gives nothing or an article that keeps its promises: spans inside the text and on the
//! bounds of characters, paragraphs and sentences in order. Left out: versions and checksums, which the cache adds.

mod bytes;

pub(super) use bytes::{Bytes, put_list, put_option, put_text, put_u32};

use crate::model::{
    Article, Fingerprint, Format, Language, Origin, Paragraph, ParagraphKind, Passage, Reason, Sentence, Span, TopicIx,
};
use bytes::{put_date, put_span, put_time};

/// Every value at the place of its code.
const FORMATS: [Format; 10] = [
    Format::Txt,
    Format::Md,
    Format::Html,
    Format::Mhtml,
    Format::Docx,
    Format::Odt,
    Format::Rtf,
    Format::Epub,
    Format::Eml,
    Format::Pdf,
];
const KINDS: [ParagraphKind; 7] = [
    ParagraphKind::Headline,
    ParagraphKind::Heading,
    ParagraphKind::Body,
    ParagraphKind::Quote,
    ParagraphKind::ListItem,
    ParagraphKind::Meta,
    ParagraphKind::Clutter,
];

/// Appends an article to `out`.
pub(super) fn pack_article(article: &Article, out: &mut Vec<u8>) {
    // Named one by one, so that a new field cannot be forgotten here.
    let Article {
        path,
        format,
        headline,
        outlet,
        author,
        date,
        time,
        address,
        language,
        text,
        paragraphs,
        sentences,
        fingerprint,
        warnings,
    } = article;
    out.reserve(text.len() + paragraphs.len() * 9 + sentences.len() * 12 + 512);
    put_text(out, path);
    out.push(format_code(*format));
    put_text(out, headline);
    put_option(out, outlet.as_deref(), put_text);
    put_option(out, author.as_deref(), put_text);
    put_option(out, *date, put_date);
    put_option(out, *time, put_time);
    put_option(out, address.as_deref(), put_text);
    out.push(*language as u8);
    out.extend(fingerprint.0.to_le_bytes());
    put_list(out, warnings, |out, warning| put_text(out, warning));
    put_text(out, text);
    put_list(out, paragraphs, |out, paragraph| {
        put_span(out, paragraph.span);
        out.push(kind_code(paragraph.kind));
    });
    put_list(out, sentences, |out, sentence| {
        put_span(out, sentence.span);
        put_u32(out, sentence.paragraph);
    });
}

/// An article and nothing after it.
pub(super) fn unpack_article(bytes: &[u8]) -> Option<Article> {
    let mut bytes = Bytes(bytes);
    let article = Article {
        path: bytes.text()?,
        format: *FORMATS.get(usize::from(bytes.u8()?))?,
        headline: bytes.text()?,
        outlet: bytes.option(Bytes::text)?,
        author: bytes.option(Bytes::text)?,
        date: bytes.option(Bytes::date)?,
        time: bytes.option(Bytes::time)?,
        address: bytes.option(Bytes::text)?,
        language: *Language::ALL.get(usize::from(bytes.u8()?))?,
        fingerprint: Fingerprint(bytes.u64()?),
        warnings: bytes.list(Bytes::text)?,
        text: bytes.text()?,
        paragraphs: bytes.list(|bytes| {
            let span = bytes.span()?;
            Some(Paragraph { span, kind: *KINDS.get(usize::from(bytes.u8()?))? })
        })?,
        sentences: bytes.list(|bytes| Some(Sentence { span: bytes.span()?, paragraph: bytes.u32()? }))?,
    };
    (bytes.0.is_empty() && is_sound(&article)).then_some(article)
}

/// Whether paragraphs and sentences are in order and cut from the text, and each sentence is inside its paragraph.
fn is_sound(article: &Article) -> bool {
    let mut end = 0;
    for Paragraph { span, .. } in &article.paragraphs {
        if span.start < end || !is_cut_from(*span, &article.text) {
            return false;
        }
        end = span.end;
    }
    end = 0;
    article.sentences.iter().all(|Sentence { span, paragraph }| {
        let around = article.paragraphs.get(*paragraph as usize).map(|paragraph| paragraph.span);
        let inside = around.is_some_and(|around| around.start <= span.start && span.end <= around.end);
        let in_order = span.start >= end;
        end = span.end;
        inside && in_order && is_cut_from(*span, &article.text)
    })
}

fn is_cut_from(span: Span, text: &str) -> bool {
    span.start <= span.end && text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize)
}

/// Appends the passages that rules found in one article to `out`; the reader's are kept in sessions.
pub(super) fn pack_passages(passages: &[Passage], out: &mut Vec<u8>) {
    put_list(out, passages, |out, passage| {
        let Passage { topic, span, paragraph, sentence, reasons, .. } = passage;
        out.extend(topic.0.to_le_bytes());
        put_span(out, *span);
        put_u32(out, *paragraph);
        put_u32(out, *sentence);
        put_list(out, reasons, |out, Reason { rule, spans, context }| {
            out.extend(rule.to_le_bytes());
            put_list(out, spans, |out, span| put_span(out, *span));
            put_list(out, context, |out, span| put_span(out, *span));
        });
    });
}

/// The passages of `article`, and nothing after them. `rules` is how many rules each topic of the tree has.
pub(super) fn unpack_passages(bytes: &[u8], article: &Article, rules: &[usize]) -> Option<Vec<Passage>> {
    let mut bytes = Bytes(bytes);
    let reason = |bytes: &mut Bytes<'_>| {
        Some(Reason { rule: bytes.u16()?, spans: bytes.list(Bytes::span)?, context: bytes.list(Bytes::span)? })
    };
    let passages = bytes.list(|bytes| {
        Some(Passage {
            topic: TopicIx(bytes.u16()?),
            span: bytes.span()?,
            paragraph: bytes.u32()?,
            sentence: bytes.u32()?,
            origin: Origin::Rule,
            reasons: bytes.list(reason)?,
            kept: false,
        })
    })?;
    let sound = |passage: &Passage| {
        let cut = |span: &Span| is_cut_from(*span, &article.text);
        let known = |reason: &Reason| {
            let rules = rules.get(passage.topic.index()).copied().unwrap_or(0);
            usize::from(reason.rule) < rules && reason.spans.iter().chain(&reason.context).all(cut)
        };
        passage.topic.index() < rules.len()
            && cut(&passage.span)
            && (passage.paragraph as usize) < article.paragraphs.len()
            && (passage.sentence as usize) < article.sentences.len()
            && passage.reasons.iter().all(known)
    };
    (bytes.0.is_empty() && passages.iter().all(sound)).then_some(passages)
}

/// The place of a format in [`FORMATS`]; a new format goes to the end of both.
fn format_code(format: Format) -> u8 {
    match format {
        Format::Txt => 0,
        Format::Md => 1,
        Format::Html => 2,
        Format::Mhtml => 3,
        Format::Docx => 4,
        Format::Odt => 5,
        Format::Rtf => 6,
        Format::Epub => 7,
        Format::Eml => 8,
        Format::Pdf => 9,
    }
}

/// The place of a kind in [`KINDS`]; a new kind goes to the end of both.
fn kind_code(kind: ParagraphKind) -> u8 {
    match kind {
        ParagraphKind::Headline => 0,
        ParagraphKind::Heading => 1,
        ParagraphKind::Body => 2,
        ParagraphKind::Quote => 3,
        ParagraphKind::ListItem => 4,
        ParagraphKind::Meta => 5,
        ParagraphKind::Clutter => 6,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{ClockTime, Date};
    use proptest::prelude::*;

    /// An article with something in every field, and a passage in it.
    pub(in crate::store) fn sample(path: &str, words: &str) -> (Article, Vec<Passage>) {
        let text = format!("Переговори\n\n{words} talked of sanctions.");
        let body = Span::new(22, text.len());
        let article = Article {
            path: path.to_owned(),
            format: Format::Docx,
            headline: "Переговори".to_owned(),
            outlet: Some("Harbour Wire".to_owned()),
            author: None,
            date: Date::new(2021, 12, 7),
            time: ClockTime::new(14, 5, Some(-180)),
            address: Some("https://wire.example/7".to_owned()),
            language: Language::Ukrainian,
            fingerprint: Fingerprint::of(&text),
            paragraphs: vec![
                Paragraph { span: Span::new(0, 20), kind: ParagraphKind::Headline },
                Paragraph { span: body, kind: ParagraphKind::Body },
            ],
            sentences: vec![Sentence { span: Span::new(0, 20), paragraph: 0 }, Sentence { span: body, paragraph: 1 }],
            text,
            warnings: vec!["one".to_owned(), String::new()],
        };
        let reason = Reason { rule: 1, spans: vec![Span::new(24, 30)], context: vec![Span::new(0, 2)] };
        let (topic, reasons) = (TopicIx(1), vec![reason.clone(), Reason { rule: 0, ..reason }]);
        let passage =
            Passage { topic, span: body, paragraph: 1, sentence: 1, origin: Origin::Rule, reasons, kept: false };
        (article, vec![passage.clone(), Passage { topic: TopicIx(0), reasons: Vec::new(), ..passage }])
    }

    const RULES: [usize; 2] = [0, 2];

    fn packed(article: &Article, passages: &[Passage]) -> (Vec<u8>, Vec<u8>) {
        let (mut first, mut second) = (Vec::new(), Vec::new());
        pack_article(article, &mut first);
        pack_passages(passages, &mut second);
        (first, second)
    }

    #[test]
    fn every_format_and_kind_stands_at_the_place_of_its_code() {
        assert!(FORMATS.iter().enumerate().all(|(code, format)| usize::from(format_code(*format)) == code));
        assert!(KINDS.iter().enumerate().all(|(code, kind)| usize::from(kind_code(*kind)) == code));
        assert!(Language::ALL.iter().enumerate().all(|(code, language)| *language as usize == code));
    }

    #[test]
    fn a_span_that_cuts_a_letter_or_leaves_the_text_is_refused() {
        let (article, passages) = sample("a.docx", "They");
        for span in [Span { start: 1, end: 20 }, Span { start: 0, end: 900 }, Span { start: 20, end: 0 }] {
            let mut wrong = article.clone();
            wrong.paragraphs[0].span = span;
            assert_eq!(unpack_article(&packed(&wrong, &[]).0), None, "{span:?}");
            let wrong = [Passage { span, ..passages[0].clone() }];
            assert_eq!(unpack_passages(&packed(&article, &wrong).1, &article, &RULES), None, "{span:?}");
        }
    }

    #[test]
    fn a_passage_of_a_topic_or_rule_that_the_tree_does_not_have_is_refused() {
        let (article, passages) = sample("a.docx", "They");
        let bytes = packed(&article, &passages).1;
        assert!(unpack_passages(&bytes, &article, &RULES).is_some());
        assert_eq!(unpack_passages(&bytes, &article, &RULES[..1]), None);
        assert_eq!(unpack_passages(&bytes, &article, &[0, 1]), None);
    }

    proptest! {
        #[test]
        fn what_was_packed_comes_back_the_same(words in "\\PC{0,300}", path in "[a-zї/]{1,20}", plain in any::<bool>()) {
            let (mut article, passages) = sample(&path, &format!("They said {words}"));
            if plain {
                article = Article { outlet: None, date: None, time: None, address: None, warnings: vec![], ..article };
                article.author = Some(words);
            }
            let (first, second) = packed(&article, &passages);
            prop_assert_eq!(unpack_passages(&second, &article, &RULES), Some(passages));
            prop_assert_eq!(unpack_article(&first), Some(article));
        }

        #[test]
        fn changed_and_broken_off_bytes_give_nothing_or_a_sound_article(at in any::<prop::sample::Index>(), to: u8, cut: bool) {
            let (article, passages) = sample("a.docx", "They");
            let (mut first, mut second) = packed(&article, &passages);
            for bytes in [&mut first, &mut second] {
                let at = at.index(bytes.len());
                bytes[at] = to;
                if cut {
                    bytes.truncate(at);
                }
            }
            if let Some(article) = unpack_article(&first) {
                prop_assert!(!cut && is_sound(&article));
            }
            if let Some(passages) = unpack_passages(&second, &article, &RULES) {
                prop_assert!(!cut && passages.iter().all(|passage| passage.topic.index() < RULES.len()));
            }
        }
    }
}
