//! Rules that lean on what was said before: which of them have it.

use super::super::compile::{CompiledRule, NodeId};
use super::{Fired, LinkWorker};
use crate::model::{Article, Leans, ParagraphKind, Span};

/// Sentences back that a weak or an `after` rule looks for what it leans on. Further back a reader would not
/// relate them.
pub(super) const SENTENCES_BACK: usize = 2;
/// How many paragraphs back those sentences may be: agencies print one sentence a paragraph.
const PARAGRAPHS_BACK: u32 = 1;
/// Paragraphs under a section heading that it still speaks for.
pub(super) const HEADING_REACH: u32 = 6;

impl LinkWorker<'_> {
    /// Of the rules that need something to lean on, those that have it.
    pub(super) fn settle(&mut self, article: &Article, fired: &[Fired], leaning: Vec<Fired>) -> Vec<Fired> {
        let rules = &self.linker.program.rules;
        let mut settled = Vec::new();
        for mut lean in leaning {
            let rule = &rules[lean.rule as usize];
            let before = sentences_before(article, lean.sentence);
            if let Some(after) = rule.after {
                lean.context = self.find_before(article, &before, after);
                if lean.context.is_empty() {
                    continue;
                }
            }
            if rule.leans == Leans::Weak {
                let Some(context) = evidence(rules, fired, rule, lean.sentence, &before) else { continue };
                lean.context.extend(context);
            }
            settled.push(lean);
        }
        settled
    }

    /// The words by which `node` matches in the nearest of these sentences.
    fn find_before(&mut self, article: &Article, before: &[usize], node: NodeId) -> Vec<Span> {
        for &sentence in before {
            self.enter(article.language, sentence);
            let spans = self.find_words(article, sentence, node);
            if !spans.is_empty() {
                return spans;
            }
        }
        Vec::new()
    }
}

/// The words by which a firm rule of the same top-level topic matched in the sentence (then none need be named)
/// or in one of those before.
fn evidence(
    rules: &[CompiledRule],
    fired: &[Fired],
    weak: &CompiledRule,
    sentence: usize,
    before: &[usize],
) -> Option<Vec<Span>> {
    let firm = |wanted: usize| {
        let start = fired.partition_point(|fired| fired.sentence < wanted);
        let mut there = fired[start..].iter().take_while(|fired| fired.sentence == wanted);
        there.find(|fired| rules[fired.rule as usize].top == weak.top)
    };
    if firm(sentence).is_some() {
        return Some(Vec::new());
    }
    before.iter().find_map(|&sentence| firm(sentence)).map(|fired| fired.spans.clone())
}

/// The sentences that a reader has in mind at this one, nearest first: those right before it in the same section,
/// then the section's heading.
pub(super) fn sentences_before(article: &Article, sentence: usize) -> Vec<usize> {
    let kind = |sentence: usize| article.paragraphs[article.sentences[sentence].paragraph as usize].kind;
    let is_title = |sentence: usize| matches!(kind(sentence), ParagraphKind::Heading | ParagraphKind::Headline);
    let paragraph = article.sentences[sentence].paragraph;
    if is_title(sentence) {
        return Vec::new();
    }
    let distance = |before: usize| paragraph - article.sentences[before].paragraph;
    let mut before: Vec<usize> = (0..sentence)
        .rev()
        .take(SENTENCES_BACK)
        .take_while(|&before| !is_title(before) && distance(before) <= PARAGRAPHS_BACK)
        .collect();
    let nearest = paragraph.saturating_sub(HEADING_REACH)..paragraph;
    let title = |paragraph: &u32| article.paragraphs[*paragraph as usize].kind == ParagraphKind::Heading;
    if let Some(heading) = nearest.rev().find(title) {
        let first = article.sentences.partition_point(|sentence| sentence.paragraph < heading);
        before.extend((article.sentences[first].paragraph == heading).then_some(first));
    }
    before
}
