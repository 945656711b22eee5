//! Who turned to whom (SCIENCE.md §4).

use super::kept::{self, Figure};
use crate::window::Window;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};
use language::{Day, DepartmentId, Pseudonym, Result};
use std::collections::BTreeMap;

/// What went from one department to another (or stayed in it) in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DepartmentTie {
    /// Where it came from; none for people without a department.
    pub source: Option<DepartmentId>,
    /// Where it went to.
    pub target: Option<DepartmentId>,
    /// The sum of the weights: reply 3, mention 2, reaction 1.
    pub weight: i64,
    /// Different people on the side it came from.
    pub sources: i64,
    /// Different people on the side it went to. A pair with fewer than k on either
    /// side is not to be shown.
    pub targets: i64,
}

#[derive(QueryableByName)]
struct DepartmentRow {
    #[diesel(sql_type = BigInt)]
    source_department: i64,
    #[diesel(sql_type = BigInt)]
    target_department: i64,
    #[diesel(sql_type = BigInt)]
    weight: i64,
    #[diesel(sql_type = BigInt)]
    sources: i64,
    #[diesel(sql_type = BigInt)]
    targets: i64,
}

/// The ties between departments in a window, departments as at the time.
///
/// # Errors
/// A fault of the database.
pub fn department_ties(conn: &mut Conn, window: Window) -> Result<Vec<DepartmentTie>> {
    if window == Window::month_to(window.to)
        && let Some(kept) = kept::find(conn, DEPARTMENTS, window.to)?
    {
        return Ok(kept.as_chunks().0.iter().map(DepartmentTie::from_numbers).collect());
    }
    count_department_ties(conn, window)
}

/// The name of the figure that is kept.
pub(crate) const DEPARTMENTS: &str = "department_ties";

/// The ties of the 28 days up to `end`, if they are not kept yet.
pub(crate) fn month_figure(conn: &mut Conn, end: Day) -> Result<Option<Figure>> {
    if !kept::ends(conn, DEPARTMENTS, end, end)?.is_empty() {
        return Ok(None);
    }
    let ties = count_department_ties(conn, Window::month_to(end))?;
    let numbers = ties.iter().flat_map(DepartmentTie::numbers).collect();
    Ok(Some(Figure { end, name: DEPARTMENTS, numbers }))
}

fn department(id: i64) -> Option<DepartmentId> {
    Some(DepartmentId(id)).filter(|d| d.0 != 0)
}

impl DepartmentTie {
    fn numbers(&self) -> [i64; 5] {
        let number = |d: Option<DepartmentId>| d.map_or(0, |d| d.0);
        [number(self.source), number(self.target), self.weight, self.sources, self.targets]
    }

    fn from_numbers(&[source, target, weight, sources, targets]: &[i64; 5]) -> Self {
        Self { source: department(source), target: department(target), weight, sources, targets }
    }
}

fn count_department_ties(conn: &mut Conn, window: Window) -> Result<Vec<DepartmentTie>> {
    let rows: Vec<DepartmentRow> = database::sql(
        "select source_department, target_department, sum(weight) as weight,
            count(distinct source) as sources, count(distinct target) as targets
        from tie_days where day between $1 and $2
        group by source_department, target_department
        order by source_department, target_department",
    )
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| DepartmentTie {
            source: department(row.source_department),
            target: department(row.target_department),
            weight: row.weight,
            sources: row.sources,
            targets: row.targets,
        })
        .collect())
}

/// A tie from one person to another, faded by its age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// Who turned.
    pub source: Pseudonym,
    /// To whom.
    pub target: Pseudonym,
    /// Σ c·2^(−age/90 days).
    pub weight: f64,
}

/// The half-life of a tie in days (SCIENCE.md §4).
pub const HALF_LIFE: f64 = 90.0;

#[derive(QueryableByName)]
struct TieRow {
    #[diesel(sql_type = Integer)]
    day: i32,
    #[diesel(sql_type = BigInt)]
    source: i64,
    #[diesel(sql_type = BigInt)]
    target: i64,
    #[diesel(sql_type = BigInt)]
    weight: i64,
}

/// Every tie up to `today`, faded. Ties older than four half-lives are left out:
/// less than a sixteenth is left of them. For the weekly figures, not for a page.
///
/// # Errors
/// A fault of the database.
pub fn ties(conn: &mut Conn, today: Day) -> Result<Vec<Tie>> {
    let rows: Vec<TieRow> = database::sql(
        "select day, source, target, cast(sum(weight) as bigint) as weight from tie_days
        where day between $1 and $2 group by day, source, target",
    )
    .bind::<Integer, _>(today.0 - 360)
    .bind::<Integer, _>(today)
    .load(conn)?;
    let mut sums: BTreeMap<(i64, i64), f64> = BTreeMap::new();
    for row in rows {
        let age = f64::from(today.0 - row.day);
        let weight = f64::from(i32::try_from(row.weight).unwrap_or(i32::MAX));
        *sums.entry((row.source, row.target)).or_default() += weight * (-age / HALF_LIFE).exp2();
    }
    Ok(sums
        .into_iter()
        .map(|((source, target), weight)| Tie {
            source: Pseudonym(source),
            target: Pseudonym(target),
            weight,
        })
        .collect())
}
