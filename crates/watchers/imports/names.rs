//! Names that must be unique: handles, group names, addresses of groups.

use std::collections::HashSet;

/// The longest handle, as crate `text` has it.
const HANDLE: usize = 40;
/// The longest part of a group's address that comes from its name.
const SLUG: usize = 80;

/// A handle for a name that nobody has, which is then taken.
pub(crate) fn handle(name: &str, taken: &mut HashSet<String>) -> String {
    let base = text::handle_from(name).map_or_else(|| "lid".to_owned(), |h| h.as_str().to_owned());
    free(&base, HANDLE, "-", taken)
}

/// An address for a group, which is then taken.
pub(crate) fn slug(name: &str, taken: &mut HashSet<String>) -> String {
    let folded = text::ascii_fold(name);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let base = if words.is_empty() { "groep".to_owned() } else { words.join("-") };
    free(&base, SLUG, "-", taken)
}

/// A group's name whose key no other group has; the key is then taken.
pub(crate) fn group(name: &str, taken: &mut HashSet<String>) -> (String, String) {
    let mut number = 1;
    loop {
        let tried =
            if number == 1 { name.to_owned() } else { format!("{} ({number})", first(name, 110)) };
        let key = first(&text::normal_key(&tried), 240).to_owned();
        if taken.insert(key.clone()) {
            return (tried, key);
        }
        number += 1;
    }
}

/// `base`, or with a number behind it: the first that is not taken, at most `most` bytes.
fn free(base: &str, most: usize, joint: &str, taken: &mut HashSet<String>) -> String {
    let mut number = 1_u32;
    loop {
        let tail = if number == 1 { String::new() } else { format!("{joint}{number}") };
        let start = first(base, most - tail.len()).trim_end_matches(['.', '-', '_']);
        let tried = format!("{start}{tail}");
        if taken.insert(tried.clone()) {
            return tried;
        }
        number += 1;
    }
}

/// The first `most` characters.
pub(crate) fn first(text: &str, most: usize) -> &str {
    // Bytes are never fewer than characters.
    if text.len() <= most {
        return text;
    }
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// A text without NUL, which PostgreSQL cannot keep.
pub(crate) fn storable(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "") } else { text }
}
