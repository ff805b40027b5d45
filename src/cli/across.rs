//! The articles of a command with what is found across them: for who says what, and for statements.
//!
//! All articles are held in memory, because each is compared with the others.

use super::input::Articles;
use super::output::{Failure, Output};
use super::said::Marked;
use crate::analysis::across::Across;
use crate::analysis::attribute::{Attributed, Attributor};
use crate::analysis::duplicates::{Facts, Sketch, find_stories};
use crate::analysis::{LinkWorker, Linker};
use crate::model::{
    Anchor, Article, ArticleIx, Findings, Fingerprint, MarkId, Passage, Says, Span, StatementPair, StatementPlace,
    TopicTree,
};
use crate::store::{Loaded, speakers};
use crate::work::{Collection, MOST_ACROSS, find_across, who_says_what};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) struct Collected {
    pub articles: Vec<Arc<Article>>,
    /// What the rules found, by article.
    pub found: Vec<Vec<Passage>>,
    pub across: Across,
    /// What the reader said of who says a sentence: side and speaker.
    says: BTreeMap<(usize, u32), (Option<String>, String)>,
}

/// One article as a thread leaves it.
struct Looked {
    article: Arc<Article>,
    found: Vec<Passage>,
    links: Vec<Passage>,
    sketch: Sketch,
    said: Arc<Attributed>,
}

impl Collected {
    pub(super) fn read(
        articles: &Articles,
        tree: &TopicTree,
        loaded: Option<&Loaded>,
        output: &mut Output,
    ) -> Result<Self, Failure> {
        let (speakers, fault) = speakers::in_force(articles.folder());
        if let Some(fault) = fault {
            return Err(Failure::Wrong(fault.to_string()));
        }
        let (attributor, linker, marked) = (Attributor::new(&speakers), Linker::new(tree), Marked::of(loaded));
        let look = |worker: &mut LinkWorker, article: &Article| {
            let found = worker.link(article);
            let links = marked.decided(article, tree, found.clone());
            let said = Arc::new(who_says_what(&attributor, article));
            Looked { article: Arc::new(article.clone()), found, links, sketch: Sketch::of(article), said }
        };
        let (mut all, mut found, mut links, mut sketches, mut said) =
            <(Vec<_>, Vec<_>, Vec<_>, Vec<_>, Vec<_>)>::default();
        articles.each(
            output,
            || linker.worker(),
            look,
            |looked: Looked, _| {
                all.push(looked.article);
                found.push(looked.found);
                links.push(Arc::new(looked.links));
                sketches.push(looked.sketch);
                said.push(looked.said);
                Ok(())
            },
        )?;
        let findings = loaded.map(|loaded| loaded.session.marks.findings.clone()).unwrap_or_default();
        let today = Today { articles: &all, marked: &marked };
        let (says, pairs) = (today.says(&findings), today.pairs(&findings));
        let across = across(&all, links, &sketches, said, speakers, Findings { pairs, ..findings });
        Ok(Self { articles: all, found, across, says })
    }

    /// Id of the side and the name of who says a sentence.
    pub(super) fn who(&self, article: usize, sentence: u32) -> (Option<&str>, Option<&str>) {
        if let Some((side, speaker)) = self.says.get(&(article, sentence)) {
            return (side.as_deref(), Some(speaker.as_str()).filter(|speaker| !speaker.is_empty()));
        }
        let said = self.across.said.get(article).and_then(|said| said.sentences.get(sentence as usize)?.as_ref());
        let side = said.and_then(|said| said.side).map(|side| self.across.speakers.side(side).id.as_str());
        (side, said.map(|said| said.speaker.as_str()))
    }

    /// Ids of the statements that a sentence takes part in.
    pub(super) fn statements(&self, article: usize, sentence: u32) -> Vec<String> {
        let statements = self.across.statements.of(ArticleIx::new(article), sentence).iter();
        statements.map(|ix| MarkId(self.across.statements.get(*ix).id).to_string()).collect()
    }
}

/// Leads what the reader said over to the articles as they are now.
struct Today<'a> {
    articles: &'a [Arc<Article>],
    marked: &'a Marked<'a>,
}

impl Today<'_> {
    fn find(&self, path: &str, anchor: &Anchor, made: Option<Fingerprint>) -> Option<(usize, Span)> {
        let ix = self.articles.iter().position(|article| article.path == path)?;
        let made = made.unwrap_or(self.articles[ix].fingerprint);
        let span = self.marked.places(&self.articles[ix], &[(anchor, made)])[0]?;
        Some((ix, span))
    }

    fn says(&self, findings: &Findings) -> BTreeMap<(usize, u32), (Option<String>, String)> {
        let place = |says: &Says| {
            let (ix, span) = self.find(&says.article, &says.anchor, Some(says.fingerprint))?;
            let sentence = self.articles[ix].sentences.iter().position(|sentence| sentence.span.overlaps(span))?;
            Some(((ix, sentence as u32), (says.side.clone(), says.speaker.clone())))
        };
        findings.says.iter().filter_map(place).collect()
    }

    fn pairs(&self, findings: &Findings) -> Vec<StatementPair> {
        let now = |place: &StatementPlace| {
            let (ix, span) = self.find(&place.article, &place.anchor, place.fingerprint)?;
            let article = &self.articles[ix];
            let anchor = Anchor::describe(&article.text, span);
            Some(StatementPlace { article: place.article.clone(), anchor, fingerprint: Some(article.fingerprint) })
        };
        let pairs = findings.pairs.iter();
        pairs.filter_map(|pair| Some(StatementPair { a: now(&pair.a)?, b: now(&pair.b)?, same: pair.same })).collect()
    }
}

fn across(
    articles: &[Arc<Article>],
    links: Vec<Arc<Vec<Passage>>>,
    sketches: &[Sketch],
    said: Vec<Arc<Attributed>>,
    speakers: crate::model::Speakers,
    findings: Findings,
) -> Across {
    let speakers = Arc::new(speakers);
    if articles.len() > MOST_ACROSS {
        let mut across = Across::default();
        (across.said, across.speakers) = (said, speakers);
        return across;
    }
    let facts: Vec<Facts> = articles.iter().zip(sketches).map(|(article, sketch)| Facts::of(article, sketch)).collect();
    let stories = find_stories(&facts);
    let rounds = findings.rounds.into_iter().map(|one| (one.article, one.round)).collect();
    let collection = Collection { articles: articles.to_vec(), links, stories, pairs: findings.pairs, rounds };
    find_across(collection, said, speakers, &|| false).expect("nobody cancels")
}
