//! Setting bookmarks, and finding their places in the articles as they are now.

use super::command::Command;
use super::place::Reveal;
use super::state::State;
use crate::model::{Anchor, ArticleIx, Bookmark, Edit, Mark, Span, ViewKind};

impl State {
    /// Sets a bookmark at the paragraph at hand, or takes away the one that is there.
    pub(super) fn toggle_bookmark(&mut self) {
        let Some((ix, span)) = self.words_at_hand() else {
            return self.notices.done("Open an article first");
        };
        let Some(article) = self.library.article(ix) else { return };
        let Some(paragraph) = article.paragraph_at(span.start as usize) else { return };
        let paragraph_span = article.paragraphs[paragraph].span;
        let here = self.bookmarks_in(ix).iter().find(|(_, place)| place.overlaps(paragraph_span));
        let edit = match here {
            Some((index, _)) => Edit::Remove(Mark::Bookmark(self.marks.bookmarks[*index].clone())),
            None => {
                let first = article.sentences.iter().find(|sentence| sentence.paragraph as usize == paragraph);
                let span = first.map_or(paragraph_span, |sentence| sentence.span);
                let anchor = Anchor::describe(&article.text, span);
                let (fingerprint, by) = (Some(article.fingerprint), self.settings.reader.clone());
                Edit::Add(Mark::Bookmark(Bookmark { article: article.path.clone(), anchor, fingerprint, by }))
            }
        };
        self.apply(Command::Edit(edit));
    }

    pub(super) fn go_to_bookmark(&mut self, index: usize) {
        let places = self.bookmark_spans.iter();
        let place =
            places.flat_map(|(article, list)| list.iter().map(move |(number, span)| (*article, *number, *span)));
        let Some((article, _, span)) = place.into_iter().find(|(_, number, _)| *number == index) else {
            return self.notices.problem("The place of this bookmark is not in the article any more");
        };
        self.leave_place();
        self.view.kind = ViewKind::Read;
        self.show_article(article);
        self.view.ask_reveal(Reveal::Span(span));
    }

    /// Finds the place of every bookmark in the articles that are open.
    pub(super) fn find_bookmarks(&mut self) {
        self.bookmark_spans.clear();
        for (index, bookmark) in self.marks.bookmarks.iter().enumerate() {
            let place: Option<(ArticleIx, Span)> = self.library.find(&bookmark.article).and_then(|ix| {
                let article = self.library.article(ix)?;
                Some((ix, self.place_of_mark(article, &bookmark.anchor, bookmark.fingerprint)?))
            });
            if let Some((article, span)) = place {
                self.bookmark_spans.entry(article).or_default().push((index, span));
            }
        }
        for list in self.bookmark_spans.values_mut() {
            list.sort_by_key(|(_, span)| *span);
        }
        self.find_notes();
    }

    fn find_notes(&mut self) {
        self.note_spans.clear();
        for note in &self.marks.notes {
            if let Some((article, Some(span))) = self.place_of_about(&note.about) {
                self.note_spans.entry(article).or_default().push((note.id, span));
            }
        }
        for list in self.note_spans.values_mut() {
            list.sort_by_key(|(_, span)| *span);
        }
    }
}
