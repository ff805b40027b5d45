//! Markdown: rendered to plain text, a blank line between blocks, front matter taken as facts about the article.
//!
//! Links go by their text, pictures by their description (as clutter), tables by lines with ` | ` between cells.

use super::draft::{Block, Draft};
use super::{front_matter, html, lines, txt};
use crate::model::ParagraphKind;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

pub(super) fn draft(source: &str) -> Draft {
    let source = txt::with_plain_line_ends(source.to_owned());
    let (facts, start) = front_matter::read(&source);
    let mut writer = Writer::default();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(&source[start..], options) {
        writer.event(event);
    }
    writer.end_block();
    let mut draft = writer.draft;
    draft.facts = facts;
    set_headline(&mut draft, writer.first_heading);
    draft
}

/// Rendered text so far, and what is open at this point.
#[derive(Default)]
struct Writer {
    draft: Draft,
    /// Where the open block began.
    start: Option<usize>,
    heading: bool,
    lists: usize,
    quotes: usize,
    /// Pictures inside pictures, and their descriptions so far.
    pictures: usize,
    descriptions: Vec<String>,
    /// Cells of this table row so far.
    cells: usize,
    html: String,
    /// The line end before the next block is single.
    tight: bool,
    /// A line end that was meant has come, and what follows it has not.
    line_ended: bool,
    /// Block index of the first heading, and whether it is of the top level.
    first_heading: Option<(usize, bool)>,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.write(&text)
            }
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.end_line(),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.end_line(),
            Event::Html(html) => self.html.push_str(&html),
            Event::FootnoteReference(name) => self.write(&format!("[{name}]")),
            Event::Rule => self.end_block(),
            Event::InlineHtml(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } => {
                self.pictures += 1;
                self.descriptions.push(String::new());
                return;
            }
            Tag::TableCell => {
                self.cells += 1;
                if self.cells > 1 {
                    self.write(" | ");
                }
                return;
            }
            _ if is_inline(tag.to_end()) => return,
            _ => self.end_block(),
        }
        match tag {
            Tag::Heading { level, .. } => {
                self.heading = true;
                self.first_heading.get_or_insert((self.draft.blocks.len(), *level == HeadingLevel::H1));
            }
            Tag::List(_) => self.lists += 1,
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::TableRow => self.tight = true,
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => {
                self.pictures -= 1;
                return;
            }
            TagEnd::TableCell => return,
            _ if is_inline(tag) => return,
            TagEnd::HtmlBlock => self.end_html(),
            _ => self.end_block(),
        }
        match tag {
            TagEnd::Heading(_) => self.heading = false,
            TagEnd::List(_) => self.lists -= 1,
            TagEnd::BlockQuote(_) => self.quotes -= 1,
            TagEnd::TableHead | TagEnd::TableRow => self.cells = 0,
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if self.pictures > 0 {
            self.descriptions.last_mut().expect("an open picture has a description").push_str(text);
            return;
        }
        if std::mem::take(&mut self.line_ended) {
            self.cross_line_end(text);
        }
        if self.start.is_none() {
            if text.trim().is_empty() {
                return;
            }
            if !self.draft.text.is_empty() {
                self.draft.text.push_str(if self.tight { "\n" } else { "\n\n" });
            }
            self.tight = false;
            self.start = Some(self.draft.text.len());
        }
        self.draft.text.push_str(text);
    }

    /// A line end that was meant (`<br>`, two spaces).
    fn end_line(&mut self) {
        if self.heading || self.pictures > 0 {
            self.write(" ");
        } else {
            self.line_ended = self.start.is_some();
        }
    }

    /// As in plain text it ends a paragraph, unless it stands in the middle of a sentence.
    fn cross_line_end(&mut self, next: &str) {
        if lines::is_mid_sentence(&self.draft.text, next) {
            self.draft.text.push(' ');
        } else {
            self.end_paragraph(self.kind());
            self.tight = true;
        }
    }

    fn kind(&self) -> ParagraphKind {
        match () {
            () if self.heading => ParagraphKind::Heading,
            () if self.lists > 0 => ParagraphKind::ListItem,
            () if self.quotes > 0 => ParagraphKind::Quote,
            () => ParagraphKind::Body,
        }
    }

    fn end_block(&mut self) {
        self.end_paragraph(self.kind());
        for description in std::mem::take(&mut self.descriptions) {
            self.write(&description);
            self.end_paragraph(ParagraphKind::Clutter);
        }
        self.tight = false;
    }

    fn end_paragraph(&mut self, kind: ParagraphKind) {
        self.line_ended = false;
        if let Some(start) = self.start.take() {
            let length = self.draft.text.trim_end().len();
            self.draft.text.truncate(length);
            self.draft.push(start..length, kind);
        }
    }

    fn end_html(&mut self) {
        for paragraph in html::visible_paragraphs(std::mem::take(&mut self.html)) {
            self.write(&paragraph);
            self.end_block();
        }
    }
}

/// Whether text goes on across the borders of such an element.
fn is_inline(tag: TagEnd) -> bool {
    use TagEnd::{Emphasis, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(tag, Emphasis | Strong | Strikethrough | Superscript | Subscript | Link)
}

/// The first block is the headline if it says what the front matter says; else that is put before the text. Without
/// front matter, a heading that opens the text is it.
fn set_headline(draft: &mut Draft, first_heading: Option<(usize, bool)>) {
    let letters =
        |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
    let Some(title) = draft.facts.headline.clone().filter(|title| lines::words(title) > 0) else {
        let heading = first_heading.filter(|(index, top)| *index == 0 || (*top && *index <= 2));
        if let Some(block) = heading.and_then(|(index, _)| draft.blocks.get_mut(index)) {
            block.kind = ParagraphKind::Headline;
        }
        return;
    };
    if !draft.blocks.is_empty() && letters(draft.block_text(0)) == letters(&title) {
        draft.blocks[0].kind = ParagraphKind::Headline;
        return;
    }
    let shift = title.len() + 2;
    draft.text.insert_str(0, &format!("{title}\n\n"));
    for block in &mut draft.blocks {
        block.range = block.range.start + shift..block.range.end + shift;
    }
    draft.blocks.insert(0, Block { range: 0..title.len(), kind: ParagraphKind::Headline });
}

#[cfg(test)]
mod tests {
    use super::super::{article, shown};
    use super::ParagraphKind::{Body, Clutter, Heading, Headline, ListItem, Quote};
    use super::*;

    fn expect(source: &str, expected: &[(ParagraphKind, &str)]) {
        let draft = draft(source);
        let blocks = draft.blocks.iter().map(|block| (block.kind, &draft.text[block.range.clone()]));
        assert_eq!(blocks.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn blocks_become_paragraphs_of_their_kind() {
        expect(
            "# Talks *end*\n\nThe leaders\nspoke for [two hours](http://a.b).\n\n## Ukraine\n\n- Minsk\n- Donbas\n\n> A *quote*.\n",
            &[
                (Headline, "Talks end"),
                (Body, "The leaders spoke for two hours."),
                (Heading, "Ukraine"),
                (ListItem, "Minsk"),
                (ListItem, "Donbas"),
                (Quote, "A quote."),
            ],
        );
    }

    #[test]
    fn escapes_inline_tags_and_tables_show_as_text() {
        expect(
            "Our speaker is \\[senior official\\], the 21<sup>st</sup> one.\n\n| a | b |\n|---|---|\n| c | d |\n\n![A table](x.png) Text.\n",
            &[
                (Body, "Our speaker is [senior official], the 21st one."),
                (Body, "a | b"),
                (Body, "c | d"),
                (Body, "Text."),
                (Clutter, "A table"),
            ],
        );
    }

    #[test]
    fn the_title_of_the_front_matter_becomes_the_first_paragraph_once() {
        expect("---\ntitle: Talks end\n---\nText.\n", &[(Headline, "Talks end"), (Body, "Text.")]);
        expect("---\ntitle: Talks end\n---\n# Talks end\n\nText.\n", &[(Headline, "Talks end"), (Body, "Text.")]);
    }

    #[test]
    fn a_wanted_line_end_ends_a_paragraph_but_no_sentence() {
        expect(
            "Aboard Air Force One  \nEn Route Geneva\n",
            &[(Body, "Aboard Air Force One"), (Body, "En Route Geneva")],
        );
        expect("We will  \napproach it.\n", &[(Body, "We will approach it.")]);
    }

    #[test]
    fn html_inside_shows_its_text_only() {
        expect(
            "Text.\n\n<div class=\"x\">\n<p>Inner &amp; more.</p></div>\n\n<!-- hidden -->\n",
            &[(Body, "Text."), (Body, "Inner & more.")],
        );
    }

    #[test]
    fn a_white_house_transcript_keeps_turns_apart() {
        let source = "---\ntitle: Call\n---\n \nVia Teleconference\n\n6:00 P.M. EST\n\nMODERATOR:  Hello.  Thanks\nfor coming.  \n   \nQ    Yes —\n\n\\###\n";
        let article = article("a.md", source.as_bytes()).unwrap();
        let texts: Vec<&str> = shown(&article).into_iter().map(|(_, text)| text).collect();
        assert_eq!(
            texts,
            [
                "Call",
                "Via Teleconference",
                "6:00 P.M. EST",
                "MODERATOR:  Hello.  Thanks for coming.",
                "Q    Yes —",
                "###"
            ]
        );
    }
}
