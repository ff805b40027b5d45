//! What the rules of a tree look for, as plain text: for other programs to search with.

use crate::model::{Find, Form, Language, TopicTree};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Every word or phrase that a rule looks for, sorted. A phrase of plain words stands whole, else its words
/// stand singly; a prefix stands without its star.
pub fn words_of(tree: &TopicTree) -> Vec<String> {
    let mut words = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for (_, topic) in tree.iter() {
        for rule in &topic.rules {
            collect(&rule.find, None, &mut words, &mut seen);
            let leaned_on = rule.after.iter().chain(&rule.amid);
            leaned_on.for_each(|find| collect(find, None, &mut words, &mut seen));
        }
    }
    words.into_iter().collect()
}

/// With a language only what is looked for in it.
pub(super) fn collect(
    find: &Find,
    language: Option<Language>,
    words: &mut BTreeSet<String>,
    seen: &mut BTreeSet<usize>,
) {
    let mut all = |parts: &mut dyn Iterator<Item = &Find>| parts.for_each(|part| collect(part, language, words, seen));
    match find {
        Find::Word(word) => {
            words.insert(word.text.clone());
        }
        Find::Set(_, set) => {
            if seen.insert(Arc::as_ptr(set) as usize) {
                collect(set, language, words, seen);
            }
        }
        Find::Only(own, _) if language.is_some_and(|language| language != *own) => {}
        Find::Only(_, inner) | Find::Except(inner, _) => collect(inner, language, words, seen),
        Find::Any(parts) | Find::All(parts) => all(&mut parts.iter()),
        Find::Phrase(parts) => match plain(parts) {
            Some(phrase) => {
                words.insert(phrase);
            }
            None => all(&mut parts.iter().map(|(_, part)| part)),
        },
        Find::Near(_, left, right) => all(&mut [&**left, &**right].into_iter()),
    }
}

/// "open door", if the parts are words next to each other.
fn plain(parts: &[(u8, Find)]) -> Option<String> {
    let word = |(gap, part): &(u8, Find)| match part {
        Find::Word(word) if *gap == 0 && word.form != Form::Prefix => Some(word.text.clone()),
        _ => None,
    };
    let words: Option<Vec<String>> = parts.iter().map(word).collect();
    words.map(|words| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TopicFile;

    #[test]
    fn phrases_of_plain_words_stand_whole() {
        let source = "(sets: {\"s\": [\"Kyiv | Kiev\"]}, topics: [(id: \"a\", name: \"\", color: \"#000000\", \
                      rules: [\"open door and @s\", \"ransom* ~2 (gang | =US) unless art\"])])";
        let tree = TopicFile::parse(source).and_then(TopicFile::into_tree).expect("a sound tree");
        assert_eq!(words_of(&tree), ["Kiev", "Kyiv", "US", "gang", "open door", "ransom"]);
    }
}
