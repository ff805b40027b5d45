//! Where talks are: the capitals after "in", by their sound, in the first sentences.
//!
//! No list of places: "in Geneva" and "à Genève" sound alike, "in Genf" does not. Leaves out where nothing stands
//! before the name.

use super::line::Line;
use super::names::sound;
use crate::model::Article;
use crate::text::dates::month;
use crate::text::words;

/// Words before a place.
const IN: &str = "in at à au en в во у im";

/// The places that some sentences name, and the place of a dateline; ascending.
pub(super) fn of<'a>(article: &Article, lines: impl Iterator<Item = &'a Line>) -> Vec<String> {
    let mut places = Vec::new();
    for line in lines {
        let word = |at: usize| line.spans[at].text(&article.text);
        for at in 0..line.spans.len() {
            let is_long = word(at).chars().nth(3).is_some();
            let is_capital = is_long && word(at).starts_with(char::is_uppercase) && month(word(at)).is_none();
            let is_dateline = at == 0 && is_capital && !word(at).chars().any(char::is_lowercase);
            let after_in = at > 0 && IN.split(' ').any(|own| own == word(at - 1).to_lowercase());
            if is_dateline || (is_capital && after_in) {
                places.push(sound(&words::fold(&words::clean(word(at)))));
            }
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}
