//! A reader keeps passages of one topic in the sample collection, and what is offered then is more of it.

use readout::analysis::Linker;
use readout::analysis::learn::{Lesson, Lessons, Model, Place, TableBuilder, suggest};
use readout::import;
use readout::model::{Article, ArticleIx, Language};
use readout::store::{sample, topics};
use std::sync::Arc;

/// Kept by hand of all that the rules find; the rest the reader has to be offered.
const KEPT: usize = 4;

#[test]
fn of_a_few_kept_passages_the_others_of_the_topic_are_found() {
    let read = |(path, bytes): &(&str, &[u8])| import::article(path, bytes).unwrap();
    let articles: Vec<Arc<Article>> = sample::files().iter().map(read).map(Arc::new).collect();
    let articles: Vec<Arc<Article>> =
        articles.into_iter().filter(|article| article.language == Language::English).collect();
    let tree = topics::default().unwrap().tree;
    let (linker, mut builder) = (Linker::new(&tree), TableBuilder::default());
    let mut worker = linker.worker();
    let mut meant: Vec<Place> = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        builder.add(article);
        let passages = worker.link(article).into_iter();
        let on_topic = passages.filter(|passage| tree.topic(tree.top(passage.topic)).id == "ukraine");
        meant.extend(on_topic.map(|passage| Place { article: ArticleIx::new(index), sentence: passage.sentence }));
    }
    meant.dedup();
    let table = builder.finish();
    let mut lessons: Lessons = meant.iter().take(KEPT).map(|place| (*place, Lesson::Kept)).collect();
    let mut right = 0;
    let mut offered = 0;
    for _ in 0..2 {
        let model = Model::train(&table, &lessons).unwrap();
        for one in suggest(&model, &table, &lessons, &articles, 12) {
            let is_meant = meant.contains(&one.place);
            assert_eq!(lessons.get(one.place), None, "offered a second time");
            lessons.add(one.place, if is_meant { Lesson::Kept } else { Lesson::Rejected });
            right += usize::from(is_meant);
            offered += 1;
        }
    }
    let sentences: usize = articles.iter().map(|article| article.sentences.len()).sum();
    println!("{right} of {offered} offered; {} of {sentences} are on the topic", meant.len());
    // Half again as often as by chance, although a third of all sentences is on the topic.
    assert!(2 * right * sentences > 3 * offered * meant.len(), "{right} of {offered}, {} of {sentences}", meant.len());
}
