//! Where saved places are in a text that was changed, and how sure that is.
//!
//! The text as it was read leads: its words are aligned with the new ones, and what stood in a place is followed. The
//! quote and what stood around it confirm that, or find a place that was moved. Without the old text quote and context
//! are all there is. Whatever is not certain is said to be so; a place whose words stood elsewhere before is never
//! taken. Leaves out who keeps the old text, and what the reader makes of a doubtful place.

mod approximate;
mod by_map;
mod by_quote;
mod edges;
mod folded;
mod moved;
mod versions;

pub use moved::{MovedTo, find_moved};

use self::by_quote::Wanted;
use self::folded::Folded;
use self::versions::Versions;
use crate::model::{Anchor, Article, CodePoints, Span};

/// Places that are offered for a click.
const MOST_CANDIDATES: usize = 3;

/// How sure it is that a place was found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    Sure,
    /// It is shown, but the reader should look: it was much changed, or stands elsewhere.
    Check,
    /// It is not there any more, or nobody can tell where.
    Lost,
}

impl Certainty {
    /// As it is written in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Check => "check",
            Self::Lost => "lost",
        }
    }
}

/// An anchor in the text of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Where it is shown; none if it is lost.
    pub span: Option<Span>,
    pub certainty: Certainty,
    /// Up to three other places that it may be meant to have, best first, if it is not sure.
    pub candidates: Vec<Span>,
}

impl Carried {
    /// Of a place whose article is not there any more.
    pub fn not_there() -> Self {
        Self::lost([])
    }

    fn sure(span: Span) -> Self {
        Self { span: Some(span), certainty: Certainty::Sure, candidates: Vec::new() }
    }

    fn check(span: Span, others: impl IntoIterator<Item = Span>) -> Self {
        Self { span: Some(span), certainty: Certainty::Check, candidates: candidates(Some(span), others) }
    }

    fn lost(others: impl IntoIterator<Item = Span>) -> Self {
        Self { span: None, certainty: Certainty::Lost, candidates: candidates(None, others) }
    }
}

/// Those apart from `shown` and from each other.
fn candidates(shown: Option<Span>, others: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for span in others {
        let taken = shown.into_iter().chain(found.iter().copied()).any(|other| other.overlaps(span) || other == span);
        if !taken && found.len() < MOST_CANDIDATES {
            found.push(span);
        }
    }
    found
}

/// Finds all `anchors` of one article in its text of today, in their order. `old` is the text in which they were made,
/// if it is kept.
pub fn carry(anchors: &[&Anchor], old: Option<&str>, new: &Article) -> Vec<Carried> {
    let points = CodePoints::new(&new.text);
    let old_points = old.map(CodePoints::new);
    let mut search = Search { article: new, old, folded: None, versions: None };
    let mut carried = Vec::with_capacity(anchors.len());
    for anchor in anchors {
        let found = match in_place(anchor, &points, &new.text, old == Some(new.text.as_str())) {
            Some(span) => Carried::sure(span),
            None => search.find(anchor, old_points.as_ref()),
        };
        carried.push(found);
    }
    carried
}

/// The anchor's own position, if all that it says stands there; of the same text the quote is enough.
fn in_place(anchor: &Anchor, points: &CodePoints, text: &str, same_text: bool) -> Option<Span> {
    let span = Span::of(text, points.to_byte(anchor.start)?..points.to_byte(anchor.end)?)?;
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let around = before.ends_with(&anchor.prefix)
        && after.starts_with(&anchor.suffix)
        && (!anchor.prefix.is_empty() || before.is_empty())
        && (!anchor.suffix.is_empty() || after.is_empty());
    (span.text(text) == anchor.exact && (same_text || around)).then_some(span)
}

/// One article, with what is made of its texts when the first anchor needs it.
struct Search<'a> {
    article: &'a Article,
    old: Option<&'a str>,
    folded: Option<Folded>,
    versions: Option<Versions>,
}

impl Search<'_> {
    fn find(&mut self, anchor: &Anchor, old_points: Option<&CodePoints>) -> Carried {
        let text = &self.article.text;
        let folded = self.folded.get_or_insert_with(|| Folded::of(text));
        let place = old_points.zip(self.old).and_then(|(points, old)| {
            let place = Span::of(old, points.to_byte(anchor.start)?..points.to_byte(anchor.end)?)?;
            (place.text(old) == anchor.exact).then_some((old, place))
        });
        let Some((old, place)) = place else {
            return by_quote::find(self.article, folded, &Wanted::of(anchor));
        };
        let versions = self.versions.get_or_insert_with(|| Versions::new(old, text));
        by_map::find(self.article, folded, versions, place, &Wanted::in_text(old, place))
    }
}
