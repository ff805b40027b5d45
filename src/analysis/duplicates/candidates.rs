//! Which articles are worth comparing: those that have runs of words in common.
//!
//! An index of the runs that more than one article has, as one sorted list. Articles are asked for in their order;
//! each finds those before it.

use super::sketch::Sketch;

/// Articles looked at for one run of words, the first in order. A run that more have is a stock phrase, or the text
/// has so many copies that those first in order are among them.
const MOST_PER_RUN: usize = 32;
/// Runs in common, of the 72 that are kept. A cut copy a third as long as the whole has some 20.
const FEWEST_COMMON: u16 = 8;

pub(super) struct Candidates {
    /// Places of the articles that have a run, ascending; one run after the other.
    sharers: Vec<u32>,
    /// Place, then where in `sharers` the sharers of one of its runs start; only runs that two articles have.
    starts: Vec<(u32, u32)>,
    /// By place; all zero between two questions.
    common: Vec<u16>,
}

impl Candidates {
    pub fn new(sketches: &[&Sketch]) -> Self {
        let runs = |(place, sketch): (usize, &&Sketch)| {
            let hashes = sketch.runs.hashes().to_vec();
            hashes.into_iter().map(move |hash| u64::from(hash) << 32 | place as u64)
        };
        let mut all: Vec<u64> = sketches.iter().enumerate().flat_map(runs).collect();
        all.sort_unstable();
        let (mut sharers, mut starts) = (Vec::new(), Vec::new());
        for same in all.chunk_by(|a, b| a >> 32 == b >> 32).filter(|same| same.len() > 1) {
            let start = sharers.len() as u32;
            sharers.extend(same.iter().map(|entry| *entry as u32));
            starts.extend(same.iter().map(|entry| (*entry as u32, start)));
        }
        starts.sort_unstable();
        Self { sharers, starts, common: vec![0; sketches.len()] }
    }

    /// The places before `place` whose articles may be alike and that are `wanted`, ascending.
    pub fn before(&mut self, place: usize, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut touched = Vec::new();
        let own = self.starts.partition_point(|(other, _)| (*other as usize) < place);
        for (_, start) in self.starts[own..].iter().take_while(|(other, _)| *other as usize == place) {
            // This article is among the sharers itself: none of the next run is reached.
            let earlier = self.sharers[*start as usize..].iter().map(|other| *other as usize);
            for other in earlier.take(MOST_PER_RUN).take_while(|other| *other < place).filter(|other| wanted(*other)) {
                if self.common[other] == 0 {
                    touched.push(other);
                }
                self.common[other] += 1;
            }
        }
        touched.sort_unstable();
        let common = &mut self.common;
        touched.retain(|other| std::mem::take(&mut common[*other]) >= FEWEST_COMMON);
        touched
    }
}
