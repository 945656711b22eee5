//! Names that must be unique: handles, and addresses of groups.

use std::collections::HashSet;

/// The longest handle, as crate `text` has it.
const LONGEST_HANDLE: usize = 40;
/// The longest address of a group.
const LONGEST_SLUG: usize = 100;

/// A handle for a name that nobody has, which is then taken.
pub(crate) fn handle(name: &str, taken: &mut HashSet<String>) -> String {
    let base = text::handle_from(name).map_or_else(|| "lid".to_owned(), |h| h.as_str().to_owned());
    free(&base, LONGEST_HANDLE, taken)
}

/// An address for a group, which is then taken.
pub(crate) fn slug(name: &str, taken: &mut HashSet<String>) -> String {
    let folded = text::ascii_fold(name).to_lowercase();
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let base = if words.is_empty() { "groep".to_owned() } else { words.join("-") };
    free(&base, LONGEST_SLUG, taken)
}

/// `base`, or with a number behind it: the first that is not taken. `base` is ASCII.
fn free(base: &str, longest: usize, taken: &mut HashSet<String>) -> String {
    let mut number = 1_u32;
    loop {
        let tail = if number == 1 { String::new() } else { format!("-{number}") };
        let start = base.get(..base.len().min(longest - tail.len())).unwrap_or(base);
        let tried = format!("{}{tail}", start.trim_end_matches(['.', '-', '_']));
        if taken.insert(tried.clone()) {
            return tried;
        }
        number += 1;
    }
}
