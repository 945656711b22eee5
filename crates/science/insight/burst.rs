//! Bursts of a theme (SCIENCE 9.2): periods in which it was used clearly more, and not just once.

use crate::distributions::ln_choose;
use crate::invalid::Invalid;

/// Fewest periods for bursts to be looked for.
pub const FEWEST_PERIODS: usize = 10;
/// How many times the usual rate the busy state has (s).
pub const USUAL_RATIO: f64 = 2.0;
/// How unwilling the model is to change to the busy state (γ).
pub const USUAL_RELUCTANCE: f64 = 1.0;

/// One period of equal length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Messages on the theme.
    pub relevant: u64,
    /// All messages.
    pub all: u64,
}

/// A row of busy periods.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Burst {
    /// Place of the first busy period.
    pub first: usize,
    /// Place of the last busy period.
    pub last: usize,
    /// How much better the busy state fits, in log-likelihood.
    pub weight: f64,
}

/// The bursts of a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Bursts {
    /// Share of messages on the theme over all periods (p₀).
    pub usual: f64,
    /// Share in the busy state, s·p₀.
    pub busy: f64,
    /// How many periods.
    pub periods: usize,
    /// In order of time.
    pub bursts: Vec<Burst>,
}

/// Finds bursts with the two-state automaton for batches of Kleinberg (2002): state 0 has the
/// overall share p₀, state 1 has s·p₀; a period costs minus the logarithm of its binomial chance;
/// going up costs γ·ln n, going down nothing; the cheapest path is found by dynamic programming
/// (Viterbi). The automaton starts in state 0. Of two equally cheap paths the one without burst is
/// taken. A busy share of one or more is held just below one.
///
/// `None` without periods or when the theme never or always occurs: then nothing can stand out.
/// With fewer than [`FEWEST_PERIODS`] periods the caller does not show it.
///
/// # Errors
/// [`Invalid::PartAboveWhole`] when a period has more on the theme than messages,
/// [`Invalid::NotPositive`] unless `ratio` is above 1 and `reluctance` at least 0.
pub fn bursts(periods: &[Period], ratio: f64, reluctance: f64) -> Result<Option<Bursts>, Invalid> {
    if periods.iter().any(|p| p.relevant > p.all) {
        return Err(Invalid::PartAboveWhole);
    }
    let proper = ratio.is_finite() && ratio > 1.0 && reluctance.is_finite() && reluctance >= 0.0;
    if !proper {
        return Err(Invalid::NotPositive);
    }
    let relevant: u64 = periods.iter().map(|p| p.relevant).sum();
    let all: u64 = periods.iter().map(|p| p.all).sum();
    if relevant == 0 || relevant == all {
        return Ok(None);
    }
    let usual = relevant as f64 / all as f64;
    let busy = (ratio * usual).min(1.0 - 1e-9);
    let cost = |p: &Period, share: f64| {
        let (r, rest) = (p.relevant as f64, (p.all - p.relevant) as f64);
        -(ln_choose(p.all, p.relevant) + r * share.ln() + rest * (-share).ln_1p())
    };
    let costs: Vec<[f64; 2]> = periods.iter().map(|p| [cost(p, usual), cost(p, busy)]).collect();
    let states = cheapest(&costs, reluctance * (periods.len() as f64).ln());
    let mut found: Vec<Burst> = Vec::new();
    for (place, _) in states.iter().enumerate().filter(|(_, busy)| **busy) {
        let weight = costs[place][0] - costs[place][1];
        match found.last_mut() {
            Some(burst) if burst.last + 1 == place => {
                burst.last = place;
                burst.weight += weight;
            }
            _ => found.push(Burst { first: place, last: place, weight }),
        }
    }
    Ok(Some(Bursts { usual, busy, periods: periods.len(), bursts: found }))
}

/// Whether each period is busy on the cheapest path.
fn cheapest(costs: &[[f64; 2]], up: f64) -> Vec<bool> {
    // For each period and state: whether the cheapest way there came from the busy state.
    let mut from_busy: Vec<[bool; 2]> = Vec::with_capacity(costs.len());
    let mut so_far = [0.0, f64::INFINITY];
    for cost in costs {
        let (calm, busy) = (so_far[1] < so_far[0], so_far[1] < so_far[0] + up);
        let into_calm = so_far[0].min(so_far[1]);
        let into_busy = (so_far[0] + up).min(so_far[1]);
        from_busy.push([calm, busy]);
        so_far = [into_calm + cost[0], into_busy + cost[1]];
    }
    let mut busy = so_far[1] < so_far[0];
    let mut states: Vec<bool> = from_busy
        .iter()
        .rev()
        .map(|from| {
            let now = busy;
            busy = from[usize::from(now)];
            now
        })
        .collect();
    states.reverse();
    states
}
