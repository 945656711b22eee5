//! What may be shown of the departments, and the rule that what was shown in a week
//! stands (SCIENCE.md §0, privacy rules 1 to 3).

use crate::store;
use database::Database;
use insight::suppress::{Bases, Sensitivity, ShareNode, protect_shares};
use insight::{GroupMinimum, Share};
use language::{Day, Result};

/// The figures of one group, as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Group {
    /// The department; 0 for people without one.
    pub id: i64,
    /// How many did it.
    pub did: u64,
    /// Of how many.
    pub people: u64,
    /// Whether `people` comes from the payroll, which anybody may know.
    pub payroll: bool,
}

/// The figures of one group, as they may be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The department; 0 for people without one.
    pub id: i64,
    /// Whether `people` comes from the payroll.
    pub payroll: bool,
    /// How many of how many; none when it is hidden.
    pub shown: Option<(u64, u64)>,
}

/// Hides what is too small, and what would give it away.
pub(crate) fn protect(
    groups: &[Group],
    sensitivity: Sensitivity,
    floor: GroupMinimum,
) -> Vec<Cell> {
    let share = |did: u64, people: u64| Share::census(did.min(people), people);
    let nodes: Option<Vec<ShareNode>> = share(0, 0)
        .ok()
        .into_iter()
        .map(|direct| Some(ShareNode { parent: None, direct }))
        .chain(groups.iter().map(|group| {
            let direct = share(group.did, group.people).ok()?;
            Some(ShareNode { parent: Some(0), direct })
        }))
        .collect();
    // When nothing can be shown safely, nothing is.
    let shares =
        nodes.and_then(|nodes| protect_shares(&nodes, Bases::Protected, sensitivity, floor).ok());
    groups
        .iter()
        .enumerate()
        .map(|(at, group)| {
            let node = shares.as_ref().and_then(|shares| shares.nodes.get(at + 1));
            let shown = node.and_then(|node| Some((node.x?, node.n?)));
            Cell { id: group.id, payroll: group.payroll, shown }
        })
        .collect()
}

/// A number that changes when the figures or the floor do (FNV-1a).
pub(crate) fn fingerprint(groups: &[Group], floor: GroupMinimum) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let numbers = groups.iter().flat_map(|group| {
        [group.id.unsigned_abs(), group.did, group.people, u64::from(group.payroll)]
    });
    for byte in numbers.chain([floor.get()]).flat_map(u64::to_le_bytes) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    i64::from_le_bytes(hash.to_le_bytes())
}

/// What may be shown in a week in which `before` was shown already. None: what was
/// shown stands, because somebody could subtract the new figures from the old ones and
/// be left with 1 to k − 1 people.
pub(crate) fn renew(
    before: &[Cell],
    groups: &[Group],
    sensitivity: Sensitivity,
    floor: GroupMinimum,
) -> Option<Vec<Cell>> {
    let mut fresh = protect(groups, sensitivity, floor);
    for old in before {
        let Some((did, people)) = old.shown else { continue };
        // A group that is gone took all its people along.
        let (now_did, now_people, payroll) = groups
            .iter()
            .find(|group| group.id == old.id)
            .map_or((0, 0, false), |group| (group.did, group.people, group.payroll));
        // A new number on the payroll moves nobody.
        let on_paper = payroll && old.payroll;
        let people_moved = if on_paper { 0 } else { people.abs_diff(now_people) };
        let absent = people.saturating_sub(did).abs_diff(now_people.saturating_sub(now_did));
        let absent_moved = if on_paper { 0 } else { absent };
        let moved = [did.abs_diff(now_did), people_moved, absent_moved];
        if moved.iter().any(|people| floor.too_few(*people)) {
            return None;
        }
    }
    // What was hidden stays hidden until the week is over: the figures then and now together
    // would tell more than either.
    for cell in &mut fresh {
        if before.iter().any(|old| old.id == cell.id && old.shown.is_none()) {
            cell.shown = None;
        }
    }
    Some(fresh)
}

/// What was shown before, as far as it may still be shown when the floor went up.
pub(crate) fn under(cells: Vec<Cell>, floor: GroupMinimum) -> Vec<Cell> {
    let fits = |(did, people): (u64, u64)| {
        people >= floor.get() && !floor.too_few(did) && !floor.too_few(people.saturating_sub(did))
    };
    cells.into_iter().map(|cell| Cell { shown: cell.shown.filter(|c| fits(*c)), ..cell }).collect()
}

/// A figure by group that is shown: its name in the release log, the version of its
/// definition, and how easily it gives somebody away.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    pub name: &'static str,
    pub version: i32,
    pub sensitivity: Sensitivity,
}

/// What the release log holds of a measure for one week.
#[derive(Debug, Clone, Default)]
pub(crate) struct Logged {
    /// Which time the week was shown anew; 0 when it was not shown yet.
    pub round: i32,
    /// Of the figures that it was made from.
    pub fingerprint: Option<i64>,
    /// What was shown.
    pub cells: Vec<Cell>,
}

/// What may be shown of a week now, and writes it down if it was not shown before.
///
/// # Errors
/// A fault of the database.
pub(crate) fn settle(
    database: &Database,
    measure: Measure,
    end: Day,
    groups: &[Group],
    logged: Logged,
    floor: GroupMinimum,
) -> Result<Vec<Cell>> {
    let print = fingerprint(groups, floor);
    if logged.fingerprint == Some(print) {
        return Ok(logged.cells);
    }
    let fresh = if logged.fingerprint.is_none() {
        Some(protect(groups, measure.sensitivity, floor))
    } else {
        // Held against every round of the week: somebody may have kept any of them.
        let rounds = database.read(|conn| store::rounds(conn, measure, end))?;
        rounds
            .iter()
            .map(|round| renew(round, groups, measure.sensitivity, floor))
            .reduce(|one, other| Some(both(one?, &other?)))
            .flatten()
    };
    let Some(cells) = fresh else { return Ok(under(logged.cells, floor)) };
    // Nothing to show is nothing to write down.
    if cells.is_empty() {
        return Ok(cells);
    }
    let round = logged.round + 1;
    database.write(|tx| store::log_release(tx, measure, end, round, print, &cells))?;
    Ok(cells)
}

/// What both show: cells of the same groups in the same order.
fn both(mut one: Vec<Cell>, other: &[Cell]) -> Vec<Cell> {
    for (cell, other) in one.iter_mut().zip(other) {
        if other.shown.is_none() {
            cell.shown = None;
        }
    }
    one
}
