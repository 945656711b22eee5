//! Which figure is out of the ordinary today (SCIENCE 11), without crying wolf.

use crate::distributions::two_sided;
use crate::invalid::Invalid;
use crate::trend::median_of_sorted;

/// No alarms with fewer weeks of reference than this.
pub const FEWEST_WEEKS: usize = 12;
/// How often a series without anything wrong may raise the alarm, per look.
pub const FALSE_ALARMS: f64 = 0.001;
/// The median absolute deviation times this is the standard deviation of a normal distribution,
/// turned over: z = 0.6745·(x − median)/MAD (Iglewicz & Hoaglin 1993).
const NORMAL_QUARTILE: f64 = 0.6745;

/// Limits of |z| that chance passes once in a thousand, by weeks of reference, from simulation
/// (±5%). With few weeks the deviation itself is uncertain, so the limit lies far out.
const LIMITS: [(f64, f64); 4] = [(8.0, 11.7), (12.0, 7.5), (26.0, 4.66), (52.0, 3.96)];
/// The limit with endless reference: the normal value for one in a thousand.
const LAST_LIMIT: f64 = 3.2905;

/// What a reading means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alarm {
    /// Fewer than twelve weeks to compare with.
    TooEarly,
    /// Nothing out of the ordinary.
    Ordinary,
    /// Far above what is usual.
    High,
    /// Far below what is usual.
    Low,
}

/// One reading with what it was compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Today's count.
    pub value: f64,
    /// How many earlier readings.
    pub weeks: usize,
    /// Their median.
    pub median: f64,
    /// Their median absolute deviation.
    pub deviation: f64,
    /// Distance from the median by the deviation alone; `None` when that is zero. For who wants
    /// to check; alarms go by `z`.
    pub z_without_floor: Option<f64>,
    /// Distance from the median, with a scale of at least √median.
    pub z: f64,
    /// The limit for so many weeks.
    pub limit: f64,
    /// What it means.
    pub alarm: Alarm,
}

/// Compares today's count with the same weekday of earlier weeks. Days off and campaigns are left
/// out of `reference` by the caller. The scale is never below √median, because counts vary that
/// much by themselves (Poisson), nor below 1.
///
/// `None` without any reference.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite.
pub fn reading(value: f64, reference: &[f64]) -> Result<Option<Reading>, Invalid> {
    if !value.is_finite() || reference.iter().any(|r| !r.is_finite()) {
        return Err(Invalid::NotFinite);
    }
    if reference.is_empty() {
        return Ok(None);
    }
    let weeks = reference.len();
    let median = median_of(reference.to_vec());
    let deviation = median_of(reference.iter().map(|r| (r - median).abs()).collect());
    let scale = (deviation / NORMAL_QUARTILE).max(median.max(1.0).sqrt());
    let z = (value - median) / scale;
    let limit = limit(weeks);
    let alarm = if weeks < FEWEST_WEEKS {
        Alarm::TooEarly
    } else if z > limit {
        Alarm::High
    } else if z < -limit {
        Alarm::Low
    } else {
        Alarm::Ordinary
    };
    let z_without_floor = (deviation > 0.0).then(|| NORMAL_QUARTILE * (value - median) / deviation);
    Ok(Some(Reading { value, weeks, median, deviation, z_without_floor, z, limit, alarm }))
}

/// One day's count with what it was compared with, on the scale on which counts of a community are
/// about normal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CountReading {
    /// The count.
    pub value: f64,
    /// How many earlier days.
    pub weeks: usize,
    /// The median of those.
    pub median: f64,
    /// Distance from the median on that scale.
    pub z: f64,
    /// The limit for so many weeks.
    pub limit: f64,
    /// Below this count it is an alarm; 0 or less when no count is low enough.
    pub low: f64,
    /// Above this count it is an alarm.
    pub high: f64,
    /// What it means.
    pub alarm: Alarm,
}

/// Added before the root, as Anscombe (1948) does for counts.
const SHIFT: f64 = 0.375;

/// Compares a count with the same weekday of earlier weeks, as [`reading`] does, but by its cube root.
///
/// What people do in a community comes in clusters (one post that touches people gives thirty
/// reactions), so days are skewed: on the counts themselves a limit for one alarm in a thousand
/// gives ten to a hundred. The cube root makes such counts nearly normal (Wilson & Hilferty 1931);
/// by simulation of negative binomial days with a dispersion of 1 and more it keeps to the one in a
/// thousand, with a dispersion of a half (days as wild as they come) to one in 150. The scale is never
/// below that of independent events, ⅓·m^(−1/6).
///
/// `None` without any reference.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are negative or not finite.
pub fn count_reading(value: f64, reference: &[f64]) -> Result<Option<CountReading>, Invalid> {
    if std::iter::once(&value).chain(reference).any(|v| !v.is_finite() || *v < 0.0) {
        return Err(Invalid::NotFinite);
    }
    if reference.is_empty() {
        return Ok(None);
    }
    let weeks = reference.len();
    let root = |count: f64| (count + SHIFT).cbrt();
    let middle = median_of(reference.iter().map(|r| root(*r)).collect());
    let deviation = median_of(reference.iter().map(|r| (root(*r) - middle).abs()).collect());
    let least = middle.powi(3).max(1.0).powf(-1.0 / 6.0) / 3.0;
    let scale = (deviation / NORMAL_QUARTILE).max(least);
    let (z, limit) = ((root(value) - middle) / scale, limit(weeks));
    let count = |root: f64| root.max(0.0).powi(3) - SHIFT;
    let alarm = if weeks < FEWEST_WEEKS {
        Alarm::TooEarly
    } else if z > limit {
        Alarm::High
    } else if z < -limit {
        Alarm::Low
    } else {
        Alarm::Ordinary
    };
    let (low, high) = (count(middle - limit * scale), count(middle + limit * scale));
    let median = median_of(reference.to_vec());
    Ok(Some(CountReading { value, weeks, median, z, limit, low, high, alarm }))
}

fn median_of(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    median_of_sorted(&values)
}

/// The limit of |z| for one false alarm in a thousand looks. Between the simulated points what
/// lies above the last limit falls as a power of the number of weeks; fewer than eight weeks take
/// the limit of eight.
#[must_use]
pub fn limit(weeks: usize) -> f64 {
    let weeks = (weeks as f64).max(LIMITS[0].0);
    let next = LIMITS.iter().skip(1).position(|(w, _)| weeks <= *w).unwrap_or(LIMITS.len() - 2);
    let ((w0, l0), (w1, l1)) = (LIMITS[next], LIMITS[next + 1]);
    let part = (weeks / w0).ln() / (w1 / w0).ln();
    let above = (l0 - LAST_LIMIT).ln() * (1.0 - part) + (l1 - LAST_LIMIT).ln() * part;
    LAST_LIMIT + above.exp()
}

/// One day of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Day {
    /// The count of that day.
    pub value: f64,
    /// A day off or a campaign: annotated, and no reference for other days.
    pub left_out: bool,
}

/// The counts to compare the last day with: the same weekday in earlier weeks, without the days that
/// are left out, oldest first. Days are consecutive; a missing day is given as left out.
#[must_use]
pub fn same_weekday(days: &[Day]) -> Vec<f64> {
    let earlier = days.iter().rev().step_by(7).skip(1).filter(|d| !d.left_out);
    let mut values: Vec<f64> = earlier.map(|d| d.value).collect();
    values.reverse();
    values
}

/// False alarms to expect in `days` days from so many series, each looked at once a day at the limits
/// of [`limit`]. The page states it per month, so that one alarm is not taken for a disaster. It is
/// the most to expect: where days vary no more than counts do by themselves, the floor of the scale
/// keeps nearly all of these away.
#[must_use]
pub fn expected_by_chance(series: u32, days: u32) -> f64 {
    expected_false_alarms(series, days, FALSE_ALARMS)
}

/// False alarms to expect: so many series, looked at so many times, each wrong with this chance.
/// The page states it per month.
#[must_use]
pub fn expected_false_alarms(series: u32, looks: u32, chance: f64) -> f64 {
    f64::from(series) * f64::from(looks) * chance
}

/// The chance that a normal figure lies further out than `z` to either side.
#[must_use]
pub fn chance_beyond(z: f64) -> f64 {
    two_sided(z)
}
