//! The same promises on disks that lose what was not synced, fill up, or refuse a step.

use super::*;
use crate::store::disk::faults::{self, Left, Step};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::ErrorKind;

/// Of what a disk may have kept of what was not synced, at each step.
const VARIANTS: usize = 4;

/// What a reader does in a short while.
#[derive(Clone, Copy, Debug)]
enum Act {
    Edit,
    Undo,
    Flush,
    Save,
    /// Saves, with an edit between.
    SaveBusily,
    Reopen,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        5 => Just(Act::Edit), 1 => Just(Act::Undo), 2 => Just(Act::Flush), 2 => Just(Act::Save),
        2 => Just(Act::SaveBusily), 2 => Just(Act::Reopen),
    ];
    proptest::collection::vec(act, 1..14)
}

/// Plays a reader, and knows every state that there was and the latest one that must not be lost.
struct Play {
    path: PathBuf,
    session: Session,
    journal: Journal,
    undo: Vec<Edit>,
    states: Vec<Marks>,
    /// The state that must outlive a power cut.
    safe: usize,
    /// The state that must outlive the process.
    written: usize,
}

impl Play {
    fn new(path: &Path) -> Self {
        let journal = Journal::new(path, &Source::Sample, None).unwrap();
        let (session, states, undo) = (Session::default(), vec![Marks::default()], Vec::new());
        Self { path: path.to_owned(), session, journal, undo, states, safe: 0, written: 0 }
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Edit => {
                let edit = add(self.states.len());
                self.undo.push(edit.clone().apply(&mut self.session.marks).unwrap());
                self.append("add bookmark", &edit);
            }
            Act::Undo => {
                let Some(edit) = self.undo.pop() else { return };
                edit.clone().apply(&mut self.session.marks).unwrap();
                self.append("undo add bookmark", &edit);
            }
            Act::Flush => {
                if let Ok(Some(flusher)) = self.journal.flusher()
                    && flusher.flush().is_ok()
                {
                    self.safe = self.states.len() - 1;
                }
            }
            Act::Save => self.save(false),
            Act::SaveBusily => self.save(true),
            Act::Reopen => {
                if self.journal.is_empty() {
                    let content = session_file::load(&self.path).ok().map(|loaded| loaded.content);
                    let journal = Journal::new(&self.path, &Source::Sample, content).unwrap();
                    let _ = std::mem::replace(&mut self.journal, journal).close();
                }
            }
        }
    }

    fn append(&mut self, name: &str, edit: &Edit) {
        self.states.push(self.session.marks.clone());
        if self.journal.append(name, edit).is_ok() {
            self.written = self.states.len() - 1;
        }
    }

    fn save(&mut self, busily: bool) {
        let (saving, session, state) =
            (self.journal.begin_save(&self.path), self.session.clone(), self.states.len() - 1);
        if busily {
            self.act(Act::Edit);
        }
        if let Ok(saved) = saving.run(&session, &[], false) {
            (self.safe, self.written) = (self.safe.max(state), self.written.max(state));
            let _ = self.journal.saved(&saved);
        }
    }
}

/// Opens what is left in a folder: the session must be readable, and with what is recovered it must be a state that
/// there was, and not one before `least`.
fn is_there(files: &BTreeMap<PathBuf, Vec<u8>>, states: &[Marks], least: usize) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in files.iter().filter(|(path, _)| !path.to_string_lossy().contains("versions")) {
        fs::write(folder.path().join(path.file_name().unwrap()), content).unwrap();
    }
    let path = folder.path().join("talks.ron");
    let loaded = path.exists().then(|| session_file::load(&path));
    prop_assert!(!matches!(loaded, Some(Err(_))), "an unreadable session");
    let loaded = loaded.and_then(Result::ok);
    let recovered = recover(&path, loaded.as_ref().map(|loaded| loaded.content));
    let mut marks = loaded.map(|loaded| loaded.session.marks).unwrap_or_default();
    if let Some(recovered) = recovered {
        prop_assert_eq!(&recovered.warnings, &[]);
        recovered.edits.into_iter().for_each(|(_, edit)| drop(edit.apply(&mut marks)));
    }
    let found = states.iter().rposition(|state| *state == marks);
    prop_assert!(found.is_some_and(|found| found >= least), "state {:?}, at least {} expected", found, least);
    Ok(())
}

/// The files of a folder, those in folders below left out.
fn files_in(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file());
    files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_power_cut_or_a_kill_at_any_step_loses_nothing_that_was_promised(acts in acts(), seed in any::<u64>()) {
        let (_folder, path) = folder();
        let path = Beside::of(&path).session().to_owned();
        faults::watch();
        let mut play = Play::new(&path);
        let mut promises = vec![(0, 0)];
        for act in acts {
            play.act(act);
            faults::told(promises.len());
            promises.push((play.safe, play.written));
        }
        let steps = faults::end();
        let mut choose = chance(seed);
        let mut told = 0;
        for cut in 0..=steps.len() {
            if let Some(Step::Told(number)) = cut.checked_sub(1).map(|last| &steps[last]) {
                told = *number;
            }
            let (safe, written) = promises[told];
            let left = Left::after(&steps[..cut]);
            is_there(&left.after_power_cut(&mut |_| 0), &play.states, safe)?;
            for _ in 0..VARIANTS {
                is_there(&left.after_power_cut(&mut choose), &play.states, safe)?;
            }
            is_there(&left.after_kill(), &play.states, written)?;
        }
    }

    #[test]
    fn a_full_disk_loses_nothing_that_was_promised_and_all_is_there_when_it_has_room_again(
        acts in acts(), more in acts(), room in 0..6_000_usize,
    ) {
        let (folder, path) = folder();
        let mut play = Play::new(&path);
        acts.iter().for_each(|act| play.act(*act));
        faults::room(room);
        for act in &more {
            play.act(*act);
            is_there(&files_in(folder.path()), &play.states, play.written)?;
        }
        faults::end();
        play.act(Act::Edit);
        is_there(&files_in(folder.path()), &play.states, play.states.len() - 1)?;
        play.act(Act::Save);
        prop_assert_eq!(session_file::load(&path).unwrap().session.marks, play.session.marks);
    }

    #[test]
    fn a_step_that_the_disk_refuses_loses_nothing_that_was_promised(
        acts in acts(), more in acts(), steps in 0..40_usize,
    ) {
        let (folder, path) = folder();
        let mut play = Play::new(&path);
        faults::fail_after(steps, ErrorKind::Other);
        for act in acts.iter().chain(&more) {
            play.act(*act);
            is_there(&files_in(folder.path()), &play.states, play.written)?;
        }
        faults::end();
        play.act(Act::Edit);
        is_there(&files_in(folder.path()), &play.states, play.states.len() - 1)?;
        play.act(Act::Save);
        prop_assert_eq!(session_file::load(&path).unwrap().session.marks, play.session.marks);
    }
}

/// Numbers below another that look like chance.
fn chance(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed | 1;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    }
}
