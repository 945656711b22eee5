//! Reach by department (SCIENCE.md 1.1): how many of those who work there came by on at
//! least one of the 28 days that end with the last closed week.

use crate::release::{self, Cell, Group, Logged, Measure};
use crate::{store, w};
use database::Database;
use insight::GroupMinimum;
use insight::suppress::Sensitivity;
use language::{Day, Result};
use rollups::{Window, closed_week_end};
use std::collections::HashMap;
use words::Lang;

/// Reach by department. A new version of its definition starts a new line.
pub(crate) const REACH: Measure =
    Measure { name: "reach", version: 1, sensitivity: Sensitivity::Plain };

/// Below this share a department is hardly reached. Own choice.
pub(crate) const HARDLY: f64 = 0.10;

/// Reach by department as it may be shown.
#[derive(Debug, Clone)]
pub(crate) struct ByDepartment {
    /// The last day of the 28.
    pub end: Day,
    /// Those that are shown, most reached first, then those that are hidden, by name.
    pub departments: Vec<Department>,
}

/// One department, with all below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Department {
    /// Its id; 0 for people without one.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// How many came, of how many; none when it is hidden.
    pub shown: Option<(u64, u64)>,
    /// Whether the second number comes from the payroll.
    pub payroll: bool,
    /// The same figures four weeks earlier, when they were shown then.
    pub before: Option<(u64, u64)>,
}

impl Department {
    /// The share that came, when it may be shown.
    pub fn share(&self) -> Option<f64> {
        self.shown.filter(|(_, people)| *people > 0).map(|(did, people)| did as f64 / people as f64)
    }

    /// Whether it is hardly reached.
    pub fn hardly(&self) -> bool {
        self.share().is_some_and(|share| share < HARDLY)
    }
}

impl ByDepartment {
    /// The 28 days.
    pub fn window(&self) -> Window {
        Window::month_to(self.end)
    }

    /// Those that are shown.
    pub fn shown(&self) -> impl Iterator<Item = &Department> {
        self.departments.iter().filter(|department| department.shown.is_some())
    }

    /// How many are hidden.
    pub fn hidden(&self) -> usize {
        self.departments.iter().filter(|department| department.shown.is_none()).count()
    }

    /// The one that is reached least; people without a department are none.
    pub fn least(&self) -> Option<&Department> {
        self.shown()
            .filter(|one| one.id != 0)
            .min_by(|a, b| a.share().unwrap_or(1.0).total_cmp(&b.share().unwrap_or(1.0)))
    }

    /// The one that stands out: reached least, and by fewer than half of its people.
    pub fn behind(&self) -> Option<&Department> {
        self.least().filter(|one| one.share().is_some_and(|share| share < 0.5))
    }

    /// The names of those that are hardly reached, the largest first; people without a
    /// department are none.
    pub fn hardly(&self) -> Vec<String> {
        let mut found: Vec<&Department> =
            self.shown().filter(|one| one.hardly() && one.id != 0).collect();
        found.sort_by_key(|one| std::cmp::Reverse(one.shown.map_or(0, |(_, people)| people)));
        found.into_iter().map(|one| one.name.clone()).collect()
    }
}

/// The highest department above `id`, given everyone's parent.
pub(crate) fn highest(parents: &HashMap<i64, Option<i64>>, id: i64) -> i64 {
    let mut at = id;
    // A loop cannot be stored, but a page must end.
    for _ in 0..parents.len() {
        match parents.get(&at).copied().flatten() {
            Some(parent) => at = parent,
            None => break,
        }
    }
    at
}

/// Sums the departments up to the highest ones.
pub(crate) fn groups(rows: &[store::DepartmentRow]) -> Vec<Group> {
    let known: HashMap<i64, &store::DepartmentRow> = rows.iter().map(|row| (row.id, row)).collect();
    let parents = rows.iter().map(|row| (row.id, row.parent_id)).collect();
    let top = |row: &store::DepartmentRow| highest(&parents, row.id);
    let mut sums: HashMap<i64, (u64, u64, u64)> = HashMap::new();
    for row in rows {
        let sum = sums.entry(top(row)).or_default();
        let number = |n: Option<i32>| n.and_then(|n| u64::try_from(n).ok()).unwrap_or(0);
        sum.0 += number(row.active);
        sum.1 += number(row.eligible);
        sum.2 += number(row.team);
    }
    let mut groups: Vec<Group> = sums
        .into_iter()
        .filter_map(|(id, (did, eligible, team))| {
            let headcount = known.get(&id)?.headcount.and_then(|n| u64::try_from(n).ok());
            // The team is in the headcount and not in the figures. A headcount below
            // the number of people known is out of date.
            let payroll = headcount.map(|n| n.saturating_sub(team)).filter(|n| *n >= eligible);
            let people = payroll.unwrap_or(eligible);
            (people > 0).then_some(Group { id, did, people, payroll: payroll.is_some() })
        })
        .collect();
    groups.sort_unstable_by_key(|group| group.id);
    groups
}

/// Reach by department over the last closed week. What is shown for the first time is
/// written in the release log.
///
/// # Errors
/// A fault of the database.
pub(crate) fn by_department(
    database: &Database,
    lang: Lang,
    today: Day,
    floor: GroupMinimum,
) -> Result<ByDepartment> {
    let end = closed_week_end(today);
    let mut rows = database.read(|conn| store::departments(conn, end))?;
    if rows.iter().all(|row| row.eligible.is_none()) {
        database.write(|tx| rollups::close_week(tx, today))?;
        rows = database.read(|conn| store::departments(conn, end))?;
    }
    let groups = groups(&rows);
    let logged = Logged {
        round: rows.iter().find_map(|row| row.round).unwrap_or(0),
        fingerprint: rows.iter().find_map(|row| row.fingerprint),
        cells: rows.iter().filter_map(store::DepartmentRow::logged).collect(),
    };
    let cells = release::settle(database, REACH, end, &groups, logged, floor)?;
    Ok(ByDepartment { end, departments: named(lang, &rows, &cells) })
}

fn named(lang: Lang, rows: &[store::DepartmentRow], cells: &[Cell]) -> Vec<Department> {
    let mut all: Vec<Department> = cells
        .iter()
        .filter_map(|cell| {
            let row = rows.iter().find(|row| row.id == cell.id)?;
            Some(Department {
                id: cell.id,
                name: if cell.id == 0 {
                    w::no_department(lang).to_owned()
                } else {
                    row.name.clone()
                },
                shown: cell.shown,
                payroll: cell.payroll,
                before: row.before(),
            })
        })
        .collect();
    all.sort_by(|a, b| {
        let share = |one: &Department| one.share().unwrap_or(-1.0);
        share(b).total_cmp(&share(a)).then_with(|| a.name.cmp(&b.name))
    });
    all
}
