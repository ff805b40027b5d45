//! What comes with the program: the sample collection and the default topic tree.
//!
//! Compiled in, so that a program that was only downloaded and clicked has something to show.

/// The sample articles, sorted: path and content.
const FILES: &[(&str, &[u8])] = &[
    ("2021-12-07-harbour-wire.txt", include_bytes!("../../assets/sample/2021-12-07-harbour-wire.txt")),
    (
        "2021-12-07-northern-desk-white-house.html",
        include_bytes!("../../assets/sample/2021-12-07-northern-desk-white-house.html"),
    ),
    (
        "2021-12-08-chancery-notes-kremlin.md",
        include_bytes!("../../assets/sample/2021-12-08-chancery-notes-kremlin.md"),
    ),
    ("2021-12-08-continental-ledger.txt", include_bytes!("../../assets/sample/2021-12-08-continental-ledger.txt")),
    (
        "2021-12-08-meridian-courier-translated.txt",
        include_bytes!("../../assets/sample/2021-12-08-meridian-courier-translated.txt"),
    ),
    ("2021-12-08-vestnik-peregovorov.txt", include_bytes!("../../assets/sample/2021-12-08-vestnik-peregovorov.txt")),
    (
        "2021-12-29-northern-desk-briefing.txt",
        include_bytes!("../../assets/sample/2021-12-29-northern-desk-briefing.txt"),
    ),
    (
        "2021-12-31-continental-ledger-europe.html",
        include_bytes!("../../assets/sample/2021-12-31-continental-ledger-europe.html"),
    ),
    ("2021-12-31-harbour-wire.txt", include_bytes!("../../assets/sample/2021-12-31-harbour-wire.txt")),
    ("2022-01-09-quay-review-analysis.md", include_bytes!("../../assets/sample/2022-01-09-quay-review-analysis.md")),
];

/// The sample articles, sorted: path and content.
pub fn files() -> &'static [(&'static str, &'static [u8])] {
    FILES
}

/// The text of the default topic tree.
pub fn default_topics() -> &'static str {
    include_str!("../../assets/topics/talks.ron")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    #[test]
    fn the_list_is_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        let listed: Vec<&str> = files().iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, names);
    }
}
