//! Several ways to end: the chance of one of them when another may come first (SCIENCE 2.2).
//!
//! Someone who left the organisation can no longer fall asleep. Treating leavers as censored in a
//! Kaplan-Meier curve answers "if nobody could leave"; this answers "what did happen".

use crate::distributions::z95;
use crate::interval::Interval;
use crate::invalid::Invalid;

/// How the watching of somebody ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// What is asked about happened.
    Happened,
    /// Something else came first, after which it cannot happen any more.
    Other,
    /// Still going on when last seen.
    Censored,
}

/// One person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Watched {
    /// How long, in any unit; not negative.
    pub time: f64,
    /// How it ended.
    pub ending: Ending,
}

/// One step of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// When.
    pub time: f64,
    /// How many were still watched just before.
    pub at_risk: usize,
    /// For how many it happened now.
    pub happened: usize,
    /// For how many something else happened now.
    pub other: usize,
    /// The share for whom it has happened by now.
    pub incidence: f64,
    /// The share for whom nothing has happened by now.
    pub untouched: f64,
    /// Standard error of `incidence`.
    pub standard_error: f64,
    /// 95% range of `incidence`, on the log(−log) scale of 1 − incidence.
    pub interval: Interval,
}

/// The cumulative incidence with its sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Incidence {
    /// How many were watched.
    pub n: usize,
    /// For how many it happened.
    pub happened: usize,
    /// For how many something else came first.
    pub other: usize,
    /// The longest time watched; `None` without anybody.
    pub last: Option<f64>,
    /// One step per time at which anything happened.
    pub steps: Vec<Step>,
}

impl Incidence {
    /// The share for whom it has happened by `time`; 0 before the first step. `None` beyond the
    /// longest time watched, unless nobody was left by then.
    #[must_use]
    pub fn at(&self, time: f64) -> Option<f64> {
        let step = self.steps.iter().take_while(|s| s.time <= time).last();
        let ended = step.is_some_and(|s| s.untouched <= 0.0);
        (time <= self.last? || ended).then(|| step.map_or(0.0, |s| s.incidence))
    }
}

/// Sums from which the variance of the incidence at any later step follows (Marubini & Valsecchi
/// 1995): Σ (F−Fᵢ)²·d/(n(n−d)) + Σ S²·d₁(n−d₁)/n³ − 2·Σ (F−Fᵢ)·S·d₁/n².
#[derive(Default)]
struct Sums {
    rest: [f64; 3],
    own: f64,
    cross: [f64; 2],
}

impl Sums {
    fn add(&mut self, step: &Step, before: f64) {
        let (n, d1) = (step.at_risk as f64, step.happened as f64);
        let d = d1 + step.other as f64;
        let f = step.incidence;
        // When nobody is left no later step exists, and the term is zero at this one.
        if n > d {
            let hazard = d / (n * (n - d));
            self.rest =
                [self.rest[0] + hazard, self.rest[1] + f * hazard, self.rest[2] + f * f * hazard];
        }
        self.own += before * before * d1 * (n - d1) / n.powi(3);
        let cross = before * d1 / (n * n);
        self.cross = [self.cross[0] + cross, self.cross[1] + f * cross];
    }

    fn variance(&self, f: f64) -> f64 {
        let rest = f * f * self.rest[0] - 2.0 * f * self.rest[1] + self.rest[2];
        let cross = f * self.cross[0] - self.cross[1];
        (rest + self.own - 2.0 * cross).max(0.0)
    }
}

/// The Aalen-Johansen estimate F(t) = Σ S(tᵢ−)·dᵢ/nᵢ, S being the chance that nothing has happened
/// (Aalen & Johansen 1978). Everything at one time counts together, and someone censored then still
/// counts as at risk. Other tools move ties apart by a random bit, which changes the answer a
/// little each run; ours does not.
///
/// # Errors
/// [`Invalid::NotFinite`] for times that are negative, infinite or not numbers.
pub fn incidence(watched: &[Watched]) -> Result<Incidence, Invalid> {
    if watched.iter().any(|w| !w.time.is_finite() || w.time < 0.0) {
        return Err(Invalid::NotFinite);
    }
    let mut sorted = watched.to_vec();
    sorted.sort_by(|a, b| a.time.total_cmp(&b.time));
    let (mut steps, mut sums) = (Vec::new(), Sums::default());
    let (mut incidence, mut untouched) = (0.0, 1.0);
    let mut at_risk = sorted.len();
    for same in sorted.chunk_by(|a, b| a.time >= b.time) {
        let count = |ending| same.iter().filter(|w| w.ending == ending).count();
        let (happened, other) = (count(Ending::Happened), count(Ending::Other));
        if happened + other > 0 {
            let before = untouched;
            let n = at_risk as f64;
            incidence += before * happened as f64 / n;
            untouched = if happened + other == at_risk {
                0.0
            } else {
                before * (1.0 - (happened + other) as f64 / n)
            };
            let mut step = Step {
                time: same[0].time,
                at_risk,
                happened,
                other,
                incidence,
                untouched,
                standard_error: 0.0,
                interval: Interval { low: incidence, high: incidence },
            };
            sums.add(&step, before);
            step.standard_error = sums.variance(incidence).sqrt();
            step.interval = range(incidence, step.standard_error);
            steps.push(step);
        }
        at_risk -= same.len();
    }
    let count = |ending| sorted.iter().filter(|w| w.ending == ending).count();
    Ok(Incidence {
        n: sorted.len(),
        happened: count(Ending::Happened),
        other: count(Ending::Other),
        last: sorted.last().map(|w| w.time),
        steps,
    })
}

/// The range of F on the log(−log(1−F)) scale, as for a survival curve: without other endings it is
/// the Kaplan-Meier range turned over.
fn range(incidence: f64, error: f64) -> Interval {
    if incidence <= 0.0 || incidence >= 1.0 {
        return Interval { low: incidence, high: incidence };
    }
    let rest = 1.0 - incidence;
    let reach = (z95() * error / (rest * rest.ln().abs())).exp();
    Interval { low: 1.0 - rest.powf(1.0 / reach), high: 1.0 - rest.powf(reach) }
}
