//! Reach by department (SCIENCE.md 1.1): how many of those who work there came by on at
//! least one of the 28 days that end with the last closed week.

use crate::release::{self, Cell, Group, Logged, Measure};
use crate::{store, w};
use database::Database;
use insight::proportion::{Comparison, compare};
use insight::suppress::Sensitivity;
use insight::{GroupMinimum, Share};
use language::{Day, Result};
use rollups::{Window, closed_week_end};
use std::collections::HashMap;
use words::Lang;

/// Reach by department. A new version of its definition starts a new line.
pub(crate) const REACH: Measure =
    Measure { name: "reach", version: 1, sensitivity: Sensitivity::Plain };

/// Whoever was ever here, by department: signed in once, or seen in these 28 days.
pub(crate) const CONNECTED: Measure =
    Measure { name: "connected", version: 1, sensitivity: Sensitivity::Plain };

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

    /// The one that stands out: reached least, by fewer than half of its people, and lower than
    /// the others together by more than chance explains. Shares that lie close are not ranked.
    pub fn behind(&self) -> Option<&Department> {
        let least = self.least()?;
        let of = |one: &Department| one.shown.and_then(|(x, n)| Share::estimate(x.min(n), n).ok());
        let others = self.shown().filter(|one| one.id != least.id);
        let sum = others
            .filter_map(|one| one.shown)
            .fold((0, 0), |(x, n), (did, people)| (x + did.min(people), n + people));
        let others = Share::estimate(sum.0, sum.1).ok()?;
        let found = compare(of(least)?, others)?.comparison;
        (least.share()? < 0.5 && found == Comparison::Lower).then_some(least)
    }

    /// How many came of how many, over those that are shown.
    pub fn together(&self) -> (u64, u64) {
        let pairs = self.shown().filter_map(|one| one.shown);
        pairs.fold((0, 0), |(x, n), (did, people)| (x + did, n + people))
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
    // Where nobody has a department, there are none to compare.
    if all.iter().all(|one| one.id == 0) {
        return Vec::new();
    }
    all.sort_by(|a, b| {
        let share = |one: &Department| one.share().unwrap_or(-1.0);
        share(b).total_cmp(&share(a)).then_with(|| a.name.cmp(&b.name))
    });
    all
}

/// The departments from which nobody was ever seen, of those that are shown: as the last closed
/// week knew it.
///
/// # Errors
/// A fault of the database.
pub(crate) fn never_reached(
    database: &Database,
    figures: &ByDepartment,
    floor: GroupMinimum,
) -> Result<Vec<String>> {
    let (rows, tree, logged) = database.snapshot(|conn| {
        Ok((
            rollups::departments_at(conn, figures.end)?,
            store::tree(conn)?,
            store::logged(conn, CONNECTED, figures.end)?,
        ))
    })?;
    let groups = connected(&rows, &tree);
    let cells = release::settle(database, CONNECTED, figures.end, &groups, logged, floor)?;
    let never = |id: i64| {
        cells.iter().any(|cell| cell.id == id && cell.shown.is_some_and(|(did, _)| did == 0))
    };
    // Only where that nobody came is shown already.
    Ok(figures
        .shown()
        .filter(|one| one.id != 0 && one.shown.is_some_and(|(did, _)| did == 0) && never(one.id))
        .map(|one| one.name.clone())
        .collect())
}

/// Who was ever here, by highest department.
fn connected(rows: &[rollups::DepartmentTiers], tree: &[store::Branch]) -> Vec<Group> {
    let parents: HashMap<i64, Option<i64>> =
        tree.iter().map(|(id, parent, _)| (*id, *parent)).collect();
    let mut sums: std::collections::BTreeMap<i64, (u64, u64)> = std::collections::BTreeMap::new();
    let number = |n: i64| u64::try_from(n).unwrap_or(0);
    for row in rows {
        let id = row.department.map_or(0, |id| id.0);
        let top = if parents.contains_key(&id) { highest(&parents, id) } else { 0 };
        let sum = sums.entry(top).or_default();
        sum.0 += number(row.connected);
        sum.1 += number(row.eligible);
    }
    sums.into_iter()
        .map(|(id, (did, people))| Group { id, did, people, payroll: false })
        .filter(|group| group.people > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use language::DepartmentId;

    #[test]
    fn who_was_ever_here_is_summed_to_the_highest() {
        let tree = [(1, None, "A".into()), (2, Some(1), "B".into())];
        let row = |id: i64, connected, eligible| rollups::DepartmentTiers {
            department: Some(DepartmentId(id)).filter(|id| id.0 != 0),
            creators: 0,
            contributors: 0,
            readers: 0,
            connected,
            eligible,
        };
        let found = connected(&[row(1, 2, 10), row(2, 3, 20), row(0, 0, 4), row(9, 1, 1)], &tree);
        let of: Vec<(i64, u64, u64)> = found.iter().map(|g| (g.id, g.did, g.people)).collect();
        assert_eq!(of, [(0, 1, 5), (1, 5, 30)]);
    }
}
