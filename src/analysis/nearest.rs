//! Why a topic was not found in an article: the words that were looked for, and the sentence that comes closest.
//!
//! For a reader who wants to make sure before saying that an article leaves a topic out. The closest sentence has most
//! of the words of the topic's rules, rare ones of the article before frequent ones. Leaves out what rules ask besides
//! words: order, nearness, what stands before.

use super::rule_words::collect;
use crate::model::{Article, Find, Form, Language, Rule, Span, TopicIx, TopicTree, Word};
use crate::text::{is_common, stems, words};
use std::collections::{BTreeMap, BTreeSet};

/// The sentence that comes closest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// Index into [`Article::sentences`].
    pub sentence: u32,
    /// The words of the topic's rules that it has, in order.
    pub found: Vec<Span>,
}

/// Every word or phrase that the rules of a topic and its sub-topics look for in this language: first those that tell
/// it from other topics, then those that others look for too; each sorted.
pub fn words_tried(tree: &TopicTree, topic: TopicIx, language: Language) -> Vec<String> {
    let (mut words, mut seen) = (BTreeSet::new(), BTreeSet::new());
    rules(tree, topic, language).for_each(|rule| collect(&rule.find, Some(language), &mut words, &mut seen));
    let (mut of_others, mut seen) = (BTreeSet::new(), BTreeSet::new());
    other_rules(tree, topic, language).for_each(|rule| collect(&rule.find, Some(language), &mut of_others, &mut seen));
    let mut words: Vec<String> = words.into_iter().filter(|word| !is_common(&word.to_lowercase())).collect();
    words.sort_by_cached_key(|word| (of_others.contains(word), word.to_lowercase()));
    words
}

/// The rules of all other top-level topics.
fn other_rules(tree: &TopicTree, topic: TopicIx, language: Language) -> impl Iterator<Item = &Rule> {
    let own = tree.subtree(tree.top(topic));
    let others = tree.iter().filter(move |(ix, _)| !own.contains(&ix.index()));
    let rules = others.flat_map(|(_, topic)| &topic.rules);
    rules.filter(move |rule| rule.language.is_none_or(|own| own == language))
}

fn rules(tree: &TopicTree, topic: TopicIx, language: Language) -> impl Iterator<Item = &Rule> {
    let rules = tree.subtree(topic).flat_map(|ix| &tree.topic(TopicIx::new(ix)).rules);
    rules.filter(move |rule| rule.language.is_none_or(|own| own == language))
}

/// The sentence of an article that comes closest to a topic; `None` if none has any of its words.
pub fn nearest_miss(tree: &TopicTree, topic: TopicIx, article: &Article) -> Option<Miss> {
    let mut looked_for: BTreeSet<&Word> = BTreeSet::new();
    rules(tree, topic, article.language).for_each(|rule| gather(&rule.find, article.language, &mut looked_for));
    let mut of_others: BTreeSet<&Word> = BTreeSet::new();
    other_rules(tree, topic, article.language).for_each(|rule| gather(&rule.find, article.language, &mut of_others));
    let tells: Vec<u32> = looked_for.iter().map(|word| if of_others.contains(word) { 1 } else { 12 }).collect();
    let matcher = Matcher::new(article.language, looked_for);
    let is_searched =
        |sentence: &crate::model::Sentence| article.paragraphs[sentence.paragraph as usize].kind.is_linked();
    let sentences: Vec<(u32, Vec<(u32, Span)>)> = (0..)
        .zip(&article.sentences)
        .filter(|(_, sentence)| is_searched(sentence))
        .map(|(number, sentence)| (number, matcher.found(article, sentence.span)))
        .collect();
    let mut frequency: BTreeMap<u32, u32> = BTreeMap::new();
    for (_, found) in &sentences {
        let distinct: BTreeSet<u32> = found.iter().map(|(word, _)| *word).collect();
        distinct.into_iter().for_each(|word| *frequency.entry(word).or_default() += 1);
    }
    // A word of every other sentence tells little of this one, and so does one that all topics look for.
    let score = |found: &[(u32, Span)]| {
        let distinct: BTreeSet<u32> = found.iter().map(|(word, _)| *word).collect();
        distinct.iter().map(|word| tells[*word as usize] * 1_000 / frequency[word].max(1)).sum::<u32>()
    };
    let best = sentences.into_iter().max_by_key(|(number, found)| (score(found), std::cmp::Reverse(*number)));
    let (sentence, found) = best.filter(|(_, found)| !found.is_empty())?;
    Some(Miss { sentence, found: found.into_iter().map(|(_, span)| span).collect() })
}

/// The single words that a rule looks for.
fn gather<'a>(find: &'a Find, language: Language, words: &mut BTreeSet<&'a Word>) {
    match find {
        Find::Word(word) => _ = words.insert(word),
        Find::Set(_, set) => gather(set, language, words),
        Find::Only(own, inner) if *own == language => gather(inner, language, words),
        Find::Only(..) => {}
        Find::Except(inner, _) => gather(inner, language, words),
        Find::Any(parts) | Find::All(parts) => parts.iter().for_each(|part| gather(part, language, words)),
        Find::Phrase(parts) => parts.iter().for_each(|(_, part)| gather(part, language, words)),
        Find::Near(_, left, right) => [left, right].into_iter().for_each(|part| gather(part, language, words)),
    }
}

/// Tells which of the words looked for a word of the text is; forms of one word are one.
struct Matcher {
    language: Language,
    /// By stem or folded form.
    whole: BTreeMap<String, u32>,
    names: BTreeMap<String, u32>,
    prefixes: Vec<(String, u32)>,
}

impl Matcher {
    fn new(language: Language, looked_for: BTreeSet<&Word>) -> Self {
        let mut matcher = Self { language, whole: BTreeMap::new(), names: BTreeMap::new(), prefixes: Vec::new() };
        for (word, number) in looked_for.into_iter().zip(0..) {
            let folded = words::fold(&words::clean(&word.text));
            if is_common(&folded) {
                continue;
            }
            match word.form {
                Form::Stem => _ = matcher.whole.entry(stems::stem(language, &folded)).or_insert(number),
                Form::Prefix => matcher.prefixes.push((folded, number)),
                Form::Name | Form::Exact => _ = matcher.names.entry(folded).or_insert(number),
            }
        }
        matcher
    }

    fn found(&self, article: &Article, sentence: Span) -> Vec<(u32, Span)> {
        let mut spans = Vec::new();
        words::words(sentence.text(&article.text), sentence.start as usize, self.language, &mut spans);
        let known = |span: Span| {
            let clean = words::clean(span.text(&article.text));
            let folded = words::fold(&clean);
            let name = || {
                let capital = clean.starts_with(char::is_uppercase);
                let mut forms = [folded.as_str()].into_iter().chain(stems::roots(self.language, &folded));
                forms.find_map(|form| self.names.get(form)).filter(|_| capital)
            };
            let whole = self.whole.get(&stems::stem(self.language, &folded));
            let prefix =
                || self.prefixes.iter().find(|(prefix, _)| folded.starts_with(prefix)).map(|(_, number)| number);
            whole.or_else(name).or_else(prefix).map(|number| (*number, span))
        };
        spans.into_iter().filter_map(known).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fingerprint, Format, Paragraph, ParagraphKind, Sentence, TopicFile};

    fn article(sentences: &[&str]) -> Article {
        let text = sentences.join(" ");
        let span = Span::new(0, text.len());
        let mut start = 0;
        let sentence = |words: &&str| {
            let span = Span::new(start, start + words.len());
            start += words.len() + 1;
            Sentence { span, paragraph: 0 }
        };
        Article {
            path: "a.txt".to_owned(),
            format: Format::Txt,
            headline: String::new(),
            outlet: None,
            author: None,
            date: None,
            time: None,
            address: None,
            language: Language::English,
            fingerprint: Fingerprint::of(&text),
            sentences: sentences.iter().map(sentence).collect(),
            text,
            paragraphs: vec![Paragraph { span, kind: ParagraphKind::Body }],
            warnings: Vec::new(),
        }
    }

    fn tree() -> TopicTree {
        let source = "(topics: [(id: \"a\", name: \"A\", color: \"#000000\", rules: [\"economic sanction\", \"Geneva and talks\", \
                      \"ru: санкция\"], children: [(id: \"a/b\", name: \"B\", color: \"#000000\", rules: [\"cyber*\"])])])";
        TopicFile::parse(source).and_then(TopicFile::into_tree).expect("a sound tree")
    }

    #[test]
    fn the_sentence_with_most_of_the_words_comes_closest() {
        let article = article(&["Talks went on.", "Economic talks may go on in Geneva.", "Snow fell.", "Talks ended."]);
        let miss = nearest_miss(&tree(), TopicIx(0), &article).expect("a miss");
        let words: Vec<&str> = miss.found.iter().map(|span| span.text(&article.text)).collect();
        assert_eq!((miss.sentence, words), (1, vec!["Economic", "talks", "Geneva"]));
        assert_eq!(nearest_miss(&tree(), TopicIx(1), &article), None);
    }

    #[test]
    fn only_words_of_the_articles_language_were_tried() {
        assert_eq!(
            words_tried(&tree(), TopicIx(0), Language::English),
            ["cyber", "economic sanction", "Geneva", "talks"]
        );
        assert!(words_tried(&tree(), TopicIx(0), Language::Russian).contains(&"санкция".to_owned()));
        assert_eq!(words_tried(&tree(), TopicIx(1), Language::English), ["cyber"]);
    }
}
