//! What both readers say of what is found across articles: who says a sentence, what says the same, which talks it was.

use super::{Compared, Matter};
use crate::model::{Edit, Finding, Findings, Mark, Marks};

/// Of one matter one word holds: where the two say different things the reader is asked.
pub(super) fn compare(ours: &Findings, theirs: &Findings, compared: &mut Compared) {
    for theirs in theirs.iter() {
        match ours.on_same(&theirs) {
            // Theirs may be of another text of the article; both stand then.
            Some(ours @ Finding::LeftOut(_)) if !ours.is_of_same_text(&theirs) => {
                compared.bring(Edit::Add(Mark::Finding(theirs)));
            }
            Some(ours) if says(&ours) == says(&theirs) => compared.same += 1,
            Some(ours) => compared.differing.push(Matter::Finding { ours, theirs }),
            None => compared.bring(Edit::Add(Mark::Finding(theirs))),
        }
    }
}

/// Puts theirs in the place of what is said of the matter now.
pub(super) fn take(theirs: &Finding, now: &Marks) -> Edit {
    now.findings.edit(theirs.clone())
}

/// What is said of the matter, as the screen shows it, whoever said it.
pub(super) fn says(finding: &Finding) -> String {
    match finding {
        Finding::LeftOut(_) => "leaves it out".to_owned(),
        Finding::Says(says) => match (&says.side, says.speaker.is_empty()) {
            (None, true) => "nobody is named".to_owned(),
            (Some(side), true) => side.clone(),
            (None, false) => says.speaker.clone(),
            (Some(side), false) => format!("{} ({side})", says.speaker),
        },
        Finding::Pair(pair) => (if pair.same { "say the same" } else { "do not say the same" }).to_owned(),
        Finding::Round(round) if round.round.is_empty() => "no talks".to_owned(),
        Finding::Round(round) => format!("the talks of {}", round.round),
    }
}

/// Who said it; empty where that is not kept.
pub(super) fn by(finding: &Finding) -> &str {
    match finding {
        Finding::LeftOut(one) => &one.by,
        Finding::Says(one) => &one.by,
        Finding::Round(one) => &one.by,
        Finding::Pair(_) => "",
    }
}

/// Puts a name on one that bears none.
pub(super) fn sign(findings: &mut Findings, name: &str) {
    let left_out = findings.left_out.iter_mut().map(|one| &mut one.by);
    let says = findings.says.iter_mut().map(|one| &mut one.by);
    let rounds = findings.rounds.iter_mut().map(|one| &mut one.by);
    left_out.chain(says).chain(rounds).filter(|by| by.is_empty()).for_each(|by| name.clone_into(by));
}
