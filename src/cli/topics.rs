//! `readout topics [PATH]`: the tree in force, one object per topic, parents first; with `--words` what its
//! rules look for, as plain text.

use super::output::{Failure, Output};
use crate::analysis::words_of;
use crate::store::topics::in_force;
use serde::Serialize;
use std::path::Path;

/// One line of the output.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    name: &'a str,
    /// Id of the topic above.
    parent: Option<&'a str>,
    /// As written in the topic file.
    rules: Vec<&'a str>,
}

pub(super) fn run(
    folder: Option<&Path>,
    topics: Option<&Path>,
    words: bool,
    output: &mut Output,
) -> Result<(), Failure> {
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return Err(Failure::Wrong(format!("{}: there is no such folder", folder.display())));
    }
    let tree = in_force(topics, None, folder).map_err(|error| Failure::Wrong(error.to_string()))?.tree;
    if words {
        return words_of(&tree).iter().try_for_each(|word| output.text(&format!("{word}\n")));
    }
    tree.iter().try_for_each(|(_, topic)| {
        output.object(&Line {
            id: &topic.id,
            name: &topic.name,
            parent: topic.parent.map(|parent| tree.topic(parent).id.as_str()),
            rules: topic.rules.iter().map(|rule| rule.text.as_str()).collect(),
        })
    })
}
