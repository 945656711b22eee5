//! The bytes that go over the line.

use super::{mail, mailbox};
use crate::message::Message;
use crate::store::Leased;
use crate::{Attachment, Mail, Mailbox, Queued};
use language::{MailId, Moment};
use mail_parser::MessageParser;

/// The row that a mail becomes.
fn leased(mail: Mail) -> Leased {
    let queued = Queued {
        id: MailId(7_000_000_000_000_001),
        key: mail.key,
        kind: mail.kind.to_owned(),
        security: mail.security,
        recipient: mail.to.stored(),
        subject: mail.subject,
        attempts: 1,
        trouble: None,
        created_at: database::testing::BEGINNING.plus(12_345_678),
    };
    let file = mail.attachment.map(|file| (file.name, file.bytes));
    Leased { queued, text: mail.text, html: mail.html, file }
}

fn bytes(mail: Mail) -> Vec<u8> {
    let from = Mailbox::new("De Stad", "stad@stad.example").unwrap();
    Message::new(&from, &leased(mail)).unwrap().bytes
}

#[test]
fn a_mail_says_what_was_meant() {
    let raw = bytes(mail("week:41", false));
    let parsed = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(parsed.subject(), Some("Over week:41"));
    let to = parsed.to().unwrap().first().unwrap();
    assert_eq!(to.name(), Some("Anna de Vries"));
    assert_eq!(to.address(), Some("anna@stad.example"));
    let from = parsed.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("De Stad"), Some("stad@stad.example")));
    assert_eq!(parsed.message_id(), Some("7000000000000001.noaber@stad.example"));
    let date = parsed.date().unwrap().to_timestamp();
    assert_eq!(date, database::testing::BEGINNING.0 / Moment::SECOND + 12);
    let text = parsed.body_text(0).unwrap().replace("\r\n", "\n");
    assert_eq!(text, mail("week:41", false).text);
    assert_eq!(parsed.body_html(0).unwrap(), mail("week:41", false).html);
    let header = |name: &str| parsed.header_raw(name).map(|v| v.trim().to_owned());
    assert_eq!(header("Auto-Submitted").as_deref(), Some("auto-generated"));
    assert_eq!(header("MIME-Version").as_deref(), Some("1.0"));
}

#[test]
fn the_same_mail_is_the_same_bytes() {
    assert_eq!(bytes(mail("a", true)), bytes(mail("a", true)));
}

#[test]
fn a_mail_without_html_has_one_part() {
    let raw = bytes(Mail { html: String::new(), ..mail("a", true) });
    let parsed = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(parsed.parts.len(), 1);
    assert!(parsed.body_text(0).unwrap().contains("accenten: ë, ï, €"));
}

#[test]
fn lines_are_ascii_and_short_enough_for_every_server() {
    let long = Mail {
        subject: "Überraschung für alle: ".repeat(12),
        text: "é".repeat(5_000) + &"x".repeat(5_000) + "\n.\n.punt\nFrom hier\n",
        html: "<p>".to_owned() + &"ü".repeat(5_000),
        to: Mailbox::new("Zoë Ünal-van der Čapek de Derde", "zoe@stad.example").unwrap(),
        ..mail("a", false)
    };
    let raw = bytes(long.clone());
    assert!(raw.is_ascii());
    let text = String::from_utf8(raw.clone()).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    // RFC 5322 §2.1.1 wants 78 and demands 998; no bare CR or LF either.
    for (part, most) in [(head, 120), (body, 78)] {
        for line in part.split("\r\n") {
            assert!(line.len() <= most, "{}: {line}", line.len());
            assert!(!line.contains(['\r', '\n']));
        }
    }
    let parsed = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(parsed.subject(), Some(long.subject.trim_end()));
    assert_eq!(parsed.body_text(0).unwrap().replace("\r\n", "\n"), long.text);
    assert_eq!(parsed.to().unwrap().first().unwrap().name(), Some(long.to.name()));
}

/// Whatever people write, the headers are ours and there are two parts.
#[test]
fn nothing_that_is_written_becomes_a_header_a_recipient_or_a_part() {
    let evil = "\r\nBcc: kwaad@elders.example\r\n\r\n--=_noaber_7000000000000001--\r\n\
                --=_noaber_7000000000000001\r\nContent-Type: text/html\r\n\r\nkwaad";
    let raw = bytes(Mail {
        // The outbox makes it one line; the message must not depend on that alone.
        subject: evil.to_owned(),
        text: evil.to_owned(),
        html: evil.to_owned(),
        to: Mailbox::new(evil, "anna@stad.example").unwrap(),
        ..mail("a", false)
    });
    let text = String::from_utf8(raw.clone()).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap();
    let mut names: Vec<&str> = head
        .split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .filter_map(|line| line.split(':').next())
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "Auto-Submitted",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To"
        ]
    );
    let parsed = MessageParser::default().parse(&raw).unwrap();
    assert!(parsed.bcc().is_none());
    assert_eq!(parsed.to().unwrap().iter().count(), 1);
    // The whole and its two parts.
    assert_eq!(parsed.parts.len(), 3);
}

#[test]
fn a_row_without_a_recipient_is_no_mail() {
    let from = mailbox("stad@stad.example");
    let mut row = leased(mail("a", false));
    row.queued.recipient = String::new();
    assert!(Message::new(&from, &row).is_err());
}

#[test]
fn a_file_goes_along_whole() {
    let file = Attachment {
        name: "rapport-2026-10.pdf".to_owned(),
        media_type: "application/pdf",
        bytes: (0..=255).cycle().take(5_000).collect(),
    };
    let raw = bytes(Mail { attachment: Some(file.clone()), ..mail("a", false) });
    let message = MessageParser::default().parse(&raw).unwrap();
    let part = message.attachment(0).unwrap();
    assert_eq!(part.contents(), file.bytes);
    assert_eq!(mail_parser::MimeHeaders::attachment_name(part), Some(file.name.as_str()));
}
