//! Marks what the page around an article left behind, where the words leave no doubt.
//!
//! A modest list: skip links, share bars, newsletter boxes, photo credits, comment sections, copyright lines. When
//! in doubt a line stays: a hidden sentence of the article does more harm than a visible line of menu.

use super::draft::Draft;
use super::kinds;
use super::lines;
use crate::model::ParagraphKind::{self, Clutter};
use std::ops::Range;

/// No rule looks at a longer line (characters).
const LONGEST_LINE: usize = 200;
/// Bytes of article that must stand before a comment section: "Comments" above it all is a link, not a section.
const ARTICLE_BEFORE_COMMENTS: usize = 500;
/// How far below a line "12 Comments" (lines) something else must speak for a comment section.
const COMMENTS_WITHIN: usize = 12;
/// Captions are short (characters).
const LONGEST_CAPTION: usize = 60;

/// Lines that are clutter when they say just this.
const WHOLE_LINES: &[&str] = &[
    "#",
    "***",
    "___",
    "###",
    "# # #",
    "-30-",
    "accept all",
    "advertisement",
    "advertisements",
    "all rights reserved",
    "cancel reply",
    "change edition",
    "copy link",
    "email",
    "follow us",
    "home",
    "inline feedbacks",
    "leave a comment",
    "leave a reply",
    "load more comments",
    "log in",
    "manage preferences",
    "menu",
    "more on this topic",
    "most popular",
    "most read",
    "newest most voted",
    "notify of",
    "post comment",
    "print",
    "read also",
    "read more",
    "read next",
    "related",
    "related articles",
    "related news",
    "related posts",
    "related stories",
    "reply",
    "save for later",
    "search",
    "see also",
    "sign in",
    "sign up",
    "skip to content",
    "skip to main content",
    "skip to navigation",
    "subscribe",
    "tweet",
    "view all comments",
    "you may also like",
    "читайте также",
    "комментарии",
    "поделиться",
    "реклама",
];
/// Beginnings of short lines that are clutter whatever follows.
const BEGINNINGS: &[&str] = &[
    "(c) 20",
    "advertisement:",
    "copyright ©",
    "copyright 20",
    "follow us on",
    "read also:",
    "read more about ",
    "read more:",
    "required fields are marked",
    "save my name",
    "see also:",
    "tags:",
    "would love your thoughts",
    "your email address will not be published",
    "©",
    "читайте также:",
];
const CREDITS: &[&str] =
    &["image credit", "image:", "photo by ", "photo credit", "photo:", "photograph:", "photos:", "picture:", "фото:"];
/// Headings of a box of links to other articles.
const BOXES: &[&str] = &[
    "more on this topic",
    "most popular",
    "most read",
    "read also",
    "read next",
    "recommended",
    "related",
    "related articles",
    "related news",
    "related posts",
    "related stories",
    "see also",
    "you may also like",
    "читайте также",
];
const COMMENT_SECTIONS: &[&str] =
    &["inline feedbacks", "leave a comment", "leave a reply", "newest most voted", "view all comments"];
/// Everything that a share bar says.
const SHARE_WORDS: &[&str] = &[
    "and", "article", "copy", "email", "facebook", "link", "linkedin", "on", "or", "page", "post", "print", "reddit",
    "share", "story", "telegram", "the", "this", "to", "tweet", "twitter", "via", "whatsapp", "with", "x",
];

/// Gives blocks the kind [`Clutter`].
pub(super) fn mark(draft: &mut Draft) {
    let short: Vec<Option<String>> = (0..draft.blocks.len()).map(|index| plain(draft.block_text(index))).collect();
    let line = |index: usize| short.get(index).and_then(Option::as_deref);
    for index in 0..draft.blocks.len() {
        if line(index).is_some_and(is_clutter) {
            set(draft, index..index + 1);
        }
    }
    for index in 1..draft.blocks.len() {
        let Some(text) = line(index).filter(|text| !lines::ends_sentence(text)) else { continue };
        if line(index - 1) == Some(text) {
            let caption = line(index + 1).is_some_and(is_credit) && !draft.is_apart(index + 1);
            set(draft, if caption { index - 1..index + 1 } else { index..index + 1 });
        }
        if is_box(text) {
            mark_box(draft, index);
        }
    }
    if let Some(start) = comment_section(draft, &short) {
        set(draft, start..draft.blocks.len());
    }
    mark_captions(draft, &short);
}

/// A short line in small letters, without bullet, on one line; `None` for longer ones.
fn plain(text: &str) -> Option<String> {
    lines::is_short(text, LONGEST_LINE).then(|| lines::joined(lines::without_bullet(text)).to_lowercase())
}

fn set(draft: &mut Draft, range: Range<usize>) {
    for block in &mut draft.blocks[range] {
        if block.kind != ParagraphKind::Headline {
            block.kind = Clutter;
        }
    }
}

fn is_clutter(line: &str) -> bool {
    WHOLE_LINES.contains(&line.trim_end_matches([':', '.']))
        || BEGINNINGS.iter().any(|beginning| line.starts_with(beginning))
        || is_credit(line)
        || is_share_bar(line)
        || is_newsletter(line)
}

fn is_credit(line: &str) -> bool {
    CREDITS.iter().any(|beginning| line.starts_with(beginning))
}

fn is_share_bar(line: &str) -> bool {
    line.starts_with("share") && line.trim_end_matches(':').split(' ').all(|word| SHARE_WORDS.contains(&word))
}

fn is_newsletter(line: &str) -> bool {
    let asks = ["sign up", "subscribe", "download here", "подпишитесь", "подписывайтесь"]
        .iter()
        .any(|words| line.contains(words));
    let offers = ["newsletter", "your inbox", "our app", "mobile app", "рассылк", "телеграм-канал"]
        .iter()
        .any(|words| line.contains(words));
    asks && offers && !line.contains(['"', '“', '«'])
}

fn is_box(line: &str) -> bool {
    BOXES.contains(&line.trim_end_matches(':')) || line.starts_with("read more about ")
}

/// The titles under a box's heading: lines that end no sentence. The last one stays if the article goes on right
/// after it, because then it may be a heading of the article.
fn mark_box(draft: &mut Draft, heading: usize) {
    let is_title = |index: &usize| {
        let text = draft.block_text(*index);
        lines::is_short(text, LONGEST_LINE) && !lines::ends_sentence(text) && !kinds::is_meta_line(text)
    };
    let mut end = heading + 1;
    end += (end..draft.blocks.len()).take_while(is_title).count();
    let goes_on =
        end < draft.blocks.len() && draft.blocks[end].kind != Clutter && lines::ends_sentence(draft.block_text(end));
    if goes_on && end > heading + 1 {
        end -= 1;
    }
    set(draft, heading..end);
}

/// Where readers' comments begin, and the article is over.
fn comment_section(draft: &Draft, short: &[Option<String>]) -> Option<usize> {
    let mut article = 0;
    for (index, block) in draft.blocks.iter().enumerate() {
        if let Some(line) = &short[index]
            && article >= ARTICLE_BEFORE_COMMENTS
            && (COMMENT_SECTIONS.contains(&line.as_str())
                || is_comment_count(line) && has_comments(&short[index + 1..]))
        {
            return Some(index);
        }
        article += if block.kind == Clutter { 0 } else { block.range.len() };
    }
    None
}

/// "3 comments", "comments (12)"
fn is_comment_count(line: &str) -> bool {
    let mut words = line.split([' ', '(', ')', ':']).filter(|word| !word.is_empty());
    let known = |word: &str| ["comment", "comments"].contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit());
    line.contains("comment") && words.all(known)
}

fn has_comments(lines: &[Option<String>]) -> bool {
    let of_comments = |line: &str| {
        line == "reply" || line.ends_with(" ago") || line.starts_with("log in to ") || COMMENT_SECTIONS.contains(&line)
    };
    lines.iter().take(COMMENTS_WITHIN).flatten().any(|line| of_comments(line))
}

/// A short line above a photo credit is its caption, if the article is over by then.
fn mark_captions(draft: &mut Draft, short: &[Option<String>]) {
    let is_prose = |index: usize| draft.blocks[index].kind != Clutter && lines::ends_sentence(draft.block_text(index));
    let Some(last) = (0..draft.blocks.len()).rev().find(|index| is_prose(*index)) else { return };
    for (index, line) in short.iter().enumerate().skip(last + 2) {
        let caption = draft.blocks[index - 1].range.clone();
        if line.as_deref().is_some_and(is_credit) && lines::is_short(&draft.text[caption], LONGEST_CAPTION) {
            set(draft, index - 1..index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{article, shown};
    use super::*;

    const BODY: &str =
        "Putin told Biden that the talks, which took two hours, had been frank and businesslike, the Kremlin said.";

    fn clutter(text: &str) -> Vec<String> {
        let article = article("a.txt", text.as_bytes()).unwrap();
        shown(&article).into_iter().filter(|(kind, _)| *kind == Clutter).map(|(_, text)| text.to_owned()).collect()
    }

    #[test]
    fn a_doubled_headline_and_a_doubled_caption_are_clutter() {
        let text = format!(
            "Talks end\n\nTalks end\n\n{BODY}\nPutin at his desk\nPutin at his desk\nPhoto credit: Z\n\n{BODY}\n"
        );
        assert_eq!(clutter(&text), ["Talks end", "Putin at his desk", "Putin at his desk", "Photo credit: Z"]);
    }

    #[test]
    fn readers_comments_are_clutter_to_the_end() {
        let body = [BODY; 6].join("\n\n");
        let text = format!("Talks end\n\n{body}\n\nView all comments\n1 month ago\n\nNobody gave way, as I see it.\n");
        assert_eq!(clutter(&text), ["View all comments", "1 month ago", "Nobody gave way, as I see it."]);
    }

    #[test]
    fn a_box_of_links_ends_where_the_article_goes_on() {
        let text = format!(
            "Talks end\n\n{BODY}\n\nRead more about Geneva\n\nWhat it meant\n\nBilateral relations\n\n{BODY}\n"
        );
        assert_eq!(clutter(&text), ["Read more about Geneva", "What it meant"]);
    }

    #[test]
    fn sentences_that_begin_like_clutter_stay() {
        for line in [
            "Share prices fell after the call, which took two hours.",
            "Comments on the call came from Paris and Berlin as well.",
            "Subscribe to this view or not: the talks will be held in Geneva.",
            "Related talks in Vienna are to go on for a week.",
        ] {
            assert_eq!(clutter(&format!("Talks end\n\n{BODY}\n\n{line}\n\n{BODY}")), Vec::<String>::new(), "{line}");
        }
    }
}
