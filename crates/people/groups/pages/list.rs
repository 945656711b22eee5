//! The groups: mine, and others to find.

use crate::store::{self, Seen};
use crate::w;
use askama::Template;
use language::{GroupAccess, GroupId, MembershipState, Moment, Result};
use std::collections::HashMap;
use web::{Place, Reply, Request};
use words::Lang;

/// How many groups to find a page has.
const PAGE: usize = 40;
/// How far back threads count as new.
const NEW_FOR: i64 = 14 * Moment::DAY;

struct Row {
    slug: String,
    name: String,
    purpose: String,
    initials: String,
    hue: i64,
    href: String,
    members: i64,
    unread: i64,
    closed: bool,
    secret: bool,
    archived: bool,
    member: bool,
    invited: bool,
    asked: bool,
    expelled: bool,
}

#[derive(Template)]
#[template(path = "templates/groups.html")]
struct Groups<'a> {
    lang: Lang,
    invitations: Vec<Row>,
    mine: Vec<Row>,
    others: Vec<Row>,
    query: &'a str,
    later: Option<String>,
    first_page: bool,
}

fn row(seen: Seen, unread: &HashMap<GroupId, i64>) -> Row {
    let group = seen.group;
    let page = if seen.reads { "" } else { "/members" };
    Row {
        href: format!("/groups/{}{page}", group.slug),
        initials: web::initials(&group.name),
        hue: group.hue(),
        members: seen.members,
        unread: unread.get(&group.id).copied().unwrap_or(0),
        closed: group.access == GroupAccess::Closed,
        secret: group.access == GroupAccess::Secret,
        archived: group.archived.is_some(),
        member: seen.mine == Some(MembershipState::Active),
        invited: seen.mine == Some(MembershipState::Invited),
        asked: seen.mine == Some(MembershipState::Requested),
        expelled: seen.mine == Some(MembershipState::Expelled),
        slug: group.slug,
        name: group.name,
        // A list shows the beginning; the group's own page all of it.
        purpose: text::excerpt(&group.purpose, 160),
    }
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    let me = request.visitor()?;
    let after: Option<GroupId> = request.query.parsed("after")?;
    let query = request.query.text("q");
    let key: String = text::normal_key(query).chars().take(100).collect();
    let first_page = after.is_none() && key.is_empty();
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let (mine, mut others, unread) = request.house.database.read(|conn| {
        let mine = if first_page { store::mine(conn, me.id)? } else { Vec::new() };
        let unread = if first_page {
            store::unread(conn, me.id, request.now.plus(-NEW_FOR))?
        } else {
            HashMap::new()
        };
        Ok((mine, store::others(conn, me.id, after, &key, limit)?, unread))
    })?;
    let more = others.len() > PAGE;
    others.truncate(PAGE);
    let later = others.last().filter(|_| more).map(|last| {
        let from = format!("/groups?after={}", last.group.id);
        if query.is_empty() { from } else { format!("{from}&q={}", encoded(query)) }
    });
    let (invitations, mine): (Vec<Row>, Vec<Row>) =
        mine.into_iter().map(|seen| row(seen, &unread)).partition(|row| row.invited);
    let body = Groups {
        lang: request.lang,
        invitations,
        mine,
        others: others.into_iter().map(|seen| row(seen, &unread)).collect(),
        query,
        later,
        first_page,
    };
    request.page(w::groups(request.lang), Place::Groups, &body)
}

/// A value for behind a question mark.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
