//! Finding words in the article on the screen.

use crate::model::{Article, Span};

/// What is searched for, and where it was found.
#[derive(Clone, Debug, Default)]
pub struct Find {
    query: String,
    hits: Vec<Span>,
    current: Option<usize>,
}

impl Find {
    pub fn query(&self) -> &str {
        &self.query
    }

    /// In the order of the text, without overlap.
    pub fn hits(&self) -> &[Span] {
        &self.hits
    }

    /// The hit that the reader is at.
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// Looks for `query`, upper and lower case alike, and goes to the first hit at or after byte `from`.
    pub fn search(&mut self, query: &str, article: Option<&Article>, from: usize) {
        query.clone_into(&mut self.query);
        self.hits = article.map(|article| find_all(&article.text, query)).unwrap_or_default();
        let next = self.hits.partition_point(|hit| (hit.start as usize) < from);
        self.current = (!self.hits.is_empty()).then(|| next % self.hits.len());
    }

    /// Goes on to the next hit, from the last to the first.
    pub fn next_hit(&mut self) -> Option<Span> {
        self.step(1)
    }

    pub fn previous_hit(&mut self) -> Option<Span> {
        self.step(self.hits.len().saturating_sub(1))
    }

    pub fn here(&self) -> Option<Span> {
        self.current.map(|current| self.hits[current])
    }

    fn step(&mut self, by: usize) -> Option<Span> {
        self.current = self.current.map(|current| (current + by) % self.hits.len());
        self.here()
    }
}

/// Every place of `query` in `text`, compared letter by letter in lower case; any white space is like any other.
fn find_all(text: &str, query: &str) -> Vec<Span> {
    let needle: Vec<char> = query.trim().chars().map(fold).collect();
    let Some(first) = needle.first() else { return Vec::new() };
    let mut hits = Vec::new();
    let mut after = 0;
    for (start, letter) in text.char_indices() {
        if start < after || fold(letter) != *first {
            continue;
        }
        let mut letters = text[start..].char_indices();
        if needle.iter().all(|wanted| letters.next().is_some_and(|(_, found)| fold(found) == *wanted)) {
            after = letters.next().map_or(text.len(), |(offset, _)| start + offset);
            hits.push(Span::new(start, after));
        }
    }
    hits
}

/// One letter for all its looks: case, ё and е, curly and straight quotes, kinds of space and dash.
fn fold(letter: char) -> char {
    match letter {
        'ё' | 'Ё' => 'е',
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '‑' => '-',
        _ if letter.is_whitespace() => ' ',
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_quotes_and_yo_do_not_matter() {
        let found = |text: &str, query: &str| -> Vec<String> {
            find_all(text, query).iter().map(|span| span.text(text).to_owned()).collect()
        };
        assert_eq!(found("The “red lines”, the Red Lines", "red lines"), ["red lines", "Red Lines"]);
        assert_eq!(found("Путин её и ЕЕ", "ее"), ["её", "ЕЕ"]);
        assert_eq!(found("NATO’s\u{a0}move", "nato's move"), ["NATO’s\u{a0}move"]);
        assert_eq!(found("aaaa", "aa").len(), 2);
        assert!(found("text", "  ").is_empty());
    }

    #[test]
    fn next_goes_round() {
        let mut find = Find { query: "a".to_owned(), hits: vec![Span::new(0, 1), Span::new(4, 5)], current: Some(1) };
        assert_eq!(find.next_hit(), Some(Span::new(0, 1)));
        assert_eq!(find.previous_hit(), Some(Span::new(4, 5)));
    }
}
