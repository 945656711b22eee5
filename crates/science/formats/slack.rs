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
use crate::json::list;
use crate::reason::{Fatal, Limit, Reason, cut};
use crate::slack_days::Export;
use crate::staged::*;
use serde_json::Value;

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
    each(archive, &format!("{root}users.json"), out, &mut |out, place, value| {
        export.user(out, place, value)
    })?;
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
            each(archive, &format!("{root}{name}"), out, &mut |out, _, value| {
                export.direct(out, value)
            })?;
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
        let day = file.strip_suffix(".json").filter(|day| dates::date(day).is_some());
        match export.folders.get(folder) {
            _ if export.direct.contains(folder) => out.skip(Skip::DirectMessages),
            _ if day.is_none() => out.skip(Skip::OtherFile),
            None => out.refuse(Place::new(path, 0), Reason::UnknownGroup { key: cut(folder) })?,
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
const KNOWN_FILES: [&str; 5] =
    ["users.json", "channels.json", "groups.json", "dms.json", "mpims.json"];

/// A day that is no JSON is refused alone; what threatens the machine or shows a broken archive ends all.
fn broken_day(end: Go, out: &mut Out<'_>) -> Go {
    match end {
        Err(Stop::Fatal(fatal)) => match fatal.reason {
            Reason::Malformed { .. }
            | Reason::Truncated
            | Reason::TooBig { limit: Limit::Depth, .. } => out.refuse(fatal.place, fatal.reason),
            _ => Err(Stop::Fatal(fatal)),
        },
        other => other,
    }
}

fn missing(archive: &Archive, name: &str) -> Fatal {
    Fatal::new(archive.place(), Reason::MissingFile { name: name.to_owned() })
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
    let limits = archive.limits();
    let stream = archive.stream(path)?.at_most(limits.json).at_ratio(limits.json_ratio);
    list(stream, path, out, &mut |out, number, value| {
        out.read();
        take(out, Place::new(path, number), value)
    })
}
