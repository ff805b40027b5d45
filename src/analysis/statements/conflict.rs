//! Whether those who say the same differ in what they say: another figure, or a "not".

use super::evidence::Evidence;
use super::units::{UnitId, Units};
use super::wording::{ConceptId, Content, Wording};

/// Two sentences have to be so near before a "not" in one of them is a denial of the other, in thousandths.
const NEAR: i32 = 3_000;
/// Members that are compared with each other.
const MOST_COMPARED: usize = 32;

pub(super) fn differ(units: &Units<'_>, group: &[UnitId], evidence: &Evidence) -> bool {
    let group = &group[..group.len().min(MOST_COMPARED)];
    let pairs = group.iter().enumerate().flat_map(|(at, one)| group[at + 1..].iter().map(move |other| (*one, *other)));
    pairs.into_iter().any(|(one, other)| {
        let (here, there) = (&units.get(one).wording, &units.get(other).wording);
        let near = evidence.get(one, other).is_some_and(|evidence| evidence >= NEAR);
        figures_differ(units, here, there) || (near && here.negations % 2 != there.negations % 2)
    })
}

/// Whether both give figures of one thing and none of them agrees.
fn figures_differ(units: &Units<'_>, one: &Wording, other: &Wording) -> bool {
    let figures = |wording: &Wording| -> Vec<(ConceptId, ConceptId)> {
        let counted = |(concept, _): &(ConceptId, u32)| match units.lexicon.content(*concept) {
            Content::Figure(counted) => Some((counted, *concept)),
            _ => None,
        };
        wording.concepts.iter().filter_map(counted).collect()
    };
    let (here, there) = (figures(one), figures(other));
    here.iter().any(|(counted, _)| {
        let of_it = |list: &[(ConceptId, ConceptId)]| -> Vec<ConceptId> {
            list.iter().filter(|(thing, _)| thing == counted).map(|(_, figure)| *figure).collect()
        };
        let (mine, theirs) = (of_it(&here), of_it(&there));
        !theirs.is_empty() && !mine.iter().any(|figure| theirs.contains(figure))
    })
}
