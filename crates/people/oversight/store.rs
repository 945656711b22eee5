//! All database access of this slice.

use crate::consent::{Draft, Record, Scope};
use crate::looks::{Look, Purpose, Seen};
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use language::{Day, Moment, PersonId, Result, Role};
use schema::{consents, looks, people};

/// So many people are asked for at once.
pub(crate) const AT_ONCE: usize = 500;

/// The last day on which a consent holds that holds on `today`.
pub(crate) fn valid_until(conn: &mut Conn, scope: Scope, today: Day) -> Result<Option<Day>> {
    Ok(consents::table
        .filter(consents::scope.eq(scope))
        .filter(consents::withdrawn_at.is_null())
        .filter(consents::given_on.le(today))
        .filter(consents::expires_on.ge(today))
        .select(diesel::dsl::max(consents::expires_on))
        .first(conn)?)
}

/// The scopes for which a consent holds on `today`.
pub(crate) fn scopes_on(conn: &mut Conn, today: Day) -> Result<Vec<Scope>> {
    Ok(consents::table
        .filter(consents::withdrawn_at.is_null())
        .filter(consents::given_on.le(today))
        .filter(consents::expires_on.ge(today))
        .select(consents::scope)
        .distinct()
        .load(conn)?)
}

#[derive(QueryableByName)]
struct Kept {
    #[diesel(sql_type = Text)]
    scope: Scope,
    #[diesel(sql_type = Text)]
    given_by: String,
    #[diesel(sql_type = Integer)]
    given_on: Day,
    #[diesel(sql_type = Integer)]
    expires_on: Day,
    #[diesel(sql_type = Text)]
    reference: String,
    #[diesel(sql_type = Text)]
    recorded_by: String,
    #[diesel(sql_type = BigInt)]
    recorded_at: Moment,
    #[diesel(sql_type = Nullable<BigInt>)]
    withdrawn_at: Option<Moment>,
}

pub(crate) fn records(conn: &mut Conn) -> Result<Vec<Record>> {
    let rows: Vec<Kept> = database::sql(
        "select c.scope, c.given_by, c.given_on, c.expires_on, c.reference,
            p.name as recorded_by, c.recorded_at, c.withdrawn_at
        from consents c join people p on p.id = c.recorded_by
        order by c.recorded_at desc, c.id desc",
    )
    .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| Record {
            scope: row.scope,
            given_by: row.given_by,
            given_on: row.given_on,
            expires_on: row.expires_on,
            reference: row.reference,
            recorded_by: row.recorded_by,
            recorded_at: row.recorded_at,
            withdrawn_at: row.withdrawn_at,
        })
        .collect())
}

/// Whether this very consent stands there already.
pub(crate) fn is_recorded(conn: &mut Conn, draft: &Draft) -> Result<bool> {
    let count: i64 = consents::table
        .filter(consents::scope.eq(draft.scope))
        .filter(consents::given_by.eq(&draft.given_by))
        .filter(consents::given_on.eq(draft.given_on))
        .filter(consents::expires_on.eq(draft.expires_on))
        .filter(consents::withdrawn_at.is_null())
        .count()
        .get_result(conn)?;
    Ok(count > 0)
}

pub(crate) fn insert(tx: &mut Tx<'_>, by: PersonId, draft: &Draft) -> Result<i64> {
    let (id, at) = (tx.new_id(), tx.now());
    diesel::insert_into(consents::table)
        .values((
            consents::id.eq(id),
            consents::scope.eq(draft.scope),
            consents::given_by.eq(&draft.given_by),
            consents::given_on.eq(draft.given_on),
            consents::expires_on.eq(draft.expires_on),
            consents::reference.eq(&draft.reference),
            consents::recorded_by.eq(by),
            consents::recorded_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// The consents for a scope that nobody withdrew.
pub(crate) fn open(conn: &mut Conn, scope: Scope) -> Result<Vec<i64>> {
    Ok(consents::table
        .filter(consents::scope.eq(scope))
        .filter(consents::withdrawn_at.is_null())
        .order(consents::id)
        .select(consents::id)
        .load(conn)?)
}

pub(crate) fn withdraw(tx: &mut Tx<'_>, by: PersonId, ids: &[i64]) -> Result<()> {
    let at = tx.now();
    diesel::update(consents::table.filter(consents::id.eq_any(ids)))
        .set((consents::withdrawn_at.eq(at), consents::withdrawn_by.eq(by)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whose addresses these are.
pub(crate) fn people_at(conn: &mut Conn, keys: &[String]) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for some in keys.chunks(AT_ONCE) {
        let known: Vec<i64> =
            people::table.filter(people::email_key.eq_any(some)).select(people::id).load(conn)?;
        found.extend(known);
    }
    Ok(found)
}

#[derive(Insertable)]
#[diesel(table_name = looks)]
struct NewLook {
    person_id: i64,
    by_id: i64,
    by_role: Role,
    purpose: &'static str,
    day: Day,
    first_at: Moment,
    last_at: Moment,
    times: i32,
}

/// One look at at most [`AT_ONCE`] people.
pub(crate) fn look(tx: &mut Tx<'_>, seen: Seen, some: &[i64]) -> Result<()> {
    let again = looks::table
        .filter(looks::by_id.eq(seen.by))
        .filter(looks::day.eq(seen.day))
        .filter(looks::purpose.eq(seen.purpose.name()))
        .filter(looks::person_id.eq_any(some));
    let known: Vec<i64> = again.clone().select(looks::person_id).load(&mut **tx)?;
    if !known.is_empty() {
        diesel::update(again)
            .set((looks::last_at.eq(seen.at), looks::times.eq(looks::times + 1)))
            .execute(&mut **tx)?;
    }
    // Who was erased in the meantime has no row to point at.
    let there: Vec<i64> =
        people::table.filter(people::id.eq_any(some)).select(people::id).load(&mut **tx)?;
    let new: Vec<NewLook> = there
        .into_iter()
        .filter(|person| !known.contains(person))
        .map(|person| NewLook {
            person_id: person,
            by_id: seen.by.0,
            by_role: seen.role,
            purpose: seen.purpose.name(),
            day: seen.day,
            first_at: seen.at,
            last_at: seen.at,
            times: 1,
        })
        .collect();
    database::insert_all!(tx, looks::table, &new);
    Ok(())
}

#[derive(QueryableByName)]
struct LookRow {
    #[diesel(sql_type = Text)]
    who: String,
    #[diesel(sql_type = Text)]
    by_role: Role,
    #[diesel(sql_type = Text)]
    purpose: String,
    #[diesel(sql_type = BigInt)]
    first_at: Moment,
    #[diesel(sql_type = BigInt)]
    last_at: Moment,
    #[diesel(sql_type = Integer)]
    times: i32,
}

pub(crate) fn looks_at(conn: &mut Conn, person: PersonId, limit: i64) -> Result<Vec<Look>> {
    let rows: Vec<LookRow> = database::sql(
        "select p.name as who, l.by_role, l.purpose, l.first_at, l.last_at, l.times
        from looks l join people p on p.id = l.by_id
        where l.person_id = $1 order by l.last_at desc, l.by_id, l.purpose limit $2",
    )
    .bind::<BigInt, _>(person)
    .bind::<BigInt, _>(limit)
    .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| Look {
            by: row.who,
            role: row.by_role,
            purpose: Purpose::from_name(&row.purpose),
            first_at: row.first_at,
            last_at: row.last_at,
            times: row.times,
        })
        .collect())
}

pub(crate) fn has_looks_before(conn: &mut Conn, day: Day) -> Result<bool> {
    let first: Option<Day> = looks::table.select(diesel::dsl::min(looks::day)).first(conn)?;
    Ok(first.is_some_and(|first| first < day))
}

pub(crate) fn forget_looks_before(tx: &mut Tx<'_>, day: Day) -> Result<()> {
    diesel::delete(looks::table.filter(looks::day.lt(day))).execute(&mut **tx)?;
    Ok(())
}
