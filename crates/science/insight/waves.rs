//! What ambassadors brought about: teams of the first wave beside those that still wait (SCIENCE 5).
//!
//! Teams are drawn by lot into a first and a second wave ([`crate::assign::wave`] with the team as
//! key), because members influence each other. The outcome is counted among the team's
//! non-ambassadors, in the window in which only the first wave has started, so the second shows
//! what would have happened (stepped wedge: Hussey & Hughes 2007).

use crate::ambassador::FEWEST_TEAMS;
use crate::distributions::student_quantile;
use crate::graph::random::Stream;
use crate::interval::Interval;
use crate::invalid::Invalid;

/// How often teams are dealt out anew when there are too many ways to try them all.
pub const PERMUTATIONS: usize = 10_000;
/// Up to so many teams every way to deal them out is tried.
const ALL_WAYS_UP_TO: usize = 14;

/// A team when the window has closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Team {
    /// In the first wave.
    pub first: bool,
    /// Non-ambassadors who did it.
    pub did: u64,
    /// Non-ambassadors.
    pub of: u64,
}

/// The two waves compared. Teams count, not people: who influence each other are one observation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waves {
    /// Teams in the first wave and in the second.
    pub teams: (usize, usize),
    /// The mean of the teams' shares in the first wave.
    pub first: f64,
    /// And in the second.
    pub second: f64,
    /// First minus second.
    pub difference: f64,
    /// 95% range by Welch's t over teams; `None` when no team differs from another.
    pub interval: Option<Interval>,
    /// Two-sided p-value: how often a deal of the teams gives a difference as large.
    pub p: f64,
    /// Fewer than [`FEWEST_TEAMS`] teams: the page says "aanwijzing".
    pub indication: bool,
}

/// Compares the waves. Teams without non-ambassadors are left out. `None` with fewer than two
/// teams in either wave. The p-value tries every deal when there are at most fourteen teams
/// (Fisher 1935), else `permutations` of them by seed, and is then (1 + hits)/(1 + deals).
///
/// # Errors
/// [`Invalid::PartAboveWhole`] when more did it than there are.
pub fn compare_waves(
    teams: &[Team],
    permutations: usize,
    seed: u64,
) -> Result<Option<Waves>, Invalid> {
    if teams.iter().any(|team| team.did > team.of) {
        return Err(Invalid::PartAboveWhole);
    }
    let used: Vec<(bool, f64)> = teams
        .iter()
        .filter(|team| team.of > 0)
        .map(|team| (team.first, team.did as f64 / team.of as f64))
        .collect();
    let shares: Vec<f64> = used.iter().map(|team| team.1).collect();
    let of = |first: bool| -> Vec<f64> {
        used.iter().filter(|team| team.0 == first).map(|team| team.1).collect()
    };
    let (one, two) = (of(true), of(false));
    if one.len() < 2 || two.len() < 2 {
        return Ok(None);
    }
    let (first, second) = (mean(&one), mean(&two));
    Ok(Some(Waves {
        teams: (one.len(), two.len()),
        first,
        second,
        difference: first - second,
        interval: welch(&one, &two),
        p: permuted(&shares, one.len(), first - second, (permutations, seed)),
        indication: shares.len() < FEWEST_TEAMS,
    }))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Welch's interval of a difference of means (Welch 1947).
fn welch(one: &[f64], two: &[f64]) -> Option<Interval> {
    let part = |values: &[f64]| {
        let (centre, size) = (mean(values), values.len() as f64);
        values.iter().map(|v| (v - centre).powi(2)).sum::<f64>() / (size - 1.0) / size
    };
    let (a, b) = (part(one), part(two));
    let freedom =
        (a + b).powi(2) / (a * a / (one.len() as f64 - 1.0) + b * b / (two.len() as f64 - 1.0));
    let difference = mean(one) - mean(two);
    let reach = student_quantile(0.975, freedom) * (a + b).sqrt();
    (a + b > 0.0).then_some(Interval { low: difference - reach, high: difference + reach })
}

fn permuted(
    shares: &[f64],
    first: usize,
    observed: f64,
    (permutations, seed): (usize, u64),
) -> f64 {
    /// Differences that only rounding tells apart are the same.
    const SAME: f64 = 1e-12;
    let (count, sum) = (shares.len(), shares.iter().sum::<f64>());
    let as_large = |of_first: f64| {
        let difference = of_first / first as f64 - (sum - of_first) / (count - first) as f64;
        difference.abs() >= observed.abs() - SAME
    };
    if count <= ALL_WAYS_UP_TO {
        let ways = (0_u32..1 << count).filter(|way| way.count_ones() as usize == first);
        let (mut hits, mut all) = (0_u32, 0_u32);
        for way in ways {
            let chosen = (0..count).filter(|place| way >> place & 1 == 1);
            hits += u32::from(as_large(chosen.map(|place| shares[place]).sum()));
            all += 1;
        }
        return f64::from(hits) / f64::from(all);
    }
    let mut stream = Stream::new(seed, 0);
    let mut dealt = shares.to_vec();
    let hits = (0..permutations)
        .filter(|_| {
            stream.shuffle(&mut dealt);
            as_large(dealt[..first].iter().sum())
        })
        .count();
    (hits as f64 + 1.0) / (permutations as f64 + 1.0)
}
