//! The departments: a tree with headcounts.
//!
//! A headcount is what the organisation says: people on the payroll there and
//! below. How many of them are here is counted.

use crate::permits::MayOrganise;
use crate::store;
use database::{Conn, Tx};
use language::{DepartmentId, Fact, ObjectKind, PersonId, Refusal, Result, Verb};
use std::collections::HashMap;

/// The longest path, in characters.
const LONGEST_PATH: usize = 1_000;

/// A department as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// The department above it.
    pub parent: Option<DepartmentId>,
    /// Its name.
    pub name: String,
    /// Names from the top, joined by ` / `.
    pub path: String,
    /// People on the payroll there and below, when somebody told.
    pub headcount: Option<i32>,
    /// How many departments are above it.
    pub depth: usize,
    /// Active members there and below.
    pub members: i64,
    /// Who leads it: their name and handle. They see its figures above the floor.
    pub leader: Option<(String, String)>,
}

/// The department of this path, from the top, made where it is missing. An empty
/// path is no department. Names that differ only in capitals, accents' spelling
/// or spaces are the same.
///
/// # Errors
/// A fault of the database.
pub fn ensure(tx: &mut Tx<'_>, path: &[&str]) -> Result<Option<DepartmentId>> {
    let mut at: Option<(DepartmentId, String)> = None;
    for name in path {
        let name = clean(name);
        let key = text::normal_key(&name);
        if key.is_empty() {
            continue;
        }
        let parent = at.as_ref().map(|(id, _)| *id);
        let full = joined(at.as_ref().map(|(_, path)| path.as_str()), &name);
        if full.chars().count() > LONGEST_PATH {
            return Err(Refusal::TooLarge.into());
        }
        store::insert_department(tx, parent, &name, &key, &full)?;
        at = Some(store::department(tx, parent, &key)?.ok_or(Refusal::Conflict)?);
    }
    Ok(at.map(|(id, _)| id))
}

/// As [`ensure`], from a path as people write it: `Zorg / Nachtdienst`.
///
/// # Errors
/// A fault of the database.
pub fn ensure_path(tx: &mut Tx<'_>, path: &str) -> Result<Option<DepartmentId>> {
    let names: Vec<&str> = path.split(" / ").collect();
    ensure(tx, &names)
}

/// A name as it is kept: at most 120 characters, and never what joins paths. Empty when
/// nothing is left.
fn clean(name: &str) -> String {
    text::name_cut(name, 120).map_or_else(String::new, |name| name.replace(" / ", "/"))
}

fn joined(above: Option<&str>, name: &str) -> String {
    above.map_or_else(|| name.to_owned(), |above| format!("{above} / {name}"))
}

/// All departments, each below the one it belongs to, by name.
///
/// # Errors
/// A fault of the database.
pub fn all(conn: &mut Conn) -> Result<Vec<Department>> {
    let rows = store::departments(conn)?;
    let here = store::members_by_department(conn)?;
    let mut leaders = store::leaders(conn)?;
    let mut below: HashMap<Option<DepartmentId>, Vec<store::Row>> = HashMap::new();
    for row in rows {
        below.entry(row.parent).or_default().push(row);
    }
    for rows in below.values_mut() {
        rows.sort_by(|a, b| a.name_key.cmp(&b.name_key));
    }
    let mut out = Vec::new();
    place(None, 0, &mut below, &here, &mut out);
    for department in &mut out {
        department.leader = leaders.remove(&department.id);
    }
    Ok(out)
}

/// Adds what is below `parent` to `out`; returns how many members that are.
fn place(
    parent: Option<DepartmentId>,
    depth: usize,
    below: &mut HashMap<Option<DepartmentId>, Vec<store::Row>>,
    here: &HashMap<DepartmentId, i64>,
    out: &mut Vec<Department>,
) -> i64 {
    let mut sum = 0;
    // Taken out, so that even a circle in the data would end.
    for row in below.remove(&parent).unwrap_or_default() {
        let at = out.len();
        out.push(Department {
            id: row.id,
            parent,
            name: row.name,
            path: row.path,
            headcount: row.headcount,
            depth,
            members: 0,
            leader: None,
        });
        let members = here.get(&row.id).copied().unwrap_or(0)
            + place(Some(row.id), depth + 1, below, here, out);
        out[at].members = members;
        sum += members;
    }
    sum
}

/// Adds a department.
///
/// # Errors
/// [`Refusal::Conflict`] when there is one of that name there, [`Refusal::NotFound`]
/// when there is no such parent.
pub fn add(
    tx: &mut Tx<'_>,
    permit: &MayOrganise,
    parent: Option<DepartmentId>,
    name: &str,
    headcount: Option<i32>,
) -> Result<DepartmentId> {
    let above = match parent {
        Some(id) => Some(store::department_by_id(tx, id)?.ok_or(Refusal::NotFound)?),
        None => None,
    };
    let name = clean(name);
    let key = text::normal_key(&name);
    let full = joined(above.as_ref().map(|row| row.path.as_str()), &name);
    if key.is_empty() || full.chars().count() > LONGEST_PATH {
        return Err(Refusal::TooLarge.into());
    }
    if !store::insert_department(tx, parent, &name, &key, &full)? {
        return Err(Refusal::Conflict.into());
    }
    let (id, _) = store::department(tx, parent, &key)?.ok_or(Refusal::Conflict)?;
    if headcount.is_some() {
        store::set_headcount(tx, id, headcount)?;
    }
    record(tx, permit.by(), id)?;
    Ok(id)
}

/// Renames a department and sets its headcount (none: nobody told).
///
/// # Errors
/// [`Refusal::Conflict`] when its neighbour has that name, [`Refusal::NotFound`]
/// when there is no such department.
pub fn change(
    tx: &mut Tx<'_>,
    permit: &MayOrganise,
    id: DepartmentId,
    name: &str,
    headcount: Option<i32>,
) -> Result<()> {
    let old = store::department_by_id(tx, id)?.ok_or(Refusal::NotFound)?;
    let name = clean(name);
    let key = text::normal_key(&name);
    if key.is_empty() {
        return Err(Refusal::TooLarge.into());
    }
    if name != old.name {
        if store::department(tx, old.parent, &key)?.is_some_and(|(other, _)| other != id) {
            return Err(Refusal::Conflict.into());
        }
        store::rename_department(tx, id, &name, &key)?;
        rewrite_paths(tx)?;
    }
    if headcount != old.headcount {
        store::set_headcount(tx, id, headcount)?;
    }
    record(tx, permit.by(), id)
}

/// Writes the paths anew that no longer say where a department is.
fn rewrite_paths(tx: &mut Tx<'_>) -> Result<()> {
    let rows = store::departments(tx)?;
    let by_id: HashMap<DepartmentId, &store::Row> = rows.iter().map(|row| (row.id, row)).collect();
    for row in &rows {
        let mut names = vec![row.name.as_str()];
        let mut above = row.parent;
        while let Some(parent) = above.and_then(|id| by_id.get(&id)) {
            names.push(&parent.name);
            // A tree is never as deep as it is large.
            above = if names.len() > rows.len() { None } else { parent.parent };
        }
        names.reverse();
        let path = names.join(" / ");
        if path.chars().count() > LONGEST_PATH {
            return Err(Refusal::TooLarge.into());
        }
        if path != row.path {
            store::set_path(tx, row.id, &path)?;
        }
    }
    Ok(())
}

/// Says who leads a department, by handle; an empty one says that nobody does.
///
/// # Errors
/// [`Refusal::NotFound`] when there is no such department, [`Refusal::Gone`] when nobody
/// active has this handle.
pub fn set_leader(
    tx: &mut Tx<'_>,
    permit: &MayOrganise,
    id: DepartmentId,
    handle: &str,
) -> Result<()> {
    if !store::departments(tx)?.iter().any(|row| row.id == id) {
        return Err(Refusal::NotFound.into());
    }
    let handle = handle.trim().trim_start_matches('@').to_lowercase();
    let leader = if handle.is_empty() {
        None
    } else {
        Some(store::active_called(tx, &handle)?.ok_or(Refusal::Gone)?)
    };
    if store::set_leader(tx, id, leader)? {
        record(tx, permit.by(), id)?;
    }
    Ok(())
}

fn record(tx: &mut Tx<'_>, by: PersonId, id: DepartmentId) -> Result<()> {
    let mut fact = Fact::new(Verb::Settings, tx.now(), tx.today());
    fact.object_kind = ObjectKind::Department;
    fact.object_id = id.0;
    let fact = facts::who(tx, by)?.did(fact);
    facts::record(tx, &fact)?;
    sign_in::audit(tx, Some(by), "department", None, &id.to_string())
}
