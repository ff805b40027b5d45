//! Makes statements of groups: their members with shared and different words, topics, tellings.

use super::conflict;
use super::evidence::Evidence;
use super::group::Ties;
use super::units::{UnitId, Units, said};
use super::wording::words_of;
use super::{Member, Statement, align};
use crate::analysis::duplicates::Story;
use crate::analysis::learn::Place;
use crate::model::{Article, ArticleIx, Span, TopicIx};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Makes statements of groups.
pub(super) struct Maker<'a> {
    articles: &'a [Arc<Article>],
    units: &'a Units<'a>,
    evidence: &'a Evidence,
    /// The lead of the story of each article that is not a lead.
    stories: FxHashMap<ArticleIx, ArticleIx>,
    /// What the reader put together.
    tied: FxHashSet<UnitId>,
}

impl<'a> Maker<'a> {
    pub fn new(
        articles: &'a [Arc<Article>],
        units: &'a Units<'a>,
        evidence: &'a Evidence,
        stories: &[Story],
        ties: &Ties,
    ) -> Self {
        let tied = ties.same.iter().flat_map(|(one, other)| [*one, *other]).collect();
        Self { articles, units, evidence, stories: story_of(stories), tied }
    }

    /// Of groups, and of wordings that stand in several stories and are alike with no other.
    pub fn statements(&self, groups: &[Vec<UnitId>]) -> Vec<Statement> {
        let grouped: FxHashSet<UnitId> = groups.iter().flatten().copied().collect();
        let alone = self.units.ids().filter(|unit| self.units.get(*unit).places.len() > 1 && !grouped.contains(unit));
        let repeated = alone.filter_map(|unit| self.statement(&[unit]));
        groups.iter().filter_map(|group| self.statement(group)).chain(repeated).collect()
    }

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

    fn members(&self, unit: UnitId, group: &[UnitId]) -> Vec<Member> {
        let others: Vec<UnitId> = group.iter().copied().filter(|other| *other != unit).collect();
        let best = others.iter().filter_map(|other| self.evidence.get(unit, *other)).max();
        let own = self.units.get(unit);
        let is_certain = own.places.len() > 1 || self.tied.contains(&unit);
        let strength = if is_certain { 1_000 } else { strength(best.unwrap_or(0)) };
        let words = |place: &Place| {
            let article = &self.articles[place.article.index()];
            words_of(article, said(article, article.sentences[place.sentence as usize].span))
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

fn story_of(stories: &[Story]) -> FxHashMap<ArticleIx, ArticleIx> {
    let of_story = |story: &Story| {
        let (lead, others) = (story.lead, story.others.clone());
        others.into_iter().map(move |member| (member.article, lead))
    };
    stories.iter().flat_map(of_story).collect()
}

/// Evidence as a share of certainty, without a root or a power: half where as much speaks for it as against it.
fn strength(evidence: i32) -> u16 {
    let evidence = i64::from(evidence.clamp(-20_000, 20_000));
    let share = 500 + 500 * evidence / (evidence.abs() + 1_500);
    share.clamp(0, 1_000) as u16
}
