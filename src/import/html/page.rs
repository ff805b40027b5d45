//! The tree of a page, flattened: its visible text, cut into blocks, and the elements that hold them.
//!
//! Walks without recursion. Elements come in document order, so each holds one run of blocks.

use super::head::Head;
use super::names::{self, Hint};
use dom_query::{Document, NodeData, NodeRef};
use std::ops::Range;

#[derive(Debug, Default)]
pub(super) struct Page {
    pub text: String,
    pub blocks: Vec<PageBlock>,
    /// Elements that break a line, in document order: parents before children.
    pub elements: Vec<Element>,
    pub head: Head,
}

/// A run of text between two tags that break a line.
#[derive(Clone, Debug)]
pub(super) struct PageBlock {
    pub range: Range<usize>,
    pub tag: BlockTag,
    /// Bytes of it that stand in links.
    pub links: usize,
    /// Whether its element is named as one of byline or date.
    pub about: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockTag {
    Plain,
    /// 1 to 6.
    Heading(u8),
    ListItem,
    Quote,
}

#[derive(Clone, Debug)]
pub(super) struct Element {
    pub hint: Hint,
    pub blocks: Range<usize>,
}

/// Parses and flattens a page.
pub(super) fn read(source: String) -> Page {
    let document = Document::from(source);
    let mut walk = Walk::default();
    let mut next = document.root().first_child();
    while let Some(node) = next {
        if walk.enter(&node)
            && let Some(child) = node.first_child()
        {
            next = Some(child);
            continue;
        }
        next = walk.after(node);
    }
    walk.end_block();
    walk.page
}

/// An element whose content is being walked.
struct Open {
    tag: BlockTag,
    /// Index of the nearest element that breaks a line.
    element: Option<usize>,
    breaks: bool,
    link: bool,
    preformatted: bool,
    about: bool,
}

#[derive(Default)]
struct Walk {
    page: Page,
    open: Vec<Open>,
    /// Where the open block began, its bytes in links.
    start: Option<usize>,
    links: usize,
    /// White space was met and not yet written.
    space: bool,
    /// The last block was ended by `<br>`: a single line end stands after it.
    tight: bool,
    /// `<br>` has come, and what follows it has not.
    line_ended: bool,
}

impl Walk {
    /// Takes in a node; whether to go on to its children.
    fn enter(&mut self, node: &NodeRef<'_>) -> bool {
        let is_text = node.query_or(false, |tree_node| match &tree_node.data {
            NodeData::Text { contents } => {
                self.write(contents);
                true
            }
            NodeData::Comment { contents } => {
                self.page.head.take_comment(contents);
                false
            }
            _ => false,
        });
        if is_text || !node.is_element() {
            return false;
        }
        let tag = node.node_name().unwrap_or_default().to_ascii_lowercase();
        self.page.head.take(node, &tag);
        if tag == "br" {
            self.end_line();
            return false;
        }
        if names::UNSEEN.contains(&tag.as_str()) || is_hidden(node) {
            return false;
        }
        if node.first_child().is_some() {
            self.open(node, &tag);
            return true;
        }
        if !names::is_inline(&tag) {
            self.end_block();
        }
        false
    }

    /// The node after `node` and all that it holds; closes what ends there.
    fn after<'a>(&mut self, node: NodeRef<'a>) -> Option<NodeRef<'a>> {
        let mut node = node;
        loop {
            if let Some(sibling) = node.next_sibling() {
                return Some(sibling);
            }
            node = node.parent()?;
            if node.is_element() {
                self.close();
            }
        }
    }

    fn open(&mut self, node: &NodeRef<'_>, tag: &str) {
        let attribute = |name: &str| node.attr(name).unwrap_or_default();
        let names = format!("{} {}", attribute("class"), attribute("id"));
        let hint = names::hint(tag, &attribute("role").to_ascii_lowercase(), &names, &attribute("itemprop"));
        let outer = self.open.last();
        let breaks = !names::is_inline(tag);
        let mut open = Open {
            tag: outer.map_or(BlockTag::Plain, |outer| outer.tag),
            element: outer.and_then(|outer| outer.element),
            breaks,
            link: tag == "a" || outer.is_some_and(|outer| outer.link),
            preformatted: tag == "pre" || outer.is_some_and(|outer| outer.preformatted),
            about: names::is_about(&names)
                || outer.is_some_and(|outer| outer.about && !matches!(tag, "div" | "section" | "article")),
        };
        open.tag = match tag {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockTag::Heading(tag.as_bytes()[1] - b'0'),
            "li" | "dd" | "dt" => BlockTag::ListItem,
            "blockquote" => BlockTag::Quote,
            _ => open.tag,
        };
        if breaks {
            self.end_block();
            let start = self.page.blocks.len();
            self.page.elements.push(Element { hint, blocks: start..start });
            open.element = Some(self.page.elements.len() - 1);
        }
        self.open.push(open);
    }

    fn close(&mut self) {
        let Some(closed) = self.open.pop() else { return };
        if closed.breaks
            && let Some(element) = closed.element
        {
            self.end_block_as(&closed);
            self.page.elements[element].blocks.end = self.page.blocks.len();
        }
    }

    fn write(&mut self, contents: &str) {
        let Some((link, preformatted)) = self.open.last().map(|open| (open.link, open.preformatted)) else { return };
        if preformatted {
            self.write_lines(contents, link);
            return;
        }
        for (index, word) in contents.split(|letter: char| letter.is_ascii_whitespace()).enumerate() {
            self.space |= index > 0;
            if !word.is_empty() {
                self.append(word, link);
            }
        }
    }

    /// Preformatted text: lines stay as they are, blank ones end a block as in plain text.
    fn write_lines(&mut self, contents: &str, link: bool) {
        for (index, line) in contents.split('\n').enumerate() {
            if index > 0 && self.start.is_some() {
                self.append("\n", link);
            }
            if line.trim().is_empty() && self.page.text.ends_with('\n') {
                self.end_block();
            } else {
                self.append(line, link);
            }
        }
    }

    fn append(&mut self, word: &str, link: bool) {
        if std::mem::take(&mut self.line_ended) && !super::super::lines::is_mid_sentence(&self.page.text, word) {
            self.end_block();
            self.tight = true;
        }
        let text = &mut self.page.text;
        if self.start.is_some() && self.space {
            text.push(' ');
        } else if self.start.is_none() {
            // A block of nothing but no-break spaces is no block.
            if word.trim().is_empty() {
                return;
            }
            if !text.is_empty() {
                text.push_str(if self.tight { "\n" } else { "\n\n" });
            }
            self.start = Some(text.len());
        }
        let length = text.len();
        text.push_str(word);
        self.links += if link { text.len() - length } else { 0 };
        self.space = false;
    }

    /// `<br>`: ends a paragraph as a line end does in plain text, unless it stands in a heading or in the middle of a
    /// sentence. Two of them always do.
    fn end_line(&mut self) {
        let Some(open) = self.open.last() else { return };
        if matches!(open.tag, BlockTag::Heading(_)) {
            self.space = true;
        } else if self.start.is_none() || self.line_ended {
            self.end_block();
        } else if open.preformatted {
            self.append("\n", false);
        } else {
            self.space = true;
            self.line_ended = true;
        }
    }

    fn end_block(&mut self) {
        match self.open.pop() {
            Some(open) => {
                self.end_block_as(&open);
                self.open.push(open);
            }
            None => self.start = None,
        }
    }

    /// Ends the block that was written inside `open`.
    fn end_block_as(&mut self, open: &Open) {
        let links = std::mem::take(&mut self.links);
        self.space = false;
        self.tight = false;
        self.line_ended = false;
        if let Some(start) = self.start.take() {
            let length = self.page.text.trim_end().len();
            self.page.text.truncate(length);
            let range = super::super::lines::trimmed(&self.page.text, start..length);
            self.page.blocks.push(PageBlock { range, tag: open.tag, links, about: open.about });
        }
    }
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style: String = node.attr("style").unwrap_or_default().to_ascii_lowercase().split_whitespace().collect();
    node.has_attr("hidden") || style.contains("display:none") || style.contains("visibility:hidden")
}
