use crate::Mailbox;
use crate::store::Leased;
use language::{Failure, Moment, Result};
use lettre::message::header::{
    ContentTransferEncoding, ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0,
};
use lettre::message::{
    Attachment, Mailbox as LettreMailbox, Message as LettreMessage, MultiPart, SinglePart,
};
use lettre::{Address, message::MultiPartKind};
use std::time::{Duration, SystemTime};

/// A mail as it goes over the line: the same bytes each time it is made.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) id: i64,
    pub(crate) created_at: Moment,
    pub(crate) from: Address,
    pub(crate) to: Address,
    pub(crate) bytes: Vec<u8>,
}

impl Message {
    /// Writes a leased mail as from `from`.
    ///
    /// Date and Message-ID come from the row, so that a mail which is sent twice
    /// in doubt is one mail for most programs.
    ///
    /// # Errors
    /// A fault when the row holds no mailbox.
    pub(crate) fn new(from: &Mailbox, mail: &Leased) -> Result<Self> {
        let queued = &mail.queued;
        let id = queued.id.0;
        let wrong =
            |e: &dyn std::fmt::Display| Failure::fault(format!("write mail {id}"), e.to_string());
        let to = Mailbox::from_stored(&queued.recipient).map_err(|e| wrong(&e))?;
        let (from_box, to_box) = (lettre_mailbox(from)?, lettre_mailbox(&to)?);
        let (from_address, to_address) = (from_box.email.clone(), to_box.email.clone());
        let builder = LettreMessage::builder()
            .from(from_box)
            .to(to_box)
            .subject(&queued.subject)
            .date(system_time(queued.created_at))
            .message_id(Some(format!("<{id}.noaber@{}>", from.domain())))
            // RFC 3834: nobody's holiday notice answers it.
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        let text = part(ContentType::TEXT_PLAIN, &mail.text);
        let message = if let Some((name, bytes)) = &mail.file {
            // Its kind by its name: what goes along is made by us.
            let kind =
                if name.ends_with(".pdf") { "application/pdf" } else { "application/octet-stream" };
            let kind = ContentType::parse(kind).map_err(|e| wrong(&e))?;
            let file = Attachment::new(name.clone()).body(bytes.clone(), kind);
            let mixed =
                MultiPart::builder().kind(MultiPartKind::Mixed).boundary(format!("=_noaber_{id}"));
            builder.multipart(mixed.singlepart(text).singlepart(file))
        } else if mail.html.is_empty() {
            builder.header(MIME_VERSION_1_0).singlepart(text)
        } else {
            // `=_` cannot stand in quoted-printable text, so nothing written by a
            // person ends a part.
            let parts = MultiPart::builder()
                .kind(MultiPartKind::Alternative)
                .boundary(format!("=_noaber_{id}"))
                .singlepart(text)
                .singlepart(part(ContentType::TEXT_HTML, &mail.html));
            builder.multipart(parts)
        };
        Ok(Self {
            id,
            created_at: queued.created_at,
            from: from_address,
            to: to_address,
            bytes: message.map_err(|e| wrong(&e))?.formatted(),
        })
    }
}

fn part(kind: ContentType, text: &str) -> SinglePart {
    SinglePart::builder()
        .header(kind)
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(text.to_owned())
}

fn lettre_mailbox(mailbox: &Mailbox) -> Result<LettreMailbox> {
    let address: Address = mailbox
        .address()
        .parse()
        .map_err(|e| Failure::fault("read a mail address", format!("{e}")))?;
    let name = (!mailbox.name().is_empty()).then(|| mailbox.name().to_owned());
    Ok(LettreMailbox::new(name, address))
}

fn system_time(moment: Moment) -> SystemTime {
    let micros = u64::try_from(moment.0).unwrap_or(0);
    SystemTime::UNIX_EPOCH + Duration::from_micros(micros)
}
