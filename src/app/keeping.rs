//! What stands between the reader's work and a crash: the journal of changes, and the right to write the session.
//!
//! Every change goes to the journal beside the session as it happens and is on the disk a moment later. What a crash
//! has left is offered at the next start, or when the session is opened.

use super::command::Dialog;
use super::state::State;
use crate::model::{Edit, Session, Source};
use crate::store::journal::{self, Recovered};
use crate::store::{Digest, Journal, Loaded, SessionLock, Taken, Version, versions};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A pause after a change until it is flushed to the disk: several changes share one flush.
const PAUSE: Duration = Duration::from_millis(800);

/// The journal and the lock of the session that is open.
#[derive(Debug, Default)]
pub struct Keeper {
    /// Begun with the first change.
    journal: Option<Journal>,
    lock: Option<SessionLock>,
    /// Of the file that is being saved to, until it is saved.
    next_lock: Option<SessionLock>,
    /// Why the session cannot be changed here.
    pub read_only: Option<String>,
    flush_due: Option<Instant>,
    /// That changes are not kept was told already.
    told: bool,
}

/// What a crash has left, while the reader decides.
#[derive(Debug)]
pub struct Unsaved {
    /// The session, or the name that a reading never saved would have.
    pub path: PathBuf,
    pub recovered: Recovered,
    lock: Option<SessionLock>,
    /// Whether it was never saved.
    is_new: bool,
}

impl State {
    /// Writes down that an edit was applied.
    pub(super) fn record(&mut self, name: &str, edit: &Edit) {
        if self.keeper.journal.is_none() {
            self.begin_journal();
        }
        let Some(journal) = &mut self.keeper.journal else { return };
        let appended = journal.append(name, edit);
        self.keeper.flush_due.get_or_insert_with(|| Instant::now() + PAUSE);
        if let Err(error) = appended
            && !std::mem::replace(&mut self.keeper.told, true)
        {
            self.notices.problem(format!("Changes cannot be written down as they happen. {error}. Save often"));
        }
    }

    fn begin_journal(&mut self) {
        let source = self.library.source.clone();
        let begun = match (self.file.path.clone(), self.unsaved_folder.clone()) {
            (Some(path), _) => Journal::new(&path, &source, self.file.content),
            (None, Some(folder)) => journal::unsaved_path(&folder).and_then(|path| {
                if let Taken::Held(lock) = SessionLock::take(&path, &self.settings.reader) {
                    self.keeper.lock = Some(lock);
                }
                Journal::new(&path, &source, None)
            }),
            (None, None) => return,
        };
        match begun {
            Ok(journal) => self.keeper.journal = Some(journal),
            Err(error) if !std::mem::replace(&mut self.keeper.told, true) => {
                self.notices.problem(format!("Changes cannot be written down as they happen. {error}. Save often"));
            }
            Err(_) => {}
        }
    }

    /// Flushes the journal when it is due, in the background.
    pub(super) fn flush_journal(&mut self, now: Instant) {
        if self.keeper.flush_due.is_none_or(|due| due > now) {
            return;
        }
        self.keeper.flush_due = None;
        let Some(journal) = &mut self.keeper.journal else { return };
        match journal.flusher() {
            Ok(Some(flusher)) => self.jobs.flush_journal(flusher),
            Ok(None) => {}
            Err(error) if !std::mem::replace(&mut self.keeper.told, true) => {
                self.notices.problem(format!("Changes cannot be written down. {error}. Save often"));
            }
            Err(_) => {}
        }
    }

    /// When the journal is to be flushed, so that the window wakes up for it.
    pub fn flush_due(&self) -> Option<Instant> {
        self.keeper.flush_due
    }

    /// Ends the keeping of the reading that is left: it is saved, or the reader gave it up.
    pub(super) fn close_journal(&mut self) {
        let Keeper { journal, .. } = std::mem::take(&mut self.keeper);
        if let Some(Err(error)) = journal.map(Journal::close) {
            self.notices.problem(format!("{error}. The next start will offer changes that are saved or given up"));
        }
    }

    /// What is to be saved to `path`, with the right to write it; `None` if another window has that.
    pub(super) fn begin_save(&mut self, path: &Path) -> Option<journal::Saving> {
        let is_own = self.file.path.as_deref() == Some(path);
        if !is_own || self.keeper.lock.is_none() {
            match SessionLock::take(path, &self.settings.reader) {
                Taken::Held(lock) => self.keeper.next_lock = Some(lock),
                Taken::ByOther(holder) => {
                    self.notices.problem(format!("{} is open in {}", path.display(), window_of(holder.as_ref())));
                    return None;
                }
                Taken::ReadOnly(error) => {
                    self.notices.problem(format!("The session was not saved. {error}"));
                    return None;
                }
            }
        }
        if self.keeper.journal.is_none() {
            let base = self.file.content.filter(|_| is_own);
            match Journal::new(path, &self.library.source, base) {
                Ok(journal) => self.keeper.journal = Some(journal),
                Err(error) => {
                    self.notices.problem(format!("The session was not saved. {error}"));
                    return None;
                }
            }
        }
        self.keeper.journal.as_ref().map(|journal| journal.begin_save(path))
    }

    /// A save came to its end.
    pub(super) fn save_kept(&mut self, saved: &journal::Saved) {
        self.file.content = Some(saved.content);
        self.keeper.read_only = None;
        if let Some(lock) = self.keeper.next_lock.take() {
            self.keeper.lock = Some(lock);
        }
        if let Some(journal) = &mut self.keeper.journal
            && let Err(error) = journal.saved(saved)
        {
            self.notices.problem(format!("The record of changes could not be put in order. {error}"));
        }
        if let Some(error) = &saved.not_kept {
            self.notices.done(format!("Saved, but not kept among the versions. {error}"));
        }
    }

    /// A session was opened: takes the right to write it, and looks for what a crash has left.
    pub(super) fn keep_session(&mut self, path: &Path, content: Digest) {
        match SessionLock::take(path, &self.settings.reader) {
            Taken::Held(lock) => match journal::recover(path, Some(content)) {
                Some(recovered) => {
                    let (path, lock) = (path.to_owned(), Some(lock));
                    self.offer(Unsaved { path, recovered, lock, is_new: false });
                }
                None => self.keeper.lock = Some(lock),
            },
            Taken::ByOther(holder) => {
                let who = window_of(holder.as_ref());
                self.keeper.read_only = Some(format!("This session is open in {who}"));
                self.dialog = Some(Dialog::InUse { session: path.to_owned(), who });
            }
            Taken::ReadOnly(error) => {
                self.keeper.read_only = Some(format!("This session cannot be written. {error}"));
                self.notices.problem(format!("Opened to read: it cannot be written. {error}"));
            }
        }
    }

    fn offer(&mut self, unsaved: Unsaved) {
        self.unsaved = Some(unsaved);
        self.dialog = Some(Dialog::Recover);
    }

    /// Offers what a crash has left, at the start of the program. Whether there is something.
    pub fn look_for_unsaved(&mut self) -> bool {
        // One that is locked belongs to a window that is open, and so does its journal.
        let is_free = |session: &Path| matches!(SessionLock::take(session, &self.settings.reader), Taken::Held(_));
        let left = |session: &PathBuf| journal::is_there(session) && is_free(session);
        if let Some(session) = self.settings.recent_sessions.iter().find(|session| left(session)).cloned() {
            self.apply(super::Command::OpenSession(session));
            return true;
        }
        let readings = self.unsaved_folder.as_deref().map(journal::unsaved).unwrap_or_default();
        for path in readings {
            let Taken::Held(lock) = SessionLock::take(&path, &self.settings.reader) else { continue };
            if let Some(recovered) = journal::recover(&path, None) {
                self.offer(Unsaved { path, recovered, lock: Some(lock), is_new: true });
                return true;
            }
        }
        false
    }

    /// Goes on with what a crash has left.
    pub(super) fn recover(&mut self) {
        let Some(Unsaved { recovered, lock, is_new, .. }) = self.unsaved.take() else { return };
        if is_new {
            self.start(recovered.source.clone(), None);
        }
        self.keeper.lock = lock;
        match recovered.resume(&self.library.source) {
            Ok(journal) => self.keeper.journal = Some(journal),
            Err(error) => self.notices.problem(error.to_string()),
        }
        let topics = self.marks.topics.clone();
        let mut count = 0;
        for (name, edit) in recovered.edits {
            count += usize::from(self.history.apply(Edit::Together(name, vec![edit]), &mut self.marks));
        }
        self.notices.done(format!("{} brought back", super::notices::count(count, "change")));
        if self.progress.is_none() {
            self.marks_changed(&topics);
        } else {
            self.topics_of_marks(&topics);
        }
    }

    /// Gives up what a crash has left.
    pub(super) fn discard_unsaved(&mut self) {
        let Some(Unsaved { recovered, lock, is_new, .. }) = self.unsaved.take() else { return };
        if let Err(error) = recovered.discard() {
            self.notices.problem(error.to_string());
        }
        self.keeper.lock = lock.filter(|_| !is_new);
        if is_new {
            self.look_for_unsaved();
        }
    }

    /// Leaves what a crash has left in a file of its own, which is not offered again.
    pub(super) fn set_unsaved_aside(&mut self) {
        let Some(Unsaved { recovered, lock, is_new, .. }) = self.unsaved.take() else { return };
        match recovered.set_aside() {
            Ok(Some(path)) => self.notices.done(format!("Kept in {}", path.display())),
            Ok(None) => {}
            Err(error) => self.notices.problem(error.to_string()),
        }
        self.keeper.lock = lock.filter(|_| !is_new);
    }

    /// Takes the open session as a copy without a file of its own.
    pub(super) fn open_as_copy(&mut self) {
        self.keeper = Keeper::default();
        self.file.path = None;
        self.file.content = None;
        self.file.saved_revision = u64::MAX;
        self.notices.done("Opened as a copy; save it under a name of its own");
    }

    /// Shows what the session can go back to.
    pub(super) fn show_versions(&mut self) {
        let Some(session) = self.file.path.clone() else {
            return self.notices.done("Versions are kept once the session is saved");
        };
        let list = versions::list(&session);
        self.dialog = Some(Dialog::Versions { session, list });
    }

    /// Goes back to a kept version. It is not saved over the newer one until the reader saves.
    pub(super) fn open_version(&mut self, session: PathBuf, version: &Version) {
        match versions::load(version, &session) {
            Ok(loaded) => self.restore_version(session, loaded),
            Err(error) => self.notices.problem(format!("This version was not opened. {error}")),
        }
    }

    fn restore_version(&mut self, session: PathBuf, loaded: Loaded) {
        let Loaded { session: marks, texts, content, .. } = loaded;
        let lock = self.keeper.lock.take();
        let source: Source = marks.source.clone();
        self.start(source, Some(Box::new(Session { ..marks })));
        self.texts = texts;
        self.file.opened(session.clone(), content);
        // What stands in the file is newer: saving puts this in its place, and keeps that among the versions.
        self.file.replaces = true;
        self.file.saved_revision = u64::MAX;
        match lock {
            Some(lock) => self.keeper.lock = Some(lock),
            None => self.keep_session(&session, content),
        }
        self.notices.done("This is the earlier version; it is not saved yet");
    }

    /// A session cannot be opened: offers its last good version.
    pub(super) fn offer_last_good(&mut self, path: PathBuf, message: String) {
        let list = versions::list(&path);
        let good = list.into_iter().find(|version| versions::load(version, &path).is_ok());
        match good {
            Some(version) => self.dialog = Some(Dialog::LastGood { session: path, message, version }),
            None => self.notices.problem(format!("The session was not opened. {message}")),
        }
    }
}

/// "another window (Anna on desk-2, since 2021-12-07T14:05:00Z)".
fn window_of(holder: Option<&crate::store::session_lock::Holder>) -> String {
    let Some(holder) = holder else { return "another window".to_owned() };
    let who = if holder.reader.is_empty() { String::new() } else { format!("{} ", holder.reader) };
    let host = if holder.host.is_empty() { String::new() } else { format!("on {}, ", holder.host) };
    format!("another window ({who}{host}process {}, since {})", holder.process, holder.since)
}
