//! Saved mail (.eml) and saved web pages (.mhtml, .mht): a text in a message.
//!
//! Of a mail, the headers that a reader sees stand above its text; quoted lines and the signature are clutter. Of
//! a web archive, the page. Left out: attachments, pictures, encrypted and signed-only parts.

mod headers;

use super::draft::Draft;
use super::metadata::address;
use super::{ImportError, encoding, html, txt};
use crate::model::ParagraphKind;
use encoding_rs::Encoding;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// The line above a signature.
const SIGNATURE: &str = "-- ";

/// A message's text with what was wrong with it.
struct Part {
    text: String,
    warning: Option<String>,
    /// Lines that end in a space go on in the next one (RFC 3676).
    flowed: bool,
}

/// A saved mail.
pub(super) fn eml(bytes: &[u8]) -> Result<Draft, ImportError> {
    let message = parsed(bytes, "mail")?;
    let text = part(&message, false)?.filter(|part| !part.text.trim().is_empty());
    let (mut body, warning) = match text {
        Some(part) => (plain(&part), part.warning),
        None => match part(&message, true)? {
            Some(page) => (html::draft(page.text), page.warning),
            None => return Err(nothing(&message)),
        },
    };
    for block in body.blocks.iter_mut().filter(|block| block.kind == ParagraphKind::Headline) {
        block.kind = ParagraphKind::Heading;
    }
    if body.blocks.is_empty() {
        return Err(ImportError::NothingReadable);
    }
    let mut draft = headers::read(&message);
    draft.append(body);
    draft.warnings.extend(warning);
    Ok(draft)
}

/// A saved web page.
pub(super) fn mhtml(bytes: &[u8]) -> Result<Draft, ImportError> {
    let message = parsed(bytes, "web archive")?;
    let Some(page) = part(&message, true)? else { return Err(nothing(&message)) };
    let mut draft = html::draft(page.text);
    draft.warnings.extend(page.warning);
    draft.facts.created = headers::day(&message);
    let noted = ["Snapshot-Content-Location", "Content-Location"].map(|name| message.header_raw(name));
    let noted = noted.into_iter().flatten().find_map(address::sound);
    draft.facts.host = draft.facts.host.or_else(|| super::draft::host_of(noted.as_deref()?));
    draft.facts.address = address::best(draft.facts.address.into_iter().chain(noted));
    Ok(draft)
}

fn parsed<'a>(bytes: &'a [u8], kind: &'static str) -> Result<Message<'a>, ImportError> {
    let wrong = || ImportError::Wrong { kind, why: "it has no headers".into() };
    MessageParser::default().parse(bytes).filter(|message| !message.headers().is_empty()).ok_or_else(wrong)
}

fn nothing(message: &Message<'_>) -> ImportError {
    let encrypted = |part: &MessagePart<'_>| {
        let kind = part.content_type().map(|kind| kind.subtype().unwrap_or_default().to_ascii_lowercase());
        kind.is_some_and(|kind| ["encrypted", "pkcs7-mime", "x-pkcs7-mime"].contains(&kind.as_str()))
    };
    if message.parts.iter().any(encrypted) { ImportError::Encrypted } else { ImportError::NothingReadable }
}

/// The first part that is plain text or a page, decoded anew: only here are pages asked for their encoding.
fn part(message: &Message<'_>, page: bool) -> Result<Option<Part>, ImportError> {
    let wanted = |part: &&MessagePart<'_>| {
        let attached = part.content_disposition().is_some_and(|disposition| disposition.is_attachment());
        !attached && if page { matches!(part.body, PartType::Html(_)) } else { is_plain(part) }
    };
    let Some(part) = message.parts.iter().find(wanted) else { return Ok(None) };
    let raw = message.raw_message.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default();
    let bytes = match part.encoding {
        mail_parser::Encoding::None => None,
        mail_parser::Encoding::QuotedPrintable => quoted_printable_decode(raw),
        mail_parser::Encoding::Base64 => base64_decode(raw),
    };
    let bytes = bytes.as_deref().unwrap_or(raw);
    let attribute = |name: &str| part.content_type().and_then(|kind| kind.attribute(name));
    let flowed = attribute("format").is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
    // ASCII is what writers say when they do not know.
    let label = attribute("charset").filter(|label| !label.eq_ignore_ascii_case("us-ascii"));
    if let Some(encoding) = label.and_then(|label| Encoding::for_label(label.as_bytes())) {
        let text = encoding.decode(bytes).0;
        return Ok(Some(Part { text: text.replace('\0', ""), warning: None, flowed }));
    }
    let decoded = encoding::decode(bytes, page)?;
    Ok(Some(Part { text: decoded.text, warning: decoded.warning, flowed }))
}

fn is_plain(part: &MessagePart<'_>) -> bool {
    let plain =
        |kind: &mail_parser::ContentType<'_>| kind.subtype().is_none_or(|kind| kind.eq_ignore_ascii_case("plain"));
    matches!(part.body, PartType::Text(_)) && part.content_type().is_none_or(plain)
}

/// The lines of a mail: what its writer wrote, what he quoted, his signature.
fn plain(part: &Part) -> Draft {
    let text = txt::with_plain_line_ends(part.text.replace('\u{c}', "\n"));
    let text = if part.flowed { unflowed(&text) } else { text };
    let (text, signature) = match text.rfind(&format!("\n{SIGNATURE}\n")) {
        Some(at) => text.split_at(at),
        None => (text.as_str(), ""),
    };
    let mut draft = Draft::default();
    let mut run = String::new();
    let mut quoted = false;
    for line in text.split_inclusive('\n') {
        let quotes = line.starts_with('>');
        if quotes != quoted && !line.trim().is_empty() {
            add(&mut draft, std::mem::take(&mut run), quoted);
            quoted = quotes;
        }
        run.push_str(line);
    }
    add(&mut draft, run, quoted);
    if draft.blocks.iter().all(|block| block.kind == ParagraphKind::Clutter) {
        // Nothing but a quotation: then that is what was sent.
        draft.blocks.iter_mut().for_each(|block| block.kind = ParagraphKind::Quote);
    }
    add(&mut draft, signature.to_owned(), true);
    draft
}

/// Adds a run of lines. Above a quoted one, "On Tuesday, A. Writer wrote:" goes with it.
fn add(draft: &mut Draft, run: String, clutter: bool) {
    let mut part = txt::draft(run.trim_matches('\n').to_owned());
    if clutter && !part.blocks.is_empty() {
        part.blocks.iter_mut().for_each(|block| block.kind = ParagraphKind::Clutter);
        let introduces =
            |text: &str| text.ends_with(':') && text.contains(|letter: char| letter == '@' || letter.is_ascii_digit());
        let last = draft.blocks.len().checked_sub(1).filter(|last| introduces(draft.block_text(*last)));
        if let Some(last) = last {
            draft.blocks[last].kind = ParagraphKind::Clutter;
        }
    }
    draft.append(part);
}

/// Joins lines that were broken only to be sent.
fn unflowed(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(bare) if bare.ends_with(' ') && bare != SIGNATURE && !bare.starts_with('>') => joined.push_str(bare),
            _ => joined.push_str(line),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::super::{article, check, shown};
    use crate::model::Article;
    use crate::model::ParagraphKind::{Body, Clutter, Headline, Meta, Quote};

    const BODY: &str =
        "Putin told Biden that the talks, which took two hours, had been frank and businesslike, the Kremlin said.";

    fn read(path: &str, source: &str) -> Article {
        let article = article(path, source.replace('\n', "\r\n").as_bytes()).unwrap();
        check(&article);
        article
    }

    #[test]
    fn headers_stand_above_the_text_and_quotations_are_clutter() {
        let source = format!(
            "From: =?utf-8?q?Harbour_W=C3=AFre?= <desk@harbour.example>\nSubject: =?windows-1251?B?yPLu4+g=?= of the\n talks\n\
             Date: Wed, 8 Dec 2021 01:30:00 +0300\nContent-Type: text/plain; charset=utf-8\n\n{BODY}\n\n\
             On 7 Dec 2021, A. Writer wrote:\n> When will\n> it come?\n\nSoon, I hope, and whole.\n\n-- \nThe desk\n"
        );
        let article = read("a.eml", &source);
        let expected = [
            (Headline, "Итоги of the talks"),
            (Meta, "From: Harbour Wïre <desk@harbour.example>"),
            (Meta, "Date: Wed, 8 Dec 2021 01:30:00 +0300"),
            (Body, BODY),
            (Clutter, "On 7 Dec 2021, A. Writer wrote:"),
            (Clutter, "> When will"),
            (Clutter, "> it come?"),
            (Body, "Soon, I hope, and whole."),
            (Clutter, "--"),
            (Clutter, "The desk"),
        ];
        assert_eq!(shown(&article), expected);
        assert_eq!(article.outlet.as_deref(), Some("Harbour Wïre"));
        assert_eq!(article.date.unwrap().to_string(), "2021-12-08");
        assert_eq!(article.time.unwrap().to_string(), "01:30+03:00");
        assert_eq!(article.author, None);
    }

    #[test]
    fn plain_text_is_preferred_unless_it_is_empty() {
        let mail = |plain: &str| {
            format!(
                "Subject: Talks\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{plain}\n\
                 --b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>{BODY} It w=\nas =E2=80=9Clong=E2=80=9D.</p>\n--b--\n"
            )
        };
        assert_eq!(read("a.eml", &mail(BODY)).text, format!("Talks\n\n{BODY}"));
        assert_eq!(read("a.eml", &mail(" ")).text, format!("Talks\n\n{BODY} It was “long”."));
    }

    #[test]
    fn flowed_lines_are_joined_and_a_mere_quotation_is_the_text() {
        let flowed = "Subject: A\nContent-Type: text/plain; format=flowed\n\nThe talks \nwent on.\n-- \nX\n";
        assert_eq!(read("a.eml", flowed).text, "A\n\nThe talks went on.\n\n-- \nX");
        let quotation = read("a.eml", "Subject: A\n\n> The talks went on.\n");
        assert_eq!(shown(&quotation), [(Headline, "A"), (Quote, "> The talks went on.")]);
    }

    #[test]
    fn a_web_archive_is_its_page_in_its_encoding() {
        let body =
            "Президенты провели переговоры по видеосвязи, и беседа продолжалась чуть более двух часов, сообщил Ушаков.";
        let page = format!("<html><head><title>Итоги</title></head><body><h1>Итоги</h1><p>{body}</p></body></html>");
        let head = "From: <Saved>\r\nSnapshot-Content-Location: https://www.wire.example/a\r\nDate: Wed, 8 Dec 2021 01:30:00 +0000\r\n\
                    MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html";
        for named in ["; charset=windows-1251", ""] {
            let bytes = encoding_rs::WINDOWS_1251.encode(&page).0.into_owned();
            let start = format!("{head}{named}\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            let article = article("a.mht", &[start.as_bytes(), &bytes, b"\r\n--b--\r\n"].concat()).unwrap();
            assert_eq!(shown(&article), [(Headline, "Итоги"), (Body, body)], "{named}");
            assert_eq!(article.outlet.as_deref(), Some("wire.example"));
            assert_eq!(article.address.as_deref(), Some("https://www.wire.example/a"));
            assert_eq!(article.time, None, "when a page was saved is not when it was published");
            assert_eq!(article.date.unwrap().to_string(), "2021-12-08");
        }
    }

    #[test]
    fn mail_without_readable_text_is_refused_with_a_reason() {
        let error = |source: &str| article("a.eml", source.as_bytes()).unwrap_err().to_string();
        let locked = "Subject: A\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nMIAG\n";
        assert_eq!(error(locked), "is encrypted");
        assert_eq!(error("Subject: A\n\n"), "holds no readable text");
    }
}
