//! Trend and seasons of a series that may change slowly: STL (Cleveland, Cleveland, McRae & Terpenning
//! 1990) and, for more than one season, MSTL (Bandara, Hyndman & Bergmeir 2021).
//!
//! Ours, because the one in a library of forecasting (`augurs-mstl`) brings its own smoothers, tables
//! and traits for what is a weighted straight line in a moving window.

use crate::invalid::Invalid;

/// How often the seasonal and the trend part are found from each other.
const ROUNDS: usize = 5;
/// How often several seasons are found from each other.
const PASSES: usize = 2;

/// A series in parts that add up to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// The slow movement.
    pub trend: Vec<f64>,
    /// For each season, in rising order of length.
    pub seasons: Vec<Season>,
    /// What is left.
    pub rest: Vec<f64>,
}

/// A part that comes back.
#[derive(Debug, Clone, PartialEq)]
pub struct Season {
    /// How many values it is long.
    pub period: usize,
    /// Its value at every place of the series.
    pub values: Vec<f64>,
}

impl Season {
    /// Its value some steps after the last one: that of a season before.
    #[must_use]
    pub fn ahead(&self, step: usize) -> f64 {
        let from = self.values.len().saturating_sub(self.period);
        self.values.get(from + (step - 1) % self.period).copied().unwrap_or(0.0)
    }
}

/// The smallest odd number of at least `number`.
fn odd(number: usize) -> usize {
    if number.is_multiple_of(2) { number + 1 } else { number }
}

/// Splits a series into trend, one season and rest. `window` is how many seasons weigh in the
/// season's own change: an odd number, 7 or more; a large one lets it hardly change. The other
/// windows follow from it, as in the paper: nₗ the next odd above the period, nₜ the next odd above
/// 1.5·period/(1 − 1.5/window), all with straight lines, five rounds without weights for outliers.
///
/// `None` with less than two seasons, or a period below 2.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite, [`Invalid::NotPositive`] for a window
/// that is even or below 7.
pub fn stl(values: &[f64], period: usize, window: usize) -> Result<Option<Parts>, Invalid> {
    if values.iter().any(|v| !v.is_finite()) {
        return Err(Invalid::NotFinite);
    }
    if window < 7 || window.is_multiple_of(2) {
        return Err(Invalid::NotPositive);
    }
    if period < 2 || values.len() < 2 * period {
        return Ok(None);
    }
    let low = odd(period + 1);
    let slow = odd((1.5 * period as f64 / (1.0 - 1.5 / window as f64)).ceil() as usize);
    let mut trend = vec![0.0; values.len()];
    let mut season = trend.clone();
    for _ in 0..ROUNDS {
        let flat: Vec<f64> = values.iter().zip(&trend).map(|(y, t)| y - t).collect();
        let cycles = cycles(&flat, period, window);
        let level = loess(&average(&average(&average(&cycles, period), period), 3), low);
        season = cycles[period..].iter().zip(&level).map(|(c, l)| c - l).collect();
        let still: Vec<f64> = values.iter().zip(&season).map(|(y, s)| y - s).collect();
        trend = loess(&still, slow);
    }
    let rest = values.iter().zip(&season).zip(&trend).map(|((y, s), t)| y - s - t).collect();
    Ok(Some(Parts { trend, seasons: vec![Season { period, values: season }], rest }))
}

/// Splits a series with several seasons, each found on what the others leave, twice. Periods of
/// which there are not two are left out; the windows are 11, 15, 19 …, as in the paper. With no
/// season left there is no trend to be found either: `None`.
///
/// # Errors
/// As [`stl`].
pub fn mstl(values: &[f64], periods: &[usize]) -> Result<Option<Parts>, Invalid> {
    let mut periods: Vec<usize> =
        periods.iter().copied().filter(|p| *p > 1 && values.len() >= 2 * p).collect();
    periods.sort_unstable();
    periods.dedup();
    let passes = if periods.len() == 1 { 1 } else { PASSES };
    let mut left = values.to_vec();
    let mut seasons: Vec<Season> =
        periods.iter().map(|&period| Season { period, values: vec![0.0; values.len()] }).collect();
    let mut trend = None;
    for _ in 0..passes {
        for (place, season) in seasons.iter_mut().enumerate() {
            left.iter_mut().zip(&season.values).for_each(|(l, s)| *l += s);
            let Some(mut parts) = stl(&left, season.period, 11 + 4 * place)? else {
                return Ok(None);
            };
            if let Some(found) = parts.seasons.pop() {
                *season = found;
            }
            left.iter_mut().zip(&season.values).for_each(|(l, s)| *l -= s);
            trend = Some(parts.trend);
        }
    }
    Ok(trend.map(|trend| {
        let rest = left.iter().zip(&trend).map(|(l, t)| l - t).collect();
        Parts { trend, seasons, rest }
    }))
}

/// Every phase smoothed by itself and carried one season beyond both ends.
fn cycles(flat: &[f64], period: usize, window: usize) -> Vec<f64> {
    let mut all = vec![0.0; flat.len() + 2 * period];
    for phase in 0..period {
        let own: Vec<f64> = flat.iter().skip(phase).step_by(period).copied().collect();
        let count = own.len();
        let near = window.min(count);
        let mut smooth = Vec::with_capacity(count + 2);
        let inner = loess(&own, window);
        let first = at(&own, -1.0, 0, near, window).unwrap_or(inner[0]);
        let last = at(&own, count as f64, count - near, count, window).unwrap_or(inner[count - 1]);
        smooth.push(first);
        smooth.extend(inner);
        smooth.push(last);
        for (cycle, value) in smooth.into_iter().enumerate() {
            if let Some(one) = all.get_mut(cycle * period + phase) {
                *one = value;
            }
        }
    }
    all
}

/// The moving average over `length` values; that much shorter.
fn average(values: &[f64], length: usize) -> Vec<f64> {
    values.windows(length).map(|window| window.iter().sum::<f64>() / length as f64).collect()
}

/// A straight line through the nearest `window` values, weighted by nearness, read off at every
/// place.
fn loess(values: &[f64], window: usize) -> Vec<f64> {
    let count = values.len();
    let near = window.min(count);
    let half = window.div_ceil(2);
    let mut from = 0;
    (0..count)
        .map(|place| {
            // The window moves along once its middle is passed, until it reaches the end.
            if window < count && place >= half && from + near < count {
                from += 1;
            }
            at(values, place as f64, from, from + near, window).unwrap_or(values[place])
        })
        .collect()
}

/// The local line at `x` through the values from `from` to before `to`: tricube weights; `None`
/// when nothing has weight.
fn at(values: &[f64], x: f64, from: usize, to: usize, window: usize) -> Option<f64> {
    let (left, right) = (from as f64, to as f64 - 1.0);
    // A window wider than the series reaches beyond it.
    let beyond = window.saturating_sub(values.len()) / 2;
    let reach = (x - left).max(right - x) + beyond as f64;
    let mut weights: Vec<f64> = (from..to)
        .map(|place| {
            let distance = (place as f64 - x).abs();
            if distance > 0.999 * reach {
                0.0
            } else if distance <= 0.001 * reach {
                1.0
            } else {
                (1.0 - (distance / reach).powi(3)).powi(3)
            }
        })
        .collect();
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return None;
    }
    weights.iter_mut().for_each(|w| *w /= sum);
    if reach > 0.0 {
        let places = || (from..to).map(|place| place as f64);
        let middle: f64 = weights.iter().zip(places()).map(|(w, p)| w * p).sum();
        let spread: f64 = weights.iter().zip(places()).map(|(w, p)| w * (p - middle).powi(2)).sum();
        // On hardly more than one place no line stands.
        if spread.sqrt() > 0.001 * (values.len() as f64 - 1.0) {
            let slope = (x - middle) / spread;
            weights.iter_mut().zip(places()).for_each(|(w, p)| *w *= 1.0 + slope * (p - middle));
        }
    }
    Some(weights.iter().zip(&values[from..to]).map(|(w, y)| w * y).sum())
}
