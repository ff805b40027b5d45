//! Keeps absurd pages from the parser, which at every tag looks through all open elements and compares attributes.
//!
//! Tags nested deeper than in any real page are dropped, their text stays; so are tags with thousands of attributes, and
//! those after half a million others. A page within bounds passes unchanged. Tags are told apart as the parser does it
//! ([`tags`]); what is open is estimated, rather too much than too little.

mod tags;

use std::ops::Range;
use tags::{FOREIGN, Tag};

/// Open elements at most. Browsers stop at 512; the parser's work for a tag grows with this number.
const DEEPEST: usize = 256;

/// Open elements that only change the look at most: the parser opens all of them anew in every paragraph.
const MOST_FORMATTING: usize = 16;

/// Tags of a page at most: each costs the parser some microseconds where many elements are open. A whole book on one
/// page stays far below.
const MOST_TAGS: usize = 500_000;

/// Attributes of one tag at most: the parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 4_000;

/// Elements that end by themselves, or never hold anything: they do not nest on their own.
const UNCOUNTED: &[&str] = &[
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// Elements that go on behind the end of what they stand in, until they are closed themselves.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements that an end tag inside of them does not reach beyond.
const CLOSED_OFF: &[&str] = &["applet", "marquee", "object", "table", "template"];

/// In drawings the beginning of text without markup, elsewhere that of a comment.
const CDATA: &str = "<![CDATA[";

/// The page without the tags that are nested too deep.
pub(super) fn limit_nesting(source: String) -> String {
    let dropped = too_deep(&source);
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

fn too_deep(source: &str) -> Vec<Range<usize>> {
    let mut dropped = Vec::new();
    let mut nest = Nest::default();
    let mut count = 0_usize;
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'<', &source.as_bytes()[at..]) {
        let start = at + found;
        let Some(tag) = Tag::at(source, start) else {
            at = tags::past_other(source, start);
            // Whether this hides markup, in a drawing, takes a parser to tell.
            if nest.foreign && source[start..].starts_with(CDATA) {
                at = start + CDATA.len();
                dropped.push(start..at);
            }
            continue;
        };
        count += 1;
        let raw = tags::is_raw(&tag.name);
        at = if raw && !tag.closes && !nest.foreign { tags::raw_end(source, &tag) } else { tag.end };
        let fits = count <= MOST_TAGS && tag.attributes <= MOST_ATTRIBUTES;
        // What is not kept is never open. In a drawing nobody sees what a title or a script says.
        let kept = fits && if raw { !nest.foreign } else { nest.take(tag) };
        if !kept {
            dropped.push(start..at);
        }
    }
    dropped
}

/// The elements that are open.
#[derive(Default)]
struct Nest {
    open: Vec<String>,
    /// Dropped tags whose ends have not come yet.
    beyond: usize,
    /// Whether a drawing or a formula is open: in them every element nests.
    foreign: bool,
}

impl Nest {
    /// Takes in a tag; whether it is kept.
    fn take(&mut self, tag: Tag) -> bool {
        let name = tag.name.as_str();
        if !self.foreign && UNCOUNTED.contains(&name) {
            return true;
        }
        if tag.closes {
            return self.close(name);
        }
        if tag.ends_itself && (self.foreign || FOREIGN.contains(&name)) {
            return true;
        }
        if name == "a" {
            // A link ends the one before it.
            self.close("a");
        }
        if FORMATTING.contains(&name) && self.formatting() >= MOST_FORMATTING {
            return false;
        }
        if self.open.len() >= DEEPEST {
            self.beyond += 1;
            return false;
        }
        self.foreign |= FOREIGN.contains(&name);
        self.open.push(tag.name);
        true
    }

    fn formatting(&self) -> usize {
        self.open.iter().filter(|name| FORMATTING.contains(&name.as_str())).count()
    }

    fn close(&mut self, name: &str) -> bool {
        if self.foreign && !FOREIGN.contains(&name) {
            // Which element this ends takes a parser to tell.
            return self.beyond == 0;
        }
        if self.beyond > 0 && !self.foreign {
            self.beyond -= 1;
            return false;
        }
        let Some(from) = self.open.iter().rposition(|open| open == name) else { return true };
        let inside = &self.open[from + 1..];
        if name != "table" && inside.iter().any(|name| CLOSED_OFF.contains(&name.as_str())) {
            return true;
        }
        self.beyond = 0;
        if FORMATTING.contains(&name) {
            self.open.remove(from);
            return true;
        }
        let mut staying = self.open.split_off(from);
        staying.retain(|open| open != name && FORMATTING.contains(&open.as_str()));
        self.open.append(&mut staying);
        self.foreign = self.foreign && self.open.iter().any(|name| FOREIGN.contains(&name.as_str()));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_page_passes_unchanged() {
        let page = "<!DOCTYPE html><!-- <div> --><body><div a='>'><p>A<p>B<br/>C<a name=x>D<b>E</b></div>\
                    <svg><path/><g></g></svg><script>'<div>'.repeat(9)</script></body>";
        assert_eq!(limit_nesting(page.repeat(1000)), page.repeat(1000));
    }

    #[test]
    fn only_the_tags_beyond_the_limit_go() {
        let page = format!("{}text{}<p>after</p>", "<div>".repeat(1000), "</div>".repeat(1000));
        let expected = format!("{}text{}<p>after</p>", "<div>".repeat(DEEPEST), "</div>".repeat(DEEPEST));
        assert_eq!(limit_nesting(page), expected);
    }

    #[test]
    fn a_page_of_nothing_but_tags_is_cut_down_to_what_can_be_parsed() {
        let page = format!("{}text", "<p>".repeat(MOST_TAGS + 1_000));
        assert_eq!(limit_nesting(page), format!("{}text", "<p>".repeat(MOST_TAGS)));
    }

    #[test]
    fn nothing_that_only_looks_like_an_end_ends_an_element() {
        for part in [
            "<b></i>",
            "<x-y></span>",
            "<div/>",
            "<b><!x </b>",
            "<b></ </b>",
            "<b><?x </b>",
            "<b><title></titlex></b></title>",
            "<b><script><!--<script></script></b></script>",
            "<b title='</b>'>",
            "<b><object></b></object>",
            "<svg><title><b><script></svg></script>",
            "<svg><title><b><![CDATA[</svg>",
        ] {
            let dropped = too_deep(&part.repeat(1_000));
            assert!(dropped.len() >= 700, "{part}: {}", dropped.len());
        }
        for start in [
            "<!-->",
            "<!--->",
            "<x =\">",
            "<x a=b=\">",
            "<x a\">",
            "<svg><title>",
            "<svg><title><![CDATA[>",
            "<svg><td>",
            "<math><option>",
        ] {
            let dropped = too_deep(&format!("{start}{}", "<b>".repeat(1_000)));
            assert!(dropped.len() >= 700, "{start}: {}", dropped.len());
        }
    }
}
