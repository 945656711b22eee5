use std::fmt;

/// The longest address (RFC 5321 §4.5.3.1.3, less the angle brackets), in bytes.
const LONGEST_ADDRESS: usize = 254;
/// The longest part before the @ (RFC 5321 §4.5.3.1.1), in bytes.
const LONGEST_LOCAL: usize = 64;
/// The longest name, in characters: with the longest address it fits the outbox.
const LONGEST_NAME: usize = 60;

/// Whose mail it is: an address, and a name that only names.
///
/// Nothing in it can end a header line, add a recipient or become a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    name: String,
    address: String,
}

/// It is no address that mail is sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongMailbox;

impl fmt::Display for WrongMailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is no address that mail can be sent to")
    }
}

impl std::error::Error for WrongMailbox {}

impl Mailbox {
    /// A mailbox with a name, which is defanged (see [`defang`]) and may be empty.
    ///
    /// # Errors
    /// When `address` is not letters, digits and the signs of a dot-atom (RFC 5322
    /// §3.2.3), an @ and a domain. Quoted and international local parts are refused.
    pub fn new(name: &str, address: &str) -> Result<Self, WrongMailbox> {
        let (local, domain) = address.split_once('@').ok_or(WrongMailbox)?;
        let atom = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b);
        let host = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
        let dots = |part: &str| !part.split('.').any(str::is_empty);
        let good = address.len() <= LONGEST_ADDRESS
            && (1..=LONGEST_LOCAL).contains(&local.len())
            && local.bytes().all(atom)
            && dots(local)
            && domain.bytes().all(host)
            && dots(domain);
        if good {
            Ok(Self { name: defang(name), address: address.to_owned() })
        } else {
            Err(WrongMailbox)
        }
    }

    /// The name; empty when there is none.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What stands after the @.
    pub fn domain(&self) -> &str {
        self.address.split_once('@').map_or("", |(_, domain)| domain)
    }

    /// As the outbox keeps it: `Name <address>`, or the address alone.
    pub(crate) fn stored(&self) -> String {
        if self.name.is_empty() {
            self.address.clone()
        } else {
            format!("{} <{}>", self.name, self.address)
        }
    }

    /// Reads [`Self::stored`].
    pub(crate) fn from_stored(text: &str) -> Result<Self, WrongMailbox> {
        match text.strip_suffix('>').and_then(|t| t.rsplit_once(" <")) {
            Some((name, address)) => Self::new(name, address),
            None => Self::new("", text),
        }
    }
}

impl fmt::Display for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.stored())
    }
}

/// A name as it may stand in a mail: one line of at most 60 characters, without
/// the signs that mean something in a header, and without anything that a mail
/// program makes a link of. For names in the text of a mail too.
pub fn defang(name: &str) -> String {
    let mut calm = String::with_capacity(name.len());
    let mut signs = name.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '<' | '>' | '"' | '\\' | '@' | ':' | ';' | ',' | '(' | ')' | '[' | ']' | '/' => {
                calm.push(' ');
            }
            // `evil.example` is a link in most programs, `J. de Vries` is not.
            '.' => {
                calm.push('.');
                if signs.peek().is_some_and(|next| next.is_alphanumeric()) {
                    calm.push(' ');
                }
            }
            c if is_unseen(c) => calm.push(' '),
            c => calm.push(c),
        }
    }
    one_line(&calm, LONGEST_NAME)
}

/// Ends a line, changes the direction of writing, or takes no place.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}')
}

/// `text` on one line with single spaces, cut at `most` characters.
pub(crate) fn one_line(text: &str, most: usize) -> String {
    let seen: String = text.chars().map(|c| if is_unseen(c) { ' ' } else { c }).collect();
    let joined = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = joined.chars().take(most).collect();
    cut.trim_end().to_owned()
}
