//! Whom the articles of a collection name with a title: who may take part in talks.
//!
//! "President Vladimir Putin" in one article makes "Putin" and "Poutine" a person in all of them. In languages with
//! cases the forms of a name are one by their stem. Leaves out people who are never given a title, and tells no two of one name apart.

use super::names::sound;
use super::signs::{Sign, Signs};
use crate::analysis::statements::kindred::{Kind, kind_of};
use crate::model::{Article, Language, Span};
use crate::text::{stems, words};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Words of a name after its title: "Vladimir Vladimirovich Putin".
const MOST_NAMES: usize = 3;
/// What a name counts beside talks; who only tells of them is named elsewhere.
const BESIDE_TALKS: u32 = 4;

#[derive(Debug, Default)]
pub(super) struct People {
    /// By key, with how often each form of the name was written after a title.
    names: BTreeMap<String, BTreeMap<String, u32>>,
    /// All parts of those names, given names too: keys.
    parts: BTreeSet<String>,
    /// By language: the person that a word names.
    known: [FxHashMap<Box<str>, Option<Rc<str>>>; Language::ALL.len()],
}

/// The people of some sentences, each with whether it is about talks; the most named first.
pub(super) fn most_named<'a>(lines: impl Iterator<Item = (&'a [Rc<str>], bool)>) -> Vec<Rc<str>> {
    let mut counts: BTreeMap<Rc<str>, (u32, usize)> = BTreeMap::new();
    let mut met = 0;
    for (people, has_talks) in lines {
        for person in people {
            met += 1;
            let (count, _) = counts.entry(person.clone()).or_insert((0, met));
            *count += if has_talks { BESIDE_TALKS } else { 1 };
        }
    }
    let mut named: Vec<(Rc<str>, (u32, usize))> = counts.into_iter().collect();
    named.sort_by_key(|(_, (count, met))| (Reverse(*count), *met));
    named.into_iter().map(|(person, _)| person).collect()
}

impl People {
    /// Learns the names of one article.
    pub fn read(&mut self, article: &Article, signs: &mut Signs) {
        let mut spans = Vec::new();
        for sentence in &article.sentences {
            if !article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
                continue;
            }
            spans.clear();
            let text = sentence.span.text(&article.text);
            words::words(text, sentence.span.start as usize, article.language, &mut spans);
            for at in 0..spans.len() {
                if signs.of(article.language, spans[at].text(&article.text)) == Sign::Title {
                    self.read_names(article, &spans[at + 1..], signs);
                }
            }
        }
    }

    /// "Vladimir Putin and Joe Biden" after a title.
    fn read_names(&mut self, article: &Article, spans: &[Span], signs: &mut Signs) {
        let mut rest = spans;
        loop {
            let mut last: Option<Span> = None;
            let (mut count, mut found) = (0, Vec::new());
            for span in rest.iter().take(MOST_NAMES) {
                let word = span.text(&article.text);
                let before = if count == 0 { None } else { Some(rest[count - 1]) };
                let joined =
                    before.is_none_or(|before| article.text[before.end as usize..span.start as usize].len() <= 2);
                let is_initial = word.chars().nth(1).is_none() && word.starts_with(char::is_uppercase);
                if joined && is_initial && count > 0 {
                    count += 1;
                    continue; // "Joseph R. Biden"
                }
                if !joined || !is_name(article.language, word) || signs.of(article.language, word) != Sign::Other {
                    break;
                }
                count += 1;
                // "R." is part of a name, and not the part that others use.
                if word.chars().nth(2).is_some() {
                    last = Some(*span);
                }
                found.push(key(article.language, word));
            }
            let after = rest.get(count).map(|span| signs.of(article.language, span.text(&article.text)));
            // "National Security Advisor" is an office.
            let Some(name) = last.filter(|_| after != Some(Sign::Title)) else { return };
            self.parts.extend(found);
            let word = name.text(&article.text);
            let forms = self.names.entry(person(word)).or_default();
            *forms.entry(word.to_owned()).or_default() += 1;
            rest = &rest[count..];
            if after != Some(Sign::And) {
                return;
            }
            rest = &rest[1..];
        }
    }

    /// Who is named by some words of a sentence, each as often as named.
    pub fn of_words(&mut self, article: &Article, spans: &[Span]) -> Vec<Rc<str>> {
        spans.iter().filter_map(|span| self.person_of(article.language, span.text(&article.text))).collect()
    }

    fn person_of(&mut self, language: Language, word: &str) -> Option<Rc<str>> {
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        if let Some(known) = self.known[language as usize].get(word) {
            return known.clone();
        }
        let person = person(word);
        let found = self.names.contains_key(&person).then(|| Rc::from(person));
        self.known[language as usize].insert(word.into(), found.clone());
        found
    }

    /// All parts of names, as [`key`] spells them.
    pub fn into_parts(self) -> BTreeSet<String> {
        self.parts
    }

    /// The name as it is mostly written: of forms as frequent the shortest.
    pub fn name(&self, key: &str) -> Option<&str> {
        let forms = self.names.get(key)?;
        forms.iter().max_by_key(|(form, count)| (**count, Reverse(form.len()))).map(|(form, _)| form.as_str())
    }
}

/// A capital, and neither a state nor an abbreviation.
fn is_name(language: Language, word: &str) -> bool {
    let folded = words::fold(&words::clean(word));
    let kind = kind_of(language, &folded, &stems::stem(language, &folded));
    let is_abbreviation = word.chars().nth(1).is_some() && !word.contains(char::is_lowercase);
    word.starts_with(char::is_uppercase)
        && !is_abbreviation
        && !matches!(kind, Kind::Party(_) | Kind::Frame | Kind::Stop)
}

/// Who bears a name, in whatever language.
fn person(word: &str) -> String {
    sound(&words::fold(&words::clean(word)))
}

/// A part of a name in its own language.
pub(super) fn key(language: Language, word: &str) -> String {
    let folded = words::fold(&words::clean(word));
    match language {
        // The stem of a name that has no cases would make another name of it.
        Language::English | Language::German | Language::French | Language::Other => folded,
        Language::Russian | Language::Ukrainian => stems::stem(language, &folded),
    }
}
