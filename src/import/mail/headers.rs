//! What the headers of a mail say: headline, author or outlet, day and time.
//!
//! They stand above its text as a reader of mail sees them.

use super::super::draft::{Block, Draft, Facts};
use super::super::lines;
use super::super::metadata::author;
use crate::model::{ClockTime, Date, ParagraphKind};
use mail_parser::Message;

/// Servers that carry everybody's mail, in small letters, with bars between: their
/// names are no outlet's.
const MAIL_HOSTS: &str = "aol.com|bk.ru|gmail.com|gmx.de|gmx.net|googlemail.com|hotmail.com|i.ua|icloud.com|inbox.ru|laposte.net|list.ru|\
     live.com|mail.ru|mail.com|me.com|meta.ua|msn.com|orange.fr|outlook.com|proton.me|protonmail.com|rambler.ru|\
     t-online.de|ukr.net|web.de|yahoo.com|yandex.com|yandex.ru|ya.ru";

/// Words in the names of mailboxes that are no person's, in small letters, with bars between.
const DESKS: &str = "admin|alert|alerts|contact|desk|digest|editor|editors|hello|info|list|mail|mailer|media|news|newsletter|\
     newsletters|newsroom|noreply|office|post|presse|press|redaktion|redaction|reply|service|subscriptions|support|\
     team|update|updates";

/// Subject, sender and date, as a reader of mail sees them.
pub(super) fn read(message: &Message<'_>) -> Draft {
    let sender = message.from().and_then(|from| from.first());
    let name = sender.and_then(|sender| line(sender.name()));
    let address = sender.and_then(|sender| line(sender.address()));
    let subject = line(message.subject());
    let from = match (&name, &address) {
        (Some(name), Some(address)) => Some(format!("From: {name} <{address}>")),
        (name, address) => name.as_ref().or(address.as_ref()).map(|sender| format!("From: {sender}")),
    };
    let date = line(message.header_raw("Date")).map(|date| format!("Date: {date}"));
    let mut draft = Draft::default();
    let shown = [(ParagraphKind::Headline, subject.clone()), (ParagraphKind::Meta, from), (ParagraphKind::Meta, date)];
    for (kind, text) in shown {
        let text = text.unwrap_or_default();
        let blocks = vec![Block { range: 0..text.len(), kind }];
        if !text.is_empty() {
            draft.append(Draft { text, blocks, ..Draft::default() });
        }
    }
    let desk = address.as_deref().is_some_and(is_desk);
    let (outlet, author) = match name {
        // A person writes for somebody; all others are who they write for.
        Some(name) if !desk && author::person(&name).is_some() => (None, Some(name)),
        name => (name, None),
    };
    let host = address.and_then(|address| Some(address.rsplit_once('@')?.1.to_lowercase()));
    let host = host.filter(|host| !MAIL_HOSTS.split('|').any(|known| known == host));
    let (date, time) = (day(message), time(message));
    draft.facts = Facts { headline: subject, outlet, author, date, time, host, ..Facts::default() };
    draft
}

/// What a header says, on one line; `None` if that is nothing. No control codes: headers go unchecked by the decoder.
fn line(header: Option<&str>) -> Option<String> {
    let line = lines::joined(&header?.replace(|letter: char| letter.is_control(), " "));
    Some(line).filter(|line| !line.is_empty())
}

/// Whether a mailbox is an office's, whatever name stands beside it.
fn is_desk(address: &str) -> bool {
    let mailbox = address.split('@').next().unwrap_or_default().to_lowercase();
    mailbox.split(|letter: char| !letter.is_alphanumeric()).any(|word| DESKS.split('|').any(|desk| desk == word))
}

/// The day in the sender's own time zone.
pub(super) fn day(message: &Message<'_>) -> Option<Date> {
    let date = message.date()?;
    Date::new(i16::try_from(date.year).ok()?, date.month, date.day)
}

/// The time in the sender's own time zone.
fn time(message: &Message<'_>) -> Option<ClockTime> {
    let date = message.date()?;
    let offset = i16::from(date.tz_hour) * 60 + i16::from(date.tz_minute);
    let offset = if date.tz_before_gmt { -offset } else { offset };
    ClockTime::new(date.hour.into(), date.minute.into(), Some(offset))
}

#[cfg(test)]
mod tests {
    use super::super::super::{article, check};

    #[test]
    fn a_person_who_writes_is_the_author_and_his_server_the_outlet() {
        let body = "Putin told Biden that the talks, which took two hours, had been frank and businesslike.";
        let sent = |from: &str| {
            let source = format!("From: {from}\nSubject: Talks\nDate: Wed, 8 Dec 2021 01:30:00 -0500\n\n{body}\n");
            article("a.eml", source.as_bytes()).unwrap()
        };
        let article = sent("\"Jane Doe\" <jane@ledger.example>");
        assert_eq!((article.author.as_deref(), article.outlet.as_deref()), (Some("Jane Doe"), Some("ledger.example")));
        assert_eq!(article.time.unwrap().to_string(), "01:30-05:00");
        assert_eq!(sent("Jane Doe <jane.doe@gmail.com>").outlet, None);
        assert_eq!(sent("jane@ledger.example").author, None);
    }

    #[test]
    fn control_codes_in_headers_are_spaces_and_empty_headers_are_not_shown() {
        let source = b"From: De\0sk <desk@quay\x01.example>\nSubject: Talks\0\0end\nDate: \n\nThey talked.\n";
        let article = article("a.eml", source).unwrap();
        check(&article);
        assert_eq!(article.text, "Talks end\n\nFrom: De sk <desk@quay .example>\n\nThey talked.");
    }
}
