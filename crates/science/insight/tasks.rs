//! Who might do which task: the assignment that fits best (SCIENCE 5).
//!
//! A proposal for voluntary tasks in the community; members accept or not. Dividing *work* on
//! individual behaviour is high-risk (AI Act, Annex III 4(b)): this is never input for HR.

use crate::invalid::Invalid;

/// Who is proposed for which task.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// The task of each person, if any.
    pub task: Vec<Option<usize>>,
    /// The fit of all together: Σ f_ij·x_ij.
    pub total: f64,
}

/// Finds the assignment with the most fit, one person for a task and one task for a person (Kuhn
/// 1955; shortest augmenting paths, Jonker & Volgenant 1987; O(n³), for up to some 500).
/// `fit[person][task]` is the stated wish times skill times free hours, at least 0; `None` is
/// impossible and never proposed. There may be more people than tasks or the reverse. As many
/// tasks as possible are filled first; among equally good ones lower numbers come first as far as
/// the order of search has it, and the same input always gives the same answer.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] for rows of different length, [`Invalid::NotFinite`] or
/// [`Invalid::NotPositive`] for a fit that is not a number of at least 0.
pub fn assign(fit: &[Vec<Option<f64>>]) -> Result<Assignment, Invalid> {
    let tasks = fit.first().map_or(0, Vec::len);
    if fit.iter().any(|row| row.len() != tasks) {
        return Err(Invalid::LengthsDiffer);
    }
    let known = || fit.iter().flatten().flatten();
    if known().any(|f| !f.is_finite()) {
        return Err(Invalid::NotFinite);
    }
    if known().any(|f| *f < 0.0) {
        return Err(Invalid::NotPositive);
    }
    // Padded to a square; what is impossible or padding costs more than all fits together.
    let size = fit.len().max(tasks);
    let most = known().fold(0.0_f64, |m, f| m.max(*f));
    let impossible = (most + 1.0) * (size as f64 + 1.0);
    let cost = |person: usize, task: usize| {
        let fit = fit.get(person).and_then(|row| row.get(task)).copied().flatten();
        fit.map_or(impossible, |fit| most - fit)
    };
    let person_of = cheapest(size, cost);
    let mut task = vec![None; fit.len()];
    let mut total = 0.0;
    for (column, &person) in person_of.iter().enumerate() {
        let found = fit.get(person).and_then(|row| row.get(column)).copied().flatten();
        if let Some(found) = found {
            task[person] = Some(column);
            total += found;
        }
    }
    Ok(Assignment { task, total })
}

/// The row of each column in the cheapest perfect assignment of a square table.
fn cheapest(size: usize, cost: impl Fn(usize, usize) -> f64) -> Vec<usize> {
    // Column 0 is the row that is being placed; rows and columns count from 1.
    let mut row_price = vec![0.0; size + 1];
    let mut column_price = vec![0.0; size + 1];
    let mut row_of = vec![0_usize; size + 1];
    let mut came_from = vec![0_usize; size + 1];
    for row in 1..=size {
        row_of[0] = row;
        let mut least = vec![f64::INFINITY; size + 1];
        let mut done = vec![false; size + 1];
        let mut column = 0;
        while row_of[column] != 0 {
            done[column] = true;
            let here = row_of[column];
            let (mut step, mut next) = (f64::INFINITY, 0);
            for other in (1..=size).filter(|&c| !done[c]) {
                let slack = cost(here - 1, other - 1) - row_price[here] - column_price[other];
                if slack < least[other] {
                    least[other] = slack;
                    came_from[other] = column;
                }
                if least[other] < step {
                    step = least[other];
                    next = other;
                }
            }
            for other in 0..=size {
                if done[other] {
                    row_price[row_of[other]] += step;
                    column_price[other] -= step;
                } else {
                    least[other] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            let before = came_from[column];
            row_of[column] = row_of[before];
            column = before;
        }
    }
    row_of[1..].iter().map(|row| row - 1).collect()
}
