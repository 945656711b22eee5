//! Whether two divisions of the same people agree: the adjusted Rand index (SCIENCE 4.3).

use crate::invalid::Invalid;

/// Pairs of people that both divisions put together or both apart, corrected for chance: 1 when
/// they are the same, 0 on average for divisions at random (Hubert & Arabie 1985). Two divisions
/// without any choice (all together, or all apart, in both) agree: 1.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] for divisions of different people.
pub fn adjusted_rand(one: &[u32], other: &[u32]) -> Result<f64, Invalid> {
    if one.len() != other.len() {
        return Err(Invalid::LengthsDiffer);
    }
    let cells = one.iter().zip(other).map(|(&a, &b)| (u64::from(a) << 32) | u64::from(b));
    let together = pairs(cells);
    let first = pairs(one.iter().map(|&a| u64::from(a)));
    let second = pairs(other.iter().map(|&b| u64::from(b)));
    let people = one.len() as f64;
    let all = people * (people - 1.0) / 2.0;
    let most = 0.5 * (first + second);
    let expected = if all > 0.0 { first * second / all } else { 0.0 };
    // Whole numbers of pairs: no difference means exactly none.
    if (most - expected).abs() < 1e-9 {
        return Ok(1.0);
    }
    Ok((together - expected) / (most - expected))
}

/// Pairs of equal labels.
fn pairs(labels: impl Iterator<Item = u64>) -> f64 {
    let mut sorted: Vec<u64> = labels.collect();
    sorted.sort_unstable();
    sorted
        .chunk_by(|a, b| a == b)
        .map(|run| {
            let size = run.len() as f64;
            size * (size - 1.0) / 2.0
        })
        .sum()
}
