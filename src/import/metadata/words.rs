//! The words by which lines about an article are told: what stands before and after names, and what is no name.
//!
//! All in small letters, in the five languages together, most with bars between.

use super::super::lines;

/// The longest of the ends of names below is shorter (characters).
const LONGEST_END: usize = 30;

/// What a byline begins with. Words that are also others ("by", "von", "par") count only before capitals.
const BYLINES: &[&str] = &[
    "by ",
    "by: ",
    "written by ",
    "written by: ",
    "story by ",
    "text by ",
    "words by ",
    "author:",
    "authors:",
    "author: by ",
    "автор:",
    "авторы:",
    "автор текста:",
    "текст:",
    "автор статьи:",
    "автори:",
    "автор тексту:",
    "von ",
    "von: ",
    "ein bericht von ",
    "eine analyse von ",
    "autor:",
    "autorin:",
    "autoren:",
    "text:",
    "text von ",
    "par ",
    "par : ",
    "auteur:",
    "auteur :",
    "auteurs:",
    "auteurs :",
    "texte:",
    "texte :",
    "propos recueillis par ",
    "analysis by ",
    "commentary by ",
    "opinion by ",
    "column by ",
    "review by ",
    "interview by ",
    "reported by ",
];
/// Beginnings of credits below a text: they count where there is no byline.
const CREDITS: &[&str] = &["(reporting by ", "reporting by ", "reporting: ", "(reporting: "];

/// What stands between two names.
pub(super) const AND: &[&str] = &[
    " and ", " AND ", " And ", " & ", " и ", " та ", " і ", " й ", " und ", " et ", "| and |", "|and|", " with ", " / ",
];

/// What ends a name, with a space before it.
const AFTER_NAMES: &str = "in |at |on |for |from |reports|published|updated|last updated|posted|publish|в |из |для |специально|у |з |aus |für |à |\
     pour |publié|avec |publiziert|veröffentlicht|aktualisiert|opens in|follow |email|share";

/// Parts of names that are written small.
const PARTICLES: &str =
    "al|bin|da|dal|de|del|della|den|der|di|do|dos|du|ibn|la|le|ten|ter|van|von|y|zu|zur|фон|де|ван|аль|ибн|оглы";

/// What programs and pages write where no author was given.
const NOBODY: &str = "acer|admin|administrator|anonymous|apache poi|asus|author|author name|calibre|customer|default|dell|editor|\
     guest|hp|lenovo|libreoffice|microsoft|microsoft office user|microsoft word|n/a|name|nobody|none|null|\
     office user|openoffice|owner|pc|python-docx|root|super user|test|test user|toshiba|undefined|unknown|\
     unknown author|user|user name|webmaster|windows user|wordpress|your name|автор|админ|администратор|\
     адміністратор|користувач|неизвестен|пользователь|пользователь windows|autor|benutzer|auteur|utilisateur|\
     hewlett-packard|hewlett-packard company|home|free member";

/// Parts of words that say that an outlet's people wrote it, whoever they were.
const STAFF: &str = "staff|editorial|newsroom|news desk|newsdesk|web desk|our correspondent|a correspondent|contributors|редакц|\
     redaktion|rédaction|собкор|кореспонденти|пресс-служб|пресслужб|прес-служб|press service|press office|\
     press release|multiple sources|various authors|various sources";

/// Parts of words by which people's work is called.
const ROLES: &str = "correspondent|reporter|editor|columnist|analyst|producer|bureau|journalist|contributor|writer|anchor|\
     photograph|translator|author of|professor|commentator|chief|корреспондент|кореспондент|обозреватель|оглядач|\
     редактор|журналист|журналіст|фото|перевод|переклад|korrespondent|redakteur|reporterin|correspondant|envoyé|\
     journaliste|fotograf|rédacteur";

/// Places of two words, which stand in bylines after names and look like one.
const PLACES: &str = "abu dhabi|addis ababa|buenos aires|cape town|el paso|hong kong|kuala lumpur|las vegas|los angeles|mexico city|\
     new delhi|new york|new zealand|north korea|nizhny novgorod|saint petersburg|salt lake city|san francisco|\
     saudi arabia|south africa|south korea|sri lanka|st petersburg|st. petersburg|tel aviv|united kingdom|\
     united nations|united states|washington dc|white house|нью йорк|санкт петербург|белый дом|нижний новгород";

/// Words with a capital that are in no person's name.
const NO_NAMES: &str = "a|about|all|am|an|and|april|article|by|click|continue|das|der|die|ein|eine|el|follow|friday|from|her|his|home|\
     how|in|is|it|les|local|mein|minutes|monday|more|mr|mrs|my|new|next|on|our|pm|president|read|saturday|see|share|\
     show|special|sunday|the|their|this|thursday|to|top|tuesday|une|un|unser|updated|view|wednesday|what|when|who|\
     why|with|your|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|\
     samedi|dimanche|january|february|july|september|october|november|december|dezember|oktober|décembre|января|\
     февраля|декабря|грудня|січня|в|для|из|как|на|наш|о|по|с|что|это";

/// Words in the names of outlets and offices.
const MEDIA: &str = "administration|agence|agency|association|blog|board|broadcasting|bulletin|capital|center|centre|channel|\
     chronicle|committee|company|conference|corporation|correspondents|council|courier|daily|department|desk|digest|\
     digital|dispatch|editors|embassy|examiner|express|federation|foundation|gazeta|gazette|globe|government|group|\
     guardian|herald|inc|independent|inquirer|insider|institute|international|journal|kremlin|ledger|limited|llc|\
     ltd|magazine|mail|media|minister|ministry|mirror|monde|monitor|network|news|newspaper|observer|office|online|\
     partners|portal|post|press|presse|project|publishing|radio|record|register|report|research|review|school|\
     sentinel|service|services|society|solutions|standard|studio|studios|systems|team|technologies|telegraph|\
     television|times|today|tribune|tv|union|university|weekly|welle|wire|world|zeitung|реутерс|afp|ap|bbc|cnn|dpa|\
     rbc|reuters|tass|upi|агентство|вести|ведомости|газета|интерфакс|известия|мид|новости|правда|радио|риа|тасс|\
     телеканал|укринформ|укрінформ|новини|центр|служба|министерство|міністерство";

/// The names in a byline: what follows "By", "Автор:", "Von" …; `None` if the line begins otherwise.
pub(super) fn after_byline(line: &str) -> Option<&str> {
    after(line, BYLINES)
}

pub(super) fn after_credit(line: &str) -> Option<&str> {
    after(line, CREDITS)
}

/// What follows the longest of these beginnings, if it starts with a capital.
fn after<'a>(line: &'a str, beginnings: &[&str]) -> Option<&'a str> {
    let said = lines::beginnings(line, beginnings).max_by_key(|words| words.len())?;
    // Lower-casing keeps the number of characters of these words.
    let (at, _) = line.char_indices().nth(said.chars().count())?;
    let rest = line[at..].trim_start_matches(['|', ' ', '\u{a0}']);
    rest.starts_with(char::is_uppercase).then_some(rest)
}

/// A name without what the line says after it ("in Moscow", "for The Ledger", "Published").
pub(super) fn name_alone(text: &str) -> &str {
    let is_end = |at: &usize| {
        let rest: String = text[at + 1..].chars().take(LONGEST_END).flat_map(char::to_lowercase).collect();
        AFTER_NAMES.split('|').any(|word| rest.starts_with(word))
    };
    let end = text.match_indices(' ').map(|(at, _)| at).find(is_end);
    text[..end.unwrap_or(text.len())].trim()
}

/// Whether a name in small letters holds a word by which outlets and offices are called.
pub(super) fn is_medium(lower: &str) -> bool {
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric());
    let domain = lower.rsplit_once('.').is_some_and(|(_, end)| end.len() >= 2 && !end.contains(' '));
    words.any(|word| holds(MEDIA, word)) || (domain && !lower.contains(' '))
}

/// Whether a name in small letters is nobody's: that of an account, a program, a place, a role, or of all who work there.
pub(super) fn is_nobody(lower: &str) -> bool {
    holds(NOBODY, lower) || holds(PLACES, lower) || has_part(STAFF, lower) || has_part(ROLES, lower)
}

pub(super) fn is_particle(word: &str) -> bool {
    holds(PARTICLES, word)
}

/// Whether a word in small letters is in no person's name.
pub(super) fn is_no_name(lower: &str) -> bool {
    holds(NO_NAMES, lower)
}

fn holds(list: &str, word: &str) -> bool {
    list.split('|').any(|known| known == word)
}

fn has_part(list: &str, text: &str) -> bool {
    list.split('|').any(|part| text.contains(part))
}
