//! A tag of HTML with its attributes, and the characters that references such as `&eacute;` mean. The
//! table of named characters is that of html5ever.

use crate::work::tick;
use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// The most attributes of a tag that are kept.
const ATTRIBUTES: usize = 32;
/// The longest name in the table of named characters, in bytes.
const ENTITY_MAX: usize = 33;

/// A tag with its name, attributes and what comes after it.
pub(crate) struct Scanned<'a> {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) rest: &'a str,
}

impl<'a> Scanned<'a> {
    /// Reads a tag from its name on; none when it does not end.
    pub(crate) fn new(text: &'a str) -> Option<Self> {
        let space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        let end = text.find(|c: char| space(c) || c == '/' || c == '>')?;
        let (name, mut rest) = text.split_at(end);
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches(|c: char| space(c) || c == '/');
            if let Some(after) = rest.strip_prefix('>') {
                return Some(Self { name: name.to_ascii_lowercase(), attributes, rest: after });
            }
            // An equals sign at the start belongs to the name.
            let first = rest.chars().next()?.len_utf8();
            let end = first
                + rest.get(first..)?.find(|c: char| space(c) || matches!(c, '/' | '>' | '='))?;
            let attribute = &rest[..end];
            rest = rest[end..].trim_start_matches(space);
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                let after = after.trim_start_matches(space);
                let quote = after.chars().next()?;
                if quote == '"' || quote == '\'' {
                    (value, rest) = after[1..].split_once(quote)?;
                } else {
                    (value, rest) = after.split_at(after.find(|c: char| space(c) || c == '>')?);
                }
            }
            if attributes.len() < ATTRIBUTES {
                attributes.push((attribute.to_ascii_lowercase(), characters(value, true)));
            }
        }
    }
}

/// Text with its character references replaced.
pub(crate) fn characters(raw: &str, attribute: bool) -> String {
    tick(raw.len());
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        match numeric(after).or_else(|| named(after, attribute)) {
            Some((meant, length)) => {
                text.push_str(&meant);
                rest = &after[length..];
            }
            None => {
                text.push('&');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

/// `#233;` or `#xE9;` and its length.
fn numeric(text: &str) -> Option<(String, usize)> {
    let digits = text.strip_prefix('#')?;
    let (digits, radix, before) = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => (hex, 16, 2),
        None => (digits, 10, 1),
    };
    let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    if end == 0 {
        return None;
    }
    let number = u32::from_str_radix(&digits[..end], radix).unwrap_or(u32::MAX);
    let meant = match number {
        0x80..=0x9f => C1_REPLACEMENTS
            .get((number - 0x80) as usize)
            .copied()
            .flatten()
            .or(char::from_u32(number)),
        0 => None,
        _ => char::from_u32(number),
    };
    let semicolon = usize::from(digits[end..].starts_with(';'));
    Some((meant.unwrap_or('\u{fffd}').to_string(), before + end + semicolon))
}

/// `eacute;` and its length; the longest name that fits, as some need no semicolon.
fn named(text: &str, attribute: bool) -> Option<(String, usize)> {
    let letters = text.bytes().take(ENTITY_MAX).take_while(u8::is_ascii_alphanumeric).count();
    let longest = letters + usize::from(text.as_bytes().get(letters) == Some(&b';'));
    for length in (2..=longest).rev() {
        tick(1);
        let name = &text[..length];
        let Some(&(first, second)) = NAMED_ENTITIES.get(name) else {
            continue;
        };
        // The table also holds the beginnings of names, with nothing behind them.
        let Some(first) = char::from_u32(first).filter(|c| *c != '\0') else {
            continue;
        };
        let next = text.as_bytes().get(length);
        if attribute
            && !name.ends_with(';')
            && next.is_some_and(|b| *b == b'=' || b.is_ascii_alphanumeric())
        {
            return None;
        }
        let mut meant = String::from(first);
        meant.extend(char::from_u32(second).filter(|c| *c != '\0'));
        return Some((meant, length));
    }
    None
}
