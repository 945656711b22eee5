//! Do groups differ over the whole survival curve (SCIENCE 2.2)?

use crate::distributions::chi_squared_tail;
use crate::invalid::Invalid;
use crate::linear::invert;
use crate::survival::Observed;

/// The log-rank comparison of two or more groups.
#[derive(Debug, Clone, PartialEq)]
pub struct LogRank {
    /// Chi-squared.
    pub chi_squared: f64,
    /// Its degrees of freedom: one less than the groups that could be compared.
    pub freedom: usize,
    /// Probability of this much difference if there were none.
    pub p: f64,
    /// People in each group.
    pub n: Vec<usize>,
    /// Events seen in each group.
    pub observed: Vec<f64>,
    /// Events expected in each group if there were no difference.
    pub expected: Vec<f64>,
}

/// Compares two groups (Mantel 1966). See [`log_rank_of`].
///
/// # Errors
/// [`Invalid::NotFinite`] for times that are negative, infinite or not numbers.
pub fn log_rank(first: &[Observed], second: &[Observed]) -> Result<Option<LogRank>, Invalid> {
    log_rank_of(&[first, second])
}

/// Compares groups over the whole curve: (O−E)ᵀV⁻¹(O−E) with hypergeometric variance (Mantel 1966;
/// Peto & Peto 1972). Ties are taken together. A group that is empty, or was gone before anything
/// happened, takes no part.
///
/// `None` when there is nothing to compare: fewer than two groups at risk at any event.
///
/// # Errors
/// [`Invalid::NotFinite`] for times that are negative, infinite or not numbers.
pub fn log_rank_of(groups: &[&[Observed]]) -> Result<Option<LogRank>, Invalid> {
    let mut all: Vec<(Observed, usize)> = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        if group.iter().any(|o| !o.time.is_finite() || o.time < 0.0) {
            return Err(Invalid::NotFinite);
        }
        all.extend(group.iter().map(|&o| (o, place)));
    }
    all.sort_by(|a, b| a.0.time.total_cmp(&b.0.time));
    let size = groups.len();
    let mut at_risk: Vec<f64> = groups.iter().map(|g| g.len() as f64).collect();
    let (mut observed, mut expected) = (vec![0.0; size], vec![0.0; size]);
    let mut variance = vec![vec![0.0; size]; size];
    for same in all.chunk_by(|a, b| a.0.time >= b.0.time) {
        let n: f64 = at_risk.iter().sum();
        let d = same.iter().filter(|(o, _)| o.happened).count() as f64;
        if d > 0.0 {
            for (_, place) in same.iter().filter(|(o, _)| o.happened) {
                observed[*place] += 1.0;
            }
            let spread = if n > 1.0 { d * (n - d) / (n - 1.0) } else { 0.0 };
            for i in 0..size {
                let part = at_risk[i] / n;
                expected[i] += d * part;
                for j in 0..size {
                    let same_group = f64::from(u8::from(i == j));
                    variance[i][j] += spread * part * (same_group - at_risk[j] / n);
                }
            }
        }
        same.iter().for_each(|(_, place)| at_risk[*place] -= 1.0);
    }
    // The rows add up to zero, so one group is left out.
    let mut compared: Vec<usize> = (0..size).filter(|&i| variance[i][i] > 1e-12).collect();
    compared.pop();
    let kept =
        compared.iter().map(|&i| compared.iter().map(|&j| variance[i][j]).collect()).collect();
    let Some(inverse) = invert(kept).filter(|m| !m.is_empty()) else {
        return Ok(None);
    };
    let surplus: Vec<f64> = compared.iter().map(|&i| observed[i] - expected[i]).collect();
    let chi_squared: f64 = inverse
        .iter()
        .zip(&surplus)
        .map(|(row, s)| s * row.iter().zip(&surplus).map(|(v, t)| v * t).sum::<f64>())
        .sum();
    let freedom = compared.len();
    Ok(Some(LogRank {
        chi_squared,
        freedom,
        p: chi_squared_tail(chi_squared, freedom as f64),
        n: groups.iter().map(|g| g.len()).collect(),
        observed,
        expected,
    }))
}
