//! Names as people type them: of themselves, of groups, departments, the community.

use crate::fold::{is_invisible, normal_key};
use crate::w;
use std::fmt;
use words::Lang;

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameProblem {
    /// Nothing of it can be seen.
    Empty,
    /// More characters than fit, as it is shown or as it is compared.
    TooLong {
        /// Characters that came.
        length: usize,
        /// Characters that fit.
        most: usize,
    },
}

impl NameProblem {
    /// The sentence for the form.
    #[must_use]
    pub fn say(self, lang: Lang) -> String {
        match self {
            NameProblem::Empty => w::name_empty(lang).to_owned(),
            NameProblem::TooLong { length, most } => w::name_too_long(lang, length, most),
        }
    }
}

impl fmt::Display for NameProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

impl std::error::Error for NameProblem {}

/// A name as it is kept: one line, single spaces, nothing that cannot be seen or that
/// turns the direction of what follows, at most `most` characters. Its key
/// ([`normal_key`]) has at most twice as many: one sign can stand for a whole phrase.
///
/// # Errors
/// When nothing is left, or too much.
pub fn name(raw: &str, most: usize) -> Result<String, NameProblem> {
    let name = clean(raw);
    let key = normal_key(&name);
    if key.is_empty() {
        return Err(NameProblem::Empty);
    }
    let (length, long) = (name.chars().count(), key.chars().count());
    if length > most {
        return Err(NameProblem::TooLong { length, most });
    }
    if long > most.saturating_mul(2) {
        return Err(NameProblem::TooLong { length: long, most });
    }
    Ok(name)
}

/// As [`name`], for names that come from files and cannot be typed again: what is too
/// long is cut. None when nothing is left.
#[must_use]
pub fn name_cut(raw: &str, most: usize) -> Option<String> {
    let start: String = clean(raw).chars().take(most).collect();
    let mut name = start.trim_end().to_owned();
    while normal_key(&name).chars().count() > most.saturating_mul(2) {
        name.pop();
    }
    let name = name.trim_end();
    (!normal_key(name).is_empty()).then(|| name.to_owned())
}

fn clean(raw: &str) -> String {
    let shown: String = raw
        .chars()
        .filter(|c| !is_invisible(*c) && !is_no_letter(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Places of Unicode that hold no character of any language: what programs keep for
/// themselves, and a Braille sign without dots, which looks like a space.
fn is_no_letter(c: char) -> bool {
    matches!(c, '\u{2800}' | '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}'
        | '\u{FFF9}'..='\u{FFFF}' | '\u{F0000}'..)
}
