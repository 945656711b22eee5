use crate::house::Community;
use crate::visitor::Visitor;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};
use language::{Day, Fact, GroupId, Moment, PersonId, PersonState, Result, SessionId, Verb};
use schema::{community, groups, people, readable_groups, sessions};
use std::collections::HashSet;

/// The visitor whose session has this hash, while it lasts. Expiry and the
/// person's state are part of the look-up: there is no session without them.
pub(crate) fn visitor(conn: &mut Conn, hash: &str, now: Moment) -> Result<Option<Visitor>> {
    type Row = (
        SessionId,
        PersonId,
        String,
        String,
        language::Role,
        bool,
        Option<language::DepartmentId>,
        Option<String>,
        Option<i64>,
        i32,
    );
    let row: Option<Row> = sessions::table
        .inner_join(people::table)
        .filter(sessions::token_hash.eq(hash))
        .filter(sessions::expires_at.gt(now))
        .filter(people::state.eq(PersonState::Active))
        .select((
            sessions::id,
            people::id,
            people::name,
            people::handle,
            people::role,
            people::team,
            people::department_id,
            people::language,
            people::picture_id,
            people::epoch,
        ))
        .get_result(conn)
        .optional()?;
    Ok(row.map(|(session, id, name, handle, role, team, department, language, picture, epoch)| {
        Visitor { id, name, handle, role, team, department, session, language, picture, epoch }
    }))
}

/// Whether the session still stands and nothing about its person's rights changed.
pub(crate) fn still_valid(
    conn: &mut Conn,
    session: SessionId,
    epoch: i32,
    now: Moment,
) -> Result<bool> {
    let found: Option<i32> = sessions::table
        .inner_join(people::table)
        .filter(sessions::id.eq(session))
        .filter(sessions::expires_at.gt(now))
        .filter(people::state.eq(PersonState::Active))
        .select(people::epoch)
        .get_result(conn)
        .optional()?;
    Ok(found == Some(epoch))
}

/// The groups whose content this person may read.
pub(crate) fn readable(conn: &mut Conn, person: PersonId) -> Result<HashSet<GroupId>> {
    let ids: Vec<GroupId> = readable_groups::table
        .filter(readable_groups::person_id.eq(person.0))
        .select(readable_groups::group_id)
        .load(conn)?;
    Ok(ids.into_iter().collect())
}

/// The community, once it is set up.
pub(crate) fn community(conn: &mut Conn) -> Result<Option<Community>> {
    let row: Option<(String, String, String, i32, bool)> = community::table
        .select((
            community::name,
            community::language,
            community::zone,
            community::floor,
            community::team_marked,
        ))
        .get_result(conn)
        .optional()?;
    let Some((name, language, zone, floor, team_marked)) = row else { return Ok(None) };
    let commons: Option<GroupId> = groups::table
        .filter(groups::commons.eq(true))
        .select(groups::id)
        .get_result(conn)
        .optional()?;
    Ok(Some(Community {
        name,
        language: words::Lang::from_code(&language).unwrap_or_default(),
        zone: jiff::tz::TimeZone::get(&zone).unwrap_or(jiff::tz::TimeZone::UTC),
        floor,
        team_marked,
        commons: commons.unwrap_or(GroupId(0)),
    }))
}

/// Records that this person was here on this day, once.
pub(crate) fn was_here(tx: &mut Tx<'_>, person: PersonId, day: Day) -> Result<()> {
    let new = database::sql(
        "insert into active_days (person_id, day) values ($1, $2) on conflict do nothing",
    )
    .bind::<BigInt, _>(person)
    .bind::<Integer, _>(day)
    .execute(&mut **tx)?;
    if new == 1 {
        let who = facts::who(tx, person)?;
        let fact = who.did(Fact::new(Verb::Session, tx.now(), day));
        facts::record(tx, &fact)?;
    }
    Ok(())
}
