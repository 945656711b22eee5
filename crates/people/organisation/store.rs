//! All database access of this slice.

use crate::set_up::SetUp;
use crate::settings::Settings;
use crate::team::Candidate;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use language::{DepartmentId, GroupAccess, GroupId, PersonId, PersonState, Result, Role};
use schema::{community, department_leaders, departments, groups, people};
use std::collections::HashMap;
use words::Lang;

pub(crate) fn is_set_up(conn: &mut Conn) -> Result<bool> {
    let count: i64 = community::table.count().get_result(conn)?;
    Ok(count > 0)
}

pub(crate) fn insert_community(tx: &mut Tx<'_>, new: &SetUp<'_>, seed: i64) -> Result<()> {
    diesel::insert_into(community::table)
        .values((
            community::id.eq(1),
            community::name.eq(new.name),
            community::language.eq(new.language.code()),
            community::zone.eq(new.zone),
            community::seed.eq(seed),
            community::floor.eq(new.floor),
            community::team_marked.eq(false),
            community::created_at.eq(tx.now()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn insert_commons(tx: &mut Tx<'_>, id: GroupId, name: &str, slug: &str) -> Result<()> {
    diesel::insert_into(groups::table)
        .values((
            groups::id.eq(id),
            groups::name.eq(name),
            groups::name_key.eq(text::normal_key(name)),
            groups::slug.eq(slug),
            groups::access.eq(GroupAccess::Open),
            groups::commons.eq(true),
            groups::created_at.eq(tx.now()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn settings(conn: &mut Conn) -> Result<Option<Settings>> {
    let row: Option<(String, String, String, i32)> = community::table
        .select((community::name, community::language, community::zone, community::floor))
        .first(conn)
        .optional()?;
    Ok(row.map(|(name, language, zone, floor)| Settings {
        name,
        language: Lang::from_code(&language).unwrap_or_default(),
        zone,
        floor,
    }))
}

pub(crate) fn update_settings(tx: &mut Tx<'_>, new: &Settings) -> Result<()> {
    diesel::update(community::table)
        .set((
            community::name.eq(&new.name),
            community::language.eq(new.language.code()),
            community::zone.eq(&new.zone),
            community::floor.eq(new.floor),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// A row of `departments`.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Row {
    pub(crate) id: DepartmentId,
    pub(crate) parent: Option<DepartmentId>,
    pub(crate) name: String,
    pub(crate) name_key: String,
    pub(crate) path: String,
    pub(crate) headcount: Option<i32>,
}

macro_rules! row_columns {
    () => {
        (
            departments::id,
            departments::parent_id,
            departments::name,
            departments::name_key,
            departments::path,
            departments::headcount,
        )
    };
}

pub(crate) fn departments(conn: &mut Conn) -> Result<Vec<Row>> {
    Ok(departments::table.select(row_columns!()).load(conn)?)
}

pub(crate) fn department_by_id(conn: &mut Conn, id: DepartmentId) -> Result<Option<Row>> {
    Ok(departments::table
        .filter(departments::id.eq(id))
        .select(row_columns!())
        .first(conn)
        .optional()?)
}

/// The department of this name below `parent`, with its path.
pub(crate) fn department(
    conn: &mut Conn,
    parent: Option<DepartmentId>,
    name_key: &str,
) -> Result<Option<(DepartmentId, String)>> {
    let columns = (departments::id, departments::path);
    let named = departments::table.filter(departments::name_key.eq(name_key)).select(columns);
    Ok(match parent {
        Some(parent) => named.filter(departments::parent_id.eq(parent)).first(conn).optional()?,
        None => named.filter(departments::parent_id.is_null()).first(conn).optional()?,
    })
}

/// Inserts a department unless its parent has one of that name; whether it is new.
pub(crate) fn insert_department(
    tx: &mut Tx<'_>,
    parent: Option<DepartmentId>,
    name: &str,
    name_key: &str,
    path: &str,
) -> Result<bool> {
    let new = database::sql(
        "insert into departments (id, parent_id, name, name_key, path, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
    )
    .bind::<BigInt, _>(tx.new_id())
    .bind::<diesel::sql_types::Nullable<BigInt>, _>(parent)
    .bind::<Text, _>(name)
    .bind::<Text, _>(name_key)
    .bind::<Text, _>(path)
    .bind::<BigInt, _>(tx.now())
    .execute(&mut **tx)?;
    Ok(new == 1)
}

pub(crate) fn rename_department(
    tx: &mut Tx<'_>,
    id: DepartmentId,
    name: &str,
    name_key: &str,
) -> Result<()> {
    diesel::update(departments::table.filter(departments::id.eq(id)))
        .set((departments::name.eq(name), departments::name_key.eq(name_key)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn set_path(tx: &mut Tx<'_>, id: DepartmentId, path: &str) -> Result<()> {
    diesel::update(departments::table.filter(departments::id.eq(id)))
        .set(departments::path.eq(path))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn set_headcount(
    tx: &mut Tx<'_>,
    id: DepartmentId,
    headcount: Option<i32>,
) -> Result<()> {
    diesel::update(departments::table.filter(departments::id.eq(id)))
        .set(departments::headcount.eq(headcount))
        .execute(&mut **tx)?;
    Ok(())
}

/// Active members by the department that they belong to themselves.
pub(crate) fn members_by_department(conn: &mut Conn) -> Result<HashMap<DepartmentId, i64>> {
    let rows: Vec<(Option<DepartmentId>, i64)> = people::table
        .filter(people::state.eq(PersonState::Active))
        .filter(people::department_id.is_not_null())
        .group_by(people::department_id)
        .select((people::department_id, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(id, count)| Some((id?, count))).collect())
}

type CandidateRow = (PersonId, String, Option<i64>, Option<String>, Role, bool);

fn candidate((person, name, picture, department, role, team): CandidateRow) -> Candidate {
    Candidate { person, name, picture, department, role, team, first_posts: 0 }
}

macro_rules! candidate_columns {
    () => {
        (
            people::id,
            people::name,
            people::picture_id,
            departments::path.nullable(),
            people::role,
            people::team,
        )
    };
}

/// Who is marked, has a role, or is one of `writers`.
pub(crate) fn team_candidates(conn: &mut Conn, writers: &[PersonId]) -> Result<Vec<Candidate>> {
    let writers: Vec<i64> = writers.iter().map(|id| id.0).collect();
    let rows: Vec<CandidateRow> = people::table
        .left_join(departments::table)
        .filter(people::state.ne(PersonState::Erased))
        .filter(people::bot.eq(false))
        .filter(
            people::team.eq(true).or(people::role.ne(Role::Member)).or(people::id.eq_any(writers)),
        )
        .order((people::team.desc(), people::name_key, people::id))
        .limit(200)
        .select(candidate_columns!())
        .load(conn)?;
    Ok(rows.into_iter().map(candidate).collect())
}

/// At most twenty people with `key` in their name.
pub(crate) fn people_by_name(conn: &mut Conn, key: &str) -> Result<Vec<Candidate>> {
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let escaped = key
        .chars()
        .take(100)
        .collect::<String>()
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    let rows: Vec<CandidateRow> = people::table
        .left_join(departments::table)
        .filter(people::state.ne(PersonState::Erased))
        .filter(people::bot.eq(false))
        .filter(people::name_key.like(format!("%{escaped}%")).escape('\\'))
        .order((people::name_key, people::id))
        .limit(20)
        .select(candidate_columns!())
        .load(conn)?;
    Ok(rows.into_iter().map(candidate).collect())
}

#[derive(QueryableByName)]
struct Written {
    #[diesel(sql_type = BigInt)]
    author: PersonId,
    #[diesel(sql_type = BigInt)]
    posts: i64,
}

/// How many of the first `first` posts each person wrote.
pub(crate) fn first_writers(conn: &mut Conn, first: i64) -> Result<HashMap<PersonId, i64>> {
    let rows: Vec<Written> = database::sql(
        "select first.author_id as author, count(*) as posts
         from (select author_id from posts
               where author_id is not null and state = 'published'
               order by published_at, id limit $1) first
         group by first.author_id",
    )
    .bind::<BigInt, _>(first)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.author, row.posts)).collect())
}

/// Marks somebody, or takes the mark away; whether that changed anything.
pub(crate) fn set_team(tx: &mut Tx<'_>, person: PersonId, team: bool) -> Result<bool> {
    let changed = diesel::update(people::table)
        .filter(people::id.eq(person.0))
        .filter(people::team.ne(team))
        .filter(people::state.ne(PersonState::Erased))
        .set(people::team.eq(team))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Notes that the team is known; whether it was not before.
pub(crate) fn mark_team_known(tx: &mut Tx<'_>) -> Result<bool> {
    let changed = diesel::update(community::table)
        .filter(community::team_marked.eq(false))
        .set(community::team_marked.eq(true))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Who leads which department: their name and handle.
pub(crate) fn leaders(conn: &mut Conn) -> Result<HashMap<DepartmentId, (String, String)>> {
    let rows: Vec<(DepartmentId, String, String)> = department_leaders::table
        .inner_join(people::table.on(people::id.eq(department_leaders::person_id)))
        .select((department_leaders::department_id, people::name, people::handle))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, name, handle)| (id, (name, handle))).collect())
}

/// The active person with this handle.
pub(crate) fn active_called(conn: &mut Conn, handle: &str) -> Result<Option<PersonId>> {
    Ok(people::table
        .filter(people::handle.eq(handle))
        .filter(people::state.eq(PersonState::Active))
        .filter(people::bot.eq(false))
        .select(people::id)
        .first(conn)
        .optional()?)
}

/// Says who leads a department; returns whether that is news.
pub(crate) fn set_leader(
    tx: &mut Tx<'_>,
    department: DepartmentId,
    leader: Option<PersonId>,
) -> Result<bool> {
    let there = department_leaders::table.filter(department_leaders::department_id.eq(department));
    let now: Option<PersonId> =
        there.select(department_leaders::person_id).first(&mut **tx).optional()?;
    if now == leader {
        return Ok(false);
    }
    diesel::delete(there).execute(&mut **tx)?;
    if let Some(leader) = leader {
        let since = tx.now();
        diesel::insert_into(department_leaders::table)
            .values((
                department_leaders::department_id.eq(department),
                department_leaders::person_id.eq(leader),
                department_leaders::since.eq(since),
            ))
            .execute(&mut **tx)?;
    }
    Ok(true)
}
