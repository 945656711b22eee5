//! The mails of this slice: plain text and the same as HTML.
//!
//! The HTML is a table of at most 600 pixels with its styles inside: mail programs
//! know little else. It fetches nothing, so that nobody learns from a mail that it
//! was opened, and has one button.

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
    /// The community's name as it may stand in a mail.
    pub(crate) community: &'a str,
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
        text.push_str(&format!("\n\n{}\n\n-- \n{}\n", self.foot, self.community));
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
            attachment: None,
        };
        delivery::enqueue(tx, mail)
    }
}

/// The language to write to somebody in: theirs, else the community's.
pub(crate) fn language_of(chosen: Option<&str>, community: Lang) -> Lang {
    chosen.and_then(Lang::from_code).unwrap_or(community)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(button: bool) -> Letter<'static> {
        let link = "https://plein.example/invitation/x?a=1&b=2".to_owned();
        Letter {
            key: "a".to_owned(),
            kind: "invitation",
            name: "Anna",
            address: "anna@plein.example",
            lang: Lang::En,
            community: "Het <b>Plein",
            subject: "Kom erbij".to_owned(),
            paragraphs: vec!["Hoi Anna,".to_owned(), "Doe je <mee>?".to_owned()],
            button: button.then_some(("Join", link)),
            foot: "Nothing to do.".to_owned(),
        }
    }

    #[test]
    fn the_text_reads_by_itself() {
        assert_eq!(
            letter(true).text(),
            "Hoi Anna,\n\nDoe je <mee>?\n\nJoin:\nhttps://plein.example/invitation/x?a=1&b=2\n\n\
             Nothing to do.\n\n-- \nHet <b>Plein\n"
        );
    }

    #[test]
    fn the_html_fetches_nothing_and_has_one_button() {
        let html = letter(true).render().unwrap();
        assert_eq!(html.matches("class=\"button\"").count(), 1);
        // The button, and the same link to copy.
        assert_eq!(html.matches("href=\"https://plein.example/invitation/x?a=1").count(), 2);
        assert_eq!(html.matches("href=").count(), 2);
        for fetches in ["src=", "url(", "@import", "<link", "<img", "<script"] {
            assert!(!html.contains(fetches), "{fetches}");
        }
        assert!(!html.contains("<b>") && !html.contains("<mee>"), "names are no markup");
        assert!(!letter(false).render().unwrap().contains("href="));
    }
}
