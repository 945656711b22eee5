//! Which cells to hide along with the ones that are too small.

use std::collections::BTreeMap;

use super::NotShown;
use super::simplex::Polytope;
use super::table::{Feasible, State, Table};

/// Up to this many candidates every set is tried, cheapest first, so the result is the best.
const EXHAUSTIVE: usize = 13;
/// Above this many hidden cells superfluous ones are not looked for again.
const TIDY_LIMIT: usize = 60;

/// What to hide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Per cell of the table.
    pub hidden: Vec<bool>,
    /// People in the cells that were hidden to protect others.
    pub lost: u64,
    /// The audit: every hidden cell with what can be known of it.
    pub audit: Vec<Feasible>,
}

/// Hides what is too small, and the cheapest set that protects it.
///
/// Cells of zero are not used for protection: an outsider often knows that they are zero.
pub(super) fn protect(table: &Table) -> Result<Outcome, NotShown> {
    let mut hidden: Vec<bool> = table
        .cells
        .iter()
        .map(|c| c.state == State::Primary)
        .collect();
    spread_to_bundles(table, &mut hidden);
    if let Some(done) = try_set(table, hidden.clone(), 0) {
        return Ok(done);
    }
    let candidates = candidates(table, &hidden);
    if candidates.len() <= EXHAUSTIVE {
        return exhaustive(table, &hidden, &candidates).ok_or(NotShown::Withheld);
    }
    greedy(table, &hidden, &candidates).ok_or(NotShown::Withheld)
}

/// A bundle that could be hidden: its cells and the people in them.
struct Candidate {
    cells: Vec<usize>,
    loss: u64,
}

fn candidates(table: &Table, hidden: &[bool]) -> Vec<Candidate> {
    let mut bundles: BTreeMap<usize, Candidate> = BTreeMap::new();
    for (place, cell) in table.cells.iter().enumerate() {
        if cell.state == State::Open && !hidden[place] {
            let bundle = bundles.entry(cell.bundle).or_insert_with(|| Candidate {
                cells: Vec::new(),
                loss: 0,
            });
            bundle.cells.push(place);
            bundle.loss += cell.value;
        }
    }
    bundles.into_values().filter(|b| b.loss > 0).collect()
}

fn spread_to_bundles(table: &Table, hidden: &mut [bool]) {
    let bundles: std::collections::BTreeSet<usize> = table
        .cells
        .iter()
        .zip(hidden.iter())
        .filter(|(_, h)| **h)
        .map(|(c, _)| c.bundle)
        .collect();
    for (cell, flag) in table.cells.iter().zip(hidden.iter_mut()) {
        if bundles.contains(&cell.bundle) && cell.state != State::Public {
            *flag = true;
        }
    }
}

fn try_set(table: &Table, hidden: Vec<bool>, lost: u64) -> Option<Outcome> {
    if table.gives_away(&hidden) {
        return None;
    }
    let audit = table.audit(&hidden)?;
    table.safe(&audit).then_some(Outcome {
        hidden,
        lost,
        audit,
    })
}

fn exhaustive(table: &Table, start: &[bool], candidates: &[Candidate]) -> Option<Outcome> {
    let chosen = |set: u32| {
        candidates
            .iter()
            .enumerate()
            .filter(move |(i, _)| set >> i & 1 == 1)
            .map(|(_, c)| c)
    };
    let mut sets: Vec<(u64, u32, u32)> = (1..1_u32 << candidates.len())
        .map(|set| (chosen(set).map(|c| c.loss).sum(), set.count_ones(), set))
        .collect();
    sets.sort_unstable();
    sets.into_iter().find_map(|(lost, _, set)| {
        let mut hidden = start.to_vec();
        for cell in chosen(set).flat_map(|c| &c.cells) {
            hidden[*cell] = true;
        }
        try_set(table, hidden, lost)
    })
}

/// For each cell that can still be worked out, hides the cheapest ring of cells along which
/// people could be moved without changing a visible sum; ends by showing again what turns out
/// not to be needed.
fn greedy(table: &Table, start: &[bool], candidates: &[Candidate]) -> Option<Outcome> {
    let mut hidden = start.to_vec();
    let mut rounds = table.cells.len();
    loop {
        let ranges = table.audit(&hidden)?;
        let weak = ranges
            .iter()
            .filter(|r| r.width() < table.cells[r.cell].wanted)
            .max_by_key(|r| {
                (
                    table.cells[r.cell].wanted - r.width(),
                    std::cmp::Reverse(r.cell),
                )
            });
        let Some(weak) = weak else { break };
        let ring = cheapest_ring(table, &hidden, weak.cell);
        let before = hidden.iter().filter(|h| **h).count();
        for candidate in candidates {
            if ring.is_empty() || candidate.cells.iter().any(|c| ring.contains(c)) {
                candidate.cells.iter().for_each(|&c| hidden[c] = true);
            }
        }
        rounds -= 1;
        if hidden.iter().filter(|h| **h).count() == before || rounds == 0 {
            return None;
        }
    }
    tidy(table, start, candidates, hidden)
}

/// The cells that must give way so that `cell` can rise and fall over what it wants, at the
/// smallest number of people in visible cells. Empty when no set of cells gives it that room.
fn cheapest_ring(table: &Table, hidden: &[bool], cell: usize) -> Vec<usize> {
    let moves = Moves::new(table, hidden);
    let wanted = table.cells[cell].wanted;
    let rise = moves.most(cell).min(wanted);
    let fall = wanted - rise;
    let up = moves.ring(cell, rise as f64);
    let down = if fall > 0 {
        moves.ring(cell, -(fall as f64))
    } else {
        Some(Vec::new())
    };
    match (up, down) {
        (Some(mut up), Some(down)) => {
            up.extend(down);
            up
        }
        _ => Vec::new(),
    }
}

/// All ways to move people between cells without changing a sum. Each cell that is not public has
/// three variables: how much it rises, how much it falls, and how much it could still fall.
struct Moves {
    movable: Vec<usize>,
    equations: Vec<(Vec<f64>, f64)>,
    cost: Vec<f64>,
}

impl Moves {
    fn new(table: &Table, hidden: &[bool]) -> Self {
        let movable: Vec<usize> = (0..table.cells.len())
            .filter(|&c| table.cells[c].state != State::Public)
            .collect();
        let count = movable.len();
        let variables = 3 * count;
        let mut equations = Vec::new();
        for sum in &table.sums {
            let mut row = vec![0.0; variables];
            let signed = sum
                .parts
                .iter()
                .map(|&p| (p, 1.0))
                .chain([(sum.total, -1.0)]);
            for (cell, sign) in signed {
                if let Ok(at) = movable.binary_search(&cell) {
                    row[at] += sign;
                    row[count + at] -= sign;
                }
            }
            equations.push((row, 0.0));
        }
        let mut cost = vec![0.0; variables];
        for (at, &cell) in movable.iter().enumerate() {
            let mut row = vec![0.0; variables];
            row[count + at] = 1.0;
            row[2 * count + at] = 1.0;
            equations.push((row, table.cells[cell].value as f64));
            // What is hidden already moves almost for nothing; zeros are not for protection.
            let price = match (hidden[cell], table.cells[cell].value) {
                (true, _) => 1e-3,
                (false, 0) => 1e9,
                (false, value) => value as f64,
            };
            cost[at] = price;
            cost[count + at] = price;
        }
        Self {
            movable,
            equations,
            cost,
        }
    }

    /// How far a cell could rise if everything that is not public were hidden.
    fn most(&self, cell: usize) -> u64 {
        let (Some(polytope), Ok(at)) = (
            Polytope::new(&self.equations, self.cost.len()),
            self.movable.binary_search(&cell),
        ) else {
            return 0;
        };
        let mut cost = vec![0.0; self.cost.len()];
        cost[at] = -1.0;
        cost[self.movable.len() + at] = 1.0;
        polytope
            .minimise(&cost)
            .map_or(u64::MAX, |(value, _)| (-value + 1e-6).floor() as u64)
    }

    /// The cells of the cheapest move that changes `cell` by `change`; `None` when there is none.
    fn ring(&self, cell: usize, change: f64) -> Option<Vec<usize>> {
        let count = self.movable.len();
        let target = self.movable.binary_search(&cell).ok()?;
        let mut row = vec![0.0; self.cost.len()];
        row[target] = 1.0;
        row[count + target] = -1.0;
        let mut equations = self.equations.clone();
        equations.push((row, change));
        let (_, point) = Polytope::new(&equations, self.cost.len())?.minimise(&self.cost)?;
        let moved = |at: usize| point[at] > 1e-6 || point[count + at] > 1e-6;
        Some(
            (0..count)
                .filter(|&at| moved(at))
                .map(|at| self.movable[at])
                .collect(),
        )
    }
}

fn tidy(
    table: &Table,
    start: &[bool],
    candidates: &[Candidate],
    mut hidden: Vec<bool>,
) -> Option<Outcome> {
    let used = |hidden: &[bool], c: &Candidate| c.cells.iter().all(|&at| hidden[at]);
    let mut order: Vec<&Candidate> = candidates.iter().filter(|c| used(&hidden, c)).collect();
    order.sort_by_key(|c| std::cmp::Reverse(c.loss));
    if hidden.iter().filter(|h| **h).count() <= TIDY_LIMIT {
        for candidate in &order {
            let mut without = hidden.clone();
            candidate.cells.iter().for_each(|&c| without[c] = start[c]);
            if try_set(table, without.clone(), 0).is_some() {
                hidden = without;
            }
        }
    }
    let lost = candidates
        .iter()
        .filter(|c| used(&hidden, c))
        .map(|c| c.loss)
        .sum();
    try_set(table, hidden, lost)
}
