//! All rules of a tree as one graph: equal parts are one node, words are classes.
//!
//! A class is a set of words of the rules, such as all one-word names of a set. What it costs to match a
//! rule is then the number of its words in the sentence, not the number of words in the rule.

use super::vocabulary::{ClassId, WordIndex};
use crate::model::{Find, Language, Rule, TopicIx, TopicTree, Word};
use rustc_hash::FxHashMap;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct NodeId(pub u32);

/// A part of a rule. Nodes come after those that they are made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Class(ClassId),
    Any(Vec<NodeId>),
    All(Vec<NodeId>),
    Phrase(Vec<(u8, NodeId)>),
    Near(u8, NodeId, NodeId),
    Except(NodeId, NodeId),
}

#[derive(Clone, Debug)]
pub(super) struct CompiledRule {
    pub topic: TopicIx,
    /// Index into the topic's rules.
    pub rule: u16,
    /// The top-level topic, within which weak rules look for other evidence.
    pub top: TopicIx,
    pub weak: bool,
    pub find: NodeId,
    pub after: Option<NodeId>,
    pub unless: Option<NodeId>,
}

#[derive(Default)]
pub(super) struct Program {
    pub nodes: Vec<Node>,
    /// In the order of topics and of rules in them.
    pub rules: Vec<CompiledRule>,
    /// By class: the rules that cannot match without a word of it, or of a class that stands for it.
    pub triggers: Vec<Vec<u32>>,
    pub index: WordIndex,
}

impl Program {
    pub fn new(tree: &TopicTree) -> Self {
        let mut compiler = Compiler::default();
        for (topic, entry) in tree.iter() {
            for (number, rule) in entry.rules.iter().enumerate() {
                compiler.rule(tree.top(topic), topic, number as u16, rule);
            }
        }
        let mut program = compiler.program;
        program.triggers = vec![Vec::new(); program.index.classes()];
        let triggers = trigger_classes(&program.nodes);
        for (number, rule) in program.rules.iter().enumerate() {
            for class in &triggers[rule.find.0 as usize] {
                program.triggers[class.0 as usize].push(number as u32);
            }
        }
        program
    }
}

/// By node: classes of which at least one must be in the sentence. Of parts that must all be there, those of
/// the part with the fewest.
fn trigger_classes(nodes: &[Node]) -> Vec<Vec<ClassId>> {
    let mut triggers: Vec<Vec<ClassId>> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let of = |id: &NodeId| &triggers[id.0 as usize];
        let fewest = |parts: &mut dyn Iterator<Item = &NodeId>| {
            parts.map(of).min_by_key(|classes| classes.len()).cloned().unwrap_or_default()
        };
        let mut classes = match node {
            Node::Class(class) => vec![*class],
            Node::Any(parts) => parts.iter().flat_map(|part| of(part).iter().copied()).collect(),
            Node::All(parts) => fewest(&mut parts.iter()),
            Node::Phrase(parts) => fewest(&mut parts.iter().map(|(_, part)| part)),
            Node::Near(_, left, right) => fewest(&mut [left, right].into_iter()),
            Node::Except(inner, _) => of(inner).clone(),
        };
        classes.sort_unstable();
        classes.dedup();
        triggers.push(classes);
    }
    triggers
}

#[derive(Default)]
struct Compiler {
    program: Program,
    known: FxHashMap<Node, NodeId>,
    /// Sets that were compiled, by where their text stands in memory and the language they are used in.
    sets: FxHashMap<(usize, Option<Language>), NodeId>,
}

impl Compiler {
    fn rule(&mut self, top: TopicIx, topic: TopicIx, number: u16, rule: &Rule) {
        let mut compile = |find: &Find| self.find(find, rule.language);
        let (find, after) = (compile(&rule.find), rule.after.as_ref().map(&mut compile));
        let unless = rule.unless.as_ref().map(&mut compile);
        self.program.rules.push(CompiledRule { topic, rule: number, top, weak: rule.weak, find, after, unless });
    }

    fn add(&mut self, node: Node) -> NodeId {
        if let Some(&id) = self.known.get(&node) {
            return id;
        }
        let id = NodeId(self.program.nodes.len() as u32);
        self.program.nodes.push(node.clone());
        self.known.insert(node, id);
        id
    }

    fn find(&mut self, find: &Find, language: Option<Language>) -> NodeId {
        let node = match find {
            Find::Word(word) => return self.class(vec![(word, language)]),
            Find::Set(_, set) => {
                let key = (Arc::as_ptr(set) as usize, language);
                if let Some(&id) = self.sets.get(&key) {
                    return id;
                }
                let id = self.find(set, language);
                self.sets.insert(key, id);
                return id;
            }
            Find::Only(only, inner) => {
                let impossible = language.is_some_and(|language| language != *only);
                return if impossible { self.class(Vec::new()) } else { self.find(inner, Some(*only)) };
            }
            Find::Any(parts) => return self.any(parts, language),
            Find::All(parts) => Node::All(parts.iter().map(|part| self.find(part, language)).collect()),
            Find::Phrase(parts) => {
                Node::Phrase(parts.iter().map(|(gap, part)| (*gap, self.find(part, language))).collect())
            }
            Find::Near(words, left, right) => Node::Near(*words, self.find(left, language), self.find(right, language)),
            Find::Except(inner, but) => Node::Except(self.find(inner, language), self.find(but, language)),
        };
        self.add(node)
    }

    /// Alternatives: single words become one class.
    fn any(&mut self, parts: &[Find], language: Option<Language>) -> NodeId {
        let mut words = Vec::new();
        let mut rest: Vec<&Find> = Vec::new();
        gather(parts, language, &mut words, &mut rest);
        let mut nodes: Vec<NodeId> = rest.into_iter().map(|part| self.find(part, language)).collect();
        if !words.is_empty() || nodes.is_empty() {
            nodes.push(self.class(words));
        }
        nodes.sort_unstable();
        nodes.dedup();
        if nodes.len() == 1 { nodes[0] } else { self.add(Node::Any(nodes)) }
    }

    fn class(&mut self, mut words: Vec<(&Word, Option<Language>)>) -> NodeId {
        words.sort_unstable();
        words.dedup();
        let class = self.program.index.class(&words);
        self.add(Node::Class(class))
    }
}

/// Sorts alternatives into single words and the rest, through brackets and language marks.
fn gather<'a>(
    parts: &'a [Find],
    language: Option<Language>,
    words: &mut Vec<(&'a Word, Option<Language>)>,
    rest: &mut Vec<&'a Find>,
) {
    for part in parts {
        match part {
            Find::Word(word) => words.push((word, language)),
            Find::Any(inner) => gather(inner, language, words, rest),
            Find::Only(only, inner) if language.is_none_or(|language| language == *only) => match &**inner {
                Find::Word(word) => words.push((word, Some(*only))),
                Find::Any(inner) if inner.iter().all(|part| matches!(part, Find::Word(_))) => {
                    gather(inner, Some(*only), words, rest);
                }
                _ => rest.push(part),
            },
            other => rest.push(other),
        }
    }
}
