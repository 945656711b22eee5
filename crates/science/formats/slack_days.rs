//! The messages of a Slack export as records, with what must be remembered between them.

use crate::dates;
use crate::emit::{Go, Out};
use crate::json::{inner_text, items, text};
use crate::mrkdwn::Names;
use crate::reason::{Field, Reason, cut};
use crate::slack_lists::Channel;
use crate::slack_message::{Kind, body, file_comment, file_ids, kind_of};
use crate::staged::*;
use jiff::tz::TimeZone;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// Seconds since 1970 with a fraction, as Slack writes times.
pub(crate) fn moment(ts: &str) -> Option<Micros> {
    // Only the notation of seconds; a date here would be a mistake.
    ts.bytes()
        .all(|b| b.is_ascii_digit() || b == b'.')
        .then(|| dates::moment(ts, &TimeZone::UTC))
        .flatten()
}

/// What must be remembered between messages.
#[derive(Default)]
pub(crate) struct Export {
    pub(crate) names: Names,
    pub(crate) people: HashSet<String>,
    /// Which user a bot id is.
    pub(crate) bots: HashMap<String, String>,
    pub(crate) channels: Vec<Channel>,
    pub(crate) ids: HashSet<String>,
    /// Channels by the name of their folder.
    pub(crate) folders: HashMap<String, usize>,
    /// Folders of direct messages.
    pub(crate) direct: HashSet<String>,
    /// Messages that were given, with the thread they belong to.
    pub(crate) posts: HashMap<Key, Key>,
    /// The thread under which a file was shared, by channel and file id.
    pub(crate) files: HashMap<(usize, String), Key>,
}

impl Export {
    pub(crate) fn message(
        &mut self,
        out: &mut Out<'_>,
        place: Place,
        message: &Value,
        channel: usize,
    ) -> Go {
        let ts = text(message, "ts").unwrap_or_default().into_owned();
        let Some(at) = moment(&ts) else {
            return out.refuse(place, Reason::NotADate { field: Field::At, text: cut(&ts) });
        };
        match kind_of(message) {
            Kind::Post => return self.post(out, place, message, channel, (&ts, at)),
            Kind::Join => self.join(out, place, message, channel, at)?,
            Kind::Leave => {
                out.skip(Skip::Leave);
                if let Some((user, channel)) =
                    text(message, "user").zip(self.channels.get_mut(channel))
                {
                    channel.joined.remove(user.as_ref());
                }
            }
            Kind::Skip(kind) => out.skip(kind),
            Kind::Unknown(what) => out.refuse(place, Reason::NotSupported { what: cut(&what) })?,
        }
        // A sign under a notice has nothing to stand under.
        for _ in reactions(message) {
            out.skip(Skip::ReactionToNotice);
        }
        Ok(())
    }

    fn join(
        &mut self,
        out: &mut Out<'_>,
        place: Place,
        message: &Value,
        channel: usize,
        at: Micros,
    ) -> Go {
        let Some(user) = text(message, "user") else {
            return out.refuse(place, Reason::MissingField { field: Field::Author });
        };
        if !self.people.contains(user.as_ref()) {
            return out.refuse(place, Reason::UnknownPerson { key: cut(&user) });
        }
        if let Some(channel) = self.channels.get_mut(channel) {
            channel.joins += 1;
            channel.again += u64::from(channel.joined.contains_key(user.as_ref()));
            channel.joined.entry(user.into_owned()).or_insert((at, place));
        }
        Ok(())
    }

    fn post(
        &mut self,
        out: &mut Out<'_>,
        place: Place,
        message: &Value,
        channel: usize,
        (ts, at): (&str, Micros),
    ) -> Go {
        let Some(id) = self.channels.get(channel).map(|c| c.id.clone()) else {
            return Ok(());
        };
        let key = Key(format!("{id}:{ts}"));
        if self.posts.contains_key(&key) {
            return out.refuse(place, Reason::DuplicateKey { key: cut(key.as_str()) });
        }
        let body = body(message, &self.names);
        if body.is_empty() {
            return out.refuse(place, Reason::MissingField { field: Field::Body });
        }
        let thread = match self.thread_of(message, channel, &key) {
            Ok(thread) => thread,
            Err(reason) => return out.refuse(place, reason),
        };
        let home = thread.clone().unwrap_or_else(|| key.clone());
        let record = self.words(message, &key, thread, Key(id), body, at);
        if !out.record(place.clone(), record)? {
            return Ok(());
        }
        for file in file_ids(message) {
            self.files.entry((channel, file)).or_insert_with(|| home.clone());
        }
        self.posts.insert(key.clone(), home);
        self.reactions(out, &place, message, &key, at)
    }

    /// The thread under which a message stands; none when it starts its own.
    fn thread_of(&self, message: &Value, channel: usize, key: &Key) -> Result<Option<Key>, Reason> {
        let id = self.channels.get(channel).map_or("", |c| c.id.as_str());
        let root = text(message, "thread_ts").map(|ts| Key(format!("{id}:{ts}")));
        let Some(root) = root.filter(|root| root != key) else {
            // An old remark about a file stands under the message that shared it, when that is there.
            let file = file_comment(message);
            return Ok(file.and_then(|file| self.files.get(&(channel, file)).cloned()));
        };
        let known = self.posts.get(&root).cloned();
        known.map(Some).ok_or_else(|| Reason::UnknownThread { key: cut(root.as_str()) })
    }

    /// The message as a thread in its group, or as a comment.
    fn words(
        &self,
        message: &Value,
        key: &Key,
        thread: Option<Key>,
        group: Key,
        body: String,
        at: Micros,
    ) -> Record {
        let author = self.author(message);
        let edited = inner_text(message, "edited", "ts").and_then(|ts| moment(&ts));
        let key = key.clone();
        match thread {
            Some(thread) => Record::Comment(Comment {
                key,
                thread,
                parent: None,
                author,
                body,
                at,
                edited,
                score: None,
            }),
            None => Record::Thread(Thread {
                key,
                group: Some(group),
                author,
                kind: ThreadKind::Update,
                title: None,
                body,
                at,
                edited,
                topics: Vec::new(),
                score: None,
                closed: None,
            }),
        }
    }

    /// The user; for a program the user of its bot id; otherwise the name that the message shows.
    fn author(&self, message: &Value) -> Author {
        let user = text(message, "user")
            .or_else(|| inner_text(message, "comment", "user"))
            .filter(|user| self.people.contains(user.as_ref()));
        let bot = || text(message, "bot_id").and_then(|bot| self.bots.get(bot.as_ref()).cloned());
        match user.map(std::borrow::Cow::into_owned).or_else(bot) {
            Some(id) => Author::Known(Key(id)),
            None => {
                let name = text(message, "username")
                    .or_else(|| inner_text(message, "user_profile", "real_name"))
                    .or_else(|| inner_text(message, "user_profile", "name"))
                    .or_else(|| inner_text(message, "bot_profile", "name"));
                Author::Gone(name.map(|name| name.trim().to_owned()))
            }
        }
    }

    fn reactions(
        &self,
        out: &mut Out<'_>,
        place: &Place,
        message: &Value,
        subject: &Key,
        at: Micros,
    ) -> Go {
        let mut given = HashSet::new();
        for (sign, user) in reactions(message) {
            let Some(user) = user else {
                out.skip(Skip::AnonymousReaction);
                continue;
            };
            if !self.people.contains(user) {
                out.refuse(place.clone(), Reason::UnknownPerson { key: cut(user) })?;
            } else if given.insert((sign, user)) {
                let reaction = Reaction {
                    subject: subject.clone(),
                    person: Key::new(user),
                    sign: sign.to_owned(),
                    at,
                };
                out.record(place.clone(), Record::Reaction(reaction))?;
            } else {
                out.refuse(
                    place.clone(),
                    Reason::DuplicateKey { key: cut(&format!("{sign} {user}")) },
                )?;
            }
        }
        Ok(())
    }
}

/// Signs with who gave them; nobody where the export counts more people than it names. The tone of a
/// hand's skin is left out.
fn reactions(message: &Value) -> impl Iterator<Item = (&str, Option<&str>)> {
    items(message, "reactions").iter().flat_map(|reaction| {
        let name = reaction.get("name").and_then(Value::as_str).unwrap_or_default();
        let sign = name.split("::").next().unwrap_or(name);
        let users = items(reaction, "users");
        let count = reaction.get("count").and_then(Value::as_u64).unwrap_or(0);
        // The count comes from outside: more than a big workspace has people is no count.
        let nameless = count.saturating_sub(users.len() as u64).min(100_000);
        let named = users.iter().map(move |user| (sign, user.as_str()));
        named.chain((0..nameless).map(move |_| (sign, None)))
    })
}
