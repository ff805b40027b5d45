//! The words by which a language says that somebody says something. Data; the grammar is in [`super::clauses`].
//!
//! One file per language. To add a language: add its file and its line in [`cues`]. A language without a file is
//! read with the English words, because names are found all the same.

mod english;
mod french;
mod german;
mod russian;
mod ukrainian;

use crate::model::Language;

/// What follows the stem of most French verbs: present, imperfect and past of one and of many.
const FRENCH_ENDINGS: [&str; 5] = ["ent", "ait", "aient", "a", "èrent"];

/// Lists of words and phrases with `|` between. Nouns stand in their first form, verbs as the language's file says.
pub(super) struct Cues {
    /// What somebody does who says something, whoever it is: said, warned.
    pub said: &'static str,
    /// What can be done without words too, and counts of a speaker that is known: proposed, expressed.
    pub shown: &'static str,
    /// What counts only beside a quotation: shot back, joked.
    pub uttered: &'static str,
    /// Stands before the source: according to.
    pub according: &'static str,
    /// The same with a pronoun in it: по его словам.
    pub according_to_him: &'static str,
    pub according_to_her: &'static str,
    /// Stands behind the source: zufolge.
    pub after_source: &'static str,
    /// People who speak: spokesman, official.
    pub roles: &'static str,
    /// Those who speak as one and are no person: press service, intelligence.
    pub collectives: &'static str,
    /// Those who speak for several sides at once: the leaders, both sides. In all their forms.
    pub groups: &'static str,
    /// Papers that speak for whoever wrote them: statement, readout.
    pub documents: &'static str,
    pub he: &'static str,
    pub she: &'static str,
    pub they: &'static str,
    /// "the latter", "one": whoever spoke last.
    pub it: &'static str,
    /// Opens what is said: that.
    pub that: &'static str,
    /// Opens a clause about the noun before it: who.
    pub who: &'static str,
    /// Opens a clause that the sentence leans on: after, when.
    pub breaks: &'static str,
    pub and: &'static str,
    pub but: &'static str,
    /// May stand between the source and its verb: has, also.
    pub skipped: &'static str,
    /// The, his.
    pub definite: &'static str,
    /// Roles of people who are not named: source.
    pub unnamed: &'static str,
    /// Tells that somebody belongs to whoever was named: his.
    pub owners: &'static str,
    /// A, some.
    pub indefinite: &'static str,
    pub prepositions: &'static str,
    /// Those after which a place speaks for its people: "in Washington", "в Кремле".
    pub at: &'static str,
    /// Before a past: somebody else says it. Is, was.
    pub be: &'static str,
    /// Opens a clause that tells whose word the rest is: "as Peskov explained".
    pub as_said: &'static str,
    /// Participles, which say something only behind an auxiliary: "a déclaré", not "un accord conclu".
    pub participles: &'static str,
    /// Verbs that say something only with one of [`Self::particles`] at the end of their clause: "machte … klar".
    pub split: &'static str,
    pub particles: &'static str,
    /// Those of them that say something with one of [`Self::about`] anywhere behind: "sprach im Anschluss von".
    pub speaks: &'static str,
    pub about: &'static str,
    /// Those who speak for no party to the talks: analyst.
    pub experts: &'static str,
    /// Roles that anybody of importance may be called by: official.
    pub generic: &'static str,
    /// Stands for the people of a place: "à Moscou, on estime".
    pub one: &'static str,
    /// Before a participle, beside the subject: hat.
    pub have: &'static str,
    /// Verbs and words of a sentence that goes on telling what somebody said: sei, мол.
    pub reported: &'static str,
    /// What somebody says, as a noun behind [`Self::by_account`] and whose it is: "nach russischen Angaben".
    pub accounts: &'static str,
    /// Before whose account it is: nach, по.
    pub by_account: &'static str,
    /// Passes on what somebody else says: quoted.
    pub cites: &'static str,
    /// What one also does to somebody on the telephone: called.
    pub phoned: &'static str,
    /// Before a verb: nobody has said it. To, not, would.
    pub unreal: &'static str,
    /// Before a name: Mr.
    pub titles: &'static str,
    /// Before the turn of somebody who asks, in a transcript.
    pub questions: &'static str,
    /// Before the turn of somebody who answers.
    pub answers: &'static str,
    /// How the headline of a text opens that is somebody's own word: readout of.
    pub own_word: &'static str,
    /// How the headline of a text opens that several sides put out together: joint statement.
    pub joint: &'static str,
    /// Opens a sentence that tells who said the one before it: "об этом сообщил".
    pub points_back: &'static str,
    /// Roles of whoever sits on the other side: counterpart.
    pub counterparts: &'static str,
}

pub(super) fn cues(language: Language) -> &'static Cues {
    match language {
        Language::English | Language::Other => &english::CUES,
        Language::Russian => &russian::CUES,
        Language::Ukrainian => &ukrainian::CUES,
        Language::German => &german::CUES,
        Language::French => &french::CUES,
    }
}

/// What a form of a verb is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VerbForm {
    Finite,
    /// Also an infinitive: "say". Counts after nouns of more than one.
    Base,
    /// "saying": somebody says it who stands earlier in the sentence.
    Participle,
}

/// The forms of a verb as a list names it.
pub(super) fn verb_forms(language: Language, entry: &str) -> Vec<(String, VerbForm)> {
    match language {
        Language::English | Language::Other => english_forms(entry),
        Language::Russian => past_forms(entry, "л", ["ла", "ло", "ли"]),
        Language::Ukrainian => past_forms(entry, "в", ["ла", "ло", "ли"]),
        Language::French => french_forms(entry).into_iter().map(|form| (form, VerbForm::Finite)).collect(),
        Language::German => vec![(entry.to_owned(), VerbForm::Finite)],
    }
}

/// "confie" stands for all its finite forms; every other form for itself.
fn french_forms(entry: &str) -> Vec<String> {
    let mut forms = vec![entry.to_owned()];
    let stem = entry.strip_suffix('e').filter(|stem| stem.len() > 3 && stem.chars().all(char::is_alphabetic));
    forms.extend(stem.into_iter().flat_map(|stem| FRENCH_ENDINGS.map(|ending| format!("{stem}{ending}"))));
    forms
}

/// "warn", "say said" (with its past) or, of more words, "hit back hit back".
fn english_forms(entry: &str) -> Vec<(String, VerbForm)> {
    let (base, past) = entry.split_once(' ').map_or((entry, None), |(base, past)| (base, Some(past)));
    let consonant_y = |verb: &str| verb.ends_with('y') && !verb.ends_with(['a', 'e', 'o']) && !verb.ends_with("ay");
    let stem = base.strip_suffix('e').unwrap_or(base);
    let third = match base {
        _ if consonant_y(base) && !base.ends_with("ey") => format!("{}ies", &base[..base.len() - 1]),
        _ if base.ends_with(['s', 'x', 'z']) || base.ends_with("sh") || base.ends_with("ch") => format!("{base}es"),
        _ => format!("{base}s"),
    };
    let past = past.map_or_else(
        || match base {
            _ if consonant_y(base) && !base.ends_with("ey") => format!("{}ied", &base[..base.len() - 1]),
            _ => format!("{stem}ed"),
        },
        str::to_owned,
    );
    let participle = (format!("{stem}ing"), VerbForm::Participle);
    // "Put it", "read": one form for both, and mostly the past.
    if past == base {
        return vec![(past, VerbForm::Finite), (third, VerbForm::Finite), participle];
    }
    vec![(base.to_owned(), VerbForm::Base), (third, VerbForm::Finite), (past, VerbForm::Finite), participle]
}

/// A past in its masculine form stands for all genders; every other form for itself.
fn past_forms(entry: &str, masculine: &str, others: [&str; 3]) -> Vec<(String, VerbForm)> {
    let mut forms = vec![(entry.to_owned(), VerbForm::Finite)];
    // Of verbs that end in -ся: "поделился", "поделилась".
    if let Some(stem) = entry.strip_suffix("ся").and_then(|verb| verb.strip_suffix(masculine)) {
        let others =
            if masculine == "л" { ["лась", "лось", "лись"] } else { ["лася", "лося", "лися"] };
        forms.extend(others.map(|ending| (format!("{stem}{ending}"), VerbForm::Finite)));
    }
    if let Some(stem) = entry.strip_suffix(masculine) {
        forms.extend(others.map(|ending| (format!("{stem}{ending}"), VerbForm::Finite)));
    }
    forms
}

/// Whether a verb form tells that several do it; of languages where it then needs no subject.
pub(super) fn is_plural(language: Language, form: &str) -> bool {
    let endings = ["ли", "лись", "лися", "ются", "ятся", "ют", "ут", "ат", "ят", "ють", "уть", "ать", "ять"];
    matches!(language, Language::Russian | Language::Ukrainian) && endings.iter().any(|ending| form.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_is_known_in_its_forms() {
        let forms = |language, entry| -> Vec<String> {
            verb_forms(language, entry).into_iter().map(|(form, _)| form).collect()
        };
        assert_eq!(forms(Language::English, "deny"), ["deny", "denies", "denied", "denying"]);
        assert_eq!(forms(Language::English, "say said"), ["say", "says", "said", "saying"]);
        assert_eq!(forms(Language::English, "note"), ["note", "notes", "noted", "noting"]);
        assert_eq!(forms(Language::English, "stress"), ["stress", "stresses", "stressed", "stressing"]);
        assert_eq!(forms(Language::Russian, "сказал"), ["сказал", "сказала", "сказало", "сказали"]);
        assert_eq!(forms(Language::Russian, "говорит"), ["говорит"]);
        assert_eq!(forms(Language::Ukrainian, "заявив"), ["заявив", "заявила", "заявило", "заявили"]);
    }
}
