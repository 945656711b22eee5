//! How far ties go outside the own department, with a range: what the E-I index says of many
//! people, for the health of a community (SCIENCE 4.1 and 15).

use super::{FEWEST_MEMBERS, FEWEST_TIES};
use crate::distributions::z95;
use crate::interval::Interval;
use crate::invalid::Invalid;
use std::collections::BTreeMap;

/// The share of ties that leave their department.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outward {
    /// Ties across the border.
    pub external: u64,
    /// All ties.
    pub ties: u64,
    /// People in the network.
    pub people: u64,
    /// External of all.
    pub share: f64,
    /// Its standard error.
    pub error: f64,
    /// The share if everybody were tied to everybody; `None` when all are in one department.
    pub expected: Option<f64>,
}

impl Outward {
    /// The index (E − I)/(E + I).
    #[must_use]
    pub fn index(&self) -> f64 {
        2.0 * self.share - 1.0
    }

    /// The index at random mixing.
    #[must_use]
    pub fn expected_index(&self) -> Option<f64> {
        self.expected.map(|share| 2.0 * share - 1.0)
    }

    /// Whether there are enough people and ties to say something.
    #[must_use]
    pub fn enough(&self) -> bool {
        self.people >= u64::from(FEWEST_MEMBERS) && self.ties >= FEWEST_TIES as u64
    }

    /// The connection component of the health score with its 95% range:
    /// min(1, (EI + 1)/(EI expected + 1)), which is the share over the expected share.
    #[must_use]
    pub fn connection(&self) -> Option<(f64, Interval)> {
        let expected = self.expected.filter(|share| *share > 0.0)?;
        let at = |share: f64| (share / expected).clamp(0.0, 1.0);
        let reach = z95() * self.error;
        let range = Interval { low: at(self.share - reach), high: at(self.share + reach) };
        Some((at(self.share), range))
    }
}

/// Measures undirected ties, each once; `departments` holds the department of everybody in the
/// network, those without a tie included. Ties of one person go together, so the variance counts every two ties that share a person:
/// V = [Σᵢ(Σ over ties of i)² − Σ over ties²]/T² of the ties' distances from the share (Fafchamps &
/// Gubert 2007), and is at least that of ties that know nothing of each other. Ties to oneself are
/// left out. `None` without a tie.
///
/// # Errors
/// [`Invalid::BrokenTable`] when a tie names somebody without a department.
pub fn outward(ties: &[(u32, u32)], departments: &[u32]) -> Result<Option<Outward>, Invalid> {
    let of = |node: u32| departments.get(node as usize).copied().ok_or(Invalid::BrokenTable);
    let (mut external, mut all) = (0_u64, 0_u64);
    for &(a, b) in ties.iter().filter(|(a, b)| a != b) {
        all += 1;
        external += u64::from(of(a)? != of(b)?);
    }
    if all == 0 {
        return Ok(None);
    }
    let share = external as f64 / all as f64;
    let mut sums = vec![0.0; departments.len()];
    let mut squares = 0.0;
    for &(a, b) in ties.iter().filter(|(a, b)| a != b) {
        let off = f64::from(u8::from(of(a)? != of(b)?)) - share;
        squares += off * off;
        for node in [a, b] {
            if let Some(sum) = sums.get_mut(node as usize) {
                *sum += off;
            }
        }
    }
    let shared: f64 = sums.iter().map(|sum: &f64| sum * sum).sum();
    let count = all as f64;
    let variance = ((shared - squares) / (count * count)).max(share * (1.0 - share) / count);
    let mut sizes: BTreeMap<u32, u64> = BTreeMap::new();
    for department in departments {
        *sizes.entry(*department).or_default() += 1;
    }
    let people = departments.len() as u64;
    let pairs = |n: u64| n as f64 * (n as f64 - 1.0) / 2.0;
    let inside: f64 = sizes.values().map(|&size| pairs(size)).sum();
    let expected = (sizes.len() > 1).then(|| 1.0 - inside / pairs(people));
    Ok(Some(Outward { external, ties: all, people, share, error: variance.sqrt(), expected }))
}
