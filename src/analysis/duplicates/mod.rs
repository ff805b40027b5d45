//! Articles that are one text: exact copies, copies with small edits, versions of a story.
//!
//! Of every article a [`Sketch`] is kept; [`find_stories`] puts those together whose sketches say that they are one
//! text. Every article is compared with the fullest text of its story, never with another member: that a is like b
//! and b like c puts no c beside a. Leaves out: translations, paraphrases, and a paragraph copied into another article.

mod candidates;
mod likeness;
pub(in crate::analysis) mod normal;
mod sketch;

pub(in crate::analysis) use likeness::day_number;
pub use sketch::{SKETCH_VERSION, Sketch};

use self::candidates::Candidates;
use self::likeness::{are_versions, likeness, moment};
use crate::model::{Article, ArticleIx, ClockTime, Date};
use std::cmp::Reverse;

/// What of an article decides on its place. Outlet and date as the reader corrected them.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Different for every article of a collection.
    pub path: &'a str,
    pub outlet: Option<&'a str>,
    pub date: Option<Date>,
    pub time: Option<ClockTime>,
    pub sketch: &'a Sketch,
}

/// The articles that are shown as one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The one shown: of the versions by the outlet of the fullest text the newest, of several at that time the
    /// fullest; without dates the fullest text.
    pub lead: ArticleIx,
    /// The others: versions from new to old, then exact copies, then other copies, each by path.
    pub others: Vec<Member>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    pub article: ArticleIx,
    pub relation: Relation,
}

/// What an article is to the lead of its story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The same story by the same outlet (or both unknown) within two days, in other words here and there.
    Version,
    /// The same words in the same order.
    Copy,
    /// Almost the same words, or a part of them: a reprint.
    NearCopy,
}

impl<'a> Facts<'a> {
    pub fn of(article: &'a Article, sketch: &'a Sketch) -> Self {
        let Article { path, outlet, date, time, .. } = article;
        Self { path, outlet: outlet.as_deref(), date: *date, time: *time, sketch }
    }

    /// When it was published, as far as known.
    fn moment(&self) -> Option<(i64, bool)> {
        moment(self.date, self.time)
    }
}

/// The stories of a collection, by the place of their lead; each article is in exactly one.
///
/// `articles` in the order of the collection. Which are put together depends on what they are, not on their order.
pub fn find_stories(articles: &[Facts]) -> Vec<Story> {
    let texts = distinct_texts(articles);
    let sketches: Vec<&Sketch> = texts.iter().map(|copies| articles[copies[0]].sketch).collect();
    let mut candidates = Candidates::new(&sketches);
    // By text: the text at the core of its story. A core is its own.
    let mut cores: Vec<usize> = Vec::with_capacity(texts.len());
    for (place, copies) in texts.iter().enumerate() {
        let near = candidates.before(place, |other| cores[other] == other);
        let alike = |core: &usize| Some((likeness(&articles[texts[*core][0]], &articles[copies[0]])?.found, *core));
        let best = near.iter().filter_map(alike).max_by_key(|(found, core)| (*found, Reverse(*core)));
        cores.push(best.map_or(place, |(_, core)| core));
    }
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); texts.len()];
    for (copies, core) in texts.iter().zip(cores) {
        members[core].extend(copies);
    }
    let together = members.iter().filter(|members| !members.is_empty());
    let mut stories: Vec<Story> = together.map(|members| story(articles, members)).collect();
    stories.sort_by_key(|story| story.lead);
    stories
}

/// The articles, those with the same body together, the earliest first; the fullest texts first.
fn distinct_texts(articles: &[Facts]) -> Vec<Vec<usize>> {
    let order = |article: &usize| {
        let facts = &articles[*article];
        let moment = facts.moment();
        (Reverse(facts.sketch.words), facts.sketch.body, moment.is_none(), moment, facts.path)
    };
    let mut sorted: Vec<usize> = (0..articles.len()).collect();
    sorted.sort_by(|a, b| order(a).cmp(&order(b)));
    sorted.chunk_by(|a, b| are_copies(&articles[*a], &articles[*b])).map(<[usize]>::to_vec).collect()
}

/// An article without words is like no other.
fn are_copies(one: &Facts, other: &Facts) -> bool {
    let text = |facts: &Facts| (facts.sketch.words, facts.sketch.body);
    text(one) == text(other) && one.sketch.words > 0
}

/// The story of these articles, whose first is the core.
fn story(articles: &[Facts], members: &[usize]) -> Story {
    let core = &articles[members[0]];
    let is_version = |article: &&usize| are_versions(core, &articles[**article]);
    let rank = |article: &&usize| {
        let facts = &articles[**article];
        (facts.moment(), facts.sketch.words, Reverse(facts.path))
    };
    let lead = members.iter().filter(is_version).max_by_key(rank).unwrap_or(&members[0]);
    let mut others: Vec<Member> = members
        .iter()
        .filter(|article| *article != lead)
        .map(|&article| {
            let relation = relation(&articles[*lead], &articles[article]);
            Member { article: ArticleIx::new(article), relation }
        })
        .collect();
    others.sort_by_key(|member| {
        let facts = &articles[member.article.index()];
        let moment = (member.relation == Relation::Version).then(|| facts.moment());
        (member.relation, Reverse(moment), facts.path)
    });
    Story { lead: ArticleIx::new(*lead), others }
}

fn relation(lead: &Facts, member: &Facts) -> Relation {
    if are_copies(lead, member) {
        Relation::Copy
    } else if are_versions(lead, member) {
        Relation::Version
    } else {
        Relation::NearCopy
    }
}

#[cfg(test)]
mod tests;
