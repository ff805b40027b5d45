//! What a new topic starts with: an id from its name and a colour that tells it from the others.

use crate::model::{Color, TopicFile, TopicFileEntry};
use std::collections::BTreeSet;

/// Letters of an id that come from the topic's own name: enough to recognise it by.
const LONGEST_SLUG: usize = 40;

/// For top-level topics: colours that colour-blind readers can tell apart, after Okabe and Ito, without their yellow,
/// which is lost on a light page. Those of the tree that comes with the program stand first.
pub const PALETTE: [Color; 10] = [
    Color([0x00, 0x72, 0xB2]),
    Color([0xD5, 0x5E, 0x00]),
    Color([0x00, 0x9E, 0x73]),
    Color([0xBF, 0x4F, 0xA0]),
    Color([0xC9, 0x8A, 0x00]),
    Color([0x7A, 0x6F, 0x63]),
    Color([0x56, 0xB4, 0xE9]),
    Color([0x5E, 0x4F, 0xA2]),
    Color([0x8C, 0x2D, 0x3F]),
    Color([0x7F, 0x8F, 0x1F]),
];

/// Shades of a topic's colour for its sub-topics: in hundredths, how far towards black (below 0) or white.
const SHADES: [i32; 6] = [-30, 25, -50, 45, -15, 12];

/// A topic that can be put below the one at `above`, or at the top level if that is empty.
pub(super) fn new_topic(file: &TopicFile, above: &[usize], name: String, rules: Vec<String>) -> TopicFileEntry {
    let parent = (!above.is_empty()).then(|| file.at(above));
    TopicFileEntry {
        id: new_id(file, parent, &name),
        color: new_color(file, parent),
        name,
        note: String::new(),
        rules,
        aliases: Vec::new(),
        children: Vec::new(),
    }
}

/// `ukraine/sanctions`, or `ukraine/sanctions-2` where that is the id or an alias of another topic.
fn new_id(file: &TopicFile, parent: Option<&TopicFileEntry>, name: &str) -> String {
    let entries = file.entries();
    let taken: BTreeSet<&str> = entries
        .iter()
        .flat_map(|(entry, _)| std::iter::once(&entry.id).chain(&entry.aliases))
        .map(String::as_str)
        .collect();
    let slug = slug(name);
    let id = parent.map_or(slug.clone(), |parent| format!("{}/{slug}", parent.id));
    let mut ids = std::iter::once(id.clone()).chain((2_usize..).map(|number| format!("{id}-{number}")));
    ids.find(|id| !taken.contains(id.as_str())).expect("there are more numbers than topics")
}

/// "Санкции и НАТО!" becomes `sanktsii-i-nato`.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ => match latin(letter) {
                Some(latin) => slug.push_str(latin),
                None if slug.is_empty() || slug.ends_with('-') => {}
                None => slug.push('-'),
            },
        }
        if slug.len() >= LONGEST_SLUG {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "topic".to_owned() } else { slug.to_owned() }
}

/// A small letter in ASCII; empty for one that is not spoken, `None` for what parts words or is in no script that is
/// known here.
fn latin(letter: char) -> Option<&'static str> {
    const LETTERS: [(&str, &str); 37] = [
        ("ъь'’ʼ", ""),
        ("аàáâãäåāăą", "a"),
        ("æ", "ae"),
        ("б", "b"),
        ("çćč", "c"),
        ("дďđð", "d"),
        ("еёэèéêëēęě", "e"),
        ("ф", "f"),
        ("гґğ", "g"),
        ("иіìíîïīı", "i"),
        ("к", "k"),
        ("лł", "l"),
        ("м", "m"),
        ("нñńň", "n"),
        ("оòóôõöøōő", "o"),
        ("œ", "oe"),
        ("п", "p"),
        ("рř", "r"),
        ("сśšş", "s"),
        ("ß", "ss"),
        ("тťțţ", "t"),
        ("þ", "th"),
        ("уўùúûüūůű", "u"),
        ("в", "v"),
        ("йыýÿ", "y"),
        ("зźżž", "z"),
        ("є", "ye"),
        ("ї", "yi"),
        ("ю", "yu"),
        ("я", "ya"),
        ("ж", "zh"),
        ("х", "kh"),
        ("ц", "ts"),
        ("ч", "ch"),
        ("ш", "sh"),
        ("щ", "shch"),
        ("\u{301}\u{306}\u{308}", ""),
    ];
    LETTERS.iter().find(|(letters, _)| letters.contains(letter)).map(|(_, latin)| *latin)
}

/// The colour that is least like those in use: of the palette at the top level, else a shade of the parent's.
fn new_color(file: &TopicFile, parent: Option<&TopicFileEntry>) -> Color {
    let Some(parent) = parent else {
        let used: Vec<Color> = file.topics.iter().map(|entry| entry.color).collect();
        return least_like(&PALETTE, &used);
    };
    let shades = SHADES.map(|shade| shaded(parent.color, shade));
    let used: Vec<Color> =
        parent.children.iter().map(|child| child.color).chain(std::iter::once(parent.color)).collect();
    least_like(&shades, &used)
}

/// Of `colours` the one whose nearest used colour is furthest away.
fn least_like(colors: &[Color], used: &[Color]) -> Color {
    let to_nearest = |color: &Color| used.iter().map(|used| distance(*color, *used)).min().unwrap_or(u32::MAX);
    let mut best = colors[0];
    for color in &colors[1..] {
        if to_nearest(color) > to_nearest(&best) {
            best = *color;
        }
    }
    best
}

/// Squared, in the units of the colour's parts.
fn distance(Color(a): Color, Color(b): Color) -> u32 {
    a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

fn shaded(Color(color): Color, shade: i32) -> Color {
    let goal = if shade < 0 { 0 } else { 255 };
    Color(color.map(|part| (i32::from(part) + (goal - i32::from(part)) * shade.abs() / 100) as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_name_in_plain_letters() {
        for (name, expected) in [
            ("Security guarantees", "security-guarantees"),
            ("Санкции и НАТО!", "sanktsii-i-nato"),
            ("Об’єднання Київ", "obyednannya-kiyiv"),
            ("Größe — café", "grosse-cafe"),
            ("中文", "topic"),
            ("  -  ", "topic"),
            ("S-400", "s-400"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        assert!(slug(&"щ".repeat(500)).len() <= LONGEST_SLUG + 4);
    }

    #[test]
    fn every_color_of_the_palette_is_used_once_before_one_comes_again() {
        let mut file = TopicFile::default();
        for number in 0..PALETTE.len() {
            let topic = new_topic(&file, &[], number.to_string(), Vec::new());
            assert!(file.topics.iter().all(|other| other.color != topic.color), "{number}");
            file.topics.push(topic);
        }
    }

    #[test]
    fn sub_topics_have_shades_of_their_parent_and_differ_from_it() {
        let mut file = TopicFile::default();
        file.topics.push(new_topic(&file, &[], "Top".to_owned(), Vec::new()));
        for number in 0..SHADES.len() {
            let topic = new_topic(&file, &[0], number.to_string(), Vec::new());
            let siblings = &mut file.topics[0].children;
            assert!(siblings.iter().all(|other| other.color != topic.color), "{number}");
            siblings.push(topic);
        }
        let top = file.topics[0].color;
        assert!(file.topics[0].children.iter().all(|child| child.color != top));
    }
}
