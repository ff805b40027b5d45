//! Whether those who say the same differ in what they say: another figure, or a "not".

use super::evidence::Evidence;
use super::units::{UnitId, Units};

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
        here.particulars.figures_differ(&there.particulars, 0.0) || (near && here.negations % 2 != there.negations % 2)
    })
}
