//! One source text as the program holds it: what was read, cut into paragraphs and sentences.

use super::{ClockTime, Date, Fingerprint, Language, Span};
use serde::{Deserialize, Serialize};

/// An article's place in its collection. Collections are sorted by path, so this is stable within one opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIx(pub u32);

impl ArticleIx {
    pub fn new(index: usize) -> Self {
        Self(index as u32)
    }

    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One source text: an agency story, a readout, a transcript. Never changes once read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Path relative to the collection folder, with `/` between names on every system.
    pub path: String,
    pub format: Format,
    /// The first paragraph where the text gives a headline, else the file's name.
    pub headline: String,
    pub outlet: Option<String>,
    /// Who wrote it, as named there; several with commas between.
    pub author: Option<String>,
    /// Day of publication.
    pub date: Option<Date>,
    /// Time of publication on that day, where the article gives it.
    pub time: Option<ClockTime>,
    /// Where the article says it stands on the web. Never fetched.
    pub address: Option<String>,
    pub language: Language,
    /// All visible text, as anchors count it. For `.txt` the decoded file with `\n` line ends and no byte-order mark.
    pub text: String,
    /// In order, without overlap. White space between them belongs to none.
    pub paragraphs: Vec<Paragraph>,
    /// In order, without overlap, each inside one paragraph.
    pub sentences: Vec<Sentence>,
    /// Of [`Self::text`].
    pub fingerprint: Fingerprint,
    /// What the reader should know about how this file was read ("bytes that are not windows-1251 were replaced").
    pub warnings: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    Txt,
    Md,
    Html,
    /// A saved web page with all that belongs to it, `.mhtml` or `.mht`.
    Mhtml,
    Docx,
    Odt,
    Rtf,
    Epub,
    Eml,
    Pdf,
}

impl Format {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Txt => "txt",
            Self::Md => "md",
            Self::Html => "html",
            Self::Mhtml => "mhtml",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Epub => "epub",
            Self::Eml => "eml",
            Self::Pdf => "pdf",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Trimmed: starts and ends with visible characters. May hold line ends where the file is hard-wrapped.
    pub span: Span,
    pub kind: ParagraphKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParagraphKind {
    Headline,
    /// A section heading.
    Heading,
    Body,
    Quote,
    ListItem,
    /// Dateline, byline, source line: shown small, linked to no topic.
    Meta,
    /// What the page around the article left behind; dimmed, linked to no topic.
    Clutter,
}

impl ParagraphKind {
    /// Whether rules look for topics in such a paragraph.
    pub fn is_linked(self) -> bool {
        !matches!(self, Self::Meta | Self::Clutter)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    pub span: Span,
    /// Index into [`Article::paragraphs`].
    pub paragraph: u32,
}

impl Article {
    /// Words as a reader counts them: runs between white space. Clutter is not counted.
    pub fn word_count(&self) -> usize {
        let article = self.paragraphs.iter().filter(|paragraph| paragraph.kind != ParagraphKind::Clutter);
        article.map(|paragraph| paragraph.span.text(&self.text).split_whitespace().count()).sum()
    }

    /// The paragraph that holds `byte`, or the next one if it falls between two.
    pub fn paragraph_at(&self, byte: usize) -> Option<usize> {
        let index = self.paragraphs.partition_point(|paragraph| paragraph.span.end as usize <= byte);
        (index < self.paragraphs.len()).then_some(index)
    }

    /// The outlet, or the file's name where no outlet is known: something to call the source by.
    pub fn source_name(&self) -> &str {
        self.outlet.as_deref().unwrap_or_else(|| self.path.rsplit('/').next().unwrap_or(&self.path))
    }

    /// "¶ 7": paragraphs of the body are counted from 1; headline and lines about the article are not.
    pub fn paragraph_number(&self, paragraph: usize) -> usize {
        let counted = |kind| !matches!(kind, ParagraphKind::Headline | ParagraphKind::Meta | ParagraphKind::Clutter);
        let upto = &self.paragraphs[..=paragraph.min(self.paragraphs.len() - 1)];
        upto.iter().filter(|paragraph| counted(paragraph.kind)).count()
    }
}

#[cfg(test)]
impl Article {
    /// An English text for tests: each line a paragraph of one sentence, whatever it is.
    pub(crate) fn of_lines(path: &str, text: &str) -> Self {
        let (mut paragraphs, mut sentences, mut start) = (Vec::new(), Vec::new(), 0);
        for line in text.split_inclusive('\n') {
            let span = Span::new(start, start + line.trim_end().len());
            sentences.push(Sentence { span, paragraph: paragraphs.len() as u32 });
            paragraphs.push(Paragraph { span, kind: ParagraphKind::Body });
            start += line.len();
        }
        Self {
            path: path.to_owned(),
            format: Format::Txt,
            headline: String::new(),
            outlet: None,
            author: None,
            date: None,
            time: None,
            address: None,
            language: Language::English,
            fingerprint: Fingerprint::of(text),
            text: text.to_owned(),
            paragraphs,
            sentences,
            warnings: Vec::new(),
        }
    }
}
