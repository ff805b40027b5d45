//! A reader at a window without a screen: the whole program but its drawing, driven by commands.

use super::TestDir;
use readout::app::{Action, Command, NoticeKind, State};
use readout::model::{ArticleIx, TopicIx};
use readout::store::Settings;
use readout::work::Purpose;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Longer than any job of a test takes on a busy machine.
const LONGEST_JOB: Duration = Duration::from_secs(120);

pub struct Desk {
    pub state: State,
    config: TestDir,
    /// Reports that jobs have sent, and those that were taken in.
    sent: Arc<AtomicUsize>,
    taken: usize,
}

impl Desk {
    /// The first start: no settings yet.
    pub fn new() -> Self {
        Self::with(TestDir::new(&[]))
    }

    /// The program is ended and started again: only what is on the disk comes back.
    pub fn start_again(self) -> Self {
        Self::with(self.config)
    }

    fn with(config: TestDir) -> Self {
        let (settings, problem) = Settings::load(config.path());
        assert_eq!(problem, None);
        let mut state = State::new(settings, Some(config.path().to_owned()));
        let sent = Arc::new(AtomicUsize::new(0));
        let counter = sent.clone();
        state.jobs.set_waker(Arc::new(move || _ = counter.fetch_add(1, Ordering::SeqCst)));
        Self { state, config, sent, taken: 0 }
    }

    /// Does what a person asked for and waits until everything that follows from it has happened.
    pub fn apply(&mut self, command: Command) {
        self.state.apply(command);
        self.settle();
    }

    pub fn act(&mut self, action: Action) {
        self.apply(Command::Do(action));
    }

    pub fn open(&mut self, path: &Path) {
        self.apply(Command::OpenPath(path.to_owned()));
    }

    pub fn save_to(&mut self, path: &Path) {
        self.apply(Command::SaveTo(path.to_owned()));
    }

    /// Looks into the folder for changes and takes in what has come of it.
    pub fn look(&mut self) {
        let sent = self.sent.load(Ordering::SeqCst);
        self.state.apply(Command::Do(Action::LookForChanges));
        // The watch over the folder is no job that ends; it answers when it was asked.
        while self.sent.load(Ordering::SeqCst) == sent {
            std::thread::sleep(Duration::from_millis(1));
        }
        self.settle();
    }

    /// Takes in reports until no job runs and none is left.
    pub fn settle(&mut self) {
        loop {
            assert!(self.state.jobs.wait(LONGEST_JOB), "a job does not end");
            let sent = self.sent.load(Ordering::SeqCst);
            if sent == self.taken {
                return;
            }
            self.state.take_reports();
            self.taken = sent;
        }
    }

    /// The desktop's file dialog answers: with a path, or with nothing after it was `shown` for so long.
    pub fn pick(&mut self, purpose: Purpose, path: Option<&Path>, shown: Duration) {
        let path = path.map(Path::to_owned);
        self.state.jobs.wait_for_dialog(purpose, async move {
            std::thread::sleep(shown);
            path
        });
        while self.sent.load(Ordering::SeqCst) == self.taken {
            std::thread::sleep(Duration::from_millis(1));
        }
        self.settle();
    }

    pub fn topic(&self, id: &str) -> TopicIx {
        self.state.library.tree().find(id).unwrap_or_else(|| panic!("no topic {id}"))
    }

    pub fn select_topic(&mut self, id: &str) {
        let topic = self.topic(id);
        self.apply(Command::SelectTopic(Some(topic)));
    }

    pub fn select_article(&mut self, path: &str) {
        let article = self.article(path);
        self.apply(Command::SelectArticle(article));
    }

    pub fn article(&self, path: &str) -> ArticleIx {
        self.state.library.find(path).unwrap_or_else(|| panic!("no article {path}"))
    }

    /// Paths of the articles, as listed.
    pub fn articles(&self) -> Vec<&str> {
        self.state.library.articles.iter().map(|article| article.path.as_str()).collect()
    }

    /// The selected passage: its article and its words.
    pub fn passage(&self) -> Option<(&str, &str)> {
        let selected = self.state.view.passage?;
        let article = self.state.library.article(selected.article)?;
        Some((article.path.as_str(), self.state.passage(selected)?.span.text(&article.text)))
    }

    /// Files that were not read, with the reasons.
    pub fn skipped(&self) -> Vec<String> {
        let library = &self.state.library;
        let mut files: Vec<String> = library.skipped.iter().chain(&library.unread).map(ToString::to_string).collect();
        files.sort();
        files
    }

    /// Messages that stay until they are closed.
    pub fn problems(&self) -> Vec<&str> {
        let problems = self.state.notices.iter().filter(|notice| notice.kind == NoticeKind::Problem);
        problems.map(|notice| notice.text.as_str()).collect()
    }

    /// Messages that go away by themselves.
    pub fn news(&self) -> Vec<&str> {
        let news = self.state.notices.iter().filter(|notice| notice.kind == NoticeKind::Done);
        news.map(|notice| notice.text.as_str()).collect()
    }
}
