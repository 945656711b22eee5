//! Small systems of linear equations, for tests and fits with a handful of unknowns.

/// The inverse of a square matrix by Gauss-Jordan elimination with row exchange. `None` when it is
/// singular to working precision, which is judged by each column's own size.
pub(crate) fn invert(mut matrix: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    let scales: Vec<f64> =
        (0..size).map(|c| matrix.iter().fold(0.0, |m: f64, row| m.max(row[c].abs()))).collect();
    let mut inverse: Vec<Vec<f64>> =
        (0..size).map(|i| (0..size).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    for column in 0..size {
        let best = (column..size)
            .max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))?;
        let pivot = matrix[best][column];
        // Not "smaller than": a pivot that is no number is no pivot either.
        let usable = pivot.abs() > 1e-13 * scales[column];
        if !usable {
            return None;
        }
        matrix.swap(column, best);
        inverse.swap(column, best);
        matrix[column].iter_mut().chain(&mut inverse[column]).for_each(|cell| *cell /= pivot);
        let (line, inverse_line) = (matrix[column].clone(), inverse[column].clone());
        for row in (0..size).filter(|&r| r != column) {
            let weight = matrix[row][column];
            let subtract = |cells: &mut Vec<f64>, by: &[f64]| {
                cells.iter_mut().zip(by).for_each(|(cell, b)| *cell -= weight * b);
            };
            subtract(&mut matrix[row], &line);
            subtract(&mut inverse[row], &inverse_line);
        }
    }
    Some(inverse)
}
