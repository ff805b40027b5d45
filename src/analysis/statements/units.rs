//! The sentences of a collection, each wording once: what is compared.
//!
//! Agency wording stands in hundreds of articles. Sentences with the same words in the same order are one unit, so that
//! they are compared once. Headlines and headings say what the text says again and are left out; so is what no rule is
//! looked for in.

use super::Place;
use super::lexicon::Lexicon;
use super::weights::Weights;
use super::wording::{ConceptId, Wording};
use crate::analysis::duplicates::normal::mix;
use crate::analysis::rounds::{RoundIx, Rounds};
use crate::model::{Article, ArticleIx, ParagraphKind, Passage, Span, TopicIx};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Fewer words with content make no claim.
const FEWEST_WORDS: usize = 2;
/// The same where people keep a transcript going: "With that, I'll take your questions."
const FEWEST_ON_STAGE: usize = 6;
/// Articles between two looks whether it is still wanted.
const BATCH: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct UnitId(pub u32);

impl UnitId {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

pub(super) struct Unit {
    /// Where it stands, in the order of the collection. At least one.
    pub places: Vec<Place>,
    pub wording: Wording,
    /// Of the first place, ascending.
    pub topics: Vec<TopicIx>,
    /// Of the article of the first place.
    pub round: Option<RoundIx>,
    /// For whom the first acts that it names of states and people; for whom all do, in order.
    pub actor: Option<ConceptId>,
    pub sides: Vec<ConceptId>,
    /// What the sentence before it names, where it leans on it; in order.
    pub context: Vec<ConceptId>,
    /// Sum of the weights of its concepts.
    pub weight: i32,
}

impl Unit {
    pub fn new(wording: Wording, places: Vec<Place>, topics: Vec<TopicIx>, round: Option<RoundIx>) -> Self {
        let (actor, sides, context) = (None, Vec::new(), Vec::new());
        Self { places, wording, topics, round, actor, sides, context, weight: 0 }
    }

    pub fn weigh(&mut self, weights: &Weights) {
        self.weight = self.wording.concepts.iter().map(|(concept, _)| weights.within(*concept, &self.wording)).sum();
    }

    /// `sides`: by concept, for whom it acts.
    fn take_sides(&mut self, sides: &[ConceptId]) {
        let side = |concept: &ConceptId| sides[concept.0 as usize];
        self.actor = self.wording.particulars.actor.as_ref().map(side);
        self.sides = self.wording.parties.iter().map(side).collect();
        self.sides.sort_unstable();
        self.sides.dedup();
    }
}

pub(super) struct Units<'a> {
    pub list: Vec<Unit>,
    /// By article and sentence.
    by_place: Vec<Vec<Option<UnitId>>>,
    pub weights: Weights,
    pub lexicon: Lexicon<'a>,
}

impl<'a> Units<'a> {
    /// `alone`: places that the reader spoke of, each a unit of its own. `None` if it was cancelled.
    pub fn read(
        articles: &[Arc<Article>],
        links: &[Arc<Vec<Passage>>],
        rounds: &'a Rounds,
        alone: &FxHashSet<Place>,
        is_cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let mut reading = Reading { lexicon: Lexicon::with_people_of(rounds), ..Reading::default() };
        for (number, article) in articles.iter().enumerate() {
            if number % BATCH == 0 && is_cancelled() {
                return None;
            }
            let ix = ArticleIx::new(number);
            let round = rounds.of(ix);
            reading.article(ix, article, links.get(number).map_or(&[], |links| links.as_slice()), round, alone);
        }
        Some(reading.finish())
    }

    pub fn get(&self, unit: UnitId) -> &Unit {
        &self.list[unit.index()]
    }

    pub fn at(&self, place: Place) -> Option<UnitId> {
        *self.by_place.get(place.article.index())?.get(place.sentence as usize)?
    }

    /// The one that stands so many sentences after the first place of `unit`, or before it.
    pub fn beside(&self, unit: UnitId, by: i32) -> Option<UnitId> {
        let place = self.get(unit).places[0];
        self.at(Place { sentence: place.sentence.checked_add_signed(by)?, ..place })
    }

    pub fn ids(&self) -> impl Iterator<Item = UnitId> + use<> {
        (0..self.list.len() as u32).map(UnitId)
    }
}

#[derive(Default)]
struct Reading<'a> {
    lexicon: Lexicon<'a>,
    list: Vec<Unit>,
    by_place: Vec<Vec<Option<UnitId>>>,
    by_words: FxHashMap<u64, UnitId>,
}

impl<'a> Reading<'a> {
    fn article(
        &mut self,
        ix: ArticleIx,
        article: &Article,
        passages: &[Passage],
        round: Option<RoundIx>,
        alone: &FxHashSet<Place>,
    ) {
        self.by_place.push(vec![None; article.sentences.len()]);
        let mut before: Option<(u32, Vec<ConceptId>)> = None;
        for (sentence, number) in article.sentences.iter().zip(0..) {
            let kind = article.paragraphs[sentence.paragraph as usize].kind;
            if !matches!(kind, ParagraphKind::Body | ParagraphKind::Quote | ParagraphKind::ListItem) {
                continue;
            }
            let start = passages.partition_point(|passage| passage.sentence < number);
            let linked = passages[start..].iter().take_while(|passage| passage.sentence == number);
            let matched: Vec<Span> = linked.clone().flat_map(Passage::matched_words).collect();
            let place = Place { article: ix, sentence: number };
            if is_question(article, sentence.span) && !alone.contains(&place) {
                continue;
            }
            let wording = self.lexicon.read(article, said(article, sentence.span), &matched);
            let claims = self.lexicon.claims(&wording);
            if claims < FEWEST_WORDS || (claims < FEWEST_ON_STAGE && wording.has_stage && wording.has_speaker) {
                continue;
            }
            let mut topics: Vec<TopicIx> = linked.map(|passage| passage.topic).collect();
            topics.sort_unstable();
            topics.dedup();
            let named = self.lexicon.named(&wording);
            let mut unit = Unit::new(wording, vec![place], topics, round);
            if let Some((last, context)) = before.replace((number, named))
                && last + 1 == number
                && unit.wording.leans
            {
                unit.context = context;
            }
            self.place(place, unit, alone.contains(&place));
        }
    }

    fn place(&mut self, place: Place, unit: Unit, is_alone: bool) {
        let words = unit.wording.stems.iter().fold(0, |hash, stem| mix(hash ^ u64::from(*stem + 1)));
        let next = UnitId(self.list.len() as u32);
        let id = if is_alone { next } else { *self.by_words.entry(words).or_insert(next) };
        if id == next {
            self.list.push(unit);
        } else {
            self.list[id.index()].places.push(place);
        }
        self.by_place[place.article.index()][place.sentence as usize] = Some(id);
    }

    fn finish(mut self) -> Units<'a> {
        self.lexicon.tell_names();
        let mut frequencies = vec![0; self.lexicon.len()];
        let topics = self.list.iter().flat_map(|unit| unit.topics.last()).max().map_or(0, |topic| topic.index() + 1);
        let mut topic_frequencies = vec![0; topics];
        for unit in &self.list {
            unit.wording.concepts.iter().for_each(|(concept, _)| frequencies[concept.0 as usize] += 1);
            unit.topics.iter().for_each(|topic| topic_frequencies[topic.index()] += 1);
        }
        let weights = Weights::new(self.list.len(), &frequencies, &topic_frequencies, &self.lexicon);
        let sides = self.lexicon.sides();
        for unit in &mut self.list {
            unit.weigh(&weights);
            unit.take_sides(&sides);
        }
        Units { list: self.list, by_place: self.by_place, weights, lexicon: self.lexicon }
    }
}

/// A question says nothing.
fn is_question(article: &Article, sentence: Span) -> bool {
    sentence.text(&article.text).trim_end_matches(['"', '“', '”', '»', ')', '*', ' ']).ends_with('?')
}

/// What a sentence says, without the name of the speaker before it in a transcript: "MS. PSAKI:".
pub(super) fn said(article: &Article, sentence: Span) -> Span {
    let text = sentence.text(&article.text);
    let is_name = |words: &str| words.contains(char::is_alphabetic) && !words.contains(char::is_lowercase);
    match text.split_once(':') {
        Some((label, _)) if is_name(label) => {
            Span::new(sentence.start as usize + label.len() + 1, sentence.end as usize)
        }
        _ => sentence,
    }
}
