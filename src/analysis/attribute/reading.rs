//! One article read: its sentences one after the other, then its quotations.

use super::clauses::{Clause, Rank, SentenceView};
use super::document::{Own, Turn, own_word, turns};
use super::lexicon::Lexicon;
use super::marks::{Marks, Name};
use super::memory::Memory;
use super::nouns::Phrase;
use super::quotes::{Quote, quotes};
use super::roles::home;
use super::units::{Gap, Unit, Units};
use super::who::{Scene, Who};
use super::{Attributed, Attribution, How, Quotation};
use crate::model::{Article, Language, ParagraphKind, Span, Speakers};
use std::ops::Range;

/// Units of the longest sentence that anybody says. A table without a stop must not take its square in time.
const LONGEST_SENTENCE: usize = 1000;
/// Units in which a sentence says what it is about.
const SUBJECT_WORDS: usize = 14;
/// The same for a state or an institution, which later words mostly do not mean.
const SUBJECT_BODY_WORDS: usize = 3;

pub(super) struct Reading<'a> {
    pub(super) article: &'a Article,
    pub(super) units: &'a Units,
    pub(super) scene: Scene<'a>,
    quotes: &'a [Quote],
    memory: Memory,
    /// By sentence: the attribution that it has by its own words.
    found: Vec<Option<Attribution>>,
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
        if !turns.is_empty() || own.is_some() {
            return reading.whole(own, &turns);
        }
        reading.read_sentences();
        reading.finish()
    }

    /// A text that is somebody's own word from the first line to the last, or word by word that of its turns.
    fn whole(&self, own: Option<Own>, turns: &[Turn]) -> Attributed {
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
        SentenceView { units, start, end, language: self.article.language, quotes }.clauses()
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
        for clause in clauses {
            let who =
                self.scene.resolve(&clause.source, &self.memory, sentence).filter(|who| fits(clause, who, quotes));
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
        fallback.map(|(who, clause)| self.say(sentence, who, clause, quotes))
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

    /// "It would be a mistake" after "Ushakov said so": what goes on as reported speech.
    fn carried_on(&self, sentence: usize, clauses: &[Clause]) -> Option<Attribution> {
        if !self.units.within[sentence].marks.is(Marks::REPORTED)
            || clauses.iter().any(|clause| clause.rank <= Rank::Main)
        {
            return None;
        }
        let said = self.found[sentence.checked_sub(1)?].as_ref().filter(|said| said.side.is_some())?;
        let [before, here] = [sentence - 1, sentence].map(|sentence| self.article.sentences[sentence].paragraph);
        // The German subjunctive tells it across paragraphs too, and so does "it would".
        let opens = self.units.all[self.units.sentences[sentence].clone()].first();
        let clear = self.article.language == Language::German || opens.is_some_and(|unit| unit.is(Marks::PRONOUN));
        let near = before == here || clear && before + 1 == here;
        let body = self.article.paragraphs[here as usize].kind == ParagraphKind::Body;
        let goes_on = near && body && self.is_reported(sentence);
        goes_on.then(|| Attribution { how: How::CarriedOn, ..said.clone() })
    }

    /// Whether the first verb of a sentence, as far as it is known, is one of reported speech.
    fn is_reported(&self, sentence: usize) -> bool {
        let units = &self.units.all[self.units.sentences[sentence].clone()];
        let anywhere = matches!(self.article.language, Language::Russian | Language::Ukrainian);
        let leans =
            |unit: &&Unit| anywhere || !unit.is(Marks::THAT | Marks::WHO | Marks::BREAK) || unit.is(Marks::DEFINITE);
        let mut main = units.iter().take(SUBJECT_WORDS).take_while(leans).filter(|unit| !unit.quoted);
        main.any(|unit| unit.is(Marks::REPORTED) && !unit.capital)
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
        let Some(at) = person.or_else(|| range.clone().take(SUBJECT_BODY_WORDS).find(body)) else { return };
        let phrase = Phrase { units: at..at + 1, joined: None };
        if let Some(who) = self.scene.resolve(&phrase, &self.memory, sentence) {
            self.memory.hear(who, sentence, self.units.all[at].span, false);
        }
    }

    fn finish(self) -> Attributed {
        let mut sentences: Vec<Option<Attribution>> = self.found.clone();
        let mut quotations: Vec<Quotation> = Vec::new();
        for quote in self.quotes {
            let quotation = self.quotation(quote, &sentences, quotations.last());
            if let Some(said) = quotation.attribution.and_then(|source| sentences[source].clone()) {
                let own = quotation.attribution.is_some_and(|source| quotation.sentences.contains(&source));
                let how = if own { How::Quoted } else { How::CarriedOn };
                for sentence in quotation.sentences.clone().filter(|sentence| self.covers(quote, *sentence)) {
                    sentences[sentence].get_or_insert_with(|| Attribution { how, ..said.clone() });
                }
            }
            quotations.push(quotation);
        }
        self.give_back(&mut sentences, &mut quotations);
        Attributed { sentences, quotations }
    }

    /// A quotation over several paragraphs may have its source behind the last.
    fn give_back(&self, sentences: &mut [Option<Attribution>], quotations: &mut [Quotation]) {
        for at in (1..quotations.len()).rev() {
            let source = quotations[at].attribution.filter(|_| self.quotes[at].goes_on);
            let reason = quotations[at].reason.clone();
            let before = &mut quotations[at - 1];
            if before.attribution.is_some() || source.is_none() {
                continue;
            }
            before.attribution = source;
            before.reason = reason;
            let Some(said) = source.and_then(|source| sentences[source].clone()) else { continue };
            for sentence in before.sentences.clone().filter(|sentence| self.covers(&self.quotes[at - 1], *sentence)) {
                sentences[sentence].get_or_insert_with(|| Attribution { how: How::Quoted, ..said.clone() });
            }
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
