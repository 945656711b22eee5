//! All database access of this slice.

mod directory;
mod picture;

pub(crate) use directory::{Department, Filter, Row, Turn, count, departments, list};
pub(crate) use picture::{NewPicture, picture_for, replace_picture};

use crate::profile::Profile;
use database::{Conn, Tx};
use diesel::prelude::*;
use language::{Audience, DepartmentId, Moment, PersonId, PersonState, PostId, Result, Role};
use schema::{departments, groups, memberships, people, posts, readable_groups, readable_posts};

/// Somebody as their own page shows them.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Person {
    pub(crate) id: PersonId,
    pub(crate) name: String,
    pub(crate) handle: String,
    pub(crate) email: Option<String>,
    pub(crate) about: String,
    pub(crate) picture: Option<i64>,
    pub(crate) department_id: Option<DepartmentId>,
    pub(crate) department: Option<String>,
    pub(crate) audience: Audience,
    pub(crate) role: Role,
    pub(crate) state: PersonState,
    pub(crate) team: bool,
    pub(crate) language: Option<String>,
    pub(crate) objected: bool,
    pub(crate) joined_at: Option<Moment>,
}

macro_rules! person_columns {
    () => {
        (
            people::id,
            people::name,
            people::handle,
            people::email,
            people::about,
            people::picture_id,
            people::department_id,
            departments::path.nullable(),
            people::audience,
            people::role,
            people::state,
            people::team,
            people::language,
            people::objected,
            people::joined_at,
        )
    };
}

pub(crate) fn by_handle(conn: &mut Conn, handle: &str) -> Result<Option<Person>> {
    Ok(people::table
        .left_join(departments::table)
        .filter(people::handle.eq(handle))
        .select(person_columns!())
        .first(conn)
        .optional()?)
}

pub(crate) fn by_id(conn: &mut Conn, id: PersonId) -> Result<Option<Person>> {
    Ok(people::table
        .left_join(departments::table)
        .filter(people::id.eq(id.0))
        .select(person_columns!())
        .first(conn)
        .optional()?)
}

/// The groups of `person` that `viewer` may read, the commons left out.
pub(crate) fn groups_of(
    conn: &mut Conn,
    person: PersonId,
    viewer: PersonId,
) -> Result<Vec<(String, String)>> {
    Ok(memberships::table
        .inner_join(groups::table)
        .inner_join(
            readable_groups::table.on(readable_groups::group_id
                .eq(memberships::group_id)
                .and(readable_groups::person_id.eq(viewer.0))),
        )
        .filter(memberships::person_id.eq(person.0))
        .filter(memberships::state.eq("active"))
        .filter(groups::commons.eq(false))
        .filter(groups::archived_at.is_null())
        .order(groups::name_key)
        .limit(50)
        .select((groups::slug, groups::name))
        .load(conn)?)
}

/// A post in a list.
#[derive(Debug, Queryable)]
pub(crate) struct Written {
    pub(crate) id: PostId,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) published_at: Moment,
    pub(crate) group: String,
}

/// What `person` wrote last, of what `viewer` may read.
pub(crate) fn posts_of(
    conn: &mut Conn,
    person: PersonId,
    viewer: PersonId,
) -> Result<Vec<Written>> {
    Ok(posts::table
        .inner_join(groups::table)
        .inner_join(
            readable_posts::table.on(readable_posts::post_id
                .eq(posts::id)
                .and(readable_posts::person_id.eq(viewer.0))),
        )
        .filter(posts::author_id.eq(person.0))
        .order((posts::published_at.desc(), posts::id.desc()))
        .limit(5)
        .select((posts::id, posts::title, posts::body, posts::published_at, groups::name))
        .load(conn)?)
}

pub(crate) fn set_profile(tx: &mut Tx<'_>, person: PersonId, profile: &Profile) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(person.0)))
        .set((
            people::name.eq(&profile.name),
            people::name_key.eq(text::normal_key(&profile.name)),
            people::about.eq(&profile.about),
            people::language.eq(profile.language.code()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Notes an objection or takes it back; whether that changed anything.
pub(crate) fn set_objected(tx: &mut Tx<'_>, person: PersonId, objects: bool) -> Result<bool> {
    let changed = diesel::update(people::table)
        .filter(people::id.eq(person.0))
        .filter(people::objected.ne(objects))
        .set(people::objected.eq(objects))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// What decides about rights.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Standing {
    pub(crate) role: Role,
    pub(crate) state: PersonState,
    pub(crate) department: Option<DepartmentId>,
    pub(crate) audience: Audience,
}

pub(crate) fn standing(conn: &mut Conn, person: PersonId) -> Result<Option<Standing>> {
    Ok(people::table
        .filter(people::id.eq(person.0))
        .select((people::role, people::state, people::department_id, people::audience))
        .first(conn)
        .optional()?)
}

/// Active administrators other than `person`. Of two who step down at once the
/// second waits here for the first: the rows are held until the transaction ends.
pub(crate) fn administrators_beside(tx: &mut Tx<'_>, person: PersonId) -> Result<i64> {
    diesel::update(people::table.filter(people::role.eq(Role::Administrator)))
        .set(people::epoch.eq(people::epoch + 0))
        .execute(&mut **tx)?;
    Ok(people::table
        .filter(people::role.eq(Role::Administrator))
        .filter(people::state.eq(PersonState::Active))
        .filter(people::id.ne(person.0))
        .count()
        .get_result(&mut **tx)?)
}

pub(crate) fn set_role(tx: &mut Tx<'_>, person: PersonId, role: Role) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(person.0)))
        .set((people::role.eq(role), people::epoch.eq(people::epoch + 1)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn set_department(
    tx: &mut Tx<'_>,
    person: PersonId,
    department: Option<DepartmentId>,
) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(person.0)))
        .set((people::department_id.eq(department), people::epoch.eq(people::epoch + 1)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn set_audience(tx: &mut Tx<'_>, person: PersonId, audience: Audience) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(person.0)))
        .set((people::audience.eq(audience), people::epoch.eq(people::epoch + 1)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Changes somebody's state if it is `from`; whether it was.
pub(crate) fn change_state(
    tx: &mut Tx<'_>,
    person: PersonId,
    from: PersonState,
    to: PersonState,
) -> Result<bool> {
    let changed = diesel::update(people::table)
        .filter(people::id.eq(person.0))
        .filter(people::state.eq(from))
        .set((people::state.eq(to), people::epoch.eq(people::epoch + 1)))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

pub(crate) fn department_exists(conn: &mut Conn, id: DepartmentId) -> Result<bool> {
    let count: i64 = departments::table.filter(departments::id.eq(id)).count().get_result(conn)?;
    Ok(count == 1)
}
