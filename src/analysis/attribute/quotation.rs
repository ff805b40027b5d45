//! Whose a quotation is: the clause of saying beside it, the name under it, or the quotation that it goes on from.

use super::clauses::Clause;
use super::marks::Marks;
use super::quotes::Quote;
use super::reading::Reading;
use super::units::{Gap, Unit};
use super::{Attribution, Quotation};
use crate::model::Span;
use std::ops::Range;

/// Words of a sentence that is only the "X said" of the quotation before it, or of a name under one.
const SHORT: usize = 10;
/// Words before a colon that only announce a quotation.
const LONGEST_LABEL: usize = 2;

impl Reading<'_> {
    pub(super) fn quotation(
        &self,
        quote: &Quote,
        said: &[Option<Attribution>],
        before: Option<&Quotation>,
    ) -> Quotation {
        let sentences = self.sentences_of(quote);
        let (span, content) = (quote.span, quote.span);
        if let Some((sentence, clause)) = self.nearest_clause(quote, &sentences) {
            let reason = [&clause.source.units, &clause.cue].map(|units| self.scene.span(units)).to_vec();
            let content = self.content(quote, sentence, clause);
            let attribution = said[sentence].is_some().then_some(sentence);
            return Quotation { span, content, sentences, attribution, reason };
        }
        if let Some(name) = self.signature(quote) {
            return Quotation { span, content, sentences, attribution: None, reason: vec![name] };
        }
        let (attribution, reason) = self.carried(quote, &sentences, said, before).unwrap_or_default();
        Quotation { span, content, sentences, attribution, reason }
    }

    /// “…” — Karen Bobadilla: the name that a dash joins to a quotation.
    fn signature(&self, quote: &Quote) -> Option<Span> {
        let text = &self.article.text;
        let end = self.article.paragraphs[quote.paragraph].span.end as usize;
        let rest = text[quote.span.end as usize..end].trim_start();
        let name = rest.trim_start_matches(['―', '—', '–', ' ']);
        let dashed = name.len() < rest.len() && rest.starts_with(['―', '—', '–']);
        let is_name = name.starts_with(char::is_uppercase) && !name.contains(['"', '“', '«']);
        let short = name.split_whitespace().count() <= SHORT;
        (dashed && is_name && short).then(|| Span::new(end - name.len(), end))
    }

    /// The attribution and the reason of a quotation that has none in its own sentences.
    fn carried(
        &self,
        quote: &Quote,
        inside: &Range<usize>,
        said: &[Option<Attribution>],
        before: Option<&Quotation>,
    ) -> Option<(Option<usize>, Vec<Span>)> {
        if inside.is_empty() {
            return None;
        }
        if let Some(next) = self.said_after(quote, inside.end) {
            let clause = self.clauses[next].first()?;
            let reason = [&clause.source.units, &clause.cue].map(|units| self.scene.span(units)).to_vec();
            return Some((said[next].is_some().then_some(next), reason));
        }
        if quote.goes_on {
            return before.map(|before| (before.attribution, before.reason.clone()));
        }
        let previous = inside.start.checked_sub(1)?;
        let [place, place_before] = [inside.start, previous].map(|sentence| self.article.sentences[sentence]);
        let first_words = self.article.text[place.span.start as usize..quote.span.start as usize].trim();
        // "Direct speech: “…”".
        let label = first_words.ends_with(':') && first_words.split_whitespace().count() <= LONGEST_LABEL;
        let opens = first_words.is_empty() || label;
        let colon = place_before.span.text(&self.article.text).ends_with(':');
        let quoted = before.filter(|before| before.sentences.contains(&previous) && !before.reason.is_empty());
        let near = place.paragraph == place_before.paragraph
            || ((quoted.is_some() || label) && place.paragraph == place_before.paragraph + 1);
        if !(colon || opens && near && self.covers(quote, inside.start)) {
            return None;
        }
        match quoted {
            Some(before) => Some((before.attribution, before.reason.clone())),
            None => said[previous].as_ref().map(|said| (Some(previous), said.reason.clone())),
        }
    }

    /// The clause of saying that is nearest to a quotation, in its first or last sentence.
    fn nearest_clause(&self, quote: &Quote, inside: &Range<usize>) -> Option<(usize, &Clause)> {
        let last = inside.clone().next_back()?;
        let ends = [inside.start, last];
        let ends = if inside.start == last { &ends[..1] } else { &ends[..] };
        let clauses = || ends.iter().flat_map(|at| self.clauses[*at].iter().map(|clause| (*at, clause)));
        let place = |clause: &Clause| {
            let [cue, by] = [&clause.cue, &clause.source.units].map(|units| self.scene.span(units));
            (cue.start.min(by.start), cue.end.max(by.end))
        };
        let behind = |(_, clause): &(usize, &Clause)| {
            let (first, _) = place(clause);
            first >= quote.span.end && !self.has_words(quote.span.end, first)
        };
        let before = |(_, clause): &(usize, &Clause)| {
            let (_, end) = place(clause);
            end <= quote.span.start && (!self.has_words(end, quote.span.start) || self.is_direct(quote))
        };
        let apart = |(_, clause): &(usize, &Clause)| {
            let (first, end) = place(clause);
            first >= quote.span.end || end <= quote.span.start
        };
        let says = |(_, clause): &(usize, &Clause)| clause.marks.is(Marks::SAID | Marks::ACCORDING);
        clauses()
            .find(behind)
            .or_else(|| clauses().filter(before).max_by_key(|(_, clause)| place(clause).1))
            .or_else(|| clauses().filter(apart).find(says))
            .or_else(|| clauses().find(apart))
    }

    pub(super) fn has_words(&self, from: u32, to: u32) -> bool {
        self.article.text[from as usize..to as usize].contains(char::is_alphanumeric)
    }

    /// Whether a comma or a colon sets a quotation off.
    fn is_direct(&self, quote: &Quote) -> bool {
        self.article.text[..quote.span.start as usize].trim_end().ends_with([',', ':'])
    }

    /// "X said." as a sentence of its own, right behind the quotation.
    fn said_after(&self, quote: &Quote, next: usize) -> Option<usize> {
        let clause = self.clauses.get(next)?.first()?;
        let (place, last) = (self.article.sentences[next], self.article.sentences[next - 1]);
        let units = self.units.sentences[next].clone();
        let short = units.len() <= SHORT && clause.source.units.start <= units.start + 1;
        let adjacent = quote.span.end >= last.span.end && place.paragraph == last.paragraph;
        let quotes = self.units.all[units].iter().any(|unit| unit.quoted);
        (short && adjacent && !quotes).then_some(next)
    }

    /// What is said along with a quotation: if only some words of a clause are quoted, the clause.
    fn content(&self, quote: &Quote, source: usize, clause: &Clause) -> Span {
        let sentence = self.article.sentences[source].span;
        let [cue, by] = [&clause.cue, &clause.source.units].map(|units| self.scene.span(units));
        let (first, last) = (cue.start.min(by.start), cue.end.max(by.end));
        let units = &self.units.all[self.units.sentences[source].clone()];
        if last <= quote.span.start {
            let between: Vec<&Unit> =
                units.iter().filter(|unit| unit.span.start >= last && unit.span.end <= quote.span.start).collect();
            return self.content_behind(quote, sentence, &between, units);
        }
        if first >= quote.span.end && (sentence.start < quote.span.start || self.has_words(quote.span.end, first)) {
            // "Biden would “respond decisively,” Psaki said": all before the clause.
            let start = sentence.start.min(quote.span.start);
            return Span { start, end: self.trimmed_end(quote.span.end, first) };
        }
        quote.span
    }

    fn content_behind(&self, quote: &Quote, sentence: Span, between: &[&Unit], units: &[Unit]) -> Span {
        let text = &self.article.text;
        let Some(first) = between.first().filter(|_| !self.is_direct(quote)) else { return quote.span };
        let start = between.iter().find(|unit| unit.is(Marks::THAT)).unwrap_or(first).span.start;
        let opens_clause = |unit: &&Unit| {
            let comma = unit.gap.has(Gap::COMMA.or(Gap::DASH))
                || text[..unit.span.start as usize].trim_end().ends_with([',', '—']);
            unit.span.start >= quote.span.end
                && comma
                && unit.is(Marks::AND | Marks::BUT | Marks::WHO | Marks::PARTICIPLE | Marks::BREAK)
        };
        let next = units.iter().find(opens_clause).map_or(sentence.end, |unit| unit.span.start);
        let end = text[..next as usize].trim_end_matches(['.', ' ', ',', '—']).len() as u32;
        Span { start, end: end.max(quote.span.end) }
    }

    /// The end of the words before `next`, without the comma between.
    fn trimmed_end(&self, from: u32, next: u32) -> u32 {
        let words = self.article.text[from as usize..next as usize].trim_end_matches([' ', ',', '\n', '—', '–']);
        from + words.len() as u32
    }
}
