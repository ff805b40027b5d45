//! The particulars of a sentence: who acts, what is done, when, how many.
//!
//! Two sentences of one subject and one turn of phrase say two things if they name another actor, another day or other
//! figures. What is left open in one of them differs from nothing, but for what is done: a report that somebody warned
//! is not one of what is so.

use super::wording::ConceptId;

/// Shares of the larger figure by which two may differ and be one rounded: 100,000 of 120,000.
const ROUNDED: f64 = 0.25;

/// A figure: what is counted, and the number.
pub(super) type Figure = (ConceptId, u32);

#[derive(Clone, Debug, Default)]
pub(super) struct Particulars {
    /// The first that is named of states and people.
    pub actor: Option<ConceptId>,
    /// Words with a capital within the sentence, states and days apart; none in German. In order.
    pub names: Vec<ConceptId>,
    /// What is done with words: proposed, warned; in order.
    pub acts: Vec<ConceptId>,
    /// Days of the week and months, in order.
    pub days: Vec<ConceptId>,
    /// In order.
    pub figures: Vec<Figure>,
}

/// In how far two sentences differ in what is done, when and how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Differences {
    /// Both give names, and none in common.
    pub names: bool,
    pub acts: bool,
    pub days: bool,
    /// Figures of one thing, and not by rounding.
    pub figures: bool,
}

impl Particulars {
    /// To be called when all were added.
    pub fn sort(&mut self) {
        for list in [&mut self.names, &mut self.acts, &mut self.days] {
            list.sort_unstable();
            list.dedup();
        }
        self.figures.sort_unstable();
    }

    pub fn differences(&self, other: &Self) -> Differences {
        let apart = |here: &[ConceptId], there: &[ConceptId]| common(here, there).next().is_none();
        let both = |here: &[ConceptId], there: &[ConceptId]| !here.is_empty() && !there.is_empty();
        let acts = !self.acts.is_empty() || !other.acts.is_empty();
        Differences {
            names: both(&self.names, &other.names) && apart(&self.names, &other.names),
            acts: acts && apart(&self.acts, &other.acts),
            days: both(&self.days, &other.days) && apart(&self.days, &other.days),
            figures: self.figures_differ(other, ROUNDED),
        }
    }

    /// Whether both give figures of one thing and none of them agrees, but for `rounded` shares of the larger one.
    pub fn figures_differ(&self, other: &Self, rounded: f64) -> bool {
        let agrees = |one: u32, two: u32| f64::from(one.abs_diff(two)) <= rounded * f64::from(one.max(two));
        let of = |figures: &[Figure], counted: ConceptId| -> Vec<u32> {
            figures.iter().filter(|(thing, _)| *thing == counted).map(|(_, number)| *number).collect()
        };
        self.figures.iter().any(|(counted, _)| {
            let (mine, theirs) = (of(&self.figures, *counted), of(&other.figures, *counted));
            !theirs.is_empty() && !mine.iter().any(|one| theirs.iter().any(|two| agrees(*one, *two)))
        })
    }
}

/// What two ascending lists have in common.
pub(super) fn common<'a, T: Ord + Copy>(one: &'a [T], other: &'a [T]) -> impl Iterator<Item = T> + use<'a, T> {
    let mut rest = other;
    one.iter().copied().filter(move |item| {
        while rest.first().is_some_and(|other| other < item) {
            rest = &rest[1..];
        }
        rest.first() == Some(item)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_figure(number: u32) -> Particulars {
        Particulars { figures: vec![(ConceptId(7), number)], ..Particulars::default() }
    }

    #[test]
    fn a_rounded_figure_differs_strictly_alone() {
        let (exact, rounded, other) = (with_figure(120_000), with_figure(100_000), with_figure(10_000));
        assert!(!exact.differences(&rounded).figures && exact.figures_differ(&rounded, 0.0));
        assert!(exact.differences(&other).figures);
        assert!(!exact.differences(&Particulars::default()).figures);
    }

    #[test]
    fn days_that_one_leaves_open_do_not_differ_and_acts_do() {
        let on = |day| Particulars { days: vec![ConceptId(day)], ..Particulars::default() };
        assert!(on(1).differences(&on(2)).days && !on(1).differences(&on(1)).days);
        assert!(!on(1).differences(&Particulars::default()).days);
        let act = |act| Particulars { acts: vec![ConceptId(act)], ..Particulars::default() };
        assert!(act(1).differences(&act(2)).acts && act(1).differences(&Particulars::default()).acts);
        assert!(!act(1).differences(&act(1)).acts);
    }
}
