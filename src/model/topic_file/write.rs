//! Writes a topic tree as a file that a person likes to read and may go on writing by hand.
//!
//! One rule a line, what is empty left out, always the same text for the same tree; what is written is read again
//! as it was. The comments of the file that a tree was read from are not kept.

use super::{TopicFile, TopicFileEntry};
use crate::model::Color;
use std::fmt::Write;

const STEP: usize = 4;

impl TopicFile {
    /// The text of a file with this tree. It opens with `comment`, line by line.
    pub fn to_text(&self, comment: &str) -> String {
        let mut out = String::new();
        for line in comment.lines() {
            // A carriage return alone would end the line for other readers.
            let line = line.replace('\r', " ");
            out += format!("// {line}").trim_end();
            out.push('\n');
        }
        out += "(\n";
        if !self.sets.is_empty() {
            line(&mut out, 1, "sets: {");
            for (name, lines) in &self.sets {
                list(&mut out, 2, &format!("{}: ", quoted(name)), lines);
            }
            line(&mut out, 1, "},");
        }
        line(&mut out, 1, "topics: [");
        self.topics.iter().for_each(|entry| topic(&mut out, 2, entry));
        line(&mut out, 1, "],");
        out += ")\n";
        out
    }
}

fn topic(out: &mut String, level: usize, entry: &TopicFileEntry) {
    let Color([r, g, b]) = entry.color;
    let (id, name) = (quoted(&entry.id), quoted(&entry.name));
    line(out, level, "(");
    line(out, level + 1, &format!("id: {id}, name: {name}, color: \"#{r:02X}{g:02X}{b:02X}\","));
    if !entry.note.is_empty() {
        line(out, level + 1, &format!("note: {},", quoted(&entry.note)));
    }
    if !entry.aliases.is_empty() {
        let aliases: Vec<String> = entry.aliases.iter().map(|alias| quoted(alias)).collect();
        line(out, level + 1, &format!("aliases: [{}],", aliases.join(", ")));
    }
    if !entry.rules.is_empty() {
        list(out, level + 1, "rules: ", &entry.rules);
    }
    if !entry.children.is_empty() {
        line(out, level + 1, "children: [");
        entry.children.iter().for_each(|child| topic(out, level + 2, child));
        line(out, level + 1, "],");
    }
    line(out, level, "),");
}

fn list(out: &mut String, level: usize, label: &str, strings: &[String]) {
    line(out, level, &format!("{label}["));
    strings.iter().for_each(|string| line(out, level + 1, &format!("{},", quoted(string))));
    line(out, level, "],");
}

fn line(out: &mut String, level: usize, text: &str) {
    out.extend(std::iter::repeat_n(' ', level * STEP));
    out.push_str(text);
    out.push('\n');
}

/// The string in quotation marks. Everything that can be seen stands for itself.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            unseen if is_unseen(unseen) => {
                write!(out, "\\u{{{:x}}}", u32::from(unseen)).expect("a string takes all that is written");
            }
            seen => out.push(seen),
        }
    }
    out.push('"');
    out
}

/// Control characters, line ends of other kinds and signs that only turn the direction of writing: a person who
/// reads the file would not see them.
fn is_unseen(letter: char) -> bool {
    let turns = matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    letter.is_control() || turns || letter == '\u{FEFF}'
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_written_tree_is_what_a_person_would_write() {
        let source = r##"// A tree.
//
// Of talks.
(
    sets: {
        "us": [
            "=US | Biden",
            "ru: Байден",
        ],
    },
    topics: [
        (
            id: "a", name: "Say \"A\"", color: "#0072B2",
            note: "Two lines.\nThis is the second.",
            aliases: ["old", "older"],
            rules: [
                "@us and talks",
            ],
            children: [
                (
                    id: "a/b", name: "Б", color: "#00000A",
                ),
            ],
        ),
    ],
)
"##;
        let file = TopicFile::parse(source).expect("a sound tree");
        assert_eq!(file.to_text("A tree.\n\nOf talks."), source);
    }

    #[test]
    fn the_tree_that_comes_with_the_program_is_written_and_read_again() {
        let file = TopicFile::parse(include_str!("../../../assets/topics/talks.ron")).expect("a sound tree");
        assert_eq!(TopicFile::parse(&file.to_text("")), Ok(file));
    }

    fn entry(depth: u32) -> BoxedStrategy<TopicFileEntry> {
        let text = "(\\PC|[\"\\\\\n\r\t#/*é\u{2028}\u{202E}\u{301}']){0,12}";
        let children = match depth {
            0 => Just(Vec::new()).boxed(),
            _ => proptest::collection::vec(entry(depth - 1), 0..3).boxed(),
        };
        let rules = proptest::collection::vec("(@s|слово|é\n)( b| and c| ~2 x)", 0..3);
        (text, text, any::<[u8; 3]>(), rules, any::<bool>(), children)
            .prop_map(|(name, note, color, rules, alias, children)| TopicFileEntry {
                id: String::new(),
                name,
                color: Color(color),
                note,
                rules,
                aliases: if alias { vec![String::new()] } else { Vec::new() },
                children,
            })
            .boxed()
    }

    /// Gives every topic an id and every alias a text of its own.
    fn number(entries: &mut [TopicFileEntry], next: &mut u32) {
        for entry in entries {
            *next += 1;
            entry.id = format!("id \" {next}");
            entry.aliases.iter_mut().for_each(|alias| *alias = format!("алиас\n{next}"));
            number(&mut entry.children, next);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            mut topics in proptest::collection::vec(entry(2), 0..3),
            set in "\\PC{0,4}",
            comment in "\\PC{0,5}[\n\r]\\PC{0,5}",
        ) {
            number(&mut topics, &mut 0);
            let sets = BTreeMap::from([("s".to_owned(), vec!["Kyiv | Киев".to_owned()]), (format!("{set}x"), Vec::new())]);
            let file = TopicFile { sets, topics };
            prop_assert_eq!(TopicFile::parse(&file.to_text(&comment)), Ok(file));
        }
    }
}
