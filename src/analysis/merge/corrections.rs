//! What both readers know better about articles, one detail at a time.

use super::{Compared, Matter, Place, by_key, place};
use crate::model::{Correction, Date, Edit, Language, Verdict};
use std::collections::BTreeMap;
use std::mem::discriminant;

/// One corrected detail of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    Headline(String),
    Outlet(String),
    Author(String),
    Date(Date),
    Language(Language),
}

impl Field {
    fn all(correction: &Correction) -> Vec<Self> {
        let Correction { headline, outlet, author, date, language, verdicts: _ } = correction.clone();
        let fields = [
            headline.map(Self::Headline),
            outlet.map(Self::Outlet),
            author.map(Self::Author),
            date.map(Self::Date),
            language.map(Self::Language),
        ];
        fields.into_iter().flatten().collect()
    }

    pub(super) fn put_into(self, correction: &mut Correction) {
        match self {
            Self::Headline(headline) => correction.headline = Some(headline),
            Self::Outlet(outlet) => correction.outlet = Some(outlet),
            Self::Author(author) => correction.author = Some(author),
            Self::Date(date) => correction.date = Some(date),
            Self::Language(language) => correction.language = Some(language),
        }
    }

    /// What it is, as a label: "Headline".
    pub fn label(&self) -> &'static str {
        match self {
            Self::Headline(_) => "Headline",
            Self::Outlet(_) => "Outlet",
            Self::Author(_) => "Author",
            Self::Date(_) => "Date",
            Self::Language(_) => "Language",
        }
    }

    /// What it says, as the screen shows it; empty where the reader took away what stood there.
    pub fn value(&self) -> String {
        match self {
            Self::Headline(text) | Self::Outlet(text) | Self::Author(text) => text.clone(),
            Self::Date(date) => date.to_string(),
            Self::Language(language) => language.name().to_owned(),
        }
    }
}

pub(super) fn compare(ours: &BTreeMap<String, Correction>, theirs: &BTreeMap<String, Correction>) -> Compared {
    let mut compared = Compared::default();
    let none = Correction::default();
    for (article, correction) in theirs {
        let known = ours.get(article).unwrap_or(&none);
        let mut merged = known.clone();
        compare_fields(article, known, correction, &mut merged, &mut compared);
        compare_verdicts(article, known, correction, &mut merged, &mut compared);
        if merged != *known {
            compared.edits.push(Edit::Correct { article: article.clone(), correction: merged });
        }
    }
    compared
}

fn compare_fields(
    article: &str,
    ours: &Correction,
    theirs: &Correction,
    merged: &mut Correction,
    compared: &mut Compared,
) {
    let known = Field::all(ours);
    for field in Field::all(theirs) {
        match known.iter().find(|ours| discriminant(*ours) == discriminant(&field)) {
            Some(same) if *same == field => compared.same += 1,
            Some(other) => {
                let (article, ours) = (article.to_owned(), other.clone());
                compared.differing.push(Matter::Field { article, ours, theirs: field });
            }
            None => {
                field.put_into(merged);
                compared.brought += 1;
            }
        }
    }
}

fn compare_verdicts(
    article: &str,
    ours: &Correction,
    theirs: &Correction,
    merged: &mut Correction,
    compared: &mut Compared,
) {
    let known = by_key(&ours.verdicts, of_verdict);
    for (key, verdict) in by_key(&theirs.verdicts, of_verdict) {
        match known.get(&key) {
            Some(same) if same.clutter == verdict.clutter => compared.same += 1,
            Some(&other) => {
                let (article, ours) = (article.to_owned(), other.clone());
                compared.differing.push(Matter::Verdict { article, ours, theirs: verdict.clone() });
            }
            None => {
                put_verdict(verdict.clone(), merged);
                compared.brought += 1;
            }
        }
    }
}

/// Verdicts of one article are told apart by the paragraph alone.
fn of_verdict(verdict: &Verdict) -> Place<'_> {
    place("", &verdict.anchor)
}

/// Puts a verdict in the place of the one on the same paragraph.
pub(super) fn put_verdict(verdict: Verdict, correction: &mut Correction) {
    correction.verdicts.retain(|known| of_verdict(known) != of_verdict(&verdict));
    correction.verdicts.push(verdict);
    correction.verdicts.sort();
}
