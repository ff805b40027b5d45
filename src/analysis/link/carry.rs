//! A topic goes on: a sentence without evidence of its own takes the topic of the sentence before.
//!
//! Only the tree says when, by rules of the topic that open with `carry:` or `point:`. A sentence that firmly is
//! about another sub-topic of the same top-level topic takes nothing over, and nothing goes on further than
//! [`STEPS`] sentences: what is carried is not carried on for ever.

use super::super::compile::Program;
use super::{Fired, LinkWorker};
use crate::model::{Article, Leans, ParagraphKind, Span, TopicIx};

/// Sentences that a topic is carried on for without evidence of its own. With a third, more sentences that are
/// about something else come along than are right.
pub(super) const STEPS: usize = 2;
/// Bytes of a sentence that says nothing ("Thank you.", "Yes."): it is passed over.
const SHORT: usize = 14;
/// How transcripts mark a question. The answer goes on with it as if it stood in the same paragraph.
const QUESTION: [&str; 6] = ["Q ", "Q:", "Q.", "Question:", "QUESTION", "Вопрос:"];

impl LinkWorker<'_> {
    /// What the rules that carry find, behind the sentences that others have `fired` in, in order.
    pub(super) fn carry_on(&mut self, article: &Article, fired: &[Fired]) -> Vec<Fired> {
        let mut carried = Vec::new();
        if self.linker.program.carrying.is_empty() || fired.is_empty() {
            return carried;
        }
        // The nearest first: it is the one that a sentence leans on.
        for here in fired.chunk_by(|a, b| a.sentence == b.sentence).rev() {
            let next = following(article, here[0].sentence);
            for (topic, words) in self.topics_of(here) {
                for &(sentence, same_paragraph) in &next {
                    let Some(found) = self.carry(article, fired, topic, (sentence, same_paragraph)) else { break };
                    carried.push(Fired { context: words.clone(), ..found });
                }
            }
        }
        carried.sort_by_key(|found: &Fired| (found.sentence, found.rule));
        carried.dedup_by_key(|found| (found.sentence, found.rule));
        carried
    }

    /// The most specific topics of a sentence, each with words that speak for it.
    fn topics_of(&self, here: &[Fired]) -> Vec<(TopicIx, Vec<Span>)> {
        let topic_of = |fired: &Fired| self.linker.program.rules[fired.rule as usize].topic;
        let has_below = |topic| here.iter().any(|fired| self.linker.is_below(topic_of(fired), topic));
        let mut topics: Vec<(TopicIx, Vec<Span>)> = Vec::new();
        for fired in here {
            let topic = topic_of(fired);
            if topics.last().is_none_or(|(last, _)| *last != topic) && !has_below(topic) {
                topics.push((topic, fired.spans.clone()));
            }
        }
        topics
    }

    /// The rule by which a sentence goes on with the topic of the one before.
    fn carry(
        &mut self,
        article: &Article,
        fired: &[Fired],
        topic: TopicIx,
        (sentence, same_paragraph): (usize, bool),
    ) -> Option<Fired> {
        let program = &self.linker.program;
        let Program { rules, carrying, .. } = program;
        let carrying = carrying.get(&topic)?;
        let own = fired.partition_point(|fired| fired.sentence < sentence);
        let mut own = fired[own..].iter().take_while(|fired| fired.sentence == sentence);
        if own.any(|fired| rules[fired.rule as usize].top == rules[carrying[0] as usize].top) {
            return None;
        }
        carrying.iter().find_map(|&number| {
            let rule = &rules[number as usize];
            if !same_paragraph && rule.leans == Leans::Carry || !self.about.has(rule.amid) {
                return None;
            }
            self.enter(article.language, sentence);
            let mut matches = |node| self.evaluator.matches(program, node);
            if !matches(rule.find) || rule.unless.is_some_and(&mut matches) {
                return None;
            }
            let spans = self.find_words(article, sentence, rule.find);
            Some(Fired { sentence, rule: number, spans, context: Vec::new() })
        })
    }
}

/// The sentences behind this one that may go on with it, each with whether it stands in the same paragraph as the one
/// before it.
pub(super) fn following(article: &Article, sentence: usize) -> Vec<(usize, bool)> {
    let mut before = article.sentences[sentence].paragraph;
    let mut next = Vec::with_capacity(STEPS);
    for (number, sentence) in article.sentences.iter().enumerate().skip(sentence + 1) {
        let here = sentence.paragraph;
        if next.len() == STEPS || here - before > 1 || !is_prose(article, before) || !is_prose(article, here) {
            break;
        }
        if !says_little(article, number) {
            let alone = next.is_empty() && is_alone(article, number - 1) && is_alone(article, number);
            next.push((number, here == before || alone || is_question(article, before)));
            before = here;
        }
    }
    next
}

/// Whether a sentence is passed over.
pub(super) fn says_little(article: &Article, sentence: usize) -> bool {
    article.sentences[sentence].span.len() <= SHORT
}

fn is_prose(article: &Article, paragraph: u32) -> bool {
    matches!(article.paragraphs[paragraph as usize].kind, ParagraphKind::Body | ParagraphKind::Quote)
}

/// Whether the sentence is a paragraph of its own, as agencies print them: then the next one is as near as in a paragraph.
fn is_alone(article: &Article, sentence: usize) -> bool {
    let paragraph = |sentence: usize| article.sentences.get(sentence).map(|sentence| sentence.paragraph);
    let here = paragraph(sentence);
    paragraph(sentence + 1) != here && (sentence == 0 || paragraph(sentence - 1) != here)
}

fn is_question(article: &Article, paragraph: u32) -> bool {
    let text = article.paragraphs[paragraph as usize].span.text(&article.text).trim_start();
    QUESTION.iter().any(|mark| text.starts_with(mark))
}
