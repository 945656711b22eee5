//! A small linear programme solver: enough for the audit of one table.
//!
//! Two phases, dense, with Bland's rule (Dantzig 1951; Bland 1977), which cannot cycle. Tables
//! have tens of hidden cells, so plainness counts for more than speed.

const EPSILON: f64 = 1e-9;
/// A stop that no table in range comes near.
const MOST_PIVOTS: usize = 200_000;

/// All x >= 0 with A·x = b, ready to be minimised over.
#[derive(Clone)]
pub(super) struct Polytope {
    /// One row per independent equation: coefficients, then the right-hand side.
    rows: Vec<Vec<f64>>,
    /// The variable that each row solves for.
    basis: Vec<usize>,
    variables: usize,
}

impl Polytope {
    /// Finds a first corner. `None` when no x satisfies the equations.
    pub(super) fn new(equations: &[(Vec<f64>, f64)], variables: usize) -> Option<Self> {
        let count = equations.len();
        let mut rows = Vec::with_capacity(count);
        for (index, (coefficients, right)) in equations.iter().enumerate() {
            let sign = if *right < 0.0 { -1.0 } else { 1.0 };
            let mut row: Vec<f64> = coefficients.iter().map(|c| c * sign).collect();
            row.resize(variables + count, 0.0);
            row[variables + index] = 1.0;
            row.push(right * sign);
            rows.push(row);
        }
        let basis = (variables..variables + count).collect();
        let mut start = Self { rows, basis, variables: variables + count };
        let mut cost = vec![0.0; variables + count];
        cost[variables..].fill(1.0);
        let (remaining, _) = start.run(&cost)?;
        if remaining > 1e-6 {
            return None;
        }
        start.drop_helpers(variables);
        Some(start)
    }

    /// The smallest value of cost·x with the corner that reaches it; `None` when it has no bound.
    pub(super) fn minimise(&self, cost: &[f64]) -> Option<(f64, Vec<f64>)> {
        self.clone().run(cost)
    }

    /// Takes the helper variables of the first phase out of the solution and the table.
    fn drop_helpers(&mut self, variables: usize) {
        let mut index = 0;
        while index < self.rows.len() {
            if self.basis[index] >= variables {
                let other = (0..variables).find(|&v| self.rows[index][v].abs() > EPSILON);
                if let Some(variable) = other {
                    self.pivot(index, variable);
                } else {
                    // The equation followed from the others.
                    self.rows.remove(index);
                    self.basis.remove(index);
                    continue;
                }
            }
            index += 1;
        }
        for row in &mut self.rows {
            row.drain(variables..row.len() - 1);
        }
        self.variables = variables;
    }

    fn run(&mut self, cost: &[f64]) -> Option<(f64, Vec<f64>)> {
        let mut reduced = cost.to_vec();
        for (row, &variable) in self.rows.iter().zip(&self.basis) {
            let weight = cost[variable];
            if weight != 0.0 {
                for (value, coefficient) in reduced.iter_mut().zip(row) {
                    *value -= weight * coefficient;
                }
            }
        }
        for _ in 0..MOST_PIVOTS {
            let Some(entering) = reduced.iter().position(|&value| value < -EPSILON) else {
                return Some(self.corner(cost));
            };
            let leaving = self.leaving(entering)?;
            self.pivot(leaving, entering);
            let weight = reduced[entering];
            for (value, coefficient) in reduced.iter_mut().zip(&self.rows[leaving]) {
                *value -= weight * coefficient;
            }
        }
        None
    }

    fn leaving(&self, entering: usize) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for (index, row) in self.rows.iter().enumerate() {
            if row[entering] > EPSILON {
                let ratio = row[self.variables] / row[entering];
                let better = best.is_none_or(|(least, at)| {
                    ratio < least - EPSILON
                        || (ratio < least + EPSILON && self.basis[index] < self.basis[at])
                });
                if better {
                    best = Some((ratio, index));
                }
            }
        }
        best.map(|(_, index)| index)
    }

    fn pivot(&mut self, row: usize, variable: usize) {
        let scale = self.rows[row][variable];
        for value in &mut self.rows[row] {
            *value /= scale;
        }
        let pivot_row = self.rows[row].clone();
        for (index, other) in self.rows.iter_mut().enumerate() {
            let weight = other[variable];
            if index != row && weight != 0.0 {
                for (value, coefficient) in other.iter_mut().zip(&pivot_row) {
                    *value -= weight * coefficient;
                }
            }
        }
        self.basis[row] = variable;
    }

    fn corner(&self, cost: &[f64]) -> (f64, Vec<f64>) {
        let mut point = vec![0.0; self.variables];
        for (row, &variable) in self.rows.iter().zip(&self.basis) {
            point[variable] = row[self.variables];
        }
        let value = point.iter().zip(cost).map(|(x, c)| x * c).sum();
        (value, point)
    }
}
