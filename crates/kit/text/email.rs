//! E-mail addresses.

use crate::w;
use std::fmt;
use std::str::FromStr;
use words::Lang;

/// The longest address, in bytes (RFC 5321 §4.5.3.1.3, less the angle brackets).
const LONGEST: usize = 254;
/// The longest part before the @ (RFC 5321 §4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;
/// The longest part between two dots of a domain (RFC 1035 §2.3.4).
const LONGEST_LABEL: usize = 63;

/// An address that can be written in a mail header as it is. Quoted parts before the @, addresses
/// in brackets and letters outside ASCII are refused: hardly anybody has them, and each has been a
/// way to smuggle something in.
#[derive(Debug, Clone)]
pub struct Email {
    address: String,
    key: String,
}

/// What is wrong with an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailProblem {
    /// Nothing was typed.
    Empty,
    /// Longer than 254 characters, or more than 64 before the @.
    TooLong,
    /// A space or line break inside.
    Space,
    /// No @.
    NoAt,
    /// More than one @.
    TwoAts,
    /// Nothing, or dots in a wrong place, before the @.
    Name,
    /// No dot after the @.
    NoDot,
    /// What is after the @ cannot be a domain.
    Domain,
    /// A character that cannot be used.
    Character,
}

impl EmailProblem {
    /// The sentence for the form.
    #[must_use]
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            EmailProblem::Empty => w::email_empty(lang),
            EmailProblem::TooLong => w::email_too_long(lang),
            EmailProblem::Space => w::email_space(lang),
            EmailProblem::NoAt => w::email_no_at(lang),
            EmailProblem::TwoAts => w::email_two_ats(lang),
            EmailProblem::Name => w::email_name(lang),
            EmailProblem::NoDot => w::email_no_dot(lang),
            EmailProblem::Domain => w::email_domain(lang),
            EmailProblem::Character => w::email_character(lang),
        }
    }
}

impl fmt::Display for EmailProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.say(Lang::En))
    }
}

impl std::error::Error for EmailProblem {}

impl Email {
    /// Reads an address; spaces around it are dropped.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(text: &str) -> Result<Email, EmailProblem> {
        // Only what a person types by accident: a line break at the end is no accident.
        let text = text.trim_matches(' ');
        if text.is_empty() {
            return Err(EmailProblem::Empty);
        }
        if text.len() > LONGEST {
            return Err(EmailProblem::TooLong);
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(EmailProblem::Space);
        }
        let (local, domain) = text.split_once('@').ok_or(EmailProblem::NoAt)?;
        if domain.contains('@') {
            return Err(EmailProblem::TwoAts);
        }
        check_local(local)?;
        check_domain(domain)?;
        Ok(Email { address: text.to_owned(), key: text.to_ascii_lowercase() })
    }

    /// The address as it was typed: what mail is sent to.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.address
    }

    /// The address in small letters: what must be unique, and what is looked up by.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What stands after the @, in small letters.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.key.split_once('@').map_or("", |(_, domain)| domain)
    }
}

/// The part before the @: a dot-atom of RFC 5322 §3.2.3.
fn check_local(local: &str) -> Result<(), EmailProblem> {
    if local.len() > LONGEST_LOCAL {
        return Err(EmailProblem::TooLong);
    }
    if local.split('.').any(str::is_empty) {
        return Err(EmailProblem::Name);
    }
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b);
    if local.bytes().all(allowed) { Ok(()) } else { Err(EmailProblem::Character) }
}

/// The part after the @: at least two labels of letters, digits and hyphens, the last with a letter.
fn check_domain(domain: &str) -> Result<(), EmailProblem> {
    if !domain.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.') {
        return Err(EmailProblem::Character);
    }
    let (_, last) = domain.rsplit_once('.').ok_or(EmailProblem::NoDot)?;
    let label = |label: &str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let named = last.len() >= 2 && last.bytes().any(|b| b.is_ascii_alphabetic());
    if named && domain.split('.').all(label) { Ok(()) } else { Err(EmailProblem::Domain) }
}

impl PartialEq for Email {
    /// The same mailbox, as far as anybody can tell from outside.
    fn eq(&self, other: &Email) -> bool {
        self.key == other.key
    }
}

impl Eq for Email {}

impl std::hash::Hash for Email {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address)
    }
}

impl FromStr for Email {
    type Err = EmailProblem;

    fn from_str(text: &str) -> Result<Email, EmailProblem> {
        Email::parse(text)
    }
}
