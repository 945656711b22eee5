//! Moving people between cells without changing a sum.

use super::simplex::Polytope;
use super::table::{State, Table};

/// The cells that must give way so that `cell` can rise and fall over what it wants, at the
/// smallest number of people in visible cells. Empty when no set of cells gives it that room.
pub(super) fn cheapest_ring(table: &Table, hidden: &[bool], cell: usize) -> Vec<usize> {
    let moves = Moves::new(table, hidden);
    let wanted = table.cells[cell].wanted;
    let rise = moves.most(cell).min(wanted);
    let fall = wanted - rise;
    let up = moves.ring(cell, rise as f64);
    let down = if fall > 0 { moves.ring(cell, -(fall as f64)) } else { Some(Vec::new()) };
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
        let movable: Vec<usize> =
            (0..table.cells.len()).filter(|&c| table.cells[c].state != State::Public).collect();
        let count = movable.len();
        let variables = 3 * count;
        let mut equations = Vec::new();
        for sum in &table.sums {
            let mut row = vec![0.0; variables];
            let signed = sum.parts.iter().map(|&p| (p, 1.0)).chain([(sum.total, -1.0)]);
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
        Self { movable, equations, cost }
    }

    /// How far a cell could rise if everything that is not public were hidden.
    fn most(&self, cell: usize) -> u64 {
        let (Some(polytope), Ok(at)) =
            (Polytope::new(&self.equations, self.cost.len()), self.movable.binary_search(&cell))
        else {
            return 0;
        };
        let mut cost = vec![0.0; self.cost.len()];
        cost[at] = -1.0;
        cost[self.movable.len() + at] = 1.0;
        polytope.minimise(&cost).map_or(u64::MAX, |(value, _)| (-value + 1e-6).floor() as u64)
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
        Some((0..count).filter(|&at| moved(at)).map(|at| self.movable[at]).collect())
    }
}
