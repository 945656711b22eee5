//! The best time to post (SCIENCE 9.4), said only when it can be shown.

use std::collections::BTreeMap;

use crate::bandit::chance_higher;
use crate::proportion::{Basis, Share};
use crate::shrink::BetaPrior;

/// A claim needs at least this probability, when one moment is compared with one other.
pub const CLAIM_FROM: f64 = 0.95;

/// One item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Posted {
    /// Who wrote it.
    pub author: u64,
    /// When: a number of the slot, such as weekday × 24 + hour.
    pub slot: u32,
    /// Reactors of those who had it in view.
    pub share: Share,
}

/// Two moments compared by the rate of [`crate::resonance`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compared {
    /// Posterior mean of the first.
    pub first: f64,
    /// Posterior mean of the second.
    pub second: f64,
    /// The chance that the second is better.
    pub second_better: f64,
}

/// Compares two moments. With `prior` fitted on the content of the community, few views say little.
#[must_use]
pub fn compare(first: Share, second: Share, prior: BetaPrior) -> Compared {
    let belief = |s: Share| (s.x() as f64 + prior.a, (s.n() - s.x()) as f64 + prior.b);
    let (a, b) = (belief(first), belief(second));
    let mean = |(a, b): (f64, f64)| a / (a + b);
    Compared { first: mean(a), second: mean(b), second_better: chance_higher(a, b) }
}

/// What may be said of the best time.
#[derive(Debug, Clone, PartialEq)]
pub struct BestTime {
    /// The slot that is better than the others; `None`: no difference can be shown.
    pub claim: Option<u32>,
    /// All slots, by slot.
    pub slots: Vec<Slot>,
    /// The probability that a claim had to reach.
    pub needed: f64,
}

/// One slot against all others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slot {
    /// Which.
    pub slot: u32,
    /// Reactors of viewers, as counted.
    pub share: Share,
    /// The rate after adjustment for who posted then, shrunk.
    pub rate: f64,
    /// The chance that it is better than all other slots together.
    pub better: f64,
}

/// Looks for a best time. Famous authors have times of their own, so the reactors of each slot are
/// first scaled by what its authors would have got there at their own overall rate (indirect
/// standardisation; Breslow & Day 1987). The rates of authors are shrunk with `prior`.
///
/// As many slots are tried, so much higher the probability must be: 1 − 0.05/slots (Bonferroni). With
/// a single comparison that is the 95% of the definition. The honest way to learn more is to send at
/// times drawn by lot.
#[must_use]
pub fn best_time(items: &[Posted], prior: BetaPrior) -> BestTime {
    let items: Vec<&Posted> = items.iter().filter(|i| i.share.n() > 0).collect();
    let mut authors: BTreeMap<u64, (u64, u64)> = BTreeMap::new();
    let mut slots: BTreeMap<u32, (u64, u64)> = BTreeMap::new();
    let (mut all_x, mut all_n) = (0, 0);
    let add = |to: &mut (u64, u64), s: Share| *to = (to.0 + s.x(), to.1 + s.n());
    for item in &items {
        add(authors.entry(item.author).or_default(), item.share);
        add(slots.entry(item.slot).or_default(), item.share);
        all_x += item.share.x();
        all_n += item.share.n();
    }
    let rate = |author: u64| {
        let (x, n) = authors.get(&author).copied().unwrap_or_default();
        (x as f64 + prior.a) / (n as f64 + prior.a + prior.b)
    };
    let mut expected: BTreeMap<u32, f64> = BTreeMap::new();
    for item in &items {
        *expected.entry(item.slot).or_default() += item.share.n() as f64 * rate(item.author);
    }
    let overall = expected.values().sum::<f64>() / (all_n as f64).max(1.0);
    let needed = 1.0 - (1.0 - CLAIM_FROM) / slots.len().max(1) as f64;
    let expected_all: f64 = expected.values().sum();
    let found: Vec<Slot> = slots
        .iter()
        .map(|(&slot, &(x, n))| {
            let own = expected.get(&slot).copied().unwrap_or_default();
            let adjusted = |x: u64, n: u64, e: f64| {
                let hits =
                    if e > 0.0 { (overall * n as f64 * x as f64 / e).min(n as f64) } else { 0.0 };
                (hits + prior.a, n as f64 - hits + prior.b)
            };
            let here = adjusted(x, n, own);
            let elsewhere = adjusted(all_x - x, all_n - n, expected_all - own);
            Slot {
                slot,
                share: Share::counted(x, n, Basis::Estimate),
                rate: here.0 / (here.0 + here.1),
                better: chance_higher(elsewhere, here),
            }
        })
        .collect();
    let claim = found
        .iter()
        .filter(|_| slots.len() > 1)
        .filter(|s| s.better >= needed)
        .max_by(|a, b| a.better.total_cmp(&b.better))
        .map(|s| s.slot);
    BestTime { claim, slots: found, needed }
}
