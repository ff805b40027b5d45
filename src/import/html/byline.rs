//! What a page shows as its byline: elements that are marked or named as the author's.
//!
//! Those of comments and of other stories on the page are passed over by what stands above them in the tree.

use super::super::lines;
use super::super::metadata::author;
use dom_query::{NodeData, NodeRef};

/// Elements that are looked at, those inside of one, and bytes of the longest byline.
const MOST_BYLINES: usize = 100;
const MOST_INSIDE: usize = 60;
const LONGEST_BYLINE: usize = 300;
/// Elements above a byline that are asked whether it is that of a comment or of another story.
const ANCESTORS: usize = 40;
/// Words in the classes of bylines.
const BYLINES: &[&str] = &["author", "authors", "byline", "bylines", "authorname"];
/// Words in the names of what is not the article.
const OTHERS: &[&str] =
    &["comment", "comments", "commentlist", "disqus", "related", "recommended", "respond", "sidebar", "footer"];

/// Collected while the page is walked.
#[derive(Debug, Default)]
pub(super) struct Bylines {
    /// Texts, and whether the page is sure that they are the author's.
    found: Vec<(bool, String)>,
    looked_at: usize,
}

impl Bylines {
    /// Takes in an element, if it is a byline.
    pub fn take(&mut self, node: &NodeRef<'_>) {
        let attribute = |name: &str| node.attr(name).unwrap_or_default().to_ascii_lowercase();
        let sure = has_word(&attribute("rel"), &["author"]) || has_word(&attribute("itemprop"), &["author"]);
        if self.looked_at >= MOST_BYLINES || !(sure || has_word(&attribute("class"), BYLINES)) {
            return;
        }
        self.looked_at += 1;
        let texts = texts(node);
        if !texts.is_empty() && !is_other(node) && !node.ancestors_it(Some(ANCESTORS)).any(|above| is_other(&above)) {
            self.found.push((sure, texts));
        }
    }

    /// Those who are named, by the surest byline first.
    pub fn names(&self) -> Option<String> {
        let of = |sure: bool| self.found.iter().filter(move |byline| byline.0 == sure);
        of(true).chain(of(false)).find_map(|(_, text)| author::shown(text))
    }
}

/// Whether an element holds comments, other stories, or what stands around the article.
fn is_other(node: &NodeRef<'_>) -> bool {
    let attribute = |name: &str| node.attr(name).unwrap_or_default().to_ascii_lowercase();
    let named = || has_word(&attribute("class"), OTHERS) || has_word(&attribute("id"), OTHERS);
    match &*node.node_name().unwrap_or_default() {
        "aside" | "footer" | "nav" => true,
        // Classes of the whole page tell what else is on it.
        "html" | "body" | "main" | "article" => false,
        _ => named(),
    }
}

fn has_word(names: &str, words: &[&str]) -> bool {
    names.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|word| words.contains(&word))
}

/// The pieces of text in an element, with bars between; nothing if they are too long for a byline.
fn texts(node: &NodeRef<'_>) -> String {
    let mut pieces = String::new();
    for inner in node.descendants_it().take(MOST_INSIDE) {
        inner.query_or((), |tree_node| {
            if let NodeData::Text { contents } = &tree_node.data
                && !contents.trim().is_empty()
            {
                pieces.push_str(if pieces.is_empty() { "" } else { " | " });
                pieces.push_str(&lines::joined(contents));
            }
        });
        if pieces.len() > LONGEST_BYLINE {
            return String::new();
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::super::article;

    /// The author of a page with this above its text.
    fn author(above: &str) -> Option<String> {
        let body = "<article><h1>Talks end</h1><p>Putin told Biden that the talks, which took two hours, had been frank \
            and businesslike, the Kremlin said.</p></article>";
        article("a.html", format!("<html><body>{above}{body}").as_bytes()).unwrap().author
    }

    #[test]
    fn a_byline_on_the_page_names_its_author() {
        for above in [
            "<p class=byline>By <a href=x>Jane Doe</a></p>",
            "<div class='post-meta'>By <a rel=author href=x>Jane Doe</a> on 7 December</div>",
            "<span itemprop=author><span itemprop=name>Jane Doe</span></span>",
            "<div class='article__author'><b>Jane Doe</b><i>Moscow correspondent</i></div>",
            "<main class='with-sidebar'><p class=byline>By Jane Doe</p></main>",
        ] {
            assert_eq!(author(above).as_deref(), Some("Jane Doe"), "{above}");
        }
    }

    #[test]
    fn writers_of_comments_and_of_other_stories_are_not_its_author() {
        for above in [
            "<section class=comments><a rel=author>Jane Doe</a></section>",
            "<aside><p class=byline>By Jane Doe</p></aside>",
            "<div class='related-stories'><p class=byline>By Jane Doe</p></div>",
            "<p class=byline>By our staff</p>",
        ] {
            assert_eq!(author(above), None, "{above}");
        }
    }
}
