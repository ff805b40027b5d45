//! Keeps absurd pages from the parser, which at every tag looks through all open elements and compares attributes.
//!
//! Tags nested deeper than in any real page are dropped, their text stays; so are tags with thousands of attributes. A page within bounds passes unchanged.

use std::ops::Range;

/// Open elements at most. Browsers stop at 512; the parser's work for a tag grows with this number.
const DEEPEST: usize = 256;

/// Attributes of one tag at most (counted by white space): the parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 4_000;

/// Elements that end by themselves, or never hold anything: they do not nest on their own.
const UNCOUNTED: &[&[u8]] = &[
    b"area",
    b"base",
    b"body",
    b"br",
    b"col",
    b"colgroup",
    b"dd",
    b"dt",
    b"embed",
    b"head",
    b"hr",
    b"html",
    b"img",
    b"input",
    b"li",
    b"link",
    b"meta",
    b"option",
    b"p",
    b"param",
    b"source",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"track",
    b"wbr",
];
/// Elements whose content is not markup.
const RAW: &[&[u8]] =
    &[b"script", b"style", b"textarea", b"title", b"noscript", b"iframe", b"xmp", b"noembed", b"noframes"];

/// The page without the tags that are nested too deep.
pub(super) fn limit_nesting(source: String) -> String {
    let dropped = too_deep(source.as_bytes());
    if dropped.is_empty() {
        return source;
    }
    let mut kept = String::with_capacity(source.len());
    let mut at = 0;
    for range in dropped {
        // Tags begin with '<' and end before or after '>', so these are character borders.
        kept.push_str(&source[at..range.start]);
        at = range.end;
    }
    kept.push_str(&source[at..]);
    kept
}

fn too_deep(source: &[u8]) -> Vec<Range<usize>> {
    let mut dropped = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'<', &source[at..]) {
        let start = at + found;
        let rest = &source[start + 1..];
        let closing = rest.first() == Some(&b'/');
        let name_start = start + 1 + usize::from(closing);
        let length = source[name_start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if rest.starts_with(b"!--") {
            at = find(source, start + 4, b"-->");
            continue;
        }
        if length == 0 {
            at = start + 1;
            continue;
        }
        let name = source[name_start..name_start + length].to_ascii_lowercase();
        let attributes;
        (at, attributes) = tag_end(source, name_start + length);
        let counted = !UNCOUNTED.contains(&name.as_slice());
        if attributes > MOST_ATTRIBUTES {
            dropped.push(start..at);
        } else if closing && counted {
            if depth > DEEPEST {
                dropped.push(start..at);
            }
            depth = depth.saturating_sub(1);
        } else if !closing && RAW.contains(&name.as_slice()) {
            at = find(source, at, &[b"</", name.as_slice()].concat());
        } else if !closing && counted && source[..at].last_chunk() != Some(b"/>") {
            depth += 1;
            if depth > DEEPEST {
                dropped.push(start..at);
            }
        }
    }
    dropped
}

/// Where the tag ends (past its `>`, quoted ones left out), and how many attributes it may have.
fn tag_end(source: &[u8], from: usize) -> (usize, usize) {
    let mut quote = None;
    let mut gaps = 0;
    for (offset, byte) in source[from..].iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return (from + offset + 1, gaps),
            (None, b' ' | b'\n' | b'\t' | b'/') => gaps += 1,
            // A quotation mark counts only as the beginning of a value; elsewhere it is part of a name.
            (None, b'"' | b'\'') if source[..from + offset].trim_ascii_end().ends_with(b"=") => quote = Some(*byte),
            (Some(open), _) if open == *byte => quote = None,
            _ => {}
        }
    }
    (source.len(), gaps)
}

/// Where `end` begins, in small or capital letters; the end of the page if it never comes.
fn find(source: &[u8], from: usize, end: &[u8]) -> usize {
    let from = from.min(source.len());
    let candidates = memchr::memchr_iter(end[0], &source[from..]);
    let mut matching = candidates.filter(|at| {
        source[from + at..].len() >= end.len() && source[from + at..][..end.len()].eq_ignore_ascii_case(end)
    });
    matching.next().map_or(source.len(), |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_page_passes_unchanged() {
        let page = "<!DOCTYPE html><!-- <div> --><body><div a='>'><p>A<p>B<br/>C</div><script>'<div>'.repeat(9)</script></body>".to_owned();
        assert_eq!(limit_nesting(page.repeat(1000)), page.repeat(1000));
    }

    #[test]
    fn only_the_tags_beyond_the_limit_go() {
        let page = format!("{}text{}<p>after</p>", "<div>".repeat(1000), "</div>".repeat(1000));
        let expected = format!("{}text{}<p>after</p>", "<div>".repeat(DEEPEST), "</div>".repeat(DEEPEST));
        assert_eq!(limit_nesting(page), expected);
    }
}
