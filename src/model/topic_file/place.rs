//! Where in a topic file's text something stands.
//!
//! The reader of RON gives values without places, so the place of a mistake is looked up afterwards among
//! the strings of the file. That costs nothing where there is no mistake.

/// Something in a topic file that can be wrong.
pub(super) enum Place {
    /// The topic id, where it stands for the `nth` time, from 0.
    Id { id: String, nth: usize },
    /// An alias of this topic.
    Alias { topic: String, alias: String },
    /// A character of a rule of this topic.
    Rule { topic: String, rule: String, at: usize },
    /// A character of a line of a word set.
    Set { set: String, line: String, at: usize },
}

/// A string as written in a file.
struct Literal {
    text: String,
    /// Bytes of the source at which the characters of `text` and its closing quote stand.
    offsets: Vec<usize>,
    /// Whether it is the value of a field `id`.
    is_id: bool,
}

impl Place {
    /// In words, for a tree that has no file.
    pub fn describe(&self) -> String {
        match self {
            Self::Id { id, .. } => format!("topic {id:?}"),
            Self::Alias { topic, alias } => format!("topic {topic:?}, alias {alias:?}"),
            Self::Rule { topic, rule, at } => format!("topic {topic:?}, rule {rule:?}, character {}", at + 1),
            Self::Set { set, line, at } => format!("word set {set:?}, line {line:?}, character {}", at + 1),
        }
    }

    /// Line and column, both from 1.
    pub fn in_source(&self, source: &str) -> (usize, usize) {
        let literals = literals(source);
        let offset = match self {
            Self::Id { id, nth } => {
                let mut ids = literals.iter().filter(|literal| literal.is_id && literal.text == *id);
                ids.nth(*nth).map(|literal| literal.offsets[0])
            }
            Self::Alias { topic, alias } => {
                let own = after_id(&literals, topic).skip(1).find(|literal| literal.text == *alias);
                own.map(|literal| literal.offsets[0])
            }
            Self::Rule { topic, rule, at } => {
                after_id(&literals, topic).find(|literal| literal.text == *rule).map(|literal| literal.offset(*at))
            }
            Self::Set { set, line, at } => {
                let mut after = literals.iter().skip_while(|literal| literal.text != *set);
                after.find(|literal| literal.text == *line).map(|literal| literal.offset(*at))
            }
        };
        line_and_column(source, offset.unwrap_or(0))
    }
}

impl Literal {
    fn offset(&self, at: usize) -> usize {
        self.offsets[at.min(self.offsets.len() - 1)]
    }
}

/// The strings from the id of this topic on.
fn after_id<'a>(literals: &'a [Literal], topic: &'a str) -> impl Iterator<Item = &'a Literal> {
    literals.iter().skip_while(move |literal| !(literal.is_id && literal.text == topic))
}

fn line_and_column(source: &str, offset: usize) -> (usize, usize) {
    let before = &source[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// All strings of a RON file, in order; comments are passed over. The file is known to be well-formed.
fn literals(source: &str) -> Vec<Literal> {
    let mut literals = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let rest = &source[at..];
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            at += rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if let Some(hashes) = raw_string(rest) {
            let start = at + hashes + 2;
            let close = format!("\"{}", "#".repeat(hashes));
            let end = source[start..].find(&close).map_or(source.len(), |end| start + end);
            let offsets = source[start..end].char_indices().map(|(offset, _)| start + offset).chain([end]).collect();
            literals.push(Literal { text: source[start..end].to_owned(), offsets, is_id: is_id(&source[..at]) });
            at = (end + close.len()).min(source.len());
        } else if rest.starts_with('"') {
            let (mut literal, end) = escaped(source, at + 1);
            literal.is_id = is_id(&source[..at]);
            literals.push(literal);
            at = end;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    literals
}

/// Whether the text ends in `id:`.
fn is_id(before: &str) -> bool {
    let name = before.trim_end().strip_suffix(':').map(str::trim_end).and_then(|before| before.strip_suffix("id"));
    name.is_some_and(|before| !before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'))
}

/// The number of `#` of a raw string that starts here.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// A string with escapes whose first character is at `at`, and where it ends.
fn escaped(source: &str, mut at: usize) -> (Literal, usize) {
    let mut literal = Literal { text: String::new(), offsets: Vec::new(), is_id: false };
    loop {
        literal.offsets.push(at);
        let Some(letter) = source[at..].chars().next() else { return (literal, source.len()) };
        if letter == '"' {
            return (literal, at + 1);
        }
        let start = at;
        at += letter.len_utf8();
        if letter == '\\' {
            at = escape_end(source, at);
        }
        let meaning: Option<String> = ron::from_str(&format!("\"{}\"", &source[start..at])).ok();
        literal.text.push_str(&meaning.unwrap_or_default());
    }
}

/// Where the escape ends whose backslash is right before `at`.
fn escape_end(source: &str, at: usize) -> usize {
    let rest = &source[at..];
    let length = match rest.as_bytes().first() {
        Some(b'x') => 3,
        Some(b'u') => rest.find('}').map_or(1, |end| end + 1),
        _ => rest.chars().next().map_or(0, char::len_utf8),
    };
    (at + length).min(source.len())
}
