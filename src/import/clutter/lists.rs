//! The stock phrases of sites in five languages, in small letters.
//!
//! Modest lists, where the words leave no doubt.

use super::ClutterKind::{self, Advertisement, Box, Caption, Comments, Copyright, Navigation, Newsletter, Share};

/// No phrase that is a whole line is longer (bytes).
pub(super) const LONGEST_LABEL: usize = 60;

/// Lines that are clutter when they say just this, without a colon or full stop at their end.
pub(super) const WHOLE_LINES: &[(ClutterKind, &[&str])] = &[
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
pub(super) const BEGINNINGS: &[(ClutterKind, &[&str])] = &[
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
pub(super) const CREDIT_ENDINGS: &[&str] =
    &["/ afp", "/ ap", "/ epa", "/ getty images", "/ reuters", "/afp", "/ap", "/epa", "/getty images", "/reuters"];
/// Headings of a box of links to other articles.
pub(super) const BOXES: &[&str] = &[
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
pub(super) const COMMENT_SECTIONS: &[&str] =
    &["inline feedbacks", "leave a comment", "leave a reply", "newest most voted", "view all comments"];
/// Everything that a share bar says.
pub(super) const SHARE_WORDS: &[&str] = &[
    "and", "article", "copy", "email", "facebook", "link", "linkedin", "on", "or", "page", "post", "print", "reddit",
    "share", "story", "telegram", "the", "this", "to", "tweet", "twitter", "via", "whatsapp", "with", "x",
];
/// What a newsletter box asks, and what for.
pub(super) const ASKS: &[&str] = &[
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
pub(super) const OFFERS: &[&str] =
    &["newsletter", "your inbox", "our app", "mobile app", "рассылк", "телеграм-канал", "розсилк", "infolettre"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_phrase_that_is_a_whole_line_is_longer_than_what_is_looked_at() {
        let lists = WHOLE_LINES.iter().map(|(_, lines)| *lines).chain([BOXES, COMMENT_SECTIONS]);
        assert!(lists.flatten().all(|line| line.len() <= LONGEST_LABEL));
    }
}
