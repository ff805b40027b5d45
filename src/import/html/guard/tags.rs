//! The tags of a page, told apart as a parser of HTML does it: quotation marks count only around a value, a comment may
//! end at once, and in some elements nothing is markup.

/// Elements whose content is not markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed", "noframes"];

/// Elements with rules of their own inside: drawings and formulas.
pub(super) const FOREIGN: &[&str] = &["svg", "math"];

pub(super) struct Tag {
    /// In small letters.
    pub name: String,
    pub closes: bool,
    /// `<path/>`
    pub ends_itself: bool,
    pub attributes: usize,
    /// Past its `>`.
    pub end: usize,
}

impl Tag {
    /// The tag that begins at this `<`, if one does.
    pub fn at(source: &str, start: usize) -> Option<Self> {
        let bytes = source.as_bytes();
        let closes = bytes.get(start + 1) == Some(&b'/');
        let from = start + 1 + usize::from(closes);
        if !bytes.get(from)?.is_ascii_alphabetic() {
            return None;
        }
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        let length = bytes[from..].iter().position(is_end).unwrap_or(bytes.len() - from);
        let (end, attributes) = end_of_tag(bytes, from + length);
        let ends_itself = bytes[..end].ends_with(b"/>");
        Some(Self { name: source[from..from + length].to_ascii_lowercase(), closes, ends_itself, attributes, end })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    /// Between attributes.
    Gap,
    Name,
    /// Behind a name and white space.
    AfterName,
    /// Behind `=`.
    BeforeValue,
    Value,
    Quoted(u8),
}

/// Past the `>` of a tag, from the end of its name on, and how many attributes it has.
fn end_of_tag(bytes: &[u8], from: usize) -> (usize, usize) {
    let mut state = In::Gap;
    let mut attributes = 0;
    for (offset, byte) in bytes[from..].iter().enumerate() {
        let before = state;
        state = match (state, byte) {
            (In::Quoted(quote), byte) if quote == *byte => In::Gap,
            (In::Quoted(_), _) => state,
            (_, b'>') => return (from + offset + 1, attributes),
            (In::BeforeValue, b'"' | b'\'') => In::Quoted(*byte),
            (In::BeforeValue, byte) if byte.is_ascii_whitespace() => state,
            (In::BeforeValue, _) => In::Value,
            (In::Value, byte) if byte.is_ascii_whitespace() => In::Gap,
            (In::Value, _) => state,
            (_, b'/') => In::Gap,
            (In::Name, byte) if byte.is_ascii_whitespace() => In::AfterName,
            (In::Gap | In::AfterName, byte) if byte.is_ascii_whitespace() => state,
            (In::Name | In::AfterName, b'=') => In::BeforeValue,
            _ => In::Name,
        };
        attributes += usize::from(state == In::Name && before != In::Name);
    }
    (bytes.len(), attributes)
}

pub(super) fn is_raw(name: &str) -> bool {
    RAW.contains(&name)
}

/// Past what begins with this `<` and is no tag: a comment, a declaration, or the sign alone.
pub(super) fn past_other(source: &str, start: usize) -> usize {
    let bytes = source.as_bytes();
    let rest = &bytes[start..];
    if rest.starts_with(b"<!-->") || rest.starts_with(b"<!--->") {
        return start + 5;
    }
    if rest.starts_with(b"<!--") {
        let ends = [&b"-->"[..], b"--!>"].map(|end| memchr::memmem::find(&rest[4..], end));
        let first = ends.into_iter().flatten().min();
        return first.map_or(bytes.len(), |at| start + 4 + at + 3);
    }
    match rest.get(1) {
        Some(b'!' | b'?' | b'/') => memchr::memchr(b'>', rest).map_or(bytes.len(), |at| start + at + 1),
        _ => start + 1,
    }
}

/// Where the end tag of an element begins in which nothing else is markup; the end of the page if it never comes.
pub(super) fn raw_end(source: &str, tag: &Tag) -> usize {
    let bytes = source.as_bytes();
    let name = tag.name.as_str();
    let mut at = tag.end;
    loop {
        let Some(end) = end_tag(bytes, at, name) else { return bytes.len() };
        // A script that writes scripts, hidden in a comment as was the custom, goes on behind their ends.
        let comment = (name == "script").then(|| memchr::memmem::rfind(&bytes[at..end], b"<!--")).flatten();
        let goes_on = comment.is_some_and(|comment| {
            let hidden = bytes[at + comment..end].to_ascii_lowercase();
            memchr::memmem::find(&hidden, b"<script").is_some() && memchr::memmem::find(&hidden, b"-->").is_none()
        });
        if !goes_on {
            return end;
        }
        at = end + 2;
    }
}

/// Where `</name` begins with an end of the name behind it.
fn end_tag(bytes: &[u8], from: usize, name: &str) -> Option<usize> {
    let is_end = |at: usize| {
        let rest = &bytes[at..];
        let (Some(sign), Some(found)) = (rest.get(..2), rest.get(2..2 + name.len())) else { return false };
        let behind = rest.get(2 + name.len());
        let ends = behind.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
        sign == b"</" && ends && found.eq_ignore_ascii_case(name.as_bytes())
    };
    memchr::memchr_iter(b'<', &bytes[from..]).map(|at| from + at).find(|at| is_end(*at))
}
