//! What boilerplate says: stock phrases of sites in five languages.
//!
//! Modest lists, where the words leave no doubt. They can be switched off, to measure what structure finds alone.

use super::super::{kinds, lines};
use super::ClutterKind::{self, Advertisement, Box, Caption, Comments, Copyright, Navigation, Newsletter, Share};
use super::line::Line;
use super::{Verdicts, set};

/// Captions are short (characters).
const LONGEST_CAPTION: usize = 60;

/// Lines that are clutter when they say just this, without a colon or full stop at their end.
const WHOLE_LINES: &[(ClutterKind, &[&str])] = &[
    (
        Navigation,
        &[
            "#",
            "***",
            "___",
            "###",
            "# # #",
            "-30-",
            "accept all",
            "back to top",
            "change edition",
            "home",
            "log in",
            "manage preferences",
            "menu",
            "search",
            "sign in",
            "skip to content",
            "skip to main content",
            "skip to navigation",
            "войти",
            "главная",
            "меню",
            "наверх",
            "поиск",
            "головна",
            "увійти",
            "anmelden",
            "startseite",
            "zum inhalt springen",
            "zur startseite",
            "accueil",
            "aller au contenu",
            "aller au contenu principal",
            "se connecter",
        ],
    ),
    (
        Share,
        &[
            "copy link",
            "email",
            "follow us",
            "print",
            "save for later",
            "tweet",
            "версия для печати",
            "поделиться",
            "распечатать",
            "скопировать ссылку",
            "поділитися",
            "поширити",
            "drucken",
            "teilen",
            "imprimer",
            "partager",
        ],
    ),
    (Box, &["read more", "читать далее", "читати далі", "mehr lesen", "weiterlesen", "lire la suite"]),
    (Newsletter, &["sign up", "subscribe", "подписаться", "підписатися", "abonnieren", "s'abonner", "s’abonner"]),
    (
        Comments,
        &[
            "cancel reply",
            "load more comments",
            "notify of",
            "post comment",
            "reply",
            "комментарии",
            "комментировать",
            "оставить комментарий",
            "коментарі",
            "kommentar schreiben",
            "kommentare",
            "commentaires",
            "laisser un commentaire",
        ],
    ),
    (Advertisement, &["advertisement", "advertisements", "реклама", "anzeige", "werbung", "publicité"]),
    (
        Copyright,
        &[
            "all rights reserved",
            "все права защищены",
            "усі права захищені",
            "alle rechte vorbehalten",
            "tous droits réservés",
        ],
    ),
];
/// Beginnings of short lines that are clutter whatever follows.
const BEGINNINGS: &[(ClutterKind, &[&str])] = &[
    (Navigation, &["tags:", "теги:", "schlagwörter:", "mots-clés"]),
    (Share, &["follow us on", "поделиться в ", "поділитися в ", "teilen auf ", "partager sur "]),
    (
        Box,
        &[
            "read also:",
            "read more about ",
            "read more:",
            "related:",
            "see also:",
            "see more:",
            "читайте также:",
            "читайте також:",
            "lesen sie auch:",
            "mehr zum thema:",
            "lire aussi :",
            "lire aussi:",
            "à lire aussi :",
            "à lire aussi:",
        ],
    ),
    (
        Comments,
        &[
            "required fields are marked",
            "save my name",
            "would love your thoughts",
            "your email address will not be published",
            "обязательные поля помечены",
            "ваш адрес email не будет опубликован",
            "erforderliche felder sind",
            "ihre e-mail-adresse wird nicht",
            "les champs obligatoires",
            "votre adresse e-mail ne sera pas",
        ],
    ),
    (Advertisement, &["advertisement:"]),
    (Copyright, &["(c) 20", "©", "copyright ©", "copyright 20"]),
    (
        Caption,
        &[
            "image credit",
            "image:",
            "photo by ",
            "photo credit",
            "photo:",
            "photograph:",
            "photos:",
            "picture:",
            "фото:",
            "foto:",
            "bild:",
            "crédit photo",
            "photo :",
        ],
    ),
];
/// How picture credits end.
const CREDIT_ENDINGS: &[&str] =
    &["/ afp", "/ ap", "/ epa", "/ getty images", "/ reuters", "/afp", "/ap", "/epa", "/getty images", "/reuters"];
/// Headings of a box of links to other articles.
const BOXES: &[&str] = &[
    "more on this topic",
    "most popular",
    "most read",
    "read also",
    "read next",
    "recommended",
    "related",
    "related articles",
    "related news",
    "related posts",
    "related stories",
    "see also",
    "you may also like",
    "другие новости",
    "материалы по теме",
    "самое читаемое",
    "читайте также",
    "матеріали за темою",
    "читайте також",
    "auch interessant",
    "das könnte sie auch interessieren",
    "lesen sie auch",
    "mehr zum thema",
    "meistgelesen",
    "lire aussi",
    "les plus lus",
    "sur le même sujet",
    "à lire aussi",
    "à voir aussi",
];
const COMMENT_SECTIONS: &[&str] =
    &["inline feedbacks", "leave a comment", "leave a reply", "newest most voted", "view all comments"];
/// Everything that a share bar says.
const SHARE_WORDS: &[&str] = &[
    "and", "article", "copy", "email", "facebook", "link", "linkedin", "on", "or", "page", "post", "print", "reddit",
    "share", "story", "telegram", "the", "this", "to", "tweet", "twitter", "via", "whatsapp", "with", "x",
];
/// What a newsletter box asks, and what for.
const ASKS: &[&str] = &[
    "sign up",
    "subscribe",
    "download here",
    "подпишитесь",
    "подписывайтесь",
    "підпишіться",
    "підписуйтесь",
    "abonnieren sie",
    "melden sie sich",
    "abonnez-vous",
    "inscrivez-vous",
];
const OFFERS: &[&str] =
    &["newsletter", "your inbox", "our app", "mobile app", "рассылк", "телеграм-канал", "розсилк", "infolettre"];

pub(super) fn judge(lines: &[Line], verdicts: &mut Verdicts) {
    for (line, verdict) in lines.iter().zip(verdicts.iter_mut()) {
        *verdict = line.plain.as_deref().and_then(kind_of);
    }
    for index in 1..lines.len() {
        if is_box(lines[index].plain()) && !lines::ends_sentence(lines[index].text) {
            mark_box(lines, index, verdicts);
        }
    }
    mark_captions(lines, verdicts);
}

fn kind_of(line: &str) -> Option<ClutterKind> {
    let bare = line.trim_end_matches([':', '.']);
    let whole = || WHOLE_LINES.iter().find(|(_, lines)| lines.contains(&bare));
    let begins = || BEGINNINGS.iter().find(|(_, beginnings)| beginnings.iter().any(|words| line.starts_with(words)));
    match () {
        () if BOXES.contains(&bare) => Some(Box),
        () if COMMENT_SECTIONS.contains(&bare) => Some(Comments),
        () if is_share_bar(line) => Some(Share),
        () if is_newsletter(line) => Some(Newsletter),
        () if CREDIT_ENDINGS.iter().any(|ending| bare.trim_end_matches(')').ends_with(ending)) => Some(Caption),
        () => whole().or_else(begins).map(|(kind, _)| *kind),
    }
}

fn is_share_bar(line: &str) -> bool {
    line.starts_with("share") && line.trim_end_matches(':').split(' ').all(|word| SHARE_WORDS.contains(&word))
}

fn is_newsletter(line: &str) -> bool {
    let says = |list: &[&str]| list.iter().any(|words| line.contains(words));
    says(ASKS) && says(OFFERS) && !line.contains(['"', '“', '«'])
}

fn is_box(line: &str) -> bool {
    BOXES.contains(&line.trim_end_matches(':')) || line.starts_with("read more about ")
}

/// Whether the line heads readers' comments.
pub(super) fn opens_comments(line: &str) -> bool {
    COMMENT_SECTIONS.contains(&line)
}

/// "3 comments", "comments (12)"
pub(super) fn is_comment_count(line: &str) -> bool {
    let mut words = line.split([' ', '(', ')', ':']).filter(|word| !word.is_empty());
    let known = |word: &str| ["comment", "comments"].contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit());
    line.contains("comment") && words.all(known)
}

/// The titles under a box's heading: lines that end no sentence. The last one stays if the article goes on right
/// after it, because then it may be a heading of the article.
fn mark_box(lines: &[Line], heading: usize, verdicts: &mut Verdicts) {
    let is_title =
        |line: &&Line| line.plain.is_some() && !lines::ends_sentence(line.text) && !kinds::is_meta_line(line.text);
    let mut end = heading + 1;
    end += lines[end..].iter().take_while(is_title).count();
    let goes_on = end < lines.len() && verdicts[end].is_none() && lines::ends_sentence(lines[end].text);
    if goes_on && end > heading + 1 {
        end -= 1;
    }
    set(verdicts, heading..end, Box);
}

/// A short line above a photo credit is its caption, if the article is over by then.
fn mark_captions(lines: &[Line], verdicts: &mut Verdicts) {
    let is_prose = |index: usize| verdicts[index].is_none() && lines::ends_sentence(lines[index].text);
    let Some(last) = (0..lines.len()).rev().find(|index| is_prose(*index)) else { return };
    for index in last + 2..lines.len() {
        if verdicts[index] == Some(Caption) && lines::is_short(lines[index - 1].text, LONGEST_CAPTION) {
            set(verdicts, index - 1..index, Caption);
        }
    }
}
