//! Copies and versions are found and lookalikes are not: planted ones, and real texts on the same talks.

#[path = "support/shared.rs"]
mod shared;
#[path = "../benches/support/stories.rs"]
mod stories;

use readout::analysis::duplicates::{Facts, Sketch, Story, find_stories};
use readout::import;
use readout::model::Article;
use shared::shared;
use std::fs;
use stories::{Planted, is_apart};

/// Of each kind.
const PLANTED: usize = 20;
/// Share of the planted copies and versions that are found, over all kinds.
const FOUND: f64 = 0.85;

fn stories_of(articles: &[Article]) -> Vec<Story> {
    let sketches: Vec<Sketch> = articles.iter().map(Sketch::of).collect();
    let facts: Vec<Facts> =
        articles.iter().zip(&sketches).map(|(article, sketch)| Facts::of(article, sketch)).collect();
    find_stories(&facts)
}

#[test]
fn planted_copies_are_found_and_lookalikes_stay_apart() {
    let planted = stories::planted(PLANTED);
    let articles: Vec<Article> = planted.iter().enumerate().map(|(number, text)| text.article(number)).collect();
    let (mut followers, mut found) = (0, 0);
    for (number, text) in planted.iter().enumerate() {
        let first = planted.iter().position(|other| other.story == text.story);
        followers += usize::from(!is_apart(text.kind) && first != Some(number));
    }
    for story in stories_of(&articles) {
        let text = |lead: &Planted| (lead.story, lead.kind);
        let lead = text(&planted[story.lead.index()]);
        for member in story.others {
            assert_eq!(text(&planted[member.article.index()]), lead, "put together wrongly");
            found += 1;
        }
    }
    assert!(f64::from(found) >= FOUND * followers as f64, "{found} of {followers}");
}

#[test]
fn real_texts_on_the_same_talks_stay_apart() {
    let (Some(more), Some(seeds)) = (shared("more"), shared("seeds")) else { return };
    let mut articles = Vec::new();
    for entry in [more, seeds].iter().flat_map(|folder| fs::read_dir(folder).unwrap()) {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name != "README.md" {
            articles.push(import::article(&name, &fs::read(path).unwrap()).unwrap());
        }
    }
    assert!(articles.len() >= 19, "{} articles", articles.len());
    for story in stories_of(&articles) {
        assert_eq!(story.others, [], "{}", articles[story.lead.index()].path);
    }
}
