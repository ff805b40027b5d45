//! What goes through the pipes: a request (path and bytes of a file) and a reply (an article or the reason).
//!
//! Every part has its length before it. A length is only believed as far as bytes follow.

use super::super::packed::{pack_article, unpack_article};
use crate::model::Article;
use std::io::{self, ErrorKind, Read, Write};

/// A file to read.
#[derive(Debug, PartialEq)]
pub(super) struct Request {
    pub path: String,
    pub bytes: Vec<u8>,
}

pub(super) fn write_request(to: &mut dyn Write, path: &str, bytes: &[u8]) -> io::Result<()> {
    write_part(to, path.as_bytes())?;
    write_part(to, bytes)?;
    to.flush()
}

pub(super) fn read_request(from: &mut dyn Read, limit: u64) -> io::Result<Request> {
    let path = read_text(from, limit)?;
    Ok(Request { path, bytes: read_part(from, limit)? })
}

pub(super) fn write_reply(to: &mut dyn Write, reply: &Result<Article, String>) -> io::Result<()> {
    to.write_all(&[u8::from(reply.is_ok())])?;
    match reply {
        Ok(article) => {
            let mut packed = Vec::new();
            pack_article(article, &mut packed);
            write_part(to, &packed)?;
        }
        Err(reason) => write_part(to, reason.as_bytes())?,
    }
    to.flush()
}

/// An error of the outer kind is a child that says what no child says.
pub(super) fn read_reply(from: &mut dyn Read, limit: u64) -> io::Result<Result<Article, String>> {
    let mut kind = [0];
    from.read_exact(&mut kind)?;
    match kind {
        [0] => Ok(Err(read_text(from, limit)?)),
        [1] => unpack_article(&read_part(from, limit)?).map(Ok).ok_or_else(|| ErrorKind::InvalidData.into()),
        _ => Err(ErrorKind::InvalidData.into()),
    }
}

fn write_part(to: &mut dyn Write, part: &[u8]) -> io::Result<()> {
    to.write_all(&(part.len() as u64).to_le_bytes())?;
    to.write_all(part)
}

fn read_part(from: &mut dyn Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > limit {
        return Err(ErrorKind::InvalidData.into());
    }
    let mut part = Vec::new();
    from.take(length).read_to_end(&mut part)?;
    if part.len() as u64 == length { Ok(part) } else { Err(ErrorKind::UnexpectedEof.into()) }
}

fn read_text(from: &mut dyn Read, limit: u64) -> io::Result<String> {
    String::from_utf8(read_part(from, limit)?).map_err(|_| ErrorKind::InvalidData.into())
}
