//! A passage to paste elsewhere, with where it stands.

use crate::model::{Article, Span};

/// “…words…” (Outlet, 7 Dec 2021, “Headline”, ¶ 3)
pub fn with_reference(article: &Article, span: Span) -> String {
    let words: Vec<&str> = span.text(&article.text).split_whitespace().collect();
    let mut reference = vec![reference(article)];
    if let Some(paragraph) = article.paragraph_at(span.start as usize) {
        let number = article.paragraph_number(paragraph);
        if number > 0 {
            reference.push(format!("¶ {number}"));
        }
    }
    format!("“{}” ({})", words.join(" "), reference.join(", "))
}

/// Outlet, 7 Dec 2021, “Headline”
pub fn reference(article: &Article) -> String {
    let mut reference = vec![article.source_name().to_owned()];
    reference.extend(article.date.map(|date| date.short()));
    reference.push(format!("“{}”", article.headline));
    reference.join(", ")
}
