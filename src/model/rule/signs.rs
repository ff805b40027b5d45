//! A rule cut into its signs: words, brackets, key words. What they mean together is for [`super::parse`].

use super::{Form, RuleError, Word};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sign {
    Word(Vec<Word>),
    Number(String),
    Set(String),
    Gap(u8),
    Open,
    Close,
    Or,
    Colon,
    And,
    Near,
    Except,
    After,
    Amid,
    Unless,
}

/// Cuts a rule into its signs, each with its first character.
pub(super) fn signs(text: &str) -> Result<Vec<(usize, Sign)>, RuleError> {
    let letters: Vec<char> = text.chars().collect();
    let mut signs = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let start = at;
        at += 1;
        let sign = match letters[start] {
            letter if letter.is_whitespace() => continue,
            '(' => Sign::Open,
            ')' => Sign::Close,
            '|' => Sign::Or,
            ':' => Sign::Colon,
            '~' => {
                let number = run(&letters, &mut at, |letter| letter.is_ascii_digit());
                Sign::Gap(number.parse().map_err(|_| wrong(start, "a number of words after `~`, such as ~2"))?)
            }
            '@' => {
                let name = run(&letters, &mut at, |letter| letter.is_alphanumeric() || letter == '-' || letter == '_');
                if name.is_empty() { Err(wrong(at, "the name of a word set after `@`"))? } else { Sign::Set(name) }
            }
            '=' => word(&letters, &mut at, true)?,
            letter if letter.is_alphanumeric() => {
                at = start;
                word(&letters, &mut at, false)?
            }
            letter => return Err(wrong(start, &format!("a word, a bracket or `|`, found `{letter}`"))),
        };
        signs.push((start, sign));
    }
    Ok(signs)
}

fn wrong(at: usize, expected: &str) -> RuleError {
    RuleError { at, message: format!("expected {expected}") }
}

fn run(letters: &[char], at: &mut usize, belongs: impl Fn(char) -> bool) -> String {
    let start = *at;
    while *at < letters.len() && belongs(letters[*at]) {
        *at += 1;
    }
    letters[start..*at].iter().collect()
}

fn word(letters: &[char], at: &mut usize, exact: bool) -> Result<Sign, RuleError> {
    let start = *at;
    let text = run(letters, at, |letter| letter.is_alphanumeric() || "-'’".contains(letter));
    let prefix = letters.get(*at) == Some(&'*');
    *at += usize::from(prefix);
    let pieces: Vec<&str> = text.split('-').filter(|piece| !piece.is_empty()).collect();
    let Some(last) = pieces.len().checked_sub(1) else { return Err(wrong(start, "a word")) };
    if !exact && !prefix {
        let keyword = match text.as_str() {
            "and" => Some(Sign::And),
            "near" => Some(Sign::Near),
            "except" => Some(Sign::Except),
            "after" => Some(Sign::After),
            "amid" => Some(Sign::Amid),
            "unless" => Some(Sign::Unless),
            number if number.bytes().all(|byte| byte.is_ascii_digit()) => Some(Sign::Number(text.clone())),
            _ => None,
        };
        if let Some(keyword) = keyword {
            return Ok(keyword);
        }
    }
    let form = |index: usize, piece: &str| match piece.chars().next() {
        _ if exact => Form::Exact,
        _ if prefix && index == last => Form::Prefix,
        Some(first) if first.is_uppercase() => Form::Name,
        _ => Form::Stem,
    };
    let words = pieces.iter().enumerate();
    Ok(Sign::Word(words.map(|(index, piece)| Word { text: (*piece).to_owned(), form: form(index, piece) }).collect()))
}

impl Sign {
    /// As a message quotes it.
    pub fn describe(&self) -> String {
        let fixed = match self {
            Self::Word(words) => {
                let pieces: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
                return format!("`{}`", pieces.join("-"));
            }
            Self::Number(number) => return format!("`{number}`"),
            Self::Set(name) => return format!("`@{name}`"),
            Self::Gap(words) => return format!("`~{words}`"),
            Self::Open => "`(`",
            Self::Close => "`)`",
            Self::Or => "`|`",
            Self::Colon => "`:`",
            Self::And => "`and`",
            Self::Near => "`near`",
            Self::Except => "`except`",
            Self::After => "`after`",
            Self::Amid => "`amid`",
            Self::Unless => "`unless`",
        };
        fixed.to_owned()
    }
}
