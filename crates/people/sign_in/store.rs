//! All database access of this slice.

use crate::password::Hash;
use crate::tokens::{Purpose, Token};
use database::{Backend, Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use language::{Audience, DepartmentId, Moment, PersonId, PersonState, Result, Role, SessionId};
use schema::{audit as audits, community, departments, passwords, people, sessions, tokens};
use std::collections::HashSet;
use words::Lang;

/// A row of `people` as it begins.
#[derive(Insertable)]
#[diesel(table_name = people)]
#[diesel(treat_none_as_default_value = false)]
pub(crate) struct NewPerson<'a> {
    pub(crate) id: PersonId,
    pub(crate) name: &'a str,
    pub(crate) name_key: String,
    pub(crate) handle: String,
    pub(crate) email: Option<&'a str>,
    pub(crate) email_key: Option<&'a str>,
    pub(crate) email_verified: bool,
    pub(crate) department_id: Option<DepartmentId>,
    pub(crate) audience: Audience,
    pub(crate) role: Role,
    pub(crate) state: PersonState,
    pub(crate) team: bool,
    pub(crate) language: Option<&'static str>,
    pub(crate) joined_at: Option<Moment>,
    pub(crate) source_key: Option<&'a str>,
    pub(crate) created_at: Moment,
}

pub(crate) fn insert_person(tx: &mut Tx<'_>, person: &NewPerson<'_>) -> Result<()> {
    diesel::insert_into(people::table).values(person).execute(&mut **tx)?;
    Ok(())
}

/// What the slice needs to know of a person.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Known {
    pub(crate) id: PersonId,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) email_verified: bool,
    pub(crate) role: Role,
    pub(crate) state: PersonState,
    pub(crate) language: Option<String>,
    pub(crate) department: Option<DepartmentId>,
    pub(crate) joined_at: Option<Moment>,
}

macro_rules! known_columns {
    () => {
        (
            people::id,
            people::name,
            people::email,
            people::email_verified,
            people::role,
            people::state,
            people::language,
            people::department_id,
            people::joined_at,
        )
    };
}

pub(crate) fn person(conn: &mut Conn, id: PersonId) -> Result<Option<Known>> {
    Ok(people::table.filter(people::id.eq(id.0)).select(known_columns!()).first(conn).optional()?)
}

pub(crate) fn by_address(conn: &mut Conn, email_key: &str) -> Result<Option<Known>> {
    Ok(people::table
        .filter(people::email_key.eq(email_key))
        .select(known_columns!())
        .first(conn)
        .optional()?)
}

/// Those of `keys` that belong to somebody.
pub(crate) fn by_addresses(conn: &mut Conn, keys: &[&str]) -> Result<Vec<(String, PersonState)>> {
    let mut found = Vec::new();
    for chunk in keys.chunks(500) {
        let rows: Vec<(Option<String>, PersonState)> = people::table
            .filter(people::email_key.eq_any(chunk.iter().copied()))
            .select((people::email_key, people::state))
            .load(conn)?;
        found.extend(rows.into_iter().filter_map(|(key, state)| Some((key?, state))));
    }
    Ok(found)
}

/// Those of `keys` who got an invitation since `since`.
pub(crate) fn invited_since(
    conn: &mut Conn,
    keys: &[&str],
    since: Moment,
) -> Result<HashSet<String>> {
    let mut found = HashSet::new();
    for chunk in keys.chunks(500) {
        let rows: Vec<Option<String>> = people::table
            .inner_join(tokens::table.on(tokens::person_id.eq(people::id)))
            .filter(people::email_key.eq_any(chunk.iter().copied()))
            .filter(tokens::purpose.eq(Purpose::Invitation))
            .filter(tokens::created_at.gt(since))
            .select(people::email_key)
            .load(conn)?;
        found.extend(rows.into_iter().flatten());
    }
    Ok(found)
}

/// Holds somebody's row until the end of the transaction; their state as it is then.
pub(crate) fn hold(tx: &mut Tx<'_>, person: PersonId) -> Result<PersonState> {
    diesel::update(people::table.filter(people::id.eq(person.0)))
        .set(people::state.eq(people::state))
        .execute(&mut **tx)?;
    Ok(people::table.filter(people::id.eq(person.0)).select(people::state).first(&mut **tx)?)
}

pub(crate) fn password_of(conn: &mut Conn, person: PersonId) -> Result<Option<String>> {
    Ok(passwords::table
        .filter(passwords::person_id.eq(person.0))
        .select(passwords::hash)
        .first(conn)
        .optional()?)
}

pub(crate) fn set_password(tx: &mut Tx<'_>, person: PersonId, hash: &Hash) -> Result<()> {
    database::sql(
        "insert into passwords (person_id, hash, changed_at) values ($1, $2, $3)
         on conflict (person_id) do update
         set hash = excluded.hash, changed_at = excluded.changed_at",
    )
    .bind::<BigInt, _>(person)
    .bind::<Text, _>(hash.as_str())
    .bind::<BigInt, _>(tx.now())
    .execute(&mut **tx)?;
    Ok(())
}

/// The first of `handle`, `handle2`, `handle3`… that nobody has.
pub(crate) fn free_handle(conn: &mut Conn, name: &str) -> Result<String> {
    let base = text::handle_from(name).map_or_else(|| "lid".to_owned(), |h| h.as_str().to_owned());
    let mut from = 1;
    loop {
        let wanted: Vec<String> = (from..from + 50)
            .map(|n| if n == 1 { base.clone() } else { format!("{base}{n}") })
            .collect();
        let taken: Vec<String> = people::table
            .filter(people::handle.eq_any(&wanted))
            .select(people::handle)
            .load(conn)?;
        if let Some(free) = wanted.into_iter().find(|handle| !taken.contains(handle)) {
            return Ok(free);
        }
        from += 50;
    }
}

/// Makes somebody who has no account yet active; whether they were that.
pub(crate) fn activate(
    tx: &mut Tx<'_>,
    person: PersonId,
    name: &str,
    verified: bool,
    language: Lang,
) -> Result<bool> {
    let now = tx.now();
    let changed = diesel::update(people::table)
        .filter(people::id.eq(person.0))
        .filter(people::state.eq_any([PersonState::Placeholder, PersonState::Invited]))
        .set((
            people::name.eq(name),
            people::name_key.eq(text::normal_key(name)),
            people::state.eq(PersonState::Active),
            people::email_verified.eq(verified),
            people::language.eq(language.code()),
            people::epoch.eq(people::epoch + 1),
        ))
        .execute(&mut **tx)?;
    diesel::update(people::table)
        .filter(people::id.eq(person.0))
        .filter(people::joined_at.is_null())
        .set(people::joined_at.eq(now))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Notes that a placeholder was invited.
pub(crate) fn mark_invited(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    diesel::update(people::table)
        .filter(people::id.eq(person.0))
        .filter(people::state.eq(PersonState::Placeholder))
        .set(people::state.eq(PersonState::Invited))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn set_address(tx: &mut Tx<'_>, person: PersonId, email: &text::Email) -> Result<()> {
    diesel::update(people::table)
        .filter(people::id.eq(person.0))
        .set((
            people::email.eq(email.as_str()),
            people::email_key.eq(email.key()),
            people::email_verified.eq(false),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Notes that the owner of this address reads it, if it is still theirs.
pub(crate) fn verify_address(tx: &mut Tx<'_>, person: PersonId, email_key: &str) -> Result<bool> {
    let changed = diesel::update(people::table)
        .filter(people::id.eq(person.0))
        .filter(people::email_key.eq(email_key))
        .set(people::email_verified.eq(true))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Puts somebody in the group of everybody, if there is one.
pub(crate) fn join_commons(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    database::sql(
        "insert into memberships (group_id, person_id, state, moderates, since)
         select g.id, $1, 'active', false, $2 from groups g where g.commons
         on conflict (group_id, person_id) do nothing",
    )
    .bind::<BigInt, _>(person)
    .bind::<BigInt, _>(tx.now())
    .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn insert_token(
    tx: &mut Tx<'_>,
    purpose: Purpose,
    person: PersonId,
    payload: &str,
    hash: &str,
) -> Result<i64> {
    let id = tx.new_id();
    diesel::insert_into(tokens::table)
        .values((
            tokens::id.eq(id),
            tokens::hash.eq(hash),
            tokens::purpose.eq(purpose),
            tokens::person_id.eq(person.0),
            tokens::payload.eq(payload),
            tokens::created_at.eq(tx.now()),
            tokens::expires_at.eq(tx.now().plus(purpose.lasts())),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

pub(crate) fn token(
    conn: &mut Conn,
    purposes: &[Purpose],
    hash: &str,
    now: Moment,
) -> Result<Option<Token>> {
    let row: Option<(i64, Purpose, PersonId, String)> = tokens::table
        .filter(tokens::hash.eq(hash))
        .filter(tokens::purpose.eq_any(purposes.iter().copied()))
        .filter(tokens::spent_at.is_null())
        .filter(tokens::expires_at.gt(now))
        .select((tokens::id, tokens::purpose, tokens::person_id, tokens::payload))
        .first(conn)
        .optional()?;
    Ok(row.map(|(id, purpose, person, payload)| Token { id, purpose, person, payload }))
}

/// Spends a token, if nobody did and it has not expired.
pub(crate) fn spend_token(tx: &mut Tx<'_>, id: i64, now: Moment) -> Result<bool> {
    let spent = diesel::update(tokens::table)
        .filter(tokens::id.eq(id))
        .filter(tokens::spent_at.is_null())
        .filter(tokens::expires_at.gt(now))
        .set(tokens::spent_at.eq(now))
        .execute(&mut **tx)?;
    Ok(spent == 1)
}

/// Makes the other tokens of a person for `purposes` worthless.
pub(crate) fn withdraw_tokens(
    tx: &mut Tx<'_>,
    person: PersonId,
    purposes: &[Purpose],
) -> Result<()> {
    let now = tx.now();
    diesel::update(tokens::table)
        .filter(tokens::person_id.eq(person.0))
        .filter(tokens::purpose.eq_any(purposes.iter().copied()))
        .filter(tokens::spent_at.is_null())
        .set(tokens::spent_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// How many tokens for `purpose` a person got since `since`.
pub(crate) fn tokens_since(
    conn: &mut Conn,
    person: PersonId,
    purpose: Purpose,
    since: Moment,
) -> Result<i64> {
    Ok(tokens::table
        .filter(tokens::person_id.eq(person.0))
        .filter(tokens::purpose.eq(purpose))
        .filter(tokens::created_at.gt(since))
        .count()
        .get_result(conn)?)
}

pub(crate) fn insert_session(
    tx: &mut Tx<'_>,
    person: PersonId,
    hash: &str,
    device: &str,
    expires: Moment,
) -> Result<()> {
    let device: String = device.chars().filter(|c| *c != '\0').take(200).collect();
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(SessionId(tx.new_id())),
            sessions::token_hash.eq(hash),
            sessions::person_id.eq(person.0),
            sessions::created_at.eq(tx.now()),
            sessions::expires_at.eq(expires),
            sessions::device.eq(device),
        ))
        .execute(&mut **tx)?;
    // What has expired gives nothing; it goes when its person comes back.
    diesel::delete(sessions::table)
        .filter(sessions::person_id.eq(person.0))
        .filter(sessions::expires_at.le(tx.now()))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn end_session(tx: &mut Tx<'_>, person: PersonId, session: SessionId) -> Result<bool> {
    let ended = diesel::delete(sessions::table)
        .filter(sessions::id.eq(session))
        .filter(sessions::person_id.eq(person.0))
        .execute(&mut **tx)?;
    Ok(ended == 1)
}

pub(crate) fn end_sessions(
    tx: &mut Tx<'_>,
    person: PersonId,
    except: Option<SessionId>,
) -> Result<usize> {
    Ok(diesel::delete(sessions::table)
        .filter(sessions::person_id.eq(person.0))
        .filter(sessions::id.ne(except.unwrap_or(SessionId(0))))
        .execute(&mut **tx)?)
}

/// A sign-in that lasts, for its owner to see.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Session {
    pub(crate) id: SessionId,
    pub(crate) created_at: Moment,
    pub(crate) device: String,
}

pub(crate) fn sessions_of(conn: &mut Conn, person: PersonId, now: Moment) -> Result<Vec<Session>> {
    Ok(sessions::table
        .filter(sessions::person_id.eq(person.0))
        .filter(sessions::expires_at.gt(now))
        .order(sessions::created_at.desc())
        .limit(50)
        .select((sessions::id, sessions::created_at, sessions::device))
        .load(conn)?)
}

/// The community's name and language, once it is set up.
pub(crate) fn community(conn: &mut Conn) -> Result<Option<(String, Lang)>> {
    let row: Option<(String, String)> =
        community::table.select((community::name, community::language)).first(conn).optional()?;
    Ok(row.map(|(name, code)| (name, Lang::from_code(&code).unwrap_or_default())))
}

/// The departments to choose from: id and path.
pub(crate) fn departments(conn: &mut Conn) -> Result<Vec<(DepartmentId, String)>> {
    Ok(departments::table
        .order(departments::path)
        .select((departments::id, departments::path))
        .limit(2_000)
        .load(conn)?)
}

/// Plain members without an account or a code that works, by name: those of a
/// department and all below it, or of the whole community.
pub(crate) fn without_code(
    conn: &mut Conn,
    department: Option<&str>,
    now: Moment,
    most: i64,
) -> Result<Vec<(PersonId, String, Option<String>)>> {
    let with_code = tokens::table
        .filter(tokens::purpose.eq(Purpose::Claim))
        .filter(tokens::spent_at.is_null())
        .filter(tokens::expires_at.gt(now))
        .select(tokens::person_id);
    let mut query = people::table
        .left_join(departments::table)
        .filter(people::state.eq(PersonState::Placeholder))
        .filter(people::role.eq(Role::Member))
        .filter(people::bot.eq(false))
        .filter(people::id.ne_all(with_code))
        .order((people::name_key, people::id))
        .limit(most)
        .select((people::id, people::name, departments::path.nullable()))
        .into_boxed::<Backend>();
    if let Some(path) = department {
        let escaped = path.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let below = departments::path.like(format!("{escaped} / %")).escape('\\');
        query = query.filter(departments::path.eq(path.to_owned()).or(below));
    }
    Ok(query.load(conn)?)
}

pub(crate) fn department_path(conn: &mut Conn, id: DepartmentId) -> Result<Option<String>> {
    Ok(departments::table
        .filter(departments::id.eq(id))
        .select(departments::path)
        .first(conn)
        .optional()?)
}

/// Records who used the powers of a role, on whom, and what came of it: a line
/// that is never changed. `by` is none for the command line.
///
/// # Errors
/// A fault of the database.
pub fn audit(
    tx: &mut Tx<'_>,
    by: Option<PersonId>,
    act: &str,
    about: Option<PersonId>,
    detail: &str,
) -> Result<()> {
    let detail: String = detail.chars().take(2_000).collect();
    diesel::insert_into(audits::table)
        .values((
            audits::id.eq(tx.new_id()),
            audits::at.eq(tx.now()),
            audits::person_id.eq(by.map(|id| id.0)),
            audits::act.eq(act),
            audits::about_person_id.eq(about.map(|id| id.0)),
            audits::detail.eq(detail),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
