//! How each [`TopicEdit`] changes a tree.

use super::new_topic::new_topic;
use super::{Edited, TopicEdit, TopicEditError};
use crate::model::topic_file::{DEEPEST, MOST_RULES, MOST_TOPICS, check_rule};
use crate::model::{TopicFile, TopicFileEntry};
use std::collections::BTreeSet;

/// Characters. A name has to fit into a line of the topic list.
const LONGEST_NAME: usize = 120;
/// Characters. A page: more than anybody reads about what belongs to a topic.
const LONGEST_NOTE: usize = 10_000;

type Changed<T> = Result<T, TopicEditError>;

pub(super) fn apply(edit: &TopicEdit, before: &TopicFile) -> Changed<Edited> {
    let mut file = before.clone();
    let topic = match edit {
        TopicEdit::Add { parent, name, rules } => Some(add(&mut file, parent.as_deref(), name, rules)?),
        TopicEdit::Rename { topic, name } => {
            let name = checked_name(name)?;
            Some(change(&mut file, topic, |entry| entry.name = name)?)
        }
        TopicEdit::Recolour { topic, color } => Some(change(&mut file, topic, |entry| entry.color = *color)?),
        TopicEdit::SetNote { topic, note } => {
            check_note(note)?;
            Some(change(&mut file, topic, |entry| entry.note = note.clone())?)
        }
        TopicEdit::SetRules { topic, rules } => {
            check_rules(&file, rules)?;
            Some(change(&mut file, topic, |entry| entry.rules = rules.clone())?)
        }
        TopicEdit::Move { topic, parent, position } => {
            Some(move_topic(&mut file, topic, parent.as_deref(), *position)?)
        }
        TopicEdit::Merge { from, into } => Some(merge(&mut file, from, into)?),
        TopicEdit::Split { topic, rules, name } => Some(split(&mut file, topic, rules, name)?),
        TopicEdit::Delete { topic } => delete(&mut file, topic)?,
    };
    check_size(&file)?;
    Ok(Edited { file, topic })
}

fn place_of(file: &TopicFile, id: &str) -> Changed<Vec<usize>> {
    file.place_of(id).ok_or_else(|| TopicEditError::NoTopic(id.to_owned()))
}

fn change(file: &mut TopicFile, id: &str, how: impl FnOnce(&mut TopicFileEntry)) -> Changed<String> {
    let place = place_of(file, id)?;
    let entry = file.at_mut(&place);
    how(entry);
    Ok(entry.id.clone())
}

fn add(file: &mut TopicFile, parent: Option<&str>, name: &str, rules: &[String]) -> Changed<String> {
    let name = checked_name(name)?;
    check_rules(file, rules)?;
    let above = parent.map_or(Ok(Vec::new()), |parent| place_of(file, parent))?;
    let topic = new_topic(file, &above, name, rules.to_vec());
    let id = topic.id.clone();
    file.children_mut(&above).push(topic);
    Ok(id)
}

fn move_topic(file: &mut TopicFile, id: &str, parent: Option<&str>, position: usize) -> Changed<String> {
    let from = place_of(file, id)?;
    let mut above = parent.map_or(Ok(Vec::new()), |parent| place_of(file, parent))?;
    if above.starts_with(&from) {
        return Err(TopicEditError::BelowItself(file.at(&from).name.clone()));
    }
    step_back(&mut above, &from);
    let topic = file.take(&from);
    let id = topic.id.clone();
    let siblings = file.children_mut(&above);
    siblings.insert(position.min(siblings.len()), topic);
    Ok(id)
}

/// Corrects a place for the topic that was taken out at `taken`.
fn step_back(place: &mut [usize], taken: &[usize]) {
    let last = taken.len() - 1;
    if place.len() > last && place[..last] == taken[..last] && place[last] > taken[last] {
        place[last] -= 1;
    }
}

fn merge(file: &mut TopicFile, from: &str, into: &str) -> Changed<String> {
    let from = place_of(file, from)?;
    let mut place = place_of(file, into)?;
    let name = |place: &[usize]| file.at(place).name.clone();
    if place == from {
        return Err(TopicEditError::IntoItself(name(&from)));
    }
    if place.starts_with(&from) {
        return Err(TopicEditError::IntoOwnSubTopic { from: name(&from), into: name(&place) });
    }
    step_back(&mut place, &from);
    let from = file.take(&from);
    let into = file.at_mut(&place);
    into.aliases.push(from.id);
    into.aliases.extend(from.aliases);
    let known: BTreeSet<String> = into.rules.iter().cloned().collect();
    into.rules.extend(from.rules.into_iter().filter(|rule| !known.contains(rule)));
    if into.note.is_empty() {
        into.note = from.note;
    } else if !from.note.is_empty() && from.note != into.note {
        into.note = format!("{}\n{}", into.note, from.note);
    }
    into.children.extend(from.children);
    check_note(&into.note)?;
    Ok(into.id.clone())
}

fn split(file: &mut TopicFile, id: &str, chosen: &[usize], name: &str) -> Changed<String> {
    let name = checked_name(name)?;
    let place = place_of(file, id)?;
    let chosen: BTreeSet<usize> = chosen.iter().copied().collect();
    let Some(&last) = chosen.last() else { return Err(TopicEditError::NoRules) };
    let entry = file.at_mut(&place);
    if last >= entry.rules.len() {
        return Err(TopicEditError::NoRule(last + 1));
    }
    let (mut taken, mut kept) = (Vec::new(), Vec::new());
    for (number, rule) in std::mem::take(&mut entry.rules).into_iter().enumerate() {
        if chosen.contains(&number) { taken.push(rule) } else { kept.push(rule) }
    }
    entry.rules = kept;
    let topic = new_topic(file, &place, name, taken);
    let id = topic.id.clone();
    file.at_mut(&place).children.push(topic);
    Ok(id)
}

/// Gives back the topic to look at now.
fn delete(file: &mut TopicFile, id: &str) -> Changed<Option<String>> {
    let place = place_of(file, id)?;
    file.take(&place);
    let (index, above) = place.split_last().expect("a topic stands somewhere");
    let siblings = file.children_mut(above);
    let neighbor = siblings.get(*index).or_else(|| siblings.last()).map(|entry| entry.id.clone());
    Ok(neighbor.or_else(|| (!above.is_empty()).then(|| file.at(above).id.clone())))
}

/// The name without white space around it, in one line.
fn checked_name(name: &str) -> Changed<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = name.chars().count();
    match found {
        0 => Err(TopicEditError::NoName),
        1..=LONGEST_NAME => Ok(name),
        _ => Err(TopicEditError::LongName { found, most: LONGEST_NAME }),
    }
}

fn check_note(note: &str) -> Changed<()> {
    let found = note.chars().count();
    if found > LONGEST_NOTE { Err(TopicEditError::LongNote { found, most: LONGEST_NOTE }) } else { Ok(()) }
}

fn check_rules(file: &TopicFile, rules: &[String]) -> Changed<()> {
    if rules.is_empty() {
        return Ok(());
    }
    let sets = file.word_sets().map_err(|error| TopicEditError::Sets(error.message))?;
    for (rule, text) in rules.iter().enumerate() {
        check_rule(text, &sets).map_err(|mistake| TopicEditError::Rule { rule, mistake })?;
    }
    Ok(())
}

/// The limits of [`TopicFile::into_tree`].
fn check_size(file: &TopicFile) -> Changed<()> {
    let entries = file.entries();
    if entries.len() > MOST_TOPICS {
        return Err(TopicEditError::TooManyTopics { most: MOST_TOPICS });
    }
    let mut levels: Vec<usize> = Vec::with_capacity(entries.len());
    for (entry, parent) in entries {
        levels.push(parent.map_or(1, |parent| levels[parent] + 1));
        if levels.last() > Some(&DEEPEST) {
            return Err(TopicEditError::TooDeep { most: DEEPEST });
        }
        if entry.rules.len() > MOST_RULES {
            return Err(TopicEditError::TooManyRules { most: MOST_RULES });
        }
    }
    Ok(())
}
