//! The lists of a Slack export: people, channels, and in the end who belongs to which.

use crate::emit::{Go, Out};
use crate::json::{flag, inner_text, items, text};
use crate::mrkdwn::to_markdown;
use crate::people::address;
use crate::reason::{Field, Reason, cut};
use crate::slack_days::{Export, moment};
use crate::staged::*;
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};

/// A channel while its messages are read.
pub(crate) struct Channel {
    pub(crate) id: String,
    pub(crate) place: Place,
    pub(crate) created: Micros,
    /// The members that the export lists; none when it lists none that count.
    pub(crate) listed: Option<Vec<String>>,
    /// Who joined and did not leave, when, and where it was said.
    pub(crate) joined: BTreeMap<String, (Micros, Place)>,
    /// How often somebody joined.
    pub(crate) joins: u64,
    /// Joins of people who were members already.
    pub(crate) again: u64,
}

impl Export {
    pub(crate) fn user(&mut self, out: &mut Out<'_>, place: Place, user: &Value) -> Go {
        let Some(id) = text(user, "id").map(|id| id.trim().to_owned()) else {
            return out.refuse(place, Reason::MissingField { field: Field::Key });
        };
        if self.people.contains(&id) {
            return out.refuse(place, Reason::DuplicateKey { key: cut(&id) });
        }
        let name = inner_text(user, "profile", "real_name")
            .or_else(|| text(user, "real_name"))
            .or_else(|| inner_text(user, "profile", "display_name"))
            .or_else(|| text(user, "name"));
        let Some(name) = name.map(|name| name.trim().to_owned()) else {
            return out.refuse(place, Reason::MissingField { field: Field::Name });
        };
        let email = match inner_text(user, "profile", "email") {
            None => None,
            Some(email) => {
                let address = address(&email);
                if address.is_none() {
                    // Without their address the person and their words are still worth having.
                    out.refuse(place.clone(), Reason::NotAnAddress { text: cut(&email) })?;
                }
                address
            }
        };
        let about =
            inner_text(user, "profile", "title").map(|title| to_markdown(&title, &self.names));
        let bot = flag(user, "is_bot") || id == "USLACKBOT";
        let person = Person {
            key: Key::new(id.clone()),
            name: name.clone(),
            email,
            department: Vec::new(),
            audience: None,
            started: None,
            about,
            bot,
        };
        if out.record(place, Record::Person(person))? {
            if let Some(bot) = inner_text(user, "profile", "bot_id") {
                self.bots.insert(bot.into_owned(), id.clone());
            }
            self.names.people.insert(id.clone(), name);
            self.people.insert(id);
        }
        Ok(())
    }

    pub(crate) fn channel(
        &mut self,
        out: &mut Out<'_>,
        place: Place,
        channel: &Value,
        private: bool,
    ) -> Go {
        let (Some(id), Some(name)) = (text(channel, "id"), text(channel, "name")) else {
            let field = if text(channel, "id").is_none() { Field::Key } else { Field::Name };
            return out.refuse(place, Reason::MissingField { field });
        };
        let (id, name) = (id.trim().to_owned(), name.trim().to_owned());
        if self.ids.contains(&id) || self.folders.contains_key(&name) {
            return out.refuse(place, Reason::DuplicateKey { key: cut(&id) });
        }
        let created = text(channel, "created").unwrap_or_default();
        let Some(created) = moment(&created) else {
            return out.refuse(place, Reason::NotADate { field: Field::At, text: cut(&created) });
        };
        let archived = flag(channel, "is_archived");
        let purpose = inner_text(channel, "purpose", "value")
            .or_else(|| inner_text(channel, "topic", "value"));
        let group = Group {
            key: Key::new(id.clone()),
            name: name.clone(),
            purpose: purpose.map(|purpose| to_markdown(&purpose, &self.names)),
            created,
            archived,
            private,
        };
        if !out.record(place.clone(), Record::Group(group))? {
            return Ok(());
        }
        let members: Vec<String> =
            items(channel, "members").iter().filter_map(Value::as_str).map(str::to_owned).collect();
        // Archiving empties the list; then only the joins tell who was there.
        let listed = (!members.is_empty() || !archived).then_some(members);
        self.names.channels.insert(id.clone(), name.clone());
        self.ids.insert(id.clone());
        self.folders.insert(name, self.channels.len());
        self.channels.push(Channel {
            id,
            place,
            created,
            listed,
            joined: BTreeMap::new(),
            joins: 0,
            again: 0,
        });
        Ok(())
    }

    pub(crate) fn direct(&mut self, out: &mut Out<'_>, conversation: &Value) -> Go {
        out.skip(Skip::DirectMessages);
        // The folder has the conversation's id, or for a group of people its name.
        for name in ["id", "name"] {
            self.direct.extend(text(conversation, name).map(|folder| folder.trim().to_owned()));
        }
        Ok(())
    }

    pub(crate) fn memberships(&mut self, out: &mut Out<'_>) -> Go {
        for mut channel in std::mem::take(&mut self.channels) {
            for _ in 0..channel.again {
                out.skip(Skip::KnownMembership);
            }
            let firsts = channel.joins - channel.again;
            let mut used = 0_u64;
            let members =
                channel.listed.take().unwrap_or_else(|| channel.joined.keys().cloned().collect());
            let mut seen = HashSet::new();
            for member in members {
                if !seen.insert(member.clone()) {
                    continue;
                }
                if !self.people.contains(&member) {
                    out.refuse(channel.place.clone(), Reason::UnknownPerson { key: cut(&member) })?;
                    continue;
                }
                let (at, place) = match channel.joined.remove(&member) {
                    Some(joined) => {
                        used += 1;
                        joined
                    }
                    None => (channel.created, channel.place.clone()),
                };
                let membership =
                    Membership { group: Key::new(channel.id.clone()), person: Key(member), at };
                out.record(place, Record::Membership(membership))?;
            }
            for _ in used..firsts {
                out.skip(Skip::FormerMember);
            }
        }
        Ok(())
    }
}
