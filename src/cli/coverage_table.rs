//! The coverage table as CSV, Markdown and HTML. Names come from files of strangers, so each form escapes them.

use super::coverage::Column;
use crate::model::{Topic, TopicTree};

/// Said under the tables that people read.
const LEGEND: &str = "Numbers count sentences, those of sub-topics included once. \
An empty cell says that nothing was found, not that the article is silent.";

/// RFC 4180 with `\n` line ends: topics in rows, articles in columns, zeros written.
pub(super) fn csv(tree: &TopicTree, columns: &[Column]) -> String {
    let mut rows = vec![
        ["topic", "name"].into_iter().chain(columns.iter().map(|c| c.path.as_str())).map(csv_cell).collect::<Vec<_>>(),
    ];
    for (ix, topic) in tree.iter() {
        let counts = columns.iter().map(|column| column.counts[ix.index()].sentences.to_string());
        rows.push([csv_cell(&topic.id), csv_cell(&topic.name)].into_iter().chain(counts).collect());
    }
    rows.iter().map(|row| row.join(",") + "\n").collect()
}

fn csv_cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// A table whose columns are numbered, and under it the articles by number.
pub(super) fn markdown(tree: &TopicTree, columns: &[Column]) -> String {
    let mut text = String::from("| Topic |");
    (1..=columns.len()).for_each(|number| text += &format!(" {number} |"));
    text += "\n| :-- |";
    text += &" --: |".repeat(columns.len());
    for (ix, topic) in tree.iter() {
        text += &format!("\n| {}{} |", "– ".repeat(usize::from(topic.depth)), markdown_cell(&topic.name));
        columns.iter().for_each(|column| text += &format!(" {} |", shown(column.counts[ix.index()].sentences)));
    }
    text += "\n\n";
    for (index, column) in columns.iter().enumerate() {
        text += &format!("{}. {}\n", index + 1, markdown_cell(&title(column)));
    }
    text + "\n" + LEGEND + "\n"
}

fn markdown_cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => cell.push(' '),
            '\\' | '|' | '<' | '>' | '*' | '_' | '`' | '[' | ']' | '#' | '&' => cell.extend(['\\', c]),
            _ => cell.push(c),
        }
    }
    cell
}

/// A page of its own: no scripts, nothing loaded from elsewhere.
pub(super) fn html(tree: &TopicTree, columns: &[Column]) -> String {
    let mut page = String::from(HTML_HEAD);
    for (index, column) in columns.iter().enumerate() {
        page += &format!("<th scope=\"col\" title=\"{}\">{}</th>", html_text(&title(column)), index + 1);
    }
    page += "</tr></thead>\n<tbody>\n";
    for (ix, topic) in tree.iter() {
        page += &html_row_head(topic);
        for column in columns {
            page += &format!("<td>{}</td>", shown(column.counts[ix.index()].sentences));
        }
        page += "</tr>\n";
    }
    page += "</tbody></table>\n<ol>\n";
    columns.iter().for_each(|column| page += &format!("<li>{}</li>\n", html_text(&title(column))));
    page + "</ol>\n<p>" + LEGEND + "</p>\n</body></html>\n"
}

const HTML_HEAD: &str = "<!DOCTYPE html>
<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Coverage</title><style>
body { font: 16px/1.5 Georgia, serif; margin: 2em; color: #222; background: #fdfbf7 }
table { border-collapse: collapse } th, td { padding: 0.2em 0.6em; border-bottom: 1px solid #ddd }
td { text-align: right } th { text-align: left; font-weight: normal } thead th { text-align: right }
</style></head><body>
<h1>Coverage</h1>
<table><thead><tr><th scope=\"col\">Topic</th>";

fn html_row_head(topic: &Topic) -> String {
    let [r, g, b] = topic.color.0;
    let style = format!(
        "padding-left: {}em; border-left: 4px solid #{r:02x}{g:02x}{b:02x}",
        f32::from(topic.depth) * 1.5 + 0.5
    );
    format!("<tr><th scope=\"row\" style=\"{style}\">{}</th>", html_text(&topic.name))
}

fn html_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// "Leaders agree on talks, Harbour Wire, 2021-12-07 (a.txt)".
fn title(column: &Column) -> String {
    let parts = [Some(column.headline.as_str()), column.outlet.as_deref(), column.date.as_deref()];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    format!("{} ({})", parts.join(", "), column.path)
}

fn shown(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

#[cfg(test)]
mod tests {
    use super::super::coverage::Count;
    use super::*;
    use crate::model::TopicFile;

    fn table() -> (TopicTree, Vec<Column>) {
        let topics = r##"(topics: [(id: "a", name: "A|<b>, \"x\"", color: "#0072B2")])"##;
        let column = |path: &str, sentences| Column {
            path: path.to_owned(),
            headline: "One | two".to_owned(),
            outlet: None,
            date: Some("2021-12-07".to_owned()),
            counts: vec![Count { sentences, own: 0 }],
        };
        (TopicFile::parse(topics).unwrap().into_tree().unwrap(), vec![column("a.txt", 3), column("b,c.txt", 0)])
    }

    #[test]
    fn csv_quotes_what_would_break_a_row() {
        let (tree, columns) = table();
        assert_eq!(csv(&tree, &columns), "topic,name,a.txt,\"b,c.txt\"\na,\"A|<b>, \"\"x\"\"\",3,0\n");
    }

    #[test]
    fn markdown_cells_stay_cells() {
        let (tree, columns) = table();
        let text = markdown(&tree, &columns);
        assert!(text.starts_with("| Topic | 1 | 2 |\n| :-- | --: | --: |\n| A\\|\\<b\\>, \"x\" | 3 |  |\n\n1. One \\| two, 2021-12-07 (a.txt)\n"), "{text}");
    }

    #[test]
    fn html_shows_names_and_runs_none_of_them() {
        let (tree, columns) = table();
        let page = html(&tree, &columns);
        assert!(page.contains("A|&lt;b&gt;, &quot;x&quot;</th><td>3</td><td></td></tr>"), "{page}");
        assert!(!page.contains("<b>"));
    }
}
