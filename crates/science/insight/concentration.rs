//! Do we lean on too few? Gini, effective numbers and the bus factor (SCIENCE 3.6).

use crate::distributions::z95;
use crate::interval::Interval;
use crate::proportion::{Basis, Share};

/// Below this many people only the bus factor at one half is shown.
pub const FEWEST: usize = 10;

/// Contributions of one member. The identity only settles ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contribution {
    /// A stable number of the member.
    pub member: u64,
    /// How many contributions.
    pub count: u64,
}

/// How contributions are spread over people.
#[derive(Debug, Clone, PartialEq)]
pub struct Concentration {
    /// People counted, those without a contribution included.
    pub people: usize,
    /// All contributions.
    pub contributions: u64,
    /// Fewest members who together made at least half of it.
    pub bus_factor_50: usize,
    /// The figures that need at least ten people.
    pub spread: Option<Spread>,
}

/// The figures of [`Concentration`] that need at least [`FEWEST`] people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Gini: 0 when all make the same, near 1 when one makes everything.
    pub gini: f64,
    /// Gini corrected for small numbers: × n/(n−1).
    pub gini_corrected: f64,
    /// Fewest members who together made at least 80%.
    pub bus_factor_80: usize,
    /// Sum of squared shares (Herfindahl-Hirschman).
    pub herfindahl: f64,
    /// Effective number of members by entropy, e^H.
    pub effective_entropy: f64,
    /// Effective number of members by squared shares, 1/herfindahl.
    pub effective_squares: f64,
}

/// Measures concentration over connected members, or over contributors only when the caller
/// leaves the zeros out. `None` when nobody contributed: the page prints "–".
///
/// The bus factor takes members from many to few contributions, ties in the order of their
/// number; it names a count, never a person (truck factor: Avelino and others 2016).
#[must_use]
pub fn concentration(members: &[Contribution]) -> Option<Concentration> {
    let total: u64 = members.iter().map(|m| m.count).sum();
    if total == 0 {
        return None;
    }
    let counts = descending(members);
    let spread = (members.len() >= FEWEST).then(|| spread(&counts, total));
    Some(Concentration {
        people: members.len(),
        contributions: total,
        bus_factor_50: fewest_for(&counts, total, 0.5),
        spread,
    })
}

fn descending(members: &[Contribution]) -> Vec<u64> {
    let mut ordered = members.to_vec();
    ordered.sort_by_key(|m| (std::cmp::Reverse(m.count), m.member));
    ordered.into_iter().map(|m| m.count).collect()
}

fn spread(counts: &[u64], total: u64) -> Spread {
    let gini = gini(counts).unwrap_or(0.0);
    let size = counts.len() as f64;
    let shares = || counts.iter().filter(|c| **c > 0).map(|&c| c as f64 / total as f64);
    let herfindahl: f64 = shares().map(|s| s * s).sum();
    let entropy: f64 = shares().map(|s| -s * s.ln()).sum();
    Spread {
        gini,
        gini_corrected: gini * size / (size - 1.0),
        bus_factor_80: fewest_for(counts, total, 0.8),
        herfindahl,
        effective_entropy: entropy.exp(),
        effective_squares: 1.0 / herfindahl,
    }
}

/// The Gini coefficient 2Σi·x₍ᵢ₎/(nΣx) − (n+1)/n, values sorted ascending (Gini 1912). `None` for
/// no values or a sum of zero.
#[must_use]
pub fn gini(values: &[u64]) -> Option<f64> {
    let total: u64 = values.iter().sum();
    if total == 0 {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let size = sorted.len() as f64;
    let weighted: f64 = sorted.iter().enumerate().map(|(i, &x)| (i as f64 + 1.0) * x as f64).sum();
    Some(2.0 * weighted / (size * total as f64) - (size + 1.0) / size)
}

/// The 95% range of the Gini coefficient by the jackknife over people (Karagiannis & Kovačević
/// 2000), held within 0..=1. Leaving one out takes no second sum: with the values sorted, the
/// weighted sum loses the value at its rank and every larger value once. `None` where [`gini`] is,
/// and with fewer than three values or when all but one are zero.
#[must_use]
pub fn gini_range(values: &[u64]) -> Option<Interval> {
    let whole = gini(values)?;
    let size = values.len();
    if size < 3 {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let total: f64 = sorted.iter().map(|&x| x as f64).sum();
    let weighted: f64 = sorted.iter().enumerate().map(|(i, &x)| (i as f64 + 1.0) * x as f64).sum();
    let left = size as f64 - 1.0;
    let mut above = total;
    let mut without = Vec::with_capacity(size);
    for (rank, &value) in sorted.iter().enumerate() {
        let value = value as f64;
        above -= value;
        let rest = total - value;
        if rest <= 0.0 {
            return None;
        }
        let sum = weighted - (rank as f64 + 1.0) * value - above;
        without.push(2.0 * sum / (left * rest) - (left + 1.0) / left);
    }
    let mean = without.iter().sum::<f64>() / size as f64;
    let off: f64 = without.iter().map(|g| (g - mean).powi(2)).sum();
    let reach = z95() * (left / size as f64 * off).sqrt();
    Some(Interval { low: (whole - reach).max(0.0), high: (whole + reach).min(1.0) })
}

fn fewest_for(descending: &[u64], total: u64, part: f64) -> usize {
    // A hair below, so that exactly half is half in floating point as well.
    let wanted = part * total as f64 - 1e-9;
    let mut made = 0;
    for (index, count) in descending.iter().enumerate() {
        made += count;
        if made as f64 >= wanted {
            return index + 1;
        }
    }
    descending.len()
}

/// What the most active part of the members made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopShare {
    /// How many members are in the top.
    pub members: usize,
    /// Of how many.
    pub of: usize,
    /// Contributions by the top, of all contributions.
    pub made: Share,
}

/// The share of all contributions by the most active `part` of the members (0.01 or 0.10), rounded
/// up to whole members, at least one. `None` when nobody contributed or `part` is not above 0 and
/// at most 1.
#[must_use]
pub fn top_share(members: &[Contribution], part: f64) -> Option<TopShare> {
    let counts = descending(members);
    let total: u64 = counts.iter().sum();
    if total == 0 || !(part > 0.0 && part <= 1.0) {
        return None;
    }
    let top = ((part * counts.len() as f64 - 1e-9).ceil() as usize).clamp(1, counts.len());
    let made = Share::counted(counts[..top].iter().sum(), total, Basis::Census);
    Some(TopShare { members: top, of: counts.len(), made })
}
