//! All database access of this slice. What reads asks who reads: a group comes out
//! only through the views `visible_groups` and `readable_groups`.

mod write;

pub(crate) use write::{
    archive, change, end_all, hold, insert, move_to, set_moderates, step_aside,
};

use crate::group::Group;
use crate::permits::MaySee;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text};
use language::{
    GroupAccess, GroupId, MembershipState, Moment, PersonId, PersonState, Result, Role,
};
use schema::people;
use std::collections::HashMap;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: GroupId,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = Text)]
    purpose: String,
    #[diesel(sql_type = Text)]
    access: GroupAccess,
    #[diesel(sql_type = Bool)]
    commons: bool,
    #[diesel(sql_type = Nullable<BigInt>)]
    archived_at: Option<Moment>,
    #[diesel(sql_type = Text)]
    role: Role,
    #[diesel(sql_type = Nullable<Text>)]
    state: Option<MembershipState>,
    #[diesel(sql_type = Bool)]
    moderates: bool,
    #[diesel(sql_type = Bool)]
    reads: bool,
    #[diesel(sql_type = BigInt)]
    members: i64,
}

impl Row {
    fn seen(self) -> Seen {
        Seen {
            group: Group {
                id: self.id,
                name: self.name,
                slug: self.slug,
                purpose: self.purpose,
                access: self.access,
                commons: self.commons,
                archived: self.archived_at,
            },
            role: self.role,
            mine: self.state,
            moderates: self.moderates,
            reads: self.reads,
            members: self.members,
        }
    }
}

/// A group and how a reader stands to it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) group: Group,
    pub(crate) role: Role,
    pub(crate) mine: Option<MembershipState>,
    pub(crate) moderates: bool,
    pub(crate) reads: bool,
    pub(crate) members: i64,
}

/// Who may not enter or is gone is no member.
const COUNT: &str = "(select count(*) from memberships c join people cp on cp.id = c.person_id
    where c.group_id = g.id and c.state = 'active' and cp.state not in ('suspended', 'erased'))";

/// Groups that the reader ($1) may know of, with `members` for their number.
fn seen_by(members: &str) -> String {
    format!(
        "select g.id, g.name, g.slug, g.purpose, g.access, g.commons, g.archived_at, me.role,
                m.state, coalesce(m.moderates, false) as moderates,
                exists (select 1 from readable_groups r
                        where r.person_id = $1 and r.group_id = g.id) as reads,
                {members} as members
         from visible_groups v
         join groups g on g.id = v.group_id
         join people me on me.id = v.person_id
         left join memberships m on m.group_id = g.id and m.person_id = $1
         where v.person_id = $1"
    )
}

/// The group with this part of an address, if the reader may know of it.
pub(crate) fn seen(conn: &mut Conn, reader: PersonId, slug: &str) -> Result<Option<Seen>> {
    let row: Option<Row> = database::sql(seen_by("cast(0 as bigint)") + " and g.slug = $2")
        .bind::<BigInt, _>(reader)
        .bind::<Text, _>(slug)
        .get_result(conn)
        .optional()?;
    Ok(row.map(Row::seen))
}

const INVOLVED: &str = "('active', 'invited', 'requested')";

/// The groups that the reader is in, is invited to or asked to come into; at most 300.
pub(crate) fn mine(conn: &mut Conn, reader: PersonId) -> Result<Vec<Seen>> {
    let sql = format!(
        "{} and m.state in {INVOLVED} order by g.commons desc, g.name_key, g.id limit 300",
        seen_by(COUNT)
    );
    let rows: Vec<Row> = database::sql(sql).bind::<BigInt, _>(reader).load(conn)?;
    Ok(rows.into_iter().map(Row::seen).collect())
}

/// Groups in use that the reader has nothing to do with yet, by name: at most
/// `limit` after the group `after`, with `key` in their name.
pub(crate) fn others(
    conn: &mut Conn,
    reader: PersonId,
    after: Option<GroupId>,
    key: &str,
    limit: i64,
) -> Result<Vec<Seen>> {
    // The place of a group that the reader may not know of is none.
    let from = if after.is_some() {
        "and (g.name_key, g.id) > (select k.name_key, k.id from groups k
              join visible_groups kv on kv.group_id = k.id and kv.person_id = $1
              where k.id = $2)"
    } else {
        "and $2 = 0"
    };
    let escaped = key.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let sql = format!(
        "{} and g.archived_at is null and not g.commons
           and (m.state is null or m.state not in {INVOLVED}) {from}
           and g.name_key like $3 escape '\\'
         order by g.name_key, g.id limit $4",
        seen_by(COUNT)
    );
    let rows: Vec<Row> = database::sql(sql)
        .bind::<BigInt, _>(reader)
        .bind::<BigInt, _>(after.map_or(0, |id| id.0))
        .bind::<Text, _>(format!("%{escaped}%"))
        .bind::<BigInt, _>(limit)
        .load(conn)?;
    Ok(rows.into_iter().map(Row::seen).collect())
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    group_id: GroupId,
    #[diesel(sql_type = BigInt)]
    posts: i64,
}

/// How many threads of others in each of the reader's groups moved since `since`
/// and were not read.
pub(crate) fn unread(
    conn: &mut Conn,
    reader: PersonId,
    since: Moment,
) -> Result<HashMap<GroupId, i64>> {
    let rows: Vec<Counted> = database::sql(
        "select t.group_id, count(*) as posts
         from posts t
         join memberships m
           on m.group_id = t.group_id and m.person_id = $1 and m.state = 'active'
         join readable_groups v on v.group_id = t.group_id and v.person_id = $1
         left join thread_reads r
           on r.person_id = $1 and r.subject_kind = 1 and r.subject_id = t.id
         where t.state = 'published' and t.activity_at >= $2
           and (t.author_id is null or t.author_id <> $1)
           and (r.read_at is null or r.read_at < t.activity_at)
         group by t.group_id",
    )
    .bind::<BigInt, _>(reader)
    .bind::<BigInt, _>(since)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.group_id, row.posts)).collect())
}

/// Somebody in a group.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub(crate) struct Member {
    #[diesel(sql_type = BigInt)]
    pub(crate) id: PersonId,
    #[diesel(sql_type = Text)]
    pub(crate) name: String,
    #[diesel(sql_type = Text)]
    pub(crate) handle: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub(crate) picture_id: Option<i64>,
    #[diesel(sql_type = Bool)]
    pub(crate) team: bool,
    #[diesel(sql_type = Nullable<Text>)]
    pub(crate) department: Option<String>,
    #[diesel(sql_type = Bool)]
    pub(crate) moderates: bool,
    #[diesel(sql_type = Text)]
    pub(crate) state: MembershipState,
}

const MEMBERS: &str = "
    select p.id, p.name, p.handle, p.picture_id, p.team, d.name as department, m.moderates, m.state
    from memberships m
    join people p on p.id = m.person_id
    left join departments d on d.id = p.department_id
    where m.group_id = $1 and p.state not in ('suspended', 'erased')";

/// Members by name, at most `limit` after the person `after`; for who reads in the
/// group or looks after it.
pub(crate) fn members(
    conn: &mut Conn,
    see: &MaySee,
    after: Option<PersonId>,
    limit: i64,
) -> Result<Vec<Member>> {
    if !see.reads() && !see.looks_after() {
        return Ok(Vec::new());
    }
    let from = if after.is_some() {
        "and (p.name_key, p.id) > (select k.name_key, k.id from people k where k.id = $2)"
    } else {
        "and $2 = 0"
    };
    let sql = format!("{MEMBERS} and m.state = 'active' {from} order by p.name_key, p.id limit $3");
    Ok(database::sql(sql)
        .bind::<BigInt, _>(see.group().id)
        .bind::<BigInt, _>(after.map_or(0, |id| id.0))
        .bind::<BigInt, _>(limit)
        .load(conn)?)
}

/// Who looks after the group, for everybody who may know of it.
pub(crate) fn moderators(conn: &mut Conn, see: &MaySee) -> Result<Vec<Member>> {
    let sql = format!(
        "{MEMBERS} and m.state = 'active' and m.moderates order by p.name_key, p.id limit 20"
    );
    Ok(database::sql(sql).bind::<BigInt, _>(see.group().id).load(conn)?)
}

/// Who asked to come in and who was invited, longest ago first; for those who look
/// after the group.
pub(crate) fn waiting(conn: &mut Conn, see: &MaySee) -> Result<Vec<Member>> {
    if !see.looks_after() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{MEMBERS} and m.state in ('requested', 'invited') order by m.since, p.id limit 100"
    );
    Ok(database::sql(sql).bind::<BigInt, _>(see.group().id).load(conn)?)
}

/// How many members there are, for everybody who may know of the group.
pub(crate) fn count_members(conn: &mut Conn, see: &MaySee) -> Result<i64> {
    let found: Number =
        database::sql(format!("select {COUNT} as number from groups g where g.id = $1"))
            .bind::<BigInt, _>(see.group().id)
            .get_result(conn)?;
    Ok(found.number)
}

/// A person in a group, and in the community.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) state: MembershipState,
    pub(crate) moderates: bool,
    pub(crate) role: Role,
    pub(crate) can_sign_in: bool,
}

impl Standing {
    /// Whether the group could count on them.
    pub(crate) fn looks_after(self) -> bool {
        self.moderates && self.state == MembershipState::Active && self.can_sign_in
    }
}

/// The membership of somebody, if there ever was one.
pub(crate) fn standing(
    conn: &mut Conn,
    see: &MaySee,
    person: PersonId,
) -> Result<Option<Standing>> {
    use schema::memberships;
    let row: Option<(MembershipState, bool, Role, PersonState)> = memberships::table
        .inner_join(people::table)
        .filter(memberships::group_id.eq(see.group().id.0))
        .filter(memberships::person_id.eq(person.0))
        .select((memberships::state, memberships::moderates, people::role, people::state))
        .first(conn)
        .optional()?;
    Ok(row.map(|(state, moderates, role, account)| Standing {
        state,
        moderates,
        role,
        can_sign_in: account == PersonState::Active,
    }))
}

/// How many moderators of the group can sign in.
pub(crate) fn count_moderators(conn: &mut Conn, see: &MaySee) -> Result<i64> {
    use schema::memberships;
    Ok(memberships::table
        .inner_join(people::table)
        .filter(memberships::group_id.eq(see.group().id.0))
        .filter(memberships::state.eq(MembershipState::Active))
        .filter(memberships::moderates.eq(true))
        .filter(people::state.eq(PersonState::Active))
        .count()
        .get_result(conn)?)
}

/// Whoever has this handle and can sign in.
pub(crate) fn person_by_handle(conn: &mut Conn, handle: &str) -> Result<Option<PersonId>> {
    Ok(people::table
        .filter(people::handle.eq(handle))
        .filter(people::state.eq(PersonState::Active))
        .filter(people::bot.eq(false))
        .select(people::id)
        .first::<i64>(conn)
        .optional()?
        .map(PersonId))
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Whether another group that the reader may know of has this name.
pub(crate) fn is_taken(
    conn: &mut Conn,
    reader: PersonId,
    key: &str,
    except: GroupId,
) -> Result<bool> {
    let found: Number = database::sql(
        "select count(*) as number
         from groups g
         join visible_groups v on v.group_id = g.id and v.person_id = $1
         where g.name_key in ($2, $2 || ' #' || cast(g.id as text)) and g.id <> $3",
    )
    .bind::<BigInt, _>(reader)
    .bind::<Text, _>(key)
    .bind::<BigInt, _>(except)
    .get_result(conn)?;
    Ok(found.number > 0)
}
