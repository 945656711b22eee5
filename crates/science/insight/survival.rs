//! Time until something happens, when for some it has not happened yet (SCIENCE 2.2).

use crate::distributions::z95;
use crate::interval::Interval;
use crate::invalid::Invalid;

/// Below this many people still at risk a step is shown grey.
pub const THIN: usize = 10;

/// One person or one thread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed {
    /// How long it was watched, in any unit; not negative.
    pub time: f64,
    /// Whether it happened at that time; otherwise it was still going on (censored).
    pub happened: bool,
}

impl Observed {
    /// It happened after `time`.
    #[must_use]
    pub fn happened(time: f64) -> Self {
        Self { time, happened: true }
    }

    /// It had not happened yet after `time`.
    #[must_use]
    pub fn censored(time: f64) -> Self {
        Self { time, happened: false }
    }
}

/// One step of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// When.
    pub time: f64,
    /// For how many it had not happened just before.
    pub at_risk: usize,
    /// For how many it happened now.
    pub happened: usize,
    /// The share for whom it has not happened after this step.
    pub survival: f64,
    /// 95% range of `survival`, log-log form with Greenwood's variance.
    pub interval: Interval,
}

impl Step {
    /// Whether so few were left that the figure is shown grey.
    #[must_use]
    pub fn thin(self) -> bool {
        self.at_risk < THIN
    }
}

/// A Kaplan-Meier curve with its sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// How many were watched.
    pub n: usize,
    /// For how many it happened.
    pub events: usize,
    /// The longest time watched; `None` without anybody.
    pub last: Option<f64>,
    /// One step per time at which it happened.
    pub steps: Vec<Step>,
}

/// The Kaplan-Meier estimate S(t) = Π(1 − dᵢ/nᵢ) (Kaplan & Meier 1958). Someone censored at a time
/// at which it happened to another still counts as at risk there.
///
/// Nobody gives an empty curve; no events a curve without steps.
///
/// # Errors
/// [`Invalid::NotFinite`] for times that are negative, infinite or not numbers.
pub fn kaplan_meier(observed: &[Observed]) -> Result<Curve, Invalid> {
    let sorted = in_order(observed)?;
    let mut steps = Vec::new();
    let (mut survival, mut greenwood) = (1.0, 0.0);
    let mut index = 0;
    while index < sorted.len() {
        let time = sorted[index].time;
        let same = sorted[index..].iter().take_while(|o| o.time <= time).count();
        let happened = sorted[index..index + same].iter().filter(|o| o.happened).count();
        let at_risk = sorted.len() - index;
        if happened > 0 {
            let (d, n) = (happened as f64, at_risk as f64);
            survival *= 1.0 - d / n;
            greenwood += d / (n * (n - d));
            let interval = log_log(survival, greenwood);
            steps.push(Step { time, at_risk, happened, survival, interval });
        }
        index += same;
    }
    Ok(Curve {
        n: sorted.len(),
        events: sorted.iter().filter(|o| o.happened).count(),
        last: sorted.last().map(|o| o.time),
        steps,
    })
}

fn in_order(observed: &[Observed]) -> Result<Vec<Observed>, Invalid> {
    if observed.iter().any(|o| !o.time.is_finite() || o.time < 0.0) {
        return Err(Invalid::NotFinite);
    }
    let mut sorted = observed.to_vec();
    sorted.sort_by(|a, b| a.time.total_cmp(&b.time));
    Ok(sorted)
}

/// The range of S on the log(−log) scale, which stays inside 0..=1. At S = 0 there is none to
/// compute, and the range is the point.
fn log_log(survival: f64, greenwood: f64) -> Interval {
    if survival <= 0.0 {
        return Interval { low: 0.0, high: 0.0 };
    }
    let log = survival.ln();
    let reach = z95() * greenwood.sqrt() / log.abs();
    Interval { low: (log * reach.exp()).exp(), high: (log * (-reach).exp()).exp() }
}

impl Curve {
    /// The share for whom it has not happened by `time`, 1 before the first step. `None` beyond
    /// the longest time watched, where nothing is known unless it had happened to everybody, and
    /// for an empty curve.
    #[must_use]
    pub fn at(&self, time: f64) -> Option<f64> {
        let survival = self.step_at(time).map_or(1.0, |s| s.survival);
        (time <= self.last? || survival <= 0.0).then_some(survival)
    }

    /// The last step at or before `time`.
    #[must_use]
    pub fn step_at(&self, time: f64) -> Option<&Step> {
        self.steps.iter().take_while(|s| s.time <= time).last()
    }

    /// The median: the first time at which S is at most one half. `None` when the curve does not
    /// come that far; the page then prints "more than the longest time".
    ///
    /// Where S is exactly one half other tools differ: some print the next step, some the middle.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        self.steps.iter().find(|s| s.survival <= 0.5 + 1e-9).map(|s| s.time)
    }

    /// The 95% range of the median (Brookmeyer & Crowley 1982): the times at which the band of S
    /// crosses one half. An end is `None` when the band does not come that far.
    #[must_use]
    pub fn median_range(&self) -> (Option<f64>, Option<f64>) {
        let first = |bound: fn(&Step) -> f64| {
            self.steps.iter().find(|s| bound(s) <= 0.5 + 1e-9).map(|s| s.time)
        };
        (first(|s| s.interval.low), first(|s| s.interval.high))
    }

    /// The mean time up to `limit`: the area under the curve (restricted mean). `None` when
    /// nobody was watched that long.
    #[must_use]
    pub fn restricted_mean(&self, limit: f64) -> Option<f64> {
        if !limit.is_finite() || limit > self.last? {
            return None;
        }
        let (mut area, mut from, mut level) = (0.0, 0.0, 1.0);
        for step in self.steps.iter().take_while(|s| s.time < limit) {
            area += level * (step.time - from);
            (from, level) = (step.time, step.survival);
        }
        Some(area + level * (limit - from))
    }
}
