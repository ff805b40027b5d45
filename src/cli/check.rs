//! `readout check SESSION [FOLDER]`: one object per mark in a text: where it is in the article of today, and how sure.
//!
//! By article and place. A renamed article is known by its fingerprint; the folder is named if it is not where the
//! session says. Marks that went to another article are not searched for.

use super::arguments::Input;
use super::input::Articles;
use super::output::{Failure, Output};
use crate::analysis::anchoring::{Carried, carry};
use crate::model::{About, Anchor, Article, CodePoints, Fingerprint, Marks, Session, Source, Span};
use crate::store::{FolderState, Loaded, MarkedText, session_file};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// One line of the output. Positions are half-open code points; none where it is lost.
#[derive(Serialize)]
struct Line<'a> {
    /// Of a passage or a note its own; of others the same for the same mark at the same words.
    id: String,
    /// `passage`, `decision`, `bookmark`, `star`, `note`, or `clutter` for a word on a whole paragraph.
    kind: &'static str,
    /// `sure`, `check` or `lost`.
    state: &'static str,
    /// Its path of today.
    article: &'a str,
    start: Option<usize>,
    end: Option<usize>,
    /// What stands there today; of a lost one what was marked.
    quote: &'a str,
    /// What was marked.
    was: &'a str,
    /// Other places that may be meant, best first.
    candidates: Vec<CandidateLine<'a>>,
}

#[derive(Serialize)]
struct CandidateLine<'a> {
    start: usize,
    end: usize,
    quote: &'a str,
}

/// A mark in a text, of whatever kind.
struct Saved<'a> {
    id: String,
    kind: &'static str,
    anchor: &'a Anchor,
}

/// The marks of one article that were made in one text of it.
type Places<'a> = BTreeMap<(&'a str, Option<Fingerprint>), Vec<Saved<'a>>>;

pub(super) fn run(session: &Path, folder: Option<&Path>, output: &mut Output) -> Result<(), Failure> {
    let loaded = session_file::load(session).map_err(|error| Failure::Wrong(error.to_string()))?;
    let input = input(&loaded, folder)?;
    let places = places(&loaded.session.marks);
    let articles = marked_articles(&input, &loaded.session, &places, output)?;
    let mut lines = Vec::new();
    for ((path, fingerprint), saved) in &places {
        let renamed = || articles.values().find(|article| Some(article.fingerprint) == *fingerprint);
        match articles.get(*path).or_else(renamed) {
            Some(article) => lines.extend(found(article, *fingerprint, saved, &loaded.texts)),
            None => lines.extend(saved.iter().map(|saved| line(saved, path, None, &Carried::not_there()))),
        }
    }
    lines.sort_by(|a, b| (a.article, a.start, a.end, a.kind, &a.id).cmp(&(b.article, b.start, b.end, b.kind, &b.id)));
    lines.iter().try_for_each(|line| output.object(line))
}

/// Where the articles are: in the folder that was named, else where the session says.
fn input(loaded: &Loaded, folder: Option<&Path>) -> Result<Input, Failure> {
    let wrong = |folder: &Path, what: &str| {
        Failure::Wrong(format!("{}: {what}; name it: readout check SESSION FOLDER", folder.display()))
    };
    match (folder, &loaded.session.source, &loaded.folder) {
        (Some(folder), _, _) => Ok(Input::Paths(vec![PathBuf::from(folder)])),
        (None, Source::Sample, _) => Ok(Input::Sample),
        (None, Source::Folder(folder), FolderState::Gone) => Err(wrong(folder, "the collection folder is not there")),
        (None, Source::Folder(folder), FolderState::Remote) => {
            Err(wrong(folder, "the collection folder is on another computer"))
        }
        (None, Source::Folder(folder), _) => Ok(Input::Paths(vec![folder.clone()])),
    }
}

fn places(marks: &Marks) -> Places<'_> {
    let mut places = Places::new();
    let mut add = |article, fingerprint, id: Option<String>, kind, topic: &str, anchor| {
        let saved = Saved { id: id.unwrap_or_else(|| id_of(kind, article, topic, anchor)), kind, anchor };
        places.entry((article, fingerprint)).or_default().push(saved);
    };
    for mark in &marks.passages {
        add(&*mark.article, Some(mark.fingerprint), Some(mark.id.to_string()), "passage", &mark.topic, &mark.anchor);
    }
    for mark in &marks.decisions {
        add(&*mark.article, Some(mark.fingerprint), None, "decision", &mark.topic, &mark.anchor);
    }
    for mark in &marks.bookmarks {
        add(&*mark.article, mark.fingerprint, None, "bookmark", "", &mark.anchor);
    }
    for mark in &marks.stars {
        add(&*mark.article, Some(mark.fingerprint), None, "star", &mark.topic, &mark.anchor);
    }
    for note in &marks.notes {
        if let About::Words { article, anchor, fingerprint, .. } = &note.about {
            add(&**article, Some(*fingerprint), Some(note.id.to_string()), "note", "", anchor);
        }
    }
    for (article, correction) in &marks.corrections {
        for verdict in &correction.verdicts {
            add(&**article, verdict.fingerprint, None, "clutter", "", &verdict.anchor);
        }
    }
    places
}

fn id_of(kind: &str, article: &str, topic: &str, anchor: &Anchor) -> String {
    let Anchor { start, exact, .. } = anchor;
    Fingerprint::of(&format!("{kind}\n{article}\n{topic}\n{start}..{exact}")).to_string()
}

/// The articles that bear marks, by path, and those whose text is that of one.
fn marked_articles(
    input: &Input,
    session: &Session,
    places: &Places,
    output: &mut Output,
) -> Result<BTreeMap<String, Article>, Failure> {
    let paths: BTreeSet<&str> = places.keys().map(|(path, _)| *path).collect();
    let texts: BTreeSet<Fingerprint> = places.keys().filter_map(|(_, fingerprint)| *fingerprint).collect();
    let is_marked = |article: &Article| paths.contains(article.path.as_str()) || texts.contains(&article.fingerprint);
    let mut articles = BTreeMap::new();
    Articles::find(input, output)?.corrected(Some(session)).each(
        output,
        || (),
        |(), article| is_marked(article).then(|| article.clone()),
        |article, _| {
            articles.extend(article.map(|article| (article.path.clone(), article)));
            Ok(())
        },
    )?;
    Ok(articles)
}

fn found<'a>(
    article: &'a Article,
    fingerprint: Option<Fingerprint>,
    saved: &[Saved<'a>],
    texts: &[MarkedText],
) -> Vec<Line<'a>> {
    let kept = || texts.iter().find(|text| Some(text.fingerprint) == fingerprint).map(|text| text.text.as_str());
    let same = fingerprint == Some(article.fingerprint);
    let old = if same { Some(article.text.as_str()) } else { kept() };
    let anchors: Vec<&Anchor> = saved.iter().map(|saved| saved.anchor).collect();
    let carried = carry(&anchors, old, article);
    let points = CodePoints::new(&article.text);
    let text = Some((article.text.as_str(), &points));
    saved.iter().zip(&carried).map(|(saved, carried)| line(saved, &article.path, text, carried)).collect()
}

fn line<'a>(saved: &Saved<'a>, article: &'a str, text: Option<(&'a str, &CodePoints)>, carried: &Carried) -> Line<'a> {
    let place = |span: Span| {
        let (text, points) = text?;
        let (start, end) = points.of(span);
        Some(CandidateLine { start, end, quote: span.text(text) })
    };
    let shown = carried.span.and_then(place);
    Line {
        id: saved.id.clone(),
        kind: saved.kind,
        state: carried.certainty.as_str(),
        article,
        start: shown.as_ref().map(|place| place.start),
        end: shown.as_ref().map(|place| place.end),
        quote: shown.map_or(&saved.anchor.exact, |place| place.quote),
        was: &saved.anchor.exact,
        candidates: carried.candidates.iter().filter_map(|span| place(*span)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bookmark, MarkId, OwnPassage};
    use std::fs;

    const OLD: &str = "Talks\n\nMoscow asked for guarantees. Washington promised an answer in a week.\n\nThey left.\n";

    fn words(quote: &str) -> Anchor {
        let start = OLD.find(quote).unwrap();
        Anchor::describe(OLD, Span::new(start, start + quote.len()))
    }

    /// A session on `a.txt` and `b.txt` beside it, both as they were read.
    fn session(folder: &Path) -> PathBuf {
        let fingerprint = Fingerprint::of(OLD);
        let passage = |article: &str, id, quote| OwnPassage {
            article: article.to_owned(),
            anchor: words(quote),
            topic: "ukraine".to_owned(),
            id: MarkId(id),
            fingerprint,
            by: String::new(),
        };
        let mut session = Session { source: Source::Folder(folder.join("talks")), ..Session::default() };
        session.marks.passages = vec![
            passage("a.txt", 1, "Moscow asked for guarantees."),
            passage("a.txt", 2, "Washington promised an answer in a week."),
            passage("b.txt", 3, "guarantees"),
        ];
        let bookmark = Bookmark {
            article: "a.txt".to_owned(),
            anchor: words("They left."),
            fingerprint: Some(fingerprint),
            by: String::new(),
        };
        session.marks.bookmarks = vec![bookmark];
        let text = |path: &str| MarkedText { path: path.to_owned(), fingerprint, text: OLD.to_owned() };
        let path = folder.join("s.ron");
        session_file::save(&path, &session, &[text("a.txt"), text("b.txt")]).unwrap();
        path
    }

    fn check(session: &Path, folder: Option<&Path>) -> Result<Vec<serde_json::Value>, Failure> {
        let (mut out, mut messages) = (Vec::new(), Vec::new());
        run(session, folder, &mut Output::new(&mut out, &mut messages))?;
        let out = String::from_utf8(out).unwrap();
        Ok(out.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
    }

    #[test]
    fn marks_in_a_changed_a_renamed_and_a_deleted_article_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let talks = folder.path().join("talks");
        fs::create_dir(&talks).unwrap();
        let new = OLD.replace(" Washington promised an answer in a week.", "").replace("asked for", "demanded");
        fs::write(talks.join("a.txt"), &new).unwrap();
        fs::write(talks.join("c.txt"), OLD).unwrap();
        let session = session(folder.path());
        let lines = check(&session, None).unwrap();
        let told: Vec<(&str, &str, &str, &str)> = lines
            .iter()
            .map(|line| {
                let text = |field: &str| line[field].as_str().unwrap();
                (text("article"), text("kind"), text("state"), text("quote"))
            })
            .collect();
        let expected = [
            ("a.txt", "passage", "lost", "Washington promised an answer in a week."),
            ("a.txt", "passage", "sure", "Moscow demanded guarantees."),
            ("a.txt", "bookmark", "sure", "They left."),
            ("c.txt", "passage", "sure", "guarantees"),
        ];
        assert_eq!(told, expected);
        assert_eq!(lines[0]["id"], "0000000000000002");
        assert_eq!(lines[0]["start"], serde_json::Value::Null);
        assert_eq!((&lines[3]["start"], &lines[3]["end"]), (&24.into(), &34.into()));
        fs::remove_file(talks.join("c.txt")).unwrap();
        let lost = &check(&session, None).unwrap()[3];
        assert_eq!((lost["article"].as_str(), lost["state"].as_str()), (Some("b.txt"), Some("lost")));
    }

    #[test]
    fn a_folder_that_is_not_there_is_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let session = session(folder.path());
        let message = check(&session, None).unwrap_err().to_string();
        assert!(message.contains("readout check SESSION FOLDER"), "{message}");
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join("b.txt"), OLD).unwrap();
        let lines = check(&session, Some(elsewhere.path())).unwrap();
        assert_eq!(
            lines.iter().filter(|line| line["state"] == "sure").count(),
            4,
            "all are in the one text: {lines:?}"
        );
    }
}
