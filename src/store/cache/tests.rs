use super::super::packed::tests::sample;
use super::*;
use crate::model::{TopicFile, TopicIx};
use proptest::prelude::*;
use std::fs;
use tempfile::TempDir;

const LONG_AGO: Duration = Duration::from_secs(1_600_000_000);

/// A tree in which the passages of [`sample`] have their topics; `name` makes it another one.
fn topics(name: &str) -> Topics {
    let source = format!(
        r##"(topics: [(id: "a", name: "{name}", color: "#0072B2"), (id: "b", name: "B", color: "#D55E00", rules: ["x", "y"])])"##
    );
    let (file, tree) = TopicFile::parse_with_tree(&source).unwrap();
    Topics { file, tree, from: crate::store::TopicsFrom::Default }
}

fn found(path: &str) -> Found {
    Found { path: path.to_owned(), full: PathBuf::new(), bytes: 9, modified: Some(UNIX_EPOCH + LONG_AGO) }
}

fn open(root: &TempDir) -> Cache {
    Cache::open(root.path(), Path::new("/talks"), &topics("A"))
}

fn key(words: &str) -> ContentKey {
    ContentKey::of("", words.as_bytes())
}

fn keep(cache: &Cache, found: &Found, words: &str) {
    let (article, passages) = sample(&found.path, words);
    cache.keep(found, Ticket::new(key(words)), &article, &passages, words.as_bytes());
}

/// A root with `a.txt` ("They") and `b.txt` ("We") in its cache.
fn filled() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let cache = open(&root);
    keep(&cache, &found("a.txt"), "They");
    keep(&cache, &found("b.txt"), "We");
    cache.finish(&[found("a.txt"), found("b.txt")]);
    root
}

/// The files of the one collection in a cache, but for the lock.
fn files(root: &TempDir) -> Vec<PathBuf> {
    let folder = fs::read_dir(root.path()).unwrap().next().unwrap().unwrap().path();
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| !file.ends_with(LOCK));
    files.sort();
    files
}

fn contents(root: &TempDir) -> Vec<Vec<u8>> {
    files(root).iter().map(|file| fs::read(file).unwrap()).collect()
}

#[test]
fn what_was_kept_comes_back_at_the_next_opening() {
    let root = filled();
    let cache = open(&root);
    let cached = cache.get(&found("a.txt")).unwrap();
    let (article, passages) = sample("a.txt", "They");
    assert_eq!((cached.article, cached.passages), (article, Some(passages)));
    assert_eq!(cached.extra, b"They");
    assert_eq!(cache.get(&found("b.txt")).unwrap().article, sample("b.txt", "We").0);
    assert_eq!(cache.get(&found("c.txt")), None);
}

#[test]
fn an_opening_that_found_nothing_new_writes_nothing() {
    let root = filled();
    let before = contents(&root);
    let written = fs::metadata(&files(&root)[1]).unwrap().modified().unwrap();
    let cache = open(&root);
    assert!(cache.get(&found("a.txt")).is_some() && cache.get_content(&found("b.txt"), key("We")).is_some());
    cache.finish(&[found("a.txt"), found("b.txt")]);
    assert_eq!(contents(&root), before);
    assert_eq!(fs::metadata(&files(&root)[1]).unwrap().modified().unwrap(), written);
}

#[test]
fn a_file_of_another_length_or_time_is_read_again() {
    let root = filled();
    let cache = open(&root);
    let later = Some(UNIX_EPOCH + LONG_AGO + Duration::from_nanos(1));
    assert_eq!(cache.get(&Found { bytes: 10, ..found("a.txt") }), None);
    assert_eq!(cache.get(&Found { modified: later, ..found("a.txt") }), None);
    assert_eq!(cache.get(&Found { modified: None, ..found("a.txt") }), None);
}

#[test]
fn a_file_that_was_only_touched_is_known_by_its_content_and_then_by_its_new_time() {
    let root = filled();
    let touched = Found { modified: Some(UNIX_EPOCH + LONG_AGO * 2 / 3), ..found("a.txt") };
    let cache = open(&root);
    assert_eq!(cache.get(&touched), None);
    assert_eq!(cache.get_content(&touched, key("Others")), None);
    assert!(cache.get_content(&touched, key("They")).is_some());
    cache.finish(&[touched.clone(), found("b.txt")]);
    let cache = open(&root);
    assert!(cache.get(&touched).is_some() && cache.get(&found("a.txt")).is_none());
}

#[test]
fn the_time_of_a_file_that_was_changed_just_now_proves_nothing() {
    let root = tempfile::tempdir().unwrap();
    let now = Found { modified: Some(SystemTime::now()), ..found("a.txt") };
    let cache = open(&root);
    keep(&cache, &now, "They");
    cache.finish(std::slice::from_ref(&now));
    let cache = open(&root);
    assert_eq!(cache.get(&now), None);
    assert!(cache.get_content(&now, key("They")).is_some());
}

#[test]
fn under_another_tree_articles_come_back_without_passages() {
    let root = filled();
    let cache = Cache::open(root.path(), Path::new("/talks"), &topics("another"));
    let cached = cache.get(&found("a.txt")).unwrap();
    assert_eq!((cached.passages, cached.extra.as_slice()), (None, &b"They"[..]));
    let passages = [Passage { topic: TopicIx(0), ..sample("a.txt", "They").1.remove(1) }];
    cache.keep(&found("a.txt"), cached.ticket, &cached.article, &passages, &[]);
    cache.finish(&[found("a.txt"), found("b.txt")]);
    let cache = Cache::open(root.path(), Path::new("/talks"), &topics("another"));
    let cached = cache.get(&found("a.txt")).unwrap();
    assert_eq!((cached.passages.as_deref(), cached.extra.as_slice()), (Some(&passages[..]), &b"They"[..]));
    assert_eq!(cache.get(&found("b.txt")).unwrap().passages, None);
}

#[test]
fn a_file_that_is_gone_is_forgotten_and_its_room_is_won_back() {
    let root = tempfile::tempdir().unwrap();
    let cache = open(&root);
    ["a.txt", "b.txt", "c.txt"].iter().for_each(|path| keep(&cache, &found(path), path));
    cache.finish(&["a.txt", "b.txt", "c.txt"].map(found));
    let size = |root| fs::metadata(&files(root)[0]).unwrap().len();
    let before = size(&root);
    open(&root).finish(&[found("c.txt")]);
    assert_eq!(files(&root).len(), 2, "data and index");
    assert_eq!(size(&root) * 3, before);
    let cache = open(&root);
    assert_eq!(cache.get(&found("c.txt")).unwrap().article, sample("c.txt", "c.txt").0);
    assert_eq!(cache.get(&found("a.txt")), None);
}

#[test]
fn two_folders_and_two_programs_have_their_own() {
    let root = filled();
    let cache = Cache::open(root.path(), Path::new("/other"), &topics("A"));
    assert_eq!(cache.get(&found("a.txt")), None);
    let index = &files(&root)[1];
    assert!(Index::load(index, program_key()).is_some());
    assert_eq!(Index::load(index, program_key() + 1), None);
}

#[test]
fn a_second_window_reads_what_is_there_and_leaves_the_writing_to_the_first() {
    let root = filled();
    let (first, second) = (open(&root), open(&root));
    keep(&first, &found("c.txt"), "first");
    keep(&second, &found("c.txt"), "second");
    let present = ["a.txt", "b.txt", "c.txt"].map(found);
    second.finish(&present);
    first.finish(&present);
    assert_eq!(open(&root).get(&found("c.txt")).unwrap().extra, b"first");
    assert_eq!(open(&root).get(&found("a.txt")).unwrap().extra, b"They");
}

#[test]
fn an_opening_that_was_broken_off_leaves_the_cache_as_it_was() {
    let root = filled();
    let before = contents(&root);
    let cache = open(&root);
    keep(&cache, &found("c.txt"), "They");
    drop(cache);
    assert!(open(&root).get(&found("a.txt")).is_some());
    assert_eq!(contents(&root), before, "and the next opening drops what was not finished");
}

#[test]
fn the_collections_that_were_opened_longest_ago_make_room() {
    let root = tempfile::tempdir().unwrap();
    let folders = ["/one", "/two", "/three"].map(Path::new);
    let open = |folder: &Path| Cache::open(root.path(), folder, &topics("A"));
    for (age, folder) in [300, 100, 200].into_iter().zip(folders) {
        let cache = open(folder);
        keep(&cache, &found("a.txt"), "They");
        let (lock, own) = (cache.folder.join(LOCK), cache.folder.clone());
        cache.finish(&[found("a.txt")]);
        let lock = File::options().write(true).open(lock).unwrap();
        lock.set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
        assert!(own.is_dir());
    }
    fs::create_dir(root.path().join("somebody's own folder")).unwrap();
    let all: u64 = fs::read_dir(root.path())
        .unwrap()
        .flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap())
        .map(|file| file.unwrap().metadata().unwrap().len())
        .sum();
    bound::make_room(root.path(), Path::new("/none"), all - 1);
    let left = folders.map(|folder| open(folder).get(&found("a.txt")).is_some());
    assert_eq!(left, [false, true, true]);
    assert!(root.path().join("somebody's own folder").is_dir());
}

#[test]
fn without_a_folder_for_it_nothing_is_kept_and_nothing_fails() {
    let file = tempfile::NamedTempFile::new().unwrap();
    for cache in [Cache::off(&topics("A")), Cache::open(file.path(), Path::new("/talks"), &topics("A"))] {
        keep(&cache, &found("a.txt"), "They");
        assert_eq!(cache.get(&found("a.txt")), None);
        cache.finish(&[found("a.txt")]);
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_may_look_into_the_cache() {
    use std::os::unix::fs::PermissionsExt;
    let root = filled();
    let mode = fs::metadata(files(&root)[0].parent().unwrap()).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_broken_cache_gives_what_was_kept_or_nothing(
        in_index: bool, at in any::<prop::sample::Index>(), flip in 1..=255_u8, cut: bool,
    ) {
        let root = filled();
        let file = &files(&root)[usize::from(in_index)];
        let mut bytes = fs::read(file).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        if cut {
            bytes.truncate(at);
        }
        fs::write(file, bytes).unwrap();
        let cache = open(&root);
        // Another test that starts a program just now may hold the lock for a moment: then nothing is written.
        let writes = cache.writer.is_some();
        for (path, words) in [("a.txt", "They"), ("b.txt", "We")] {
            let (article, passages) = sample(path, words);
            match cache.get(&found(path)) {
                Some(cached) => {
                    prop_assert_eq!(&cached.article, &article);
                    prop_assert!(cached.passages.is_none_or(|cached| cached == passages));
                }
                None => keep(&cache, &found(path), words),
            }
        }
        cache.finish(&["a.txt", "b.txt"].map(found));
        let whole = open(&root);
        for path in ["a.txt", "b.txt"] {
            prop_assert!(!writes || whole.get(&found(path)).is_some(), "what was read again is kept again");
        }
    }
}
