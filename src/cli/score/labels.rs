//! Tables of labelled sentences: tab-separated, with a header line.
//!
//! Needed columns: `topics`, `optional`, and `sentence`, the whole text, or `words`, its first words. Labels of an
//! article also have `start` and `end`, code points in its text, and may have `boilerplate`. Other columns are passed over.

use super::Ids;
use crate::import;
use std::fs;
use std::path::{Path, PathBuf};

/// A sentence with the topics that it must and may be linked to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Label {
    /// Code points in the article.
    pub start: usize,
    pub end: usize,
    pub topics: Ids,
    pub optional: Ids,
    /// `1`, empty, or what is arguable.
    pub boilerplate: String,
    /// The text, or the words it opens with.
    pub sentence: String,
    /// Whether `sentence` is only the first words.
    pub opening: bool,
}

impl Label {
    /// The label with the text that stands in its place.
    ///
    /// # Errors
    /// If other words stand there than the table says.
    pub fn placed(&self, text: &str) -> Result<Self, String> {
        let mut label = self.clone();
        if self.opening {
            let fits = self.sentence.split_whitespace().zip(text.split_whitespace()).all(|(said, found)| said == found);
            if !fits || text.is_empty() {
                return Err(format!("{} to {} is not \u{201C}{} …\u{201D}", self.start, self.end, self.sentence));
            }
            label.sentence = text.split_whitespace().collect::<Vec<&str>>().join(" ");
            label.opening = false;
        }
        Ok(label)
    }
}

/// Each table of the folder `tables` with the path of its article, which has the same name up to the ending, sorted
/// by name. Tables without an article are passed over.
pub(super) fn of_articles(tables: &Path, articles: &Path) -> Result<Vec<(PathBuf, Vec<Label>)>, String> {
    let texts: Vec<PathBuf> = files(articles)?.into_iter().filter(|path| import::is_supported(path)).collect();
    let mut labelled = Vec::new();
    for table in files(tables)?.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "tsv")) {
        if let Some(article) = texts.iter().find(|text| text.file_stem() == table.file_stem()) {
            labelled.push((article.clone(), read(&table)?));
        }
    }
    Ok(labelled)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    Ok(files)
}

/// Reads a table.
pub(super) fn read(path: &Path) -> Result<Vec<Label>, String> {
    let name = path.display();
    let source = fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    parse(&source).map_err(|error| format!("{name}: {error}"))
}

fn parse(source: &str) -> Result<Vec<Label>, String> {
    let mut lines = source.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| header.iter().position(|column| *column == name);
    let needed = |name: &str| column(name).ok_or(format!("expected a column `{name}`"));
    let (topics, optional) = (needed("topics")?, needed("optional")?);
    let whole = column("sentence");
    let sentence = whole.or(column("words")).ok_or("expected a column `sentence` or `words`")?;
    let (start, end, boilerplate) = (column("start"), column("end"), column("boilerplate"));
    let label = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |column: usize| cells.get(column).copied().unwrap_or_default();
        let ids = |column: usize| cell(column).split_whitespace().map(str::to_owned).collect();
        let number = |column: Option<usize>| column.and_then(|column| cell(column).parse().ok()).unwrap_or(0);
        Label {
            start: number(start),
            end: number(end),
            topics: ids(topics),
            optional: ids(optional),
            boilerplate: boilerplate.map_or(String::new(), |column| cell(column).trim().to_owned()),
            sentence: cell(sentence).to_owned(),
            opening: whole.is_none(),
        }
    };
    Ok(lines.filter(|line| !line.trim().is_empty()).map(label).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_may_give_the_first_words_only() {
        let labels = parse("start\tend\ttopics\toptional\twords\n3\t17\tiran\t\tThey spoke\n").expect("a table");
        assert_eq!((labels[0].start, labels[0].end), (3, 17));
        let placed = labels[0].placed("They spoke of\n Iran.").expect("it fits");
        assert_eq!(placed.sentence, "They spoke of Iran.");
    }

    #[test]
    fn first_words_that_stand_elsewhere_are_a_mistake() {
        let labels = parse("topics\toptional\twords\niran\t\tThey spoke\n").expect("a table");
        assert!(labels[0].placed("Then they spoke").is_err());
        assert!(labels[0].placed("").is_err());
    }

    #[test]
    fn a_whole_sentence_is_kept_as_it_is() {
        let labels = parse("topics\toptional\tsentence\n\tiran\tA b.\n").expect("a table");
        assert_eq!(labels[0].placed("a  b."), Ok(labels[0].clone()));
        assert_eq!(parse("topics\toptional\n"), Err("expected a column `sentence` or `words`".to_owned()));
    }

    #[test]
    fn an_article_of_any_kind_is_found_by_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in [("a.tsv", "topics\toptional\tsentence\n"), ("a.md", "x"), ("b.tsv", ""), ("a.pdf", "")] {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        let labelled = of_articles(folder.path(), folder.path()).expect("a readable folder");
        assert_eq!(labelled, [(folder.path().join("a.md"), Vec::new())]);
    }
}
