//! The rows of the Compare view: what says the same in one row, and which of its words are shared.

use super::claim::claim;
use super::{CompareBy, CompareCard, CompareCell, CompareColumn, CompareRow, Gap};
use crate::analysis::across::{Across, Standing, fitness};
use crate::analysis::rounds::RoundIx;
use crate::analysis::statements::{Member, Statement, StatementIx, align};
use crate::app::State;
use crate::model::{ArticleIx, Language, Span};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Rows made; a topic with more is better narrowed down.
const MOST_ROWS: usize = 400;
/// Statements that are looked at for them, those that most articles say.
const MOST_STATEMENTS: usize = 1_000;
/// Cards of one cell: an article that says a thing five times is read there.
const MOST_CARDS: usize = 4;

/// What some articles say on a topic.
struct Spoken {
    statements: Vec<StatementIx>,
    /// Sentences of no statement.
    alone: Vec<(ArticleIx, u32)>,
    /// All sentences.
    on_topic: BTreeSet<(ArticleIx, u32)>,
    /// Statements that are left out.
    more: usize,
}

impl State {
    /// The rows, and how many more there would be.
    pub(super) fn rows(&self, found: &Across, shown: &[ArticleIx]) -> (Vec<CompareRow>, usize) {
        let articles: BTreeSet<ArticleIx> = match self.compare.by {
            CompareBy::Articles => shown.iter().copied().collect(),
            CompareBy::Sides => self.articles_of_round(found).into_iter().collect(),
        };
        let Spoken { statements, mut alone, on_topic, more } = self.spoken(found, &articles);
        let mut rows: Vec<CompareRow> =
            statements.into_iter().filter_map(|ix| self.statement_row(found, ix, &articles)).collect();
        rows.sort_by_key(|row| {
            let on_topic =
                |cell: &&CompareCell| cell.cards().iter().any(|card| on_topic.contains(&(card.article, card.sentence)));
            let filled = row.cells.iter().filter(on_topic).count();
            let told = match row.standing {
                Standing::Told { articles, .. } => articles,
                _ => 0,
            };
            Reverse((filled, told))
        });
        drop_repeats(&mut rows, self.compare.focus.map(|(focus, _)| focus));
        let more = more + (rows.len() + alone.len()).saturating_sub(MOST_ROWS);
        alone.truncate(MOST_ROWS.saturating_sub(rows.len()));
        rows.extend(alone.into_iter().filter_map(|(ix, sentence)| self.row_of_one(found, ix, sentence)));
        rows.truncate(MOST_ROWS);
        let figures = figures_that_differ(found);
        for row in &mut rows {
            compare_cards(found, row);
            row.differ = differ(row, &figures);
        }
        (rows, more)
    }

    /// What the articles say on the topic.
    fn spoken(&self, found: &Across, articles: &BTreeSet<ArticleIx>) -> Spoken {
        let (mut statements, mut alone, mut on_topic) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
        for ix in articles {
            for sentence in self.sentences_on_topic(*ix) {
                on_topic.insert((*ix, sentence));
                let of_sentence = found.statements.of(*ix, sentence);
                statements.extend(of_sentence.iter().copied());
                if of_sentence.is_empty() {
                    alone.push((*ix, sentence));
                }
            }
        }
        let mut statements: Vec<StatementIx> = statements.into_iter().collect();
        let more = statements.len().saturating_sub(MOST_STATEMENTS);
        if more > 0 {
            statements.sort_by_cached_key(|ix| (Reverse(found.statements.get(*ix).articles().len()), *ix));
            statements.truncate(MOST_STATEMENTS);
        }
        if let Some((focus, _)) = self.compare.focus.filter(|(focus, _)| !statements.contains(focus)) {
            let says = |statement: &Statement| statement.members.iter().any(|one| articles.contains(&one.article));
            statements.extend(found.statement(focus).is_some_and(says).then_some(focus));
        }
        Spoken { statements, alone, on_topic, more }
    }

    /// The column in which a sentence stands.
    fn column_of(&self, ix: ArticleIx, sentence: u32) -> Option<usize> {
        let whose = (self.compare.by == CompareBy::Sides).then(|| self.whose(ix, sentence));
        self.compare.columns.iter().position(|column| match column.whose {
            Some(_) => column.whose == whose,
            None => column.article == Some(ix),
        })
    }

    fn statement_row(&self, found: &Across, ix: StatementIx, articles: &BTreeSet<ArticleIx>) -> Option<CompareRow> {
        let statement = found.statement(ix)?;
        let members: Vec<&Member> =
            statement.members.iter().filter(|member| articles.contains(&member.article)).collect();
        let mut cards: Vec<Vec<CompareCard>> = vec![Vec::new(); self.compare.columns.len()];
        let mut hidden = vec![0; self.compare.columns.len()];
        for member in members {
            let Some(column) = self.column_of(member.article, member.sentence) else { continue };
            if cards[column].len() < MOST_CARDS {
                cards[column].push(card(found, member.article, member.sentence));
            } else {
                hidden[column] += 1;
            }
        }
        let first = cards.iter().flatten().next().map(|card| (card.article, card.sentence))?;
        let headline = headline(found, statement, &cards);
        let standing = found.standing_in(ix, first.0);
        let languages: BTreeSet<_> =
            statement.members.iter().map(|member| found.articles[member.article.index()].language).collect();
        let round = found.rounds.of(first.0);
        let cells = cards.into_iter().zip(&self.compare.columns).map(|(cards, column)| {
            if !cards.is_empty() {
                return CompareCell::Cards(cards);
            }
            CompareCell::Gap(self.gap(found, column, round, |language| languages.contains(&language)))
        });
        Some(CompareRow { headline, statement: Some(ix), standing, differ: false, cells: cells.collect(), hidden })
    }

    fn row_of_one(&self, found: &Across, ix: ArticleIx, sentence: u32) -> Option<CompareRow> {
        let column = self.column_of(ix, sentence)?;
        let card = card(found, ix, sentence);
        let standing = found.standing(ix, sentence);
        let headline = match standing {
            Standing::Only => format!("Only in {}", found.articles[ix.index()].source_name()),
            _ => claim_of(found, &card),
        };
        let (round, language) = (found.rounds.of(ix), found.articles[ix.index()].language);
        let cells = self.compare.columns.iter().enumerate().map(|(number, own)| {
            if number == column {
                return CompareCell::Cards(vec![card.clone()]);
            }
            match standing {
                Standing::Unknown => CompareCell::Gap(Gap::NotCompared),
                _ => CompareCell::Gap(self.gap(found, own, round, |other| other == language)),
            }
        });
        let hidden = vec![0; self.compare.columns.len()];
        Some(CompareRow { headline, statement: None, standing, differ: false, cells: cells.collect(), hidden })
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

/// By sentence: the figures in it that others give differently, as the place of what differs and the value.
type Figures = BTreeMap<(ArticleIx, u32), Vec<(usize, u64)>>;

fn figures_that_differ(found: &Across) -> Figures {
    let mut figures = Figures::new();
    for (number, one) in found.differing.iter().enumerate() {
        for given in &one.given {
            figures.entry((given.article, given.sentence)).or_default().push((number, given.value));
        }
    }
    figures
}

/// Whether two cards of a row are among those whose figures of one thing differ.
fn differ(row: &CompareRow, figures: &Figures) -> bool {
    let mut values: BTreeMap<usize, u64> = BTreeMap::new();
    let cards = row.cells.iter().flat_map(CompareCell::cards);
    let mut given = cards.filter_map(|card| figures.get(&(card.article, card.sentence))).flatten();
    given.any(|(number, value)| *values.entry(*number).or_insert(*value) != *value)
}

/// Tints what cards of different columns share, and dots the rest.
fn compare_cards(found: &Across, row: &mut CompareRow) {
    let flat: Vec<(usize, ArticleIx, u32)> = row
        .cells
        .iter()
        .enumerate()
        .flat_map(|(column, cell)| cell.cards().iter().map(move |card| (column, card.article, card.sentence)))
        .collect();
    for (column, cell) in row.cells.iter_mut().enumerate() {
        let CompareCell::Cards(cards) = cell else { continue };
        for card in cards {
            let start = card.span.start;
            // By byte of the sentence: 0 nothing, 1 a word of its own, 2 a shared one.
            let mut bytes = vec![0_u8; card.span.len()];
            for (_, article, sentence) in flat.iter().filter(|(other, ..)| *other != column) {
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

/// Takes out rows that say nothing new: all their cards stand in another row, or in those above where one column alone
/// has any.
fn drop_repeats(rows: &mut Vec<CompareRow>, focus: Option<StatementIx>) {
    let cards = |row: &CompareRow| -> BTreeSet<(ArticleIx, u32)> {
        row.cells.iter().flat_map(CompareCell::cards).map(|card| (card.article, card.sentence)).collect()
    };
    let sets: Vec<BTreeSet<(ArticleIx, u32)>> = rows.iter().map(cards).collect();
    let is_within = |number: usize| {
        let mut others = sets.iter().enumerate().filter(|(other, _)| *other != number);
        others.any(|(other, set)| {
            let wins = set.len() > sets[number].len() || (set.len() == sets[number].len() && other < number);
            wins && sets[number].is_subset(set)
        })
    };
    let (mut shown, mut number) = (BTreeSet::new(), 0);
    rows.retain(|row| {
        let set = &sets[number];
        let is_wanted = row.statement.is_some() && row.statement == focus;
        let says_more = if row.filled() > 1 { !is_within(number) } else { !set.is_subset(&shown) };
        number += 1;
        shown.extend(set.iter().copied());
        is_wanted || says_more
    });
}

/// What a row says: the claim of the card that stands for it best.
fn headline(found: &Across, statement: &Statement, cards: &[Vec<CompareCard>]) -> String {
    let strength = |card: &CompareCard| {
        let mut members = statement.members.iter();
        let member = members.find(|member| (member.article, member.sentence) == (card.article, card.sentence));
        member.map_or(0, |member| member.strength)
    };
    let best = cards.iter().flatten().min_by_key(|card| fitness(card.span.len(), strength(card)));
    best.map(|card| claim_of(found, card)).unwrap_or_default()
}

fn claim_of(found: &Across, card: &CompareCard) -> String {
    let frame = found.attribution(card.article, card.sentence).map(|said| said.reason.as_slice()).unwrap_or_default();
    claim(&found.articles[card.article.index()].text, card.span, frame)
}
