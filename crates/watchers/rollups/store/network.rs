//! Who turned to whom (SCIENCE.md §4).

use super::kept::{self, Figure};
use super::{blocks, numbers};
use crate::packed::Turned;
use crate::window::Window;
use database::Conn;
use language::{Day, DepartmentId, Pseudonym, Result};
use std::collections::{BTreeMap, HashMap, HashSet};

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

/// The ties between groups of departments in a window: `group` names the group that a
/// department belongs to, 0 for none. Somebody who turned to two departments of one group
/// is one person. Left out: the community team, and whoever objected to being in the
/// network (SCIENCE.md §14). For the weekly figures, not for a page.
///
/// # Errors
/// A fault of the database.
pub fn exchange(
    conn: &mut Conn,
    window: Window,
    group: impl Fn(i64) -> i64,
) -> Result<Vec<DepartmentTie>> {
    let out = numbers::left_out(conn)?;
    let kept = |tie: &Turned| !out.contains(&tie.source) && !out.contains(&tie.target);
    sums(conn, window, kept, group)
}

#[derive(Default)]
struct Sum {
    weight: i64,
    sources: HashSet<u32>,
    targets: HashSet<u32>,
}

fn count_department_ties(conn: &mut Conn, window: Window) -> Result<Vec<DepartmentTie>> {
    sums(conn, window, |_| true, |department| department)
}

fn sums(
    conn: &mut Conn,
    window: Window,
    kept: impl Fn(&Turned) -> bool,
    group: impl Fn(i64) -> i64,
) -> Result<Vec<DepartmentTie>> {
    let mut sums: BTreeMap<(i64, i64), Sum> = BTreeMap::new();
    blocks::read(conn, window, |_, tie: &Turned| {
        if !kept(tie) {
            return;
        }
        let pair = (group(tie.source_department), group(tie.target_department));
        let sum = sums.entry(pair).or_default();
        sum.weight += tie.weight;
        sum.sources.insert(tie.source);
        sum.targets.insert(tie.target);
    })?;
    let people = |set: &HashSet<u32>| i64::try_from(set.len()).unwrap_or(i64::MAX);
    Ok(sums
        .into_iter()
        .map(|((source, target), sum)| DepartmentTie {
            source: department(source),
            target: department(target),
            weight: sum.weight,
            sources: people(&sum.sources),
            targets: people(&sum.targets),
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

/// Every tie up to `today`, faded. Ties older than four half-lives are left out:
/// less than a sixteenth is left of them. For the weekly figures, not for a page.
///
/// # Errors
/// A fault of the database.
pub fn ties(conn: &mut Conn, today: Day) -> Result<Vec<Tie>> {
    let mut sums: HashMap<(u32, u32), f64> = HashMap::new();
    blocks::read(conn, Window { from: today.plus(-360), to: today }, |day, tie: &Turned| {
        let age = f64::from(today.0 - day);
        let weight = f64::from(i32::try_from(tie.weight).unwrap_or(i32::MAX));
        *sums.entry((tie.source, tie.target)).or_default() += weight * (-age / HALF_LIFE).exp2();
    })?;
    let names = numbers::names(conn)?;
    let name = |number: u32| names.get(&number).copied().map(Pseudonym);
    let mut ties: Vec<Tie> = sums
        .into_iter()
        .filter_map(|((source, target), weight)| {
            Some(Tie { source: name(source)?, target: name(target)?, weight })
        })
        .collect();
    ties.sort_unstable_by_key(|tie| (tie.source, tie.target));
    Ok(ties)
}
