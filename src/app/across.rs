//! What is found across articles, as the window has it: asked for when something changed, and led together with the
//! reader's own word.
//!
//! What was found belongs to the articles and the tree that it was found with; when those change it is dropped until
//! the background job has looked again. Leaves out the tables and rows that are made of it.

use super::state::State;
use super::view::{Only, Whose};
use crate::analysis::Group;
use crate::analysis::across::{Across, Standing};
use crate::model::{Anchor, Article, ArticleIx, Findings, Passage, SideIx, Span, StatementPair, StatementPlace};
use crate::store::Topics;
use crate::store::speakers::SpeakersFault;
use crate::work::{AcrossTask, Collection, MOST_ACROSS};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// After a change the reader makes more of them; the job waits for a pause.
const PAUSE: Duration = Duration::from_millis(400);
/// What was found, and when to look again.
#[derive(Default)]
pub struct LookAcross {
    found: Option<Arc<Across>>,
    /// What was found the last time, also if it is of yesterday: who says what in an article holds as long as it does.
    last: Option<Arc<Across>>,
    /// The tree that the links were made by.
    topics: Option<Arc<Topics>>,
    /// Counts up whenever it is asked for; only the newest answer counts.
    asked: u64,
    /// For what it was last asked.
    asked_for: Option<Key>,
    due: Option<Instant>,
    /// When it was last asked for, and how long the last answer took.
    started: Option<Instant>,
    took: Duration,
    /// The generation of the articles that was last compared with what was found.
    seen: u64,
    /// Counts up with the reader's word on it.
    said_revision: u64,
    findings: Findings,
    /// By article and sentence: the place in [`Findings::says`].
    says: BTreeMap<(ArticleIx, u32), usize>,
    /// Copies and versions were found for this question.
    pub(super) stories: u64,
    /// Counts up whenever something on the screen may be another.
    pub revision: u64,
    fault: Option<SpeakersFault>,
}

/// What an answer depends on: the articles and their links, their stories, the reader's word.
type Key = (u64, u64, u64);

/// Who says a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who<'a> {
    pub side: Option<SideIx>,
    /// The side's name as the screen shows it.
    pub side_name: Option<&'a str>,
    pub speaker: &'a str,
    /// Words of the article that show it; none where the reader said so.
    pub reason: &'a [Span],
    pub by_reader: bool,
}

impl LookAcross {
    /// What was found, if it is known.
    pub fn found(&self) -> Option<&Arc<Across>> {
        self.found.as_ref()
    }
}

impl Who<'_> {
    /// "Russia · Putin".
    pub fn words(&self) -> String {
        match self.side_name {
            Some(side) if self.speaker.is_empty() || self.speaker == side => side.to_owned(),
            Some(side) => format!("{side} · {}", self.speaker),
            None => self.speaker.to_owned(),
        }
    }
}

impl State {
    /// Looks after what is found across articles. Once a frame.
    pub(super) fn tend_across(&mut self, now: Instant) {
        if self.across.seen != self.generation {
            self.across.seen = self.generation;
            self.drop_if_stale();
            self.find_says();
        }
        if self.progress.is_some() || self.jobs.is_busy() || self.library.articles.is_empty() {
            return;
        }
        let stories_known = self.library.articles.len() < 2 || self.across.stories == self.stories_asked;
        let key = (self.generation, self.stories_asked, self.across.said_revision);
        if self.across.asked_for != Some(key) && stories_known && self.across.due.is_none() {
            // Of a large collection it takes long: looked for after every click it would never rest.
            let pause = if self.across.asked_for.is_some() { PAUSE.max(self.across.took) } else { Duration::ZERO };
            self.across.due = Some(now + pause);
        }
        if stories_known && self.across.due.is_some_and(|due| due <= now) {
            self.across.due = None;
            self.across.asked_for = Some(key);
            self.look_across();
        }
    }

    /// When the window is to be woken to look again.
    pub fn across_due(&self) -> Option<Instant> {
        self.across.due
    }

    /// Whether the collection is too large to look across its articles.
    pub fn too_many_to_look_across(&self) -> bool {
        self.library.articles.len() > MOST_ACROSS
    }

    fn look_across(&mut self) {
        if self.too_many_to_look_across() {
            return;
        }
        self.across.asked += 1;
        self.across.started = Some(Instant::now());
        self.across.topics = self.library.topics().cloned();
        let folder = match &self.library.source {
            crate::model::Source::Sample => None,
            crate::model::Source::Folder(folder) => Some(folder.clone()),
        };
        let rounds = self.marks.findings.rounds.iter().map(|one| (one.article.clone(), one.round.clone())).collect();
        let collection = Collection {
            articles: self.library.articles.clone(),
            links: self.library.links.clone(),
            stories: self.library.stories().to_vec(),
            pairs: self.pairs_as_now(),
            rounds,
        };
        let task = AcrossTask { collection, folder, before: self.across.last.clone() };
        self.jobs.look_across(task, self.across.asked);
    }

    /// The reader's pairs with their places led over to the articles as they are now.
    fn pairs_as_now(&self) -> Vec<StatementPair> {
        let now = |place: &StatementPlace| {
            let article = self.library.article(self.library.find(&place.article)?)?;
            let span = self.place_of_mark(article, &place.anchor, place.fingerprint)?;
            let (anchor, fingerprint) = (Anchor::describe(&article.text, span), Some(article.fingerprint));
            Some(StatementPlace { article: place.article.clone(), anchor, fingerprint })
        };
        let pairs = self.marks.findings.pairs.iter();
        pairs.filter_map(|pair| Some(StatementPair { a: now(&pair.a)?, b: now(&pair.b)?, same: pair.same })).collect()
    }

    pub(super) fn across_found(&mut self, asked: u64, across: Arc<Across>, fault: Option<SpeakersFault>) {
        if asked != self.across.asked || !self.is_of_today(&across) {
            return;
        }
        if let Some(fault) = fault.as_ref().filter(|fault| self.across.fault.as_ref() != Some(fault)) {
            self.notices.problem(format!("{fault}. Going on with the speakers that come with Readout"));
        }
        self.across.took = self.across.started.take().map_or(Duration::ZERO, |started| started.elapsed());
        self.across.fault = fault;
        self.across.last = Some(Arc::clone(&across));
        self.across.found = Some(across);
        self.find_says();
        self.list();
    }

    fn is_of_today(&self, across: &Across) -> bool {
        let same_tree = match (&self.across.topics, self.library.topics()) {
            (Some(then), Some(now)) => Arc::ptr_eq(then, now),
            (then, now) => then.is_none() && now.is_none(),
        };
        same_tree && self.library.has_just(&across.articles)
    }

    fn drop_if_stale(&mut self) {
        if self.across.found.as_ref().is_some_and(|found| !self.is_of_today(found)) {
            self.across.found = None;
        }
        self.across.revision += 1;
    }

    /// The reader's marks changed.
    pub(super) fn findings_changed(&mut self) {
        if self.across.findings == self.marks.findings {
            return;
        }
        let Findings { pairs, rounds, .. } = &self.across.findings;
        if (pairs, rounds) != (&self.marks.findings.pairs, &self.marks.findings.rounds) {
            self.across.said_revision += 1;
        }
        self.find_says();
        self.list();
    }

    /// The reader's word was led over to articles that have changed.
    pub(super) fn findings_carried(&mut self) {
        self.across.said_revision += u64::from(!self.marks.findings.pairs.is_empty());
        self.find_says();
    }

    /// Leads the reader's word on who says what over to the sentences as they are now.
    fn find_says(&mut self) {
        self.across.findings.clone_from(&self.marks.findings);
        let place = |number: usize| {
            let says = &self.marks.findings.says[number];
            let ix = self.library.find(&says.article)?;
            let article = self.library.article(ix)?;
            let span = self.place_of_mark(article, &says.anchor, Some(says.fingerprint))?;
            Some(((ix, sentence_at(article, span)?), number))
        };
        let says = (0..self.marks.findings.says.len()).filter_map(place).collect();
        self.across.says = says;
        self.across.revision += 1;
    }

    /// Who says a sentence; the reader's word goes first.
    pub fn who_says(&self, article: ArticleIx, sentence: u32) -> Option<Who<'_>> {
        let speakers = self.across.found.as_ref().map(|found| &found.speakers);
        if let Some(says) = self.says_of_reader(article, sentence) {
            let side = says.side.as_deref().and_then(|id| speakers?.find_side(id));
            let side_name = side.and_then(|side| Some(speakers?.side(side).name.as_str())).or(says.side.as_deref());
            let who = Who { side, side_name, speaker: &says.speaker, reason: &[], by_reader: true };
            return (!says.speaker.is_empty() || side_name.is_some()).then_some(who);
        }
        let attribution = self.across.found.as_ref()?.attribution(article, sentence)?;
        let side_name = attribution.side.and_then(|side| Some(speakers?.side(side).name.as_str()));
        let (speaker, reason) = (attribution.speaker.as_str(), attribution.reason.as_slice());
        Some(Who { side: attribution.side, side_name, speaker, reason, by_reader: false })
    }

    /// What the reader says of who says a sentence.
    pub fn says_of_reader(&self, article: ArticleIx, sentence: u32) -> Option<&crate::model::Says> {
        let number = self.across.says.get(&(article, sentence))?;
        self.marks.findings.says.get(*number)
    }

    /// How a sentence stands among the articles.
    pub fn standing(&self, article: ArticleIx, sentence: u32) -> Standing {
        self.across.found.as_ref().map_or(Standing::Unknown, |found| found.standing(article, sentence))
    }

    /// How many entries of a list no other article of their round says, and how many each side says.
    pub(super) fn count_across(&self, groups: &[Group]) -> (usize, Vec<(Whose, usize)>) {
        let (mut alone, mut sides) = (0, BTreeMap::new());
        if let Only::Whose(whose) = self.view.only {
            sides.insert(whose, 0); // What is chosen can be left again.
        }
        if self.across.found.is_none() {
            return (alone, sides.into_iter().collect());
        }
        for entry in groups.iter().flat_map(|group| &group.entries) {
            let Some(passage) = self.library.passages(entry.article).get(entry.passage as usize) else { continue };
            alone += usize::from(self.is_alone(entry.article, passage));
            *sides.entry(self.whose(entry.article, passage.sentence)).or_default() += 1;
        }
        (alone, sides.into_iter().collect())
    }

    pub(super) fn is_alone(&self, article: ArticleIx, passage: &Passage) -> bool {
        self.across.found.as_ref().is_some_and(|found| found.is_alone(article, passage.sentence))
    }

    pub(super) fn whose(&self, article: ArticleIx, sentence: u32) -> Whose {
        self.who_says(article, sentence).and_then(|who| who.side).map_or(Whose::Nobody, Whose::Side)
    }

    /// The name of a side, as the head of its passages.
    pub fn whose_name(&self, whose: Whose) -> &str {
        let Whose::Side(side) = whose else { return "No side named" };
        let sides = self.across.found.as_ref().map(|found| found.speakers.sides.as_slice()).unwrap_or_default();
        sides.get(side.index()).map_or("", |side| &side.name)
    }
}

/// The sentence that `span` begins in.
pub(super) fn sentence_at(article: &Article, span: Span) -> Option<u32> {
    let number = article.sentences.partition_point(|sentence| sentence.span.end <= span.start);
    article.sentences.get(number).filter(|sentence| sentence.span.overlaps(span)).map(|_| number as u32)
}
