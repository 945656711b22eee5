//! Any additive table: cells, and the sums that tie them together.

use super::simplex::Polytope;

/// The range in which an outsider who sees the rest of the table can place a hidden cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feasible {
    /// Which cell: its place in the list that was given, for a grid row × columns + column.
    pub cell: usize,
    /// Smallest possible count.
    pub low: u64,
    /// Largest possible count; `u64::MAX` when nothing bounds it.
    pub high: u64,
}

impl Feasible {
    /// How many people wide the range is.
    #[must_use]
    pub fn width(self) -> u64 {
        self.high - self.low
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// May be hidden if that protects another.
    Open,
    /// Too small to show.
    Primary,
    /// Known to everybody: a total that is always printed, a headcount in the organisation chart.
    Public,
}

#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub value: u64,
    pub state: State,
    /// Cells with the same bundle are hidden together.
    pub bundle: usize,
    /// How wide the outsider's range must at least be when the cell is hidden.
    pub wanted: u64,
}

/// One sum: the cell `total` equals the cells `parts` together.
#[derive(Debug, Clone)]
pub(super) struct Sum {
    pub total: usize,
    pub parts: Vec<usize>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    pub cells: Vec<Cell>,
    pub sums: Vec<Sum>,
}

impl Table {
    /// Adds a cell in a bundle of its own and returns its place.
    pub(super) fn add(&mut self, value: u64, state: State, wanted: u64) -> usize {
        let place = self.cells.len();
        self.cells.push(Cell { value, state, bundle: place, wanted });
        place
    }

    /// What the outsider knows when these cells are hidden: for every hidden cell its range, by
    /// two linear programmes each. The tables of this crate are networks, so that the ends of the
    /// ranges are whole numbers that real tables can have.
    ///
    /// `None` when the table contradicts itself.
    pub(super) fn audit(&self, hidden: &[bool]) -> Option<Vec<Feasible>> {
        let mut ranges = Vec::new();
        // Hidden cells that share no sum, even by way of others, do not bear on each other: each
        // such part is a small programme of its own.
        for (unknown, sums) in self.parts(hidden) {
            let equations = self.equations(hidden, &unknown, &sums);
            let polytope = Polytope::new(&equations, unknown.len())?;
            for (position, &cell) in unknown.iter().enumerate() {
                let mut cost = vec![0.0; unknown.len()];
                cost[position] = 1.0;
                let low = polytope.minimise(&cost).map_or(0.0, |(value, _)| value);
                cost[position] = -1.0;
                let high = polytope.minimise(&cost).map(|(value, _)| -value);
                ranges.push(Feasible {
                    cell,
                    low: (low - 1e-6).ceil().max(0.0) as u64,
                    high: high.map_or(u64::MAX, |h| (h + 1e-6).floor().max(0.0) as u64),
                });
            }
        }
        ranges.sort_by_key(|r| r.cell);
        Some(ranges)
    }

    /// The hidden cells in parts that share no sum, each with its sums.
    fn parts(&self, hidden: &[bool]) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut part: Vec<usize> = (0..self.cells.len()).collect();
        let unknown_of = |sum: &Sum| -> Vec<usize> {
            let all = sum.parts.iter().chain([&sum.total]);
            all.copied().filter(|&c| hidden[c]).collect()
        };
        for sum in &self.sums {
            let unknown = unknown_of(sum);
            for pair in unknown.windows(2) {
                let (a, b) = (root(&part, pair[0]), root(&part, pair[1]));
                part[a.max(b)] = a.min(b);
            }
        }
        let mut found: std::collections::BTreeMap<usize, (Vec<usize>, Vec<usize>)> =
            std::collections::BTreeMap::new();
        for cell in (0..self.cells.len()).filter(|&c| hidden[c]) {
            found.entry(root(&part, cell)).or_default().0.push(cell);
        }
        for (place, sum) in self.sums.iter().enumerate() {
            if let Some(&cell) = unknown_of(sum).first() {
                found.entry(root(&part, cell)).or_default().1.push(place);
            }
        }
        found.into_values().collect()
    }

    /// The sums with what is visible moved to the right-hand side.
    fn equations(
        &self,
        hidden: &[bool],
        unknown: &[usize],
        sums: &[usize],
    ) -> Vec<(Vec<f64>, f64)> {
        let equation = |&place: &usize| {
            let sum = &self.sums[place];
            let mut row = vec![0.0; unknown.len()];
            let mut right = 0.0;
            let signed = sum.parts.iter().map(|&p| (p, 1.0));
            for (cell, sign) in signed.chain([(sum.total, -1.0)]) {
                if let Ok(position) = unknown.binary_search(&cell) {
                    row[position] += sign;
                } else if !hidden[cell] {
                    right -= sign * self.cells[cell].value as f64;
                }
            }
            (row, right)
        };
        sums.iter().map(equation).collect()
    }

    /// Whether every hidden cell has a range as wide as it wants.
    pub(super) fn safe(&self, ranges: &[Feasible]) -> bool {
        ranges.iter().all(|r| r.width() >= self.cells[r.cell].wanted)
    }

    /// A quick test that spares most audits: a sum with exactly one unknown gives it away.
    pub(super) fn gives_away(&self, hidden: &[bool]) -> bool {
        self.sums.iter().any(|sum| {
            let unknown = sum.parts.iter().chain([&sum.total]).filter(|&&c| hidden[c]);
            let mut wanting = unknown.map(|&c| self.cells[c].wanted);
            matches!((wanting.next(), wanting.next()), (Some(wanted), None) if wanted > 0)
        })
    }
}

/// The first cell of the part that a cell belongs to.
fn root(part: &[usize], mut cell: usize) -> usize {
    while part[cell] != cell {
        cell = part[cell];
    }
    cell
}
