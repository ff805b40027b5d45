//! Sentences that carry on what another says: reported speech, quotations, "об этом сообщил Песков", and what stands
//! between two sentences of one speaker. Leaves out: plain facts behind them.

use super::clauses::{Clause, Rank};
use super::document::Turn;
use super::marks::Marks;
use super::reading::{Reading, SUBJECT_WORDS};
use super::units::Unit;
use super::{Attributed, Attribution, How, Quotation};
use crate::model::{Language, ParagraphKind};

/// Turns that a text may have that is no transcript: "Lavrov: no plans" over a paragraph of a ticker.
const FEW_TURNS: usize = 8;

impl Reading<'_> {
    /// "It would be a mistake" after "Ushakov said so": what goes on as reported speech.
    pub(super) fn carried_on(&self, sentence: usize, clauses: &[Clause]) -> Option<Attribution> {
        if !self.units.within[sentence].marks.is(Marks::REPORTED)
            || clauses.iter().any(|clause| clause.rank <= Rank::Main)
        {
            return None;
        }
        // "And if Russia attacks? That would cost it dearly."
        let asked = |at: &usize| self.found[*at].is_none() && self.is_question(*at);
        let previous = sentence.checked_sub(1)?;
        let previous = if asked(&previous) { previous.checked_sub(1)? } else { previous };
        let said = self.found[previous].as_ref().filter(|said| said.side.is_some())?;
        let [before, here] = [previous, sentence].map(|sentence| self.article.sentences[sentence].paragraph);
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
        main.any(|unit| unit.is(Marks::REPORTED) && (!unit.capital || anywhere))
    }

    fn is_question(&self, sentence: usize) -> bool {
        self.article.sentences[sentence].span.text(&self.article.text).trim_end().ends_with('?')
    }

    pub(super) fn finish(self) -> Attributed {
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
        self.give_to_sentence_before(&mut sentences);
        self.fill_between(&mut sentences);
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

    /// "Об этом сообщил Песков", "Das sagte Biden": the sentence before is what he said.
    fn give_to_sentence_before(&self, sentences: &mut [Option<Attribution>]) {
        for at in 1..sentences.len() {
            let units = &self.units.all[self.units.sentences[at].clone()];
            let points_back = match units {
                [first, second, ..] if first.is(Marks::DEFINITE) => first.is(Marks::BACK) && second.is(Marks::SAID),
                [first, ..] => first.is(Marks::BACK),
                [] => false,
            };
            let body = |at: usize| {
                self.article.paragraphs[self.article.sentences[at].paragraph as usize].kind == ParagraphKind::Body
            };
            if points_back && sentences[at - 1].is_none() && body(at - 1) && body(at) {
                let said = sentences[at].clone().filter(|said| said.side.is_some());
                sentences[at - 1] = said.map(|said| Attribution { how: How::CarriedOn, ..said });
            }
        }
    }

    /// "He was ready, Putin said. Relations are bad. They may break, he added": what stands between is his too.
    fn fill_between(&self, sentences: &mut [Option<Attribution>]) {
        for at in 1..sentences.len().saturating_sub(1) {
            let [before, next] = [&sentences[at - 1], &sentences[at + 1]];
            let (Some(before), Some(next)) = (before, next) else { continue };
            let paragraph = |at: usize| self.article.sentences[at].paragraph;
            let together = paragraph(at - 1) == paragraph(at + 1);
            let one = before.speaker == next.speaker && before.side == next.side && before.side.is_some();
            let alone = sentences[at].is_none() && !self.clauses[at].iter().any(|clause| clause.rank <= Rank::Main);
            if together && one && alone && self.is_aside(at + 1) && !self.is_question(at) {
                sentences[at] = Some(Attribution { how: How::CarriedOn, ..before.clone() });
            }
        }
    }

    /// Whether a sentence tells only behind what is said that somebody says it.
    fn is_aside(&self, sentence: usize) -> bool {
        self.clauses[sentence].first().is_some_and(|clause| clause.rank == Rank::Aside)
    }

    /// What stands before the first turn is told like any news, and so is what follows a few names with colons: a
    /// paragraph in which somebody is said to say something.
    pub(super) fn finish_with_turns(self, turns: &[Turn]) -> Attributed {
        let (found, sentences, first) = (self.found.clone(), &self.article.sentences, turns[0].sentence);
        let spoken = self.whole(None, turns);
        let mut read = self.finish();
        let news = |paragraph: u32| {
            let first = sentences.partition_point(|sentence| sentence.paragraph < paragraph);
            let here = sentences[first..].iter().take_while(|sentence| sentence.paragraph == paragraph).count();
            turns.len() < FEW_TURNS
                && found[first..first + here].iter().flatten().any(|said| said.how != How::CarriedOn)
        };
        for at in first..sentences.len() {
            let turn = turns.iter().rev().find(|turn| turn.sentence <= at).map_or(at, |turn| turn.sentence);
            if sentences[turn].paragraph == sentences[at].paragraph || !news(sentences[at].paragraph) {
                read.sentences[at] = spoken.sentences[at].clone();
            }
        }
        read.quotations.retain(|quotation| quotation.sentences.start < first);
        read.quotations.extend(spoken.quotations.into_iter().filter(|quotation| quotation.sentences.start >= first));
        read
    }
}
