//! Who is meant: people by id, e-mail address or exact name.

use crate::staged::{Key, Person};
use std::collections::{HashMap, HashSet};

/// The people of an import, to find who a text means.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    keys: HashSet<Key>,
    addresses: HashMap<String, Key>,
    /// A name of several people points at nobody.
    names: HashMap<String, Option<Key>>,
}

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This person.
    Person(Key),
    /// More than one has the name.
    Several,
    /// Nobody.
    Nobody,
}

impl Directory {
    /// Nobody yet. An interaction then means whoever its text says, unchecked.
    pub fn new() -> Self {
        Self::default()
    }

    /// Learns a person.
    pub fn learn(&mut self, person: &Person) {
        self.keys.insert(person.key.clone());
        if let Some(email) = &person.email {
            self.addresses.entry(email.to_lowercase()).or_insert_with(|| person.key.clone());
        }
        self.names
            .entry(person.name.clone())
            .and_modify(|known| {
                if known.as_ref() != Some(&person.key) {
                    *known = None;
                }
            })
            .or_insert_with(|| Some(person.key.clone()));
    }

    /// Whether nobody was learnt.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Who is meant: the id before the address before the exact name.
    pub fn find(&self, text: &str) -> Found {
        let text = text.trim();
        let key = Key::new(text);
        if self.keys.contains(&key) {
            return Found::Person(key);
        }
        if let Some(key) = self.addresses.get(&text.to_lowercase()) {
            return Found::Person(key.clone());
        }
        match self.names.get(text) {
            Some(Some(key)) => Found::Person(key.clone()),
            Some(None) => Found::Several,
            None => Found::Nobody,
        }
    }
}
