//! Who stays: cohorts by week of first login (SCIENCE 2.1).

use crate::invalid::Invalid;
use crate::proportion::{Basis, Share};
use crate::suppress::{
    Bases, GroupMinimum, NotShown, Sensitivity, ShareNode, primary, protect_shares,
};

/// Members who came in the same week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    /// A number of the week that grows by one a week.
    pub week: i64,
    /// How many came.
    pub size: u64,
    /// How many were active in their own week 1, 2, ...; as long as there are closed weeks.
    pub active: Vec<u64>,
}

/// One cell of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Active in that week, of the cohort.
    Shown(Share),
    /// Would give a few people away.
    Hidden,
    /// Has not come yet. Empty, not zero.
    Future,
}

/// A cohort as it may be shown: one week, or a small one together with its neighbours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownCohort {
    /// The weeks in it.
    pub weeks: Vec<i64>,
    /// How many came.
    pub size: u64,
    /// By own week, from 1.
    pub cells: Vec<Cell>,
}

/// The table of cohorts with the figure of all together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CohortTable {
    /// In order of time.
    pub cohorts: Vec<ShownCohort>,
    /// By own week, over the cohorts that reached it; with range, because it is read as what the
    /// next newcomers will do. `None` when even this figure would give a few people away; then
    /// the whole week is hidden.
    pub pooled: Vec<Option<Share>>,
}

/// Makes the table of cohorts. A cohort of fewer than k people is merged with the one before it
/// (the first with the one after) *before* anything is pooled, because a pooled figure minus its
/// parts would betray it; of a merged cohort a week counts only when all its parts have reached
/// it. Then each column is protected like any table with its total.
///
/// # Errors
/// [`NotShown::Withheld`] when all cohorts together have fewer than k people;
/// [`Invalid::PartAboveWhole`] when more were active than came.
pub fn cohort_table(
    cohorts: &[Cohort],
    sensitivity: Sensitivity,
    minimum: GroupMinimum,
) -> Result<CohortTable, NotShown> {
    if cohorts.iter().any(|c| c.active.iter().any(|&a| a > c.size)) {
        return Err(Invalid::PartAboveWhole.into());
    }
    let merged = merge(cohorts, minimum)?;
    let longest = merged.iter().map(|c| c.active.len()).max().unwrap_or(0);
    let mut table = CohortTable {
        cohorts: merged
            .iter()
            .map(|c| ShownCohort { weeks: c.weeks.clone(), size: c.size, cells: Vec::new() })
            .collect(),
        pooled: Vec::new(),
    };
    for week in 0..longest {
        let reached = merged.iter().filter_map(|c| c.active.get(week).map(|&a| (a, c.size)));
        let shares: Vec<Share> = reached.map(|(a, n)| Share::counted(a, n, BASIS)).collect();
        let all = |part: fn(Share) -> u64| shares.iter().map(|&s| part(s)).sum();
        let pooled = Share::counted(all(Share::x), all(Share::n), BASIS);
        let shown = primary(pooled, sensitivity, minimum).shown();
        table.pooled.push(shown.then_some(pooled));
        let visible = if shown {
            protect_column(&shares, sensitivity, minimum)?
        } else {
            vec![false; shares.len()]
        };
        let mut cells = shares.iter().zip(visible);
        for (cohort, shown) in merged.iter().zip(&mut table.cohorts) {
            let cell = if cohort.active.len() <= week {
                Cell::Future
            } else {
                match cells.next() {
                    Some((share, true)) => Cell::Shown(*share),
                    _ => Cell::Hidden,
                }
            };
            shown.cells.push(cell);
        }
    }
    Ok(table)
}

const BASIS: Basis = Basis::Estimate;

struct Merged {
    weeks: Vec<i64>,
    size: u64,
    active: Vec<u64>,
}

impl Merged {
    fn join(&mut self, other: Self) {
        self.weeks.extend(other.weeks);
        self.weeks.sort_unstable();
        self.size += other.size;
        // Zipping stops at the shorter one: a week counts when both have reached it.
        self.active = self.active.iter().zip(&other.active).map(|(a, b)| a + b).collect();
    }
}

fn merge(cohorts: &[Cohort], minimum: GroupMinimum) -> Result<Vec<Merged>, NotShown> {
    let mut sorted: Vec<&Cohort> = cohorts.iter().filter(|c| c.size > 0).collect();
    sorted.sort_by_key(|c| c.week);
    let mut merged: Vec<Merged> = Vec::new();
    for cohort in sorted {
        let next =
            Merged { weeks: vec![cohort.week], size: cohort.size, active: cohort.active.clone() };
        let small = |size: u64| size < minimum.get();
        match merged.last_mut() {
            // The one before may itself still be too small: only the first ever is.
            Some(before) if small(next.size) || small(before.size) => before.join(next),
            _ => merged.push(next),
        }
    }
    if merged.iter().any(|c| c.size < minimum.get()) {
        return Err(NotShown::Withheld);
    }
    Ok(merged)
}

/// Which cells of one column may be shown next to the pooled figure.
fn protect_column(
    shares: &[Share],
    sensitivity: Sensitivity,
    minimum: GroupMinimum,
) -> Result<Vec<bool>, NotShown> {
    let whole = ShareNode { parent: None, direct: Share::counted(0, 0, BASIS) };
    let below = shares.iter().map(|&direct| ShareNode { parent: Some(0), direct });
    let nodes: Vec<ShareNode> = std::iter::once(whole).chain(below).collect();
    match protect_shares(&nodes, Bases::Public, sensitivity, minimum) {
        Ok(shown) => Ok(shown.nodes[1..].iter().map(|n| n.x.is_some()).collect()),
        // Nothing but the pooled figure.
        Err(NotShown::Withheld) => Ok(vec![false; shares.len()]),
        Err(broken) => Err(broken),
    }
}
