//! How well it is told who says a sentence: the columns `side` and `who` of the label files.
//!
//! Accuracy is of the sentences that people gave a side, precision of those that the program gave one. What people
//! marked with `?` is arguable and counted neither way, nor is the page around an article. A speaker is right who
//! shares a telling word with the label: "Kremlin" and "Kremlin press service", or is called so in the speakers file.

use crate::analysis::attribute::{Attribution, Attributor};
use crate::import;
use crate::model::{Article, CodePoints, Language, Span, Speakers};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Words that tell no speaker.
const TELL_NOTHING: &str = "the a an of us u.s. american russian white press service official officials side on";

/// Letters that two cases of one word share, and those that may follow.
const SHORTEST_STEM: usize = 4;
const LONGEST_ENDING: usize = 3;

/// A labelled sentence and what the program says of it.
struct Scored {
    side: String,
    who: String,
    sentence: String,
    found_side: String,
    found_who: String,
}

/// Figures of an article, or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    labelled: usize,
    found: usize,
    right: usize,
    right_speaker: usize,
}

/// Figures for a folder of label files and their articles, which have the same names up to the ending and lie beside
/// the labels or anywhere in the other folder.
///
/// # Errors
/// A folder or file that cannot be read, or labels without the columns.
pub fn sides(speakers: &Speakers, gold: &Path, articles: &Path, list_misses: bool) -> Result<String, String> {
    let mut report = format!("{:26} {}\n", "article", "accuracy precision speaker  right  found labelled");
    let mut misses = String::new();
    let nobody = Speakers { persons: Vec::new(), ..speakers.clone() };
    for (title, speakers) in [("all", speakers), ("all, without persons", &nobody)] {
        let attributor = Attributor::new(speakers);
        let mut by_language = Language::ALL.map(|language| (language, Counts::default()));
        for (table, path) in pairs(gold, articles)? {
            let (language, scored) = score(&attributor, &table, &path)?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let counts = count(&scored, speakers);
            let of_language = by_language.iter_mut().find(|(known, _)| *known == language);
            of_language.into_iter().for_each(|(_, all)| *all = all.plus(counts));
            if title == "all" {
                report.push_str(&line(&name, counts));
            }
            if list_misses {
                let missed = scored.iter().filter_map(|scored| miss(scored, speakers));
                missed.for_each(|miss| _ = writeln!(misses, "{title}: {name}: {miss}"));
            }
        }
        for (language, counts) in by_language.iter().filter(|(_, counts)| counts.labelled > 0 && title == "all") {
            report.push_str(&line(language.name(), *counts));
        }
        report.push_str(&line(title, by_language.into_iter().fold(Counts::default(), |all, (_, some)| all.plus(some))));
    }
    Ok(report + &misses)
}

/// Each label file that has sides, with its article.
fn pairs(gold: &Path, articles: &Path) -> Result<Vec<(PathBuf, PathBuf)>, String> {
    let (mut beside, mut all) = (Vec::new(), Vec::new());
    files(gold, &mut beside)?;
    files(articles, &mut all)?;
    let texts: Vec<&PathBuf> = beside.iter().chain(&all).filter(|path| import::is_supported(path)).collect();
    let tables = beside.iter().filter(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    let pair = |table: &PathBuf| {
        let text = texts.iter().find(|text| text.file_stem() == table.file_stem())?;
        Some((table.clone(), (*text).clone()))
    };
    Ok(tables.filter_map(pair).collect())
}

/// All files of a folder and of those in it, in order.
fn files(folder: &Path, all: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        match path.is_dir() {
            true => files(&path, all)?,
            false => all.push(path),
        }
    }
    Ok(())
}

fn score(attributor: &Attributor, table: &Path, path: &Path) -> Result<(Language, Vec<Scored>), String> {
    let named = |path: &Path, error: String| format!("{}: {error}", path.display());
    let source = fs::read_to_string(table).map_err(|error| named(table, error.to_string()))?;
    let bytes = fs::read(path).map_err(|error| named(path, error.to_string()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let article = import::article(&name, &bytes).map_err(|error| named(path, error.to_string()))?;
    let found = attributor.attribute(&article);
    let points = CodePoints::new(&article.text);
    let mut lines = source.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| header.iter().position(|column| *column == name);
    let columns = ["start", "end", "side", "who", "boilerplate"].map(column);
    let [Some(start), Some(end), Some(side), Some(who), boilerplate] = columns else {
        return Err(named(table, "expected columns `start`, `end`, `side` and `who`".to_owned()));
    };
    let mut scored = Vec::new();
    for cells in lines.map(|line| line.split('\t').collect::<Vec<&str>>()) {
        let cell = |column: usize| cells.get(column).copied().unwrap_or_default().trim();
        let byte = |column: usize| cell(column).parse().ok().and_then(|point| points.to_byte(point));
        let (Some(start), Some(end)) = (byte(start), byte(end)) else { continue };
        if cell(side).starts_with('?') || boilerplate.is_some_and(|column| !cell(column).is_empty()) {
            continue;
        }
        let span = Span::new(start, end.max(start));
        let attribution = attribution_of(&article, &found, span);
        let found_side =
            attribution.and_then(|found| found.side).map(|side| attributor.speakers().side(side).id.clone());
        scored.push(Scored {
            side: cell(side).to_owned(),
            who: cell(who).to_owned(),
            sentence: span.text(&article.text).split_whitespace().collect::<Vec<&str>>().join(" "),
            found_side: found_side.unwrap_or_default(),
            found_who: attribution.map(|found| found.speaker.clone()).unwrap_or_default(),
        });
    }
    Ok((article.language, scored))
}

/// The attribution of the sentence that has the most of `span`.
fn attribution_of<'a>(article: &Article, found: &'a [Option<Attribution>], span: Span) -> Option<&'a Attribution> {
    let part = |sentence: &Span| sentence.clip(span).map_or(0, Span::len);
    let sentences = article.sentences.iter().map(|sentence| sentence.span).enumerate();
    let (index, _) = sentences.filter(|(_, sentence)| part(sentence) > 0).max_by_key(|(_, sentence)| part(sentence))?;
    found[index].as_ref()
}

fn count(scored: &[Scored], speakers: &Speakers) -> Counts {
    let mut counts = Counts::default();
    for Scored { side, who, found_side, found_who, .. } in scored {
        counts.labelled += usize::from(!side.is_empty());
        counts.found += usize::from(!found_side.is_empty());
        let right = !side.is_empty() && side == found_side;
        counts.right += usize::from(right);
        counts.right_speaker += usize::from(right && same_speaker(who, found_who, speakers));
    }
    counts
}

fn same_speaker(wanted: &str, found: &str, speakers: &Speakers) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = name.to_lowercase();
        let telling = |word: &&str| !TELL_NOTHING.split(' ').any(|other| other == *word);
        words.split_whitespace().filter(telling).map(str::to_owned).collect()
    };
    let (wanted_words, found_words) = (words(wanted), words(found));
    let persons = speakers.persons.iter().map(|person| (&person.name, &person.forms));
    let bodies = speakers.bodies.iter().map(|body| (&body.name, &body.forms));
    let mut known = persons.chain(bodies).filter(|(name, _)| *name == found);
    let lower = wanted.to_lowercase();
    wanted_words.iter().any(|word| found_words.iter().any(|found| same_word(word, found)))
        || (wanted_words.is_empty() && (found_words.is_empty() || shares_word(wanted, found)))
        || known.any(|(_, forms)| forms.iter().any(|form| lower.contains(&form.to_lowercase())))
}

/// Whether two words are one in two cases: "розвідка", "розвідки".
fn same_word(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let longest = one.chars().count().max(other.chars().count());
    one == other || shared >= SHORTEST_STEM && shared + LONGEST_ENDING >= longest
}

/// "The official" is a White House official.
fn shares_word(one: &str, other: &str) -> bool {
    let other = other.to_lowercase();
    let words = one.to_lowercase();
    words.split_whitespace().any(|word| other.split_whitespace().any(|other| same_word(word, other)))
}

fn miss(scored: &Scored, speakers: &Speakers) -> Option<String> {
    let Scored { side, who, sentence, found_side, found_who } = scored;
    let speaker = !side.is_empty() && side == found_side && !same_speaker(who, found_who, speakers);
    if side == found_side && !speaker {
        return None;
    }
    let kind = if speaker { "speaker" } else { "side" };
    Some(format!("{kind}: wanted {side:?} {who:?}, found {found_side:?} {found_who:?} | {sentence}"))
}

impl Counts {
    fn plus(self, other: Self) -> Self {
        Self {
            labelled: self.labelled + other.labelled,
            found: self.found + other.found,
            right: self.right + other.right,
            right_speaker: self.right_speaker + other.right_speaker,
        }
    }
}

fn line(name: &str, counts: Counts) -> String {
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let Counts { labelled, found, right, right_speaker } = counts;
    let (accuracy, precision, speaker) = (share(right, labelled), share(right, found), share(right_speaker, labelled));
    format!("{name:26} {accuracy:>8.3} {precision:>9.3} {speaker:>7.3} {right:>6} {found:>6} {labelled:>8}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(side: &str, found: &str, who: &str, found_who: &str) -> Scored {
        let [side, found_side, who, found_who] = [side, found, who, found_who].map(str::to_owned);
        Scored { side, who, sentence: String::new(), found_side, found_who }
    }

    #[test]
    fn a_side_where_people_gave_none_costs_precision_only() {
        let all =
            [scored("ru", "ru", "Ushakov", "Ushakov"), scored("", "us", "", "Biden"), scored("us", "", "Biden", "")];
        assert_eq!(count(&all, &Speakers::default()), Counts { labelled: 2, found: 2, right: 1, right_speaker: 1 });
    }

    #[test]
    fn a_speaker_is_told_by_one_word_of_his_name() {
        let same = |wanted, found| same_speaker(wanted, found, &Speakers::standard().unwrap());
        assert!(same("Yuri Ushakov", "Ushakov"));
        assert!(same("Kremlin press service", "Kremlin"));
        assert!(same("US official", "a US official"));
        assert!(!same("White House press service", "Kremlin press service"));
        assert!(same("Юрий Ушаков", "Ushakov") && same("Weißes Haus", "White House"));
    }
}
