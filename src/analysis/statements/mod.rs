//! Statements: what several articles say, however each words it.
//!
//! Sentences are read into concepts ([`wording`]), each wording once ([`units`]); those of different articles that
//! share rare ones are compared ([`candidates`], [`compare`]), and groups are made of what says the same ([`group`]).
//! Shared agency wording is one telling, however many print it: articles of one story count once. What no group has is
//! said there alone. The same for the same input. Leaves out: statements across languages, for names and figures alone
//! join too much that is not the same; paraphrase that shares no word, kindred word, name or figure.

mod align;
mod candidates;
mod compare;
mod conflict;
mod families;
mod group;
pub(in crate::analysis) mod kindred;
mod likeness;
mod readers;
mod units;
mod weights;
mod wording;

pub use self::align::{Alignment, align};
pub use self::likeness::Rewordings;
pub use self::readers::ReaderPairs;
pub use crate::analysis::learn::Place;

use self::candidates::Evidence;
use self::units::{UnitId, Units};
use self::wording::words_of;
use crate::analysis::duplicates::Story;
use crate::analysis::rounds::Rounds;
use crate::model::{Article, ArticleIx, Fingerprint, Passage, Span, TopicIx};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A statement's place in [`Statements::list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementIx(pub u32);

impl StatementIx {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One thing that articles of at least two stories say.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// A hash of the earliest member: for display and output.
    pub id: u64,
    /// In the order of the collection.
    pub members: Vec<Member>,
    /// Those that at least half of the members are linked to, else all that any is; ascending.
    pub topics: Vec<TopicIx>,
    /// Stories that say it. An agency's wording is one telling, in however many articles it stands.
    pub tellings: usize,
    /// Whether members differ in a figure, or one denies what another says.
    pub conflict: bool,
}

impl Statement {
    /// Articles that say it, each once; ascending.
    pub fn articles(&self) -> Vec<ArticleIx> {
        let mut articles: Vec<ArticleIx> = self.members.iter().map(|member| member.article).collect();
        articles.dedup();
        articles
    }
}

/// A sentence that says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub article: ArticleIx,
    /// Index into [`Article::sentences`].
    pub sentence: u32,
    /// How much speaks for its saying the same as the others: 500 is a doubt, 1000 is none. 1000 where the reader said so.
    pub strength: u16,
    /// The words that another member has too, in order.
    pub shared: Vec<Span>,
    /// The words that no other member has, in order.
    pub different: Vec<Span>,
}

/// What a collection says more than once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statements {
    /// In the order of their first members.
    pub list: Vec<Statement>,
    by_place: FxHashMap<Place, Vec<StatementIx>>,
}

impl Statements {
    /// Finds them. `links` by article, as [`crate::analysis::LinkWorker::link`] gives them; `None` if it was cancelled.
    pub fn find(
        articles: &[Arc<Article>],
        links: &[Vec<Passage>],
        stories: &[Story],
        rounds: &Rounds,
        pairs: &ReaderPairs,
        is_cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let units = Units::read(articles, links, rounds, &pairs.places(), is_cancelled)?;
        let evidence = candidates::find(&units, is_cancelled)?;
        let ties = pairs.ties(&units);
        let groups = group::group(&units, &evidence, &ties);
        if is_cancelled() {
            return None;
        }
        let tied: FxHashSet<UnitId> = ties.same.iter().flat_map(|(one, other)| [*one, *other]).collect();
        let maker = Maker { articles, units: &units, evidence: &evidence, stories: story_of(stories), tied };
        let mut list: Vec<Statement> = groups.iter().filter_map(|group| maker.statement(group)).collect();
        list.extend(maker.repeated(&groups));
        list.sort_by(|a, b| places(a).cmp(places(b)));
        list.dedup_by(|a, b| places(a).eq(places(b)));
        name(articles, &mut list);
        Some(Self::index(list))
    }

    pub fn get(&self, ix: StatementIx) -> &Statement {
        &self.list[ix.index()]
    }

    /// The statements that a sentence takes part in; none: it is said here only.
    pub fn of(&self, article: ArticleIx, sentence: u32) -> &[StatementIx] {
        self.by_place.get(&Place { article, sentence }).map_or(&[], Vec::as_slice)
    }

    fn index(list: Vec<Statement>) -> Self {
        let mut by_place: FxHashMap<Place, Vec<StatementIx>> = FxHashMap::default();
        for (number, statement) in (0..).zip(&list) {
            for place in places(statement) {
                by_place.entry(place).or_default().push(StatementIx(number));
            }
        }
        Self { list, by_place }
    }
}

fn places(statement: &Statement) -> impl Iterator<Item = Place> + '_ {
    statement.members.iter().map(|member| Place { article: member.article, sentence: member.sentence })
}

fn story_of(stories: &[Story]) -> FxHashMap<ArticleIx, ArticleIx> {
    let of_story = |story: &Story| {
        let (lead, others) = (story.lead, story.others.clone());
        others.into_iter().map(move |member| (member.article, lead))
    };
    stories.iter().flat_map(of_story).collect()
}

/// Gives each statement its id: of two with the same earliest member the second is told by all of its members.
fn name(articles: &[Arc<Article>], list: &mut [Statement]) {
    let text = |place: &Place| {
        let article = &articles[place.article.index()];
        let words = article.sentences[place.sentence as usize].span.text(&article.text);
        format!("{}\n{words}", article.path)
    };
    let published = |place: &Place| {
        let article = &articles[place.article.index()];
        (article.date.is_none(), article.date, *place)
    };
    let mut taken = BTreeSet::new();
    for statement in list {
        let earliest = places(statement).min_by_key(published).map(|place| text(&place)).unwrap_or_default();
        statement.id = Fingerprint::of(&earliest).0;
        if !taken.insert(statement.id) {
            let all: Vec<String> = places(statement).map(|place| text(&place)).collect();
            statement.id = Fingerprint::of(&all.join("\n")).0;
            taken.insert(statement.id);
        }
    }
}

/// Makes statements of groups.
struct Maker<'a> {
    articles: &'a [Arc<Article>],
    units: &'a Units<'a>,
    evidence: &'a Evidence,
    /// The lead of the story of each article that is not a lead.
    stories: FxHashMap<ArticleIx, ArticleIx>,
    /// What the reader put together.
    tied: FxHashSet<UnitId>,
}

impl Maker<'_> {
    fn story(&self, article: ArticleIx) -> ArticleIx {
        self.stories.get(&article).copied().unwrap_or(article)
    }

    fn tellings(&self, places: impl Iterator<Item = Place>) -> usize {
        places.map(|place| self.story(place.article)).collect::<BTreeSet<ArticleIx>>().len()
    }

    /// `None` if all members are of one story.
    fn statement(&self, group: &[UnitId]) -> Option<Statement> {
        let of_group = || group.iter().flat_map(|unit| &self.units.get(*unit).places).copied();
        let tellings = self.tellings(of_group());
        if tellings < 2 {
            return None;
        }
        let mut members: Vec<Member> = Vec::new();
        for unit in group {
            members.extend(self.members(*unit, group));
        }
        members.sort_by_key(|member| (member.article, member.sentence));
        let conflict = conflict::differ(self.units, group, self.evidence);
        Some(Statement { id: 0, members, topics: self.topics(group), tellings, conflict })
    }

    /// Wordings that stand in several stories and are alike with no other.
    fn repeated(&self, groups: &[Vec<UnitId>]) -> Vec<Statement> {
        let grouped: FxHashSet<UnitId> = groups.iter().flatten().copied().collect();
        let alone = self.units.ids().filter(|unit| self.units.get(*unit).places.len() > 1 && !grouped.contains(unit));
        alone.filter_map(|unit| self.statement(&[unit])).collect()
    }

    fn members(&self, unit: UnitId, group: &[UnitId]) -> Vec<Member> {
        let others: Vec<UnitId> = group.iter().copied().filter(|other| *other != unit).collect();
        let best = others.iter().filter_map(|other| self.evidence.get(&candidates::key(unit, *other))).max();
        let own = self.units.get(unit);
        let is_certain = own.places.len() > 1 || self.tied.contains(&unit);
        let strength = if is_certain { 1_000 } else { strength(best.copied().unwrap_or(0)) };
        let words = |place: &Place| {
            let article = &self.articles[place.article.index()];
            words_of(article, article.sentences[place.sentence as usize].span)
        };
        // White space and quotation marks may differ between two prints of one wording; the words are the same ones.
        let first = words(&own.places[0]);
        let member = |place: &Place| {
            let here = words(place);
            let moved = |run: Span| {
                let start = first.iter().position(|word| word.start == run.start)?;
                let end = first.iter().position(|word| word.end == run.end)?;
                Some(Span { start: here.get(start)?.start, end: here.get(end)?.end })
            };
            let has = |token: usize| {
                let concept = own.wording.tokens[token].concept;
                own.places.len() > 1 || others.iter().any(|other| self.units.get(*other).wording.has(concept))
            };
            let [shared, different] =
                align::runs(&own.wording, has).map(|runs| runs.into_iter().filter_map(moved).collect());
            Member { article: place.article, sentence: place.sentence, strength, shared, different }
        };
        own.places.iter().map(member).collect()
    }

    fn topics(&self, group: &[UnitId]) -> Vec<TopicIx> {
        let mut counts: BTreeMap<TopicIx, usize> = BTreeMap::new();
        for topic in group.iter().flat_map(|unit| &self.units.get(*unit).topics) {
            *counts.entry(*topic).or_default() += 1;
        }
        let most: Vec<TopicIx> =
            counts.iter().filter(|(_, count)| **count * 2 >= group.len()).map(|(topic, _)| *topic).collect();
        if most.is_empty() { counts.into_keys().collect() } else { most }
    }
}

/// Evidence as a share of certainty, without a root or a power: half where as much speaks for it as against it.
fn strength(evidence: i32) -> u16 {
    let evidence = i64::from(evidence.clamp(-20_000, 20_000));
    let share = 500 + 500 * evidence / (evidence.abs() + 1_500);
    share.clamp(0, 1_000) as u16
}

#[cfg(test)]
mod tests;
