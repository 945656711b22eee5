//! Contacts: who turned to whom, without a text.

use super::{Fate, Stage, cut};
use crate::plan::{Contact, Ix};
use crate::store::KnownPerson;
use formats::{Interaction, Reason};
use language::Moment;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

/// Who can be meant, and which contacts are in the log.
#[derive(Default)]
pub(super) struct Contacts {
    /// By the key in any system from which people came.
    by_key: HashMap<String, Ix>,
    by_address: HashMap<String, Ix>,
    /// A name of several people points at nobody.
    by_name: HashMap<String, Option<Ix>>,
    /// Somebody came from another source than contacts: then there is a list of who belongs here.
    listed: bool,
    keys: HashSet<i64>,
    /// How often this run has shown the same contact.
    times: HashMap<i64, u32>,
}

impl Contacts {
    pub(super) fn learn_person(&mut self, person: &KnownPerson, at: Ix) {
        if let Some(kept) = &person.source_key {
            self.learn_key(kept, at);
        }
        if let Some(address) = &person.email_key {
            self.by_address.insert(address.clone(), at);
        }
        self.by_name
            .entry(text::normal_key(&person.name))
            .and_modify(|known| *known = None)
            .or_insert(Some(at));
    }

    pub(super) fn learn_key(&mut self, kept: &str, at: Ix) {
        if let Some((source, key)) = kept.split_once(':') {
            self.listed |= !source.starts_with("interactions");
            self.by_key.entry(key.to_owned()).or_insert(at);
        }
    }

    pub(super) fn learn_keys(&mut self, keys: Vec<i64>) {
        self.keys = keys.into_iter().collect();
    }
}

impl Stage<'_> {
    /// Who is meant by a text: a key before an address before an exact name.
    ///
    /// Where nobody was listed yet, the table of contacts is the list: whoever it
    /// names becomes a member. Where people were brought in before, a text that
    /// points at none of them is refused, for it may be a slip of the pen.
    fn meant(&mut self, text: &str) -> Result<Ix, Reason> {
        let text = text.trim();
        let known = &self.known.contacts;
        if let Some(at) =
            known.by_key.get(text).or_else(|| known.by_address.get(&text.to_ascii_lowercase()))
        {
            return Ok(*at);
        }
        match known.by_name.get(&text::normal_key(text)) {
            Some(Some(at)) => return Ok(*at),
            Some(None) => return Err(Reason::AmbiguousPerson { text: cut(text) }),
            None if known.listed => return Err(Reason::UnknownPerson { key: cut(text) }),
            None => {}
        }
        let at = self.add_unknown(text);
        self.known.contacts.by_key.insert(text.to_owned(), at);
        Ok(at)
    }

    pub(super) fn interaction(&mut self, found: &Interaction) -> Result<Fate, Reason> {
        let from = self.meant(found.from.as_str())?;
        let to = self.meant(found.to.as_str())?;
        if from == to {
            return Err(Reason::SamePerson { key: cut(found.from.as_str()) });
        }
        let (sender, receiver) = (self.plan.person(from), self.plan.person(to));
        if sender.erased || receiver.erased {
            return Ok(Fate::Unchanged);
        }
        let thread = found.thread.as_ref().map(|thread| thread.as_str());
        // What a contact says is its key, not its row: a file that was renamed, sorted
        // anew or that has grown brings in nothing twice. The same contact twice within
        // one file is two contacts.
        let said = format!(
            "{}\u{1f}{}\u{1f}{}\u{1f}{}\u{1f}{}",
            self.prefix,
            sender.id,
            receiver.id,
            found.at,
            thread.unwrap_or_default()
        );
        let times = self.known.contacts.times.entry(number(&said)).or_default();
        *times += 1;
        let key = number(&format!("{said}\u{1f}{times}"));
        if !self.known.contacts.keys.insert(key) {
            return Ok(Fate::Unchanged);
        }
        let at = Moment(found.at);
        let thread =
            thread.map(|thread| number(&format!("{}\u{1f}thread\u{1f}{thread}", self.prefix)));
        self.plan.contacts.push(Contact { key, from, to, at, thread });
        self.plan.acted(from, at);
        self.report.created.interactions += 1;
        Ok(Fate::Planned)
    }
}

/// A number for a text: 63 bits, so that two of a million texts share one with a
/// chance below one in ten million.
fn number(text: &str) -> i64 {
    let digest = Sha256::digest(text.as_bytes());
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&digest[..8]);
    i64::from_le_bytes(bytes) & i64::MAX
}
