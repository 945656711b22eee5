//! Who reads, who answers and who starts, by department and over time (SCIENCE.md 1.2; from
//! receiver to sender). Three figures that add up to who came by, so they are protected
//! together with it: see [`rows`].

use crate::departments::highest;
use crate::metrics::Versioned;
use crate::release::{Cell, Group, Measure, fingerprint, protect};
use crate::store::{self, Branch};
use database::Database;
use insight::GroupMinimum;
use insight::suppress::Sensitivity;
use language::{Day, Result};
use rollups::{DepartmentTiers, closed_week_end};
use std::collections::{BTreeMap, HashMap};

/// The three figures, each of those who came by.
pub(crate) const MEASURES: [Measure; 3] = [
    Measure { name: "starters", version: 1, sensitivity: Sensitivity::Plain },
    Measure { name: "responders", version: 1, sensitivity: Sensitivity::Plain },
    Measure { name: "readers", version: 1, sensitivity: Sensitivity::Plain },
];

/// The place of all departments that are not shown, together.
pub(crate) const OTHERS: i64 = -1;
/// So many weeks are kept where nothing was: a quarter.
pub(crate) const BACK: i32 = 13;

/// What the people of a department did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    /// The highest department, 0 for none, [`OTHERS`].
    pub id: i64,
    /// Started, answered, read along.
    pub did: [u64; 3],
}

impl Row {
    /// Who came by.
    pub fn came(&self) -> u64 {
        self.did.iter().sum()
    }

    /// Whether no figure of the row, nor what is left of it, is about 1 to k − 1 people.
    fn passes(&self, floor: GroupMinimum) -> bool {
        let came = self.came();
        let apart = |did: &u64| !floor.too_few(*did) && !floor.too_few(came - did);
        !floor.too_few(came) && self.did.iter().all(apart)
    }
}

/// A department with what it did, and its reach for the question whether it may be shown.
struct Summed {
    row: Row,
    reach: Group,
}

fn summed(tiers: &[DepartmentTiers], tree: &[Branch]) -> Vec<Summed> {
    let parents: HashMap<i64, Option<i64>> =
        tree.iter().map(|(id, parent, _)| (*id, *parent)).collect();
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    let mut sums: BTreeMap<i64, ([u64; 3], u64)> = BTreeMap::new();
    for one in tiers {
        let id = one.department.map_or(0, |id| id.0);
        let top = if parents.contains_key(&id) { highest(&parents, id) } else { 0 };
        let (did, people) = sums.entry(top).or_default();
        for (sum, part) in did.iter_mut().zip([one.creators, one.contributors, one.readers]) {
            *sum += whole(part);
        }
        *people += whole(one.eligible);
    }
    sums.into_iter()
        .map(|(id, (did, people))| {
            let row = Row { id, did };
            let people = people.max(row.came());
            Summed { row, reach: Group { id, did: row.came(), people, payroll: false } }
        })
        .collect()
}

/// What may be shown of a week: whole rows only. A department whose reach is not shown, or one
/// of whose figures is about 1 to k − 1 people, goes into one row with the others; when that
/// row is too small itself, the smallest department goes with it. So nothing is left to be
/// solved: every number that is printed, and what is left when it is taken off its row, is
/// none or at least k.
///
/// `reached` are the departments whose reach is shown for the same week; none where no reach
/// was shown, then what could have been shown goes.
pub(crate) fn rows(
    tiers: &[DepartmentTiers],
    tree: &[Branch],
    reached: Option<&[Cell]>,
    floor: GroupMinimum,
) -> Vec<Row> {
    let all = summed(tiers, tree);
    let groups: Vec<Group> = all.iter().map(|one| one.reach).collect();
    let could = protect(&groups, Sensitivity::Plain, floor);
    let shown = |id: i64| {
        let among = |cells: &[Cell]| cells.iter().any(|c| c.id == id && c.shown.is_some());
        among(&could) && reached.is_none_or(among)
    };
    let (mut rows, hidden): (Vec<Row>, Vec<Row>) = all
        .iter()
        .map(|one| one.row)
        .filter(|row| row.came() > 0)
        .partition(|row| shown(row.id) && row.passes(floor));
    rows.sort_by_key(|row| (std::cmp::Reverse(row.came()), row.id));
    let mut others = Row { id: OTHERS, did: [0; 3] };
    let mut add = |row: &Row| {
        for (sum, part) in others.did.iter_mut().zip(row.did) {
            *sum += part;
        }
        others
    };
    let mut together = others_of(&hidden, &mut add);
    while together.is_some_and(|row| !row.passes(floor)) {
        match rows.pop() {
            Some(smallest) => together = Some(add(&smallest)),
            // Nothing at all can be shown.
            None => return Vec::new(),
        }
    }
    rows.extend(together);
    rows
}

fn others_of(hidden: &[Row], add: &mut impl FnMut(&Row) -> Row) -> Option<Row> {
    let mut found = None;
    for row in hidden {
        found = Some(add(row));
    }
    found
}

/// The rows as the release log keeps one figure.
fn cells(rows: &[Row], figure: usize) -> Vec<Cell> {
    rows.iter()
        .map(|row| Cell { id: row.id, payroll: false, shown: Some((row.did[figure], row.came())) })
        .collect()
}

/// Whether what was shown must stand: some figure would move by 1 to k − 1 people.
fn stands(before: &[Cell], fresh: &[Cell], floor: GroupMinimum) -> bool {
    before.iter().any(|old| {
        let now = fresh.iter().find(|one| one.id == old.id).and_then(|one| one.shown);
        let ((did, came), (now_did, now_came)) =
            (old.shown.unwrap_or((0, 0)), now.unwrap_or((0, 0)));
        floor.too_few(did.abs_diff(now_did)) || floor.too_few(came.abs_diff(now_came))
    })
}

/// Writes down what may be shown of the weeks that are not in the release log yet, and of one
/// that history came in for. `today` is where figures look back from.
///
/// # Errors
/// A fault of the database.
pub(crate) fn keep(database: &Database, today: Day, floor: GroupMinimum) -> Result<()> {
    let last = closed_week_end(today);
    let first = last.plus(-7 * (BACK - 1));
    let (known, beginning) = database.snapshot(|conn| {
        Ok((store::released_weeks(conn, MEASURES[0], first, last)?, rollups::beginning(conn)?))
    })?;
    let Some(beginning) = beginning else { return Ok(()) };
    for end in (first.0..=last.0).step_by(7).map(Day) {
        if end < beginning || known.contains(&end) && end != last {
            continue;
        }
        keep_one(database, end, floor)?;
    }
    Ok(())
}

fn keep_one(database: &Database, end: Day, floor: GroupMinimum) -> Result<()> {
    let (tiers, tree, reached, logged) = database.snapshot(|conn| {
        let reached = store::logged(conn, crate::departments::REACH, end)?;
        let logged = MEASURES.map(|measure| store::logged(conn, measure, end));
        Ok((rollups::departments_at(conn, end)?, store::tree(conn)?, reached, logged))
    })?;
    let groups: Vec<Group> = summed(&tiers, &tree)
        .iter()
        .flat_map(|one| one.row.did.map(|did| Group { did, people: one.row.came(), ..one.reach }))
        .collect();
    let print = fingerprint(&groups, floor);
    let reached = reached.fingerprint.is_some().then_some(reached.cells);
    let rows = rows(&tiers, &tree, reached.as_deref(), floor);
    let [starters, responders, readers] = logged;
    let logged = [starters?, responders?, readers?];
    if logged[0].fingerprint == Some(print) {
        return Ok(());
    }
    let mut figures = [0, 1, 2].map(|figure| cells(&rows, figure));
    // A week of which nothing may be shown is written down too, or it is worked out for ever.
    for cells in figures.iter_mut().filter(|cells| cells.is_empty()) {
        cells.push(Cell { id: 0, payroll: false, shown: None });
    }
    let renewed = logged.iter().zip(&figures).all(|(old, fresh)| !stands(&old.cells, fresh, floor));
    if !renewed {
        return Ok(());
    }
    let round = logged[0].round + 1;
    database.write(|tx| {
        for (measure, cells) in MEASURES.iter().zip(&figures) {
            store::log_release(tx, *measure, end, round, print, cells)?;
        }
        Ok(())
    })
}

/// A department over time: for each week what it did, where it was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// The department, 0 for none, [`OTHERS`].
    pub id: i64,
    /// The last week.
    pub now: Row,
    /// Every week that was shown, oldest first, under its definition.
    pub weeks: Vec<(Day, Versioned<Row>)>,
}

/// One figure of one department in one week, as it was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shown {
    pub figure: usize,
    pub version: i32,
    pub end: Day,
    pub id: i64,
    pub did: u64,
}

/// The departments that are shown in the last week of the log, most people first and the
/// others last, with their weeks before.
pub(crate) fn lines(shown: &[Shown]) -> Vec<Line> {
    let Some(last) = shown.iter().map(|one| one.end).max() else { return Vec::new() };
    let mut weeks: BTreeMap<(i64, Day), Versioned<Row>> = BTreeMap::new();
    for one in shown {
        let row = Row { id: one.id, did: [0; 3] };
        let found = weeks
            .entry((one.id, one.end))
            .or_insert(Versioned { version: one.version, value: row });
        if let Some(did) = found.value.did.get_mut(one.figure) {
            *did = one.did;
        }
    }
    let mut lines: Vec<Line> = weeks
        .iter()
        .filter(|((_, end), _)| *end == last)
        .map(|((id, _), now)| Line {
            id: *id,
            now: now.value,
            weeks: weeks
                .range((*id, Day(i32::MIN))..=(*id, last))
                .map(|((_, end), row)| (*end, *row))
                .collect(),
        })
        .collect();
    lines.sort_by_key(|line| (line.id == OTHERS, std::cmp::Reverse(line.now.came()), line.id));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use language::DepartmentId;

    fn tiers(id: i64, creators: i64, contributors: i64, readers: i64) -> DepartmentTiers {
        DepartmentTiers {
            department: Some(DepartmentId(id)),
            creators,
            contributors,
            readers,
            connected: 0,
            eligible: 2 * (creators + contributors + readers),
        }
    }

    fn tree(ids: &[i64]) -> Vec<Branch> {
        ids.iter().map(|id| (*id, None, format!("A{id}"))).collect()
    }

    /// Every number that is printed, and every row without one of them, is none or at least k.
    fn safe(rows: &[Row], floor: GroupMinimum) -> bool {
        rows.iter().all(|row| row.passes(floor))
    }

    #[test]
    fn rows_are_shown_whole_or_together() {
        let k = GroupMinimum::FIVE;
        let all = [
            tiers(1, 10, 20, 30),
            tiers(2, 6, 8, 10),
            // Two who start are two people.
            tiers(3, 2, 8, 20),
            tiers(4, 0, 0, 3),
        ];
        let found = rows(&all, &tree(&[1, 2, 3, 4]), None, k);
        let ids: Vec<i64> = found.iter().map(|row| row.id).collect();
        assert_eq!(ids, [1, OTHERS], "{found:?}");
        assert_eq!(found[1].did, [8, 16, 33]);
        assert!(safe(&found, k));
        // A department whose reach is not shown goes to the others.
        let reached = [Cell { id: 1, payroll: false, shown: None }];
        let found = rows(&all[..2], &tree(&[1, 2]), Some(&reached), k);
        assert_eq!(found.iter().map(|row| row.id).collect::<Vec<_>>(), [OTHERS]);
        assert!(rows(&[tiers(1, 1, 1, 1)], &tree(&[1]), None, k).is_empty());
        assert!(rows(&[], &[], None, k).is_empty());
    }

    #[test]
    fn no_small_number_can_be_solved_whatever_the_figures() {
        let k = GroupMinimum::FIVE;
        let mut seed: u64 = 7;
        let mut next = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040);
            i64::try_from((seed >> 33) % below).unwrap()
        };
        for _ in 0..500 {
            let count = 2 + next(7);
            let all: Vec<DepartmentTiers> =
                (1..=count).map(|id| tiers(id, next(12), next(20), next(60))).collect();
            let ids: Vec<i64> = (1..=count).collect();
            let found = rows(&all, &tree(&ids), None, k);
            assert!(safe(&found, k), "{all:?} {found:?}");
            let sum = |figure: usize| found.iter().map(|row| row.did[figure]).sum::<u64>();
            if !found.is_empty() {
                // Nobody is lost: what is not shown by itself stands with the others.
                let whole: i64 = all.iter().map(|one| one.creators).sum();
                assert_eq!(sum(0), u64::try_from(whole).unwrap());
            }
        }
    }

    #[test]
    fn what_was_shown_stands_when_few_moved() {
        let k = GroupMinimum::FIVE;
        let cell = |did, came| Cell { id: 1, payroll: false, shown: Some((did, came)) };
        assert!(stands(&[cell(10, 60)], &[cell(11, 61)], k));
        assert!(!stands(&[cell(10, 60)], &[cell(10, 60)], k));
        assert!(!stands(&[cell(10, 60)], &[cell(20, 90)], k));
        assert!(!stands(&[cell(10, 60)], &[], k), "it went to the others with all its people");
    }

    #[test]
    fn a_department_has_its_weeks() {
        let shown = |figure, end, id, did| Shown { figure, version: 1, end: Day(end), id, did };
        let found = lines(&[
            shown(0, 7, 1, 5),
            shown(2, 7, 1, 9),
            shown(0, 14, 1, 6),
            shown(2, 14, OTHERS, 99),
            shown(2, 14, 2, 30),
        ]);
        assert_eq!(found.iter().map(|line| line.id).collect::<Vec<_>>(), [2, 1, OTHERS]);
        assert_eq!(found[1].weeks.len(), 2);
        assert_eq!((found[1].weeks[0].1.value.came(), found[1].now.did), (14, [6, 0, 0]));
        assert!(lines(&[]).is_empty());
    }
}
