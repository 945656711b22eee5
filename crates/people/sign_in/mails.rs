//! The mails of this slice: plain text and the same as simple HTML.

use askama::Template;
use database::Tx;
use delivery::{Mail, Mailbox};
use language::{Failure, Result};
use words::Lang;

/// A letter to one person.
#[derive(Debug, Template)]
#[template(path = "templates/letter.html")]
pub(crate) struct Letter<'a> {
    pub(crate) key: String,
    pub(crate) kind: &'static str,
    pub(crate) name: &'a str,
    pub(crate) address: &'a str,
    pub(crate) lang: Lang,
    pub(crate) subject: String,
    pub(crate) paragraphs: Vec<String>,
    /// What the one button says and where it leads.
    pub(crate) button: Option<(&'static str, String)>,
    /// Why this mail came, and what to do when it was not expected.
    pub(crate) foot: String,
}

impl Letter<'_> {
    fn text(&self) -> String {
        let mut text = self.paragraphs.join("\n\n");
        if let Some((label, link)) = &self.button {
            text.push_str(&format!("\n\n{label}:\n{link}"));
        }
        text.push_str(&format!("\n\n-- \n{}\n", self.foot));
        text
    }

    /// Puts it in the outbox. All mails of this slice are needed to get in.
    pub(crate) fn enqueue(self, tx: &mut Tx<'_>) -> Result<bool> {
        let to = Mailbox::new(self.name, self.address)
            .map_err(|e| Failure::fault("address a mail", e))?;
        let html = self.render().map_err(|e| Failure::fault("write a mail", e))?;
        let text = self.text();
        let mail = Mail {
            key: self.key,
            kind: self.kind,
            security: true,
            to,
            subject: self.subject,
            text,
            html,
        };
        delivery::enqueue(tx, mail)
    }
}

/// The language to write to somebody in: theirs, else the community's.
pub(crate) fn language_of(chosen: Option<&str>, community: Lang) -> Lang {
    chosen.and_then(Lang::from_code).unwrap_or(community)
}
