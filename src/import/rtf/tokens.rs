//! Rich text cut into its tokens: braces, control words, bytes.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\par`, `\u-1234`
    Word(&'a str, Option<i32>),
    /// `\*`, `\~`
    Symbol(u8),
    /// A byte of text, written `\'e4` or as it is.
    Byte(u8),
}

pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let letters = self.rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters > 0 {
            return Some(self.word(letters));
        }
        let symbol = self.take(1).first()?;
        if *symbol != b'\'' {
            return Some(Token::Symbol(*symbol));
        }
        let digits = self.rest.iter().take(2).take_while(|byte| byte.is_ascii_hexdigit()).count();
        let digits = std::str::from_utf8(self.take(digits)).unwrap_or_default();
        Some(Token::Byte(u8::from_str_radix(digits, 16).unwrap_or(b'?')))
    }

    fn word(&mut self, letters: usize) -> Token<'a> {
        let name = std::str::from_utf8(self.take(letters)).unwrap_or_default();
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest[sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let value = match digits {
            0 => None,
            _ => std::str::from_utf8(self.take(sign + digits)).unwrap_or_default().parse().ok(),
        };
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if name == "bin" {
            // Raw bytes of a picture, which may look like anything.
            self.take(usize::try_from(value.unwrap_or(0)).unwrap_or(0));
        }
        Token::Word(name, value)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            match self.take(1).first()? {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return self.control(),
                b'\r' | b'\n' | b'\0' => {}
                byte => return Some(Token::Byte(*byte)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Token::{Byte, Close, Open, Symbol, Word};

    #[test]
    fn words_end_at_a_space_which_is_theirs() {
        let tokens: Vec<_> = Tokens::new(b"{\\b0 a\\u-10?\\'e4\\*\n\\par}").collect();
        let expected = [
            Open,
            Word("b", Some(0)),
            Byte(b'a'),
            Word("u", Some(-10)),
            Byte(b'?'),
            Byte(0xe4),
            Symbol(b'*'),
            Word("par", None),
        ];
        assert_eq!(tokens[..8], expected);
        assert_eq!(tokens[8..], [Close]);
    }

    #[test]
    fn raw_bytes_are_passed_over() {
        assert_eq!(Tokens::new(b"\\bin4 }}}}a").last(), Some(Byte(b'a')));
        assert_eq!(Tokens::new(b"\\bin99 }}}}a").last(), Some(Word("bin", Some(99))));
        assert_eq!(Tokens::new(b"\\bin-1 a").last(), Some(Byte(b'a')));
    }
}
