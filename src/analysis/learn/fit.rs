//! Fits a linear model to examples: which weights of stems part those with `yes` from the others.
//!
//! A support vector machine with squared hinge loss, by dual coordinate descent (Hsieh, Chang, Lin, Keerthi,
//! Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008, algorithm 1). It needs
//! no more than the four operations, in a fixed order, so that every computer finds the same weights to the last bit;
//! a logistic model, which does as well, leans on the system's exponential.

/// Passes over the examples. Fixed, so that the same examples take the same steps.
const PASSES: usize = 40;
/// How much an example of weight 1 may bear on the result against the wish for small weights.
const COST: f64 = 0.3;
/// What the constant is as a feature. Small, because examples are asked for where the topic is, so that their
/// proportion says little of the collection.
const CONSTANT: f64 = 0.1;

pub(super) struct Example {
    /// Features and their values; the squares of the values add up to 1.
    pub features: Vec<(usize, f64)>,
    pub yes: bool,
    pub weight: f64,
}

pub(super) struct Fitted {
    /// By feature.
    pub weights: Vec<f64>,
    /// By example: its score, without the constant.
    pub scores: Vec<f64>,
    /// By example: its score had it not been an example itself, without the constant. An estimate (Jaakkola and
    /// Haussler: Probabilistic Kernel Regression Models, 1999): what the example itself has added is taken away.
    pub unseen_scores: Vec<f64>,
}

/// Fits a model to the examples, which are taken in this order.
pub(super) fn fit(examples: &[Example], features: usize) -> Fitted {
    let mut weights = vec![0.0; features];
    let mut constant = 0.0;
    let mut shares = vec![0.0_f64; examples.len()];
    for _ in 0..PASSES {
        for (example, share) in examples.iter().zip(&mut shares) {
            let sign = if example.yes { 1.0 } else { -1.0 };
            let slack = 1.0 / (2.0 * COST * example.weight);
            let slope = sign * (score(&weights, example) + constant) - 1.0 + slack * *share;
            let new = (*share - slope / (1.0 + CONSTANT + slack)).max(0.0);
            let step = (new - *share) * sign;
            if step != 0.0 {
                example.features.iter().for_each(|(feature, value)| weights[*feature] += step * value);
                constant += step * CONSTANT;
            }
            *share = new;
        }
    }
    let scores: Vec<f64> = examples.iter().map(|example| score(&weights, example)).collect();
    let own = examples.iter().zip(&shares).map(|(example, share)| if example.yes { *share } else { -share });
    let unseen_scores = scores.iter().zip(own).map(|(score, own)| score - own).collect();
    Fitted { weights, scores, unseen_scores }
}

fn score(weights: &[f64], example: &Example) -> f64 {
    example.features.iter().map(|(feature, value)| weights[*feature] * value).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_of_one_side_get_its_sign() {
        let example = |feature, yes| Example { features: vec![(feature, 0.6), (2, 0.8)], yes, weight: 1.0 };
        let fitted = fit(&[example(0, true), example(1, false)], 4);
        assert!(fitted.weights[0] > 0.1 && fitted.weights[1] < -0.1, "{:?}", fitted.weights);
        assert!(fitted.weights[2].abs() < 0.1);
        assert_eq!(fitted.weights[3], 0.0);
        // The two share a feature, and without themselves each looks like the other side.
        assert!(fitted.unseen_scores[0] < fitted.unseen_scores[1]);
    }
}
