//! Which of several sources of one kind an export is from: two workspaces, two sites. What is told
//! stays the same from one export to the next of the same source, whatever the file is called.

use crate::archive::Archive;
use crate::emit::{Go, Out, Stop};
use crate::json::list;
use crate::reason::Refusal;
use crate::stack_exchange::users_file;
use crate::staged::*;
use crate::xml;
use serde_json::Value;

/// A sink that takes nothing.
struct Nowhere;

impl Sink for Nowhere {
    fn record(&mut self, _: Place, _: Record) -> std::ops::ControlFlow<()> {
        std::ops::ControlFlow::Break(())
    }

    fn refuse(&mut self, _: Refusal) -> std::ops::ControlFlow<()> {
        std::ops::ControlFlow::Continue(())
    }
}

/// The workspace of a Slack export: the id of its team, in small letters. None when it does not say.
pub fn slack_source(archive: &mut Archive) -> Option<String> {
    let users = archive.paths().into_iter().filter(|path| path.ends_with("users.json"));
    let users = users.min_by_key(String::len)?;
    let most = archive.limits().json;
    let stream = archive.stream(&users).ok()?.at_most(most);
    let mut found = None;
    let mut out = Nowhere;
    let mut out = Out::new(&mut out);
    let _: Go = list(stream, &users, &mut out, &mut |_, _, user: &Value| {
        found = user.get("team_id").and_then(Value::as_str).and_then(plain);
        if found.is_some() { Err(Stop::Asked) } else { Ok(()) }
    });
    found
}

/// The site of a Stack Exchange dump: the moment at which it began, which is when the account with
/// number -1 was made. None when the dump does not have it.
pub fn stack_exchange_source(archive: &mut Archive) -> Option<String> {
    let users = users_file(archive)?;
    let stream = archive.stream(&users).ok()?;
    let mut found = None;
    let mut out = Nowhere;
    let mut out = Out::new(&mut out);
    let _: Go = xml::rows(stream, &users, false, &mut out, &mut |_, row, _| {
        if row.get("Id") == Some("-1") {
            found = row.get("CreationDate").and_then(plain);
        }
        // It stands first.
        Err(Stop::Asked)
    });
    found
}

/// Small letters and digits, at most 30; none when there are none.
fn plain(text: &str) -> Option<String> {
    let kept: String = text.chars().filter(char::is_ascii_alphanumeric).take(30).collect();
    let kept = kept.to_ascii_lowercase();
    (!kept.is_empty()).then_some(kept)
}
