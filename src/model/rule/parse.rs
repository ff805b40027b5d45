//! The grammar of [`super`], read by hand, so that every mistake is told with its character and with what was
//! expected there.

use super::signs::{Sign, signs};
use super::{Find, Form, Leans, Rule, RuleError, Word, WordSets};
use crate::model::Language;

/// Brackets in brackets: no rule that a person wrote needs more, and reading them costs stack.
const MAX_DEPTH: usize = 24;
/// Characters. A longer list of words belongs into a set.
const MAX_LENGTH: usize = 4_000;
/// Words between, where `near` gives no number: about one clause.
const NEAR: u8 = 5;

type Parsed<T> = Result<T, RuleError>;

pub(super) fn rule(text: &str, sets: &WordSets) -> Parsed<Rule> {
    let mut reader = Reader::new(text, sets)?;
    // Either may come first.
    let early = reader.leans();
    let language = reader.language()?;
    let leans = early.or_else(|| reader.leans()).unwrap_or(Leans::No);
    let at_clause = matches!(reader.peek(), Some(Sign::Amid | Sign::Unless) | None);
    let carries = matches!(leans, Leans::Carry | Leans::Point);
    let find = if carries && at_clause { Find::All(Vec::new()) } else { reader.find(0)? };
    let after = if reader.take(&Sign::After) { Some(reader.find(0)?) } else { None };
    let amid = if reader.take(&Sign::Amid) { Some(reader.find(0)?) } else { None };
    let unless = if reader.take(&Sign::Unless) { Some(reader.find(0)?) } else { None };
    reader.end("the end of the rule")?;
    Ok(Rule { text: text.to_owned(), language, leans, find, after, amid, unless })
}

pub(super) fn set_line(text: &str, sets: &WordSets) -> Parsed<Find> {
    let mut reader = Reader::new(text, sets)?;
    let language = reader.language()?;
    let find = reader.find(0)?;
    reader.end("the end of the line")?;
    Ok(match language {
        Some(language) => Find::Only(language, Box::new(find)),
        None => find,
    })
}

struct Reader<'a> {
    signs: Vec<(usize, Sign)>,
    next: usize,
    /// Characters of the text: where the end is.
    length: usize,
    sets: &'a WordSets,
}

impl<'a> Reader<'a> {
    fn new(text: &str, sets: &'a WordSets) -> Parsed<Self> {
        let length = text.chars().count();
        if length > MAX_LENGTH {
            let message = format!("expected at most {MAX_LENGTH} characters, found {length}: move words into a set");
            return Err(RuleError { at: MAX_LENGTH, message });
        }
        Ok(Self { signs: signs(text)?, next: 0, length, sets })
    }

    fn peek(&self) -> Option<&Sign> {
        self.signs.get(self.next).map(|(_, sign)| sign)
    }

    fn take(&mut self, sign: &Sign) -> bool {
        let found = self.peek() == Some(sign);
        self.next += usize::from(found);
        found
    }

    fn at(&self) -> usize {
        self.signs.get(self.next).map_or(self.length, |(at, _)| *at)
    }

    fn expected<T>(&self, what: &str) -> Parsed<T> {
        let found = self.peek().map_or("the end".to_owned(), Sign::describe);
        Err(RuleError { at: self.at(), message: format!("expected {what}, found {found}") })
    }

    fn end(&self, what: &str) -> Parsed<()> {
        if self.peek().is_none() { Ok(()) } else { self.expected(what) }
    }

    fn leans(&mut self) -> Option<Leans> {
        self.next_label().and_then(leans_of).inspect(|_| self.next += 2)
    }

    /// A plain word before a colon.
    fn next_label(&self) -> Option<&str> {
        match (self.peek(), self.signs.get(self.next + 1)) {
            (Some(Sign::Word(words)), Some((_, Sign::Colon))) if words.len() == 1 => Some(&words[0].text),
            _ => None,
        }
    }

    fn language(&mut self) -> Parsed<Option<Language>> {
        let Some(label) = self.next_label().filter(|label| leans_of(label).is_none()) else { return Ok(None) };
        let language = Language::ALL.into_iter().find(|language| language.code() == label);
        if language.is_none() {
            return self.expected("a language (en, ru, uk, de, fr), `weak`, `carry` or `point` before the colon");
        }
        self.next += 2;
        Ok(language)
    }

    /// Everything up to a closing bracket, a clause or the end.
    fn find(&mut self, depth: usize) -> Parsed<Find> {
        if depth > MAX_DEPTH {
            return self.expected(&format!("at most {MAX_DEPTH} brackets in each other"));
        }
        let first = self.near(depth)?;
        let joint = match self.peek() {
            Some(Sign::And) => Sign::And,
            Some(Sign::Or) => Sign::Or,
            _ => return Ok(first),
        };
        let mut parts = vec![first];
        while self.take(&joint) {
            parts.push(self.near(depth)?);
        }
        match self.peek() {
            Some(Sign::And | Sign::Or) => self.expected("brackets, because `and` and `|` stand side by side"),
            _ if joint == Sign::And => Ok(Find::All(parts)),
            _ => Ok(Find::Any(parts)),
        }
    }

    fn near(&mut self, depth: usize) -> Parsed<Find> {
        let mut left = self.phrase(depth)?;
        while self.take(&Sign::Near) {
            let mut words = NEAR;
            if let Some(Sign::Number(number)) = self.peek() {
                let Ok(number) = number.parse() else { return self.expected("a number of words up to 255") };
                words = number;
                self.next += 1;
            }
            let right = self.phrase(depth)?;
            left = Find::Near(words, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn phrase(&mut self, depth: usize) -> Parsed<Find> {
        let mut parts = vec![(0, self.item(depth)?)];
        loop {
            let gap = match self.peek() {
                Some(&Sign::Gap(gap)) => {
                    self.next += 1;
                    gap
                }
                Some(Sign::Word(_) | Sign::Number(_) | Sign::Set(_) | Sign::Open) => 0,
                _ if parts.len() == 1 => return Ok(parts.remove(0).1),
                _ => return Ok(Find::Phrase(parts)),
            };
            parts.push((gap, self.item(depth)?));
        }
    }

    fn item(&mut self, depth: usize) -> Parsed<Find> {
        let unit = self.unit(depth)?;
        if !self.take(&Sign::Except) {
            return Ok(unit);
        }
        Ok(Find::Except(Box::new(unit), Box::new(self.unit(depth)?)))
    }

    fn unit(&mut self, depth: usize) -> Parsed<Find> {
        let Some(sign) = self.peek().cloned() else { return self.expected("a word") };
        let found = match sign {
            Sign::Word(words) => hyphenated(words),
            Sign::Number(text) => Find::Word(Word { text, form: Form::Exact }),
            Sign::Set(name) => match self.sets.get(&name) {
                Some(set) => Find::Set(name, set.clone()),
                None => return self.expected("the name of a word set under `sets`"),
            },
            Sign::Open => {
                self.next += 1;
                let inner = self.find(depth + 1)?;
                if self.peek() != Some(&Sign::Close) {
                    return self.expected("`)`");
                }
                inner
            }
            _ => return self.expected("a word"),
        };
        self.next += 1;
        Ok(found)
    }
}

fn leans_of(label: &str) -> Option<Leans> {
    match label {
        "weak" => Some(Leans::Weak),
        "carry" => Some(Leans::Carry),
        "point" => Some(Leans::Point),
        _ => None,
    }
}

/// `build-up` stands for "build-up", "build up" and "buildup".
fn hyphenated(mut words: Vec<Word>) -> Find {
    if words.len() == 1 {
        return Find::Word(words.remove(0));
    }
    let whole: String = words.iter().map(|word| word.text.as_str()).collect();
    let form = match (words[0].form, words[words.len() - 1].form) {
        (Form::Name, _) => Form::Name,
        (_, last) => last,
    };
    let apart = words.into_iter().map(|word| (0, Find::Word(word))).collect();
    Find::Any(vec![Find::Phrase(apart), Find::Word(Word { text: whole, form })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::Arc;

    fn parsed(text: &str) -> Find {
        rule(text, &WordSets::new()).expect("a sound rule").find
    }

    fn mistake(text: &str) -> (usize, String) {
        let RuleError { at, message } = rule(text, &WordSets::new()).expect_err("a mistake");
        (at, message)
    }

    fn one(text: &str, form: Form) -> Find {
        Find::Word(Word { text: text.to_owned(), form })
    }

    #[test]
    fn the_look_of_a_word_tells_its_form() {
        assert_eq!(parsed("sanction"), one("sanction", Form::Stem));
        assert_eq!(parsed("Vienna"), one("Vienna", Form::Name));
        assert_eq!(parsed("ransom*"), one("ransom", Form::Prefix));
        assert_eq!(parsed("=US"), one("US", Form::Exact));
        assert_eq!(parsed("=and"), one("and", Form::Exact));
    }

    #[test]
    fn a_hyphen_stands_for_three_spellings() {
        let apart = Find::Phrase(vec![(0, one("build", Form::Stem)), (0, one("up", Form::Stem))]);
        assert_eq!(parsed("build-up"), Find::Any(vec![apart, one("buildup", Form::Stem)]));
    }

    #[test]
    fn gaps_bind_closer_than_near_and_near_closer_than_and() {
        let word = |text| one(text, Form::Stem);
        let phrase = Find::Phrase(vec![(0, word("lift")), (3, word("limit"))]);
        let near = Find::Near(6, Box::new(phrase), Box::new(word("visa")));
        assert_eq!(parsed("lift ~3 limit near 6 visa and embassy"), Find::All(vec![near, word("embassy")]));
    }

    #[test]
    fn clauses_and_labels_are_read() {
        let rule = rule("weak: ru: это after Иран unless кино", &WordSets::new()).expect("a sound rule");
        assert!(rule.leans == Leans::Weak && rule.after.is_some() && rule.unless.is_some());
        assert_eq!(rule.language, Some(Language::Russian));
        assert_eq!(rule.text, "weak: ru: это after Иран unless кино");
        let leans = |text| super::rule(text, &WordSets::new()).map(|rule| (rule.leans, rule.amid.is_some()));
        assert_eq!(leans("en: point: this issue"), Ok((Leans::Point, false)));
        assert_eq!(leans("carry: amid talk unless thanks"), Ok((Leans::Carry, true)));
        assert_eq!(leans("weak: amid talk").map_err(|error| error.at), Err(6));
    }

    #[test]
    fn mistakes_are_told_with_their_character() {
        assert_eq!(mistake("(a | b"), (6, "expected `)`, found the end".to_owned()));
        assert_eq!(mistake("a | b and c").0, 6);
        assert!(mistake("a | b and c").1.contains("brackets"));
        assert_eq!(mistake("éa | | b"), (5, "expected a word, found `|`".to_owned()));
        assert_eq!(mistake("@nobody"), (0, "expected the name of a word set under `sets`, found `@nobody`".to_owned()));
        assert_eq!(mistake("xx: word").0, 0);
        assert_eq!(mistake("a ~ b").0, 2);
        assert_eq!(mistake("a near 900 b").0, 7);
        assert_eq!(mistake("a; b").0, 1);
        assert_eq!(mistake("").1, "expected a word, found the end");
        assert_eq!(mistake("a )").0, 2);
    }

    #[test]
    fn brackets_without_end_are_refused_not_followed() {
        assert!(mistake(&"(".repeat(3_000)).1.contains("brackets"));
        assert_eq!(mistake(&"a ".repeat(3_000)).0, MAX_LENGTH);
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "[a-cA-Я@=*~|()\\-' :0-9]{0,40}|(and|near|unless|after|except| |a|\\(|\\)|\\||~2|@x){0,20}") {
            let sets = WordSets::from([("x".to_owned(), Arc::new(one("x", Form::Stem)))]);
            if let Err(error) = rule(&text, &sets) {
                prop_assert!(error.at <= text.chars().count());
            }
            let _ = set_line(&text, &sets);
        }
    }
}
