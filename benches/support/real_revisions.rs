//! Versions of real texts, with what became of places where that can be told without the words that are measured.
//!
//! A folder of pairs `NAME.old.EXT` and `NAME.new.EXT`, named by `READOUT_REVISIONS`; never part of the project. What
//! became of a sentence is told from its neighbours: sentences that stand once in both versions, in the same words, stayed.
//! Between two such neighbours, a sentence is edited if just one of the new ones there shares at least half of its
//! letters in common words; it is deleted if none in the whole text has more than two fifths of its letters. All others are left
//! out as unclear.

use super::revisions::{Case, Chance, Class, Fate, Revision};
use readout::import;
use readout::model::{Anchor, Article, Span};
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// Bytes of a sentence that is long enough to be told from others.
const LONG_ENOUGH: usize = 24;
/// Per cent of the letters of both sentences that are in common words, in order.
const EDITED: usize = 50;
const RUNNER_UP: usize = 35;
const DELETED: usize = 40;
/// Sentences looked at on either side for a neighbour that stayed.
const NEIGHBOURS: usize = 25;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Became {
    Same(usize),
    Edited(usize),
    Gone,
    Unclear,
}

/// All pairs of a folder, by name.
pub fn read(folder: &Path) -> io::Result<Vec<Revision>> {
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(entry?.file_name().to_str().filter(|name| name.contains(".old.")).map(str::to_owned));
    }
    names.sort_unstable();
    let mut revisions = Vec::new();
    for name in names {
        let read = |name: &str| fs::read(folder.join(name)).map(|bytes| import::article(name, &bytes));
        if let (Ok(old), Ok(new)) = (read(&name)?, read(&name.replace(".old.", ".new."))?) {
            revisions.push(revision(name, &old, new));
        }
    }
    Ok(revisions)
}

fn revision(name: String, old: &Article, new: Article) -> Revision {
    let became = became(old, &new);
    let mut cases = Vec::new();
    for at in 0..old.sentences.len() {
        cases.extend(sentence(old, &new, &became, at));
        cases.extend(passage(old, &new, &became, at));
        cases.extend(phrases(old, &new, &became, at));
    }
    let is_prose = |at: &usize| is_prose(old.sentences[*at].span.text(&old.text));
    let prose: Vec<usize> = (0..old.sentences.len()).filter(is_prose).collect();
    let unclear = prose.iter().filter(|at| became[**at] == Became::Unclear).count();
    Revision { name, old: old.text.clone(), new, cases, sentences: prose.len(), unclear }
}

/// By sentence of the old text.
fn became(old: &Article, new: &Article) -> Vec<Became> {
    let (old_sentences, new_sentences) = (words(old), words(new));
    let once = |sentences: &[Vec<String>]| {
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, words) in sentences.iter().enumerate() {
            places.entry(words.join(" ")).or_default().push(at);
        }
        places
    };
    let (old_once, new_once) = (once(&old_sentences), once(&new_sentences));
    let mut became = vec![Became::Unclear; old_sentences.len()];
    for (text, places) in old_once {
        if let ([at], Some([there])) = (places.as_slice(), new_once.get(&text).map(Vec::as_slice))
            && text.len() >= LONG_ENOUGH
            && is_prose(old.sentences[*at].span.text(&old.text))
            && old.sentences[*at].span.text(&old.text) == new.sentences[*there].span.text(&new.text)
        {
            became[*at] = Became::Same(*there);
        }
    }
    let same: Vec<Option<usize>> =
        became.iter().map(|one| if let Became::Same(there) = one { Some(*there) } else { None }).collect();
    for at in 0..became.len() {
        let length: usize = old_sentences[at].iter().map(String::len).sum();
        if same[at].is_none() && length >= LONG_ENOUGH && is_prose(old.sentences[at].span.text(&old.text)) {
            became[at] = changed(at, &same, &old_sentences, &new_sentences);
        }
    }
    became
}

fn changed(at: usize, same: &[Option<usize>], old: &[Vec<String>], new: &[Vec<String>]) -> Became {
    let before = (at.saturating_sub(NEIGHBOURS)..at).rev().find(|near| same[*near].is_some());
    let after = (at + 1..(at + 1 + NEIGHBOURS).min(old.len())).find(|near| same[*near].is_some());
    let (Some(before), Some(after)) = (before, after) else { return Became::Unclear };
    let (Some(first), Some(last)) = (same[before], same[after]) else { return Became::Unclear };
    if last <= first || last - first > 3 * NEIGHBOURS {
        return Became::Unclear;
    }
    let taken: Vec<usize> = same.iter().flatten().copied().collect();
    let mut best: Vec<(usize, usize)> = (first + 1..last)
        .filter(|there| !taken.contains(there))
        .map(|there| (common(&old[at], &new[there]), there))
        .collect();
    best.sort_by_key(|(share, there)| (std::cmp::Reverse(*share), *there));
    match best.as_slice() {
        [(share, there), rest @ ..] if *share >= EDITED && rest.iter().all(|other| other.0 <= RUNNER_UP) => {
            let others = (before + 1..after).filter(|other| *other != at);
            let alone = others.into_iter().all(|other| common(&old[other], &new[*there]) <= RUNNER_UP);
            if alone { Became::Edited(*there) } else { Became::Unclear }
        }
        _ if new.iter().all(|other| held(&old[at], other) <= DELETED) => Became::Gone,
        _ => Became::Unclear,
    }
}

fn words(article: &Article) -> Vec<Vec<String>> {
    article.sentences.iter().map(|sentence| words_of(sentence.span.text(&article.text))).collect()
}

fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether a sentence is prose: no program, no table, no directive of the source format.
fn is_prose(text: &str) -> bool {
    let ends = text.trim_end_matches(['"', '”', '“', '»', '’', ')', '*', '_']).ends_with(['.', '!', '?', ':']);
    let starts = text.starts_with(|first: char| first.is_uppercase() || "\"“„«(*_".contains(first));
    let signs = ["{", "}", ";\n", "|", "$", "::", "()", "=", "//", "\\", "[[", "]]", "+", "->", "\n\n"];
    starts && ends && words_of(text).len() >= 4 && !signs.iter().any(|sign| text.contains(sign))
}

/// Per cent of the letters of both that are in words that both have in one order.
fn common(one: &[String], other: &[String]) -> usize {
    let letters = |words: &[String]| words.iter().map(String::len).sum::<usize>();
    200 * common_letters(one, other) / (letters(one) + letters(other)).max(1)
}

/// Per cent of the letters of one that are in words that another has too in that order.
fn held(one: &[String], other: &[String]) -> usize {
    100 * common_letters(one, other) / one.iter().map(String::len).sum::<usize>().max(1)
}

fn common_letters(one: &[String], other: &[String]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for word in one {
        let mut diagonal = 0;
        for (at, there) in other.iter().enumerate() {
            let kept = if word == there { diagonal + word.len() } else { row[at + 1].max(row[at]) };
            diagonal = std::mem::replace(&mut row[at + 1], kept);
        }
    }
    row[other.len()]
}

fn case(class: Class, fate: Fate, old: &Article, place: Span, truth: Option<Span>) -> Case {
    Case { class, fate, anchor: Anchor::describe(&old.text, place), truth }
}

fn sentence(old: &Article, new: &Article, became: &[Became], at: usize) -> Option<Case> {
    let place = old.sentences[at].span;
    match became[at] {
        Became::Same(there) => {
            Some(case(Class::Sentence, Fate::Unchanged, old, place, Some(new.sentences[there].span)))
        }
        Became::Edited(there) => Some(case(Class::Sentence, Fate::Edited, old, place, Some(new.sentences[there].span))),
        Became::Gone => Some(case(Class::Sentence, Fate::Deleted, old, place, None)),
        Became::Unclear => None,
    }
}

/// Two to four sentences of one paragraph from here on, if they are together in one paragraph of the new text too.
fn passage(old: &Article, new: &Article, became: &[Became], at: usize) -> Option<Case> {
    let paragraph = old.sentences[at].paragraph;
    let length = 2 + at % 3;
    let sentences = old.sentences.get(at..at + length)?;
    if sentences.iter().any(|sentence| sentence.paragraph != paragraph) {
        return None;
    }
    let place = Span { start: sentences[0].span.start, end: sentences[length - 1].span.end };
    let parts = &became[at..at + length];
    if parts.iter().all(|part| *part == Became::Gone) {
        return Some(case(Class::Passage, Fate::Deleted, old, place, None));
    }
    let there: Vec<usize> = parts.iter().filter_map(|part| part.place()).collect();
    let together = there.len() == length && there.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let (first, last) = (new.sentences.get(*there.first()?)?, new.sentences.get(*there.last()?)?);
    if !together || first.paragraph != last.paragraph {
        return None;
    }
    let same = parts.iter().all(|part| matches!(part, Became::Same(_)));
    let truth = Span { start: first.span.start, end: last.span.end };
    Some(case(Class::Passage, if same { Fate::Unchanged } else { Fate::Edited }, old, place, Some(truth)))
}

impl Became {
    fn place(self) -> Option<usize> {
        match self {
            Self::Same(there) | Self::Edited(there) => Some(there),
            Self::Gone | Self::Unclear => None,
        }
    }
}

/// A phrase of two to six words of this sentence. In an edited one: a phrase that stands once in both forms stayed, and
/// one between two words that stand once in both and next to it was edited, if half of its letters are left.
fn phrases(old: &Article, new: &Article, became: &[Became], at: usize) -> Vec<Case> {
    let sentence = old.sentences[at].span;
    let spans = word_spans(&old.text, sentence);
    let mut chance = Chance(at as u64 + 17);
    let length = 2 + chance.below(5);
    if spans.len() < length + 2 || became[at] == Became::Unclear {
        return Vec::new();
    }
    let first = chance.below(spans.len() - length);
    let place = Span { start: spans[first].start, end: spans[first + length - 1].end };
    let phrase = place.text(&old.text);
    let there = became[at].place().map(|there| new.sentences[there].span);
    let mut cases = Vec::new();
    match there {
        None => cases.extend(is_gone(phrase, new).then(|| case(Class::Phrase, Fate::Deleted, old, place, None))),
        Some(there) => {
            let text = there.text(&new.text);
            if sentence.text(&old.text).matches(phrase).count() == 1 && text.matches(phrase).count() == 1 {
                let start = there.start as usize + text.find(phrase).unwrap_or(0);
                let truth = Span::new(start, start + phrase.len());
                cases.push(case(Class::Phrase, Fate::Unchanged, old, place, Some(truth)));
            }
        }
    }
    if let (Became::Edited(_), Some(there)) = (became[at], there) {
        cases.extend(edited_phrase(old, new, &spans, there));
    }
    cases
}

/// Whether no sentence of the text has half of the letters of a phrase in its order. A few common words may be there.
fn is_gone(phrase: &str, new: &Article) -> bool {
    let phrase = words_of(phrase);
    words(new).iter().all(|sentence| held(&phrase, sentence) < EDITED)
}

/// The first part of a sentence of up to six words that changed between two words that did not.
fn edited_phrase(old: &Article, new: &Article, spans: &[Span], there: Span) -> Option<Case> {
    let now = word_spans(&new.text, there);
    let place_of = |span: &Span| {
        let word = span.text(&old.text);
        let mut found = now.iter().enumerate().filter(|(_, other)| other.text(&new.text) == word);
        let alone = spans.iter().filter(|other| other.text(&old.text) == word).count() == 1;
        found.next().filter(|_| alone && word.len() > 3 && found.next().is_none()).map(|(at, _)| at)
    };
    for before in 0..spans.len() {
        for after in before + 3..(before + 8).min(spans.len()) {
            let (Some(left), Some(right)) = (place_of(&spans[before]), place_of(&spans[after])) else { continue };
            if right < left + 2 {
                continue;
            }
            let place = Span { start: spans[before + 1].start, end: spans[after - 1].end };
            let truth = Span { start: now[left + 1].start, end: now[right - 1].end };
            let (was, is) = (place.text(&old.text), truth.text(&new.text));
            // Words that only came at one end may or may not belong to the phrase.
            if !is.contains(was) && common(&words_of(was), &words_of(is)) >= EDITED {
                return Some(case(Class::Phrase, Fate::Edited, old, place, Some(truth)));
            }
        }
    }
    None
}

/// The words of a place without the signs around them.
fn word_spans(text: &str, place: Span) -> Vec<Span> {
    let is_sign = |letter: char| !letter.is_alphanumeric();
    let inside = place.text(text);
    let word = |word: &str| {
        let start = word.as_ptr() as usize - inside.as_ptr() as usize;
        let bare = word.trim_start_matches(is_sign);
        let first = place.start as usize + start + (word.len() - bare.len());
        Span::new(first, first + bare.trim_end_matches(is_sign).len())
    };
    inside.split_whitespace().map(word).filter(|span| !span.is_empty()).collect()
}
