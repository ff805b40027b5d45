//! What a person does in the views across articles: coverage and compare.

use super::across::sentence_at;
use super::command::Command;
use super::compare::CompareBy;
use super::coverage::{ColumnOrder, CoverageBy};
use super::state::State;
use super::view::Only;
use crate::analysis::statements::StatementIx;
use crate::model::{
    Anchor, ArticleIx, Edit, EditName, Finding, LeftOut, Mark, RoundOf, Says, Scope, Span, StatementPair,
    StatementPlace, TopicIx, ViewKind,
};

/// One thing that a person did there.
#[derive(Clone, Debug, PartialEq)]
pub enum Doing {
    /// What the columns of the table are.
    CoverageBy(CoverageBy),
    OrderColumns(ColumnOrder),
    /// Whether columns in which nothing was found are shown.
    ShowEmptyColumns(bool),
    /// Reads the passages of a cell, from its first one.
    ReadCell {
        topic: TopicIx,
        column: usize,
    },
    /// Tells why a cell is empty, or no more.
    AskCell(Option<(TopicIx, usize)>),
    /// Says that an article leaves a topic out, or takes that back.
    LeaveOut {
        topic: TopicIx,
        article: ArticleIx,
        left_out: bool,
    },
    /// The round of an article by its key, none with an empty one; or as it was found.
    SetRound {
        article: ArticleIx,
        round: Option<String>,
    },
    /// Who says a sentence: id of the side, and a name. Both empty: the article itself.
    SetSpeaker {
        article: ArticleIx,
        sentence: u32,
        side: Option<String>,
        speaker: String,
    },
    /// As it was found.
    ForgetSpeaker {
        article: ArticleIx,
        sentence: u32,
    },
    /// Compares what is said of a statement.
    ShowStatement(StatementIx),
    /// Which articles stand side by side.
    CompareArticle {
        article: ArticleIx,
        shown: bool,
    },
    CompareBy(CompareBy),
    /// This sentence does not say what the others of the statement say.
    Split {
        statement: StatementIx,
        article: ArticleIx,
        sentence: u32,
    },
    /// This sentence says what that one says; each by article and sentence.
    Join {
        one: (ArticleIx, u32),
        other: (ArticleIx, u32),
    },
}

impl State {
    pub(super) fn do_across(&mut self, doing: Doing) {
        match doing {
            Doing::CoverageBy(by) => {
                self.coverage.choice.by = by;
                self.coverage.asked = None;
            }
            Doing::OrderColumns(order) => self.coverage.choice.order = order,
            Doing::ShowEmptyColumns(shown) => self.coverage.choice.with_empty = shown,
            Doing::ReadCell { topic, column } => self.read_cell(topic, column),
            Doing::AskCell(cell) => self.ask_cell(cell),
            Doing::LeaveOut { topic, article, left_out } => self.leave_out(topic, article, left_out),
            Doing::SetRound { article, round } => self.set_round(article, round),
            Doing::SetSpeaker { article, sentence, side, speaker } => {
                self.set_speaker(article, sentence, side, &speaker);
            }
            Doing::ForgetSpeaker { article, sentence } => {
                if let Some(says) = self.says_of_reader(article, sentence).cloned() {
                    self.apply(Command::Edit(Edit::Remove(Mark::Finding(Finding::Says(says)))));
                }
            }
            Doing::ShowStatement(statement) => self.show_statement(statement),
            Doing::CompareArticle { article, shown } => self.compare_article(article, shown),
            Doing::CompareBy(by) => self.compare.by = by,
            Doing::Split { statement, article, sentence } => self.split(statement, article, sentence),
            Doing::Join { one, other } => self.join(one, other),
        }
    }

    /// Lists the passages of a cell and goes to the first.
    fn read_cell(&mut self, topic: TopicIx, column: usize) {
        let Some(column) = self.coverage.columns.get(column).cloned() else { return };
        self.leave_place();
        self.view.only = match (column.whose, &column.articles[..]) {
            (Some(whose), _) => Only::Whose(whose),
            (None, [_]) => Only::All,
            (None, articles) => {
                let path = |ix: &ArticleIx| Some(self.library.article(*ix)?.path.clone());
                self.view.these = (articles.iter().filter_map(path).collect(), column.name.clone());
                Only::These
            }
        };
        self.view.scope = Scope::AllArticles;
        self.coverage.asked = None;
        self.select_topic(Some(topic));
        let listed = |article: &ArticleIx| self.listing.groups.iter().find(|group| group.article == *article);
        let first = match column.whose {
            Some(_) => self.listing.get(0),
            None => column.articles.iter().find_map(listed).map(|group| group.entries[0].into()),
        };
        let span = |first| self.passage(first).map(|passage| passage.span);
        if let Some((first, span)) = first.and_then(|first| Some((first, span(first)?))) {
            self.show_passage(first, span);
            if let ([_], None) = (&column.articles[..], column.whose) {
                self.set_scope(Scope::ThisArticle);
            }
        }
    }

    fn leave_out(&mut self, topic: TopicIx, ix: ArticleIx, left_out: bool) {
        let Some(article) = self.library.article(ix) else { return };
        let topic = self.library.tree().topic(topic).id.clone();
        let (path, fingerprint, by) = (article.path.clone(), article.fingerprint, self.settings.reader.clone());
        let finding = Finding::LeftOut(LeftOut { article: path, topic, fingerprint, by });
        let edit = match (left_out, self.marks.findings.on_same(&finding)) {
            (true, _) => self.marks.findings.edit(finding),
            (false, Some(known)) => Edit::Remove(Mark::Finding(known)),
            (false, None) => return,
        };
        self.apply(Command::Edit(edit));
    }

    fn set_round(&mut self, ix: ArticleIx, round: Option<String>) {
        let Some(article) = self.library.article(ix) else { return };
        let (path, by) = (article.path.clone(), self.settings.reader.clone());
        let finding = Finding::Round(RoundOf { article: path, round: round.clone().unwrap_or_default(), by });
        let edit = match (round, self.marks.findings.on_same(&finding)) {
            (Some(_), _) => self.marks.findings.edit(finding),
            (None, Some(known)) => Edit::Remove(Mark::Finding(known)),
            (None, None) => return,
        };
        self.apply(Command::Edit(edit));
    }

    fn set_speaker(&mut self, ix: ArticleIx, sentence: u32, side: Option<String>, speaker: &str) {
        let Some(article) = self.library.article(ix) else { return };
        let Some(span) = article.sentences.get(sentence as usize).map(|sentence| sentence.span) else { return };
        // What was said before keeps its place, so that the new word takes it.
        let known = self.says_of_reader(ix, sentence).filter(|known| known.fingerprint == article.fingerprint);
        let anchor = known.map_or_else(|| Anchor::describe(&article.text, span), |known| known.anchor.clone());
        let (path, fingerprint, by) = (article.path.clone(), article.fingerprint, self.settings.reader.clone());
        let side = side.filter(|side| !side.is_empty());
        let says = Says { article: path, anchor, fingerprint, side, speaker: speaker.trim().to_owned(), by };
        let mut edit = self.marks.findings.edit(Finding::Says(says.clone()));
        if let Some(old) =
            self.says_of_reader(ix, sentence).filter(|old| (&old.anchor, &old.article) != (&says.anchor, &says.article))
        {
            let old = Edit::Remove(Mark::Finding(Finding::Says(old.clone())));
            edit = Edit::Together("correct who says it".into(), vec![old, edit]);
        }
        self.apply(Command::Edit(edit));
    }

    fn statement_place(&self, ix: ArticleIx, sentence: u32) -> Option<StatementPlace> {
        let article = self.library.article(ix)?;
        let span: Span = article.sentences.get(sentence as usize)?.span;
        let anchor = Anchor::describe(&article.text, span);
        Some(StatementPlace { article: article.path.clone(), anchor, fingerprint: Some(article.fingerprint) })
    }

    /// Parts a sentence from all others of its statement.
    fn split(&mut self, statement: StatementIx, article: ArticleIx, sentence: u32) {
        let Some(found) = self.across.found().cloned() else { return };
        let Some(statement) = found.statement(statement) else { return };
        let others = statement.members.iter().filter(|member| (member.article, member.sentence) != (article, sentence));
        let pairs: Vec<(StatementPlace, StatementPlace)> = others
            .filter_map(|other| {
                Some((self.statement_place(article, sentence)?, self.statement_place(other.article, other.sentence)?))
            })
            .collect();
        self.say_of_pairs(pairs, false, "part from the statement");
    }

    fn join(&mut self, one: (ArticleIx, u32), other: (ArticleIx, u32)) {
        let Some(found) = self.across.found().cloned() else { return };
        let Some((a, b)) = self.statement_place(one.0, one.1).zip(self.statement_place(other.0, other.1)) else {
            return;
        };
        // A word that keeps it apart from others of the statement would keep it out.
        let apart = |article: ArticleIx, sentence: u32| {
            let place = self.statement_place(article, sentence)?;
            let pair = Finding::Pair(StatementPair { a: a.clone(), b: place, same: false });
            self.marks.findings.on_same(&pair).filter(|known| matches!(known, Finding::Pair(pair) if !pair.same))
        };
        let statements = found.statements.of(other.0, other.1).iter();
        let members = statements.flat_map(|statement| &found.statements.get(*statement).members);
        let members = members.filter(|member| (member.article, member.sentence) != other);
        let mut gone: Vec<Finding> = members.filter_map(|member| apart(member.article, member.sentence)).collect();
        gone.dedup();
        let joined = if a <= b { (a.clone(), b) } else { (b, a.clone()) };
        let joined = Finding::Pair(StatementPair { a: joined.0, b: joined.1, same: true });
        let mut edits: Vec<Edit> = gone.into_iter().map(|known| Edit::Remove(Mark::Finding(known))).collect();
        edits.push(self.marks.findings.edit(joined));
        self.apply(Command::Edit(Edit::Together("join to the statement".into(), edits)));
    }

    fn say_of_pairs(&mut self, pairs: Vec<(StatementPlace, StatementPlace)>, same: bool, name: &'static str) {
        let edit = |(a, b): (StatementPlace, StatementPlace)| {
            let (a, b) = if a <= b { (a, b) } else { (b, a) };
            self.marks.findings.edit(Finding::Pair(StatementPair { a, b, same }))
        };
        let edits: Vec<Edit> = pairs.into_iter().map(edit).collect();
        if !edits.is_empty() {
            self.apply(Command::Edit(Edit::Together(EditName::Borrowed(name), edits)));
        }
    }

    /// Goes to the Compare view on a statement, with the articles that say it.
    fn show_statement(&mut self, ix: StatementIx) {
        let Some(found) = self.across.found().cloned() else { return };
        let Some(statement) = found.statement(ix) else { return };
        let within = |topic: TopicIx| self.library.tree().is_within(topic, self.view.topic.unwrap_or(topic));
        let topic = statement.topics.iter().copied().find(|topic| within(*topic)).or(statement.topics.first().copied());
        self.leave_place();
        if topic.is_some()
            && self
                .view
                .topic
                .is_none_or(|now| !statement.topics.iter().any(|one| self.library.tree().is_within(*one, now)))
        {
            self.select_topic(topic);
        }
        let mut articles = statement.articles();
        // That which is open stands there for sure, then those on the same talks.
        let round = self.view.article.and_then(|open| found.rounds.of(open));
        articles.sort_by_key(|one| (Some(*one) != self.view.article, found.rounds.of(*one) != round, *one));
        let path = |one: ArticleIx| Some(self.library.article(one)?.path.clone());
        let articles = articles.into_iter().filter_map(path).collect();
        self.compare.want(statement.id, self.view.topic, articles);
        self.view.kind = ViewKind::Compare;
    }

    /// The sentence that the reader has at hand, for joining.
    pub fn sentence_at_hand(&self) -> Option<(ArticleIx, u32)> {
        let (ix, span) = self.words_at_hand()?;
        Some((ix, sentence_at(self.library.article(ix)?, span)?))
    }
}
