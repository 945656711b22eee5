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

/// What was counted, by author and by slot.
struct Counted {
    items: Vec<Posted>,
    authors: BTreeMap<u64, (u64, u64)>,
    slots: BTreeMap<u32, (u64, u64)>,
    /// What each slot's authors would have got there at their own overall rate.
    expected: BTreeMap<u32, f64>,
    prior: BetaPrior,
}

impl Counted {
    fn new(items: &[Posted], prior: BetaPrior) -> Self {
        let items: Vec<Posted> = items.iter().filter(|i| i.share.n() > 0).copied().collect();
        let (mut authors, mut slots) = (BTreeMap::new(), BTreeMap::new());
        let add = |to: &mut (u64, u64), s: Share| *to = (to.0 + s.x(), to.1 + s.n());
        for item in &items {
            add(authors.entry(item.author).or_default(), item.share);
            add(slots.entry(item.slot).or_default(), item.share);
        }
        let mut counted = Self { items, authors, slots, expected: BTreeMap::new(), prior };
        for item in &counted.items {
            let hits = item.share.n() as f64 * counted.rate(item.author);
            *counted.expected.entry(item.slot).or_default() += hits;
        }
        counted
    }

    /// The overall rate of an author, shrunk.
    fn rate(&self, author: u64) -> f64 {
        let (x, n) = self.authors.get(&author).copied().unwrap_or_default();
        (x as f64 + self.prior.a) / (n as f64 + self.prior.a + self.prior.b)
    }

    /// How many viewers weigh as one, because the viewers of one item see the same item: Pearson's
    /// dispersion of the items around what their author and slot make expect (McCullagh & Nelder
    /// 1989), at least 1. `None` when there are too few items to tell.
    fn design_effect(&self) -> Option<f64> {
        let parameters = self.authors.len() + self.slots.len() - 1;
        let freedom = self.items.len().checked_sub(parameters).filter(|&f| f > 0)?;
        let off = |item: &Posted| {
            let (x, n) = (item.share.x() as f64, item.share.n() as f64);
            let hits = self.slots.get(&item.slot).map_or(0.0, |s| s.0 as f64);
            let expected = self.expected.get(&item.slot).copied().unwrap_or(1.0);
            let p = (self.rate(item.author) * hits / expected).clamp(1e-6, 1.0 - 1e-6);
            (x - n * p).powi(2) / (n * p * (1.0 - p))
        };
        let dispersion = self.items.iter().map(off).sum::<f64>() / freedom as f64;
        Some(dispersion.max(1.0))
    }
}

/// Looks for a best time. Famous authors have times of their own, so the reactors of each slot are
/// first scaled by what its authors would have got there at their own overall rate (indirect
/// standardisation; Breslow & Day 1987), the rates of authors shrunk with `prior`. Then all counts
/// are divided by the design effect: an item that does well does so with all its viewers, and without
/// this every fourth look would find a best time where there is none.
///
/// As many slots are tried, so much higher the probability must be: 1 − 0.05/slots (Bonferroni). With
/// a single comparison that is the 95% of the definition. Nothing is claimed with too few items to
/// know how much items differ by themselves. The honest way to learn more is to send at times drawn
/// by lot.
#[must_use]
pub fn best_time(items: &[Posted], prior: BetaPrior) -> BestTime {
    let counted = Counted::new(items, prior);
    let needed = 1.0 - (1.0 - CLAIM_FROM) / counted.slots.len().max(1) as f64;
    if counted.slots.is_empty() {
        return BestTime { claim: None, slots: Vec::new(), needed };
    }
    let sum = |of: fn((u64, u64)) -> u64| counted.slots.values().map(|&s| of(s)).sum::<u64>();
    let (all_x, all_n) = (sum(|s| s.0), sum(|s| s.1));
    let expected_all: f64 = counted.expected.values().sum();
    let overall = expected_all / all_n as f64;
    let design = counted.design_effect();
    let adjusted = |x: u64, n: u64, expected: f64| {
        let n = n as f64;
        let hits = if expected > 0.0 { (overall * n * x as f64 / expected).min(n) } else { 0.0 };
        let weight = design.unwrap_or(1.0);
        (hits / weight + prior.a, (n - hits) / weight + prior.b)
    };
    let slots: Vec<Slot> = counted
        .slots
        .iter()
        .map(|(&slot, &(x, n))| {
            let own = counted.expected.get(&slot).copied().unwrap_or_default();
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
    let claim = slots
        .iter()
        .filter(|s| slots.len() > 1 && design.is_some() && s.better >= needed)
        .max_by(|a, b| a.better.total_cmp(&b.better))
        .map(|s| s.slot);
    BestTime { claim, slots, needed }
}
