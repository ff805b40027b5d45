//! Short messages to the reader: what happened, to which file, and what to do. Each once.

/// A message on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: u64,
    pub kind: NoticeKind,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Goes away by itself.
    Done,
    /// Stays until the reader closes it.
    Problem,
}

#[derive(Clone, Debug, Default)]
pub struct Notices {
    list: Vec<Notice>,
    last_id: u64,
}

impl Notices {
    pub fn done(&mut self, text: impl Into<String>) {
        self.push(NoticeKind::Done, text.into());
    }

    pub fn problem(&mut self, text: impl Into<String>) {
        self.push(NoticeKind::Problem, text.into());
    }

    /// The oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Notice> {
        self.list.iter()
    }

    pub fn dismiss(&mut self, id: u64) {
        self.list.retain(|notice| notice.id != id);
    }

    fn push(&mut self, kind: NoticeKind, text: String) {
        self.list.retain(|notice| notice.text != text);
        self.last_id += 1;
        self.list.push(Notice { id: self.last_id, kind, text });
    }
}

/// "1 passage", "2 passages".
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
