//! What happened after an action, against what the series would have done without (SCIENCE 7.3).
//!
//! An interrupted series without a holdout is an indication, never proof: something else may have
//! happened in the same week. The page says so ("aanwijzing, geen bewijs").

pub(crate) mod mixture;
pub(crate) mod posterior;

use crate::interval::Interval;
use crate::invalid::Invalid;
use crate::local_level::{Series, finite};
use mixture::Mixture;

/// Fewest periods before the action for the figure to be shown.
pub const FEWEST_BEFORE: usize = 26;

/// What is assumed of the level before it is looked at. The answer may depend on it, so both are
/// computed and a page speaks of an indication only when both agree ([`Impact::agreed`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// As Brodersen and others (2015) do: the level moves little (a step of about 1% of the
    /// series' standard deviation, worth 32 observations) and the controls, if any, explain much
    /// (80%, worth 50 observations), two of them being expected to matter. Effects show early; a
    /// series that wanders by itself is mistaken for an effect more often than promised.
    Steady,
    /// The level may move as it does in the series before: half-Cauchy with scale 1 on the ratio
    /// of its step to the noise (Gelman 2006). Ranges are wider and keep their promise.
    Free,
}

/// What the effect rests on: it decides which words may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Design {
    /// Drawn by lot: "effect", proven with its range.
    Holdout,
    /// Before and after only: "interrupted series", an indication, never proof.
    InterruptedSeries,
}

impl Design {
    /// Whether the page may say that the action caused it.
    #[must_use]
    pub fn may_say_caused(self) -> bool {
        self == Self::Holdout
    }
}

/// What may be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Higher than it would have been: the whole range lies above zero.
    Higher,
    /// Lower.
    Lower,
    /// No difference can be shown.
    CannotTell,
}

/// An estimate with its 95% range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The middle: the posterior mean.
    pub value: f64,
    /// 95% of the posterior lies inside.
    pub interval: Interval,
}

/// One period after the action.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    /// What was seen.
    pub actual: f64,
    /// What the model expected without the action.
    pub expected: Estimate,
}

/// The effect under one assumption about the level.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The assumption.
    pub level: Level,
    /// The sum after the action, in the unit of the series.
    pub actual: f64,
    /// What the sum would have been.
    pub expected: Estimate,
    /// Actual less expected, over all periods together. Divide by their number for one period.
    pub total: Estimate,
    /// Actual divided by expected, less one. `None` unless the whole range expected lies above
    /// zero.
    pub relative: Option<Estimate>,
    /// The chance that the effect is on the other side of zero, 0 to ½.
    pub tail: f64,
    /// What may be said.
    pub verdict: Verdict,
    /// Period by period, for the picture.
    pub periods: Vec<Period>,
}

/// The effect of an action on a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Impact {
    /// Periods before and after.
    pub periods: (usize, usize),
    /// Always [`Design::InterruptedSeries`].
    pub design: Design,
    /// With a level that is assumed to be steady.
    pub steady: Effect,
    /// With a level that may move freely.
    pub free: Effect,
    /// Fewer periods than [`FEWEST_BEFORE`]: do not show.
    pub too_short: bool,
}

impl Impact {
    /// The verdict on which both assumptions agree.
    #[must_use]
    pub fn agreed(&self) -> Verdict {
        if self.steady.verdict == self.free.verdict {
            self.free.verdict
        } else {
            Verdict::CannotTell
        }
    }
}

/// Compares what was seen after an action with what the series would have done. `values` are the
/// whole series, of which the first `before` came before the action. Each control is as long as
/// the series, and nothing the action could have touched.
///
/// `None` with nothing after, or fewer than four values before more than there are controls.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite, [`Invalid::LengthsDiffer`] for a
/// control of another length or a `before` beyond the series, [`Invalid::Collinear`] for controls
/// that do not change or repeat each other before the action.
pub fn impact(
    values: &[f64],
    before: usize,
    controls: &[Vec<f64>],
) -> Result<Option<Impact>, Invalid> {
    if before > values.len() || controls.iter().any(|c| c.len() != values.len()) {
        return Err(Invalid::LengthsDiffer);
    }
    finite(values)?;
    controls.iter().try_for_each(|control| finite(control))?;
    if before == values.len() || before < 4 + controls.len() {
        return Ok(None);
    }
    let series = Series::new(values, before, controls)?;
    if series.at(0.0).is_none() {
        return Err(Invalid::Collinear);
    }
    Ok(Some(Impact {
        periods: (before, values.len() - before),
        design: Design::InterruptedSeries,
        steady: effect(&series, &values[before..], Level::Steady),
        free: effect(&series, &values[before..], Level::Free),
        too_short: before < FEWEST_BEFORE,
    }))
}

fn effect(series: &Series, after: &[f64], level: Level) -> Effect {
    let fits = posterior::weighted(series, level);
    let length = after.len();
    let estimate = |first: usize, last: usize| {
        let mixture = Mixture::of(series, &fits, first, last);
        let (low, high) = (mixture.quantile(0.025), mixture.quantile(0.975));
        (Estimate { value: mixture.mean(), interval: Interval { low, high } }, mixture)
    };
    let (expected, mixture) = estimate(0, length);
    let actual: f64 = after.iter().sum();
    let total = Estimate {
        value: actual - expected.value,
        interval: Interval {
            low: actual - expected.interval.high,
            high: actual - expected.interval.low,
        },
    };
    let verdict = if total.interval.low > 0.0 {
        Verdict::Higher
    } else if total.interval.high < 0.0 {
        Verdict::Lower
    } else {
        Verdict::CannotTell
    };
    let ratio = |expected: f64| actual / expected - 1.0;
    let below = mixture.below(actual);
    Effect {
        level,
        actual,
        total,
        relative: (expected.interval.low > 0.0).then(|| Estimate {
            value: ratio(expected.value),
            interval: Interval {
                low: ratio(expected.interval.high).min(ratio(expected.interval.low)),
                high: ratio(expected.interval.low).max(ratio(expected.interval.high)),
            },
        }),
        expected,
        tail: below.min(1.0 - below),
        verdict,
        periods: (0..length)
            .map(|at| Period { actual: after[at], expected: estimate(at, at + 1).0 })
            .collect(),
    }
}
