//! Lists of people, paged by name: quick on any page, and steady while people come.

use database::{Backend, Conn};
use diesel::prelude::*;
use language::{DepartmentId, PersonId, PersonState, Result, Role};
use schema::{departments, people};

/// How many people are on a page.
pub(crate) const ON_A_PAGE: usize = 50;

/// Who is looked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// Part of a name, as [`text::normal_key`] gives it; empty for everybody.
    pub(crate) name_key: String,
    /// Departments that the same words name.
    pub(crate) named_departments: Vec<DepartmentId>,
    /// Only these departments.
    pub(crate) departments: Option<Vec<DepartmentId>>,
    /// Only these states.
    pub(crate) states: Vec<PersonState>,
    /// Only this role.
    pub(crate) role: Option<Role>,
}

/// From where a page goes on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Turn {
    /// The first page.
    #[default]
    First,
    /// The page behind this person.
    After(PersonId),
    /// The page before this person.
    Before(PersonId),
}

/// Somebody in a list.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Row {
    pub(crate) id: PersonId,
    pub(crate) name: String,
    pub(crate) handle: String,
    pub(crate) email: Option<String>,
    pub(crate) picture: Option<i64>,
    pub(crate) department: Option<String>,
    pub(crate) role: Role,
    pub(crate) state: PersonState,
    pub(crate) team: bool,
    pub(crate) joined_at: Option<language::Moment>,
}

/// Adds the filter to a boxed query.
macro_rules! filtered {
    ($query:expr, $filter:expr) => {{
        let filter: &Filter = $filter;
        let mut query = $query
            .filter(people::bot.eq(false))
            .filter(people::state.eq_any(filter.states.clone()));
        if !filter.name_key.is_empty() {
            let named: Vec<i64> = filter.named_departments.iter().map(|id| id.0).collect();
            let escaped =
                filter.name_key.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let has_name = people::name_key.like(format!("%{escaped}%")).escape('\\');
            query = if named.is_empty() {
                query.filter(has_name)
            } else {
                query.filter(has_name.or(people::department_id.eq_any(named)))
            };
        }
        if let Some(chosen) = &filter.departments {
            let chosen: Vec<i64> = chosen.iter().map(|id| id.0).collect();
            query = query.filter(people::department_id.eq_any(chosen));
        }
        if let Some(role) = filter.role {
            query = query.filter(people::role.eq(role));
        }
        query
    }};
}

/// How many people `filter` finds.
pub(crate) fn count(conn: &mut Conn, filter: &Filter) -> Result<i64> {
    let query = people::table.count().into_boxed::<Backend>();
    Ok(filtered!(query, filter).get_result(conn)?)
}

/// A page of people by name, with whether there are more behind it in the
/// direction of the turn.
pub(crate) fn list(conn: &mut Conn, filter: &Filter, turn: Turn) -> Result<(Vec<Row>, bool)> {
    let query = people::table
        .left_join(departments::table)
        .select((
            people::id,
            people::name,
            people::handle,
            people::email,
            people::picture_id,
            departments::path.nullable(),
            people::role,
            people::state,
            people::team,
            people::joined_at,
        ))
        .into_boxed::<Backend>();
    let query = filtered!(query, filter);
    let from = match turn {
        Turn::First => None,
        Turn::After(id) | Turn::Before(id) => people::table
            .filter(people::id.eq(id.0))
            .select(people::name_key)
            .first::<String>(conn)
            .optional()?
            .map(|key| (key, id.0)),
    };
    let backwards = matches!(turn, Turn::Before(_)) && from.is_some();
    let query = match from {
        None => query.order((people::name_key.asc(), people::id.asc())),
        Some((key, id)) if backwards => query
            .filter(
                people::name_key
                    .lt(key.clone())
                    .or(people::name_key.eq(key).and(people::id.lt(id))),
            )
            .order((people::name_key.desc(), people::id.desc())),
        Some((key, id)) => query
            .filter(
                people::name_key
                    .gt(key.clone())
                    .or(people::name_key.eq(key).and(people::id.gt(id))),
            )
            .order((people::name_key.asc(), people::id.asc())),
    };
    let most = i64::try_from(ON_A_PAGE + 1).unwrap_or(i64::MAX);
    let mut rows: Vec<Row> = query.limit(most).load(conn)?;
    let more = rows.len() > ON_A_PAGE;
    rows.truncate(ON_A_PAGE);
    if backwards {
        rows.reverse();
    }
    Ok((rows, more))
}

/// A department to choose from.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Department {
    pub(crate) id: DepartmentId,
    pub(crate) parent: Option<DepartmentId>,
    pub(crate) path: String,
}

/// All departments, by path.
pub(crate) fn departments(conn: &mut Conn) -> Result<Vec<Department>> {
    Ok(departments::table
        .order(departments::path)
        .select((departments::id, departments::parent_id, departments::path))
        .load(conn)?)
}
