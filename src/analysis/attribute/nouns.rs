//! Where the words end that name a source: "Kremlin foreign policy aide Yuri Ushakov", left or right of its verb.
//!
//! No parser: a phrase goes on while its words may stand in one. Clauses between commas are passed over or, where
//! they name somebody ("Dmitry Peskov, Putin's spokesman, said"), belong to it.

use super::marks::{Marks, Name};
use super::units::{Gap, Unit};
use std::ops::Range;

/// Words of a source and of what is said about it. Longer ones are not read by newspapers either.
const LONGEST: usize = 16;
/// Words of a title before its name.
const MOST_TITLE: usize = 10;
/// Plain words in a row before the head of a phrase: "foreign policy".
const MOST_PLAIN: usize = 5;

/// Words that name a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Into the units of the article.
    pub units: Range<usize>,
    /// Another source stands before it, joined with "and".
    pub joined: Option<usize>,
}

/// What can be a source by itself.
pub(super) fn names_somebody(unit: &Unit) -> bool {
    unit.name != Name::None && !matches!(unit.name, Name::Whose(_))
        || unit.is(Marks::ROLE | Marks::DOCUMENT | Marks::PRONOUN)
        || unit.is_unknown_name()
}

/// The phrase that ends before the verb at `verb`, in the sentence that begins at `start`.
pub(super) fn left_of(units: &[Unit], start: usize, verb: usize) -> Option<Phrase> {
    let mut end = verb;
    let mut aside: Option<Range<usize>> = None;
    let mut passed = false;
    loop {
        let before = end.checked_sub(1).filter(|before| *before >= start)?;
        let gap = units[end].gap;
        if units[before].quoted || gap.has(Gap::COLON.or(Gap::STOP).or(Gap::QUOTE)) {
            return None;
        }
        if !passed && gap.has(Gap::COMMA.or(Gap::DASH).or(Gap::CLOSE_PAREN)) {
            let opens = aside_before(units, start, end)?;
            let says = units[opens..end].iter().any(|unit| unit.is(Marks::SAID) && !unit.is(Marks::BASE));
            let names =
                units[opens..end].iter().any(names_somebody) && !units[opens].is(Marks::WHO | Marks::PREPOSITION);
            if names && !says && aside.is_none() {
                aside = Some(opens..end);
            }
            end = opens;
            passed = true;
        } else if is_skipped(&units[before]) {
            end = before;
            passed = false;
        } else {
            break;
        }
    }
    let first = first_word(units, start, end);
    let mut phrase = first..end;
    if phrase.is_empty() {
        return None;
    }
    if let Some(aside) = aside.filter(|_| units[phrase.clone()].iter().any(names_somebody)) {
        phrase.end = aside.end;
    }
    Some(Phrase { joined: joined(units, start, phrase.start), units: phrase })
}

/// Where the words between commas or the like begin that end before `end`.
fn aside_before(units: &[Unit], start: usize, end: usize) -> Option<usize> {
    let set_off = |at: &usize| units[*at].gap.has(Gap::COMMA.or(Gap::DASH).or(Gap::OPEN_PAREN)) || units[*at].quoted;
    let opens = (start + 1..end).rev().take(LONGEST).find(set_off)?;
    (!units[opens].quoted).then_some(opens)
}

/// Whether a word may stand between a source and its verb.
fn is_skipped(unit: &Unit) -> bool {
    unit.is(Marks::SKIPPED | Marks::ONE) && !names_somebody(unit) || is_listener(unit)
}

/// "Сказал журналистам чиновник": those who are told.
fn is_listener(unit: &Unit) -> bool {
    unit.is(Marks::SKIPPED) && unit.is(Marks::ROLE) && unit.name == Name::None
}

/// Where the phrase that ends before `end` begins.
fn first_word(units: &[Unit], start: usize, end: usize) -> usize {
    let mut first = end;
    let mut plain = 0;
    while first > start && end - first < LONGEST {
        let unit = &units[first - 1];
        let apart = unit.quoted || first < end && units[first].gap.has(Gap::ANY);
        let subject = units[first..end].iter().any(|unit| unit.is(Marks::ROLE) || unit.name != Name::None);
        if unit.is(Marks::WHO) && !unit.is(Marks::THAT) && !apart && subject {
            break;
        }
        if unit.is(Marks::WHO) && !unit.is(Marks::THAT) && !apart {
            // "a US official who briefed reporters": the source stands before.
            let before = first_word(units, start, first - 1);
            return if before < first - 1 { before } else { first };
        }
        plain = if unit.is_plain() { plain + 1 } else { 0 };
        if apart || plain > MOST_PLAIN || ends_phrase(units, start..end, first) {
            break;
        }
        first -= 1;
        let article = unit.is(Marks::DEFINITE | Marks::INDEFINITE) && !unit.is(Marks::PREPOSITION);
        let pronoun = unit.is(Marks::PRONOUN) && !unit.is(Marks::DEFINITE);
        if pronoun || article && !goes_on_before(units, start, first) {
            break;
        }
    }
    // A phrase does not open with a preposition or a conjunction.
    while first < end && units[first].is(Marks::PREPOSITION | Marks::AND) && !units[first].is(Marks::DEFINITE) {
        first += 1;
    }
    first
}

/// Whether the word before `first` cannot belong to a phrase from there to the end of `range`.
fn ends_phrase(units: &[Unit], range: Range<usize>, first: usize) -> bool {
    let unit = &units[first - 1];
    let noun = unit.is(Marks::ROLE | Marks::DOCUMENT) || unit.name != Name::None;
    let verb = unit.is(Marks::VERB) && !unit.is(Marks::BASE) && !noun;
    let two_before = first >= range.start + 2;
    // "a US official who briefed reporters": the verb is of the clause that tells who it is.
    let about = two_before && units[first - 2].is(Marks::WHO);
    let opens = unit.is(Marks::THAT | Marks::BUT | Marks::ACCORDING) && !unit.capital && !unit.is(Marks::DEFINITE);
    let skipped = unit.is(Marks::SKIPPED) && !unit.is(Marks::DEFINITE | Marks::INDEFINITE);
    // "Russian and US presidents": an "and" between two adjectives is inside of a phrase.
    let inside = two_before && first < range.end && matches!(units[first].name, Name::Whose(_));
    let as_said = unit.is(Marks::AS) && !unit.is(Marks::PREPOSITION);
    verb && !about || opens || skipped || as_said || unit.is(Marks::BREAK) || unit.is(Marks::AND) && !inside
}

/// Whether the noun before "of the …" belongs to the same phrase.
fn goes_on_before(units: &[Unit], start: usize, article: usize) -> bool {
    let Some(preposition) = article.checked_sub(1).filter(|at| *at > start) else { return false };
    let noun = &units[preposition - 1];
    let plain = !units[article].gap.has(Gap::ANY) && !units[preposition].gap.has(Gap::ANY);
    units[preposition].is(Marks::PREPOSITION)
        && plain
        && (names_somebody(noun) || noun.is_plain())
        && (!noun.is(Marks::VERB) || noun.is(Marks::ROLE | Marks::DOCUMENT))
        && !noun.quoted
}

/// Another source right before, joined with "and": its last word.
fn joined(units: &[Unit], start: usize, first: usize) -> Option<usize> {
    let and = first.checked_sub(1).filter(|at| *at > start)?;
    let plain = !units[first].gap.has(Gap::ANY) && !units[and].gap.has(Gap::ANY);
    let other = &units[and - 1];
    let names = matches!(other.name, Name::Person(_) | Name::Body(_) | Name::Land(_)) || other.is_unknown_name();
    (units[and].is(Marks::AND) && plain && names && !other.quoted).then_some(and - 1)
}

/// The phrase that begins at or soon after `from`, in the sentence that ends at `end`.
pub(super) fn right_of(units: &[Unit], from: usize, end: usize) -> Option<Phrase> {
    let mut first = from;
    while first < end && is_skipped(&units[first]) && !units[first].gap.has(Gap::COMMA.or(Gap::STOP).or(Gap::QUOTE)) {
        first += 1;
    }
    if first < end && units[first].is(Marks::AT) && !units[first].is(Marks::DEFINITE) {
        first += 1;
    }
    let mut last = first;
    let mut plain = 0;
    let mut named = false;
    while last < end && last - first < LONGEST {
        let unit = &units[last];
        let gap = unit.gap;
        if unit.quoted || (last > from && gap.has(Gap::ANY)) {
            break;
        }
        let describes = plain < MOST_PLAIN && !named;
        if !goes_on_behind(units, first..end, last, describes) {
            break;
        }
        plain = if unit.is_plain() { plain + 1 } else { 0 };
        named = matches!(unit.name, Name::Person(_)) || unit.is_unknown_name() || unit.is(Marks::PRONOUN);
        last += 1;
        if unit.is(Marks::PRONOUN) && !unit.is(Marks::DEFINITE) {
            break;
        }
    }
    while last > first && is_loose_end(&units[last - 1]) && units[first..last].iter().any(names_somebody) {
        last -= 1;
    }
    if let Some(name) =
        name_behind(units, last, end).filter(|_| units[first..last].iter().any(|unit| unit.is(Marks::ROLE)))
    {
        last = name;
    }
    if units[first..last].iter().any(|unit| unit.is(Marks::ROLE)) && !named {
        last = name_further(units, last, end).unwrap_or(last);
    }
    let found = first < last && units[first..last].iter().any(|unit| names_somebody(unit) || unit.is(Marks::GROUP));
    found.then_some(Phrase { units: first..last, joined: None })
}

/// Whether the word at `at` belongs to the phrase that begins where `range` does; `describes`: a plain word may.
fn goes_on_behind(units: &[Unit], range: Range<usize>, at: usize, describes: bool) -> bool {
    let unit = &units[at];
    let noun = names_somebody(unit) || matches!(unit.name, Name::Whose(_)) || unit.is(Marks::GROUP);
    let opens = at == range.start || units[at - 1].is(Marks::PREPOSITION);
    // "Eine Mitteilung seines Hauses".
    let owner = unit.is(Marks::OWNER) && at > range.start && units[at - 1].is(Marks::DOCUMENT);
    let article = unit.is(Marks::DEFINITE | Marks::INDEFINITE) && opens || owner;
    let of = unit.is(Marks::PREPOSITION) && at > range.start;
    let of = of && units.get(at + 1).is_some_and(|next| may_follow(next, at + 1 < range.end));
    let plain = unit.is_plain() || unit.is(Marks::BASE) || (unit.capital && unit.name == Name::None);
    let verb = unit.is(Marks::VERB) && !unit.is(Marks::BASE) && !noun;
    (noun || article || of || (plain && describes)) && !verb
}

/// Whether a phrase that names somebody is better without this word at its end.
fn is_loose_end(unit: &Unit) -> bool {
    (unit.is_plain() || unit.is(Marks::PREPOSITION | Marks::DEFINITE)) && !names_somebody(unit)
}

/// Where a name ends that stands between commas right behind a title: "Putin's press secretary, Dmitry Peskov,".
fn name_behind(units: &[Unit], from: usize, end: usize) -> Option<usize> {
    let first = units[..end].get(from).filter(|unit| unit.gap == Gap::COMMA && !unit.quoted)?;
    let known = matches!(first.name, Name::Person(_));
    let more = |unit: &&Unit| unit.is_unknown_name() && !unit.gap.has(Gap::ANY) && !unit.quoted;
    let last = from + 1 + units[from + 1..end].iter().take(3).take_while(more).count();
    let closed = units[..end].get(last).is_none_or(|next| next.gap.has(Gap::ANY));
    ((known || first.is_unknown_name()) && closed).then_some(last)
}

/// Where the name ends that a long title has at last: "посол при міжнародних організаціях у Відні Євгеній Цимбалюк", or
/// that a second title has behind a comma: "голова організації, глава МЗС Польщі Збігнєв Рау".
fn name_further(units: &[Unit], from: usize, end: usize) -> Option<usize> {
    let plain = units[from..end].iter().take(MOST_PLAIN).take_while(|unit| unit.is_plain() && !unit.gap.has(Gap::ANY));
    let from = from + plain.count();
    let comma = from < end && units[from].gap == Gap::COMMA && !units[from].quoted;
    let first = if comma { right_of_title(units, from, end)? } else { from };
    let within = |at: &usize| {
        let unit = &units[*at];
        let apart = unit.quoted || *at > from && unit.gap.has(Gap::ANY) || unit.is(Marks::WHO | Marks::THAT);
        !apart && (!unit.is(Marks::VERB) || unit.is(Marks::ROLE))
    };
    let mut title = (first..end.min(first + MOST_TITLE)).take_while(within);
    let name = title.find(|at| is_full_name(&units[*at..end]))?;
    let more = |unit: &&Unit| unit.is_unknown_name() && !unit.gap.has(Gap::ANY) && !unit.quoted;
    Some(name + 1 + units[name + 1..end].iter().take_while(more).count())
}

/// Behind a comma, where a second title begins.
fn right_of_title(units: &[Unit], from: usize, end: usize) -> Option<usize> {
    let role = |unit: &Unit| unit.is(Marks::ROLE) && !unit.is(Marks::VERB);
    units[from..end].iter().take(2).any(role).then_some(from)
}

/// A person of the speakers file, or a first name and a family name that no list has.
fn is_full_name(units: &[Unit]) -> bool {
    let [first, rest @ ..] = units else { return false };
    let next = rest.first().is_some_and(|next| next.is_unknown_name() && !next.gap.has(Gap::ANY) && !next.genitive);
    matches!(first.name, Name::Person(_)) || first.is_unknown_name() && next && !first.genitive
}

/// Whether a phrase may go on with this word after a preposition.
fn may_follow(unit: &Unit, inside: bool) -> bool {
    let noun = names_somebody(unit) || matches!(unit.name, Name::Whose(_)) || unit.is(Marks::DEFINITE);
    inside && noun && !unit.gap.has(Gap::ANY) && !unit.quoted && !unit.is(Marks::SKIPPED)
}
