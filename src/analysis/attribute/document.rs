//! Articles that are somebody's own word: a readout, a statement, a transcript with its turns.

use super::marks::{Marks, Name};
use super::memory::Memory;
use super::nouns::Phrase;
use super::units::{Gap, Unit, Units};
use super::who::{Kind, Scene, Who};
use crate::model::{Article, ParagraphKind, Span};
use std::collections::BTreeMap;

/// Words of the name before a turn.
const LONGEST_LABEL: usize = 12;
/// Turns that make a transcript.
const FEWEST_TURNS: usize = 3;

/// Whose word a whole article is.
pub(super) struct Own {
    pub who: Who,
    /// The words that tell it, in the text.
    pub reason: Vec<Span>,
}

/// A turn of a transcript: from this sentence on.
pub(super) struct Turn {
    pub sentence: usize,
    pub label: Span,
    /// `None` for those who ask.
    pub who: Option<Who>,
}

/// Whose word the article is, as far as its headline, its address and its file's name tell.
pub(super) fn own_word(article: &Article, units: &Units, scene: &Scene, memory: &Memory) -> Option<Own> {
    let head: Vec<usize> = head_sentences(article);
    let unit = |marks: Marks| {
        let sentences = head.iter().filter_map(|sentence| units.sentences.get(*sentence));
        sentences.flat_map(|range| range.clone()).find(|at| units.all[*at].is(marks))
    };
    if let Some(_joint) = unit(Marks::JOINT) {
        return None;
    }
    if is_joint(&article.headline) {
        return None;
    }
    if let Some(who) = publisher(article, scene) {
        let headline = article.sentences.first().map(|sentence| sentence.span);
        let reason = unit(Marks::OWN_WORD).map(|at| units.all[at].span).or(headline).into_iter().collect();
        return Some(Own { who, reason });
    }
    let at = unit(Marks::OWN_WORD)?;
    let opens = units.sentences.iter().any(|range| range.start == at);
    let end = sentence_end(units, at);
    let phrase = super::nouns::right_of(&units.all, at + 1, end)?;
    // "Briefing: Moscow waits", "Foreign minister Lavrov warns": news about somebody.
    let told =
        |unit: &Unit| unit.is(Marks::VERB) && !unit.is(Marks::BASE | Marks::PARTICIPLE | Marks::ROLE | Marks::DOCUMENT);
    if units.all[phrase.units.start].gap.has(Gap::ANY) || units.all[phrase.units.end..end].iter().any(told) {
        return None;
    }
    let who = scene.resolve(&Phrase { units: phrase.units.clone(), joined: None }, memory, 0)?;
    let reason = vec![units.all[at].span, scene.span(&phrase.units)];
    (opens && who.side.is_some()).then_some(Own { who, reason })
}

fn sentence_end(units: &Units, at: usize) -> usize {
    units.sentences.iter().find(|range| range.contains(&at)).map_or(at, |range| range.end)
}

/// The headline's sentences.
fn head_sentences(article: &Article) -> Vec<usize> {
    let is_head = |sentence: &crate::model::Sentence| {
        article.paragraphs[sentence.paragraph as usize].kind == ParagraphKind::Headline
    };
    let sentences = article.sentences.iter().enumerate();
    sentences.take(4).filter(|(_, sentence)| is_head(sentence)).map(|(index, _)| index).collect()
}

fn is_joint(headline: &str) -> bool {
    let headline = headline.to_lowercase().replace('\u{a0}', " ");
    ["joint statement", "joint communiqu", "joint declaration", "совместное заявление", "presidential joint"]
        .iter()
        .any(|words| headline.contains(words))
}

/// The institution on whose page the article stands, or whose the file's name says it is.
fn publisher(article: &Article, scene: &Scene) -> Option<Who> {
    let host = article.address.as_deref().map(host).unwrap_or_default();
    let outlet = article.outlet.as_deref().unwrap_or_default().to_lowercase();
    let file = article.path.rsplit('/').next().unwrap_or_default().to_lowercase();
    let own_site = |site: &String| {
        let name = site.split('.').next().unwrap_or(site);
        let of_file =
            || name.len() > 3 && file.strip_prefix(name).is_some_and(|rest| rest.starts_with(['_', '-', '.']));
        match host.strip_suffix(site.as_str()) {
            Some(rest) if !host.is_empty() => rest.is_empty() || rest.ends_with('.'),
            _ => host.is_empty() && of_file(),
        }
    };
    let outlet = outlet.strip_prefix("the ").unwrap_or(&outlet);
    let body = scene.speakers.bodies.iter().find(|body| {
        let is_outlet = |form: &String| outlet.chars().eq(form.chars().flat_map(char::to_lowercase));
        let own_outlet = !outlet.is_empty() && body.side.is_some() && !body.sites.is_empty();
        body.sites.iter().any(own_site) || own_outlet && body.forms.iter().any(is_outlet)
    })?;
    let side = scene.speakers.find_side(body.side.as_deref()?);
    Some(Who::new(body.name.clone(), side, Kind::Body))
}

fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default().trim_start_matches("www.").to_lowercase()
}

/// The turns of a transcript, in order; none if the article is none.
pub(super) fn turns(article: &Article, units: &Units, scene: &Scene, own: Option<&Own>) -> Vec<Turn> {
    let mut labels = Vec::new();
    for (sentence, range) in units.sentences.iter().enumerate() {
        let span = article.sentences[sentence].span;
        let asks = || units.all[range.clone()].first().is_some_and(|unit| unit.span.text(&article.text) == "Q");
        if !units.within[sentence].colon && !asks() {
            continue;
        }
        let opens_paragraph =
            article.paragraphs[article.sentences[sentence].paragraph as usize].span.start == span.start;
        if let Some(end) = label(article, &units.all[range.clone()], opens_paragraph) {
            labels.push((sentence, range.start..range.start + end));
        }
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let text = |label: &std::ops::Range<usize>| scene.span(label).text(&article.text).to_lowercase();
    labels.iter().for_each(|(_, label)| *counts.entry(text(label)).or_default() += 1);
    let known = |label: &std::ops::Range<usize>| {
        let units = &units.all[label.clone()];
        units
            .iter()
            .any(|unit| matches!(unit.name, Name::Person(_)) || unit.is(Marks::QUESTION | Marks::ANSWER | Marks::TITLE))
    };
    labels.retain(|(_, label)| counts[&text(label)] > 1 || known(label));
    if labels.len() < FEWEST_TURNS {
        return Vec::new();
    }
    let names = Names::of(&labels, scene);
    let turn = |(sentence, label): &(usize, std::ops::Range<usize>)| Turn {
        sentence: *sentence,
        label: scene.span(label),
        who: names.who(label, scene, own),
    };
    labels.iter().map(turn).collect()
}

/// How many units the name before a turn has, if the sentence opens with one.
fn label(article: &Article, units: &[Unit], opens_paragraph: bool) -> Option<usize> {
    let first = units.first()?;
    let text = |unit: &Unit| unit.span.text(&article.text);
    let next_opens = |next: &Unit| next.gap.has(Gap::WIDE.or(Gap::COLON).or(Gap::DASH)) || next.capital;
    if opens_paragraph && text(first) == "Q" && units.get(1).is_none_or(next_opens) {
        return Some(1);
    }
    let colon = |unit: &Unit| unit.gap.has(Gap::COLON) && !unit.gap.has(Gap::QUOTE);
    let end = (1..units.len().min(LONGEST_LABEL + 1)).find(|at| colon(&units[*at]));
    // A turn may be a label and nothing else in its sentence.
    let end = end?;
    let name = units[..end].iter().all(|unit| {
        let small = unit.is(Marks::PREPOSITION | Marks::DEFINITE | Marks::AND) && !unit.is(Marks::VERB);
        !unit.quoted
            && (unit.capital || small || unit.gap.has(Gap::OPEN_PAREN) || unit.gap.has(Gap::COMMA))
            && !unit.gap.has(Gap::STOP)
            || (unit.is_plain() && unit.gap.has(Gap::OPEN_PAREN))
    });
    let all_known = units[..end]
        .iter()
        .any(|unit| unit.name != Name::None || unit.is(Marks::QUESTION | Marks::ANSWER | Marks::TITLE | Marks::ROLE));
    let says = units[..end].iter().any(|unit| unit.is(Marks::SAID) && !unit.capital);
    (name && !says && first.capital && (opens_paragraph || all_known)).then_some(end)
}

/// "SENIOR ADMINISTRATION OFFICIAL" as people write it.
fn in_small_letters(name: &str) -> String {
    let capitals = name.chars().any(char::is_alphabetic) && !name.contains(char::is_lowercase);
    if capitals && name.contains(' ') { name.to_lowercase() } else { name.to_owned() }
}

/// Who is who among the turns: "MS. PSAKI", "Vladimir Putin", and later only "Putin".
struct Names {
    answering: Option<Who>,
}

impl Names {
    fn of(labels: &[(usize, std::ops::Range<usize>)], scene: &Scene) -> Self {
        let memory = Memory::default();
        let who = |label: &std::ops::Range<usize>| {
            let phrase = Phrase { units: label.clone(), joined: None };
            scene.resolve(&phrase, &memory, 0).filter(|who| who.side.is_some())
        };
        Self { answering: labels.iter().find_map(|(_, label)| who(label)) }
    }

    fn who(&self, label: &std::ops::Range<usize>, scene: &Scene, own: Option<&Own>) -> Option<Who> {
        let units = &scene.units[label.clone()];
        if units.iter().any(|unit| unit.is(Marks::QUESTION)) {
            return None;
        }
        let own = own.map(|own| own.who.clone());
        if units.len() == 1 && units[0].is(Marks::ANSWER) {
            let nobody = Who::new("Answer".to_owned(), None, Kind::Person);
            return self.answering.clone().or(own).or(Some(nobody));
        }
        let phrase = Phrase { units: label.clone(), joined: None };
        let named = scene.resolve(&phrase, &Memory::default(), 0);
        let words = scene.span(label).text(scene.text).split_whitespace().collect::<Vec<&str>>().join(" ");
        let official = units.iter().any(|unit| unit.is(Marks::ROLE | Marks::TITLE));
        let host_side = own.and_then(|own| own.side).filter(|_| official);
        // Who speaks at one's own briefing and is in no list is one of the house.
        let who = named.unwrap_or(Who::new(words, None, Kind::Person));
        Some(Who { side: who.side.or(host_side), name: in_small_letters(&who.name), ..who })
    }
}
