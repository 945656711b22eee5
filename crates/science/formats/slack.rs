//! A Slack workspace export: a zip (or its folder) with `users.json`, `channels.json`, perhaps
//! `groups.json` for private channels, and `CHANNEL/YYYY-MM-DD.json` with the messages of a day.
//!
//! - A message is an update in its channel, a reply in a thread a comment on it. The key is the
//!   channel's id and the message's `ts`.
//! - Membership: who joined and did not leave; where the export lists a channel's members, that list
//!   decides, because giving a former member a place again would show them what they may not see.
//! - Direct messages are never read: they were not written for a community.
//! - Previews of links, pins, and notices about channels are no member's words: counted, not kept.

use crate::archive::Archive;
use crate::dates;
use crate::emit::{Go, Out, Stop};
use crate::json::{flag, inner_text, items, list, text};
use crate::mrkdwn::{Names, to_markdown};
use crate::people::address;
use crate::reason::{Fatal, Field, Limit, Reason, cut};
use crate::slack_message::{Kind, body, file_comment, file_ids, kind_of};
use crate::staged::*;
use jiff::tz::TimeZone;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Reads a Slack export.
///
/// # Errors
/// No zip, cut off, too big, without `users.json` or any list of channels, or these are malformed. A
/// malformed file of one day is refused and the rest goes on.
pub fn slack(mut archive: Archive, sink: &mut dyn Sink) -> Result<Summary, Fatal> {
    let mut out = Out::new(sink);
    let end = read(&mut archive, &mut out);
    out.finish(end)
}

fn read(archive: &mut Archive, out: &mut Out<'_>) -> Go {
    let paths = archive.paths();
    let root = root(&paths).ok_or_else(|| missing(archive, "users.json"))?;
    let has = |name: &str| paths.contains(&format!("{root}{name}"));
    if !has("channels.json") && !has("groups.json") {
        return Err(missing(archive, "channels.json").into());
    }
    let mut export = Export::default();
    each(
        archive,
        &format!("{root}users.json"),
        out,
        &mut |out, place, value| export.user(out, place, value),
    )?;
    for (name, private) in [("channels.json", false), ("groups.json", true)] {
        if has(name) {
            let path = format!("{root}{name}");
            each(archive, &path, out, &mut |out, place, value| {
                export.channel(out, place, value, private)
            })?;
        }
    }
    for name in ["dms.json", "mpims.json"] {
        if has(name) {
            each(
                archive,
                &format!("{root}{name}"),
                out,
                &mut |out, _, value| export.direct(out, value),
            )?;
        }
    }
    days(archive, &paths, &root, &mut export, out)?;
    export.memberships(out)?;
    let (_, total) = archive.progress();
    out.progress(total, total);
    Ok(())
}

/// Every day of every channel, in order of channel and date.
fn days(
    archive: &mut Archive,
    paths: &[String],
    root: &str,
    export: &mut Export,
    out: &mut Out<'_>,
) -> Go {
    for path in paths {
        let Some(inner) = path.strip_prefix(root) else {
            continue;
        };
        let Some((folder, file)) = inner.split_once('/') else {
            if !KNOWN_FILES.contains(&inner) {
                out.skip(Skip::OtherFile);
            }
            continue;
        };
        let day = file
            .strip_suffix(".json")
            .filter(|day| dates::date(day).is_some());
        match export.folders.get(folder) {
            _ if export.direct.contains(folder) => out.skip(Skip::DirectMessages),
            _ if day.is_none() => out.skip(Skip::OtherFile),
            None => out.refuse(
                Place::new(path, 0),
                Reason::UnknownGroup { key: cut(folder) },
            )?,
            Some(&channel) => {
                let end = each(archive, path, out, &mut |out, place, value| {
                    export.message(out, place, value, channel)
                });
                broken_day(end, out)?;
            }
        }
        let (done, total) = archive.progress();
        out.progress(done, total);
    }
    Ok(())
}

/// Files beside the channels that are read, or hold nothing of members.
const KNOWN_FILES: [&str; 5] = [
    "users.json",
    "channels.json",
    "groups.json",
    "dms.json",
    "mpims.json",
];

/// A day that is no JSON is refused alone; what threatens the machine or shows a broken archive ends all.
fn broken_day(end: Go, out: &mut Out<'_>) -> Go {
    match end {
        Err(Stop::Fatal(fatal)) => match fatal.reason {
            Reason::Malformed { .. }
            | Reason::Truncated
            | Reason::TooBig {
                limit: Limit::Depth,
                ..
            } => out.refuse(fatal.place, fatal.reason),
            _ => Err(Stop::Fatal(fatal)),
        },
        other => other,
    }
}

fn missing(archive: &Archive, name: &str) -> Fatal {
    Fatal::new(
        archive.place(),
        Reason::MissingFile {
            name: name.to_owned(),
        },
    )
}

/// The folder in the archive in which the export lies, with a slash; empty when it lies at the top.
fn root(paths: &[String]) -> Option<String> {
    paths
        .iter()
        .filter_map(|path| path.strip_suffix("users.json"))
        .filter(|root| root.is_empty() || root.ends_with('/'))
        .min_by_key(|root| root.len())
        .map(str::to_owned)
}

fn each(
    archive: &mut Archive,
    path: &str,
    out: &mut Out<'_>,
    take: &mut dyn FnMut(&mut Out<'_>, Place, &Value) -> Go,
) -> Go {
    let most = archive.limits().json;
    let stream = archive.stream(path)?.at_most(most);
    list(stream, path, out, &mut |out, number, value| {
        out.read();
        take(out, Place::new(path, number), value)
    })
}

/// Seconds since 1970 with a fraction, as Slack writes times.
fn moment(ts: &str) -> Option<Micros> {
    // Only the notation of seconds; a date here would be a mistake.
    ts.bytes()
        .all(|b| b.is_ascii_digit() || b == b'.')
        .then(|| dates::moment(ts, &TimeZone::UTC))
        .flatten()
}

/// A channel while its messages are read.
struct Channel {
    id: String,
    place: Place,
    created: Micros,
    /// The members that the export lists; none when it lists none that count.
    listed: Option<Vec<String>>,
    /// Who joined and did not leave, when, and where it was said.
    joined: BTreeMap<String, (Micros, Place)>,
    /// How often somebody joined.
    joins: u64,
    /// Joins of people who were members already.
    again: u64,
}

/// What must be remembered between messages.
#[derive(Default)]
struct Export {
    names: Names,
    people: HashSet<String>,
    /// Which user a bot id is.
    bots: HashMap<String, String>,
    channels: Vec<Channel>,
    ids: HashSet<String>,
    /// Channels by the name of their folder.
    folders: HashMap<String, usize>,
    /// Folders of direct messages.
    direct: HashSet<String>,
    /// Messages that were given, with the thread they belong to.
    posts: HashMap<Key, Key>,
    /// The thread under which a file was shared, by channel and file id.
    files: HashMap<(usize, String), Key>,
}

impl Export {
    fn user(&mut self, out: &mut Out<'_>, place: Place, user: &Value) -> Go {
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

    fn channel(&mut self, out: &mut Out<'_>, place: Place, channel: &Value, private: bool) -> Go {
        let (Some(id), Some(name)) = (text(channel, "id"), text(channel, "name")) else {
            let field = if text(channel, "id").is_none() {
                Field::Key
            } else {
                Field::Name
            };
            return out.refuse(place, Reason::MissingField { field });
        };
        let (id, name) = (id.trim().to_owned(), name.trim().to_owned());
        if self.ids.contains(&id) || self.folders.contains_key(&name) {
            return out.refuse(place, Reason::DuplicateKey { key: cut(&id) });
        }
        let created = text(channel, "created").unwrap_or_default();
        let Some(created) = moment(&created) else {
            return out.refuse(
                place,
                Reason::NotADate {
                    field: Field::At,
                    text: cut(&created),
                },
            );
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
        let members: Vec<String> = items(channel, "members")
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
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

    fn direct(&mut self, out: &mut Out<'_>, conversation: &Value) -> Go {
        out.skip(Skip::DirectMessages);
        // The folder has the conversation's id, or for a group of people its name.
        for name in ["id", "name"] {
            self.direct
                .extend(text(conversation, name).map(|folder| folder.trim().to_owned()));
        }
        Ok(())
    }

    fn message(&mut self, out: &mut Out<'_>, place: Place, message: &Value, channel: usize) -> Go {
        let ts = text(message, "ts").unwrap_or_default().into_owned();
        let Some(at) = moment(&ts) else {
            return out.refuse(
                place,
                Reason::NotADate {
                    field: Field::At,
                    text: cut(&ts),
                },
            );
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
            return out.refuse(
                place,
                Reason::MissingField {
                    field: Field::Author,
                },
            );
        };
        if !self.people.contains(user.as_ref()) {
            return out.refuse(place, Reason::UnknownPerson { key: cut(&user) });
        }
        if let Some(channel) = self.channels.get_mut(channel) {
            channel.joins += 1;
            channel.again += u64::from(channel.joined.contains_key(user.as_ref()));
            channel
                .joined
                .entry(user.into_owned())
                .or_insert((at, place));
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
        let key_of = |ts: &str| Key(format!("{id}:{ts}"));
        let key = key_of(ts);
        if self.posts.contains_key(&key) {
            return out.refuse(
                place,
                Reason::DuplicateKey {
                    key: cut(key.as_str()),
                },
            );
        }
        let body = body(message, &self.names);
        if body.is_empty() {
            return out.refuse(place, Reason::MissingField { field: Field::Body });
        }
        let (author, edited) = (
            self.author(message),
            inner_text(message, "edited", "ts").and_then(|ts| moment(&ts)),
        );
        let thread = match text(message, "thread_ts").filter(|root| root != ts) {
            Some(root) => match self.posts.get(&key_of(&root)) {
                Some(thread) => Some(thread.clone()),
                None => {
                    return out.refuse(
                        place,
                        Reason::UnknownThread {
                            key: cut(key_of(&root).as_str()),
                        },
                    );
                }
            },
            // An old remark about a file stands under the message that shared it, when that is there.
            None => {
                file_comment(message).and_then(|file| self.files.get(&(channel, file)).cloned())
            }
        };
        let home = thread.clone().unwrap_or_else(|| key.clone());
        let record = match thread {
            Some(thread) => Record::Comment(Comment {
                key: key.clone(),
                thread,
                parent: None,
                author,
                body,
                at,
                edited,
                score: None,
            }),
            None => Record::Thread(Thread {
                key: key.clone(),
                group: Some(Key(id)),
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
        };
        if !out.record(place.clone(), record)? {
            return Ok(());
        }
        for file in file_ids(message) {
            self.files
                .entry((channel, file))
                .or_insert_with(|| home.clone());
        }
        self.posts.insert(key.clone(), home);
        self.reactions(out, &place, message, &key, at)
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
                    Reason::DuplicateKey {
                        key: cut(&format!("{sign} {user}")),
                    },
                )?;
            }
        }
        Ok(())
    }

    fn memberships(&mut self, out: &mut Out<'_>) -> Go {
        for mut channel in std::mem::take(&mut self.channels) {
            for _ in 0..channel.again {
                out.skip(Skip::KnownMembership);
            }
            let firsts = channel.joins - channel.again;
            let mut used = 0_u64;
            let members = channel
                .listed
                .take()
                .unwrap_or_else(|| channel.joined.keys().cloned().collect());
            let mut seen = HashSet::new();
            for member in members {
                if !seen.insert(member.clone()) {
                    continue;
                }
                if !self.people.contains(&member) {
                    out.refuse(
                        channel.place.clone(),
                        Reason::UnknownPerson { key: cut(&member) },
                    )?;
                    continue;
                }
                let (at, place) = match channel.joined.remove(&member) {
                    Some(joined) => {
                        used += 1;
                        joined
                    }
                    None => (channel.created, channel.place.clone()),
                };
                let membership = Membership {
                    group: Key::new(channel.id.clone()),
                    person: Key(member),
                    at,
                };
                out.record(place, Record::Membership(membership))?;
            }
            for _ in used..firsts {
                out.skip(Skip::FormerMember);
            }
        }
        Ok(())
    }
}

/// Signs with who gave them; nobody where the export counts more people than it names. The tone of a
/// hand's skin is left out.
fn reactions(message: &Value) -> impl Iterator<Item = (&str, Option<&str>)> {
    items(message, "reactions").iter().flat_map(|reaction| {
        let name = reaction
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let sign = name.split("::").next().unwrap_or(name);
        let users = items(reaction, "users");
        let count = reaction.get("count").and_then(Value::as_u64).unwrap_or(0);
        // The count comes from outside: more than a big workspace has people is no count.
        let nameless = count.saturating_sub(users.len() as u64).min(100_000);
        let named = users.iter().map(move |user| (sign, user.as_str()));
        named.chain((0..nameless).map(move |_| (sign, None)))
    })
}
