//! Who is here.

use super::escaped;
use crate::store::{self, Filter, Row, Turn};
use crate::w;
use askama::Template;
use language::{DepartmentId, Moment, PersonId, PersonState, Result};
use std::collections::HashSet;
use web::{Face, Place, Reply, Request};
use words::Lang;

/// Somebody is new for four weeks.
const NEW: i64 = 28 * Moment::DAY;

#[derive(Template)]
#[template(path = "templates/directory.html")]
struct Directory<'a> {
    lang: Lang,
    count: i64,
    query: &'a str,
    departments: Vec<Choice>,
    people: Vec<Line>,
    earlier: Option<String>,
    later: Option<String>,
}

/// A department in a select.
pub(super) struct Choice {
    pub(super) id: i64,
    pub(super) path: String,
    pub(super) chosen: bool,
}

struct Line {
    face: Face,
    name: String,
    handle: String,
    department: String,
    team: bool,
    new: bool,
    not_here: bool,
}

/// The departments to choose from.
pub(super) fn choices(
    departments: &[store::Department],
    chosen: Option<DepartmentId>,
) -> Vec<Choice> {
    departments
        .iter()
        .map(|d| Choice { id: d.id.0, path: d.path.clone(), chosen: chosen == Some(d.id) })
        .collect()
}

/// A department with all that is below it.
pub(super) fn with_all_below(
    departments: &[store::Department],
    top: DepartmentId,
) -> Vec<DepartmentId> {
    let mut found = HashSet::from([top]);
    // Paths are sorted, so that a department stands before those below it; a
    // rename may break that, so look until nothing new is found.
    loop {
        let before = found.len();
        for department in departments {
            if department.parent.is_some_and(|parent| found.contains(&parent)) {
                found.insert(department.id);
            }
        }
        if found.len() == before {
            return found.into_iter().collect();
        }
    }
}

/// The departments that have `key` in their path.
pub(super) fn named(departments: &[store::Department], key: &str) -> Vec<DepartmentId> {
    if key.is_empty() {
        return Vec::new();
    }
    departments.iter().filter(|d| text::normal_key(&d.path).contains(key)).map(|d| d.id).collect()
}

/// From where the address says the page goes on.
pub(super) fn turn(request: &Request) -> Result<Turn> {
    let after: Option<PersonId> = request.query.parsed("after")?;
    let before: Option<PersonId> = request.query.parsed("before")?;
    Ok(match (after, before) {
        (Some(id), _) => Turn::After(id),
        (None, Some(id)) => Turn::Before(id),
        (None, None) => Turn::First,
    })
}

/// The addresses of the pages before and behind this one, which keep `rest` of
/// the question.
pub(super) fn neighbours(
    people: &[Row],
    more: bool,
    turn: Turn,
    path: &str,
    rest: &str,
) -> (Option<String>, Option<String>) {
    let (has_earlier, has_later) = match turn {
        Turn::First => (false, more),
        Turn::After(_) => (true, more),
        Turn::Before(_) => (more, true),
    };
    let earlier = people.first().filter(|_| has_earlier);
    let later = people.last().filter(|_| has_later);
    (
        earlier.map(|row| format!("{path}?{rest}before={}", row.id)),
        later.map(|row| format!("{path}?{rest}after={}", row.id)),
    )
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    request.visitor()?;
    let lang = request.lang;
    let query: String = request.query.text("q").chars().take(100).collect();
    let query = query.as_str();
    let key = text::normal_key(query);
    let department: Option<DepartmentId> = request.query.parsed("department")?;
    let turn = turn(request)?;
    let (departments, count, people, more) = request.house.database.snapshot(|conn| {
        let departments = store::departments(conn)?;
        let filter = Filter {
            named_departments: named(&departments, &key),
            name_key: key.clone(),
            departments: department.map(|id| with_all_below(&departments, id)),
            states: vec![PersonState::Active, PersonState::Placeholder],
            role: None,
        };
        let count = store::count(conn, &filter)?;
        let (people, more) = store::list(conn, &filter, turn)?;
        Ok((departments, count, people, more))
    })?;
    let mut rest = String::new();
    if !query.is_empty() {
        rest.push_str(&format!("q={}&", escaped(query)));
    }
    if let Some(id) = department {
        rest.push_str(&format!("department={id}&"));
    }
    let (earlier, later) = neighbours(&people, more, turn, "/people", &rest);
    let body = Directory {
        lang,
        count,
        query,
        departments: choices(&departments, department),
        people: people.into_iter().map(|row| line(row, request.now)).collect(),
        earlier,
        later,
    };
    request.page(w::people_title(lang), Place::People, &body)
}

fn line(row: Row, now: Moment) -> Line {
    let active = row.state == PersonState::Active;
    Line {
        face: Face::of(row.id, &row.name, row.picture),
        name: row.name,
        handle: row.handle,
        department: row.department.unwrap_or_default(),
        team: row.team,
        new: active && row.joined_at.is_some_and(|at| now.since(at) < NEW),
        not_here: !active,
    }
}
