//! One article read: its sentences one after the other, then its quotations.

use super::clauses::{Clause, Rank, SentenceView};
use super::document::{Own, Turn, own_word, turns};
use super::lexicon::Lexicon;
use super::marks::{Marks, Name};
use super::memory::Memory;
use super::nouns::{Phrase, right_of};
use super::quotes::{Quote, quotes};
use super::roles::home;
use super::units::{Gap, Unit, Units};
use super::who::{Scene, Who};
use super::{Attributed, Attribution, How, Quotation};
use crate::model::{Article, ParagraphKind, Span, Speakers};
use std::ops::Range;

/// Units of the longest sentence that anybody says. A table without a stop must not take its square in time.
const LONGEST_SENTENCE: usize = 1000;
/// Units in which a sentence says what it is about.
pub(super) const SUBJECT_WORDS: usize = 14;
/// The same for a state or an institution, which later words mostly do not mean.
const SUBJECT_BODY_WORDS: usize = 3;
/// The same for "a senior US official".
const SUBJECT_ROLE_WORDS: usize = 4;

pub(super) struct Reading<'a> {
    pub(super) article: &'a Article,
    pub(super) units: &'a Units,
    pub(super) scene: Scene<'a>,
    pub(super) quotes: &'a [Quote],
    memory: Memory,
    /// By sentence: the attribution that it has by its own words.
    pub(super) found: Vec<Option<Attribution>>,
    /// By sentence: all clauses of saying, the outermost first.
    pub(super) clauses: Vec<Vec<Clause>>,
}

impl<'a> Reading<'a> {
    pub fn of(article: &'a Article, lexicon: &Lexicon, speakers: &'a Speakers) -> Attributed {
        let quotes = quotes(article);
        let units = Units::of(article, lexicon, speakers, &quotes);
        let (text, language) = (article.text.as_str(), article.language);
        let (home, day) = (home(language, speakers), article.date);
        let scene = Scene { text, language, units: &units.all, sentences: &units.sentences, speakers, day, home };
        let memory = Memory::of_titles(&scene, &units);
        let mut reading =
            Reading { article, units: &units, scene, quotes: &quotes, memory, found: Vec::new(), clauses: Vec::new() };
        let own = own_word(article, &units, &scene, &reading.memory);
        let turns = turns(article, &units, &scene, own.as_ref());
        if own.is_some() {
            return reading.whole(own, &turns);
        }
        reading.read_sentences();
        match turns.is_empty() {
            true => reading.finish(),
            false => reading.finish_with_turns(&turns),
        }
    }

    /// A text that is somebody's own word from the first line to the last, or word by word that of its turns.
    pub(super) fn whole(&self, own: Option<Own>, turns: &[Turn]) -> Attributed {
        let mut turns = turns.iter().peekable();
        let mut turn: Option<&Turn> = None;
        let mut sentences = Vec::with_capacity(self.article.sentences.len());
        for sentence in 0..self.article.sentences.len() {
            turn = turns.next_if(|next| next.sentence == sentence).or(turn);
            let attribution = match (turn, &own) {
                (Some(turn), _) => Some(turn_attribution(turn)),
                (None, Some(own)) => Some(attribution(&own.who, own.reason.clone(), How::WholeArticle)),
                (None, None) => None,
            };
            sentences.push(attribution.filter(|_| self.speaks(sentence)));
        }
        let whole = |quote: &Quote| {
            let sentences = self.sentences_of(quote);
            let attribution = (!sentences.is_empty()).then_some(sentences.start);
            Quotation { span: quote.span, content: quote.span, sentences, attribution, reason: Vec::new() }
        };
        Attributed { sentences, quotations: self.quotes.iter().map(whole).collect() }
    }

    /// Whether a sentence is of the article and not of the page around it.
    fn speaks(&self, sentence: usize) -> bool {
        let paragraph = self.article.sentences[sentence].paragraph as usize;
        !matches!(self.article.paragraphs[paragraph].kind, ParagraphKind::Clutter | ParagraphKind::Meta)
    }

    fn read_sentences(&mut self) {
        for sentence in 0..self.units.sentences.len() {
            let clauses = if self.speaks(sentence) { self.clauses_of(sentence) } else { Vec::new() };
            let paragraph = self.article.sentences[sentence].paragraph as usize;
            let heading = self.article.paragraphs[paragraph].kind == ParagraphKind::Heading;
            // "What does he want?" between two parts of an article is nobody's word.
            let found = self.read(sentence, &clauses).filter(|said| !heading || said.how != How::CarriedOn);
            let found = found.or_else(|| self.carried_on(sentence, &clauses));
            self.clauses.push(clauses);
            if found.is_none() {
                self.note_subject(sentence);
            }
            self.found.push(found);
        }
    }

    fn clauses_of(&self, sentence: usize) -> Vec<Clause> {
        let Range { start, end } = self.units.sentences[sentence].clone();
        let units = &self.units.all;
        let within = self.units.within[sentence];
        if !within.marks.is(Marks::CUE) && !within.colon || end - start > LONGEST_SENTENCE {
            return Vec::new();
        }
        let quotes = self.has_quotes(sentence);
        let paragraph = self.article.sentences[sentence].paragraph as usize;
        let headline = self.article.paragraphs[paragraph].kind == ParagraphKind::Headline;
        SentenceView { units, start, end, language: self.article.language, quotes, headline }.clauses()
    }

    /// Whether a part of a sentence is quoted, or a quotation ends right before it.
    fn has_quotes(&self, sentence: usize) -> bool {
        let range = self.units.sentences[sentence].clone();
        let before = self.article.text[..self.article.sentences[sentence].span.start as usize].trim_end_matches(' ');
        self.units.all[range].iter().any(|unit| unit.quoted || unit.gap.has(Gap::QUOTE))
            || before.ends_with(['”', '"', '»'])
    }

    fn read(&mut self, sentence: usize, clauses: &[Clause]) -> Option<Attribution> {
        let quotes = !clauses.is_empty() && self.has_quotes(sentence);
        if clauses.iter().any(|clause| self.is_document(clause)) {
            self.note_body(sentence);
        }
        let mut fallback: Option<(Who, &Clause)> = None;
        for clause in clauses.iter().filter(|clause| clause.rank < Rank::Detail) {
            let spoke = self.goes_on_speaking(clause, sentence);
            let resolved = spoke.or_else(|| self.scene.resolve(&clause.source, &self.memory, sentence));
            let who = resolved.filter(|who| fits(clause, who, quotes));
            let Some(who) = who else {
                // Whatever stands further in is said by somebody who is not known, or by several at once.
                let said = clause.marks.is(Marks::SAID) && clause.rank <= Rank::Main;
                if said && !self.is_empty_source(&clause.source) {
                    break;
                }
                continue;
            };
            match &fallback {
                // A paper that passes on a named person's word is not the one who says it.
                None if who.is_paper || who.side.is_none() => fallback = Some((who, clause)),
                Some((paper, _)) if paper.is_paper && (who.is_paper || !who.is_named || who.side.is_none()) => {}
                Some((unknown, _)) if !unknown.is_paper && who.is_paper && !unknown.is_named => {
                    fallback = Some((who, clause));
                }
                Some((unknown, _)) if !unknown.is_paper => break,
                _ => return Some(self.say(sentence, who, clause, quotes)),
            }
        }
        let (who, clause) = fallback?;
        // "Two officials told Reuters": who they are only the paper knows.
        let paper = self.paper_told(clause).filter(|_| who.side.is_none() && !who.is_named);
        Some(self.say(sentence, paper.unwrap_or(who), clause, quotes))
    }

    fn paper_told(&self, clause: &Clause) -> Option<Who> {
        let next = self.units.all.get(clause.cue.end)?;
        self.scene.of_body(next).filter(|who| who.is_paper && !next.gap.has(Gap::ANY))
    }

    /// "…, he added": who spoke last in the same breath, whoever the sentences between are about.
    fn goes_on_speaking(&self, clause: &Clause, sentence: usize) -> Option<Who> {
        let source = &self.units.all[clause.source.units.clone()];
        let [pronoun] = source else { return None };
        let paragraph = |at: usize| self.article.sentences[at].paragraph;
        let near = sentence.checked_sub(2).is_some_and(|first| paragraph(first) == paragraph(sentence));
        (near && clause.rank == Rank::Aside && pronoun.is(Marks::PRONOUN))
            .then(|| self.memory.speaker(pronoun.marks, sentence))
            .flatten()
    }

    /// Notes who speaks.
    fn say(&mut self, sentence: usize, who: Who, clause: &Clause, quotes: bool) -> Attribution {
        let at = self.scene.span(&clause.source.units);
        let cue = self.scene.span(&clause.cue);
        let reason: Vec<Span> = [at, cue].into_iter().chain(who.named_at).collect();
        let how = match () {
            () if clause.rank == Rank::According => How::AccordingTo,
            () if quotes => How::Quoted,
            () if who.named_at.is_some() => How::CarriedOn,
            () => How::Said,
        };
        let attribution = attribution(&who, reason, how);
        let named = who.named_at.unwrap_or(at);
        self.memory.hear(who, sentence, named, true);
        attribution
    }

    /// "It is said": nobody is the source.
    fn is_empty_source(&self, source: &Phrase) -> bool {
        self.units.all[source.units.clone()].iter().all(|unit| unit.is(Marks::IT))
    }

    fn is_document(&self, clause: &Clause) -> bool {
        self.units.all[clause.source.units.clone()].iter().any(|unit| unit.is(Marks::DOCUMENT))
    }

    /// Notes the institution that a sentence is about, whose "a readout" in it then is.
    fn note_body(&mut self, sentence: usize) {
        let is_subject = |at: &usize| matches!(self.units.all[*at].name, Name::Body(_) | Name::Land(_));
        let Some(at) = self.units.sentences[sentence].clone().take(2).find(is_subject) else { return };
        let phrase = Phrase { units: at..at + 1, joined: None };
        if let Some(who) = self.scene.resolve(&phrase, &self.memory, sentence) {
            self.memory.hear(who, sentence, self.units.all[at].span, true);
        }
    }

    fn role_that_opens(&self, sentence: Range<usize>) -> Option<Phrase> {
        let units = &self.units.all;
        let phrase =
            right_of(units, sentence.start, sentence.end).filter(|phrase| phrase.units.start == sentence.start)?;
        let role = |unit: &Unit| unit.is(Marks::ROLE) && !unit.is(Marks::GROUP);
        units[phrase.units.clone()].iter().take(SUBJECT_ROLE_WORDS).any(role).then_some(phrase)
    }

    /// Notes whom a sentence is about, for the pronouns after it.
    fn note_subject(&mut self, sentence: usize) {
        let (units, range) = (&self.units.all, self.units.sentences[sentence].clone());
        let person =
            |at: &usize| matches!(units[*at].name, Name::Person(_)) && !units[*at].genitive && !units[*at].quoted;
        // A state or an institution only where it opens the sentence: "Moscow has massed troops."
        let body = |at: &usize| {
            let behind =
                *at > range.start && units[*at - 1].is(Marks::PREPOSITION) && !units[*at - 1].is(Marks::DEFINITE);
            matches!(units[*at].name, Name::Body(_) | Name::Land(_)) && !units[*at].genitive && !behind
        };
        let people = self.units.within[sentence].people;
        let person = people.then(|| range.clone().take(SUBJECT_WORDS).find(person)).flatten();
        let phrase = match person {
            Some(at) => Some(Phrase { units: at..at + 1, joined: None }),
            // "A senior US official briefed reporters."
            None => self.role_that_opens(range.clone()).or_else(|| {
                let at = range.clone().take(SUBJECT_BODY_WORDS).find(body)?;
                Some(Phrase { units: at..at + 1, joined: None })
            }),
        };
        let Some(phrase) = phrase else { return };
        if let Some(who) = self.scene.resolve(&phrase, &self.memory, sentence) {
            self.memory.hear(who, sentence, self.scene.span(&phrase.units), false);
        }
    }

    pub(super) fn sentences_of(&self, quote: &Quote) -> Range<usize> {
        let sentences = &self.article.sentences;
        let start = sentences.partition_point(|sentence| sentence.span.end <= quote.span.start);
        let end = sentences.partition_point(|sentence| sentence.span.start < quote.span.end);
        start..end.max(start)
    }

    /// Whether at least half of a sentence is quoted.
    pub(super) fn covers(&self, quote: &Quote, sentence: usize) -> bool {
        let span = self.article.sentences[sentence].span;
        quote.span.clip(span).is_some_and(|part| part.len() * 2 >= span.len())
    }
}

/// Whether a verb counts of such a source.
fn fits(clause: &Clause, who: &Who, quotes: bool) -> bool {
    clause.marks.is(Marks::SAID | Marks::ACCORDING) || quotes || (who.side.is_some() && clause.rank <= Rank::Main)
}

fn attribution(who: &Who, reason: Vec<Span>, how: How) -> Attribution {
    Attribution { side: who.side, speaker: who.name.clone(), reason, how }
}

/// Those who ask are named by nothing but their label.
fn turn_attribution(turn: &Turn) -> Attribution {
    match &turn.who {
        Some(who) => attribution(who, vec![turn.label], How::Turn),
        None => Attribution { side: None, speaker: "Question".to_owned(), reason: vec![turn.label], how: How::Turn },
    }
}
