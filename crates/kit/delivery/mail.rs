use crate::mailbox::one_line;
use crate::{Mailbox, store};
use database::Tx;
use language::{Failure, Result};

/// The longest subject, in characters.
const LONGEST_SUBJECT: usize = 300;
/// The longest text and the longest HTML, in bytes.
const LONGEST_BODY: usize = 1_000_000;

/// The largest file that goes along, in bytes.
const LARGEST_FILE: usize = 10_000_000;
/// The longest name of a file, in characters.
const LONGEST_FILE_NAME: usize = 120;

/// A file that goes along with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name; it becomes letters, digits, dots and dashes.
    pub name: String,
    /// Its media type, chosen by us.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A mail before it is put in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// What this mail is, so that there is never a second one: recipient, kind,
    /// subject and period, such as `digest:417:2026-W41`. At most 200 characters.
    pub key: String,
    /// The kind, for the figures: `digest`, `reset`. At most 40 characters.
    pub kind: &'static str,
    /// Whether somebody cannot go on without it (a link to sign in). Such a mail
    /// is sent again when nobody knows whether it arrived; others are not.
    pub security: bool,
    /// To whom.
    pub to: Mailbox,
    /// The subject; it becomes one line of at most 300 characters.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as HTML, already safe; empty for a mail of text alone.
    pub html: String,
    /// A file that goes along.
    pub attachment: Option<Attachment>,
}

/// Puts a mail in the outbox, within the caller's transaction. Returns whether it
/// is new: a second one with the same key does nothing.
///
/// # Errors
/// A fault when the key, the kind or a body is too long, or of the database.
pub fn enqueue(tx: &mut Tx<'_>, mail: Mail) -> Result<bool> {
    let too_long = mail.key.chars().count() > 200
        || mail.kind.chars().count() > 40
        || mail.text.len() > LONGEST_BODY
        || mail.html.len() > LONGEST_BODY
        || mail.attachment.as_ref().is_some_and(|file| file.bytes.len() > LARGEST_FILE);
    if too_long {
        return Err(Failure::fault(format!("put mail {} in the outbox", mail.kind), "too long"));
    }
    let mail = Mail {
        subject: one_line(&mail.subject, LONGEST_SUBJECT),
        text: without_controls(&mail.text),
        html: without_controls(&mail.html),
        attachment: mail.attachment.map(|file| Attachment { name: plain_name(&file.name), ..file }),
        ..mail
    };
    let new = store::insert(tx, &mail)?;
    if new {
        // The sender waits as the followers do.
        tx.mark_recorded();
    }
    Ok(new)
}

/// PostgreSQL keeps no NUL, and no mail program shows the others.
fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// A name that no mail program or disk stumbles over.
fn plain_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') { c } else { '-' };
    name.chars().map(plain).take(LONGEST_FILE_NAME).collect()
}
