//! Puts the sentences of both languages side by side.

use crate::sentence::{Part, Sentence, Sentences, Use, stronger};
use std::collections::BTreeMap;

/// One sentence in both languages.
#[derive(Debug)]
pub struct Pair {
    /// Its key, in kebab-case as in the files.
    pub key: String,
    /// The variables both languages have, and how they are used.
    pub variables: BTreeMap<String, Use>,
    /// In Dutch.
    pub dutch: Vec<Part>,
    /// In English.
    pub english: Vec<Part>,
}

/// The sentences of both languages, in the order of their keys.
///
/// # Errors
/// A key in one language only, and variables that differ.
pub fn pair(dutch: Sentences, mut english: Sentences) -> Result<Vec<Pair>, Vec<String>> {
    let mut pairs = Vec::new();
    let mut faults = Vec::new();
    for (key, dutch) in dutch {
        match english.remove(&key) {
            None => {
                faults.push(format!("{}: has no English in {}", dutch.place, crate::ENGLISH_FILE))
            }
            Some(english) => match same(key, dutch, english) {
                Ok(pair) => pairs.push(pair),
                Err(fault) => faults.push(fault),
            },
        }
    }
    for english in english.values() {
        faults.push(format!("{}: has no Dutch in {}", english.place, crate::DUTCH_FILE));
    }
    if faults.is_empty() { Ok(pairs) } else { Err(faults) }
}

/// One sentence, when both languages have the same variables.
fn same(key: String, dutch: Sentence, english: Sentence) -> Result<Pair, String> {
    if !dutch.variables.keys().eq(english.variables.keys()) {
        return Err(format!(
            "{}: the variables differ: {} in Dutch, {} in English",
            dutch.place,
            names(&dutch.variables),
            names(&english.variables),
        ));
    }
    let mut variables = BTreeMap::new();
    for ((name, one), other) in dutch.variables.into_iter().zip(english.variables.into_values()) {
        let both =
            stronger(&name, one, other).map_err(|fault| format!("{}: {fault}", dutch.place))?;
        variables.insert(name, both);
    }
    Ok(Pair { key, variables, dutch: dutch.parts, english: english.parts })
}

/// The names of variables as they stand in a file.
fn names(variables: &BTreeMap<String, Use>) -> String {
    if variables.is_empty() {
        return "none".to_owned();
    }
    variables.keys().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}
