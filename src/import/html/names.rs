//! What the names of elements say: tags, roles, classes and ids that news sites use.
//!
//! Names are only hints. [`super::body`] does not believe one that would hide a large part of a page's prose.

/// How much an element's name says that it is no part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Hint {
    #[default]
    None,
    /// A word in a class name.
    Weak,
    /// A tag or role made for this, or a comment section.
    Strong,
    /// The article with its headline, or the main part of the page.
    Article,
    /// The text of the article.
    Body,
}

/// Elements that are never shown, or not as text.
pub(super) const UNSEEN: &[&str] = &[
    "audio", "canvas", "datalist", "embed", "iframe", "input", "math", "noembed", "noframes", "noscript", "object",
    "script", "select", "style", "svg", "template", "textarea", "title", "video",
];
/// Elements that stand in a line of text.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Whether text goes on across the borders of such an element. Browsers show elements they do not know that way.
pub(super) fn is_inline(tag: &str) -> bool {
    INLINE.contains(&tag) || tag.contains('-')
}

const CLUTTER_TAGS: &[&str] = &["aside", "button", "dialog", "figcaption", "footer", "form", "menu", "nav"];
const CLUTTER_ROLES: &[&str] = &[
    "alertdialog",
    "banner",
    "button",
    "complementary",
    "contentinfo",
    "dialog",
    "form",
    "menu",
    "navigation",
    "search",
    "toolbar",
    "tooltip",
];
/// Whole words of classes and ids.
const CLUTTER_WORDS: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "caption",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "credit",
    "credits",
    "footer",
    "gdpr",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "pager",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "promo",
    "recommend",
    "recommendations",
    "recommended",
    "related",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "taglist",
    "tags",
    "teaser",
    "toolbar",
    "tooltip",
    "trending",
    "widget",
];
/// Parts of classes and ids, wherever they stand.
const CLUTTER_PARTS: &[&str] = &[
    "also-read",
    "author-bio",
    "follow-us",
    "more-on",
    "most-read",
    "mostread",
    "read-also",
    "read-more",
    "readmore",
    "screen-reader",
    "skip-link",
    "sr-only",
    "visually-hidden",
    "wp-caption",
];
const COMMENT_WORDS: &[&str] = &["comment", "comments", "commentlist", "disqus", "respond"];
const BODY_PARTS: &[&str] = &[
    "article-body",
    "article-content",
    "article-text",
    "article__body",
    "article__content",
    "article__text",
    "articlebody",
    "articletext",
    "entry-content",
    "post-body",
    "post-content",
    "story-body",
    "story-content",
    "storybody",
];

/// The hint of a tag with its attributes; attributes that are not there are empty.
pub(super) fn hint(tag: &str, role: &str, names: &str, itemprop: &str) -> Hint {
    let names = names.to_ascii_lowercase();
    let words = || names.split(|letter: char| !letter.is_ascii_alphanumeric());
    if itemprop.eq_ignore_ascii_case("articleBody") {
        return Hint::Body;
    }
    if tag == "article" || tag == "main" || role == "main" || role == "article" {
        return if BODY_PARTS.iter().any(|part| names.contains(part)) { Hint::Body } else { Hint::Article };
    }
    if CLUTTER_TAGS.contains(&tag) || CLUTTER_ROLES.contains(&role) || words().any(|word| COMMENT_WORDS.contains(&word))
    {
        return Hint::Strong;
    }
    if BODY_PARTS.iter().any(|part| names.contains(part)) {
        return Hint::Body;
    }
    if words().any(|word| CLUTTER_WORDS.contains(&word)) || CLUTTER_PARTS.iter().any(|part| names.contains(part)) {
        return Hint::Weak;
    }
    Hint::None
}

/// Whether a class says that its element holds the byline or the date.
pub(super) fn is_about(names: &str) -> bool {
    let names = names.to_ascii_lowercase();
    let mut words = names.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.any(|word| {
        ["author", "byline", "date", "dateline", "meta", "published", "pubdate", "timestamp", "time"].contains(&word)
    })
}
