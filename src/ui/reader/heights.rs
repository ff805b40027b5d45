//! How tall every paragraph is: estimated first, measured when it is laid out.
//!
//! A Fenwick tree keeps the sums, so that learning one height or asking which paragraph stands at a
//! place costs log n, in an article of 100,000 paragraphs too. Sums are `f64`: in `f32` the places at
//! the end of a long article would jump by a pixel.

/// Heights in points, with their sums.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    heights: Vec<f32>,
    measured: Vec<bool>,
    unmeasured: usize,
    /// `sums[i]` is the sum of the heights that end with paragraph `i - 1` and whose number is the lowest set bit of `i`.
    sums: Vec<f64>,
    /// Where the next search for an unmeasured paragraph starts.
    sweep: usize,
    /// Counts up with every height that changes.
    revision: u64,
}

impl Heights {
    pub fn estimated(heights: Vec<f32>) -> Self {
        let count = heights.len();
        let mut sums = vec![0.0; count + 1];
        for (index, height) in heights.iter().enumerate() {
            let node = index + 1;
            sums[node] += f64::from(*height);
            let above = node + lowest_bit(node);
            if above <= count {
                sums[above] += sums[node];
            }
        }
        Self { measured: vec![false; count], unmeasured: count, heights, sums, sweep: 0, revision: 0 }
    }

    pub fn len(&self) -> usize {
        self.heights.len()
    }

    pub fn get(&self, index: usize) -> f32 {
        self.heights[index]
    }

    pub fn is_measured(&self, index: usize) -> bool {
        self.measured[index]
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether some heights are not known yet.
    pub fn is_measuring(&self) -> bool {
        self.unmeasured > 0
    }

    pub fn measure(&mut self, index: usize, height: f32) {
        if !std::mem::replace(&mut self.measured[index], true) {
            self.unmeasured -= 1;
        }
        self.put(index, height);
    }

    /// Forgets a measured height, because the paragraph will look different.
    pub fn estimate(&mut self, index: usize, height: f32) {
        if std::mem::replace(&mut self.measured[index], false) {
            self.unmeasured += 1;
        }
        self.put(index, height);
    }

    /// Everything above paragraph `index`; the total for one past the last.
    pub fn top(&self, index: usize) -> f64 {
        let (mut node, mut sum) = (index, 0.0);
        while node > 0 {
            sum += self.sums[node];
            node -= lowest_bit(node);
        }
        sum
    }

    pub fn total(&self) -> f64 {
        self.top(self.len())
    }

    /// The paragraph at `y`; the last one below the end. Those without height are passed over.
    pub fn at(&self, y: f64) -> usize {
        let (mut node, mut left) = (0, y);
        let mut step = (self.len() + 1).next_power_of_two() / 2;
        while step > 0 {
            if node + step <= self.len() && self.sums[node + step] <= left {
                node += step;
                left -= self.sums[node];
            }
            step /= 2;
        }
        node.min(self.len().saturating_sub(1))
    }

    /// The next paragraph that has not been measured, going round from where the last search ended.
    pub fn next_unmeasured(&mut self) -> Option<usize> {
        if self.unmeasured == 0 {
            return None;
        }
        let ahead = (self.sweep..self.len()).chain(0..self.sweep);
        let found = ahead.into_iter().find(|index| !self.measured[*index])?;
        self.sweep = found;
        Some(found)
    }

    /// Where [`Self::next_unmeasured`] is to begin.
    pub fn sweep_from(&mut self, index: usize) {
        self.sweep = index;
    }

    fn put(&mut self, index: usize, height: f32) {
        let change = f64::from(height) - f64::from(self.heights[index]);
        if change == 0.0 {
            return;
        }
        self.heights[index] = height;
        self.revision += 1;
        let mut node = index + 1;
        while node < self.sums.len() {
            self.sums[node] += change;
            node += lowest_bit(node);
        }
    }
}

fn lowest_bit(node: usize) -> usize {
    node & node.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sums_are_those_of_adding_up(
            mut naive in prop::collection::vec(0..90_u16, 1..70),
            changes in prop::collection::vec((0..70_usize, 0..90_u16), 0..40),
        ) {
            let mut heights = Heights::estimated(naive.iter().map(|height| f32::from(*height)).collect());
            for (index, height) in changes {
                let index = index % naive.len();
                naive[index] = height;
                heights.measure(index, f32::from(height));
            }
            let mut top = 0.0;
            for (index, height) in naive.iter().enumerate() {
                prop_assert_eq!(heights.top(index), top);
                if *height > 0 {
                    prop_assert_eq!(heights.at(top), index);
                    prop_assert_eq!(heights.at(top + f64::from(*height) - 0.5), index);
                }
                top += f64::from(*height);
            }
            prop_assert_eq!(heights.total(), top);
            prop_assert_eq!(heights.at(top + 5.0), naive.len() - 1);
        }
    }

    #[test]
    fn the_sweep_goes_round_until_all_is_measured() {
        let mut heights = Heights::estimated(vec![10.0; 4]);
        heights.sweep_from(2);
        let mut order = Vec::new();
        while let Some(index) = heights.next_unmeasured() {
            heights.measure(index, 12.0);
            order.push(index);
        }
        assert_eq!(order, [2, 3, 0, 1]);
        heights.estimate(1, 0.0);
        assert_eq!((heights.next_unmeasured(), heights.total()), (Some(1), 36.0));
    }
}
