//! The rows of the Compare view: what says the same in one row, and which of its words are shared.

use super::{CompareBy, CompareCard, CompareCell, CompareColumn, CompareRow, Gap};
use crate::analysis::across::{Across, Standing};
use crate::analysis::rounds::RoundIx;
use crate::analysis::statements::{Member, StatementIx, align};
use crate::app::State;
use crate::model::{ArticleIx, Language, Passage, Span};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Rows made; a topic with more is better narrowed down.
const MOST_ROWS: usize = 400;
/// Cards of one cell: an article that says a thing five times is read there.
const MOST_CARDS: usize = 4;

impl State {
    pub(super) fn rows(&self, found: &Across, shown: &[ArticleIx]) -> Vec<CompareRow> {
        let articles = match self.compare.by {
            CompareBy::Articles => shown.to_vec(),
            CompareBy::Sides => self.articles_of_round(found),
        };
        let (mut statements, mut alone) = (BTreeSet::new(), Vec::new());
        for ix in &articles {
            for sentence in self.sentences_on_topic(*ix) {
                let of_sentence = found.statements.of(*ix, sentence);
                statements.extend(of_sentence.iter().copied());
                if of_sentence.is_empty() {
                    alone.push((*ix, sentence));
                }
            }
        }
        if let Some((focus, _)) = self.compare.focus.filter(|(focus, _)| found.statement(*focus).is_some()) {
            let said_here = found.statements.get(focus).members.iter().any(|member| articles.contains(&member.article));
            statements.extend(said_here.then_some(focus));
        }
        let rows = statements.into_iter().filter_map(|ix| self.statement_row(found, ix, &articles));
        let mut rows: Vec<CompareRow> = rows.collect();
        rows.sort_by_key(|row| {
            let filled = row.cells.iter().filter(|cell| matches!(cell, CompareCell::Cards(_))).count();
            let told = match row.standing {
                Standing::Told { articles, .. } => articles,
                _ => 0,
            };
            Reverse((filled, told))
        });
        rows.extend(alone.into_iter().filter_map(|(ix, sentence)| self.row_of_one(found, ix, sentence)));
        rows.truncate(MOST_ROWS);
        rows
    }

    /// The column in which a sentence stands.
    fn column_of(&self, ix: ArticleIx, sentence: u32) -> Option<usize> {
        let side = || self.who_says(ix, sentence).and_then(|who| who.side);
        self.compare.columns.iter().position(|column| match column.side {
            Some(own) => side() == Some(own),
            None => column.article == Some(ix),
        })
    }

    fn statement_row(&self, found: &Across, ix: StatementIx, articles: &[ArticleIx]) -> Option<CompareRow> {
        let statement = found.statement(ix)?;
        let members: Vec<&Member> =
            statement.members.iter().filter(|member| articles.contains(&member.article)).collect();
        let mut cards: Vec<Vec<CompareCard>> = vec![Vec::new(); self.compare.columns.len()];
        for member in members {
            let Some(column) = self.column_of(member.article, member.sentence) else { continue };
            if cards[column].len() < MOST_CARDS {
                cards[column].push(card(found, member.article, member.sentence));
            }
        }
        let (first, headline) = {
            let first = cards.iter().flatten().next()?;
            let member = statement
                .members
                .iter()
                .find(|member| (member.article, member.sentence) == (first.article, first.sentence))?;
            ((first.article, first.sentence), headline(found, member.article, &member.shared, first.span))
        };
        compare_cards(found, &mut cards);
        let standing = found.standing(first.0, first.1);
        let languages: BTreeSet<_> =
            statement.members.iter().map(|member| found.articles[member.article.index()].language).collect();
        let round = found.rounds.of(first.0);
        let cells = cards.into_iter().zip(&self.compare.columns).map(|(cards, column)| {
            if !cards.is_empty() {
                return CompareCell::Cards(cards);
            }
            CompareCell::Gap(self.gap(found, column, round, |language| languages.contains(&language)))
        });
        Some(CompareRow {
            headline,
            statement: Some(ix),
            standing,
            conflict: statement.conflict,
            cells: cells.collect(),
        })
    }

    fn row_of_one(&self, found: &Across, ix: ArticleIx, sentence: u32) -> Option<CompareRow> {
        let column = self.column_of(ix, sentence)?;
        let card = card(found, ix, sentence);
        let passages = self.library.passages(ix);
        let start = passages.partition_point(|passage| passage.sentence < sentence);
        let words = passages.get(start).map(Passage::matched_words).unwrap_or_default();
        let headline = headline(found, ix, &words, card.span);
        let standing = found.standing(ix, sentence);
        let (round, language) = (found.rounds.of(ix), found.articles[ix.index()].language);
        let cells = self.compare.columns.iter().enumerate().map(|(number, own)| {
            if number == column {
                return CompareCell::Cards(vec![card.clone()]);
            }
            CompareCell::Gap(self.gap(found, own, round, |other| other == language))
        });
        Some(CompareRow { headline, statement: None, standing, conflict: false, cells: cells.collect() })
    }

    fn gap(
        &self,
        found: &Across,
        column: &CompareColumn,
        round: Option<RoundIx>,
        speaks: impl Fn(Language) -> bool,
    ) -> Gap {
        let Some(ix) = column.article else { return Gap::Nothing };
        let language = found.articles[ix.index()].language;
        if !self.library.searches(language) {
            Gap::NotSearched
        } else if !speaks(language) {
            Gap::OtherLanguage
        } else if found.rounds.of(ix) != round {
            Gap::OtherRound
        } else {
            Gap::Nothing
        }
    }
}

fn card(found: &Across, article: ArticleIx, sentence: u32) -> CompareCard {
    let span = found.articles[article.index()].sentences[sentence as usize].span;
    CompareCard { article, sentence, span, shared: Vec::new(), different: Vec::new() }
}

/// Tints what cards of different columns share, and dots the rest.
fn compare_cards(found: &Across, cards: &mut [Vec<CompareCard>]) {
    let flat: Vec<(usize, ArticleIx, u32, Span)> = cards
        .iter()
        .enumerate()
        .flat_map(|(column, cards)| cards.iter().map(move |card| (column, card.article, card.sentence, card.span)))
        .collect();
    for (column, cards) in cards.iter_mut().enumerate() {
        for card in cards {
            let start = card.span.start;
            // By byte of the sentence: 0 nothing, 1 a word of its own, 2 a shared one.
            let mut bytes = vec![0_u8; card.span.len()];
            for (_, article, sentence, _) in flat.iter().filter(|(other, ..)| *other != column) {
                let (one, other) = (&found.articles[card.article.index()], &found.articles[article.index()]);
                let aligned = align(one, card.sentence as usize, other, *sentence as usize);
                let mut paint = |spans: &[Span], value: u8| {
                    for byte in spans.iter().flat_map(|span| span.start..span.end) {
                        let byte = &mut bytes[(byte - start) as usize];
                        *byte = (*byte).max(value);
                    }
                };
                paint(&aligned.different[0], 1);
                paint(&aligned.shared[0], 2);
            }
            (card.shared, card.different) = (runs(&bytes, start, 2), runs(&bytes, start, 1));
        }
    }
}

fn runs(bytes: &[u8], base: u32, value: u8) -> Vec<Span> {
    let mut at = base;
    let mut spans = Vec::new();
    for run in bytes.chunk_by(|a, b| a == b) {
        let end = at + run.len() as u32;
        if run[0] == value {
            spans.push(Span { start: at, end });
        }
        at = end;
    }
    spans
}

/// The telling words of a sentence with dots between; the sentence itself where there are none.
fn headline(found: &Across, article: ArticleIx, words: &[Span], sentence: Span) -> String {
    let text = &found.articles[article.index()].text;
    let parts: Vec<String> = words.iter().map(|span| span.text(text).replace(['\n', '\r'], " ")).collect();
    let joined = if parts.is_empty() { sentence.text(text).replace(['\n', '\r'], " ") } else { parts.join(" … ") };
    let mut letters = joined.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
