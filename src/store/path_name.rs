//! Paths of articles as text: relative, with `/` between names on every system, in one order.
//!
//! The same check guards both directions: a folder gives no article a path that a session could not
//! hold, and a session brings no path that leads out of its folder.

use std::cmp::Ordering;
use std::path::{Component, Path, PathBuf};

/// Whether `path` stays inside the folder that it is relative to, on every system: no root, no drive,
/// no `.`, no `..`, no backslash, no NUL.
pub(super) fn is_inner(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    !drive && !path.contains(['\\', '\0']) && path.split('/').all(|name| !matches!(name, "" | "." | ".."))
}

/// `path` with `/` between its names; `None` if a name is not Unicode or the path is not inside.
pub(super) fn inner_path(path: &Path) -> Option<String> {
    let names: Option<Vec<&str>> = path.iter().map(|name| name.to_str()).collect();
    names.map(|names| names.join("/")).filter(|path| is_inner(path))
}

/// The order of articles: folder by folder, numbers by their value (`talk-2` before `talk-10`).
pub fn path_order(a: &str, b: &str) -> Ordering {
    let mut names = (a.split('/'), b.split('/'));
    loop {
        match (names.0.next(), names.1.next()) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) => return name_order(a, b),
            (a, b) => return a.is_some().cmp(&b.is_some()),
        }
    }
}

/// The order of two names in one folder. Equal only if they are the same name.
pub(super) fn name_order(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    while !left.is_empty() && !right.is_empty() {
        let (piece, other) = (first_piece(left), first_piece(right));
        let order = match (number(piece), number(other)) {
            (Some(a), Some(b)) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
            _ => piece.cmp(other),
        };
        if order.is_ne() {
            return order;
        }
        (left, right) = (&left[piece.len()..], &right[other.len()..]);
    }
    left.len().cmp(&right.len()).then_with(|| a.cmp(b))
}

/// The run of digits at the start, or the first character.
fn first_piece(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let first = text.chars().next().map_or(0, char::len_utf8);
    &text[..digits.max(first)]
}

/// The digits without leading zeros, so that the longer one is the larger number.
fn number(piece: &str) -> Option<&str> {
    piece.starts_with(|c: char| c.is_ascii_digit()).then(|| piece.trim_start_matches('0'))
}

/// Takes `.` and `..` out of an absolute path without asking the disk.
pub(super) fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paths_that_lead_out_are_told_apart() {
        for path in ["a.txt", "2021/talks/a.txt", "Biden: a call.txt", "..a/b..", "Київ.txt"] {
            assert!(is_inner(path), "{path} is inside");
        }
        for path in
            ["", "/etc/passwd", "../a", "a/../../b", "a//b", "a/.", "C:a.txt", "c:/a", "a\\b", "\\\\host\\a", "a\0"]
        {
            assert!(!is_inner(path), "{path:?} leads out");
        }
    }

    #[test]
    fn numbers_in_names_count_by_value() {
        let mut paths = ["talk-10.txt", "b/1.txt", "talk-2.txt", "b.txt", "talk-02.txt", "a/z.txt"];
        paths.sort_by(|a, b| path_order(a, b));
        assert_eq!(paths, ["a/z.txt", "b/1.txt", "b.txt", "talk-02.txt", "talk-2.txt", "talk-10.txt"]);
    }

    proptest! {
        #[test]
        fn the_order_is_one_order(a in "[a1/0-]{0,6}", b in "[a1/0-]{0,6}", c in "[a1/0-]{0,6}") {
            prop_assert_eq!(path_order(&a, &b), path_order(&b, &a).reverse());
            prop_assert_eq!(path_order(&a, &b).is_eq(), a == b);
            if path_order(&a, &b).is_le() && path_order(&b, &c).is_le() {
                prop_assert!(path_order(&a, &c).is_le());
            }
        }
    }
}
