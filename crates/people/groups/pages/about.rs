//! About one group: what it is for, who is in it, who looks after it, who sees it.

use crate::permits::MaySee;
use crate::store::{self, Member};
use crate::w;
use askama::Template;
use database::Conn;
use language::{GroupAccess, MembershipState, PersonId, Problems, Result};
use web::{Face, Place, Reply, Request};
use words::Lang;

/// How many members a page has.
const PAGE: usize = 60;

struct Row {
    id: PersonId,
    face: Face,
    name: String,
    handle: String,
    department: String,
    team: bool,
    moderates: bool,
    me: bool,
}

/// What the reader can do about their own membership.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mine {
    /// Everybody is in; nothing to do.
    Commons,
    In,
    Invited,
    Asked,
    Expelled,
    MayJoin,
    MayAsk,
    /// Closed down, or nothing that fits.
    Nothing,
}

#[derive(Template)]
#[template(path = "templates/about.html")]
struct About<'a> {
    lang: Lang,
    see: &'a MaySee,
    mine: Mine,
    initials: String,
    count: i64,
    moderators: Vec<Row>,
    members: Vec<Row>,
    asked: Vec<Row>,
    invited: Vec<Row>,
    who_sees: String,
    later: Option<String>,
    first_page: bool,
    handle: String,
    problems: Problems,
}

impl About<'_> {
    fn open(&self) -> bool {
        self.see.group().access == GroupAccess::Open
    }

    /// Whether members can be invited, sent away, made moderator.
    fn can_change_members(&self) -> bool {
        self.see.looks_after() && !self.see.group().commons
    }

    fn can_invite(&self) -> bool {
        self.can_change_members() && self.see.group().archived.is_none()
    }
}

fn mine(see: &MaySee) -> Mine {
    let group = see.group();
    let archived = group.archived.is_some();
    match (see.mine(), group.access) {
        _ if group.commons => Mine::Commons,
        (Some(MembershipState::Active), _) => Mine::In,
        (Some(MembershipState::Expelled), _) => Mine::Expelled,
        _ if archived => Mine::Nothing,
        (Some(MembershipState::Invited), _) => Mine::Invited,
        (_, GroupAccess::Open) => Mine::MayJoin,
        (Some(MembershipState::Requested), _) => Mine::Asked,
        (_, GroupAccess::Closed) => Mine::MayAsk,
        (_, GroupAccess::Secret) => Mine::Nothing,
    }
}

fn who_sees(lang: Lang, see: &MaySee, community: &str) -> String {
    match see.group().access {
        _ if see.group().commons => w::commons_seen(lang, community),
        GroupAccess::Open => w::open_seen(lang, community),
        GroupAccess::Closed => w::closed_seen(lang).to_owned(),
        GroupAccess::Secret => w::secret_seen(lang).to_owned(),
    }
}

fn row(member: Member, me: PersonId) -> Row {
    Row {
        id: member.id,
        face: Face::of(member.id, &member.name, member.picture_id),
        name: member.name,
        handle: member.handle,
        department: member.department.unwrap_or_default(),
        team: member.team,
        moderates: member.moderates,
        me: member.id == me,
    }
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    page(request, String::new(), Problems::none())
}

/// What the page is made of.
fn about<'a>(
    conn: &mut Conn,
    lang: Lang,
    see: &'a MaySee,
    after: Option<PersonId>,
    community: &str,
) -> Result<About<'a>> {
    let me = see.by();
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut members = store::members(conn, see, after, limit)?;
    let more = members.len() > PAGE;
    members.truncate(PAGE);
    let later = members
        .last()
        .filter(|_| more)
        .map(|last| format!("/groups/{}/members?after={}", see.group().slug, last.id));
    let (asked, invited): (Vec<Member>, Vec<Member>) =
        store::waiting(conn, see)?.into_iter().partition(|m| m.state == MembershipState::Requested);
    let rows = |members: Vec<Member>| members.into_iter().map(|m| row(m, me)).collect();
    Ok(About {
        lang,
        mine: mine(see),
        initials: web::initials(&see.group().name),
        count: store::count_members(conn, see)?,
        moderators: rows(store::moderators(conn, see)?),
        members: rows(members),
        asked: rows(asked),
        invited: rows(invited),
        who_sees: who_sees(lang, see, community),
        later,
        first_page: after.is_none(),
        handle: String::new(),
        problems: Problems::none(),
        see,
    })
}

/// The page, with what was typed in the invitation when that must be mended.
pub(super) fn page(request: &Request, handle: String, problems: Problems) -> Result<Reply> {
    let me = request.visitor()?.id;
    let slug: String = request.param("slug")?;
    let after: Option<PersonId> = request.query.parsed("after")?;
    let community = request.community()?;
    let wrong = !problems.is_empty();
    let reply = request.house.database.snapshot(|conn| {
        let see = MaySee::of(conn, me, &slug)?;
        let body = about(conn, request.lang, &see, after, &community.name)?;
        let body = About { handle, problems, ..body };
        request.page(&see.group().name, Place::Groups, &body)
    })?;
    Ok(if wrong { reply.to_be_mended() } else { reply })
}

/// The page's own HTML, as this person gets it.
#[cfg(test)]
pub(crate) fn shown(conn: &mut Conn, by: PersonId, slug: &str, lang: Lang) -> Result<String> {
    let see = MaySee::of(conn, by, slug)?;
    let html = about(conn, lang, &see, None, "Het Plein")?.render();
    html.map_err(|e| language::Failure::fault("render a page", e))
}
