//! All rules of a tree as one graph: equal parts are one node, words are classes.
//!
//! A class is a set of words of the rules, such as all one-word names of a set. What it costs to match a
//! rule is then the number of its words in the sentence, not the number of words in the rule.

use super::vocabulary::{Asks, ClassId, WordIndex};
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

/// Something that may match where a class is, because one of its alternatives needs the class.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trigger {
    /// Of a rule, or of a subject.
    pub number: u32,
    /// The alternative.
    pub part: NodeId,
}

#[derive(Default)]
pub(super) struct Program {
    pub nodes: Vec<Node>,
    pub needs: Needs,
    /// In the order of topics and of rules in them.
    pub rules: Vec<CompiledRule>,
    /// By what asks and by class: what to think of where a word of it stands. Nothing matches where none of its
    /// triggers is.
    triggers: [Vec<Vec<Trigger>>; Asks::COUNT],
    /// What articles can be about, as `amid` asks for it.
    pub subjects: Vec<NodeId>,
    /// The rules of each topic that carry it on from the sentence before. They have no triggers: they are thought of
    /// only behind a sentence of the topic.
    pub carrying: FxHashMap<TopicIx, Vec<u32>>,
    pub index: WordIndex,
}

impl Program {
    /// The rules of these topics.
    pub fn new(tree: &TopicTree, topics: Range<usize>) -> Self {
        let topics = tree.iter().filter(|(topic, _)| topics.contains(&topic.index()));
        Self::of_rules(topics.flat_map(|(topic, entry)| {
            entry.rules.iter().enumerate().map(move |(number, rule)| (tree.top(topic), topic, number as u16, rule))
        }))
    }

    /// These rules, each with its top-level topic, its topic and its number there.
    pub fn of_rules<'a>(rules: impl Iterator<Item = (TopicIx, TopicIx, u16, &'a Rule)>) -> Self {
        let mut compiler = Compiler::default();
        rules.for_each(|(top, topic, number, rule)| compiler.rule(top, topic, number, rule));
        let mut program = compiler.program;
        program.needs = Needs::new(&program.nodes, &program.index);
        program.triggers = std::array::from_fn(|_| vec![Vec::new(); program.index.classes()]);
        for rule in 0..program.rules.len() {
            let CompiledRule { topic, leans, find, amid, .. } = program.rules[rule];
            let asks = if amid.is_some() { Asks::Amid } else { Asks::Sentence };
            match leans {
                Leans::No | Leans::Weak => program.add_triggers(asks, rule as u32, find),
                Leans::Carry | Leans::Point => program.carrying.entry(topic).or_default().push(rule as u32),
            }
        }
        for (number, subject) in program.subjects.clone().into_iter().enumerate() {
            program.add_triggers(Asks::Subject, number as u32, subject);
        }
        program
    }

    /// What to think of at a word of this class.
    pub fn triggers(&self, asks: Asks, class: ClassId) -> &[Trigger] {
        &self.triggers[asks as usize][class.0 as usize]
    }

    /// Adds the triggers for a part of a rule or a subject: each alternative by what is rarest in it.
    fn add_triggers(&mut self, asks: Asks, number: u32, part: NodeId) {
        if let Node::Any(parts) = self.nodes[part.0 as usize].clone() {
            return parts.iter().for_each(|part| self.add_triggers(asks, number, *part));
        }
        let first = self.needs.of(part).first().map_or(&[][..], |need| self.needs.set(*need));
        for class in first.iter().copied() {
            self.triggers[asks as usize][class.0 as usize].push(Trigger { number, part });
            self.index.await_class(class, asks);
        }
    }
}

/// A set of classes, one of which a sentence must have. Equal sets are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NeedId(pub u32);

/// What each node needs: of alternatives only the rarest need of each is kept, joined. A sentence that has what is
/// needed may still not match, but one that has not never does.
#[derive(Default)]
pub(super) struct Needs {
    sets: Vec<Box<[ClassId]>>,
    /// The one that the fewest sentences meet comes first: it is what a part is looked for by.
    by_node: Vec<Box<[NeedId]>>,
}

impl Needs {
    fn new(nodes: &[Node], index: &WordIndex) -> Self {
        let (mut needs, mut known) = (Self::default(), FxHashMap::default());
        let frequency = |set: &[ClassId]| set.iter().map(|class| index.frequency(*class)).sum::<u32>();
        for node in nodes {
            let of = |id: &NodeId| needs.of(*id).iter();
            let joined = match node {
                Node::Class(class) => Some(vec![*class]),
                Node::Any(parts) => {
                    let rarest = parts.iter().filter_map(|part| needs.of(*part).first());
                    Some(rarest.flat_map(|need| needs.set(*need)).copied().collect::<Vec<ClassId>>())
                }
                _ => None,
            };
            let mut of_node: Vec<NeedId> = match node {
                Node::Class(_) | Node::Any(_) => Vec::new(),
                Node::All(parts) => parts.iter().flat_map(of).copied().collect(),
                Node::Phrase(parts) => parts.iter().flat_map(|(_, part)| of(part)).copied().collect(),
                Node::Near(_, left, right) => of(left).chain(of(right)).copied().collect(),
                Node::Except(inner, _) => of(inner).copied().collect(),
            };
            if let Some(mut set) = joined {
                set.sort_unstable();
                set.dedup();
                let set = set.into_boxed_slice();
                let next = NeedId(needs.sets.len() as u32);
                let need = *known.entry(set.clone()).or_insert(next);
                if need == next {
                    needs.sets.push(set);
                }
                of_node.push(need);
            }
            of_node.sort_unstable_by_key(|need| (frequency(needs.set(*need)), *need));
            of_node.dedup();
            needs.by_node.push(of_node.into_boxed_slice());
        }
        needs
    }

    /// How many sets there are.
    pub fn sets(&self) -> usize {
        self.sets.len()
    }

    pub fn set(&self, need: NeedId) -> &[ClassId] {
        &self.sets[need.0 as usize]
    }

    /// Of each of these sets the node needs a class.
    pub fn of(&self, node: NodeId) -> &[NeedId] {
        &self.by_node[node.0 as usize]
    }
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
