//! All rules of a tree as one graph: equal parts are one node, words are classes.
//!
//! A class is a set of words of the rules, such as all one-word names of a set. What it costs to match a
//! rule is then the number of its words in the sentence, not the number of words in the rule.

use super::vocabulary::{ClassId, WordIndex};
use crate::model::{Find, Language, Leans, Rule, TopicIx, TopicTree, Word};
use rustc_hash::FxHashMap;
use std::ops::Range;
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
    pub leans: Leans,
    pub find: NodeId,
    pub after: Option<NodeId>,
    /// Into [`Program::subjects`].
    pub amid: Option<usize>,
    pub unless: Option<NodeId>,
}

/// Sets of classes, of each of which a sentence must have one.
type Needs = Vec<Vec<ClassId>>;

/// A rule that may match where a class is, because one of its alternatives needs the class.
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    pub rule: u32,
    /// All that this alternative needs; empty if it needs nothing else.
    pub needs: Needs,
}

#[derive(Default)]
pub(super) struct Program {
    pub nodes: Vec<Node>,
    /// In the order of topics and of rules in them.
    pub rules: Vec<CompiledRule>,
    /// By class: the rules to think of where a word of it stands. No rule matches where none of its triggers is.
    pub triggers: Vec<Vec<Trigger>>,
    /// The same for the rules that ask what the article is about: most articles are about something else, and these
    /// are then not thought of at all.
    pub amid_triggers: Vec<Vec<Trigger>>,
    /// What articles can be about, as `amid` asks for it. Looked for like rules, under the numbers after theirs.
    pub subjects: Vec<NodeId>,
    /// The rules of each topic that carry it on from the sentence before. They have no triggers: they are thought of
    /// only behind a sentence of the topic.
    pub carrying: FxHashMap<TopicIx, Vec<u32>>,
    pub index: WordIndex,
}

impl Program {
    /// The rules of these topics.
    pub fn new(tree: &TopicTree, topics: Range<usize>) -> Self {
        let mut compiler = Compiler::default();
        for (topic, entry) in tree.iter().filter(|(topic, _)| topics.contains(&topic.index())) {
            for (number, rule) in entry.rules.iter().enumerate() {
                compiler.rule(tree.top(topic), topic, number as u16, rule);
            }
        }
        let mut program = compiler.program;
        program.triggers = vec![Vec::new(); program.index.classes()];
        program.amid_triggers = program.triggers.clone();
        let needs = needs(&program.nodes, &program.index);
        for rule in 0..program.rules.len() {
            let CompiledRule { topic, leans, find, .. } = program.rules[rule];
            match leans {
                Leans::No | Leans::Weak => program.add_triggers(rule as u32, find, &needs),
                Leans::Carry | Leans::Point => program.carrying.entry(topic).or_default().push(rule as u32),
            }
        }
        for (number, subject) in program.subjects.clone().into_iter().enumerate() {
            program.add_triggers((program.rules.len() + number) as u32, subject, &needs);
        }
        program
    }

    /// Adds the triggers of a rule for one of its parts: each alternative by what is rarest in it.
    fn add_triggers(&mut self, rule: u32, part: NodeId, needs: &[Needs]) {
        if let Node::Any(parts) = self.nodes[part.0 as usize].clone() {
            return parts.iter().for_each(|part| self.add_triggers(rule, *part, needs));
        }
        let of_part = &needs[part.0 as usize];
        for class in rarest(of_part, &self.index).to_vec() {
            let needs = if of_part.len() > 1 { of_part.clone() } else { Needs::new() };
            if self.rules.get(rule as usize).is_some_and(|rule| rule.amid.is_some()) {
                self.amid_triggers[class.0 as usize].push(Trigger { rule, needs });
                continue;
            }
            self.triggers[class.0 as usize].push(Trigger { rule, needs });
            self.index.await_class(class);
        }
    }
}

/// What each node needs. Of alternatives only the rarest need of each is kept, joined: a sentence that has
/// what is needed may still not match, but one that has not never does.
fn needs(nodes: &[Node], index: &WordIndex) -> Vec<Needs> {
    let mut all: Vec<Needs> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let of = |id: &NodeId| &all[id.0 as usize];
        let mut needs: Needs = match node {
            Node::Class(class) => vec![vec![*class]],
            Node::Any(parts) => vec![parts.iter().flat_map(|part| rarest(of(part), index)).copied().collect()],
            Node::All(parts) => parts.iter().flat_map(of).cloned().collect(),
            Node::Phrase(parts) => parts.iter().flat_map(|(_, part)| of(part)).cloned().collect(),
            Node::Near(_, left, right) => of(left).iter().chain(of(right)).cloned().collect(),
            Node::Except(inner, _) => of(inner).clone(),
        };
        for classes in &mut needs {
            classes.sort_unstable();
            classes.dedup();
        }
        needs.sort_unstable();
        needs.dedup();
        all.push(needs);
    }
    all
}

/// The need that the fewest sentences meet.
fn rarest<'a>(needs: &'a Needs, index: &WordIndex) -> &'a [ClassId] {
    let frequency = |classes: &&Vec<ClassId>| classes.iter().map(|class| index.frequency(*class)).sum::<u32>();
    needs.iter().min_by_key(frequency).map_or(&[], Vec::as_slice)
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
        let amid = rule.amid.as_ref().map(&mut compile).map(|subject| self.subject(subject));
        let leans = rule.leans;
        self.program.rules.push(CompiledRule { topic, rule: number, top, leans, find, after, amid, unless });
    }

    fn subject(&mut self, node: NodeId) -> usize {
        let subjects = &mut self.program.subjects;
        subjects.iter().position(|known| *known == node).unwrap_or_else(|| {
            subjects.push(node);
            subjects.len() - 1
        })
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
