//! Handles: the short names by which people are mentioned.

use crate::fold::ascii_fold;
use crate::w;
use std::fmt;
use std::str::FromStr;
use words::Lang;

/// The shortest and the longest handle, in characters.
const SHORTEST: usize = 2;
const LONGEST: usize = 40;

/// The short name of a person, as in `@anna.de-vries`: 2 to 40 small letters without accents,
/// digits, dots, hyphens and underscores, with a letter or digit at both ends.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handle(String);

/// What is wrong with a handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandleProblem {
    /// Fewer than 2 characters.
    TooShort,
    /// More than 40 characters.
    TooLong,
    /// Something else than small letters, digits, dots, hyphens and underscores.
    Characters,
    /// A dot, hyphen or underscore at an end.
    Ends,
}

impl HandleProblem {
    /// The sentence for the form.
    #[must_use]
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            HandleProblem::TooShort => w::handle_too_short(lang),
            HandleProblem::TooLong => w::handle_too_long(lang),
            HandleProblem::Characters => w::handle_characters(lang),
            HandleProblem::Ends => w::handle_ends(lang),
        }
    }
}

impl fmt::Display for HandleProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.say(Lang::En))
    }
}

impl std::error::Error for HandleProblem {}

impl Handle {
    /// Reads a handle; capitals become small, spaces around it and one @ before it are dropped.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Handle, HandleProblem> {
        let text = text.trim();
        let text = text.strip_prefix('@').unwrap_or(text).to_ascii_lowercase();
        if !text.bytes().all(belongs) {
            return Err(HandleProblem::Characters);
        }
        match text.len() {
            0..SHORTEST => return Err(HandleProblem::TooShort),
            SHORTEST..=LONGEST => {}
            _ => return Err(HandleProblem::TooLong),
        }
        if text.starts_with(is_joint) || text.ends_with(is_joint) {
            return Err(HandleProblem::Ends);
        }
        Ok(Handle(text))
    }

    /// The handle without the sign @.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Handle {
    type Err = HandleProblem;

    fn from_str(text: &str) -> Result<Handle, HandleProblem> {
        Handle::parse(text)
    }
}

/// A handle for a name: `ayse.ozturk-de-vries` for "Ayşe Öztürk-de Vries". A dot after the first
/// word, hyphens between the others; accents, and letters of Greek and Cyrillic, become plain
/// letters. `None` when too little is left; whether it is free is for the caller to find out.
#[must_use]
pub fn handle_from(name: &str) -> Option<Handle> {
    // A name of which only the first part can matter is not read to its end.
    let start: String = name.chars().take(LONGEST * 4).collect();
    let folded = ascii_fold(&start);
    let words = folded
        .split(|c: char| c.is_whitespace() || c == '-' || c == '_' || c == '.')
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty());
    let mut handle = String::new();
    for (index, word) in words.enumerate() {
        match index {
            0 => {}
            1 => handle.push('.'),
            _ => handle.push('-'),
        }
        handle.push_str(&word);
    }
    handle.truncate(LONGEST);
    Handle::parse(handle.trim_end_matches(is_joint)).ok()
}

/// The longest handle at the start of a text, and what comes after it. Dots and hyphens at its end
/// belong to the sentence. `None` when there is none, or when what stands there is too long.
pub(crate) fn longest_handle(text: &str) -> Option<(Handle, &str)> {
    let end = text.bytes().position(|b| !belongs(b.to_ascii_lowercase())).unwrap_or(text.len());
    let whole = text.get(..end)?.trim_end_matches(is_joint);
    let rest = text.get(whole.len()..)?;
    // `@anné` mentions nobody called `ann`.
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    Some((Handle::parse(whole).ok()?, rest))
}

/// Whether a byte can stand in a handle.
fn belongs(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'_' | b'-')
}

/// Whether a character joins the parts of a handle.
fn is_joint(c: char) -> bool {
    matches!(c, '.' | '_' | '-')
}
