//! Many tests at once.

use crate::invalid::Invalid;

/// The rate of false discoveries the cockpit accepts in one family of tests.
pub const FALSE_DISCOVERY_RATE: f64 = 0.05;

/// Adjusted p-values that control the false discovery rate (Benjamini & Hochberg 1995), in the
/// order of the input. Report those at or below [`FALSE_DISCOVERY_RATE`].
///
/// Definition: sorted ascending, adj(i) = min over j >= i of m·p(j)/j, at most 1. Ties keep equal
/// values. An empty list gives an empty list.
///
/// # Errors
/// [`Invalid::NotAProbability`] for a value outside 0..=1 or not a number.
pub fn benjamini_hochberg(p_values: &[f64]) -> Result<Vec<f64>, Invalid> {
    if p_values.iter().any(|p| !(0.0..=1.0).contains(p)) {
        return Err(Invalid::NotAProbability);
    }
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|&a, &b| p_values[a].total_cmp(&p_values[b]));
    let count = p_values.len() as f64;
    let mut adjusted = vec![0.0; p_values.len()];
    let mut smallest = 1.0_f64;
    for (rank, &index) in order.iter().enumerate().rev() {
        smallest = smallest.min(p_values[index] * count / (rank as f64 + 1.0));
        adjusted[index] = smallest;
    }
    Ok(adjusted)
}
